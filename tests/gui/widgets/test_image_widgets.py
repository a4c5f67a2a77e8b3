"""Images, rows and grids of them, with mouse and menu."""

import base64
import io
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QContextMenuEvent
from PySide6.QtWidgets import QApplication

from latentlab.gui import theme
from latentlab.gui.widgets.image_grid import ImageGrid
from latentlab.gui.widgets.image_view import ImageView
from tests.gui.widgets.acting import NO_KEYBOARD_TO_GRAB, choose_from_menu, pixel


def test_an_image_is_centred_with_square_pixels(shown):
    view = shown(ImageView(), 200, 220)
    image = np.zeros((32, 32), np.uint8)
    image[0, 0] = 255
    view.set_image(image)
    view.set_caption("decoded · step 12,300")
    rect = view.image_rect()
    assert rect.size() == QSize(192, 192)
    assert abs(rect.center().x() - 100) <= 1
    shot = view.grab().toImage()
    assert shot.pixelColor(rect.topLeft() + QPoint(5, 5)) == QColor("white")
    assert shot.pixelColor(rect.topLeft() + QPoint(6, 5)) == QColor("black")
    assert np.array_equal(view.image(), image)


def test_an_empty_view_says_so_and_has_no_menu(shown):
    view = shown(ImageView())
    view.set_image(np.zeros((8, 8, 3), np.uint8))
    view.set_image(None)
    assert view.image() is None
    before = view.grab().toImage()
    view.set_empty_text("Press Train to see an image")
    assert view.grab().toImage() != before
    point = view.rect().center()
    QApplication.sendEvent(view, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, view.mapToGlobal(point)))
    assert QApplication.activePopupWidget() is None


@NO_KEYBOARD_TO_GRAB
def test_an_image_can_be_copied_and_exported(qtbot, shown):
    view = shown(ImageView())
    view.set_image(np.full((16, 16), 77, np.uint8))
    choose_from_menu(qtbot, view, "Copy")
    copied = QApplication.clipboard().image()
    assert copied.size() == QSize(16, 16)
    assert copied.pixelColor(3, 3).red() == 77
    with qtbot.waitSignal(view.export_requested) as told:
        choose_from_menu(qtbot, view, "Export…")
    assert told.args[0].picture().size() == QSize(16, 16)
    drawing = ElementTree.fromstring(view.figure(".svg", 40))
    assert drawing.get("width") == "40mm"
    (image,) = drawing.iter("{http://www.w3.org/2000/svg}image")
    pixels = Image.open(io.BytesIO(base64.b64decode(image.get("{http://www.w3.org/1999/xlink}href").partition(",")[2])))
    assert (pixels.size, pixels.getextrema()) == ((16, 16), (77, 77))


def test_a_grid_fits_tells_clicks_and_marks_a_cell(qtbot, shown):
    grid = shown(ImageGrid(), 500, 300)
    images = np.zeros((3, 9, 28, 28, 3), np.uint8)
    images[2, 8] = 255
    grid.set_grid(images, ["z00", "z01", "z02"], [f"{value:+d}" for value in range(-4, 5)])
    last = grid.cell_rect(2, 8)
    assert grid.rect().contains(last)
    assert pixel(grid, last.center()) == QColor("white")
    with qtbot.waitSignal(grid.cell_clicked) as told:
        qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=grid.cell_rect(1, 4).center())
    assert told.args == [(1, 4)]
    grid.set_highlight((1, 4))
    edge = grid.cell_rect(1, 4).topLeft() - QPoint(1, -5)
    assert pixel(grid, edge) == theme.accent(grid.palette())
    grid.setFocus()
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    qtbot.keyClick(grid, Qt.Key.Key_Down)
    qtbot.keyClick(grid, Qt.Key.Key_Down)
    assert grid.highlight() == (2, 5)
    with qtbot.waitSignal(grid.cell_clicked) as told:
        qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert told.args == [(2, 5)]
    grid.set_grid(images[:1, :2])
    assert grid.highlight() is None


def test_a_grid_outlines_the_cell_under_the_pointer(qtbot, shown):
    grid = shown(ImageGrid(), 500, 300)
    grid.set_grid(np.zeros((2, 2, 28, 28, 1), np.uint8))
    edge = grid.cell_rect(0, 1).topLeft() - QPoint(1, -5)
    before = pixel(grid, edge)
    qtbot.mouseMove(grid, grid.cell_rect(0, 1).center())
    qtbot.waitUntil(lambda: pixel(grid, edge) != before)
    assert pixel(grid, edge) == theme.accent(grid.palette())


def test_grid_labels_must_match(shown):
    with pytest.raises(ValueError, match="2 labels for 3"):
        ImageGrid().set_grid(np.zeros((3, 2, 8, 8, 1), np.uint8), ["a", "b"])
