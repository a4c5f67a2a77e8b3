"""Checkpoints of a run: their names, keeping one, and what a branch begins with. Called on threads of file work alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from latentlab.config import RunConfig
from latentlab.errors import DiskError
from latentlab.gui.language import tr
from latentlab.runs import Answer, Run


@dataclass(frozen=True, eq=False)
class BranchPoint:
    """Where a branch begins.

    Attributes:
        path: the folder of the run that it branches off.
        step: of the checkpoint.
        config: the settings in force there.
        fixed: why other settings than the branch's own may not change, by their keys.
        checkpoints: the names of all that the run has, by their steps, ascending; empty for one without a name.
    """

    path: Path
    step: int
    config: RunConfig
    fixed: Mapping[str, str]
    checkpoints: dict[int, str]


def read_branch_point(path: Path, step: int | None) -> BranchPoint:
    """A checkpoint of a run to branch off, the newest whole one unless a step is given.

    Raises:
        RunError: if the run or the checkpoint cannot be read.
    """
    from latentlab.training.changes import fixed_settings

    run = Run(path)
    at = run.checkpoint(step).step
    config = run.header.config_at(at)
    return BranchPoint(path, at, config, fixed_settings(config), checkpoint_names(run))


def checkpoint_names(run: Run) -> dict[int, str]:
    """The names of a run's checkpoints by their steps, ascending; empty for one without a name.

    Raises:
        RunError: if they cannot be listed.
    """
    return {checkpoint.step: checkpoint.name for checkpoint in run.checkpoints()}


def keep_checkpoint(path: Path, step: int | None, name: str) -> Answer:
    """Keep a checkpoint of a run under a name, the newest whole one unless a step is given.

    Raises:
        ConfigError: if the name will not do.
        RunError: if there is no such checkpoint, or the name cannot be written.
    """
    checkpoint = Run(path).checkpoint(step)
    try:
        checkpoint.keep_as(name)
    except OSError as error:
        raise DiskError(
            tr("{path}: cannot be written: {reason}.", path=checkpoint.path, reason=error.strerror or error)
        ) from None
    return Answer(
        True, checkpoint.step, tr("The checkpoint of step {step:,} is kept as {name!r}.", step=checkpoint.step, name=name)
    )
