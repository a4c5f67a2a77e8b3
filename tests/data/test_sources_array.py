"""Arrays in one file: every usual shape and type, labels and splits, and what is said of anything else."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from latentlab.config import DataConfig
from latentlab.data import load_dataset
from latentlab.data.array import read_array
from latentlab.errors import DataError

BYTES = np.random.default_rng(0).integers(0, 256, (10, 3, 20, 20), np.uint8)


def _npz(folder: Path, **arrays: Any) -> Path:
    np.savez(folder / "images.npz", **arrays)
    return folder / "images.npz"


@pytest.mark.parametrize(
    "images",
    [
        BYTES,
        np.moveaxis(BYTES, 1, 3),
        BYTES.astype(np.int64),
        BYTES / 255,
        (BYTES / 255).astype(np.float32),
    ],
    ids=["NCHW", "NHWC", "int64", "float64", "float32"],
)
@pytest.mark.parametrize("ending", ["npy", "npz"])
def test_colour_images_of_every_kind_are_the_same_bytes(images: Any, ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"a.{ending}"
    np.save(path, images) if ending == "npy" else np.savez_compressed(path, images=images)
    read = read_array(path)
    assert np.array_equal(read.pixels, BYTES)
    assert read.labels.tolist() == [-1] * 10
    assert read.train_count is None


@pytest.mark.parametrize("images", [BYTES[:, 0], BYTES[:, :1], BYTES[:, 0, :, :, None]], ids=["NHW", "N1HW", "NHW1"])
def test_grey_images_of_every_shape_are_the_same(images: Any, tmp_path: Path) -> None:
    assert np.array_equal(read_array(_npz(tmp_path, x=images)).pixels, BYTES[:, :1])


def test_black_and_white_becomes_0_and_255(tmp_path: Path) -> None:
    assert np.array_equal(read_array(_npz(tmp_path, x=BYTES[:, 0] > 99)).pixels, np.where(BYTES[:, :1] > 99, 255, 0))


def test_what_is_not_square_is_cropped_about_its_centre(tmp_path: Path) -> None:
    wide = np.zeros((4, 20, 31), np.uint8)
    wide[:, :, 5:25] = BYTES[:4, 0]
    path = _npz(tmp_path, images=wide)
    assert np.array_equal(read_array(path).pixels, BYTES[:4, :1])
    whole = DataConfig(name="array", root=str(path), crop=False)
    assert load_dataset(whole).image_shape == (1, 20, 31)
    with pytest.raises(ValueError, match="data.size = 16: leave it empty where data.crop = false"):
        DataConfig(name="array", root=str(path), crop=False, size=16)


def test_labels_and_their_names_reach_both_stores_and_the_split_is_seeded(tmp_path: Path) -> None:
    path = _npz(tmp_path, images=BYTES, labels=np.arange(10)[:, None] % 2, label_names=np.array(["cat", "dog"]))
    dataset, again = (load_dataset(DataConfig(name="array", root=str(path), test_fraction=0.3)) for _ in range(2))
    assert (len(dataset.train), len(dataset.test)) == (7, 3)
    assert dataset.image_shape == (3, 20, 20)
    assert sorted([*dataset.train.labels.tolist(), *dataset.test.labels.tolist()]) == [0] * 5 + [1] * 5
    assert dataset.test.label_names == ("cat", "dog")
    assert again.test.labels.tolist() == dataset.test.labels.tolist()
    assert "split by seed 0" in dataset.description


def test_images_keep_their_size_unless_another_is_asked_for(tmp_path: Path) -> None:
    path = _npz(tmp_path, x=np.zeros((4, 300, 300), np.uint8))
    with pytest.raises(DataError, match=r"Array file: its images are 300×300; set data\.size, from 16 to 256, to scale them"):
        load_dataset(DataConfig(name="array", root=str(path)))
    assert load_dataset(DataConfig(name="array", root=str(path), size=256)).image_shape == (1, 256, 256)


@pytest.mark.parametrize("labelled", [True, False])
def test_a_file_may_bring_its_own_split(labelled: bool, tmp_path: Path) -> None:
    labels = {"y_train": np.arange(7), "y_test": np.arange(3)} if labelled else {"y_test": np.arange(3)}
    path = _npz(tmp_path, x_train=BYTES[:7], x_test=BYTES[7:], **labels)
    dataset = load_dataset(DataConfig(name="array", root=str(path)))
    assert np.array_equal(dataset.test.pixels.numpy(), BYTES[7:])
    assert dataset.train.labels.tolist() == (list(range(7)) if labelled else [-1] * 7)
    assert dataset.test.labels.tolist() == [0, 1, 2]
    assert "official split" in dataset.description


_WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "ambiguous": (
        {"x": np.zeros((5, 3, 20, 3))},
        r"images\.npz: x has the shape \(5, 3, 20, 3\), in which the channels may be",
    ),
    "flat": ({"x": np.zeros((5, 400))}, r"x has the shape \(5, 400\); expected \(N, H, W\)"),
    "all alike": ({"x": np.zeros((5, 20, 20, 20))}, r"shape \(5, 20, 20, 20\), in which the channels may be"),
    "nan": ({"x": np.full((2, 20, 20), np.nan)}, r"not finite numbers, first nan in image 0"),
    "infinite": ({"x": np.array([np.zeros((20, 20)), np.full((20, 20), -np.inf)])}, r"first -inf in image 1"),
    "text": ({"x": np.full((2, 20, 20), "a")}, r"values of type <U1; numbers are expected"),
    "complex": ({"x": np.full((2, 20, 20), 1j)}, r"values of type complex128"),
    "none": ({"x": np.zeros((0, 20, 20))}, r"x holds no images"),
    "no such key": (
        {"a": BYTES, "b": BYTES},
        r"holds a, b, none of which is called images or x, and no pair x_train and x_test",
    ),
    "parts differ": (
        {"x_train": BYTES, "x_test": BYTES[:, :1]},
        r"training and test images differ in shape \(channels, height, width\): \(3, 20, 20\) and \(1, 20, 20\)",
    ),
    "types differ": (
        {"x_train": BYTES, "x_test": BYTES.astype(float)},
        r"training and test images differ in the type of their values: uint8 and float64",
    ),
    "objects": ({"x": np.array([{"a": 1}], object)}, r"holds Python objects, which are not loaded; save plain arrays"),
}


@pytest.mark.parametrize("wrong", _WRONG)
def test_anything_else_is_one_sentence_that_says_what_would_be_right(wrong: str, tmp_path: Path) -> None:
    arrays, expected = _WRONG[wrong]
    with pytest.raises(DataError, match=expected) as caught:
        read_array(_npz(tmp_path, **arrays))
    assert str(tmp_path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_missing_and_damaged_files_are_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"array needs data\.root: one \.npz or \.npy file"):
        read_array(None)
    with pytest.raises(DataError, match=r"there is no such"):
        read_array(tmp_path / "nowhere.npz")
    with pytest.raises(DataError, match=r"is a folder; for data\.name = 'array' it should be one \.npz or \.npy file"):
        read_array(tmp_path)
    whole = _npz(tmp_path, x=BYTES).read_bytes()
    np.save(tmp_path / "whole.npy", BYTES)
    contents = [
        ("a.npz", b""),
        ("b.npz", b"<html>"),
        ("c.npz", whole[:500]),
        ("d.npz", whole.replace(whole[900:910], bytes(10))),
    ]
    contents += [("e.npy", b""), ("f.npy", b"<html>"), ("g.npy", (tmp_path / "whole.npy").read_bytes()[:500])]
    for name, content in contents:
        (tmp_path / name).write_bytes(content)
        with pytest.raises(DataError, match=rf"{name}: (not an \.npz or \.npy file, or a damaged one|.*truncated)"):
            read_array(tmp_path / name)
