"""Arrays of any type and any number of channels, read into bytes."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from latentlab.data.array import read_array
from latentlab.data.measuring import measure
from latentlab.data.prepared import StoreSettings
from latentlab.data.trees import open_tree
from latentlab.data.values import RangeRule, Tally, ValueKind, shown_channels
from tests.files.pixel_files import RAMP, folder_of, tiff


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LATENTLAB_CACHE", str(tmp_path / "cache"))


U16, I16, I32 = np.uint16, np.int16, np.int32
_DTYPES = [np.uint8, np.int8, U16, ">u2", I16, ">i4", np.int64, np.uint64, np.float16, np.float32, ">f8"]


@pytest.mark.parametrize("dtype", _DTYPES, ids=str)
def test_arrays_of_every_type_keep_their_levels(dtype: Any, tmp_path: Path) -> None:
    dtype = np.dtype(dtype)
    low = {"i": -128, "u": 0, "f": 0}[dtype.kind]
    images = np.stack([RAMP + low] * 4) / (255 if dtype.kind == "f" else 1)
    np.save(tmp_path / "a.npy", images.astype(dtype))
    assert np.abs(read_array(tmp_path / "a.npy").pixels[0, 0].astype(int) - RAMP).max() <= (dtype == np.float16)


@pytest.mark.parametrize(
    ("images", "told"),
    [
        (
            np.nextafter(np.float32(1), np.float32(2)) * RAMP.astype(np.float32) / 255,
            "scaled from 0 to 1, what lies outside is",
        ),
        (RAMP / 127.5 - 1, "64-bit float values -1 to 1, scaled from -1 to 1"),
        (RAMP.astype(float), "64-bit float values 0 to 255, scaled from 0 to 255"),
        (RAMP * 8 - 1000, "signed 64-bit values -1,000 to 1,040, scaled by the set's range; 256"),
        (RAMP % 2, "0 taken as black and 1 as white; 2 of 256 grey levels remain"),
        (RAMP > 99, "black-and-white values 0 to 1, 0 taken as black"),
        (RAMP * 0 + 7.5, "64-bit float values all 7.5, scaled from 0 to 255; 1 of 256 grey level remains"),
    ],
)
def test_arrays_say_how_they_were_read(images: Any, told: str, tmp_path: Path) -> None:
    np.savez(tmp_path / "a.npz", images=np.stack([images] * 4))
    assert told in read_array(tmp_path / "a.npz").origin


def test_training_and_test_arrays_have_one_scale(tmp_path: Path) -> None:
    np.savez(tmp_path / "a.npz", x_train=np.stack([RAMP * 4] * 3).astype(U16), x_test=np.stack([RAMP * 8] * 2).astype(U16))
    pixels = read_array(tmp_path / "a.npz").pixels
    assert (pixels[0].max(), pixels[-1].max()) == (128, 255)


def test_channels_are_found_wherever_they_are(tmp_path: Path) -> None:
    for channels in (1, 2, 3, 4, 7):
        images = np.random.default_rng(0).integers(0, 256, (5, channels, 20, 24), np.uint8)
        np.save(tmp_path / "first.npy", images)
        np.save(tmp_path / "last.npy", np.moveaxis(images, 1, 3))
        first, last = read_array(tmp_path / "first.npy"), read_array(tmp_path / "last.npy")
        assert first.pixels.shape == (5, channels, 20, 20)
        assert np.array_equal(first.pixels, last.pixels)


def test_what_is_shown_of_any_number_of_channels() -> None:
    assert [shown_channels(count) for count in (1, 2, 3, 4, 7)] == [(0,), (0, 1, 0), (0, 1, 2), (0, 1, 2), (0, 1, 2)]


def test_a_rule_without_effect_is_what_the_kind_says() -> None:
    constant = Tally(ValueKind.whole(16)).count(np.full((4, 4), 300, U16))
    chosen = RangeRule(range="set").choose(constant)
    assert (chosen.low, chosen.high, chosen.levels) == (0, 65535, 1)
    assert str(chosen) == "16-bit values all 300, scaled from 0 to 65,535; 1 of 256 grey level remains"


def test_files_that_cannot_be_read_are_passed_over_when_values_are_measured(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, tiff((RAMP * 9).astype(U16)), b"", b"II*\0nothing", tiff((RAMP * 3).astype(U16)))
    with open_tree(folder) as tree:
        ranges = measure(tree.files, StoreSettings()).ranges(StoreSettings())
    assert [(found.least, found.most) for found in ranges] == [(0, 2295)]
