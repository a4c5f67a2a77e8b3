"""The drawing in a plot of curves: axes, lines, areas, marks, and the crosshair over a kept picture of the rest."""

import math
from collections.abc import Mapping, Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPalette, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.series import Floats
from latentlab.gui.widgets.curve import Curve
from latentlab.gui.widgets.curve_markers import CurveMarkers
from latentlab.gui.widgets.plot_items import BESIDE_STEPS, LEFT_AXIS_WIDTH, Band, StepAxis, StepCurve, ValueAxis
from latentlab.gui.widgets.plot_marks import PlotMarks

_OVER_CURVES = 15
_VEIL = 150
"""Alpha of what covers the part of another run."""
_DOT = 3.0
"""Radius of the crosshair's dots, pixels."""


class CurveView(pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph carries no annotations
    """Draws what it is handed; it keeps no points.

    Attributes:
        lines: of the curves.
        bands: the areas of a stack.
        marks: of events.
        markers: upon the curves.
        empty: said while there is nothing to draw.
        log_y: whether the axis of the values is logarithmic.
        cross: the step of the crosshair, None where there is none.
        box: pyqtgraph's view.

    Signals:
        hovered: the step under the pointer, None outside.
        zoomed: the range was changed by hand.
        sight_changed: other steps are in sight.
        fit_wanted: a double click.
    """

    hovered = Signal(object)
    zoomed = Signal()
    sight_changed = Signal()
    fit_wanted = Signal()

    def __init__(self, curves: Mapping[str, Curve], *, stackable: bool, parent: QWidget) -> None:
        axes = {"bottom": StepAxis("bottom"), "left": ValueAxis("left")}
        # Before the plot, which is resized as it is made.
        self.empty = QLabel(tr("No values yet"))
        super().__init__(parent, axisItems=axes, enableMenu=False)
        self.empty.setParent(self)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.empty.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.set_role(self.empty, "caption")
        self._curves = curves
        self._placing = False
        self._palette = parent.palette()
        self._picture: QPixmap | None = None
        self._dots: list[tuple[QPointF, QColor]] = []
        self.log_y = False
        self.cross: float | None = None
        self.lines: dict[str, pg.PlotCurveItem] = {}
        self.bands: dict[str, Band] = {}
        self.setFrameShape(pg.PlotWidget.Shape.NoFrame)
        self.setToolTip("")
        item = self.getPlotItem()
        item.hideButtons()
        item.setContentsMargins(0, 2, BESIDE_STEPS, 0)
        self.box = item.getViewBox()
        self.box.setMouseEnabled(x=True, y=False)
        self.box.disableAutoRange()
        self.box.setDefaultPadding(0)
        self.marks = PlotMarks(self.box, parent)
        item.getAxis("left").setWidth(LEFT_AXIS_WIDTH)
        item.getAxis("bottom").setHeight(QFontMetrics(theme.caption_font()).height() + 6)
        self._x_label = pg.LabelItem(tr("step"))
        item.layout.addItem(self._x_label, 3, 0)
        self._add_curves(stackable)
        self._dimmed = pg.LinearRegionItem(movable=False, pen=pg.mkPen(None))
        self._dimmed.setZValue(_OVER_CURVES)
        self._dimmed.hide()
        self.box.addItem(self._dimmed, ignoreBounds=True)
        self.markers = CurveMarkers(self.box, curves)
        self.box.sigRangeChangedManually.connect(self._on_zoomed)
        self.box.sigXRangeChanged.connect(self._on_sight)
        self.scene().sigMouseMoved.connect(self._on_mouse)
        self.scene().sigMouseClicked.connect(self._on_click)
        self.scene().changed.connect(self._forget_picture)

    def _add_curves(self, stackable: bool) -> None:
        for depth, (key, curve) in enumerate(self._curves.items()):
            line = StepCurve(connect="finite", skipFiniteCheck=False, antialias=True)
            line.setZValue(10 if curve.sums else (5 if curve.behind is None else 1) - 0.01 * depth)
            self.box.addItem(line, ignoreBounds=True)
            self.lines[key] = line
            if stackable and not curve.sums and not curve.is_broken:
                self.bands[key] = Band()
                self.box.addItem(self.bands[key], ignoreBounds=True)

    def set_filled(self, filled: bool) -> None:
        """Show the axes, or what is said while there is nothing to draw."""
        self.empty.setVisible(not filled)
        self.getPlotItem().setVisible(filled)

    def sight(self) -> tuple[float, float, int]:
        """The first and the last step in sight, and the pixels between them."""
        (left, right), _ = self.box.viewRange()
        return left, right, max(int(self.box.width()), 50)

    def limit(self, first: float, last: float, finest: float, *, follow: bool) -> None:
        """Let the steps in sight be some of these, all where they follow; `finest` is the least distance of two."""
        last = max(last, first + finest)
        beside = BESIDE_STEPS * (last - first) / max(self.box.width() - 2 * BESIDE_STEPS, 50)
        self._placing = True
        self.box.setLimits(xMin=first - beside, xMax=last + beside, minXRange=min(4.0 * finest, last - first))
        if follow:
            self.box.setXRange(first - beside, last + beside, padding=0)
        self._placing = False

    def scaled(self, ys: Floats) -> Floats:
        """Values as they stand on the axis; NaN where they have no place on it."""
        if not self.log_y:
            return ys
        logs: Floats = np.log10(np.where(ys > 0, ys, np.nan))
        return logs

    def value_place(self, value: float) -> float:
        """One value as it stands on the axis."""
        return float(self.scaled(np.array([value]))[0])

    def set_y(self, low: float, high: float) -> None:
        """Show the values between two."""
        self.box.setYRange(low, high, padding=0)
        self.marks.place_labels(high)

    def draw(self, lines: Mapping[str, tuple[Floats, Floats]], bands: Mapping[str, tuple[Floats, Floats, Floats]]) -> None:
        """Draw these, each as points of its own; what is not named is hidden."""
        for key, line in self.lines.items():
            line.setVisible(key in lines)
            if key in lines:
                line.setData(*lines[key])
        for key, band in self.bands.items():
            band.setVisible(key in bands)
            if key in bands:
                band.set_data(*bands[key])
        self.getPlotItem().getAxis("left").setLogMode(self.log_y)
        self.getPlotItem().getAxis("bottom").show_steps([xs for xs, _ in lines.values()], self.sight())
        self.markers.mark(lines)

    def dim_before(self, step: float | None) -> None:
        """Cover what is before a step with a veil; None takes it away."""
        self._dimmed.setVisible(step is not None)
        if step is not None:
            self._dimmed.setRegion((-step - 1, step))

    def mark_best(self, place: tuple[float, float] | None, colour: QColor) -> None:
        """Mark a point as the best one; None marks none."""
        height = math.nan if place is None else self.value_place(place[1])
        self.markers.mark_best((place[0], height) if place and math.isfinite(height) else None, colour)

    def happened(self, step: float) -> str:
        """What happened near a step; empty where nothing did."""
        near = self.marks.near(step)
        return near.text if near else tr("best checkpoint") if self.markers.is_best(step) else ""

    # Crosshair

    def show_cross(self, step: float | None, points: Sequence[tuple[float, float, QColor]] = ()) -> None:
        """Draw a line at a step and dots at (step, value, colour), over a picture of the rest, which is not drawn again."""
        if step is None and self.cross is None:
            return
        self.cross = step
        places = [(x, self.value_place(y), colour) for x, y, colour in points]
        self._dots = [(self.box.mapViewToScene(QPointF(x, y)), colour) for x, y, colour in places if math.isfinite(y)]
        self.viewport().update()

    def _forget_picture(self, *_: object) -> None:
        self._picture = None
        if self.cross is not None:
            self.viewport().update()

    def _backdrop(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.viewport().size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(self.backgroundBrush().color())
        painter = QPainter(picture)
        self.render(painter, QRectF(self.viewport().rect()), self.viewport().rect())
        painter.end()
        return picture

    # By hand

    def _on_mouse(self, position: QPointF) -> None:
        inside = self.getPlotItem().isVisible() and self.box.sceneBoundingRect().contains(position)
        self.hovered.emit(self.box.mapSceneToView(position).x() if inside else None)

    def _on_click(self, event: object) -> None:
        if event.double() and event.button() == Qt.MouseButton.LeftButton:  # type: ignore[attr-defined]
            self.fit_wanted.emit()

    def _on_zoomed(self, *_: object) -> None:
        self.zoomed.emit()

    def _on_sight(self, *_: object) -> None:
        if not self._placing:
            self.sight_changed.emit()

    # Looks

    def set_x_name(self, name: str) -> None:
        """Write what the axis across counts at its left end."""
        size = theme.caption_font().pointSizeF()
        self._x_label.setText(name, color=theme.muted(self._palette).name(), size=f"{size}pt")

    def restyle(self, palette: QPalette) -> None:
        """Take the colours of a palette; when a theme changes, this widget gets it later than what holds it."""
        self._palette = palette
        caption, muted = theme.tabular(theme.caption_font()), theme.muted(palette)
        self.setBackground(palette.base().color())
        for axis in map(self.getPlotItem().getAxis, ("left", "bottom")):
            axis.setPen(pg.mkPen(theme.border(palette), width=1))
            axis.setTickPen(pg.mkPen(QColor(muted), width=1))
            axis.setTextPen(muted)
            axis.setTickFont(caption)
            axis.setStyle(tickLength=0, tickTextOffset=4, maxTickLevel=0)
            axis.setGrid(44)
        for key, curve in self._curves.items():
            self.lines[key].setPen(curve.pen())
        for key, band in self.bands.items():
            band.set_colour(self._curves[key].resolved())
        veil = palette.base().color()
        veil.setAlpha(_VEIL)
        self._dimmed.setBrush(veil)
        self.marks.restyle()

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.cross is None:
            super().paintEvent(event)
            return
        if self._picture is None or self._picture.devicePixelRatio() != self.devicePixelRatioF():
            self._picture = self._backdrop()
        painter = QPainter(self.viewport())
        painter.drawPixmap(0, 0, self._picture)
        sight = self.box.sceneBoundingRect()
        x = self.box.mapViewToScene(QPointF(self.cross, 0)).x()
        if sight.left() <= x <= sight.right():
            painter.setPen(QPen(theme.muted(self._palette), 1))
            painter.drawLine(QPointF(round(x) + 0.5, sight.top()), QPointF(round(x) + 0.5, sight.bottom()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(sight)
        painter.setPen(Qt.PenStyle.NoPen)
        for place, colour in self._dots:
            painter.setBrush(colour)
            painter.drawEllipse(place, _DOT, _DOT)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._picture = None
        self.empty.setGeometry(self.rect().adjusted(theme.SPACING.LARGE, 0, -theme.SPACING.LARGE, 0))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self.hovered.emit(None)
        taken: bool = super().viewportEvent(event)
        return taken
