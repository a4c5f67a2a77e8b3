"""The same numbers of one model or of several, under each other, so that they can be compared."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from latentlab.gui import theme

_WIDEST = "000.000"
"""The room that each column keeps, so that none moves when a number grows."""


class TotalsTable(QWidget):
    """A heading over a unit for each column, and a line for each model, in figures of one width; the first number leads."""

    def __init__(self, headings: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.SPACING.SMALL)
        self._grid.setVerticalSpacing(2)
        self._headings = [QLabel("\n".join(lines)) for lines in (("", ""), *headings)]
        room = QFontMetrics(_figures(leads=True)).horizontalAdvance(_WIDEST)
        self._rows: list[list[QLabel]] = []
        for column, label in enumerate(self._headings):
            theme.set_role(label, "caption")
            label.setAlignment(self._side(column))
            self._grid.addWidget(label, 0, column)
            if column:
                self._grid.setColumnMinimumWidth(column, room)
        self._grid.setColumnStretch(len(self._headings), 1)

    def set_rows(self, rows: Sequence[tuple[str, Sequence[str]]]) -> None:
        """Show a line for each model: its name, and a text for each column; without a line no heading either."""
        for heading in self._headings:
            heading.setVisible(bool(rows))
        while len(self._rows) < len(rows):
            labels = [QLabel() for _ in self._headings]
            for column, label in enumerate(labels):
                label.setFont(_figures(leads=column == 1))
                self._grid.addWidget(label, len(self._rows) + 1, column, self._side(column))
            self._rows.append(labels)
        for labels, (name, texts) in zip(self._rows, rows, strict=False):
            for label, text in zip(labels, (name, *texts), strict=True):
                label.setText(text)
        for place, labels in enumerate(self._rows):
            for label in labels:
                label.setVisible(place < len(rows))

    def texts(self) -> list[list[str]]:
        """What the lines say."""
        return [[label.text() for label in labels] for labels in self._rows if not labels[0].isHidden()]

    def _side(self, column: int) -> Qt.AlignmentFlag:
        return Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft


def _figures(*, leads: bool) -> QFont:
    font = theme.tabular(theme.caption_font())
    font.setBold(leads)
    return font
