"""One metric of several runs in one plot."""

from collections.abc import Sequence, Set
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QSlider, QVBoxLayout, QWidget

from latentlab import metrics
from latentlab.catalog.numbers import about, in_words, unit
from latentlab.gui import theme
from latentlab.gui.language import capitalised, tr
from latentlab.gui.library_texts import translated
from latentlab.gui.series import Floats
from latentlab.gui.smoothing import smoothed
from latentlab.gui.widgets.curve import Curve
from latentlab.gui.widgets.curve_plot import CurvePlot
from latentlab.gui.widgets.flow_layout import FlowLayout
from latentlab.gui.widgets.number_box import Limits, NumberBox
from latentlab.runs import Report

_RAW = "raw "
_AXES = {"step": (tr("step"), 0), "epoch": (tr("epoch"), 2), "seconds": (tr("seconds"), 1)}
_TIPS = {
    "step": tr("Optimiser steps."),
    "epoch": tr("Passes over the training images."),
    "seconds": tr("Time spent on training steps, over all sittings."),
}
_GROUPS = ("loss/", "term/", "test/", "iwae/", "gradient/", "disc/", "kl/")
"""The order in which metrics are offered, those of no group first."""
_FIRST = (metrics.TEST_ELBO, metrics.TOTAL)
"""Before all: what methods can be compared by, and what every run reports from its beginning."""


@dataclass(frozen=True)
class RunLine:
    """A run to draw.

    Attributes:
        key: what tells it from others.
        label: its name in the legend.
        colour: its colour.
        reports: all of them so far.
        names: of the numbers in them.
    """

    key: str
    label: str
    colour: QColor
    reports: Sequence[Report]
    names: Set[str]


