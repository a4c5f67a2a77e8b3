"""What only cyclic garbage collection destroys is destroyed on the GUI thread."""

import gc
import threading
import weakref

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot


def test_a_busy_thread_collects_nothing_and_the_gui_thread_does(qtbot: QtBot) -> None:
    destroyed_on: list[threading.Thread] = []
    cycle: list[object] = [QObject()]
    cycle.append(cycle)
    weakref.finalize(cycle[0], lambda: destroyed_on.append(threading.current_thread()))
    del cycle
    hoard: list[list[int]] = []
    worker = threading.Thread(target=lambda: hoard.extend([number] for number in range(50_000)))
    worker.start()
    worker.join()
    assert not gc.isenabled()
    assert destroyed_on == []
    qtbot.waitUntil(lambda: destroyed_on != [], timeout=10_000)
    assert destroyed_on == [threading.main_thread()]
