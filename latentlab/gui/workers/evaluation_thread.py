"""Measuring a run behind the window."""

from dataclasses import dataclass
from pathlib import Path

from latentlab.errors import StoppedError
from latentlab.gui.language import tr
from latentlab.gui.workers.task_thread import TaskThread
from latentlab.runs import Evaluation, Run


@dataclass(frozen=True, eq=False)
class Measured:
    """How a measurement ended.

    Attributes:
        path: the run's folder.
        evaluation: the numbers; None where it was cancelled or failed.
        problem: what went wrong, empty where nothing did.
        details: a traceback, where the fault is ours.
    """

    path: Path
    evaluation: Evaluation | None
    problem: str = ""
    details: str | None = None


class EvaluationThread(TaskThread):
    """Evaluates the newest checkpoint of a run and writes its `evaluation.json`; ends with a `Measured`."""

    def __init__(self, path: Path, samples: int) -> None:
        """A thread for a run; `samples` is S of the likelihood's importance sampling."""
        super().__init__("evaluation")
        self._path = path
        self._samples = samples

    def _work(self) -> Measured:
        from latentlab.evaluation import evaluate

        return Measured(self._path, evaluate(Run(self._path), samples=self._samples, progress=self._on_progress))

    def _unfinished(self, *, stopped: str = "", problem: str = "", details: str | None = None) -> Measured:
        del stopped
        return Measured(self._path, None, problem, details)

    def _on_progress(self, share: float, text: str) -> None:
        self.progress = (share, text)
        if self.isInterruptionRequested():
            raise StoppedError(tr("Cancelled."))
