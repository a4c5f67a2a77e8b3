"""Directions, driven as a user drives them."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from latentlab.config import RunConfig
from latentlab.data import Attributes, load_dataset
from latentlab.evaluation.run_images import RunImages
from latentlab.explore.renderer import Renderer
from latentlab.explore.requests.commands import Export
from latentlab.explore.requests.directions import Direction, DrawnDirections
from latentlab.explore.requests.values import ImageRef
from latentlab.gui.main_window import MainWindow
from latentlab.gui.panes.directions import DirectionsPane
from latentlab.gui.panes.latent_map import LatentMapPane
from latentlab.runs import Run

_TIMEOUT = 60_000


@pytest.fixture
def window(qtbot: QtBot, opened: MainWindow) -> MainWindow:
    """In the workspace that this is about."""
    qtbot.keyClick(opened, Qt.Key.Key_6, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: opened.pane(DirectionsPane)._drawn is not None, timeout=_TIMEOUT)
    return opened


def _drawn(window: MainWindow) -> DrawnDirections:
    drawn = window.pane(DirectionsPane)._drawn
    assert drawn is not None
    return drawn


def _start_at_zero(qtbot: QtBot, window: MainWindow) -> None:
    latent = window.session.latent
    qtbot.waitUntil(lambda: latent.current is not None and latent.current.source is not None, timeout=_TIMEOUT)
    latent.start_from_zero()


def _to_one_from_seven(qtbot: QtBot, window: MainWindow) -> None:
    pane = window.pane(DirectionsPane)
    for box, label in ((pane.groups.label, 1), (pane.groups.against, 7)):
        box.setFocus()
        for _ in range(12):
            if box.currentData() != label:
                qtbot.keyClick(box, Qt.Key.Key_Down)
        assert box.currentData() == label
    qtbot.waitUntil(lambda: _drawn(window).request.groups == (1, 7, None, None), timeout=_TIMEOUT)


def test_two_labels_are_chosen_with_keys_and_a_click_adopts_the_place(qtbot: QtBot, window: MainWindow, tiny_run: Path) -> None:
    pane, session = window.pane(DirectionsPane), window.session
    _start_at_zero(qtbot, window)
    _to_one_from_seven(qtbot, window)
    qtbot.waitUntil(lambda: not _drawn(window).request.z.any(), timeout=_TIMEOUT)
    expected = Renderer.of_run(Run(tiny_run)).render(Direction(1, 7, np.zeros(4, np.float32)))
    assert isinstance(expected, DrawnDirections)
    assert np.array_equal(_drawn(window).grid.images, expected.grid.images)
    row = next(row for row in pane.scores.texts() if "classifier" in row[0])
    assert row[1:] == [f"{expected.auc[1]:.3f} ± {expected.auc_error[1]:.3f}", *(str(count) for count in expected.counts)]
    assert [pane.groups.label.itemData(row) for row in range(pane.groups.label.count())] == list(expected.labels)
    qtbot.mouseClick(pane.grid, Qt.MouseButton.LeftButton, pos=pane.grid.cell_rect(1, 8).center())
    assert session.latent.current is not None
    assert np.array_equal(session.latent.current.z, expected.z[1, 8])
    # No direction leads from a label to itself: the keys step over it.
    passed = []
    for _ in range(8):
        qtbot.keyClick(pane.groups.against, Qt.Key.Key_Up)
        passed.append(pane.groups.against.currentData())
    assert passed == [6, 5, 4, 3, 2, 0, None, None]


def test_a_kept_direction_moves_z_along_itself_alone(qtbot: QtBot, window: MainWindow) -> None:
    pane, session = window.pane(DirectionsPane), window.session
    session.latent.start_from_image(ImageRef(index=5))
    qtbot.waitUntil(
        lambda: session.latent.current is not None and session.latent.current.source == ImageRef(index=5), timeout=_TIMEOUT
    )
    _to_one_from_seven(qtbot, window)
    qtbot.mouseClick(pane.keep, Qt.MouseButton.LeftButton)
    (kept,) = pane.kept.rows
    kept.slider.slider.setFocus()
    for _ in range(10):
        qtbot.keyClick(kept.slider.slider, Qt.Key.Key_Right)
    latent = session.latent.current
    assert latent is not None
    np.testing.assert_allclose(latent.z - latent.start, kept.direction.spread * kept.direction.vector, atol=1e-5)
    # What else is moved stays, and the slider follows the current z.
    across = int(np.abs(kept.direction.vector).argmin())
    session.latent.set_z(across, float(latent.z[across]) + 1)
    qtbot.keyClick(kept.slider.slider, Qt.Key.Key_Right)
    assert session.latent.current is not None
    left = session.latent.current.z - latent.start
    assert left @ kept.direction.vector == pytest.approx(kept.slider.value() * kept.direction.spread, abs=1e-4)
    session.latent.reset_z()
    assert kept.slider.value() == 0
    qtbot.mouseClick(pane.keep, Qt.MouseButton.LeftButton)
    assert "kept already" in window.message_bar.text()
    qtbot.mouseClick(kept.findChild(QToolButton), Qt.MouseButton.LeftButton)
    assert not pane.kept.rows


def test_the_exported_walk_is_the_command_lines_and_comes_back_when_dropped(
    qtbot: QtBot, window: MainWindow, tiny_run: Path, tmp_path: Path
) -> None:
    pane = window.pane(DirectionsPane)
    _start_at_zero(qtbot, window)
    _to_one_from_seven(qtbot, window)
    qtbot.waitUntil(lambda: not _drawn(window).request.z.any(), timeout=_TIMEOUT)
    pane.export_to(tmp_path / "window.png")
    qtbot.waitUntil(lambda: "window.png" in window.message_bar.text(), timeout=_TIMEOUT)
    request = Direction(1, 7, np.zeros(4, np.float32))
    Renderer.of_run(Run(tiny_run)).render(Export(request, tmp_path / "engine.png"))
    with Image.open(tmp_path / "window.png") as one, Image.open(tmp_path / "engine.png") as other:
        assert one.tobytes() == other.tobytes()
    qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    pane.groups.label.setCurrentIndex(5)
    window.session.dropped.take(tmp_path / "window.png")
    qtbot.waitUntil(lambda: pane.isVisible() and _drawn(window).request.label == 1, timeout=_TIMEOUT)
    assert (pane.groups.label.currentData(), pane.groups.against.currentData()) == (1, 7)


def test_each_drag_of_a_kept_direction_is_a_step_of_its_own(qtbot: QtBot, window: MainWindow) -> None:
    pane, history = window.pane(DirectionsPane), window.session.latent.history
    _start_at_zero(qtbot, window)
    _to_one_from_seven(qtbot, window)
    qtbot.mouseClick(pane.keep, Qt.MouseButton.LeftButton)
    slider, begun = pane.kept.rows[0].slider.slider, history.index
    for count, (begin, end) in enumerate(((0.5, 0.7), (0.7, 0.4)), 1):
        places = [QPoint(round(slider.width() * part), slider.height() // 2) for part in np.linspace(begin, end, 5)]
        qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=places[0])
        for place in places[1:]:
            qtbot.mouseMove(slider, place)
        qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=places[-1])
        assert history.index == begun + count


def test_kept_directions_are_renamed_saved_and_loaded_and_outlast_newer_weights(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    pane, session = window.pane(DirectionsPane), window.session
    _to_one_from_seven(qtbot, window)
    qtbot.mouseClick(pane.keep, Qt.MouseButton.LeftButton)
    (row,) = pane.kept.rows
    row.name.setFocus()
    row.name.selectAll()
    qtbot.keyClicks(row.name, "less hooked")
    pane.save_to(tmp_path / "mine.npz")
    session.runs.look_at(4)
    qtbot.waitUntil(lambda: session.views.shown_step == 4 and _drawn(window).step == 4, timeout=_TIMEOUT)
    assert pane.kept.rows == [row]
    assert row.direction.step == 8
    qtbot.mouseClick(row.findChild(QToolButton), Qt.MouseButton.LeftButton)
    assert not pane.kept.rows
    session.views.read_directions(tmp_path / "mine.npz", pane.add_directions)
    qtbot.waitUntil(lambda: bool(pane.kept.rows), timeout=_TIMEOUT)
    again = pane.kept.rows[0].direction
    assert (again.name, again.step) == ("less hooked", 8)
    assert np.array_equal(again.vector, row.direction.vector)
    session.views.read_directions(tmp_path / "missing.npz", pane.add_directions)
    qtbot.waitUntil(lambda: "missing.npz: the file cannot be read" in window.message_bar.text(), timeout=_TIMEOUT)


def test_a_source_that_is_not_there_says_what_to_do(qtbot: QtBot, window: MainWindow) -> None:
    pane = window.pane(DirectionsPane)
    pane.groups.source.setFocus()
    qtbot.keyClick(pane.groups.source, Qt.Key.Key_End)
    assert pane.notice.text().startswith("Draw lasso A and lasso B around images on the map")
    assert pane.notice.isVisible()
    assert not pane.grid.isVisible()
    qtbot.keyClick(pane.groups.source, Qt.Key.Key_Home)
    assert pane.grid.isVisible()
    assert not pane.notice.isVisible()
    assert not window.message_bar.isVisible()


def test_images_without_labels_offer_their_attributes_and_a_picture_brings_its_own_back(
    qtbot: QtBot, window: MainWindow, tiny_run: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    of_run = load_dataset(Run(tiny_run).config.data)
    test = of_run.test
    ink = test.batch(slice(None)).mean((1, 2, 3)).numpy()
    left = test.batch(slice(None))[..., :16].mean((1, 2, 3)).numpy()
    attributes = Attributes(("ink", "left"), np.stack([ink, left], 1))
    unlabelled = replace(test, labels=torch.full_like(test.labels, -1), attributes=attributes)
    monkeypatch.setattr("latentlab.explore.renderer.open_images", lambda *_: RunImages(replace(of_run, test=unlabelled), ""))
    pane, session = window.pane(DirectionsPane), window.session
    session.runs.folder = tiny_run.parent
    session.runs.open(tiny_run)
    qtbot.waitUntil(lambda: pane._drawn is not None and pane._drawn.request.attribute == "ink", timeout=_TIMEOUT)
    assert pane.groups.source.currentData() == "attribute"
    assert "its median" in pane.caption.text()
    pane.groups.attribute.setFocus()
    qtbot.keyClick(pane.groups.attribute, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: _drawn(window).request.attribute == "left", timeout=_TIMEOUT)
    pane.export_to(tmp_path / "left.png")
    qtbot.waitUntil(lambda: "left.png" in window.message_bar.text(), timeout=_TIMEOUT)
    # Opened again by the dropped picture, it is known only later what attributes there are; the picture's own stays.
    session.runs.open(tiny_run)
    qtbot.waitUntil(lambda: pane._drawn is not None and pane._drawn.request.attribute == "ink", timeout=_TIMEOUT)
    session.dropped.take(tmp_path / "left.png")
    qtbot.waitUntil(lambda: pane._drawn is not None and pane._drawn.request.attribute == "left", timeout=_TIMEOUT)
    assert pane.groups.attribute.currentData() == "left"
    assert "no labels" not in window.message_bar.text()


def test_images_without_labels_are_told_apart_by_brightness_or_by_lassos(
    qtbot: QtBot, window: MainWindow, colour_config: RunConfig, tmp_path: Path
) -> None:
    from latentlab.api import train

    window.session.runs.open(train(colour_config, tmp_path / "colour").path)
    pane = window.pane(DirectionsPane)
    qtbot.waitUntil(lambda: pane._drawn is not None and pane._drawn.request.attribute == "brightness", timeout=_TIMEOUT)
    assert pane.hint.isVisible()
    assert not window.message_bar.isVisible()
    pane.groups.source.setFocus()
    qtbot.keyClick(pane.groups.source, Qt.Key.Key_Up)
    assert pane.groups.kind() == "attribute"  # there is no label to choose
    qtbot.keyClick(pane.groups.source, Qt.Key.Key_Down)
    assert pane.groups.kind() == "lasso"
    assert "Draw lasso A and lasso B" in pane.notice.text()
    assert not pane.grid.isVisible()
    window.show_workspace("map")
    settings = window.pane(LatentMapPane).settings
    qtbot.waitUntil(lambda: settings.colour.currentData() == "kl", timeout=_TIMEOUT)
    assert settings.colour.findData("label") < 0
