"""For every test of the window: garbage is collected on the GUI thread, as in the application; and windows to begin with."""

import gc
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import tomli_w
from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from latentlab.config import RunConfig
from latentlab.explore.requests.values import ImageRef
from latentlab.gui.garbage import GuiGarbageCollector
from latentlab.gui.main_window import MainWindow
from latentlab.gui.models import step_times
from latentlab.gui.models.current_run import State
from latentlab.gui.session import Session
from latentlab.gui.widgets.export_dialog import ExportDialog
from latentlab.gui.widgets.number_box import NumberBox

_SLOW_WRITER = """
import select, sys
from latentlab.config import load_config
from latentlab.api import prepare, drive
trainer = prepare(load_config(sys.argv[1]), sys.argv[2])
print(trainer.writer.path, flush=True)
drive(trainer, lambda *_: select.select([sys.stdin], [], [], 0.02))
"""
TIMEOUT = 120_000
"""Milliseconds that a condition is waited for."""


@pytest.fixture(autouse=True)
def _garbage_on_the_gui_thread(qapp: QApplication) -> Iterator[None]:
    collector = GuiGarbageCollector()
    yield
    collector.close()


@pytest.fixture(autouse=True)
def _times_are_not_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    """Measuring takes a process and seconds of the processor; the test of it asks for it."""
    monkeypatch.setattr(step_times, "SETTLED_MS", 2**30)


@pytest.fixture(autouse=True, scope="module")
def _no_theme_left(qapp: QApplication) -> None:
    """What a module has themed stays so for no other: under a style sheet a window takes twice as long to open.

    It is taken away before the next module and when no widget is left: what Qt remembers of a widget that loses its style sheet
    while it lives is read again after the widget's end, and the process crashes.
    """
    if qapp.styleSheet():
        gc.collect()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if not QApplication.allWidgets():
            qapp.setStyleSheet("")


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """A window without a run, torch loaded behind it; closed at the end, whatever it does then."""
    session = Session(tmp_path / "runs")
    window = MainWindow(session, QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    window.resize(1280, 800)
    window.show()
    session.start()
    qtbot.waitUntil(lambda: session.run.state is State.EMPTY, timeout=TIMEOUT)
    yield window
    window.close_and_save()
    qtbot.waitUntil(lambda: not session.run.is_training, timeout=TIMEOUT)
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=TIMEOUT)


@pytest.fixture
def opened(qtbot: QtBot, window: MainWindow, tiny_run: Path) -> MainWindow:
    """A window that looks at a small finished run, at its first held-out image."""
    latent = window.session.latent
    window.session.runs.open(tiny_run)
    qtbot.waitUntil(lambda: latent.current is not None and latent.current.source == ImageRef(index=0), timeout=TIMEOUT)
    return window


StartWriter = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def start_writer(tmp_path: Path, with_settings: Callable[..., RunConfig]) -> Iterator[StartWriter]:
    """Starts processes that train a run in the folder of runs, slowly; the first line they print is its folder."""
    processes: list[subprocess.Popen[str]] = []

    def start(*settings: str) -> subprocess.Popen[str]:
        file = tmp_path / "config.toml"
        file.write_text(tomli_w.dumps(with_settings(*settings).model_dump(exclude_none=True)))
        command = [sys.executable, "-c", _SLOW_WRITER, str(file), str(tmp_path / "runs")]
        pipe = subprocess.PIPE
        processes.append(subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, text=True))
        return processes[-1]

    yield start
    for process in processes:
        process.kill()
        process.communicate()


def folder_of(writer: "subprocess.Popen[str]") -> Path:
    """The folder of the run that a process of `start_writer` trains."""
    assert writer.stdout is not None
    return Path(writer.stdout.readline().strip())


def type_number(qtbot: QtBot, box: QWidget, text: str) -> None:
    """Type a number into a box, in place of what it holds, and confirm it."""
    assert isinstance(box, NumberBox)
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, text)
    qtbot.keyClick(box, Qt.Key.Key_Return)


AskExport = Callable[[QPushButton], ExportDialog]


@pytest.fixture
def ask_export(qtbot: QtBot, opened: MainWindow) -> AskExport:
    """Clicks a button that exports, and waits for the dialog."""

    def ask(button: QPushButton) -> ExportDialog:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        dialogs = opened.findChildren(ExportDialog)
        assert len(dialogs) == 1
        qtbot.waitExposed(dialogs[0])
        return dialogs[0]

    return ask
