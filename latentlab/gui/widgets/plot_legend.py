"""The legend of a plot: a toggle for each curve, with its value in figures that stay in place."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.widgets import figures
from latentlab.gui.widgets.curve import Curve
from latentlab.gui.widgets.flow_layout import FlowLayout

_SWATCH = 10
_UNLIMITED = (1 << 24) - 1
"""Qt's height of a widget that has no limit."""


class LegendEntry(QAbstractButton):
    """One curve: colour, name and value; checked means drawn."""

    def __init__(self, curve: Curve, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        label = curve.label
        self.key = curve.key
        self._breaks = 2 if curve.dashed else 3 if curve.dotted else 0
        self._says_step = curve.is_broken or curve.ends_apart
        self._colour = curve.resolved()
        self._value, self._at = math.nan, ""
        self.setText(label)
        self.setCheckable(True)
        self.setChecked(True)
        self.setAccessibleName(tr("Curve {label}", label=label))
        self.setToolTip(theme.plain_tip(tr("Show or hide {label}", label=label)))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_value(self, value: float, at: str = "") -> None:
        """Show a value, and of which step where that is not the one that the plot names; NaN shows a dash."""
        if math.isnan(value):
            at = ""
        if at != self._at or (value != self._value and not (math.isnan(value) and math.isnan(self._value))):
            self._value, self._at = value, at
            self.setAccessibleDescription(self._value_text())
            self.update()

    def _value_text(self) -> str:
        value = figures.fixed(self._value)
        return tr("{value} at {step}", value=value, step=self._at) if self._at else value

    def set_colour(self, colour: QColor) -> None:
        self._colour = colour
        self.update()

    def _draw_dashes(self, painter: QPainter, swatch: QRectF) -> None:
        """Two dashes or three dots where the curve is drawn, their outlines where it is hidden."""
        for place in range(self._breaks):
            left = swatch.left() + place * (swatch.width() + 2) / self._breaks
            painter.drawRect(QRectF(left, swatch.center().y() - 1, 3 if self._breaks == 2 else 1.5, 2))

    def _shown_text(self, metrics: QFontMetrics) -> str:
        """The name, cut where the plot is too narrow for it: the value is not."""
        legend = self.parentWidget()
        if legend is None:
            return self.text()
        value = max(map(metrics.horizontalAdvance, (figures.WIDEST, self._value_text())))
        room = legend.width() - self.x() - _SWATCH - 5 - 5 - value - 4
        return metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, max(room, 0))

    # Qt overrides

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme.tabular(theme.caption_font()))
        widest = tr("{value} at {step}", value=figures.WIDEST, step="00,000") if self._says_step else figures.WIDEST
        width = _SWATCH + 5 + metrics.horizontalAdvance(self.text()) + 5 + metrics.horizontalAdvance(widest)
        return QSize(width + 4, metrics.height() + 4)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        if self.hasFocus():
            painter.setPen(theme.accent(palette))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        swatch = QRectF(2, (self.height() - 8) / 2, 8, 8)
        painter.setPen(self._colour)
        painter.setBrush(self._colour if self.isChecked() else Qt.BrushStyle.NoBrush)
        if self._breaks:
            self._draw_dashes(painter, swatch)
        else:
            painter.drawRoundedRect(swatch.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
        painter.setFont(theme.tabular(theme.caption_font()))
        metrics = painter.fontMetrics()
        name = self.rect().adjusted(_SWATCH + 5, 0, -2, 0)
        painter.setPen(palette.windowText().color() if self.isChecked() else theme.muted(palette))
        if self.underMouse():
            painter.setPen(palette.windowText().color())
        text = self._shown_text(metrics)
        painter.drawText(name, int(Qt.AlignmentFlag.AlignVCenter), text)
        painter.setPen(theme.muted(palette))
        value = name.adjusted(metrics.horizontalAdvance(text) + 5, 0, 0, 0)
        painter.drawText(value, int(Qt.AlignmentFlag.AlignVCenter), self._value_text())


class PlotLegend(QWidget):
    """The entries in lines as the width allows.

    Signals:
        toggled: a curve was shown or hidden.
    """

    toggled = Signal()

    def __init__(self, curves: Sequence[Curve], parent: QWidget | None = None) -> None:
        """A legend of the curves that do not lie behind others."""
        super().__init__(parent)
        self._curves = {curve.key: curve for curve in curves if curve.behind is None}
        self.entries: dict[str, LegendEntry] = {}
        self._stacked = False
        flow = FlowLayout(self, gap=theme.SPACING.SMALL)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for key, curve in self._curves.items():
            entry = self.entries[key] = LegendEntry(curve, self)
            entry.toggled.connect(self._tell)
            flow.addWidget(entry)
        self.show_stack(False)

    def show_stack(self, stacked: bool) -> None:
        """Offer what can be seen: some curves show in a stack alone, and held-out ones outside it."""
        self._stacked = stacked
        self._show_entries()

    def _show_entries(self) -> None:
        """In a figure only those of the curves that are drawn."""
        for key, entry in self.entries.items():
            curve = self._curves[key]
            offered = not curve.is_broken if self._stacked else not curve.only_stacked
            entry.setVisible(offered and (entry.isChecked() or not theme.is_paper()))

    def fold(self, folded: bool) -> None:
        """Keep to one line, where a plot is too low for more; the other entries come back with the room."""
        line = next(iter(self.entries.values())).sizeHint().height() if self.entries else 0
        self.setMaximumHeight(line if folded else _UNLIMITED)

    def restyle(self) -> None:
        """Take the colours of the theme of the moment."""
        for key, entry in self.entries.items():
            entry.set_colour(self._curves[key].resolved())
        self._show_entries()

    def _tell(self, checked: bool) -> None:
        self.toggled.emit()
