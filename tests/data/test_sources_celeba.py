"""CelebA: a small tree in the official layout, made of synthetic faces, and what is said where a part is missing or damaged."""

import io
import shutil
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageOps

import latentlab
from latentlab.catalog.datasets import DATASETS
from latentlab.config import DataConfig, RunConfig
from latentlab.data import load_dataset, preview
from latentlab.data import prepare as preparing
from latentlab.data import store as stores
from latentlab.data.celeba import read_celeba
from latentlab.data.prepared import read_index
from latentlab.errors import DataError, StoppedError

IMAGES, ATTRIBUTES, PARTITION = "img_align_celeba", "list_attr_celeba.txt", "list_eval_partition.txt"
NAMES = [f"Attribute_{number}" for number in range(40)]
# Of twelve photographs; the official list, too, is not sorted by part throughout.
PARTS = [0, 0, 0, 0, 0, 1, 1, 2, 2, 2, 0, 0]


def _photograph(number: int) -> str:
    return f"{number + 1:06}.jpg"


@pytest.fixture(scope="session")
def faces(data_root: Path) -> list[Image.Image]:
    """Twelve synthetic faces of CelebA's size."""
    if not (data_root / "faces" / "faces-128.zip").is_file():
        pytest.skip(f"{data_root} holds no faces/")
    with zipfile.ZipFile(data_root / "faces" / "faces-128.zip") as archive:
        names = [name for name in archive.namelist() if name.endswith(".jpg")][: len(PARTS)]
        images = [Image.open(io.BytesIO(archive.read(name))).convert("RGB") for name in names]
    return [ImageOps.fit(image, (178, 218)) for image in images]


def _marks(number: int) -> list[int]:
    return [1 if (number >> bit % 4) & 1 else -1 for bit in range(40)]


