"""Which dimensions t leaves alone: closed forms, and a model in which one is known to follow."""

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from torch.distributions import Normal, kl_divergence

from latentlab.cli import app
from latentlab.data import TransformParameters, load_dataset, policy_from, transform
from latentlab.errors import ConfigError
from latentlab.evaluation.posterior import encode_all
from latentlab.explore.provenance import request_from_json, request_json
from latentlab.explore.ranking import drift_ratio
from latentlab.explore.renderer import Renderer
from latentlab.explore.requests.transformations import DrawnRanking, Rank, Transformation
from latentlab.models import DiagonalGaussian
from latentlab.runs import Run
from latentlab.seeding import generator_for


@pytest.fixture
def renderer(tiny_run: Path) -> Renderer:
    return Renderer.of_run(Run(tiny_run))


def _rank(renderer: Renderer, request: Rank) -> DrawnRanking:
    result = renderer.render(request)
    assert isinstance(result, DrawnRanking), result
    return result


def test_the_identity_moves_no_dimension(renderer: Renderer) -> None:
    ranking = _rank(renderer, Rank(images=32))
    assert not ranking.kl_per_dim.any()
    assert not ranking.drift.any()
    assert np.array_equal(ranking.grid.images[0], ranking.grid.images[1])


def test_the_ratio_is_that_over_all_pairs() -> None:
    mean, mean_t = torch.randn(2, 9, 3, generator=generator_for(1, "test"))
    pairs = [(i, j) for i in range(9) for j in range(9) if i != j]
    strangers = torch.stack([(mean[i] - mean[j]).square() for i, j in pairs]).mean(0)
    expected = (mean_t - mean).square().mean(0) / strangers
    torch.testing.assert_close(drift_ratio(mean, mean_t), expected)
    assert drift_ratio(torch.tensor([[0.0], [1.0]]), torch.tensor([[1.0], [0.0]])).tolist() == [1.0]
    assert drift_ratio(torch.ones(4, 1), torch.ones(4, 1)).isnan().all()


def test_a_dimension_that_follows_is_last_and_one_that_says_nothing_is_apart(
    renderer: Renderer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def planted(x: torch.Tensor) -> DiagonalGaussian:
        """Brightness is followed, contrast partly, where the ink is not; the last dimension is constant."""
        level, spread = x.mean((1, 2, 3)), x.std((1, 2, 3))
        ink = (x > 0).float().mean((1, 2, 3))  # unchanged by brightness above 0
        mean = 20 * torch.stack([level, ink, 0.3 * spread + ink, torch.zeros_like(ink)], 1)
        return DiagonalGaussian(mean, torch.zeros_like(mean))

    monkeypatch.setattr(renderer.model, "encode", planted)
    ranking = _rank(renderer, Rank(Transformation(brightness=0.5), images=64))
    assert ranking.order.tolist() == [1, 2, 0]
    assert ranking.active.tolist() == [True, True, True, False]
    assert ranking.drift[1] == pytest.approx(0, abs=1e-6)
    assert np.isnan(ranking.drift[3])
    # Unit variances: the mean KL is half the mean squared move.
    x = renderer.held_out.batch(slice(0, 64))
    moved = (planted(x).mean - planted(x * 0.5).mean).square().mean(0) / 2
    np.testing.assert_allclose(ranking.kl_per_dim, moved, rtol=1e-3, atol=1e-5)


def test_the_policy_draws_a_t_for_each_image(renderer: Renderer, tiny_run: Path) -> None:
    run = Run(tiny_run)
    x = load_dataset(run.config.data).test.batch(slice(0, 20))
    ranking = _rank(renderer, Rank(draw=3, images=20))
    x_t = policy_from(run.config.transform)(x, generator_for(3, "a draw of t"))
    of_x, of_t = encode_all(run.model(), x), encode_all(run.model(), x_t)
    kl = kl_divergence(Normal(of_t.mean, of_t.std), Normal(of_x.mean, of_x.std)).mean(0)
    np.testing.assert_allclose(ranking.kl_per_dim, kl, rtol=1e-3, atol=1e-6)
    explicit = _rank(renderer, Rank(Transformation(rotate=15), images=20))
    turned = transform(x, TransformParameters.same(20, degrees=15), "zeros", generator_for(0, "noise of an explicit t"))
    assert np.array_equal(explicit.grid.images[1, 3, :, :, 0], (turned[3, 0] * 255).round().byte().numpy())


def test_the_command_prints_the_same(renderer: Renderer, tiny_run: Path, capsys: pytest.CaptureFixture[str]) -> None:
    request = Rank(Transformation(rotate=25, noise=0.1), images=30)
    assert request_from_json("rank", request_json(request)) == request
    app(["rank", str(tiny_run), *request.arguments(), "--json"], standalone_mode=False)
    said = json.loads(capsys.readouterr().out)
    ranking = _rank(renderer, request)
    lines = [line for line in said["ranking"] if line["active"]]
    assert [line["dimension"] for line in lines] == ranking.order.tolist()
    assert [line["drift"] for line in lines] == ranking.drift[ranking.order].tolist()
    assert sorted(line["dimension"] for line in said["ranking"]) == [0, 1, 2, 3]
    app(["rank", str(tiny_run), *request.arguments()], standalone_mode=False)
    text = capsys.readouterr().out
    assert text.splitlines()[1].startswith(f"z{ranking.order[0]}" if len(ranking.order) else "z0")
    with pytest.raises(ConfigError, match="images = 1: a ranking needs 2 or more"):
        Rank(images=1)
