"""Whether a run is being written, and how it ended."""

from datetime import datetime
from enum import StrEnum
from pathlib import Path

from latentlab.runs.lines import Lines
from latentlab.runs.lock import Holder, read_holder
from latentlab.runs.mirrors import read_mirror
from latentlab.runs.records import EVENTS_FILE, Event


class RunState(StrEnum):
    """What has become of a run: live (a process is writing it), or how its last process ended."""

    LIVE = "live"
    FINISHED = "finished"
    STOPPED = "stopped"
    FAILED = "failed"
    INTERRUPTED = "interrupted"
    """Its process ended without a word: killed, or the computer lost power."""


_ENDINGS = {"finish": RunState.FINISHED, "stop": RunState.STOPPED, "failure": RunState.FAILED}


def events_of(path: Path) -> Lines[Event]:
    """The events of a run folder."""
    return Lines(path / EVENTS_FILE, Event.from_record)


def last_ending(path: Path) -> Event | None:
    """How a run's last process ended, None where it did not say so.

    Raises:
        RunError: if the events cannot be read.
    """
    for event in reversed(events_of(path)):
        if event.kind in _ENDINGS:
            return event
        if event.kind in ("start", "resume"):
            return None
    return None


def state_of(path: Path) -> RunState:
    """The state of a run folder, by its last events and by its lock; of one on another computer, what was said there last.

    Raises:
        RunError: if the events cannot be read.
    """
    mirror = read_mirror(path)
    if mirror is not None and mirror.state in set(RunState):
        return RunState(mirror.state)
    ending, holder = last_ending(path), read_holder(path)
    if holder is not None and holder.lives(path) and (ending is None or _is_before(ending, holder)):
        return RunState.LIVE
    return _ENDINGS[ending.kind] if ending else RunState.INTERRUPTED


def _is_before(ending: Event, holder: Holder) -> bool:
    """Whether the holder began after this ending, so that it goes on with the run."""
    try:
        return datetime.fromisoformat(ending.time) < datetime.fromisoformat(holder.started)
    except (ValueError, TypeError):
        return False
