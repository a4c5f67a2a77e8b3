"""Training that goes back to a checkpoint by itself: the plots go back with it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from latentlab.config import RunConfig
from latentlab.errors import NonFiniteError
from latentlab.gui.main_window import MainWindow
from latentlab.gui.models.current_run import State
from latentlab.gui.panes.dimensions import DimensionsPane
from latentlab.gui.panes.divergences import DivergencePane
from latentlab.gui.panes.losses import LossPane
from latentlab.training.learner import Learner

_TIMEOUT = 60_000


def test_plots_go_back_with_training(
    qtbot: QtBot, window: MainWindow, with_settings: Callable[..., RunConfig], monkeypatch: pytest.MonkeyPatch
) -> None:
    take, broken = Learner.take_step, []

    def break_once(learner: Learner, step: int) -> None:
        if step == 7 and not broken:
            broken.append(step)
            raise NonFiniteError("The rate stopped being finite after step 7.", step=7, term="rate")
        take(learner, step)

    monkeypatch.setattr(Learner, "take_step", break_once)
    window.setup.form.set_config(with_settings("train.recover=1"))
    steps: list[int | None] = []
    window.session.run.recorded.connect(lambda history: steps.append(history.back_to))
    qtbot.mouseClick(window.run_bar.train_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.session.run.state is State.FINISHED, timeout=_TIMEOUT)
    assert [step for step in steps if step is not None] == [4]
    for pane in (window.pane(LossPane), window.pane(DivergencePane)):
        series = pane.plot._data.series["total" if pane is window.pane(LossPane) else "rate"]
        assert series._x[: len(series)].tolist() == [2, 4, 6, 8]
    assert window.pane(DimensionsPane).heat_map._columns.steps == [2, 4, 6, 8]
    assert [mark.step for mark in window.pane(LossPane).plot._plot.marks][-1] == 4
