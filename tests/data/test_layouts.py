"""Every layout in which people keep image files: classes, splits, what lies beside the images, and what is said of it."""

import gzip
import io
import os
import struct
import sys
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import numpy as np
import pytest
from PIL import Image, features

from latentlab.config import DataConfig
from latentlab.data import Dataset, ScanReport, folders, load_dataset, preview, scan
from latentlab.data.folders import DEEPEST
from latentlab.data.kinds import kind_by_content, kind_by_name
from latentlab.data.layout import TEST, TRAIN, VALIDATION, layout_of, part_of
from latentlab.data.prepare import prepare
from latentlab.data.prepared import StoreSettings
from latentlab.errors import DataError
from latentlab.files.mounts import virtual_file_systems


def _picture(seed: int, kind: str = "PNG") -> bytes:
    file = io.BytesIO()
    Image.fromarray(np.random.default_rng(seed).integers(0, 256, (16, 16), np.uint8)).save(file, kind)
    return file.getvalue()


def _pictures(*folders: str, count: int = 3) -> dict[str, bytes]:
    return {
        f"{folder}/{number}.png": _picture(100 * place + number)
        for place, folder in enumerate(folders)
        for number in range(count)
    }


def _fill(root: Path, files: dict[str, bytes]) -> Path:
    for name, content in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(content)
    return root


def _load(root: Path, **settings: object) -> Dataset:
    return load_dataset(DataConfig.model_validate({"name": "folder", "root": str(root), "size": 16, **settings}))


def _said(found: Dataset | ScanReport, *words: str) -> bool:
    return any(all(word in note for word in words) for note in found.notes)


_SPLITS = {
    "part, class": (("train/a", "train/b", "test/a", "test/b"), ("a", "b"), (6, 6)),
    "any case": (("Train/a", "TRAIN/b", "TEST/a"), ("a", "b"), (6, 3)),
    "other words": (("training/a", "training/b", "testing/b"), ("a", "b"), (6, 3)),
    "class, part": (("a/train", "b/train", "a/test"), ("a", "b"), (6, 3)),
    "wrapped": (("set/images/train/a", "set/images/train/b", "set/images/test/a"), ("a", "b"), (6, 3)),
    "years": (("train2017", "test2017"), (), (3, 3)),
    "trainA": (("trainA", "trainB", "testA", "testB"), ("A", "B"), (6, 6)),
    "decathlon": (("imagesTr", "imagesTs"), (), (3, 3)),
    "without a test part": (("train/a", "train/b", "valid/a", "valid/b"), ("a", "b"), (6, 6)),
    "numbers": (("train/0", "train/2", "train/10", "test/10"), ("0", "2", "10"), (9, 3)),
    "another case in the test part": (("train/Cats", "train/Dogs", "test/cats"), ("Cats", "Dogs"), (6, 3)),
}


@pytest.mark.parametrize("layout", _SPLITS)
def test_the_split_of_the_folders_is_the_split_and_the_classes_are_those_below(layout: str, tmp_path: Path) -> None:
    folders, classes, counts = _SPLITS[layout]
    root = _fill(tmp_path / "x", _pictures(*folders))
    dataset, report = _load(root, test_fraction=0.5, split_seed=3), scan(root)
    assert (len(dataset.train), len(dataset.test)) == counts
    assert dataset.train.label_names == classes
    assert tuple(report.classes) == classes
    assert report.split["training"] == counts[0]
    assert min(dataset.test.labels.tolist()) >= 0
    assert _said(dataset, "The split is the one that the names", f"{counts[0]} training")
    assert _said(dataset, "data.test_fraction and data.split_seed do not choose the test images")


def test_the_held_out_images_are_those_of_the_test_folder(tmp_path: Path) -> None:
    root = _fill(tmp_path / "x", _pictures("test/a", "train/a", "val/a"))
    expected = {name: np.asarray(Image.open(root / name)) for name in ("test/a/1.png", "val/a/1.png")}
    held_out, validating = _load(root), _load(root, hold_out="validation")
    assert np.array_equal(held_out.test.pixels[1, 0].numpy(), expected["test/a/1.png"])
    assert np.array_equal(validating.test.pixels[1, 0].numpy(), expected["val/a/1.png"])
    assert (len(held_out.train), len(validating.train)) == (3, 3)
    assert _said(held_out, "3 validation images are not used", "data.hold_out = 'validation'")


