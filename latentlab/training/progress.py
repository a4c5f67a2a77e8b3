"""How far a run has got: what the trainer counts while the networks learn."""

from collections.abc import Mapping
from dataclasses import dataclass

from latentlab.runs import Report


@dataclass
class Progress:
    """Counts of one run.

    Attributes:
        step: steps taken.
        seconds: spent on them.
        reported_at: step and seconds of the last report.
        last_report: what of it outlasts a resume, None before the first.
        recoveries: times that the run went back to an earlier checkpoint by itself.
        best: the largest score (`TrainConfig.score`) so far, None before the first.
        best_step: the step that it was measured at.
        without_best: measurements since.
    """

    step: int = 0
    seconds: float = 0.0
    reported_at: tuple[int, float] = (0, 0.0)
    last_report: Report | None = None
    recoveries: int = 0
    best: float | None = None
    best_step: int = 0
    without_best: int = 0

    def watch(self, score: float) -> None:
        """Count the measurements since the best one."""
        if self.best is None or score > self.best:
            self.best, self.best_step, self.without_best = score, self.step, 0
        else:
            self.without_best += 1

    def forget_best(self) -> None:
        """Compare with no earlier measurement any longer: those to come are of another kind."""
        self.best, self.best_step, self.without_best = None, 0, 0

    def report(self, epochs: float, batch_size: int, values: dict[str, float], machine: Mapping[str, float]) -> Report:
        """The report of this step, whose speed is that of the steps since the last one."""
        steps, seconds = self.step - self.reported_at[0], self.seconds - self.reported_at[1]
        self.reported_at = (self.step, self.seconds)
        return Report(self.step, epochs, self.seconds, steps * batch_size / max(seconds, 1e-9), values, machine)
