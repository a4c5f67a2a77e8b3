"""A model of one's own, an object of this process, is looked at as any run is."""

import re
from contextlib import ExitStack
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor, nn

import latentlab
from latentlab.config import parse_config
from latentlab.errors import ConfigError, DataError
from latentlab.exchange.own import as_bytes, black_and_white, own_run
from latentlab.explore.renderer import Renderer
from latentlab.explore.requests.images import Gallery, GalleryImages
from latentlab.gui import own_model
from latentlab.models import build_vae
from latentlab.runs import Run

_IMAGES = np.random.default_rng(0).integers(0, 256, (40, 16, 16), np.uint8)


class Own(nn.Module):
    """Of images from −1 to 1."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder, self.decoder = nn.Linear(256, 6), nn.Linear(3, 256)

    def encode(self, x: Tensor) -> tuple[Tensor, Tensor]:
        assert x.min() >= -1
        mean, logvar = self.encoder(x.flatten(1)).chunk(2, -1)
        return mean, logvar

    def decode(self, z: Tensor) -> Tensor:
        return self.decoder(z).tanh().view(-1, 1, 16, 16)


def _run(stack: ExitStack, model: object, folder: Path, images: object = _IMAGES, **options: object) -> Run:
    given = {"labels": None, "value_range": (-1.0, 1.0), "name": "own", "folder": folder} | options
    return own_run(stack, model, images, **given)


def test_what_is_seen_is_what_the_model_computes(tmp_path: Path) -> None:
    model = Own()
    with ExitStack() as stack:
        run = _run(stack, model, tmp_path, labels=np.arange(40) % 3)
        x = torch.from_numpy(_IMAGES[:5, None]).float() / 255
        with torch.no_grad():
            mean, logvar = model.encode(2 * x - 1)
            image = (model.decode(mean) + 1) / 2
        posterior = run.encode(x)
        torch.testing.assert_close(posterior.mean, mean)
        torch.testing.assert_close(posterior.logvar, logvar)
        torch.testing.assert_close(run.decode(mean), image)
        assert run.header.source["by"] == "latentlab.explore"
        with torch.no_grad():
            model.decoder.weight.zero_()  # training goes on: what is shown stays as it was
        torch.testing.assert_close(run.decode(mean), image)
        drawn = Renderer.of_run(run).render(Gallery(4, 2))
        assert isinstance(drawn, GalleryImages)
        assert drawn.reconstructions.shape[1:] == (16, 16, 1)
    with pytest.raises(ConfigError, match=r"lived in the process that opened it with latentlab\.explore"):
        Run(run.path).model()


@pytest.mark.parametrize(
    ("images", "words"),
    [
        (np.zeros((4, 4)), r"images: of shape \(4, 4\)"),
        (np.zeros((4, 16, 16), np.int64), "images: of type int64; give bytes"),
        (np.full((4, 16, 16), np.nan), "hold values that are not finite"),
        (np.zeros((1, 16, 16)), "images: 1; give 2 or more"),
        ([np.zeros((16, 16)), np.zeros((16, 17))], "images: setting an array element with a sequence"),
        (np.zeros((2, 300, 16), np.uint8), "images: 16×300 pixels; width and height must be from 16 to 256"),
        (np.full((4, 16, 16), 2.0), r"images: from 2 to 2, outside value_range = \(-1, 1\)"),
    ],
)
def test_images_that_will_not_do_are_refused(images: np.ndarray, words: str) -> None:
    with pytest.raises(DataError, match=words):
        as_bytes(images, -1, 1)


def test_images_are_taken_in_every_layout() -> None:
    colour = np.random.default_rng(1).random((3, 16, 20, 3))
    expected = np.round(colour * 255).astype(np.uint8).transpose(0, 3, 1, 2)
    assert np.array_equal(as_bytes(colour, 0, 1), expected)
    assert np.array_equal(as_bytes(torch.from_numpy(colour.transpose(0, 3, 1, 2)), 0, 1), expected)
    assert np.array_equal(
        as_bytes(torch.from_numpy(colour > 0.5).bfloat16(), 0, 1), (255 * (colour > 0.5)).transpose(0, 3, 1, 2)
    )
    assert as_bytes(_IMAGES, 0, 1).shape == (40, 1, 16, 16)


@pytest.mark.parametrize("value_range", [(1, 0), (0, 1, 2), None, "ab", (0, np.inf), (np.nan, 1)])
def test_a_value_range_is_two_numbers(value_range: object) -> None:
    assert black_and_white((np.float32(-1), torch.tensor(1))) == (-1.0, 1.0)
    with pytest.raises(DataError, match=f"value_range = {re.escape(repr(value_range))}: give what black is"):
        black_and_white(value_range)


class _Wide(Own):
    """Of images that are no squares."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder, self.decoder = nn.Linear(18 * 30, 6), nn.Linear(3, 18 * 30)

    def decode(self, z: Tensor) -> Tensor:
        return self.decoder(z).tanh().view(-1, 1, 18, 30)


