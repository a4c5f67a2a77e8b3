"""The queue in the window, driven as a user drives it, with real runs in processes of their own."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from latentlab.config import RunConfig
from latentlab.gui.main_window import MainWindow
from latentlab.gui.models.current_run import State
from latentlab.gui.panes.sweeps import SweepsPane
from latentlab.gui.session import Session
from latentlab.gui.widgets.closing_question import ClosingQuestion
from latentlab.queue import Entry, EntryState, RunQueue, queue_of
from latentlab.queue.entries import Record
from latentlab.runs import Run

_TIMEOUT = 120_000
_LEFT = Qt.MouseButton.LeftButton
Configs = Callable[..., RunConfig]


@pytest.fixture
def line(tmp_path: Path) -> RunQueue:
    """The queue of the window's runs."""
    return queue_of(tmp_path / "runs")


@pytest.fixture
def pane(window: MainWindow) -> SweepsPane:
    """The pane with the queue, shown."""
    window.show_workspace("sweeps")
    return window.pane(SweepsPane)


def _fill(qtbot: QtBot, window: MainWindow, line: RunQueue, *configs: RunConfig) -> list[str]:
    """Put runs in the queue from outside, as the command line does; their numbers."""
    numbers = [line.add(Entry.of_config(config)).number for config in configs]
    qtbot.waitUntil(lambda: len(window.session.queue.entries) == len(numbers), timeout=_TIMEOUT)
    return numbers


def _click(button: QToolButton | QPushButton) -> None:
    assert button.isEnabled()
    QTest.mouseClick(button, _LEFT)


def _states(window: MainWindow) -> list[str]:
    return [seen.queued.state.value for seen in window.session.queue.entries]


def _titles(line: RunQueue) -> list[str]:
    return [queued.title for queued in line.entries()]


def _reaches(qtbot: QtBot, condition: Callable[[], bool]) -> None:
    qtbot.waitUntil(condition, timeout=_TIMEOUT)


def test_the_next_run_is_added_while_another_trains_and_waits_for_it(
    qtbot: QtBot, window: MainWindow, line: RunQueue, with_settings: Configs
) -> None:
    queue = window.session.queue
    window.setup.form.set_config(with_settings("train.steps=1000000"))
    _click(window.run_bar.train_button)
    _reaches(qtbot, lambda: window.session.run.state is State.RUNNING)
    window.setup.form.set_config(with_settings("name=next", "train.steps=4"))
    _click(window.run_bar.queue_button)
    _reaches(qtbot, lambda: _titles(line) == ["next"])
    _reaches(qtbot, lambda: "next is in the queue; nothing before it." in window.message_bar.text())
    window.setup_dock.show()
    window.setup.form.set_config(with_settings("name=third", "train.steps=4"))
    _click(window.setup.queue)
    _reaches(qtbot, lambda: len(queue.entries) == 2)
    window.show_workspace("sweeps")
    panel = window.pane(SweepsPane).panel
    _click(panel.start)
    _reaches(qtbot, lambda: panel.summary.text() == "2 to do · waits for the run in the window")
    _click(window.run_bar.queue_button)
    _reaches(qtbot, lambda: _states(window) == ["waiting"] * 3)  # the queue was read since
    assert not queue.is_running
    assert "goes first" in panel.summary.toolTip()
    _click(panel.start)
    assert panel.summary.text() == "3 to do · not running"


