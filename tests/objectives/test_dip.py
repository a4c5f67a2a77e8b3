"""DIP-VAE: penalties of covariances that are known."""

import math

import pytest
import torch

from latentlab import metrics
from latentlab.config import LikelihoodConfig, ModelConfig
from latentlab.models import DiagonalGaussian, build_vae
from latentlab.objectives import Elbo, Schedule
from latentlab.objectives.dip import Dip, Kind, covariance, penalties


def _posterior(means: torch.Tensor, variance: float) -> DiagonalGaussian:
    return DiagonalGaussian(means, torch.full_like(means, math.log(variance)))


_SQUARE = torch.tensor([[1.0, 1.0], [1.0, -1.0], [-1.0, 1.0], [-1.0, -1.0]])
"""Means whose covariance is the identity."""


def test_the_identity_costs_nothing() -> None:
    assert [float(value) for value in penalties(covariance(_posterior(_SQUARE, 0.3), "i"))] == [0, 0]
    halves = _posterior(_SQUARE / math.sqrt(2), 0.5)
    assert [float(value) for value in penalties(covariance(halves, "ii"))] == pytest.approx([0, 0], abs=1e-12)


def test_a_known_covariance_costs_what_it_should() -> None:
    off_diagonal, diagonal = penalties(torch.tensor([[3.0, 0.5, -1.0], [0.5, 1.0, 2.0], [-1.0, 2.0, 0.0]]))
    assert float(off_diagonal) == 2 * (0.25 + 1 + 4)
    assert float(diagonal) == 4 + 0 + 1


@pytest.mark.parametrize("kind", ["i", "ii"])
def test_the_covariance_is_that_of_the_means_or_of_z(kind: Kind) -> None:
    generator = torch.Generator().manual_seed(0)
    posterior = _posterior(torch.randn(40, 3, generator=generator) + 5, 0.2)
    expected = torch.cov(posterior.mean.T, correction=0) + (0.2 * torch.eye(3) if kind == "ii" else 0)
    torch.testing.assert_close(covariance(posterior, kind), expected)


@pytest.mark.parametrize("kind", ["i", "ii"])
def test_its_terms_are_weighted_and_the_bound_is_the_vaes(kind: Kind) -> None:
    vae = build_vae(ModelConfig(name="mlp", hidden=8, latent_dim=3), LikelihoodConfig(), (1, 16, 16))
    x = torch.rand(6, 1, 16, 16, generator=torch.Generator().manual_seed(2))
    base = Elbo(Schedule(2.0))
    loss, plain = (objective(vae, x, torch.Generator().manual_seed(0), 0) for objective in (Dip(base, kind, 3.0, 5.0), base))
    decorrelation, unit_variance = penalties(covariance(vae.encode(x), kind))
    torch.testing.assert_close(loss.total, plain.total + 3 * decorrelation + 5 * unit_variance)
    torch.testing.assert_close(loss.elbo, plain.elbo)
    (loss.terms[metrics.DECORRELATION] + loss.terms[metrics.UNIT_VARIANCE]).backward()
    assert all(parameter.grad is None for parameter in vae.decoder.parameters())
    assert all(parameter.grad is not None and parameter.grad.abs().sum() > 0 for parameter in vae.encoder.parameters())
