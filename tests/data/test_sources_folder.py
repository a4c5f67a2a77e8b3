"""A person's own images, in a folder or a zip: kinds, sizes, classes and files that are no images."""

import io
import os
import struct
import zipfile
import zlib
from pathlib import Path, PurePosixPath
from typing import Literal

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from latentlab.config import DataConfig, applies, load_preset
from latentlab.data import Dataset, image_shape, load_dataset
from latentlab.data.prepare import prepare
from latentlab.data.prepared import StoreSettings, read_prepared
from latentlab.data.sources import Images
from latentlab.data.trees import LARGEST_FILE, natural_key, open_tree
from latentlab.errors import DataError


def read_folder(root: Path | None, size: int, channels: Literal["auto", "grey", "colour"]) -> Images:
    """The images of a folder or zip file, as a run reads them."""
    return read_prepared(prepare(root, StoreSettings(size=size, channels=channels)))


def _encoded(colour: tuple[int, int, int] | int, size: tuple[int, int] = (40, 40), kind: str = "PNG") -> bytes:
    file = io.BytesIO()
    Image.new("L" if isinstance(colour, int) else "RGB", size, colour).save(file, kind)
    return file.getvalue()


def _fill(root: Path, files: dict[str, bytes]) -> Path:
    root.mkdir(exist_ok=True)
    for path, content in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
    return root


def _pack(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def _greys(count: int) -> dict[str, bytes]:
    return {f"{index}.png": _encoded(index) for index in range(count)}


def _png_that_declares(width: int, height: int) -> bytes:
    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    header = chunk(b"IHDR", struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")


def _values(root: Path) -> list[int]:
    """The grey level of each image's first pixel."""
    return [int(value) for value in read_folder(root, 16, "grey").pixels[:, 0, 0, 0]]


def _load(root: Path, **settings: object) -> Dataset:
    return load_dataset(DataConfig.model_validate({"name": "folder", "root": str(root), **settings}))


def test_the_real_faces_are_read_from_their_zip(data_root: Path) -> None:
    path = data_root / "faces" / "faces-128.zip"
    if not path.is_file():
        pytest.skip(f"{path} is not there")
    dataset = _load(path)
    assert dataset.image_shape == (3, 64, 64)
    assert (len(dataset.train), len(dataset.test)) == (803, 201)
    assert "faces-128.zip: 1,004 images)" in dataset.description
    assert dataset.train.labels.unique().tolist() == [0]
    images = read_folder(path, 64, "colour")
    for index, name in ((1, "2.jpg"), (1003, "1004.jpg")):
        with zipfile.ZipFile(path) as archive, archive.open(f"faces/{name}") as file:
            expected = np.asarray(Image.open(file).convert("RGB").resize((64, 64), Image.Resampling.LANCZOS))
        assert np.array_equal(images.pixels[index], expected.transpose(2, 0, 1))


def test_the_order_is_natural_and_the_same_in_folder_and_zip(tmp_path: Path) -> None:
    files = {f"{index}.png": _encoded(index) for index in (10, 2, 1, 100, 9)}
    expected = [1, 2, 9, 10, 100]
    assert _values(_fill(tmp_path / "flat", files)) == expected
    assert _values(_pack(tmp_path / "flat.zip", files)) == expected
    assert _values(_pack(tmp_path / "below.zip", {f"faces/{name}": content for name, content in files.items()})) == expected


@given(st.lists(st.text("aA1092²٣ _/", min_size=1, max_size=8), max_size=8))
def test_any_names_have_one_order(names: list[str]) -> None:
    paths = sorted({PurePosixPath(name) for name in names})
    backwards = paths[::-1]
    assert sorted(paths, key=natural_key) == sorted(backwards, key=natural_key)


def test_a_sub_folder_is_a_class(tmp_path: Path) -> None:
    files = {"class10/a.png": _encoded(3), "class2/b.png": _encoded(2), "class2/deep/er/a.png": _encoded(1)}
    for root in (_fill(tmp_path / "x", files), _pack(tmp_path / "x.zip", {f"top/{name}": files[name] for name in files})):
        images = read_folder(root, 16, "auto")
        assert images.labels.tolist() == [0, 0, 1]
        assert images.pixels[:, 0, 0, 0].tolist() == [2, 1, 3]
    # what lies beside the classes is a class too; one that holds no readable image is none
    images = read_folder(_fill(tmp_path / "x", {"0.png": _encoded(0), "class1/a.png": b""}), 16, "auto")
    assert sorted(zip(images.pixels[:, 0, 0, 0].tolist(), images.labels.tolist(), strict=True)) == [
        (0, 0),
        (1, 1),
        (2, 1),
        (3, 2),
    ]


def test_colour_is_kept_if_any_image_has_it(tmp_path: Path) -> None:
    files = {"1.png": _encoded(9), "2.png": _encoded((80, 80, 80)), "3.jpg": _encoded((70, 70, 70), kind="JPEG")}
    root = _fill(tmp_path / "x", files)
    assert read_folder(root, 16, "auto").pixels.shape == (3, 1, 16, 16)
    assert read_folder(root, 16, "colour").pixels.shape == (3, 3, 16, 16)
    _fill(root, {"4.png": _encoded((200, 0, 100))})
    auto, grey = read_folder(root, 16, "auto").pixels, read_folder(root, 16, "grey").pixels
    assert auto[:, :, 5, 5].tolist() == [[9, 9, 9], [80, 80, 80], [70, 70, 70], [200, 0, 100]]
    assert grey[:, :, 5, 5].tolist() == [[9], [80], [70], [71]]  # luma of Rec. 601: 0.299 · 200 + 0.114 · 100


@pytest.mark.parametrize(("channels", "count"), [("auto", None), ("grey", 1), ("colour", 3)])
def test_the_shape_is_known_as_far_as_the_settings_tell(channels: str, count: int | None) -> None:
    config = DataConfig.model_validate({"name": "folder", "channels": channels})
    assert image_shape(config) == (count, 64, 64)
    assert image_shape(config.model_copy(update={"size": 32})) == (count, 32, 32)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "BMP", "TIFF", "GIF"])
