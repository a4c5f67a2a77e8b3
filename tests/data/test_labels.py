"""Labels of any shape and type beside arrays of images: classes, attributes, or left out with a sentence, never the images."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from latentlab.config import DataConfig
from latentlab.data import Dataset, load_dataset
from latentlab.data.array import read_array
from latentlab.data.labels import MOST_ATTRIBUTES, of_texts, read_labels
from latentlab.data.sources import Images
from latentlab.errors import DataError

IMAGES = np.random.default_rng(0).integers(0, 256, (12, 16, 16), np.uint8)
_TWO = np.arange(12) % 2


def _read(folder: Path, **arrays: Any) -> Images:
    np.savez(folder / "a.npz", **arrays)
    return read_array(folder / "a.npz")


def _said(notes: tuple[str, ...], *words: str) -> bool:
    return any(all(word in note for word in words) for note in notes)


_CLASSES: dict[str, tuple[Any, tuple[str, ...]]] = {
    "whole": (_TWO, ()),
    "column": (_TWO[:, None], ()),
    "row": (_TWO[None], ()),
    "bytes": (_TWO.astype(np.uint8)[:, None, None], ()),
    "floats that are whole": (_TWO.astype(np.float32), ()),
    "true and false": (_TWO == 1, ()),
    "text": (np.array(["cat", "dog"])[_TWO], ("cat", "dog")),
    "bytes of text": (np.array([b"cat", b"dog"])[_TWO], ("cat", "dog")),
    "one-hot": (np.eye(2)[_TWO], ()),
    "one-hot of true and false": (np.eye(2, dtype=bool)[_TWO], ()),
}


@pytest.mark.parametrize("kind", _CLASSES)
def test_what_names_one_class_an_image_is_its_label(kind: str, tmp_path: Path) -> None:
    labels, names = _CLASSES[kind]
    images = _read(tmp_path, images=IMAGES, labels=labels)
    assert images.labels.tolist() == _TWO.tolist()
    assert images.label_names == names
    assert images.attributes is None


_ATTRIBUTES: dict[str, Any] = {
    "several": np.random.default_rng(1).integers(0, 2, (12, 14)),
    "several that are one-hot in places": np.vstack([np.eye(3)[np.arange(11) % 3], [[1, 1, 0]]]),
    "measured": np.random.default_rng(1).random(12),
    "measured, several": np.random.default_rng(1).random((12, 2)).astype(np.float16),
    "below -1": np.full(12, -2),
    "far beyond classes": np.arange(12) * 10**9,
}


@pytest.mark.parametrize("kind", _ATTRIBUTES)
def test_several_labels_and_measured_ones_are_attributes(kind: str, tmp_path: Path) -> None:
    values = _ATTRIBUTES[kind]
    images = _read(tmp_path, images=IMAGES, labels=values)
    assert images.attributes is not None
    assert np.allclose(images.attributes.values, values.reshape(12, -1))
    assert len(set(images.attributes.names)) == values.reshape(12, -1).shape[1]
    assert images.labels.tolist() == [-1] * 12
    assert _said(images.notes, "labels: read as", "attribute")


_LEFT_OUT: dict[str, tuple[Any, str]] = {
    "too few": (np.arange(11), "(11,), not one label for each of the 12 images"),
    "one": (np.array(3), "a single value"),
    "none": (np.empty((0,), int), "(0,)"),
    "not finite": (np.full(12, np.nan), "not finite"),
    "infinite": (np.full((12, 2), np.inf), "not finite"),
    "complex": (np.zeros(12, complex), "complex128"),
    "times": (np.zeros(12, "datetime64[s]"), "of a kind that is not read"),
    "maps": (np.zeros((12, 16, 16)), "(12, 16, 16)"),
    "objects": (np.array([{}] * 12, object), "Python objects"),
    "very many": (np.random.default_rng(0).random((12, MOST_ATTRIBUTES + 1)), f"{MOST_ATTRIBUTES} are the most"),
    "text in columns": (np.full((12, 2), "a"), "in 2 columns"),
}


@pytest.mark.parametrize("kind", _LEFT_OUT)
def test_labels_that_do_not_fit_cost_no_image_and_are_told(kind: str, tmp_path: Path) -> None:
    labels, words = _LEFT_OUT[kind]
    images = _read(tmp_path, images=IMAGES, labels=labels)
    assert np.array_equal(images.pixels[:, 0], IMAGES)
    assert images.labels.tolist() == [-1] * 12
    assert images.attributes is None
    assert _said(images.notes, "labels", words)
    assert not any("\n" in note for note in images.notes)


def test_names_of_classes_and_of_attributes_are_taken_where_they_fit(tmp_path: Path) -> None:
    names = np.array(["cat", "dog"])
    assert _read(tmp_path, images=IMAGES, labels=_TWO, label_names=names).label_names == ("cat", "dog")
    assert _read(tmp_path, images=IMAGES, labels=np.eye(2)[_TWO], class_names=names).label_names == ("cat", "dog")
    measured = _read(tmp_path, images=IMAGES, labels=np.random.default_rng(0).random((12, 2)), label_names=names)
    assert measured.attributes is not None
    assert measured.attributes.names == ("cat", "dog")
    short = _read(tmp_path, images=IMAGES, labels=np.arange(12), label_names=names)
    assert (short.labels.tolist(), short.label_names) == (list(range(12)), ())
    assert _said(short.notes, "2 names of labels", "reaches 11")


def _medmnist(columns: int) -> dict[str, Any]:
    generator = np.random.default_rng(0)
    counts = {"train": 6, "val": 2, "test": 4}
    images = {f"{part}_images": generator.integers(0, 256, (count, 28, 28), np.uint8) for part, count in counts.items()}
    return images | {f"{part}_labels": generator.integers(0, 2, (count, columns)) for part, count in counts.items()}


def _load(root: Path, **settings: object) -> Dataset:
    return load_dataset(DataConfig.model_validate({"name": "array", "root": str(root), **settings}))


@pytest.mark.parametrize("columns", [1, 14])
def test_medmnist_keeps_its_split_and_its_labels(columns: int, tmp_path: Path) -> None:
    arrays = _medmnist(columns)
    np.savez(tmp_path / "a.npz", **arrays)
    testing, validating = _load(tmp_path / "a.npz"), _load(tmp_path / "a.npz", hold_out="validation")
    for dataset, part in ((testing, "test"), (validating, "val")):
        assert np.array_equal(dataset.train.pixels[:, 0].numpy(), arrays["train_images"])
        assert np.array_equal(dataset.test.pixels[:, 0].numpy(), arrays[f"{part}_images"])
        if columns == 1:
            assert dataset.test.labels.tolist() == arrays[f"{part}_labels"][:, 0].tolist()
        else:
            assert dataset.test.attributes is not None
            assert np.array_equal(dataset.test.attributes.values, arrays[f"{part}_labels"])


def test_what_is_one_hot_in_a_small_part_by_chance_is_still_an_attribute(tmp_path: Path) -> None:
    arrays = {**_medmnist(3), "train_labels": np.ones((6, 3), int), "test_labels": np.eye(3, dtype=int)[[0, 1, 2, 0]]}
    np.savez(tmp_path / "a.npz", **arrays)
    dataset = _load(tmp_path / "a.npz")
    assert dataset.test.attributes is not None
    assert np.array_equal(dataset.test.attributes.values, arrays["test_labels"])


def test_labels_of_one_part_that_do_not_fit_leave_the_others(tmp_path: Path) -> None:
    np.savez(tmp_path / "a.npz", x_train=IMAGES, x_test=IMAGES[:4], y_train=_TWO, y_test=np.arange(3))
    dataset = _load(tmp_path / "a.npz")
    assert dataset.train.labels.tolist() == _TWO.tolist()
    assert dataset.test.labels.tolist() == [-1] * 4
    assert any("y_test has the shape (3,)" in note for note in dataset.notes)


def test_dsprites_is_read_as_it_is_published(tmp_path: Path) -> None:
    shape = np.arange(12) % 3 + 1
    values = np.stack([np.ones(12), shape, *np.random.default_rng(0).random((4, 12))], 1)
    images = _read(
        tmp_path,
        imgs=(IMAGES > 99).astype(np.uint8),
        latents_values=values,
        latents_classes=np.zeros((12, 6), int),
        metadata=np.array({"author": "someone"}, object),
    )
    assert images.label_names == ("square", "ellipse", "heart")
    assert images.labels.tolist() == (shape - 1).tolist()
    assert images.attributes is not None
    assert images.attributes.names == ("color", "shape", "scale", "orientation", "x", "y")
    assert np.allclose(images.attributes.values, values)
    assert np.unique(images.pixels).tolist() == [0, 255]
    assert _said(images.notes, "metadata", "Python objects")


@pytest.mark.parametrize(
    ("arrays", "images", "words"),
    [
        ({"foo": IMAGES, "more": np.zeros((3, 3))}, "foo", "The images are foo"),
        ({"foo": IMAGES, "more": np.zeros((3, 3))}, "foo", "not used: more (3×3 float64)"),
        ({"images": IMAGES, "other": IMAGES[:3]}, "images", "not used: other (3×16×16 uint8)"),
        ({"X_train": IMAGES}, "X_train", ""),
        ({"trainX": IMAGES[:8], "testX": IMAGES[8:]}, "", ""),
        ({"images_train": IMAGES[:8], "images_test": IMAGES[8:]}, "", ""),
        ({"train": IMAGES[:8], "test": IMAGES[8:], "y": np.arange(3)}, "", "not used: y"),
    ],
)
def test_the_images_are_found_by_name_or_shape_and_the_rest_is_named(
    arrays: dict[str, Any], images: str, words: str, tmp_path: Path
) -> None:
    read = _read(tmp_path, **arrays)
    assert np.array_equal(read.pixels[:, 0], IMAGES)
    assert read.train_count == (None if images else 8)
    assert not words or _said(read.notes, words)


def test_npy_files_beside_each_other_belong_together_by_name(tmp_path: Path) -> None:
    np.save(tmp_path / "images.npy", IMAGES)
    np.save(tmp_path / "labels.npy", _TWO)
    np.save(tmp_path / "something.npy", np.zeros(3))
    for root in (tmp_path, tmp_path / "images.npy"):
        read = read_array(root)
        assert (read.labels.tolist(), read.train_count) == (_TWO.tolist(), None)
    assert _said(read.notes, "Read beside images.npy: labels.npy")
    (tmp_path / "labels.npy").write_bytes(b"no array")
    damaged = read_array(tmp_path / "images.npy")
    assert damaged.labels.tolist() == [-1] * 12
    assert _said(damaged.notes, "labels.npy", "damaged")


def test_npy_files_of_a_split(tmp_path: Path) -> None:
    arrays = {"x_train": IMAGES[:8], "y_train": _TWO[:8], "x_test": IMAGES[8:], "y_test": _TWO[8:]}
    for name, values in arrays.items():
        np.save(tmp_path / f"{name}.npy", values)
    for root in (tmp_path, tmp_path / "x_train.npy"):
        read = read_array(root)
        assert (read.train_count, read.labels.tolist()) == (8, _TWO.tolist())


def test_files_of_other_kinds_are_recognised(tmp_path: Path) -> None:
    for name, content, words in (
        ("a.h5", b"\x89HDF\r\n\x1a\n" + bytes(9), r"is an HDF5 file, .* h5py"),
        ("b.npz", b"%PDF-1.7", r"b\.npz: not an \.npz or \.npy file"),
        ("c.pt", b"\x80\x02}q\0", r"not an \.npz or \.npy file"),
        ("d.tif", b"II*\0" + bytes(99), r"is a TIFF file, .* data\.name = 'folder'"),
    ):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(DataError, match=words):
            read_array(tmp_path / name)


def test_texts_that_are_numbers_are_numbers_and_large_ones_are_names() -> None:
    assert [part if isinstance(part, tuple) else part.tolist() for part in of_texts(["10", "2", None])] == [[10, 2, -1], ()]
    labels, names = of_texts(["9" * 30, "5", "9" * 30])
    assert (labels.tolist(), names) == ([1, 0, 1], ("5", "9" * 30))
    assert of_texts([None, None])[0].tolist() == [-1, -1]


def test_labels_of_no_images_are_none() -> None:
    assert read_labels("y", np.empty((0,), int), 0).labels.shape == (0,)
    assert read_labels("y", np.empty((0, 4)), 0).labels.shape == (0,)
