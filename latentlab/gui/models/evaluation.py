"""Measuring the current run behind the window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot

from latentlab.gui.models.current_run import CurrentRun
from latentlab.gui.workers.evaluation_thread import EvaluationThread, Measured
from latentlab.gui.workers.files_thread import FilesThread, StoredEvaluation


class EvaluationModel(QObject):
    """Runs one measurement at a time, and reads earlier ones.

    Signals:
        measured: how one ended, a `Measured`.
    """

    measured = Signal(object)

    def __init__(self, run: CurrentRun, files: FilesThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run = run
        self._files = files
        self._thread: EvaluationThread | None = None
        self._on_measured: Callable[[Measured], object] | None = None

    @property
    def is_running(self) -> bool:
        """Whether a run is being measured."""
        return self._thread is not None

    @property
    def progress(self) -> tuple[float, str]:
        """The share that is done, and what is being done."""
        return self._thread.progress if self._thread else (0.0, "")

    def start(self, samples: int, on_measured: Callable[[Measured], object]) -> None:
        """Measure the newest checkpoint of the current run, with so many importance samples for each image."""
        subject = self._run.subject
        if subject is None or subject.remote or self._thread is not None or self._run.is_training:
            return
        self._on_measured = on_measured
        self._thread = EvaluationThread(subject.path, samples)
        self._thread.ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)
        self._thread.start()

    def read(self, path: Path, on_read: Callable[[StoredEvaluation], object]) -> None:
        """Read what was measured of a run before."""
        self._files.read_evaluation(path, on_read)

    def cancel(self) -> None:
        """End a measurement without a result."""
        if self._thread is not None:
            self._thread.requestInterruption()

    def close(self) -> None:
        """End a measurement, and wait for it."""
        if self._thread is not None:
            self._thread.requestInterruption()
            self._thread.wait()

    @Slot(object)
    def _on_ended(self, measured: Measured) -> None:
        if self._thread is not None:
            self._thread.wait()
            self._thread = None
        if self._on_measured is not None:
            self._on_measured(measured)
        self.measured.emit(measured)
