"""A single image file, read and made to fit a model."""

import struct
import zlib
from contextlib import nullcontext
from os import SEEK_END
from pathlib import Path
from typing import BinaryIO, Literal

import numpy as np
import torch
from PIL import Image, ImageOps, UnidentifiedImageError
from torch import Tensor

from latentlab.data.faults import FaultKind, FileFault
from latentlab.errors import DataError, WrongSizeError

Fit = Literal["crop", "pad"]

KINDS = "PNG, JPEG, WebP, BMP, TIFF, GIF, PPM"
# No others: EPS, for one, would start Ghostscript.
FORMATS = ("PNG", "JPEG", "WEBP", "BMP", "TIFF", "GIF", "PPM")
DECODER_FAULTS = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    LookupError,
    ArithmeticError,
    TypeError,
    AttributeError,
    RuntimeError,
    MemoryError,
    struct.error,
    zlib.error,
)
"""What Pillow's decoders have been seen to raise on damaged files, each at some place of its own."""
_BEGINNINGS = (b"\x89PNG", b"\xff\xd8\xff", b"RIFF", b"BM", b"II*\0", b"MM\0*", b"GIF8", b"P5", b"P6")
_LARGEST_DRAFT = 2**26  # pixels; 200 MB in colour
_MODES = {1: "L", 3: "RGB"}
_ALREADY = {1: ("L", "1"), 3: ("RGB",)}
_MODE_WORDS = {"L": "grey", "RGB": "colour", "RGBA": "colour with alpha", "1": "black and white", "P": "palette colour"}


def read_image(path: str | Path) -> Image.Image:
    """An image file, turned upright as its EXIF data say.

    Raises:
        DataError: if there is no such file or it is no image that can be read whole.
    """
    path = Path(path)
    if not path.exists():
        raise DataError(f"{path}: there is no such file.")
    return decode_image(path, str(path))


def decode_image(file: Path | BinaryIO, name: str, *, draft: tuple[str, int] | None = None) -> Image.Image:
    """An image turned upright, of 8 bits a channel.

    Args:
        file: where it is read from.
        name: what it is called in an error.
        draft: a mode and the least length of a side that will do, for which a JPEG is decoded smaller and so faster; what is
            still beyond a photograph's size is then refused, because many are read at a time.

    Raises:
        FileFault: if it is no image that can be read whole.
    """
    try:
        with Image.open(file, formats=FORMATS) as image:
            if draft:
                mode, side = draft
                image.draft(mode, (side, side))
                if image.width * image.height > _LARGEST_DRAFT:
                    raise Image.DecompressionBombError
            image.load()
            ImageOps.exif_transpose(image, in_place=True)
    except Image.DecompressionBombError:
        raise FileFault(name, "too_large", "declares a size far beyond any photograph's; it is not opened.") from None
    except DECODER_FAULTS as error:
        raise _fault(file, name, error) from None
    # Pillow's own conversion to 8 bits cuts off instead of scaling.
    if image.mode.startswith("I;16") or (image.mode == "I" and image.format == "PPM"):
        return Image.fromarray((np.asarray(image) >> 8).astype(np.uint8))
    if image.mode in ("I", "F"):
        raise FileFault(name, "32_bit", "has 32 bits a pixel; images of 8 or 16 bits are read.")
    if image.mode == "LAB":
        raise FileFault(name, "colour_space", "has L*a*b* colours; grey, RGB, CMYK and YCbCr are read.")
    return image


def _fault(file: Path | BinaryIO, name: str, error: Exception) -> FileFault:
    """What is wrong with a file that Pillow gave up."""
    try:
        with file.open("rb") if isinstance(file, Path) else nullcontext(file) as opened:
            length = opened.seek(0, SEEK_END)
            opened.seek(0)
            beginning = opened.read(12)
    except OSError as unreadable:
        return FileFault(name, "unreadable", f"cannot be read: {unreadable.strerror}.")
    if not length:
        return FileFault(name, "empty", "is empty.")
    if isinstance(error, UnidentifiedImageError) and not beginning.startswith(_BEGINNINGS):
        return FileFault(
            name, "not_an_image", "not an image of a kind that can be read (PNG, JPEG, WebP, BMP, TIFF, GIF, PPM)."
        )
    kind: FaultKind = "truncated" if length < _least_length(beginning) or _tells_of_an_early_end(error) else "broken"
    reason = "begins like an image, but cannot be read as one" if isinstance(error, UnidentifiedImageError) else error
    return FileFault(name, kind, f"cannot be read as an image: {reason}.")


def _least_length(beginning: bytes) -> int:
    """Bytes that a file must have, as far as its beginning promises."""
    if beginning.startswith(b"RIFF"):
        return 8 + int.from_bytes(beginning[4:8], "little")
    if beginning.startswith(b"II*\0"):  # where TIFF keeps its directory
        return int.from_bytes(beginning[4:8], "little")
    if beginning.startswith(b"MM\0*"):
        return int.from_bytes(beginning[4:8], "big")
    return 0


def _tells_of_an_early_end(error: Exception) -> bool:
    return isinstance(error, EOFError) or "truncated" in str(error).lower()


def fit_image(image: Image.Image, mode: str, size: tuple[int, int], fit: Fit = "crop", edge: float = 0.0) -> Image.Image:
    """Scaled with antialiasing, grey or colour; what is transparent lies on black.

    Args:
        image: of any size and kind that `decode_image` gives.
        mode: "L" or "RGB".
        size: width and height.
        fit: "crop" cuts it about its centre to the proportions of `size`; "pad" keeps all of it, between black borders.
        edge: share of width and height that is cut off at each side before the crop.
    """
    if image.has_transparency_data:
        image = Image.alpha_composite(Image.new("RGBA", image.size, "black"), image.convert("RGBA"))
    image = image.convert(mode)
    if fit == "crop":
        return ImageOps.fit(image, size, Image.Resampling.LANCZOS, bleed=edge)
    scale = min(size[0] / image.width, size[1] / image.height)
    width, height = (max(1, round(side * scale)) for side in image.size)
    padded = Image.new(mode, size)
    padded.paste(image.resize((width, height), Image.Resampling.LANCZOS), ((size[0] - width) // 2, (size[1] - height) // 2))
    return padded


def read_image_for(path: str | Path, image_shape: tuple[int, int, int], *, crop_and_scale: bool = False) -> Tensor:
    """An image file as a model takes it: float32 (1, C, H, W) in [0, 1].

    Args:
        path: the file.
        image_shape: (C, H, W) of the model.
        crop_and_scale: crop an image of another size to the model's proportions about its centre, scale it, lay what is
            transparent on black, and convert grey and colour into each other.

    Raises:
        DataError: if the file is no readable image, or `WrongSizeError` if its size or kind differs and `crop_and_scale` is
            not asked for.
    """
    image = read_image(path)
    channels, height, width = image_shape
    mode = _MODES[channels]
    if image.size != (width, height) or image.mode not in _ALREADY[channels]:
        if not crop_and_scale:
            raise WrongSizeError(
                f"{path}: the image is {describe_image(image)}; this model takes {width}×{height} {_MODE_WORDS[mode]} images. "
                "It is cropped and scaled only if asked for (--fit)."
            )
        image = fit_image(image, mode, (width, height))
    pixels = np.asarray(image.convert(mode), dtype=np.float32).reshape(height, width, channels)
    return torch.from_numpy(pixels / 255).permute(2, 0, 1)[None]


def describe_image(image: Image.Image) -> str:
    """`640×480 colour`."""
    return f"{image.width}×{image.height} {_MODE_WORDS.get(image.mode, image.mode)}"
