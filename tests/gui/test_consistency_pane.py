"""The workspace that compares x with t(x), driven as a person drives it."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QSettings, Qt
from pytestqt.qtbot import QtBot

from latentlab.explore.renderer import Renderer
from latentlab.explore.requests import Compare, Comparison, Encode, Export, Transformation
from latentlab.gui.main_window import MainWindow
from latentlab.gui.session import Session
from latentlab.runs import Run

_TIMEOUT = 60_000


@pytest.fixture
def window(qtbot: QtBot, opened: MainWindow) -> MainWindow:
    """In the workspace that this is about."""
    window = opened
    qtbot.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.consistency._comparison is not None, timeout=_TIMEOUT)
    return window


def _shown(window: MainWindow) -> Comparison:
    shown = window.consistency._comparison
    assert shown is not None
    return shown


def test_keys_turn_the_image_and_the_numbers_are_the_engines(qtbot: QtBot, window: MainWindow, tiny_run: Path) -> None:
    pane, session = window.consistency, window.session
    assert _shown(window).kl_forward == 0  # the identity, of the first held-out image
    session.start_from_image(Encode(index=6))
    qtbot.waitUntil(lambda: session.latent is not None and session.latent.source == Encode(index=6), timeout=_TIMEOUT)
    slider = pane.sliders["rotate"].slider
    slider.setFocus()
    for _ in range(3):
        qtbot.keyClick(slider, Qt.Key.Key_Right)
    box = pane.flips[0]
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    asked = Transformation(rotate=3, flip_horizontal=True)
    assert pane.transformation() == asked
    expected = Renderer.of_run(Run(tiny_run)).render(Compare(Encode(index=6), asked))
    assert isinstance(expected, Comparison)
    qtbot.waitUntil(lambda: _shown(window).kl_forward == expected.kl_forward, timeout=_TIMEOUT)
    assert f"KL {expected.kl_forward:.3f} nats" in pane.totals.text()
    assert f"Jeffreys {expected.jeffreys:.3f}" in pane.totals.text()
    order = pane.pair.order()
    assert order == np.argsort(-expected.kl_per_dim, kind="stable").tolist()
    # The dimension that moved most is drawn at its two means, one above the other as their values are.
    first, second = (pane.pair.position(order[0], float(mean[order[0]])) for mean in (expected.mean_x, expected.mean_t))
    assert (first.y() < second.y()) == (expected.mean_x[order[0]] > expected.mean_t[order[0]])
    assert not pane.pair.grab().toImage().isNull()

    qtbot.mouseClick(pane.grid, Qt.MouseButton.LeftButton, pos=pane.grid.cell_rect(1, 1).center())
    assert session.latent is not None
    assert np.array_equal(session.latent.z, expected.mean_t)
    qtbot.mouseClick(pane.reset, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: _shown(window).kl_forward == 0, timeout=_TIMEOUT)


def test_a_draw_comes_from_the_policy_and_is_exported_with_its_command(
    qtbot: QtBot, window: MainWindow, tiny_run: Path, tmp_path: Path
) -> None:
    pane = window.consistency
    qtbot.mouseClick(pane.draw, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: _shown(window).kl_forward > 0, timeout=_TIMEOUT)
    assert "drawn from the run's policy, draw 0" in pane.totals.text()
    pane.export_to(tmp_path / "window.png")
    qtbot.waitUntil(lambda: "window.png" in window.message_bar.text(), timeout=_TIMEOUT)
    Renderer.of_run(Run(tiny_run)).render(Export(Compare(Encode(index=0), draw=0), tmp_path / "engine.png"))
    with Image.open(tmp_path / "window.png") as one, Image.open(tmp_path / "engine.png") as other:
        assert one.tobytes() == other.tobytes()
        assert "latentlab consistency" in one.text["command"]
        assert "--draw 0" in one.text["command"]


def test_without_a_run_the_pane_says_what_to_do(qtbot: QtBot, tmp_path: Path) -> None:
    session = Session(tmp_path / "runs")
    window = MainWindow(session, QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(window)
    assert not window.consistency.draw.isEnabled()
    assert not window.interpolation.pair.isEnabled()
    assert window.consistency.grid.picture() is None
