"""The latent map, driven as a user drives it."""

import threading
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from latentlab.data import Attributes, ImageStore, load_dataset
from latentlab.evaluation.run_images import RunImages
from latentlab.explore import umap_layout
from latentlab.explore.map_legend import Legend, legend_of, map_colours
from latentlab.explore.renderer import Renderer
from latentlab.explore.requests.commands import Export
from latentlab.explore.requests.directions import Direction, DrawnDirections, Lasso
from latentlab.explore.requests.maps import DrawnMap, DrawnWalk, Map, Walk
from latentlab.explore.requests.values import ImageRef, Vector
from latentlab.explore.scatter import attribute_colours
from latentlab.explore.umap_layout import weighted_mean
from latentlab.gui.main_window import MainWindow
from latentlab.gui.models.current_run import State
from latentlab.gui.panes.directions import DirectionsPane
from latentlab.gui.panes.latent_map import LatentMapPane
from latentlab.gui.widgets import pixels
from latentlab.gui.widgets.map_view import MapView
from latentlab.runs import Run
from latentlab.training import Snapshot

_TIMEOUT = 60_000


@pytest.fixture
def window(qtbot: QtBot, opened: MainWindow) -> MainWindow:
    """In the workspace that this is about."""
    window = opened
    qtbot.keyClick(window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.pane(LatentMapPane)._map is not None, timeout=_TIMEOUT)
    return window


def _drawn(window: MainWindow) -> DrawnMap:
    drawn = window.pane(LatentMapPane)._map
    assert drawn is not None
    return drawn


def _lonely(window: MainWindow) -> tuple[int, QPoint]:
    """The point that is farthest right, where none lies over it."""
    drawn, view = _drawn(window), window.pane(LatentMapPane).view
    index = int(drawn.points[:, 0].argmax())
    x, y = drawn.points[index].tolist()
    return index, view.position(x, y).toPoint()


def test_pointing_shows_the_image_and_a_click_starts_there(qtbot: QtBot, window: MainWindow) -> None:
    pane, session = window.pane(LatentMapPane), window.session
    index, at = _lonely(window)
    qtbot.mouseMove(pane.view, at)
    qtbot.waitUntil(lambda: pane.side.thumbnail.image() is not None, timeout=_TIMEOUT)
    held_out = load_dataset(window.session.run.subject.config.data).test
    assert np.array_equal(pane.side.thumbnail.image()[..., 0], held_out.pixels[index, 0].numpy())
    qtbot.mouseClick(pane.view, Qt.MouseButton.LeftButton, pos=at)
    qtbot.waitUntil(
        lambda: session.latent.current is not None and session.latent.current.source == ImageRef(index=index), timeout=_TIMEOUT
    )


def _wheel(view: MapView, at: QPointF, by: int) -> QWheelEvent:
    none = (Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)
    return QWheelEvent(at, view.mapToGlobal(at), QPoint(), QPoint(0, by), *none)


def test_a_click_between_the_points_decodes_the_place_also_when_zoomed_and_moved(qtbot: QtBot, window: MainWindow) -> None:
    pane, session = window.pane(LatentMapPane), window.session
    view = pane.view
    middle = QPointF(view.width() / 2, view.height() / 2)
    before = view.place(QPointF(0, 0))
    QApplication.sendEvent(view, _wheel(view, middle, -240))
    assert view.place(QPointF(0, 0))[0] < before[0]  # farther out
    held = view.place(QPointF(100, 100))
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    for x in (120, 160, 200):
        qtbot.mouseMove(view, QPoint(x, 130))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(200, 130))
    corner = view.area.topRight() + QPoint(-4, 4)
    assert view.point_at(QPointF(corner)) == -1
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=corner)
    drawn = _drawn(window)
    assert session.latent.current is not None
    expected = drawn.centre + np.asarray(view.place(QPointF(corner)), np.float32) @ drawn.axes
    np.testing.assert_allclose(session.latent.current.z, expected, rtol=1e-4, atol=1e-4)
    assert held is not None
    pane.settings.projection.setCurrentIndex(1)
    pane.settings.dims.setText("2,0")
    pane.settings.dims.editingFinished.emit()
    qtbot.waitUntil(lambda: _drawn(window).names == ("z2", "z0"), timeout=_TIMEOUT)
    z = session.latent.current.z.copy()

    def leads_to_its_place() -> bool:
        corner = view.area.topLeft() + QPoint(4, 4)
        place = view.place(QPointF(corner))
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=corner)
        assert session.latent.current is not None
        return np.allclose(session.latent.current.z, [place[1], z[1], place[0], z[3]], rtol=1e-4, atol=1e-4)

    qtbot.waitUntil(leads_to_its_place, timeout=_TIMEOUT)  # the view is fitted to the new plane at its next painting


