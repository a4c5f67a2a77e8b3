"""Omniglot: the official layout in all its forms, and what is said where it is missing or damaged."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from latentlab.catalog.datasets import DATASETS
from latentlab.config import DataConfig, load_preset
from latentlab.data import Dataset, image_shape, load_dataset
from latentlab.data.omniglot import read_omniglot
from latentlab.errors import DataError

BACKGROUND, EVALUATION, SMALL_1 = "images_background", "images_evaluation", "images_background_small1"


def _drawing(seed: int) -> bytes:
    pixels = np.full((105, 105), 255, np.uint8)
    left = 20 + 3 * (seed % 20)
    pixels[20:85, left : left + 6] = 0
    file = io.BytesIO()
    Image.fromarray(pixels).convert("1").save(file, "PNG")
    return file.getvalue()


def _set(root: Path, name: str, alphabets: tuple[str, ...] = ("Greek", "Latin"), *, packed: bool = False) -> Path:
    """A set of two characters an alphabet and three drawings a character, in the official layout."""
    root.mkdir(parents=True, exist_ok=True)
    contents = {
        f"{name}/{alphabet}/character{character:02}/{len(alphabet):02}{character:02}_{drawing:02}.png": _drawing(
            100 * len(alphabet) + 10 * character + drawing
        )
        for alphabet in alphabets
        for character in (1, 2)
        for drawing in (1, 2, 3)
    }
    if packed:
        with zipfile.ZipFile(root / f"{name}.zip", "w") as archive:
            for path, content in contents.items():
                archive.writestr(path, content)
    else:
        for path, content in contents.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(content)
    return root


def _load(root: Path) -> Dataset:
    return load_dataset(DataConfig(name="omniglot", root=str(root)))


@pytest.fixture(scope="session")
def omniglot_root(data_root: Path) -> Path:
    if not (data_root / "omniglot").is_dir():
        pytest.skip(f"{data_root} holds no omniglot/")
    return data_root / "omniglot"


def test_the_real_small_sets_are_read_once_each_as_white_strokes_on_black(omniglot_root: Path) -> None:
    images = read_omniglot(omniglot_root, 28)
    # 2,720 + 3,120 drawings, of which the 1,000 of the Greek and the Latin alphabet are in both sets
    assert images.pixels.shape == (4840, 1, 28, 28)
    assert np.bincount(images.labels).tolist() == [20] * 242
    assert images.train_count is None
    assert "4,840 drawings of 242 characters" in images.origin
    assert 0.02 < images.pixels.mean() / 255 < 0.15  # strokes are the smaller part
    assert np.median(images.pixels) == 0
    assert images.pixels.max() > 200
    with zipfile.ZipFile(omniglot_root / f"{SMALL_1}.zip") as archive:
        published = archive.read(f"{SMALL_1}/Balinese/character01/0108_01.png")
    first = Image.open(io.BytesIO(published)).convert("L").resize((28, 28), Image.Resampling.LANCZOS)
    assert np.array_equal(images.pixels[0, 0], 255 - np.asarray(first))


def test_both_official_sets_keep_the_official_split(tmp_path: Path) -> None:
    _set(tmp_path, EVALUATION, ("Angelic", "Tengwar"))  # sorts before the background's folders
    _set(tmp_path, BACKGROUND)
    dataset = _load(tmp_path)
    assert (len(dataset.train), len(dataset.test)) == (12, 12)
    assert "official split" in dataset.description
    # sorted over both sets: Angelic 0 and 1, Greek 2 and 3, Latin 4 and 5, Tengwar 6 and 7
    assert dataset.train.labels.tolist() == [2] * 3 + [3] * 3 + [4] * 3 + [5] * 3
    assert dataset.test.labels.tolist() == [0] * 3 + [1] * 3 + [6] * 3 + [7] * 3


def test_one_set_is_split_by_seed_image_by_image(tmp_path: Path) -> None:
    dataset, again = (_load(_set(tmp_path, BACKGROUND, ("Greek", "Korean", "Latin", "Tagalog"))) for _ in range(2))
    assert (len(dataset.train), len(dataset.test)) == (19, 5)
    assert "split by seed 0" in dataset.description
    assert torch.equal(dataset.train.pixels, again.train.pixels)
    assert torch.equal(dataset.test.labels, again.test.labels)
    assert set(dataset.test.labels.tolist()) <= set(dataset.train.labels.tolist())  # a probe needs a class on both sides


@pytest.mark.parametrize(
    ("below", "packed"), [("", False), ("", True), ("omniglot-py", False), ("omniglot-py", True), (BACKGROUND, False)]
)
def test_folder_and_zip_in_any_usual_place_hold_the_same(tmp_path: Path, below: str, packed: bool) -> None:
    plain = read_omniglot(_set(tmp_path / "plain", BACKGROUND), 28)
    _set(tmp_path / "root" / below, BACKGROUND, packed=packed)
    images = read_omniglot(tmp_path / "root", 28)
    assert np.array_equal(images.pixels, plain.pixels)
    assert images.labels.tolist() == plain.labels.tolist() == [0] * 3 + [1] * 3 + [2] * 3 + [3] * 3


@pytest.mark.parametrize("packed", [False, True])
def test_the_root_may_be_a_set_itself(tmp_path: Path, packed: bool) -> None:
    _set(tmp_path, SMALL_1, packed=packed)
    assert len(read_omniglot(tmp_path / (SMALL_1 + ".zip" * packed), 28).pixels) == 12


def test_a_drawing_in_several_sets_and_a_set_beside_its_zip_are_read_once(tmp_path: Path) -> None:
    _set(tmp_path, BACKGROUND, ("Greek", "Korean", "Latin"))
    _set(tmp_path, BACKGROUND, ("Greek", "Korean", "Latin"), packed=True)
    _set(tmp_path, SMALL_1)
    _set(tmp_path, "images_background_small2", ("Latin", "Tagalog"), packed=True)
    images = read_omniglot(tmp_path, 28)
    assert np.bincount(images.labels).tolist() == [3] * 8  # of four alphabets


@pytest.mark.parametrize("size", [16, 28, 105, 128])
def test_drawings_come_in_the_size_asked_for(tmp_path: Path, size: int) -> None:
    config = DataConfig(name="omniglot", root=str(_set(tmp_path, BACKGROUND)), size=size)
    dataset = load_dataset(config)
    assert dataset.image_shape == image_shape(config) == (1, size, size)
    assert dataset.train.pixels[:, :, 0].max() <= 1  # the margin is black
    assert dataset.train.pixels.max() > 150


def _damage(path: str, content: bytes) -> Callable[[Path], object]:
    return lambda root: (root / path).write_bytes(content)


_FIRST = f"{BACKGROUND}/Greek/character01/0501_01.png"
_FAULTS: dict[str, tuple[Callable[[Path], object], str]] = {
    "empty folder": (lambda root: None, "holds no Omniglot set; expected one or more of images_background"),
    "empty set": (lambda root: (root / EVALUATION).mkdir(), "images_evaluation: holds no drawings; expected Alphabet/"),
    "no zip": (_damage(f"{SMALL_1}.zip", b"<html>"), "small1.zip: not a zip file, or a damaged one"),
    "empty file": (
        lambda root: _damage(_FIRST, b"")(_set(root, BACKGROUND)),
        r"Omniglot is damaged; fetch it again: Greek/character01/0501_01.png: is empty",
    ),
    "cut file": (
        lambda root: _damage(_FIRST, _drawing(0)[:-40])(_set(root, BACKGROUND)),
        r"Omniglot is damaged; fetch it again: Greek/character01/0501_01.png: cannot be read",
    ),
}


@pytest.mark.parametrize("fault", _FAULTS)
def test_a_missing_or_damaged_set_is_named_with_its_fault(tmp_path: Path, fault: str) -> None:
    prepare, expected = _FAULTS[fault]
    prepare(tmp_path)
    with pytest.raises(DataError, match=expected) as caught:
        read_omniglot(tmp_path, 28)
    assert str(tmp_path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_zip_with_a_damaged_entry_is_refused(tmp_path: Path) -> None:
    path = _set(tmp_path, BACKGROUND, packed=True) / f"{BACKGROUND}.zip"
    path.write_bytes(path.read_bytes().replace(b"IDAT", b"IDAX", 1))
    with pytest.raises(DataError, match=r"damaged.*character01/0501_01.png: .*truncated or damaged"):
        read_omniglot(tmp_path, 28)


def test_the_root_must_be_named_and_exist(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"omniglot needs data\.root: the folder that holds one or more of images_background"):
        load_dataset(DataConfig(name="omniglot"))
    for root in (tmp_path / "nowhere", Path("a\0b"), tmp_path / ("x" * 300)):
        with pytest.raises(DataError, match=r"data\.root = .*: (there is no such folder|cannot be read)"):
            _load(root)


@pytest.mark.parametrize(("name", "weight"), [("omniglot-vae", 0), ("omniglot-cr", 0.1)])
def test_the_presets_ask_for_omniglot(name: str, weight: float) -> None:
    config = load_preset(name)
    assert (config.data.name, config.consistency.weight) == ("omniglot", weight)
    assert DATASETS.of(config.data).terms.licence == "MIT"
