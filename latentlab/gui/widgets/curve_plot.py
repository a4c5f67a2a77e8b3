"""Curves over the steps of a run: what a user watches while a model learns."""

import math
from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from latentlab.gui import theme
from latentlab.gui.language import number, tr
from latentlab.gui.series import Floats
from latentlab.gui.widgets.curve import Curve
from latentlab.gui.widgets.curve_data import CurveData, Line
from latentlab.gui.widgets.curve_view import CurveView
from latentlab.gui.widgets.deferred_plot import DeferredPlot
from latentlab.gui.widgets.plot_header import PlotHeader
from latentlab.gui.widgets.plot_legend import PlotLegend
from latentlab.gui.widgets.value_range import value_range

_LEAST = (220, 120)
_LEAST_SMALL = (150, 96)
_LOW = 150
"""Pixels of height below which a plot has room for one line of its legend."""


class CurvePlot(DeferredPlot):
    """Curves with a title, a legend of toggles, a crosshair and marks of events.

    `extend` only stores; `refresh`, called by one timer of the window, draws where there is something new and the plot can
    be seen. Wheel and drag zoom and move along the steps, and the values are fitted to the steps in sight.

    Signals:
        hovered: the step under the pointer, None where it has left; `show_step` draws a crosshair.
    """

    hovered = Signal(object)

    def __init__(
        self,
        title: str,
        unit: str,
        curves: Sequence[Curve],
        *,
        stackable: bool = False,
        log_y: bool = False,
        small: bool = False,
        about: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Build an empty plot.

        Args:
            title: what is shown.
            unit: of the values, beside the title; may be empty.
            curves: in the order of the legend.
            stackable: whether the area under each curve can be filled, one upon the other, with sums as lines on top.
            log_y: start with a logarithmic axis.
            small: one of several beside each other.
            about: says under the title what is shown; a tooltip over the plot itself would lie in the way of the crosshair.
            parent: the widget that it stands in.
        """
        super().__init__(parent)
        self._curves = {curve.key: curve for curve in curves}
        self._data = CurveData(self._curves)
        self._stacked, self._following = False, True
        self._x_name, self._x_decimals = tr("step"), 0
        self._limits: tuple[float, float] | None = None
        self._step: float | None = None
        self._best: tuple[str, float] | None = None
        self._drawn: dict[str, Line] = {}
        self.setMinimumSize(*(_LEAST_SMALL if small else _LEAST))

        self._header = PlotHeader(self)
        self._header.follow.clicked.connect(self.fit)
        self._legend = PlotLegend(curves, self)
        self._legend.toggled.connect(self._redraw_soon)
        self._plot = CurveView(self._curves, stackable=stackable, parent=self)
        self._plot.log_y = log_y
        self._plot.hovered.connect(self._on_hovered)
        self._plot.zoomed.connect(self._on_zoomed)
        self._plot.sight_changed.connect(self._redraw_soon)
        self._plot.fit_wanted.connect(self.fit)
        self._header.explain(about)
        self.set_title(title, unit)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACING.SMALL, theme.SPACING.TIGHT, theme.SPACING.SMALL, theme.SPACING.TIGHT)
        layout.setSpacing(2)
        for part, stretch in ((self._header, 0), (self._legend, 0), (self._plot, 1)):
            layout.addWidget(part, stretch)
        self._restyle()

    # Data

    def extend(self, key: str, steps: Sequence[float] | Floats, values: Sequence[float] | Floats) -> None:
        """Store points of a curve; the next `refresh` draws them.

        Raises:
            KeyError: there is no such curve.
            ValueError: the steps decrease.
        """
        self._data.extend(key, steps, values)
        self._dirty = True

    def mark(self, step: float, text: str, colour: QColor | str | None = None, *, written: bool = True) -> None:
        """Draw a vertical line where something happened, such as a setting that changed.

        The text is written at its top unless `written` is off; it is in the line's tooltip, and beside the crosshair near it.
        """
        self._plot.marks.add(step, text, QColor(colour) if colour is not None else None, written=written)
        self._dirty = True

    def reach(self, first: float, last: float) -> None:
        """Let the axis reach over these steps, also where no curve has a value, as in the other plots of the run."""
        self._data.reach(first, last)
        self._dirty = True

    def dim_before(self, step: float | None) -> None:
        """Let what is before a step stand back, as that is of the run that this one branched off; None dims nothing."""
        self._plot.dim_before(step)
        self._dirty = True

    def set_best(self, key: str, step: float | None) -> None:
        """Mark the best point of a curve; None marks none."""
        self._best = None if step is None else (key, step)
        self._dirty = True

    def truncate(self, step: float) -> None:
        """Drop all points and marks beyond a step, as after a rollback."""
        self._data.truncate(step)
        self._plot.marks.drop_after(step)
        self._dirty = True

    def clear(self) -> None:
        """Forget all points and marks and follow the newest step again."""
        self.truncate(-math.inf)
        self._data.clear()
        self._best = self._step = None
        self._plot.dim_before(None)
        self.fit()

    def set_empty_text(self, text: str) -> None:
        """Say what will be seen here while there is no value."""
        self._plot.empty.setText(text)

    def set_log_y(self, log_y: bool) -> None:
        """Choose a logarithmic or a linear axis of the values."""
        if log_y != self._plot.log_y:
            self._plot.log_y, self._limits = log_y, None
            self._redraw_soon()

    def set_stacked(self, stacked: bool) -> None:
        """Fill the area under each curve, one upon the other, or draw lines."""
        self._stacked = stacked
        self._limits = None
        self._legend.show_stack(stacked)
        self._redraw_soon()

    def set_x(self, name: str, decimals: int = 0) -> None:
        """Say what the axis across is; steps unless said, which are whole numbers."""
        if (name, decimals) != (self._x_name, self._x_decimals):
            self._x_name, self._x_decimals = name, decimals
            self._restyle()
            self._redraw_soon()

    def set_title(self, title: str, unit: str) -> None:
        """Say what is shown, and its unit, which may be empty."""
        self._header.set_title(title, unit)
        self.setAccessibleName(tr("Plot: {title}, {unit}" if unit else "Plot: {title}", title=title, unit=unit))
        self._plot.setAccessibleName(self.accessibleName())

    def curve_keys(self) -> tuple[str, ...]:
        """Of the curves, in the order in which they were given."""
        return tuple(self._curves)

    def is_visible_curve(self, key: str) -> bool:
        """Whether the legend has this curve switched on."""
        return self._legend.entries[self._curves[key].behind or key].isChecked()

    def set_curve_visible(self, key: str, visible: bool) -> None:
        """Show or hide a curve, as its legend entry does."""
        self._legend.entries[key].setChecked(visible)

    @Slot()
    def fit(self) -> None:
        """Show all steps, and follow the newest one again."""
        self._following = True
        self._limits = None
        self._redraw_soon()

    @Slot(object)
    def show_step(self, step: float | None) -> None:
        """Draw the crosshair at a step and read the values there; None takes it away."""
        if step != self._step:
            self._step = step
            self._show_values()

    def _redraw(self) -> None:
        first, last = self._data.extent()
        self._plot.set_filled(math.isfinite(first))
        self._header.follow.setVisible(not self._following and math.isfinite(first))
        if math.isfinite(first):
            self._plot.limit(first, last, 10.0**-self._x_decimals, follow=self._following)
            self._draw()
        self._show_values()

    def _shown(self) -> list[str]:
        return [key for key in self._curves if self.is_visible_curve(key)]

    def _draw(self) -> None:
        left, right, width = self._plot.sight()
        terms = self._plot.bands.keys() if self._stacked and not self._plot.log_y else ()
        lines, bands = self._data.drawn(self._shown(), (left, right, width), terms)
        lines = {key: (xs, self._plot.scaled(ys)) for key, (xs, ys) in lines.items()}
        self._drawn = lines | {f"band {key}": (xs, top) for key, (xs, _, top) in bands.items()}
        pieces = list(self._drawn.values())
        wanted = value_range(pieces, (left, right), self._data.extent(), self._limits, from_zero=bool(bands))
        if wanted is not None:
            self._limits = wanted
            self._plot.set_y(*wanted)
        self._plot.draw(lines, bands)
        key, step = self._best or ("", 0.0)
        place = self._data.newest(key, step) if key in lines else None
        self._plot.mark_best(place, self._curves[key].resolved() if place else QColor())

    def _show_values(self) -> None:
        """The values at the crosshair, else the newest ones, in the legend."""
        step, points, (first, last) = self._step, [], self._data.extent()
        for key, entry in self._legend.entries.items():
            x, y = self._data.newest(key, step)
            entry.set_value(y, "" if x == (last if step is None else step) else number(x, f",.{self._x_decimals}f"))
            if step is not None and self._plot.lines[key].isVisible():
                points.append((x, y, self._curves[key].resolved()))
        self._plot.show_cross(step if math.isfinite(first) else None, points)
        shown = last if step is None or not math.isfinite(last) else step
        says = math.isfinite(shown) and (step is not None or not any(curve.ends_apart for curve in self._curves.values()))
        text = f"{self._x_name} {number(shown, f',.{self._x_decimals}f')}" if says else ""
        happened = self._plot.happened(step) if step is not None and math.isfinite(last) else ""
        self._header.say(" · ".join(part for part in (happened, text) if part))

    @Slot(object)
    def _on_hovered(self, position: float | None) -> None:
        """The nearest step that has a value."""
        step = None if position is None else self._data.nearest_step(position, self._shown())
        if step != self._step:
            self.show_step(step)
            self.hovered.emit(step)

    @Slot()
    def _on_zoomed(self) -> None:
        self._following = False
        self._redraw_soon()

    def build_menu(self) -> QMenu:
        menu = super().build_menu()
        menu.addSeparator()
        menu.addAction(tr("Fit"), self.fit)
        for text, on, choose in (
            *([(tr("Stacked"), self._stacked, self.set_stacked)] if self._plot.bands else []),
            (tr("Logarithmic axis"), self._plot.log_y, self.set_log_y),
        ):
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(on)
            action.toggled.connect(choose)
        return menu

    def _restyle(self) -> None:
        self._plot.restyle(self.palette())
        self._plot.set_x_name(self._x_name)
        self._legend.restyle()

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._legend.fold(self.height() < _LOW)
