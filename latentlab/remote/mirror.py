"""A folder here that follows one on another computer: the small files of its runs, by what was appended to them.

Whatever reads run folders reads it, see `runs.mirrors`. One process writes it.
"""

import contextlib
import hashlib
import os
import re
import shutil
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from latentlab.environment import cache_folder
from latentlab.errors import RemoteError, RunError, shown
from latentlab.files.regular import is_bare_name, os_reason, size_text
from latentlab.remote import protocol
from latentlab.remote.frames import Frame
from latentlab.remote.served import HEADER_FILE, MOST_PIECES, RUN_FILES
from latentlab.runs.header import read_header
from latentlab.runs.mirrors import FILE_NAME, Mirror, mirror_from, read_mirror

Ask = Callable[[str, dict[str, Any]], Frame]
_GROWING = frozenset({"metrics.jsonl", "events.jsonl"})
_CHECKPOINT_FILE = re.compile(r"checkpoints/(step-[0-9]{9,15})/(?:manifest\.json|name\.txt)")
_OVERLAP = 4096
"""Bytes before the place where a file is gone on with that are compared: another file may have taken its inode."""
_LARGEST = 2**30
"""Bytes of a file that is copied."""
_UNFINISHED = 0
"""In the place of a time: of a file that is being copied."""
_MOST_RUNS = 100_000
_MOST_BRANCHES = 100
_MOST_MIRRORS = 100
_KEPT_SECONDS = 30 * 24 * 3600


