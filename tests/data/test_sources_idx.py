"""Fashion-MNIST, KMNIST and EMNIST: their files, their labels' names, EMNIST's sideways images, and what is missing."""

import gzip
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from latentlab.config import DataConfig
from latentlab.data import load_dataset
from latentlab.data.idx import MNIST, emnist, read_idx_set
from latentlab.errors import DataError

_Bytes = NDArray[np.uint8]


def _idx(array: _Bytes) -> bytes:
    return struct.pack(f">BBBB{array.ndim}I", 0, 0, 8, array.ndim, *array.shape) + array.tobytes()


@pytest.fixture(scope="session")
def digits(mnist_root: Path) -> tuple[_Bytes, _Bytes]:
    """Real images (20, 28, 28) and the labels 0 to 9, twice."""
    images = read_idx_set(mnist_root, MNIST)
    chosen = [np.flatnonzero(images.labels == label)[turn] for turn in (0, 1) for label in range(10)]
    return images.pixels[chosen, 0], images.labels[chosen].astype(np.uint8)


def _write(folder: Path, part: str, images: _Bytes, labels: _Bytes, *, packed: bool = False) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, array in ((f"{part}-images-idx3-ubyte", images), (f"{part}-labels-idx1-ubyte", labels)):
        if packed:
            (folder / f"{name}.gz").write_bytes(gzip.compress(_idx(array), 1))
        else:
            (folder / name).write_bytes(_idx(array))


@pytest.mark.parametrize(
    ("name", "below", "first", "last"),
    [
        ("fashion-mnist", "", "T-shirt/top", "Ankle boot"),
        ("fashion-mnist", "FashionMNIST/raw", "T-shirt/top", "Ankle boot"),
        ("fashion-mnist", "fashion-mnist", "T-shirt/top", "Ankle boot"),
        ("kmnist", "KMNIST/raw", "o", "wo"),
    ],
)
@pytest.mark.parametrize("packed", [False, True])
def test_the_official_files_are_found_and_labels_have_names(
    name: str, below: str, first: str, last: str, packed: bool, digits: tuple[_Bytes, _Bytes], tmp_path: Path
) -> None:
    images, labels = digits
    _write(tmp_path / below, "train", images[:12], labels[:12], packed=packed)
    _write(tmp_path / below, "t10k", images[12:], labels[12:], packed=packed)
    dataset = load_dataset(DataConfig.model_validate({"name": name, "root": str(tmp_path)}))
    assert (len(dataset.train), len(dataset.test)) == (12, 8)
    assert dataset.train.label_names == dataset.test.label_names
    assert (len(dataset.train.label_names), *dataset.train.label_names[::9]) == (10, first, last)
    assert np.array_equal(dataset.train.pixels[:, 0].numpy(), images[:12])
    assert "official split" in dataset.description


def _emnist(folder: Path, subset: str, images: _Bytes, labels: _Bytes, *, packed: bool = False) -> None:
    """As the authors publish it: rows and columns exchanged."""
    sideways = np.ascontiguousarray(images.swapaxes(1, 2))
    _write(folder, f"emnist-{subset}-train", sideways[:12], labels[:12], packed=packed)
    _write(folder, f"emnist-{subset}-test", sideways[12:], labels[12:], packed=packed)


@pytest.mark.parametrize("subset", ["balanced", "byclass", "bymerge", "letters", "digits", "mnist"])
def test_emnist_is_set_upright_and_its_labels_are_named(subset: str, digits: tuple[_Bytes, _Bytes], tmp_path: Path) -> None:
    images, labels = digits
    first = 1 if subset == "letters" else 0  # as published
    _emnist(tmp_path / "EMNIST" / "raw", subset, images, labels + np.uint8(first))
    dataset = load_dataset(DataConfig.model_validate({"name": "emnist", "root": str(tmp_path), "subset": subset}))
    assert np.array_equal(dataset.test.pixels[:, 0].numpy(), images[12:])
    assert dataset.train.labels.tolist() == labels[:12].tolist()
    names = dataset.train.label_names
    expected = {"letters": (26, "A"), "byclass": (62, "0"), "digits": (10, "0"), "mnist": (10, "0")}.get(subset, (47, "0"))
    assert (len(names), names[0]) == expected
    assert len(set(names)) == len(names)
    if subset == "byclass":  # the published mapping: digits, capitals, small letters
        assert (names[10], names[35], names[36], names[61]) == ("A", "Z", "a", "z")
    if subset == "balanced":
        assert names[36:] == tuple("abdefghnqrt")


def test_emnist_is_read_from_its_zip(digits: tuple[_Bytes, _Bytes], tmp_path: Path) -> None:
    _emnist(tmp_path / "made", "digits", *digits, packed=True)
    with zipfile.ZipFile(tmp_path / "gzip.zip", "w") as archive:
        for file in (tmp_path / "made").iterdir():
            archive.write(file, f"gzip/{file.name}")
    images = read_idx_set(tmp_path, emnist("digits"))
    assert np.array_equal(images.pixels[:, 0], digits[0])
    assert images.train_count == 12
    with pytest.raises(DataError, match=r"holds no EMNIST letters images; expected emnist-letters-train-.*, or gzip\.zip"):
        read_idx_set(tmp_path, emnist("letters"))


def _label_beyond(folder: Path) -> None:
    _write(folder, "train", np.zeros((2, 28, 28), np.uint8), np.array([0, 10], np.uint8))


def _labels_gone(folder: Path) -> None:
    (folder / "t10k-labels-idx1-ubyte").unlink()


def _other_zip(folder: Path) -> None:
    for file in folder.iterdir():
        file.unlink()
    (folder / "gzip.zip").write_bytes(b"<html>")


@pytest.mark.parametrize(
    ("damage", "name", "expected"),
    [
        (_label_beyond, "kmnist", r"the labels run from 0 to 10; KMNIST's run from 0 to 9"),
        (_labels_gone, "emnist", r"holds no EMNIST balanced images"),
        (_other_zip, "emnist", r"gzip\.zip: not a zip file, or a damaged one; fetch it again"),
    ],
)
def test_what_is_missing_or_wrong_is_named(
    damage: Callable[[Path], None], name: str, expected: str, digits: tuple[_Bytes, _Bytes], tmp_path: Path
) -> None:
    _write(tmp_path, "t10k", *digits)
    damage(tmp_path)
    with pytest.raises(DataError, match=expected) as caught:
        load_dataset(DataConfig.model_validate({"name": name, "root": str(tmp_path)}))
    assert str(tmp_path) in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["fashion-mnist", "kmnist", "emnist"])
def test_the_folder_must_be_named_and_exist(name: str, tmp_path: Path) -> None:
    with pytest.raises(DataError, match=rf"{name} needs data\.root: the folder that holds its IDX files"):
        load_dataset(DataConfig.model_validate({"name": name}))
    with pytest.raises(DataError, match=r"there is no such folder"):
        load_dataset(DataConfig.model_validate({"name": name, "root": str(tmp_path / "nowhere")}))