def test_the_exported_map_is_the_command_lines(qtbot: QtBot, window: MainWindow, tiny_run: Path, tmp_path: Path) -> None:
    pane = window.pane(LatentMapPane)
    pane.settings.colour.setCurrentIndex(1)
    qtbot.waitUntil(lambda: _drawn(window).values is not None, timeout=_TIMEOUT)
    pane.export_to(tmp_path / "window.png")
    qtbot.waitUntil(lambda: "window.png" in window.message_bar.text(), timeout=_TIMEOUT)
    Renderer.of_run(Run(tiny_run)).render(Export(Map(colour="kl"), tmp_path / "engine.png", scale=1))
    with Image.open(tmp_path / "window.png") as one, Image.open(tmp_path / "engine.png") as other:
        assert one.tobytes() == other.tobytes()
    pane.settings.dims.setText("a")
    pane.settings.projection.setCurrentIndex(1)
    assert "write two whole numbers" in window.message_bar.text()


def _ring(view: MapView, x: float, y: float, radius: float) -> list[QPoint]:
    """Places on the widget around a place given as shares of the map's size."""
    turns, area = np.linspace(0, 6.2, 20), view.area
    middle = QPointF(area.x() + x * area.width(), area.y() + y * area.height())
    offsets = radius * area.height() * np.stack([np.cos(turns), np.sin(turns)], 1)
    return [(middle + QPointF(across, down)).toPoint() for across, down in offsets.tolist()]


def _legend(pane: LatentMapPane) -> Legend:
    assert pane._map is not None
    return legend_of(pane._map)


def _drag(qtbot: QtBot, view: QWidget, places: list[QPoint]) -> None:
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=places[0])
    for place in places[1:]:
        qtbot.mouseMove(view, place)
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=places[-1])


