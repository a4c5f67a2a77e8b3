"""Places of the latent space: all images surveyed, neighbours, analogies, ways over the map, holes, saved directions."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from latentlab.cli import app
from latentlab.data import Attributes
from latentlab.errors import ConfigError
from latentlab.explore.direction_file import directions_file
from latentlab.explore.directions import inside
from latentlab.explore.held_out_means import HeldOutMeans
from latentlab.explore.holes import find_holes
from latentlab.explore.map_legend import map_colours
from latentlab.explore.marginals import divergence_from_prior, marginal
from latentlab.explore.plane import Plane
from latentlab.explore.provenance import request_from_json, request_json
from latentlab.explore.renderer import Renderer
from latentlab.explore.requests.commands import Export, ViewRequest
from latentlab.explore.requests.directions import (
    Analogy,
    Direction,
    DirectionsRead,
    DrawnAnalogy,
    DrawnDirections,
    DrawnNeighbours,
    KeptDirection,
    Lasso,
    Neighbours,
    ReadDirections,
)
from latentlab.explore.requests.images import Describe, Described, FetchedImage, FetchedImages, FetchImage, FetchImages
from latentlab.explore.requests.maps import DrawnMap, DrawnMarginals, DrawnWalk, EncodedCount, EncodeMore, Map, Marginals, Walk
from latentlab.explore.requests.values import Failed, ImageRef, Result
from latentlab.explore.scatter import attribute_colours, shaded
from latentlab.explore.walk import along
from latentlab.models import StandardNormal, kl_to_standard_normal
from latentlab.runs import Run

_ORIGIN = np.zeros(4, np.float32)
_SQUARE = ((-100.0, -100.0), (0.0, -100.0), (0.0, 100.0), (-100.0, 100.0))
_OTHER_SQUARE = ((0.0, -100.0), (100.0, -100.0), (100.0, 100.0), (0.0, 100.0))


@pytest.fixture
def renderer(tiny_run: Path) -> Renderer:
    """With two attributes: whether the mean of z₁ is above its median, and how bright the image is."""
    renderer = Renderer.of_run(Run(tiny_run))
    renderer._held_out = replace(renderer.held_out, attributes=_attributes(renderer))
    return renderer


def _attributes(renderer: Renderer) -> Attributes:
    mean = renderer.posterior.mean[:, 1].numpy()
    above = mean > np.median(mean)
    brightness = renderer.held_out.batch(slice(None)).mean((1, 2, 3)).numpy()
    return Attributes(("high", "brightness of ink"), np.stack([above, brightness], 1).astype(np.float32))


def _failure(result: Result) -> str:
    assert isinstance(result, Failed)
    return result.message


def test_a_survey_goes_on_slice_by_slice_to_what_is_encoded_at_once(
    renderer: Renderer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("latentlab.explore.held_out_means._SLICE", 0)
    monkeypatch.setattr("latentlab.explore.scene._MOST", 50)
    renderer._posterior = None
    counts = []
    while not counts or counts[-1] < len(renderer.held_out):
        surveyed = renderer.render(EncodeMore(errors=True))
        assert isinstance(surveyed, EncodedCount)
        assert surveyed.total == len(renderer.held_out)
        counts.append(surveyed.count)
    assert counts == sorted(set(counts))
    assert counts[0] == 50
    means = renderer.derived["held-out means"]
    at_once = renderer.model.encode(renderer.held_out.batch(slice(None)))
    torch.testing.assert_close(means.means(None), at_once.mean, rtol=1e-4, atol=1e-5)
    torch.testing.assert_close(means.kl(None), kl_to_standard_normal(at_once).sum(1), rtol=1e-4, atol=1e-4)
    assert len(means.errors(7)) == 7


def test_memory_bounds_the_survey(renderer: Renderer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("latentlab.explore.held_out_means._MOST_VALUES", 4 * 60)
    assert HeldOutMeans(renderer).total == 60
    assert len(HeldOutMeans(renderer).means(1000)) == 60


def test_what_is_known_of_the_images_is_described_and_images_are_fetched(renderer: Renderer) -> None:
    described = renderer.render(Describe())
    assert isinstance(described, Described)
    assert described.labels == tuple(range(10))
    assert described.attributes == ("high", "brightness of ink", "brightness")
    seen = renderer.render(FetchImage(3))
    assert isinstance(seen, FetchedImage)
    assert np.array_equal(seen.image[..., 0], renderer.held_out.pixels[3, 0].numpy())
    assert "there are" in _failure(renderer.render(FetchImage(10**6)))
    several = renderer.render(FetchImages((7, 10**6, 3)))
    assert isinstance(several, FetchedImages)
    assert several.indices == (7, 3)
    assert np.array_equal(several.images[1], seen.image)


def test_a_map_is_coloured_by_an_attribute_and_names_the_known_ones(renderer: Renderer) -> None:
    drawn = renderer.render(Map(colour="high", images=40))
    assert isinstance(drawn, DrawnMap)
    mean = renderer.posterior.mean[:, 1].numpy()
    above = (mean > np.median(mean))[:40].astype(np.float32)
    assert np.array_equal(map_colours(drawn, dark=False), attribute_colours(above))
    assert len(drawn.points) == 40
    measured = renderer.render(Map(colour="brightness of ink"))
    assert isinstance(measured, DrawnMap)
    assert measured.values is not None
    assert np.array_equal(map_colours(measured, dark=True)[measured.values.argmax()], [253, 231, 37])
    assert "error, density, cluster, high, brightness of ink, brightness." in _failure(renderer.render(Map(colour="smiling")))


def test_an_attribute_makes_a_direction(renderer: Renderer) -> None:
    drawn = renderer.render(Direction(None, None, _ORIGIN, attribute="high"))
    assert isinstance(drawn, DrawnDirections)
    assert drawn.groups == ("not high", "high")
    assert drawn.auc[1] > 0.95
    assert drawn.vectors[1].argmax() == 1  # the classifier finds the dimension that the attribute was made from
    assert "high" not in dict(drawn.also)
    ink = renderer.render(Direction(None, None, _ORIGIN, attribute="brightness of ink"))
    assert isinstance(ink, DrawnDirections)
    median = float(np.median(_attributes(renderer).values[:, 1]))
    assert ink.groups == (f"brightness of ink up to {median:.4g}", f"brightness of ink above {median:.4g} (its median)")
    assert abs(ink.counts[0] - ink.counts[1]) <= 2
    assert dict(ink.also)["brightness"] > 0.3
    assert "have high" in _failure(renderer.render(Direction(None, None, _ORIGIN, attribute="smiling")))


def test_names_of_labels_are_said(renderer: Renderer) -> None:
    names = tuple(f"digit {number}" for number in range(10))
    renderer._held_out = replace(renderer.held_out, label_names=names)
    drawn = renderer.render(Direction(1, 7, _ORIGIN))
    assert isinstance(drawn, DrawnDirections)
    assert drawn.groups == ("label digit 7", "label digit 1")


def test_two_lassos_make_a_direction_of_the_images_inside(renderer: Renderer) -> None:
    across = renderer.posterior.mean[:300, 2]
    middle = float(across.median()) + 1e-4
    left, right = (tuple((x + middle, y) for x, y in square) for square in (_SQUARE, _OTHER_SQUARE))
    request = Direction(None, None, _ORIGIN, lasso=Lasso(left, right, "dims", (2, 0), 300))
    drawn = renderer.render(request)
    assert isinstance(drawn, DrawnDirections)
    right_ones = int((across > middle).sum())
    assert drawn.counts == (right_ones, 300 - right_ones)
    assert drawn.vectors[0].argmax() == 2
    assert drawn.auc[1] > 0.95
    nowhere = tuple((x + 1000, y) for x, y in _SQUARE)
    failed = renderer.render(replace(request, lasso=Lasso(nowhere, right, "dims", (2, 0))))
    assert "lasso A: 0 of the held-out images" in _failure(failed)


@given(st.floats(0, 6.28), st.floats(0.1, 0.95), st.integers(3, 40))
def test_inside_a_regular_polygon_is_what_is_nearer_than_its_edge(angle: float, share: float, corners: int) -> None:
    turns = np.arange(corners) * 2 * np.pi / corners
    polygon = tuple(zip(np.cos(turns).tolist(), np.sin(turns).tolist(), strict=True))
    edge = np.cos(np.pi / corners)  # the inscribed circle's radius
    inner = np.array([[np.cos(angle), np.sin(angle)]], np.float32) * np.float32(share * edge)
    outer = np.array([[np.cos(angle), np.sin(angle)]], np.float32) * np.float32(1 + share)
    assert inside(inner, polygon).all()
    assert not inside(outer, polygon).any()


def test_the_nearest_images_are_the_nearest_means(renderer: Renderer) -> None:
    means = renderer.posterior.mean.numpy()
    drawn = renderer.render(Neighbours(means[17], 5))
    assert isinstance(drawn, DrawnNeighbours)
    distances = np.linalg.norm(means - means[17], axis=1)
    assert drawn.indices[0] == 17
    assert np.array_equal(drawn.indices, distances.argsort()[:5])
    np.testing.assert_allclose(drawn.distances, np.sort(distances)[:5], atol=1e-5)
    assert np.array_equal(drawn.grid.images[0, 0, ..., 0], renderer.held_out.pixels[17, 0].numpy())
    among = renderer.render(Neighbours(means[17], 5, 10))
    assert isinstance(among, DrawnNeighbours)
    assert among.indices.max() < 10
    assert "this model has 4" in _failure(renderer.render(Neighbours(means[0, :3])))


def test_an_analogy_with_itself_is_the_third_image(renderer: Renderer) -> None:
    drawn = renderer.render(Analogy(ImageRef(4), ImageRef(4), ImageRef(9)))
    assert isinstance(drawn, DrawnAnalogy)
    assert drawn.indices[0] == 9
    assert drawn.distances[0] == pytest.approx(0, abs=1e-4)
    means = renderer.posterior.mean
    other = renderer.render(Analogy(ImageRef(1), ImageRef(2), ImageRef(3)))
    assert isinstance(other, DrawnAnalogy)
    np.testing.assert_allclose(other.z, means[1] - means[2] + means[3], atol=1e-5)


def test_a_way_has_equal_steps_and_keeps_its_ends(renderer: Renderer) -> None:
    places = along(((0, 0), (3, 0), (3, 1)), 9)
    np.testing.assert_allclose(places[[0, 6, 8]], [(0, 0), (3, 0), (3, 1)], atol=1e-6)
    np.testing.assert_allclose(np.abs(np.diff(places, axis=0)).sum(1), 0.5, atol=1e-6)
    z = np.array([5, 6, 7, 8], np.float32)
    drawn = renderer.render(Walk(((-1, 0), (1, 2)), 3, "dims", (2, 0), z))
    assert isinstance(drawn, DrawnWalk)
    np.testing.assert_allclose(drawn.z, [(0, 6, -1, 8), (1, 6, 0, 8), (2, 6, 1, 8)])
    map_of = renderer.render(Map())
    assert isinstance(map_of, DrawnMap)
    over = renderer.render(Walk(((-1, 0.5), (1, 2)), 3))
    assert isinstance(over, DrawnWalk)
    np.testing.assert_allclose(over.z[0], map_of.centre + (-1 * map_of.axes[0] + 0.5 * map_of.axes[1]), atol=1e-5)
    assert "the same" in _failure(renderer.render(Walk(((1, 1), (1, 1)))))


def _plane(size: int) -> Plane:
    generator = torch.Generator().manual_seed(0)
    axes = torch.linalg.qr(torch.randn(size, size, generator=generator))[0][:2]
    return Plane(torch.randn(size, generator=generator), axes, ("component 1", "component 2"))


def test_without_a_difference_there_is_no_hole_and_far_away_all_is_one() -> None:
    plane = _plane(5)
    matched = find_holes(plane, StandardNormal(5), torch.zeros(20, 5), torch.ones(20, 5))
    assert matched.share == 0
    assert not matched.shade.any()
    away = torch.zeros(20, 5) + 12 * plane.axes[0]
    gone = find_holes(plane, StandardNormal(5), away, torch.full((20, 5), 0.5))
    # All of the prior but its ends, where its density is below a hundredth of the peak.
    assert gone.share == pytest.approx(0.99, abs=0.005)


def test_half_a_plane_without_data_is_half_a_hole() -> None:
    """Posteriors drawn from the prior's right half, in a plane of two dimensions."""
    z = torch.randn(4000, 3, generator=torch.Generator().manual_seed(1))
    z[:, 0] = z[:, 0].abs()
    axes = torch.eye(3)[:2]
    holes = find_holes(Plane(torch.zeros(3), axes, ("z0", "z1")), StandardNormal(3), z, torch.full_like(z, 0.2))
    assert holes.share == pytest.approx(0.5 * 0.8, abs=0.1)
    middle = holes.shade.shape[1] // 2
    assert holes.shade[:, :middle].mean() > 4 * holes.shade[:, middle:].mean()
    ground = shaded(holes.shade, holes.extent, (-2.0, 2.0, -2.0, 2.0), (100, 100), (255, 255, 255), (0, 0, 0))
    assert (ground[50, 10] < 255).all()
    assert (ground[50, 90] == 255).all()