class MirrorFolder:
    """The copy of one folder, under the address that it has there. Several threads may have it updated.

    Attributes:
        path: the folder here.
    """

    def __init__(self, address: str, folder: Path | None = None) -> None:
        """A folder in the cache, or below another one, that no other process writes.

        Raises:
            RemoteError: if it cannot be made.
        """
        self._address = address
        self._updating = threading.Lock()
        parent = (cache_folder() if folder is None else folder) / "remote"
        name = hashlib.sha256(address.encode()).hexdigest()[:16]
        try:
            for number in range(_MOST_MIRRORS):
                self.path = parent / f"{name}-{number}"
                self.path.mkdir(parents=True, exist_ok=True)
                self._lock = FileLock(self.path / ".lock", blocking=False, thread_local=False)
                with contextlib.suppress(Timeout):
                    self._lock.acquire()
                    os.utime(self.path)
                    break
            else:
                raise RemoteError(f"{parent}: {_MOST_MIRRORS} processes watch {address} already.")
            _drop_old(parent)
        except (OSError, NotImplementedError) as error:
            reason = os_reason(error) if isinstance(error, OSError) else str(error)
            raise RemoteError(f"{self.path}: runs of {address} cannot be copied there: {reason}.") from None

    def close(self) -> None:
        """Let another process write it; one that holds nothing goes."""
        if not any(self.path.glob("*/")):
            shutil.rmtree(self.path, ignore_errors=True)
        self._lock.release()

    def update_list(self, ask: Ask) -> None:
        """Take over which runs there are, and what a list shows of them.

        Raises:
            RemoteError: if the other side does not say, or it cannot be written here.
        """
        with self._updating:
            self._update_list(ask)

    def update(self, ask: Ask, name: str) -> Path:
        """Take over all that is new of a run, and once those that it branched off; its folder here.

        Raises:
            RemoteError: if there is no such run, or it cannot be written here.
        """
        with self._updating:
            self._update(ask, name)
            with contextlib.suppress(RunError, RemoteError):  # where it branched off need not lie there
                one = name
                for _ in range(_MOST_BRANCHES):
                    parent = read_header(self.path / one).parent
                    if parent is None or parent.run == name:
                        break
                    one = parent.run
                    known = read_mirror(self.path / one)
                    if known is None or not _GROWING & known.files.keys():
                        self._update(ask, one)
        return self.path / name

    def _update_list(self, ask: Ask) -> None:
        first, names = 0, set[str]()
        while True:
            said = ask(protocol.RUNS, {"first": first}).header
            looks, following, count = said.get("looks"), said.get("next"), said.get("count")
            if not isinstance(looks, list) or type(following) is not int or type(count) is not int or count > _MOST_RUNS:
                raise RemoteError(f"{self._address}: {shown(said)} is no list of runs.")
            mirrors = dict(self._said(look) for look in looks)
            for name, mirror in mirrors.items():
                known = read_mirror(self.path / name)
                if known is None or not _GROWING & known.files.keys():
                    self._fetch(ask, name, mirror, whole=False)
                elif (known.state, known.step) != (mirror.state, mirror.step):  # what is said must be there
                    self._update(ask, name)
            names |= mirrors.keys()
            if following >= count or following <= first:
                break
            first = following
        self._forget_all_but(names)

    def _update(self, ask: Ask, name: str) -> None:
        asked, mirror = self._said(ask(protocol.LOOK, {"run": name}).header.get("look"))
        if asked != name:
            raise RemoteError(f"{self._address}: {shown(asked)} was described in the place of {shown(name)}.")
        steps = {found[1] for file in mirror.files if (found := _CHECKPOINT_FILE.fullmatch(file))}
        self._fetch(ask, name, mirror, whole=True)
        self._forget_checkpoints(name, steps)

    def _said(self, look: Any) -> tuple[str, Mirror]:
        mirror = mirror_from({**look, "address": self._address}) if isinstance(look, dict) else None
        name = look.get("name") if isinstance(look, dict) else None
        sound = mirror is not None and isinstance(name, str) and is_bare_name(name) and not name.startswith(".")
        if not sound or mirror is None or not isinstance(name, str) or not all(map(_may_be_copied, mirror.files)):
            raise RemoteError(f"{self._address}: {shown(look)} is no description of a run.")
        return name, mirror

    def _fetch(self, ask: Ask, name: str, mirror: Mirror, *, whole: bool) -> None:
        """Copy what has changed of a run's files, and then write what is said of the run: what it says must be there."""
        folder = self.path / name
        known = read_mirror(folder)
        have = dict(known.files) if known else {}
        wanted = [file for file, stamp in mirror.files.items() if have.get(file) != stamp or not (folder / file).is_file()]
        try:
            folder.mkdir(exist_ok=True)
            others = set[str]()
            while wanted:
                wanted = self._fetch_pieces(ask, name, mirror, wanted, have, others)
            for file in RUN_FILES if whole else ():
                if file not in mirror.files and file != HEADER_FILE:
                    (folder / file).unlink(missing_ok=True)
            if mirror != known:
                _replace(folder / FILE_NAME, mirror.to_bytes())
        except OSError as error:
            raise RemoteError(f"{folder}: a run of {self._address} cannot be copied there: {os_reason(error)}.") from None

    def _fetch_pieces(
        self,
        ask: Ask,
        name: str,
        mirror: Mirror,
        wanted: list[str],
        have: dict[str, tuple[int, int, int]],
        others: set[str],
    ) -> list[str]:
        """Ask once; the files that more is wanted of. Notes in `others` which have turned out to be other files than before."""
        folder = self.path / name
        asked = wanted[:MOST_PIECES]
        offsets = [_grown_from(folder / file, file, mirror.files[file], have.get(file)) for file in asked]
        starts = [max(0, offset - _OVERLAP) for offset in offsets]
        pieces = [{"run": name, "file": file, "offset": start} for file, start in zip(asked, starts, strict=True)]
        answer = ask(protocol.READ, {"pieces": pieces})
        inodes = answer.header.get("inodes")
        if not isinstance(inodes, list) or len(inodes) != len(answer.parts) or not 0 < len(inodes) <= len(asked):
            raise RemoteError(f"{self._address}: {shown(inodes)} came for {len(asked)} pieces of files.")
        again = []
        for file, offset, start, inode, content in zip(asked, offsets, starts, inodes, answer.parts, strict=False):
            inode_wanted, size, _ = mirror.files[file]
            if start + len(content) > _LARGEST:
                raise RemoteError(
                    f"{self._address}: {file} of {name} is larger than {size_text(_LARGEST)}, the most that is copied."
                )
            place, known = folder / file, offset - start
            if offset and (inode != inode_wanted or content[:known] != _end_of(place, known)):
                if file in others:
                    raise RemoteError(f"{self._address}: {file} of {name} changes while it is copied.")
                others.add(file)
                have.pop(file, None)
                again.append(file)
                continue
            if offset:
                with place.open("ab") as opened:
                    opened.write(content[known:])
            elif content or inode:
                place.parent.mkdir(parents=True, exist_ok=True)
                _replace(place, content)
            have[file] = (inode_wanted, start + len(content), _UNFINISHED)
            if len(content) > known and inode == inode_wanted and start + len(content) < size:
                again.append(file)
        return again + wanted[len(inodes) :]

    def _forget_checkpoints(self, name: str, steps: set[str]) -> None:
        with contextlib.suppress(OSError):
            for folder in (self.path / name / "checkpoints").iterdir():
                if folder.name not in steps:
                    shutil.rmtree(folder, ignore_errors=True)

    def _forget_all_but(self, names: set[str]) -> None:
        with contextlib.suppress(OSError):
            for folder in self.path.iterdir():
                if folder.name not in names and (folder / FILE_NAME).is_file():
                    shutil.rmtree(folder, ignore_errors=True)


def _drop_old(parent: Path) -> None:
    """Remove the mirrors that nobody has watched for long."""
    for folder in parent.iterdir():
        with contextlib.suppress(OSError):  # of another window that does the same, or no folder at all
            if time.time() - folder.stat().st_mtime > _KEPT_SECONDS:
                lock = FileLock(folder / ".lock", blocking=False)
                with contextlib.suppress(Timeout), lock:
                    shutil.rmtree(folder, ignore_errors=True)


def _may_be_copied(file: str) -> bool:
    return file in RUN_FILES or _CHECKPOINT_FILE.fullmatch(file) is not None


def _grown_from(place: Path, file: str, stamp: tuple[int, int, int], known: tuple[int, int, int] | None) -> int:
    """Where to go on with a file; 0 where it is another one, or was replaced."""
    if known is None or known[0] != stamp[0] or (file not in _GROWING and known[2] != _UNFINISHED):
        return 0
    try:
        size = place.stat().st_size
    except OSError:
        return 0
    return size if size <= stamp[1] else 0


def _end_of(path: Path, count: int) -> bytes:
    """The last bytes of a file."""
    with path.open("rb") as file:
        file.seek(-count, os.SEEK_END)
        return file.read()


def _replace(path: Path, content: bytes | bytearray | memoryview) -> None:
    temporary = path.with_name(f".{path.name}.part")
    temporary.write_bytes(content)
    temporary.replace(path)
