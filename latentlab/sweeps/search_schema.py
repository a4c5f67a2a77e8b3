"""What `[search]` in a sweep's file may say.

[search]
trials = 30
by = "nll"                                            # the measure that decides, on a validation split
sampler = "tpe"                                       # or "random"
prune = "median"                                      # or "halving", "none"
space.train.learning_rate = { low = 1e-4, high = 1e-2, log = true }
space.model.latent_dim = { low = 2, high = 32 }       # whole numbers where both ends are
space.objective.beta = { values = [0.5, 1, 2] }
"""

import math
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal

from pydantic import Field, PlainValidator, field_validator, model_validator
from pydantic_core import PydanticCustomError

from latentlab.config import Component
from latentlab.errors import shown
from latentlab.sweeps.values import Choice, Value, assignments_of, checked_measure, text_of


def _number(value: Any) -> int | float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise PydanticCustomError("number", "must be a number")
    return value


Number = Annotated[int | float, PlainValidator(_number)]
MOST_TRIALS = 10_000


class Range(Component):
    """What a setting may be.

    Attributes:
        low, high: the ends, both included; whole numbers are searched where both are whole.
        log: whether the logarithm is searched evenly.
        values: in the place of ends, a list to choose from.
    """

    low: Number | None = None
    high: Number | None = None
    log: bool = False
    values: tuple[Value, ...] = Field(default=(), strict=False)

    @model_validator(mode="after")
    def _is_one_of_two_kinds(self) -> "Range":
        has_ends = self.low is not None and self.high is not None
        if bool(self.values) == has_ends or (self.values and (self.low is not None or self.high is not None or self.log)):
            raise ValueError("give low and high, or values")
        if has_ends and not self.ends[0] < self.ends[1]:
            raise ValueError(f"low = {self.low} must be below high = {self.high}")
        if has_ends and self.log and not self.ends[0] > 0:
            raise ValueError(f"low = {self.low} must be above 0 where log is true")
        if self.values and len({(type(value), value) for value in self.values}) < max(2, len(self.values)):
            raise ValueError(f"values = {shown(list(self.values))}: give two or more, each once")
        return self

    @property
    def ends(self) -> tuple[Number, Number]:
        """Low and high of a range without values."""
        assert self.low is not None
        assert self.high is not None
        return self.low, self.high

    @property
    def is_whole(self) -> bool:
        """Whether whole numbers are searched."""
        return not self.values and all(isinstance(end, int) for end in self.ends)

    @property
    def extremes(self) -> tuple[Value, ...]:
        """Values that must do for all to do: the ends, or each of the list."""
        return self.values or self.ends

    def holds(self, value: object) -> bool:
        """Whether a value is in it."""
        if self.values:
            return any(type(value) is type(other) and value == other for other in self.values)
        is_number = isinstance(value, int if self.is_whole else int | float) and not isinstance(value, bool)
        return is_number and self.ends[0] <= value <= self.ends[1]  # type: ignore[operator]

    def own(self, value: object) -> Value | None:
        """A value as this range has it, such as 1 for 1.0; None where it is not in it."""
        if self.values:
            return next((own for own in self.values if isinstance(own, bool) == isinstance(value, bool) and own == value), None)
        if isinstance(value, float) and self.is_whole and value.is_integer():
            value = int(value)
        return value if isinstance(value, int | float) and self.holds(value) else None


class Search(Component):
    """Settings searched by runs that hold out a part of the training images; the best are those of the runs that count.

    Attributes:
        space: dotted setting → what it may be.
        trials: runs to search by, with the first of the sweep's seeds.
        by: the metric that decides.
        sampler: tpe learns from the trials before, random does not.
        prune: how a trial is ended early by its reports: median where it is worse than half of the others at the same step,
            halving by asynchronous successive halving.
        seed: of the sampler.
    """

    space: Annotated[dict[str, Range], Field(min_length=1)]
    trials: Annotated[int, Field(ge=2, le=MOST_TRIALS)]
    by: str = "nll"
    sampler: Literal["tpe", "random"] = "tpe"
    prune: Literal["median", "halving", "none"] = "none"
    seed: Annotated[int, Field(ge=0, lt=2**31)] = 0

    @field_validator("space", mode="before")
    @classmethod
    def _dotted(cls, space: Any) -> Any:
        return dict(_ranges(space)) if isinstance(space, Mapping) else space

    @field_validator("by")
    @classmethod
    def _has_a_best(cls, name: str) -> str:
        return checked_measure("search.by", name)

    @property
    def settings(self) -> tuple[str, ...]:
        """Dotted names of all that is searched."""
        return tuple(self.space)

    def assignments(self, choice: Choice) -> list[str]:
        """`section.key=value` of each setting."""
        return assignments_of(self.settings, choice)

    def text(self, choice: Choice) -> str:
        """A choice as a user writes it."""
        return text_of(self.settings, choice)

    def holds(self, choice: Choice) -> bool:
        """Whether each value is one that its setting may have."""
        return len(choice) == len(self.space) and all(
            span.holds(value) for span, value in zip(self.space.values(), choice, strict=True)
        )


def _ranges(space: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    """Dotted name → range: TOML reads `space.objective.beta = {…}` as a table within a table."""
    for key, value in space.items():
        if isinstance(value, Mapping) and value and not value.keys() & Range.model_fields.keys():
            yield from _ranges(value, f"{above}{key}.")
        else:
            yield above + key, value
