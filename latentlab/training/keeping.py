"""What a run in training keeps on disk."""

import contextlib
import math
from pathlib import Path

from latentlab.errors import DiskError, RunError
from latentlab.runs import Event, Report, RunWriter
from latentlab.training.checkpointing import InTraining


class Keeping:
    """The checkpoints, reports and events of a run in training; nothing is kept without a writer.

    Attributes:
        writer: of the run folder; None keeps nothing on disk.
        knows_report: whether the state has the report of its step; checkpoints of the first schema do not keep it.
    """

    def __init__(self, state: InTraining, writer: RunWriter | None) -> None:
        self.writer = writer
        self.knows_report = True
        self._state = state
        self._saved_step = self._written_step = self._ended_step = -1

    @property
    def step(self) -> int:
        """Steps taken."""
        return self._state.progress.step

    @property
    def is_saved(self) -> bool:
        """Whether there is a checkpoint of this moment."""
        return self._saved_step == self.step

    def save(self, score: float | None) -> None:
        """Write a checkpoint that `restore` continues exactly.

        Args:
            score: what the best checkpoint has the largest of; None where nothing tells which is better.

        Raises:
            DiskError: if it cannot be written; earlier checkpoints stay.
        """
        if self.writer is None:
            return
        self.writer.checkpoint(self.step, -math.inf if score is None else score, self._state.write)
        self._saved_step = self.step

    def save_as(self, name: str) -> None:
        """Keep a checkpoint of this moment under a name.

        Raises:
            ConfigError: if the name will not do.
            RunError: if the run is not kept on disk, or the checkpoint cannot be written.
        """
        if self.writer is None:
            raise RunError("This run is not kept on disk, and neither are its checkpoints.")
        if not self.is_saved:
            self.save(None)
        self.writer.keep(self.step, name)

    def restore(self, checkpoint: Path) -> Report | None:
        """Take over the state in a checkpoint folder, so that training goes on as if it had never stopped.

        Returns:
            The report of the checkpoint's step, where an uninterrupted run has one, which may not have reached the disk; None
            also where the state does not know it.

        Raises:
            RunError: if it is damaged or belongs to another config; the state is as it was.
        """
        self.knows_report = self._state.restore(checkpoint)
        self._saved_step, self._written_step = self.step, -1
        return self._state.progress.last_report

    @property
    def first_line_dropped(self) -> int:
        """The step from which on lines of metrics are dropped when a run goes on from the state that was restored.

        From the checkpoint's own step on where the state keeps that step's report, else from the next.
        """
        return self.step if self.knows_report else self.step + 1

    def report(self, report: Report) -> None:
        """Append a report, or what is left of it. Raises DiskError while that cannot be done."""
        if self.writer is None:
            return
        if self._written_step != report.step:
            self._written_step = report.step
            self.writer.report(report)
        else:
            self.writer.flush()

    def note(self, kind: str, text: str) -> Event:
        """An event of this moment, kept on disk where the run is."""
        if self.writer is not None:
            with contextlib.suppress(DiskError):  # the writer keeps it
                return self.writer.event(self.step, kind, text)
        return Event(self.step, kind, text, "")

    def end(self, kind: str, text: str) -> None:
        """Note once how the run ended, and see to it that all lines reach the disk. Raises DiskError until they do."""
        if self.writer is None:
            return
        if self._ended_step != self.step:
            self._ended_step = self.step
            self.note(kind, text)
        self.writer.flush()
