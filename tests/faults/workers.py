"""Workers of a sweep killed at random moments: each cell is finished once, and the table is that of one worker left alone."""

import random
import signal
import tempfile
import time
from pathlib import Path

from latentlab.runs import Run
from latentlab.runs.lock import Holder
from latentlab.sweeps import Sweep, load_sweep, survey, tabulate
from latentlab.sweeps.claims import worker_of
from tests.faults.children import HUNG_AFTER, Child, command, run_to_end, started
from tests.faults.tally import Tally

_KILLS = 10
_CELLS_PER_KILL = 4
_WORKERS = 4
_BETWEEN_LOOKS = 0.01
"""Seconds."""
_TEXT = """
name = "killed"
seeds = [{seeds}]
grid.objective.beta = [1, 4]
metrics = ["nll", "rate", "mse", "active_units", "mutual_information"]
evaluate = {{ samples = 2, images = 20 }}
[base]
device = "cpu"
model = {{ name = "mlp", hidden = 8, layers = 1, latent_dim = 3 }}
data = {{ size = 16 }}
train = {{ steps = 300, batch_size = 16, report_every = 50, checkpoint_every = 50, threads = 1 }}
"""


def attack(count: int | None, seed: int) -> bool:
    """So many kills of four workers that share four cells for each kill; whether nothing was lost."""
    kills, chance, tally = count or _KILLS, random.Random(seed), Tally("workers")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        seeds = ", ".join(map(str, range(_CELLS_PER_KILL * kills // 2)))
        (folder / "killed.toml").write_text(_TEXT.format(seeds=seeds))
        sweep = load_sweep(folder / "killed.toml")
        arguments = ("sweep", folder / "killed.toml", "--out")
        if run_to_end(command(*arguments, folder / "alone"), folder / "alone.log") != 0:
            raise RuntimeError((folder / "alone.log").read_text()[-2000:])
        with started(command(*arguments, folder / "shared", "--workers", str(_WORKERS)), folder / "shared.log") as parent:
            done = _kill(parent, sweep, folder / "shared" / sweep.config.name, kills, chance, tally)
            code = parent.wait()
        if code != 0:
            tally.lose("sweep", f"exit code {code} after {done} kills: {parent.text[-1500:]}")
        _compare(sweep, folder / "alone" / sweep.config.name, folder / "shared" / sweep.config.name, tally)
    return tally.close()


def _kill(parent: Child, sweep: Sweep, folder: Path, kills: int, chance: random.Random, tally: Tally) -> int:
    """Kill workers at random moments; how many were."""
    done, deadline = 0, time.monotonic() + HUNG_AFTER
    while done < kills and parent.runs and time.monotonic() < deadline:
        parent.ends_within(chance.uniform(0, 1.5))
        at_work = _workers(sweep, folder)
        if at_work:
            Child(chance.choice(at_work).pid, parent.log).send(signal.SIGKILL)
            done += 1
            tally.count("sweep", "kills")
        else:
            parent.ends_within(_BETWEEN_LOOKS)
    if done < kills:
        tally.lose("sweep", f"only {done} workers could be killed")
    return done


def _workers(sweep: Sweep, folder: Path) -> list[Holder]:
    return [worker for cell in sweep.cells if (worker := worker_of(folder, cell.key)) is not None]


def _compare(sweep: Sweep, alone: Path, shared: Path, tally: Tally) -> None:
    one, other = survey(sweep, alone), survey(sweep, shared)
    for outcome in other:
        tally.count("sweep", "cells")
        tally.count(
            "sweep", "gone on with", sum(event.kind == "resume" for event in outcome.run.events()) if outcome.run else 0
        )
        if outcome.status != "finished":
            tally.lose("sweep", f"{outcome.cell.key}: {outcome.status}: {outcome.reason}")
    finished = [path.parent.name for path in shared.glob("*_*/run.toml") if Run(path.parent).has_finished]
    if sorted(finished) != sorted(outcome.run.path.name for outcome in other if outcome.run):
        tally.lose("sweep", f"{len(finished)} runs are finished, of {len(other)} cells")
    if tabulate(sweep, other).to_csv() != tabulate(sweep, one).to_csv():
        tally.lose("sweep", "the table is another")
    if left := _workers(sweep, shared):
        tally.lose("sweep", f"{len(left)} cells are still held")
