"""Many points as pixels: the same picture for a window, a file and a benchmark. Needs no torch."""

import numpy as np
from numpy.typing import NDArray

Extent = tuple[float, float, float, float]
"""Left, right, bottom, top."""
Colours = NDArray[np.uint8]
Packed = NDArray[np.uint32]

_MARGIN = 0.04
# On white and on the dark ground of the window: each of at least 3:1 on its own, and apart from each other. Okabe and Ito's
# hues as far as they go; labels beyond ten start over.
_CLASSES = (
    np.array(
        [
            (0, 96, 168),
            (196, 122, 0),
            (0, 148, 106),
            (214, 69, 43),
            (194, 86, 155),
            (25, 153, 204),
            (126, 143, 0),
            (106, 77, 224),
            (122, 74, 62),
            (124, 127, 134),
        ],
        np.uint8,
    ),
    np.array(
        [
            (76, 147, 230),
            (230, 159, 0),
            (31, 185, 138),
            (255, 111, 74),
            (229, 139, 192),
            (127, 212, 247),
            (240, 228, 66),
            (158, 140, 255),
            (181, 128, 111),
            (163, 167, 174),
        ],
        np.uint8,
    ),
)
# Absent, present; on white and on the dark ground.
_ATTRIBUTE = tuple(classes[[9, 1]] for classes in _CLASSES)
_POINT_SHADES = ((0.0, 0.6), (0.35, 1.0))
"""The part of viridis that has 3:1 on white, and on the dark ground: its own ends are nearly white and nearly black."""
# Places of the viridis map, evenly apart, between which colours are mixed.
_VIRIDIS = np.array(
    [
        (68, 1, 84),
        (71, 44, 122),
        (59, 81, 139),
        (44, 113, 142),
        (33, 144, 141),
        (39, 173, 129),
        (92, 200, 99),
        (170, 220, 50),
        (253, 231, 37),
    ],
    np.float64,
)


HOLE = (120, 94, 240)
"""The colour that shades holes."""
_SHADE = 0.22
"""How much of it there is in the shaded ground."""


def class_colours(labels: NDArray[np.int64], *, dark: bool = False) -> Colours:
    """A colour for each label, (N, 3), on white or on a dark ground."""
    return _CLASSES[dark][labels % len(_CLASSES[dark])]


def value_colours(values: NDArray[np.float32], *, dark: bool = False) -> Colours:
    """Colours from the smallest to the largest value, (N, 3), on white or on a dark ground."""
    low, high = float(values.min()), float(values.max())
    return point_shades((values - low) / (high - low) if high > low else np.zeros_like(values), dark=dark)


def point_shades(place: NDArray[np.floating], *, dark: bool = False) -> Colours:
    """Colours (…, 3) of places (…) from 0 to 1 along the part of viridis in which a point can be seen on its ground."""
    low, high = _POINT_SHADES[dark]
    return viridis(low + place * (high - low))


def viridis(place: NDArray[np.floating]) -> Colours:
    """Colours (…, 3) of places (…) from 0 to 1 along the map."""
    steps = np.linspace(0, 1, len(_VIRIDIS))
    return np.stack([np.interp(place, steps, _VIRIDIS[:, channel]) for channel in range(3)], -1).round().astype(np.uint8)


def attribute_colours(values: NDArray[np.float32], *, dark: bool = False) -> Colours:
    """Two colours where an attribute is absent (0) or present (1); those of `value_colours` where it is measured, (N, 3)."""
    if is_binary(values):
        colours: Colours = _ATTRIBUTE[dark][values.astype(int)]
        return colours
    return value_colours(values, dark=dark)


def is_binary(values: NDArray[np.float32]) -> bool:
    """Whether an attribute is absent (0) or present (1) everywhere."""
    return bool(np.isin(values, (0, 1)).all())


