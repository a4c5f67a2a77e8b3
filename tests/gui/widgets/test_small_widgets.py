"""Buttons, messages, progress and number boxes, with mouse and keys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton

from latentlab.gui.widgets.fold_button import FoldButton
from latentlab.gui.widgets.message_bar import MessageBar
from latentlab.gui.widgets.number_box import Limits, NumberBox
from latentlab.gui.widgets.run_progress import RunProgress


def test_a_fold_button_is_toggled_with_mouse_and_keys(qtbot, shown):
    button = FoldButton("6 inactive")
    shown(button)
    with qtbot.waitSignal(button.toggled) as told:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told.args == [True]
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert not button.isChecked()


def test_a_message_offers_what_can_be_done(qtbot, shown):
    bar = MessageBar()
    shown(bar)
    bar.hide()
    called = []
    bar.show_message("error", "No disk left.", details="Traceback …", actions=[("Choose folder…", lambda: called.append(1))])
    assert bar.isVisible()
    assert bar.accessibleName() == "Error: No disk left."
    buttons = {button.text(): button for button in bar.findChildren(QPushButton) if button.isVisible()}
    qtbot.mouseClick(buttons["Choose folder…"], Qt.MouseButton.LeftButton)
    assert called == [1]
    qtbot.mouseClick(buttons["Copy details"], Qt.MouseButton.LeftButton)
    copied = QApplication.clipboard().text()
    assert copied.startswith("No disk left.\n\nTraceback …\n")
    assert "torch" in copied
    bar.show_message("info", "Saved.")
    assert not any(button.isVisible() for button in bar.findChildren(QPushButton))
    close = bar.findChild(QToolButton)
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()


def test_a_long_message_wraps_and_can_be_selected(shown):
    bar = MessageBar()
    shown(bar, 300, 60)
    bar.show_message("warning", "4 of 10 dimensions are inactive. " * 8)
    assert bar.heightForWidth(300) > bar.heightForWidth(1200)
    labels = [label for label in bar.findChildren(QLabel) if label.text()]
    assert labels[0].textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse


def test_progress_moves_no_number_from_the_first_step_to_the_last(shown):
    progress = RunProgress()
    shown(progress, 600, 28)
    progress.show_progress(1, 12300, 1, 40, float("nan"), None)
    assert progress.text() == "step 1 of 12,300 · epoch 1/40 · – img/s · – left · ends –"
    places, hint = progress._line.slots(), progress.sizeHint()
    for values, text in (
        ((999, 12300, 9, 40, 950.0, 59.4), "step 999 of 12,300 · epoch 9/40 · 950 img/s · 0:59 left · ends "),
        ((12300, 20000, 14, 40, 18412.0, 42.0), "step 12,300 of 20,000 · epoch 14/40 · 18.4k img/s · 0:42 left · ends "),
        ((5000, 12300, 20, 40, 1840.0, 725.0), "step 5,000 of 12,300 · epoch 20/40 · 1.8k img/s · 12:05 left · ends "),
    ):
        progress.show_progress(*values)
        assert progress.text().startswith(text)
        assert progress._line.slots() == places
        assert progress.sizeHint() == hint
    assert progress._bar.value() == round(1000 * 5000 / 12300)
    progress.show_progress(5000, 12300, 20, 40, 18400.0, 725.0)
    slots, text = progress._line.slots(), progress._line._width_of("epoch 20/40")
    assert slots[1].width() == text  # no more room than the last epoch needs
    progress.show_state("finishing step …")
    assert progress.text() == "finishing step …"
    assert progress.sizeHint() == hint
    progress.reset()
    assert progress.text() == ""
    assert not progress._bar.isVisible()
    assert progress.sizeHint() == hint


def test_progress_makes_room_once_for_a_longer_number(shown):
    progress = RunProgress()
    shown(progress, 600, 28)
    hint = progress.sizeHint()
    progress.show_progress(1_234_567, 2_000_000, 14, 40, 950.0, 90_000.0)
    assert progress.text().startswith("step 1,234,567 of 2,000,000 · epoch 14/40 · 950 img/s · 1 d 1 h left · ends ")
    wider = progress.sizeHint()
    assert wider.width() > hint.width()
    progress.show_progress(2, 2_000_000, 14, 40, 950.0, 90_000.0)
    assert progress.sizeHint() == wider


def test_whoever_is_told_of_a_number_and_asks_for_it_gets_the_same(qtbot, shown):
    box = shown(NumberBox(whole=True, limits=Limits(low=1, high=9)), 90, 30)
    box.set_value(2)
    told = []
    box.value_changed.connect(lambda value: told.append((value, box.value())))
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Up)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    box.selectAll()
    qtbot.keyClicks(box, "50")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert told == [(3, 3), (2, 2), (5, 5), (9, 9)]
