"""All that can be done in the window by name: gathered from its actions, buttons and shortcuts, so that new ones appear."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QDockWidget, QMenu, QPushButton, QTabBar, QToolBar, QToolButton, QWidget

_NATIVE = QKeySequence.SequenceFormat.NativeText
_KEYS_IN_TIP = re.compile(r"\(((?:Ctrl|Alt|Shift|Page|Backspace|F\d)[^()]*)\)$")


@dataclass(frozen=True)
class Command:
    """Something that can be done.

    Attributes:
        name: what it does.
        place: the part of the window it belongs to; empty for the window itself.
        keys: its shortcut as the desktop writes it; may be empty.
        run: does it.
        usable: whether it can be done now: it is enabled and in sight.
    """

    name: str
    place: str
    keys: str
    run: Callable[[], object]
    usable: bool = True

    @property
    def key(self) -> str:
        """Tells it from others, in this and in later windows."""
        return f"{self.place}/{self.name}"


def commands_of(window: QWidget) -> Iterator[Command]:
    """What can be done in a window, each once; its dialogs and what a menu lists of the disk are left out."""
    found: dict[str, Command] = {}
    for command in (*_actions(window), *_buttons(window), *_shortcuts(window)):
        other = found.get(command.key)
        if other is None or (command.usable and not other.usable) or (command.keys and not other.keys):
            found[command.key] = command
    yield from found.values()


def _actions(window: QWidget) -> Iterator[Command]:
    for action in window.findChildren(QAction):
        if not action.text() or action.isSeparator() or action.menu() is not None or not action.isVisible():
            continue
        owner: object = action.parent()
        trail: list[str] = []
        while isinstance(owner, QMenu):
            if owner.property("listing"):
                break
            trail.insert(0, _plain(owner.title()))
            owner = owner.parent()
        if isinstance(owner, QMenu | QToolBar) or not isinstance(owner, QWidget) or owner.window() is not window:
            continue
        if isinstance(owner, QDockWidget) and action.shortcut().isEmpty():
            continue
        if isinstance(owner, QAbstractButton) and trail == [""]:
            trail = [_plain(owner.text())]
        usable = action.isEnabled() and (owner.isVisible() or isinstance(owner, QDockWidget))
        place = " › ".join(part for part in (action.property("place") or _place(owner), *trail) if part)
        # A shortcut that somebody else listens to stands behind a tab in the text.
        name, _, told = action.text().partition("\t")
        yield Command(_plain(name), place, action.shortcut().toString(_NATIVE) or told, action.trigger, usable)


def _buttons(window: QWidget) -> Iterator[Command]:
    for button in window.findChildren(QAbstractButton):
        if not isinstance(button, (QPushButton, QToolButton)) or button.window() is not window:
            continue
        if isinstance(button, QToolButton) and button.defaultAction() is not None:
            continue
        name = _plain(button.text() or button.accessibleName())
        if name and not isinstance(button.parent(), QTabBar):
            keys = button.shortcut().toString(_NATIVE)
            in_tip = _KEYS_IN_TIP.search(button.toolTip())
            keys = keys or (in_tip.group(1) if in_tip else "")
            name = name if any(map(str.isalpha, name)) else _plain(button.accessibleName() or button.toolTip())
            yield Command(name, _place(button), keys, button.click, button.isEnabled() and button.isVisible())


def _shortcuts(window: QWidget) -> Iterator[Command]:
    """Those that say what they do."""
    for shortcut in window.findChildren(QShortcut):
        owner = shortcut.parent()
        if shortcut.whatsThis() and isinstance(owner, QWidget) and owner.window() is window:
            keys = shortcut.key().toString(_NATIVE)
            yield Command(shortcut.whatsThis(), _place(owner), keys, shortcut.activated.emit, owner.isVisible())


def _place(widget: QWidget) -> str:
    """The title of the dock or pane that a widget stands in."""
    at: object = widget
    while isinstance(at, QWidget):
        if at.windowTitle() and not at.isWindow() and not isinstance(at, QToolBar):
            return at.windowTitle()
        at = at.parent()
    return ""


def _plain(text: str) -> str:
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").strip()
