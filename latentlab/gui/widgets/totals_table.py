"""The same numbers of two models under each other, so that they can be read against one another."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from latentlab.gui import theme


class TotalsTable(QWidget):
    """A heading for each column, and a line for each model, in figures of one width."""

    def __init__(self, headings: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.SPACING.LARGE)
        self._grid.setVerticalSpacing(2)
        self._headings = [QLabel(text) for text in ("", *headings)]
        self._rows: list[list[QLabel]] = []
        for column, label in enumerate(self._headings):
            theme.set_role(label, "caption")
            self._grid.addWidget(label, 0, column, self._side(column))
        self._grid.setColumnStretch(len(self._headings), 1)

    def set_rows(self, rows: Sequence[tuple[str, Sequence[str]]]) -> None:
        """Show a line for each model: its name, and a text for each column."""
        while len(self._rows) < len(rows):
            labels = [QLabel() for _ in self._headings]
            for column, label in enumerate(labels):
                label.setFont(theme.tabular(theme.caption_font()))
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
