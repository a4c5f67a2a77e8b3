"""Zip files of unknown origin: what they hold, and bounded reading of it. Nothing is ever unpacked to disk."""

import io
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from latentlab.errors import FileError
from latentlab.files.packed import BoundedStream, too_much, unpacked_limit
from latentlab.files.regular import file_size, open_regular, os_reason, size_text

MOST_MEMBERS = 2**22
_ENCRYPTED = 1
_BLOCK = 2**20
_METHODS = {9: "Deflate64", 12: "bzip2", 14: "LZMA", 93: "Zstandard", 95: "xz", 97: "WavPack", 98: "PPMd", 99: "AES encryption"}
_FAULTS = (EOFError, ValueError, LookupError, RuntimeError, NotImplementedError, AttributeError, TypeError, zipfile.BadZipFile)


@dataclass(frozen=True, slots=True)
class ZipMember:
    """A file in a zip.

    Attributes:
        name: as the zip has it, with forward slashes; not to be used as a place on the disk.
        size: bytes unpacked, as the zip declares them.
        packed: bytes in the zip.
        crc: of the unpacked bytes.
        encrypted: whether a password is needed.
        stored: whether it is in the zip as it is.
        index: its place among all entries.
    """

    name: str
    size: int
    packed: int
    crc: int
    encrypted: bool
    stored: bool
    index: int


class Zip:
    """An open zip file; members may be read from several threads.

    Attributes:
        path: the file.
        members: the files in it, in its order; folders are left out. Several may have the same name.
    """

    def __init__(self, path: Path, archive: zipfile.ZipFile) -> None:
        self.path = path
        self._archive = archive
        self._entries = archive.infolist()
        self.members = tuple(_member(index, info) for index, info in enumerate(self._entries) if not info.is_dir())

    def read(self, member: ZipMember, limit: int | None = None) -> bytes:
        """A member's content.

        Raises:
            FileError: if it is encrypted, packed by a method that is not read, damaged, or has more than `limit` bytes.
        """
        if limit is not None and member.size > limit:
            raise FileError(self.place(member), f"has {size_text(member.size)}; {size_text(limit)} is the most that is read")
        with self.open(member) as stream:
            return stream.exactly(member.size)

    def check(self) -> None:
        """Read all there is, and hold it against the sums in the zip. Raises `FileError` as `read` does."""
        for member in self.members:
            with self.open(member) as stream:
                while stream.at_most(_BLOCK):
                    pass

    @contextmanager
    def open(self, member: ZipMember) -> Iterator[BoundedStream]:
        """A member's content as a stream that gives no more than the zip declares.

        Raises:
            FileError: as for `read`, also while the stream is read.
        """
        info, place = self._entries[member.index], self.place(member)
        if member.encrypted:
            raise FileError(place, "is encrypted; unpack it with its password first")
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            method = _METHODS.get(info.compress_type, f"method {info.compress_type}")
            raise FileError(place, f"is packed with {method}, which is not read; pack it again with Deflate")
        if member.size > unpacked_limit(member.packed):
            raise FileError(place, too_much(unpacked_limit(member.packed), member.packed))
        try:
            content = self._archive.open(info)
        except _FAULTS as error:
            raise FileError(place, f"is damaged in the zip: {_first_line(error)}") from None
        except OSError as error:
            raise FileError(place, f"cannot be read: {os_reason(error)}") from None
        with content:
            yield BoundedStream(content, place, member.size, member.packed, "this part of the zip")

    def place(self, member: ZipMember) -> Path:
        """What the member is called in an error."""
        return Path(f"{self.path}/{member.name}")


@contextmanager
def open_zip(path: str | Path) -> Iterator[Zip]:
    """A zip file's list of contents; its members can be read as long as the context is open.

    Raises:
        MissingFileError: if there is no such file.
        FileError: if it is no zip or a damaged one, or declares more members or more content than it can honestly hold.
    """
    path = Path(path)
    with ExitStack() as stack:
        file = stack.enter_context(open_regular(path))
        size = file_size(file)
        try:
            archive = stack.enter_context(zipfile.ZipFile(_Clipped(file, size)))
            opened = Zip(path, archive)
        except OSError as error:
            raise FileError(path, f"cannot be read: {os_reason(error)}") from None
        except MemoryError:
            raise FileError(path, "has a list of contents that does not fit into memory") from None
        except _FAULTS:
            raise FileError(path, "not a zip file, or a damaged one; fetch it again") from None
        if len(opened.members) > MOST_MEMBERS:
            raise FileError(path, f"holds {len(opened.members):,} files; {MOST_MEMBERS:,} are the most that are read")
        # What a single member declares beyond its own limit is refused when it is read; the others can be read.
        honest = [member.size for member in opened.members if member.size <= unpacked_limit(member.packed)]
        if sum(honest) > unpacked_limit(size):
            raise FileError(path, too_much(unpacked_limit(size), size))
        yield opened


class _Clipped(io.RawIOBase):
    """A file of which no more is asked for than there is, whatever a damaged zip's numbers say."""

    def __init__(self, file: BinaryIO, size: int) -> None:
        self._file, self._size = file, size

    def read(self, count: int = -1, /) -> bytes:
        left = max(0, self._size - self._file.tell())
        return self._file.read(left if count < 0 else min(count, left))

    def seek(self, position: int, whence: int = io.SEEK_SET, /) -> int:
        return self._file.seek(position, whence)

    def tell(self) -> int:
        return self._file.tell()

    def seekable(self) -> bool:
        return True

    def readable(self) -> bool:
        return True


def _member(index: int, info: zipfile.ZipInfo) -> ZipMember:
    name = info.filename.replace("\\", "/")
    stored = info.compress_type == zipfile.ZIP_STORED
    return ZipMember(name, info.file_size, info.compress_size, info.CRC, bool(info.flag_bits & _ENCRYPTED), stored, index)


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0].rstrip(".") or type(error).__name__