def test_without_a_validation_folder_a_part_of_the_training_images_validates(tmp_path: Path) -> None:
    dataset = _load(_fill(tmp_path / "x", _pictures("train", "test", count=10)), hold_out="validation")
    assert (len(dataset.train), len(dataset.test)) == (8, 2)


@pytest.mark.parametrize("folder", ["test", "test/unknown"])
def test_test_images_without_class_folders_have_no_label(folder: str, tmp_path: Path) -> None:
    dataset = _load(_fill(tmp_path / "x", _pictures("train/a", "train/b", folder)))
    assert dataset.train.labels.unique().tolist() == [0, 1]
    assert dataset.test.labels.unique().tolist() == [-1]
    assert dataset.train.label_names == ("a", "b")
    assert _said(dataset, "3 images of the test part", "no label")


@pytest.mark.parametrize(
    "folders",
    [("car", "train", "bus"), ("train", "train2"), ("test", "val"), ("a/train", "a/test", "b", "c", "d")],
    ids=["a class called train", "one part", "no training part", "in one class of many"],
)
def test_folders_that_are_no_split_are_classes(folders: tuple[str, ...], tmp_path: Path) -> None:
    report = scan(_fill(tmp_path / "x", _pictures(*folders)))
    assert report.split == {}
    assert set(report.classes) == {folder.partition("/")[0] for folder in folders}


def test_lists_give_the_split(tmp_path: Path) -> None:
    lists = {"train.txt": b"0\nimages/1.png\n./images/2.png 7\n", "splits/test.txt": b"3.png\n4\nnowhere.png\n"}
    root = _fill(tmp_path / "x", {**_pictures("images", count=6), **lists})
    dataset = _load(root)
    assert (len(dataset.train), len(dataset.test)) == (4, 2)
    assert np.array_equal(dataset.test.pixels[0, 0].numpy(), np.asarray(Image.open(root / "images/3.png")))
    assert _said(dataset, "lists", "4 training, 2 test")
    assert _said(dataset, "1 image is in none of the lists")
    assert _said(dataset, "1 name in the lists")


def test_lists_that_name_other_files_are_not_used_and_that_is_said(tmp_path: Path) -> None:
    files = {**_pictures("images", count=6), "train.txt": b"cats sit\non mats\n", "test.txt": b"dogs do not\n"}
    dataset = _load(_fill(tmp_path / "x", files))
    assert "split by seed 0" in dataset.description
    assert _said(dataset, "0 of 3 names", "not used")


def test_images_of_both_parts_are_told_in_scan_and_run(tmp_path: Path) -> None:
    files = {**_pictures("train/a", "train/b", "test/a"), "test/a/again.png": _picture(0)}
    root = _fill(tmp_path / "x", files)
    report = scan(root)
    assert [(problem.kind, problem.detail) for problem in report.problems] == [
        ("duplicate", "the same bytes as train/a/0.png in the training part: kept")
    ]
    assert _said(report, "1 image lies in two parts")
    assert _said(_load(root), "1 held-out image has the pixels of a training image")


def test_masks_beside_images_are_no_images(tmp_path: Path) -> None:
    root = _fill(tmp_path / "x", _pictures("imagesTr", "imagesTs", "labelsTr", "labelsTs"))
    report = scan(root)
    assert (report.usable, report.passed) == (6, {"mask": 6})
    assert report.split == {"training": 3, "test": 3}
    assert _said(report, "6 masks")
    # With other names inside it is a class like any other.
    files = {**_pictures("images"), **{f"labels/logo{number}.png": _picture(number) for number in range(50, 53)}}
    assert scan(_fill(tmp_path / "y", files)).classes == {"images": 3, "labels": 3}