def test_a_run_that_is_started_goes_first_and_the_queue_goes_on_after_it(
    qtbot: QtBot, window: MainWindow, pane: SweepsPane, line: RunQueue, with_settings: Configs
) -> None:
    queue = window.session.queue
    (number,) = _fill(qtbot, window, line, with_settings("name=long", "train.steps=1000000"))
    _click(pane.panel.start)
    _reaches(qtbot, lambda: queue.entries[0].step > 0)
    assert pane.list.rows()[0].words.startswith("step ")
    assert pane.list.rows()[0].running
    window.setup.form.set_config(with_settings("train.steps=1000000"))
    _click(window.run_bar.train_button)
    _reaches(qtbot, lambda: window.session.run.state is State.RUNNING and not queue.is_running)
    assert line.get(number).state is EntryState.WAITING
    run = line.get(number).run
    assert run is not None
    assert Run(run).checkpoint().step > 0
    _click(window.run_bar.stop_button)
    _reaches(qtbot, lambda: queue.is_running and window.session.run.state is State.STOPPED)
    window.close()
    (question,) = window.findChildren(ClosingQuestion)
    assert "The queue is running" in question.text()
    _click(question.stop)
    _reaches(qtbot, lambda: not window.isVisible())
    assert line.get(number).state is EntryState.WAITING
    assert window._settings.value("queue/is_on", type=bool)  # the next window goes on


