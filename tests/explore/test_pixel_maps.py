"""Difference to the start, deviation over a posterior, draws from it, and principal components of the means."""

import math
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from typer.testing import CliRunner

from latentlab.api import train
from latentlab.cli import app
from latentlab.config import RunConfig, load_preset, override
from latentlab.errors import ConfigError
from latentlab.explore.colours import diverging
from latentlab.explore.provenance import read_origin
from latentlab.explore.renderer import Renderer
from latentlab.explore.requests.commands import Export
from latentlab.explore.requests.directions import Components, FindComponents
from latentlab.explore.requests.images import (
    Decode,
    Deviation,
    Difference,
    DrawPosterior,
    Encode,
    Encoded,
    Picture,
    PixelMap,
    PosteriorDraw,
)
from latentlab.explore.requests.values import Failed, ImageRef
from latentlab.runs import Run


@pytest.fixture
def renderer(tiny_run: Path) -> Renderer:
    return Renderer.of_run(Run(tiny_run))


@pytest.fixture(scope="module", params=["grey", "colour", "ladder"])
def each(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, tiny_config: RunConfig, colour_config: RunConfig
) -> Renderer:
    """A renderer of a grey run, of one in colour, and of a ladder."""
    small = ["device=cpu", "train.steps=8", "train.threads=1", "objective.kl_warmup=0"]
    sizes = ["model.width=4", "model.hidden=16", "model.latent_dim=6", "model.top_dim=2"]
    configs = {"grey": tiny_config, "colour": colour_config, "ladder": override(load_preset("digits-ladder"), small + sizes)}
    return Renderer.of_run(train(configs[request.param], tmp_path_factory.mktemp("runs")))


def _map(renderer: Renderer, request: Difference | Deviation) -> PixelMap:
    result = renderer.render(request)
    assert isinstance(result, PixelMap), result
    return result


def test_the_difference_is_the_decoded_image_less_the_start(each: Renderer) -> None:
    start = each.render(Encode(ImageRef(index=3)))
    assert isinstance(start, Encoded)
    z = start.mean + 0.5
    drawn = _map(each, Difference(ImageRef(index=3), z))
    decoded = each.model.decode(torch.from_numpy(z)[None]).mean[0]
    expected = (decoded - each.held_out.batch(slice(3, 4))[0]).mean(0).numpy()
    np.testing.assert_allclose(drawn.values, expected, atol=1e-6)
    assert drawn.high == -drawn.low >= np.abs(expected).max()
    picture = each.render(Decode(z))
    assert isinstance(picture, Picture)
    assert np.array_equal(drawn.grid.images[0, 1], np.broadcast_to(picture.image, (*picture.image.shape[:2], 3)))
    # Red where the decoded one is brighter.
    red, blue = drawn.grid.images[0, 2, ..., 0].astype(int), drawn.grid.images[0, 2, ..., 2].astype(int)
    far = np.abs(expected) > 0.2 * drawn.high
    assert ((red > blue) == (expected > 0))[far].all()


def test_the_deviation_is_that_of_decoded_draws(each: Renderer) -> None:
    drawn = _map(each, Deviation(ImageRef(index=2), 20, seed=5))
    posterior = each.model.encode(each.held_out.batch(slice(2, 3)))
    z = posterior.sample(torch.Generator().manual_seed(0), 4000)[:, 0]
    expected = each.model.decode(z).mean.var(0).mean(0).sqrt().numpy()
    # Of 20 draws a standard deviation is known to about a sixth.
    np.testing.assert_allclose(np.sqrt((drawn.values**2).mean()), np.sqrt((expected**2).mean()), rtol=0.5)
    again, other = _map(each, Deviation(ImageRef(index=2), 20, seed=5)), _map(each, Deviation(ImageRef(index=2), 20, seed=6))
    assert np.array_equal(drawn.values, again.values)
    assert not np.array_equal(drawn.values, other.values)


