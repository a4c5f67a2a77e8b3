"""What the numbers of pixels mean: their kind, how a set of images uses it, and the one scale that makes bytes of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, ValidationError

from latentlab.errors import DataError

LEVELS = 256
_DENSE_BITS = 16  # integers of up to so many bits are counted one by one
_SAMPLED_OF_AN_IMAGE = 4096
_MOST_SAMPLED = 2**20
_AT_A_TIME = 2**20  # values in work at a time, so that a very large image needs no copies of it
_USED_ENOUGH = 0.75
"""Share of the range of integers that a set must span for that range to be kept: at least 192 of 256 grey levels remain."""
_FRACTIONS_USED_ENOUGH = 1 / 8
_ROUNDING = 1 / 255
"""How far beyond 0 and 1 fractions may lie, as a share: a grey level."""

How = Literal["full", "binary", "set", "percentile", "window"]


@dataclass(frozen=True, slots=True)
class ValueKind:
    """A kind of number.

    Attributes:
        name: as in "16-bit", "signed 16-bit" or "32-bit float".
        low: black, as far as the kind alone tells.
        high: white; 1 for floats.
        is_float: whether there are fractions.
    """

    name: str
    low: float
    high: float
    is_float: bool = False

    @classmethod
    def whole(cls, bits: int, *, signed: bool = False) -> "ValueKind":
        """Whole numbers."""
        return (
            cls(f"signed {bits}-bit", -(2.0 ** (bits - 1)), 2.0 ** (bits - 1) - 1)
            if signed
            else cls(f"{bits}-bit", 0, 2.0**bits - 1)
        )

    @classmethod
    def of(cls, dtype: np.dtype[Any]) -> "ValueKind | None":
        """That of an array's values; None where they are not numbers with an order."""
        if dtype.kind == "b":
            return cls("black-and-white", 0, 1)
        if dtype.kind in "iu":
            return cls.whole(8 * dtype.itemsize, signed=dtype.kind == "i")
        return cls(f"{8 * dtype.itemsize}-bit float", 0, 1, is_float=True) if dtype.kind == "f" else None

    @property
    def bins(self) -> int:
        """Number of different values, 0 where they are too many to be counted one by one."""
        return 0 if self.is_float or self.high - self.low >= 2**_DENSE_BITS else int(self.high - self.low) + 1


BYTE = ValueKind.whole(8)


