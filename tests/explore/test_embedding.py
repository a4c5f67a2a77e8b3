"""UMAP's layout of the held-out means: what stands for a place, what waits for a fit, and what is kept."""

import threading
from pathlib import Path

import numpy as np
import pytest

from latentlab.errors import ConfigError
from latentlab.explore import umap_layout
from latentlab.explore.renderer import Renderer
from latentlab.explore.requests.directions import Direction, DrawnDirections, Lasso
from latentlab.explore.requests.images import Decode, Picture
from latentlab.explore.requests.maps import DrawnMap, DrawnWalk, Map, Walk
from latentlab.explore.requests.values import Failed, Vector
from latentlab.explore.umap_layout import NEAREST, fit_umap, place_of, weighted_mean
from latentlab.runs import Run


@pytest.fixture
def renderer(tiny_run: Path) -> Renderer:
    return Renderer.of_run(Run(tiny_run))


@pytest.fixture
def fits(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """UMAP's stand-in: the first two dimensions, ten times as large. The list counts the latents of each fit."""
    seen: list[int] = []

    def fit(means: Vector) -> Vector:
        seen.append(len(means))
        return means[:, :2] * 10

    monkeypatch.setattr(umap_layout, "has_umap", lambda: True)
    monkeypatch.setattr(umap_layout, "fit_umap", fit)
    return seen


def _map(renderer: Renderer, request: Map) -> DrawnMap:
    result = renderer.render(request)
    assert isinstance(result, DrawnMap), result
    return result


def test_a_place_stands_for_its_nearest_points_by_inverse_distance() -> None:
    places = np.array([[0, 0], [4, 0]], np.float32)
    values = np.array([[1, 2, 3], [5, 2, -1]], np.float32)
    at = np.array([[0, 0], [4, 0], [2, 3], [1, 0]], np.float32)
    expected = [values[0], values[1], values.mean(0), values[0] * 0.75 + values[1] * 0.25]
    np.testing.assert_allclose(weighted_mean(at, places, values), expected, rtol=1e-6)


def test_only_the_nearest_points_count_and_equal_places_share_theirs() -> None:
    near = np.zeros((NEAREST, 2), np.float32)
    far = np.full((20, 2), 9, np.float32)
    places, values = np.concatenate([far, near]), np.concatenate([np.full((20, 1), 1e6), np.arange(NEAREST)[:, None]])
    for at in ([[0, 0]], [[0, 1]]):
        assert weighted_mean(np.array(at, np.float32), places, values.astype(np.float32)) == pytest.approx((NEAREST - 1) / 2)


def test_a_z_is_marked_where_it_lies_among_the_means_and_not_far_from_all() -> None:
    means = np.random.default_rng(0).normal(size=(50, 4)).astype(np.float32)
    places = means[:, :2] + 3
    assert place_of(means[7], means, places) == pytest.approx(places[7].tolist())
    assert place_of(means[7] + 40, means, places) is None


def test_a_map_shows_the_fit_and_keeps_it_for_other_colours(renderer: Renderer, fits: list[int]) -> None:
    drawn = _map(renderer, Map("umap"))
    means = renderer.posterior.mean.numpy()
    assert drawn.means is not None
    np.testing.assert_array_equal(drawn.means, means)
    np.testing.assert_array_equal(drawn.points, means[:, :2] * 10)
    assert drawn.total == len(means)
    assert "UMAP, n_neighbors 15, min_dist 0.1; distances between far clusters mean little" in drawn.grid.column_labels[0]
    by_kl = _map(renderer, Map("umap", colour="kl"))
    assert np.array_equal(by_kl.points, drawn.points)
    assert fits == [len(means)]
    assert len(_map(renderer, Map("umap", images=40)).points) == 40
    assert fits == [len(means), 40]
    renderer.load(renderer.model.state_dict(), 9)  # other weights, another fit
    _map(renderer, Map("umap"))
    assert fits == [len(means), 40, len(means)]


def test_a_decode_is_served_while_a_fit_is_under_way(renderer: Renderer, monkeypatch: pytest.MonkeyPatch) -> None:
    go = threading.Event()
    served: list[object] = []

    def fit(means: Vector) -> Vector:
        assert go.wait(60)
        return means[:, :2]

    def note() -> None:
        served.append(renderer.render(Decode(np.full(4, len(served), np.float32))))
        if len(served) == 3:
            go.set()

    monkeypatch.setattr(umap_layout, "has_umap", lambda: True)
    monkeypatch.setattr(umap_layout, "fit_umap", fit)
    renderer.yield_to_urgent = note
    _map(renderer, Map("umap"))
    assert len(served) >= 3
    assert all(isinstance(picture, Picture) for picture in served)


def test_a_lassos_images_are_those_inside_it_on_the_embedding(renderer: Renderer, fits: list[int]) -> None:
    points = _map(renderer, Map("umap")).points
    low, high = points.min(0) - 1, points.max(0) + 1
    middle = float(points[:, 0].mean())

    def box(left: float, right: float) -> tuple[tuple[float, float], ...]:
        bottom, top = float(low[1]), float(high[1])
        return ((left, bottom), (right, bottom), (right, top), (left, top))

    lasso = Lasso(box(float(low[0]), middle), box(middle, float(high[0])), "umap", images=len(points))
    found = renderer.render(Direction(None, None, np.zeros(4, np.float32), lasso=lasso))
    assert isinstance(found, DrawnDirections), found
    assert found.counts[0] == (points[:, 0] > middle).sum()
    assert sum(found.counts) == len(points)
    assert len(fits) == 1


def test_a_way_from_point_to_point_begins_and_ends_at_their_means(renderer: Renderer, fits: list[int]) -> None:
    drawn = _map(renderer, Map("umap"))
    assert drawn.means is not None
    a, b = (tuple(point) for point in drawn.points[[3, 8]].tolist())
    walk = renderer.render(Walk((a, b), 5, "umap"))
    assert isinstance(walk, DrawnWalk), walk
    np.testing.assert_allclose(walk.z[[0, -1]], drawn.means[[3, 8]], rtol=1e-4, atol=1e-5)
    np.testing.assert_allclose(walk.z, weighted_mean(walk.places, drawn.points, drawn.means), rtol=1e-6)
    assert len(fits) == 1


def test_what_makes_no_embedding_is_refused(renderer: Renderer, fits: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ConfigError, match="UMAP projects no densities"):
        Map("umap", holes=True)
    few = renderer.render(Map("umap", images=15))
    assert isinstance(few, Failed)
    assert few.message == "projection = umap: 15 images; an embedding by 15 neighbours needs 16 or more."
    renderer.posterior.mean[:] = 0.5
    same = renderer.render(Map("umap"))
    assert isinstance(same, Failed)
    assert "same posterior mean" in same.message
    monkeypatch.setattr(umap_layout, "has_umap", lambda: False)
    for request in (Map("umap"), Walk(((0, 0), (1, 1)), 5, "umap")):
        failed = renderer.render(request)
        assert isinstance(failed, Failed)
        assert failed.message.startswith("projection = umap: umap-learn is not installed: pip install 'latentlab-vae[umap]'")
    assert fits == []


@pytest.mark.skipif(not umap_layout.has_umap(), reason="umap-learn is an extra")
def test_the_real_one_keeps_clusters_apart_and_is_the_same_each_time() -> None:
    random = np.random.default_rng(0)
    clusters = np.concatenate([random.normal(centre, 1, (60, 6)) for centre in (0, 12)]).astype(np.float32)
    points = fit_umap(clusters)
    assert np.array_equal(points, fit_umap(clusters))
    distance = np.linalg.norm(points[:, None] - points, axis=-1)
    within = max(distance[:60, :60].max(), distance[60:, 60:].max())
    assert distance[:60, 60:].min() > 0.5 * within
    np.fill_diagonal(distance, np.inf)
    assert ((distance.argmin(1) < 60) == (np.arange(120) < 60)).all()
