"""The latent map: a projection that leads back, and points where they belong."""

import math
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from sklearn.decomposition import PCA
from torch.distributions import Normal

from latentlab.data import load_dataset
from latentlab.errors import ConfigError
from latentlab.explore.clusters import cluster
from latentlab.explore.map_figure import ABOVE, LEFT, SIDE
from latentlab.explore.map_legend import legend_of, map_colours
from latentlab.explore.renderer import Renderer
from latentlab.explore.requests.maps import DrawnMap, Map
from latentlab.explore.requests.values import Failed
from latentlab.explore.scatter import (
    attribute_colours,
    class_colours,
    extent_of,
    pack,
    point_shades,
    scatter,
    value_colours,
)
from latentlab.models import kl_to_standard_normal
from latentlab.runs import Run


@pytest.fixture
def run(tiny_run: Path) -> Run:
    return Run(tiny_run)


def _map(run: Run, request: Map) -> DrawnMap:
    result = Renderer.of_run(run).render(request)
    assert isinstance(result, DrawnMap)
    return result


def test_the_components_are_those_of_the_means_and_lead_back_to_them(run: Run) -> None:
    drawn = _map(run, Map())
    dataset = load_dataset(run.config.data)
    means = run.encode(dataset.test.batch(slice(None))).mean.numpy()
    reference = PCA(2).fit(means)
    expected = reference.transform(means)
    np.testing.assert_allclose(np.abs(drawn.points), np.abs(expected), rtol=1e-3, atol=1e-3)
    assert drawn.names[0] == f"component 1 ({reference.explained_variance_ratio_[0]:.0%})"
    back = drawn.centre + drawn.points @ drawn.axes
    np.testing.assert_allclose(back, reference.inverse_transform(expected), rtol=1e-3, atol=1e-3)
    assert np.array_equal(drawn.labels, dataset.test.labels.numpy())
    assert drawn.total == len(drawn.points) == len(dataset.test)


def test_two_dimensions_are_themselves(run: Run) -> None:
    drawn = _map(run, Map("dims", (3, 1), "kl"))
    posterior = run.encode(load_dataset(run.config.data).test.batch(slice(None)))
    np.testing.assert_allclose(drawn.points, posterior.mean[:, [3, 1]].numpy(), rtol=1e-4, atol=1e-5)
    assert drawn.names == ("z3", "z1")
    kl = kl_to_standard_normal(posterior.at(posterior.mean)).sum(1).numpy()
    np.testing.assert_allclose(drawn.values, kl, rtol=1e-3, atol=1e-4)
    colours = map_colours(drawn, dark=True)
    assert np.array_equal(colours[kl.argmax()], [253, 231, 37])
    assert np.array_equal(map_colours(drawn, dark=False)[kl.argmin()], [68, 1, 84])


def test_the_error_of_an_image_is_its_reconstructions(run: Run) -> None:
    drawn = _map(run, Map(colour="error"))
    x = load_dataset(run.config.data).test.batch(slice(0, 5))
    error = (run.decode(run.encode(x).mean) - x).square().flatten(1).mean(1)
    assert drawn.values is not None
    torch.testing.assert_close(torch.from_numpy(drawn.values[:5]), error, rtol=0.02, atol=1e-4)


def test_the_density_is_that_of_the_mixture_in_the_plane(run: Run) -> None:
    drawn = _map(run, Map("dims", (3, 1), "density"))
    posterior = run.encode(load_dataset(run.config.data).test.batch(slice(None)))
    mean, std = (each[:, [3, 1]].double() for each in (posterior.mean, posterior.std))
    log_each = Normal(mean, std).log_prob(mean[:, None]).sum(-1)
    exact = torch.logsumexp(log_each, 1) - math.log(len(mean))
    assert drawn.values is not None
    assert np.abs(drawn.values - exact.numpy()).max() < 0.1  # interpolated, and a cell wide at least
    with pytest.raises(ConfigError, match="UMAP projects no densities"):
        Map("umap", colour="density")


