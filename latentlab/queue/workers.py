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
    """Processes that run a queue's entries; started by `run`, ended by `stop`."""

    def __init__(
        self, line: RunQueue, side_by_side: int = 1, on_begun: OnEntry = _nothing, on_ended: OnEntry = _nothing
    ) -> None:
        """Workers that have not begun.

        Args:
            line: the queue.
            side_by_side: entries that are run at once; the processor's cores are divided among them.
            on_begun: called when an entry's turn comes.
            on_ended: called with what has become of it.
        """
        self._line = line
        self._side_by_side = side_by_side
        self._on_begun, self._on_ended = on_begun, on_ended
        self._processes: dict[str, subprocess.Popen[bytes]] = {}
        self._events: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._stopping = False
        self._starting = threading.Lock()

    def run(self) -> None:
        """Run entry after entry until none is due, or `stop` is called."""
        tried: list[str] = []
        try:
            while True:
                while not self._stopping and len(self._processes) < self._side_by_side:
                    due = self._line.next_due([*self._processes, *tried])
                    if due is None:
                        break
                    self._begin(due)
                if not self._processes:
                    return
                number = self._events.get()
                if number is not None:
                    tried.append(number)
                    del self._processes[number]
                    ended = next((queued for queued in self._line.entries() if queued.number == number), None)
                    if ended is not None:  # nobody has taken it out meanwhile
                        self._on_ended(ended)
        except BaseException:
            self.stop()
            for process in self._processes.values():
                process.wait()
            raise

    def stop(self) -> None:
        """Have every entry saved where it is; it goes on from there when the queue is run again. Callable from any thread."""
        with self._starting:  # a process that is just being started is told too
            self._stopping = True
            for process in self._processes.values():
                if process.poll() is None:
                    process.terminate()
        self._events.put(None)

    def _begin(self, due: Queued) -> None:
        threads = max(1, cpu_cores() // self._side_by_side)
        with self._starting:
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
