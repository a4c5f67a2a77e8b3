"""What the numbers of pixels mean: every kind of value, and that it is read, scaled and told rightly."""

import itertools
import json
import struct
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageCms, PngImagePlugin

from latentlab.config import DataConfig, RunConfig, override
from latentlab.data import load_dataset, preview, read_image, read_image_for, reading_of, scan
from latentlab.data.prepare import prepare
from latentlab.data.prepared import StoreSettings, read_index
from latentlab.data.store import resize
from latentlab.data.values import Tally, ValueKind
from latentlab.errors import ConfigError
from tests.files.pixel_files import RAMP, SIDE, encoded, folder_of, png16, prepared, tiff, words, written


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LATENTLAB_CACHE", str(tmp_path / "cache"))


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
        pixels = np.asarray(read_image(written(tmp_path, content)))
        assert np.array_equal(pixels, 255 - RAMP), (depth, order)


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
    path = written(tmp_path, encoded(image, "PNG", icc_profile=_exchanged_profile()), "x.png")
    assert read_image(path).convert("RGB").getpixel((3, 3)) == (0, 0, 255)


def test_srgb_itself_changes_no_pixel_and_damaged_profiles_are_passed_over(tmp_path: Path) -> None:
    noise = Image.fromarray(np.random.default_rng(0).integers(0, 256, (SIDE, SIDE, 3), np.uint8))
    for profile in (
        ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(),
        b"no profile",
        _exchanged_profile()[:99],
    ):
        path = written(tmp_path, encoded(noise, "PNG", icc_profile=profile), "x.png")
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
        seen[name] = read_image(written(tmp_path, encoded(image, "PNG", pnginfo=info), "x.png")).getpixel((0, 0))
    assert seen == {"linear": round(255 * (64 / 255) ** (1 / 2.2)), "display": 64, "srgb": 64, "zero": 64}


def test_lab_cmyk_and_ycbcr_become_colours(tmp_path: Path) -> None:
    srgb, lab = ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB")
    colour = Image.new("RGB", (SIDE, SIDE), (200, 40, 90))
    in_lab = ImageCms.profileToProfile(colour, srgb, lab, outputMode="LAB")
    assert in_lab is not None
    for image, kind in ((in_lab, "TIFF"), (colour.convert("CMYK"), "TIFF"), (colour.convert("YCbCr"), "TIFF")):
        read = read_image(written(tmp_path, encoded(image, kind)))
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
