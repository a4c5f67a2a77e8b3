"""Runs the queue's entries behind the window, each in a process of its own."""

import traceback
from functools import partial

from PySide6.QtCore import QThread, Signal

from latentlab.errors import LatentLabError
from latentlab.machine import cpu_threads
from latentlab.queue import RunQueue
from latentlab.queue.workers import Workers


class QueueThread(QThread):
    """Waits for the processes that run a queue.

    Attributes:
        workers: the processes; they may be told things from any thread.

    Signals:
        entry_begun, entry_ended: a `Queued`.
        ended: a problem and its details, empty where there is none; the last thing a thread says.
    """

    entry_begun = Signal(object)
    entry_ended = Signal(object)
    ended = Signal(str, str)

    def __init__(self, line: RunQueue, side_by_side: int) -> None:
        super().__init__()
        self.setObjectName("queue")
        cores = cpu_threads(spare=1)  # the window's
        self.workers = Workers(line, side_by_side, self.entry_begun.emit, self.entry_ended.emit, cores)

    # Qt overrides

    def run(self) -> None:
        end = partial(self.ended.emit, "", "")
        try:
            self.workers.run()
        except LatentLabError as error:
            end = partial(self.ended.emit, str(error), "")
        except Exception as error:  # noqa: BLE001 - whatever happens here must reach the window, not the terminal
            end = partial(self.ended.emit, f"{type(error).__name__}: {error}", traceback.format_exc())
        end()
