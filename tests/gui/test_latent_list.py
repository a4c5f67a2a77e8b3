"""The list of latent sliders, however long it is, driven as a user drives it."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSlider
from pytestqt.qtbot import QtBot

from latentlab.api import train
from latentlab.config import RunConfig, override
from latentlab.explore.renderer import Renderer
from latentlab.gui.main_window import MainWindow
from latentlab.gui.panes.latent import LatentPane
from latentlab.gui.widgets.latent_slider import LatentSlider
from latentlab.gui.widgets.latent_sliders import LatentSliders
from latentlab.gui.widgets.number_search import numbers_in
from latentlab.gui.widgets.slider_range import SliderRange
from latentlab.runs import Run

_TIMEOUT = 60_000
_LEFT = Qt.MouseButton.LeftButton


def _z(window: MainWindow) -> np.ndarray:
    assert window.session.latent.current is not None
    return window.session.latent.current.z


def _handle(row: LatentSlider) -> QSlider:
    handle = row.findChild(QSlider)
    assert handle is not None
    return handle


def _list(qtbot: QtBot, window: MainWindow) -> LatentSliders:
    """The list, once the held-out images are known."""
    sliders = window.pane(LatentPane).sliders
    qtbot.waitUntil(lambda: sliders.gallery is not None, timeout=_TIMEOUT)
    return sliders


def _numbers(sliders: LatentSliders) -> list[int]:
    return [row.dimension for row in sliders.rows()]


@pytest.fixture
def wide(qtbot: QtBot, window: MainWindow, tiny_config: RunConfig, tmp_path: Path) -> MainWindow:
    """A window that looks at a run of 512 dimensions, most of them active, all unfolded."""
    run = train(override(tiny_config, ["model.latent_dim=512", "objective.beta=0.001"]), tmp_path / "runs")
    window.session.runs.open(run.path)
    sliders = _list(qtbot, window)
    if sliders.inactive.isVisible():
        qtbot.mouseClick(sliders.inactive, _LEFT)
    return window


# Ranges


def test_a_reach_is_that_of_the_likely_values_and_holds_every_value_that_is_there() -> None:
    ranges = SliderRange(2)
    np.testing.assert_allclose(ranges.around(np.zeros(2), np.array([0, -5.55])), [3.1, 5.6], atol=1e-5)
    # It does not shrink at once as the value comes back.
    np.testing.assert_allclose(ranges.around(np.zeros(2)), [3.1, 5.6], atol=1e-5)
    ranges.take(np.array([-1.0, -8.0], np.float32), np.array([0.55, 3.0], np.float32))
    before = ranges.around(np.zeros(2))
    assert 1.0 <= before[0] < 1.2
    assert 8.0 <= before[1] < 8.2
    ranges.take(np.array([-0.95, -7.8], np.float32), np.array([0.5, 3.1], np.float32))
    np.testing.assert_array_equal(ranges.around(np.zeros(2)), before)  # a little too wide is no reason to move
    # At its own end a value does not push the range on.
    np.testing.assert_array_equal(ranges.around(before, -before), before)


def test_sliders_reach_over_the_aggregate_posterior_and_zero_stands_in_the_middle_of_each(
    qtbot: QtBot, opened: MainWindow, tiny_run: Path
) -> None:
    sliders = _list(qtbot, opened)
    summary = Renderer.of_run(Run(tiny_run)).summary
    for dimension in range(4):
        row = sliders.of_dimension(dimension)
        reach = max(abs(float(summary.low[dimension])), abs(float(summary.high[dimension])))
        handle = _handle(row)
        handle.setFocus()
        qtbot.keyClick(handle, Qt.Key.Key_End)
        assert reach <= _z(opened)[dimension] < reach + 0.25
        qtbot.keyClick(handle, Qt.Key.Key_Home)
        assert -reach - 0.25 < _z(opened)[dimension] <= -reach
        qtbot.keyClick(handle, Qt.Key.Key_0)
        assert _z(opened)[dimension] == 0
        assert handle.value() * 2 == handle.minimum() + handle.maximum()
    widths = {_handle(row).geometry().center().x() for row in sliders.rows()}
    assert len(widths) == 1  # and the middles of all stand below each other


def test_the_aggregate_posterior_is_marked_on_each_track(qtbot: QtBot, opened: MainWindow, tiny_run: Path) -> None:
    sliders = _list(qtbot, opened)
    summary = Renderer.of_run(Run(tiny_run)).summary
    row = sliders.of_dimension(1)
    assert row._slider._aggregate == pytest.approx(
        (
            float(summary.low[1]),
            float(summary.mean[1] - summary.std[1]),
            float(summary.mean[1] + summary.std[1]),
            float(summary.high[1]),
        ),
        abs=1e-5,
    )


def test_a_reach_stays_while_the_hand_is_on_the_slider(qtbot: QtBot, opened: MainWindow) -> None:
    sliders = _list(qtbot, opened)
    row = sliders.of_dimension(1)
    handle = _handle(row)
    middle = handle.rect().center()
    qtbot.mousePress(handle, _LEFT, pos=middle + QPoint(handle.width() // 4, 0))
    at, before = handle.value(), row.value()
    sliders._range.take(np.full(4, -9, np.float32), np.full(4, 1, np.float32))
    opened.session.latent.set_z(0, 0.5)
    assert handle.value() == at
    assert row.value() == before
    qtbot.mouseRelease(handle, _LEFT, pos=middle + QPoint(handle.width() // 4, 0))
    opened.session.latent.set_z(0, 0.75)
    assert handle.value() < at  # now the same value is nearer to the middle


# Keys


def test_up_and_down_go_from_row_to_row_through_the_whole_list(qtbot: QtBot, wide: MainWindow) -> None:
    sliders = wide.pane(LatentPane).sliders
    order = sliders._listed()
    _handle(sliders.row(order[0])).setFocus()
    for number in order[1:60]:
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, Qt.Key.Key_Down)
        row = sliders.row(number)
        assert _handle(row).hasFocus()
        assert sliders.list.viewport().rect().contains(row.geometry())
    qtbot.keyClick(_handle(sliders.row(order[59])), Qt.Key.Key_Up)
    assert _handle(sliders.row(order[58])).hasFocus()
    before = _z(wide)[order[58]]
    qtbot.keyClick(_handle(sliders.row(order[58])), Qt.Key.Key_Right)
    assert _z(wide)[order[58]] == pytest.approx(before + 0.1, abs=0.02)


def test_a_digit_begins_a_number_that_return_takes_and_escape_leaves(qtbot: QtBot, opened: MainWindow) -> None:
    row = _list(qtbot, opened).of_dimension(2)
    handle = _handle(row)
    handle.setFocus()
    qtbot.keyClick(handle, "-")
    focused = QApplication.focusWidget()
    assert focused is row._box
    qtbot.keyClicks(focused, "1.25")
    qtbot.keyClick(focused, Qt.Key.Key_Return)
    assert _z(opened)[2] == -1.25
    assert handle.hasFocus()
    qtbot.keyClick(handle, "7")
    qtbot.keyClick(row._box, Qt.Key.Key_Escape)
    assert _z(opened)[2] == -1.25
    assert row._box.lineEdit().text() == "−1.25"
    assert handle.hasFocus()
    qtbot.keyClick(handle, "0")
    assert _z(opened).any()  # only this dimension, not the button of the same key
    assert _z(opened)[2] == 0


# Hundreds


def test_a_model_of_hundreds_of_dimensions_has_the_widgets_that_are_seen(
    qtbot: QtBot, wide: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    pane = wide.pane(LatentPane)
    sliders = pane.sliders
    room = sliders.list.viewport().height() // sliders.rows()[0].height() + 2
    most = room + 3  # one that has the focus, one that was revealed, one to measure by
    assert len(pane.findChildren(LatentSlider)) <= most
    assert sliders.gallery is not None
    by_kl = np.argsort(-sliders.gallery.kl_per_dim[sliders.gallery.active], kind="stable")
    assert _numbers(sliders)[0] == np.flatnonzero(sliders.gallery.active)[by_kl[0]]
    calls: list[int] = []
    set_value = LatentSlider.set_value

    def counted(row: LatentSlider, value: float, *, notify: bool = False) -> None:
        calls.append(row.dimension)
        set_value(row, value, notify=notify)

    monkeypatch.setattr(LatentSlider, "set_value", counted)
    handle = _handle(sliders.rows()[2])
    handle.setFocus()
    qtbot.keyClick(handle, Qt.Key.Key_Right)
    assert len(calls) <= 2 * most + 1
    # Scrolled to the end every dimension was seen, in the order of the list, by the same widgets.
    bar, seen = sliders.list.verticalScrollBar(), dict.fromkeys(_numbers(sliders))
    while bar.value() < bar.maximum():
        bar.setValue(bar.value() + sliders.list.viewport().height() // 2)
        seen |= dict.fromkeys(_numbers(sliders))
        for row in sliders.rows():
            assert row.value() == pytest.approx(float(_z(wide)[row.dimension]), abs=1e-6)
    assert tuple(seen) == sliders._listed()
    assert len(seen) == 512
    assert len(pane.findChildren(LatentSlider)) <= most
    assert handle.hasFocus()  # out of sight it stays what it was
    assert sliders.row(500).dimension == 500


def test_the_wheel_scrolls_and_moves_no_slider(qtbot: QtBot, wide: MainWindow) -> None:
    sliders = wide.pane(LatentPane).sliders
    before, first = _z(wide), _numbers(sliders)[0]
    handle = _handle(sliders.rows()[1])
    place = QPointF(handle.mapTo(wide, handle.rect().center()))
    QTest.wheelEvent(wide.windowHandle(), place, QPoint(0, -480))
    qtbot.waitUntil(lambda: _numbers(sliders)[0] != first, timeout=_TIMEOUT)
    assert np.array_equal(_z(wide), before)


def test_rows_are_searched_by_number_wherever_they_are(qtbot: QtBot, wide: MainWindow) -> None:
    sliders = wide.pane(LatentPane).sliders
    first = _numbers(sliders)
    qtbot.keyClick(sliders, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert sliders.search.hasFocus()
    qtbot.keyClicks(sliders.search, "500, 7-9")
    assert _numbers(sliders) == [500, 7, 8, 9]
    row = sliders.rows()[1]
    before = _z(wide)[7]
    qtbot.keyClick(_handle(row), Qt.Key.Key_Right)
    assert _z(wide)[7] != before
    assert row._name.text == "z7"
    qtbot.keyClicks(sliders.search, ", 999")
    assert "There is no 999 here: 0 to 511." in sliders._error.text()
    assert _numbers(sliders) == [500, 7, 8, 9, 99]  # as far as it could be read
    sliders.search.clear()
    assert sliders._error.isHidden()
    assert _numbers(sliders)[:3] == first[:3]


def test_inactive_dimensions_are_folded_and_found_all_the_same(qtbot: QtBot, opened: MainWindow) -> None:
    sliders = _list(qtbot, opened)
    sliders.set_order((2, 0, 3, 1), 2)
    assert _numbers(sliders) == [2, 0]
    assert sliders.inactive.text() == "… 2 inactive"
    kept = sliders.rows()[1]
    qtbot.mouseClick(sliders.inactive, _LEFT)
    assert _numbers(sliders) == [2, 0, 3, 1]
    assert sliders.rows()[1] is kept
    assert sliders.rows()[1].y() < sliders.inactive.y() < sliders.rows()[2].y()
    qtbot.mouseClick(sliders.inactive, _LEFT)
    qtbot.keyClicks(sliders.search, "1")
    assert _numbers(sliders) == [1]


def test_rows_keep_their_places_under_the_hand(qtbot: QtBot, opened: MainWindow) -> None:
    sliders = _list(qtbot, opened)
    sliders.set_order((0, 1, 2, 3), 0)
    handle = _handle(sliders.row(1))
    qtbot.mousePress(handle, _LEFT, pos=handle.rect().center())
    sliders.set_order((3, 2, 0, 1), 1)
    assert _numbers(sliders) == [0, 1, 2, 3]
    qtbot.mouseMove(handle, QPoint(handle.width() - 10, handle.height() // 2))
    assert _z(opened)[1] > 0
    qtbot.mouseRelease(handle, _LEFT, pos=QPoint(handle.width() - 10, handle.height() // 2))
    assert _numbers(sliders)[:3] == [3, 2, 0]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [("3", (3,)), ("3,7, 12", (3, 7, 12)), ("3-5", (3, 4, 5)), ("z4 - z6", (4, 5, 6)), ("9, 8–9", (9, 8)), ("7 2", (7, 2))],
)
def test_numbers_are_found_in_a_text(text: str, numbers: tuple[int, ...]) -> None:
    assert numbers_in(text, 0, 12) == numbers


@pytest.mark.parametrize(
    ("text", "words"),
    [("13", "no 13 here: 0 to 12"), ("a", "“a” is no number"), ("3-", "“3-” is no"), (",", "Nothing is named")],
)
def test_a_text_that_names_no_numbers_is_told_apart(text: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        numbers_in(text, 0, 12)
