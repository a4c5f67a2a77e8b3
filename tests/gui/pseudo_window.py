"""Opens the window on a run in a language that puts every translated text in brackets, and prints what stands outside of them.

A process of its own, started by `test_translation.py`: the window's constants are translated when its modules are imported.

    python pseudo_window.py RUN FOLDER        RUN: a run's folder; FOLDER: for settings; prints {text: widget} as JSON
"""

import json
import re
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QAbstractTableModel,
    QEventLoop,
    QModelIndex,
    QSettings,
    Qt,
    QTranslator,
)
from PySide6.QtGui import QAction, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QGraphicsTextItem,
    QGraphicsView,
    QLabel,
    QLineEdit,
    QMenu,
    QTabBar,
    QTextEdit,
    QWidget,
)

from latentlab.config import preset_names
from latentlab.gui.garbage import GuiGarbageCollector
from latentlab.gui.language import CONTEXT
from latentlab.resources import resource
from latentlab.sweeps import load_sweep, sweep_names

_BRACKETED = re.compile("⟦[^⟦⟧]*(?:⟧|$)")
_PLACEHOLDERS = re.compile(r"(\{[^{}]+\})")
_WORD = re.compile(r"[^\W\d_]{2,}")
_KEY = re.compile(r"⟦(?:Setting: |Preset |Add the sweep |Changed\. Back to )⟧[^\s⟦]+")
_NO_WORDS = re.compile(
    r"ssh://\S+|^latentlab$"  # addresses and commands
    r"|/\S*|\d{8}-\d{6}_\w+|\btiny\b|\.(?:png|gif|webp|mp4|svg|pdf)\b"  # files and runs
    r"|MIT\. Copyright.*|^Handwritten digits \(8×8.*"  # what is recorded
    r"|^(?:elbo|learning_rate|[a-z]+/[a-z0-9_/]+)$"  # metrics by their keys
    r"|\b(?:LatentLab|VAE|KL|IWAE|ELBO|NLL|AUC|MI|log|lerp|slerp|W₂|Jeffreys|nats|MiB|px|img/s|digits)\b"
    r"|\b(?:CSV|Markdown|LaTeX|English|Deutsch)\b|中文"
    r"|\b[A-Z][a-z]+(?: et al\.| & [A-Z][a-z]+)? \d{4}\b"  # papers
    r"|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b|\b(?:Ctrl|Shift|Alt)\b"
    r"|(?s:```.*```)|^\|[\w-]+ *\|[^⟦\n]*\|$",  # what is cited, and versions
    re.MULTILINE,
)
"""What is no word, or is not translated."""
_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
_names = {*preset_names(), *sweep_names()}
_variants = {variant.name for name in sweep_names() for variant in load_sweep(name).config.variants}
_VARIANTS = re.compile("|".join(re.escape(name) for name in sorted(_variants, key=len, reverse=True)))
seen: dict[str, str] = {}


class Brackets(QTranslator):
    """Puts what can be translated in brackets, but not the values in it; Qt's own texts too."""

    def __init__(self, parent: QApplication) -> None:
        super().__init__(parent)
        messages = ElementTree.parse(resource("translations", "de.ts")).iter("message")
        self._known = {message.findtext("source", "") for message in messages}

    # Qt overrides

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        if context == CONTEXT and text not in self._known:
            return ""
        return "".join(part if part.startswith("{") else f"⟦{part}⟧" for part in _PLACEHOLDERS.split(text) if part)

    def isEmpty(self) -> bool:
        return False


def note(text: object, where: object) -> None:
    """Keep a text of which something stands outside of brackets."""
    if not isinstance(text, str):
        return
    left = _VARIANTS.sub(" ", _KEY.sub("", text)) if "→" in text else _KEY.sub("", text)
    while (stripped := _BRACKETED.sub(" ", left)) != left:
        left = stripped
    if text not in _names and _WORD.search(_NO_WORDS.sub("", left)):
        seen.setdefault(text, where if isinstance(where, str) else _trail(where))


def _trail(widget: Any) -> str:
    names = []
    while widget is not None and len(names) < 4:
        names.append(type(widget).__name__)
        widget = widget.parent()
    return " < ".join(names)