def test_every_kind_is_cropped_about_the_centre_and_scaled(tmp_path: Path, kind: str) -> None:
    pixels = np.zeros((100, 300, 3), np.uint8)
    pixels[:, 100:200] = 255
    for name in "ab":
        Image.fromarray(pixels).save(tmp_path / f"{name}.{kind.lower()}", kind)
    images = read_folder(tmp_path, 32, "auto")
    assert images.pixels.shape[2:] == (32, 32)
    assert images.pixels[:, :, :, 1:-1].min() > 240


def test_small_images_are_scaled_up_and_large_ones_down_with_antialiasing(tmp_path: Path) -> None:
    Image.new("L", (5, 9), 50).save(tmp_path / "small.png")
    stripes = np.zeros((640, 640), np.uint8)
    stripes[::2] = 200
    for kind in ("png", "tif"):
        Image.fromarray(stripes).save(tmp_path / f"stripes.{kind}")
    pixels = read_folder(tmp_path, 32, "grey").pixels
    assert (pixels[0] == 50).all()
    assert (np.abs(pixels[1:].astype(int) - 100) <= 2).all()


def test_a_photograph_lying_on_its_side_is_turned_upright(tmp_path: Path) -> None:
    pixels = np.zeros((64, 64, 3), np.uint8)
    pixels[:32] = 255
    picture = Image.fromarray(pixels)
    exif = picture.getexif()
    exif[0x0112] = 6  # a quarter turn clockwise
    for name in ("a.jpg", "b.png"):
        picture.save(tmp_path / name, exif=exif)
    images = read_folder(tmp_path, 64, "grey").pixels
    assert images[:, 0, :, 34:].min() > 240
    assert images[:, 0, :, :30].max() < 15


