"""Going through a folder: images, links, and everything else by kind."""

import os
import stat
import time
from functools import partial
from itertools import islice
from pathlib import Path, PurePosixPath

from latentlab.data.faults import FileFault
from latentlab.data.formats import READABLE
from latentlab.data.gather import LARGEST_FILE, Gathering, ImageFile, is_image_name, too_large
from latentlab.data.kinds import BEGINNING, counted, is_system, kind_by_content, kind_by_name
from latentlab.data.layout import natural_key
from latentlab.errors import DataError, FileError
from latentlab.files.mounts import virtual_file_systems
from latentlab.files.regular import open_regular, read_bytes

DEEPEST = 64
"""Folders within folders that are gone through."""
MOST_ENTRIES = 2**24
"""Files and folders that are looked at."""
PATIENCE = 60.0
"""Seconds for which a folder is gone through without finding an image."""
_SHARDS = ("tar", "parquet", "Arrow", "video")
_MOST_LOOKED_INTO = 20_000
"""Files without a telling name whose beginning is looked at."""


def add_folder(found: Gathering, root: Path) -> list[tuple[str, Path]]:
    """Add what lies below a folder; gives the kind and place of what may be shards of a collection.

    Links are followed, but no folder is read twice. Hidden files and those of the operating system are only counted.

    Raises:
        DataError: if the folder cannot be listed, is no place for images, or has no end.
    """
    walk = _Walk(found, root)
    walk.go()
    return sorted(walk.shards, key=lambda shard: natural_key(PurePosixPath(shard[1])))


class _Walk:
    def __init__(self, found: Gathering, root: Path) -> None:
        self._found = found
        self._root = root
        self._seen: dict[tuple[int, int], str] = {}
        self._linked = 0
        self._outside = 0
        self._empty = 0
        self._looked_into = 0
        self._entries = 0
        self._last_image = time.monotonic()
        self._virtual = virtual_file_systems()
        self.shards: list[tuple[str, Path]] = []

    def go(self) -> None:
        try:
            kind = self._virtual.get(self._root.stat().st_dev)
            self._enter(str(self._root))
        except OSError as error:
            raise DataError(f"{self._root}: cannot be read: {error.strerror}.") from None
        if kind:
            raise DataError(f"{self._root}: is a part of the system itself ({kind}), which holds no images.")
        stack: list[tuple[str, PurePosixPath]] = [(str(self._root), PurePosixPath())]
        while stack:
            stack.extend(reversed(self._folder(*stack.pop())))
        if self._linked:
            beyond = f", {self._outside:,} of them to places outside data.root" if self._outside else ""
            self._found.notes.append(
                f"{counted(self._linked, 'link to a folder is', 'links to folders are')} followed{beyond}."
            )
        if self._empty:
            self._found.notes.append(f"{counted(self._empty, 'folder is', 'folders are')} empty.")

    def _folder(self, folder: str, below: PurePosixPath) -> list[tuple[str, PurePosixPath]]:
        """Add the files of a folder; gives the folders in it."""
        try:
            with os.scandir(folder) as entries:
                inside = sorted(islice(entries, MOST_ENTRIES + 1 - self._entries), key=lambda entry: entry.name)
        except OSError as error:
            if not below.parts:
                raise DataError(f"{self._root}: cannot be read: {error.strerror}.") from None
            self._found.refuse(folder, "unreadable", f"cannot be read: {error.strerror}")
            return []
        if not inside:
            self._empty += 1
        self._entries += len(inside)
        if self._entries > MOST_ENTRIES:
            raise DataError(f"{self._root}: holds more than {MOST_ENTRIES:,} files and folders; name one further down.")
        folders = []
        for entry in inside:
            self._require_progress()
            if is_system(entry.name):
                self._found.passed["system"] += 1
            elif entry.name.startswith("."):
                self._found.passed["hidden"] += 1
            elif _is_folder(entry):
                self._found.notice(entry.name)
                if self._may_enter(entry, below):
                    folders.append((entry.path, below / entry.name))
            else:
                self._file(entry, below / entry.name)
        return folders

    def _require_progress(self) -> None:
        """Raise `DataError` where no image was found for long: there are trees without end."""
        if time.monotonic() - self._last_image > PATIENCE:
            count = counted(len(self._found.files), "image", "images")
            raise DataError(
                f"{self._root}: {PATIENCE:.0f} seconds went by without finding another image, after {count} among "
                f"{self._entries:,} files and folders; name the folder that the images are in."
            )

    def _enter(self, folder: str) -> bool:
        """Whether a folder was not read before, by another way."""
        status = os.stat(folder)  # noqa: PTH116
        return self._seen.setdefault((status.st_dev, status.st_ino), folder) == folder

    def _may_enter(self, entry: os.DirEntry[str], below: PurePosixPath) -> bool:
        name = str(below / entry.name)
        if len(below.parts) >= DEEPEST:
            self._found.refuse(name, "unreadable", f"lies more than {DEEPEST} folders deep")
            return False
        try:
            if kind := self._virtual.get(os.stat(entry.path).st_dev):  # noqa: PTH116
                self._found.refuse(name, "unreadable", f"is a part of the system itself ({kind}), which holds no images")
                return False
            new = self._enter(entry.path)
            is_link = entry.is_symlink()
        except OSError as error:
            self._found.refuse(name, "unreadable", f"cannot be read: {error.strerror}")
            return False
        if not new:
            self._found.refuse(name, "link", "leads to a folder that is read already; it is not read twice")
        elif is_link:
            self._linked += 1
            self._outside += not Path(entry.path).resolve().is_relative_to(self._root.resolve())
        return new

    def _file(self, entry: os.DirEntry[str], path: PurePosixPath) -> None:
        if is_image_name(entry.name):
            self._image(entry, path)
            return
        kind = kind_by_name(entry.name)
        if kind is None and self._looked_into < _MOST_LOOKED_INTO:
            self._looked_into += 1
            kind = _kind_of(entry.path)
        if kind in READABLE:
            self._image(entry, path)
            return
        if kind in _SHARDS:
            self.shards.append((kind, Path(entry.path)))
        self._found.pass_over(path, _stamp(entry.path)[0], partial(_read, entry.path, path), kind)

    def _image(self, entry: os.DirEntry[str], path: PurePosixPath) -> None:
        self._found.add(ImageFile(path, partial(_read, entry.path, path), *_stamp(entry.path)))
        self._last_image = time.monotonic()


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _kind_of(file: str) -> str | None:
    try:
        with open_regular(file) as opened:
            return kind_by_content(opened.read(BEGINNING))
    except (FileError, OSError):
        return None


def _stamp(file: str) -> tuple[int, int]:
    """Size and time of the last change; zeros for what may not be read, which is another state of the same file."""
    try:
        status = os.stat(file)  # noqa: PTH116 - a Path takes ten times as long, and there may be 200,000
    except OSError:
        return 0, 0
    if not os.access(file, os.R_OK) or not stat.S_ISREG(status.st_mode):
        return 0, 0
    return status.st_size, status.st_mtime_ns


def _read(file: str, path: PurePosixPath) -> bytes:
    try:
        return read_bytes(file, LARGEST_FILE)
    except FileError as error:
        if error.reason.startswith("is larger"):
            raise FileFault(str(path), "too_large", too_large(_stamp(file)[0])) from None
        raise FileFault(str(path), "unreadable", error.reason) from None
