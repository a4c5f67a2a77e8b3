"""The result of a sweep: its table, a plot of one of its numbers, and how far it is."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.library_texts import translated
from latentlab.gui.widgets.slim_bar import SlimBar
from latentlab.gui.widgets.sweep_plot import SweepPlot
from latentlab.sweeps import METRICS, SweepTable, figure_of

_FORMS = {"CSV": ("csv", "to_csv"), "Markdown": ("md", "to_markdown"), "LaTeX": ("tex", "to_latex")}
"""Of each form of a table its file's ending and the method that writes it."""


class SweepResult(QWidget):
    """Table over plot.

    Attributes:
        caption, bar: how far the sweep is.

    Signals:
        row_chosen: the number of a row that was double-clicked.
        copy_requested: a form of the table.
        export_requested: a form of the table, and the ending of its file.
    """

    row_chosen = Signal(int)
    copy_requested = Signal(str)
    export_requested = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table: SweepTable | None = None
        self.caption = QLabel()
        self.caption.setFont(theme.tabular(theme.caption_font()))
        self.caption.setWordWrap(True)
        self.bar = SlimBar(tr("Progress of the sweep"))
        self.copy = _table_button("copy", tr("Copy"), tr("Copy the table."), self.copy_requested.emit)
        self.export = _table_button("export", tr("Export…"), tr("Write the table to a file."), self._on_export)
        self.table = QTableWidget()
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(24)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setShowGrid(False)
        self.table.setFrameShape(QTableWidget.Shape.NoFrame)
        self.table.setAccessibleName(tr("Results of the sweep"))
        self.table.setToolTip(tr("Mean ± sample standard deviation over seeds. Double click: open the row's first run."))
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.cellDoubleClicked.connect(self._on_row)
        self.plotted = QComboBox()
        self.plotted.setMinimumWidth(200)
        self.plotted.setToolTip(tr("What the plot shows."))
        self.plotted.setAccessibleName(tr("Metric of the plot"))
        self.plotted.currentIndexChanged.connect(self._show_plot)
        self.plot = SweepPlot()
        self.notes = QLabel()
        self.notes.setFont(theme.caption_font())
        self.notes.setWordWrap(True)
        self.notes.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SPACING.SMALL, 0, 0, 0)
        column.setSpacing(theme.SPACING.SMALL)
        head = QHBoxLayout()
        head.setSpacing(theme.SPACING.SMALL)
        head.addWidget(self.caption, 1)
        for widget in (self.plotted, self.copy, self.export):
            head.addWidget(widget)
        column.addLayout(head)
        column.addWidget(self.bar)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.table)
        parts.addWidget(self.plot)
        parts.setSizes([300, 300])
        column.addWidget(parts, 1)
        column.addWidget(self.notes)

    def set_table(self, table: SweepTable | None) -> None:
        """Show a table, or none."""
        self._table = table
        self.copy.setEnabled(table is not None)
        self.export.setEnabled(table is not None)
        self.table.setColumnCount(len(table.headings) if table else 0)
        self.table.setRowCount(len(table.rows) if table else 0)
        self.notes.setText("\n".join(table.notes) if table else "")
        self.notes.setVisible(bool(table and table.notes))
        names = table.metrics if table else ()
        if [self.plotted.itemData(index) for index in range(self.plotted.count())] != list(names):
            self.plotted.clear()
            for name in names:
                self.plotted.addItem(translated(METRICS[name].heading), name)
        for widget in (self.plotted, self.copy, self.export, self.bar):
            widget.setVisible(bool(names))
        if table is not None:
            self.table.setHorizontalHeaderLabels(table.headings)
            for row, texts in enumerate(table.texts()):
                for column, text in enumerate(texts):
                    self.table.setItem(row, column, _item(text, number=column >= len(table.row_titles)))
        self._show_plot()

    @Slot()
    def _show_plot(self) -> None:
        name = self.plotted.currentData()
        table = self._table
        self.plot.set_figure(None if table is None or name is None else figure_of(table, name))

    @Slot(int, int)
    def _on_row(self, row: int, column: int) -> None:
        del column
        self.row_chosen.emit(row)

    def _on_export(self, form: str) -> None:
        self.export_requested.emit(form, _FORMS[form][0])


def table_text(table: SweepTable, form: str) -> str:
    """A table as text of a form: CSV, Markdown or LaTeX."""
    text: str = getattr(table, _FORMS[form][1])()
    return text


def _table_button(icon: str, text: str, tip: str, act: Callable[[str], object]) -> QToolButton:
    button = QToolButton()
    button.setIcon(theme.icon(icon))
    button.setText(text)
    button.setToolTip(tip)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    menu = QMenu(button)
    for form in _FORMS:
        menu.addAction(form, partial(act, form))
    button.setMenu(menu)
    return button


def _item(text: str, *, number: bool) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    if number:
        item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setFont(theme.tabular(theme.body_font()))
    return item
