"""What the numbers of pixels mean: every kind of value, and that it is read, scaled and told rightly."""

import contextlib
import io
import itertools
import json
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageCms, PngImagePlugin

from latentlab import cli
from latentlab.api import train
from latentlab.config import DataConfig, RunConfig, override
from latentlab.data import load_dataset, preview, read_image, read_image_for, reading_of, scan
from latentlab.data.array import read_array
from latentlab.data.colour import plain_mode
from latentlab.data.measuring import measure
from latentlab.data.picture import _reduced
from latentlab.data.prepare import prepare
from latentlab.data.prepared import StoreSettings, read_index, read_prepared
from latentlab.data.store import resize
from latentlab.data.trees import open_tree
from latentlab.data.values import RangeRule, Tally, ValueKind, ranges_from, shown_channels
from latentlab.errors import ConfigError, DataError
from latentlab.explore.renderer import Renderer
from latentlab.explore.requests.images import Gallery, GalleryImages
from latentlab.explore.requests.values import ImageRef

SIDE = 16
RAMP = np.arange(256).reshape(SIDE, SIDE)


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LATENTLAB_CACHE", str(tmp_path / "cache"))


def tiff(values: Any, *, photometric: int = 1, order: str = "<") -> bytes:
    """One uncompressed strip of grey values of any type."""
    values = np.asarray(values)
    data = values.astype(values.dtype.newbyteorder(order)).tobytes()
    height, width = values.shape[:2]
    kind = {"u": 1, "i": 2, "f": 3}[values.dtype.kind]
    tags = [
        (256, 4, width),
        (257, 4, height),
        (258, 3, 8 * values.dtype.itemsize),
        (259, 3, 1),
        (262, 3, photometric),
        (273, 4, 8),
        (277, 3, 1),
        (278, 4, height),
        (279, 4, len(data)),
        (339, 3, kind),
    ]
    entries = b"".join(
        struct.pack(f"{order}HHI", tag, code, 1)
        + (struct.pack(f"{order}HH", value, 0) if code == 3 else struct.pack(f"{order}I", value))
        for tag, code, value in tags
    )
    head = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(f"{order}I", 8 + len(data))
    return head + data + struct.pack(f"{order}H", len(tags)) + entries + bytes(4)