def test_clusters_are_those_of_the_means_the_largest_first(run: Run) -> None:
    drawn = _map(run, Map(colour="cluster", clusters=5))
    means = run.encode(load_dataset(run.config.data).test.batch(slice(None))).mean.numpy()
    counts = np.bincount(drawn.labels)
    assert counts.sum() == len(means)
    assert (np.diff(counts) <= 0).all()
    centres = np.stack([means[drawn.labels == number].mean(0) for number in range(5)])
    nearest = np.square(means[:, None] - centres).sum(-1).argmin(1)
    assert (nearest == drawn.labels).mean() > 0.98
    assert [row[0] for row in legend_of(drawn).rows] == [f"cluster {number}" for number in range(1, 6)]
    assert np.array_equal(cluster(np.ones((4, 3), np.float32), 10), np.zeros(4))


def test_the_picture_is_a_figure_with_its_points_inside_the_axes(run: Run) -> None:
    drawn = _map(run, Map(colour="kl"))
    figure = drawn.grid.images[0, 0]
    inside = figure[ABOVE : ABOVE + SIDE, LEFT : LEFT + SIDE]
    best = map_colours(drawn, dark=False)[int(drawn.values.argmax())]
    assert (inside == best).all(-1).any()
    for beside in (figure[ABOVE + SIDE + 2 :], figure[:, :LEFT], figure[:, LEFT + SIDE + 2 :]):
        assert (beside < 120).all(-1).any()  # letters
    bar = figure[:, LEFT + SIDE + 16]
    ends = point_shades(np.array([0.0, 1.0]))
    assert {tuple(shade) for shade in ends.tolist()} <= {tuple(pixel) for pixel in bar.tolist()}
    assert drawn.grid.column_labels == (f"359 held-out images by KL to the prior, nats · step {drawn.step}",)


def test_what_makes_no_map_is_refused(run: Run) -> None:
    failed = Renderer.of_run(run).render(Map("dims", (0, 9)))
    assert isinstance(failed, Failed)
    assert "9 is no latent dimension of this model; it has 0 to 3" in failed.message
    for dims in ((1,), (1, 1), (1, 2, 3)):
        with pytest.raises(ConfigError, match="a map has two different dimensions"):
            Map("dims", dims)


@given(st.integers(0, 2**31), st.floats(0.2, 5))
def test_every_point_is_within_the_extent_and_in_its_pixel(seed: int, aspect: float) -> None:
    points = np.random.default_rng(seed).normal(size=(5, 2)).astype(np.float32)
    left, right, bottom, top = extent_of(points, aspect)
    assert (points > (left, bottom)).all()
    assert (points < (right, top)).all()
    assert (right - left) / (top - bottom) == pytest.approx(aspect)
    picture = scatter(points, class_colours(np.arange(5)), (left, right, bottom, top), (400, 300), (1, 2, 3), dot=0)
    x = ((points[-1, 0] - left) / (right - left) * 400).astype(int)
    y = ((top - points[-1, 1]) / (top - bottom) * 300).astype(int)
    assert np.array_equal(picture[y, x], class_colours(np.array([4]))[0])
    assert (picture.reshape(-1, 3) == (1, 2, 3)).all(1).sum() >= 400 * 300 - 5


def test_packed_colours_draw_the_same() -> None:
    random = np.random.default_rng(0)
    points = random.normal(size=(500, 2)).astype(np.float32)
    colours = class_colours(random.integers(0, 10, 500))
    plain, packed = (scatter(points, each, (-3, 3, -2, 2), (90, 60), (1, 2, 3)) for each in (colours, pack(colours)))
    assert np.array_equal(plain, packed)


def test_equal_values_have_one_colour() -> None:
    assert len(np.unique(value_colours(np.full(4, 2.5, np.float32)), axis=0)) == 1


@pytest.mark.parametrize(("dark", "ground"), [(False, (255, 255, 255)), (True, (22, 23, 26))])
def test_every_point_can_be_seen_on_its_ground(dark: bool, ground: tuple[int, int, int]) -> None:
    """WCAG 1.4.11: 3:1 for what is no text."""
    values = np.linspace(0, 1, 64, dtype=np.float32)
    for colours in (
        class_colours(np.arange(10), dark=dark),
        value_colours(values, dark=dark),
        attribute_colours(np.array([0, 1], np.float32), dark=dark),
    ):
        for colour in colours:
            darker, lighter = sorted((_luminance(colour), _luminance(np.array(ground, np.uint8))))
            assert (lighter + 0.05) / (darker + 0.05) >= 3, colour


def _luminance(colour: NDArray[np.uint8]) -> float:
    """Relative luminance of sRGB, as WCAG defines it."""
    share = colour / 255
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    return float(linear @ (0.2126, 0.7152, 0.0722))