def test_two_lassos_lead_to_a_direction_between_them(qtbot: QtBot, window: MainWindow, tiny_run: Path, tmp_path: Path) -> None:
    pane = window.pane(LatentMapPane)
    assert not pane.tools.direction.isEnabled()
    counts = {"a": 0, "b": 0}
    for tool, x in (("a", 0.38), ("b", 0.62)):
        qtbot.mouseClick(pane.tools.tools[tool], Qt.MouseButton.LeftButton)
        _drag(qtbot, pane.view, _ring(pane.view, x, 0.5, 0.3))
        counts[tool] = pane.view.counted(tool)
    assert min(counts.values()) > 2
    qtbot.mouseClick(pane.tools.direction, Qt.MouseButton.LeftButton)
    directions = window.pane(DirectionsPane)
    qtbot.waitUntil(lambda: directions._drawn is not None and directions._drawn.request.lasso is not None, timeout=_TIMEOUT)
    assert directions.isVisible()
    drawn = directions._drawn
    assert drawn is not None
    lasso = drawn.request.lasso
    assert lasso == Lasso(pane.view.lines["a"], pane.view.lines["b"], images=len(_drawn(window).points))
    expected = Renderer.of_run(Run(tiny_run)).render(Direction(None, None, drawn.request.z, lasso=lasso))
    assert isinstance(expected, DrawnDirections)
    assert np.array_equal(drawn.grid.images, expected.grid.images)
    assert expected.counts == (counts["b"], counts["a"])
    assert "From lasso A to lasso B" in directions.caption.text()
    assert directions.scores.texts()[0][2] == f"{expected.counts[0]:,}"
    # The exported walk brings its lassos back.
    directions.export_to(tmp_path / "lasso.png")
    qtbot.waitUntil(lambda: "lasso.png" in window.message_bar.text(), timeout=_TIMEOUT)
    directions.groups.source.setCurrentIndex(0)
    qtbot.waitUntil(lambda: directions._drawn is not None and directions._drawn.request.label is not None, timeout=_TIMEOUT)
    window.session.dropped.take(tmp_path / "lasso.png")
    qtbot.waitUntil(lambda: directions._drawn is not None and directions._drawn.request.lasso == lasso, timeout=_TIMEOUT)
    # Escape on the map takes the lassos away.
    qtbot.keyClick(window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(pane.view, Qt.Key.Key_Escape)
    assert not pane.view.lines
    assert not pane.tools.direction.isEnabled()


def test_a_lasso_without_images_leads_nowhere_and_says_why(qtbot: QtBot, window: MainWindow) -> None:
    pane = window.pane(LatentMapPane)
    qtbot.mouseClick(pane.tools.tools["a"], Qt.MouseButton.LeftButton)
    _drag(qtbot, pane.view, _ring(pane.view, 0.02, 0.03, 0.01))
    assert pane.view.counted("a") == 0
    qtbot.mouseClick(pane.tools.tools["b"], Qt.MouseButton.LeftButton)
    _drag(qtbot, pane.view, _ring(pane.view, 0.5, 0.5, 0.3))
    assert not pane.tools.direction.isEnabled()
    assert pane.tools.direction.toolTip().endswith("Each needs 2: lasso A has 0.")


def test_points_become_images_where_few_are_in_sight(qtbot: QtBot, window: MainWindow) -> None:
    pane, view = window.pane(LatentMapPane), window.pane(LatentMapPane).view
    assert view.near() == ()  # of 359
    index, at = _lonely(window)
    for _ in range(12):
        QApplication.sendEvent(view, _wheel(view, QPointF(at), 120))
    qtbot.waitUntil(lambda: index in view.near(), timeout=_TIMEOUT)
    held_out = load_dataset(window.session.run.subject.config.data).test
    shown = pixels.to_qimage(held_out.pixels[index].movedim(0, -1).numpy())
    assert view._points._images[index] == shown
    qtbot.mouseClick(pane.side.images, Qt.MouseButton.LeftButton, pos=QPoint(8, pane.side.images.height() // 2))
    assert view.near() == ()


def test_clusters_are_named_with_their_counts_and_restored_from_a_picture(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    pane = window.pane(LatentMapPane)
    assert not pane.side.isHidden()
    assert not pane.settings.clusters.isVisible()
    pane.settings.clusters.set_value(4)
    pane.settings.colour.setCurrentIndex(pane.settings.colour.findData("cluster"))
    qtbot.waitUntil(lambda: _drawn(window).colour == "cluster", timeout=_TIMEOUT)
    assert pane.settings.clusters.isVisible()
    rows = _legend(pane).rows
    assert [name for name, _, _ in rows] == [f"cluster {number}" for number in range(1, 5)]
    counts = [count for _, _, count in rows]
    assert counts == sorted(counts, reverse=True)
    assert sum(counts) == len(_drawn(window).points)
    pane.export_to(tmp_path / "clusters.png")
    qtbot.waitUntil(lambda: "clusters.png" in window.message_bar.text(), timeout=_TIMEOUT)
    pane.settings.show_look("kl", False)
    window.session.dropped.take(tmp_path / "clusters.png")
    qtbot.waitUntil(lambda: pane.request() == Map(colour="cluster", clusters=4), timeout=_TIMEOUT)


def test_a_way_of_clicked_corners_becomes_a_strip_that_the_command_line_draws_too(
    qtbot: QtBot, window: MainWindow, tiny_run: Path, tmp_path: Path
) -> None:
    pane, session = window.pane(LatentMapPane), window.session
    view = pane.view
    qtbot.mouseClick(pane.tools.tools["path"], Qt.MouseButton.LeftButton)
    corners = [QPoint(80, 60), QPoint(200, 80), QPoint(220, 180)]
    places = [view.place(QPointF(corner)) for corner in corners]
    for corner in corners:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=corner)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: pane.path.drawn is not None, timeout=_TIMEOUT)
    np.testing.assert_allclose(view.lines["path"], places, rtol=1e-4, atol=1e-5)
    assert pane.path.strip.strip.isVisible()
    pane.path.strip.steps.set_value(7)
    pane.path.strip.steps.value_changed.emit(7)
    qtbot.waitUntil(lambda: pane.path.drawn is not None and len(pane.path.drawn.z) == 7, timeout=_TIMEOUT)
    assert pane.path.drawn is not None
    expected = Renderer.of_run(Run(tiny_run)).render(Walk(view.lines["path"], 7))
    assert isinstance(expected, DrawnWalk)
    assert np.array_equal(pane.path.drawn.grid.images, expected.grid.images)
    qtbot.mouseClick(pane.path.strip.strip, Qt.MouseButton.LeftButton, pos=pane.path.strip.strip.cell_rect(0, 6).center())
    assert session.latent.current is not None
    np.testing.assert_allclose(
        session.latent.current.z, expected.z[6], rtol=1e-5, atol=1e-6
    )  # another thread may round another way
    pane.path.export_to(tmp_path / "way.png")
    qtbot.waitUntil(lambda: "way.png" in window.message_bar.text(), timeout=_TIMEOUT)
    line = view.lines["path"]
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert not pane.path.isVisible()
    session.dropped.take(tmp_path / "way.png")
    qtbot.waitUntil(lambda: pane.path.drawn is not None, timeout=_TIMEOUT)
    assert view.lines["path"] == line


def test_attributes_colour_the_map_and_all_images_come_bit_by_bit(
    qtbot: QtBot, window: MainWindow, tiny_run: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """2,000 images with an attribute, of which the first 1,024 are there at once."""
    of_run = load_dataset(Run(tiny_run).config.data)
    many = torch.arange(2000) % len(of_run.test)
    bright = of_run.test.batch(many).mean((1, 2, 3)).numpy()
    attributes = Attributes(("bold",), (bright > np.median(bright))[:, None].astype(np.float32))
    held_out = ImageStore(of_run.test.pixels[many], of_run.test.labels[many], tuple("abcdefghij"), attributes)
    monkeypatch.setattr("latentlab.explore.renderer.open_images", lambda *_: RunImages(replace(of_run, test=held_out), ""))
    monkeypatch.setattr("latentlab.explore.held_out_means._SLICE", 0)
    pane, session = window.pane(LatentMapPane), window.session
    shown = []
    show = pane.view.set_points
    monkeypatch.setattr(pane.view, "set_points", lambda points, colours: (shown.append(len(points)), show(points, colours)))
    session.runs.open(tiny_run)
    qtbot.waitUntil(lambda: bool(shown) and shown[-1] == 2000, timeout=_TIMEOUT)
    assert next(count for count in shown if count) == 1024
    assert not pane.caption.text()  # the title says how many there are
    assert _legend(pane).rows[-1][0] == "j"
    pane.settings.colour.setFocus()
    while pane.settings.colour.currentData() != "bold":
        row = pane.settings.colour.currentIndex()
        qtbot.keyClick(pane.settings.colour, Qt.Key.Key_Down)
        assert pane.settings.colour.currentIndex() == row + 1
    qtbot.waitUntil(
        lambda: len(_drawn(window).points) == 2000 and [row[0] for row in _legend(pane).rows] == ["absent", "present"],
        timeout=_TIMEOUT,
    )
    coloured = map_colours(_drawn(window), dark=False)
    assert np.array_equal(coloured, attribute_colours(attributes.values[:, 0]))
    # From elsewhere: a pointer that an earlier test left at the place makes no move.
    qtbot.mouseMove(pane.view, QPoint(2, 2))
    qtbot.mouseMove(pane.view, _lonely(window)[1])
    qtbot.waitUntil(lambda: pane.side.thumbnail.image() is not None, timeout=_TIMEOUT)
    qtbot.mouseClick(pane.settings.holes, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "of the prior in this plane" in pane.caption.text(), timeout=_TIMEOUT)


def _choose_umap(qtbot: QtBot, pane: LatentMapPane) -> None:
    pane.settings.projection.setFocus()
    qtbot.keyClick(pane.settings.projection, Qt.Key.Key_End)
    assert pane.settings.projection.currentData() == "umap"


@pytest.fixture
def with_umap(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> threading.Event:
    """UMAP's stand-in: the first two dimensions turned; it waits for the event."""
    go = threading.Event()

    def fit(means: Vector) -> Vector:
        assert go.wait(60)
        return np.stack([means[:, 1] * 3, -means[:, 0]], 1)

    monkeypatch.setattr(umap_layout, "has_umap", lambda: True)
    monkeypatch.setattr("latentlab.gui.widgets.map_settings.has_umap", lambda: True)
    monkeypatch.setattr(umap_layout, "fit_umap", fit)
    request.getfixturevalue("window")
    return go


def test_umap_is_offered_only_where_it_is_installed(qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    for there in (True, False):
        monkeypatch.setattr("latentlab.gui.widgets.map_settings.has_umap", lambda there=there: there)
        pane = LatentMapPane(window.session)
        qtbot.addWidget(pane)
        row = pane.settings.projection.findData("umap")
        assert (
            bool(
                pane.settings.projection.model().flags(pane.settings.projection.model().index(row, 0))
                & Qt.ItemFlag.ItemIsEnabled
            )
            is there
        )
        assert pane.settings.projection.itemText(row) == ("UMAP" if there else "UMAP · needs umap-learn")


def test_sliders_go_on_while_umap_is_fitted_and_a_click_decodes_the_weighted_mean(
    qtbot: QtBot, with_umap: threading.Event, window: MainWindow, tiny_run: Path, tmp_path: Path
) -> None:
    pane, session = window.pane(LatentMapPane), window.session
    _choose_umap(qtbot, pane)
    assert pane._map is None
    with qtbot.waitSignal(session.latent.picture_changed, timeout=_TIMEOUT):
        session.latent.set_z(0, 1.25)
    assert pane._map is None  # the fit is still under way
    with_umap.set()
    qtbot.waitUntil(lambda: pane._map is not None, timeout=_TIMEOUT)
    drawn = _drawn(window)
    assert drawn.means is not None
    np.testing.assert_allclose(drawn.points[:, 0], drawn.means[:, 1] * 3)
    assert "distances between far clusters mean little" in pane.caption.text()
    assert not pane.settings.holes.isEnabled()
    assert pane.side.refit.isHidden()
    corner = pane.view.area.topRight() + QPoint(-4, 4)
    qtbot.mouseClick(pane.view, Qt.MouseButton.LeftButton, pos=corner)
    assert session.latent.current is not None
    at = np.array([pane.view.place(QPointF(corner))], np.float32)
    np.testing.assert_allclose(session.latent.current.z, weighted_mean(at, drawn.points, drawn.means)[0], rtol=1e-5)
    index, place = _lonely(window)
    qtbot.mouseClick(pane.view, Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(
        lambda: session.latent.current is not None and session.latent.current.source == ImageRef(index=index), timeout=_TIMEOUT
    )
    assert pane.view._mark == pytest.approx(drawn.points[index].tolist(), rel=1e-3)
    # The exported map is the command line's, and brings the projection back.
    pane.export_to(tmp_path / "umap.png")
    qtbot.waitUntil(lambda: "umap.png" in window.message_bar.text(), timeout=_TIMEOUT)
    Renderer.of_run(Run(tiny_run)).render(Export(Map("umap"), tmp_path / "engine.png", scale=1))
    with Image.open(tmp_path / "umap.png") as one, Image.open(tmp_path / "engine.png") as other:
        assert one.tobytes() == other.tobytes()
    qtbot.keyClick(pane.settings.projection, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: pane._map is not None and pane._map.means is None, timeout=_TIMEOUT)
    assert pane.settings.holes.isEnabled()
    session.dropped.take(tmp_path / "umap.png")
    qtbot.waitUntil(lambda: pane._map is not None and pane._map.means is not None, timeout=_TIMEOUT)


def test_an_embedding_stays_while_newer_weights_come_until_it_is_refitted(
    qtbot: QtBot, with_umap: threading.Event, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    pane, session = window.pane(LatentMapPane), window.session
    with_umap.set()
    _choose_umap(qtbot, pane)
    qtbot.waitUntil(lambda: pane._map is not None, timeout=_TIMEOUT)
    step = _drawn(window).step
    renderer = session._rendering._renderer
    assert renderer is not None
    state = {name: value.clone() for name, value in renderer.model.state_dict().items()}
    with monkeypatch.context() as training:
        training.setattr(session.run, "state", State.RUNNING)
        with qtbot.waitSignal(session.views.gallery_changed, timeout=_TIMEOUT):
            session._rendering.load(Snapshot(step + 1, state))
        assert session.views.shown_step == step + 1
        assert _drawn(window).step == step
        assert f"fitted to step {step:,} (it follows when training pauses)" in pane.caption.text()
        assert pane.side.refit.isVisible()
        qtbot.mouseClick(pane.tools.tools["path"], Qt.MouseButton.LeftButton)
        _drag(qtbot, pane.view, _ring(pane.view, 0.5, 0.5, 0.3))
        assert "pause training" in window.message_bar.text()
        qtbot.mouseClick(pane.side.refit, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: _drawn(window).step == step + 1, timeout=_TIMEOUT)
    assert pane.side.refit.isHidden()
    assert not pane.view.lines
