"""Sweeps behind the window: a queue of them, run in turn by a thread that hands over plain values."""

import itertools
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot

from latentlab.errors import LatentLabError
from latentlab.gui.workers.files_thread import FilesThread
from latentlab.gui.workers.kept_sweeps import (
    KeptSweep,
    SweepProgress,
    check_sweep,
    keep_queue,
    progress_of,
    read_queue,
    write_sweep,
)

if TYPE_CHECKING:
    from latentlab.sweeps import Outcome, Sweep
    from latentlab.training import Step, Trainer


class QueueStatus(Enum):
    """Where a sweep of the queue stands; the value is what a person reads."""

    WAITING = "waiting"
    RUNNING = "running"
    STOPPED = "stopped"
    FINISHED = "finished"
    FAILED = "failed"


@dataclass(frozen=True)
class CellProgress:
    """How far a sweep is.

    Attributes:
        run: its place, from 1.
        runs: how many there are.
        key: the run in words.
        doing: "training" or what of the measurement is being done.
        share: of this run's training or measurement.
    """

    run: int
    runs: int
    key: str
    doing: str
    share: float

    @property
    def whole(self) -> float:
        """Share of the sweep."""
        return (self.run - 1 + self.share) / self.runs


@dataclass(frozen=True, eq=False)
class QueuedSweep:
    """A sweep of the queue.

    Attributes:
        number: tells it from the others.
        source: its file, or the name of a shipped one.
        settings: `section.key=value` for all of its runs.
        status: where it stands.
        progress: how far it is; None before it was read.
        runs: how many there are; 0 before it was read.
    """

    number: int
    source: str
    settings: tuple[str, ...]
    status: QueueStatus = QueueStatus.WAITING
    progress: SweepProgress | None = None
    runs: int = 0

    @property
    def title(self) -> str:
        """The file's name without its ending."""
        return Path(self.source).stem


class _SweepThread(QThread):
    """Runs one sweep.

    Signals:
        advanced: a `SweepProgress`, whenever a run has begun or ended.
        ended: a `QueueStatus`, with a problem and its details where there is one; the last thing a thread says.
    """

    advanced = Signal(object)
    ended = Signal(object, str, str)

    def __init__(self, sweep: QueuedSweep, sweeps_folder: Path) -> None:
        super().__init__()
        self.setObjectName("sweep")
        self.progress: CellProgress | None = None
        self._sweep = sweep
        self._sweeps_folder = sweeps_folder

    def run(self) -> None:
        try:
            self._run()
            self.ended.emit(QueueStatus.FINISHED, "", "")
        except KeyboardInterrupt:
            self.ended.emit(QueueStatus.STOPPED, "", "")
        except LatentLabError as error:
            self.ended.emit(QueueStatus.FAILED, str(error), "")
        except Exception as error:  # noqa: BLE001 - whatever happens here must reach the window, not the terminal
            self.ended.emit(QueueStatus.FAILED, f"{type(error).__name__}: {error}", traceback.format_exc())

    def _run(self) -> None:
        from latentlab.machine import cpu_threads
        from latentlab.sweeps import load_sweep, survey, tabulate
        from latentlab.sweeps.runner import run_sweep

        plan = load_sweep(self._sweep.source, self._sweep.settings)
        folder = self._sweeps_folder / plan.config.name
        runs = len(plan.cells)

        def report(outcomes: "Sequence[Outcome]") -> None:
            self.advanced.emit(progress_of(tabulate(plan, outcomes), outcomes))

        def begin(index: int, outcome: "Outcome") -> None:
            self.progress = CellProgress(index + 1, runs, outcome.cell.key, "preparing", 0.0)
            if index:
                report(survey(plan, folder))

        def show(trainer: "Trainer", step: "Step") -> None:
            self._advance("training", step.step / trainer.config.train.steps)

        def measure(share: float, text: str) -> None:
            self._advance(text, share)

        report(survey(plan, folder))
        threads = cpu_threads(spare=1)  # the window's
        report(run_sweep(plan, folder, on_cell=begin, on_step=show, progress=measure, threads=threads))

    def _advance(self, doing: str, share: float) -> None:
        if self.progress is not None:
            self.progress = replace(self.progress, doing=doing, share=share)
        if self.isInterruptionRequested():
            raise KeyboardInterrupt  # what is being trained is saved first, as when it comes from a keyboard


