"""The processes that run the queue for this window."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot

from latentlab.gui.workers.queue_thread import QueueThread
from latentlab.queue import EntryState, Queued, RunQueue


class QueueRunner(QObject):
    """Runs a queue until nothing is due, or it is stopped.

    Attributes:
        left: entries that ended without being done; they are begun again only when a user says so.

    Signals:
        changed: an entry has begun or ended.
        stopped: nothing is running any more; a problem and its details, empty where there is none.
    """

    changed = Signal()
    stopped = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.left: tuple[str, ...] = ()
        self._thread: QueueThread | None = None
        self._ended: list[Queued] = []
        self._when_saved: dict[str, Callable[[], object]] = {}

    @property
    def is_running(self) -> bool:
        """Whether processes work for this window."""
        return self._thread is not None

    def run(self, line: RunQueue, side_by_side: int) -> None:
        """Begin what is due, so many entries at once."""
        queued = Qt.ConnectionType.QueuedConnection
        self._thread = QueueThread(line, side_by_side)
        self._thread.entry_begun.connect(self.changed, queued)
        self._thread.entry_ended.connect(self._on_entry_ended, queued)
        self._thread.ended.connect(self._on_ended, queued)
        self._thread.start()
        self.changed.emit()

    def look(self, side_by_side: int) -> None:
        """Begin what is due since, so many entries at once from now on."""
        if self._thread is not None:
            self._thread.workers.look(side_by_side)

    def stop(self) -> None:
        """Save what is running."""
        if self._thread is not None:
            self._thread.workers.stop()

    def once_saved(self, number: str, act: Callable[[], object]) -> None:
        """Save an entry where it is running, then do something with it."""
        if self._thread is not None and self._thread.workers.end(number):
            self._when_saved[number] = act
        else:
            act()

    def again(self, number: str) -> None:
        """Begin an entry again that was left."""
        self.left = tuple(left for left in self.left if left != number)
        if self._thread is not None:
            self._thread.workers.again(number)

    def take_ended(self) -> list[Queued]:
        """What was done or has failed since the last call."""
        ended, self._ended = self._ended, []
        return ended

    @Slot(object)
    def _on_entry_ended(self, queued: Queued) -> None:
        act = self._when_saved.pop(queued.number, None)
        if act is not None:
            act()
        if queued.state in (EntryState.FINISHED, EntryState.FAILED):
            self._ended.append(queued)
        self.changed.emit()

    @Slot(str, str)
    def _on_ended(self, problem: str, details: str) -> None:
        assert self._thread is not None
        self._thread.wait()
        self.left += self._thread.workers.left
        self._thread = None
        self.stopped.emit(problem, details)
