"""Zip and tar files of images, read where they stand: nothing in them becomes a file."""

import bz2
import gzip
import lzma
import os
import re
import shutil
import tarfile
import tempfile
import threading
import zipfile
import zlib
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO

from latentlab.data.faults import FileFault
from latentlab.data.formats import READABLE
from latentlab.data.gather import LARGEST_FILE, Gathering, ImageFile, is_image_name, place_of, shard_path, too_large
from latentlab.data.kinds import BEGINNING, counted, is_system, kind_by_content, kind_by_name
from latentlab.errors import DataError, FileError
from latentlab.files.regular import open_regular, size_text

CONTAINERS: Mapping[str, str] = {
    ".tar": "tar",
    ".tgz": "tar",
    ".gz": "tar",
    ".tbz2": "tar",
    ".txz": "tar",
    ".parquet": "parquet",
}
MOST_MEMBERS = 20_000_000
_DRIVE = re.compile(r"^[A-Za-z]:")
_ENCRYPTED = 1
_FAULTS = (OSError, EOFError, ValueError, RuntimeError, NotImplementedError, zipfile.BadZipFile, zlib.error, lzma.LZMAError)
_TAR_FAULTS = (*_FAULTS, tarfile.TarError)
_UNPACKERS: tuple[tuple[bytes, Callable[..., Any]], ...] = (
    (b"\x1f\x8b", gzip.open),
    (b"BZh", bz2.open),
    (b"\xfd7zXZ\0", lzma.open),
)
_IN_MEMORY = 2**26
_BLOCK = 2**20
_ROOM_LEFT = 2**28
"""Bytes that unpacking a tar leaves free on the disk."""


def container_of(path: Path) -> str | None:
    """What a file is by its content: zip, tar (packed or not), parquet, or another of `kinds`; None where that does not tell.

    Raises:
        DataError: if it cannot be read.
    """
    try:
        with open_regular(path) as file:
            beginning = file.read(BEGINNING)
            unpack = next((unpack for start, unpack in _UNPACKERS if beginning.startswith(start)), None)
            if unpack is not None:
                file.seek(0)
                try:
                    with unpack(file) as unpacked:
                        beginning = unpacked.read(BEGINNING)
                except _TAR_FAULTS:
                    return "gzip"
                return "tar" if kind_by_content(beginning) == "tar" else "gzip"
    except FileError as error:
        raise DataError(f"{path}: {error.reason}.") from None
    except OSError as error:
        raise DataError(f"{path}: cannot be read: {error.strerror}.") from None
    kind = kind_by_content(beginning)
    if kind in (None, "tar") and beginning[:1] and _is_old_tar(path):
        return "tar"
    if kind is None and path.suffix.lower() == ".zip" and zipfile.is_zipfile(path):
        return "zip"  # with something before it, as in a self-extracting archive
    return kind


def add_zip(found: Gathering, path: Path, stack: ExitStack) -> None:
    """Add the images of a zip file; what its names say of drives, roots and folders above is taken off.

    Raises:
        DataError: if it is no zip file.
    """
    try:
        archive = stack.enter_context(zipfile.ZipFile(stack.enter_context(open_regular(path))))
    except FileError as error:
        raise DataError(f"{path}: {error.reason}.") from None
    except _FAULTS:
        raise DataError(f"{path}: not a zip file, or a damaged one; fetch or pack it again.") from None
    entries = {}
    repeated = 0
    for info in archive.infolist():
        if not info.is_dir():
            repeated += info.filename in entries
            entries[info.filename] = info
    _note_repeated(found, repeated)
    locked = 0
    for info in entries.values():
        name = inside(info.filename)
        if info.flag_bits & _ENCRYPTED and (is_image_name(name.name) or not kind_by_name(name.name)):
            locked += 1
            found.refuse(str(name), "encrypted", "is encrypted; unpack the zip with its password first")
            continue
        _add(found, name, name, info.file_size, info.CRC, partial(_read_entry, archive, info, name))
    if locked:
        which = counted(locked, "entry is", "entries are")
        found.notes.append(f"{which} encrypted; unpack the zip with its password and name the folder.")


def add_tar(found: Gathering, path: Path, stack: ExitStack, shard: str | None = None, part: str | None = None) -> None:
    """Add the images of a tar file, packed (.tar.gz, .bz2, .xz) or not, and labels beside them as webdataset keeps them.

    What is packed is unpacked into memory, or where it is large into a temporary file without a name.

    Args:
        found: takes what there is.
        path: the file.
        stack: keeps open what is read from.
        shard: the name that the file has among others.
        part: of a split that it belongs to.

    Raises:
        DataError: if it is no tar file, is damaged before its first file, or there is no room to unpack it.
    """
    version = path.stat().st_mtime_ns
    reader = _Tar(path, stack)
    members: dict[PurePosixPath, tuple[int, int]] = {}
    repeated = 0
    try:
        with reader.opened() as file, tarfile.open(fileobj=file, mode="r:") as archive:
            while member := archive.next():
                archive.members = []  # type: ignore[attr-defined]  # else all are kept in memory
                name = inside(member.name)
                if len(members) >= MOST_MEMBERS:
                    raise DataError(f"{path}: holds more than {MOST_MEMBERS:,} files.")
                if member.isfile() and not member.issparse():
                    repeated += name in members
                    members[name] = (member.offset_data, member.size)
                elif not member.isdir() and is_image_name(name.name):
                    kind = "a link" if member.issym() or member.islnk() else "not a regular file"
                    found.refuse(str(shard_path(shard, name)), "link", f"is {kind} in the tar; only files are read")
    except _TAR_FAULTS:
        if not members:
            raise DataError(f"{path}: not a tar file, or a damaged one; fetch or pack it again.") from None
        found.notes.append(f"{path.name} ends early or is damaged; what comes before is read.")
    _note_repeated(found, repeated)
    for name, (offset, size) in members.items():
        read: Callable[[], bytes] = partial(reader.read, offset, size, name)
        if not found.sidecars.add(shard_path(shard, name), size, read):
            _add(found, shard_path(shard, name), place_of(part, name), size, version + offset, read)