class SweepQueue(QObject):
    """Sweeps in the order in which they are run; kept on disk over restarts.

    Attributes:
        folder: in which each sweep has its own.
        sweeps: the queue, finished ones included.

    Signals:
        changed: something in `sweeps` is another.
        failed: why one could not be run, and a traceback where the fault is ours.
        stopped_running: no sweep is running any more.
    """

    changed = Signal()
    failed = Signal(str, str)
    stopped_running = Signal()

    def __init__(self, folder: Path, files: FilesThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder = folder
        self._files = files
        self.sweeps: list[QueuedSweep] = []
        self._numbers = itertools.count()
        self._thread: _SweepThread | None = None
        self._going_on = False

    @property
    def is_running(self) -> bool:
        """Whether a sweep is running."""
        return self._thread is not None

    @property
    def progress(self) -> CellProgress | None:
        """Of the sweep that is running; None where there is none, or it is still being read."""
        return self._thread.progress if self._thread else None

    def restore(self) -> None:
        """Put in front what was queued when the window was last closed."""
        self._files.ask("sweeps kept", partial(read_queue, self.folder), self._on_restored)

    def add(
        self,
        source: str,
        settings: Sequence[str],
        on_added: Callable[[QueuedSweep], object],
        on_refused: Callable[[str, str], object],
    ) -> None:
        """Check a sweep, and put it at the end; a sentence and details where it will not do."""
        add = partial(self._add, source, tuple(settings), on_added)
        self._files.ask(self._files.own_channel(), partial(check_sweep, source, settings), add, on_refused)

    def add_made(
        self,
        values: Mapping[str, Any],
        on_added: Callable[[QueuedSweep], object],
        on_refused: Callable[[str, str], object],
    ) -> None:
        """Check what an editor says, write it as a sweep's file, and put that at the end."""

        def add(path: Path) -> None:
            self.add(str(path), (), on_added, on_refused)

        self._files.ask(self._files.own_channel(), partial(write_sweep, self.folder, values), add, on_refused)

    def plan(
        self,
        values: Mapping[str, Any],
        on_planned: Callable[["Sweep"], object],
        on_refused: Callable[[str, str], object],
    ) -> None:
        """Work out the runs of what an editor says; an answer that is still due is dropped."""
        from latentlab.sweeps import make_sweep

        self._files.ask("sweep plan", partial(make_sweep, values), on_planned, on_refused)

    def remove(self, number: int) -> None:
        """Take one out that is not at work; its folder stays."""
        self.sweeps = [sweep for sweep in self.sweeps if sweep.number != number or sweep.status is QueueStatus.RUNNING]
        self._keep()

    def move(self, number: int, places: int) -> None:
        """Move one up (negative) or down."""
        at = self._place(number)
        to = min(max(at + places, 0), len(self.sweeps) - 1)
        self.sweeps.insert(to, self.sweeps.pop(at))
        self._keep()

    def start(self) -> None:
        """Run all that are waiting, stopped or failed, one after the other."""
        for sweep in self.sweeps:
            if sweep.status in (QueueStatus.STOPPED, QueueStatus.FAILED):
                self._put(replace(sweep, status=QueueStatus.WAITING))
        self._going_on = True
        self._next()

    def stop(self) -> None:
        """End after the step in progress, saving what was learned; `start` goes on from there."""
        self._going_on = False
        if self._thread is not None:
            self._thread.requestInterruption()

    def _next(self) -> None:
        waiting = next((sweep for sweep in self.sweeps if sweep.status is QueueStatus.WAITING), None)
        if self._thread is not None or not self._going_on or waiting is None:
            return
        queued = Qt.ConnectionType.QueuedConnection
        self._running = waiting.number
        self._thread = _SweepThread(waiting, self.folder)
        self._thread.advanced.connect(self._on_advanced, queued)
        self._thread.ended.connect(self._on_ended, queued)
        self._put(replace(waiting, status=QueueStatus.RUNNING))
        self._keep()
        self._thread.start()

    def _place(self, number: int) -> int:
        return next(place for place, sweep in enumerate(self.sweeps) if sweep.number == number)

    def _put(self, sweep: QueuedSweep) -> None:
        self.sweeps[self._place(sweep.number)] = sweep
        self.changed.emit()

    def _add(self, source: str, settings: tuple[str, ...], on_added: Callable[[QueuedSweep], object], plan: "Sweep") -> None:
        sweep = QueuedSweep(next(self._numbers), source, settings, runs=len(plan.cells))
        self.sweeps.append(sweep)
        self._keep()
        on_added(sweep)

    def _on_restored(self, kept: Sequence[tuple[KeptSweep, SweepProgress | None]]) -> None:
        earlier = [
            QueuedSweep(
                next(self._numbers),
                sweep.source,
                tuple(sweep.settings),
                _restored_status(sweep.status),
                progress,
                progress.runs if progress else 0,
            )
            for sweep, progress in kept
        ]
        if earlier:
            self.sweeps[:0] = earlier
            self._keep()

    def _keep(self) -> None:
        """Write the queue, and tell that it has changed."""
        kept = [
            KeptSweep(source=sweep.source, settings=list(sweep.settings), status=sweep.status.value) for sweep in self.sweeps
        ]
        self._files.write(partial(keep_queue, self.folder, kept))
        self.changed.emit()

    @Slot(object)
    def _on_advanced(self, progress: SweepProgress) -> None:
        self._put(replace(self.sweeps[self._place(self._running)], progress=progress))

    @Slot(object, str, str)
    def _on_ended(self, status: QueueStatus, problem: str, details: str) -> None:
        assert self._thread is not None
        self._thread.wait()
        self._thread = None
        sweep = replace(self.sweeps[self._place(self._running)], status=status)
        self._put(sweep)
        self._keep()
        if problem:
            self.failed.emit(f"{sweep.title}: {problem}", details)
        self._next()
        if self._thread is None:
            self.stopped_running.emit()


def _restored_status(text: str) -> QueueStatus:
    """Where a sweep stands that was kept: one that was running has stopped with its window."""
    known = {status.value: status for status in QueueStatus}
    status = known.get(text, QueueStatus.WAITING)
    return QueueStatus.STOPPED if status is QueueStatus.RUNNING else status