def test_what_lies_beside_images_is_counted_by_kind_and_the_odd_ones_are_explained(tmp_path: Path) -> None:
    files = {
        "a/.DS_Store": b"1",
        "Thumbs.db": b"1",
        "desktop.ini": b"",
        "__MACOSX/a/._0.png": b"x",
        ".git/x.png": b"",
        "labels.csv": b"",
        "a/0.xml": b"",
        "notes.txt": b"",
        "film.mp4": b"",
        "b.NEF": b"",
        "c.psd": b"",
        "d.svg": b"",
        "e.nii.gz": b"",
        "f.mha": b"",
        "g.zip": b"",
        "h.h5": b"",
        "i.xyz": b"",
        "j": b"%PDF-1.7",
        "k.jxl": b"",
    }
    report = scan(_fill(tmp_path / "x", {**_pictures("a", "b"), **files}))
    expected = {"system": 4, "hidden": 1, "annotation": 2, "text": 1, "video": 1, "camera raw": 1, "Photoshop": 1, "SVG": 1}
    expected |= {"NIfTI": 1, "volume": 1, "zip": 1, "HDF5": 1, "other": 1, "PDF": 1, "JPEG XL": 1}
    assert report.passed == expected
    assert (report.total, report.usable, report.problems, report.classes) == (6, 6, (), {"a": 3, "b": 3})
    assert report.other == sum(expected.values()) - 5
    assert _said(report, "1 video", "name one, or a folder of nothing but such files")
    assert _said(report, "2 annotation files", "1 hidden")


def test_no_images_never_stand_without_a_reason(tmp_path: Path) -> None:
    root = _fill(tmp_path / "x", {"a.psd": b"", "b.psd": b"", "c.xml": b""})
    report = scan(root)
    assert report.total == 0
    assert _said(report, "no images of a kind that can be read")
    assert _said(report, "2 Photoshop files", "export them as PNG")
    for look in (lambda: _load(root), lambda: preview(DataConfig(name="folder", root=str(root)))):
        with pytest.raises(DataError, match=r"2 Photoshop files \(export them as PNG\)"):
            look()
    (tmp_path / "empty" / "inside").mkdir(parents=True)
    assert _said(scan(tmp_path / "empty"), "1 folder is empty")


def test_heic_is_named_with_what_would_read_it(tmp_path: Path) -> None:
    content = b"\0\0\0\x18ftypheic" + bytes(100)
    report = scan(_fill(tmp_path / "x", {"a.heic": content, "b.jpg": content}))
    if "HEIF" in report.formats or "heic" not in str(report.notes).casefold():
        pytest.skip("pillow-heif is installed")
    assert report.passed == {"HEIC": 1}
    assert _said(report, "1 HEIC file", "pillow-heif")
    assert "is a HEIC file" in report.problems[0].detail


@pytest.mark.skipif(not features.check("avif"), reason="this Pillow has no AVIF")
def test_avif_is_read(tmp_path: Path) -> None:
    root = _fill(tmp_path / "x", {f"{seed}.avif": _picture(seed, "AVIF") for seed in range(4)})
    assert scan(root).formats == {"AVIF": 4}
    assert len(_load(root).train) == 3


def test_images_without_suffix_or_with_an_odd_one_are_found_by_content(tmp_path: Path) -> None:
    root = _fill(tmp_path / "x", {"one": _picture(1), "two.2023": _picture(2, "JPEG"), "three": b"not an image"})
    report = scan(root)
    assert (report.total, report.usable, report.other) == (2, 2, 1)
    assert len(_load(root, test_fraction=0.5).train) == 1


def test_links_are_followed_once_and_loops_and_dangling_ones_are_named(tmp_path: Path) -> None:
    root = _fill(tmp_path / "x", _pictures("a"))
    elsewhere = _fill(tmp_path / "elsewhere", {"9.png": _picture(900)})
    (root / "b").symlink_to(elsewhere)
    (root / "a" / "up").symlink_to(root)
    (root / "again").symlink_to(root / "a")
    (root / "file.png").symlink_to(elsewhere / "9.png")
    (root / "nothing.png").symlink_to(tmp_path / "nowhere.png")
    report = scan(root)
    assert report.usable == 5
    assert report.counts == {"link": 2, "unreadable": 1, "duplicate": 1}
    assert _said(report, "1 link to a folder is followed, 1 of them to places outside")
    assert any("link to a file that does not exist" in problem.detail for problem in report.problems)


def test_a_folder_of_pipes_is_not_waited_for(tmp_path: Path) -> None:
    root = _fill(tmp_path / "x", _pictures("a"))
    for name in ("pipe.png", "pipe", "pipe.tar", "train.txt", "test.txt"):
        os.mkfifo(root / name)
    assert scan(root).usable == 3


def test_folders_as_deep_as_the_system_allows_are_not_gone_down_for_ever(tmp_path: Path) -> None:
    root = _fill(tmp_path / "x", _pictures("a"))
    _fill(root.joinpath(*["d"] * (DEEPEST + 2)), {"deep.png": _picture(1)})
    report = scan(root)
    assert report.usable == 3
    assert any(f"more than {DEEPEST} folders deep" in problem.detail for problem in report.problems)


