"""When a run ends, and why, in a sentence."""

import math

from latentlab.catalog.numbers import NUMBERS
from latentlab.catalog.settings import field_words
from latentlab.config import TrainConfig
from latentlab.training.progress import Progress


def last_step(train: TrainConfig, batches_per_epoch: int) -> int:
    """The step with which a run ends at the latest: the last of `train.steps`, or of `train.epochs` where that comes first."""
    if not train.epochs:
        return train.steps
    return max(1, min(train.steps, math.ceil(train.epochs * batches_per_epoch)))


def lost_patience(train: TrainConfig, progress: Progress) -> bool:
    """Whether `train.patience` measurements have passed without a new best one."""
    return 0 < train.patience <= progress.without_best


def why_over(train: TrainConfig, progress: Progress, last: int) -> str:
    """Why a run is over that takes its last step with `last`, such as "it has had its 3 epochs (train.epochs)".

    Empty while it goes on, and where it has taken all of its steps.
    """
    if progress.step >= last:
        return f"it has had its {train.epochs:g} epochs (train.epochs)" if progress.step < train.steps else ""
    if train.minutes and progress.seconds >= 60 * train.minutes:
        return f"it has had its {train.minutes:g} minutes (train.minutes)"
    if lost_patience(train, progress):
        verb = "risen" if NUMBERS[train.best_by].better == "higher" else "fallen"
        return (
            f"the {_measured(train)} has not {verb} since step {progress.best_step:,}, which was the best "
            f"(train.patience = {train.patience})"
        )
    return ""


def ending(train: TrainConfig, progress: Progress, last: int) -> str:
    """Where training ended and why, and which checkpoint is the best; one or two sentences."""
    reason = why_over(train, progress, last)
    if not reason:
        said = f"Finished at step {progress.step:,}."
    else:
        said = f"Finished at step {progress.step:,} of {train.steps:,}: {reason}."
    if progress.best is None or lost_patience(train, progress) or progress.best_step == progress.step:
        return said
    return f"{said} Step {progress.best_step:,} has the best {_measured(train)}; its checkpoint is kept."


def _measured(train: TrainConfig) -> str:
    words = field_words(TrainConfig, "best_by")[train.best_by]
    return words[0].lower() + words[1:] if words[1].islower() else words
