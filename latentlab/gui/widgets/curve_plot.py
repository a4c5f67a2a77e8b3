"""Curves over the steps of a run: what a person watches while a model learns."""

import math
from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QColor, QFontMetrics, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QVBoxLayout, QWidget

from latentlab.gui import theme
from latentlab.gui.series import Floats, SeriesPyramid
from latentlab.gui.widgets.curve import Curve
from latentlab.gui.widgets.elided_label import ElidedLabel
from latentlab.gui.widgets.picture_widget import PlotWidget
from latentlab.gui.widgets.plot_items import Band, StepAxis, StepCurve, ValueAxis
from latentlab.gui.widgets.plot_legend import PlotLegend
from latentlab.gui.widgets.plot_marks import PlotMarks
from latentlab.gui.widgets.value_range import stack, value_range

LEFT_AXIS_WIDTH = 46


class CurvePlot(PlotWidget):
    """Curves with a title, a legend of toggles, a crosshair and marks of events.

    `extend` only stores; `refresh`, called by one timer of the window, draws where there is something new and the plot can
    be seen. Wheel and drag zoom and move along the steps, and the values are fitted to the steps in sight.
    """

    def __init__(
        self,
        title: str,
        unit: str,
        curves: Sequence[Curve],
        *,
        stacked: bool = False,
        log_y: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Build an empty plot.

        Args:
            title: what is shown.
            unit: of the values, beside the title; may be empty.
            curves: in the order of the legend.
            stacked: fill the area under each curve, one upon the other; the curve "total" lies on top as a line.
            log_y: start with a logarithmic axis.
            parent: as in Qt.
        """
        super().__init__(parent)
        self._curves = {curve.key: curve for curve in curves}
        self._series = {key: SeriesPyramid() for key in self._curves}
        self._stacked = stacked
        self._log_y = log_y
        self._x_name, self._x_decimals = "step", 0
        self._dirty = True
        self._following = True
        self._placing = False
        self._limits: tuple[float, float] | None = None
        self._hover: float | None = None
        self._drawn: dict[str, tuple[Floats, Floats]] = {}
        self.setAccessibleName(f"Plot: {title}, {unit}" if unit else f"Plot: {title}")
        self.setMinimumSize(220, 120)

        self._title = QLabel(title)
        self._unit = ElidedLabel(f"· {unit}" if unit else "")
        self._unit.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # it yields to the step
        self._readout = ElidedLabel()
        self._readout.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._legend = PlotLegend(self)
        for curve in (curve for curve in curves if curve.behind is None):
            self._legend.add(curve.key, curve.label, curve.resolved(), dashed=curve.dashed)
        self._legend.toggled.connect(self._redraw_soon)
        self._build_plot()
        self._empty = QLabel("No values yet", self._plot)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

        header = QHBoxLayout()
        header.setSpacing(theme.SPACING.TIGHT)
        header.addWidget(self._title)
        header.addWidget(self._unit, 1)
        header.addWidget(self._readout)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACING.SMALL, theme.SPACING.TIGHT, theme.SPACING.SMALL, theme.SPACING.TIGHT)
        layout.setSpacing(2)
        layout.addLayout(header)
        layout.addWidget(self._legend)
        layout.addWidget(self._plot, 1)

        # What a person does to the view must show at once, also when nothing trains and the window's timer rests.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.refresh)
        self._restyle()

    # Data

    def extend(self, key: str, steps: Sequence[float] | Floats, values: Sequence[float] | Floats) -> None:
        """Store points of a curve; the next `refresh` draws them.

        Raises:
            KeyError: there is no such curve.
            ValueError: the steps decrease.
        """
        self._series[key].extend(steps, values)
        self._dirty = True

    def mark(self, step: float, text: str, colour: QColor | str | None = None, *, written: bool = True) -> None:
        """Draw a vertical line where something happened, such as a setting that changed.

        The text is written at its top unless `written` is off; it is in the line's tooltip, and beside the crosshair near it.
        """
        self._marks.add(step, text, QColor(colour) if colour is not None else None, written=written)
        self._dirty = True

    def truncate(self, step: float) -> None:
        """Drop all points and marks beyond a step, as after a rollback."""
        for series in self._series.values():
            series.truncate(step)
        self._marks.drop_after(step)
        self._dirty = True

    def clear(self) -> None:
        """Forget all points and marks and follow the newest step again."""
        for series in self._series.values():
            series.clear()
        self._marks.drop_after(-math.inf)
        self._following = True
        self._hover = None
        self._limits = None
        self._dirty = True
        self._redraw_soon()

    def explain(self, text: str) -> None:
        """Say under the title what is shown; a tooltip over the plot itself would lie in the way of the crosshair."""
        for label in (self._title, self._unit):
            label.setToolTip(theme.plain_tip(text))

    def set_empty_text(self, text: str) -> None:
        """Say what will be seen here while there is no value."""
        self._empty.setText(text)

    def set_log_y(self, log_y: bool) -> None:
        """Choose a logarithmic or a linear axis of the values."""
        if log_y != self._log_y:
            self._log_y = log_y
            self._limits = None
            self._redraw_soon()

    def set_x(self, name: str, decimals: int = 0) -> None:
        """Say what the axis across is; steps unless said, which are whole numbers."""
        if (name, decimals) != (self._x_name, self._x_decimals):
            self._x_name, self._x_decimals = name, decimals
            self._restyle()
            self._redraw_soon()

    def set_title(self, title: str, unit: str) -> None:
        """Say what is shown, and its unit, which may be empty."""
        self._title.setText(title)
        self._unit.setText(f"· {unit}" if unit else "")
        self.setAccessibleName(f"Plot: {title}, {unit}" if unit else f"Plot: {title}")

    def curve_keys(self) -> tuple[str, ...]:
        """Of the curves, in the order in which they were given."""
        return tuple(self._curves)

    def is_visible_curve(self, key: str) -> bool:
        """Whether the legend has this curve switched on."""
        return self._legend.entries[self._curves[key].behind or key].isChecked()

    def set_curve_visible(self, key: str, visible: bool) -> None:
        """Show or hide a curve, as its legend entry does."""
        self._legend.entries[key].setChecked(visible)

    def fit(self) -> None:
        """Show all steps, and follow the newest one again."""
        self._following = True
        self._limits = None
        self._redraw_soon()

    def refresh(self) -> None:
        """Draw once, if something changed and the plot can be seen."""
        if not self._dirty or not self.isVisible():
            return
        self._dirty = False
        first, last = self._extent()
        self._empty.setVisible(not math.isfinite(first))
        self._plot.getPlotItem().setVisible(math.isfinite(first))
        if math.isfinite(first):
            self._place_x(first, last)
            self._draw()
        self._show_values()

    # Drawing

    def _build_plot(self) -> None:
        axes = {"bottom": StepAxis("bottom"), "left": ValueAxis("left")}
        self._plot = pg.PlotWidget(self, axisItems=axes, enableMenu=False)
        self._plot.setFrameShape(pg.PlotWidget.Shape.NoFrame)
        self._plot.setAccessibleName(self.accessibleName())
        self._plot.setToolTip("")
        item = self._plot.getPlotItem()
        item.hideButtons()
        item.setContentsMargins(0, 2, 6, 0)
        self._view = item.getViewBox()
        self._view.setMouseEnabled(x=True, y=False)
        self._view.disableAutoRange()
        self._view.setDefaultPadding(0)
        self._marks = PlotMarks(self._view, self)
        item.getAxis("left").setWidth(LEFT_AXIS_WIDTH)
        item.getAxis("bottom").setHeight(QFontMetrics(theme.caption_font()).height() + 6)
        self._step_name = pg.LabelItem("step")
        item.layout.addItem(self._step_name, 3, 0)
        self._lines: dict[str, pg.PlotCurveItem] = {}
        self._bands: dict[str, Band] = {}
        for depth, key in enumerate(self._curves):
            line = StepCurve(connect="finite", skipFiniteCheck=False, antialias=True)
            line.setZValue(10 if key == "total" else (5 if self._curves[key].behind is None else 1) - 0.01 * depth)
            self._view.addItem(line, ignoreBounds=True)
            self._lines[key] = line
            if self._stacked and key != "total":
                self._bands[key] = Band()
                self._view.addItem(self._bands[key], ignoreBounds=True)
        self._cross = pg.InfiniteLine(angle=90, movable=False)
        self._cross.setZValue(20)
        self._cross.hide()
        self._dots = pg.ScatterPlotItem(size=6, pxMode=True, pen=None)
        self._dots.setZValue(21)
        self._view.addItem(self._cross, ignoreBounds=True)
        self._view.addItem(self._dots, ignoreBounds=True)
        self._view.sigRangeChangedManually.connect(self._taken_over)
        self._view.sigXRangeChanged.connect(self._x_changed)
        self._plot.scene().sigMouseMoved.connect(self._mouse_moved)
        self._plot.scene().sigMouseClicked.connect(self._mouse_clicked)
        self._plot.viewport().installEventFilter(self)

    def _extent(self) -> tuple[float, float]:
        bounds = [series.bounds() for series in self._series.values() if len(series)]
        if not bounds:
            return math.nan, math.nan
        return min(first for first, _ in bounds), max(last for _, last in bounds)

    def _place_x(self, first: float, last: float) -> None:
        last = max(last, first + 10.0**-self._x_decimals)
        self._placing = True
        self._view.setLimits(xMin=first, xMax=last, minXRange=min(4.0 * 10.0**-self._x_decimals, last - first))
        if self._following:
            self._view.setXRange(first, last, padding=0)
        self._placing = False

    def _draw(self) -> None:
        (left, right), _ = self._view.viewRange()
        width = max(int(self._view.width()), 50)
        shown = [key for key in self._curves if self.is_visible_curve(key) and len(self._series[key])]
        terms = {key: self._series[key] for key in shown if key != "total"}
        bands = stack(terms, left, right, width) if self._stacked and not self._log_y else None
        self._drawn = {}
        for key, line in self._lines.items():
            as_line = key in shown and (bands is None or key == "total")
            line.setVisible(as_line)
            if as_line:
                # In a stack the total is drawn from means like the areas are, so that they add up to it to the pixel.
                pick = self._series[key].view if bands is None else self._series[key].view_mean
                xs, ys = pick(left, right, width)
                self._drawn[key] = (xs, self._scaled(ys))
        for key, band in self._bands.items():
            band.setVisible(bands is not None and key in bands)
            if bands is not None and key in bands:
                band.set_data(*bands[key])
                self._drawn[f"band {key}"] = (bands[key][0], bands[key][2])
        self._plot.getPlotItem().getAxis("left").setLogMode(self._log_y)
        self._fit_y(left, right, from_zero=bands is not None)
        for key, line in self._lines.items():
            if key in self._drawn:
                line.setData(*self._drawn[key])

    def _scaled(self, ys: Floats) -> Floats:
        if not self._log_y:
            return ys
        return np.log10(np.where(ys > 0, ys, np.nan))

    def _fit_y(self, left: float, right: float, *, from_zero: bool) -> None:
        pieces = list(self._drawn.values())
        wanted = value_range(pieces, (left, right), self._extent(), self._limits, from_zero=from_zero)
        if wanted is None:
            return
        if wanted != self._limits:
            self._limits = wanted
            self._view.setYRange(*wanted, padding=0)
        self._marks.place_labels(wanted[1])

    # Read-out

    def _show_values(self) -> None:
        """The values at the crosshair, else the newest ones, in the legend."""
        step = math.nan
        points = []
        hover = self._hover
        if hover is not None:
            shown = [series for key, series in self._series.items() if len(series) and self.is_visible_curve(key)]
            nearest = [series.nearest(hover)[0] for series in shown]
            step = min(nearest, key=lambda x: abs(x - hover)) if nearest else math.nan
        for key, series in self._series.items():
            if self._curves[key].behind is not None:
                continue
            x, y = series.nearest(step if math.isfinite(step) else math.inf)
            self._legend.entries[key].set_value(y)
            line = self._lines[key]
            if math.isfinite(step) and line.isVisible() and math.isfinite(y) and not (self._log_y and y <= 0):
                value = math.log10(y) if self._log_y else y
                points.append({"pos": (x, value), "brush": self._curves[key].resolved()})
        self._dots.setData(points)
        self._cross.setVisible(math.isfinite(step))
        if not math.isfinite(step):
            last = self._extent()[1]
            self._readout.setText(f"{self._x_name} {last:,.{self._x_decimals}f}" if math.isfinite(last) else "")
            return
        self._cross.setValue(step)
        text = f"{self._x_name} {step:,.{self._x_decimals}f}"
        near = self._marks.near(step)
        self._readout.setText(f"{near.text} · {text}" if near else text)

    def _mouse_moved(self, position: QPointF) -> None:
        inside = self._view.isVisible() and self._view.sceneBoundingRect().contains(position)
        self._hover = self._view.mapSceneToView(position).x() if inside else None
        self._show_values()

    def _mouse_clicked(self, event: object) -> None:
        if event.double() and event.button() == Qt.MouseButton.LeftButton:  # type: ignore[attr-defined]
            self.fit()

    def _taken_over(self, *_: object) -> None:
        self._following = False
        self._redraw_soon()

    def _x_changed(self, *_: object) -> None:
        if not self._placing:
            self._redraw_soon()

    def _redraw_soon(self) -> None:
        self._dirty = True
        self._soon.start()

    # Menu

    def build_menu(self) -> QMenu:
        menu = super().build_menu()
        menu.addSeparator()
        menu.addAction("Fit", self.fit)
        log = menu.addAction("Logarithmic axis")
        log.setCheckable(True)
        log.setChecked(self._log_y)
        log.toggled.connect(self.set_log_y)
        return menu

    # Looks

    def _restyle(self) -> None:
        palette = self.palette()
        caption = theme.tabular(theme.caption_font())
        muted = theme.muted(palette)
        self._title.setFont(theme.title_font())
        for label in (self._unit, self._readout, self._empty):
            theme.set_role(label, "caption")
        self._plot.setBackground(self.palette().base().color())
        item = self._plot.getPlotItem()
        grid = QColor(muted)
        for name in ("left", "bottom"):
            axis = item.getAxis(name)
            axis.setPen(pg.mkPen(theme.border(palette), width=1))
            axis.setTickPen(pg.mkPen(grid, width=1))
            axis.setTextPen(muted)
            axis.setTickFont(caption)
            axis.setStyle(tickLength=0, tickTextOffset=4, maxTickLevel=0)
            axis.setGrid(44)
        self._step_name.setText(self._x_name, color=muted.name(), size=f"{caption.pointSizeF()}pt")
        for key, curve in self._curves.items():
            self._lines[key].setPen(curve.pen())
            if curve.behind is None:
                self._legend.entries[key].set_colour(curve.resolved())
        for key, band in self._bands.items():
            band.set_colour(self._curves[key].resolved())
        self._cross.setPen(pg.mkPen(muted, width=1))
        self._marks.restyle()

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._restyle()
            self._redraw_soon()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave and self._hover is not None:
            self._hover = None
            self._show_values()
        elif event.type() == QEvent.Type.Resize:
            self._empty.setGeometry(self._plot.rect().adjusted(theme.SPACING.LARGE, 0, -theme.SPACING.LARGE, 0))
        return False

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._soon.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._redraw_soon()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._redraw_soon()