@dataclass
class Tally:
    """How often the values of a kind occur in images: exactly for up to 16 bits, from an even sample otherwise.

    Attributes:
        kind: of the values.
        least: smallest.
        most: largest.
    """

    kind: ValueKind
    least: float = np.inf
    most: float = -np.inf
    _counts: NDArray[np.int64] | None = None
    _sample: list[NDArray[np.float64]] = field(default_factory=list)

    def count(self, values: NDArray[Any]) -> "Tally":
        """Add an image's finite values."""
        if not values.size:
            return self
        self.least, self.most = min(self.least, float(values.min())), max(self.most, float(values.max()))
        if self.kind.bins:
            flat = values.reshape(-1)
            for start in range(0, flat.size, _AT_A_TIME):
                places = flat[start : start + _AT_A_TIME].astype(np.int64) - int(self.kind.low)
                self.count_bins(np.bincount(places, minlength=self.kind.bins))
        else:
            flat = values.reshape(-1)
            self._sample.append(flat[:: max(1, flat.size // _SAMPLED_OF_AN_IMAGE)].astype(np.float64))
            self._thin()
        return self

    def count_bins(self, counts: NDArray[Any]) -> "Tally":
        """Add the number of times that each value occurs, from the kind's lowest on."""
        used = np.flatnonzero(counts)
        if used.size:
            self.least = min(self.least, float(used[0] + self.kind.low))
            self.most = max(self.most, float(used[-1] + self.kind.low))
        self._counts = counts.astype(np.int64) if self._counts is None else self._counts + counts
        return self

    def add(self, other: "Tally") -> None:
        """Add what was counted in other images."""
        self.least, self.most = min(self.least, other.least), max(self.most, other.most)
        if other._counts is not None:
            self._counts = other._counts.copy() if self._counts is None else self._counts + other._counts
        self._sample += other._sample
        self._thin()

    def quantiles(self, low: float, high: float) -> tuple[float, float]:
        """The values below which shares of all lie."""
        if self._counts is None:
            found = np.quantile(np.concatenate(self._sample), (low, high))
            return float(found[0]), float(found[1])
        reached = np.cumsum(self._counts)
        places = np.searchsorted(reached, np.array((low, high)) * reached[-1], side="left")
        return tuple(float(place + self.kind.low) for place in places)  # type: ignore[return-value]

    def levels(self, low: float, high: float) -> int:
        """Number of different bytes that the values become between a black and a white."""
        if self._counts is not None:
            values = np.flatnonzero(self._counts) + self.kind.low
        else:
            values = np.concatenate([*self._sample, np.array([self.least, self.most])])
        return len(np.unique(to_bytes(values, low, high)))

    def _thin(self) -> None:
        if sum(map(len, self._sample)) > _MOST_SAMPLED:
            self._sample = [np.concatenate(self._sample)[::2]]


class ValueRange(BaseModel):
    """How the values of one kind become bytes in a whole set of images.

    Attributes:
        kind: its name.
        low: what becomes black.
        high: what becomes white.
        least: smallest value of the set.
        most: largest value of the set.
        levels: number of different bytes that remain, of 256.
        how: the range was chosen.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    kind: str
    low: float
    high: float
    least: float
    most: float
    levels: int
    how: How

    def __str__(self) -> str:
        ends = f"{_number(self.low)} to {_number(self.high)}"
        cut = "" if self.low <= self.least and self.most <= self.high else ", what lies outside is cut off"
        how = {
            "full": "read as they are" if self.kind == BYTE.name else f"scaled from {ends}",
            "binary": "0 taken as black and 1 as white",
            "set": "scaled by the set's range",
            "percentile": f"scaled from the percentiles {ends}",
            "window": f"scaled from the window {ends}",
        }[self.how]
        extent = f"all {_number(self.least)}" if self.least == self.most else f"{_number(self.least)} to {_number(self.most)}"
        remain = "level remains" if self.levels == 1 else "levels remain"
        return f"{self.kind} values {extent}, {how}{cut}; {self.levels} of {LEVELS} grey {remain}"


_PLAIN_BYTES = ValueRange(kind=BYTE.name, low=0, high=BYTE.high, least=0, most=BYTE.high, levels=LEVELS, how="full")

Ranges = Mapping[str, ValueRange]
"""By the name of a kind."""


class RangeRule(BaseModel):
    """How black and white are chosen, as in `DataConfig`.

    Attributes:
        kept: ranges of an earlier reading, which are taken again whatever the images are now.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    range: Literal["auto", "full", "set", "percentile", "window"] = "auto"
    range_low: float = 0.0
    range_high: float = 255.0
    range_percent: float = 1.0
    kept: tuple[ValueRange, ...] = ()

    def choose(self, tally: Tally) -> ValueRange:
        """The range of a kind, given what the whole set has of it."""
        low, high, how = self._ends(tally)
        if not low < high:  # a set of one value
            low, high, how = tally.kind.low, tally.kind.high, "full"
        return ValueRange(
            kind=tally.kind.name,
            low=low,
            high=high,
            least=tally.least,
            most=tally.most,
            levels=tally.levels(low, high),
            how=how,
        )

    def _ends(self, tally: Tally) -> tuple[float, float, How]:
        for earlier in self.kept:
            if earlier.kind == tally.kind.name:
                return earlier.low, earlier.high, earlier.how
        match self.range:
            case "window":
                return self.range_low, self.range_high, "window"
            case "full":
                return tally.kind.low, tally.kind.high, "full"
            case "percentile":
                low, high = tally.quantiles(self.range_percent / 100, 1 - self.range_percent / 100)
                if low < high:
                    return low, high, "percentile"
            case "auto":
                return _fractions(tally) if tally.kind.is_float else _whole(tally)
            case _:
                pass
        return tally.least, tally.most, "set"


def _whole(tally: Tally) -> tuple[float, float, How]:
    """Whole numbers: the range that their kind promises, if they use it, else their own."""
    kind, least, most = tally.kind, tally.least, tally.most
    if least >= 0 and most <= 1:
        return 0, 1, "binary"
    if kind == BYTE:
        return kind.low, kind.high, "full"
    fulls = [(0.0, BYTE.high), (0.0, kind.high), (kind.low, kind.high)]
    low, high = next((low, high) for low, high in fulls if low <= least and most <= high)
    return (low, high, "full") if most - least >= _USED_ENOUGH * (high - low) else (least, most, "set")


def _fractions(tally: Tally) -> tuple[float, float, How]:
    """Fractions: 0 to 1, -1 to 1 or 0 to 255, if they look like that, else their own range."""
    least, most = tally.least, tally.most
    for low, high, used in ((0.0, 1.0, _FRACTIONS_USED_ENOUGH), (-1.0, 1.0, _USED_ENOUGH), (0.0, 255.0, _USED_ENOUGH)):
        slack = _ROUNDING * (high - low)
        if low - slack <= least and most <= high + slack and (most - least >= used * (high - low) or least == most):
            return low, high, "full"
    return least, most, "set"


def to_bytes(values: NDArray[Any], low: float, high: float) -> NDArray[np.uint8]:
    """Values as bytes, `low` black and `high` white; what lies outside is cut off."""
    if values.dtype == np.uint8 and (low, high) == (BYTE.low, BYTE.high):
        return np.asarray(values, np.uint8)
    flat, result = values.reshape(-1), np.empty(values.size, np.uint8)
    if values.dtype.kind == "u" and values.dtype.itemsize <= 2 and values.size > 2**16:  # looked up faster than computed
        table = to_bytes(np.arange(2 ** (8 * values.dtype.itemsize)), low, high)
        for start in range(0, flat.size, _AT_A_TIME):
            result[start : start + _AT_A_TIME] = table[flat[start : start + _AT_A_TIME]]
        return result.reshape(values.shape)
    for start in range(0, flat.size, _AT_A_TIME):
        scaled = (flat[start : start + _AT_A_TIME].astype(np.float64) - low) * ((LEVELS - 1) / (high - low))
        result[start : start + _AT_A_TIME] = np.rint(np.clip(scaled, 0, LEVELS - 1))
    return result.reshape(values.shape)


def by_kind(ranges: Iterable[ValueRange]) -> dict[str, ValueRange]:
    """Ranges by the name of their kind."""
    return {value_range.kind: value_range for value_range in ranges}


def with_bytes(ranges: Iterable[ValueRange]) -> tuple[ValueRange, ...]:
    """Ranges, with that of bytes where it is not among them: these are taken as they are."""
    named = by_kind(ranges)
    return tuple({BYTE.name: _PLAIN_BYTES, **named}.values())


def reads_otherwise(kept: Iterable[ValueRange], now: Iterable[ValueRange]) -> bool:
    """Whether values of a kind that was read earlier become other bytes now."""
    today = {one.kind: (one.low, one.high) for one in with_bytes(now)}
    return any(today.get(one.kind, (one.low, one.high)) != (one.low, one.high) for one in with_bytes(kept))


def ranges_from(written: Sequence[object]) -> dict[str, ValueRange]:
    """Ranges as a run keeps them.

    Raises:
        DataError: if they are none.
    """
    try:
        return by_kind(ValueRange.model_validate(value) for value in written)
    except ValidationError:
        raise DataError("values: the run does not say rightly how its images' values were read; train it again.") from None


def shown_channels(channels: int, chosen: str = "") -> tuple[int, ...]:
    """Which channels of an image are seen: one as grey, three as red, green and blue.

    Args:
        channels: of the image.
        chosen: three of them from 1 on, as in "4,2,1"; the first three of those it has where that names others.
    """
    if channels in (1, 3):
        return tuple(range(channels))
    places = tuple(int(number) - 1 for number in chosen.split(",")) if chosen else ()
    if places and max(places) < channels:
        return places
    return (0, 1, 0) if channels == 2 else (0, 1, 2)


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == round(value) and abs(value) < 2**53 else f"{value:.7g}"
