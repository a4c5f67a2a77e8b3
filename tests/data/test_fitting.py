"""A user's own images bring the preset that fits them."""

import numpy as np
import pytest

from latentlab.config import AboutPreset, about_preset, load_preset, parse_config, preset_names
from latentlab.data.fitting import fitted, kind_of

_PRESETS = {name: (load_preset(name), about_preset(name)) for name in preset_names()}


def _images(kind: str, size: int = 64) -> np.ndarray:
    values = np.random.default_rng(0).integers(0, 256, (6, size, size, 3), dtype=np.uint8)
    return (values[..., :1] > 200).astype(np.uint8) * 255 if kind == "drawings" else values


@pytest.mark.parametrize("kind", ["photographs", "drawings"])
def test_the_kind_is_told_by_the_values(kind: str) -> None:
    assert kind_of(_images(kind)) == kind


def test_grey_photographs_are_photographs() -> None:
    assert kind_of(_images("photographs")[..., :1]) == "photographs"


def test_photographs_bring_likelihood_size_latents_and_name() -> None:
    data = parse_config({"data": {"name": "folder", "root": "/tmp/My cats (2024)"}}).data
    name, run = fitted(_PRESETS, _images("photographs"), data)
    assert run.likelihood == _PRESETS[name][0].likelihood
    assert run.likelihood.name == "gaussian"
    assert (run.data.location, run.data.size, run.model.latent_dim) == ("/tmp/My cats (2024)", 64, 64)
    assert run.name == "My-cats-2024"


@pytest.mark.parametrize(("size", "latents"), [(16, 16), (128, 128), (256, 256)])
def test_latents_grow_with_the_side(size: int, latents: int) -> None:
    data = parse_config({"data": {"name": "folder", "root": "/tmp/x.zip", "size": size}}).data
    _, run = fitted(_PRESETS, _images("photographs", size), data)
    assert (run.data.size, run.model.latent_dim, run.name) == (size, latents, "x")


def test_drawings_bring_a_bernoulli() -> None:
    data = parse_config({"data": {"name": "array", "root": "/tmp/glyphs.npz"}}).data
    _, run = fitted(_PRESETS, _images("drawings", 28), data)
    assert run.likelihood.name == "bernoulli"
    assert (run.data.name, run.data.size, run.model.latent_dim) == ("array", None, 32)


def test_without_a_preset_that_fits_there_is_none() -> None:
    data = parse_config({"data": {"name": "folder", "root": "/tmp/x"}}).data
    assert fitted({"digits": (load_preset("digits"), AboutPreset("digits"))}, _images("photographs"), data) is None
