"""Measuring a run behind the window."""

import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QThread, Signal

from latentlab.errors import LatentLabError
from latentlab.runs import Run

if TYPE_CHECKING:
    from latentlab.evaluation import Evaluation


class _CancelledError(Exception):
    """The person changed their mind."""


@dataclass(frozen=True, eq=False)
class Measured:
    """How a measurement ended.

    Attributes:
        evaluation: the numbers; None where it was cancelled or failed.
        problem: what went wrong, empty where nothing did.
        details: a traceback, where the fault is ours.
    """

    evaluation: "Evaluation | None"
    problem: str = ""
    details: str | None = None


class EvaluationThread(QThread):
    """Evaluates the newest checkpoint of a run and writes its `evaluation.json`.

    Attributes:
        progress: share done and what is being done, for reading at any time.

    Signals:
        measured: a `Measured`; the last thing a thread says.
    """

    measured = Signal(object)

    def __init__(self, path: Path, samples: int) -> None:
        """A thread for a run; `samples` is S of the likelihood's importance sampling."""
        super().__init__()
        self.setObjectName("evaluation")
        self.progress: tuple[float, str] = (0.0, "reading")
        self._path = path
        self._samples = samples

    def run(self) -> None:
        try:
            from latentlab.evaluation import evaluate

            measured = Measured(evaluate(Run(self._path), samples=self._samples, progress=self._on_progress))
        except _CancelledError:
            measured = Measured(None)
        except LatentLabError as error:
            measured = Measured(None, str(error))
        except Exception as error:  # noqa: BLE001 - whatever happens here must reach the window, not the terminal
            measured = Measured(None, f"{type(error).__name__}: {error}", traceback.format_exc())
        self.measured.emit(measured)

    def _on_progress(self, share: float, text: str) -> None:
        self.progress = (share, text)
        if self.isInterruptionRequested():
            raise _CancelledError
