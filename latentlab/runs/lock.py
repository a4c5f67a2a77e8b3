"""One writer a run: who holds its folder, and whether that process still lives."""

import contextlib
import getpass
import json
import os
import secrets
import socket
import sys
import tempfile
import threading
import time
import weakref
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from latentlab.errors import FileError, LockError
from latentlab.files.atomic import remove, write_atomically
from latentlab.files.text import parse_json, read_json

FILE_NAME = "lock"
_GUARD_NAME = ".lock"
HEARTBEAT = 5.0
"""Seconds between two heartbeats."""
STALE = 60.0
"""Seconds after its last heartbeat at which a process that cannot be asked counts as dead."""
_AHEAD = 300.0
"""Seconds that another computer's clock may be ahead of this one's."""
_LARGEST = 4096


@dataclass(frozen=True)
class Holder:
    """The process that writes a run.

    Attributes:
        host: its computer's name.
        user: who started it.
        pid: its number there.
        started: when it began to write, ISO 8601, UTC.
        heartbeat: when it last said that it lives, likewise.
        machine: its computer since the last boot and its process namespace: within one, numbers of processes can be compared.
        ticks: when the process was born, in the kernel's units, so that another process of the same number is told from it.
        folder: the run folder's inode: a copy of a run that is being written is not being written.
        token: of this very lock.
    """

    host: str
    user: str
    pid: int
    started: str
    heartbeat: str
    machine: str = ""
    ticks: int | None = None
    folder: int | None = None
    token: str = ""

    @classmethod
    def of_this_process(cls, folder: Path) -> "Holder":
        """This process, about to write in a folder."""
        now = _now()
        inode, pid = folder.stat().st_ino, os.getpid()
        return cls(_host(), user_name(), pid, now, now, _machine(), _birth(pid), inode, secrets.token_hex(8))

    @classmethod
    def from_record(cls, record: Any) -> "Holder | None":
        """The holder that a lock file names, None where it is damaged."""
        if not isinstance(record, dict):
            return None
        texts = {name: record.get(name, "") for name in ("host", "user", "started", "heartbeat", "machine", "token")}
        numbers = {name: record.get(name) for name in ("pid", "ticks", "folder")}
        sound = all(isinstance(text, str) and len(text) <= 300 for text in texts.values()) and all(
            value is None or (isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**64)
            for value in numbers.values()
        )
        pid = numbers["pid"]
        if not sound or pid is None or not 0 < pid < 2**31 or not texts["host"]:
            return None
        return cls(**texts, pid=pid, ticks=numbers["ticks"], folder=numbers["folder"])

    def to_bytes(self) -> bytes:
        """A line of JSON; two that differ in their heartbeats alone are of one length."""
        return (json.dumps(asdict(self)) + "\n").encode()

    @property
    def is_local(self) -> bool:
        """Whether it runs on this computer."""
        return self.machine == _machine() if self.machine else self.host == _host()

    def lives(self, folder: Path) -> bool:
        """Whether it still writes the run in this folder: by its process on this computer, by its heartbeat on another."""
        age = _seconds_since(self.heartbeat)
        fresh = age is not None and -_AHEAD <= age <= STALE
        if not self.is_local or sys.platform == "win32":  # asking for a process there by os.kill would end it
            return fresh
        if self.folder is not None and _inode(folder) != self.folder:
            return False
        if not _exists(self.pid):
            return False
        birth = _birth(self.pid)
        return fresh if birth is None or self.ticks is None else birth == self.ticks


def read_holder(folder: Path) -> Holder | None:
    """Who a run's lock file names, dead or alive; None without one and where it is damaged."""
    path = os.path.join(folder, FILE_NAME)  # noqa: PTH118 - thousands of runs that have none are listed
    if not os.path.lexists(path):
        return None
    try:
        return Holder.from_record(read_json(path, _LARGEST))
    except FileError:
        return None


class RunLock:
    """The right to write a run folder, from `take` to `release`, or to the end of the process.

    The system's lock on a second file excludes other processes where the file system has such locks; the heartbeat does it
    for other computers. A daemon thread keeps the heartbeat.
    """

    def __init__(self, folder: Path, holder: Holder, guard: FileLock | None) -> None:
        self._beat = _Beat(folder, holder, guard)
        self._finalizer = weakref.finalize(self, self._beat.end, os.getpid())
        threading.Thread(target=self._beat.run, name="heartbeat", daemon=True).start()

    @classmethod
    def take(cls, folder: Path) -> "RunLock":
        """Take a folder's lock, also from a process that is dead.

        Raises:
            LockError: if another writer has it.
            OSError: if the lock cannot be written.
        """
        folder.stat()  # the guard's library would make it
        guard = _taken_guard(folder)
        try:
            earlier = read_holder(folder)
            if earlier is not None and (earlier.lives(folder) or _beats(folder, earlier)):
                raise _held(folder, earlier)
            holder = Holder.of_this_process(folder)
            if (folder / FILE_NAME).is_dir():
                remove(folder / FILE_NAME)
            write_atomically(folder / FILE_NAME, holder.to_bytes())
        except BaseException:
            if guard is not None:
                guard.release()
            raise
        return cls(folder, holder, guard)

    @property
    def excludes_others(self) -> bool:
        """Whether the file system keeps other processes out; where it does not, the heartbeat alone has to."""
        return self._beat.guard is not None

    def check(self) -> None:
        """Make sure that this is still the writer.

        Raises:
            LockError: if another process has taken over, because this one did not answer for long.
        """
        beat = self._beat
        found = read_holder(beat.folder)
        if found is not None and found.token != beat.holder.token:
            beat.ended.set()
            raise LockError(
                f"{beat.folder}: process {found.pid} on {found.host} has taken over this run; this process no longer writes it."
            )
        if found is None and beat.was_held_up and _inode(beat.folder) == beat.holder.folder:
            beat.ended.set()
            raise LockError(
                f"{beat.folder}: this process was held up for more than {STALE:g} s, and its lock is gone: another process has "
                "taken over this run meanwhile; this one no longer writes it."
            )

    def renew(self) -> None:
        """Write the lock again, into a folder that was made again.

        Raises:
            LockError: if another writer has it.
            OSError: if it cannot be written.
        """
        self._beat.renew()

    def release(self) -> None:
        """Let another process write."""
        self._finalizer()