def encoded(image: Image.Image, kind: str, **options: Any) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def png16(values: Any) -> bytes:
    """A PNG of 16 bits with 1 to 4 channels, which Pillow cannot write in colour."""

    values = np.asarray(values, ">u2")
    height, width, channels = values.shape
    rows = b"".join(b"\0" + row.tobytes() for row in values)
    colour = {1: 0, 2: 4, 3: 2, 4: 6}[channels]

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    header = struct.pack(">IIBBBBB", width, height, 16, colour, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def folder_of(tmp_path: Path, *contents: bytes, ending: str = ".tif") -> Path:
    folder = tmp_path / "pictures"
    folder.mkdir()
    for number, content in enumerate(contents):
        (folder / f"{number}{ending}").write_bytes(content)
    return folder


def prepared(folder: Path, **settings: Any) -> np.ndarray:
    """uint8 (N, C, H, W)."""
    return read_prepared(prepare(folder, StoreSettings(size=SIDE, **settings))).pixels


def words(folder: Path, **settings: Any) -> str:
    return " | ".join(map(str, read_index(prepare(folder, StoreSettings(size=SIDE, **settings))).ranges))


U16, I16, I32 = np.uint16, np.int16, np.int32
_KINDS: dict[str, tuple[bytes, bytes, str]] = {
    "12 of 16 bits": (tiff(RAMP.astype(U16) * 16), ".tif", "16-bit values 0 to 4,080, scaled by the set's range; 256 of 256"),
    "500 to 4,580": (tiff((500 + RAMP * 16).astype(U16)), ".tif", "16-bit values 500 to 4,580, scaled by the set's range"),
    "all of 16 bits": (tiff((RAMP * 257).astype(U16)), ".tif", "16-bit values 0 to 65,535, scaled from 0 to 65,535; 256"),
    "big-endian": (tiff((RAMP * 10).astype(U16), order=">"), ".tif", "16-bit values 0 to 2,550, scaled by the set's range"),
    "signed": (tiff((RAMP * 16 - 1024).astype(I16)), ".tif", "signed 16-bit values -1,024 to 3,056, scaled by the set's range"),
    "signed, big-endian": (tiff((RAMP * 16 - 1024).astype(I16), order=">"), ".tif", "signed 16-bit values -1,024 to 3,056"),
    "signed 32 bits": (tiff((RAMP * 10**6 - 10**8).astype(I32)), ".tif", "signed 32-bit values -100,000,000 to 155,000,000"),
    "beyond 31 bits": (tiff((RAMP * 16_843_009).astype(np.uint32)), ".tif", "32-bit values 0 to 4,294,967,295, scaled from 0"),
    "fractions": (tiff((RAMP / 255).astype(np.float32)), ".tif", "32-bit float values 0 to 1, scaled from 0 to 1; 256"),
    "-1 to 1": (tiff((RAMP / 127.5 - 1).astype(np.float32)), ".tif", "32-bit float values -1 to 1, scaled from -1 to 1"),
    "bytes as floats": (tiff(RAMP.astype(np.float32)), ".tif", "32-bit float values 0 to 255, scaled from 0 to 255"),
    "any floats": (
        tiff((RAMP * 3.5 - 400).astype(np.float32)),
        ".tif",
        "32-bit float values -400 to 492.5, scaled by the set's",
    ),
    "16-bit PNG": (encoded(Image.fromarray((RAMP * 9 + 7).astype(U16)), "PNG"), ".png", "16-bit values 7 to 2,302, scaled by"),
    "16-bit PGM": (b"P5 16 16 65535\n" + (RAMP * 9 + 7).astype(">u2").tobytes(), ".pgm", "16-bit values 7 to 2,302, scaled by"),
}


@pytest.mark.parametrize("kind", _KINDS)
def test_values_of_every_kind_keep_all_their_levels_and_are_told(kind: str, tmp_path: Path) -> None:
    content, ending, told = _KINDS[kind]
    folder = folder_of(tmp_path, content, content, ending=ending)
    assert np.array_equal(prepared(folder)[0, 0], RAMP)
    assert told in words(folder)
    dataset = load_dataset(DataConfig(name="folder", root=str(folder), size=SIDE, test_fraction=0.5))
    assert told in dataset.description
    report = scan(folder)
    assert report.usable == 2
    assert told in report.value_lines[0]
    assert told in json.loads(report.to_json())["values"][0]["text"]
    assert told in preview(DataConfig(name="folder", root=str(folder), size=SIDE)).about


def test_white_is_zero_is_turned_round_at_every_depth(tmp_path: Path) -> None:
    for depth, order in itertools.product((np.uint8, U16, I16, I32, np.uint32, np.float32, np.float64), "<>"):
        content = tiff((RAMP / 255 if np.dtype(depth).kind == "f" else RAMP).astype(depth), photometric=0, order=order)
        pixels = np.asarray(read_image(_write(tmp_path, content)))
        assert np.array_equal(pixels, 255 - RAMP), (depth, order)


def _write(tmp_path: Path, content: bytes, name: str = "x.tif") -> Path:
    (tmp_path / name).write_bytes(content)
    return tmp_path / name


def test_one_scale_serves_a_whole_set(tmp_path: Path) -> None:
    dark, bright = (RAMP * 4).astype(U16), (RAMP * 16).astype(U16)
    pixels = prepared(folder_of(tmp_path, tiff(dark), tiff(bright)))
    assert np.array_equal(pixels[1, 0], RAMP)
    assert abs(pixels[0, 0].astype(int) - RAMP / 4).max() <= 0.5


@pytest.mark.parametrize("channels", [3, 4])
def test_sixteen_bits_of_colour_keep_both_bytes(channels: int, tmp_path: Path) -> None:
    values = np.repeat((RAMP * 16)[..., None], channels, 2)
    values[..., 1] = 4080 - values[..., 1]
    values[..., 3:] = 65535
    content = png16(values)
    pixels = prepared(folder_of(tmp_path, content, content, ending=".png"))
    assert np.array_equal(pixels[0], np.stack([RAMP, 255 - RAMP, RAMP]))


def test_masks_of_0_and_1_are_black_and_white(tmp_path: Path) -> None:
    mask = np.arange(256).reshape(16, 16) % 2
    content = encoded(Image.fromarray(mask.astype(np.uint8)), "PNG")
    folder = folder_of(tmp_path, content, content, ending=".png")
    assert np.array_equal(prepared(folder, resample="nearest")[0, 0], mask * 255)
    assert words(folder) == "8-bit values 0 to 1, 0 taken as black and 1 as white; 2 of 256 grey levels remain"


def test_dark_bytes_stay_as_they_are_but_the_scan_says_what_would_use_them(tmp_path: Path) -> None:
    content = encoded(Image.fromarray((RAMP // 16).astype(np.uint8)), "PNG")
    folder = folder_of(tmp_path, content, content, ending=".png")
    assert prepared(folder).max() == 15
    expected = '8-bit values 0 to 15, read as they are; 16 of 256 grey levels remain; data.range = "set" would use all of them'
    assert scan(folder).value_lines == (expected,)
    assert prepared(folder, range="set").max() == 255


def test_jpeg_values_are_never_told_from_reduced_images(tmp_path: Path) -> None:
    content = encoded(Image.linear_gradient("L"), "JPEG")
    assert scan(folder_of(tmp_path, content, ending=".jpg")).value_lines == ("8-bit values, read as they are",)


def test_the_range_is_chosen_by_a_setting(tmp_path: Path) -> None:
    values = (1000 + RAMP * 10).astype(U16)
    values[0, 0], values[-1, -1] = 0, 60_000
    folder = folder_of(tmp_path, tiff(values), tiff(values))
    inside = (slice(1, -1), slice(1, -1))

    def at(**settings: Any) -> np.ndarray:
        return prepared(folder, resample="nearest", **settings)[0, 0][inside].astype(float)

    wanted = values[inside].astype(float)
    np.testing.assert_allclose(at(range="full"), wanted / 257, atol=0.51)
    np.testing.assert_allclose(at(range="set"), wanted / 60_000 * 255, atol=0.51)
    np.testing.assert_allclose(at(range="window", range_low=1000, range_high=3550), (wanted - 1000) / 10, atol=0.51)
    assert np.ptp(at(range="percentile", range_percent=1.0)) > 200
    assert "scaled from the window 1,000 to 3,550, what lies outside is cut off" in words(
        folder, range="window", range_low=1000, range_high=3550
    )
    with pytest.raises(ConfigError, match=r"data\.range_low = 5: should be below data\.range_high = 5"):
        override(RunConfig(), ["data.name=array", "data.range=window", "data.range_low=5", "data.range_high=5"])


def test_percentiles_are_those_of_the_values() -> None:
    tally = Tally(ValueKind.whole(16)).count(np.arange(10_001, dtype=U16))
    assert tally.quantiles(0.01, 0.99) == pytest.approx((100, 9900), abs=1)
    floats = Tally(ValueKind("32-bit float", 0, 1, is_float=True)).count(np.linspace(0, 1, 4000, dtype=np.float32))
    assert floats.quantiles(0.25, 0.75) == pytest.approx((0.25, 0.75), abs=0.01)


def test_nothing_finite_is_expected_of_what_is_not(tmp_path: Path) -> None:
    values = (RAMP / 255).astype(np.float32)
    values[3, 4] = np.nan
    whole = tiff((RAMP / 255).astype(np.float32))
    report = scan(folder_of(tmp_path, whole, tiff(values), whole))
    assert [(found.file, found.detail) for found in report.problems if not found.usable] == [
        ("1.tif", "holds 1 value that is NaN or infinite")
    ]


def _exchanged_profile() -> bytes:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    table, rest = profile[: 132 + 12 * 20], profile[132 + 12 * 20 :]
    for tag in (b"XYZ", b"TRC"):
        table = table.replace(b"r" + tag, b"?" + tag).replace(b"b" + tag, b"r" + tag).replace(b"?" + tag, b"b" + tag)
    return table + rest


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "P"])
def test_a_profile_is_applied(mode: str, tmp_path: Path) -> None:
    image = Image.new("RGB", (SIDE, SIDE), (255, 0, 0)).convert(mode)
    path = _write(tmp_path, encoded(image, "PNG", icc_profile=_exchanged_profile()), "x.png")
    assert read_image(path).convert("RGB").getpixel((3, 3)) == (0, 0, 255)


def test_srgb_itself_changes_no_pixel_and_damaged_profiles_are_passed_over(tmp_path: Path) -> None:
    noise = Image.fromarray(np.random.default_rng(0).integers(0, 256, (SIDE, SIDE, 3), np.uint8))
    for profile in (
        ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(),
        b"no profile",
        _exchanged_profile()[:99],
    ):
        path = _write(tmp_path, encoded(noise, "PNG", icc_profile=profile), "x.png")
        assert np.array_equal(np.asarray(read_image(path)), np.asarray(noise))


def test_gamma_is_applied_unless_the_file_is_srgb(tmp_path: Path) -> None:
    image = Image.new("L", (SIDE, SIDE), 64)
    seen = {}
    for name, chunks in {
        "linear": [(b"gAMA", struct.pack(">I", 100_000))],
        "display": [(b"gAMA", struct.pack(">I", 45_455))],
        "srgb": [(b"sRGB", b"\0"), (b"gAMA", struct.pack(">I", 100_000))],
        "zero": [(b"gAMA", bytes(4))],
    }.items():
        info = PngImagePlugin.PngInfo()
        for kind, content in chunks:
            info.add(kind, content)
        seen[name] = read_image(_write(tmp_path, encoded(image, "PNG", pnginfo=info), "x.png")).getpixel((0, 0))
    assert seen == {"linear": round(255 * (64 / 255) ** (1 / 2.2)), "display": 64, "srgb": 64, "zero": 64}


def test_lab_cmyk_and_ycbcr_become_colours(tmp_path: Path) -> None:
    srgb, lab = ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB")
    colour = Image.new("RGB", (SIDE, SIDE), (200, 40, 90))
    in_lab = ImageCms.profileToProfile(colour, srgb, lab, outputMode="LAB")
    assert in_lab is not None
    for image, kind in ((in_lab, "TIFF"), (colour.convert("CMYK"), "TIFF"), (colour.convert("YCbCr"), "TIFF")):
        read = read_image(_write(tmp_path, encoded(image, kind)))
        assert read.mode == "RGB"
        assert np.abs(np.subtract(read.getpixel((2, 2)), (200, 40, 90))).max() <= 4


def _stack(count: int, kind: str = "TIFF") -> bytes:
    pages = [
        Image.new("L" if kind == "TIFF" else "RGB", (SIDE, SIDE), 20 * page if kind == "TIFF" else (20 * page,) * 3)
        for page in range(count)
    ]
    return encoded(pages[0], kind, save_all=True, append_images=pages[1:])


@pytest.mark.parametrize("kind", ["TIFF", "GIF", "PNG", "WEBP"])
def test_frames_are_the_first_or_images_or_channels(kind: str, tmp_path: Path) -> None:
    options = {"lossless": True} if kind == "WEBP" else {}
    pages = [Image.new("RGB", (SIDE, SIDE), (20 * page,) * 3) for page in range(5)]
    content = encoded(pages[0], kind, save_all=True, append_images=pages[1:], **options)
    folder = folder_of(tmp_path, content, content, ending="." + kind.lower())
    assert prepared(folder).shape == (2, 1, SIDE, SIDE)
    images = prepared(folder, frames="images")
    assert images[:, 0, 5, 5].tolist() == [0, 20, 40, 60, 80] * 2
    channels = prepared(folder, frames="channels")
    assert channels.shape == (2, 5, SIDE, SIDE)
    assert channels[1, :, 5, 5].tolist() == [0, 20, 40, 60, 80]
    config = DataConfig(name="folder", root=str(folder), size=SIDE, frames="channels")
    x = read_image_for(folder / f"0.{kind.lower()}", (5, SIDE, SIDE), reading=reading_of(config))
    assert (x[0, :, 2, 2] * 255).round().tolist() == [0, 20, 40, 60, 80]


def test_a_stack_of_other_length_is_left_out_and_named(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, _stack(4), _stack(4), _stack(3), _stack(1))
    index = read_index(prepare(folder, StoreSettings(size=SIDE, frames="channels")))
    assert index.channels == 4
    assert [found.detail for found in index.problems] == [
        "has 3 frames, where most files have 4.",
        "has 1 frame, where most files have 4.",
    ]


def test_what_lies_beneath_transparency_and_beside_padding_is_chosen(tmp_path: Path) -> None:
    clear = Image.new("RGBA", (SIDE, SIDE), (255, 0, 0, 0))
    folder = folder_of(tmp_path, *[encoded(clear, "PNG")] * 2, ending=".png")
    shades = {background: prepared(folder, background=background)[0, 0, 0, 0] for background in ("black", "grey", "white")}
    assert shades == {"black": 0, "grey": 128, "white": 255}
    wide = np.full((8, 16), 50, np.uint8)
    wide[:, 8:] = 150
    (tmp_path / "wide").mkdir()
    borders = folder_of(tmp_path / "wide", *[encoded(Image.fromarray(wide), "PNG")] * 2, ending=".png")
    seen = {
        pad: prepared(borders, fit="pad", pad=pad, resample="nearest")[0, 0, 0].tolist()
        for pad in ("black", "white", "edge", "mean")
    }
    assert seen == {"black": [0] * 16, "white": [255] * 16, "edge": wide[0].tolist(), "mean": [100] * 16}


def test_scaling_is_chosen_for_files_and_arrays(tmp_path: Path) -> None:
    board = (np.indices((32, 32)).sum(0) % 2 * 255).astype(np.uint8)
    folder = folder_of(tmp_path, *[encoded(Image.fromarray(board), "PNG")] * 2, ending=".png")
    assert set(np.unique(prepared(folder, resample="nearest"))) <= {0, 255}
    assert np.ptp(prepared(folder, resample="area")) == 0
    pixels = np.repeat(board[None, None], 3, 1)
    assert set(np.unique(resize(pixels, (16, 16), "nearest"))) <= {0, 255}
    for method in ("auto", "area", "bilinear", "bicubic", "lanczos"):
        assert np.abs(resize(pixels, (16, 16), method)[..., 4:-4, 4:-4].astype(int) - 128).max() <= 2


def test_every_setting_makes_a_store_of_its_own_and_those_without_effect_none(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, *[tiff(RAMP.astype(U16))] * 2)
    base = {"name": "folder", "root": str(folder), "size": SIDE}

    def store(**settings: Any) -> Path:
        return prepare(folder, StoreSettings.of(DataConfig.model_validate({**base, **settings}), SIDE))

    changes: list[dict[str, Any]] = [
        {},
        {"range": "full"},
        {"range": "set"},
        {"range": "percentile"},
        {"range": "percentile", "range_percent": 2},
        {"range": "window"},
        {"range": "window", "range_low": 3},
        {"range": "window", "range_high": 99},
        {"frames": "images"},
        {"frames": "channels"},
        {"background": "white"},
        {"fit": "pad"},
        {"fit": "pad", "pad": "edge"},
        {"resample": "nearest"},
    ]
    assert len({store(**change) for change in changes}) == len(changes)
    assert store(pad="white", range_low=3, range_percent=7) == store()


_DTYPES = [np.uint8, np.int8, U16, ">u2", I16, ">i4", np.int64, np.uint64, np.float16, np.float32, ">f8"]


@pytest.mark.parametrize("dtype", _DTYPES, ids=str)
def test_arrays_of_every_type_keep_their_levels(dtype: Any, tmp_path: Path) -> None:
    dtype = np.dtype(dtype)
    low = {"i": -128, "u": 0, "f": 0}[dtype.kind]
    images = np.stack([RAMP + low] * 4) / (255 if dtype.kind == "f" else 1)
    np.save(tmp_path / "a.npy", images.astype(dtype))
    assert np.abs(read_array(tmp_path / "a.npy").pixels[0, 0].astype(int) - RAMP).max() <= (dtype == np.float16)


@pytest.mark.parametrize(
    ("images", "told"),
    [
        (
            np.nextafter(np.float32(1), np.float32(2)) * RAMP.astype(np.float32) / 255,
            "scaled from 0 to 1, what lies outside is",
        ),
        (RAMP / 127.5 - 1, "64-bit float values -1 to 1, scaled from -1 to 1"),
        (RAMP.astype(float), "64-bit float values 0 to 255, scaled from 0 to 255"),
        (RAMP * 8 - 1000, "signed 64-bit values -1,000 to 1,040, scaled by the set's range; 256"),
        (RAMP % 2, "0 taken as black and 1 as white; 2 of 256 grey levels remain"),
        (RAMP > 99, "black-and-white values 0 to 1, 0 taken as black"),
        (RAMP * 0 + 7.5, "64-bit float values all 7.5, scaled from 0 to 255; 1 of 256 grey level remains"),
    ],
)
def test_arrays_say_how_they_were_read(images: Any, told: str, tmp_path: Path) -> None:
    np.savez(tmp_path / "a.npz", images=np.stack([images] * 4))
    assert told in read_array(tmp_path / "a.npz").origin


def test_training_and_test_arrays_have_one_scale(tmp_path: Path) -> None:
    np.savez(tmp_path / "a.npz", x_train=np.stack([RAMP * 4] * 3).astype(U16), x_test=np.stack([RAMP * 8] * 2).astype(U16))
    pixels = read_array(tmp_path / "a.npz").pixels
    assert (pixels[0].max(), pixels[-1].max()) == (128, 255)


def test_channels_are_found_wherever_they_are(tmp_path: Path) -> None:
    for channels in (1, 2, 3, 4, 7):
        images = np.random.default_rng(0).integers(0, 256, (5, channels, 20, 24), np.uint8)
        np.save(tmp_path / "first.npy", images)
        np.save(tmp_path / "last.npy", np.moveaxis(images, 1, 3))
        first, last = read_array(tmp_path / "first.npy"), read_array(tmp_path / "last.npy")
        assert first.pixels.shape == (5, channels, 20, 20)
        assert np.array_equal(first.pixels, last.pixels)


def test_what_is_shown_of_any_number_of_channels() -> None:
    assert [shown_channels(count) for count in (1, 2, 3, 4, 7)] == [(0,), (0, 1, 0), (0, 1, 2), (0, 1, 2), (0, 1, 2)]


def test_a_rule_without_effect_is_what_the_kind_says() -> None:
    constant = Tally(ValueKind.whole(16)).count(np.full((4, 4), 300, U16))
    chosen = RangeRule(range="set").choose(constant)
    assert (chosen.low, chosen.high, chosen.levels) == (0, 65535, 1)
    assert str(chosen) == "16-bit values all 300, scaled from 0 to 65,535; 1 of 256 grey level remains"


def test_files_that_cannot_be_read_are_passed_over_when_values_are_measured(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, tiff((RAMP * 9).astype(U16)), b"", b"II*\0nothing", tiff((RAMP * 3).astype(U16)))
    with open_tree(folder) as tree:
        ranges = measure(tree.files, StoreSettings()).ranges(StoreSettings())
    assert [(found.least, found.most) for found in ranges] == [(0, 2295)]


_SIZES: dict[str, tuple[Callable[[], bytes], str]] = {
    "baseline JPEG": (lambda: encoded(Image.new("L", (16_400, 12_200), 90), "JPEG", quality=10), ""),
    "PNG": (lambda: encoded(Image.new("1", (12_000, 9_000), 1), "PNG"), ""),
}


@pytest.mark.parametrize("kind", _SIZES)
def test_very_large_images_are_read_smaller(kind: str, tmp_path: Path) -> None:
    path = _write(tmp_path, _SIZES[kind][0](), "x.img")
    assert read_image_for(path, (1, SIDE, SIDE), crop_and_scale=True).std() < 0.01


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA", "CMYK"])
def test_what_is_made_smaller_a_part_at_a_time_is_what_it_would_be_at_once(mode: str) -> None:
    noise = Image.fromarray(np.random.default_rng(0).integers(0, 256, (1403, 2999, 4), np.uint8), "RGBA").convert(mode)
    plain = noise if mode in ("L", "RGB", "RGBA", "CMYK") else noise.convert(plain_mode(noise))
    assert np.array_equal(np.asarray(_reduced(noise, 100)), np.asarray(plain.reduce(14)))


@pytest.mark.parametrize("mode", ["1", "L", "RGBA"])
def test_a_small_file_of_many_pixels_is_made_smaller_or_refused(mode: str, tmp_path: Path) -> None:
    content = encoded(Image.new(mode, (6500, 6500), 1 if mode == "1" else 90), "PNG")
    path = _write(tmp_path, content, "x.png")
    assert read_image_for(path, (1, SIDE, SIDE), crop_and_scale=True).shape == (1, 1, SIDE, SIDE)
    words = r"x\.png: has 6,500×6,500 pixels and would take \d+ MiB of memory; at most 191 MiB are used for a file of \d"
    with pytest.raises(DataError, match=words):
        read_image(path)


def test_what_would_take_too_much_memory_is_named_with_its_size(tmp_path: Path) -> None:
    header = struct.pack(">IIBBBBB", 40_000, 30_000, 8, 2, 0, 0, 0)

    chunk = struct.pack(">I", 13) + b"IHDR" + header + struct.pack(">I", zlib.crc32(b"IHDR" + header))
    data = struct.pack(">I", 0) + b"IDAT" + struct.pack(">I", zlib.crc32(b"IDAT"))
    path = _write(tmp_path, b"\x89PNG\r\n\x1a\n" + chunk + data, "x.png")
    with pytest.raises(DataError, match=r"x\.png: has 40,000×30,000 pixels and would take 4\.47 GiB of memory; at most 1 GiB"):
        read_image(path)


def _bands(values: Any, *, photometric: int, compression: int = 1, predictor: int = 1, planar: int = 1, tile: int = 0) -> bytes:
    """A TIFF of (H, W, S) values in one strip, or in tiles of a length of side."""
    values = np.asarray(values)
    height, width, samples = values.shape
    kind = {"u": 1, "i": 2, "f": 3}[values.dtype.kind]
    planes = [values[..., [band]] for band in range(samples)] if planar == 2 else [values]
    parts = [
        np.pad(plane, ((0, -height % tile), (0, -width % tile), (0, 0)))[top : top + tile, left : left + tile]
        if tile
        else plane
        for plane in planes
        for top in range(0, height, tile or height)
        for left in range(0, width, tile or width)
    ]
    contents = [_predicted(part, predictor).tobytes() for part in parts]
    if compression == 8:
        contents = [zlib.compress(content) for content in contents]
    places = [8 + sum(map(len, contents[:number])) for number in range(len(contents))]
    where = [(322, (tile,)), (323, (tile,)), (324, places), (325, [len(content) for content in contents])]
    strips = [(273, places), (278, (height,)), (279, [len(content) for content in contents])]
    tags: list[tuple[int, Any]] = [
        (256, (width,)),
        (257, (height,)),
        (258, (8 * values.dtype.itemsize,) * samples),
        (259, (compression,)),
        (262, (photometric,)),
        (277, (samples,)),
        (284, (planar,)),
        (317, (predictor,)),
        (339, (kind,) * samples),
        *(where if tile else strips),
    ]
    body = b"".join(contents)
    directory, extra = b"", b""
    start = 8 + len(body) + 2 + 12 * len(tags) + 4
    for tag, numbers in sorted(tags):
        packed = struct.pack(f"<{len(numbers)}I", *numbers)
        if len(packed) > 4:
            directory += struct.pack("<HHII", tag, 4, len(numbers), start + len(extra))
            extra += packed
        else:
            directory += struct.pack("<HHI", tag, 4, len(numbers)) + packed
    return b"II*\0" + struct.pack("<I", 8 + len(body)) + body + struct.pack("<H", len(tags)) + directory + bytes(4) + extra


def _predicted(part: Any, predictor: int) -> Any:
    if predictor == 1:
        return part
    if predictor == 2:
        return np.diff(part, axis=1, prepend=part[:, :1] * 0)
    rows, columns, samples = part.shape
    by_weight = part.astype(part.dtype.newbyteorder(">")).view(np.uint8).reshape(rows, columns * samples, -1).transpose(0, 2, 1)
    flat = by_weight.reshape(rows, -1, samples)
    return np.diff(flat, axis=1, prepend=flat[:, :1] * 0)


_LAYOUTS: list[dict[str, int]] = [
    {},
    {"planar": 2},
    {"compression": 8},
    {"compression": 8, "tile": 10},
    {"compression": 8, "predictor": 2},
    {"compression": 8, "predictor": 3},
    {"planar": 2, "tile": 7, "predictor": 3},
]


_WITH_LAYOUTS = [
    (layout, dtype)
    for layout in _LAYOUTS
    for dtype in ("u1", "u2", "i2", "u4", "f2", "f4", "f8")
    if layout.get("predictor", 1) == 1 or (layout["predictor"] == 3) == (dtype[0] == "f")
]


@pytest.mark.parametrize(("layout", "dtype"), _WITH_LAYOUTS, ids=str)
def test_bands_of_any_depth_are_channels(layout: dict[str, int], dtype: str, tmp_path: Path) -> None:
    kind = np.dtype(dtype)
    values = np.stack([RAMP, 255 - RAMP, RAMP.T, RAMP // 2, RAMP // 3], 2)
    values = (values / 256).astype(kind) if kind.kind == "f" else (values - 100 * (kind.kind == "i")).astype(kind)
    content = _bands(values, photometric=1, **layout)
    pixels = prepared(folder_of(tmp_path, content, content), frames="channels", range="set")
    assert pixels.shape == (2, 5, SIDE, SIDE)
    expected = (values.astype(float) - values.min()) / (float(values.max()) - values.min()) * 255
    assert np.abs(pixels[0].transpose(1, 2, 0) - expected).max() <= 0.51
    report = scan(tmp_path / "pictures")
    assert report.usable == 2
    assert "animated" in report.counts


def test_fractions_in_colour_and_other_kinds_that_pillow_refuses(tmp_path: Path) -> None:
    colour = np.stack([RAMP, 255 - RAMP, RAMP.T], 2) / 255
    content = _bands(colour.astype(np.float32), photometric=2)
    pixels = prepared(folder_of(tmp_path, content, content, tiff(RAMP / 255), tiff((RAMP - 128).astype(np.int8))))
    assert np.array_equal(pixels[0], np.rint(colour * 255).transpose(2, 0, 1))
    assert np.array_equal(pixels[2, 0], RAMP)
    assert np.array_equal(pixels[3, 0], RAMP)
    many = np.stack([RAMP, 255 - RAMP, RAMP, RAMP], 2).astype(np.uint8)
    assert np.array_equal(read_image(_write(tmp_path, _bands(many, photometric=1))), RAMP)
    assert np.array_equal(read_image(_write(tmp_path, _bands(many[..., 1:3], photometric=1))), 255 - RAMP)


@pytest.mark.filterwarnings("ignore:::PIL")
def test_a_damaged_tiff_of_bands_is_named_and_left_out(tmp_path: Path) -> None:
    whole = _bands(np.zeros((SIDE, SIDE, 5), np.uint16), photometric=1, compression=8)
    for position in range(0, len(whole), 7):
        for byte in (0, 255):
            damaged = bytearray(whole)
            damaged[position] = byte
            path = _write(tmp_path, bytes(damaged))
            refusal = ""
            try:
                read_image(path)
            except DataError as error:
                refusal = str(error)
            assert not refusal or refusal.startswith(f"{path}: ")
    with pytest.raises(DataError, match=r"x\.tif: "):
        read_image(_write(tmp_path, whole[:-30]))


@pytest.mark.parametrize("channels", [1, 2, 3, 4, 7])
def test_models_of_any_number_of_channels_train_and_are_explored(
    channels: int, tmp_path: Path, tiny_config: RunConfig, monkeypatch: pytest.MonkeyPatch
) -> None:
    images = np.random.default_rng(0).integers(0, 4096, (40, channels, 16, 16), U16)
    np.savez(tmp_path / "a.npz", images=images)
    settings = ["data.name=array", f"data.root={tmp_path / 'a.npz'}", "data.shown=4,2,1", "transform.policy=large_jitter"]
    run = train(override(tiny_config, [*settings, "consistency.weight=0.1"]), tmp_path / "runs")
    assert run.image_shape == (channels, 16, 16)
    assert ranges_from(run.values)["16-bit"].most == images.max()
    assert "scaled by the set's range; 256 of 256 grey levels remain" in run.events()[0].text
    for name, options in {"traverse": (), "reconstruct": ("--count", "2"), "sample": ()}.items():
        picture = tmp_path / f"{name}.png"
        monkeypatch.setattr("sys.argv", ["latentlab", name, str(run.path), *options, "-o", str(picture)])
        with contextlib.suppress(SystemExit):
            cli.main()
        assert read_image(picture).mode == "RGB"
    renderer = Renderer.of_run(run)
    gallery = renderer.render(Gallery(originals=3, samples=2))
    assert isinstance(gallery, GalleryImages)
    held_out = (renderer.held_out.batch(slice(0, 1))[0] * 255).round().byte().numpy()
    places = {1: [0], 2: [0, 1, 0], 3: [0, 1, 2], 4: [3, 1, 0], 7: [3, 1, 0]}[channels]
    assert np.array_equal(gallery.originals[0], held_out[places].transpose(1, 2, 0))
    shown = preview(run.config.data).shown
    assert shown.shape[-1] == len(places)


@pytest.mark.parametrize("name", ["conv", "resnet", "ladder"])
def test_every_network_takes_seven_channels(name: str, tmp_path: Path, tiny_config: RunConfig) -> None:
    np.save(tmp_path / "a.npy", np.random.default_rng(0).random((12, 16, 16, 7), np.float32))
    settings = [
        "data.name=array",
        f"data.root={tmp_path / 'a.npy'}",
        f"model.name={name}",
        "model.width=2",
        "train.batch_size=4",
    ]
    discriminator = ["adversarial.weight=0.1", "adversarial.width=4"]
    levels = ["model.top_dim=2"] if name == "ladder" else []
    config = override(tiny_config, [*settings, *discriminator, *levels, "train.steps=2"])
    assert train(config, tmp_path / "runs").image_shape == (7, 16, 16)


def test_channels_to_show_are_three_or_refused() -> None:
    for wrong in ("1", "0,1,2", "a,b,c", "1,2,3,4"):
        with pytest.raises(ConfigError, match=rf"data\.shown = '{wrong}': should be three channels from 1 on, such as 4,2,1"):
            override(RunConfig(), ["data.name=array", f'data.shown="{wrong}"'])
    assert shown_channels(5, "5,3,1") == (4, 2, 0)
    assert shown_channels(4, "5,3,1") == (0, 1, 2)


def test_an_image_given_later_is_read_by_the_scale_of_the_run(tmp_path: Path, tiny_config: RunConfig) -> None:
    dark, bright = tiff((RAMP * 4).astype(U16)), tiff((RAMP * 16).astype(U16))
    folder = folder_of(tmp_path, *[dark, bright] * 3)
    config = override(
        tiny_config, ["data.name=folder", f"data.root={folder}", "data.size=16", "train.steps=2", "train.batch_size=2"]
    )
    run = train(config, tmp_path / "runs")
    renderer = Renderer.of_run(run)
    x, _ = renderer.image(ImageRef(path=folder / "0.tif"))
    assert x.max() == pytest.approx(64 / 255, abs=0.005)


def test_the_terminal_says_how_values_were_read_and_takes_the_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = folder_of(tmp_path, *[tiff((RAMP * 16).astype(U16))] * 2)

    def command(*arguments: object) -> tuple[str, str]:
        monkeypatch.setattr("sys.argv", ["latentlab", "data", *map(str, arguments)])
        with contextlib.suppress(SystemExit):
            cli.main()
        return capsys.readouterr()

    values = "16-bit values 0 to 4,080, scaled by the set's range; 256 of 256 grey levels remain"
    assert f"values: {values}\n" in command("scan", folder)[0]
    assert "scaled from 0 to 65,535; 17 of 256" in command("scan", folder, "--set", "data.range=full")[0]
    assert command("prepare", folder, "--size", 16)[1].endswith(f"2 images, grey; {values}\n")
    assert "17 of 256" in command("prepare", folder, "--size", 16, "--set", "data.range=full")[1]
    assert "--set seed=1: only settings of the images apply here" in command("scan", folder, "--set", "seed=1")[1]


def test_a_tiff_without_samples_and_one_larger_than_its_bytes_are_named(tmp_path: Path) -> None:
    whole = _bands(np.zeros((SIDE, SIDE, 5), U16), photometric=1)
    without = whole.replace(struct.pack("<HHII", 277, 4, 1, 5), struct.pack("<HHII", 277, 4, 1, 0))
    wide = whole.replace(struct.pack("<HHII", 256, 4, 1, SIDE), struct.pack("<HHII", 256, 4, 1, 9000))
    folder = folder_of(tmp_path, without, wide, b"P5 9000 9000 255\n" + bytes(99))
    report = scan(folder)
    assert report.usable == 0
    details = [found.detail for found in report.problems]
    assert details[0].startswith("cannot be read as an image")
    assert details[1].startswith("a damaged TIFF: ")
    assert details[2] == "declares 9,000×9,000 pixels, more than its 116 bytes can hold"