def test_transparency_palettes_cmyk_and_16_bits_are_understood(tmp_path: Path) -> None:
    Image.new("RGBA", (20, 20), (255, 0, 0, 0)).save(tmp_path / "1.png")
    Image.new("P", (20, 20), 0).save(tmp_path / "2.png", transparency=b"\0")
    Image.new("CMYK", (20, 20), (0, 0, 0, 0)).save(tmp_path / "3.jpg")
    Image.fromarray(np.full((20, 20), 128 * 256, np.uint16)).save(tmp_path / "4.png")
    Image.new("1", (20, 20), 1).save(tmp_path / "5.png")
    assert _values(tmp_path) == [0, 0, 255, 128, 255]


def test_files_that_cannot_be_read_are_left_out_and_counted(tmp_path: Path) -> None:
    whole = _encoded((1, 2, 3), (200, 200), "JPEG")
    root = _fill(
        tmp_path / "x",
        {
            **_greys(8),
            "cut.jpg": whole[: len(whole) // 2],
            "empty.png": b"",
            "text.png": b"not an image",
            "vector.png": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
            "bomb.png": _png_that_declares(60_000, 60_000),
            "large.png": _png_that_declares(10_000, 10_000),
            "notes.txt": b"no image, and not counted",
            ".hidden.png": b"",
            ".git/x.png": b"",
        },
    )
    os.mkfifo(root / "pipe.png")
    (root / "dangling.png").symlink_to(root / "nowhere.png")
    (root / "folder.png").mkdir()
    dataset = _load(root, size=16)
    assert (len(dataset.train), len(dataset.test)) == (6, 2)
    assert "x: 8 images, 8 could not be read)" in dataset.description
    pixels = torch.cat([dataset.train.pixels, dataset.test.pixels])[:, 0, 0, 0]
    assert sorted(pixels.tolist()) == list(range(8))


def test_a_link_to_its_own_folder_is_not_followed_forever(tmp_path: Path) -> None:
    root = _fill(tmp_path / "x", _greys(4))
    (root / "again").symlink_to(root)
    assert _values(root) == [0, 1, 2, 3]


def test_entries_of_a_zip_that_name_places_outside_it_are_read_and_nothing_is_unpacked(tmp_path: Path) -> None:
    outside = ["/etc/a.png", "../b.png", "x/../../c.png", "..\\d.png", "C:/e.png", "C:\\f.png"]
    path = _pack(tmp_path / "slip.zip", {**_greys(5), **{name: _encoded(99) for name in outside}, "__MACOSX/._0.png": b""})
    assert _values(path) == [0, 1, 2, 3, 4, *[99] * 6]
    assert [item.name for item in tmp_path.iterdir()] == ["slip.zip"]
    with open_tree(path) as tree:
        assert {str(file.path) for file in tree.files[5:]} == {"b.png", "c.png", "d.png", "e.png", "etc/a.png", "f.png"}
        assert not tree.refused


def test_entries_that_declare_a_huge_size_are_damaged_or_are_encrypted_are_left_out(tmp_path: Path) -> None:
    path = _pack(tmp_path / "x.zip", {**_greys(5), "huge.png": _encoded(9), "locked.png": _encoded(9), "torn.png": _encoded(9)})
    content = bytearray(path.read_bytes())

    def directory_entry(name: bytes) -> int:
        return content.rindex(name) - 46

    struct.pack_into("<I", content, directory_entry(b"huge.png") + 24, LARGEST_FILE + 1)
    content[directory_entry(b"locked.png") + 8] |= 1
    content[content.index(b"torn.png") + 20] ^= 1
    path.write_bytes(content)
    assert _values(path) == [0, 1, 2, 3, 4]
    assert "5 images, 3 could not be read" in _load(path).description


def test_a_larger_file_than_any_image_is_left_out_unread(tmp_path: Path) -> None:
    root = _fill(tmp_path / "x", _greys(3))
    with (root / "sparse.png").open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    assert "3 images, 1 could not be read" in read_folder(root, 16, "auto").origin


def test_images_with_odd_metadata_give_no_warning(tmp_path: Path) -> None:
    Image.new("RGB", (20, 20)).save(tmp_path / "a.jpg", exif=b"Exif\0\0II*\0\x08\0\0\0\x20\0cut")
    Image.new("P", (20, 20)).save(tmp_path / "b.png", transparency=bytes(range(10)))
    assert len(read_folder(tmp_path, 16, "auto").pixels) == 2  # a warning would be an error here


def test_too_few_images_are_refused_with_what_was_found(tmp_path: Path) -> None:
    empty = _fill(tmp_path / "empty", {"notes.txt": b""})
    with pytest.raises(DataError, match=r"empty' holds no images \(PNG, JPEG"):
        _load(empty)
    one = _fill(tmp_path / "one", {"x.png": _encoded(1)})
    with pytest.raises(DataError, match=r"one' holds only one image that can be read; two are needed"):
        _load(one)
    broken = _fill(tmp_path / "broken", {"x.png": b"", "y.png": b""})
    with pytest.raises(DataError, match=r"holds no image that can be read, of 2; .*; x.png: is empty"):
        _load(broken)
    with pytest.raises(DataError, match=r"empty.zip' holds no images"):
        _load(_pack(tmp_path / "empty.zip", {}))


def test_the_root_must_be_named_exist_and_be_a_folder_or_a_zip(tmp_path: Path) -> None:
    with pytest.raises(
        DataError, match=r"folder needs data\.root: a folder of images, or a \.zip, \.tar, \.parquet, \.arrow or video file"
    ):
        load_dataset(DataConfig(name="folder"))
    with pytest.raises(DataError, match=r"nowhere': there is no such folder or \.zip file"):
        _load(tmp_path / "nowhere")
    whole = _pack(tmp_path / "whole.zip", _greys(3)).read_bytes()
    for content in (b"", b"<html>", _encoded(1), whole[:-30]):
        (tmp_path / "x.zip").write_bytes(content)
        with pytest.raises(DataError, match=r"x\.zip: not a zip file, or a damaged one"):
            _load(tmp_path / "x.zip")


def test_reading_again_gives_the_same_bytes(tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    for index in range(300):  # more than are decoded at a time
        Image.fromarray(rng.integers(0, 256, (20, 24, 3), np.uint8)).save(tmp_path / f"{index}.png")
    first, again = (_load(tmp_path, size=16) for _ in range(2))
    assert torch.equal(first.train.pixels, again.train.pixels)
    assert torch.equal(first.test.pixels, again.test.pixels)
    with Image.open(tmp_path / "299.png") as last:
        expected = last.resize((16, 16), Image.Resampling.LANCZOS, box=(2, 0, 22, 20))
    assert np.array_equal(read_folder(tmp_path, 16, "colour").pixels[299], np.asarray(expected).transpose(2, 0, 1))


def test_the_settings_that_apply_follow_the_collection() -> None:
    folder, digits, omniglot = (DataConfig.model_validate({"name": name}) for name in ("folder", "digits", "omniglot"))
    assert [applies(config, "root") for config in (folder, digits, omniglot)] == [True, False, True]
    assert [applies(config, "channels") for config in (folder, digits, omniglot)] == [True, False, False]
    assert [applies(config, "fit") for config in (folder, digits, omniglot)] == [True, False, False]


def test_the_preset_for_faces_asks_for_colour() -> None:
    config = load_preset("faces-small")
    assert image_shape(config.data) == (3, 64, 64)
    assert (config.likelihood.name, config.likelihood.scale) == ("gaussian", "optimal")
