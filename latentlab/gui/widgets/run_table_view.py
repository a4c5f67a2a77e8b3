"""The table of runs: a thumbnail beside each name, a coloured dot beside each state."""

from pathlib import Path

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QContextMenuEvent, QIcon, QImage, QKeyEvent, QPainter, QPalette, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from latentlab.gui import theme
from latentlab.gui.colours import Severity
from latentlab.gui.language import tr
from latentlab.gui.models.run_table import COLUMNS, DAMAGED, DATE, NAME, RunTableModel, state_text
from latentlab.gui.widgets import pixels
from latentlab.runs import RunState, RunSummary

THUMBNAIL = 36
"""Pixels of its side on the screen."""
_ROW = THUMBNAIL + theme.SPACING.SMALL
_DOT = 8
_BAR = 3
"""Of the mark at the left of the run that is open, pixels."""
_INDENT = 20
_DEEPEST = 5
"""Branches of branches that are set off; deeper ones stand below each other."""
_SEVERITIES: dict[str, Severity] = {
    RunState.LIVE: "info",
    RunState.FINISHED: "success",
    RunState.INTERRUPTED: "warning",
    RunState.FAILED: "error",
    DAMAGED: "error",
}
"""Others are grey: they ended as somebody wanted."""
Index = QModelIndex | QPersistentModelIndex


