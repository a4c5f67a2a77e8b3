"""A single image file, read and made to fit a model."""

from pathlib import Path

import numpy as np
import torch
from PIL import Image, ImageOps, UnidentifiedImageError
from torch import Tensor

from latentlab.errors import DataError, WrongSizeError

_MODES = {1: "L", 3: "RGB"}
_ALREADY = {1: ("L", "1"), 3: ("RGB",)}
_MODE_WORDS = {"L": "grey", "RGB": "colour", "RGBA": "colour with alpha", "1": "black and white", "P": "palette colour"}


def read_image(path: str | Path) -> Image.Image:
    """An image file, turned upright as its EXIF data say.

    Raises:
        DataError: if there is no such file or it is no image that can be read whole.
    """
    path = Path(path)
    try:
        with Image.open(path) as opened:
            upright = ImageOps.exif_transpose(opened)
            upright.load()
    except FileNotFoundError:
        raise DataError(f"{path}: there is no such file.") from None
    except UnidentifiedImageError:
        raise DataError(f"{path}: not an image of a kind that can be read (PNG, JPEG, WebP, BMP, TIFF, GIF).") from None
    except Image.DecompressionBombError:
        raise DataError(f"{path}: declares a size far beyond any photograph's; it is not opened.") from None
    except (OSError, SyntaxError, ValueError) as error:
        raise DataError(f"{path}: cannot be read as an image: {error}.") from None
    if upright.mode.startswith("I;16"):  # Pillow's own conversion to 8 bits cuts off instead of scaling
        return Image.fromarray((np.asarray(upright) >> 8).astype(np.uint8))
    if upright.mode in ("I", "F"):
        raise DataError(f"{path}: has 32 bits a pixel; images of 8 or 16 bits are read.")
    return upright


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
        if image.has_transparency_data:
            image = Image.alpha_composite(Image.new("RGBA", image.size, "black"), image.convert("RGBA"))
        image = ImageOps.fit(image.convert(mode), (width, height), Image.Resampling.LANCZOS)
    pixels = np.asarray(image.convert(mode), dtype=np.float32).reshape(height, width, channels)
    return torch.from_numpy(pixels / 255).permute(2, 0, 1)[None]


def describe_image(image: Image.Image) -> str:
    """`640×480 colour`."""
    return f"{image.width}×{image.height} {_MODE_WORDS.get(image.mode, image.mode)}"
