"""TIFF files of many bands and of kinds that Pillow refuses."""

import struct
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from latentlab.data import read_image, scan
from latentlab.errors import DataError
from tests.files.pixel_files import RAMP, SIDE, folder_of, prepared, tiff, written


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LATENTLAB_CACHE", str(tmp_path / "cache"))


U16, I16, I32 = np.uint16, np.int16, np.int32


def _bands(values: Any, *, photometric: int, compression: int = 1, predictor: int = 1, planar: int = 1, tile: int = 0) -> bytes:
    """A TIFF of (H, W, S) values in one strip, or in tiles of a length of side."""
    values = np.asarray(values)
    height, width, samples = values.shape
    kind = {"u": 1, "i": 2, "f": 3}[values.dtype.kind]
    planes = [values[..., [band]] for band in range(samples)] if planar == 2 else [values]
    parts = [
        np.pad(plane, ((0, -height % tile), (0, -width % tile), (0, 0)))[top : top + tile, left : left + tile]
        if tile
        else plane
        for plane in planes
        for top in range(0, height, tile or height)
        for left in range(0, width, tile or width)
    ]
    contents = [_predicted(part, predictor).tobytes() for part in parts]
    if compression == 8:
        contents = [zlib.compress(content) for content in contents]
    places = [8 + sum(map(len, contents[:number])) for number in range(len(contents))]
    where = [(322, (tile,)), (323, (tile,)), (324, places), (325, [len(content) for content in contents])]
    strips = [(273, places), (278, (height,)), (279, [len(content) for content in contents])]
    tags: list[tuple[int, Any]] = [
        (256, (width,)),
        (257, (height,)),
        (258, (8 * values.dtype.itemsize,) * samples),
        (259, (compression,)),
        (262, (photometric,)),
        (277, (samples,)),
        (284, (planar,)),
        (317, (predictor,)),
        (339, (kind,) * samples),
        *(where if tile else strips),
    ]
    body = b"".join(contents)
    directory, extra = b"", b""
    start = 8 + len(body) + 2 + 12 * len(tags) + 4
    for tag, numbers in sorted(tags):
        packed = struct.pack(f"<{len(numbers)}I", *numbers)
        if len(packed) > 4:
            directory += struct.pack("<HHII", tag, 4, len(numbers), start + len(extra))
            extra += packed
        else:
            directory += struct.pack("<HHI", tag, 4, len(numbers)) + packed
    return b"II*\0" + struct.pack("<I", 8 + len(body)) + body + struct.pack("<H", len(tags)) + directory + bytes(4) + extra


def _predicted(part: Any, predictor: int) -> Any:
    if predictor == 1:
        return part
    if predictor == 2:
        return np.diff(part, axis=1, prepend=part[:, :1] * 0)
    rows, columns, samples = part.shape
    by_weight = part.astype(part.dtype.newbyteorder(">")).view(np.uint8).reshape(rows, columns * samples, -1).transpose(0, 2, 1)
    flat = by_weight.reshape(rows, -1, samples)
    return np.diff(flat, axis=1, prepend=flat[:, :1] * 0)


_LAYOUTS: list[dict[str, int]] = [
    {},
    {"planar": 2},
    {"compression": 8},
    {"compression": 8, "tile": 10},
    {"compression": 8, "predictor": 2},
    {"compression": 8, "predictor": 3},
    {"planar": 2, "tile": 7, "predictor": 3},
]


_WITH_LAYOUTS = [
    (layout, dtype)
    for layout in _LAYOUTS
    for dtype in ("u1", "u2", "i2", "u4", "f2", "f4", "f8")
    if layout.get("predictor", 1) == 1 or (layout["predictor"] == 3) == (dtype[0] == "f")
]


@pytest.mark.parametrize(("layout", "dtype"), _WITH_LAYOUTS, ids=str)
def test_bands_of_any_depth_are_channels(layout: dict[str, int], dtype: str, tmp_path: Path) -> None:
    kind = np.dtype(dtype)
    values = np.stack([RAMP, 255 - RAMP, RAMP.T, RAMP // 2, RAMP // 3], 2)
    values = (values / 256).astype(kind) if kind.kind == "f" else (values - 100 * (kind.kind == "i")).astype(kind)
    content = _bands(values, photometric=1, **layout)
    pixels = prepared(folder_of(tmp_path, content, content), frames="channels", range="set")
    assert pixels.shape == (2, 5, SIDE, SIDE)
    expected = (values.astype(float) - values.min()) / (float(values.max()) - values.min()) * 255
    assert np.abs(pixels[0].transpose(1, 2, 0) - expected).max() <= 0.51
    report = scan(tmp_path / "pictures")
    assert report.usable == 2
    assert "animated" in report.counts


def test_fractions_in_colour_and_other_kinds_that_pillow_refuses(tmp_path: Path) -> None:
    colour = np.stack([RAMP, 255 - RAMP, RAMP.T], 2) / 255
    content = _bands(colour.astype(np.float32), photometric=2)
    pixels = prepared(folder_of(tmp_path, content, content, tiff(RAMP / 255), tiff((RAMP - 128).astype(np.int8))))
    assert np.array_equal(pixels[0], np.rint(colour * 255).transpose(2, 0, 1))
    assert np.array_equal(pixels[2, 0], RAMP)
    assert np.array_equal(pixels[3, 0], RAMP)
    many = np.stack([RAMP, 255 - RAMP, RAMP, RAMP], 2).astype(np.uint8)
    assert np.array_equal(read_image(written(tmp_path, _bands(many, photometric=1))), RAMP)
    assert np.array_equal(read_image(written(tmp_path, _bands(many[..., 1:3], photometric=1))), 255 - RAMP)


@pytest.mark.filterwarnings("ignore:::PIL")
def test_a_damaged_tiff_of_bands_is_named_and_left_out(tmp_path: Path) -> None:
    whole = _bands(np.zeros((SIDE, SIDE, 5), np.uint16), photometric=1, compression=8)
    for position in range(0, len(whole), 7):
        for byte in (0, 255):
            damaged = bytearray(whole)
            damaged[position] = byte
            path = written(tmp_path, bytes(damaged))
            refusal = ""
            try:
                read_image(path)
            except DataError as error:
                refusal = str(error)
            assert not refusal or refusal.startswith(f"{path}: ")
    with pytest.raises(DataError, match=r"x\.tif: "):
        read_image(written(tmp_path, whole[:-30]))


def test_a_tiff_without_samples_and_one_larger_than_its_bytes_are_named(tmp_path: Path) -> None:
    whole = _bands(np.zeros((SIDE, SIDE, 5), U16), photometric=1)
    without = whole.replace(struct.pack("<HHII", 277, 4, 1, 5), struct.pack("<HHII", 277, 4, 1, 0))
    wide = whole.replace(struct.pack("<HHII", 256, 4, 1, SIDE), struct.pack("<HHII", 256, 4, 1, 9000))
    folder = folder_of(tmp_path, without, wide, b"P5 9000 9000 255\n" + bytes(99))
    report = scan(folder)
    assert report.usable == 0
    details = [found.detail for found in report.problems]
    assert details[0].startswith("cannot be read as an image")
    assert details[1].startswith("a damaged TIFF: ")
    assert details[2] == "declares 9,000×9,000 pixels, more than its 116 bytes can hold"
