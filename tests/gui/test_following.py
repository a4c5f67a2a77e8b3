"""A run that another process writes is opened read-only, and goes on by itself."""

import signal
import subprocess
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from latentlab.gui.main_window import MainWindow
from latentlab.gui.models.current_run import State
from latentlab.gui.panes.losses import LossPane
from tests.gui.conftest import StartWriter, folder_of

_TIMEOUT = 60_000


def _open_live(qtbot: QtBot, window: MainWindow, process: "subprocess.Popen[str]") -> Path:
    path = folder_of(process)
    window.session.runs.open(path)
    qtbot.waitUntil(lambda: window.session.run.state is State.FOLLOWING, timeout=_TIMEOUT)
    return path


def test_curves_gallery_and_explorer_advance_until_the_writer_dies(
    qtbot: QtBot, window: MainWindow, start_writer: StartWriter
) -> None:
    session = window.session
    writer = start_writer("train.steps=1000000", "train.checkpoint_every=20")
    # Opened before its first checkpoint it has no model yet; the first one brings it.
    path = _open_live(qtbot, window, writer)
    qtbot.waitUntil(lambda: session.views.shown_step is not None, timeout=_TIMEOUT)
    assert "live elsewhere" in window.run_bar.progress.text()
    for button in (window.run_bar.continue_button, window.run_bar.pause_button, window.run_bar.stop_button):
        assert not button.isEnabled()
    series = window.pane(LossPane).plot._data.series["total"]
    before = len(series), session.views.shown_step or 0
    galleries: list[object] = []
    session.views.gallery_changed.connect(galleries.append)
    session.latent.set_z(0, 1.5)  # a slider is moved meanwhile, and stays where it is
    qtbot.waitUntil(lambda: len(series) > before[0] + 5 and (session.views.shown_step or 0) > before[1] + 20, timeout=_TIMEOUT)
    qtbot.waitUntil(lambda: len(galleries) > 1, timeout=_TIMEOUT)
    assert session.latent.current is not None
    assert session.latent.current.z[0] == 1.5
    # What the tool bar says is the step of the model that is shown.
    qtbot.waitUntil(lambda: f"step {session.views.shown_step:,} " in window.run_bar.progress.text(), timeout=_TIMEOUT)

    writer.kill()
    writer.wait()
    qtbot.waitUntil(lambda: session.run.state is State.OPENED, timeout=_TIMEOUT)
    assert "interrupted" in window.run_bar.progress.text()
    assert "has ended without saving" in window.message_bar.text()
    assert window.run_bar.continue_button.isEnabled()
    go_on = next(button for button in window.message_bar.findChildren(QPushButton) if button.text() == "Continue")
    qtbot.mouseClick(go_on, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: session.run.state is State.RUNNING, timeout=_TIMEOUT)
    assert session.run.subject is not None
    assert session.run.subject.path == path


def test_a_writer_that_finishes_is_said_to_have_finished(qtbot: QtBot, window: MainWindow, start_writer: StartWriter) -> None:
    writer = start_writer("train.steps=1000000", "train.checkpoint_every=20")
    _open_live(qtbot, window, writer)
    writer.send_signal(signal.SIGINT)
    qtbot.waitUntil(lambda: window.session.run.state is State.OPENED, timeout=_TIMEOUT)
    assert "has stopped at step" in window.message_bar.text()
    qtbot.waitUntil(
        lambda: f"stopped · step {window.session.views.shown_step or 0:,} of" in window.run_bar.progress.text(),
        timeout=_TIMEOUT,
    )
    assert "has stopped at step" in window.message_bar.text()


def test_a_held_checkpoint_stays_while_the_run_goes_on(qtbot: QtBot, window: MainWindow, start_writer: StartWriter) -> None:
    session = window.session
    _open_live(qtbot, window, start_writer("train.steps=1000000", "train.checkpoint_every=20"))
    qtbot.waitUntil(lambda: session.views.shown_step is not None, timeout=_TIMEOUT)
    held = session.views.shown_step
    session.runs.look_at(held)
    step = session.training.step
    qtbot.waitUntil(lambda: session.training.step > step, timeout=_TIMEOUT)
    assert session.views.shown_step == held
    session.runs.look_at(None)
    qtbot.waitUntil(lambda: session.views.shown_step != held, timeout=_TIMEOUT)
