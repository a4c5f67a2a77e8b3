"""The slider of a latent dimension, with mouse and keys."""

import pytest
from PySide6.QtCore import QPoint, Qt

from latentlab.gui import theme
from latentlab.gui.widgets.latent_slider import LatentSlider
from latentlab.gui.widgets.latent_sliders import LatentSliders


@pytest.fixture
def slider(shown):
    slider = LatentSlider(7)
    shown(slider, 300, 32)
    return slider


def test_arrow_keys_move_a_dimension_by_a_tenth(qtbot, slider):
    handle = slider._slider
    handle.setFocus()
    with qtbot.waitSignal(slider.value_changed) as told:
        qtbot.keyClick(handle, Qt.Key.Key_Right)
    assert told.args == [(7, pytest.approx(0.1, abs=0.01))]
    qtbot.keyClick(handle, Qt.Key.Key_PageDown)
    assert slider.value() == pytest.approx(-0.4, abs=0.02)
    assert slider._box.lineEdit().text().startswith("−0.4")


def test_a_click_on_the_track_jumps_there(qtbot, slider):
    handle = slider._slider
    with qtbot.waitSignal(slider.value_changed):
        qtbot.mouseClick(handle, Qt.MouseButton.LeftButton, pos=QPoint(handle.width() * 3 // 4, handle.height() // 2))
    assert slider.value() == pytest.approx(1.5, abs=0.15)


def test_a_value_is_shown_without_a_signal(qtbot, slider):
    with qtbot.assertNotEmitted(slider.value_changed):
        slider.set_value(1.32)
    assert slider._box.lineEdit().text() == "+1.32"
    assert slider._slider.value() == 720
    with qtbot.waitSignal(slider.value_changed) as told:
        slider.set_value(-1.0, notify=True)
    assert told.args == [(7, -1.0)]
    with qtbot.assertNotEmitted(slider.value_changed):
        slider.set_value(-1.0, notify=True)


def test_a_value_beyond_the_slider_can_be_typed(qtbot, slider):
    box = slider._box
    box.setFocus()
    box.selectAll()
    with qtbot.assertNotEmitted(slider.value_changed):
        qtbot.keyClicks(box, "-7.25")
    with qtbot.waitSignal(slider.value_changed) as told:
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert told.args == [(7, -7.25)]
    assert slider.value() == -7.25
    assert slider._slider.value() == 0
    box.selectAll()
    qtbot.keyClicks(box, "99")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert slider.value() == 20.0
    assert slider._slider.value() == slider._slider.maximum()


def test_looking_at_the_field_does_not_round_the_value(qtbot, slider):
    slider.set_value(1.23456)
    slider._box.setFocus()
    with qtbot.assertNotEmitted(slider.value_changed):
        qtbot.keyClick(slider._box, Qt.Key.Key_Return)
        slider._slider.setFocus()
    assert slider.value() == 1.23456


def test_double_click_on_the_name_and_middle_click_reset(qtbot, slider):
    slider.set_reset_value(0.5)
    slider.set_value(2.0)
    with qtbot.waitSignal(slider.value_changed) as told:
        qtbot.mouseDClick(slider, Qt.MouseButton.LeftButton, pos=slider._name.geometry().center())
    assert told.args == [(7, 0.5)]
    slider.set_value(2.0)
    qtbot.mouseDClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider._name.width() + 2, 1))
    assert slider.value() == 2.0
    # Over the slider too: the wheel button is not its own.
    center = slider._slider.rect().center()
    qtbot.mouseClick(slider._slider, Qt.MouseButton.MiddleButton, pos=center)
    assert slider.value() == 0.5


def test_range_and_kl(slider):
    slider.set_reach(5)
    slider.set_value(5.0)
    assert slider._slider.value() == slider._slider.maximum()
    slider.set_kl(1.234)
    assert slider.toolTip() == "z7: KL 1.23 nats; double-click on the name resets"
    with pytest.raises(ValueError, match="cannot reach 0"):
        slider.set_reach(0)


def test_marks_of_the_posterior_are_drawn(slider):
    before = slider._slider.grab().toImage()
    slider.set_marks(1.0, 0.5)
    marked = slider._slider.grab().toImage()
    assert marked != before
    slider.set_marks(None)
    assert slider._slider.grab().toImage() == before


def test_a_posterior_narrower_than_the_handle_is_seen_over_it(slider):
    handle = slider._slider
    slider.set_value(1.0)
    slider.set_marks(1.0, 0.001)
    x = round(7 + (1 + 1.0 / 3) / 2 * (handle.width() - 14))
    blue = theme.quantity_colour("posterior_x")
    image = handle.grab().toImage()
    assert blue in [image.pixelColor(x, y) for y in range(handle.height())]


def test_rows_share_the_room_where_all_of_them_fit(shown):
    sliders = LatentSliders()
    sliders.start_afresh(10)
    shown(sliders, 330, 400)
    rows, wanted = sliders.list, LatentSlider(0).sizeHint().height()
    for height, expected in ((10 * wanted - 25, wanted - 3), (10 * wanted + 45, wanted + 4), (500, wanted + 8)):
        rows.setFixedHeight(height)
        assert {row.height() for row in sliders.rows()} == {expected}
        assert len(sliders.rows()) == 10
        assert rows.verticalScrollBar().maximum() == 0
    rows.setFixedHeight(150)  # too low for all: they are scrolled, at their usual height
    assert {row.height() for row in sliders.rows()} == {wanted}
    assert len(sliders.rows()) == 150 // wanted  # and none is cut
    assert rows.verticalScrollBar().maximum() == (10 - 150 // wanted) * wanted
