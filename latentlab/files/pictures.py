"""Image files of unknown origin, opened by Pillow within bounds."""

import logging
import os
import struct
import zlib
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO

from PIL import Image, UnidentifiedImageError

from latentlab.errors import FileError
from latentlab.files.packed import LARGEST_RATIO
from latentlab.files.regular import open_regular, os_reason, size_text

# What Pillow says of a damaged file goes to the log where there is one, and never to the terminal.
logging.getLogger("PIL").addHandler(logging.NullHandler())

LARGEST_PICTURE = 2**29
"""Pixels of a picture."""
_MOST_FROM_LITTLE = 200_000_000
"""Bytes of memory that any picture may take."""
_WEBP_BYTES = 16
"""That Pillow takes for a pixel of a WebP when it opens one."""
FORMATS = ("PNG", "JPEG", "WEBP", "BMP", "TIFF", "GIF", "PPM")
"""No others unless asked for: EPS, for one, would start Ghostscript."""
DECODER_FAULTS = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    LookupError,
    ArithmeticError,
    TypeError,
    AttributeError,
    AssertionError,
    RuntimeError,
    MemoryError,
    struct.error,
    zlib.error,
    Image.DecompressionBombError,
)
"""What Pillow's decoders raise on damaged files, each at some place of its own."""

# Pillow's own limit holds for the whole process and knows no exception, such as a JPEG that is decoded smaller; ours is asked
# of each picture before it is decoded.
Image.MAX_IMAGE_PIXELS = 2**40


class PictureError(FileError):
    """A picture cannot be opened.

    Attributes:
        cause: what Pillow raised, None where it is too large to be decoded.
    """

    def __init__(self, path: Path, reason: str, cause: Exception | None) -> None:
        super().__init__(path, reason)
        self.cause = cause


@contextmanager
def open_picture(
    source: Path | str | BinaryIO,
    name: Path | None = None,
    formats: Sequence[str] = FORMATS,
    most_pixels: int = LARGEST_PICTURE,
) -> Iterator[Image.Image]:
    """A picture whose size is known and allowed, not decoded yet; what fails within the context is a `FileError`, too.

    Args:
        source: a path, or an open file.
        name: what it is called in an error; the path unless given.
        formats: Pillow's names of what it may be.
        most_pixels: that it may have.

    Raises:
        MissingFileError: if there is no such file.
        FileError: if it is no regular file, or a `PictureError` if it is no picture or too large.
    """
    place = name or Path(source if isinstance(source, str | Path) else "picture")
    with ExitStack() as stack:
        file = stack.enter_context(open_regular(source)) if isinstance(source, str | Path) else source
        try:
            _refuse_webp(file, most_pixels, place)
            image = stack.enter_context(Image.open(file, formats=list(formats)))
            _refuse_size(image.size, most_pixels, place)
            yield image
        except FileError:
            raise
        except DECODER_FAULTS as error:
            raise PictureError(place, _reason(error), error) from None


def _refuse_size(size: tuple[int, int], most: int, path: Path) -> None:
    width, height = size
    if width * height > most:
        raise PictureError(
            path,
            f"declares {width:,}×{height:,} pixels; {most / 1e6:,.0f} million are the most that are read",
            None,
        )


def _refuse_webp(file: BinaryIO, most: int, path: Path) -> None:
    """Refuse a WebP that declares more pixels than allowed, or many for its length: Pillow allocates them on opening."""
    start = file.read(30)
    length = file.seek(0, os.SEEK_END)
    file.seek(0)
    if len(start) < 30 or start[:4] != b"RIFF" or start[8:12] != b"WEBP":
        return
    kind = start[12:16]
    if kind == b"VP8 ":
        width, height = (int.from_bytes(start[place : place + 2], "little") & 0x3FFF for place in (26, 28))
    elif kind == b"VP8L":
        bits = int.from_bytes(start[21:25], "little")
        width, height = 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    else:
        width, height = (1 + int.from_bytes(start[place : place + 3], "little") for place in (24, 27))
    _refuse_size((width, height), most, path)
    if _WEBP_BYTES * width * height > most_memory(length):
        needed = size_text(_WEBP_BYTES * width * height)
        raise PictureError(
            path, f"has {width:,}×{height:,} pixels, which take {needed} of memory, in {size_text(length)}", None
        )


def most_memory(length: int) -> int:
    """Bytes that a picture may take until it has become pixels, with all copies, by the length of its file: a small file that
    takes much is no photograph."""
    return max(_MOST_FROM_LITTLE, LARGEST_RATIO * length)


def _reason(error: Exception) -> str:
    if isinstance(error, UnidentifiedImageError):
        return "is not an image of a kind that can be read"
    if isinstance(error, MemoryError):
        return "does not fit into memory as an image"
    if isinstance(error, OSError) and error.errno is not None:
        return f"cannot be read: {os_reason(error)}"
    text = str(error).partition("\n")[0].rstrip(".") or type(error).__name__
    return f"cannot be read as an image: {text}"
