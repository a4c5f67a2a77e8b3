"""A run on another computer in the window: reached, explored, cut off and there again."""

import json
import sys
from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

import latentlab
from latentlab.explore.renderer import Renderer
from latentlab.explore.requests.images import Decode, Picture, Reconstruct
from latentlab.gui.main_window import MainWindow
from latentlab.gui.models.current_run import State
from latentlab.gui.panes.evaluation import EvaluationPane
from latentlab.gui.panes.latent import LatentPane
from latentlab.gui.panes.losses import LossPane
from latentlab.gui.widgets.remote_dialog import RemoteDialog
from latentlab.gui.widgets.run_table_view import THUMBNAIL, thumbnail_pixmap
from latentlab.gui.workers.files_thread import Followed
from latentlab.gui.workers.remotes import RemotePlace
from latentlab.remote import protocol
from latentlab.runs import Run
from tests.gui.conftest import TIMEOUT

_VIA = f"{sys.executable} -m latentlab"


def _dialog(window: MainWindow) -> RemoteDialog:
    (dialog,) = window.findChildren(RemoteDialog)
    return dialog


def test_a_run_is_reached_explored_cut_off_and_there_again(
    qtbot: QtBot, window: MainWindow, tiny_run: Path, other_run: Path, tmp_path: Path
) -> None:
    session = window.session
    window.prompts.show_remote(RemotePlace(f"ssh://box{tiny_run.parent}", via=_VIA))
    dialog = _dialog(window)
    assert "Connecting to ssh://box" in dialog.note.text()
    qtbot.waitUntil(lambda: dialog.runs.count() == 2, timeout=TIMEOUT)
    names = [dialog.runs.item(row).data(Qt.ItemDataRole.UserRole).name for row in range(2)]
    empty = thumbnail_pixmap(None, dialog.palette(), dialog.devicePixelRatioF()).toImage()
    icons = [dialog.runs.item(row) for row in range(2)]
    qtbot.waitUntil(lambda: all(item.icon().pixmap(THUMBNAIL).toImage() != empty for item in icons), timeout=TIMEOUT)
    dialog.runs.setCurrentRow(names.index(tiny_run.name))
    qtbot.mouseClick(dialog.go_on, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: session.run.state is State.OPENED and session.latent.current is not None, timeout=TIMEOUT)

    # Curves and pictures are those of the run that lies there.
    qtbot.waitUntil(lambda: len(window.pane(LossPane).plot._data.series["total"]) > 0, timeout=TIMEOUT)
    local = Renderer.of_run(Run(tiny_run))
    drawn: list[object] = []
    z = np.array([1.5, -0.5, 0.0, 2.0], np.float32)
    session._rendering.submit("test", Decode(z), drawn.append)
    qtbot.waitUntil(lambda: len(drawn) == 1, timeout=TIMEOUT)
    here = local.render(Decode(z))
    assert isinstance(here, Picture)
    assert isinstance(drawn[0], Picture)
    assert drawn[0].image.tobytes() == here.image.tobytes()
    assert window.pane(LatentPane).isVisible()

    # What needs files is out of reach, and says why.
    subject = session.run.subject
    assert subject is not None
    assert subject.remote == f"ssh://box{tiny_run.parent}"
    assert not window.run_bar.continue_button.isEnabled()
    window.show_workspace("evaluate")
    start = window.pane(EvaluationPane).start
    assert not start.isEnabled()
    for button in (window.run_bar.continue_button, start, window.pane(LatentPane).checkpoints.branch):
        assert f"Its files lie in {subject.remote}" in button.toolTip()
    assert not session.exports.folder.is_relative_to(subject.path)
    session.views.export(Reconstruct(2), tmp_path / "view.png", labels=True, scale=1)
    qtbot.waitUntil((tmp_path / "view.png").exists, timeout=TIMEOUT)

    # The other run there is compared, with curves that are copied when they are asked for.
    followed: list[tuple[Followed, ...]] = []
    session.runs.follow(((subject.path.with_name(other_run.name), None),), followed.append)
    qtbot.waitUntil(lambda: len(followed) == 1, timeout=TIMEOUT)
    assert followed[0][0].news is not None
    assert [report.step for report in followed[0][0].news.reports] == [report.step for report in Run(other_run).reports()]

    # Cut off, all stays; the button connects again.
    reconnect = window.run_bar.reconnect_button
    assert not reconnect.isVisible()
    folder = session.remote._remotes.of(subject.path)
    assert folder is not None
    assert folder._connection is not None
    folder._connection._process.kill()
    qtbot.waitUntil(lambda: bool(folder.problem), timeout=TIMEOUT)
    assert session.views.shown_step is not None
    session.views.show_weights(session.views.shown_step)  # every view is drawn again
    answered = len(drawn)
    session._rendering.submit("last", Reconstruct(2), drawn.append)
    qtbot.waitUntil(lambda: len(drawn) > answered, timeout=TIMEOUT)
    qtbot.waitUntil(lambda: session.run.state is State.DISCONNECTED, timeout=TIMEOUT)
    said = [kept.message.text for kept in session.messages.kept if "the connection was cut" in kept.message.text]
    assert said == [f"{folder.problem} What has been drawn stays."]
    assert "the connection was cut" in window.message_bar.text()
    assert "disconnected" in window.run_bar.progress.text()
    assert session.run.subject is subject
    qtbot.waitUntil(reconnect.isVisible, timeout=TIMEOUT)
    qtbot.mouseClick(reconnect, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: session.run.state is State.OPENED and not reconnect.isVisible(), timeout=TIMEOUT)
    session._rendering.submit("test", Decode(z), drawn.append)
    qtbot.waitUntil(lambda: isinstance(drawn[-1], Picture) and len(drawn) > 1, timeout=TIMEOUT)

    # What was reached is offered again, with what stands for ssh.
    window.run_bar.remote_requested.emit()
    dialog = _dialog(window)
    assert dialog.address.currentText() == subject.remote
    assert f"{_VIA} is run in the place of ssh." in dialog.note.text()
    qtbot.mouseClick(dialog.go_on, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.runs.count() == 2, timeout=TIMEOUT)
    dialog.address.setEditText(f"{subject.remote}/elsewhere")
    assert _VIA not in dialog.note.text()
    dialog.reject()


