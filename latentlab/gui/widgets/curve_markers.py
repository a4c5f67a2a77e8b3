"""Marks upon the curves of a plot: where they leave it, a point alone, and the best one."""

from collections.abc import Mapping

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QColor

from latentlab.gui.series import Floats
from latentlab.gui.widgets.curve import Curve

_APART = 12
"""Pixels between two at the edge."""
_NEAR = 5
"""Pixels from the best point within which it is read out."""


class CurveMarkers:
    """The marks of a view.

    Attributes:
        beyond: triangles at the edge, and dots of curves of one point.
        best: the triangle upon the best point.
    """

    def __init__(self, box: pg.ViewBox, curves: Mapping[str, Curve]) -> None:
        self._box, self._curves = box, curves
        self._best_step: float | None = None
        self.beyond = pg.ScatterPlotItem(size=8, pxMode=True, pen=None)
        self.best = pg.ScatterPlotItem(size=10, pxMode=True, symbol="t", pen=None)
        for depth, item in enumerate((self.beyond, self.best), start=19):
            item.setZValue(depth)
            box.addItem(item, ignoreBounds=True)

    def mark(self, lines: Mapping[str, tuple[Floats, Floats]]) -> None:
        """Put a triangle at the edge wherever a curve runs on out of sight, and a dot where there is but one point."""
        (left, right), (low, high) = self._box.viewRange()
        width, height = self._box.viewPixelSize()
        spots = []
        for key, (xs, ys) in lines.items():
            if xs.size == 1:
                spots.append({"pos": (xs[0], ys[0]), "symbol": "o", "brush": self._curves[key].resolved()})
            inside = (xs >= left) & (xs <= right) & (self._curves[key].behind is None)
            for outside, symbol, edge in ((ys > high, "t1", high - 5 * height), (ys < low, "t", low + 5 * height)):
                # One for each stretch of the axis, so that they stay apart.
                places = np.unique(np.floor(xs[outside & inside] / (_APART * width))) * _APART * width
                places = np.clip(places, left + 5 * width, right - 5 * width)
                colour = self._curves[key].resolved()
                spots += [{"pos": (place, edge), "symbol": symbol, "brush": colour} for place in places]
        self.beyond.setData(spots)

    def mark_best(self, place: tuple[float, float] | None, colour: QColor) -> None:
        """Put one upon a point; None takes it away."""
        self._best_step = place[0] if place is not None else None
        if place is None:
            self.best.setData([])
            return
        width, height = self._box.viewPixelSize()
        left, right = self._box.viewRange()[0]
        # At the end of the axis it would be cut in half.
        x = min(max(place[0], left + 5 * width), right - 5 * width) if left <= place[0] <= right else place[0]
        self.best.setData([{"pos": (x, place[1] + 7 * height), "brush": colour}])

    def is_best(self, step: float) -> bool:
        """Whether a step is hardly apart from that of the best point on the screen."""
        return self._best_step is not None and abs(step - self._best_step) <= _NEAR * self._box.viewPixelSize()[0]
