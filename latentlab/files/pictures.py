"""Image files of unknown origin, opened by Pillow within bounds."""

import struct
import zlib
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO

from PIL import Image, UnidentifiedImageError

from latentlab.errors import FileError
from latentlab.files.regular import open_regular, os_reason

LARGEST_PICTURE = 2**29
"""Pixels of a picture."""
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
            _refuse_size(_webp_canvas(file), most_pixels, place)
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


def _webp_canvas(file: BinaryIO) -> tuple[int, int]:
    """Width and height of an extended WebP, whose canvas Pillow allocates when it opens it; zeros for anything else."""
    start = file.read(30)
    file.seek(0)
    if len(start) < 30 or start[:4] != b"RIFF" or start[8:16] != b"WEBPVP8X":
        return 0, 0
    return 1 + int.from_bytes(start[24:27], "little"), 1 + int.from_bytes(start[27:30], "little")


def _reason(error: Exception) -> str:
    if isinstance(error, UnidentifiedImageError):
        return "is not an image of a kind that can be read"
    if isinstance(error, MemoryError):
        return "does not fit into memory as an image"
    if isinstance(error, OSError) and error.errno is not None:
        return f"cannot be read: {os_reason(error)}"
    text = str(error).partition("\n")[0].rstrip(".") or type(error).__name__
    return f"cannot be read as an image: {text}"
