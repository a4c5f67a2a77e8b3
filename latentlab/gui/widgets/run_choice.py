"""Choosing a second run, to be looked at beside the current one."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.runs import RunSummary

_MOST = 100
"""Runs that are offered, the newest."""


class RunChoice(QComboBox):
    """The runs there are; the first entry takes none.

    Signals:
        wanted: somebody is about to choose, so that the list should be new.
        chosen: a user chose a run (its path), or none (None).
    """

    wanted = Signal()
    chosen = Signal(object)

    def __init__(self, none: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.addItem(none, None)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(16)
        self.setAccessibleName(tr("Second run"))
        self.activated.connect(self._on_activated)

    def set_runs(self, runs: Sequence[RunSummary]) -> None:
        """Offer the newest of these that can be read and are not archived; what was chosen stays."""
        chosen, words = self.path(), self.currentText()
        while self.count() > 1:
            self.removeItem(1)
        for summary in runs:
            if summary.run is not None and not summary.annotations.archived and self.count() <= _MOST:
                self.addItem(summary.label, str(summary.path))
                tip = theme.plain_tip(f"{summary.method}\n{summary.path}")
                self.setItemData(self.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        if chosen is not None and self.findData(str(chosen)) < 0:
            self.addItem(words, str(chosen))
        self.choose(chosen)
        metrics = self.fontMetrics()
        widest = max(metrics.horizontalAdvance(self.itemText(index)) for index in range(self.count()))
        self.view().setMinimumWidth(widest + 40)

    def path(self) -> Path | None:
        """The run chosen."""
        return None if self.currentData() is None else Path(self.currentData())

    def choose(self, path: Path | None) -> None:
        """Take a run, or none, without telling."""
        if path is not None and self.findData(str(path)) < 0:
            self.addItem(path.name, str(path))
        self.setCurrentIndex(self.findData(str(path)) if path is not None else 0)

    @Slot(int)
    def _on_activated(self, index: int) -> None:
        del index
        self.chosen.emit(self.path())

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        """A name that is too long ends in dots, not in the middle of a letter."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        whole = self.currentText()
        option.currentText = self.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, field.width() - 4)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def showPopup(self) -> None:
        self.wanted.emit()
        super().showPopup()
