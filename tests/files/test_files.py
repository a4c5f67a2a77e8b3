"""Single image files: made to fit a model, or refused in words that say why."""

import io
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from latentlab.data import read_image, read_image_for
from latentlab.errors import DataError, WrongSizeError

GREY = (1, 32, 32)


def _picture(width: int = 32, height: int = 32, mode: str = "L") -> Image.Image:
    pixels = np.random.default_rng(0).integers(0, 256, (height, width, 4), np.uint8)
    return Image.fromarray(pixels, "RGBA").convert(mode)


def test_an_image_of_the_right_size_is_taken_pixel_by_pixel(tmp_path: Path) -> None:
    for mode, channels in (("L", 1), ("RGB", 3)):
        picture = _picture(40, 20, mode)
        picture.save(tmp_path / "x.png")
        x = read_image_for(tmp_path / "x.png", (channels, 20, 40))
        assert (x.shape, x.dtype) == ((1, channels, 20, 40), torch.float32)
        expected = np.asarray(picture).reshape(20, 40, channels).transpose(2, 0, 1) / 255
        torch.testing.assert_close(x[0], torch.from_numpy(expected).float())


@pytest.mark.parametrize(("size", "mode", "words"), [((50, 20), "L", "50×20 grey"), ((32, 32), "RGB", "32×32 colour")])
def test_another_size_or_kind_is_refused_with_both_named(tmp_path: Path, size: tuple[int, int], mode: str, words: str) -> None:
    path = tmp_path / "x.png"
    _picture(*size, mode).save(path)
    with pytest.raises(WrongSizeError, match=rf"x\.png: the image is {words}; this model takes 32×32 grey images"):
        read_image_for(path, GREY)


@pytest.mark.parametrize("mode", ["L", "RGB", "RGBA", "LA", "P", "1", "CMYK"])
def test_any_kind_is_cropped_and_scaled_when_asked(tmp_path: Path, mode: str) -> None:
    path = tmp_path / ("x.tif" if mode == "CMYK" else "x.png")
    picture = _picture(50, 20, "RGB" if mode == "CMYK" else mode)
    picture.convert(mode).save(path)
    for shape in (GREY, (3, 16, 24)):
        x = read_image_for(path, shape, crop_and_scale=True)
        assert x.shape == (1, *shape)
        assert 0 <= x.min() <= x.max() <= 1


def test_the_crop_is_of_the_middle_and_keeps_proportions(tmp_path: Path) -> None:
    pixels = np.zeros((32, 96), np.uint8)
    pixels[:, 32:64] = 200
    Image.fromarray(pixels).save(tmp_path / "x.png")
    x = read_image_for(tmp_path / "x.png", GREY, crop_and_scale=True)
    assert torch.equal(x, torch.full((1, *GREY), 200 / 255))


def test_what_is_transparent_lies_on_black(tmp_path: Path) -> None:
    Image.new("RGBA", (32, 32), (255, 255, 255, 0)).save(tmp_path / "x.png")
    assert read_image_for(tmp_path / "x.png", GREY, crop_and_scale=True).max() == 0


def test_sixteen_bits_are_scaled_not_cut_off(tmp_path: Path) -> None:
    ramp = np.linspace(0, 65535, 32 * 32).reshape(32, 32).astype(np.uint16)
    Image.fromarray(ramp).save(tmp_path / "x.png")
    x = read_image_for(tmp_path / "x.png", GREY)
    torch.testing.assert_close(x[0, 0], torch.from_numpy(ramp / 65535).float(), rtol=0, atol=1 / 200)


def test_an_image_is_turned_as_its_exif_says(tmp_path: Path) -> None:
    picture = _picture(32, 20, "RGB")
    exif = picture.getexif()
    exif[0x0112] = 6  # a quarter turn clockwise
    picture.save(tmp_path / "x.png", exif=exif)
    assert read_image(tmp_path / "x.png").size == (20, 32)


def test_what_is_no_image_is_named(tmp_path: Path) -> None:
    whole = io.BytesIO()
    _picture(64, 64, "RGB").save(whole, "PNG")
    Image.fromarray(np.full((4, 4), np.inf, np.float32)).save(tmp_path / "float.tif")
    (tmp_path / "text.png").write_text("not a picture")
    (tmp_path / "empty.png").touch()
    (tmp_path / "cut.png").write_bytes(whole.getvalue()[:2000])
    (tmp_path / "folder.png").mkdir()
    for name, expected in {
        "none.png": "there is no such file",
        "text.png": "not an image of a kind that can be read",
        "empty.png": "is empty",
        "cut.png": "cannot be read as an image",
        "folder.png": "is a folder; a regular file is expected",
        "float.tif": "16 values that are NaN or infinite",
    }.items():
        with pytest.raises(DataError, match=rf"{name}: .*{expected}"):
            read_image_for(tmp_path / name, GREY)


def _encoded(kind: str) -> bytes:
    file = io.BytesIO()
    _picture(24, 24, "RGB").save(file, kind)
    return file.getvalue()


_WHOLE = {kind: _encoded(kind) for kind in ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP")}


@pytest.mark.filterwarnings("ignore:::PIL")
@given(st.sampled_from(sorted(_WHOLE)), st.floats(0, 1), st.integers(0, 255), st.booleans())
def test_a_damaged_image_is_read_or_refused_but_never_anything_else(
    tmp_path_factory: pytest.TempPathFactory, kind: str, where: float, byte: int, cut: bool
) -> None:
    content = bytearray(_WHOLE[kind])
    position = int(where * (len(content) - 1))
    content[position] = byte
    path = tmp_path_factory.getbasetemp() / "damaged"
    path.write_bytes(content[:position] if cut else content)
    refusal = ""
    try:
        assert read_image_for(path, (3, 16, 16), crop_and_scale=True).shape == (1, 3, 16, 16)
    except DataError as error:
        refusal = str(error)
    assert not refusal or refusal.startswith(f"{path}: ")
