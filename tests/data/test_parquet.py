"""Parquet files with a column of images, as Hugging Face keeps them."""

import io
import json
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from latentlab.config import DataConfig
from latentlab.data import Dataset, load_dataset, scan
from latentlab.errors import DataError

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")

_FEATURES = {"image": {"_type": "Image"}, "label": {"names": ["cat", "dog"], "_type": "ClassLabel"}}


def _picture(seed: int) -> bytes:
    file = io.BytesIO()
    Image.fromarray(np.random.default_rng(seed).integers(0, 256, (16, 16), np.uint8)).save(file, "PNG")
    return file.getvalue()


def _rows(count: int, first: int = 0) -> dict[str, list[Any]]:
    numbers = range(first, first + count)
    return {
        "image": [{"bytes": _picture(number), "path": f"{number}.png"} for number in numbers],
        "label": [number % 2 for number in numbers],
    }


def _write(path: Path, columns: dict[str, Any], features: object = None, **options: Any) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    table = pa.table(columns)
    if features:
        table = table.replace_schema_metadata({"huggingface": json.dumps({"info": {"features": features}})})
    pq.write_table(table, path, **options)
    return path


def _load(root: Path, **settings: object) -> Dataset:
    return load_dataset(
        DataConfig.model_validate({"name": "folder", "root": str(root), "size": 16, "test_fraction": 0.5, **settings})
    )


def _said(notes: tuple[str, ...], *words: str) -> bool:
    return any(all(word in note for word in words) for note in notes)


def _check(dataset: Dataset, label_of: Any) -> None:
    """Every image has its own label."""
    for store in (dataset.train, dataset.test):
        for pixels, label in zip(store.pixels, store.labels.tolist(), strict=True):
            assert label == next(
                label_of(seed)
                for seed in range(20)
                if np.array_equal(pixels[0].numpy(), np.asarray(Image.open(io.BytesIO(_picture(seed)))))
            )


@pytest.mark.parametrize("group", [1, 2, 100])
@pytest.mark.parametrize("suffix", ["parquet", "bin"])
def test_images_and_the_names_of_their_classes_are_read(group: int, suffix: str, tmp_path: Path) -> None:
    path = _write(tmp_path / f"x.{suffix}", _rows(6), _FEATURES, row_group_size=group)
    dataset, report = _load(path), scan(path)
    assert (len(dataset.train), len(dataset.test)) == (3, 3)
    assert dataset.train.label_names == ("cat", "dog")
    _check(dataset, lambda seed: seed % 2)
    assert (report.usable, report.classes, report.problems) == (6, {"cat": 3, "dog": 3}, ())
    assert _said(report.notes, "column 'image'")


def test_shards_keep_the_split_of_their_names(tmp_path: Path) -> None:
    _write(tmp_path / "data" / "train-00000-of-00002.parquet", _rows(4), _FEATURES)
    _write(tmp_path / "data" / "train-00001-of-00002.parquet", _rows(4, 4), _FEATURES)
    _write(tmp_path / "data" / "test-00000-of-00001.parquet", _rows(2, 8), _FEATURES)
    (tmp_path / "README.md").write_text("text")
    dataset = _load(tmp_path)
    assert (len(dataset.train), len(dataset.test)) == (8, 2)
    assert dataset.test.label_names == ("cat", "dog")
    _check(dataset, lambda seed: seed % 2)


@pytest.mark.parametrize(
    ("labels", "expected", "names"),
    [
        (["b", "a", None, "b"], [1, 0, -1, 1], ("a", "b")),
        ([3, 0, -1, None], [3, 0, -1, -1], ()),
        ([True, False, True, False], [1, 0, 1, 0], ()),
    ],
)
def test_labels_of_other_types(labels: list[Any], expected: list[int], names: tuple[str, ...], tmp_path: Path) -> None:
    dataset = _load(_write(tmp_path / "x.parquet", {**_rows(4), "label": labels}))
    if names:
        assert dataset.train.label_names == names
    elif isinstance(labels[0], bool):
        expected, names = [1, 0, 1, 0], ("False", "True")
        assert dataset.train.label_names == names
    _check(dataset, lambda seed: expected[seed])


def test_plain_bytes_and_other_names_are_found_and_other_columns_named(tmp_path: Path) -> None:
    columns = {
        "jpg": [_picture(seed) for seed in range(4)],
        "thumbnail": [{"bytes": b"", "path": ""}] * 4,
        "text": ["a"] * 4,
        "height": [1.5, 2.5, 3.5, 4.5],
    }
    dataset = _load(_write(tmp_path / "x.parquet", columns))
    assert dataset.train.attributes is not None
    assert dataset.train.attributes.names == ("height",)
    assert _said(dataset.notes, "Other columns of images", "thumbnail")
    assert _said(dataset.notes, "not used", "text")


