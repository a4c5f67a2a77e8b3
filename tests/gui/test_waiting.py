"""A disk without room: training waits, says so, goes on by itself, and can go elsewhere."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from latentlab.config import RunConfig
from latentlab.errors import DiskError
from latentlab.gui.main_window import MainWindow
from latentlab.gui.models.current_run import State
from latentlab.gui.workers import training_thread
from latentlab.runs import Run, RunWriter
from latentlab.training import Step, Trainer

_TIMEOUT = 60_000
_FULL = "There is no room for the checkpoint of step 4."


@pytest.fixture
def room(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Set while there is room. Without it training cannot go beyond step 4, and nothing can be saved."""
    there = threading.Event()
    steps, checkpoint = Trainer.steps, RunWriter.checkpoint
    full_path: list[Path] = []

    def take(trainer: Trainer) -> Iterator[Step]:
        for step in steps(trainer):
            yield step
            while step.step == 4 and _is_full(trainer):
                yield Step(4, waiting=_FULL)

    def _is_full(trainer: Trainer) -> bool:
        assert trainer.writer is not None
        full_path[:] = full_path or [trainer.writer.path]
        return not there.is_set() and trainer.writer.path == full_path[0]

    def write(writer: RunWriter, *args: object) -> object:
        if not there.is_set() and writer.path.parent.name == "runs" and args[0] != 4:
            raise DiskError(_FULL)
        return checkpoint(writer, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(training_thread, "_RETRY_SECONDS", 0.1)
    monkeypatch.setattr(Trainer, "steps", take)
    monkeypatch.setattr(RunWriter, "checkpoint", write)
    return there


def _wait_until_full(qtbot: QtBot, window: MainWindow, config: RunConfig) -> None:
    window.setup.form.set_config(config)
    qtbot.mouseClick(window.run_bar.train_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.session.run.state is State.WAITING, timeout=_TIMEOUT)
    qtbot.waitUntil(lambda: _FULL in window.message_bar.text(), timeout=_TIMEOUT)
    assert window.run_bar.progress.text() == "waiting for room · step 4 of 8"


def _click(qtbot: QtBot, window: MainWindow, label: str) -> None:
    button = next(button for button in window.message_bar.findChildren(QPushButton) if button.text() == label)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_it_goes_on_by_itself_once_there_is_room(
    qtbot: QtBot, window: MainWindow, with_settings: Callable[..., RunConfig], room: threading.Event
) -> None:
    _wait_until_full(qtbot, window, with_settings())
    step = window.session.views.shown_step
    window.session.latent.set_z(0, 1.0)  # what is drawn stays alive meanwhile
    with qtbot.waitSignal(window.session.latent.picture_changed, timeout=_TIMEOUT):
        window.session.latent.set_z(0, 2.0)
    assert window.session.views.shown_step == step
    room.set()
    qtbot.waitUntil(lambda: window.session.run.state is State.FINISHED, timeout=_TIMEOUT)
    assert window.session.run.subject is not None
    assert Run(window.session.run.subject.path).checkpoint().step == 8
    assert _FULL not in window.message_bar.text()


def test_it_goes_on_in_another_folder(
    qtbot: QtBot, window: MainWindow, with_settings: Callable[..., RunConfig], room: threading.Event, tmp_path: Path
) -> None:
    del room
    _wait_until_full(qtbot, window, with_settings())
    (tmp_path / "a file").touch()
    window.session.training.move_run(tmp_path / "a file")
    qtbot.waitUntil(lambda: "cannot be moved here" in window.message_bar.text(), timeout=_TIMEOUT)
    _click(qtbot, window, "Choose another folder…")
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    (tmp_path / "roomy").mkdir()
    dialog.fileSelected.emit(str(tmp_path / "roomy"))
    dialog.close()
    qtbot.waitUntil(lambda: window.session.run.state is State.FINISHED, timeout=_TIMEOUT)
    assert window.session.run.subject is not None
    path = window.session.run.subject.path
    assert path.parent == tmp_path / "roomy"
    run = Run(path)
    assert run.state.value == "finished"
    assert run.checkpoint().step == 8
    assert [report.step for report in run.reports()] == [2, 4, 6, 8]
    assert "Finished at step 8" in window.message_bar.text()


def test_it_is_stopped_without_saving(
    qtbot: QtBot, window: MainWindow, with_settings: Callable[..., RunConfig], room: threading.Event
) -> None:
    del room
    _wait_until_full(qtbot, window, with_settings())
    _click(qtbot, window, "Stop without saving")
    qtbot.waitUntil(lambda: window.session.run.state is State.STOPPED, timeout=_TIMEOUT)
    assert not window.session.run.is_training
    assert window.run_bar.continue_button.isEnabled()


def test_the_last_state_waits_for_room_too(
    qtbot: QtBot, window: MainWindow, with_settings: Callable[..., RunConfig], monkeypatch: pytest.MonkeyPatch
) -> None:
    write = RunWriter.checkpoint

    def refuse(*_: object) -> Path:
        raise DiskError("The disk is full.")

    monkeypatch.setattr(training_thread, "_RETRY_SECONDS", 0.1)
    monkeypatch.setattr(RunWriter, "checkpoint", refuse)
    window.setup.form.set_config(with_settings())
    qtbot.mouseClick(window.run_bar.train_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.session.run.state is State.WAITING, timeout=_TIMEOUT)
    qtbot.waitUntil(lambda: "The disk is full." in window.message_bar.text(), timeout=_TIMEOUT)
    monkeypatch.setattr(RunWriter, "checkpoint", write)
    qtbot.waitUntil(lambda: window.session.run.state is State.FINISHED, timeout=_TIMEOUT)
    assert window.session.run.subject is not None
    assert Run(window.session.run.subject.path).checkpoint().step == 8