def _note_repeated(found: Gathering, count: int) -> None:
    if count:
        entries = counted(count, "entry bears", "entries bear")
        found.notes.append(f"{entries} the name of another; the last one of each name is taken.")


def inside(name: str) -> PurePosixPath:
    """Where an entry lies in its archive, without drive, leading slashes and steps upwards; backslashes count as slashes."""
    parts: list[str] = []
    for part in _DRIVE.sub("", name.replace("\\", "/")).split("/"):
        if part == "..":
            parts[-1:] = []
        elif part not in ("", "."):
            parts.append(part)
    return PurePosixPath(*parts)


def _add(
    found: Gathering, path: PurePosixPath, place: PurePosixPath, size: int, version: int, read: Callable[[], bytes]
) -> None:
    if any(map(is_system, path.parts)):
        found.passed["system"] += 1
    elif any(part.startswith(".") for part in path.parts):
        found.passed["hidden"] += 1
    elif is_image_name(path.name):
        if size > LARGEST_FILE:
            found.refuse(str(path), "too_large", too_large(size))
        else:
            found.add(ImageFile(path, read, size, version), place)
    else:
        kind = kind_by_name(path.name)
        if kind is None and not path.suffix and 0 < size <= LARGEST_FILE:
            kind = _kind_of(read)
        if kind in READABLE:
            found.add(ImageFile(path, read, size, version), place)
        else:
            found.pass_over(path, size, read, kind)


def _kind_of(read: Callable[[], bytes]) -> str | None:
    try:
        return kind_by_content(read()[:BEGINNING])
    except FileFault:
        return None


def _read_entry(archive: zipfile.ZipFile, info: zipfile.ZipInfo, path: PurePosixPath) -> bytes:
    try:
        with archive.open(info) as file:
            content = file.read(LARGEST_FILE + 1)
    except _FAULTS as error:
        reason = "its compression is not known" if isinstance(error, NotImplementedError) else str(error).partition("\n")[0]
        raise FileFault(str(path), "broken", f"cannot be unpacked: {reason}") from None
    if len(content) > LARGEST_FILE:
        raise FileFault(str(path), "too_large", too_large(len(content)))
    return content


def _is_old_tar(path: Path) -> bool:
    """Whether the first header's checksum is right; a tar from before POSIX has no name for itself."""
    try:
        with open_regular(path) as file:
            header = file.read(BEGINNING)
            if len(header) < BEGINNING:
                return False
            total = int(header[148:156].strip(b"\0 ") or b"0", 8)
    except (FileError, OSError, ValueError):
        return False
    return total > 0 and total == sum(header[:148]) + 8 * 32 + sum(header[156:])


class _Tar:
    """A tar file that can be read from any place, by several threads."""

    def __init__(self, path: Path, stack: ExitStack) -> None:
        self._path = path
        with self._plainly_opened() as file:
            beginning = file.read(6)
            unpack = next((unpack for start, unpack in _UNPACKERS if beginning.startswith(start)), None)
            self._unpacked: BinaryIO | None = None
            if unpack is not None:
                file.seek(0)
                self._unpacked = stack.enter_context(tempfile.SpooledTemporaryFile(_IN_MEMORY))  # type: ignore[assignment]  # noqa: SIM115 - the stack closes it
                self._unpack(unpack, file)
        self._lock = threading.Lock()

    def opened(self) -> BinaryIO:
        """The whole tar from its start."""
        if self._unpacked is None:
            return self._plainly_opened()
        self._unpacked.seek(0)
        return _Kept(self._unpacked)  # type: ignore[return-value]

    def read(self, offset: int, size: int, path: PurePosixPath) -> bytes:
        """A member's content. Raises `FileFault`."""
        try:
            if self._unpacked is not None:
                with self._lock:
                    self._unpacked.seek(offset)
                    content = self._unpacked.read(size)
            else:
                with self._plainly_opened() as file:
                    file.seek(offset)
                    content = file.read(size)
        except (OSError, DataError) as error:
            raise FileFault(str(path), "unreadable", f"cannot be read: {error}") from None
        if len(content) < size:
            raise FileFault(str(path), "truncated", "the tar ends within it")
        return content

    def _plainly_opened(self) -> BinaryIO:
        try:
            return open_regular(self._path)
        except FileError as error:
            raise DataError(f"{self._path}: {error.reason}.") from None

    def _unpack(self, unpack: Callable[..., BinaryIO], file: BinaryIO) -> None:
        assert self._unpacked is not None
        most = max(_IN_MEMORY, shutil.disk_usage(tempfile.gettempdir()).free - _ROOM_LEFT)
        size = 0
        with unpack(file) as packed:
            try:
                while block := packed.read(_BLOCK):
                    size += len(block)
                    if size > most:
                        raise DataError(
                            f"{self._path}: unpacks to more than the {size_text(most)} that are free in "
                            f"{tempfile.gettempdir()}; unpack it on a larger disk and name the folder."
                        )
                    self._unpacked.write(block)
            except _TAR_FAULTS:
                if not size:
                    raise DataError(f"{self._path}: not a tar file, or a damaged one; fetch or pack it again.") from None


class _Kept:
    """A file that stays open when its reader closes it."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.read, self.seek, self.tell = file.read, file.seek, file.tell

    def __enter__(self) -> "_Kept":
        return self

    def __exit__(self, *_: object) -> None:
        self._file.seek(0, os.SEEK_SET)
