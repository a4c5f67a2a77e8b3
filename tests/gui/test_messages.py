"""What the window tells: over the corner or the pane, for a while or until dismissed, in a list, and through the desktop."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QEnterEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from latentlab.explore.renderer import Renderer
from latentlab.explore.requests.commands import Export
from latentlab.explore.requests.images import Sample
from latentlab.gui.main_window import MainWindow
from latentlab.gui.models.current_run import State
from latentlab.gui.notifier import LONG_SECONDS, Notifier
from latentlab.gui.panes.traversal import TraversalPane
from latentlab.gui.widgets import message_bar
from latentlab.gui.widgets.message_list import MessageList
from latentlab.runs import Run

_TIMEOUT = 60_000


def test_a_message_lies_over_the_corner_and_shifts_nothing(window: MainWindow) -> None:
    before = window.welcome.geometry()
    window.session.messages.tell("warning", "The disk is nearly full. " * 12)
    QApplication.processEvents()
    bar = window.message_bar
    assert window.welcome.geometry() == before
    assert bar.geometry().right() == window.rect().right() - 12
    assert bar.geometry().bottom() == window.rect().bottom() - window.statusBar().height() - 12
    window.resize(1100, 740)
    QApplication.processEvents()
    assert bar.geometry().right() == window.rect().right() - 12


def test_what_went_well_goes_away_but_not_under_the_pointer(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(message_bar, "_SHOWN_MS", 60)
    monkeypatch.setattr(message_bar, "_READING_MS", 0)
    bar = window.message_bar
    window.session.messages.tell("success", "Saved.")
    middle = QPointF(bar.rect().center())
    QApplication.sendEvent(bar, QEnterEvent(middle, middle, middle))
    assert not bar._timer.isActive()
    assert bar.isVisible()
    QApplication.sendEvent(bar, QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(bar.isHidden)
    window.session.messages.tell("error", "It failed.")
    assert not bar._timer.isActive()  # what went wrong stays


def test_an_error_stands_at_the_pane_that_caused_it(qtbot: QtBot, opened: MainWindow) -> None:
    opened.show_workspace("explore")
    pane = opened.pane(TraversalPane)
    qtbot.waitUntil(pane.isVisible, timeout=_TIMEOUT)
    pane._tell("error", "Rows: write numbers.")
    place = opened.message_bar.geometry()
    room = pane.rect().translated(pane.mapTo(opened, QPoint()))
    assert room.contains(place)
    opened.session.messages.tell("error", "The disk is full.")
    assert opened.message_bar.geometry().right() == opened.rect().right() - 12


def test_errors_are_counted_and_listed_with_their_details(qtbot: QtBot, window: MainWindow) -> None:
    button, messages = window.status_line.messages_button, window.session.messages
    assert button.text() == "Messages"
    messages.tell("error", "No disk left.", "Traceback …")
    messages.tell("success", "Saved.")
    messages.tell("error", "It failed.")
    assert button.text() == "2 errors"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    shown = window.findChild(MessageList)
    assert shown.texts() == ["It failed.", "Saved.", "No disk left."]
    copy = next(copy for copy in shown.findChildren(QPushButton) if copy.accessibleName().endswith("No disk left."))
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text().startswith("No disk left.\n\nTraceback …\n")
    shown.close()


def test_a_saved_picture_can_be_found(
    qtbot: QtBot, opened: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_at: list[QUrl] = []
    monkeypatch.setattr("PySide6.QtGui.QDesktopServices.openUrl", lambda url: looked_at.append(url) or True)
    opened.session.exports.write_text("a table", tmp_path / "table.csv")
    qtbot.waitUntil(lambda: "table.csv" in opened.message_bar.text(), timeout=_TIMEOUT)
    button = next(button for button in opened.message_bar.findChildren(QPushButton) if button.text() == "Show in folder")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert looked_at == [QUrl.fromLocalFile(str(tmp_path))]


def _drag(window: MainWindow, path: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    no_key, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    event = QDragEnterEvent(QPoint(500, 400), Qt.DropAction.CopyAction, data, left, no_key)
    QApplication.sendEvent(window, event)
    assert event.isAccepted()
    return data


def test_a_dragged_file_shows_what_letting_go_will_do(qtbot: QtBot, window: MainWindow, tiny_run: Path, tmp_path: Path) -> None:
    window.session.runs.folder = tiny_run.parent
    overlay = window.drags.overlay
    mine, torn, picture = tmp_path / "mine.png", tmp_path / "torn.png", tmp_path / "samples.png"
    Image.fromarray(np.full((50, 40, 3), 90, np.uint8)).save(mine)
    torn.write_text("no image")
    Renderer.of_run(Run(tiny_run)).render(Export(Sample(4), picture))

    def foreseen(path: Path, text: str, possible: bool) -> None:
        _drag(window, path)
        qtbot.waitUntil(lambda: text in overlay.text(), timeout=_TIMEOUT)
        assert overlay.isVisible()
        assert overlay.is_possible() == possible
        QApplication.sendEvent(window, QDragLeaveEvent())
        assert not overlay.isVisible()
        assert window.message_bar.isHidden()  # nothing was done, nothing went wrong

    foreseen(tiny_run, "Open the run", True)
    foreseen(tmp_path, "Scan this folder", True)
    foreseen(mine, "Train a run or open one first", False)
    foreseen(picture, f"Open the run {tiny_run.name} and show this view again", True)
    foreseen(torn, "torn.png", False)
    foreseen(tmp_path / "gone.png", "no such file", False)

    data = _drag(window, tiny_run)
    no_key, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    window.dropEvent(QDropEvent(QPointF(500, 400), Qt.DropAction.CopyAction, data, left, no_key))
    assert not overlay.isVisible()
    qtbot.waitUntil(lambda: window.session.views.shown_step is not None, timeout=_TIMEOUT)
    foreseen(mine, "Start from this image", True)
    foreseen(picture, "Show this view again", True)


@pytest.mark.parametrize("tray", [False, True])
def test_the_desktop_is_told_of_a_long_run_that_ends_behind_other_windows(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tray: bool
) -> None:
    now, alerts, told = [0.0], [], []
    monkeypatch.setattr(QApplication, "alert", lambda *_: alerts.append(1))
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: tray)
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda _, *texts: told.append(texts[-1]))
    monkeypatch.setattr(QSystemTrayIcon, "show", lambda _: None)  # no platform without a desktop has one
    front = [False]
    monkeypatch.setattr(window, "isActiveWindow", lambda: front[0])
    notifier = Notifier(window.session, window, clock=lambda: now[0])
    for seconds, in_front, expected in ((1.0, False, 0), (LONG_SECONDS, True, 0), (LONG_SECONDS, False, 1)):
        front[0] = in_front
        notifier._on_state(State.PREPARING)
        now[0] += seconds
        notifier._on_state(State.FINISHED)
        assert len(alerts) == expected
    assert told == (["The run has finished."] if tray else [])
    for in_front, expected in ((True, 1), (False, 2)):
        front[0] = in_front
        notifier._on_queue_done(3, 1)
        assert len(alerts) == expected
    assert told[1:] == (["The queue is done: 3 entries run, 1 failed."] if tray else [])
