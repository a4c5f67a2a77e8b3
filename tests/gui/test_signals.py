"""A signal closes the window as its own button does; what trains is saved. Unexpected errors are told in the window."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMessageLogContext, QRect, QSettings, QtMsgType
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QMainWindow
from pytestqt.qtbot import QtBot

from latentlab import log
from latentlab.gui import app, placement, reports
from latentlab.gui.main_window import MainWindow
from latentlab.gui.signals import SignalWatcher

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other signals")

_TRAIN = """
import sys
from PySide6.QtCore import QTimer
from latentlab.config import load_preset, override
from latentlab.gui.session import Session
ready = Session._on_ready
def train(self):
    ready(self)
    small = ["model.name=mlp", "model.hidden=8", "train.steps=1000000", "train.threads=1", "train.report_every=5"]
    self.training.train(override(load_preset("digits"), small))
    self.run.recorded.connect(lambda history: print("reported", flush=True) if history.reports else None)
Session._on_ready = train
sys.argv = ["latentlab"]
from latentlab.cli import main
main()
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_saves_the_run_and_closes_the_window(tmp_path: Path, number: signal.Signals) -> None:
    environ = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": str(tmp_path),
        "LATENTLAB_LOG": str(tmp_path / "log"),
    }
    environ["PYTHONPATH"] = os.pathsep.join(sys.path)
    process = subprocess.Popen(
        [sys.executable, "-c", _TRAIN], cwd=tmp_path, env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "reported\n"
        process.send_signal(number)
        _, errors = process.communicate(timeout=60)
    finally:
        process.kill()
        process.wait()
    assert process.returncode == 128 + number
    assert errors == ""
    (events,) = tmp_path.glob("runs/*/events.jsonl")
    assert "Stopped at step" in events.read_text(encoding="utf-8").splitlines()[-1]
    assert list(tmp_path.glob("runs/*/checkpoints/step-*"))


def test_the_second_signal_asks_for_more_and_the_third_is_the_systems(qtbot: QtBot) -> None:
    called = []
    before = signal.getsignal(signal.SIGTERM)
    watcher = SignalWatcher(lambda: called.append("close"), lambda: called.append("give up"))
    try:
        os.kill(os.getpid(), signal.SIGTERM)
        qtbot.waitUntil(lambda: called == ["close"])
        assert signal.getsignal(signal.SIGTERM) != signal.SIG_DFL
        os.kill(os.getpid(), signal.SIGINT)
        qtbot.waitUntil(lambda: called == ["close", "give up"])
        assert signal.getsignal(signal.SIGTERM) == signal.SIG_DFL
    finally:
        watcher.close()
    assert watcher.number == signal.SIGTERM
    assert signal.getsignal(signal.SIGTERM) == before


def test_an_ignored_signal_stays_ignored() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        watcher = SignalWatcher(lambda: None, lambda: None)
        assert signal.getsignal(signal.SIGHUP) == signal.SIG_IGN
        watcher.close()
        assert signal.getsignal(signal.SIGHUP) == signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)


def test_open_dialogs_are_closed_first(qtbot: QtBot, window: MainWindow) -> None:
    dialog = QDialog(window)
    dialog.open()
    qtbot.waitExposed(dialog)
    app._close(window)
    qtbot.waitUntil(lambda: not window.isVisible())
    assert not dialog.isVisible()


def test_an_unexpected_error_is_told_in_the_window(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LATENTLAB_LOG", str(tmp_path / "log"))
    log.stop_log()
    log.start_log()
    error = ValueError("a slot failed\nbadly")
    try:
        with reports.unexpected_shown(window.session):
            sys.excepthook(ValueError, error, None)
    finally:
        log.stop_log()
    bar = window.message_bar
    assert bar.severity() == "error"
    assert bar.text() == (
        f"Unexpected error: ValueError: a slot failed. Details are in {tmp_path / 'log'}; please report it with the output of "
        "`latentlab doctor`."
    )
    bar.copy_details()
    copied = QGuiApplication.clipboard().text()
    assert "ValueError: a slot failed\nbadly" in copied
    assert "latentlab 0" in copied
    assert "torch 2" in copied


def test_qts_own_warnings_go_to_the_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LATENTLAB_LOG", str(tmp_path / "log"))
    log.stop_log()
    log.start_log()
    try:
        reports._note_message(QtMsgType.QtWarningMsg, QMessageLogContext(), "a warning")
        assert capsys.readouterr().err == ""
        reports._note_message(QtMsgType.QtCriticalMsg, QMessageLogContext(), "a fault")
        assert capsys.readouterr().err == "latentlab: Qt: a fault\n"
    finally:
        log.stop_log()
    assert "Qt: a warning" in (tmp_path / "log").read_text()


@pytest.mark.parametrize("kind", ["none", "damaged", "far away", "huge"])
def test_the_window_is_on_the_screen_and_not_larger(qtbot: QtBot, kind: str) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    geometry: object = None
    if kind == "damaged":
        geometry = QByteArray(b"\x01\xd9\xd0\xcb\x00\x03" + bytes(40))
    elif kind in ("far away", "huge"):
        other = QMainWindow()
        qtbot.addWidget(other)
        other.setGeometry(QRect(5000, 4000, 900, 700) if kind == "far away" else QRect(0, 0, 9000, 7000))
        geometry = other.saveGeometry()
    placement.place(window, geometry)
    room = QGuiApplication.primaryScreen().availableGeometry()
    assert window.width() <= room.width()
    assert window.height() <= room.height()
    assert window.minimumWidth() <= window.width()
    visible = window.frameGeometry().intersected(room)
    assert visible.width() * 2 >= window.width()


def test_settings_that_are_a_pipe_are_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "LatentLab").mkdir()
    os.mkfifo(tmp_path / "LatentLab" / "LatentLab.conf")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert app.stored_settings().fileName() == os.devnull


def test_settings_that_cannot_be_kept_are_told(window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    settings = QSettings(str(tmp_path / "file" / "settings.ini"), QSettings.Format.IniFormat)
    app._tell_of_settings(window.session, settings)
    assert "the window's settings cannot be kept there" in window.message_bar.text()