def test_the_marginal_of_one_gaussian_is_its_density_and_its_divergence_has_a_closed_form() -> None:
    places = torch.linspace(-8, 8, 1601)
    density = marginal(torch.tensor([0.7]), torch.tensor([0.5]), places)
    expected = torch.distributions.Normal(0.7, 0.5).log_prob(places).exp()
    torch.testing.assert_close(density, expected, rtol=5e-3, atol=5e-3)
    exact = torch.distributions.kl_divergence(torch.distributions.Normal(0.7, 0.5), torch.distributions.Normal(0.0, 1.0))
    log_prior = torch.distributions.Normal(0.0, 1.0).log_prob(places)
    assert float(divergence_from_prior(density[None], log_prior, places)) == pytest.approx(float(exact), abs=1e-3)
    matched = marginal(torch.zeros(9), torch.ones(9), places)
    assert float(divergence_from_prior(matched[None], log_prior, places)) == pytest.approx(0, abs=1e-4)


def test_marginals_come_by_kl_and_integrate_to_one(renderer: Renderer) -> None:
    drawn = renderer.render(Marginals())
    assert isinstance(drawn, DrawnMarginals)
    assert drawn.dims == tuple(renderer.summary.order.tolist())
    np.testing.assert_allclose(np.trapezoid(drawn.density, drawn.places), 1, atol=0.02)
    rest = renderer.render(Marginals(first=3))
    assert isinstance(rest, DrawnMarginals)
    assert rest.dims == drawn.dims[3:]
    assert "this model has 4 latent dimensions" in _failure(renderer.render(Marginals(first=4)))