def test_what_cannot_be_reached_is_said_where_it_was_asked_for(qtbot: QtBot, window: MainWindow) -> None:
    window.run_bar.remote_requested.emit()
    dialog = _dialog(window)
    dialog.address.setEditText("box:/runs")
    qtbot.mouseClick(dialog.go_on, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "'box:/runs' is no address of a folder" in dialog.note.text(), timeout=TIMEOUT)
    assert dialog.go_on.isEnabled()
    dialog.address.setEditText("ssh://box/runs")
    assert dialog.go_on.text() == "Connect"


def test_a_connection_that_hangs_holds_up_neither_the_dialog_nor_the_end(qtbot: QtBot, window: MainWindow) -> None:
    greeting = json.dumps({protocol.GREETING: latentlab.__version__, "protocol": protocol.PROTOCOL})
    script = f"print({greeting!r}, flush=True); import sys; sys.stdin.buffer.read()"
    hangs = f"{sys.executable} -c {json.dumps(script)}"
    place = RemotePlace("ssh://box/runs", via=hangs)

    def hangs_now() -> bool:
        folder = window.session.remote._remotes.at(place)
        return folder is not None and not folder.problem

    window.prompts.show_remote(place)
    qtbot.waitUntil(hangs_now, timeout=TIMEOUT)
    cancel = next(button for button in _dialog(window).findChildren(QPushButton) if button.text() == "Cancel")
    qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.findChildren(RemoteDialog), timeout=TIMEOUT)
    qtbot.waitUntil(lambda: window.session.remote._remotes.at(place) is None, timeout=TIMEOUT)
    window.prompts.show_remote(place)
    qtbot.waitUntil(hangs_now, timeout=TIMEOUT)  # the window closes while it hangs
