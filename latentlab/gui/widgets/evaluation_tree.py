"""The numbers of an evaluation by subject, and those of a second run beside them."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyle, QTreeWidget, QTreeWidgetItem, QWidget

from latentlab.catalog import MEASURES
from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.library_texts import meaning_of, translated
from latentlab.runs import Evaluation

_TITLE, _NUMBER, _SECOND, _NOTE = range(4)
_PADDING = 10
"""Pixels beside the lines of a note, and above and below them."""


class EvaluationTree(QTreeWidget):
    """A group for each subject, which can be folded; each line's tooltip says what the number means."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folded: set[str] = set()
        self._filling = False
        self.setAccessibleName(tr("Numbers by subject"))
        self.setColumnCount(4)
        self.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.setIndentation(12)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setRootIsDecorated(True)
        self.setUniformRowHeights(False)
        self.setWordWrap(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.header()
        header.setStretchLastSection(True)
        for column in (_TITLE, _NUMBER, _SECOND):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.sectionResized.connect(self._wrap_notes)
        self.itemCollapsed.connect(lambda item: None if self._filling else self._folded.add(item.text(_TITLE)))
        self.itemExpanded.connect(lambda item: None if self._filling else self._folded.discard(item.text(_TITLE)))

    def show_evaluations(
        self, first: Evaluation | None, second: Evaluation | None = None, names: tuple[str, str] = ("", "")
    ) -> None:
        """Show the numbers of a run, and of a second one beside them, under the runs' names; which groups are folded stays."""
        self._begin()
        self.setHeaderHidden(second is None)
        self.setHeaderLabels(["", *names, ""])
        self.setColumnHidden(_SECOND, second is None)
        for row in first.rows() if first else ():
            measure = MEASURES[row.name]
            group = self._group(translated(measure.subject))
            item, note = QTreeWidgetItem(group), translated(row.note)
            item.setText(_TITLE, "    " * row.depth + translated(row.title))
            item.setText(_NUMBER, row.number)
            if second is not None:
                item.setText(_SECOND, second.text(row.name) if row.name in second.values else "–")
            item.setText(_NOTE, f"⚠ {note}" if row.warning else note)
            for column in (_NUMBER, _SECOND):
                item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                item.setFont(column, theme.tabular(theme.body_font()))
            for column in range(4):
                item.setToolTip(column, theme.plain_tip(meaning_of(measure)))
        self._end()

    def show_measures(self, origin: Mapping[str, object], without: Collection[str] = ()) -> None:
        """Show what would be measured of images of an origin, as `Evaluation.provenance` has it, and what each number is.

        Args:
            origin: what is known of it.
            without: names of measures that cannot be had for another reason.
        """
        self._begin()
        self.setHeaderHidden(True)
        self.setColumnHidden(_SECOND, True)
        for measure in MEASURES.values():
            listed = measure.subject != "Other" and not measure.error_of and not measure.per_dimension
            if listed and measure.name not in without and measure.applies(origin):
                item = QTreeWidgetItem(self._group(translated(measure.subject)))
                item.setText(_TITLE, translated(measure.heading))
                item.setText(_NUMBER, "–")
                item.setText(_NOTE, translated(measure.summary))
                for column in (_TITLE, _NUMBER, _NOTE):
                    item.setToolTip(column, theme.plain_tip(meaning_of(measure)))
        self._end()

    def _begin(self) -> None:
        self._filling = True
        self.clear()

    def _end(self) -> None:
        for group in self._children(self.invisibleRootItem()):
            group.setFirstColumnSpanned(True)
            group.setExpanded(group.text(_TITLE) not in self._folded)
        self._filling = False
        self._wrap_notes()

    @Slot()
    def _wrap_notes(self) -> None:
        """Give notes as many lines as they need; Qt wraps a text, but leaves its row as high as one line."""
        metrics, margin = self.fontMetrics(), _PADDING + 2 * self.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin)
        room = QRect(0, 0, max(self.columnWidth(_NOTE) - margin, 1), 1 << 16)
        for group in self._children(self.invisibleRootItem()):
            for item in self._children(group):
                tall = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, item.text(_NOTE)).height()
                item.setSizeHint(_NOTE, QSize(0, tall + _PADDING) if tall > metrics.height() else QSize())

    def lines(self) -> list[list[str]]:
        """The texts of all lines but the groups', as shown."""
        shown = [column for column in range(4) if not self.isColumnHidden(column)]
        items = [item for group in self._children(self.invisibleRootItem()) for item in self._children(group)]
        return [[item.text(column).strip() for column in shown] for item in items]

    def _children(self, item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
        return [child for index in range(item.childCount()) if (child := item.child(index)) is not None]

    def _group(self, subject: str) -> QTreeWidgetItem:
        known = self.findItems(subject, Qt.MatchFlag.MatchExactly, _TITLE)
        if known:
            return known[0]
        group = QTreeWidgetItem(self)
        group.setText(_TITLE, subject)
        group.setFont(_TITLE, theme.title_font())
        return group

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._wrap_notes()

    def sizeHint(self) -> QSize:
        return QSize(480, 420)
