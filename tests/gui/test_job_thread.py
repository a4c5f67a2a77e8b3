"""Jobs done in turn, and answers sent to whoever asked."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from latentlab.errors import RunError
from latentlab.gui.workers.job_thread import JobThread

_TIMEOUT = 20_000


@pytest.fixture
def thread() -> Iterator[JobThread]:
    thread = JobThread("jobs", first=("urgent",))
    thread.start()
    yield thread
    thread.close()


def _hold(thread: JobThread) -> threading.Event:
    """Keep the thread at work until the event is set."""
    held, go = threading.Event(), threading.Event()
    thread.tell("held", lambda: (held.set(), go.wait(20)))
    assert held.wait(20)
    return go


def test_an_answer_comes_to_who_asked_on_the_thread_of_the_window(qtbot: QtBot, thread: JobThread) -> None:
    answers: list[tuple[int, bool]] = []
    gui = QThread.currentThread()
    thread.ask("sum", lambda: 1 + 1, lambda answer: answers.append((answer, QThread.currentThread() is gui)))
    qtbot.waitUntil(lambda: answers == [(2, True)], timeout=_TIMEOUT)


def test_of_one_channel_only_the_newest_job_is_done_and_urgent_ones_come_first(qtbot: QtBot, thread: JobThread) -> None:
    done: list[str] = []
    go = _hold(thread)
    for name in ("old", "new"):
        thread.ask("slider", lambda name=name: name, done.append)
    thread.ask("urgent", lambda: "urgent", done.append)
    go.set()
    qtbot.waitUntil(lambda: len(done) == 2, timeout=_TIMEOUT)
    QApplication.processEvents()
    assert done == ["urgent", "new"]
    assert thread._replies == {}  # private: a reply that nobody will call must not be kept


def test_a_failure_comes_to_who_takes_it_and_else_to_all(qtbot: QtBot, thread: JobThread) -> None:
    def fail() -> None:
        raise RunError("The run is gone.")

    told: list[tuple[str, str]] = []
    thread.failed.connect(lambda text, details: told.append((text, details)))
    mine: list[tuple[str, str]] = []
    thread.ask("mine", fail, lambda _: None, lambda text, details: mine.append((text, details)))
    thread.ask("any", fail, lambda _: None)
    thread.ask("fault", lambda: 1 // 0, lambda _: None)
    qtbot.waitUntil(lambda: len(told) == 2, timeout=_TIMEOUT)
    assert mine == told[:1] == [("The run is gone.", "")]
    text, details = told[1]
    assert text.startswith("ZeroDivisionError")
    assert "Traceback" in details


def test_files_are_written_before_the_thread_ends_and_nothing_else(qtbot: QtBot) -> None:
    thread = JobThread("jobs")
    thread.start()
    go, done = _hold(thread), []
    for name in ("one", "two"):
        thread.tell(thread.own_channel(), lambda name=name: done.append(name))
    thread.tell("view", lambda: done.append("view"))
    threading.Timer(0.05, go.set).start()
    thread.close()
    assert done == ["one", "two"]
