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


def test_what_lives_on_by_the_thousand_is_looked_at_once(qtbot: QtBot) -> None:
    gc.unfreeze()
    kept = [[number] for number in range(100_000)]
    frozen_before = gc.get_freeze_count()

    def many_collections() -> bool:
        for _ in range(11):
            gc.collect(1)  # after ten of them a look through all is due
        kept.extend([number] for number in range(701))
        return gc.get_freeze_count() > frozen_before

    qtbot.waitUntil(many_collections, timeout=10_000)
    assert len(gc.get_objects()) < 50_000
    gc.unfreeze()
