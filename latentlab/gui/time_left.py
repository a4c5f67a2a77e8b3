"""How long a run will still train, and when that will be over."""

from datetime import datetime, timedelta

from latentlab.config import TrainConfig
from latentlab.runs import Report

_FARTHEST = timedelta(days=365)


def seconds_left(train: TrainConfig, step: int, report: Report | None) -> float | None:
    """Until the run has had its steps, epochs or minutes, at the speed of a report; None where that is not known yet."""
    if report is None or report.images_per_second <= 0:
        return None
    steps = float(train.steps)
    if train.epochs and report.epoch > 0:
        steps = min(steps, train.epochs * report.step / report.epoch)
    left = max(steps - step, 0.0) * train.images_per_step / report.images_per_second
    return min(left, max(60 * train.minutes - report.seconds, 0.0)) if train.minutes else left


def clock_text(now: datetime, seconds: float) -> str:
    """The local time in so many seconds, such as "14:32", "Sat 14:32" within a week and "28 Nov" later; empty beyond a year."""
    if not 0 <= seconds <= _FARTHEST.total_seconds():  # a speed near 0 gives any number
        return ""
    end = now + timedelta(seconds=seconds)
    days = (end.date() - now.date()).days
    return f"{end:%H:%M}" if not days else f"{end:%a %H:%M}" if days < 7 else f"{end.day} {end:%b}"
