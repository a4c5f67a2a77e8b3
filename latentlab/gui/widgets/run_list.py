"""Runs to check, each in a colour of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from latentlab.gui import theme
from latentlab.gui.language import tr

_SWATCH = 10
_PAGE = 100
"""Runs that are added to the list at a time, as it is scrolled."""


@dataclass(frozen=True)
class RunEntry:
    """A run of the list.

    Attributes:
        path: its folder.
        name: of the run.
        words: what it is, in a line or two; why it cannot be read, where it cannot.
        began: when, as text.
        sound: it can be read.
    """

    path: Path
    name: str
    words: str
    began: str = ""
    sound: bool = True


class RunList(QListWidget):
    """A click or the space bar checks a run; a checked one has a colour until it is unchecked.

    Signals:
        checked_changed: other runs are checked.
    """

    checked_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._checked: dict[Path, int] = {}
        self._runs: Sequence[RunEntry] = ()
        self.setIconSize(QSize(_SWATCH, _SWATCH))
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # what tells runs apart stands last
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Runs to compare"))
        self.itemClicked.connect(self._on_clicked)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def set_runs(self, runs: Sequence[RunEntry]) -> None:
        """List these; those that were checked stay checked, and lose it where they are gone."""
        here, shown = self.currentRow(), max(self.count(), _PAGE)
        self.clear()
        self._runs = runs
        self._add(shown)
        self.setCurrentRow(here if here < self.count() else -1)
        there = {run.path for run in runs if run.sound}
        gone = [path for path in self._checked if path not in there]
        for path in gone:
            del self._checked[path]
        self._show()
        if gone:
            self.checked_changed.emit()

    def checked(self) -> list[Path]:
        """The runs that are checked, in the order of their colours."""
        return sorted(self._checked, key=lambda path: self._checked[path])

    def colour(self, path: Path) -> QColor:
        """Of a checked run."""
        return theme.run_colour(self._checked[path])

    def set_checked(self, path: Path, checked: bool) -> None:
        """Check a run, or no longer."""
        if checked == (path in self._checked):
            return
        if checked:
            taken = set(self._checked.values())
            self._checked[path] = next(place for place in range(len(taken) + 1) if place not in taken)
        else:
            del self._checked[path]
        self._show()
        self.checked_changed.emit()

    def _add(self, count: int) -> None:
        """The next runs: thousands at once would hold up the window."""
        for run in self._runs[self.count() : self.count() + count]:
            item = QListWidgetItem(f"{run.name}\n{run.words}")
            item.setData(Qt.ItemDataRole.UserRole, run.path)
            item.setToolTip(theme.plain_tip("\n".join(filter(None, (run.name, run.words, run.began, str(run.path))))))
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if run.sound else Qt.ItemFlag.NoItemFlags)
            self.addItem(item)

    @Slot(int)
    def _on_scrolled(self, value: int) -> None:
        if value >= self.verticalScrollBar().maximum() and self.count() < len(self._runs):
            first = self.count()
            self._add(_PAGE)
            self._show(first)

    def _show(self, first: int = 0) -> None:
        for item in (self.item(row) for row in range(first, self.count())):
            path = item.data(Qt.ItemDataRole.UserRole)
            on = path in self._checked
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            item.setIcon(_swatch(self.colour(path) if on else QColor(Qt.GlobalColor.transparent)))

    @Slot(QListWidgetItem)
    def _on_clicked(self, item: QListWidgetItem) -> None:
        if item.flags() & Qt.ItemFlag.ItemIsEnabled:
            path = item.data(Qt.ItemDataRole.UserRole)
            self.set_checked(path, path not in self._checked)

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() == Qt.Key.Key_Space and item is not None:
            self._on_clicked(item)
        else:
            super().keyPressEvent(event)


def _swatch(colour: QColor) -> QIcon:
    pixmap = QPixmap(_SWATCH, _SWATCH)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(pixmap.rect(), 2, 2)
    painter.end()
    icon = QIcon(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Selected)
    return icon