@pytest.fixture(autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of the test's own."""
    root = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("LATENTLAB_CACHE", str(root))
    return root / "prepared"


@pytest.fixture
def tree(faces: list[Image.Image], tmp_path: Path) -> Path:
    """The official files in a folder."""
    (tmp_path / IMAGES).mkdir()
    for number, face in enumerate(faces):
        face.save(tmp_path / IMAGES / _photograph(number), quality=95)
    rows = [f"{_photograph(number)} {' '.join(f'{mark:2}' for mark in _marks(number))} " for number in range(len(PARTS))]
    (tmp_path / ATTRIBUTES).write_text("\n".join([str(len(PARTS)), " ".join(NAMES) + " ", *rows]) + "\n")
    (tmp_path / PARTITION).write_text("".join(f"{_photograph(number)} {part}\n" for number, part in enumerate(PARTS)))
    (tmp_path / "identity_CelebA.txt").write_text("".join(f"{_photograph(number)} {number}\n" for number in range(len(PARTS))))
    return tmp_path


def _config(root: Path, **settings: object) -> DataConfig:
    return DataConfig.model_validate({"name": "celeba", "root": str(root), **settings})


def test_the_official_split_and_all_attributes_reach_both_stores(tree: Path) -> None:
    dataset = load_dataset(_config(tree))
    assert dataset.image_shape == (3, 64, 64)
    assert (len(dataset.train), len(dataset.test)) == (7, 3)
    assert "official split" in dataset.description
    for store, part in ((dataset.train, 0), (dataset.test, 2)):
        numbers = [number for number, its_part in enumerate(PARTS) if its_part == part]
        assert store.attributes is not None
        assert store.attributes.names == tuple(NAMES)
        assert store.attributes.values.tolist() == [[max(mark, 0) for mark in _marks(number)] for number in numbers]
        assert store.labels.tolist() == [-1] * len(numbers)
    assert DATASETS["celeba"].attributes == len(NAMES)


def test_the_validation_part_is_held_out_where_a_config_asks_for_it_and_left_out_otherwise(tree: Path) -> None:
    official, chosen = load_dataset(_config(tree)), load_dataset(_config(tree, hold_out="validation"))
    assert (len(chosen.train), len(chosen.test)) == (7, 2)
    assert np.array_equal(chosen.train.pixels.numpy(), official.train.pixels.numpy())
    assert "official validation part" in chosen.description
    assert chosen.test.attributes is not None
    assert chosen.test.attributes.values.tolist() == [[max(mark, 0) for mark in _marks(number)] for number in (5, 6)]


@pytest.mark.parametrize("size", [148, 64, 20])  # 20 is decoded from a smaller draft
def test_the_middle_148_pixels_are_cut_out_and_scaled(size: int, tree: Path) -> None:
    pixels = read_celeba(tree, size).pixels[0].transpose(1, 2, 0).astype(float)
    with Image.open(tree / IMAGES / _photograph(0)) as image:
        middle = image.crop((15, 35, 163, 183)).resize((size, size), Image.Resampling.LANCZOS)
        whole = ImageOps.fit(image, (size, size), Image.Resampling.LANCZOS)
    error = np.abs(pixels - np.asarray(middle)).mean()
    assert error < 5
    assert error < 0.3 * np.abs(pixels - np.asarray(whole)).mean()


@pytest.mark.parametrize("place", ["celeba", "zip", "zip in celeba", "twice", "bare", "tables", "folders"])
def test_any_usual_place_holds_the_same(place: str, tree: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    expected = read_celeba(tree, 16)
    root = tmp_path_factory.mktemp("root")
    folder = root / "celeba" if "celeba" in place else root
    shutil.copytree(tree, folder, dirs_exist_ok=True)
    images = folder / IMAGES
    if "zip" in place:
        with zipfile.ZipFile(folder / f"{IMAGES}.zip", "w") as archive:
            for file in images.iterdir():
                archive.write(file, f"{IMAGES}/{file.name}")
        shutil.rmtree(images)
    elif place == "twice":
        images.rename(folder / "inner")
        images.mkdir()
        (folder / "inner").rename(images / IMAGES)
    elif place == "bare":
        for file in images.iterdir():
            file.rename(folder / file.name)
        images.rmdir()
    elif place == "tables":
        rows = [",".join([_photograph(number), *map(str, _marks(number))]) for number in range(len(PARTS))]
        (folder / ATTRIBUTES).unlink()
        (folder / "list_attr_celeba.csv").write_text("\n".join([",".join(["image_id", *NAMES]), *rows]) + "\n")
        rows = [f"{_photograph(number)},{part}" for number, part in enumerate(PARTS)]
        (folder / PARTITION).unlink()
        (folder / "list_eval_partition.csv").write_text("\n".join(["image_id,partition", *rows]) + "\n")
    elif place == "folders":
        for name, below in ((ATTRIBUTES, "Anno"), (PARTITION, "Eval"), (IMAGES, "Img")):
            (folder / below).mkdir()
            (folder / name).rename(folder / below / name)
    images_read = read_celeba(root, 16)
    assert images_read.attributes is not None
    assert expected.attributes is not None
    assert images_read.attributes.names == expected.attributes.names
    assert np.array_equal(images_read.attributes.values, expected.attributes.values)
    assert np.array_equal(images_read.pixels, expected.pixels)
    assert (images_read.train_count, images_read.validation_count) == (7, 2)


def test_photographs_are_prepared_once_in_the_order_of_the_parts_and_told_of(tree: Path, cache: Path) -> None:
    told: list[tuple[int, int]] = []
    first = load_dataset(_config(tree), lambda *progress: told.append(progress))
    assert told == [(done, 12) for done in range(1, 13)]
    (store,) = (path for path in cache.iterdir() if path.is_dir())
    in_order = sorted(range(12), key=lambda number: PARTS[number])
    assert [Path(file).name for file in read_index(store).files] == [_photograph(number) for number in in_order]
    again = load_dataset(_config(tree, hold_out="validation"), lambda *progress: told.append(progress))
    assert len(told) == 12
    assert np.array_equal(again.train.pixels.numpy(), first.train.pixels.numpy())


def test_preparing_can_be_stopped_and_goes_on(tree: Path) -> None:
    told: list[int] = []
    with pytest.raises(StoppedError, match="Stopped after 5 of 12 images; preparing them again goes on from there"):
        load_dataset(_config(tree), lambda done, total: told.append(done), lambda: bool(told) and told[-1] == 4)
    told.clear()
    load_dataset(_config(tree), lambda done, total: told.append(done))
    assert told == list(range(6, 13))


def test_a_missing_photograph_is_named_before_any_is_decoded(tree: Path, cache: Path) -> None:
    (tree / IMAGES / _photograph(11)).unlink()
    with pytest.raises(DataError, match=r"1 of the 12 listed photographs are missing, first 000012\.jpg"):
        load_dataset(_config(tree), lambda done, total: pytest.fail("it was decoded"))
    assert not cache.exists()


def test_many_photographs_are_mapped_and_never_all_in_memory(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    count = 480
    for number in range(12, count):
        (tree / IMAGES / _photograph(number)).hardlink_to(tree / IMAGES / _photograph(number % 12))
    rows = [f"{_photograph(number)} {' '.join(map(str, _marks(number)))}" for number in range(count)]
    (tree / ATTRIBUTES).write_text("\n".join([str(count), " ".join(NAMES), *rows]))
    (tree / PARTITION).write_text("".join(f"{_photograph(number)} {PARTS[number % 12]}\n" for number in range(count)))
    monkeypatch.setattr(stores, "LARGEST_IN_MEMORY", 10**6)
    monkeypatch.setattr(preparing, "_BYTES_AT_A_TIME", 10**6)
    tracemalloc.start()
    try:
        dataset = load_dataset(_config(tree, size=148))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert dataset.train.pixels.data_ptr() == dataset.test.pixels.data_ptr()
    pixels = dataset.train.pixels.nbytes
    assert pixels == count * 3 * 148**2
    assert peak < pixels / 2
    assert dataset.train.rows is not None
    assert dataset.train.rows.tolist() == list(range(280))
    assert dataset.test.rows is not None
    assert dataset.test.rows.tolist() == list(range(360, 480))
    expected = read_celeba(tree, 148).pixels[360:363]
    assert np.array_equal((dataset.test.batch(slice(0, 3)) * 255).round().byte().numpy(), expected)


def test_a_look_decodes_only_what_it_shows(tree: Path, cache: Path) -> None:
    seen = preview(_config(tree), most=4)
    assert not cache.exists()
    assert seen.images.shape == (4, 64, 64, 3)
    assert np.array_equal(seen.images[0], read_celeba(tree, 64).pixels[0].transpose(1, 2, 0))
    assert seen.about.startswith("CelebA: 12 files in img_align_celeba · non-commercial research only · Liu, Luo")


def test_broken_photographs_are_left_out_and_counted(tree: Path) -> None:
    (tree / IMAGES / _photograph(1)).write_bytes(b"")  # trained on
    (tree / IMAGES / _photograph(9)).write_bytes(b"<html>")  # held out
    dataset = load_dataset(_config(tree))
    assert (len(dataset.train), len(dataset.test)) == (6, 2)
    assert "10 photographs, 2 could not be read" in dataset.description
    assert dataset.train.attributes is not None
    assert dataset.train.attributes.values[1].tolist() == [max(mark, 0) for mark in _marks(2)]


def _lines(path: Path, change: Callable[[list[str]], list[str]]) -> None:
    path.write_text("\n".join(change(path.read_text().splitlines())) + "\n")


_FAULTS: dict[str, tuple[Callable[[Path], object], str]] = {
    "attributes gone": (
        lambda root: (root / ATTRIBUTES).unlink(),
        r"CelebA's img_align_celeba and list_eval_partition\.txt are there, but list_attr_celeba\.txt is missing",
    ),
    "only the lists": (
        lambda root: shutil.rmtree(root / IMAGES),
        r"list_attr_celeba\.txt and list_eval_partition\.txt are there, but img_align_celeba is missing",
    ),
    "only the images": (
        lambda root: [(root / name).unlink() for name in (ATTRIBUTES, PARTITION)],
        r"img_align_celeba is there, but list_attr_celeba\.txt and list_eval_partition\.txt are missing",
    ),
    "a photograph gone": (
        lambda root: [(root / IMAGES / _photograph(number)).unlink() for number in (3, 7)],
        r"img_align_celeba: 2 of the 12 listed photographs are missing, first 000004\.jpg",
    ),
    "all broken": (
        lambda root: [(root / IMAGES / _photograph(number)).write_bytes(b"") for number in range(12)],
        r"img_align_celeba' holds no image that can be read, of 12; .*; 000001\.jpg",
    ),
    "a wrong part": (
        lambda root: _lines(root / PARTITION, lambda lines: [*lines[:4], "000005.jpg 3", *lines[5:]]),
        r"list_eval_partition\.txt, line 5: '000005\.jpg 3'; it should be as in '000001\.jpg 0'",
    ),
    "an empty list": (lambda root: (root / PARTITION).write_text(""), r"list_eval_partition\.txt: lists no photographs"),
    "a short row": (
        lambda root: _lines(root / ATTRIBUTES, lambda lines: [*lines[:3], lines[3][:-4], *lines[4:]]),
        r"list_attr_celeba\.txt, line 4: should be a photograph's name and 40 times 1 or -1",
    ),
    "a row gone": (
        lambda root: _lines(root / ATTRIBUTES, lambda lines: lines[:-1]),
        r"list_attr_celeba\.txt: has no attributes of 000012\.jpg",
    ),
    "a page": (lambda root: (root / ATTRIBUTES).write_text("<html>\n</html>"), r"not CelebA's list of attributes"),
    "binary": (
        lambda root: (root / ATTRIBUTES).write_bytes(b"\xff\xd8\xff"),
        r"not the text file that CelebA's authors publish",
    ),
}


@pytest.mark.parametrize("fault", _FAULTS)
def test_what_is_missing_or_damaged_is_named(fault: str, tree: Path) -> None:
    damage, expected = _FAULTS[fault]
    damage(tree)
    with pytest.raises(DataError, match=expected) as caught:
        read_celeba(tree, 16)
    assert str(tree) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_part_without_photographs_is_refused(tree: Path) -> None:
    _lines(tree / PARTITION, lambda lines: [line.replace(" 2", " 1") for line in lines])
    with pytest.raises(DataError, match=r"CelebA: of its 12 images none are left to train or to measure on \(official split\)"):
        load_dataset(_config(tree))


def test_the_folder_must_be_named_and_hold_something(tmp_path: Path) -> None:
    with pytest.raises(
        DataError, match=r"celeba needs data\.root: the folder that holds img_align_celeba \(folder or \.zip\), "
    ):
        load_dataset(DataConfig(name="celeba"))
    with pytest.raises(DataError, match=r"holds nothing of CelebA; expected img_align_celeba"):
        load_dataset(_config(tmp_path))


def test_a_run_is_measured_by_its_attributes(tree: Path, with_settings: Callable[..., RunConfig]) -> None:
    settings = ["data.name=celeba", f"data.root={tree}", "data.size=16", "train.steps=2", "train.checkpoint_every=2"]
    run = latentlab.train(with_settings(*settings, "train.batch_size=4"), tree / "runs")
    measured = latentlab.evaluate(run, samples=2)
    assert measured.attribute_auc is not None
    assert 0 <= measured.attribute_auc <= 1
    assert measured.unavailable["probe_accuracy"] == "the images have no labels."
    assert measured.provenance["attributes"] == tuple(NAMES)
    titles = [row.title for row in measured.rows()]
    assert "linear probe AUC, mean over attributes" in titles
    assert not [title for title in titles if "DCI" in title]