class _Beat:
    """What the heartbeat's thread shares with its lock, which may be collected meanwhile."""

    def __init__(self, folder: Path, holder: Holder, guard: FileLock | None) -> None:
        self.folder, self.holder, self.guard = folder, holder, guard
        self.ended = threading.Event()
        self.awake_at = time.time()
        self._was_held_up = False
        self._access = threading.Lock()

    @property
    def was_held_up(self) -> bool:
        """Whether the process, or its computer, has slept for so long that it counted as dead, without a heartbeat since."""
        return self._was_held_up or time.time() - self.awake_at > STALE

    def run(self) -> None:
        while not self.ended.wait(HEARTBEAT):
            self._was_held_up, self.awake_at = self.was_held_up, time.time()
            with self._access, contextlib.suppress(OSError):
                self._write()

    def renew(self) -> None:
        with self._access:
            if self.guard is not None:
                self.guard.release(force=True)
            self.guard = _taken_guard(self.folder)
            self.holder = Holder.of_this_process(self.folder)
            write_atomically(self.folder / FILE_NAME, self.holder.to_bytes())

    def end(self, pid: int) -> None:
        self.ended.set()
        if os.getpid() != pid:  # a child got a copy of this object, not the lock
            return
        with self._access:
            found = read_holder(self.folder)
            if found is not None and found.token == self.holder.token:
                remove(self.folder / FILE_NAME)
            if self.guard is not None:
                self.guard.release(force=True)

    def _write(self) -> None:
        # In place, so that a full disk does not stop it: the line keeps its length.
        content = Holder(**{**asdict(self.holder), "heartbeat": _now()}).to_bytes()
        if self.ended.is_set():
            return
        with (self.folder / FILE_NAME).open("r+b", buffering=0) as file:
            found = _holder_in(file.read(_LARGEST))
            if found is not None and found.token != self.holder.token:
                self.ended.set()
                return
            file.seek(0)
            file.write(content)
            file.truncate()
        self._was_held_up = False


def _holder_in(content: bytes) -> Holder | None:
    try:
        return Holder.from_record(parse_json(content, Path(FILE_NAME)))
    except FileError:
        return None


def _beats(folder: Path, holder: Holder) -> bool:
    """Whether a process of another computer has just written its lock by the clock of the file system; those of the two
    computers may differ."""
    if holder.is_local or _seconds_since(holder.heartbeat) is None:
        return False
    if holder.folder is not None and _inode(folder) != holder.folder:  # a copy, in which nobody writes
        return False
    with contextlib.suppress(FileNotFoundError), tempfile.TemporaryFile(dir=folder) as new:
        return os.fstat(new.fileno()).st_mtime - (folder / FILE_NAME).stat().st_mtime < STALE
    return False


def _taken_guard(folder: Path) -> FileLock | None:
    guard = FileLock(folder / _GUARD_NAME, thread_local=False, blocking=False)
    try:
        guard.acquire()
    except Timeout:
        raise _held(folder, read_holder(folder)) from None
    except (OSError, NotImplementedError):  # no such locks here (some network file systems): the heartbeat has to do
        return None
    return guard


def _held(folder: Path, holder: Holder | None) -> LockError:
    who = f"process {holder.pid} on {holder.host}" if holder else "another process"
    return LockError(f"{folder}: {who} is writing this run; stop it there first, or follow it (latentlab watch).")


def user_name() -> str:
    """Who runs this process; empty where the system does not know."""
    try:
        return getpass.getuser()[:100]
    except (OSError, KeyError, ImportError):
        return ""


def _host() -> str:
    return socket.gethostname()[:200] or "unknown"


@cache
def _machine() -> str:
    """Empty where the system does not tell."""
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        return f"{boot} {Path('/proc/self/ns/pid').readlink()}"
    except (OSError, ValueError):
        return ""


def _birth(pid: int) -> int | None:
    """When a process was born, in ticks since boot; None where the system does not tell."""
    fields = _stat(pid)
    return int(fields[19]) if len(fields) > 19 and fields[19].isdigit() else None


def _exists(pid: int) -> bool:
    """Whether a process of this number runs on this computer; one that only waits to be buried does not."""
    fields = _stat(pid)
    if fields:
        return fields[0] not in ("Z", "X")
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:  # somebody else's
        return True
    return True


def _stat(pid: int) -> list[str]:
    """The fields of /proc/PID/stat from the state on; empty where there are none."""
    try:
        content = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return []
    return content.rpartition(")")[2].split()


def _inode(folder: Path) -> int | None:
    try:
        return folder.stat().st_ino
    except OSError:
        return None


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _seconds_since(time: str) -> float | None:
    try:
        return (datetime.now(UTC) - datetime.fromisoformat(time)).total_seconds()
    except (ValueError, TypeError, OverflowError):
        return None
