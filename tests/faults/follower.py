"""A reader that follows a run which another process writes: every report once and in order, and what becomes of the writer."""

import signal
import tempfile
from collections.abc import Callable
from pathlib import Path

from latentlab.errors import RunError
from latentlab.runs import Follower, News, Run, RunState
from tests.faults.children import Child, command, started
from tests.faults.tally import Tally
from tests.faults.tiny import runs_in, settings

_CHECKPOINTS = 60
_BETWEEN_LOOKS = 0.002
"""Seconds; the end of the writer cuts them short."""


def attack(count: int | None, seed: int) -> bool:
    """Follow a run over so many checkpoints, and once more with its writer killed halfway; whether all was seen."""
    del seed
    wanted, tally = count or _CHECKPOINTS, Tally("follower")
    with tempfile.TemporaryDirectory() as folder:
        _follow_to_end(Path(folder), wanted, tally)
        _follow_killed(Path(folder), wanted, tally)
    return tally.close()


class _Reader:
    """Follows a run, and checks what it sees at every look."""

    def __init__(self, run: Path, row: str, tally: Tally) -> None:
        self.steps: list[int] = []
        self.states: list[RunState] = []
        self.checkpoints: set[int] = set()
        self._follower, self._row, self._tally = Follower(run), row, tally

    def look(self) -> News:
        news = self._follower.look()
        if news.afresh:
            self.steps.clear()
        self.steps += [report.step for report in news.reports]
        self.checkpoints |= set(news.checkpoints)
        if not self.states or self.states[-1] is not news.state:
            self.states.append(news.state)
        if news.checkpoints:
            try:
                Run(self._follower.path).checkpoint()
            except RunError as error:
                self._tally.lose(self._row, f"no checkpoint could be read: {error}")
        self._tally.count(self._row, "looks")
        return news

    def follow(self, child: Child, enough: Callable[[News], bool]) -> None:
        """Look until there is enough; it is a fault where the writer ends before."""
        while True:
            runs = child.runs
            news = self.look()
            if enough(news) and not news.more:
                return
            if not runs and not news.more:
                self._tally.lose(self._row, f"the writer has ended, and the run counts as {news.state}: {child.text[-1000:]}")
                return
            child.ends_within(_BETWEEN_LOOKS)


def _follow_to_end(folder: Path, wanted: int, tally: Tally) -> None:
    row = "to its end"
    with started(_train(folder / "whole", wanted), folder / "log-whole") as child:
        reader = _Reader(_run(child, folder / "whole"), row, tally)
        reader.follow(child, lambda news: news.state is not RunState.LIVE)
        reader.look()
    tally.count(row, "checkpoints", len(reader.checkpoints))
    tally.count(row, "reports", len(reader.steps))
    if reader.states != [RunState.LIVE, RunState.FINISHED]:
        tally.lose(row, f"states {reader.states}")
    if reader.steps != list(range(1, wanted + 1)):
        tally.lose(row, f"reports of steps {reader.steps}")


def _follow_killed(folder: Path, wanted: int, tally: Tally) -> None:
    row = "with its writer killed"
    half = max(1, wanted // 2)
    with started(_train(folder / "killed", wanted), folder / "log-killed") as child:
        run = _run(child, folder / "killed")
        reader = _Reader(run, row, tally)
        reader.follow(child, lambda news: len(reader.steps) >= half)
        child.send(signal.SIGKILL)
        child.wait()
        if reader.look().state is not RunState.INTERRUPTED:
            tally.lose(row, f"the death of the writer was not noticed: {reader.states}")
    with started(command("train", "--resume", run), folder / "log-resumed") as child:
        reader.follow(child, lambda news: news.state not in (RunState.LIVE, RunState.INTERRUPTED))
        reader.look()
    tally.count(row, "checkpoints", len(reader.checkpoints))
    tally.count(row, "reports", len(reader.steps))
    if reader.states != [RunState.LIVE, RunState.INTERRUPTED, RunState.LIVE, RunState.FINISHED]:
        tally.lose(row, f"states {reader.states}")
    if reader.steps != list(range(1, wanted + 1)):
        tally.lose(row, f"reports of steps {reader.steps}")


def _train(out: Path, steps: int) -> Callable[[], int]:
    often = [argument for text in ("train.report_every=1", "train.checkpoint_every=1") for argument in ("--set", text)]
    return command("train", *settings("mlp", steps), *often, "--out", out)


def _run(child: Child, out: Path) -> Path:
    while child.runs:
        if found := runs_in(out):
            return found[0]
        child.ends_within(_BETWEEN_LOOKS)
    raise RuntimeError(f"the writer has ended: {child.text[-1000:]}")
