"""A worker: it claims cells of a sweep one by one, trains and measures them, and notes what has become of them."""

import contextlib
import time
from collections.abc import Callable
from pathlib import Path

import torch

from latentlab.api import OnStep, drive, prepare, prepare_resumed
from latentlab.errors import LatentLabError, LockError, NonFiniteError, RunError
from latentlab.evaluation import evaluate
from latentlab.evaluation.progress import Progress, silent
from latentlab.machine import cpu_cores
from latentlab.runs import Evaluation, Run, RunLock
from latentlab.runs.lock import read_holder
from latentlab.sweeps.checks import check
from latentlab.sweeps.claims import claimed, worker_of
from latentlab.sweeps.leftovers import remove_unused
from latentlab.sweeps.plan import Cell, Sweep
from latentlab.sweeps.records import Record, now
from latentlab.sweeps.schema import EvaluateConfig
from latentlab.sweeps.search import Pruned, SearchStudy, Trial
from latentlab.sweeps.state import Outcome, Survey, checkpoint_to_measure, difference
from latentlab.training import Step, Trainer, resolve_device

OnCell = Callable[[int, Outcome], None]
OnWait = Callable[[int], None]

MOST_STARTS = 5
"""Workers that may die over a cell before its next checkpoint, until it counts as failed."""
_BETWEEN_LOOKS = 1.0
"""Seconds between two looks at cells that others work on."""


def nothing(*what: object) -> None:
    """Tells nobody."""


class Worker:
    """Takes cells of a sweep, one after the other."""

    def __init__(
        self,
        sweep: Sweep,
        folder: Path,
        *,
        on_cell: OnCell = nothing,
        on_step: OnStep | None = None,
        on_wait: OnWait = nothing,
        progress: Progress = silent,
        threads: int | None = None,
        since: str = "",
    ) -> None:
        """A worker that has not begun.

        Args:
            sweep: as for `run_sweep`, like all but the last.
            folder: likewise.
            on_cell: likewise.
            on_step: likewise.
            on_wait: likewise.
            progress: likewise.
            threads: likewise.
            since: when the call began that it belongs to, as a record has it; what has failed since is not tried again. Now
                unless given.

        Raises:
            ConfigError: if the sweep searches, and Optuna is missing.
            RunError: if the records of an earlier version are damaged.
        """
        self._sweep, self._folder = sweep, folder
        self._view = Survey(sweep, folder)
        self._on_cell, self._on_step, self._on_wait, self._progress = on_cell, on_step, on_wait, progress
        self._threads = threads
        self._since = since or now()
        self._search = SearchStudy(sweep, folder) if sweep.config.search is not None else None
        self._pending = {cell.key: (index, cell) for index, cell in enumerate(sweep.cells)}

    def run(self) -> None:
        """Take cell after cell until each is finished or has failed, waiting for those that others work on.

        Raises:
            RunError: if a record cannot be read or written.
        """
        while self._pending:
            if not self._take_each() and self._pending:
                self._on_wait(len(self._pending))
                time.sleep(_BETWEEN_LOOKS)

    def take_one(self) -> Outcome | None:
        """Take one cell that is free, and nothing where none is.

        Raises:
            DataError, ConfigError: if its images cannot be read or do not suit it.
            RunError: if a record cannot be read or written.
        """
        failed: list[tuple[int, Cell]] = []
        for index, cell in list(self._pending.values()):
            outcome = self._open(cell)
            if outcome is not None and outcome.status == "failed":
                failed.append(self._pending.pop(cell.key))  # what is chosen by it does without
            elif outcome is not None and self._claim(index, cell, checked=True):
                return self._view.outcome(cell)
        taken = (cell for index, cell in failed if self._claim(index, cell, checked=True))
        return next(map(self._view.outcome, taken), None)

    def _take_each(self) -> bool:
        """Work on all that are free; whether fewer cells are left to do now, whoever has done them."""
        before = len(self._pending)
        for index, cell in list(self._pending.values()):
            if self._open(cell) is not None:
                self._claim(index, cell)
        return len(self._pending) < before

    def _open(self, cell: Cell) -> Outcome | None:
        """What has become of a cell that can be worked on now; None for another. One that is settled is taken off the list."""
        if self._waits_for_trials(cell):
            return None
        outcome = self._view.outcome(cell)
        if self._is_due(outcome):
            return None if outcome.undecided else outcome
        self._settle(cell, outcome)
        return None

    def _waits_for_trials(self, cell: Cell) -> bool:
        if cell.choose is None or cell.trial is not None:
            return False
        return any(other.trial is not None and other.row == cell.row for _, other in self._pending.values())

    def _is_due(self, outcome: Outcome) -> bool:
        if outcome.is_settled:
            return False
        if outcome.status != "failed":
            return True
        record = self._view.records.get(outcome.cell.key)
        return not outcome.undecided and record is not None and record.at < self._since

    def _settle(self, cell: Cell, outcome: Outcome) -> None:
        if cell.key in self._pending:
            index, _ = self._pending.pop(cell.key)
            self._tell_search(cell, outcome)
            self._on_cell(index, outcome)

    def _tell_search(self, cell: Cell, outcome: Outcome) -> None:
        """What has come of a trial whose worker died after it was measured and before it told."""
        record = self._view.records.get(cell.key) if self._search is not None and cell.number is not None else None
        if self._search is not None and record is not None and record.asked is not None and record.status == "started":
            self._search.tell(record.asked, outcome.evaluation)

    def _claim(self, index: int, cell: Cell, *, checked: bool = False) -> bool:
        """Work on a cell, unless another worker has it, and check it first if asked; whether it was worked on to its end."""
        with claimed(self._folder, cell.key) as lock:
            if lock is None:
                self._refuse_other_settings(cell)
                return False
            outcome = self._open(cell)  # which another worker may have settled meanwhile
            if outcome is None or _is_written(outcome.run):
                return False
            if checked:
                check([outcome.cell], self._sweep.config.evaluate)
            self._on_cell(index, outcome)
            done = self._take(outcome, lock)
            if done:
                self._pending.pop(cell.key, None)
            return done

    def _refuse_other_settings(self, cell: Cell) -> None:
        """Workers with different settings would begin each other's cells again.

        Raises:
            RunError: if the worker that has a cell trains it with others.
        """
        if cell.choose is not None and cell.trial is None:
            return  # a choice may change with a trial that is tried again
        holder, record = worker_of(self._folder, cell.key), self._view.records.get(cell.key)
        if holder is None or record is None or record.run is None or record.at < holder.started:
            return  # what is written was not written by this worker
        theirs = self._view.config_of(record)
        differs = difference(theirs, self._view.outcome(cell).cell.config) if theirs is not None else ""
        if differs:
            raise RunError(
                f"{cell.key}: process {holder.pid} on {holder.host} trains it with other settings: {differs}; start all "
                "workers with the same, or choose another folder (--out)."
            )

    def _take(self, outcome: Outcome, lock: RunLock) -> bool:
        """Train and measure a cell, and write its record; False where another process has its run, or has taken it over."""
        try:
            self._work(outcome, lock)
        except LockError:
            return False
        return True

    def _work(self, outcome: Outcome, lock: RunLock) -> None:
        cell, run = outcome.cell, outcome.run
        record = _begun(cell, self._view.records.get(cell.key), run)

        def note(**values: object) -> None:
            nonlocal record
            lock.check()
            record = record.model_copy(update={"at": now(), **values})
            record.write(self._folder)

        trial = Trial(self._search, record.asked) if cell.number is not None and self._search is not None else None
        if record.starts > MOST_STARTS:
            if trial is not None:
                trial.tell(None)
            note(status="failed", reason=f"{MOST_STARTS} workers in turn died over it; short of memory, perhaps.", starts=0)
            return
        try:
            if trial is not None and trial.asked is None:
                asked = trial.ask(cell)
                note(asked=asked)
                cell = cell.trying(asked.values)
            else:
                note()
            torch.set_num_threads(cell.config.train.threads or self._threads or cpu_cores())
            trainer = _trainer(cell, run, self._folder)
            if trainer is not None:
                assert trainer.writer is not None
                run = Run(trainer.writer.path)
                note(run=run.path.name, step=trainer.step)
                drive(trainer, _guarded(lock, self._on_step if trial is None else trial.watching(self._on_step)), self._threads)
                del trainer  # its memory, before measuring
            assert run is not None
            evaluation = _measure(run, self._sweep.config.evaluate, self._progress)
            if trial is not None:
                trial.tell(evaluation)
            note(status="finished", starts=0)
        except Pruned as pruned:
            assert trial is not None
            trial.tell(None, pruned=True)
            note(status="pruned", reason=str(pruned), starts=0)
        except LockError:
            with contextlib.suppress(RunError):
                note(starts=record.starts - 1)  # nobody has died over it
            raise
        except KeyboardInterrupt:
            with contextlib.suppress(RunError):
                note(starts=0)
            raise
        except (LatentLabError, RuntimeError, MemoryError, OSError) as error:  # RuntimeError: torch's, out of memory among them
            if trial is not None:
                trial.tell(None)
            status = "diverged" if isinstance(error, NonFiniteError) else "failed"
            note(status=status, reason=str(error).partition("\n")[0] or type(error).__name__, starts=0)


