"""DICOM files as images: stored values made physical by the file's slope and intercept, MONOCHROME1 turned round.

Shapes: F frames, H by W pixels, C channels.
"""

import importlib.util
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from latentlab.data import dicom_jpeg
from latentlab.data.faults import FileFault
from latentlab.extras import requirement
from latentlab.files.regular import size_text

logging.getLogger("pydicom").addHandler(logging.NullHandler())  # what it says of odd files goes to no terminal

LARGEST_DECODED = 2**28
"""Bytes that a file's values may take."""
_LARGEST_RLE = 2**24
"""Bytes of a file of runs, each of which may become 64 times as many."""
_DEFLATED = b"1.2.840.10008.1.2.1.99"
"""A file of this transfer syntax is unpacked whole, whatever comes of it."""
_PLAIN = ("1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.2")
_RLE = "1.2.840.10008.1.2.5"
_PICTURES = ("1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.4.91")
"""JPEG of 8 bits and JPEG 2000."""
_PLUGINS = {**dict.fromkeys(_PICTURES, "pillow"), **dict.fromkeys(dicom_jpeg.SYNTAXES, dicom_jpeg.LABEL)}
"""What decodes the frames of each transfer syntax; no other decoder that may be installed is tried."""
_WHOLE = (np.dtype(np.uint8), np.dtype(np.uint16), np.dtype(np.int16), np.dtype(np.int32))

Fact = Literal["inverted", "rescaled", "window"]


@dataclass(frozen=True, eq=False)
class Dicom:
    """What a file holds.

    Attributes:
        frames: (F, H, W) or (F, H, W, C): bytes, whole numbers or float32, physical where the file says how.
        facts: what was done to the stored values, or not done.
    """

    frames: NDArray[Any]
    facts: tuple[Fact, ...]


def has_pydicom() -> bool:
    """Whether DICOM can be read: it takes pydicom, which comes with the extra `science`."""
    return importlib.util.find_spec("pydicom") is not None


def is_dicom(content: bytes) -> bool:
    """Whether a file is DICOM by its beginning."""
    return content[128:132] == b"DICM"


def read_dicom(content: bytes, name: str) -> Dicom:
    """The values of a file.

    Args:
        content: of the file.
        name: what it is called in an error.

    Raises:
        FileFault: if it holds no image, one that is compressed in a way that is not read, or is damaged.
    """
    with _told(name):
        header = _header(content, name)
        frames = _stored(header, content, name)
        facts: list[Fact] = []
        if frames.ndim == 4:
            return Dicom(frames, ())
        bits, signed = int(header.BitsStored), bool(header.PixelRepresentation)
        low, high = (-(2 ** (bits - 1)), 2 ** (bits - 1) - 1) if signed else (0, 2**bits - 1)
        slope, intercept = (
            float(header.get(name, default)) for name, default in (("RescaleSlope", 1), ("RescaleIntercept", 0))
        )
        if not np.isfinite((slope, intercept)).all() or slope == 0:
            raise FileFault(name, "broken", f"its rescale slope is {slope:g} and its intercept {intercept:g}.")
        if (slope, intercept) != (1, 0):
            facts.append("rescaled")
        inverted = header.PhotometricInterpretation == "MONOCHROME1"
        if inverted:  # between the ends that the bits allow, so that all files of a set are turned round alike
            facts.append("inverted")
            slope, intercept = -slope, intercept + slope * (low + high)
        if header.get("WindowCenter") is not None:
            facts.append("window")
        ends = sorted((slope * low + intercept, slope * high + intercept))
        return Dicom(_scaled(frames, slope, intercept, ends[0], ends[1]), tuple(facts))


@contextmanager
def _told(name: str) -> Iterator[None]:
    """Turns whatever pydicom raises on a damaged file into a sentence."""
    try:
        yield
    except FileFault:
        raise
    except MemoryError:
        raise FileFault(name, "too_large", "does not fit into memory.") from None
    except Exception as error:  # noqa: BLE001 - it raises of every kind, from its own to struct's and recursion's
        reason = " ".join(str(error).split()).rstrip(".") or type(error).__name__  # a decoder's is on the second line
        raise FileFault(name, "broken", f"cannot be read as DICOM: {reason[:200]}.") from None


