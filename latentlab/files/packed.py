"""What is packed, unpacked as a stream that ends with an error where it grows beyond what its packed size can honestly hold."""

import bz2
import gzip
import io
import lzma
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, BinaryIO

from latentlab.errors import FileError
from latentlab.files.regular import os_reason, size_text

SMALL = 2**26
"""Bytes that anything may unpack to."""
LARGEST_RATIO = 160
"""Unpacked to packed bytes beyond that: dSprites, white shapes on black, has 116; zeros have from 220 to 1,030."""
_BLOCK = 2**20
_MOST_XZ_MEMORY = 2**27
"""Bytes that a file's dictionary may have: 65 MiB are needed for what `xz -9` packs."""
_NAMES = {b"\x1f\x8b": "gzip", b"BZ": "bzip2", b"\xfd7": "xz", b"\x28\xb5": "Zstandard"}
READ = ("gzip", "bzip2", "xz")
"""Packings that `unpacked_stream` reads."""
_FAULTS = (EOFError, gzip.BadGzipFile, zipfile.BadZipFile, zlib.error)


def unpacked_limit(packed: int) -> int:
    """The most bytes that so many packed ones are unpacked to."""
    return max(SMALL, LARGEST_RATIO * packed)


class BoundedStream(io.RawIOBase):
    """A stream that is read forwards and refuses to give more than a limit; whatever goes wrong is a `FileError`."""

    def __init__(
        self, source: "IO[bytes] | gzip.GzipFile | _Unpacker", path: Path, limit: int, packed: int, what: str = "the file"
    ) -> None:
        """Read `source`, `what` and `path` in errors, up to `limit` bytes, which come from `packed` ones."""
        self._source, self._path, self._limit, self._packed, self._what = source, path, limit, packed, what
        self._given = 0

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: Any, /) -> int:
        """Fill some of the buffer; 0 at the end.

        Raises:
            FileError: if the content is damaged or larger than the limit.
        """
        view = memoryview(buffer).cast("B")
        part = self._part(min(len(view), _BLOCK))
        view[: len(part)] = part
        return len(part)

    def exactly(self, count: int) -> bytes:
        """So many bytes; memory is taken only as they arrive.

        Raises:
            FileError: if there are fewer, or as for `readinto`.
        """
        content = self.at_most(count)
        if len(content) < count:
            raise FileError(self._path, "ends too early; it is truncated")
        return content

    def at_most(self, count: int) -> bytes:
        """So many bytes, or all that are left. Raises as `readinto` does."""
        parts = []
        while count > 0 and (part := self._part(min(count, _BLOCK))):
            parts.append(part)
            count -= len(part)
        return b"".join(parts)

    def _part(self, count: int) -> bytes:
        try:
            part = self._source.read(count)
        except _FAULTS:
            raise FileError(self._path, f"{self._what} is truncated or damaged; fetch it again") from None
        except OSError as error:
            raise FileError(self._path, f"cannot be read: {os_reason(error)}") from None
        except (ValueError, RuntimeError, NotImplementedError, MemoryError) as error:
            raise FileError(self._path, f"cannot be unpacked: {str(error) or 'it does not fit into memory'}") from None
        self._given += len(part)
        if self._given > self._limit:
            raise FileError(self._path, too_much(self._limit, self._packed))
        return part


def too_much(limit: int, packed: int) -> str:
    """The reason why something is not unpacked."""
    return f"unpacks to more than {size_text(limit)} from {size_text(packed)}; unpack it yourself if that is right"


def packing_of(beginning: bytes) -> str | None:
    """How a file is packed, by its first two bytes: one of `READ`, "Zstandard", or None where it is not."""
    return _NAMES.get(beginning[:2])


def gzip_stream(file: BinaryIO, path: Path, packed: int) -> BoundedStream:
    """The unpacked content of an open gzip file of `packed` bytes."""
    return BoundedStream(gzip.GzipFile(fileobj=file, mode="rb"), path, unpacked_limit(packed), packed, "the gzip file")


def unpacked_stream(file: BinaryIO, path: Path, packed: int, packing: str) -> BoundedStream:
    """The unpacked content of an open file of `packed` bytes, packed in one of the ways of `READ`."""
    if packing == "gzip":
        return gzip_stream(file, path, packed)
    begin = bz2.BZ2Decompressor if packing == "bzip2" else _begin_xz
    return BoundedStream(_Unpacker(file, begin), path, unpacked_limit(packed), packed, f"the {packing} file")


def _begin_xz() -> lzma.LZMADecompressor:
    return lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=_MOST_XZ_MEMORY)


class _Unpacker:
    """A packed file, which may be several one after the other, unpacked as it is read."""

    def __init__(self, file: BinaryIO, begin: "Callable[[], bz2.BZ2Decompressor | lzma.LZMADecompressor]") -> None:
        self._file, self._begin = file, begin
        self._decoder = begin()

    def read(self, count: int) -> bytes:
        """Up to so many bytes; none at the end. Raises EOFError where the file is damaged or cut off."""
        part = b""
        while not part:
            data = self._file.read(_BLOCK) if self._decoder.eof or self._decoder.needs_input else b""
            if self._decoder.eof:
                data = (self._decoder.unused_data + data).lstrip(b"\0")
                if not data:
                    return b""
                self._decoder = self._begin()
            elif self._decoder.needs_input and not data:
                raise EOFError
            try:
                part = self._decoder.decompress(data, count)
            except lzma.LZMAError as error:
                if "Memory usage limit" in str(error):
                    raise ValueError(f"it would take more than {size_text(_MOST_XZ_MEMORY)} of memory") from None
                raise EOFError from None
            except OSError:  # what bz2 raises of damage
                raise EOFError from None
        return part
