"""TIFF pages that Pillow does not read: values of any depth and sign, fractions in colour, and any number of bands.

Strips and tiles, in either order of bytes, uncompressed or deflated, with either predictor; what else there is, is named.
"""

import math
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_BEGINNINGS = {b"II*\0": "<", b"MM\0*": ">"}
_LARGEST_DIRECTORY = 512  # entries
_MOST_PAGES = 65_536
_SIZES = {1: "B", 3: "H", 4: "I"}
_WIDTH, _HEIGHT, _BITS, _COMPRESSION, _PHOTOMETRIC = 256, 257, 258, 259, 262
_STRIPS, _SAMPLES, _ROWS, _STRIP_LENGTHS, _PLANAR, _PREDICTOR = 273, 277, 278, 279, 284, 317
_TILE_WIDTH, _TILE_HEIGHT, _TILES, _TILE_LENGTHS, _EXTRA, _FORMAT = 322, 323, 324, 325, 338, 339
_WANTED = frozenset(range(_WIDTH, _FORMAT + 1))
_RGB, _DEFLATED, _PLAIN = 2, (8, 32946), 1
_NEVER = {("i", 1), ("f", 2), ("u", 4), ("u", 8), ("i", 8), ("f", 8)}
"""Kinds of value, and their bytes, of which Pillow reads none, or not in every order of bytes."""
_TYPES = {
    (1, 8): "u1",
    (1, 16): "u2",
    (1, 32): "u4",
    (1, 64): "u8",
    (2, 8): "i1",
    (2, 16): "i2",
    (2, 32): "i4",
    (2, 64): "i8",
    (3, 16): "f2",
    (3, 32): "f4",
    (3, 64): "f8",
}


class TiffError(ValueError):
    """The file is no such TIFF, or a damaged one."""


@dataclass(frozen=True)
class Page:
    """A page, as its directory describes it.

    Attributes:
        tags: the values of a tag.
        order: of the bytes, as NumPy writes it.
    """

    tags: dict[int, tuple[int, ...]]
    order: str

    def one(self, tag: int, default: int) -> int:
        """The first value of a tag."""
        return self.tags.get(tag, (default,))[0]

    @property
    def size(self) -> tuple[int, int]:
        """Width and height."""
        return self.one(_WIDTH, 0), self.one(_HEIGHT, 0)

    @property
    def samples(self) -> int:
        """Values a pixel."""
        return self.one(_SAMPLES, 1)

    @property
    def dtype(self) -> np.dtype[np.generic] | None:
        """Of the values; None where the bits are no whole number of bytes, or not alike."""
        bits = set(self.tags.get(_BITS, (1,)))
        name = _TYPES.get((self.one(_FORMAT, 1), bits.pop())) if len(bits) == 1 else None
        return np.dtype(self.order + name) if name else None

    @property
    def is_colour(self) -> bool:
        """Whether its values are red, green and blue, with or without opacity."""
        return self.one(_PHOTOMETRIC, 1) == _RGB and self.samples in (3, 4)

    @property
    def bytes(self) -> int:
        """That its values take."""
        width, height = self.size
        return width * height * self.samples * (self.dtype.itemsize if self.dtype else 1)

    @property
    def white_is_zero(self) -> bool:
        """Whether the smallest value is white."""
        return self.one(_PHOTOMETRIC, 1) == 0

    @property
    def beyond_pillow(self) -> bool:
        """Whether Pillow would refuse it, or give only a part of its values."""
        if self.dtype is None or self.samples < 1 or self.one(_COMPRESSION, 1) not in (_PLAIN, *_DEFLATED):
            return False
        kind, size = self.dtype.kind, self.dtype.itemsize
        photometric = self.one(_PHOTOMETRIC, 1)
        if self.samples > 1:
            grey_with_alpha = self.samples == 2 and size == 1 and _EXTRA in self.tags
            bands = photometric in (0, 1) and not grey_with_alpha
            return bands or (photometric == _RGB and (kind != "u" or size > 2 or self.samples > 4))
        if photometric not in (0, 1):
            return False
        turned = photometric == 0 and (kind == "i" or (kind == "u" and size == 2 and self.order == ">"))
        return turned or (kind, size) in _NEVER


