"""Parts of plots over steps: their axes, and the area between two curves."""

import math
from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QTransform

from latentlab.gui.language import number
from latentlab.gui.series import Floats

LEFT_AXIS_WIDTH = 46
BESIDE_STEPS = 8
"""Pixels before the first step and after the last one, so that no mark there is cut; a name may be as much further out."""
_FEW, _APART = 6, 48
"""Steps up to which the axis names those that were measured; and the pixels that two must be apart for that."""
_BELOW = QTransform.fromTranslate(0, 0.5)


class StepAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph carries no annotations
    """Steps as 0, 500, 1,000, 12k; where curves have few points, the steps of these."""

    def __init__(self, orientation: str) -> None:
        super().__init__(orientation)
        self.enableAutoSIPrefix(False)
        self._named: tuple[float, ...] = ()

    def show_steps(self, curves: Sequence[Floats], sight: tuple[float, float, int]) -> None:
        """Name the steps of the points of all curves, if they are few and apart, else round ones.

        Args:
            curves: the steps of each.
            sight: the first and the last step in sight, and the pixels between them.
        """
        left, right, width = sight
        steps = np.unique(np.concatenate(curves)) if curves and max(map(len, curves)) <= _FEW else np.empty(0)
        whole = steps.size <= _FEW and bool((steps == np.round(steps)).all())
        apart = steps.size > 1 and float(np.diff(steps).min()) * width >= _APART * (right - left)
        named = tuple(steps.tolist()) if whole and apart else ()
        if named != self._named:
            self._named = named
            self.setTicks([list(zip(named, self.tickStrings(list(named), 1.0, 1.0), strict=True))] if named else None)

    # Qt and pyqtgraph overrides

    def boundingRect(self) -> QRectF:
        around: QRectF = super().boundingRect()  # names that leave it are not drawn
        return around.adjusted(-BESIDE_STEPS, 0, BESIDE_STEPS, 0)

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        if values and max(abs(value) for value in values) >= 10_000 and spacing >= 100:
            return [f"{value / 1000:,g}k" if value else "0" for value in values]
        return [number(value, ",g") for value in values]


class ValueAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph carries no annotations
    """Values with as many digits as the distance of the ticks asks for, and a real minus sign."""

    def __init__(self, orientation: str) -> None:
        super().__init__(orientation)
        self.enableAutoSIPrefix(False)

    # Qt and pyqtgraph overrides

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        if self.logMode:
            return [f"{10.0**value:.3g}".replace("-", "−") for value in values]
        largest = max((abs(value) for value in values), default=0.0)
        if largest >= 100_000 or (largest and largest < 0.001):
            return [f"{value:.1e}".replace("e+0", "e").replace("-", "−") for value in values]
        decimals = max(0, math.ceil(-math.log10(spacing) - 1e-9)) if spacing > 0 else 0
        return [number(value, f",.{decimals}f").replace("-", "−") for value in values]


class StepCurve(pg.PlotCurveItem):  # type: ignore[misc]  # pyqtgraph carries no annotations
    """A curve of one and a half pixels: two passes of a pen of one, as pens that are wider cost a hundred times as much."""

    # Qt overrides

    def paint(self, painter: QPainter, *arguments: object) -> None:
        super().paint(painter, *arguments)
        painter.setTransform(painter.transform() * _BELOW)
        super().paint(painter, *arguments)


class Band(pg.GraphicsObject):  # type: ignore[misc]  # pyqtgraph carries no annotations
    """The filled area between two curves."""

    def __init__(self) -> None:
        super().__init__()
        self._path = QPainterPath()
        self._fill = QColor()

    def set_colour(self, colour: QColor) -> None:
        """Fill it, so that what lies behind can be seen."""
        self._fill = QColor(colour)
        self._fill.setAlphaF(0.45)
        self.update()

    def set_data(self, xs: Floats, low: Floats, high: Floats) -> None:
        """Lie between two curves over the same steps."""
        self.prepareGeometryChange()
        around = np.concatenate([xs, xs[::-1]])
        self._path = pg.arrayToQPath(around, np.concatenate([high, low[::-1]]), connect="all", finiteCheck=False)
        self.update()

    # Qt overrides

    def boundingRect(self) -> QRectF:
        return self._path.boundingRect()

    def paint(self, painter: QPainter, *_: object) -> None:
        painter.fillPath(self._path, self._fill)
