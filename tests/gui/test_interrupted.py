"""After a crash or a power cut the next start offers the run that was interrupted."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from latentlab.api import prepare
from latentlab.config import RunConfig
from latentlab.gui.main_window import MainWindow
from latentlab.gui.models.current_run import State
from latentlab.gui.session import Session
from latentlab.gui.workers.run_files import Listed
from latentlab.runs import Run

_TIMEOUT = 60_000


@pytest.fixture
def interrupted(tmp_path: Path, with_settings: Callable[..., RunConfig]) -> Path:
    """The folder of a run that was cut off after step 4 of 8."""
    trainer = prepare(with_settings("name=cut"), tmp_path / "elsewhere")
    for step in trainer.steps():
        if step.step == 5:
            break
    assert trainer.writer is not None
    path = tmp_path / "runs" / trainer.writer.path.name
    shutil.copytree(trainer.writer.path, path)  # as its process left it when it died
    _forget_lock(path)
    trainer.finish("stop", "Stopped at step 5.")
    return path


def _forget_lock(path: Path) -> None:
    for lock in path.glob("lock*"):
        lock.unlink()


@pytest.fixture
def start(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[], MainWindow]]:
    """Starts the window on the folder of runs."""
    windows: list[MainWindow] = []

    def opener() -> MainWindow:
        session = Session(tmp_path / "runs")
        window = MainWindow(session, QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
        windows.append(window)
        window.show()
        session.start()
        qtbot.waitUntil(lambda: session.run.state is State.EMPTY, timeout=_TIMEOUT)
        return window

    yield opener
    for window in windows:
        window.close_and_save()
        qtbot.waitUntil(lambda window=window: not window.isVisible(), timeout=_TIMEOUT)


def _click(qtbot: QtBot, window: MainWindow, label: str) -> None:
    qtbot.waitUntil(lambda: "cut, step 4 of 8, was interrupted." in window.message_bar.text(), timeout=_TIMEOUT)
    button = next(button for button in window.message_bar.findChildren(QPushButton) if button.text() == label)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_it_is_continued(qtbot: QtBot, start: Callable[[], MainWindow], interrupted: Path) -> None:
    window = start()
    _click(qtbot, window, "Continue")
    qtbot.waitUntil(lambda: window.session.run.state is State.FINISHED, timeout=_TIMEOUT)
    assert window.session.run.subject is not None
    assert window.session.run.subject.path == interrupted
    assert window.session.training.step == 8
    assert Run(interrupted).state.value == "finished"


def test_it_is_opened_and_then_continued_from_the_tool_bar(
    qtbot: QtBot, start: Callable[[], MainWindow], interrupted: Path
) -> None:
    window = start()
    _click(qtbot, window, "Open")
    qtbot.waitUntil(lambda: window.session.run.run_state == "interrupted", timeout=_TIMEOUT)
    assert "interrupted · step 4 of 8" in window.run_bar.progress.text()
    qtbot.mouseClick(window.run_bar.continue_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.session.run.state is State.FINISHED, timeout=_TIMEOUT)
    assert Run(interrupted).checkpoint().step == 8


def _list_runs(qtbot: QtBot, window: MainWindow) -> None:
    listed: list[Listed] = []
    window.session.runs.list(listed.append)
    qtbot.waitUntil(lambda: bool(listed), timeout=_TIMEOUT)


def test_it_is_not_asked_again(qtbot: QtBot, start: Callable[[], MainWindow], interrupted: Path) -> None:
    window = start()
    _click(qtbot, window, "Don't ask again")
    assert window.message_bar.isHidden()
    window.close()
    again = start()
    _list_runs(qtbot, again)  # after the look for runs that were interrupted
    assert again.message_bar.isHidden()
    assert interrupted.is_dir()


def test_finished_stopped_and_damaged_runs_are_not_offered(
    qtbot: QtBot, start: Callable[[], MainWindow], interrupted: Path, tiny_run: Path
) -> None:
    assert tiny_run.is_dir()
    for checkpoint in (interrupted / "checkpoints").iterdir():
        shutil.rmtree(checkpoint)
    window = start()
    _list_runs(qtbot, window)
    assert window.message_bar.isHidden()
