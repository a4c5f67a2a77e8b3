"""Weights that change over a run."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Schedule:
    """A value over the steps, counted from 0.

    Attributes:
        value: where it arrives.
        steps: of the line from 0 to the value, or of a cycle; 0 keeps the value throughout.
        kind: linear, one line and then constant; or cyclical, where the first half of each cycle is the line (Fu et al. 2019).
    """

    value: float
    steps: int = 0
    kind: Literal["linear", "cyclical"] = "linear"

    def at(self, step: int) -> float:
        """The value at a step."""
        if self.steps == 0:
            return self.value
        if self.kind == "cyclical":
            return self.value * min(1.0, 2 * (step % self.steps) / self.steps)
        return self.value * min(1.0, step / self.steps)


CONSTANT_ONE = Schedule(1.0)
