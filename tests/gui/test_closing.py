"""Closing the window while something trains: it asks, and nothing is lost either way."""

import gc
import weakref
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from latentlab.config import RunConfig
from latentlab.gui.main_window import MainWindow
from latentlab.gui.models.current_run import State
from latentlab.gui.session import Session
from latentlab.gui.widgets.closing_question import ClosingQuestion
from latentlab.runs import Run

_TIMEOUT = 60_000


def _train(qtbot: QtBot, window: MainWindow, config: RunConfig) -> None:
    window.setup.form.set_config(config)
    qtbot.mouseClick(window.run_bar.train_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.session.run.state is State.RUNNING and window.session.training.step > 3, timeout=_TIMEOUT)


def _question(window: MainWindow) -> ClosingQuestion:
    questions = [question for question in window.findChildren(ClosingQuestion) if question.isVisible()]
    assert len(questions) == 1
    return questions[0]


def test_the_window_is_kept_and_training_goes_on(
    qtbot: QtBot, window: MainWindow, with_settings: Callable[..., RunConfig]
) -> None:
    _train(qtbot, window, with_settings("train.steps=1000000"))
    window.close()
    question = _question(window)
    window.close()  # asking once is enough
    assert question.text() == "tiny is training to step 1,000,000"
    step = window.session.training.step
    qtbot.waitUntil(lambda: window.session.training.step > step, timeout=_TIMEOUT)  # also while it asks
    qtbot.mouseClick(question.keep, Qt.MouseButton.LeftButton)
    assert window.isVisible()
    assert window.session.run.state is State.RUNNING
    window.close()
    qtbot.keyClick(_question(window), Qt.Key.Key_Escape)
    assert window.isVisible()
    assert window.session.run.state is State.RUNNING


def test_stop_and_save_saves_the_step_that_was_reached(
    qtbot: QtBot, window: MainWindow, with_settings: Callable[..., RunConfig]
) -> None:
    _train(qtbot, window, with_settings("train.steps=1000000"))
    qtbot.mouseClick(window.run_bar.pause_button, Qt.MouseButton.LeftButton)  # asked while it is paused, too
    window.close()
    qtbot.mouseClick(_question(window).stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=_TIMEOUT)
    assert window.session.run.subject is not None
    run = Run(window.session.run.subject.path)
    assert run.state.value == "stopped"
    assert run.checkpoint().step == run.events()[-1].step == window.session.training.step


def test_the_question_goes_when_the_training_ends_by_itself(
    qtbot: QtBot, window: MainWindow, with_settings: Callable[..., RunConfig]
) -> None:
    _train(qtbot, window, with_settings("train.steps=1000"))
    qtbot.mouseClick(window.run_bar.pause_button, Qt.MouseButton.LeftButton)
    window.close()
    assert _question(window).isVisible()
    window.session.training.pause()
    qtbot.waitUntil(lambda: window.session.run.state is State.FINISHED, timeout=_TIMEOUT)
    qtbot.waitUntil(lambda: not window.findChildren(ClosingQuestion))
    assert window.isVisible()


def test_the_end_of_the_desktop_session_saves_without_a_question(
    qtbot: QtBot, window: MainWindow, with_settings: Callable[..., RunConfig]
) -> None:
    _train(qtbot, window, with_settings("train.steps=1000000"))
    window.close_and_save()
    assert not window.findChildren(ClosingQuestion)
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=_TIMEOUT)
    assert window.session.run.subject is not None
    assert Run(window.session.run.subject.path).state.value == "stopped"


def test_nothing_is_asked_where_nothing_trains(qtbot: QtBot, opened: MainWindow) -> None:
    del qtbot
    opened.close()
    QApplication.processEvents()
    assert not opened.isVisible()
    assert not opened.findChildren(ClosingQuestion)


def _closed_window(tmp_path: Path) -> "weakref.ref[MainWindow]":
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    window = MainWindow(Session(tmp_path / "runs"), settings)
    window.show()
    window.close_and_save()
    return weakref.ref(window)


def test_a_closed_window_leaves_nothing_behind(qtbot: QtBot, tmp_path: Path) -> None:
    """A signal that is connected to a partial or a lambda with the window in it would keep the window, and all its widgets."""
    closed = _closed_window(tmp_path)
    QApplication.processEvents()
    gc.collect()
    assert closed() is None