def read_pages(content: bytes) -> Iterator[Page]:
    """The pages of a TIFF.

    Raises:
        TiffError: if it is none, or its directories are damaged.
    """
    order = _BEGINNINGS.get(content[:4])
    if order is None:
        raise TiffError("not a TIFF")
    (position,) = _unpack(order, "I", content, 4)
    seen: set[int] = set()
    while position and position not in seen and len(seen) < _MOST_PAGES:
        seen.add(position)
        (count,) = _unpack(order, "H", content, position)
        if count > _LARGEST_DIRECTORY:
            raise TiffError(f"a directory of {count} entries")
        tags = {}
        for entry in range(count):
            tag, code, length, _ = _unpack(order, "HHII", content, position + 2 + 12 * entry)
            if tag in _WANTED and code in _SIZES and length:
                tags[tag] = _values(order, content, position + 10 + 12 * entry, code, length)
        yield Page(tags, order)
        (position,) = _unpack(order, "I", content, position + 2 + 12 * count)


def read_values(content: bytes, page: Page) -> NDArray[np.generic]:
    """(H, W, samples) in the machine's order of bytes.

    Raises:
        TiffError: if the page's data are damaged or cut off.
    """
    assert page.dtype is not None
    width, height = page.size
    tiled = _TILES in page.tags
    across = page.one(_TILE_WIDTH, 0) if tiled else width
    down = page.one(_TILE_HEIGHT, 0) if tiled else min(page.one(_ROWS, height), height)
    if min(width, height, across, down) < 1 or across > 2 * max(width, 64) or down > 2 * max(height, 64):
        raise TiffError("sides of impossible length")
    planes, samples = (page.samples, 1) if page.one(_PLANAR, 1) == 2 else (1, page.samples)
    columns, rows = math.ceil(width / across), math.ceil(height / down)
    places = page.tags.get(_TILES if tiled else _STRIPS, ())
    lengths = page.tags.get(_TILE_LENGTHS if tiled else _STRIP_LENGTHS, ())
    if len(places) != planes * rows * columns or len(lengths) != len(places):
        raise TiffError(f"{len(places)} parts where {planes * rows * columns} are needed")
    values = np.empty((height, width, page.samples), page.dtype.newbyteorder("="))
    for number, (place, length) in enumerate(zip(places, lengths, strict=True)):
        plane, part = divmod(number, rows * columns)
        top, left = part // columns * down, part % columns * across
        part_height = down if tiled else min(down, height - top)
        block = _block(content[place : place + length], page, (part_height, across, samples))
        bands = slice(plane, plane + 1) if planes > 1 else slice(None)
        values[top : top + part_height, left : left + across, bands] = block[: height - top, : width - left]
    return values


def _block(data: bytes, page: Page, shape: tuple[int, int, int]) -> NDArray[np.generic]:
    """The values of a strip or tile."""
    assert page.dtype is not None
    size = math.prod(shape) * page.dtype.itemsize
    if page.one(_COMPRESSION, 1) in _DEFLATED:
        try:
            data = zlib.decompressobj().decompress(data, size)
        except zlib.error as error:
            raise TiffError(f"a part cannot be unpacked: {error}") from None
    if len(data) < size:
        raise TiffError("a part is truncated")
    predictor = page.one(_PREDICTOR, 1)
    if predictor == 3 and page.dtype.kind == "f":
        # The bytes of a row stand by their significance, each as the difference from the one before.
        rows, columns, samples = shape
        differences = np.frombuffer(data[:size], np.uint8).reshape(rows, -1, samples)
        by_weight = np.cumsum(differences, 1, dtype=np.uint8).reshape(rows, page.dtype.itemsize, columns * samples)
        values = np.ascontiguousarray(by_weight.transpose(0, 2, 1)).view(page.dtype.newbyteorder(">"))
        return values.reshape(shape).astype(page.dtype.newbyteorder("="))
    values = np.frombuffer(data[:size], page.dtype).reshape(shape).astype(page.dtype.newbyteorder("="))
    if predictor == 2 and page.dtype.kind != "f":
        return np.cumsum(values, 1, dtype=values.dtype)
    if predictor != 1:
        raise TiffError(f"predictor {predictor} is not known for such values")
    return values


def _values(order: str, content: bytes, position: int, code: int, length: int) -> tuple[int, ...]:
    size = struct.calcsize(_SIZES[code])
    if length * size > 4:
        (position,) = _unpack(order, "I", content, position)
    if length * size > len(content):
        raise TiffError("a tag larger than the file")
    return _unpack(order, f"{length}{_SIZES[code]}", content, position)


def _unpack(order: str, code: str, content: bytes, position: int) -> tuple[int, ...]:
    try:
        return struct.unpack_from(order + code, content, position)
    except struct.error:
        raise TiffError("truncated") from None
