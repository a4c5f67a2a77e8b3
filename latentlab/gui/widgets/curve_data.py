"""The points of a plot's curves, and what of them is drawn."""

import math
from collections.abc import Collection, Mapping, Sequence

from latentlab.gui.series import Floats, SeriesPyramid
from latentlab.gui.widgets.curve import Curve
from latentlab.gui.widgets.value_range import stack

Line = tuple[Floats, Floats]
"""Steps and values."""
Area = tuple[Floats, Floats, Floats]
"""Steps, lower and upper edge."""


class CurveData:
    """A series for each curve.

    Attributes:
        series: by the key of the curve.
    """

    def __init__(self, curves: Mapping[str, Curve]) -> None:
        self._curves = curves
        self.series = {key: SeriesPyramid() for key in curves}
        self._reach = (math.inf, -math.inf)

    def extend(self, key: str, steps: Sequence[float] | Floats, values: Sequence[float] | Floats) -> None:
        """Add points of a curve.

        Raises:
            KeyError: there is no such curve.
            ValueError: the steps decrease.
        """
        self.series[key].extend(steps, values)

    def truncate(self, step: float) -> None:
        """Drop all points beyond a step."""
        first, last = self._reach
        self._reach = (first, min(last, step)) if first <= step else (math.inf, -math.inf)
        for series in self.series.values():
            series.truncate(step)

    def clear(self) -> None:
        """Forget all points and give their memory back."""
        self._reach = (math.inf, -math.inf)
        for series in self.series.values():
            series.clear()

    def reach(self, first: float, last: float) -> None:
        """Let the extent hold two steps, once there is a point."""
        self._reach = min(first, self._reach[0]), max(last, self._reach[1])

    def extent(self) -> tuple[float, float]:
        """The first and the last step; NaN where there is none."""
        bounds = [series.bounds() for series in self.series.values() if len(series)]
        if not bounds:
            return math.nan, math.nan
        bounds.append(self._reach)
        return min(first for first, _ in bounds), max(last for _, last in bounds)

    def common_end(self) -> float:
        """The last step; NaN where there is none, or curves end apart and it is not that of all."""
        return math.nan if any(curve.ends_apart for curve in self._curves.values()) else self.extent()[1]

    def nearest_step(self, position: float, keys: Collection[str]) -> float | None:
        """The step nearest to a position at which one of some curves has a value."""
        nearest = [self.series[key].nearest(position)[0] for key in keys if len(self.series[key])]
        return min(nearest, key=lambda step: abs(step - position)) if nearest else None

    def newest(self, key: str, step: float | None) -> tuple[float, float]:
        """The point of a curve nearest to a step, the last one for None; NaN where there is none."""
        return self.series[key].nearest(math.inf if step is None else step)

    def drawn(
        self, keys: Collection[str], sight: tuple[float, float, int], terms: Collection[str]
    ) -> tuple[dict[str, Line], dict[str, Area]]:
        """The lines and the areas of some curves.

        Args:
            keys: of the curves.
            sight: the first and the last step in sight, and the pixels between them.
            terms: those to be stacked, none for lines alone; a negative one forbids a stack, and all are drawn as lines.
        """
        keys = [key for key in keys if len(self.series[key])]
        bands = stack({key: self.series[key] for key in keys if key in terms}, *sight) if terms else None
        if bands is None:
            kept = [key for key in keys if terms or not self._curves[key].only_stacked]
            return {key: self.series[key].view(*sight) for key in kept}, {}
        # In a stack the total is drawn from means like the areas are, so that they add up to it to the pixel.
        whole = [key for key in keys if key not in terms and not self._curves[key].is_broken]
        lines = {key: self.series[key].view_mean(*sight) for key in whole}
        return lines, bands