@pytest.mark.skipif(sys.platform != "linux", reason="has no /proc")
def test_the_kernels_own_file_systems_are_not_gone_through(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"^/proc: is a part of the system itself \(proc\), which holds no images\.$"):
        scan(Path("/proc"))
    _fill(tmp_path, {"a.png": _picture(1)})
    (tmp_path / "kernel").symlink_to("/proc")
    report = scan(tmp_path)
    assert report.usable == 1
    assert [(problem.file, problem.kind) for problem in report.problems] == [("kernel", "unreadable")]


def test_a_list_of_mounts_of_any_kind_is_understood(tmp_path: Path) -> None:
    mounts = tmp_path / "mountinfo"
    assert virtual_file_systems(mounts) == {}
    mounts.write_bytes(b"22 27 0:21 / /proc rw - proc proc rw\n23 27 8:1 / / rw - ext4 /dev/sda1 rw\nnonsense\n")
    assert virtual_file_systems(mounts) == {os.makedev(0, 21): "proc"}


def test_a_tree_without_end_is_given_up_in_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _fill(tmp_path, {"a.png": _picture(1), "b.txt": b"", "c.txt": b""})
    monkeypatch.setattr(folders, "MOST_ENTRIES", 2)
    with pytest.raises(DataError, match=r"holds more than 2 files and folders; name one further down\.$"):
        scan(tmp_path)
    monkeypatch.setattr(folders, "MOST_ENTRIES", 3)
    assert scan(tmp_path).usable == 1
    monkeypatch.setattr(folders, "PATIENCE", -1.0)
    with pytest.raises(DataError, match=r"without finding another image, after 0 images among 3 files and folders; name the"):
        scan(tmp_path)


def test_names_that_are_not_text_or_have_several_lines_are_shown_on_one(tmp_path: Path) -> None:
    root = _fill(tmp_path / "x", {"two\nlines.png": b"", "\x1b[31mred.png": b"", **_pictures("a\nb", "c")})
    with (root / os.fsdecode(b"caf\xe9.png")).open("wb") as file:
        file.write(b"")
    report = scan(root)
    assert {problem.file for problem in report.problems} == {"two\\nlines.png", "\\x1b[31mred.png", "caf\\udce9.png"}
    assert set(report.classes) == {"a\\nb", "c"}
    assert "\n" not in _load(root).account


def test_class_folders_that_differ_only_in_case_stay_apart_and_are_named(tmp_path: Path) -> None:
    root = _fill(tmp_path / "x", _pictures("A", "a", "b"))
    if len(list(root.iterdir())) < 3:
        pytest.skip("this file system does not tell a from A")
    report = scan(root)
    assert report.classes == {"A": 3, "a": 3, "b": 3}
    assert _said(report, "differ only in upper and lower case", "A, a")


def test_images_below_the_class_folders_belong_to_the_upper_one(tmp_path: Path) -> None:
    report = scan(_fill(tmp_path / "x", _pictures("animal/cat", "animal/dog", "plant/tree")))
    assert report.classes == {"animal": 6, "plant": 3}
    assert _said(report, "9 images lie in folders below")


_PUBLISHED = {
    "cifar10": ("data_batch_1", "cifar-10-binary.tar.gz"),
    "mnist": ("train-images-idx3-ubyte.gz", "t10k-labels.idx1-ubyte"),
    "emnist": ("emnist-balanced-train-images-idx3-ubyte",),
    "celeba": ("list_attr_celeba.txt", "img_align_celeba/000001.jpg"),
    "omniglot": ("images_background/a/b.png", "images_evaluation.zip"),
}


@pytest.mark.parametrize(("collection", "name"), [(name, file) for name, files in _PUBLISHED.items() for file in files])
def test_a_published_collection_is_recognised(collection: str, name: str, tmp_path: Path) -> None:
    report = scan(_fill(tmp_path / "x", {name: _picture(0) if name.endswith(("png", "jpg")) else b"data"}))
    assert _said(report, f"data.name = '{collection}'")


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("train", TRAIN),
        ("Training_Set", TRAIN),
        ("train-images", TRAIN),
        ("val2017", VALIDATION),
        ("Validation", VALIDATION),
        ("valid", VALIDATION),
        ("test1", TEST),
        ("imagesTs", TEST),
        ("trains", None),
        ("valley", None),
        ("tested", None),
        ("contest", None),
        ("data", None),
        ("", None),
    ],
)
def test_folders_named_after_a_part(name: str, part: int | None) -> None:
    found = part_of(name)
    assert (found and found[0]) == part


