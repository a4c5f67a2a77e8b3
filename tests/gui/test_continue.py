"""Continue, in the window: whatever run is open and whoever trained it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from latentlab.config import RunConfig
from latentlab.gui.main_window import MainWindow
from latentlab.gui.models.current_run import State
from latentlab.gui.panes.latent import LatentPane
from latentlab.gui.panes.losses import LossPane
from latentlab.gui.widgets.continue_dialog import ContinueDialog
from latentlab.runs import Run

_TIMEOUT = 60_000


def _click_continue(qtbot: QtBot, window: MainWindow) -> None:
    assert window.run_bar.continue_button.isEnabled()
    qtbot.mouseClick(window.run_bar.continue_button, Qt.MouseButton.LeftButton)


def _wait_for(qtbot: QtBot, window: MainWindow, state: State) -> None:
    qtbot.waitUntil(lambda: window.session.run.state is state, timeout=_TIMEOUT)


def _numbers(window: MainWindow) -> set[str]:
    """The step, wherever the window says it."""
    return {
        window.run_bar.progress.text().partition("step ")[2].partition(" ")[0],
        window.pane(LatentPane).checkpoints.step.text().partition("step ")[2].partition(" ")[0],
        window.run_bar.continue_button.toolTip().partition("from step ")[2].partition(" ")[0],
        f"{window.session.training.step:,}",
    }


def test_a_finished_run_from_disk_is_continued_to_a_later_step(qtbot: QtBot, opened: MainWindow, tiny_run: Path) -> None:
    window = opened
    qtbot.waitUntil(lambda: window.session.run.run_state == "finished", timeout=_TIMEOUT)
    qtbot.waitUntil(lambda: _numbers(window) == {"8"}, timeout=_TIMEOUT)
    _click_continue(qtbot, window)
    dialog = window.findChild(ContinueDialog)
    assert dialog is not None
    assert dialog.steps.value() == 16  # twice as far, unless another step is asked for
    dialog.steps.set_value(14)
    dialog.learning_rate.set_value(0.0005)
    qtbot.mouseClick(dialog.go_on, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.session.run.state is State.FINISHED, timeout=_TIMEOUT)
    qtbot.waitUntil(lambda: window.session.views.shown_step == 14, timeout=_TIMEOUT)
    qtbot.waitUntil(lambda: _numbers(window) == {"14"}, timeout=_TIMEOUT)
    run = Run(tiny_run)
    assert [report.step for report in run.reports()] == [2, 4, 6, 8, 10, 12, 14]
    assert run.config.train.learning_rate == 0.0005
    assert "step 14" in window.message_bar.text()


def test_a_stopped_run_goes_on_to_its_planned_step_at_one_click(
    qtbot: QtBot, window: MainWindow, with_settings: Callable[..., RunConfig]
) -> None:
    window.setup.form.set_config(with_settings("train.steps=2000", "train.report_every=500", "train.checkpoint_every=1000"))
    assert not window.run_bar.continue_button.isEnabled()
    qtbot.mouseClick(window.run_bar.train_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.session.training.step > 10, timeout=_TIMEOUT)
    assert not window.run_bar.continue_button.isEnabled()  # something trains
    qtbot.mouseClick(window.run_bar.stop_button, Qt.MouseButton.LeftButton)
    _wait_for(qtbot, window, State.STOPPED)
    assert window.session.run.subject is not None
    run = Run(window.session.run.subject.path)
    step = run.checkpoint().step
    assert step % 500  # it was stopped between two reports
    qtbot.waitUntil(lambda: window.session.views.shown_step == step, timeout=_TIMEOUT)
    qtbot.waitUntil(lambda: _numbers(window) == {f"{step:,}"}, timeout=_TIMEOUT)
    assert f"step {step:,};" in window.message_bar.text()
    assert run.events()[-1].step == step
    _click_continue(qtbot, window)
    _wait_for(qtbot, window, State.FINISHED)
    assert window.session.training.step == 2000
    assert run.checkpoint().step == 2000


def test_escape_leaves_the_run_as_it_is(qtbot: QtBot, opened: MainWindow) -> None:
    _click_continue(qtbot, opened)
    dialog = opened.findChild(ContinueDialog)
    assert dialog is not None
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert opened.session.run.state is State.OPENED
    assert opened.run_bar.continue_button.isEnabled()


@pytest.mark.parametrize("what", ["all", "newest"])
def test_a_run_without_a_whole_checkpoint_is_opened_with_the_sentence_that_says_why(
    qtbot: QtBot, window: MainWindow, tiny_run: Path, what: str
) -> None:
    for folder in sorted((tiny_run / "checkpoints").iterdir(), reverse=True)[: None if what == "all" else 1]:
        (folder / "model.safetensors").write_bytes(b"")
    window.session.runs.open(tiny_run)
    _wait_for(qtbot, window, State.OPENED)
    if what == "newest":
        qtbot.waitUntil(lambda: window.session.views.shown_step == 4, timeout=_TIMEOUT)
        assert "step 8" in window.message_bar.text()
        assert "step 4 is used" in window.message_bar.text()
        qtbot.waitUntil(lambda: _numbers(window) == {"4"}, timeout=_TIMEOUT)
        assert window.run_bar.continue_button.isEnabled()
    else:
        assert window.pane(LatentPane).problem.isVisible()
        assert window.pane(LatentPane).problem.text()
        assert not window.pane(LatentPane).sliders.isEnabled()
        assert not window.run_bar.continue_button.isEnabled()
        qtbot.waitUntil(lambda: window.pane(LossPane).plot._data.series["total"].bounds() == (2, 8), timeout=_TIMEOUT)
