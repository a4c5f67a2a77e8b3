"""Several processes that want to write one run: one does, the others say who it is; a dead one holds nothing."""

import contextlib
import json
import os
import random
import signal
import tempfile
from collections.abc import Callable
from pathlib import Path

from latentlab.runs import Run, RunState
from tests.faults.children import Child, command, run_to_end, started
from tests.faults.tally import Tally
from tests.faults.tiny import differences, runs_in, settings

_ROUNDS = 20
_STEPS = 123
_RIVALS = 4
_BETWEEN_LOOKS = 0.002
"""Seconds."""


def attack(count: int | None, seed: int) -> bool:
    """So many rounds: a writer, a second one, a kill, then several at once; whether nothing was lost."""
    chance, tally = random.Random(seed), Tally("writers")
    with tempfile.TemporaryDirectory() as folder:
        straight = Path(folder) / "straight"
        if run_to_end(command("train", *settings("mlp", _STEPS), "--out", straight), Path(folder) / "log") != 0:
            raise RuntimeError((Path(folder) / "log").read_text()[-2000:])
        for number in range(count or _ROUNDS):
            _round(Path(folder) / f"round-{number}", runs_in(straight)[0], chance, tally)
    return tally.close()


def _round(folder: Path, straight: Path, chance: random.Random, tally: Tally) -> None:
    folder.mkdir()
    with started(command("train", *settings("mlp", _STEPS), "--out", folder / "runs"), folder / "first") as first:
        run = _until(first, lambda: next((run for run in runs_in(folder / "runs") if _checkpoints(run)), None))
        first.send(signal.SIGSTOP)  # it keeps the run, however slow the second one is
        code = run_to_end(command("train", "--resume", run), folder / "second")
        text = (folder / "second").read_text()
        tally.count("a second writer", "tried")
        if code != 2 or f"process {first.pid} on " not in text or "Traceback" in text:
            tally.lose("a second writer", f"exit code {code}: {text[-1000:]}")
        first.send(signal.SIGKILL)
        first.wait()
    if Run(run).state is not RunState.INTERRUPTED:
        tally.lose("a killed writer", f"the run counts as {Run(run).state}")
    if chance.random() < 0.5:
        record = json.loads((run / "lock").read_text())
        (run / "lock").write_text(json.dumps(record | {"pid": os.getpid()}) + "\n")
        tally.count("the number of a killed writer used again", "tried")
        if Run(run).state is not RunState.INTERRUPTED:
            tally.lose("the number of a killed writer used again", f"the run counts as {Run(run).state}")
    _race(run, folder, straight, tally)


def _race(run: Path, folder: Path, straight: Path, tally: Tally) -> None:
    row = f"{_RIVALS} writers at once"
    with contextlib.ExitStack() as stack:
        rivals = [
            stack.enter_context(started(command("train", "--resume", run), folder / f"rival-{number}"))
            for number in range(_RIVALS)
        ]
        codes = [rival.wait() for rival in rivals]
    tally.count(row, "tried")
    for code, rival in zip(codes, rivals, strict=True):
        refused = code == 2 and ("is writing this run" in rival.text or "has reached step" in rival.text)
        if code != 0 and not refused:
            tally.lose(row, f"exit code {code}: {rival.text[-1000:]}")
    if codes.count(0) != 1:
        tally.lose(row, f"{codes.count(0)} of them wrote the run")
    if problems := differences(run, straight):
        tally.lose(row, "; ".join(problems))


def _until(child: Child, find: Callable[[], Path | None]) -> Path:
    while child.runs:
        if (found := find()) is not None:
            return found
        child.ends_within(_BETWEEN_LOOKS)
    raise RuntimeError(f"the writer has ended: {child.text[-1000:]}")


def _checkpoints(run: Path) -> bool:
    return any(run.glob("checkpoints/step-*"))
