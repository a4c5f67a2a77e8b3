"""A z with places in the window: maps, a slider for each channel, the brush; and models without places."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from latentlab.exchange.formats import config_of, read_model
from latentlab.exchange.imported import write_imported
from latentlab.explore.requests.values import ImageRef
from latentlab.gui.main_window import MainWindow
from latentlab.gui.panes.places import PlacesPane
from tests.exchange.judged import DATA
from tests.gui.conftest import TIMEOUT

_KIND_KL = 3


@pytest.fixture
def spatial(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> PlacesPane:
    """The pane of an imported AutoencoderKL, at the first held-out image."""
    faces = np.random.default_rng(0).integers(0, 255, (12, 16, 16, 3), np.uint8)
    np.save(tmp_path / "images.npy", faces)
    config = config_of("kl", str(tmp_path / "images.npy"), ["data.size=16"])
    run = write_imported(read_model(DATA / "kl_quantised", config), tmp_path / "runs")
    latent = window.session.latent
    window.session.runs.open(run.path)
    qtbot.waitUntil(lambda: latent.current is not None and latent.current.source == ImageRef(index=0), timeout=TIMEOUT)
    window.show_workspace("explore")
    window.docks.docks["places"].raise_()
    pane = window.panes.of(PlacesPane)
    qtbot.waitUntil(lambda: pane.isVisible() and pane.brush.image() is not None, timeout=TIMEOUT)
    return pane


def test_the_brush_and_the_sliders_change_a_channel(qtbot: QtBot, window: MainWindow, spatial: PlacesPane) -> None:
    latent = window.session.latent
    before, decoded = latent.current.z.reshape(4, 8, 8), spatial.decoded.image()
    spatial.channel.setCurrentIndex(2)
    area = spatial.brush.image_rect()
    at = area.topLeft() + (area.bottomRight() - area.topLeft()) * 0.55
    row, column = spatial.brush.place_at(at)
    qtbot.mouseClick(spatial.brush, Qt.MouseButton.LeftButton, pos=at)
    painted = latent.current.z.reshape(4, 8, 8)
    assert painted[2, row, column] == pytest.approx(spatial.value.value())
    assert np.argwhere(painted != before).tolist() == [[2, row, column]]
    qtbot.waitUntil(lambda: not np.array_equal(spatial.decoded.image(), decoded), timeout=TIMEOUT)
    latent.history.undo()
    np.testing.assert_array_equal(latent.current.z.reshape(4, 8, 8), before)

    slider = spatial.sliders.sliders[1]
    assert slider.value() == pytest.approx(before[1].mean(), abs=0.026)
    slider.slider.setFocus()
    QTest.keyClick(slider.slider, Qt.Key.Key_Right)
    moved = latent.current.z.reshape(4, 8, 8) - before
    assert (moved[[0, 2, 3]] == 0).all()
    assert np.ptp(moved[1]) < 1e-6
    assert moved[1].mean() > 0

    chosen = spatial.brush.image()
    spatial.shown.setCurrentIndex(_KIND_KL)
    assert not np.array_equal(spatial.brush.image(), chosen)
    spatial.brush.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Space):
        QTest.keyClick(spatial.brush, key)
    assert (latent.current.z.reshape(4, 8, 8)[2] == spatial.value.value()).any()


def test_a_model_without_places_has_no_such_pane(opened: MainWindow) -> None:
    opened.show_workspace("explore")
    assert opened.docks.docks["traversal"].isVisible()
    assert opened.docks.docks["places"].isHidden()
    pane = opened.panes.of(PlacesPane)
    assert pane.request(opened.session.latent.current) is None
    assert "without places" in pane.notice.text()