def _header(content: bytes, name: str) -> Any:
    import pydicom

    pydicom.config.settings.reading_validation_mode = pydicom.config.IGNORE
    if _DEFLATED in content:
        raise FileFault(name, "broken", "is deflated as a whole, which is not read; convert it to explicit little endian.")
    header = pydicom.dcmread(BytesIO(content))
    if "PixelData" not in header:
        raise FileFault(name, "not_an_image", f"is DICOM without pixels ({header.get('Modality') or 'of no modality'}).")
    return header


def _stored(header: Any, content: bytes, name: str) -> NDArray[Any]:
    """(F, H, W), or (F, H, W, 3) in colour, once it is known that it fits."""
    from pydicom.pixels.processing import apply_color_lut
    from pydicom.pixels.utils import pixel_array

    syntax = str(header.file_meta.TransferSyntaxUID)
    _require_decoder(syntax, header.file_meta.TransferSyntaxUID.name, name)
    count, samples = int(header.get("NumberOfFrames") or 1), int(header.SamplesPerPixel)
    needed = count * samples * int(header.Rows) * int(header.Columns) * max(1, int(header.BitsAllocated) // 8)
    if needed > LARGEST_DECODED or (syntax == _RLE and len(content) > _LARGEST_RLE):
        raise FileFault(
            name, "too_large", f"would take {size_text(needed)} of memory or more; {size_text(LARGEST_DECODED)} are the most."
        )
    if syntax in _PLUGINS:
        _check_frames(header, count, name, pictures=syntax in _PICTURES)
    elif syntax != _RLE and len(header.PixelData) < needed // (8 if header.BitsAllocated == 1 else 1) and samples == 1:
        raise FileFault(name, "truncated", f"ends early: {len(header.PixelData):,} of {needed:,} bytes of pixels are there.")
    values: NDArray[Any] = pixel_array(header, decoding_plugin=_PLUGINS.get(syntax, ""))  # colours as RGB
    if header.PhotometricInterpretation == "PALETTE COLOR":
        values = apply_color_lut(values, header)
        samples = 3
    return values if count > 1 else values[np.newaxis]


def _require_decoder(syntax: str, kind: str, name: str) -> None:
    if syntax not in (*_PLAIN, _RLE, *_PLUGINS):
        raise FileFault(name, "broken", f"is compressed ({kind}), which is not read; convert it to explicit little endian.")
    if syntax in dicom_jpeg.SYNTAXES:
        if not dicom_jpeg.has_imagecodecs():
            how = f"read where imagecodecs is installed, as with {requirement('science')}"
            raise FileFault(name, "broken", f"is compressed ({kind}), {how}; else convert it to explicit little endian.")
        dicom_jpeg.register()


def _check_frames(header: Any, count: int, name: str, *, pictures: bool) -> None:
    """All frames are there; of pictures, each has a size of its own, which says what decoding it takes."""
    from pydicom.encaps import generate_frames

    size = int(header.Columns), int(header.Rows)
    found = 0
    for frame in generate_frames(header.PixelData, number_of_frames=count):
        found += 1
        if not pictures:
            continue
        with Image.open(BytesIO(frame), formats=("JPEG", "JPEG2000")) as picture:
            if picture.size != size:
                parts = *picture.size, *size
                raise FileFault(name, "broken", "has a frame of {}×{} pixels where its header says {}×{}.".format(*parts))
    if found != count:
        raise FileFault(name, "truncated", f"ends early: {found:,} of {count:,} frames are there.")


def _scaled(frames: NDArray[Any], slope: float, intercept: float, low: float, high: float) -> NDArray[Any]:
    """Values in the smallest type of whole numbers that holds all that the bits allow, as float32 where there are fractions."""
    if slope != round(slope) or intercept != round(intercept) or frames.dtype.kind == "f":
        return (frames * np.float32(slope) + np.float32(intercept)).astype(np.float32)
    for dtype in _WHOLE:
        limits = np.iinfo(dtype)
        if limits.min <= low and high <= limits.max:
            return np.clip(frames.astype(np.int64) * int(slope) + int(intercept), limits.min, limits.max).astype(dtype)
    return (frames * np.float32(slope) + np.float32(intercept)).astype(np.float32)
