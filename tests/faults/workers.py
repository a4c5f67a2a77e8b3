"""Workers of a sweep killed at random moments: each cell is finished once, the table is that of one worker left alone, and a
search's journal says what its cells say."""

import random
import signal
import tempfile
import time
from pathlib import Path

from optuna import load_study
from optuna.storages import JournalStorage
from optuna.storages.journal import JournalFileBackend
from optuna.trial import TrialState

from latentlab.runs import Run
from latentlab.runs.lock import Holder
from latentlab.sweeps import load_sweep, survey, tabulate
from latentlab.sweeps.claims import worker_of
from latentlab.sweeps.search import FOLDER, JOURNAL
from latentlab.sweeps.state import Survey, study_name
from tests.faults.children import HUNG_AFTER, Child, command, run_to_end, started
from tests.faults.tally import Tally

_KILLS = 10
_CELLS_PER_KILL = 4
_WORKERS = 4
_BETWEEN_LOOKS = 0.01
"""Seconds."""
_HEAD = """
name = "killed"
metrics = ["nll", "rate", "mse", "active_units", "mutual_information"]
evaluate = { samples = 2, images = 20 }
[base]
device = "cpu"
model = { name = "mlp", hidden = 8, layers = 1, latent_dim = 3 }
data = { size = 16 }
train = { steps = 1000, batch_size = 16, report_every = 50, checkpoint_every = 50, threads = 1 }
"""
_SEARCH = """
[search]
prune = "median"
space.train.learning_rate = { low = 1e-4, high = 0.05, log = true }
space.model.latent_dim = { low = 2, high = 8 }
"""


def attack(count: int | None, seed: int) -> bool:
    """So many kills of four workers that share four cells for each, in a grid and in a search; whether nothing was lost."""
    kills, chance, tally = count or _KILLS, random.Random(seed), Tally("workers")
    cells = _CELLS_PER_KILL * kills
    seeds = ", ".join(map(str, range(cells // 2)))
    with tempfile.TemporaryDirectory() as name:
        grid = _Attacked("grid", f"seeds = [{seeds}]\ngrid.objective.beta = [1, 4]{_HEAD}", Path(name) / "grid", tally)
        grid.kill(kills, chance)
        grid.compare_with_one_worker()
        search = _Attacked("search", f"{_HEAD}{_SEARCH}trials = {cells - 2}\n", Path(name) / "search", tally)
        search.kill(kills, chance)
        search.check_journal()
    return tally.close()


class _Attacked:
    """A sweep whose workers are killed."""

    def __init__(self, row: str, text: str, folder: Path, tally: Tally) -> None:
        folder.mkdir()
        self._file = folder / "killed.toml"
        self._file.write_text(text)
        self._sweep = load_sweep(self._file)
        self._row, self._tally, self._out = row, tally, folder
        self._folder = folder / self._sweep.config.name

    def kill(self, kills: int, chance: random.Random) -> None:
        """Run it, with so many kills of workers at random moments."""
        work = command("sweep", self._file, "--out", self._out, "--workers", str(_WORKERS))
        with started(work, self._out / "log") as parent:
            done = self._kill(parent, kills, chance)
            code = parent.wait()
        if code != 0:
            self._lose(f"exit code {code} after {done} kills: {parent.text[-1500:]}")
        if done < kills:
            self._lose(f"only {done} workers could be killed")
        outcomes = survey(self._sweep, self._folder)
        for outcome in outcomes:
            self._tally.count(self._row, "cells")
            events = outcome.run.events() if outcome.run else ()
            self._tally.count(self._row, "gone on with", sum(event.kind == "resume" for event in events))
            if outcome.status not in ("finished", "pruned"):
                self._lose(f"{outcome.cell.key}: {outcome.status}: {outcome.reason}")
        finished = [path.parent.name for path in self._folder.glob("*_*/run.toml") if Run(path.parent).has_finished]
        expected = [outcome.run.path.name for outcome in outcomes if outcome.run and outcome.status == "finished"]
        if sorted(finished) != sorted(expected):
            self._lose(f"{len(finished)} runs are finished, of {len(expected)} cells")
        if left := self._workers():
            self._lose(f"{len(left)} cells are still held")

    def compare_with_one_worker(self) -> None:
        """The table is that of one worker that is left alone."""
        alone = self._out / "alone"
        if run_to_end(command("sweep", self._file, "--out", alone), self._out / "alone.log") != 0:
            raise RuntimeError((self._out / "alone.log").read_text()[-2000:])
        one, other = (survey(self._sweep, folder) for folder in (alone / self._sweep.config.name, self._folder))
        if tabulate(self._sweep, other).to_csv() != tabulate(self._sweep, one).to_csv():
            self._lose("the table is another")

    def check_journal(self) -> None:
        """Each trial is told to Optuna as its cell ended."""
        view = Survey(self._sweep, self._folder)
        outcomes = [outcome for outcome in map(view.outcome, self._sweep.cells) if outcome.cell.number is not None]
        storage = JournalStorage(JournalFileBackend(str(self._folder / FOLDER / JOURNAL)))
        told = load_study(study_name=study_name(self._sweep), storage=storage).get_trials()
        numbers = []
        for outcome in outcomes:
            record = view.records.get(outcome.cell.key)
            if record is None or record.asked is None:
                self._lose(f"{outcome.cell.key}: not asked")
                continue
            numbers.append(record.asked.trial)
            trial = told[record.asked.trial]
            expected = (TrialState.PRUNED, None) if outcome.status == "pruned" else (TrialState.COMPLETE, outcome.metric("nll"))
            if trial.state is not expected[0] or (expected[1] is not None and trial.value != expected[1]):
                self._lose(f"{outcome.cell.key}: {outcome.status}, and told as {trial.state.name} with {trial.value}")
        if len(set(numbers)) != len(numbers):
            self._lose("two cells have one trial")

    def _kill(self, parent: Child, kills: int, chance: random.Random) -> int:
        """Kill workers, most of them after a checkpoint of the run that they train; how many were."""
        done, deadline = 0, time.monotonic() + HUNG_AFTER
        view = Survey(self._sweep, self._folder)
        while done < kills and time.monotonic() < deadline and not parent.ends_within(chance.uniform(0, 0.5)):
            early = chance.random() < 0.3
            at_work: list[Holder] = []
            while not at_work and not parent.ends_within(_BETWEEN_LOOKS):
                at_work = self._workers(None if early else view)
            if at_work:
                Child(chance.choice(at_work).pid, parent.log).send(signal.SIGKILL)
                done += 1
                self._tally.count(self._row, "kills")
        return done

    def _workers(self, view: Survey | None = None) -> list[Holder]:
        """Those at work; given a view, those that train a run that has a checkpoint."""
        found = [(cell, worker) for cell in self._sweep.cells if (worker := worker_of(self._folder, cell.key)) is not None]
        if view is None:
            return [worker for _, worker in found]
        runs = [(view.outcome(cell).run, worker) for cell, worker in found]
        return [worker for run, worker in runs if run and run.checkpoints() and not run.has_finished]

    def _lose(self, what: str) -> None:
        self._tally.lose(self._row, what)
