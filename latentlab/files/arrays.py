"""NumPy files of unknown origin. Their headers are read by us: plain numbers and text only, never Python objects."""

import math
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from latentlab.errors import FileError
from latentlab.files.packed import BoundedStream
from latentlab.files.regular import beginning, file_size, open_regular, refuse_more_than_there_is, size_text
from latentlab.files.zips import Zip, ZipMember, open_zip

_MAGIC = b"\x93NUMPY"
_LONGEST_HEADER = 2**14
_MOST_DIMENSIONS = 32
_LONGEST_TEXT = 2**14
_ENTRY = re.compile(
    r"""\s*['"](?:descr['"]\s*:\s*['"](?P<descr>[^'"]{1,16})['"]"""
    r"""|fortran_order['"]\s*:\s*(?P<fortran>True|False)"""
    r"""|shape['"]\s*:\s*\((?P<shape>[0-9L,\s]{0,1000})\))\s*(?:,|$)\s*"""
)
_DTYPE = re.compile(r"[|<>=]?(?:b1|[iu][1248]|f[248]|c(?:8|16)|[US][0-9]{1,6}|\?)")

Array = NDArray[Any]


@dataclass(frozen=True)
class ArrayHeader:
    """What a .npy file says of itself.

    Attributes:
        shape: of the array.
        dtype: of its values.
        fortran: whether the first index runs fastest.
        offset: bytes before the values.
    """

    shape: tuple[int, ...]
    dtype: np.dtype[Any]
    fortran: bool
    offset: int

    @property
    def nbytes(self) -> int:
        """Bytes of the values."""
        return math.prod(self.shape) * self.dtype.itemsize


def read_npy(path: str | Path, mode: Literal["copy", "map"] = "copy") -> Array:
    """The array of a .npy file.

    Args:
        path: the file.
        mode: "copy" reads it into memory; "map" maps it, so that memory is taken only for what is looked at, and what is
            written into it does not reach the file.

    Raises:
        MissingFileError: if there is no such file.
        FileError: if it is no such file, is truncated, holds anything but numbers or text, or does not fit into memory.
    """
    path = Path(path)
    with open_regular(path) as file:
        size = file_size(file)
        header = _read_header(BoundedStream(file, path, size, size), path)
        if header.offset + header.nbytes > size:
            raise FileError(path, _truncated(header))
        if mode == "copy" or not header.nbytes:
            file.seek(header.offset)
            return _filled(BoundedStream(file, path, size, size), header, path)
        order: Literal["F", "C"] = "F" if header.fortran else "C"
        try:
            return np.memmap(file, header.dtype, "c", header.offset, header.shape, order)
        except (OSError, ValueError) as error:
            raise FileError(path, f"cannot be mapped into memory: {error}") from None


class Npz:
    """An open .npz file.

    Attributes:
        path: the file.
        names: of its arrays, in its order, whether or not they can be read.
    """

    def __init__(self, path: Path, archive: Zip) -> None:
        self.path = path
        self._archive = archive
        self._members = {_array_name(member): member for member in archive.members if member.name.endswith(".npy")}
        self.names = tuple(self._members)

    def header(self, name: str) -> ArrayHeader:
        """Shape and type of an array, without reading its values.

        Raises:
            FileError: if it is damaged, encrypted, or holds anything but numbers or text.
        """
        with self._archive.open(self._members[name]) as stream:
            return self._checked(name, stream)

    def read(self, name: str) -> Array:
        """An array.

        Raises:
            FileError: as for `header`, and if it is truncated or does not fit into memory.
        """
        with self._archive.open(self._members[name]) as stream:
            return _filled(stream, self._checked(name, stream), self._place(name))

    def _checked(self, name: str, stream: BoundedStream) -> ArrayHeader:
        header = _read_header(stream, self._place(name))
        if header.offset + header.nbytes != self._members[name].size:
            raise FileError(self._place(name), _truncated(header))
        return header

    def _place(self, name: str) -> Path:
        return self._archive.place(self._members[name])


@contextmanager
def open_npz(path: str | Path) -> Iterator[Npz]:
    """A .npz file's list of arrays; they can be read as long as the context is open.

    Raises:
        MissingFileError: if there is no such file.
        FileError: if it is no .npz file or a damaged one, or unpacks to more than it can honestly hold.
    """
    with open_zip(path) as archive:
        yield Npz(Path(path), archive)