class RunTableView(QTableView):
    """Many rows can be selected at once; Return and a double click open one.

    Signals:
        opened: the run of a row was asked for.
        menu_wanted: where on the screen a context menu is asked for.
        selected: other runs are selected.
    """

    opened = Signal(object)
    menu_wanted = Signal(object)
    selected = Signal()

    def __init__(self, model: RunTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._kept: list[Path] = []
        self._kept_current: Path | None = None
        self.setObjectName("runTable")
        self.setAccessibleName(tr("Runs"))
        self.setModel(model)
        self.setItemDelegate(_RunDelegate(model, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setIconSize(QSize(THUMBNAIL, THUMBNAIL))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setSectionsMovable(True)
        self._by_hand = False
        header.sectionResized.connect(self._on_resized)
        self.setSortingEnabled(True)
        header.setSortIndicatorShown(False)  # the titles say it: Qt's would be cut off, or off the title
        self.sortByColumn(DATE, Qt.SortOrder.DescendingOrder)
        self._fit_columns()
        self.doubleClicked.connect(self._on_opened)
        self.selectionModel().selectionChanged.connect(self._on_selection)
        model.modelAboutToBeReset.connect(self._keep_selection)
        model.rows_replaced.connect(self._restore_selection)

    def _fit_columns(self) -> None:
        """Give each its width; those of long texts give what the table lacks, and share what it has to spare."""
        header, blocked = self.horizontalHeader(), self.horizontalHeader().blockSignals(True)
        widths = [max(column.width, header.sectionSizeHint(place)) for place, column in enumerate(COLUMNS)]
        lacking = sum(widths) - self.viewport().width()
        long = [place for place, column in enumerate(COLUMNS) if column.least]
        for place in long:
            widths[place] += max(0, -lacking // (len(long) + 1))
        lacking = max(0, lacking)
        for place, column in reversed([*enumerate(COLUMNS)]):
            taken = max(0, min(lacking, widths[place] - max(column.least or widths[place], header.sectionSizeHint(place))))
            lacking -= taken
            header.resizeSection(place, widths[place] - taken)
        header.blockSignals(blocked)

    @Slot()
    def _on_resized(self) -> None:
        self._by_hand = True

    def selected_runs(self) -> list[RunSummary]:
        """Those of the selected rows, from top to bottom."""
        # Qt would look at every cell to say which rows are selected, which takes seconds for thousands.
        selection = self.selectionModel().selection()
        parts = [selection.at(place) for place in range(selection.count())]
        rows = {row for part in parts for row in range(part.top(), part.bottom() + 1)}
        return [self._model.shown[row] for row in sorted(rows)]

    def edit_name(self) -> None:
        """Type another name for the run of the current row."""
        index = self._model.index(self.currentIndex().row(), NAME)
        self.scrollTo(index)
        self.edit(index)

    def select(self, paths: list[Path], current: Path | None = None) -> None:
        """Select the rows of these runs, as far as they are shown."""
        chosen = QItemSelection()
        for row in filter(lambda row: row >= 0, map(self._model.row_of, paths)):
            index = self._model.index(row, 0)
            chosen.select(index, index)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().select(chosen, flags)
        row = self._model.row_of(current) if current is not None else -1
        if row >= 0:
            at = self._model.index(row, 0)
            self.selectionModel().setCurrentIndex(at, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.selected.emit()

    @Slot()
    def _keep_selection(self) -> None:
        self._kept = [run.path for run in self.selected_runs()]
        row = self.currentIndex().row()
        self._kept_current = self._model.shown[row].path if 0 <= row < len(self._model.shown) else None

    @Slot()
    def _restore_selection(self) -> None:
        self.select(self._kept, self._kept_current)

    @Slot()
    def _on_selection(self) -> None:
        self.selected.emit()

    @Slot(QModelIndex)
    def _on_opened(self, index: QModelIndex) -> None:
        self.opened.emit(self._model.shown[index.row()])

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row() if self.state() is not QAbstractItemView.State.EditingState else -1
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() and row >= 0:
            self.opened.emit(self._model.shown[row])
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if not self._by_hand:
            self._fit_columns()
        super().resizeEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        where = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            where = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        self.menu_wanted.emit(where)


class _RunDelegate(QStyledItemDelegate):
    """Draws pictures for those rows alone that are seen."""

    def __init__(self, model: RunTableModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    # Qt overrides

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        ratio = option.widget.devicePixelRatioF()
        palette: QPalette = option.palette
        title = COLUMNS[index.column()].title
        if index.column() == NAME:
            option.textElideMode = Qt.TextElideMode.ElideMiddle  # what tells runs apart stands last
            picture = thumbnail_pixmap(self._model.thumbnail(index.row()), palette, ratio)
            size = QSize(THUMBNAIL, THUMBNAIL)
            if depth := min(self._model.depth(index.row()), _DEEPEST):
                picture, size = _indented(picture, depth, palette, ratio), QSize(THUMBNAIL + depth * _INDENT, THUMBNAIL)
        elif title == "State":
            picture = _dot(state_colour(state_text(self._model.shown[index.row()]), palette), ratio)
            size = QSize(_DOT, _DOT)
        else:
            return
        icon = QIcon(picture)
        icon.addPixmap(picture, QIcon.Mode.Selected)
        option.icon, option.decorationSize = icon, size
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        if index.column() == NAME and self._model.shown[index.row()].path == self._model.open_run:
            bar = QRect(option.rect.topLeft(), QSize(_BAR, option.rect.height()))
            painter.fillRect(bar, theme.accent(option.palette))

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        cell: QRect = option.rect
        left = cell.left() + THUMBNAIL + theme.SPACING.MEDIUM + _INDENT * min(self._model.depth(index.row()), _DEEPEST)
        height = editor.sizeHint().height()
        editor.setGeometry(left, cell.center().y() - height // 2, cell.right() - left, height)


def state_colour(state: str, palette: QPalette) -> QColor:
    """Of the dot beside a state."""
    severity = _SEVERITIES.get(state)
    return theme.severity_colour(severity) if severity else theme.muted(palette)


def thumbnail_pixmap(image: QImage | None, palette: QPalette, ratio: float) -> QPixmap:
    """A run's picture, square; an empty frame where there is none."""
    pixmap = QPixmap(QSize(THUMBNAIL, THUMBNAIL) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    area = QRect(0, 0, THUMBNAIL, THUMBNAIL)
    painter = QPainter(pixmap)
    if image is None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.border(palette))
        painter.drawRoundedRect(area.adjusted(0, 0, -1, -1), 3, 3)
    else:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(pixels.centred(pixels.filling(image.width(), image.height(), area.size()), area), image)
    painter.end()
    return pixmap


def _indented(picture: QPixmap, depth: int, palette: QPalette, ratio: float) -> QPixmap:
    """A run's picture set to the right, with a line from the run above."""
    wide = QPixmap(QSize(THUMBNAIL + depth * _INDENT, THUMBNAIL) * ratio)
    wide.setDevicePixelRatio(ratio)
    wide.fill(Qt.GlobalColor.transparent)
    left = depth * _INDENT
    painter = QPainter(wide)
    painter.drawPixmap(left, 0, picture)
    painter.setPen(theme.muted(palette))
    x = left - _INDENT + _INDENT // 2
    painter.drawLine(x, 0, x, THUMBNAIL // 2)
    painter.drawLine(x, THUMBNAIL // 2, left - 3, THUMBNAIL // 2)
    painter.end()
    return wide


def _dot(colour: QColor, ratio: float) -> QPixmap:
    pixmap = QPixmap(QSize(_DOT, _DOT) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(0, 0, _DOT, _DOT)
    painter.end()
    return pixmap
