"""The bar that shows on standard error how far a training has got."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from latentlab import metrics
from latentlab.cli.terminal import notes
from latentlab.config import RunConfig
from latentlab.runs import Report


class StepBar:
    """A bar with the steps taken, and the loss and speed of the last report."""

    def __init__(self, progress: Progress, config: RunConfig, taken: int) -> None:
        self._progress = progress
        self._unit = config.consistency.speed_unit
        total = config.train.steps
        self._task = progress.add_task(config.name, total=total, completed=taken, numbers="", step=step_text(taken, total))

    def move(self, taken: int | None, last: int) -> None:
        """Show the steps taken, unless they are not known, and the step with which the run ends."""
        if taken is None:
            taken = int(self._progress.tasks[self._task].completed)
        self._progress.update(self._task, completed=taken, total=last, step=step_text(taken, last))

    def report(self, report: Report) -> None:
        """Show the loss and the speed, where it has a loss."""
        if metrics.TOTAL in report.values:
            rate = f"{report.images_per_second:,.0f} {self._unit}"
            self._progress.update(self._task, numbers=f"loss {report.values[metrics.TOTAL]:,.1f} nats · {rate}")

    def stop(self) -> None:
        """Leave the terminal to what is printed next."""
        self._progress.stop()


def step_text(taken: int, last: int) -> str:
    """Steps taken, and of how many; of how many another program takes is not known, and then they are 1."""
    return f"{taken:,}/{last:,}" if last > 1 else f"{taken:,}"


@contextmanager
def step_bar(config: RunConfig, taken: int = 0) -> Iterator[StepBar]:
    """A bar for a run of these settings that has taken so many steps."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("step {task.fields[step]}"),
        TextColumn("{task.fields[numbers]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=notes) as progress:
        yield StepBar(progress, config, taken)
