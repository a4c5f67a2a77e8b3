"""From where to where sliders go: wide enough for all that is likely and for all that is there, and steady."""

import numpy as np
from numpy.typing import NDArray

from latentlab.explore.requests.values import Vector

_REACH = 3.1
"""Between −3.1 and 3.1 lies 99.8 % of a standard normal distribution: the range where nothing is known yet."""
_STEP = 0.1
_SAME = 1e-4
"""Values nearer than this are one."""
_LOOSE = 0.1
"""Share of its width by which a range may be too wide before it is taken in."""


class SliderRange:
    """The ranges of n sliders. A range grows as soon as a value needs it and shrinks only when it is much too wide."""

    def __init__(self, count: int) -> None:
        self._low = np.full(count, -_REACH, np.float32)
        self._high = np.full(count, _REACH, np.float32)
        self._known = False

    def take(self, low: Vector, high: Vector) -> None:
        """Between these, (n,) each, values are likely from now on."""
        # At least two steps wide, and outwards to whole steps.
        likely_low = (np.floor(low / _STEP - 0.5) * _STEP).astype(np.float32)
        likely_high = (np.ceil(high / _STEP + 0.5) * _STEP).astype(np.float32)
        loose = _LOOSE * (self._high - self._low) if self._known else 0
        self._known = True
        self._low = np.where((low < self._low - _SAME) | (likely_low > self._low + loose), likely_low, self._low)
        self._high = np.where((high > self._high + _SAME) | (likely_high < self._high - loose), likely_high, self._high)

    def around(self, *values: Vector) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """The lower and upper ends, (n,) each, widened so that they hold these values, and until `take` holding on to them."""
        low, high = np.minimum.reduce(values), np.maximum.reduce(values)
        beyond = np.floor(low / _STEP) * _STEP, np.ceil(high / _STEP) * _STEP
        self._low = np.where(low < self._low - _SAME, beyond[0], self._low).astype(np.float32)
        self._high = np.where(high > self._high + _SAME, beyond[1], self._high).astype(np.float32)
        return self._low, self._high
