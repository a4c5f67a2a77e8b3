"""What a run reports, and the line of JSON that each report and event is on disk."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeGuard

from latentlab.files.text import parse_json_line

METRICS_FILE, EVENTS_FILE = "metrics.jsonl", "events.jsonl"
LARGEST_STEP = 2**53
_LONGEST_TEXT = 10_000


@dataclass(frozen=True)
class Report:
    """Numbers averaged over the steps since the last report.

    Attributes:
        step: steps taken so far.
        epoch: passes over the training images so far, with its fraction.
        seconds: time spent on training steps so far, over all sittings.
        images_per_second: training images over the steps of this report; x alone where t(x) is trained on too.
        values: metric name (see `latentlab.metrics`) → value; the same each time a run is trained on one machine.
        machine: what the process takes of the machine, by metric name, as far as it can be read.
    """

    step: int
    epoch: float
    seconds: float
    images_per_second: float
    values: Mapping[str, float]
    machine: Mapping[str, float] = field(default_factory=dict)

    def to_line(self) -> str:
        """One line of JSON; a value that is not finite becomes null."""
        head = {
            "step": self.step,
            "epoch": round(self.epoch, 6),
            "seconds": round(self.seconds, 3),
            "images_per_second": round(self.images_per_second, 1),
        }
        numbers = {"values": _finite(self.values)} | ({"machine": _finite(self.machine)} if self.machine else {})
        return json.dumps(head | numbers, allow_nan=False)

    @classmethod
    def from_line(cls, line: str | bytes) -> "Report | None":
        """The report of a line, None where the line is torn or damaged."""
        return cls.from_record(parse_json_line(line))

    @classmethod
    def from_record(cls, record: Any) -> "Report | None":
        """The report of a parsed line, None where a value has another type or range than ours."""
        if not isinstance(record, dict) or not is_step(record.get("step")):
            return None
        epoch, seconds, rate = (_number(record.get(name)) for name in ("epoch", "seconds", "images_per_second"))
        values, machine = _numbers(record.get("values")), _numbers(record.get("machine", {}))
        if values is None or machine is None:
            return None
        if not all(math.isfinite(value) and value >= 0 for value in (epoch, seconds, rate)):
            return None
        return cls(record["step"], epoch, seconds, rate, values, machine)


@dataclass(frozen=True)
class Event:
    """Something that happened to a run.

    Attributes:
        step: when.
        kind: start, resume, change, pause, stop, finish, alarm or failure.
        text: one sentence for a user.
        time: wall-clock time in ISO 8601, UTC.
    """

    step: int
    kind: str
    text: str
    time: str

    def to_line(self) -> str:
        """One line of JSON."""
        return json.dumps({"step": self.step, "kind": self.kind, "text": self.text, "time": self.time})

    @classmethod
    def from_line(cls, line: str | bytes) -> "Event | None":
        """The event of a line, None where the line is torn or damaged."""
        return cls.from_record(parse_json_line(line))

    @classmethod
    def from_record(cls, record: Any) -> "Event | None":
        """The event of a parsed line, None where a value has another type or range than ours."""
        if not isinstance(record, dict) or not is_step(record.get("step")):
            return None
        kind, text, time = (record.get(name) for name in ("kind", "text", "time"))
        if not _is_text(kind) or not _is_text(text) or not _is_text(time):
            return None
        return cls(record["step"], kind, text, time)


def is_step(value: object) -> TypeGuard[int]:
    """Whether a value from a file can be a number of steps."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= LARGEST_STEP


def _is_text(value: object) -> TypeGuard[str]:
    return isinstance(value, str) and len(value) <= _LONGEST_TEXT


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _finite(values: Mapping[str, float]) -> dict[str, float | None]:
    return {name: value if math.isfinite(value) else None for name, value in values.items()}


def _numbers(values: Any) -> dict[str, float] | None:
    """Numbers by name, null as NaN; None where something else is among them."""
    if not isinstance(values, dict) or not all(value is None or _is_number(value) for value in values.values()):
        return None
    return {name: _number(value) for name, value in values.items()}


def _number(value: Any) -> float:
    if not _is_number(value):
        return math.nan
    try:
        return float(value)
    except OverflowError:
        return math.nan
