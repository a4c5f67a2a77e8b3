"""The line over a plot: its title, its unit, the step that is read, and the way back to the newest one."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.widgets.elided_label import ElidedLabel

_LEAST_UNIT = 48
"""Pixels in which the beginning of a unit says something."""


def header_height() -> int:
    """Of the line over every plot, which does not grow when the button comes."""
    return max(QFontMetrics(theme.title_font()).height(), QFontMetrics(theme.caption_font()).height() + 6)


class PlotHeader(QWidget):
    """Title, unit and step; where space is short, the unit goes first.

    Attributes:
        follow: shown while the plot does not follow the newest step; a click follows it again.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel()
        self._title.setFont(theme.title_font())
        self._unit = ElidedLabel()
        self._unit.least = _LEAST_UNIT
        self._unit.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.readout = ElidedLabel()
        self.readout.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for label in (self._unit, self.readout):
            theme.set_role(label, "caption")
        self.follow = QToolButton()
        self.follow.setText(tr("Live ▸"))
        self.follow.setFont(theme.caption_font())
        self.follow.setToolTip(
            tr("This plot does not follow the newest step. Show all steps, and follow it again (double click).")
        )
        self.follow.setAccessibleName(tr("Follow the newest step"))
        self.follow.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACING.TIGHT)
        layout.addWidget(self._title)
        layout.addWidget(self._unit, 1)
        layout.addWidget(self.readout)
        layout.addWidget(self.follow)
        self.setFixedHeight(header_height())

    def set_title(self, title: str, unit: str) -> None:
        """Say what is shown, and its unit, which may be empty."""
        self._title.setText(title)
        self._unit.setText(f"· {unit}" if unit else "")

    def explain(self, text: str) -> None:
        """Say in a tooltip what is shown."""
        for label in (self._title, self._unit):
            label.setToolTip(theme.plain_tip(text))

    def say(self, text: str) -> None:
        """Write the step that is read, and what happened there."""
        self.readout.setText(text)
