"""What travels over the pipe: a line of JSON with the lengths of what follows, then so many bytes. Everything is bounded."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from latentlab.errors import FileError, RemoteError, shown
from latentlab.files.regular import size_text
from latentlab.files.text import LONGEST_LINE, parse_json

LARGEST_REQUEST = 2**26
"""Bytes that follow the header of what is asked."""
LARGEST_REPLY = 2**29
"""Bytes that follow the header of an answer."""
MOST_PARTS = 64
_PARTS = "parts"
BLOCK = 2**16
"""Bytes that are read or written at a time: a slow line is told from one that is cut."""
_FRAME = Path("frame")


@dataclass(frozen=True, eq=False)
class Frame:
    """A message.

    Attributes:
        header: plain values by name.
        parts: the bytes that came with it; their memory may be written to.
    """

    header: Mapping[str, Any]
    parts: Sequence[bytes | bytearray | memoryview] = ()

    def to_blocks(self, largest: int) -> list[bytes | bytearray | memoryview]:
        """The bytes to be written, in order; `largest` bounds the parts.

        Raises:
            RemoteError: if it is too large to travel.
        """
        sizes = [len(part) for part in self.parts]
        said = json.dumps({**self.header, _PARTS: sizes}, allow_nan=False, ensure_ascii=False, separators=(",", ":"))
        header = said.encode(errors="replace") + b"\n"  # names of files may hold halves of characters, which are no JSON
        if len(header) > LONGEST_LINE or sum(sizes) > largest or len(sizes) > MOST_PARTS:
            size, most = size_text(len(header) + sum(sizes)), size_text(largest)
            raise RemoteError(f"{size} in {len(sizes)} parts are too much to travel; {most} in {MOST_PARTS} parts can.")
        return [header, *self.parts]


def read_frame(stream: BinaryIO, largest: int) -> Frame | None:
    """The next message of a stream; None at its end.

    Memory is taken for what has come, not for what a header promises.

    Raises:
        RemoteError: if it is no frame, is cut off, or its parts are longer than `largest` bytes together. The stream cannot be
            read on.
        OSError: if the stream cannot be read.
    """
    line = stream.readline(LONGEST_LINE + 1)
    if not line:
        return None
    if not line.endswith(b"\n"):
        long = len(line) > LONGEST_LINE
        what = f"has a first line of more than {size_text(LONGEST_LINE)}" if long else "is cut off in its first line"
        raise RemoteError(f"A frame {what}; a line of JSON is expected.")
    header = _header(line)
    sizes = header.pop(_PARTS, [])
    if not isinstance(sizes, list) or len(sizes) > MOST_PARTS or not all(type(size) is int and size >= 0 for size in sizes):
        raise RemoteError(f"A frame says that its parts are {shown(sizes)}; up to {MOST_PARTS} lengths in bytes are expected.")
    if sum(sizes) > largest:
        raise RemoteError(f"A frame of {size_text(sum(sizes))} is too long; {size_text(largest)} is the most that is read.")
    return Frame(header, [_read_part(stream, size) for size in sizes])


def _header(line: bytes) -> dict[str, Any]:
    try:
        header = parse_json(line, _FRAME)
    except FileError as error:
        raise RemoteError(f"A frame's first line {error.reason}: {shown(line[:60])}.") from None
    if not isinstance(header, dict):
        raise RemoteError(f"A frame begins with {shown(header)}; a JSON object is expected.")
    return header


def _read_part(stream: BinaryIO, size: int) -> bytearray:
    part = bytearray()
    while len(part) < size:
        block = stream.read(min(BLOCK, size - len(part)))
        if not block:
            raise RemoteError(f"A frame is cut off after {size_text(len(part))} of {size_text(size)}.")
        part += block
    return part
