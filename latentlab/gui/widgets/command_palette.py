"""Everything by name: a line to type into, and what fits below it."""

import json
from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QSettings, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from latentlab.gui import theme
from latentlab.gui.commands import Command
from latentlab.gui.fuzzy import score
from latentlab.gui.language import tr

_WIDTH, _HEIGHT = 620, 420
_RECENT = 12
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}


class CommandPalette(QDialog):
    """Finds commands as a user types; those used last stand first while nothing is typed.

    Attributes:
        line: what is typed.
        found: the commands that fit, the best one first.
    """

    def __init__(self, settings: QSettings, parent: QWidget) -> None:
        """A palette whose recent commands come from, and go to, `settings`."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("palette")
        self.setAccessibleName(tr("Search or run a command"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._settings = settings
        self._commands: list[Command] = []
        self._recent = _recent(settings)
        self.line = QLineEdit()
        self.line.setPlaceholderText(tr("Search actions, workspaces, runs and settings"))
        self.line.setAccessibleName(tr("Search or run a command"))
        self.line.installEventFilter(self)
        self.found = QTreeWidget()
        self.found.setColumnCount(3)
        self.found.setHeaderHidden(True)
        self.found.setRootIsDecorated(False)
        self.found.setUniformRowHeights(True)
        self.found.setAllColumnsShowFocus(True)
        self.found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.found.setAccessibleName(tr("Commands that fit"))
        header = self.found.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACING.SMALL, theme.SPACING.SMALL, theme.SPACING.SMALL, theme.SPACING.SMALL)
        layout.setSpacing(theme.SPACING.SMALL)
        layout.addWidget(self.line)
        layout.addWidget(self.found, 1)
        self.line.textChanged.connect(self._search)
        self.line.returnPressed.connect(self._run_chosen)
        self.found.itemClicked.connect(self._run_chosen)

    def offer(self, commands: Iterable[Command]) -> None:
        """Add commands, which may come later than the palette is opened."""
        self._commands.extend(command for command in commands if command.usable)
        self._search()

    def open_over(self, window: QWidget) -> None:
        """Show the palette at the top of a window, ready for typing."""
        width = min(_WIDTH, window.width() - 2 * theme.SPACING.WIDE)
        self.resize(width, min(_HEIGHT, window.height() - 96))
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - width) // 2, corner.y() + 48)
        self.show()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def names(self) -> list[str]:
        """Of the commands that fit."""
        return [item.text(0) for row in range(self.found.topLevelItemCount()) if (item := self.found.topLevelItem(row))]

    @Slot()
    def _search(self) -> None:
        typed = self.line.text()
        self.found.clear()
        for command in self._fitting(typed):
            item = QTreeWidgetItem([command.name, command.place, command.keys])
            item.setData(0, Qt.ItemDataRole.UserRole, command)
            item.setForeground(1, theme.muted(self.palette()))
            item.setForeground(2, theme.muted(self.palette()))
            item.setTextAlignment(2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.found.addTopLevelItem(item)
        self._choose(0)

    def _choose(self, row: int) -> None:
        item = self.found.topLevelItem(row)
        if item is not None:
            self.found.setCurrentItem(item)

    def _move(self, step: int) -> None:
        """A line up or down, round and round; or a page, as far as there is one."""
        item, count = self.found.currentItem(), self.found.topLevelItemCount()
        if item is not None:
            row = self.found.indexOfTopLevelItem(item) + step
            self._choose(row % count if abs(step) == 1 else min(max(row, 0), count - 1))

    def _fitting(self, typed: str) -> list[Command]:
        places = {key: place for place, key in enumerate(self._recent)}
        scored = [(score(typed, f"{command.name} {command.place}"), command) for command in self._commands]
        fitting = [(fit, command) for fit, command in scored if fit is not None]
        if typed.strip():
            fitting.sort(key=lambda one: (-round(one[0], 1), places.get(one[1].key, _RECENT), -one[0]))
        else:
            fitting.sort(key=lambda one: places.get(one[1].key, _RECENT))
        return [command for _, command in fitting]

    @Slot()
    def _run_chosen(self) -> None:
        item = self.found.currentItem()
        if item is None:
            return
        command: Command = item.data(0, Qt.ItemDataRole.UserRole)
        recent = [command.key, *(key for key in self._recent if key != command.key)][:_RECENT]
        self._settings.setValue("recent_commands", json.dumps(recent))
        self.close()
        command.run()

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _MOVES:
            self._move(_MOVES[Qt.Key(event.key())])
            return True
        return False


def _recent(settings: QSettings) -> list[str]:
    try:
        stored = json.loads(str(settings.value("recent_commands", "[]")))
    except ValueError:
        return []
    return [str(key) for key in stored][:_RECENT] if isinstance(stored, list) else []
