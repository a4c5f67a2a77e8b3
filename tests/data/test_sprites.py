"""Sprites: drawn from factors that are known, smooth at their edges, and measured where a run has seen them."""

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch

import latentlab
from latentlab.catalog.datasets import DATASETS
from latentlab.config import DataConfig, RunConfig, load_preset
from latentlab.data import image_shape, load_dataset
from latentlab.data.sprites import SHAPES, read_sprites


@pytest.fixture(scope="module")
def grey():
    return read_sprites(32, "auto")


@pytest.fixture(scope="module")
def colour():
    return read_sprites(32, "colour")


def test_every_combination_of_the_factors_is_there_once(grey, colour) -> None:
    for images, sizes in ((grey, (3, 4, 8, 10, 10)), (colour, (3, 3, 6, 6, 6, 6))):
        values = images.attributes.values
        assert images.attributes.names == ("shape", "scale", "rotation", "x", "y", "hue")[: len(sizes)]
        assert len(images.pixels) == len(values) == np.prod(sizes) == len(np.unique(values, axis=0))
        assert tuple(len(np.unique(column)) for column in values.T) == sizes
        assert np.array_equal(images.labels, values[:, 0])
        assert len({image.tobytes() for image in images.pixels}) == len(images.pixels)  # and no two look the same
    source = DATASETS["sprites"]
    assert (source.terms.count, source.terms.classes, source.attributes, source.factors) == (
        len(grey.pixels),
        len(SHAPES),
        5,
        True,
    )


def test_the_same_is_drawn_each_time_and_grey_is_white_on_black(grey) -> None:
    assert np.array_equal(read_sprites(32, "grey").pixels, grey.pixels)
    assert (grey.pixels.min(), grey.pixels.max()) == (0, 255)
    smooth = (grey.pixels > 0) & (grey.pixels < 255)
    assert 0.005 < smooth.mean() < 0.1  # edges, and nothing else


@pytest.mark.parametrize("size", [16, 32, 64])
def test_shapes_stay_inside(size: int) -> None:
    pixels = read_sprites(size, "grey").pixels
    rim = np.concatenate([pixels[..., 0], pixels[..., -1], pixels[..., 0, :], pixels[..., -1, :]], axis=-1)
    assert rim.max() < 128


def test_the_centre_of_what_is_drawn_is_at_x_and_y(grey) -> None:
    weights = grey.pixels[:, 0] / grey.pixels.sum((1, 2, 3))[:, None, None]
    places = (np.arange(32) + 0.5) / 32
    x, y = (weights.sum(1) * places).sum(1), (weights.sum(2) * places).sum(1)
    _, scale, _, known_x, known_y = grey.attributes.values.T
    symmetric = grey.labels < 2
    assert np.abs(x - known_x)[symmetric].max() < 0.005
    assert np.abs(y - known_y)[symmetric].max() < 0.005
    assert (np.hypot(x - known_x, y - known_y) / scale).max() < 0.2  # a heart's weight is above its middle


def test_the_area_is_that_of_the_shape_whatever_the_rotation(grey) -> None:
    area = grey.pixels.sum((1, 2, 3)) / 255 / 32**2 / grey.attributes.values[:, 1] ** 2
    largest = grey.attributes.values[:, 1] == grey.attributes.values[:, 1].max()
    for shape, expected in ((0, 2.0), (1, np.pi * 0.55)):
        assert area[(grey.labels == shape) & largest] == pytest.approx(expected, rel=0.04)
    hearts = area[(grey.labels == 2) & largest]
    assert hearts == pytest.approx(hearts.mean(), rel=0.03)


def test_rotations_are_clockwise_and_told_apart(grey) -> None:
    values = grey.attributes.values
    ellipses = (
        (values[:, 0] == 1)
        & (values[:, 1] == values[:, 1].max())
        & (values[:, 3] == values[0, 3])
        & (values[:, 4] == values[0, 4])
    )
    rows, columns = np.mgrid[:32, :32]
    for image, angle in zip(grey.pixels[ellipses, 0] / 255, values[ellipses, 2], strict=True):
        total = image.sum()
        down, across = rows - (image * rows).sum() / total, columns - (image * columns).sum() / total
        tilt = 0.5 * np.arctan2(2 * (image * across * down).sum(), (image * (across**2 - down**2)).sum())
        assert np.rad2deg(tilt) % 180 == pytest.approx(angle, abs=2)  # from the right towards the bottom


def test_hues_are_pure_colours(colour) -> None:
    expected = {0: (1, 0, 0), 60: (1, 1, 0), 120: (0, 1, 0), 180: (0, 1, 1), 240: (0, 0, 1), 300: (1, 0, 1)}
    for image, hue in zip(colour.pixels[:36], colour.attributes.values[:36, 5], strict=True):
        assert tuple(image.max((1, 2)) / 255) == expected[int(hue)]


@pytest.mark.parametrize(("channels", "shape"), [("auto", (1, 32, 32)), ("grey", (1, 32, 32)), ("colour", (3, 32, 32))])
def test_factors_reach_both_stores(channels: str, shape: tuple[int, int, int]) -> None:
    config = DataConfig.model_validate({"name": "sprites", "channels": channels})
    dataset = load_dataset(config)
    assert dataset.image_shape == image_shape(config) == shape
    assert dataset.test.label_names == SHAPES
    assert dataset.test.attributes is not None
    assert dataset.test.attributes.values.shape == (len(dataset.test), 6 if channels == "colour" else 5)
    assert torch.equal(dataset.test.labels, torch.tensor(dataset.test.attributes.values[:, 0]).long())
    assert "split by seed 0; drawn: 3 shape × " in dataset.description


def test_disentanglement_is_measured_where_factors_are_known_and_nowhere_else(
    with_settings: Callable[..., RunConfig], tiny_run: Path, tmp_path: Path
) -> None:
    config = with_settings("data.name=sprites", "data.size=16", "train.steps=4", "train.checkpoint_every=4")
    run = latentlab.train(config, tmp_path / "sprites")
    measured = latentlab.evaluate(run, samples=2, images=300)
    titles = {row.title: row for row in measured.rows()}
    for name, title in (("mig", "mutual information gap (MIG)"), ("factor_vae_score", "FactorVAE score")):
        value = getattr(measured, name)
        assert 0 <= value <= 1
        assert titles[title].number == f"{value:.3f}"
    assert measured.dci_informativeness > 0.2
    assert measured.provenance["attributes"] == ("shape", "scale", "rotation", "x", "y")
    assert "linear probe AUC, mean over attributes" not in titles
    assert measured == latentlab.evaluate(run.path, samples=2, images=300)

    digits = latentlab.evaluate(tiny_run, samples=2, images=30)
    assert not {title for title in titles if "MIG" in title or "DCI" in title} & {row.title for row in digits.rows()}
    assert json.loads(digits.to_json())["unavailable"]["mig"] == "the images are not made from known factors."


def test_the_preset_asks_for_a_beta_vae_of_sprites() -> None:
    config = load_preset("sprites")
    assert (config.data.name, config.objective.beta) == ("sprites", 8)
