"""Directions between labels: they point where the groups lie, and say how well they tell them apart."""

import json
from pathlib import Path

import numpy as np
import pytest
import torch

from latentlab.cli import app
from latentlab.data import ImageStore
from latentlab.explore.directions import Directions, find_directions
from latentlab.explore.provenance import request_from_json, request_json
from latentlab.explore.renderer import Renderer
from latentlab.explore.requests.directions import Direction, DrawnDirections
from latentlab.explore.requests.values import Failed
from latentlab.models import DiagonalGaussian
from latentlab.runs import Run


@pytest.fixture
def renderer(tiny_run: Path) -> Renderer:
    return Renderer.of_run(Run(tiny_run))


def _place(renderer: Renderer, means: torch.Tensor, labels: torch.Tensor) -> None:
    """Let the first held-out images have these posteriors and labels."""
    renderer._posterior = DiagonalGaussian(means, torch.zeros_like(means))
    _label(renderer, torch.cat([labels, renderer.held_out.labels[len(labels) :]]))


def _label(renderer: Renderer, labels: torch.Tensor) -> None:
    renderer._held_out = ImageStore(renderer.held_out.pixels, labels)


def _find(renderer: Renderer, label: int, against: int) -> Directions:
    return find_directions(renderer, Direction(label, against, np.zeros(4, np.float32)))


def test_both_estimates_find_the_axis_that_separates_two_groups(renderer: Renderer) -> None:
    generator = torch.Generator().manual_seed(0)
    labels = torch.arange(200) % 2
    means = torch.randn(200, 4, generator=generator) * 0.3
    means[:, 2] += 4.0 * labels
    _place(renderer, means, labels)
    found = _find(renderer, 1, 0)
    for vector in found.vectors:
        assert np.linalg.norm(vector) == pytest.approx(1, rel=1e-5)
        assert vector[2] > 0.95
    assert found.auc.tolist() == [1, 1]
    assert found.counts == (100, 100)
    assert found.spread[0] == pytest.approx(float(np.std(means.numpy() @ found.vectors[0])), rel=1e-4)
    away = _find(renderer, 0, 1)
    np.testing.assert_allclose(away.vectors, -found.vectors, atol=1e-6)


def test_the_classifier_does_not_follow_what_merely_goes_along(renderer: Renderer) -> None:
    """Two dimensions are correlated; one tells the groups apart. The difference of means leans to both, the normal does not."""
    generator = torch.Generator().manual_seed(1)
    labels = torch.arange(300) % 2
    means = torch.randn(300, 4, generator=generator) * 0.2
    shared = torch.randn(300, generator=generator)
    means[:, 0] = 2.0 * labels + shared
    means[:, 1] = 1.0 * labels + shared
    _place(renderer, means, labels)
    difference, normal = _find(renderer, 1, 0).vectors
    assert difference[1] > 0.3
    assert normal[1] < 0


def test_without_a_difference_the_held_out_score_is_chance(renderer: Renderer) -> None:
    labels = torch.arange(350) % 2
    _place(renderer, torch.randn(350, 4, generator=torch.Generator().manual_seed(2)), labels)
    found = _find(renderer, 1, 0)
    assert found.auc == pytest.approx([0.5, 0.5], abs=0.08)
    assert (found.auc_error > 0).all()
    assert (np.abs(found.auc - 0.5) < 4 * found.auc_error).all()


def test_what_changes_along_is_named_with_its_sign(renderer: Renderer) -> None:
    labels = torch.arange(300) % 3
    means = torch.zeros(300, 4) + 0.1 * torch.randn(300, 4, generator=torch.Generator().manual_seed(3))
    means[:, 0] += torch.tensor([0.0, 4.0, 3.0])[labels]
    _place(renderer, means, labels)
    also = dict(_find(renderer, 1, 0).also)
    assert also["label 2"] > 0.2  # lies near label 1


def test_the_walk_passes_z_and_a_request_travels(renderer: Renderer) -> None:
    z = np.array([0.5, -1, 0.25, 2], np.float32)
    request = Direction(3, None, z, 2.0, 5)
    drawn = renderer.render(request)
    assert isinstance(drawn, DrawnDirections)
    assert np.array_equal(drawn.z[:, 2], np.stack([z, z]))
    np.testing.assert_allclose(drawn.z[1, 4] - z, 2 * drawn.spread[1] * drawn.vectors[1], atol=1e-5)
    assert drawn.grid.column_labels == ("−2.00 σ", "−1.00 σ", "z", "+1.00 σ", "+2.00 σ")
    again = renderer.render(request_from_json("direction", request_json(request)))  # type: ignore[arg-type]
    assert isinstance(again, DrawnDirections)
    assert np.array_equal(again.grid.images, drawn.grid.images)
    renderer.load(renderer.model.state_dict(), 9)
    assert not renderer.derived


def test_a_label_that_no_image_has_and_images_without_labels_are_said(renderer: Renderer) -> None:
    z = np.zeros(4, np.float32)
    answer = renderer.render(Direction(99, None, z))
    assert isinstance(answer, Failed)
    assert "label 99: 0 of the held-out images" in answer.message
    _label(renderer, torch.full_like(renderer.held_out.labels, -1))
    answer = renderer.render(Direction(1, 0, z))
    assert isinstance(answer, Failed)
    assert "no labels" in answer.message


def test_the_command_prints_what_the_engine_finds(
    renderer: Renderer, tiny_run: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    request = Direction(1, 7, np.zeros(4, np.float32))
    expected = renderer.render(request)
    assert isinstance(expected, DrawnDirections)
    app(["direction", str(tiny_run), *request.arguments(), "--json"], standalone_mode=False)
    said = json.loads(capsys.readouterr().out)
    assert [found["auc"] for found in said["directions"]] == expected.auc.tolist()
    assert said["directions"][1]["vector"] == expected.vectors[1].tolist()
    app(["direction", str(tiny_run), "1"], standalone_mode=False)
    assert "classifier: AUC 0." in capsys.readouterr().out
