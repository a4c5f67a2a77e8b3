"""What was changed over a run, and which settings were in force at a step."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from latentlab.config import Change, RunConfig, parse_config
from latentlab.config.dotted import section_of


@dataclass(frozen=True)
class Segment:
    """Where a run went on with other settings.

    Attributes:
        step: from which.
        time: when, ISO 8601, UTC.
        changes: what was changed.
    """

    step: int
    time: str
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Parent:
    """Where a branch began.

    Attributes:
        run: the folder's name of the run that it branched off, in the same folder of runs.
        created: when that run began, ISO 8601, UTC: another one of that name is not it.
        step: steps taken there.
    """

    run: str
    created: str
    step: int


def change_text(step: int, change: Change) -> str:
    """What the event of a change says."""
    return f"From step {step:,} on, {change}."


def lineage(history: Iterable[Segment]) -> tuple[Segment, ...]:
    """The changes that led to a run's last state, in the order of their steps.

    Earlier versions kept those after a step to which the run has gone back since.
    """
    kept: list[Segment] = []
    for segment in history:
        kept = [earlier for earlier in kept if earlier.step <= segment.step]
        kept.append(segment)
    return tuple(kept)


def changed(config: RunConfig, changes: Iterable[Change]) -> RunConfig:
    """The settings with changes.

    Raises:
        ConfigError: if they do not go together.
    """
    return _with(config, ((change.key, change.new) for change in changes))


def config_at(config: RunConfig, history: Sequence[Segment], step: int) -> RunConfig:
    """The settings in force in the step after so many.

    Args:
        config: the settings now.
        history: what was changed, see `lineage`.
        step: steps taken.

    Raises:
        ConfigError: if the history does not fit the settings.
    """
    undone = [change for segment in reversed(history) if segment.step > step for change in reversed(segment.changes)]
    return _with(config, ((change.key, change.old) for change in undone)) if undone else config


def _with(config: RunConfig, values: Iterable[tuple[str, Any]]) -> RunConfig:
    """With values by dotted names; None is not set."""
    under = config.model_dump(exclude_none=True)
    for key, value in values:
        section, name = section_of(under, key)
        if value is None:
            section.pop(name, None)
        else:
            section[name] = value
    return parse_config(under)