def _guarded(lock: RunLock, on_step: OnStep | None) -> OnStep:
    """Also makes sure, at every report, that no other worker has taken the cell over; raises LockError."""

    def told(trainer: Trainer, step: Step) -> None:
        if step.report is not None:
            lock.check()
        if on_step is not None:
            on_step(trainer, step)

    return told


def _is_written(run: Run | None) -> bool:
    """Whether a process writes a run, such as a window that goes on with it."""
    holder = read_holder(run.path) if run is not None else None
    return run is not None and holder is not None and holder.lives(run.path)


def _begun(cell: Cell, earlier: Record | None, run: Run | None) -> Record:
    """The record of a cell that is begun, or gone on with: one more start where the worker before died before a checkpoint."""
    asked = earlier.asked if earlier is not None and cell.trial else None
    if earlier is None or run is None:
        died = earlier is not None and earlier.run is None and earlier.status == "started"
        starts = earlier.starts + 1 if earlier is not None and died else 1
        return Record(key=cell.key, run=None, status="started", starts=starts, asked=asked)
    found = run.checkpoints()
    step = found[-1].step if found else 0
    died = earlier.status == "started" and step <= earlier.step
    starts = earlier.starts + 1 if died else 1
    return Record(key=cell.key, run=run.path.name, status="started", starts=starts, step=step, asked=asked)


def _trainer(cell: Cell, run: Run | None, folder: Path) -> Trainer | None:
    """Takes the cell to its end, from its newest sound checkpoint or from step 0; None if it is trained."""
    if run is not None:
        try:
            if run.has_finished and run.checkpoint().step:
                return None
            return prepare_resumed(run, cell.config)
        except LockError:
            raise
        except RunError:
            pass  # it cannot be gone on with
    remove_unused(folder, cell.config)
    return prepare(cell.config, folder)


def _measure(run: Run, asked: EvaluateConfig, progress: Progress) -> Evaluation:
    device = resolve_device(run.config.device)
    return evaluate(
        run,
        samples=asked.samples,
        images=asked.images,
        policy=asked.policy,
        checkpoint=checkpoint_to_measure(run, asked).step,
        device=device,
        progress=progress,
    )
