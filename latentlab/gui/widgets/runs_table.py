"""The table of runs: settings that differ, then their numbers, a column for each run."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QTableWidget,
    QTableWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.library_texts import translated
from latentlab.gui.widgets import figures
from latentlab.sweeps import RunsTable
from latentlab.sweeps.comparison import Line

_FORMS = {tr("Text"): "to_text", "CSV": "to_csv", "Markdown": "to_markdown"}


class RunsTableView(QWidget):
    """Shows a `RunsTable`, and copies it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table: RunsTable | None = None
        self.caption = QLabel()
        theme.set_role(self.caption, "caption")
        self.caption.setWordWrap(True)
        self.copy = QToolButton()
        self.copy.setIcon(theme.icon("copy"))
        self.copy.setText(tr("Copy"))
        self.copy.setToolTip(tr("Copy the table: as text for a spreadsheet, as CSV in full precision, or as Markdown."))
        self.copy.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.copy.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.copy)
        for form in _FORMS:
            menu.addAction(form).triggered.connect(lambda checked=False, form=form: self._copy(form))
        self.copy.setMenu(menu)
        self.table = QTableWidget()
        self.table.setAccessibleName(tr("Settings and numbers of the runs"))
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(24)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setShowGrid(False)
        self.table.setFrameShape(QTableWidget.Shape.NoFrame)
        self.table.setHorizontalScrollMode(QTableWidget.ScrollMode.ScrollPerPixel)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head = QHBoxLayout()
        head.addWidget(self.caption, 1)
        head.addWidget(self.copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACING.SMALL)
        layout.addLayout(head)
        layout.addWidget(self.table, 1)
        self.set_table(None, [])

    def set_table(self, table: RunsTable | None, names: list[str]) -> None:
        """Show a table under these short names of its runs; None says what to do."""
        if table is not None and table == self._table:
            return
        self._table = table
        self.copy.setEnabled(table is not None)
        self.table.setVisible(table is not None)
        if table is None:
            self.caption.setText(tr("Check runs on the left: the settings in which they differ and their numbers appear here."))
            return
        self.caption.setText(tr("Settings that differ between the checked runs, and their numbers"))
        self.table.setColumnCount(len(table.headings))
        self.table.setHorizontalHeaderLabels(["", *names])
        for column, name in enumerate(table.runs, start=1):
            heading = self.table.horizontalHeaderItem(column)
            if heading is not None:
                heading.setToolTip(theme.plain_tip(name))
        self.table.clearSpans()
        self.table.clearContents()
        parts = ((tr("Settings"), table.settings), (tr("Numbers"), table.numbers))
        self.table.setRowCount(sum(1 + len(lines) for _, lines in parts if lines))
        row = 0
        for title, lines in parts:
            if lines:
                self._set_title(row, title)
            for place, line in enumerate(lines, start=row + 1):
                self._set_line(place, line)
            row += len(lines) + bool(lines)

    def _set_title(self, row: int, title: str) -> None:
        item = QTableWidgetItem(title)
        item.setFont(theme.title_font())
        self.table.setItem(row, 0, item)
        self.table.setSpan(row, 0, 1, self.table.columnCount())

    def _set_line(self, row: int, line: Line) -> None:
        self.table.setItem(row, 0, QTableWidgetItem(translated(line.title)))
        for column, (value, text) in enumerate(zip(line.values, line.texts(), strict=True), start=1):
            item = QTableWidgetItem(text if isinstance(value, str) else text.replace("-", figures.MINUS))
            item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            item.setFont(theme.tabular(theme.body_font()))
            self.table.setItem(row, column, item)

    def _copy(self, form: str) -> None:
        if self._table is not None:
            QGuiApplication.clipboard().setText(getattr(self._table, _FORMS[form])())
