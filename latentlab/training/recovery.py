"""How a run goes back to its last checkpoint by itself."""

from typing import TYPE_CHECKING

from latentlab.config import Change
from latentlab.errors import NonFiniteError, RunError
from latentlab.runs import Event, Run, RunWriter

if TYPE_CHECKING:
    from latentlab.training.trainer import Trainer


def recover(trainer: "Trainer", error: NonFiniteError) -> Event:
    """Take a run whose numbers stopped being finite back to its newest whole checkpoint, at half the learning rate.

    Raises:
        NonFiniteError: the error given, where the run keeps no checkpoint or has gone back as often as `train.recover` allows.
    """
    allowed = trainer.config.train.recover
    if trainer.writer is None or trainer.progress.recoveries >= allowed:
        raise error
    try:
        checkpoint = Run(trainer.writer.path).checkpoint()
    except RunError:
        raise error from None
    recoveries = trainer.progress.recoveries + 1
    report = trainer.resume_from(checkpoint.path)
    trainer.progress.recoveries = recoveries
    rate = trainer.config.train.learning_rate / 2
    change = Change("train.learning_rate", trainer.config.train.learning_rate, rate)
    trainer.learner.set_learning_rate(rate)
    path = trainer.writer.path
    trainer.writer.close()
    trainer.writer = RunWriter.resume(path, trainer.config, trainer.step, [change], trainer.first_line_dropped)
    if report is not None:
        trainer.writer.report(report)
    return trainer.writer.event(
        trainer.step,
        "recovery",
        f"{error} Went back to step {trainer.step:,} by itself at half the learning rate, {rate:g} "
        f"({recoveries} of {allowed} times).",
    )
