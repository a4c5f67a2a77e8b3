"""A transformation that grows: the curves are those of the posteriors, and agree with a single comparison."""

import json
from pathlib import Path

import numpy as np
import pytest
from torch.distributions import Normal, kl_divergence

from latentlab.cli import app
from latentlab.data import TransformParameters, load_dataset, transform
from latentlab.errors import ConfigError
from latentlab.explore.provenance import request_from_json, request_json
from latentlab.explore.renderer import Renderer
from latentlab.explore.requests.transformations import (
    Amount,
    Consistency,
    DrawnConsistency,
    DrawnStrength,
    Strength,
    Transformation,
)
from latentlab.explore.requests.values import ImageRef
from latentlab.runs import Run


def _sweep(run: Path, request: Strength) -> DrawnStrength:
    result = Renderer.of_run(Run(run)).render(request)
    assert isinstance(result, DrawnStrength)
    return result


def test_one_image_moves_as_a_single_comparison_says(tiny_run: Path) -> None:
    kept = Transformation(scale=1.1, noise=0.1)
    request = Strength(ImageRef(index=4), "rotate", -30, 30, kept, steps=3, images=8)
    curve = _sweep(tiny_run, request)
    assert curve.values.tolist() == [-30, 0, 30]
    for place, degrees in enumerate((-30, 0, 30)):
        asked = Transformation(rotate=degrees, scale=1.1, noise=0.1)
        single = Renderer.of_run(Run(tiny_run)).render(Consistency(ImageRef(index=4), asked))
        assert isinstance(single, DrawnConsistency)
        assert curve.kl[place] == pytest.approx(single.kl_forward, rel=1e-6)
        assert curve.drift[place] == pytest.approx(float(np.linalg.norm(single.mean_t - single.mean_x)), rel=1e-5)
        assert np.array_equal(curve.grid.images[:, place], single.grid.images[1])


def test_mean_and_spread_are_those_of_the_held_out_images(tiny_run: Path) -> None:
    curve = _sweep(tiny_run, Strength(ImageRef(index=0), "right", 0, 4, steps=2, images=10))
    assert (curve.kl_mean[0], curve.kl_std[0], curve.drift_mean[0], curve.drift_std[0]) == (0, 0, 0, 0)
    run = Run(tiny_run)
    x = load_dataset(run.config.data).test.batch(slice(0, 10))
    of_x, of_t = run.encode(x), run.encode(transform(x, TransformParameters.same(10, shift=(4 / 32, 0))))
    kl = kl_divergence(Normal(of_t.mean, of_t.std), Normal(of_x.mean, of_x.std)).sum(1)
    drift = (of_t.mean - of_x.mean).norm(dim=1)
    assert curve.kl_mean[1] == pytest.approx(float(kl.mean()), rel=1e-4)
    assert curve.kl_std[1] == pytest.approx(float(kl.std(correction=0)), rel=1e-4)
    assert curve.drift_mean[1] == pytest.approx(float(drift.mean()), rel=1e-4)
    assert curve.drift_std[1] == pytest.approx(float(drift.std(correction=0)), rel=1e-4)
    assert curve.images == 10


def test_the_command_prints_the_same_and_a_request_travels(tiny_run: Path, capsys: pytest.CaptureFixture[str]) -> None:
    request = Strength(ImageRef(index=2), "down", -2, 2, Transformation(translate=(1, 0), blur=0.5), steps=5, images=6)
    assert request_from_json("strength", request_json(request)) == request
    app(["strength", str(tiny_run), *request.arguments(), "--json"], standalone_mode=False)
    said = json.loads(capsys.readouterr().out)
    curve = _sweep(tiny_run, request)
    assert said["kl"] == curve.kl.tolist()
    assert said["drift_std"] == curve.drift_std.tolist()
    app(["strength", str(tiny_run), *request.arguments()], standalone_mode=False)
    assert f"{curve.kl[0]:.3f}" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("amount", "low", "high", "images", "said"),
    [("scale", 0, 2, 8, "scale = 0"), ("rotate", 5, 5, 8, "below the last"), ("rotate", 0, 5, 0, "images = 0")],
)
def test_what_cannot_be_swept_is_said(amount: Amount, low: float, high: float, images: int, said: str) -> None:
    with pytest.raises(ConfigError, match=said):
        Strength(ImageRef(index=0), amount, low, high, images=images)
