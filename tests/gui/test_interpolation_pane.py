"""The workspace of interpolations, driven as a user drives it."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from latentlab.explore.renderer import Renderer
from latentlab.explore.requests.commands import Export
from latentlab.explore.requests.interpolation import Corners, DrawnCorners, DrawnInterpolation, Interpolate
from latentlab.explore.requests.values import ImageRef
from latentlab.gui import theme
from latentlab.gui.main_window import MainWindow
from latentlab.gui.panes.interpolation import InterpolationPane
from latentlab.gui.panes.latent import LatentPane
from latentlab.gui.widgets.export_dialog import ExportDialog
from latentlab.runs import Run

_TIMEOUT = 60_000


@pytest.fixture
def window(qtbot: QtBot, opened: MainWindow) -> MainWindow:
    """In the workspace that this is about."""
    window = opened
    qtbot.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.pane(InterpolationPane).a.view.image() is not None, timeout=_TIMEOUT)
    return window


def _drawn(window: MainWindow) -> DrawnInterpolation:
    drawn = window.pane(InterpolationPane)._drawn
    assert isinstance(drawn, DrawnInterpolation)
    return drawn


def test_the_way_is_walked_with_keys_and_clicks_and_is_the_current_z(qtbot: QtBot, window: MainWindow) -> None:
    pane, session = window.pane(InterpolationPane), window.session
    assert session.latent.current is not None
    before = _drawn(window)
    assert before.grid.images.shape[:2] == (2, 9)
    # It begins half way between images of two labels.
    assert before.labels[0] != before.labels[1]
    assert pane.player.place() == 4
    assert np.array_equal(pane.place.image(), before.grid.images[0, 4])
    pane.player.scrubber.setFocus()
    qtbot.keyClick(pane.player.scrubber, Qt.Key.Key_Left)
    qtbot.keyClick(pane.player.scrubber, Qt.Key.Key_Left)
    assert np.array_equal(pane.place.image(), before.grid.images[0, 2])
    # The plot and the slider are over the pictures of their places.
    assert pane.densities.position(2, 0.0).x() == pytest.approx(pane.grid.cell_rect(0, 2).center().x(), abs=1.5)
    assert np.array_equal(session.latent.current.z, before.z[0, 2])
    shown = lambda: window.pane(LatentPane).decoded.image()  # noqa: E731
    qtbot.waitUntil(lambda: shown() is not None and np.array_equal(shown(), before.grid.images[0, 2]), timeout=_TIMEOUT)
    assert "α = 0.25" in pane.place.accessibleDescription()
    cell = pane.grid.cell_rect(1, 6).center()
    qtbot.mouseClick(pane.grid, Qt.MouseButton.LeftButton, pos=cell)
    assert np.array_equal(session.latent.current.z, before.z[1, 6])


def test_another_pair_another_number_and_a_dropped_file_are_new_ways(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    pane = window.pane(InterpolationPane)
    first = _drawn(window)
    pane.a.number.setFocus()
    pane.a.number.selectAll()
    qtbot.keyClicks(pane.a.number, "7")
    qtbot.keyClick(pane.a.number, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _drawn(window) is not first, timeout=_TIMEOUT)
    assert pane.request().a == ImageRef(index=7)
    Image.fromarray(np.full((50, 40, 3), 200, np.uint8)).save(tmp_path / "mine.png")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "mine.png"))])
    second = _drawn(window)
    drop = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    pane.b.dropEvent(drop)
    qtbot.waitUntil(lambda: _drawn(window) is not second, timeout=_TIMEOUT)
    assert pane.request().b == ImageRef(path=tmp_path / "mine.png", crop_and_scale=True)
    assert _drawn(window).ends[1].mean() == 200
    third = _drawn(window)
    qtbot.mouseClick(pane.settings.pair, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: _drawn(window) is not third, timeout=_TIMEOUT)
    pane.a.choose(ImageRef(path=tmp_path / "gone.png"))
    qtbot.waitUntil(lambda: "there is no such file" in window.message_bar.text(), timeout=_TIMEOUT)
    assert pane.grid.picture() is not None  # the last good pictures stay


def test_what_is_exported_is_what_the_command_line_draws(
    qtbot: QtBot, window: MainWindow, tiny_run: Path, tmp_path: Path
) -> None:
    pane = window.pane(InterpolationPane)
    qtbot.mouseClick(pane.settings.samples, Qt.MouseButton.LeftButton, pos=QPoint(8, pane.settings.samples.height() // 2))
    assert pane.settings.samples.isChecked()
    pane.export_to(tmp_path / "window.png")
    qtbot.waitUntil(lambda: "window.png" in window.message_bar.text(), timeout=_TIMEOUT)
    request = Interpolate(pane.a.source, pane.b.source, 9, ("lerp", "slerp"), 0)
    Renderer.of_run(Run(tiny_run)).render(Export(request, tmp_path / "engine.png"))
    with Image.open(tmp_path / "window.png") as one, Image.open(tmp_path / "engine.png") as other:
        assert one.tobytes() == other.tobytes()
        assert "--path lerp+slerp --seed 0" in one.text["command"]
        command = one.text["command"]
    copy = next(button for button in window.message_bar.findChildren(QPushButton) if "command line" in button.text())
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == command


def test_play_walks_to_and_fro_until_a_hand_takes_over(qtbot: QtBot, window: MainWindow) -> None:
    pane = window.pane(InterpolationPane)
    pane.player.clock.setInterval(1)
    pane.player.scrubber.setValue(6)
    places: list[int] = []
    pane.player.scrubber.valueChanged.connect(places.append)
    pane.player.play.setFocus()
    qtbot.keyClick(pane.player.play, Qt.Key.Key_P)
    qtbot.waitUntil(lambda: len(places) > 20, timeout=_TIMEOUT)
    assert places[:12] == [7, 8, 7, 6, 5, 4, 3, 2, 1, 0, 1, 2]
    assert window.session.latent.current is not None
    assert np.array_equal(window.session.latent.current.z, _drawn(window).z[0, pane.player.scrubber.value()])
    for hand in (
        lambda: qtbot.keyClick(pane.player.scrubber, Qt.Key.Key_Right),
        lambda: qtbot.mouseClick(pane.grid, Qt.MouseButton.LeftButton, pos=pane.grid.cell_rect(1, 4).center()),
        lambda: qtbot.mouseClick(pane.densities, Qt.MouseButton.LeftButton, pos=pane.densities.rect().center()),
        lambda: qtbot.mouseClick(pane.player.play, Qt.MouseButton.LeftButton),
        lambda: window.show_workspace("explore"),
    ):
        if not pane.player.play.isChecked():
            qtbot.mouseClick(pane.player.play, Qt.MouseButton.LeftButton)
        assert pane.player.clock.isActive()
        hand()
        assert not pane.player.clock.isActive()
        assert not pane.player.play.isChecked()


def test_the_densities_along_the_way_are_drawn_where_they_are_and_can_be_walked(qtbot: QtBot, window: MainWindow) -> None:
    pane, drawn = window.pane(InterpolationPane), _drawn(window)
    plot = pane.densities
    everything = np.concatenate([drawn.log_aggregate.ravel(), drawn.log_prior.ravel()])
    heights = [plot.position(0, float(value)).y() for value in everything]
    assert np.allclose(
        np.polyfit(everything, heights, 1)[0] * (everything.max() - everything.min()), min(heights) - max(heights)
    )
    assert 0 < min(heights) < max(heights) < plot.height()
    blue = theme.quantity_colour("posterior_x").rgb()
    at = plot.position(8, float(drawn.log_aggregate[1, 8])).toPoint()
    qtbot.mouseClick(pane.grid, Qt.MouseButton.LeftButton, pos=pane.grid.cell_rect(1, 8).center())
    assert plot.grab().toImage().pixel(at.x(), at.y()) == blue
    # A click on the plot goes there on the same row, and so do the scrubber's keys.
    place = plot.position(2, float(drawn.log_prior[0, 2])).toPoint()
    qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=place)
    assert window.session.latent.current is not None
    assert np.array_equal(window.session.latent.current.z, drawn.z[1, 2])
    assert pane.player.scrubber.value() == 2
    qtbot.keyClick(pane.player.scrubber, Qt.Key.Key_Left)
    assert np.array_equal(window.session.latent.current.z, drawn.z[1, 1])
    assert "slerp, α = 0.125 ·" in pane.place.accessibleDescription()
    beyond = QPoint(plot.width() - 1, 40)
    qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=beyond)
    assert pane.player.scrubber.value() == 8


def test_the_plane_between_four_images_is_a_mode_with_a_well_in_each_corner(
    qtbot: QtBot, window: MainWindow, tiny_run: Path, tmp_path: Path, ask_export: Callable[[QPushButton], ExportDialog]
) -> None:
    pane = window.pane(InterpolationPane)
    assert not pane.c.isVisible()
    pane.settings.mode.setFocus()
    qtbot.keyClick(pane.settings.mode, Qt.Key.Key_Down)
    assert pane.c.isVisible()
    assert pane.d.isVisible()
    assert not pane.player.scrubber.isVisible()
    qtbot.waitUntil(lambda: isinstance(pane._drawn, DrawnCorners), timeout=_TIMEOUT)
    drawn = pane._drawn
    assert isinstance(drawn, DrawnCorners)
    assert drawn.z.shape[:2] == (5, 5)
    centres = [well.geometry().center() for well in pane.wells]
    middle = pane.grid.geometry().center()
    for centre, (right, down) in zip(centres, ((0, 0), (1, 0), (0, 1), (1, 1)), strict=True):
        assert (centre.x() > middle.x(), centre.y() > middle.y()) == (bool(right), bool(down))
    for well, image in zip(pane.wells, drawn.ends, strict=True):
        assert np.array_equal(well.view.image(), image)
    qtbot.mouseClick(pane.grid, Qt.MouseButton.LeftButton, pos=pane.grid.cell_rect(3, 1).center())
    assert window.session.latent.current is not None
    assert np.array_equal(window.session.latent.current.z, drawn.z[3, 1])
    others = [well.source.index for well in pane.wells[:3]]
    assert len(set(drawn.labels)) == 4
    pane.d.number.setFocus()
    pane.d.number.selectAll()
    qtbot.keyClicks(pane.d.number, "17")
    qtbot.keyClick(pane.d.number, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: pane._drawn is not drawn, timeout=_TIMEOUT)
    request = pane.request()
    assert request == Corners(*(ImageRef(index=index) for index in (*others, 17)), 5)

    dialog = ask_export(pane.export)
    assert dialog.name.text() == "corners.png"
    qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    path = tiny_run / "exports" / "corners.png"
    qtbot.waitUntil(lambda: str(path) in window.message_bar.text(), timeout=_TIMEOUT)
    Renderer.of_run(Run(tiny_run)).render(Export(request, tmp_path / "engine.png"))
    with Image.open(path) as one, Image.open(tmp_path / "engine.png") as other:
        assert one.tobytes() == other.tobytes()
    qtbot.keyClick(pane.settings.mode, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: isinstance(pane._drawn, DrawnInterpolation), timeout=_TIMEOUT)
    assert not pane.c.isVisible()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    window.dropEvent(
        QDropEvent(
            QPointF(500, 400),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    qtbot.waitUntil(lambda: pane.request() == request, timeout=_TIMEOUT)
    qtbot.waitUntil(lambda: isinstance(pane._drawn, DrawnCorners), timeout=_TIMEOUT)


def test_neither_mode_needs_more_room_than_the_smallest_window_has(qtbot: QtBot, window: MainWindow) -> None:
    pane = window.pane(InterpolationPane)
    for _ in range(2):
        qtbot.mouseClick(pane.settings.pair, Qt.MouseButton.LeftButton)
        assert pane.minimumSizeHint().width() <= 1280 - 348 - 116
        assert pane.minimumSizeHint().height() <= 660
        pane.settings.mode.setCurrentIndex(1 - pane.settings.mode.currentIndex())
        qtbot.waitUntil(lambda: pane._drawn is not None, timeout=_TIMEOUT)
        assert window.pane(LatentPane).geometry().width() >= window.pane(LatentPane).minimumSizeHint().width()