def test_saved_directions_come_back_and_what_is_none_is_said(renderer: Renderer, tmp_path: Path) -> None:
    kept = KeptDirection("7 → 1", np.array([0, 0.6, 0.8, 0], np.float32), 1.25, 8)
    path = tmp_path / "directions.npz"
    path.write_bytes(directions_file((kept, replace(kept, name="other"))))
    read = renderer.render(ReadDirections(path))
    assert isinstance(read, DirectionsRead)
    first, second = read.directions
    assert (first.name, first.spread, first.step, second.name) == ("7 → 1", 1.25, 8, "other")
    assert np.array_equal(first.vector, kept.vector)
    path.write_bytes(directions_file((replace(kept, vector=np.ones(3, np.float32)),)))
    assert "this model has 4 latent dimensions" in _failure(renderer.render(ReadDirections(path)))
    path.write_text("no such thing")
    assert "no file of saved directions" in _failure(renderer.render(ReadDirections(path)))
    assert "cannot be read" in _failure(renderer.render(ReadDirections(tmp_path / "missing.npz")))


_LASSO = Lasso(_SQUARE, _OTHER_SQUARE, "pca", (), 200)
_REQUESTS: dict[str, tuple[str, ViewRequest]] = {
    "map": ("map", Map("dims", (2, 0), "kl", 100, holes=True)),
    "lasso": ("direction", Direction(None, None, _ORIGIN, lasso=_LASSO)),
    "neighbours": ("neighbours", Neighbours(np.array([0.5, -1, 0, 2], np.float32), 3, 200)),
    "analogy": ("analogy", Analogy(ImageRef(1), ImageRef(2), ImageRef(3), 2)),
    "marginals": ("marginals", Marginals(first=1, count=3)),
    "walk": ("walk", Walk(((-1.5, 0), (1, 2), (0, 0)), 5, "dims", (0, 3), np.array([0.5, -1, 0, 2], np.float32))),
}


