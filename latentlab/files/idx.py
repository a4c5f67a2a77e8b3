"""LeCun's IDX files of bytes, plain or gzipped."""

import io
import math
import struct
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from latentlab.errors import FileError
from latentlab.files.packed import BoundedStream, gzip_stream, unpacked_limit
from latentlab.files.regular import file_size, open_regular, size_text


def read_idx(path: str | Path, dimensions: int) -> NDArray[np.uint8]:
    """The array of an IDX file of bytes; one whose name ends in .gz is gzipped.

    Raises:
        MissingFileError: if there is no such file.
        FileError: if it cannot be read, is no such array, or is shorter or longer than its header promises.
    """
    path = Path(path)
    with open_regular(path) as file:
        return _read(file, file_size(file), path, dimensions)


def parse_idx(content: bytes, path: Path, dimensions: int) -> NDArray[np.uint8]:
    """As `read_idx`, of the bytes of a file that is called `path`."""
    return _read(io.BytesIO(content), len(content), path, dimensions)


def _read(file: BinaryIO, size: int, path: Path, dimensions: int) -> NDArray[np.uint8]:
    packed = path.suffix == ".gz"
    stream = gzip_stream(file, path, size) if packed else BoundedStream(file, path, size, size)
    header = 4 + 4 * dimensions
    start = stream.at_most(header)
    if len(start) < header or start[:4] != bytes([0, 0, 0x08, dimensions]):
        raise FileError(
            path,
            f"not an IDX file of {dimensions}-dimensional bytes; it begins with {start[:4].hex(' ') or 'nothing'}, "
            f"not 00 00 08 {dimensions:02x}",
        )
    shape = struct.unpack(f">{dimensions}I", start[4:])
    promised = header + math.prod(shape)
    if not packed and size != promised:
        raise _wrong_length(path, size, promised)
    if packed and promised > unpacked_limit(size):
        raise FileError(path, f"its header promises {promised:,} bytes, which {size_text(size)} cannot hold; it is damaged")
    try:
        content = stream.at_most(promised - header + 1)  # memory is taken only for what is there, whatever the header says
    except MemoryError:
        raise FileError(path, f"holds {size_text(promised)}, which do not fit into memory") from None
    if header + len(content) != promised:
        raise _wrong_length(path, header + len(content), promised)
    return np.frombuffer(content, np.uint8).reshape(shape)


def _wrong_length(path: Path, length: int, promised: int) -> FileError:
    state = "truncated" if length < promised else "too long"
    return FileError(path, f"{state}: {length:,} bytes where its header promises {promised:,}")
