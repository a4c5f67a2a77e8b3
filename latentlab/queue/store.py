"""The queue on disk: a folder for each entry, and their order.

runs/queue/order.json                   names of the entries in the order in which they are run
runs/queue/<entry>/entry.json           what is to be done
runs/queue/<entry>/state.json           what has become of it
runs/queue/<entry>/lock                 which process is at work on it, if any
"""

import contextlib
import secrets
import shutil
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

from filelock import FileLock
from pydantic import Field

from latentlab.config import Component
from latentlab.errors import FileError, LockError, RunError
from latentlab.files.text import read_json
from latentlab.queue.entries import Entry, EntryState, Queued, Record, is_number, read_entry, write_json
from latentlab.runs import RunLock
from latentlab.runs.lock import read_holder

FOLDER = "queue"
_ORDER, _GUARD = "order.json", ".lock"
MOST_STARTS = 3
"""Processes that may end without a word while they are at work on an entry, before it counts as failed."""


class _Order(Component):
    entries: tuple[str, ...] = Field(default=(), strict=False)


def queue_of(runs_folder: Path) -> "RunQueue":
    """The queue of a folder of runs."""
    return RunQueue(runs_folder / FOLDER)


class RunQueue:
    """Entries in line. Any number of processes may look at it, change it and take entries from it at once.

    Attributes:
        folder: where it is kept; its runs go into the folder above.
    """

    def __init__(self, folder: Path) -> None:
        """A queue, which need not exist yet."""
        self.folder = folder

    @property
    def runs_folder(self) -> Path:
        """Where its runs go."""
        return self.folder.parent

    def entries(self) -> list[Queued]:
        """All entries in the order in which they are run; one that is damaged says so.

        Raises:
            RunError: if the folder cannot be read.
        """
        try:
            present = {path.name for path in self.folder.iterdir() if path.is_dir() and is_number(path.name)}
        except FileNotFoundError:
            return []
        except OSError as error:
            raise RunError(f"{self.folder}: cannot be read: {error.strerror or error}.") from None
        return [self._queued(number) for number in self._ordered(present)]

    def get(self, number: str) -> Queued:
        """An entry.

        Raises:
            RunError: if there is none of that name.
        """
        return next((queued for queued in self.entries() if queued.number == number), None) or self._missing(number)

    def add(self, entry: Entry) -> Queued:
        """Put an entry at the end.

        Raises:
            RunError: if it cannot be written.
        """
        number = f"{datetime.now(UTC):%y%m%d%H%M}-{secrets.token_hex(2)}"
        with self._guarded():
            order = [queued.number for queued in self.entries()]
            write_json(self.folder / number / "entry.json", entry)
            Record().write(self.folder / number)
            self._write_order([*order, number])
        return self._queued(number)

    def duplicate(self, number: str) -> Queued:
        """Put an entry's settings at the end once more.

        Raises:
            RunError: if there is no such entry, or it cannot be read or written.
        """
        return self.add(read_entry(self._existing(number)))

    def move(self, number: str, place: int) -> None:
        """Move an entry to a place, counted from 0.

        Raises:
            RunError: if there is none of that name, or the order cannot be written.
        """
        with self._guarded():
            order = [queued.number for queued in self.entries()]
            if number not in order:
                self._missing(number)
            order.remove(number)
            order.insert(min(max(place, 0), len(order)), number)
            self._write_order(order)

    def remove(self, number: str) -> None:
        """Take an entry out; its run stays.

        Raises:
            RunError: if there is none of that name.
            LockError: if it is running.
        """
        folder = self._existing(number)
        with self._guarded(), self.taken(number):
            order = [queued.number for queued in self.entries() if queued.number != number]
            self._write_order(order)
        shutil.rmtree(folder, ignore_errors=True)

    def pause(self, number: str) -> None:
        """Have an entry passed over until `wait`.

        Raises:
            RunError: if there is none of that name.
            LockError: if it is running.
        """
        with self.taken(number):
            record = Record.read(self.folder / number)
            record.model_copy(update={"state": "paused"}).write(self.folder / number)

    def wait(self, number: str) -> None:
        """Put an entry in line again that was paused, failed, or finished.

        Raises:
            RunError: if there is none of that name.
            LockError: if it is running.
        """
        with self.taken(number):
            record = Record.read(self.folder / number)
            again = {"state": "waiting", "reason": "", "starts": 0, **({"run": None} if record.state == "finished" else {})}
            record.model_copy(update=again).write(self.folder / number)

    def clear(self) -> int:
        """Take out all that are finished; how many these were."""
        done = [queued.number for queued in self.entries() if queued.state is EntryState.FINISHED]
        for number in done:
            self.remove(number)
        return len(done)

    def next_due(self, besides: Sequence[str] = ()) -> Queued | None:
        """The first entry whose turn it is; an entry whose processes have died too often is set down as failed."""
        for queued in self.entries():
            if not queued.is_due or queued.number in besides:
                continue
            if queued.state is EntryState.INTERRUPTED and self._dies_again_and_again(queued.number):
                continue
            return queued
        return None

    @contextlib.contextmanager
    def taken(self, number: str) -> Iterator[Path]:
        """Holds an entry against other processes; gives its folder.

        Raises:
            RunError: if there is none of that name.
            LockError: if another process is at work on it.
        """
        folder = self._existing(number)
        try:
            lock = RunLock.take(folder)
        except LockError:
            holder = read_holder(folder)
            who = f"process {holder.pid} on {holder.host}" if holder else "another process"
            raise LockError(f"queue entry {number}: {who} is at work on it; stop it there first.") from None
        except OSError as error:
            raise RunError(f"{folder}: cannot be written: {error.strerror or error}.") from None
        try:
            yield folder
        finally:
            lock.release()

    def _dies_again_and_again(self, number: str) -> bool:
        with contextlib.suppress(RunError), self.taken(number) as folder:
            record = Record.read(folder)
            if record.starts < MOST_STARTS:
                return False
            reason = f"{record.starts} processes that worked on it ended without a word; short of memory, perhaps."
            record.model_copy(update={"state": "failed", "reason": reason}).write(folder)
        return True

    def _queued(self, number: str) -> Queued:
        folder = self.folder / number
        try:
            entry, record = read_entry(folder), Record.read(folder)
        except RunError as error:
            return Queued(number, None, EntryState.FAILED, str(error))
        state = EntryState(record.state)
        if state is EntryState.RUNNING:
            holder = read_holder(folder)
            if holder is None or not holder.lives(folder):
                state = EntryState.INTERRUPTED
        run = None if record.run is None else self.runs_folder / record.run
        return Queued(number, entry, state, record.reason, run)

    def _ordered(self, present: set[str]) -> list[str]:
        try:
            order = _Order.model_validate(read_json(self.folder / _ORDER)).entries
        except (FileError, ValueError):  # lost or damaged: as they were added
            order = ()
        known = [number for number in dict.fromkeys(order) if number in present]
        return [*known, *sorted(present.difference(known))]

    def _write_order(self, order: Sequence[str]) -> None:
        write_json(self.folder / _ORDER, _Order(entries=tuple(order)))

    @contextlib.contextmanager
    def _guarded(self) -> Iterator[None]:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            lock = FileLock(self.folder / _GUARD)
            lock.acquire()
        except (OSError, NotImplementedError) as error:
            raise RunError(f"{self.folder}: cannot be written: {error}.") from None
        try:
            yield
        finally:
            lock.release()

    def _existing(self, number: str) -> Path:
        folder = self.folder / number
        return folder if is_number(number) and folder.is_dir() else self._missing(number)

    def _missing(self, number: str) -> NoReturn:
        there = ", ".join(queued.number for queued in self.entries()) or "none"
        raise RunError(f"queue entry {number}: there is no such entry; there are: {there}.")