def watch_painting() -> None:
    """See what is drawn by the window's own widgets."""
    draw = QPainter.drawText

    def watched(painter: QPainter, *args: Any) -> Any:
        for arg in args:
            note(arg, "drawn")
        return draw(painter, *args)

    QPainter.drawText = watched  # type: ignore[assignment, method-assign]


def look_around() -> None:
    """Note the texts of all widgets that there are, hidden ones too."""
    for widget in QApplication.allWidgets():
        for text in (widget.windowTitle(), widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()):
            note(text, widget)
        for text in _texts(widget):
            note(text, widget)
        for action in (*widget.actions(), *widget.findChildren(QAction, options=Qt.FindChildOption.FindDirectChildrenOnly)):
            note(action.text(), action)
            note(action.toolTip(), action)


def _texts(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QMenu):
        yield widget.title()
    elif isinstance(widget, QTextEdit):
        yield widget.toMarkdown()
    elif isinstance(widget, QTabBar):
        for place in range(widget.count()):
            yield from (widget.tabText(place), widget.tabToolTip(place))
    elif isinstance(widget, QComboBox) or (isinstance(widget, QAbstractItemView) and widget.model() is not None):
        yield from _items(widget.model())
    elif isinstance(widget, QGraphicsView) and widget.scene() is not None:
        yield from (item.toPlainText() for item in widget.scene().items() if isinstance(item, QGraphicsTextItem))


def _items(model: QAbstractItemModel, parent: QModelIndex | None = None) -> Iterator[str]:
    parent, flat = parent or QModelIndex(), isinstance(model, QAbstractListModel | QAbstractTableModel)
    for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)):
        for role in _ROLES:
            yield model.headerData(column, Qt.Orientation.Horizontal, role)
        for row in range(model.rowCount(parent)):
            index = model.index(row, column, parent)
            yield from (model.data(index, role) for role in _ROLES)
            if not flat and model.hasChildren(index):
                yield from _items(model, index)


def wait_for(condition: Callable[[], Any]) -> None:
    """Let events be handled until a condition holds."""
    while not condition():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 100)


def settle() -> None:
    """Let what was asked for be drawn."""
    for _ in range(20):
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def close_dialogs() -> None:
    for dialog in [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QDialog)]:
        dialog.close()
    settle()


def main(run: Path, folder: Path) -> None:
    app = QApplication(["LatentLab"])
    app.installTranslator(Brackets(app))
    watch_painting()
    from latentlab.gui import theme
    from latentlab.gui.main_window import MainWindow
    from latentlab.gui.models.current_run import State
    from latentlab.gui.session import Session

    collector = GuiGarbageCollector()
    theme.apply_theme(app)
    session = Session(run.parent)
    window = MainWindow(session, QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
    window.resize(1600, 1000)
    window.show()
    session.start()
    wait_for(lambda: session.run.state is State.EMPTY)
    look_around()
    session.runs.open(run)
    wait_for(lambda: session.latent.current is not None and session.latent.current.source is not None)
    walk_through(window)
    window.close_and_save()
    wait_for(lambda: not window.isVisible())
    collector.close()
    sys.stdout.write(json.dumps(seen, ensure_ascii=False))


def walk_through(window: Any) -> None:
    """Visit what there is to see."""
    from latentlab.gui.panes.sweeps import SweepsPane
    from latentlab.gui.panes.traversal import TraversalPane
    from latentlab.gui.widgets.closing_question import ClosingQuestion
    from latentlab.gui.workspaces import WORKSPACES
    from latentlab.learn import experiments

    window.setup_dock.show()
    for name in WORKSPACES:
        window.show_workspace(name)
        settle()
        look_around()
    opening = (
        *(action.trigger for action in window.menu.menu.actions() if action.menu() is None and action.text()),
        window.setup.ask_for_preset,
        window.pane(TraversalPane).export.click,
        window.pane(SweepsPane).new.click,
        window.run_bar.continue_run,
        lambda: ClosingQuestion("", window).open(),
        *(partial(window.learn.open, experiment.name) for experiment in experiments()),
    )
    for open_something in opening:
        open_something()
        settle()
        look_around()
        close_dialogs()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