def _again(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    """A later window with the same settings and runs."""
    session = Session(tmp_path / "runs")
    window = MainWindow(session, QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    window.show()
    session.start()
    _reaches(qtbot, lambda: session.run.state is State.EMPTY)
    return window


def test_an_empty_queue_takes_no_room(
    qtbot: QtBot, window: MainWindow, pane: SweepsPane, line: RunQueue, with_settings: Configs
) -> None:
    assert not pane.list.isVisible()
    _fill(qtbot, window, line, with_settings("name=one", "train.steps=4"))
    _reaches(qtbot, pane.list.isVisible)


def test_a_later_window_goes_on_after_a_kill(qtbot: QtBot, tmp_path: Path, line: RunQueue, with_settings: Configs) -> None:
    number = line.add(Entry.of_config(with_settings("train.steps=4"))).number
    Record(state="running", starts=1).write(line.folder / number)  # as a process that was killed leaves it
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    settings.setValue("queue/is_on", True)
    settings.setValue("queue/at_once", 2)
    settings.sync()
    window = _again(qtbot, tmp_path)
    assert window.session.queue.at_once == 2
    window.session.queue.then = "no-such-command --now"
    _reaches(qtbot, lambda: _states(window) == ["finished"])
    _reaches(qtbot, lambda: "'no-such-command --now' cannot be run" in window.message_bar.text())
    window.close_and_save()
    _reaches(qtbot, lambda: not window.isVisible())


def test_entries_run_side_by_side_past_one_that_will_not_do_and_the_end_is_told(
    qtbot: QtBot, window: MainWindow, pane: SweepsPane, line: RunQueue, tmp_path: Path, with_settings: Configs
) -> None:
    queue, gone, done = window.session.queue, tmp_path / "gone", tmp_path / "done"
    queue.then = f"{sys.executable} -c \"open(r'{done}', 'w')\""
    bad = with_settings("name=bad", "data.name=folder", f"data.root={gone}")
    _fill(qtbot, window, line, with_settings("name=one", "train.steps=1000000"), bad, with_settings("name=two"))
    box = pane.panel.at_once
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, "2")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert queue.at_once == 2
    ended: list[tuple[int, int]] = []
    queue.all_done.connect(lambda run, failed: ended.append((run, failed)))
    _click(pane.panel.start)
    _reaches(qtbot, lambda: _states(window) == ["running", "failed", "finished"])  # the first one has not ended
    row = pane.list.rows()[1]
    assert row.failed
    assert str(gone) in row.words
    assert "\n" not in row.words
    pane.list.setCurrentRow(0)
    _click(pane.panel.pause)  # it is saved first
    _reaches(qtbot, lambda: _states(window)[0] == "paused")
    _reaches(qtbot, lambda: ended == [(2, 1)])
    assert not queue.is_on
    assert "The queue is done: 2 entries run, 1 failed." in window.message_bar.text()
    _reaches(qtbot, done.is_file)
    pane.list.setCurrentRow(2)
    qtbot.keyClick(pane.list, Qt.Key.Key_Return)
    _reaches(qtbot, lambda: window.session.run.subject is not None)
    assert window.session.run.subject is not None
    assert window.session.run.subject.path == queue.entries[2].queued.run
    pane.list.setCurrentRow(1)
    assert pane.run.problem.text() == row.words
    _click(pane.panel.again)
    _reaches(qtbot, lambda: _states(window)[1] == "waiting")


def _centre(pane: SweepsPane, place: int) -> QPoint:
    return pane.list.visualItemRect(pane.list.item(place)).center()


def _drag(pane: SweepsPane, place: int, to: QPoint) -> None:
    viewport, at = pane.list.viewport(), _centre(pane, place)
    QTest.mousePress(viewport, _LEFT, pos=at)
    QTest.mouseMove(viewport, at + QPoint(0, 4))
    QTest.mouseMove(viewport, to)
    QTest.mouseRelease(viewport, _LEFT, pos=to)


def test_entries_are_dragged_moved_by_keys_duplicated_paused_and_removed(
    qtbot: QtBot, window: MainWindow, pane: SweepsPane, line: RunQueue, with_settings: Configs
) -> None:
    names = ("a", "b", "c")
    _fill(qtbot, window, line, *(with_settings(f"name={name}") for name in names))
    _drag(pane, 0, _centre(pane, 2) + QPoint(0, 20))
    _reaches(qtbot, lambda: [row.title for row in pane.list.rows()] == ["b", "c", "a"])
    _drag(pane, 2, _centre(pane, 0) - QPoint(0, 20))
    _reaches(qtbot, lambda: [row.title for row in pane.list.rows()] == ["a", "b", "c"])
    assert _titles(line) == ["a", "b", "c"]
    assert pane.list.currentRow() == 0  # the one that was dragged stays the current one
    qtbot.keyClick(pane.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    _reaches(qtbot, lambda: _titles(line) == ["b", "a", "c"] and pane.list.currentRow() == 1)
    _click(pane.panel.duplicate)
    _reaches(qtbot, lambda: len(pane.list.rows()) == 4)
    assert _titles(line) == ["b", "a", "c", "a"]
    _click(pane.panel.pause)
    _reaches(qtbot, lambda: _states(window) == ["waiting", "paused", "waiting", "waiting"])
    _click(pane.panel.pause)  # in line again
    _reaches(qtbot, lambda: _states(window)[1] == "waiting")
    pane.list.setFocus()
    qtbot.keyClick(pane.list, Qt.Key.Key_Delete)
    _reaches(qtbot, lambda: _titles(line) == ["b", "c", "a"])
    _reaches(qtbot, lambda: pane.run.title.text() == "c")
    assert pane.run.table.texts()["Network"] == "MLP"


def test_entries_of_one_name_are_told_apart(
    qtbot: QtBot, window: MainWindow, pane: SweepsPane, line: RunQueue, with_settings: Configs
) -> None:
    _fill(qtbot, window, line, with_settings(), with_settings("objective.beta=4"))
    _reaches(qtbot, lambda: [row.title for row in pane.list.rows()] == ["tiny", "tiny · β = 4"])


def test_a_damaged_entry_says_what_is_wrong_and_can_be_removed(
    qtbot: QtBot, window: MainWindow, pane: SweepsPane, line: RunQueue, with_settings: Configs
) -> None:
    (number,) = _fill(qtbot, window, line, with_settings())
    (line.folder / number / "entry.json").write_text("{", encoding="utf-8")
    _reaches(qtbot, lambda: pane.list.rows()[0].failed)
    assert "entry.json" in pane.run.problem.text()
    assert not pane.panel.again.isEnabled()
    _click(pane.panel.remove)
    _reaches(qtbot, lambda: line.entries() == [] and pane.list.rows() == [])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such folder")
def test_a_queue_that_cannot_be_read_is_said_once(
    qtbot: QtBot, window: MainWindow, pane: SweepsPane, line: RunQueue, with_settings: Configs
) -> None:
    line.runs_folder.mkdir(exist_ok=True)
    line.folder.write_text("no folder", encoding="utf-8")
    _reaches(qtbot, lambda: "cannot be read" in window.message_bar.text())
    told = len(window.session.messages.kept)
    line.folder.unlink()
    _fill(qtbot, window, line, with_settings())
    assert len(window.session.messages.kept) == told
    assert len(pane.list.rows()) == 1
