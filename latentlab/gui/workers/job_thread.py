"""A thread that does jobs in turn and hands each result to whoever asked for it, on the GUI thread.

A job is filed under a channel. A channel holds only its newest job, so that a dragged slider never queues.
"""

import itertools
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import Qt, QThread, Signal, Slot

from latentlab.errors import LatentLabError

T = TypeVar("T")

_LASTING = "export"
"""Jobs of channels that begin with this write files: they never replace each other and are finished before the thread ends."""


@dataclass(frozen=True, eq=False)
class Job:
    """Work for the thread; its result goes to the reply that is kept under the number on the GUI thread."""

    work: Callable[[], object]
    number: int | None = None


class Later:
    """What work returns whose result comes from another thread: `begin` gets what takes it, None for no result."""

    def __init__(self, begin: Callable[[Callable[[object], None]], object]) -> None:
        self.begin = begin


class JobThread(QThread):
    """Does jobs until `close`.

    Signals:
        failed: text and details of a job that failed and whose asker does not take failures.
    """

    failed = Signal(str, str)
    _answered = Signal(object, object)
    _refused = Signal(object, str, str)
    _dropped = Signal(object)

    def __init__(self, name: str, first: tuple[str, ...] = ()) -> None:
        """A thread of a name; channels of `first` are served before all others, in this order."""
        super().__init__()
        self.setObjectName(name)
        self._first = first
        self._wake = threading.Condition()
        self._jobs: dict[str, Job] = {}
        self._closing = False
        self._numbers = itertools.count()
        # On the GUI thread alone: what a reply refers to must not be destroyed on this one.
        self._replies: dict[int, tuple[Callable[[Any], object], Callable[[str, str], object] | None]] = {}
        self._answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)
        self._refused.connect(self._on_refused, Qt.ConnectionType.QueuedConnection)
        self._dropped.connect(self._on_dropped, Qt.ConnectionType.QueuedConnection)

    def ask(
        self,
        channel: str,
        work: Callable[[], T],
        on_done: Callable[[T], object],
        on_failed: Callable[[str, str], object] | None = None,
    ) -> None:
        """Have a job done, on the GUI thread.

        Args:
            channel: a job that waits on the same channel is dropped, unanswered.
            work: is called on this thread.
            on_done: is called with the result, on the GUI thread.
            on_failed: is called with a sentence and details where `work` raised; without it, `failed` is emitted.
        """
        replaced = self.expect(channel, on_done, on_failed)(work)
        if replaced is not None and replaced.number is not None:
            self._replies.pop(replaced.number, None)

    def expect(
        self, channel: str, on_done: Callable[[T], object], on_failed: Callable[[str, str], object] | None = None
    ) -> Callable[[Callable[[], T]], Job | None]:
        """As `ask`, for work that is handed in later, from any thread, by the function returned; once at most."""
        number = next(self._numbers)
        self._replies[number] = on_done, on_failed
        return lambda work: self._file(channel, Job(work, number))

    def tell(self, channel: str, work: Callable[[], object]) -> None:
        """Have a job done whose result nobody waits for. May be called from any thread."""
        self._file(channel, Job(work))

    def own_channel(self) -> str:
        """A channel for a job that writes a file."""
        return f"{_LASTING} {next(self._numbers)}"

    def close(self) -> None:
        """End after the job in progress and those that write files, and wait for it."""
        with self._wake:
            self._closing = True
            self._wake.notify()
        self.wait()
        self._replies = {}

    def _drop(self, goes: Callable[[str], bool]) -> None:
        """Drop the jobs of the channels that `goes` is true of, but those that write files. May be called from any thread."""
        with self._wake:
            dropped = [name for name in self._jobs if goes(name) and not name.startswith(_LASTING)]
            numbers = [self._jobs.pop(name).number for name in dropped]
        self._dropped.emit(numbers)

    def _pop(self, channel: str) -> Job | None:
        with self._wake:
            return self._jobs.pop(channel, None)

    def _file(self, channel: str, job: Job) -> Job | None:
        with self._wake:
            replaced = self._jobs.pop(channel, None)
            self._jobs[channel] = job
            self._wake.notify()
        return replaced

    def _do(self, job: Job) -> None:
        try:
            result = job.work()
        except LatentLabError as error:
            self._refused.emit(job.number, str(error), "")
        except Exception as error:  # noqa: BLE001 - whatever happens here must reach the window, not the terminal
            self._refused.emit(job.number, f"{type(error).__name__}: {error}", traceback.format_exc())
        else:
            if isinstance(result, Later):
                result.begin(partial(self._take, job.number))
            elif job.number is not None:
                self._answered.emit(job.number, result)

    def _take(self, number: int | None, result: object) -> None:
        """The result of a `Later`. May be called from any thread."""
        if result is None:
            self._dropped.emit([number])
        elif number is not None:
            self._answered.emit(number, result)

    def _wait(self) -> Job | None:
        """Wait for work; what to do where none has come after a while. Called with the lock held."""
        self._wake.wait()
        return None

    def _next(self) -> Job | None:
        with self._wake:
            while not self._jobs and not self._closing:
                job = self._wait()
                if job is not None:
                    return job
            if self._closing:
                self._jobs = {channel: job for channel, job in self._jobs.items() if channel.startswith(_LASTING)}
            if not self._jobs:
                return None
            return self._jobs.pop(next((name for name in self._first if name in self._jobs), next(iter(self._jobs))))

    @Slot(object, object)
    def _on_answered(self, number: int, result: object) -> None:
        on_done, _ = self._replies.pop(number, (None, None))
        if on_done is not None:
            on_done(result)

    @Slot(object, str, str)
    def _on_refused(self, number: int | None, text: str, details: str) -> None:
        _, on_failed = self._replies.pop(number, (None, None)) if number is not None else (None, None)
        (on_failed or self.failed.emit)(text, details)

    @Slot(object)
    def _on_dropped(self, numbers: list[int | None]) -> None:
        for number in numbers:
            if number is not None:
                self._replies.pop(number, None)

    # Qt overrides

    def run(self) -> None:
        while (job := self._next()) is not None:
            self._do(job)