def test_images_that_are_no_squares_are_whole(tmp_path: Path) -> None:
    images = np.random.default_rng(2).integers(0, 256, (8, 18, 30), np.uint8)
    with ExitStack() as stack:
        run = _run(stack, _Wide(), tmp_path, images)
        drawn = Renderer.of_run(run).render(Gallery(4, 2))
    assert isinstance(drawn, GalleryImages)
    assert drawn.reconstructions.shape[1:] == (18, 30, 1)
    seen = {image.tobytes() for image in images}
    assert all(image.tobytes() in seen for image in drawn.originals)


class _NoPair(Own):
    def encode(self, x: Tensor) -> str:  # type: ignore[override]
        return "z"


class _OtherShapes(Own):
    def encode(self, x: Tensor) -> tuple[Tensor, Tensor]:
        return self.encoder(x.flatten(1)), torch.zeros(len(x), 3)


class _TooLarge(Own):
    def decode(self, z: Tensor) -> Tensor:
        return super().decode(z).repeat(1, 1, 2, 2)


class _Broken(Own):
    def decode(self, z: Tensor) -> Tensor:
        return super().decode(z) * torch.nan


class _NotFinite(Own):
    def encode(self, x: Tensor) -> tuple[Tensor, Tensor]:
        mean, logvar = super().encode(x)
        return mean, logvar * torch.nan


class _Silent(Own):
    def decode(self, z: Tensor) -> Tensor:
        raise AssertionError


@pytest.mark.parametrize("dtype", [torch.float64, torch.bfloat16])
def test_a_model_of_another_precision_is_looked_at_in_float32(dtype: torch.dtype, tmp_path: Path) -> None:
    model = Own().to(dtype)
    with ExitStack() as stack:
        run = _run(stack, model, tmp_path)
        means = run.encode(torch.zeros(3, 1, 16, 16)).mean
    expected = model.float().encoder(torch.full((3, 256), -1.0))[:, :3]
    torch.testing.assert_close(means, expected)


@pytest.mark.parametrize(
    ("model", "words"),
    [
        (_NotFinite(), r"encode\(x\): gives values that are not finite"),
        (object(), "model: has no method encode; it needs encode"),
        (_NoPair(), r"encode\(x\): gives str, no pair of tensors"),
        (_OtherShapes(), r"a mean of shape \(2, 6\) and a logvar of shape \(2, 3\) for 2 images; each must be \(2, D\)"),
        (_Silent(), r"decode\(z\): fails on latents \(2, 3\): AssertionError"),
        (_TooLarge(), r"decode\(z\): gives \(2, 1, 32, 32\) for images \(2, 1, 16, 16\); encode and decode do not fit"),
        (_Broken(), "the decoder's images are not finite"),
    ],
)
def test_a_model_whose_parts_do_not_fit_is_refused(model: object, words: str, tmp_path: Path) -> None:
    with ExitStack() as stack, pytest.raises(DataError, match=words):
        _run(stack, model, tmp_path)


def test_explore_opens_the_window_and_leaves_nothing_but_what_was_trained_in_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened: list[Path] = []

    def see(run: Path) -> int:
        assert Run(run).model() is not None
        opened.append(run)
        (run.parent / "trained there").mkdir()
        (run.parent / "trained there" / "run.toml").write_text("kept")
        return 0

    monkeypatch.setattr(own_model, "open_window", see)
    monkeypatch.chdir(tmp_path)
    latentlab.explore(Own(), _IMAGES / 127.5 - 1, value_range=(-1, 1))
    assert len(opened) == 1
    assert not opened[0].exists()
    assert [path.name for path in (tmp_path / "runs").iterdir()] == ["trained there"]
    assert (tmp_path / "runs" / "trained there" / "run.toml").read_text() == "kept"


def test_it_is_not_offered_for_training() -> None:
    config = parse_config({"model": {"name": "own", "key": "nobody"}})
    with pytest.raises(ConfigError, match="model.name = 'own': the model lived in the process"):
        build_vae(config.model, config.likelihood, (1, 16, 16))