def test_a_layout_of_some_images_has_only_their_classes() -> None:
    layout = layout_of([PurePosixPath(name) for name in ("a/1", "b/2", "c/3", "c/4")])
    part = layout.of(np.array([0, 3]))
    assert (part.labels.tolist(), part.label_names) == ([0, 1], ("a", "c"))
    assert layout.of(np.array([2, 3])).label_names == ()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.JSON", "annotation"),
        ("b.nii.gz", "NIfTI"),
        ("c.tar.gz", "tar"),
        ("d.tfrecord-00000-of-00010", "TFRecord"),
        ("e", None),
    ],
)
def test_kinds_by_name(name: str, kind: str | None) -> None:
    assert kind_by_name(name) == kind


@pytest.mark.parametrize("beginning", [b"", b"\0", b"BM", b"RIFF", b"\0\0\0\x18ftyp", b"P5", bytes(512), b"\xff" * 512])
def test_the_kind_of_any_beginning_is_told_or_not(beginning: bytes) -> None:
    assert kind_by_content(beginning) in (None, "video")


def _idx(array: np.ndarray) -> bytes:
    return struct.pack(f">BBBB{array.ndim}I", 0, 0, 8, array.ndim, *array.shape) + array.tobytes()


def _mnist(count: int = 6) -> dict[str, bytes]:
    generator = np.random.default_rng(0)
    files = {}
    for part in ("train", "t10k"):
        files[f"{part}-images-idx3-ubyte"] = _idx(generator.integers(0, 256, (count, 28, 28), np.uint8))
        files[f"{part}-labels-idx1-ubyte"] = _idx(np.arange(count).astype(np.uint8))
    return files


_MNIST_NAMES: dict[str, Callable[[str], str]] = {
    "plain": str,
    "dots": lambda name: name.replace("-idx", ".idx"),
    "unpacked into folders": lambda name: f"{name}/{name}",
    "dots, unpacked into folders": lambda name: f"{name}/{name}".replace("-idx", ".idx"),
    "torchvision": lambda name: f"MNIST/raw/{name}",
}


@pytest.mark.parametrize("names", _MNIST_NAMES)
@pytest.mark.parametrize("packed", [False, True])
def test_mnist_is_found_under_any_usual_names(names: str, packed: bool, tmp_path: Path) -> None:
    for name, content in _mnist().items():
        place = _MNIST_NAMES[names](name)
        _fill(tmp_path, {f"{place}.gz" if packed else place: gzip.compress(content) if packed else content})
    if packed and "folders" in names:
        pytest.skip("nobody unpacks so")
    dataset = _load(tmp_path, name="mnist", size=None)
    assert (len(dataset.train), len(dataset.test)) == (6, 6)
    assert dataset.test.labels.tolist() == list(range(6))


@pytest.mark.parametrize("damage", ["missing", "cut off", "too few"])
def test_mnist_without_sound_labels_keeps_its_images(damage: str, tmp_path: Path) -> None:
    root = _fill(tmp_path / "x", _mnist())
    labels = root / "t10k-labels-idx1-ubyte"
    content = labels.read_bytes()
    if damage == "missing":
        labels.unlink()
    else:
        labels.write_bytes(content[:-2] if damage == "cut off" else _idx(np.arange(3).astype(np.uint8)))
    dataset = _load(root, name="mnist", size=None)
    assert dataset.train.labels.tolist() == list(range(6))
    assert dataset.test.labels.tolist() == [-1] * 6
    assert _said(dataset, "t10k", "labels")


def test_one_of_mnist_s_files_stands_for_its_folder(tmp_path: Path) -> None:
    root = _fill(tmp_path / "x", _mnist())
    assert len(_load(root / "train-images-idx3-ubyte", name="mnist", size=None).train) == 6


def test_a_store_of_other_images_is_told(tmp_path: Path) -> None:
    root = _fill(tmp_path / "x", _pictures("a", "b"))
    store = prepare(root, StoreSettings(size=16))
    index = store / "index.json"
    index.write_text(index.read_text().replace("a/1.png", "a/9.png"))
    with pytest.raises(DataError, match=r"does not hold the images of .*x; delete that folder"):
        _load(root)