class RunCurves(QWidget):
    """The plot and what it shows: which metric over which axis, how smooth, and from where on.

    Signals:
        export_requested: the plot as a QImage.
    """

    export_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[RunLine, ...] = ()
        self._points: dict[str, tuple[object, Floats, Floats]] = {}
        self.note = QLabel()
        theme.set_role(self.note, "caption")
        self.note.setWordWrap(True)
        self.plot = self._new_plot()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.SPACING.TIGHT)
        self._box.addWidget(self._build_controls())
        self._box.addWidget(self.plot, 1)
        self._box.addWidget(self.note)
        self._show()

    def _build_controls(self) -> QWidget:
        self.quantity = QComboBox()
        self.quantity.setMinimumWidth(200)
        self.quantity.setMaxVisibleItems(24)
        self.quantity.setAccessibleName(tr("Metric"))
        self.quantity.setToolTip(tr("Any number that one of the checked runs has reported."))
        self.axis = QComboBox()
        for name, (words, _) in _AXES.items():
            self.axis.addItem(words, name)
            self.axis.setItemData(self.axis.count() - 1, _TIPS[name], Qt.ItemDataRole.ToolTipRole)
        self.axis.setAccessibleName(tr("Axis across"))
        self.axis.setToolTip(tr("What the axis across counts."))
        self.smoothing = QSlider(Qt.Orientation.Horizontal)
        self.smoothing.setRange(0, 99)
        self.smoothing.setFixedWidth(112)
        self.smoothing.setAccessibleName(tr("Smoothing"))
        self.smoothing.setToolTip(
            tr("w of the exponential moving average Σ wⁱ⁻ʲ v_j / Σ wⁱ⁻ʲ; 0 smooths nothing. The raw line stays pale behind it.")
        )
        self._weight = QLabel("0.00")
        self._weight.setFont(theme.tabular(theme.body_font()))
        self.log = QCheckBox(tr("log"))
        self.log.setToolTip(tr("Logarithmic axis of the values; those that are not positive have no place on it."))
        self.first = NumberBox(whole=True, limits=Limits(low=0, high=100_000_000))
        self.first.set_value(0)
        self.first.setToolTip(tr("Reports up to this step are left out, of the smoothing too."))
        self.first.setAccessibleName(tr("Ignore the first steps"))
        holder = QWidget()
        rows = QVBoxLayout(holder)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.SPACING.TIGHT)
        for parts in (
            ((self.quantity,), (tr("over"), self.axis)),
            ((tr("Smooth"), self.smoothing, self._weight, self.log), (tr("Ignore the first"), self.first, tr("steps"))),
        ):
            flow = FlowLayout(line_gap=theme.SPACING.TIGHT)
            for group in parts:
                held = QWidget()
                row = QHBoxLayout(held)
                row.setContentsMargins(0, 0, 0, 0)
                row.setSpacing(theme.SPACING.SMALL)
                for part in group:
                    row.addWidget(QLabel(part) if isinstance(part, str) else part)
                flow.addWidget(held)
            rows.addLayout(flow)
        self.quantity.currentIndexChanged.connect(self._start_over)
        self.axis.currentIndexChanged.connect(self._start_over)
        self.first.value_changed.connect(self._start_over)
        self.smoothing.valueChanged.connect(self._show)
        self.log.toggled.connect(self._show)
        return holder

    def set_runs(self, lines: Sequence[RunLine]) -> None:
        """Draw these runs, as far as they have reported."""
        looks = [(line.key, line.label, line.colour) for line in lines]
        new = looks != [(line.key, line.label, line.colour) for line in self._lines]
        self._lines = tuple(lines)
        self._points = {line.key: self._points[line.key] for line in lines if line.key in self._points}
        if new:
            hidden = {
                line.key for line in lines if line.key in self.plot.curve_keys() and not self.plot.is_visible_curve(line.key)
            }
            old, self.plot = self.plot, self._new_plot()
            for key in hidden:
                self.plot.set_curve_visible(key, False)
            self._box.replaceWidget(old, self.plot)
            old.hide()
            old.deleteLater()
        self._offer()
        self._show()

    def points(self, line: RunLine) -> tuple[Floats, Floats]:
        """Where a run's curve goes before it is smoothed, as the controls say."""
        name, axis, first = self._name(), self.axis.currentData(), int(self.first.value() or 0)
        asked = (name, axis, first, len(line.reports), line.reports)
        if line.key not in self._points or self._points[line.key][0] != asked:
            kept = [report for report in line.reports if name in report.values and (not first or report.step > first)]
            xs = np.array([getattr(report, axis) for report in kept], np.float64)
            self._points[line.key] = (asked, xs, np.array([report.values[name] for report in kept], np.float64))
        return self._points[line.key][1:]

    def _new_plot(self) -> CurvePlot:
        raw = [Curve(_RAW + line.key, line.label, line.colour, behind=line.key) for line in self._lines]
        plot = CurvePlot(
            "",
            "",
            [*(Curve(line.key, line.label, line.colour, ends_apart=True) for line in self._lines), *raw],
        )
        plot.set_empty_text(
            tr("None of the checked runs has reported this yet.")
            if self._lines
            else tr("Check runs on the left: their curves appear here, one over the other.")
        )
        plot.export_requested.connect(self.export_requested)
        return plot

    def _offer(self) -> None:
        """The metrics that there are, keeping the one that is shown."""
        names = sorted({name for line in self._lines for name in line.names}, key=_order)
        if names == [self.quantity.itemData(index) for index in range(self.quantity.count())]:
            return
        chosen = self._name()
        self.quantity.blockSignals(True)
        self.quantity.clear()
        for place, name in enumerate(names):
            self.quantity.addItem(translated(in_words(name)), name)
            tip = f"{translated(about(name))}\n{name}".strip()
            self.quantity.setItemData(place, theme.plain_tip(tip), Qt.ItemDataRole.ToolTipRole)
        self.quantity.setCurrentIndex(max(self.quantity.findData(chosen), 0) if names else -1)
        self.quantity.blockSignals(False)

    def _name(self) -> str:
        """The metric that is shown; empty where there is none."""
        return self.quantity.currentData() or ""

    @Slot()
    def _start_over(self) -> None:
        self.plot.fit()
        self._show()

    @Slot()
    def _show(self) -> None:
        """Fill the plot again; what a user zoomed into stays."""
        name, weight = self._name(), self.smoothing.value() / 100
        self._weight.setText(f"{weight:.2f}")
        axis, decimals = _AXES[self.axis.currentData()]
        words = translated(in_words(name)) if name else tr("runs")
        self.plot.set_title(capitalised(words), translated(unit(name)) if name else "")
        self.plot.set_x(axis, decimals)
        self.plot.set_log_y(self.log.isChecked())
        self.plot.truncate(-np.inf)
        off_the_axis = 0
        for line in self._lines:
            xs, ys = self.points(line)
            drawn = smoothed(ys, weight) if weight else ys
            off_the_axis += int((drawn <= 0).sum())
            self.plot.extend(line.key, xs, drawn)
            if weight:
                self.plot.extend(_RAW + line.key, xs, ys)
        self.plot.refresh_in_turn()
        self.note.setText(
            tr("1 value is not positive and left out of the logarithmic axis.")
            if off_the_axis == 1
            else tr("{count:,} values are not positive and left out of the logarithmic axis.", count=off_the_axis)
        )
        self.note.setVisible(self.log.isChecked() and off_the_axis > 0)


def _order(name: str) -> tuple[int, str]:
    if name in _FIRST:
        return -1, str(_FIRST.index(name))
    group = next((place for place, prefix in enumerate(_GROUPS, start=1) if name.startswith(prefix)), 0)
    return group, name
