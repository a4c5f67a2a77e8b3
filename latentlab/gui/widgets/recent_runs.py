"""The newest runs, each with its picture and what has become of it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QImage, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.models.run_table import state_text
from latentlab.gui.widgets.run_table_view import THUMBNAIL, thumbnail_pixmap
from latentlab.runs import RunSummary

_ROW = THUMBNAIL + theme.SPACING.LARGE
_RUN = Qt.ItemDataRole.UserRole


class RecentRuns(QListWidget):
    """A click or Return opens a run.

    Signals:
        chosen: the path of a run.
    """

    chosen = Signal(object)

    def __init__(self, thumbnail: Callable[[RunSummary], QImage | None], parent: QWidget | None = None) -> None:
        """A list whose pictures come from `thumbnail`, which is asked for what is seen."""
        super().__init__(parent)
        self.setAccessibleName(tr("Recent runs"))
        self.setItemDelegate(_RecentDelegate(thumbnail, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setMouseTracking(True)
        self.setObjectName("recentRuns")
        self.itemClicked.connect(self._on_chosen)

    def set_runs(self, runs: Sequence[RunSummary]) -> None:
        """List these."""
        if [run.path for run in runs] != [self.item(row).data(_RUN).path for row in range(self.count())]:
            self.clear()
            for _ in runs:
                self.addItem(QListWidgetItem())
        for row, run in enumerate(runs):
            item = self.item(row)
            item.setData(_RUN, run)
            item.setText(f"{run.label}, {about(run)}")  # what a screen reader says; the delegate draws it in two lines
            item.setToolTip(theme.plain_tip(f"{run.label}\n{run.path}"))

    def show_thumbnail(self, path: Path) -> None:
        """A picture is new."""
        if any(self.item(row).data(_RUN).path == path for row in range(self.count())):
            self.viewport().update()

    @Slot(QListWidgetItem)
    def _on_chosen(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(_RUN).path)

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self.chosen.emit(item.data(_RUN).path)
        else:
            super().keyPressEvent(event)


class _RecentDelegate(QStyledItemDelegate):
    def __init__(self, thumbnail: Callable[[RunSummary], QImage | None], parent: QWidget) -> None:
        super().__init__(parent)
        self._thumbnail = thumbnail

    # Qt overrides

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(160, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        run: RunSummary = index.data(_RUN)
        row: QRect = option.rect
        style = option.widget.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget)
        palette = option.widget.palette()
        left = row.left() + theme.SPACING.SMALL
        picture = thumbnail_pixmap(self._thumbnail(run), palette, option.widget.devicePixelRatioF())
        painter.drawPixmap(left, row.center().y() - THUMBNAIL // 2, picture)
        text = row.adjusted(left - row.left() + THUMBNAIL + theme.SPACING.MEDIUM, 0, -theme.SPACING.SMALL, 0)
        upper, lower = QRect(text), QRect(text)
        upper.setBottom(row.center().y())
        lower.setTop(row.center().y() + 1)
        muted = theme.muted(QGuiApplication.palette())  # under a style sheet a widget's own is half transparent
        lines = (
            (upper, run.label, theme.title_font(), palette.text().color(), Qt.AlignmentFlag.AlignBottom),
            (
                lower,
                about(run),
                theme.tabular(theme.caption_font()),
                muted,
                Qt.AlignmentFlag.AlignTop,
            ),
        )
        for where, words, font, colour, side in lines:
            painter.setFont(font)
            painter.setPen(colour)
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, where.width())
            painter.drawText(where, int(side), shown)


def about(run: RunSummary) -> str:
    """What has become of a run, in a line."""
    if run.run is None:
        return tr("damaged")
    if run.step < run.steps:
        return tr("{state} · step {step:,} of {total:,}", state=state_text(run), step=run.step, total=run.steps)
    return tr("{state} · step {step:,}", state=state_text(run), step=run.step)
