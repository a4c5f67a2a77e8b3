"""Undoing and redoing what moved z, driven as a user drives it."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QSlider
from pytestqt.qtbot import QtBot

from latentlab.api import train
from latentlab.config import RunConfig, override
from latentlab.explore.requests.images import Picture
from latentlab.explore.requests.values import ImageRef
from latentlab.gui.main_window import MainWindow
from latentlab.gui.models.latent import Latent, LatentModel
from latentlab.gui.models.latent_history import LARGEST_HISTORY, LatentHistory
from latentlab.gui.panes.latent import LatentPane
from latentlab.gui.panes.traversal import TraversalPane

_TIMEOUT = 60_000
_LEFT = Qt.MouseButton.LeftButton
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def _latent(window: MainWindow) -> Latent:
    assert window.session.latent.current is not None
    return window.session.latent.current


def _undo(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_Z, _CTRL)


def _redo(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_Z, _CTRL | _SHIFT)


def _handle(window: MainWindow, dimension: int) -> QSlider:
    handle = window.pane(LatentPane).sliders.of_dimension(dimension).findChild(QSlider)
    assert handle is not None
    return handle


def _drag(qtbot: QtBot, handle: QSlider, begin: float, end: float) -> None:
    places = [QPoint(round(handle.width() * part), handle.height() // 2) for part in np.linspace(begin, end, 9)]
    qtbot.mousePress(handle, _LEFT, pos=places[0])
    for place in places[1:]:
        qtbot.mouseMove(handle, place)
    qtbot.mouseRelease(handle, _LEFT, pos=places[-1])


def test_a_run_opens_at_a_held_out_image_and_there_is_nothing_to_undo(qtbot: QtBot, opened: MainWindow) -> None:
    latent = _latent(opened)
    assert latent.source == ImageRef(index=0)
    assert np.array_equal(latent.z, latent.start)
    pane = opened.pane(LatentPane)
    assert not pane.history.undo.isEnabled()
    assert not pane.history.redo.isEnabled()
    _undo(qtbot, opened)
    assert _latent(opened) is latent


def test_one_drag_is_one_step_and_every_key_press_another(qtbot: QtBot, opened: MainWindow) -> None:
    history, start = opened.session.latent.history, _latent(opened).z
    handle = _handle(opened, 1)
    _drag(qtbot, handle, 0.4, 0.9)
    dragged = _latent(opened).z
    assert history.index == 1
    _drag(qtbot, handle, 0.9, 0.2)
    assert history.index == 2
    handle.setFocus()
    for _ in range(3):
        qtbot.keyClick(handle, Qt.Key.Key_Right)
    assert history.index == 5
    for _ in range(4):
        _undo(qtbot, opened)
    assert np.array_equal(_latent(opened).z, dragged)
    assert opened.pane(LatentPane).sliders.of_dimension(1).value() == pytest.approx(dragged[1], abs=1e-6)
    _undo(qtbot, opened)
    assert np.array_equal(_latent(opened).z, start)
    _redo(qtbot, opened)
    assert np.array_equal(_latent(opened).z, dragged)
    assert opened.pane(LatentPane).history.redo.isEnabled()
    assert "Redo z1 (Ctrl+Shift+Z)" in opened.pane(LatentPane).history.redo.toolTip()


def _reset(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_Backspace)


def _random(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_R)


def _zero(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.mouseClick(window.pane(LatentPane).buttons.prior_mean, _LEFT)


def _image(qtbot: QtBot, window: MainWindow) -> None:
    window.session.latent.start_from_image(ImageRef(index=5))
    qtbot.waitUntil(lambda: _latent(window).source == ImageRef(index=5), timeout=_TIMEOUT)


def _same_image(qtbot: QtBot, window: MainWindow) -> None:
    window.session.latent.start_from_image(ImageRef(index=0))
    qtbot.waitUntil(lambda: np.array_equal(_latent(window).z, _latent(window).start), timeout=_TIMEOUT)


def _draw(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.session.latent.latent_changed, timeout=_TIMEOUT):
        window.pane(LatentPane).buttons.draw.trigger()


def _text(qtbot: QtBot, window: MainWindow) -> None:
    window.session.latent.adopt_text("1 2 3 4")


def _file(qtbot: QtBot, window: MainWindow) -> None:
    assert window.session.run.subject is not None
    path = window.session.run.subject.path / "z.csv"
    np.savetxt(path, np.ones((1, 4)), delimiter=",")
    window.session.latent_files.load(path)
    qtbot.waitUntil(lambda: _latent(window).origin == "z.csv", timeout=_TIMEOUT)


def _cell(qtbot: QtBot, window: MainWindow) -> None:
    window.show_workspace("explore")
    pane = window.pane(TraversalPane)
    qtbot.waitUntil(pane.export.isEnabled, timeout=_TIMEOUT)
    qtbot.mouseClick(pane.grid, _LEFT, pos=pane.grid.cell_rect(0, 1).center())


@pytest.mark.parametrize("act", [_reset, _random, _zero, _image, _same_image, _draw, _text, _file, _cell])
def test_nothing_takes_a_hand_made_z_away_without_undo(
    qtbot: QtBot, opened: MainWindow, act: Callable[[QtBot, MainWindow], None]
) -> None:
    _drag(qtbot, _handle(opened, 2), 0.5, 0.8)
    made = _latent(opened)
    act(qtbot, opened)
    qtbot.waitUntil(lambda: not np.array_equal(_latent(opened).z, made.z), timeout=_TIMEOUT)
    other = _latent(opened)
    _undo(qtbot, opened)
    assert np.array_equal(_latent(opened).z, made.z)
    assert (_latent(opened).source, _latent(opened).origin) == (made.source, made.origin)
    _redo(qtbot, opened)
    assert np.array_equal(_latent(opened).z, other.z)
    assert _latent(opened).origin == other.origin


def test_a_checkpoint_leaves_a_hand_made_z_and_undo_encodes_the_start_by_its_weights(qtbot: QtBot, opened: MainWindow) -> None:
    start = _latent(opened).start
    _drag(qtbot, _handle(opened, 2), 0.5, 0.8)
    made = _latent(opened).z
    opened.session.runs.look_at(4)
    qtbot.waitUntil(lambda: not np.array_equal(_latent(opened).start, start), timeout=_TIMEOUT)
    assert np.array_equal(_latent(opened).z, made)
    earlier = _latent(opened).start
    _undo(qtbot, opened)
    qtbot.waitUntil(lambda: np.array_equal(_latent(opened).start, earlier), timeout=_TIMEOUT)
    assert np.array_equal(_latent(opened).z, earlier)  # untouched, it follows the weights


def test_a_run_that_is_opened_again_finds_its_z_and_its_steps(
    qtbot: QtBot, opened: MainWindow, tiny_config: RunConfig, tiny_run: Path, tmp_path: Path
) -> None:
    _drag(qtbot, _handle(opened, 2), 0.5, 0.8)
    made = _latent(opened)
    other = train(override(tiny_config, ["model.latent_dim=7"]), tmp_path / "others").path
    opened.session.runs.open(other)
    qtbot.waitUntil(lambda: len(_latent(opened).z) == 7 and _latent(opened).source is not None, timeout=_TIMEOUT)
    assert not opened.pane(LatentPane).history.undo.isEnabled()
    opened.session.runs.open(tiny_run)
    qtbot.waitUntil(lambda: len(_latent(opened).z) == 4 and opened.session.views.shown_step is not None, timeout=_TIMEOUT)
    assert np.array_equal(_latent(opened).z, made.z)
    _undo(qtbot, opened)
    assert np.array_equal(_latent(opened).z, made.start)


def test_the_strip_shows_the_last_pictures_and_a_click_goes_there(qtbot: QtBot, opened: MainWindow) -> None:
    session, strip = opened.session, opened.pane(LatentPane).history.pictures
    qtbot.waitUntil(lambda: session.latent.history.pictures[0] is not None, timeout=_TIMEOUT)
    zs = [_latent(opened).z]
    for dimension in range(3):
        with qtbot.waitSignal(session.latent.picture_changed, timeout=_TIMEOUT):
            session.latent.set_z(dimension, 2.0)
        zs.append(_latent(opened).z)
    qtbot.waitUntil(lambda: session.latent.history.pictures[-1] is not None, timeout=_TIMEOUT)
    decoded = opened.pane(LatentPane).decoded.image()
    pictures = session.latent.history.pictures
    assert len(pictures) == 4
    assert all(picture is not None for picture in pictures)
    assert np.array_equal(pictures[-1], decoded)
    qtbot.mouseClick(strip, _LEFT, pos=strip.rect_of(1).center())
    assert np.array_equal(_latent(opened).z, zs[1])
    strip.setFocus()
    qtbot.keyClick(strip, Qt.Key.Key_Right)
    qtbot.keyClick(strip, Qt.Key.Key_Right)
    qtbot.keyClick(strip, Qt.Key.Key_Return)
    assert np.array_equal(_latent(opened).z, zs[3])
    qtbot.keyClick(strip, Qt.Key.Key_Left)
    qtbot.keyClick(strip, Qt.Key.Key_Return)
    # Another change from there forgets what was undone.
    session.latent.set_z(3, -1.0)
    assert len(session.latent.history.pictures) == 4
    assert not session.latent.history.can_redo


def test_what_weights_decode_that_have_learned_nothing_is_no_picture_to_go_back_to(qapp: object) -> None:
    run = SimpleNamespace(is_training=True)
    model = LatentModel(run, None, None)
    z = np.zeros(1, np.float32)
    model.current = Latent(z, z, None, "", None)
    for step, known in ((0, False), (3, True)):
        model._take_picture(Picture(step, z, np.zeros((2, 2, 1), np.uint8)))
        assert (model.history.pictures[0] is not None) == known


def test_two_hundred_steps_are_kept_each_with_its_picture(qapp: object) -> None:
    history, reached = LatentHistory(), []
    history.restored.connect(lambda latent: reached.append(float(latent.z[0])))
    states = [Latent(np.array([value], np.float32), np.zeros(1, np.float32), None, "", None) for value in range(251)]
    for before, after in pairwise(states):
        history.take_picture(before.z.astype(np.uint8))
        history.step(before, after, "")
    history.take_picture(states[-1].z.astype(np.uint8))
    assert len(history.pictures) == LARGEST_HISTORY + 1 == 201
    assert [int(picture[0]) for picture in history.pictures if picture is not None] == list(range(50, 251))
    for _ in range(250):
        history.undo()
    assert reached == list(range(249, 49, -1))
    history.go_to(10)
    assert reached[-1] == 60
