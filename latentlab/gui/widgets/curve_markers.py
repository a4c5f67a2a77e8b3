"""Marks upon the curves of a plot: where they leave it, a point alone, and the best one."""

from collections.abc import Mapping

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QColor

from latentlab.gui.series import Floats
from latentlab.gui.widgets.curve import Curve

_APART = 12
"""Pixels between two at the edge."""
_FEW, _DOT, _SMALL_DOT = 24, 8, 5
"""Points up to which a curve of a few measurements has dots, which show where these are; and their pixels."""
_NEAR = 5
"""Pixels from the best point within which it is read out."""


class CurveMarkers:
    """The marks of a view.

    Attributes:
        beyond: triangles at the edge.
        dots: of curves of one point, and of few where not every report has one.
        best: the star upon the best point.
    """

    def __init__(self, box: pg.ViewBox, curves: Mapping[str, Curve]) -> None:
        self._box, self._curves = box, curves
        self._best_step: float | None = None
        self.beyond = pg.ScatterPlotItem(size=8, pxMode=True, pen=None)
        self.dots = pg.ScatterPlotItem(pxMode=True, pen=None)
        self.best = pg.ScatterPlotItem(size=14, pxMode=True, symbol="star", pen=None)
        for depth, item in enumerate((self.dots, self.beyond, self.best), start=18):
            item.setZValue(depth)
            box.addItem(item, ignoreBounds=True)

    def mark(self, lines: Mapping[str, tuple[Floats, Floats]]) -> None:
        """Put a triangle at the edge wherever a curve runs on out of sight, and dots where there are few points."""
        (left, right), (low, high) = self._box.viewRange()
        width, height = self._box.viewPixelSize()
        spots, dots = [], []
        for key, (xs, ys) in lines.items():
            curve = self._curves[key]
            if xs.size <= (_FEW if curve.is_broken or curve.ends_apart else 1):
                dot = {"brush": curve.resolved(), "size": _DOT if xs.size == 1 else _SMALL_DOT}
                dots += [{"pos": (x, y), **dot} for x, y in zip(xs, ys, strict=True) if low <= y <= high]
            inside = (xs >= left) & (xs <= right) & (curve.behind is None)
            for outside, symbol, edge in ((ys > high, "t1", high - 5 * height), (ys < low, "t", low + 5 * height)):
                # One for each stretch of the axis, so that they stay apart.
                steps = xs[outside & inside]
                _, firsts = np.unique(np.floor(steps / (_APART * width)), return_index=True)
                places = np.clip(steps[firsts], left + 5 * width, right - 5 * width)
                spots += [{"pos": (place, edge), "symbol": symbol, "brush": curve.resolved()} for place in places]
        self.beyond.setData(spots)
        self.dots.setData(dots)

    def mark_best(self, place: tuple[float, float] | None, colour: QColor) -> None:
        """Put one upon a point; None takes it away."""
        self._best_step = place[0] if place is not None else None
        self.best.setData([] if place is None else [{"pos": place, "brush": colour}])

    def is_best(self, step: float) -> bool:
        """Whether a step is hardly apart from that of the best point on the screen."""
        return self._best_step is not None and abs(step - self._best_step) <= _NEAR * self._box.viewPixelSize()[0]
