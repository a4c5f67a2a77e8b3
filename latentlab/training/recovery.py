"""How a run goes back to its last checkpoint by itself."""

from typing import TYPE_CHECKING

from latentlab.errors import NonFiniteError, RunError
from latentlab.runs import Event, Run, RunWriter
from latentlab.training.changes import changes

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
    header = Run(trainer.writer.path).header
    rate = trainer.config.train.learning_rate / 2
    config = trainer.config.model_copy(update={"train": trainer.config.train.model_copy(update={"learning_rate": rate})})
    trainer.steering.plan((), note=False)
    trainer.reconfigure(config)
    changed = changes(header.config_at(trainer.step), config)
    path = trainer.writer.path
    trainer.writer.close()
    trainer.writer = RunWriter.resume(path, config, trainer.step, changed, trainer.keeping.first_line_dropped)
    if report is not None:
        trainer.writer.report(report)
    return trainer.writer.event(
        trainer.step,
        "recovery",
        f"{error} Went back to step {trainer.step:,} by itself at half the learning rate, {rate:g} "
        f"({recoveries} of {allowed} times).",
    )