def is_npy(path: str | Path) -> bool:
    """Whether a file begins like a .npy file. Raises as `beginning` does."""
    return beginning(path, len(_MAGIC)) == _MAGIC


def _array_name(member: ZipMember) -> str:
    return member.name.removesuffix(".npy")


def _read_header(stream: BoundedStream, path: Path) -> ArrayHeader:
    start = stream.at_most(len(_MAGIC) + 2)
    if len(start) < 8 or not start.startswith(_MAGIC) or start[6] not in (1, 2, 3):
        raise FileError(path, "is not a NumPy array, or a damaged one")
    width = 2 if start[6] == 1 else 4
    length = int.from_bytes(stream.exactly(width), "little")
    if length > _LONGEST_HEADER:
        raise FileError(path, f"has a header of {size_text(length)}; it is damaged, or no plain array")
    shape, dtype, fortran = _parsed(stream.exactly(length).decode("latin-1"), path)
    return ArrayHeader(shape, dtype, fortran, len(start) + width + length)


def _parsed(text: str, path: Path) -> tuple[tuple[int, ...], np.dtype[Any], bool]:
    body = text.strip()
    found: dict[str, str] = {}
    position, end = 1, len(body) - 1
    while position < end and (entry := _ENTRY.match(body, position, end)):
        found |= {key: value for key, value in entry.groupdict().items() if value is not None}
        position = entry.end()
    if not (body.startswith("{") and body.endswith("}")) or position < end or len(found) != 3:
        raise FileError(path, _unread(text))
    dimensions = [part.strip().rstrip("L") for part in found["shape"].split(",") if part.strip()]
    if len(dimensions) > _MOST_DIMENSIONS or not all(part.isdecimal() and len(part) <= 15 for part in dimensions):
        raise FileError(path, f"has the impossible shape ({found['shape'][:60]})")
    return tuple(map(int, dimensions)), _dtype(found["descr"], path), found["fortran"] == "True"


def _dtype(descr: str, path: Path) -> np.dtype[Any]:
    if not _DTYPE.fullmatch(descr):
        raise FileError(path, _unread(descr))
    dtype = np.dtype(descr)
    if dtype.itemsize > _LONGEST_TEXT:
        raise FileError(
            path, f"holds texts of {size_text(dtype.itemsize)} each; {size_text(_LONGEST_TEXT)} is the most that is read"
        )
    return dtype


def _unread(text: str) -> str:
    if "|O" in text or text == "O":
        return "holds Python objects, which are not loaded; save plain arrays of numbers"
    return "holds records or values of a kind that is not read, or is damaged; save plain arrays of numbers"


def _truncated(header: ArrayHeader) -> str:
    return f"is truncated or damaged: its header promises {header.dtype} of shape {header.shape}"


def _filled(stream: BoundedStream, header: ArrayHeader, path: Path) -> Array:
    """The values, for which memory is taken once: their number was held against the size of what they come from."""
    refuse_more_than_there_is(header.nbytes, path)
    try:
        flat: Any = np.empty(math.prod(header.shape), header.dtype)
        array: Array = flat.reshape(header.shape, order="F" if header.fortran else "C")
    except (MemoryError, ValueError):
        raise FileError(path, f"needs {size_text(header.nbytes)} of memory, which are not available") from None
    view, done = memoryview(flat.view(np.uint8) if header.nbytes else b""), 0
    while done < header.nbytes:
        count = stream.readinto(view[done:])
        if not count:
            raise FileError(path, _truncated(header))
        done += count
    return array


def read_npz(path: str | Path, names: Sequence[str] | None = None, limit: int | None = None) -> dict[str, Array]:
    """Arrays of a .npz file, by name.

    Args:
        path: the file.
        names: of the arrays to read, those of them that are there; all unless given.
        limit: bytes that they may have together.

    Raises:
        FileError: as `open_npz` and `Npz.read` do, and if they have more than `limit` bytes.
    """
    with open_npz(path) as archive:
        chosen = [name for name in archive.names if names is None or name in names]
        total = sum(archive.header(name).nbytes for name in chosen)
        if limit is not None and total > limit:
            raise FileError(Path(path), f"holds {size_text(total)}; {size_text(limit)} is the most that is read of such a file")
        return {name: archive.read(name) for name in chosen}
