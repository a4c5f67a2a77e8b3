"""Zip and tar files of images, read where they stand: nothing in them becomes a file."""

import re
import shutil
import tempfile
import threading
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO

from latentlab.data.faults import FaultKind, FileFault
from latentlab.data.formats import READABLE
from latentlab.data.gather import LARGEST_FILE, Gathering, ImageFile, is_image_name, place_of, shard_path, too_large
from latentlab.data.kinds import BEGINNING, counted, is_system, kind_by_content, kind_by_name
from latentlab.errors import DataError, FileError
from latentlab.files.packed import READ, packing_of, unpacked_stream
from latentlab.files.regular import beginning, file_size, open_regular, size_text
from latentlab.files.tars import Tar, TarMember, open_tar
from latentlab.files.zips import Zip, ZipMember, open_zip

_DRIVE = re.compile(r"^[A-Za-z]:")
_IN_MEMORY = 2**26
_ROOM_LEFT = 2**28
"""Bytes that unpacking a tar leaves free on the disk."""


def container_of(path: Path) -> str | None:
    """What a file is by its content: zip, tar (packed or not), parquet, or another of `kinds`; None where that does not tell.

    Raises:
        DataError: if it cannot be read.
    """
    try:
        start = beginning(path, BEGINNING)
        packing = packing_of(start)
        if packing in READ and kind_by_content(start) == "gzip":
            return "tar" if _is_tar(_unpacked_beginning(path, packing)) else "gzip"
    except FileError as error:
        raise DataError(f"{path}: {error.reason}.") from None
    if start.startswith(b"PK") or (path.suffix.lower() == ".zip" and not kind_by_content(start)):
        return "zip" if _is_zip(path) or start.startswith(b"PK") else None
    return "tar" if _is_tar(start) else kind_by_content(start)


def _is_tar(beginning: bytes) -> bool:
    return kind_by_content(beginning) == "tar" or _is_old_tar(beginning)


def _unpacked_beginning(path: Path, packing: str) -> bytes:
    with open_regular(path) as file:
        return unpacked_stream(file, path, file_size(file), packing).at_most(BEGINNING)


def _is_zip(path: Path) -> bool:
    """Also where something comes before it, as in an archive that unpacks itself."""
    try:
        with open_zip(path):
            return True
    except FileError:
        return False


def _is_old_tar(header: bytes) -> bool:
    """Whether the first header's checksum is right; a tar from before POSIX has no name for itself."""
    if len(header) < BEGINNING:
        return False
    try:
        total = int(header[148:156].strip(b"\0 ") or b"0", 8)
    except ValueError:
        return False
    return total > 0 and total == sum(header[:148]) + 8 * 32 + sum(header[156:])


def add_zip(found: Gathering, path: Path, stack: ExitStack) -> None:
    """Add the images of a zip file; what its names say of drives, roots and folders above is taken off.

    Raises:
        DataError: if it is no zip file.
    """
    try:
        archive = stack.enter_context(open_zip(path))
    except FileError as error:
        raise DataError(f"{path}: {error.reason.removeprefix('is ')}.") from None
    members: dict[str, ZipMember] = {}
    for member in archive.members:
        members[member.name] = member
    _note_repeated(found, len(archive.members) - len(members))
    locked = 0
    for member in members.values():
        name = inside(member.name)
        if member.encrypted and (is_image_name(name.name) or not kind_by_name(name.name)):
            locked += 1
            found.refuse(str(name), "encrypted", "is encrypted; unpack the zip with its password first")
        else:
            _add(found, name, name, member.size, member.crc, partial(_read_entry, archive, member, name))
    if locked:
        which = counted(locked, "entry is", "entries are")
        found.notes.append(f"{which} encrypted; unpack the zip with its password and name the folder.")


def add_tar(found: Gathering, path: Path, stack: ExitStack, shard: str | None = None, part: str | None = None) -> None:
    """Add the images of a tar file, packed or not, and labels beside them as webdataset keeps them.

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
    members: dict[PurePosixPath, tuple[TarMember, Callable[[], bytes]]] = {}
    repeated = 0
    try:
        archive = stack.enter_context(open_tar(path))
        unpacked = _Unpacked(path, stack) if archive.packed else None
        for member in archive.members():
            name = inside(member.name)
            if member.regular:
                repeated += name in members
                # The last of a name is the one that unpacking would leave.
                members[name] = member, _reader(archive, member, name, unpacked)
            elif is_image_name(name.name):
                found.refuse(str(shard_path(shard, name)), "link", "is a link or a device in the tar; only files are read")
    except FileError as error:
        if not members:
            raise DataError(f"{path}: {error.reason.removeprefix('is ')}.") from None
        found.notes.append(f"{path.name} ends early or is damaged; what comes before is read.")
    _note_repeated(found, repeated)
    for name, (member, read) in members.items():
        if not found.sidecars.add(shard_path(shard, name), member.size, read):
            place = place_of(part, name)
            _add(found, shard_path(shard, name), place, member.size, version + member.offset, read)


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


def _read_entry(archive: Zip, member: ZipMember, path: PurePosixPath) -> bytes:
    try:
        return archive.read(member, LARGEST_FILE)
    except FileError as error:
        raise FileFault(str(path), _fault_of(error), error.reason) from None


def _reader(archive: Tar, member: TarMember, name: PurePosixPath, unpacked: "_Unpacked | None") -> Callable[[], bytes]:
    """What gives a member's content later; of a packed tar it is taken out now."""
    if unpacked is None:
        return partial(_read_member, archive, member, name)
    if member.size > LARGEST_FILE:
        return partial(_refuse_size, member, name)
    return partial(unpacked.read, unpacked.keep(archive.read(member, LARGEST_FILE)), member.size)


def _read_member(archive: Tar, member: TarMember, name: PurePosixPath) -> bytes:
    try:
        return archive.read(member, LARGEST_FILE)
    except FileError as error:
        raise FileFault(str(name), _fault_of(error), error.reason) from None


def _refuse_size(member: TarMember, name: PurePosixPath) -> bytes:
    raise FileFault(str(name), "too_large", too_large(member.size))


def _fault_of(error: FileError) -> FaultKind:
    return "truncated" if "ends too early" in error.reason else "broken"


class _Unpacked:
    """Contents of a packed tar, one after the other, to be read from any thread."""

    def __init__(self, path: Path, stack: ExitStack) -> None:
        self._path = path
        self._file: IO[bytes] = stack.enter_context(tempfile.SpooledTemporaryFile(_IN_MEMORY))  # noqa: SIM115 - the stack closes it
        self._lock = threading.Lock()
        self._size = 0
        self._most = max(_IN_MEMORY, shutil.disk_usage(tempfile.gettempdir()).free - _ROOM_LEFT)

    def keep(self, content: bytes) -> int:
        """Where it is kept. Raises `DataError` where there is no room."""
        start = self._size
        self._size += len(content)
        if self._size > self._most:
            raise DataError(
                f"{self._path}: unpacks to more than the {size_text(self._most)} that are free in "
                f"{tempfile.gettempdir()}; unpack it on a larger disk and name the folder."
            )
        try:
            self._file.seek(start)
            self._file.write(content)
        except OSError as error:
            raise DataError(f"{self._path}: cannot be unpacked into {tempfile.gettempdir()}: {error.strerror}.") from None
        return start

    def read(self, start: int, size: int) -> bytes:
        """What is kept there."""
        with self._lock:
            self._file.seek(start)
            return self._file.read(size)
