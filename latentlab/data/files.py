"""A single image file, read and made to fit a model."""

import struct
import zlib
from pathlib import Path
from typing import BinaryIO

import numpy as np
import torch
from PIL import Image, ImageOps, UnidentifiedImageError
from torch import Tensor

from latentlab.errors import DataError, WrongSizeError

# No others: EPS, for one, would start Ghostscript.
_FORMATS = ("PNG", "JPEG", "WEBP", "BMP", "TIFF", "GIF", "PPM")
# What Pillow's decoders have been seen to raise on damaged files, each at some place of its own.
_DECODER_FAULTS = (
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
        DataError: if it is no image that can be read whole.
    """
    try:
        with Image.open(file, formats=_FORMATS) as image:
            if draft:
                mode, side = draft
                image.draft(mode, (side, side))
                if image.width * image.height > _LARGEST_DRAFT:
                    raise Image.DecompressionBombError
            image.load()
            ImageOps.exif_transpose(image, in_place=True)
    except UnidentifiedImageError:
        raise DataError(f"{name}: not an image of a kind that can be read (PNG, JPEG, WebP, BMP, TIFF, GIF, PPM).") from None
    except Image.DecompressionBombError:
        raise DataError(f"{name}: declares a size far beyond any photograph's; it is not opened.") from None
    except _DECODER_FAULTS as error:
        raise DataError(f"{name}: cannot be read as an image: {error}.") from None
    if image.mode.startswith("I;16"):  # Pillow's own conversion to 8 bits cuts off instead of scaling
        return Image.fromarray((np.asarray(image) >> 8).astype(np.uint8))
    if image.mode in ("I", "F"):
        raise DataError(f"{name}: has 32 bits a pixel; images of 8 or 16 bits are read.")
    return image


def fit_image(image: Image.Image, mode: str, size: tuple[int, int], *, edge: float = 0.0) -> Image.Image:
    """Cropped about its centre to the proportions of `size`, scaled, grey or colour; what is transparent lies on black.

    `edge` is the share of width and height that is cut off at each side before the crop.
    """
    if image.has_transparency_data:
        image = Image.alpha_composite(Image.new("RGBA", image.size, "black"), image.convert("RGBA"))
    return ImageOps.fit(image.convert(mode), size, Image.Resampling.LANCZOS, bleed=edge)


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
