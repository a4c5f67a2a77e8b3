"""The runs as a table: which are shown, in what order, and what stands in each cell."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QImage

from latentlab.catalog.datasets import DATASETS
from latentlab.gui import theme
from latentlab.gui.language import mark, number, tr
from latentlab.gui.library_texts import translated
from latentlab.gui.models.run_library import RunLibrary
from latentlab.runs import RunSummary, date_text, in_tree

Index = QModelIndex | QPersistentModelIndex
MINUS = "\N{MINUS SIGN}"
DAMAGED = tr("damaged")
_DATE, _NOTE = tr("Date"), tr("Note")
_ROOT = QModelIndex()
_ARROWS = ("▴", "▾")
"""Beside the title of the column that is sorted by: the least on top, or the largest."""


@dataclass(frozen=True)
class Column:
    """A column of the table.

    Attributes:
        title: in the header.
        text: of a run.
        key: to sort by.
        width: at first, pixels.
        least: what it has at least where the table is too narrow; 0 where it cannot be narrower.
        number: whether it is set to the right in tabular figures.
        tip: of the header.
    """

    title: str
    text: Callable[[RunSummary], str]
    key: Callable[[RunSummary], Any]
    width: int
    number: bool = False
    tip: str = ""
    least: int = 0


def state_text(run: RunSummary) -> str:
    """What has become of a run, in a word."""
    return DAMAGED if run.run is None else translated(run.state or mark("unknown"))


def data_text(run: RunSummary) -> str:
    """What a run learns from."""
    return translated(DATASETS[run.data].label.partition(" (")[0]) if run.data in DATASETS else run.data


def method_text(run: RunSummary) -> str:
    """How a run is trained."""
    return run.method


def elbo_text(run: RunSummary) -> str:
    """The held-out ELBO in nats; empty where it was not measured."""
    return "" if run.elbo is None else number(run.elbo, ",.1f").replace("-", MINUS)


def _step_text(run: RunSummary) -> str:
    if run.run is None:
        return ""
    if run.step >= run.steps or run.steps <= 1:  # how far another program's training goes is not known
        return number(run.step, ",")
    return tr("{step:,} of {steps:,}", step=run.step, steps=run.steps)


def created_text(run: RunSummary) -> str:
    """When a run began: the time of day within this year, the year before."""
    this_year = date_text(run.created, "%Y") == str(datetime.now().year)
    return date_text(run.created, "%-d %b %H:%M" if this_year else "%-d %b %Y")


def _first_line(run: RunSummary) -> str:
    return run.problem if run.run is None else run.annotations.note.partition("\n")[0]


COLUMNS = (
    Column(tr("Name"), lambda run: run.label, lambda run: run.label.casefold(), 250, least=150),
    Column(tr("State"), state_text, state_text, 112),
    Column(tr("Data"), data_text, data_text, 146, least=80),
    Column(tr("Method"), method_text, method_text, 126, least=80),
    Column(tr("Step"), _step_text, lambda run: run.step, 126, number=True),
    Column(
        tr("Held-out ELBO, nats"),
        elbo_text,
        lambda run: -float("inf") if run.elbo is None else run.elbo,
        144,
        number=True,
        tip=tr("At the newest checkpoint, in nats per image; higher is better. Comparable for the same images alone."),
    ),
    Column(_DATE, created_text, lambda run: run.created, 112, number=True),
    Column(
        tr("Tags"),
        lambda run: ", ".join(run.annotations.tags),
        lambda run: [tag.casefold() for tag in run.annotations.tags],
        72,
    ),
    Column(_NOTE, _first_line, lambda run: run.annotations.note.casefold(), 60, least=40),
)
NAME = 0
DATE = next(place for place, column in enumerate(COLUMNS) if column.title == _DATE)


@dataclass(frozen=True)
class RunFilter:
    """Which runs are shown; what is empty leaves out none.

    Attributes:
        words: each must be found in the name, data, method, tags, note or folder.
        state, data, method, tag: that of the run.
        archived: whether archived runs are shown, and no others.
    """

    words: str = ""
    state: str = ""
    data: str = ""
    method: str = ""
    tag: str = ""
    archived: bool = False

    def takes(self, run: RunSummary) -> bool:
        """Whether a run is shown."""
        if self.archived != run.annotations.archived or (self.state and self.state != state_text(run)):
            return False
        if (self.data and self.data != data_text(run)) or (self.method and self.method != method_text(run)):
            return False
        if self.tag and self.tag not in run.annotations.tags:
            return False
        words = self.words.casefold().split()
        if not words:
            return True
        parts = (run.label, data_text(run), run.method, *run.annotations.tags, run.annotations.note, run.path.name)
        text = "\n".join(parts).casefold()
        return all(word in text for word in words)


class RunTableModel(QAbstractTableModel):
    """The runs of the library that a filter takes, sorted.

    Attributes:
        shown: the rows.
        has_branches: whether one of them branched off another.
        open_run: the folder of the run that the window is about; None for none.

    Signals:
        renamed: a run's path and the name that was typed.
        rows_replaced: rows have come or gone, so that a view must find its selection again.
    """

    renamed = Signal(object, str)
    rows_replaced = Signal()

    def __init__(self, library: RunLibrary) -> None:
        super().__init__(library)
        self.shown: list[RunSummary] = []
        self._library = library
        self._filter = RunFilter()
        self._sorted_by, self._descending = DATE, True
        self._rows: dict[Path, int] = {}
        self._tree = True
        self.has_branches = False
        self.open_run: Path | None = None
        self._depths: dict[Path, int] = {}
        self._figures = theme.tabular(theme.body_font())
        self._name_font = theme.title_font()
        library.changed.connect(self._refresh)
        library.thumbnail_drawn.connect(self._on_thumbnail)
        self._refresh()

    def set_tree(self, tree: bool) -> None:
        """Show each branch below the run that it branched off, or all runs as they are sorted."""
        self._tree = tree
        self._refresh()

    def set_open(self, path: Path | None) -> None:
        """Mark the run that the window is about."""
        before, self.open_run = self.open_run, path
        for row in (self.row_of(run) for run in (before, path) if run is not None):
            if row >= 0:
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(COLUMNS) - 1))

    def depth(self, row: int) -> int:
        """How many runs a branch has above it in the tree; 0 for any other run."""
        return self._depths.get(self.shown[row].path, 0)

    def set_filter(self, wanted: RunFilter) -> None:
        """Show the runs that a filter takes."""
        self._filter = wanted
        self._refresh()

    def row_of(self, path: Path) -> int:
        """Where a run stands, −1 where it is not shown."""
        return self._rows.get(path, -1)

    def _refresh(self) -> None:
        runs = [run for run in self._library.runs if self._filter.takes(run)]
        runs.sort(key=COLUMNS[self._sorted_by].key, reverse=self._descending)
        placed = in_tree(runs)
        self.has_branches = any(depth for depth, _ in placed)
        placed = placed if self._tree else [(0, run) for run in runs]
        self._depths = {run.path: depth for depth, run in placed}
        self._show([run for _, run in placed])

    def _show(self, runs: list[RunSummary]) -> None:
        paths, before = [run.path for run in runs], [run.path for run in self.shown]
        rows = {path: row for row, path in enumerate(paths)}
        if paths == before:
            self.shown = runs
            if runs:
                self.dataChanged.emit(self.index(0, 0), self.index(len(runs) - 1, len(COLUMNS) - 1))
        elif rows.keys() == self._rows.keys():
            self.layoutAboutToBeChanged.emit()
            old = self.persistentIndexList()
            new = [self.createIndex(rows[before[index.row()]], index.column()) for index in old]
            self.shown, self._rows = runs, rows
            self.changePersistentIndexList(old, new)
            self.layoutChanged.emit()
        else:
            self.beginResetModel()
            self.shown, self._rows = runs, rows
            self.endResetModel()
            self.rows_replaced.emit()

    def _on_thumbnail(self, path: Path) -> None:
        row = self.row_of(path)
        if row >= 0:
            self.dataChanged.emit(self.index(row, 0), self.index(row, 0), [Qt.ItemDataRole.DecorationRole])

    def thumbnail(self, row: int) -> QImage | None:
        """The picture of a run; asked for when it is first seen."""
        return self._library.thumbnail(self.shown[row])

    # Qt overrides

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == NAME else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        run, column = self.shown[index.row()], COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(run)
        if role == Qt.ItemDataRole.EditRole:
            return run.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return theme.plain_tip("\n".join([_tip(run, column), *([tr("Open now")] if run.path == self.open_run else [])]))
        if role == Qt.ItemDataRole.TextAlignmentRole and column.number:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.FontRole:
            return self._font(index.column(), column)
        if role == Qt.ItemDataRole.UserRole:
            return run
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or value == self.data(index, Qt.ItemDataRole.EditRole):
            return False
        self.renamed.emit(self.shown[index.row()].path, str(value))
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = COLUMNS[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{column.title} {_ARROWS[self._descending]}" if section == self._sorted_by else column.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tip or tr("Sort by “{title}”", title=column.title)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.number else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorted_by, self._descending = column, order is Qt.SortOrder.DescendingOrder
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        self._refresh()

    def _font(self, place: int, column: Column) -> QFont | None:
        return self._name_font if place == NAME else self._figures if column.number else None


def choices(runs: Sequence[RunSummary], text: Callable[[RunSummary], str]) -> list[str]:
    """What runs have, each once, sorted."""
    return sorted({found for run in runs if (found := text(run))}, key=str.casefold)


def _tip(run: RunSummary, column: Column) -> str:
    if column.title == _NOTE and run.annotations.note:
        return run.annotations.note
    parent = run.run.header.parent if run.run is not None else None
    branch = tr("Branch of {run} at step {step:,}", run=parent.run, step=parent.step) if parent is not None else ""
    lines = [run.label, method_text(run), branch, str(run.path), run.problem]
    return "\n".join(line for line in lines if line)