@pytest.mark.parametrize("name", _REQUESTS)
def test_a_request_travels_as_json_and_as_a_command_line_to_the_same_pixels(
    name: str, tiny_run: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command, request = _REQUESTS[name]
    again = request_from_json(command, request_json(request))
    assert again.arguments() == request.arguments()
    renderer = Renderer.of_run(Run(tiny_run))
    scale = 1 if command in ("map", "marginals") else None
    assert not isinstance(renderer.render(Export(again, tmp_path / "engine.png", scale=scale)), Failed)
    app([command, str(tiny_run), *request.arguments(), "-o", str(tmp_path / "command.png")], standalone_mode=False)
    with Image.open(tmp_path / "engine.png") as one, Image.open(tmp_path / "command.png") as other:
        assert one.tobytes() == other.tobytes()
    capsys.readouterr()


def test_the_commands_print_numbers(renderer: Renderer, tiny_run: Path, capsys: pytest.CaptureFixture[str]) -> None:
    app(["neighbours", str(tiny_run), "--index", "17", "--count", "3", "--json"], standalone_mode=False)
    found = json.loads(capsys.readouterr().out)["neighbours"]
    assert found[0]["index"] == 17
    app(["analogy", str(tiny_run), "4", "4", "9"], standalone_mode=False)
    assert json.loads(capsys.readouterr().out)["neighbours"][0] == 9
    app(["direction", str(tiny_run), *Direction(None, None, _ORIGIN, lasso=_LASSO).arguments()], standalone_mode=False)
    assert "images of lasso B told from" in capsys.readouterr().out


def test_what_makes_no_request_is_refused() -> None:
    for build, words in (
        (lambda: Direction(None, None, _ORIGIN), "made from one of"),
        (lambda: Direction(1, None, _ORIGIN, attribute="a"), "made from one of"),
        (lambda: Direction(None, 2, _ORIGIN, attribute="a"), "leads away from a label"),
        (lambda: Lasso(_SQUARE[:2], _OTHER_SQUARE), "away: 2 corners"),
        (lambda: Lasso(_SQUARE, ((0, 0), (1, float("nan")), (1, 1))), "toward: every corner"),
        (lambda: Walk(((0, 0),)), "1 places"),
        (lambda: Walk(_SQUARE, 1), "2 to 101 steps"),
        (lambda: Neighbours(_ORIGIN, 0), "count = 0"),
        (lambda: Map(images=0), "images = 0"),
    ):
        with pytest.raises(ConfigError, match=words):
            build()