def test_rows_without_an_image_are_left_out_and_named(tmp_path: Path) -> None:
    rows = _rows(6)
    rows["image"][1] = None
    rows["image"][2] = {"bytes": None, "path": "http://example.org/2.png"}
    rows["image"][3] = {"bytes": b"no image", "path": None}
    path = _write(tmp_path / "x.parquet", rows, _FEATURES)
    assert scan(path).counts == {"empty": 2, "not_an_image": 1}
    dataset = _load(path)
    assert len(dataset.train) + len(dataset.test) == 3
    _check(dataset, lambda seed: seed % 2)


def test_a_file_without_images_or_a_damaged_one_is_told(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"a\.parquet: has no column of images; it has a, b\."):
        scan(_write(tmp_path / "a.parquet", {"a": [1], "b": ["x"]}))
    content = _write(tmp_path / "b.parquet", _rows(3)).read_bytes()
    for damaged in (content[:400], content[:-8], content[:-600] + bytes(592) + content[-8:], b"PAR1" + bytes(50) + b"PAR1"):
        (tmp_path / "b.parquet").write_bytes(damaged)
        with pytest.raises(DataError, match=r"b\.parquet: not a parquet file, or a damaged one") as caught:
            scan(tmp_path / "b.parquet")
        assert "\n" not in str(caught.value)


@pytest.mark.parametrize("features", [{"label": 3}, [], "x", {"label": {"_type": "ClassLabel", "names": [1, {}]}}])
def test_odd_descriptions_of_the_columns_do_no_harm(features: object, tmp_path: Path) -> None:
    path = _write(tmp_path / "x.parquet", _rows(4), features)
    assert scan(path).usable == 4
    _check(_load(path), lambda seed: seed % 2)


def test_without_pyarrow_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = _write(tmp_path / "train-0.parquet", _rows(4))
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(DataError, match=r"read with pyarrow; install latentlab-vae\[parquet\]"):
        scan(path)
    report = scan(tmp_path)
    assert [problem.detail for problem in report.problems] == [
        "parquet files are read with pyarrow; install latentlab-vae[parquet]"
    ]
    with pytest.raises(DataError, match=r"install latentlab-vae\[parquet\]"):
        _load(tmp_path)


@pytest.mark.parametrize("form", ["stream", "file"])
def test_arrow_folders_as_they_are_saved_to_disk(form: str, tmp_path: Path) -> None:
    for part, first, count in (("train", 0, 6), ("test", 6, 2)):
        table = pq.read_table(_write(tmp_path / "x.parquet", _rows(count, first), _FEATURES))
        (tmp_path / "set" / part).mkdir(parents=True)
        place = str(tmp_path / "set" / part / "data-00000-of-00001.arrow")
        open_writer = pa.ipc.new_stream if form == "stream" else pa.ipc.new_file
        with pa.OSFile(place, "wb") as sink, open_writer(sink, table.schema) as writer:
            writer.write_table(table, max_chunksize=4)
        (tmp_path / "set" / part / "state.json").write_text("{}")
    dataset = _load(tmp_path / "set")
    assert (len(dataset.train), len(dataset.test)) == (6, 2)
    assert dataset.train.label_names == ("cat", "dog")
    _check(dataset, lambda seed: seed % 2)
    whole = tmp_path / "set" / "train" / "data-00000-of-00001.arrow"
    assert scan(whole).usable == 6
    content = whole.read_bytes()
    noise = np.random.default_rng(0)
    for _ in range(40):
        damaged = bytearray(content)
        for place in noise.integers(0, len(content), 8):
            damaged[place] = noise.integers(0, 256)
        whole.write_bytes(damaged[: int(noise.integers(100, len(content)))])
        with suppress(DataError):
            assert scan(whole).usable <= 6


def test_a_folder_that_the_datasets_library_saved_is_read_whole() -> None:
    dataset = _load(Path(__file__).parent / "written" / "saved")
    assert (len(dataset.train), len(dataset.test), dataset.train.label_names) == (6, 2, ("cat", "dog"))
    for first, store in ((0, dataset.train), (6, dataset.test)):
        assert store.attributes is not None
        for number, pixels, label, age in zip(
            range(first, 8), store.pixels, store.labels.tolist(), store.attributes.values[:, 0], strict=False
        ):
            expected = np.random.default_rng(number).integers(0, 256, (16, 16), np.uint8)
            np.testing.assert_array_equal(pixels[0].numpy(), expected)
            assert (label, age) == (number % 2, number / 2)


def test_offsets_of_an_arrow_file_that_lead_beyond_its_bytes_are_refused(tmp_path: Path) -> None:
    first, second = _picture(0), _picture(1)
    table, path = pa.table({"image": [first, second]}), tmp_path / "x.arrow"
    with pa.OSFile(str(path), "wb") as sink, pa.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table)
    offsets = np.array([0, len(first), len(first + second)], np.int32)
    beyond = np.array([0, 2**30, len(first + second)], np.int32)
    assert offsets.tobytes() in path.read_bytes()
    path.write_bytes(path.read_bytes().replace(offsets.tobytes(), beyond.tobytes()))
    report = scan(tmp_path / "x.arrow")
    assert (report.usable, report.counts) == (0, {"broken": 2})
