"""Microscopy stacks: what the axes of a TIFF's pages are, and pages that only tifffile finds or decodes.

Shapes: F pages, H by W pixels, C channels.
"""

import importlib.util
import logging
import math
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import numpy as np
from numpy.typing import NDArray

from latentlab.data.faults import FileFault
from latentlab.errors import FileError
from latentlab.files.pictures import open_picture
from latentlab.files.regular import size_text

logging.getLogger("tifffile").addHandler(logging.NullHandler())  # what it says of odd files goes to no terminal

LARGEST_DECODED = 2**28
"""Bytes that a stack's values may take."""
_BIG = (b"II+\0", b"MM\0+")
_BEGINNINGS = (b"II*\0", b"MM\0*", *_BIG)
_DESCRIBED = (b"OME-XML", b"<OME ", b"ImageJ=", b'{"shape":')
_IN_A_PAGE = "YXS"
_MOST_AXES = 16


@dataclass(frozen=True)
class Stack:
    """The first series of a TIFF.

    Attributes:
        axes: a letter for each axis, as in OME: T is time, C channel, Z depth, Y and X the place in a page.
        shape: the length of each.
        pages: that the file's directories name.
        contiguous: whether the values of all planes stand one after the other in the file.
    """

    axes: str
    shape: tuple[int, ...]
    pages: int
    contiguous: bool

    @property
    def planes(self) -> int:
        """Pages that the axes promise."""
        return math.prod(size for axis, size in zip(self.axes, self.shape, strict=True) if axis not in _IN_A_PAGE)

    def __str__(self) -> str:
        sizes = zip(self.axes, self.shape, strict=True)
        along = " × ".join(f"{axis} {size:,}" for axis, size in sizes if axis not in _IN_A_PAGE and size > 1)
        missing = self.planes > self.pages and not self.contiguous
        return f"{along}, of which {self.pages:,} of {self.planes:,} planes are in this file" if missing else along


def has_tifffile() -> bool:
    """Whether tifffile, which comes with the extra `science`, is installed."""
    return importlib.util.find_spec("tifffile") is not None


def is_described(content: bytes) -> bool:
    """Whether a TIFF may say what its pages are, as OME-TIFF, ImageJ and tifffile write it."""
    return content.startswith(_BEGINNINGS) and any(word in content for word in _DESCRIBED)


def stack_of(content: bytes) -> Stack | None:
    """The axes of a TIFF's pages; None where they are not said, or cannot be read."""
    if not is_described(content) or not has_tifffile():
        return None
    import tifffile

    try:
        with tifffile.TiffFile(BytesIO(content)) as file:
            series = file.series[0]
            if len(series.axes) > _MOST_AXES:
                return None
            return Stack(series.axes, tuple(map(int, series.shape)), len(file.pages), series.dataoffset is not None)
    except Exception:  # noqa: BLE001 - it raises of every kind on damaged files, which other readers tell of
        return None


def takes_tifffile(content: bytes) -> bool:
    """Whether a TIFF has planes that its directories do not name, or is a BigTIFF that Pillow does not know."""
    if not content.startswith(_BEGINNINGS) or not has_tifffile():
        return False
    stack = stack_of(content)
    if stack and stack.planes > stack.pages and stack.contiguous:
        return True
    return content.startswith(_BIG) and not _pillow_opens(content)


def _pillow_opens(content: bytes) -> bool:
    try:
        with open_picture(BytesIO(content), formats=("TIFF",)):
            return True
    except FileError:
        return False


def read_stack(content: bytes, name: str) -> NDArray[Any]:
    """The planes of the first series, (F, H, W) or in colour (F, H, W, C).

    Args:
        content: of the file.
        name: what it is called in an error.

    Raises:
        FileFault: if it is damaged, or takes too much memory.
    """
    import tifffile

    try:
        with tifffile.TiffFile(BytesIO(content)) as file:
            series = file.series[0]
            if series.nbytes > LARGEST_DECODED:
                most = size_text(LARGEST_DECODED)
                raise FileFault(name, "too_large", f"would take {size_text(series.nbytes)} of memory; {most} are the most.")
            if series.dataoffset is None:  # what is compressed may unpack to anything
                raise FileFault(name, "broken", "is a compressed TIFF of a kind that is not read; save it uncompressed.")
            values, axes = np.asarray(series.asarray()), series.axes
    except FileFault:
        raise
    except Exception as error:  # noqa: BLE001 - of every kind on damaged files
        reason = str(error).partition("\n")[0].rstrip(".") or type(error).__name__
        raise FileFault(name, "broken", f"cannot be read as a TIFF: {reason[:200]}.") from None
    if values.dtype.kind not in "buif" or not {"Y", "X"} <= set(axes) or values.ndim != len(axes) or not values.size:
        raise FileFault(name, "broken", f"holds {values.size:,} {values.dtype} values along {axes}, which are no images.")
    colour = "S" in axes and values.shape[axes.index("S")] in (3, 4)
    last = ["Y", "X", *(["S"] if colour else [])]
    order = [place for place, axis in enumerate(axes) if axis not in last] + [axes.index(axis) for axis in last]
    planes = values.transpose(order)
    return planes.reshape(-1, *planes.shape[-len(last) :])
