"""Folders looked into: every planted fault is found, none is fatal, and the report says what there is."""

import csv
import io
import json
import os
import random
import struct
import threading
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageCms, PngImagePlugin

from latentlab.data import folders
from latentlab.data.scan import REMARKS, ScanReport, scan
from latentlab.errors import DataError, StoppedError


def _picture(seed: int, mode: str = "RGB", size: tuple[int, int] = (40, 32)) -> Image.Image:
    """Smooth colours, other ones for every seed."""
    corners = np.random.default_rng(seed).integers(0, 256, (3, 3, 3), np.uint8)
    return Image.fromarray(corners).resize(size, Image.Resampling.BILINEAR).convert(mode)


def _encoded(image: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    """A file's bytes."""
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def _png_that_declares(width: int, height: int) -> bytes:
    """A small PNG with a header of any size."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    header = chunk(b"IHDR", struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")


def _truncated(seed: int) -> bytes:
    content = _encoded(_picture(seed, size=(96, 96)), ("JPEG", "PNG", "BMP", "WEBP")[seed % 4])
    return content[: len(content) * 2 // 3]


def _broken(seed: int) -> bytes:
    content = bytearray(_encoded(_picture(seed)))
    content[content.index(b"IDAT") + 5 : content.index(b"IEND") - 8] = bytes([seed % 256]) * 20  # no zlib stream
    return bytes(content)


def _rotated(seed: int) -> bytes:
    image = _picture(seed)
    exif = image.getexif()
    exif[0x0112] = 2 + seed % 7
    return _encoded(image, "JPEG", exif=exif)


def _animated(seed: int) -> bytes:
    return _encoded(_picture(seed), ("GIF", "PNG", "WEBP")[seed % 3], save_all=True, append_images=[_picture(seed + 1000)])


def _of_16_bits(seed: int) -> bytes:
    return _encoded(Image.fromarray(np.random.default_rng(seed).integers(0, 2**16, (20, 20), np.uint16)))


def _of_fractions(seed: int) -> bytes:
    return _encoded(Image.fromarray(np.full((20, 20), seed, np.float32)), "TIFF")


def _not_finite(seed: int) -> bytes:
    return _encoded(Image.fromarray(np.full((20, 20), np.nan, np.float32)), "TIFF")


def _with_profile(seed: int) -> bytes:
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    table = bytes(profile[: 132 + 12 * 20]).replace(b"rXYZ", b"?XYZ").replace(b"bXYZ", b"rXYZ").replace(b"?XYZ", b"bXYZ")
    return _encoded(_picture(seed), icc_profile=table + bytes(profile[132 + 12 * 20 :]))


def _with_gamma(seed: int) -> bytes:
    chunks = PngImagePlugin.PngInfo()
    chunks.add(b"gAMA", (100_000).to_bytes(4, "big"))
    return _encoded(_picture(seed), pnginfo=chunks)


_FAULTS: dict[str, tuple[str, Callable[[int], bytes]]] = {
    "truncated": ("", _truncated),
    "broken": (".png", _broken),
    "empty": (".jpg", lambda seed: b""),
    "not_an_image": (".png", lambda seed: f"<html>{seed}</html>".encode()),
    "too_large": (".png", lambda seed: _png_that_declares(100_000, 100_000)),
    "not_finite": (".tif", _not_finite),
    "deep": (".tif", _of_fractions),
    "lab": (".tif", lambda seed: _encoded(Image.fromarray(np.full((20, 20, 3), seed, np.uint8), "LAB"), "TIFF")),
    "profile": (".png", _with_profile),
    "gamma": (".png", _with_gamma),
    "animated": ("", _animated),
    "16_bit": (".png", _of_16_bits),
    "cmyk": (".jpg", lambda seed: _encoded(_picture(seed, "CMYK"), "JPEG")),
    "transparent": (".png", lambda seed: _encoded(_picture(seed, "RGBA"))),
    "rotated": (".jpg", _rotated),
    "misnamed": (".jpg", lambda seed: _encoded(_picture(seed))),
    "tiny": (".png", lambda seed: _encoded(_picture(seed, size=(9, 30)))),
    "mixed_channels": (".png", lambda seed: _encoded(_picture(seed, "L"))),
    "duplicate": (".jpg", lambda seed: _encoded(_picture(0), "JPEG")),
}
"""Kind of fault → the ending of a file's name ("": it follows the content), and the file's bytes."""
_UNUSABLE = ("truncated", "broken", "empty", "not_an_image", "too_large", "not_finite")
_ENDINGS = {b"\xff\xd8\xff": ".jpg", b"\x89PN": ".png", b"BM": ".bmp", b"RIF": ".webp", b"GIF": ".gif"}


def _plant(root: Path, sound: int, faulty: int) -> dict[str, set[str]]:
    """Fill a folder with sound JPEG images in two classes, and faults of all kinds by turns; gives files and their kinds."""
    for folder in ("a", "b"):
        (root / folder).mkdir(parents=True)
    pictures = [_encoded(_picture(seed), "JPEG") for seed in range(50)]
    for number in range(sound):
        # What follows the end of a JPEG is not looked at, and makes each file one of its own.
        (root / "ab"[number % 2] / f"{number}.jpg").write_bytes(pictures[number % 50] + (b"%d" % number if number else b""))
    planted = {}
    kinds = list(_FAULTS)
    for seed, number in enumerate(random.Random(0).sample(range(sound, 10 * sound), faulty), 1):
        kind = kinds[seed % len(kinds)]
        ending, content = _FAULTS[kind]
        made = content(seed)
        ending = ending or next(ending for start, ending in _ENDINGS.items() if made.startswith(start))
        path = f"{'ab'[seed % 2]}/{number}{ending}"
        (root / path).write_bytes(made)
        planted[path] = {kind} | ({"mixed_channels"} if kind in ("16_bit", "deep") else set())
    return planted


def _found(report: ScanReport) -> dict[str, set[str]]:
    kinds: dict[str, set[str]] = {}
    for problem in report.problems:
        kinds.setdefault(problem.file, set()).add(problem.kind)
    return kinds


def _pack(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def test_every_planted_fault_among_5000_files_is_found_and_none_is_fatal(tmp_path: Path) -> None:
    planted = _plant(tmp_path / "x", 4950, 50)
    report = scan(tmp_path / "x")
    assert _found(report) == planted
    unusable = sum(bool(kinds & set(_UNUSABLE)) for kinds in planted.values())
    assert (report.total, report.usable, report.other) == (5000, 5000 - unusable, 0)
    assert set(report.counts) == set(_FAULTS)
    assert all(problem.usable == (problem.kind not in _UNUSABLE) for problem in report.problems)
    assert sum(report.classes.values()) == sum(report.modes.values()) == sum(report.formats.values()) == report.usable
    assert set(report.classes) == {"a", "b"}


def test_the_report_counts_sizes_formats_modes_and_classes(tmp_path: Path) -> None:
    files = {
        "one/1.jpg": _encoded(_picture(1, size=(50, 30)), "JPEG"),
        "one/2.png": _encoded(_picture(2, size=(50, 30))),
        "two/3.png": _encoded(_picture(3, size=(20, 20))),
        "two/notes.txt": b"",
        "two/.hidden.png": b"",
    }
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    report = scan(tmp_path)
    assert (report.total, report.usable, report.other, report.problems) == (3, 3, 1, ())
    assert report.sizes == (((50, 30), 2), ((20, 20), 1))
    assert report.formats == {"PNG": 2, "JPEG": 1}
    assert report.modes == {"RGB": 3}
    assert report.classes == {"one": 2, "two": 1}
    assert scan(_pack(tmp_path / "x.zip", files)).to_json().replace("x.zip", "") == report.to_json().replace(
        str(tmp_path), f"{tmp_path}/"
    )


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "BMP", "TIFF", "GIF", "PPM"])
@pytest.mark.parametrize("share", [0.4, 0.7, 0.97])
def test_an_image_cut_off_anywhere_is_found_truncated(tmp_path: Path, kind: str, share: float) -> None:
    noise = Image.fromarray(np.random.default_rng(0).integers(0, 256, (64, 64, 3), np.uint8))
    content = _encoded(noise, kind)
    progressive = _encoded(noise, "JPEG", progressive=True)
    (tmp_path / f"x.{kind.lower()}").write_bytes(content[: int(share * len(content))])
    (tmp_path / "progressive.jpg").write_bytes(progressive[: int(share * len(progressive))])
    assert _found(scan(tmp_path)) == {f"x.{kind.lower()}": {"truncated"}, "progressive.jpg": {"truncated"}}


def test_16_bits_are_found_in_every_format_that_has_them(tmp_path: Path) -> None:
    grey = Image.fromarray(np.full((20, 20), 5000, np.uint16))
    for name, kind in (("a.png", "PNG"), ("b.tif", "TIFF"), ("c.pgm", "PPM")):
        grey.save(tmp_path / name, kind)
    assert _found(scan(tmp_path)) == {name: {"16_bit"} for name in ("a.png", "b.tif", "c.pgm")}


def test_several_pages_are_animated_but_a_photograph_with_a_preview_is_not(tmp_path: Path) -> None:
    for name, kind in (("a.tif", "TIFF"), ("b.jpg", "MPO")):
        _picture(1).save(tmp_path / name, kind, save_all=True, append_images=[_picture(2)])
    assert _found(scan(tmp_path)) == {"a.tif": {"animated"}}
    assert scan(tmp_path).formats == {"TIFF": 1, "JPEG": 1}


def test_the_fewer_of_grey_and_colour_images_are_listed(tmp_path: Path) -> None:
    for seed, mode in enumerate(("L", "L", "RGB")):
        _picture(seed, mode).save(tmp_path / f"{seed}.png")
    assert [(problem.file, problem.kind, problem.detail) for problem in scan(tmp_path).problems] == [
        ("2.png", "mixed_channels", "colour among 2 grey images: converted")
    ]


def test_broken_files_that_are_the_same_are_no_duplicates(tmp_path: Path) -> None:
    for name in ("a.png", "b.png", "c.png"):
        (tmp_path / name).touch()
    (tmp_path / "2.png").write_bytes(_encoded(_picture(0)))
    (tmp_path / "10.png").write_bytes(_encoded(_picture(0)))
    problems = {(problem.file, problem.kind): problem.detail for problem in scan(tmp_path).problems}
    assert set(problems) == {("10.png", "duplicate"), *((f"{name}.png", "empty") for name in "abc")}
    assert problems["10.png", "duplicate"] == "the same bytes as 2.png: kept"


def test_entries_that_name_places_outside_their_zip_are_read_and_not_unpacked(tmp_path: Path) -> None:
    names = ("/etc/a.png", "../b.png", "C:\\c.png", "d.png")
    report = scan(_pack(tmp_path / "x.zip", {name: _encoded(_picture(seed)) for seed, name in enumerate(names)}))
    assert (report.total, report.usable, report.counts) == (4, 4, {})
    assert [item.name for item in tmp_path.iterdir()] == ["x.zip"]


def test_what_may_not_be_read_is_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for seed in range(3):
        _picture(seed).save(tmp_path / f"{seed}.png")
    os.mkfifo(tmp_path / "pipe.png")
    (tmp_path / "dangling.png").symlink_to(tmp_path / "nowhere")
    read = os.open

    def guarded(path: Path, *flags: int) -> int:
        if Path(path).name == "1.png":
            raise PermissionError(13, "Permission denied")
        return read(path, *flags)

    monkeypatch.setattr(os, "open", guarded)
    assert _found(scan(tmp_path)) == {name: {"unreadable"} for name in ("1.png", "dangling.png", "pipe.png")}


def test_a_folder_that_may_not_be_listed_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "x" / "locked").mkdir(parents=True)
    _picture(0).save(tmp_path / "x" / "a.png")
    scandir = os.scandir

    def guarded(path: str) -> object:
        if Path(path).name == "locked":
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(folders.os, "scandir", guarded)
    report = scan(tmp_path / "x")
    assert (report.total, report.usable, report.counts) == (1, 1, {"unreadable": 1})
    with pytest.raises(DataError, match=r"locked: cannot be read: Permission denied"):
        scan(tmp_path / "x" / "locked")


def test_an_empty_folder_is_reported_and_a_missing_one_refused(tmp_path: Path) -> None:
    report = scan(tmp_path)
    assert (report.total, report.usable, report.sizes, report.classes, report.problems) == (0, 0, (), {}, ())
    with pytest.raises(DataError, match=r"^'.*nowhere': there is no such folder or \.zip file"):
        scan(tmp_path / "nowhere")


def test_progress_is_told_of_every_file_and_a_scan_can_be_stopped(tmp_path: Path) -> None:
    for seed in range(40):
        _picture(seed).save(tmp_path / f"{seed}.png")
    told: list[tuple[int, int]] = []
    scan(tmp_path, lambda done, total: told.append((done, total)))
    assert told == [(done, 40) for done in range(1, 41)]
    stop = threading.Event()
    with pytest.raises(StoppedError, match="stopped after 5 of 40 files"):
        scan(tmp_path, lambda done, total: stop.set() if done == 5 else None, stop.is_set)


def test_a_report_is_exported_whole(tmp_path: Path) -> None:
    _plant(tmp_path / "x", 30, 15)
    (tmp_path / "x" / 'o"d,d.png').touch()
    (tmp_path / "x" / os.fsdecode(b"not-utf8-\xff.png")).touch()
    report = scan(tmp_path / "x")
    exported = json.loads(report.to_json())
    assert exported["total"] == report.total
    assert exported["usable"] == report.usable
    assert exported["sizes"][0] == {"width": 40, "height": 32, "count": report.sizes[0][1]}
    assert [(item["file"], item["kind"], item["usable"]) for item in exported["problems"]] == [
        (problem.file, problem.kind, problem.usable) for problem in report.problems
    ]
    rows = list(csv.DictReader(io.StringIO(report.to_csv())))
    assert [(row["file"], row["kind"], row["detail"]) for row in rows] == [
        (problem.file, problem.kind, problem.detail) for problem in report.problems
    ]
    assert {'o"d,d.png', "not-utf8-\\udcff.png"} <= {row["file"] for row in rows}
    report.to_csv().encode()


def test_every_remark_is_explained() -> None:
    of_dicom = {"inverted", "rescaled", "window"}
    assert set(REMARKS) == set(_FAULTS) - set(_UNUSABLE) | of_dicom