def shaded(
    shade: NDArray[np.bool_],
    grid: Extent,
    extent: Extent,
    size: tuple[int, int],
    paper: tuple[int, int, int],
    tint: tuple[int, int, int],
) -> NDArray[np.uint8]:
    """A ground for `scatter`: paper, tinted where cells of a grid (H, W), the first row the uppermost, are set.

    Args:
        shade: the cells.
        grid: what they span.
        extent: what the picture spans.
        size: width and height in pixels.
        paper: the colour of the background.
        tint: mixed into it.

    Returns:
        uint8 (height, width, 3).
    """
    (width, height), (rows, columns) = size, shade.shape
    x = extent[0] + (np.arange(width) + 0.5) / width * (extent[1] - extent[0])
    y = extent[3] - (np.arange(height) + 0.5) / height * (extent[3] - extent[2])
    column = np.floor((x - grid[0]) / (grid[1] - grid[0]) * columns).astype(int)
    row = np.floor((grid[3] - y) / (grid[3] - grid[2]) * rows).astype(int)
    framed = np.pad(shade, 1)  # a cell around it that stands for all outside
    inside = framed[np.clip(row + 1, 0, rows + 1)[:, None], np.clip(column + 1, 0, columns + 1)]
    tinted = np.array(paper) * (1 - _SHADE) + np.array(tint) * _SHADE
    return np.where(inside[..., None], tinted, np.array(paper)).round().astype(np.uint8)


def extent_of(points: NDArray[np.float32], aspect: float = 1.0) -> Extent:
    """The rectangle of width over height `aspect` that holds all points with a margin, its centre theirs."""
    low, high = points.min(0).astype(float), points.max(0).astype(float)
    width, height = np.maximum(high - low, 1e-6) * (1 + 2 * _MARGIN)
    width, height = max(width, height * aspect), max(height, width / aspect)
    x, y = (low + high) / 2
    return x - width / 2, x + width / 2, y - height / 2, y + height / 2


def scatter(
    points: NDArray[np.float32],
    colours: Colours | Packed,
    extent: Extent,
    size: tuple[int, int],
    paper: tuple[int, int, int] | NDArray[np.uint8],
    dot: int = 2,
) -> NDArray[np.uint8]:
    """Draw points as squares.

    Args:
        points: (N, 2), x to the right and y upwards.
        colours: (N, 3), or (N,) as `pack` made them, which takes less time where they are drawn again and again.
        extent: what the picture spans.
        size: width and height in pixels.
        paper: the colour of the background, or a whole background (height, width, 3).
        dot: a square's side is 2·dot + 1.

    Returns:
        uint8 (height, width, 3).
    """
    width, height = size
    left, right, bottom, top = extent
    x = ((points[:, 0] - left) * (width / (right - left))).astype(np.int32)
    y = ((top - points[:, 1]) * (height / (top - bottom))).astype(np.int32)
    inside = (x >= dot) & (x < width - dot) & (y >= dot) & (y < height - dot)
    # A pixel is written as one number: three writes a point would take three times as long.
    packed = colours.view(np.uint32) if colours.ndim == 1 else pack(colours.view(np.uint8))
    shown = packed[inside]
    if isinstance(paper, np.ndarray):
        canvas = pack(paper.reshape(-1, 3))
    else:
        canvas = np.full(height * width, pack(np.array([paper], np.uint8))[0])
    centre = y[inside].astype(np.intp) * width + x[inside]  # numpy's own kind of index: others are converted at each write
    for down in range(-dot, dot + 1):
        for across in range(-dot, dot + 1):
            canvas[centre + (down * width + across)] = shown
    return canvas.view(np.uint8).reshape(height, width, 4)[..., :3].copy()


def pack(colours: Colours) -> Packed:
    """Three bytes and an empty one as a number, in the machine's own order."""
    padded = np.zeros((len(colours), 4), np.uint8)
    padded[:, :3] = colours
    return padded.view(np.uint32)[:, 0]
