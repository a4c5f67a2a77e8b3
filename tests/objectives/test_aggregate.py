"""The objective of "How to train your VAE" against numerical moments of the mixture."""

import math

import torch
from hypothesis import given
from hypothesis import strategies as st

from latentlab import metrics
from latentlab.config import LikelihoodConfig, ModelConfig
from latentlab.models import DiagonalGaussian, build_vae
from latentlab.objectives import Aggregate, Schedule
from latentlab.objectives.aggregate import VARIANCE_FLOOR, aggregate_posterior, variance_term


def _posterior(seed: int, count: int = 6, dims: int = 3) -> DiagonalGaussian:
    generator = torch.Generator().manual_seed(seed)
    return DiagonalGaussian(torch.randn(count, dims, generator=generator), torch.randn(count, dims, generator=generator))


@given(st.integers(0, 10_000))
def test_mixture_moments_are_those_of_the_mixture_by_quadrature(seed: int) -> None:
    posterior = _posterior(seed)
    grid = torch.linspace(-40, 40, 80_001, dtype=torch.float64)[:, None, None]
    density = torch.distributions.Normal(posterior.mean.double(), posterior.std.double()).log_prob(grid).exp().mean(1)
    width, z = 80 / 80_000, grid[:, 0]
    mean = (density * z).sum(0) * width
    variance = (density * (z - mean) ** 2).sum(0) * width
    aggregate = aggregate_posterior(posterior, "mixture")
    torch.testing.assert_close(aggregate.mean[0].double(), mean, atol=1e-4, rtol=1e-4)
    torch.testing.assert_close(aggregate.logvar[0].double().exp(), variance, atol=1e-3, rtol=1e-3)


def test_means_leave_out_the_posteriors_own_variance() -> None:
    posterior = _posterior(0)
    difference = aggregate_posterior(posterior, "mixture").logvar.exp() - aggregate_posterior(posterior, "means").logvar.exp()
    torch.testing.assert_close(difference[0], posterior.logvar.exp().mean(0))


def test_equal_means_are_floored_before_the_logarithm() -> None:
    posterior = DiagonalGaussian(torch.ones(4, 2), torch.zeros(4, 2))
    torch.testing.assert_close(aggregate_posterior(posterior, "means").logvar, torch.full((1, 2), math.log(VARIANCE_FLOOR)))


def test_the_variance_term_is_least_where_every_variance_is_one() -> None:
    def at(variance: float) -> float:
        return variance_term(DiagonalGaussian(torch.zeros(5, 3), torch.full((5, 3), math.log(variance)))).item()

    assert at(1.0) == 0
    assert at(0.5) > at(1.0) < at(2.0)
    assert math.isclose(at(0.5), 3 * (0.5 - math.log(0.5) - 1), rel_tol=1e-6)


def test_the_terms_are_weighted_and_add_up() -> None:
    model = build_vae(ModelConfig(name="mlp", hidden=8, latent_dim=3), LikelihoodConfig(), (1, 16, 16))
    x = torch.rand(5, 1, 16, 16, generator=torch.Generator().manual_seed(2))
    loss = Aggregate(Schedule(2.0), variance_weight=0.3)(model, x, torch.Generator().manual_seed(0), 0)
    expected = loss.terms[metrics.DISTORTION] + 2 * loss.terms[metrics.AGGREGATE_RATE] + 0.3 * loss.terms[metrics.VARIANCE]
    torch.testing.assert_close(loss.total, expected)
    posterior = model.encode(x)
    v = posterior.mean.var(0, correction=0) + posterior.std.square().mean(0)
    m = posterior.mean.mean(0)
    torch.testing.assert_close(loss.terms[metrics.AGGREGATE_RATE], 0.5 * (m**2 + v - v.log() - 1).sum())
