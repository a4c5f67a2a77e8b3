"""CIFAR-10 in both published forms, and pickles that want more than plain arrays."""

import io
import os
import pickle
import pickletools
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from latentlab.config import DataConfig
from latentlab.data import image_shape, load_dataset
from latentlab.data.cifar import read_cifar10
from latentlab.errors import DataError

BINARY, PYTHON = "cifar-10-batches-bin", "cifar-10-batches-py"
TRAINING = [f"data_batch_{number}" for number in range(1, 6)]
BATCHES = [*TRAINING, "test_batch"]


@pytest.fixture(scope="session")
def faces(data_root: Path) -> NDArray[np.uint8]:
    """Twelve synthetic faces, two a batch, (12, 3, 32, 32)."""
    if not (data_root / "faces" / "faces-128.zip").is_file():
        pytest.skip(f"{data_root} holds no faces/")
    with zipfile.ZipFile(data_root / "faces" / "faces-128.zip") as archive:
        names = [name for name in archive.namelist() if name.endswith(".jpg")][:12]
        images = [Image.open(io.BytesIO(archive.read(name))).convert("RGB").resize((32, 32)) for name in names]
    return np.stack([np.asarray(image).transpose(2, 0, 1) for image in images])


def _binary(folder: Path, faces: NDArray[np.uint8]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for index, name in enumerate(BATCHES):
        pair = faces[2 * index : 2 * index + 2].reshape(2, -1)
        labels = np.array([[index], [9 - index]], np.uint8)
        (folder / f"{name}.bin").write_bytes(np.hstack([labels, pair]).tobytes())
    return folder


def _python(folder: Path, faces: NDArray[np.uint8]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for index, name in enumerate(BATCHES):
        batch = {
            b"batch_label": b"training batch 1 of 5",
            b"labels": [index, 9 - index],
            b"data": faces[2 * index : 2 * index + 2].reshape(2, -1),
            b"filenames": [b"a.png", b"b.png"],
        }
        (folder / name).write_bytes(_as_python_2(pickle.dumps(batch, protocol=3)))
    return folder


def _as_python_2(content: bytes) -> bytes:
    """As Python 2 wrote the published files: all text and bytes as its strings, and NumPy's modules by their older names."""
    changed = bytearray(content)
    for opcode, _, place in pickletools.genops(content):
        if opcode.name in ("SHORT_BINBYTES", "BINBYTES", "BINUNICODE"):
            changed[place : place + 1] = pickle.SHORT_BINSTRING if opcode.name == "SHORT_BINBYTES" else pickle.BINSTRING
    return bytes(changed).replace(b"numpy._core.multiarray", b"numpy.core.multiarray")


def _pack(folder: Path, name: str) -> None:
    with tarfile.open(folder.parent / name, "w:gz") as archive:
        archive.add(folder, folder.name)
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()


_MAKERS: dict[str, tuple[Callable[[Path, NDArray[np.uint8]], Path], str]] = {
    BINARY: (_binary, "cifar-10-binary.tar.gz"),
    PYTHON: (_python, "cifar-10-python.tar.gz"),
}


@pytest.mark.parametrize("form", [BINARY, PYTHON])
@pytest.mark.parametrize("place", ["official", "packed", "bare", "the tar itself"])
def test_both_forms_hold_the_same_in_any_usual_place(form: str, place: str, faces: NDArray[np.uint8], tmp_path: Path) -> None:
    make, archive = _MAKERS[form]
    folder = make(tmp_path if place == "bare" else tmp_path / form, faces)
    if place in ("packed", "the tar itself"):
        _pack(folder, archive)
    root = tmp_path / archive if place == "the tar itself" else tmp_path
    dataset = load_dataset(DataConfig(name="cifar10", root=str(root)))
    assert (len(dataset.train), len(dataset.test)) == (10, 2)
    assert dataset.image_shape == image_shape(DataConfig(name="cifar10")) == (3, 32, 32)
    assert np.array_equal(dataset.train.pixels.numpy(), faces[:10])
    assert np.array_equal(dataset.test.pixels.numpy(), faces[10:])
    assert dataset.train.labels.tolist() == [0, 9, 1, 8, 2, 7, 3, 6, 4, 5]
    assert dataset.test.labels.tolist() == [5, 4]
    assert dataset.train.label_names[5] == "dog"
    assert "official split" in dataset.description


class _Evil:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, ("evil",)


@pytest.mark.parametrize("thing", [_Evil(), {b"data": _Evil()}, print, np.random.default_rng, np.load])
def test_a_pickle_that_names_anything_else_is_not_opened(
    thing: object, faces: NDArray[np.uint8], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = _python(tmp_path / PYTHON, faces)
    (folder / "data_batch_2").write_bytes(pickle.dumps(thing, protocol=3))
    with pytest.raises(DataError, match=r"data_batch_2: names \S+, which no batch of CIFAR-10's does; it is not opened"):
        read_cifar10(tmp_path)
    assert not (tmp_path / "evil").exists()


def _replace(name: str, content: bytes) -> Callable[[Path], object]:
    return lambda folder: (folder / name).write_bytes(content)


def _pickled(**batch: object) -> bytes:
    return pickle.dumps({key.encode(): value for key, value in batch.items()}, protocol=3)


@pytest.mark.parametrize(
    ("form", "damage", "expected"),
    [
        (
            BINARY,
            lambda folder: (folder / "data_batch_3.bin").unlink(),
            r"data_batch_3\.bin of CIFAR-10's 6 batches is missing",
        ),
        (
            PYTHON,
            lambda folder: [(folder / name).unlink() for name in BATCHES[4:]],
            r"data_batch_5, test_batch of .* are missing",
        ),
        (BINARY, _replace("test_batch.bin", bytes(3000)), r"test_batch\.bin: 3,000 bytes, no whole number"),
        (BINARY, _replace("test_batch.bin", b""), r"test_batch\.bin: 0 bytes, no whole number"),
        (BINARY, _replace("data_batch_1.bin", bytes([10] * 3073)), r"data_batch_1\.bin: the labels run from 10 to 10"),
        (PYTHON, _replace("data_batch_1", b"<html>"), r"data_batch_1: not a batch of CIFAR-10's Python form"),
        (PYTHON, _replace("data_batch_1", b""), r"data_batch_1: not a batch"),
        (PYTHON, _replace("data_batch_1", _pickled(labels=[1])), r"data_batch_1: not a batch"),
        (
            PYTHON,
            _replace("data_batch_1", _pickled(labels=[1], data=np.zeros((1, 3), np.uint8))),
            r"data_batch_1: holds data \(1, 3\) of uint8 and labels \(1,\), no batch",
        ),
    ],
)
def test_a_missing_or_damaged_batch_is_named(
    form: str, damage: Callable[[Path], object], expected: str, faces: NDArray[np.uint8], tmp_path: Path
) -> None:
    folder = _MAKERS[form][0](tmp_path / form, faces)
    damage(folder)
    with pytest.raises(DataError, match=expected) as caught:
        read_cifar10(tmp_path)
    assert str(folder) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_damaged_archive_and_an_empty_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"cifar10 needs data\.root: the folder that holds cifar-10-batches-bin or"):
        read_cifar10(None)
    with pytest.raises(DataError, match=r"holds no CIFAR-10 batches; expected cifar-10-batches-bin or cifar-10-batches-py"):
        read_cifar10(tmp_path)
    (tmp_path / "cifar-10-python.tar.gz").write_bytes(b"<html>")
    with pytest.raises(DataError, match=r"cifar-10-python\.tar\.gz: not a \.tar\.gz file, or a damaged one; fetch it again"):
        read_cifar10(tmp_path)
