"""How far sliders go to either side of 0: far enough for all that is likely and for all that is there, and steady."""

import numpy as np
from numpy.typing import NDArray

from latentlab.explore.requests.values import Vector

_REACH = 3.1
"""Between −3.1 and 3.1 lies 99.8 % of a standard normal distribution: the range where nothing is known yet."""
_STEP = 0.1
_SAME = 1e-4
"""Values nearer than this are one."""
_LOOSE = 0.1
"""Share of itself by which a reach may be too large before it is taken in."""


class SliderRange:
    """The reaches of n sliders, the same to either side so that 0 stands in the middle of each.

    A reach grows as soon as a value needs it and shrinks only when it is much too large.
    """

    def __init__(self, count: int) -> None:
        self._reach = np.full(count, _REACH, np.float32)
        self._known = False

    def take(self, low: Vector, high: Vector) -> None:
        """Between these, (n,) each, values are likely from now on."""
        needed = np.maximum(np.abs(low), np.abs(high))
        # At least a step, and outwards to whole steps.
        likely = (np.ceil(needed / _STEP + 0.5) * _STEP).astype(np.float32)
        loose = _LOOSE * self._reach if self._known else 0
        self._known = True
        changes = (needed > self._reach + _SAME) | (likely < self._reach - loose)
        self._reach = np.where(changes, likely, self._reach)

    def around(self, *values: Vector) -> NDArray[np.float32]:
        """The reaches, (n,), widened so that they hold these values, and until `take` holding on to them."""
        needed = np.maximum.reduce([np.abs(value) for value in values])
        beyond = np.ceil(needed / _STEP) * _STEP
        self._reach = np.where(needed > self._reach + _SAME, beyond, self._reach).astype(np.float32)
        return self._reach
