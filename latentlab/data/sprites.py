"""Shapes drawn from known factors, ground truth for what a latent dimension stands for; after dSprites (Matthey et al. 2017).

Shapes: K factors; N images, one for each combination of their values; S by S pixels.
"""

from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from latentlab.catalog.data_settings import SpritesConfig
from latentlab.data.sources import Images, ReadRequest
from latentlab.data.store import Attributes
from latentlab.errors import DataError

SHAPES = ("square", "ellipse", "heart")
_CHUNK = 1024  # images drawn at a time
# Half the extent of a shape, and how far its centre goes, in halves of the image's side: the largest, turned, stays inside.
_SCALES, _REACH = (0.25, 0.5), 0.4
_ELLIPSE = (1.0, 0.55)
_HUES = 6
# As its author writes it the heart is about 1.2 wide and 1.1 high, from its tip at 0 upwards.
_HEART_SCALE, _HEART_MIDDLE = np.float32(0.62), np.float32(0.58)

_Floats = NDArray[np.floating[Any]]


def read_sprites(size: int, channels: Literal["auto", "grey", "colour"]) -> Images:
    """All combinations of the factors, drawn at the size asked for with smooth edges; the label is the shape.

    Grey, 9,600 white shapes on black: 3 shapes, 4 scales, 8 rotations, 10 places across and 10 down. In colour, 11,664: 3
    shapes, 3 scales, 6 rotations, 6 places across and down, 6 hues. Rotations stay below 90°, after which a square looks the
    same. The attributes are the factors: shape (0, 1, 2), scale (half the extent as a share of the side), rotation (degrees,
    clockwise), x and y (of the centre, 0 left or top to 1), and hue (degrees).

    Raises:
        DataError: if they do not fit into memory at this size.
    """
    colour = channels == "colour"
    scales, turns, places = (3, 6, 6) if colour else (4, 8, 10)
    values = {
        "shape": np.arange(len(SHAPES)),
        "scale": np.linspace(*_SCALES, scales) / 2,
        "rotation": np.arange(turns) * (90 / turns),
        "x": np.linspace(-_REACH, _REACH, places) / 2 + 0.5,
        "y": np.linspace(-_REACH, _REACH, places) / 2 + 0.5,
        **({"hue": np.arange(_HUES) * (360 / _HUES)} if colour else {}),
    }
    factors_NK = np.stack(np.meshgrid(*values.values(), indexing="ij"), axis=-1).reshape(-1, len(values)).astype(np.float32)
    counts = " × ".join(f"{len(steps)} {name}" for name, steps in values.items())
    return Images(
        _draw(factors_NK, size, colour),
        factors_NK[:, 0].astype(np.int64),
        None,
        f"drawn: {counts}",
        SHAPES,
        Attributes(tuple(values), factors_NK),
    )


def _draw(factors_NK: _Floats, size: int, colour: bool) -> NDArray[np.uint8]:
    """uint8 (N, C, S, S); where there are hues, each shape is drawn once for all of them, which follow each other."""
    channels, hues = (3, _HUES) if colour else (1, 1)
    try:
        pixels = np.empty((len(factors_NK) // hues, hues, channels, size, size), np.uint8)
    except MemoryError:
        need = len(factors_NK) * channels * size**2 / 2**30
        raise DataError(f"sprites at {size}×{size} need {need:,.1f} GiB of memory; lower data.size.") from None
    paint = _rgb(factors_NK[:hues, 5]) if colour else np.ones((1, 1), np.float32)
    for start in range(0, len(pixels), _CHUNK):
        cover = _cover(factors_NK[start * hues : (start + _CHUNK) * hues : hues], size)
        for hue, channel in np.ndindex(paint.shape):
            pixels[start : start + _CHUNK, hue, channel] = np.rint(255 * paint[hue, channel] * cover)
    return pixels.reshape(-1, channels, size, size)


def _cover(factors_NK: _Floats, size: int) -> _Floats:
    """How much of each pixel the shape covers, 0 to 1, (N, S, S): from the distance between the pixel's centre and the edge."""
    shape, scale, rotation, x, y = (factors_NK[:, index, None, None] for index in range(5))
    centres = (np.arange(size, dtype=np.float32) + 0.5) / size
    across, down = centres[None, None, :] - x, centres[None, :, None] - y
    angle = np.deg2rad(rotation)
    # The pixel as the shape sees it: turned back, in units of the shape's half extent.
    u = (np.cos(angle) * across + np.sin(angle) * down) / scale
    v = (np.cos(angle) * down - np.sin(angle) * across) / scale
    distance = np.empty_like(u)
    for index, measure in enumerate((_to_square, _to_ellipse, _to_heart)):
        chosen = shape[:, 0, 0] == index
        distance[chosen] = measure(u[chosen], v[chosen])
    cover: _Floats = np.clip(0.5 - distance * scale * size, 0, 1)
    return cover


def _to_square(u: _Floats, v: _Floats) -> _Floats:
    """Signed distance to the edge of a square, whose corners lie at distance 1 from its centre."""
    beyond_u, beyond_v = np.abs(u) - np.sqrt(np.float32(0.5)), np.abs(v) - np.sqrt(np.float32(0.5))
    outside = np.hypot(np.maximum(beyond_u, 0), np.maximum(beyond_v, 0))
    distance: _Floats = outside + np.minimum(np.maximum(beyond_u, beyond_v), 0)
    return distance


def _to_ellipse(u: _Floats, v: _Floats) -> _Floats:
    """Signed distance to the edge of an ellipse, to first order."""
    a, b = _ELLIPSE
    level = np.hypot(u / a, v / b)
    slope = np.hypot(u / a**2, v / b**2)
    distance: _Floats = level * (level - 1) / np.maximum(slope, np.float32(1e-6))
    return distance


def _to_heart(u: _Floats, v: _Floats) -> _Floats:
    """Signed distance to the edge of a heart, tip down: a square on its corner and two half discs (Quílez's form)."""
    p, q = np.abs(u) * _HEART_SCALE, _HEART_MIDDLE - v * _HEART_SCALE
    lobe = np.hypot(p - 0.25, q - 0.75) - np.sqrt(np.float32(0.125))
    along = np.maximum(p + q, 0) / 2
    body = np.sqrt(np.minimum(p**2 + (q - 1) ** 2, (p - along) ** 2 + (q - along) ** 2)) * np.sign(p - q)
    return np.where(p + q > 1, lobe, body) / _HEART_SCALE


def _rgb(hue_N: _Floats) -> _Floats:
    """Full colours of hues in degrees, (N, 3)."""
    ramps = (hue_N[:, None] / 60 + np.array([0, 4, 2], np.float32)) % 6
    colours: _Floats = np.clip(np.abs(ramps - 3) - 1, 0, 1)
    return colours


def read_set(request: ReadRequest) -> Images:
    """As the catalog asks for it."""
    assert isinstance(request.settings, SpritesConfig)
    return read_sprites(request.size, request.settings.channels)
