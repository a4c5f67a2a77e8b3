"""A growing curve that can be drawn at any zoom in time that depends on the pixels, not on the points."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_FIRST_CAPACITY = 256


class SeriesPyramid:
    """Points in the order of x, summarised in blocks of 2, 4, 8, … points.

    A block keeps the smallest, the largest and the mean y of its points, and which of the extremes came first, so that a
    spike survives any zoom. NaN and infinite values are kept as NaN: a gap in the curve.
    """

    def __init__(self) -> None:
        self._count = 0
        self._x: Floats = np.empty(_FIRST_CAPACITY)
        self._y: Floats = np.empty(_FIRST_CAPACITY)
        self._levels: list[_Level] = []

    def __len__(self) -> int:
        return self._count

    def append(self, x: float, y: float) -> None:
        """Add one point; amortised constant time."""
        self.extend((x,), (y,))

    def extend(self, xs: Sequence[float] | Floats, ys: Sequence[float] | Floats) -> None:
        """Add points.

        Raises:
            ValueError: the lengths differ, or x is not a number or decreases (`truncate` first to write over points).
        """
        new_x, new_y = np.asarray(xs, dtype=np.float64).ravel(), np.asarray(ys, dtype=np.float64).ravel()
        if new_x.size != new_y.size:
            raise ValueError(f"{new_x.size} x values but {new_y.size} y values")
        if not new_x.size:
            return
        last = self._x[self._count - 1] if self._count else -np.inf
        if not np.isfinite(new_x).all() or new_x[0] < last or (new_x.size > 1 and (np.diff(new_x) < 0).any()):
            raise ValueError("x must be finite and must not decrease")
        count = self._count + new_x.size
        self._x, self._y = _grown(self._x, count), _grown(self._y, count)
        self._x[self._count : count] = new_x
        self._y[self._count : count] = np.where(np.isfinite(new_y), new_y, np.nan)
        self._count = count
        self._summarise()

    def truncate(self, x: float) -> None:
        """Drop the points beyond x, as after a return to an earlier step."""
        self._count = int(np.searchsorted(self._x[: self._count], x, side="right"))
        for depth, level in enumerate(self._levels, start=1):
            # Blocks lie wholly below the new end, so what is kept stays right.
            level.count = self._count >> depth

    def clear(self) -> None:
        """Forget all points and give their memory back."""
        self.__init__()  # type: ignore[misc]

    def bounds(self) -> tuple[float, float]:
        """The first and the last x; NaN where there is no point."""
        if not self._count:
            return np.nan, np.nan
        return float(self._x[0]), float(self._x[self._count - 1])

    def nearest(self, x: float) -> tuple[float, float]:
        """The point whose x is nearest; (NaN, NaN) where there is no point."""
        if not self._count:
            return np.nan, np.nan
        right = int(np.searchsorted(self._x[: self._count], x))
        left = max(right - 1, 0)
        right = min(right, self._count - 1)
        index = left if x - self._x[left] <= self._x[right] - x else right
        return float(self._x[index]), float(self._y[index])

    def view(self, x_min: float, x_max: float, pixels: int) -> tuple[Floats, Floats]:
        """Points that draw the same picture as all points between the limits do, and one beyond at either side.

        Returns:
            xs, ys: at most two points a pixel, and the newest point where it is in sight.
        """
        start, stop = self._inside(x_min, x_max)
        depth = _depth(stop - start, pixels)
        if not depth:
            return self._x[start:stop].copy(), self._y[start:stop].copy()
        level = self._levels[depth - 1]
        size = 1 << depth
        first, last = start >> depth, min(stop >> depth, level.count)
        low, high = level.low[first:last], level.high[first:last]
        rising = level.rising[first:last]
        ys = np.empty(2 * (last - first))
        ys[0::2], ys[1::2] = np.where(rising, low, high), np.where(rising, high, low)
        xs = self._x[first * size : last * size : size // 2].copy()
        return self._with_rest(xs, ys, last * size, stop)

    def view_mean(self, x_min: float, x_max: float, pixels: int) -> tuple[Floats, Floats]:
        """The same for means: at most one point a pixel. Series with the same x give the same xs, so they can be added up."""
        start, stop = self._inside(x_min, x_max)
        depth = _depth(stop - start, pixels)
        if not depth:
            return self._x[start:stop].copy(), self._y[start:stop].copy()
        level = self._levels[depth - 1]
        size = 1 << depth
        first, last = start >> depth, min(stop >> depth, level.count)
        xs = self._x[first * size + size // 2 : last * size : size].copy()
        rest = self._y[last * size : stop]
        known = rest[~np.isnan(rest)]
        tail = known.mean() if known.size else level.mean[last - 1] if not rest.size else np.nan
        # The curve ends at the newest point, not in the middle of its block.
        return np.append(xs, self._x[stop - 1]), np.append(level.mean[first:last], tail)

    def _inside(self, x_min: float, x_max: float) -> tuple[int, int]:
        xs = self._x[: self._count]
        start = max(int(np.searchsorted(xs, x_min)) - 1, 0)
        stop = min(int(np.searchsorted(xs, x_max, side="right")) + 1, self._count)
        return start, max(stop, start)

    def _with_rest(self, xs: Floats, ys: Floats, start: int, stop: int) -> tuple[Floats, Floats]:
        """Add the points that do not fill a block yet: their extremes, then the newest one itself."""
        rest = self._y[start:stop]
        if not rest.size:
            return np.append(xs, self._x[stop - 1]), np.append(ys, self._y[stop - 1])
        if np.isnan(rest).all():
            return np.append(xs, self._x[start]), np.append(ys, np.nan)
        low, high = int(np.nanargmin(rest)), int(np.nanargmax(rest))
        picks = np.array([*sorted((low, high)), rest.size - 1]) + start
        return np.concatenate([xs, self._x[picks]]), np.concatenate([ys, self._y[picks]])

    def _summarise(self) -> None:
        """Complete the blocks that the new points fill, level by level; most appends touch one block."""
        depth = 1
        while self._count >> depth:
            if depth > len(self._levels):
                self._levels.append(_Level())
            level = self._levels[depth - 1]
            done, ready = level.count, self._count >> depth
            if done == ready:
                return
            if depth == 1:
                points = self._y[2 * done : 2 * ready]
                level.add(points, points, points, np.ones(points.size, dtype=bool), ready)
            else:
                below = self._levels[depth - 2]
                children = slice(2 * done, 2 * ready)
                level.add(below.low[children], below.high[children], below.mean[children], below.rising[children], ready)
            depth += 1


class _Level:
    """Blocks of one size.

    Attributes:
        count: complete blocks.
        low, high, mean: of the known values of a block, NaN where there is none.
        rising: the smallest value came before the largest.
    """

    def __init__(self) -> None:
        self.count = 0
        self.low: Floats = np.empty(0)
        self.high: Floats = np.empty(0)
        self.mean: Floats = np.empty(0)
        self.rising: NDArray[np.bool_] = np.empty(0, dtype=bool)

    def add(self, low: Floats, high: Floats, mean: Floats, rising: NDArray[np.bool_], count: int) -> None:
        """Add blocks up to `count` of them, from their halves in turn: left, right, left, right."""
        self.low, self.high, self.mean = _grown(self.low, count), _grown(self.high, count), _grown(self.mean, count)
        self.rising = _grown(self.rising, count)
        new = slice(self.count, count)
        self.low[new] = np.fmin(low[0::2], low[1::2])
        self.high[new] = np.fmax(high[0::2], high[1::2])
        left, right = mean[0::2], mean[1::2]
        self.mean[new] = np.where(np.isnan(left), right, np.where(np.isnan(right), left, 0.5 * (left + right)))
        low_right = ~(low[0::2] <= low[1::2]) & ~np.isnan(low[1::2])
        high_right = ~(high[0::2] >= high[1::2]) & ~np.isnan(high[1::2])
        same = np.where(low_right, rising[1::2], rising[0::2])
        self.rising[new] = np.where(low_right == high_right, same, high_right)
        self.count = count


def _depth(points: int, pixels: int) -> int:
    """The level at which so many points are at most one block a pixel; 0 draws them as they are."""
    depth = 0
    pixels = max(pixels, 1)
    if points <= 2 * pixels:
        return 0
    while points >> depth > pixels:
        depth += 1
    return depth


def _grown(array: NDArray[Any], count: int) -> NDArray[Any]:
    if count <= array.size:
        return array
    larger = np.empty(max(count, 2 * array.size), dtype=array.dtype)
    larger[: array.size] = array
    return larger
