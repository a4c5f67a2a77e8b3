"""x beside t(x): what is shown is what the posteriors say."""

import json
import math
from pathlib import Path

import numpy as np
import pytest
import torch
from torch.distributions import Normal, kl_divergence

from latentlab.data import TransformParameters, load_dataset, policy_from, transform
from latentlab.errors import ConfigError
from latentlab.explore.renderer import Renderer
from latentlab.explore.requests.transformations import Consistency, DrawnConsistency, Transformation
from latentlab.explore.requests.values import ImageRef
from latentlab.runs import Run
from latentlab.seeding import generator_for


@pytest.fixture
def run(tiny_run: Path) -> Run:
    return Run(tiny_run)


def _compare(run: Run, request: Consistency) -> DrawnConsistency:
    result = Renderer.of_run(run).render(request)
    assert isinstance(result, DrawnConsistency)
    return result


def test_the_identity_moves_nothing(run: Run) -> None:
    same = _compare(run, Consistency(ImageRef(index=3)))
    assert np.array_equal(same.mean_x, same.mean_t)
    assert np.array_equal(same.grid.images[0], same.grid.images[1])
    assert (same.kl_forward, same.kl_reverse, same.jeffreys, same.wasserstein2, same.ratio) == (0, 0, 0, 0, 0)
    assert same.nearest


def test_the_numbers_are_those_of_the_two_posteriors(run: Run) -> None:
    asked = Transformation(rotate=25, translate=(3, -2), scale=1.2, noise=0.05)
    got = _compare(run, Consistency(ImageRef(index=5), asked))
    held_out = load_dataset(run.config.data).test
    x = held_out.batch(slice(5, 6))
    parameters = TransformParameters.same(1, degrees=25, shift=(3 / 32, -2 / 32), scale=1.2, noise=0.05)
    x_t = transform(x, parameters, "zeros", generator_for(0, "noise of an explicit t"))
    of_x, of_t = run.encode(x), run.encode(x_t)
    p, q = Normal(of_t.mean[0], of_t.std[0]), Normal(of_x.mean[0], of_x.std[0])
    np.testing.assert_allclose(got.kl_per_dim, kl_divergence(p, q).numpy(), rtol=1e-3, atol=1e-4)
    assert got.kl_forward == pytest.approx(float(kl_divergence(p, q).sum()), rel=1e-3)
    assert got.kl_reverse == pytest.approx(float(kl_divergence(q, p).sum()), rel=1e-3)
    assert got.kl_forward != pytest.approx(got.kl_reverse, rel=1e-3)  # the direction can be told
    distance = math.sqrt(float((p.mean - q.mean).square().sum() + (p.stddev - q.stddev).square().sum()))
    assert got.wasserstein2 == pytest.approx(distance, rel=1e-4)
    means = torch.cat([run.encode(held_out.batch(slice(None))).mean[:5], run.encode(held_out.batch(slice(None))).mean[6:]])
    pairs = torch.cdist(means, means).square().sum() / (len(means) * (len(means) - 1))
    assert got.ratio == pytest.approx(float((p.mean - q.mean).square().sum() / pairs), rel=1e-3)
    assert got.nearest == bool((p.mean - q.mean).norm() <= (means - p.mean).norm(dim=1).min())
    shown = (x_t[0] * 255).round().byte().movedim(0, -1).numpy()
    assert np.array_equal(got.grid.images[1, 0], shown)


def test_a_draw_is_one_of_the_runs_own_policy(run: Run) -> None:
    first, again, other = (_compare(run, Consistency(ImageRef(index=2), draw=seed)) for seed in (4, 4, 5))
    x = load_dataset(run.config.data).test.batch(slice(2, 3))
    expected = policy_from(run.config.transform)(x, generator_for(4, "a draw of t"))
    assert np.array_equal(first.grid.images[1, 0], (expected[0] * 255).round().byte().movedim(0, -1).numpy())
    assert np.array_equal(first.mean_t, again.mean_t)
    assert not np.array_equal(first.mean_t, other.mean_t)


@pytest.mark.parametrize("policy", ["", "degrees=30,shear=10,scale_min=0.8,brightness=0.3,blur=1,flip_horizontal=true"])
def test_the_t_that_was_drawn_gives_the_same_image_where_it_is_asked_for(run: Run, policy: str) -> None:
    renderer = Renderer.of_run(run)
    for seed in range(4):
        drawn = renderer.render(Consistency(ImageRef(index=5), draw=seed, policy=policy))
        assert isinstance(drawn, DrawnConsistency)
        assert drawn.transformation is not None
        again = renderer.render(Consistency(ImageRef(index=5), drawn.transformation))
        assert isinstance(again, DrawnConsistency)
        assert np.abs(again.grid.images[1, 0].astype(int) - drawn.grid.images[1, 0]).max() <= 1
        assert again.transformation is None


@pytest.mark.parametrize(
    "wrong", [{"scale": 0.0}, {"shear": 90.0}, {"hue": 0.6}, {"noise": -0.1}, {"rotate": math.nan}, {"erase": 2.0}]
)
def test_a_transformation_that_makes_no_sense_is_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(ConfigError, match=next(iter(wrong))):
        Transformation(**wrong)


def test_its_json_has_the_same_numbers(run: Run, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    from latentlab import cli

    options = ["--rotate", "-20", "--translate=-2,1", "--flip", "h", "--brightness", "1.2", "--json"]
    monkeypatch.setattr("sys.argv", ["latentlab", "consistency", str(run.path), "7", *options])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert not ended.value.code
    printed = json.loads(capsys.readouterr().out)
    asked = Transformation(rotate=-20, translate=(-2, 1), flip="h", brightness=1.2)
    expected = _compare(run, Consistency(ImageRef(index=7), asked))
    for name in ("kl_forward", "kl_reverse", "jeffreys", "wasserstein2", "ratio", "nearest"):
        assert printed[name] == getattr(expected, name)
    for name in ("mean_x", "std_x", "mean_t", "std_t", "kl_per_dim"):
        assert printed[name] == getattr(expected, name).tolist()
    assert sum(printed["kl_per_dim"]) == pytest.approx(printed["kl_forward"], rel=1e-5)
