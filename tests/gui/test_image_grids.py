"""Grids of images, scrolled, enlarged and read as a user does."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from latentlab.gui import theme
from latentlab.gui.widgets.cell_size import CellSize
from latentlab.gui.widgets.grid_layout import CELL_SIDES, COMFORTABLE
from latentlab.gui.widgets.image_grid import ImageGrid

_CTRL, _SHIFT, _NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier

ShowGrid = Callable[..., ImageGrid]


@pytest.fixture
def show_grid(qtbot: QtBot, qapp: QApplication) -> ShowGrid:
    """Shows a grid of so many rows and columns, whose images have brightnesses of their own."""
    theme.apply_theme(qapp, "light")

    def show(rows: int = 16, columns: int = 9, image: int = 64, width: int = 500, height: int = 540) -> ImageGrid:
        grid = ImageGrid(least=COMFORTABLE)
        qtbot.addWidget(grid)
        grid.resize(width, height)
        grid.show()
        qtbot.waitExposed(grid)
        brightness = np.linspace(30, 220, rows * columns).astype(np.uint8).reshape(rows, columns)
        images = np.broadcast_to(brightness[..., None, None, None], (rows, columns, image, image, 1))
        labels = [f"z{row}  {row / 10:.2f} nats" for row in range(rows)]
        grid.set_grid(np.ascontiguousarray(images), labels, [f"{place:+d}" for place in range(columns)])
        return grid

    return show


def _turn(grid: ImageGrid, notches: float, keys: Qt.KeyboardModifier = _NONE, at: QPoint | None = None) -> None:
    place = QPointF(at or grid.rect().center())
    wheel = QWheelEvent(
        place,
        QPointF(grid.mapToGlobal(place.toPoint())),
        QPoint(),
        QPoint(0, round(120 * notches)),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(grid, wheel)


def _part(grid: ImageGrid, area: QRect) -> QImage:
    return grid.grab(area).toImage()


def test_many_faces_keep_a_size_that_can_be_judged(show_grid: ShowGrid) -> None:
    grid = show_grid()
    assert grid.side() == COMFORTABLE
    wide = show_grid(width=900)
    assert 64 < wide.side() <= 128  # since it scrolls anyway, they take the width, up to twice their pixels
    assert wide.cell_rect(0, 8).right() <= wide.width()
    assert wide.height() / wide.side() > 5  # and enough rows are in sight
    few = show_grid(rows=3, columns=3)
    assert few.side() > 120
    assert few.rect().contains(few.cell_rect(2, 2))


def test_images_of_few_pixels_are_all_seen_while_that_leaves_them_large_enough(show_grid: ShowGrid) -> None:
    grid = show_grid(rows=10, image=32, width=560)
    assert 48 <= grid.side() < COMFORTABLE
    assert grid.rect().contains(grid.cell_rect(9, 8))


def test_labels_stay_in_sight_where_the_images_are_scrolled(show_grid: ShowGrid) -> None:
    grid = show_grid()
    first = grid.cell_rect(0, 0)
    names, steps = QRect(0, first.y(), first.x() - 4, 400), QRect(first.x(), 0, 300, first.y() - 2)
    names_before, steps_before = _part(grid, names), _part(grid, steps)
    _turn(grid, -2)
    assert grid.cell_rect(0, 0).y() == first.y() - 2 * (COMFORTABLE + 1)  # an image and its gutter, to whole thirds
    assert _part(grid, steps) == steps_before
    assert _part(grid, names) != names_before
    _turn(grid, 2)
    assert _part(grid, names) == names_before
    _turn(grid, -1, _SHIFT)
    assert grid.cell_rect(0, 0).x() < first.x()
    assert _part(grid, names) == names_before
    assert _part(grid, steps) != steps_before


def test_ctrl_and_the_wheel_enlarge_what_is_under_the_pointer(qtbot: QtBot, show_grid: ShowGrid) -> None:
    grid = show_grid()
    at = grid.cell_rect(3, 2).center()
    with qtbot.waitSignal(grid.side_wanted) as told:
        _turn(grid, 3, _CTRL, at)
    assert told.args == [80]
    assert grid.side() == 80
    assert grid.cell_rect(3, 2).contains(at)
    _turn(grid, -0.5, _CTRL, at)
    assert grid.side() == 80  # a touchpad turns by parts of a notch
    _turn(grid, -0.5, _CTRL, at)
    assert grid.side() == 72
    for _ in range(30):
        _turn(grid, 1, _CTRL, at)
    assert grid.side() == CELL_SIDES[-1]
    assert [action.text() for action in grid.build_menu().actions()][-1] == "Fit images to the room"
    grid.build_menu().actions()[-1].trigger()
    assert grid.side() == COMFORTABLE


def test_the_slider_sets_the_size_and_follows_the_wheel(qtbot: QtBot, show_grid: ShowGrid) -> None:
    grid = show_grid()
    control = CellSize(grid)
    qtbot.addWidget(control)
    control.show()
    assert control.fit.isChecked()
    assert CELL_SIDES[control.slider.value()] == COMFORTABLE
    control.slider.setFocus()
    qtbot.keyClick(control.slider, Qt.Key.Key_End)
    assert grid.side() == CELL_SIDES[-1]
    assert not control.fit.isChecked()
    _turn(grid, -1, _CTRL)
    assert CELL_SIDES[control.slider.value()] == CELL_SIDES[-2]
    qtbot.mouseClick(control.fit, Qt.MouseButton.LeftButton)
    assert grid.side() == COMFORTABLE
    assert control.fit.isChecked()
    qtbot.mouseClick(control.fit, Qt.MouseButton.LeftButton)
    assert control.fit.isChecked()


def test_the_keys_go_on_to_images_that_are_out_of_sight(qtbot: QtBot, show_grid: ShowGrid) -> None:
    grid = show_grid()
    grid.setFocus()
    for _ in range(16):
        qtbot.keyClick(grid, Qt.Key.Key_Down)
    assert grid.highlight() == (15, 0)
    assert grid.rect().contains(grid.cell_rect(15, 0))
    with qtbot.waitSignal(grid.cell_clicked) as told:
        qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=grid.cell_rect(14, 3).center())
    assert told.args == [(14, 3)]


def test_a_click_on_a_label_over_a_hidden_image_is_none(qtbot: QtBot, show_grid: ShowGrid) -> None:
    grid = show_grid()
    _turn(grid, -1, _SHIFT)
    with qtbot.assertNotEmitted(grid.cell_clicked):
        qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=QPoint(20, grid.cell_rect(2, 0).center().y()))


def test_what_is_out_of_sight_is_copied_too(qtbot: QtBot, show_grid: ShowGrid) -> None:
    grid = show_grid()
    grid.setFocus()
    qtbot.keyClick(grid, Qt.Key.Key_C, _CTRL)
    copied = QGuiApplication.clipboard().image()
    assert copied.width() > 2 * 9 * COMFORTABLE > 2 * grid.width()
    assert copied.height() > 2 * 16 * COMFORTABLE
    right, below = copied.width() - COMFORTABLE, copied.height() - COMFORTABLE
    assert copied.pixelColor(right, below) == QColor(220, 220, 220)  # the last image of the last row
    assert grid.side() == COMFORTABLE


def test_pixels_are_squares_at_whole_multiples_to_the_second_and_smoothed_beyond(show_grid: ShowGrid) -> None:
    grid = show_grid(rows=1, columns=1, image=32)
    checks = np.indices((32, 32)).sum(0) % 2 * 255
    grid.set_grid(checks.astype(np.uint8)[None, None, :, :, None])

    def colours() -> set[int]:
        shown = _part(grid, grid.cell_rect(0, 0).adjusted(8, 8, -8, -8))
        return {shown.pixelColor(x, y).value() for x in range(shown.width()) for y in range(shown.height())}

    grid.set_side(64)
    assert colours() == {0, 255}
    for side in (80, 256, 48, 24):
        grid.set_side(side)
        assert len(colours()) > 2


def test_a_place_is_marked_by_a_frame_or_between_images(show_grid: ShowGrid) -> None:
    grid = show_grid(rows=3, columns=3)
    accent = theme.accent(grid.palette())
    left, middle = grid.cell_rect(0, 0), grid.cell_rect(1, 1)
    between = QPoint((left.center().x() + middle.center().x()) // 2, left.center().y())
    grid.set_marks([(1, 1.0), (2, 0.5)])
    shown = grid.grab().toImage()
    assert shown.pixelColor(middle.topLeft() - QPoint(1, -9)) == accent
    assert shown.pixelColor(between) != accent
    assert shown.pixelColor(between.x(), grid.cell_rect(2, 0).center().y()) == accent


def test_a_picture_of_something_else_than_is_asked_for_is_dimmed(show_grid: ShowGrid) -> None:
    grid = show_grid(rows=2, columns=2)
    dark = grid.cell_rect(0, 0).center()
    before = grid.grab().toImage().pixelColor(dark)
    grid.set_stale(True)
    assert grid.grab().toImage().pixelColor(dark).value() > before.value() + 100
    grid.set_stale(False)
    assert grid.grab().toImage().pixelColor(dark) == before
