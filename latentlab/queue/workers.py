"""Running the queue: one process an entry, so that none can take another one, or the window, with it."""

import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from latentlab.machine import cpu_cores
from latentlab.queue.entries import Queued
from latentlab.queue.store import RunQueue

OnEntry = Callable[[Queued], object]


def _nothing(queued: Queued) -> None:
    """Tells nobody."""


class Workers:
    """Processes that run a queue's entries; started by `run`, ended by `stop`.

    Attributes:
        left: entries that ended without being done though nobody called `stop`; they are not begun here again.
    """

    def __init__(
        self,
        line: RunQueue,
        side_by_side: int = 1,
        on_begun: OnEntry = _nothing,
        on_ended: OnEntry = _nothing,
        cores: int | None = None,
    ) -> None:
        """Workers that have not begun.

        Args:
            line: the queue.
            side_by_side: entries that are run at once; the processor's cores are divided among them.
            on_begun: called when an entry's turn comes.
            on_ended: called with what has become of it.
            cores: to divide; all that this process may use unless given.
        """
        self.left: tuple[str, ...] = ()
        self._line = line
        self._side_by_side = side_by_side
        self._cores = cores or cpu_cores()
        self._on_begun, self._on_ended = on_begun, on_ended
        self._processes: dict[str, subprocess.Popen[bytes]] = {}
        self._events: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._stopping = False
        self._lock = threading.Lock()

    def run(self) -> None:
        """Run entry after entry until none is due, or `stop` is called."""
        try:
            while True:
                self._begin_due()
                if not self._processes:
                    return
                number = self._events.get()
                if number is not None:
                    self._note_end(number)
        except BaseException:
            self.stop()
            for process in self._processes.values():
                process.wait()
            raise

    def stop(self) -> None:
        """Have every entry saved where it is; it goes on from there when the queue is run again. Callable from any thread."""
        with self._lock:  # a process that is just being started is told too
            self._stopping = True
            for process in self._processes.values():
                if process.poll() is None:
                    process.terminate()
        self._events.put(None)

    def end(self, number: str) -> bool:
        """Have one entry saved where it is, and not begun here again. Callable from any thread.

        Returns:
            Whether it is run here.
        """
        with self._lock:
            process = self._processes.get(number)
            if process is None:
                return False
            if process.poll() is None:
                process.terminate()
            return True

    def look(self, side_by_side: int) -> None:
        """Look for entries that are due since, and run so many at once from now on. Callable from any thread."""
        self._side_by_side = side_by_side
        self._events.put(None)

    def again(self, number: str) -> None:
        """Begin an entry again that was left. Callable from any thread."""
        with self._lock:
            self.left = tuple(left for left in self.left if left != number)
        self._events.put(None)

    def _begin_due(self) -> None:
        while not self._stopping and len(self._processes) < self._side_by_side:
            due = self._line.next_due([*self._processes, *self.left])
            if due is None:
                return
            self._begin(due)

    def _note_end(self, number: str) -> None:
        ended = next((queued for queued in self._line.entries() if queued.number == number), None)
        with self._lock:
            del self._processes[number]
            if ended is not None and ended.is_due and not self._stopping:
                self.left += (number,)
        if ended is not None:  # nobody has taken it out meanwhile
            self._on_ended(ended)

    def _begin(self, due: Queued) -> None:
        threads = max(1, self._cores // self._side_by_side)
        with self._lock:
            if self._stopping:
                return
            process = self._processes[due.number] = subprocess.Popen(
                [sys.executable, "-m", "latentlab.queue.work", str(self._line.folder), due.number],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "OMP_NUM_THREADS": str(threads)},
                start_new_session=True,  # Ctrl-C reaches the workers through `stop` alone
            )
        threading.Thread(target=self._await, args=(due.number, process), name="queue", daemon=True).start()
        self._on_begun(due)

    def _await(self, number: str, process: subprocess.Popen[bytes]) -> None:
        process.wait()
        self._events.put(number)


def run_queue(folder: Path, side_by_side: int = 1, on_begun: OnEntry = _nothing, on_ended: OnEntry = _nothing) -> list[Queued]:
    """Run a queue's entries until none is due. One that fails is set down with its reason, and the next one begins.

    Ctrl-C saves what is being trained; it goes on from there at the next call.

    Args:
        folder: of the queue.
        side_by_side: entries that are run at once; the processor's cores are divided among them.
        on_begun: called when an entry's turn comes.
        on_ended: called with what has become of it.

    Returns:
        What has become of those that were run.

    Raises:
        RunError: if the queue cannot be read.
    """
    ended: list[Queued] = []

    def note(queued: Queued) -> None:
        ended.append(queued)
        on_ended(queued)

    Workers(RunQueue(folder), side_by_side, on_begun, note).run()
    return ended
