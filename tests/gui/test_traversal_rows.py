"""What the workspace of traversals shows: which rows, in which order, how large, and whether it is what is asked for."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from latentlab.config import RunConfig
from latentlab.explore.requests.images import GalleryImages
from latentlab.explore.requests.traversal import MOST_ROWS, DrawnTraversal
from latentlab.explore.requests.values import ImageRef
from latentlab.gui.main_window import MainWindow
from latentlab.gui.panes.latent import LatentPane
from latentlab.gui.panes.traversal import TraversalPane
from latentlab.gui.widgets.grid_layout import CELL_SIDES

_TIMEOUT = 60_000
_LEFT, _CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


def _explore(qtbot: QtBot, window: MainWindow) -> TraversalPane:
    qtbot.keyClick(window, Qt.Key.Key_2, _CTRL)
    pane = window.pane(TraversalPane)
    qtbot.waitUntil(pane.export.isEnabled, timeout=_TIMEOUT)
    qtbot.waitUntil(lambda: window.session.views.gallery is not None, timeout=_TIMEOUT)
    return pane


@pytest.fixture
def pane(qtbot: QtBot, opened: MainWindow) -> TraversalPane:
    """Of a run of four dimensions, at an image."""
    return _explore(qtbot, opened)


@pytest.fixture
def many(qtbot: QtBot, opened: MainWindow, with_settings: Callable[..., RunConfig], tmp_path: Path) -> TraversalPane:
    """Of a run of 24 dimensions."""
    from latentlab.api import train

    run = train(with_settings("model.latent_dim=24", "name=many"), tmp_path / "runs").path
    opened.session.runs.open(run)
    latent = opened.session.latent
    qtbot.waitUntil(lambda: latent.current is not None and len(latent.current.z) == 24, timeout=_TIMEOUT)
    found = _explore(qtbot, opened)
    qtbot.waitUntil(lambda: found._drawn is not None and found._order.rows() == found._drawn.dims, timeout=_TIMEOUT)
    return found


def _drawn(pane: TraversalPane) -> DrawnTraversal:
    assert pane._drawn is not None
    return pane._drawn


def _gallery(pane: TraversalPane) -> GalleryImages:
    gallery = pane._session.views.gallery
    assert gallery is not None
    return gallery


def test_all_of_many_dimensions_are_shown_on_request(qtbot: QtBot, many: TraversalPane) -> None:
    few = len(_drawn(many).dims)
    assert few <= MOST_ROWS
    assert many.rows.count.text() == f"{few} of 24 dimensions"
    qtbot.mouseClick(many.rows.all, _LEFT)
    qtbot.waitUntil(lambda: len(_drawn(many).dims) == 24, timeout=_TIMEOUT)
    assert many.rows.count.text() == "24 of 24 dimensions"
    assert sorted(_drawn(many).dims) == list(range(24))
    many.export_to(path := many._session.runs.folder / "all.png")
    qtbot.waitUntil(path.exists, timeout=_TIMEOUT)
    qtbot.mouseClick(many.rows.all, _LEFT)
    qtbot.waitUntil(lambda: len(_drawn(many).dims) == few, timeout=_TIMEOUT)
    many.dims.setFocus()
    qtbot.keyClicks(many.dims, "3,1")
    qtbot.keyClick(many.dims, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _drawn(many).dims == (3, 1), timeout=_TIMEOUT)
    assert many.rows.count.text() == "2 of 24 dimensions"
    assert not many.rows.all.isVisible()
    assert not many.rows.sort.isVisible()


def test_rows_keep_their_places_under_newer_weights_until_they_are_sorted(qtbot: QtBot, pane: TraversalPane) -> None:
    gallery, views = _gallery(pane), pane._session.views
    qtbot.waitUntil(lambda: _drawn(pane).dims == pane._order.rows(), timeout=_TIMEOUT)
    before = _drawn(pane).dims
    assert pane.rows.sorted.isVisible()
    assert not pane.rows.sort.isVisible()
    other = np.zeros(4, np.float32)
    other[list(before)] = np.arange(1, len(before) + 1)  # as newer weights may have it
    values = {**vars(gallery), "kl_per_dim": other}
    views.gallery_changed.emit(GalleryImages(**values))
    assert pane.rows.sort.isVisible()
    assert "out of date" in pane.rows.sort.text()
    views.show_weights(gallery.step)
    qtbot.waitUntil(lambda: not views._gallery_in_flight, timeout=_TIMEOUT)
    assert _drawn(pane).dims == before
    views.gallery_changed.emit(GalleryImages(**values))
    qtbot.mouseClick(pane.rows.sort, _LEFT)
    qtbot.waitUntil(lambda: _drawn(pane).dims == before[::-1], timeout=_TIMEOUT)
    assert pane.rows.sorted.isVisible()
    assert not pane.rows.sort.isVisible()


def test_the_current_z_is_marked_in_each_row(qtbot: QtBot, pane: TraversalPane) -> None:
    rows = range(len(_drawn(pane).dims))
    assert list(pane.grid._marks) == [(row, pytest.approx(4)) for row in rows]
    pane.units.setFocus()
    while pane.units.currentText() != "quantiles":
        qtbot.keyClick(pane.units, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "%" in _drawn(pane).grid.column_labels[0], timeout=_TIMEOUT)
    z = pane._session.latent.current
    assert z is not None
    for row, column in pane.grid._marks:
        values = _drawn(pane).z[int(row), :, _drawn(pane).dims[int(row)]]
        lower = values <= z.z[_drawn(pane).dims[int(row)]]
        assert column == -0.5 if not lower.any() else lower.sum() - 1 <= column <= lower.sum()
    qtbot.mouseClick(pane.plane, _LEFT, pos=QPoint(8, pane.plane.height() // 2))
    qtbot.waitUntil(lambda: len(pane.grid._marks) == 1, timeout=_TIMEOUT)


def test_twenty_sigma_start_at_a_held_out_image_where_there_is_none(
    qtbot: QtBot, opened: MainWindow, pane: TraversalPane
) -> None:
    latent = opened.session.latent
    qtbot.mouseClick(opened.pane(LatentPane).buttons.prior_mean, _LEFT)
    assert latent.current is not None
    assert latent.current.std is None
    qtbot.mouseClick(pane.paper, _LEFT)
    qtbot.waitUntil(lambda: _drawn(pane).grid.column_labels[0] == "−20.00 σ", timeout=_TIMEOUT)
    assert latent.current.source == ImageRef(index=0)
    assert "needs a start image" not in opened.message_bar.text()
    qtbot.keyClick(opened, Qt.Key.Key_Z, _CTRL)
    assert latent.current.origin == "z = 0"


def test_a_grid_of_earlier_settings_is_dimmed_until_what_is_asked_for_is_there(
    qtbot: QtBot, opened: MainWindow, pane: TraversalPane
) -> None:
    qtbot.mouseClick(pane.paper, _LEFT)
    qtbot.waitUntil(lambda: _drawn(pane).grid.column_labels[0] == "−20.00 σ", timeout=_TIMEOUT)
    assert not pane.grid._stale
    qtbot.mouseClick(opened.pane(LatentPane).buttons.prior_mean, _LEFT)  # which has no σ to count in
    qtbot.waitUntil(lambda: pane.grid._stale, timeout=_TIMEOUT)
    assert "earlier settings" in pane.caption.text()
    qtbot.keyClick(opened, Qt.Key.Key_Z, _CTRL)
    qtbot.waitUntil(lambda: not pane.grid._stale, timeout=_TIMEOUT)
    assert "held-out image" in pane.caption.text()


def test_the_size_of_the_images_is_remembered(qtbot: QtBot, opened: MainWindow, pane: TraversalPane, tmp_path: Path) -> None:
    place = QPointF(pane.grid.cell_rect(0, 4).center())
    wheel = QWheelEvent(
        place,
        QPointF(pane.grid.mapToGlobal(place.toPoint())),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        _CTRL,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    before = pane.grid.side()
    QApplication.sendEvent(pane.grid, wheel)
    side = pane.grid.side()
    assert side > before
    assert side == CELL_SIDES[pane.cells.slider.value()]
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    opened._settings.sync()
    settings.sync()
    assert int(str(settings.value("cells/traversal"))) == side
    settings.setValue("cells/other", 57)  # no size that can be chosen
    again = MainWindow(opened.session, settings)
    qtbot.addWidget(again)
    assert again.pane(TraversalPane).grid._side == side
    assert opened.session.cell_sizes.side("other") is None
    again.deleteLater()
