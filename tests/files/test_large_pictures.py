"""Very large pictures are read smaller, or refused before they take memory."""

import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from latentlab.data import read_image, read_image_for
from latentlab.data.colour import plain_mode
from latentlab.data.picture import _reduced
from latentlab.errors import DataError
from tests.files.pixel_files import SIDE, encoded, written


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LATENTLAB_CACHE", str(tmp_path / "cache"))


U16, I16, I32 = np.uint16, np.int16, np.int32
_SIZES: dict[str, tuple[Callable[[], bytes], str]] = {
    "baseline JPEG": (lambda: encoded(Image.new("L", (16_400, 12_200), 90), "JPEG", quality=10), ""),
    "PNG": (lambda: encoded(Image.new("1", (12_000, 9_000), 1), "PNG"), ""),
}


@pytest.mark.parametrize("kind", _SIZES)
def test_very_large_images_are_read_smaller(kind: str, tmp_path: Path) -> None:
    path = written(tmp_path, _SIZES[kind][0](), "x.img")
    assert read_image_for(path, (1, SIDE, SIDE), crop_and_scale=True).std() < 0.01


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA", "CMYK"])
def test_what_is_made_smaller_a_part_at_a_time_is_what_it_would_be_at_once(mode: str) -> None:
    noise = Image.fromarray(np.random.default_rng(0).integers(0, 256, (1403, 2999, 4), np.uint8), "RGBA").convert(mode)
    plain = noise if mode in ("L", "RGB", "RGBA", "CMYK") else noise.convert(plain_mode(noise))
    assert np.array_equal(np.asarray(_reduced(noise, 100)), np.asarray(plain.reduce(14)))


@pytest.mark.parametrize("mode", ["1", "L", "RGBA"])
def test_a_small_file_of_many_pixels_is_made_smaller_or_refused(mode: str, tmp_path: Path) -> None:
    content = encoded(Image.new(mode, (6500, 6500), 1 if mode == "1" else 90), "PNG")
    path = written(tmp_path, content, "x.png")
    assert read_image_for(path, (1, SIDE, SIDE), crop_and_scale=True).shape == (1, 1, SIDE, SIDE)
    words = r"x\.png: has 6,500×6,500 pixels and would take \d+ MiB of memory; at most 191 MiB are used for a file of \d"
    with pytest.raises(DataError, match=words):
        read_image(path)


def test_what_would_take_too_much_memory_is_named_with_its_size(tmp_path: Path) -> None:
    header = struct.pack(">IIBBBBB", 40_000, 30_000, 8, 2, 0, 0, 0)

    chunk = struct.pack(">I", 13) + b"IHDR" + header + struct.pack(">I", zlib.crc32(b"IHDR" + header))
    data = struct.pack(">I", 0) + b"IDAT" + struct.pack(">I", zlib.crc32(b"IDAT"))
    path = written(tmp_path, b"\x89PNG\r\n\x1a\n" + chunk + data, "x.png")
    with pytest.raises(DataError, match=r"x\.png: has 40,000×30,000 pixels and would take 4\.47 GiB of memory; at most 1 GiB"):
        read_image(path)
