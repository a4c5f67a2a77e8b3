"""How far a transformation moves posteriors: identities, directions and closed forms."""

import math

import pytest
import torch
from torch import Tensor

from latentlab.config import DataConfig, LikelihoodConfig, ModelConfig
from latentlab.data import TransformPolicy, load_dataset
from latentlab.evaluation.consistency import encode_transformed, measure_consistency
from latentlab.evaluation.posterior import encode_all
from latentlab.models import DiagonalGaussian, build_vae


def _random(seed: int, count: int = 40) -> DiagonalGaussian:
    generator = torch.Generator().manual_seed(seed)
    return DiagonalGaussian(torch.randn(count, 3, generator=generator), torch.randn(count, 3, generator=generator))


def _closed_form_kl(p: DiagonalGaussian, q: DiagonalGaussian) -> Tensor:
    return torch.distributions.kl_divergence(
        torch.distributions.Normal(p.mean, p.std), torch.distributions.Normal(q.mean, q.std)
    )


def test_the_identity_moves_nothing() -> None:
    posterior = _random(0)
    consistency = measure_consistency(posterior, posterior)
    zeros = (consistency.kl, consistency.kl_reverse, consistency.jeffreys, consistency.wasserstein2, consistency.ratio)
    assert zeros == (0, 0, 0, 0, 0)
    assert consistency.kl_per_dim == (0, 0, 0)
    assert consistency.retrieval_at_1 == 1.0


def test_forward_is_from_the_transformed_to_the_original() -> None:
    posterior, posterior_t = _random(0), _random(1)
    consistency = measure_consistency(posterior, posterior_t)
    forward, reverse = _closed_form_kl(posterior_t, posterior), _closed_form_kl(posterior, posterior_t)
    assert consistency.kl == pytest.approx(float(forward.sum(1).mean()), rel=1e-5)
    assert consistency.kl_per_dim == pytest.approx(forward.mean(0).tolist(), rel=1e-5)
    assert consistency.kl_reverse == pytest.approx(float(reverse.sum(1).mean()), rel=1e-5)
    assert consistency.kl != pytest.approx(consistency.kl_reverse, rel=0.01)
    assert consistency.jeffreys == pytest.approx(consistency.kl + consistency.kl_reverse)


def test_the_wasserstein_distance_in_closed_form() -> None:
    posterior = DiagonalGaussian(torch.zeros(2, 2), torch.zeros(2, 2))
    posterior_t = DiagonalGaussian(torch.tensor([[3.0, 0.0], [0.0, 0.0]]), torch.tensor([[0.0, 2 * math.log(5)], [0.0, 0.0]]))
    # √(3² + (5 − 1)²) = 5 for the first image, 0 for the second.
    assert measure_consistency(posterior, posterior_t).wasserstein2 == pytest.approx(2.5)


def test_the_ratio_is_of_distances_to_itself_and_to_strangers() -> None:
    posterior = _random(0, count=12)
    mean = posterior.mean
    strangers = [(mean[i] - mean[j]).square().sum() for i in range(12) for j in range(12) if i != j]
    moved = DiagonalGaussian(mean + torch.tensor([0.3, 0.0, 0.4]), posterior.logvar)
    expected = 0.25 / float(torch.stack(strangers).mean())
    assert measure_consistency(posterior, moved).ratio == pytest.approx(expected, rel=1e-5)


def test_wider_posteriors_lower_the_kl_but_neither_ratio_nor_retrieval() -> None:
    posterior, moved = _random(0), _random(0).mean + 0.3
    narrow, wide = (
        measure_consistency(
            DiagonalGaussian(posterior.mean, torch.full((40, 3), logvar)),
            DiagonalGaussian(moved, torch.full((40, 3), logvar)),
        )
        for logvar in (-4.0, 0.0)
    )
    assert wide.kl < narrow.kl / 10
    assert (wide.ratio, wide.retrieval_at_1) == (narrow.ratio, narrow.retrieval_at_1)


def test_retrieval_counts_whose_nearest_mean_is_its_own() -> None:
    mean = torch.tensor([[0.0], [1.0], [10.0], [20.0]])
    mean_t = torch.tensor([[0.9], [1.2], [12.0], [14.0]])  # nearest: 1, 1, 2, 2
    posterior, posterior_t = (DiagonalGaussian(values, torch.zeros_like(values)) for values in (mean, mean_t))
    for rows in (1, 3, 100):
        assert measure_consistency(posterior, posterior_t, rows=rows).retrieval_at_1 == 0.5


def test_a_collapsed_posterior_retrieves_no_better_than_chance() -> None:
    posterior = DiagonalGaussian(torch.zeros(10, 2), torch.zeros(10, 2))
    consistency = measure_consistency(posterior, posterior)
    assert consistency.retrieval_at_1 == pytest.approx(0.1)
    assert math.isnan(consistency.ratio)


def test_a_single_image_has_no_strangers() -> None:
    posterior = _random(0, count=1)
    assert math.isnan(measure_consistency(posterior, posterior).ratio)


def test_transformed_posteriors_are_those_of_the_transformed_images() -> None:
    model = ModelConfig(name="mlp", latent_dim=3, hidden=16, layers=1)
    vae = build_vae(model, LikelihoodConfig(), (1, 32, 32), torch.Generator().manual_seed(0)).requires_grad_(False)
    images = load_dataset(DataConfig()).test.batch(slice(0, 20))
    half = encode_transformed(vae, images, lambda x, generator: x / 2, seed=0)
    torch.testing.assert_close(half.mean, vae.encode(images / 2).mean)
    torch.testing.assert_close(half.logvar, vae.encode(images / 2).logvar)

    policy = TransformPolicy(degrees=15, shift=0.05, scale=(0.9, 1.1))
    first, again, other = (encode_transformed(vae, images, policy, seed).mean for seed in (0, 0, 1))
    assert torch.equal(first, again)
    assert not torch.equal(first, other)
    assert not torch.equal(first, encode_all(vae, images).mean)
    still = TransformPolicy(degrees=0, shift=0, scale=(1, 1))
    assert measure_consistency(encode_all(vae, images), encode_transformed(vae, images, still, 0)).kl < 1e-6
