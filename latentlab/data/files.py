"""A single image file, read and made to fit a model."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image, ImageOps
from torch import Tensor

from latentlab.data.picture import Picture, read_pictures
from latentlab.data.reading import Reading
from latentlab.data.trees import LARGEST_FILE
from latentlab.data.values import Ranges
from latentlab.errors import DataError, FileError, WrongSizeError
from latentlab.files.regular import read_bytes

_PLAIN = Reading()
_MODES = {1: "L", 3: "RGB"}
_MODE_WORDS = {
    "L": "grey",
    "LA": "grey with alpha",
    "RGB": "colour",
    "RGBA": "colour with alpha",
    "1": "black and white",
    "P": "palette colour",
    "I;16": "16-bit grey",
    "I;16B": "16-bit grey",
    "I": "deep grey",
    "F": "floating-point grey",
    "LAB": "L*a*b* colour",
}
_PIXELS_AT_A_TIME = 2**20
_SHADES = {"black": 0, "grey": 128, "white": 255}
_RESAMPLING = {
    "auto": Image.Resampling.LANCZOS,
    "nearest": Image.Resampling.NEAREST,
    "area": Image.Resampling.BOX,
    "bilinear": Image.Resampling.BILINEAR,
    "bicubic": Image.Resampling.BICUBIC,
    "lanczos": Image.Resampling.LANCZOS,
}


def read_image(path: str | Path) -> Image.Image:
    """An image file, turned upright as its EXIF data say, with 8 bits a channel and the colours of sRGB.

    Raises:
        DataError: if there is no such file or it is no image that can be read whole.
    """
    return _pictures(path)[0].image({})


def fit_image(image: Image.Image, mode: str, size: tuple[int, int], reading: Reading = _PLAIN) -> Image.Image:
    """Scaled with antialiasing, grey or colour, without transparency.

    Args:
        image: of any size and 8 bits a channel.
        mode: "L" or "RGB".
        size: width and height.
        reading: how it becomes that size, and what lies beneath what is transparent.
    """
    if image.has_transparency_data:
        image = _laid_on(_SHADES[reading.background], image, mode)
    elif image.mode != mode:
        image = image.convert(mode)
    method = _RESAMPLING[reading.resample]
    if reading.fit == "crop":
        return ImageOps.fit(image, size, method, bleed=reading.edge)
    scale = min(size[0] / image.width, size[1] / image.height)
    width, height = (max(1, round(side * scale)) for side in image.size)
    pixels = np.asarray(image.resize((width, height), method))
    borders = [((free) // 2, free - free // 2) for free in (size[1] - height, size[0] - width)]
    return Image.fromarray(_padded(pixels, borders, reading))


def _laid_on(shade: int, image: Image.Image, mode: str) -> Image.Image:
    """Without transparency; a part at a time, so that a large image needs few copies."""
    result = Image.new(mode, image.size)
    rows = max(1, _PIXELS_AT_A_TIME // max(1, image.width))
    for top in range(0, image.height, rows):
        part = image.crop((0, top, image.width, min(top + rows, image.height))).convert("RGBA")
        below = Image.new("RGBA", part.size, (shade, shade, shade, 255))
        result.paste(Image.alpha_composite(below, part).convert(mode), (0, top))
    return result


def _padded(pixels: NDArray[np.uint8], borders: Sequence[tuple[int, int]], reading: Reading) -> NDArray[np.uint8]:
    colour = (0, 0) * (pixels.ndim == 3)
    widths = [*borders, colour] if colour else list(borders)
    if reading.pad == "edge":
        return np.pad(pixels, widths, mode="edge")
    padded = np.pad(pixels, widths)
    filling = pixels.mean((0, 1)).round() if reading.pad == "mean" else _SHADES[reading.pad]
    inside = np.zeros(padded.shape[:2], bool)
    (top, _), (left, _) = borders
    inside[top : top + pixels.shape[0], left : left + pixels.shape[1]] = True
    padded[~inside] = filling
    return padded


def read_image_for(
    path: str | Path,
    image_shape: tuple[int, int, int],
    *,
    crop_and_scale: bool = False,
    reading: Reading = _PLAIN,
    ranges: Ranges | None = None,
) -> Tensor:
    """An image file as a model takes it: float32 (1, C, H, W) in [0, 1].

    Args:
        path: the file.
        image_shape: (C, H, W) of the model.
        crop_and_scale: crop an image of another size to the model's proportions about its centre, scale it, lay what is
            transparent on the background, and convert grey and colour into each other.
        reading: how the model's own images were read.
        ranges: what became black and white in them, by kind of value.

    Raises:
        DataError: if the file is no readable image, or `WrongSizeError` if its size or kind differs and `crop_and_scale` is
            not asked for.
    """
    channels, height, width = image_shape
    draft = (_MODES.get(channels, "RGB"), 2 * max(width, height)) if crop_and_scale else None
    pages = channels not in _MODES or reading.frames == "channels"
    pictures = _pictures(path, draft, all_frames=pages)
    layers = _layers(path, pictures, ranges or {}, image_shape)
    fits = all(layer.size == (width, height) and layer.mode == kind for layer, kind in layers)
    if not fits and not crop_and_scale:
        found = f"{width_height(pictures[0])} {describe_kind(pictures[0])}"
        raise WrongSizeError(
            f"{path}: the image is {found}; this model takes {shape_text(image_shape)} images. "
            "It is cropped and scaled only if asked for (--fit)."
        )
    fitted = [layer if fits else fit_image(layer, kind, (width, height), reading) for layer, kind in layers]
    pixels = np.concatenate([np.asarray(layer).reshape(height, width, -1) for layer in fitted], 2, dtype=np.float32)
    return torch.from_numpy(pixels / 255).permute(2, 0, 1)[None]


def _layers(
    path: str | Path, pictures: list[Picture], ranges: Ranges, image_shape: tuple[int, int, int]
) -> list[tuple[Image.Image, str]]:
    """The images of 8 bits that together have a model's channels, and the mode of each."""
    channels = image_shape[0]
    if len(pictures) == channels > 1:
        return [(picture.image(ranges).convert("L"), "L") for picture in pictures]
    image = pictures[0].image(ranges)
    if channels in _MODES:
        return [(image, _MODES[channels])]
    bands = {2: "LA", 4: "RGBA"}.get(channels)
    if bands and image.mode == bands:
        return [(band, "L") for band in image.split()]
    pages = "1 page" if len(pictures) == 1 else f"{len(pictures)} pages"
    raise DataError(
        f"{path}: has {pages} of {image.mode}; this model takes images of {channels} channels: a file of {channels} pages."
    )


def _pictures(path: str | Path, draft: tuple[str, int] | None = None, *, all_frames: bool = False) -> list[Picture]:
    try:
        content = read_bytes(path, LARGEST_FILE)
    except FileError as error:
        raise DataError(str(error)) from None
    return list(read_pictures(content, str(path), draft=draft, all_frames=all_frames))


def width_height(picture: Picture) -> str:
    """`640×480`."""
    return "{}×{}".format(*picture.size)


def describe_kind(picture: Picture) -> str:
    """What its pixels are, in a word or two."""
    return _MODE_WORDS.get(picture.mode, picture.mode)


def shape_text(image_shape: tuple[int, int, int]) -> str:
    """`64×64 colour`, of (C, H, W)."""
    channels, height, width = image_shape
    return f"{width}×{height} {channels_text(channels)}"


def channels_text(channels: int) -> str:
    """What so many channels are called."""
    return {1: "grey", 3: "colour"}.get(channels, f"{channels}-channel")
