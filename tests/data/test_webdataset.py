"""Tars as webdataset writes them: an image and what is known of it under one key, in one shard or many."""

import io
import json
import tarfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from latentlab.config import DataConfig
from latentlab.data import Dataset, load_dataset, scan
from latentlab.data.labels import MOST_ATTRIBUTES


def _picture(seed: int) -> bytes:
    file = io.BytesIO()
    Image.fromarray(np.random.default_rng(seed).integers(0, 256, (16, 16), np.uint8)).save(file, "PNG")
    return file.getvalue()


def _tar(path: Path, files: dict[str, bytes], packing: str = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with tarfile.open(path, f"w:{packing}") as archive:  # type: ignore[call-overload]
        for name, content in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return path


def _with_classes(count: int, first: int = 0) -> dict[str, bytes]:
    return {
        name: content
        for key in range(first, first + count)
        for name, content in ((f"{key:06d}.png", _picture(key)), (f"{key:06d}.cls", str(key % 3).encode()))
    }


def _with_json(*objects: object) -> dict[str, bytes]:
    return {
        name: content
        for key, value in enumerate(objects)
        for name, content in (
            (f"s/{key}.seg.json" if key % 2 else f"s/{key}.json", json.dumps(value).encode()),
            (f"s/{key}.png", _picture(key)),
        )
    }


def _load(root: Path, **settings: object) -> Dataset:
    return load_dataset(
        DataConfig.model_validate({"name": "folder", "root": str(root), "size": 16, "test_fraction": 0.5, **settings})
    )


@pytest.mark.parametrize("spoil", [lambda whole: whole[: 5 * 1024], lambda whole: whole[: 5 * 1024] + b"x" * 2048])
def test_a_tar_that_ends_without_its_last_block_is_told(spoil: Callable[[bytes], bytes], tmp_path: Path) -> None:
    path = _tar(tmp_path / "a.tar", _with_classes(6))
    assert not _load(path).notes
    path.write_bytes(spoil(path.read_bytes()))
    dataset = _load(path)
    assert len(dataset.train) + len(dataset.test) == 3
    assert _said(dataset.notes, "a.tar ends early or is damaged; what comes before is read")
    assert _said(dataset.notes, "1 image has no label")


def _all_labels(dataset: Dataset) -> list[int]:
    return sorted([*dataset.train.labels.tolist(), *dataset.test.labels.tolist()])


def _said(notes: tuple[str, ...], *words: str) -> bool:
    return any(all(word in note for word in words) for note in notes)


@pytest.mark.parametrize("packing", ["", "gz"])
def test_a_class_beside_each_image_is_its_label(packing: str, tmp_path: Path) -> None:
    dataset = _load(_tar(tmp_path / "x.tar", _with_classes(6), packing))
    assert _all_labels(dataset) == [0, 0, 1, 1, 2, 2]
    for store in (dataset.train, dataset.test):
        for pixels, label in zip(store.pixels, store.labels.tolist(), strict=True):
            key = next(key for key in range(6) if np.array_equal(pixels[0].numpy(), _pixels(key)))
            assert label == key % 3


def _pixels(seed: int) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(_picture(seed))))


def test_json_beside_images_gives_a_class_and_attributes(tmp_path: Path) -> None:
    objects = [{"label": "cat" if key % 2 else "dog", "age": key, "caption": "a", "box": [1, 2]} for key in range(4)]
    dataset = _load(_tar(tmp_path / "x.tar", _with_json(*objects)))
    assert dataset.train.label_names == ("cat", "dog")
    assert _all_labels(dataset) == [0, 0, 1, 1]
    attributes = [store.attributes for store in (dataset.train, dataset.test)]
    assert all(found is not None and found.names == ("age",) for found in attributes)
    assert sorted(value for found in attributes if found for value in found.values[:, 0]) == [0, 1, 2, 3]
    assert _said(dataset.notes, "Read as attributes: age")


@pytest.mark.parametrize(
    "objects",
    [
        [{"age": 1}, {"age": None}, {}],
        [[1, 2], [3], []],
        [{"age": 10**400}, {"age": 1}, {"age": 1}],
        [{str(key): key for key in range(MOST_ATTRIBUTES + 1)}] * 3,
        [{"label": {"deep": 1}}, {"label": None}, {"label": True}],
    ],
    ids=["missing", "lists", "beyond all numbers", "very many", "no class"],
)
def test_json_that_is_no_label_costs_no_image(objects: list[object], tmp_path: Path) -> None:
    dataset = _load(_tar(tmp_path / "x.tar", _with_json(*objects)))
    assert len(dataset.train) + len(dataset.test) == 3
    assert dataset.train.attributes is None


def test_damaged_labels_are_counted(tmp_path: Path) -> None:
    files = {**_with_classes(4), "000000.cls": b"\xff\xfe", "000001.cls": b"", "000002.json": b"{", "000003.json": b"[" * 5000}
    report = scan(_tar(tmp_path / "x.tar", files))
    assert report.usable == 4
    assert _said(report.notes, "4 files beside images are no labels")


def test_images_without_a_label_among_others_have_none(tmp_path: Path) -> None:
    files = {**_with_classes(4), "a.png": _picture(50), "b.png": _picture(51)}
    dataset = _load(_tar(tmp_path / "x.tar", files))
    assert _all_labels(dataset) == [-1, -1, 0, 0, 1, 2]
    assert _said(dataset.notes, "2 images have no label")


def test_shards_of_a_folder_are_one_collection_with_the_split_of_their_names(tmp_path: Path) -> None:
    for number in range(2):
        _tar(tmp_path / f"set-train-{number:06d}.tar", _with_classes(3))
    _tar(tmp_path / "set-test-000000.tar", _with_classes(3, first=3))
    (tmp_path / "README.md").write_text("text")
    dataset, report = _load(tmp_path), scan(tmp_path)
    assert (len(dataset.train), len(dataset.test)) == (6, 3)
    assert np.array_equal(dataset.test.pixels[0, 0].numpy(), _pixels(3))
    assert dataset.test.labels.tolist() == [0, 1, 2]
    assert report.split == {"training": 6, "test": 3}
    assert report.passed == {"text": 1}


def test_shards_below_folders_of_the_parts(tmp_path: Path) -> None:
    _tar(tmp_path / "train" / "000.tar", _with_classes(4))
    _tar(tmp_path / "val" / "000.tar", _with_classes(2, first=4))
    report = scan(tmp_path)
    assert report.split == {"training": 4, "validation": 2}


def test_a_damaged_shard_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    _tar(tmp_path / "a-000.tar", _with_classes(3))
    (tmp_path / "a-001.tar").write_bytes(b"no tar")
    report = scan(tmp_path)
    assert report.usable == 3
    assert [(problem.file, problem.kind) for problem in report.problems] == [("a-001.tar", "broken")]


def test_tars_among_images_are_only_named(tmp_path: Path) -> None:
    (tmp_path / "1.png").write_bytes(_picture(1))
    _tar(tmp_path / "old.tar", _with_classes(3))
    report = scan(tmp_path)
    assert (report.usable, report.passed) == (1, {"tar": 1})
