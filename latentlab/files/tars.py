"""Tar files of unknown origin, plain or packed, gone through from their start. Nothing is ever unpacked to disk."""

import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from latentlab.errors import FileError
from latentlab.files.packed import READ, BoundedStream, packing_of, unpacked_stream
from latentlab.files.regular import beginning, file_size, open_regular, os_reason, size_text

MOST_MEMBERS = 2**22
_LARGEST_HEADER = 2**18
_LONG_HEADERS = (
    tarfile.XHDTYPE,
    tarfile.XGLTYPE,
    tarfile.SOLARIS_XHDTYPE,
    tarfile.GNUTYPE_LONGNAME,
    tarfile.GNUTYPE_LONGLINK,
)
_FAULTS = (EOFError, ValueError, LookupError, RecursionError, ArithmeticError, TypeError, tarfile.TarError)


@dataclass(frozen=True, slots=True)
class TarMember:
    """An entry of a tar file.

    Attributes:
        name: as the tar has it; not to be used as a place on the disk.
        size: bytes.
        modified: time of the last change, in seconds since 1970.
        offset: of its content in the unpacked tar.
        regular: whether it is a file with a content of its own, and no folder, link or device.
    """

    name: str
    size: int
    modified: int
    offset: int
    regular: bool


class Tar:
    """An open tar file.

    Attributes:
        path: the file.
        packed: whether it is packed with gzip, bzip2 or xz, so that a member can be read only right after `members` gave it.
    """

    def __init__(self, path: Path, file: BinaryIO, packing: str | None) -> None:
        self.path, self.packed = path, packing is not None
        self._packing = packing
        self._file = file
        self._archive: tarfile.TarFile | None = None
        self._current: tarfile.TarInfo | None = None

    def members(self) -> Iterator[TarMember]:
        """All entries but folders, from the start, in their order; to be gone through once.

        Raises:
            FileError: if the tar is damaged, truncated, or has more members than can be.
        """
        size = file_size(self._file)
        if self._packing is None:
            source = BoundedStream(self._file, self.path, size, size)
        else:
            source = unpacked_stream(self._file, self.path, size, self._packing)
        count = 0
        with _told(self.path):
            self._archive = tarfile.open(fileobj=source, mode="r|", tarinfo=_BoundedInfo)  # noqa: SIM115 - read between yields
        while True:
            with _told(self.path):
                self._current = self._archive.next()
                self._archive.members = []  # type: ignore[attr-defined]  # it would keep all that it gave
            if self._current is None:
                return
            count += 1
            if count > MOST_MEMBERS:
                raise FileError(self.path, f"holds more than {MOST_MEMBERS:,} files, the most that are read")
            if not self._current.isdir():
                yield _member(self._current)

    def read(self, member: TarMember, limit: int) -> bytes:
        """A member's content: of a plain tar any one at any time, from any thread, of a packed one the last that was given.

        Raises:
            FileError: if it has none, is damaged, or has more than `limit` bytes.
        """
        place = Path(f"{self.path}/{member.name}")
        if not member.regular:
            raise FileError(place, "is a link, a device or something else without content of its own")
        if member.size > limit:
            raise FileError(place, f"has {size_text(member.size)}; {size_text(limit)} is the most that is read")
        if not self.packed:
            return self._at(member, place)
        with _told(place):
            assert self._archive is not None
            assert self._current is not None
            assert self._current.offset_data == member.offset, "a packed tar is read in its order"
            content = self._archive.extractfile(self._current)
            assert content is not None  # a regular file has content
            return _whole(content.read(), member, place)

    def _at(self, member: TarMember, place: Path) -> bytes:
        with open_regular(self.path) as file, _told(place):  # a position of its own for every thread
            if member.offset + member.size > file_size(file):
                raise FileError(place, "ends too early; the tar is truncated")
            file.seek(member.offset)
            return _whole(file.read(member.size), member, place)


@contextmanager
def open_tar(path: str | Path) -> Iterator[Tar]:
    """A tar file, plain or packed with gzip, bzip2 or xz.

    Raises:
        MissingFileError: if there is no such file.
        FileError: if it cannot be read, or is packed in another way.
    """
    path = Path(path)
    packing = packing_of(beginning(path, 2))
    if packing not in (None, *READ):
        raise FileError(path, f"is packed with {packing}; tar files are read plain, or with gzip, bzip2 or xz")
    with open_regular(path) as file:
        yield Tar(path, file, packing)


class _BoundedInfo(tarfile.TarInfo):
    """Refuses headers that make tarfile take memory without bound or go backwards, and an end without a tar's last block.

    Where a header is damaged or missing, tarfile takes it for the end.
    """

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> "_BoundedInfo":
        try:
            info = super().frombuf(buf, encoding, errors)
        except tarfile.HeaderError as error:
            if buf and not buf.strip(b"\0"):
                raise  # the last block
            raise tarfile.ReadError(str(error)) from None
        if info.size < 0 or (info.type in _LONG_HEADERS and info.size > _LARGEST_HEADER):
            raise tarfile.ReadError("a header of no possible size")
        return info


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turns what goes wrong in a tar into a sentence."""
    try:
        yield
    except OSError as error:
        raise FileError(path, f"cannot be read: {os_reason(error)}") from None
    except MemoryError:
        raise FileError(path, "does not fit into memory") from None
    except _FAULTS:
        raise FileError(path, "not a tar file, or a damaged one; fetch it again") from None


def _member(info: tarfile.TarInfo) -> TarMember:
    regular = info.isreg() and not info.issparse() and info.size >= 0
    return TarMember(info.name, info.size, int(info.mtime), info.offset_data, regular)


def _whole(content: bytes, member: TarMember, place: Path) -> bytes:
    if len(content) != member.size:
        raise FileError(place, "ends too early; the tar is truncated")
    return content
