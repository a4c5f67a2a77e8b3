"""Reading what a run has reported since the last look, so that a long one can be watched."""

import os
import time
from dataclasses import dataclass
from pathlib import Path

from latentlab.errors import FileError, MissingFileError, RunError
from latentlab.files.regular import open_regular
from latentlab.runs.checkpoints import checkpoints_of
from latentlab.runs.header import Header, read_header
from latentlab.runs.lock import STALE, read_holder
from latentlab.runs.records import EVENTS_FILE, METRICS_FILE, Event, Report
from latentlab.runs.state import RunState, state_of

_AT_ONCE = 2**21
"""Bytes read at a time: what reads on behalf of others must not be gone for long."""


@dataclass(frozen=True)
class Position:
    """How far a file of reports was read.

    Attributes:
        file: which file it was; a run that goes on from an earlier step writes a new one.
        offset: bytes read.
    """

    file: int
    offset: int


@dataclass(frozen=True)
class NewReports:
    """What was found.

    Attributes:
        reports: in order.
        position: where to go on.
        afresh: what was read before no longer holds.
        more: there is more to read at once.
    """

    reports: tuple[Report, ...]
    position: Position | None
    afresh: bool
    more: bool


def reports_since(path: Path, position: Position | None) -> NewReports:
    """The next reports of a run folder after a position, None being the beginning; a line still being written is left.

    Raises:
        RunError: if the file cannot be read.
    """
    found = _lines_since(path / METRICS_FILE, position)
    reports = tuple(report for line in found.lines if (report := Report.from_line(line)))
    return NewReports(reports, found.position, found.afresh, found.more)


@dataclass(frozen=True)
class News:
    """What is new in a run folder since the last look.

    Attributes:
        state: of the run now.
        reports: new ones, in order.
        events: likewise.
        afresh: the reports of earlier looks no longer hold; the run goes on from an earlier step.
        more: there is more to read at once.
        checkpoints: steps of those that there are, whole or not, ascending.
        header: its settings now.
    """

    state: RunState
    reports: tuple[Report, ...]
    events: tuple[Event, ...]
    afresh: bool
    more: bool
    checkpoints: tuple[int, ...]
    header: Header


class Follower:
    """Reads a run that another process or another computer may be writing.

    Attributes:
        path: the run folder.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._reports: Position | None = None
        self._events: Position | None = None
        self._heartbeat = ""
        self._beat_at: float | None = None

    def look(self) -> News:
        """What is new.

        Raises:
            RunError: if the folder is no run, or can no longer be read.
        """
        state = self._state()  # before the reports: those of a run that has ended are complete
        reports = reports_since(self.path, self._reports)
        events = _lines_since(self.path / EVENTS_FILE, self._events)
        self._reports, self._events = reports.position, events.position
        return News(
            state,
            reports.reports,
            tuple(event for line in events.lines if (event := Event.from_line(line))),
            reports.afresh,
            reports.more or events.more,
            tuple(checkpoint.step for checkpoint in checkpoints_of(self.path)),
            read_header(self.path),
        )

    def _state(self) -> RunState:
        state, holder = state_of(self.path), read_holder(self.path)
        heartbeat = holder.heartbeat if holder else ""
        if heartbeat != self._heartbeat:
            self._beat_at = time.monotonic() if self._heartbeat and heartbeat else None
            self._heartbeat = heartbeat
        beats = self._beat_at is not None and time.monotonic() - self._beat_at < STALE
        # A heartbeat that was seen to change is alive, whatever the other computer's clock says.
        return RunState.LIVE if state is RunState.INTERRUPTED and beats and not (holder and holder.is_local) else state


@dataclass(frozen=True)
class _NewLines:
    lines: tuple[bytes, ...]
    position: Position | None
    afresh: bool
    more: bool


def _lines_since(file: Path, position: Position | None) -> _NewLines:
    try:
        with open_regular(file) as lines:
            status = os.fstat(lines.fileno())
            size, which = status.st_size, status.st_ino
            afresh = position is not None and (position.file != which or size < position.offset)
            start = 0 if position is None or afresh else position.offset
            lines.seek(start)
            block = lines.read(_AT_ONCE)
    except MissingFileError:
        return _NewLines((), None, position is not None, False)
    except (FileError, OSError) as error:
        reason = error.reason if isinstance(error, FileError) else f"cannot be read: {error.strerror or error}"
        raise RunError(f"{file}: {reason}.") from None
    whole = block[: block.rfind(b"\n") + 1]
    if not whole and len(block) == _AT_ONCE:  # no line of ours is that long: passed over
        whole = block
    more = bool(whole) and start + len(block) < size
    return _NewLines(tuple(whole.splitlines()), Position(which, start + len(whole)), afresh, more)
