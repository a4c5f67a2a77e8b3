"""The transformation laboratory, driven as a user drives it."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog
from pytestqt.qtbot import QtBot

from latentlab.config import TransformConfig, override, policy_ranges
from latentlab.data import draw_transformed
from latentlab.gui.main_window import MainWindow
from latentlab.gui.panes.laboratory import LaboratoryPane
from latentlab.gui.workers.render_thread import Transformed
from latentlab.policies import policies_folder, saved_policies

_TIMEOUT = 60_000


@pytest.fixture
def drawn(qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> list[Transformed]:
    """What the laboratory has drawn, once it has drawn something."""
    drawn: list[Transformed] = []
    pane = window.pane(LaboratoryPane)
    show = pane._on_transformed  # private: the images alone do not say which draw they are
    monkeypatch.setattr(pane, "_on_transformed", lambda transformed: (drawn.append(transformed), show(transformed)))
    qtbot.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(drawn), timeout=_TIMEOUT)
    return drawn


def _drawn_by(drawn: list[Transformed], config: TransformConfig) -> bool:
    return drawn[-1].config == config


def test_the_digits_stand_beside_draws_of_the_policy_that_is_chosen(
    qtbot: QtBot, window: MainWindow, drawn: list[Transformed]
) -> None:
    pane = window.pane(LaboratoryPane)
    first = drawn[-1]
    assert first.config == TransformConfig(policy="simple")
    x = first.grid[:, 0]
    assert np.array_equal(first.grid, draw_transformed(x, first.config, first.grid.shape[1] - 1, seed=0))
    assert not np.array_equal(first.grid[:, 1], x)
    qtbot.mouseClick(pane.again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not np.array_equal(drawn[-1].grid, first.grid), timeout=_TIMEOUT)
    assert np.array_equal(drawn[-1].grid[:, 0], x)
    qtbot.keyClick(pane.policy, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: _drawn_by(drawn, TransformConfig(policy="large")), timeout=_TIMEOUT)
    assert pane.controls.sliders["degrees"].value() == 30


def test_a_slider_makes_ranges_of_ones_own_which_the_next_run_takes(
    qtbot: QtBot, window: MainWindow, drawn: list[Transformed]
) -> None:
    pane = window.pane(LaboratoryPane)
    pane.controls.sliders["degrees"].slider.setFocus()
    qtbot.keyClick(pane.controls.sliders["degrees"].slider, Qt.Key.Key_Right)
    expected = policy_ranges(TransformConfig(policy="simple")).model_copy(update={"degrees": 16.0})
    qtbot.waitUntil(lambda: _drawn_by(drawn, expected), timeout=_TIMEOUT)
    assert pane.policy.currentText() == "my own ranges"
    qtbot.mouseClick(pane.use, Qt.MouseButton.LeftButton)
    assert window.setup.config().transform == expected


def test_a_policy_is_saved_found_by_name_and_forgotten(
    qtbot: QtBot, window: MainWindow, drawn: list[Transformed], monkeypatch: pytest.MonkeyPatch
) -> None:
    pane = window.pane(LaboratoryPane)
    pane.controls.flips["flip_vertical"].click()
    chosen = pane.config()
    answers = iter([("Mine!", True), ("mine", True)])
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: next(answers))
    qtbot.mouseClick(pane.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "write lower-case letters" in window.message_bar.text(), timeout=_TIMEOUT)
    qtbot.mouseClick(pane.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: pane.policy.currentText() == "mine", timeout=_TIMEOUT)
    assert list(saved_policies()) == ["mine"]
    assert pane.config() == chosen
    config = override(window.setup.config(), ["transform.policy=mine"])
    assert config.transform == chosen
    qtbot.mouseClick(pane.forget, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: pane.policy.findText("mine") < 0, timeout=_TIMEOUT)
    assert not list(Path(policies_folder()).iterdir())
    assert pane.config() == chosen  # the sliders stay where they are
