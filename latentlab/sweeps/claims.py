"""The right to work on a cell of a sweep: one worker's at a time, and free again when that worker has died."""

import contextlib
import time
from collections.abc import Iterator
from pathlib import Path

from latentlab.errors import LockError, RunError
from latentlab.runs import RunLock
from latentlab.runs.lock import Holder, read_holder
from latentlab.sweeps.records import cell_folder

SETTLE = 3.0
"""Seconds after which a lock is read again on a file system that excludes nobody: of several that took it at once, the last has
it."""


@contextlib.contextmanager
def claimed(folder: Path, key: str) -> Iterator[RunLock | None]:
    """Holds a cell of a sweep's folder against other workers; None where a worker that lives has it.

    Raises:
        RunError: if the lock cannot be written.
    """
    lock = None if worker_of(folder, key) else _taken(cell_folder(folder, key))
    try:
        yield lock
    finally:
        if lock is not None:
            lock.release()


def worker_of(folder: Path, key: str) -> Holder | None:
    """The process that works on a cell; None where nobody does."""
    holder = last_worker_of(folder, key)
    return holder if holder is not None and holder.lives(cell_folder(folder, key)) else None


def last_worker_of(folder: Path, key: str) -> Holder | None:
    """The process that works on a cell, or that died over it; None where nobody does and none has."""
    return read_holder(cell_folder(folder, key))


def _taken(place: Path) -> RunLock | None:
    try:
        place.mkdir(parents=True, exist_ok=True)
        lock = RunLock.take(place)
    except LockError:
        return None
    except OSError as error:
        raise RunError(f"{place}: cannot be written: {error.strerror or error}.") from None
    if lock.excludes_others:
        return lock
    try:
        time.sleep(SETTLE)
        lock.check()
    except LockError:
        lock.release()
        return None
    except BaseException:
        lock.release()
        raise
    return lock
