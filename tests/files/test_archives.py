"""Archives of images: what is in them is read where it stands, and what cannot be read is told plainly."""

import bz2
import gzip
import io
import lzma
import os
import struct
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from latentlab.config import DataConfig
from latentlab.data import Dataset, ScanReport, load_dataset, scan
from latentlab.data.archives import inside
from latentlab.data.trees import open_tree
from latentlab.errors import DataError, FileError
from latentlab.files.tars import open_tar


def _picture(seed: int) -> bytes:
    file = io.BytesIO()
    Image.fromarray(np.random.default_rng(seed).integers(0, 256, (16, 16), np.uint8)).save(file, "PNG")
    return file.getvalue()


def _pictures(*folders: str) -> dict[str, bytes]:
    return {
        f"{folder}/{number}.png": _picture(10 * place + number) for place, folder in enumerate(folders) for number in range(3)
    }


def _zip(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def _tar(path: Path, files: dict[str, bytes], packing: str = "", form: int = tarfile.PAX_FORMAT) -> Path:
    with tarfile.open(path, f"w:{packing}", format=form) as archive:  # type: ignore[call-overload]
        for name, content in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return path


def _without_magic(content: bytes) -> bytes:
    """Tar headers as before POSIX, which said nothing of the form."""
    blocks = [content[start : start + 512] for start in range(0, len(content), 512)]
    for place, block in enumerate(blocks):
        if block[257:262] == b"ustar":
            header = block[:148] + b" " * 8 + block[156:257] + bytes(255)
            blocks[place] = header[:148] + b"%06o\0 " % sum(header) + header[156:]
    return b"".join(blocks)


def _load(root: Path, **settings: object) -> Dataset:
    return load_dataset(DataConfig.model_validate({"name": "folder", "root": str(root), "size": 16, **settings}))


def _said(report: ScanReport, *words: str) -> bool:
    return any(all(word in note for word in words) for note in report.notes)


@pytest.mark.parametrize("packing", ["", "gz", "bz2", "xz"])
@pytest.mark.parametrize("name", ["x.tar", "x.zip", "x.bin"])
def test_a_tar_is_read_like_a_folder_whatever_it_is_called(packing: str, name: str, tmp_path: Path) -> None:
    files = _pictures("set/train/a", "set/train/b", "set/test/a")
    dataset = _load(_tar(tmp_path / name, files, packing))
    assert (len(dataset.train), len(dataset.test)) == (6, 3)
    assert dataset.train.label_names == ("a", "b")
    expected = np.asarray(Image.open(io.BytesIO(files["set/test/a/2.png"])))
    assert np.array_equal(dataset.test.pixels[2, 0].numpy(), expected)
    assert [file.name for file in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("form", [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
def test_every_form_of_tar_and_long_names_are_read(form: int, tmp_path: Path) -> None:
    longer = "/".join(["folder"] * 20)
    report = scan(_tar(tmp_path / "x.tar", _pictures(f"{longer}/a", f"{longer}/b"), form=form))
    assert report.classes == {"a": 3, "b": 3}


def test_a_tar_from_before_posix_is_one(tmp_path: Path) -> None:
    path = _tar(tmp_path / "x.tar", _pictures("a"), form=tarfile.USTAR_FORMAT)
    path.write_bytes(_without_magic(path.read_bytes()))
    assert scan(path).usable == 3


def test_a_zip_called_tar_is_a_zip(tmp_path: Path) -> None:
    assert scan(_zip(tmp_path / "x.tar", _pictures("a", "b"))).classes == {"a": 3, "b": 3}


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("/data/a/1.png", "data/a/1.png"),
        ("../../a/1.png", "a/1.png"),
        ("a/../b/1.png", "b/1.png"),
        ("C:\\a\\1.png", "a/1.png"),
        ("C:/a/1.png", "a/1.png"),
        ("\\\\server\\share\\1.png", "server/share/1.png"),
        ("./a//1.png", "a/1.png"),
    ],
)
def test_names_that_lead_elsewhere_lead_into_the_archive(name: str, path: str, tmp_path: Path) -> None:
    assert str(inside(name)) == path
    for archive in (_zip(tmp_path / "x.zip", {name: _picture(0)}), _tar(tmp_path / "x.tar", {name: _picture(0)})):
        with open_tree(archive) as tree:
            assert [str(file.path) for file in tree.files] == [path]
            assert tree.files[0].read() == _picture(0)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["x.tar", "x.zip"]


def _encrypted(path: Path) -> Path:
    content = bytearray(path.read_bytes())
    for mark, flags in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        place = -1
        while (place := content.find(mark, place + 1)) >= 0:
            content[place + flags] |= 1
    path.write_bytes(content)
    return path


def test_encrypted_entries_are_told_in_words(tmp_path: Path) -> None:
    path = _encrypted(_zip(tmp_path / "x.zip", _pictures("a")))
    report = scan(path)
    assert (report.total, report.usable, report.counts) == (3, 0, {"encrypted": 3})
    assert _said(report, "3 entries are encrypted", "password")
    with pytest.raises(DataError, match=r"a/0\.png: is encrypted; unpack the zip with its password first"):
        _load(path)


def test_an_unknown_compression_is_told_without_the_library_s_words(tmp_path: Path) -> None:
    path = _zip(tmp_path / "x.zip", _pictures("a"))
    content = bytearray(path.read_bytes())
    struct.pack_into("<H", content, content.find(b"PK\x01\x02") + 10, 93)
    struct.pack_into("<H", content, content.find(b"PK\x03\x04") + 8, 93)
    path.write_bytes(content)
    assert [problem.detail for problem in scan(path).problems] == [
        "is packed with Zstandard, which is not read; pack it again with Deflate"
    ]


def test_archives_inside_are_named(tmp_path: Path) -> None:
    inner = _zip(tmp_path / "inner.zip", _pictures("a")).read_bytes()
    report = scan(_zip(tmp_path / "x.zip", {"a/inner.zip": inner, "b.tar.gz": b"", "c.7z": b""}))
    assert report.passed == {"zip": 1, "tar": 1, "7z": 1}
    assert _said(report, "no images of a kind that can be read")
    assert _said(report, "1 zip archive", "are not opened")


def test_what_macos_and_windows_add_to_archives_is_only_counted(tmp_path: Path) -> None:
    files = {**_pictures("a", "b"), "__MACOSX/a/._0.png": b"x", "a/._1.png": b"x", "a/.DS_Store": b"", "a/Thumbs.db": b""}
    for path in (_zip(tmp_path / "x.zip", files), _tar(tmp_path / "x.tar", files)):
        report = scan(path)
        assert (report.usable, report.total, report.passed) == (6, 6, {"system": 4})
        assert report.classes == {"a": 3, "b": 3}


def test_of_entries_of_one_name_the_last_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.png", _picture(1))
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("a.png", _picture(2))
    tar = tmp_path / "x.tar"
    with tarfile.open(tar, "w") as packed:
        for seed in (1, 2):
            member = tarfile.TarInfo("a.png")
            member.size = len(_picture(seed))
            packed.addfile(member, io.BytesIO(_picture(seed)))
    for archive_path in (path, tar):
        with open_tree(archive_path) as tree:
            assert [file.read() for file in tree.files] == [_picture(2)]
            assert any("1 entry bears the name of another" in note for note in tree.notes)


_OTHERS = {
    "7z": (b"7z\xbc\xaf\x27\x1c" + bytes(30), "is a 7z archive, not .*; unpack them first"),
    "rar": (b"Rar!\x1a\x07\x00" + bytes(30), "is a RAR archive, not .*; unpack them first"),
    "gz": (gzip.compress(b"text"), "is a compressed file, not"),
    "bz2": (bz2.compress(b"text"), "is a compressed file, not"),
    "png": (_picture(0), "is a PNG file, not a folder of images"),
    "pdf": (b"%PDF-1.7", "is a PDF file, not"),
    "h5": (b"\x89HDF\r\n\x1a\n" + bytes(99), "is an HDF5 file, not .* 3D Shapes"),
    "npy": (b"\x93NUMPY\x01\0" + bytes(99), "is an array file, not .* data.name = 'array'"),
    "empty": (b"", "not a folder of images, or a .zip, .tar, .parquet, .arrow or video file of them, or a damaged one"),
    "html": (b"<html>", "or a damaged one"),
}


@pytest.mark.parametrize("other", _OTHERS)
def test_other_files_are_said_to_be_what_they_are(other: str, tmp_path: Path) -> None:
    content, expected = _OTHERS[other]
    (tmp_path / f"x.{other}").write_bytes(content)
    for look in (scan, _load):
        with pytest.raises(DataError, match=expected) as caught:
            look(tmp_path / f"x.{other}")
        assert "\n" not in str(caught.value)


def test_an_array_file_given_as_a_folder_of_images_is_recognised(tmp_path: Path) -> None:
    np.savez(tmp_path / "x.npz", images=np.zeros((3, 16, 16), np.uint8))
    with pytest.raises(DataError, match=r"1 array file .*data\.name = 'array'"):
        _load(tmp_path / "x.npz")


@pytest.mark.parametrize("packing", ["gz", "bz2", "xz"])
def test_a_packed_tar_of_several_streams_or_from_before_posix_is_read(packing: str, tmp_path: Path) -> None:
    content = _tar(tmp_path / "x.tar", _pictures("a"), form=tarfile.USTAR_FORMAT).read_bytes()
    pack: Callable[[bytes], bytes] = {"gz": gzip.compress, "bz2": bz2.compress, "xz": lzma.compress}[packing]
    (tmp_path / "x.tar").write_bytes(pack(content[:700]) + pack(content[700:]) + bytes(8 if packing == "xz" else 0))
    assert scan(tmp_path / "x.tar").usable == 3
    (tmp_path / "x.tar").write_bytes(pack(_without_magic(content)))
    assert scan(tmp_path / "x.tar").usable == 3


@pytest.mark.parametrize("packing", ["bz2", "xz"])
def test_a_packed_tar_that_is_cut_off_is_one_sentence(packing: str, tmp_path: Path) -> None:
    path = _tar(tmp_path / "x.tar", _pictures("a"), packing)
    path.write_bytes(path.read_bytes()[:60])
    with pytest.raises(DataError, match=r"x\.tar: the (bzip2|xz) file is truncated or damaged; fetch it again\.$"):
        scan(path)


def test_an_xz_that_would_take_much_memory_is_not_unpacked(tmp_path: Path) -> None:
    greedy = [{"id": lzma.FILTER_LZMA2, "preset": 0, "dict_size": 2**30}]
    path = tmp_path / "x.tar.xz"
    with lzma.open(path, "wb", filters=greedy) as file:
        file.write(_tar(tmp_path / "y.tar", _pictures("a")).read_bytes())
    with (
        pytest.raises(FileError, match=r"cannot be unpacked: it would take more than 128 MiB of memory\.$"),
        open_tar(path) as tar,
    ):
        list(tar.members())
    with pytest.raises(DataError, match="it would take more than 128 MiB of memory"):
        scan(path)


@pytest.mark.parametrize("name", ["x.tar.bz2", "x.txz", "x.tar.xz", "x.tar", "x.tgz"])
def test_a_shard_that_is_none_is_named(name: str, tmp_path: Path) -> None:
    for content, words in ((b"BZh9 and no more", "the bzip2 file is truncated or damaged"), (b"{}", "is not a tar archive")):
        (tmp_path / name).write_bytes(content)
        (problem,) = scan(tmp_path).problems
        assert problem.detail.startswith(words)


def test_a_tar_that_ends_early_gives_what_comes_before(tmp_path: Path) -> None:
    path = _tar(tmp_path / "x.tar", _pictures("a", "b"))
    path.write_bytes(path.read_bytes()[:4000])
    report = scan(path)
    assert 0 < report.usable < 6
    assert _said(report, "x.tar ends early")
    path.write_bytes(path.read_bytes()[:300])
    with pytest.raises(DataError, match=r"or a damaged one"):
        scan(path)


def test_links_and_devices_in_a_tar_are_not_followed(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "x.tar", "w") as archive:
        for number in range(2):
            member = tarfile.TarInfo(f"{number}.png")
            member.size = len(_picture(number))
            archive.addfile(member, io.BytesIO(_picture(number)))
        for name, kind in (("link.png", tarfile.SYMTYPE), ("hard.png", tarfile.LNKTYPE), ("pipe.png", tarfile.FIFOTYPE)):
            member = tarfile.TarInfo(name)
            member.type, member.linkname = kind, "/etc/passwd"
            archive.addfile(member)
    report = scan(tmp_path / "x.tar")
    assert (report.usable, report.counts) == (2, {"link": 3})


def test_a_pipe_or_a_dangling_link_in_the_place_of_an_archive_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.zip")
    with pytest.raises(DataError, match=r"x\.zip: is a named pipe"):
        scan(tmp_path / "x.zip")