def test_the_deviation_of_many_draws_is_the_direct_one(renderer: Renderer, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[torch.Tensor] = []
    decode = renderer.model.decode
    monkeypatch.setattr(renderer.model, "decode", lambda z: seen.append(z) or decode(z))
    breaths: list[int] = []
    renderer.yield_to_urgent = lambda: breaths.append(len(seen))
    drawn = _map(renderer, Deviation(ImageRef(index=0), 30))
    images = decode(torch.cat(seen)).mean
    assert len(images) == 30
    np.testing.assert_allclose(drawn.values, images.std(0).square().mean(0).sqrt().numpy(), rtol=1e-4)
    assert breaths == [1, 2, 3, 4]  # between few draws each, so that a slider need not wait for all


def test_without_a_difference_everything_is_white() -> None:
    assert diverging(np.zeros((2, 2))).tolist() == [[[247] * 3] * 2] * 2
    low, high = diverging(np.array([-1.0, 1.0])).astype(int)
    assert low[2] > low[0]
    assert high[0] > high[2]


@pytest.mark.parametrize("samples", [1, 5000])
def test_a_deviation_needs_some_draws(samples: int) -> None:
    with pytest.raises(ConfigError, match=f"samples = {samples}: .* 2 to 4096"):
        Deviation(ImageRef(index=0), samples)


def test_what_cannot_be_drawn_says_so(renderer: Renderer) -> None:
    short = renderer.render(Difference(ImageRef(index=0), np.zeros(3, np.float32)))
    assert isinstance(short, Failed)
    assert "z has 3 values; this model has 4 latent dimensions" in short.message
    for request in (Deviation(ImageRef(index=10**6)), Difference(ImageRef(index=10**6), np.zeros(4, np.float32))):
        missing = renderer.render(request)
        assert isinstance(missing, Failed)
        assert "held-out images" in missing.message


def test_draws_from_a_posterior_have_its_moments(each: Renderer) -> None:
    draws = [each.render(DrawPosterior(ImageRef(index=1), seed)) for seed in range(400)]
    z = np.stack([draw.z for draw in draws if isinstance(draw, PosteriorDraw)])
    posterior = each.model.encode(each.held_out.batch(slice(1, 2)))
    expected = posterior.sample(torch.Generator().manual_seed(0), 4000)[:, 0].numpy()
    np.testing.assert_allclose(z.mean(0), expected.mean(0), atol=4 * expected.std(0).max() / math.sqrt(400))
    np.testing.assert_allclose(z.std(0), expected.std(0), rtol=0.25)


def test_components_are_those_of_the_means_and_keep_their_sign(each: Renderer) -> None:
    found = each.render(FindComponents())
    assert isinstance(found, Components)
    means = each.posterior.mean.numpy().astype(np.float64)
    np.testing.assert_allclose(found.vectors @ found.vectors.T, np.eye(len(found.vectors)), atol=1e-5)
    assert (np.diff(found.spread) <= 0).all()
    assert found.share.sum() == pytest.approx(1, abs=1e-5)
    along = (means - means.mean(0)) @ found.vectors.T
    np.testing.assert_allclose(along.std(0), found.spread, rtol=1e-3, atol=1e-6)
    np.testing.assert_allclose(found.share, along.var(0) / means.var(0).sum(), rtol=1e-3, atol=1e-6)
    # From the means' centre, one spread along a component is the coordinate 1, and nothing else.
    place = found.coordinates((found.centre + 1.5 * found.spread[1] * found.vectors[1]).astype(np.float32))
    np.testing.assert_allclose(place, np.eye(len(place))[1] * 1.5, atol=2e-3)
    turned = each.render(FindComponents(like=-found.vectors[::-1].copy()))
    assert isinstance(turned, Components)
    np.testing.assert_allclose(turned.vectors, -found.vectors, atol=1e-6)


def test_the_command_line_draws_what_the_window_draws(tiny_run: Path, tmp_path: Path) -> None:
    renderer, z = Renderer.of_run(Run(tiny_run)), np.array([0.5, -1, 0.25, 2], np.float32)
    for command, request in (
        ("difference", Difference(ImageRef(index=4), z)),
        ("deviation", Deviation(ImageRef(index=4), 9, 3)),
    ):
        renderer.render(Export(request, tmp_path / "window.png"))
        done = CliRunner().invoke(app, [command, str(tiny_run), *request.arguments(), "-o", str(tmp_path / "line.png")])
        assert done.exit_code == 0, done.output
        with Image.open(tmp_path / "window.png") as one, Image.open(tmp_path / "line.png") as other:
            assert one.tobytes() == other.tobytes()
        origin = read_origin(tmp_path / "line.png")
        assert origin is not None
        assert type(origin.request) is type(request)
        assert origin.request.arguments() == request.arguments()
    without = CliRunner().invoke(app, ["difference", str(tiny_run), "4", "-o", str(tmp_path / "mean.png")])
    assert without.exit_code == 0
