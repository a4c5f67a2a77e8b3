"""The workspace of interpolations, driven as a person drives it."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from latentlab.explore.renderer import Renderer
from latentlab.explore.requests import DrawnInterpolation, Encode, Export, Interpolate
from latentlab.gui.main_window import MainWindow
from latentlab.runs import Run

_TIMEOUT = 60_000


@pytest.fixture
def window(qtbot: QtBot, opened: MainWindow) -> MainWindow:
    """In the workspace that this is about."""
    window = opened
    qtbot.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.interpolation._drawn is not None, timeout=_TIMEOUT)
    return window


def _drawn(window: MainWindow) -> DrawnInterpolation:
    drawn = window.interpolation._drawn
    assert drawn is not None
    return drawn


def test_the_way_is_walked_with_keys_and_clicks_and_is_the_current_z(qtbot: QtBot, window: MainWindow) -> None:
    pane, session = window.interpolation, window.session
    assert session.latent is not None
    before = _drawn(window)
    assert before.grid.images.shape[:2] == (2, 9)
    pane.scrubber.setFocus()
    qtbot.keyClick(pane.scrubber, Qt.Key.Key_Right)
    qtbot.keyClick(pane.scrubber, Qt.Key.Key_Right)
    assert np.array_equal(session.latent.z, before.z[0, 2])
    shown = lambda: window.latent.decoded.image()  # noqa: E731
    qtbot.waitUntil(lambda: shown() is not None and np.array_equal(shown(), before.grid.images[0, 2]), timeout=_TIMEOUT)
    assert "α = 0.25" in pane.caption.text()
    cell = pane.grid.cell_rect(1, 6).center()
    qtbot.mouseClick(pane.grid, Qt.MouseButton.LeftButton, pos=cell)
    assert np.array_equal(session.latent.z, before.z[1, 6])


def test_another_pair_another_number_and_a_dropped_file_are_new_ways(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    pane = window.interpolation
    first = _drawn(window)
    pane.a.number.setFocus()
    pane.a.number.selectAll()
    qtbot.keyClicks(pane.a.number, "7")
    qtbot.keyClick(pane.a.number, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _drawn(window) is not first, timeout=_TIMEOUT)
    assert pane.request().a == Encode(index=7)
    Image.fromarray(np.full((50, 40, 3), 200, np.uint8)).save(tmp_path / "mine.png")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "mine.png"))])
    second = _drawn(window)
    drop = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    pane.b.dropEvent(drop)
    qtbot.waitUntil(lambda: _drawn(window) is not second, timeout=_TIMEOUT)
    assert pane.request().b == Encode(path=tmp_path / "mine.png", crop_and_scale=True)
    assert _drawn(window).ends[1].mean() == 200
    third = _drawn(window)
    qtbot.mouseClick(pane.pair, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: _drawn(window) is not third, timeout=_TIMEOUT)
    pane.a.choose(Encode(path=tmp_path / "gone.png"))
    qtbot.waitUntil(lambda: "there is no such file" in window.message_bar.text(), timeout=_TIMEOUT)
    assert pane.grid.picture() is not None  # the last good pictures stay


def test_what_is_exported_is_what_the_command_line_draws(
    qtbot: QtBot, window: MainWindow, tiny_run: Path, tmp_path: Path
) -> None:
    pane = window.interpolation
    qtbot.mouseClick(pane.samples, Qt.MouseButton.LeftButton, pos=QPoint(8, pane.samples.height() // 2))
    assert pane.samples.isChecked()
    pane.export_to(tmp_path / "window.png")
    qtbot.waitUntil(lambda: "window.png" in window.message_bar.text(), timeout=_TIMEOUT)
    request = Interpolate(Encode(index=0), Encode(index=1), 9, ("lerp", "slerp"), 0)
    Renderer.of_run(Run(tiny_run)).render(Export(request, tmp_path / "engine.png"))
    with Image.open(tmp_path / "window.png") as one, Image.open(tmp_path / "engine.png") as other:
        assert one.tobytes() == other.tobytes()
        assert "--path lerp+slerp --seed 0" in one.text["command"]
        command = one.text["command"]
    copy = next(button for button in window.message_bar.findChildren(QPushButton) if "command line" in button.text())
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == command
