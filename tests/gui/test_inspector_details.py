"""Small things of the sliders and the strip of pictures beside them."""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from latentlab.gui import theme
from latentlab.gui.appearance import TEXT_SIZES, scale_text
from latentlab.gui.widgets.history_strip import PictureStrip
from latentlab.gui.widgets.latent_sliders import LatentSliders, SliderValues
from latentlab.gui.widgets.marked_slider import MarkedSlider


@pytest.fixture
def sliders(qtbot: QtBot, qapp: QApplication) -> Iterator[LatentSliders]:
    """Of ten dimensions at 0; the size of text is as it was afterwards."""
    theme.apply_theme(qapp, "light")
    made, zeros = LatentSliders(), np.zeros(10)
    qtbot.addWidget(made)
    made.resize(340, 240)
    made.start_afresh(10)
    made.set_values(SliderValues(zeros, zeros, zeros + 3.0, measure=zeros + 1.0))
    made.show()
    qtbot.waitExposed(made)
    yield made
    scale_text(qapp, TEXT_SIZES["Normal"])


def test_rows_and_their_values_have_room_at_every_size_of_text(
    qtbot: QtBot, qapp: QApplication, sliders: LatentSliders
) -> None:
    for size in ("Very large", "Small", "Very large"):
        scale_text(qapp, TEXT_SIZES[size])
        rows = sliders.rows()
        qtbot.waitUntil(lambda rows=rows: rows[0].height() >= rows[0].sizeHint().height())  # type: ignore[misc]
        for above, below in pairwise(rows):
            assert not above.geometry().intersects(below.geometry())
        box = rows[0]._box
        widest = QFontMetrics(theme.tabular(theme.body_font())).horizontalAdvance("−20.00")
        assert box.width() >= widest + 16  # with the frame and what lies inside it


def test_a_row_that_grows_pushes_the_next_one_down(qtbot: QtBot, sliders: LatentSliders) -> None:
    before = sliders.rows()[1].y()
    for row in sliders.list.made():
        row._box.setMinimumHeight(60)
    qtbot.waitUntil(lambda: sliders.rows()[1].y() >= 60 > before)


def test_the_focus_on_a_slider_is_one_ring(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply_theme(qapp, "light")
    holder = QWidget()
    slider = MarkedSlider(holder)
    qtbot.addWidget(holder)
    slider.resize(200, 24)
    holder.show()
    qtbot.waitActive(holder)
    slider.setValue(800)
    slider.clearFocus()
    ring = QPoint(7 + round(0.8 * 186) + 8, 11)  # just outside the handle
    before = slider.grab().toImage()
    slider.setFocus()
    qtbot.waitUntil(slider.hasFocus)
    assert slider.grab().toImage() != before
    assert slider.grab().toImage().pixelColor(ring) == before.pixelColor(ring)


def test_a_z_that_was_not_drawn_has_no_place_in_the_strip(qtbot: QtBot) -> None:
    strip = PictureStrip()
    qtbot.addWidget(strip)
    strip.resize(300, 36)
    strip.show()
    qtbot.waitExposed(strip)
    picture = np.zeros((8, 8, 1), np.uint8)
    strip.set_pictures([picture, None, None, picture], 3)
    assert strip.rect_of(3).x() - strip.rect_of(0).x() == 36
    with qtbot.waitSignal(strip.chosen) as told:
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip.rect_of(3).center())
    assert told.args == [3]
    with qtbot.assertNotEmitted(strip.chosen):
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip.rect_of(3).center() + QPoint(36, 0))
    strip.setFocus()
    qtbot.keyClick(strip, Qt.Key.Key_Left)
    with qtbot.waitSignal(strip.chosen) as told:
        qtbot.keyClick(strip, Qt.Key.Key_Return)
    assert told.args == [0]
    strip.set_pictures([picture, None], 1)  # the current one is still being drawn
    strip.grab()
    strip.set_pictures([None], 0)
    strip.grab()
