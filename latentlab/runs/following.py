"""Reading what a run has reported since the last look, so that a long one can be watched."""

from dataclasses import dataclass
from pathlib import Path

from latentlab.errors import RunError
from latentlab.runs.records import Report

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
    file = path / "metrics.jsonl"
    try:
        with file.open("rb") as lines:
            lines.seek(0, 2)
            size, which = lines.tell(), file.stat().st_ino
            afresh = position is not None and (position.file != which or size < position.offset)
            start = 0 if position is None or afresh else position.offset
            lines.seek(start)
            block = lines.read(_AT_ONCE)
    except FileNotFoundError:
        return NewReports((), None, position is not None, False)
    except OSError as error:
        raise RunError(f"{file}: cannot be read: {error.strerror or error}.") from None
    whole = block[: block.rfind(b"\n") + 1]
    texts = whole.decode(errors="replace").splitlines()
    reports = tuple(report for text in texts if (report := Report.from_line(text)))
    return NewReports(reports, Position(which, start + len(whole)), afresh, bool(whole) and start + len(block) < size)
