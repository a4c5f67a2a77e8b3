"""The latent map, driven as a person drives it."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from pytestqt.qtbot import QtBot

from latentlab.data import load_dataset
from latentlab.explore.renderer import Renderer
from latentlab.explore.requests import Encode, Export, LatentMap, Map
from latentlab.gui.main_window import MainWindow
from latentlab.runs import Run

_TIMEOUT = 60_000


@pytest.fixture
def window(qtbot: QtBot, opened: MainWindow) -> MainWindow:
    """In the workspace that this is about."""
    window = opened
    qtbot.keyClick(window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.latent_map._map is not None, timeout=_TIMEOUT)
    return window


def _drawn(window: MainWindow) -> LatentMap:
    drawn = window.latent_map._map
    assert drawn is not None
    return drawn


def _lonely(window: MainWindow) -> tuple[int, QPoint]:
    """The point that is farthest right, where none lies over it."""
    drawn, view = _drawn(window), window.latent_map.view
    index = int(drawn.points[:, 0].argmax())
    x, y = drawn.points[index].tolist()
    return index, view.position(x, y).toPoint()


def test_pointing_shows_the_image_and_a_click_starts_there(qtbot: QtBot, window: MainWindow) -> None:
    pane, session = window.latent_map, window.session
    index, at = _lonely(window)
    qtbot.mouseMove(pane.view, at)
    qtbot.waitUntil(lambda: pane.thumbnail.image() is not None, timeout=_TIMEOUT)
    held_out = load_dataset(window.session.subject.config.data).test
    assert np.array_equal(pane.thumbnail.image()[..., 0], held_out.pixels[index, 0].numpy())
    qtbot.mouseClick(pane.view, Qt.MouseButton.LeftButton, pos=at)
    qtbot.waitUntil(lambda: session.latent is not None and session.latent.source == Encode(index=index), timeout=_TIMEOUT)


def test_a_click_between_the_points_decodes_the_place_also_when_zoomed_and_moved(qtbot: QtBot, window: MainWindow) -> None:
    pane, session = window.latent_map, window.session
    view = pane.view
    middle = QPointF(view.width() / 2, view.height() / 2)
    before = view.place(QPointF(0, 0))
    wheel = QWheelEvent(
        middle, view.mapToGlobal(middle), QPoint(), QPoint(0, -240), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    view.wheelEvent(wheel)
    assert view.place(QPointF(0, 0))[0] < before[0]  # farther out
    held = view.place(QPointF(100, 100))
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    for x in (120, 160, 200):
        qtbot.mouseMove(view, QPoint(x, 130))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(200, 130))
    corner = QPoint(view.width() - 4, 4)
    assert view.point_at(QPointF(corner)) == -1
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=corner)
    drawn = _drawn(window)
    assert session.latent is not None
    expected = drawn.centre + np.asarray(view.place(QPointF(corner)), np.float32) @ drawn.axes
    np.testing.assert_allclose(session.latent.z, expected, rtol=1e-4, atol=1e-4)
    assert held is not None
    pane.projection.setCurrentIndex(1)
    pane.dims.setText("2,0")
    pane.dims.editingFinished.emit()
    qtbot.waitUntil(lambda: _drawn(window).names == ("z02", "z00"), timeout=_TIMEOUT)
    z = session.latent.z.copy()
    place = view.place(QPointF(4, 4))
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    np.testing.assert_allclose(session.latent.z, [place[1], z[1], place[0], z[3]], rtol=1e-4, atol=1e-4)


def test_the_exported_map_is_the_command_lines(qtbot: QtBot, window: MainWindow, tiny_run: Path, tmp_path: Path) -> None:
    pane = window.latent_map
    pane.colour.setCurrentIndex(1)
    qtbot.waitUntil(lambda: _drawn(window).values is not None, timeout=_TIMEOUT)
    pane.export_to(tmp_path / "window.png")
    qtbot.waitUntil(lambda: "window.png" in window.message_bar.text(), timeout=_TIMEOUT)
    Renderer.of_run(Run(tiny_run)).render(Export(Map(colour="kl"), tmp_path / "engine.png", scale=1))
    with Image.open(tmp_path / "window.png") as one, Image.open(tmp_path / "engine.png") as other:
        assert one.tobytes() == other.tobytes()
    pane.dims.setText("a")
    pane.projection.setCurrentIndex(1)
    assert "write two whole numbers" in window.message_bar.text()
