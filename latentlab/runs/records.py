"""What a run reports, and the line of JSON that each report and event is on disk."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Report:
    """Numbers averaged over the steps since the last report.

    Attributes:
        step: steps taken so far.
        epoch: passes over the training images so far, with its fraction.
        seconds: time spent on training steps so far, over all sittings.
        images_per_second: over the steps of this report.
        values: metric name (see `latentlab.metrics`) → value.
    """

    step: int
    epoch: float
    seconds: float
    images_per_second: float
    values: Mapping[str, float]

    def to_line(self) -> str:
        """One line of JSON; a value that is not finite becomes null."""
        head = {
            "step": self.step,
            "epoch": round(self.epoch, 6),
            "seconds": round(self.seconds, 3),
            "images_per_second": round(self.images_per_second, 1),
        }
        values = {name: value if math.isfinite(value) else None for name, value in self.values.items()}
        return json.dumps(head | {"values": values}, allow_nan=False)

    @classmethod
    def from_line(cls, line: str) -> "Report | None":
        """The report of a line, None where the line is torn."""
        try:
            record = json.loads(line)
            values = {name: math.nan if value is None else float(value) for name, value in record["values"].items()}
            return cls(record["step"], record["epoch"], record["seconds"], record["images_per_second"], values)
        except (ValueError, KeyError, TypeError, AttributeError):
            return None


@dataclass(frozen=True)
class Event:
    """Something that happened to a run.

    Attributes:
        step: when.
        kind: start, resume, pause, stop, finish, alarm or failure.
        text: one sentence for a person.
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
    def from_line(cls, line: str) -> "Event | None":
        """The event of a line, None where the line is torn."""
        try:
            record: dict[str, Any] = json.loads(line)
            return cls(record["step"], record["kind"], record["text"], record["time"])
        except (ValueError, KeyError, TypeError):
            return None
