"""Training processes killed at random moments and resumed until they finish: the end equals that of an uninterrupted run."""

import contextlib
import random
import signal
import tempfile
from pathlib import Path

from latentlab.runs import Run, RunState
from tests.faults.children import Child, command, run_to_end, started
from tests.faults.tally import Tally
from tests.faults.tiny import KINDS, differences, runs_in, settings

_KILLS = 200
_STEPS = 43
_BETWEEN_LOOKS = 0.0005
"""Seconds."""
_SIGNALS = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT)


def attack(count: int | None, seed: int) -> bool:
    """Kill so many processes, over all kinds of run in turn; whether nothing was lost."""
    wanted, tally, chance = count or _KILLS, Tally("kind of run"), random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        straight: dict[str, Path] = {}
        done = chains = 0
        while done < wanted:
            kind = list(KINDS)[chains % len(KINDS)]
            chains += 1
            if kind not in straight:
                straight[kind] = _straight(kind, Path(folder) / f"straight-{len(straight)}")
            done += _chain(kind, straight[kind], Path(folder) / f"chain-{chains}", chance, tally, wanted - done)
    return tally.close()


def _straight(kind: str, folder: Path) -> Path:
    folder.mkdir()
    code = run_to_end(command("train", *settings(kind, _STEPS), "--out", folder / "runs"), folder / "log")
    if code != 0:
        raise RuntimeError(f"{kind}: exit code {code}: {(folder / 'log').read_text()[-2000:]}")
    return runs_in(folder / "runs")[0]


def _chain(kind: str, straight: Path, folder: Path, chance: random.Random, tally: Tally, wanted: int) -> int:
    """One run, killed and resumed until it finishes; how many times it was killed."""
    folder.mkdir()
    kills, starts = 0, 0
    run: Path | None = None
    while True:
        starts += 1
        log = folder / f"log-{starts}"
        out = folder / f"runs-{starts}"
        arguments = ("train", "--resume", run) if run else ("train", *settings(kind, _STEPS), "--out", out)
        number = chance.choice(_SIGNALS) if kills < wanted and starts <= 12 else 0
        with started(command(*arguments), log) as child:
            if number and _wait_for_moment(child, run or out, chance):
                child.send(number)
            else:
                number = 0
            code = child.wait()
        if code is None:
            tally.lose(kind, f"hung: {child.text[-500:]}")
            return kills
        ended_by_us = number and code in (-number, 128 + number)
        if ended_by_us:
            kills += 1
            tally.count(kind, signal.Signals(number).name)
        elif code != 0:
            tally.lose(kind, f"exit code {code} after {kills} kills: {child.text[-1500:]}")
            return kills
        run = run or _with_checkpoint(out)
        if code == 0 or (run and Run(run).state is RunState.FINISHED):
            break
    tally.count(kind, "chains")
    if problems := differences(run or runs_in(out)[0], straight):
        tally.lose(kind, f"after {kills} kills: {'; '.join(problems)}")
    return kills


def _with_checkpoint(out: Path) -> Path | None:
    """The run that can be resumed; None where the process was killed too early."""
    return next((run for run in runs_in(out) if list(run.glob("checkpoints/step-*"))), None)


def _wait_for_moment(child: Child, where: Path, chance: random.Random) -> bool:
    """Wait for a moment to kill it: any, inside the writing of a checkpoint or after it; whether it still runs then."""
    if chance.random() < 0.1:
        return not child.ends_within(chance.uniform(0, 0.3))
    pattern = "checkpoints" if (where / "run.toml").exists() else "*/checkpoints"
    inside, left = chance.random() < 0.5, chance.randrange(1, 5)
    before = _names(where, pattern, inside)
    while child.runs:
        now = _names(where, pattern, inside)
        left -= len(now - before)
        before = now
        if left <= 0:
            return inside or not child.ends_within(chance.uniform(0, 0.05))
        child.ends_within(_BETWEEN_LOOKS)
    return False


def _names(where: Path, pattern: str, inside: bool) -> set[str]:
    names: set[str] = set()
    for folder in where.glob(pattern):
        with contextlib.suppress(FileNotFoundError):
            names |= {path.name for path in folder.iterdir() if path.name.startswith(".step-" if inside else "step-")}
    return names
