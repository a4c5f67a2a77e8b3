"""p(x|z) against torch.distributions, summed over pixels."""

import math

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import Tensor, distributions

from latentlab.config import LikelihoodConfig, ModelConfig
from latentlab.models import Bernoulli, Gaussian, Laplace, build_vae
from latentlab.models.likelihoods import SCALE_FLOOR

seeds = st.integers(0, 2**32)
scales = st.floats(0.02, 5.0)


def _pair(seed: int) -> tuple[Tensor, Tensor]:
    generator = torch.Generator().manual_seed(seed)
    return torch.rand(3, 2, 5, 4, generator=generator), torch.rand(3, 2, 5, 4, generator=generator)


@given(seeds)
def test_bernoulli_equals_torch(seed: int) -> None:
    x, noise = _pair(seed)
    x = (x > 0.5).float()
    logits = 8 * (noise - 0.5)
    expected = distributions.Bernoulli(logits=logits.double()).log_prob(x.double()).sum((1, 2, 3))
    torch.testing.assert_close(Bernoulli(logits).log_prob(x).double(), expected, rtol=1e-5, atol=1e-4)
    torch.testing.assert_close(Bernoulli(logits).mean, torch.sigmoid(logits))


@given(seeds, scales)
def test_gaussian_equals_torch(seed: int, scale: float) -> None:
    x, location = _pair(seed)
    expected = distributions.Normal(location.double(), scale).log_prob(x.double()).sum((1, 2, 3))
    result = Gaussian(location, torch.tensor(scale)).log_prob(x)
    torch.testing.assert_close(result.double(), expected, rtol=1e-4, atol=1e-3)


@given(seeds, scales)
def test_laplace_equals_torch(seed: int, scale: float) -> None:
    x, location = _pair(seed)
    expected = distributions.Laplace(location.double(), scale).log_prob(x.double()).sum((1, 2, 3))
    result = Laplace(location, torch.tensor(scale)).log_prob(x)
    torch.testing.assert_close(result.double(), expected, rtol=1e-4, atol=1e-3)


@given(seeds)
def test_the_optimal_scale_is_the_closed_form_and_no_other_is_better(seed: int) -> None:
    x, location = _pair(seed)
    error = x - location
    for family, optimum in ((Gaussian, error.square().mean().sqrt()), (Laplace, error.abs().mean())):
        best = family(location, None).log_prob(x).mean()
        torch.testing.assert_close(best, family(location, optimum).log_prob(x).mean())
        for factor in (0.97, 1.03):
            assert family(location, factor * optimum).log_prob(x).mean() < best


def test_the_optimal_gaussian_has_the_published_value() -> None:
    x, location = _pair(3)
    pixels = x[0].numel()
    mse = (x - location).square().mean()
    expected = -pixels / 2 * (1 + math.log(2 * math.pi) + mse.log())
    torch.testing.assert_close(Gaussian(location, None).log_prob(x).mean(), expected)


@pytest.mark.parametrize("family", [Gaussian, Laplace])
def test_a_perfect_reconstruction_stays_finite(family: type[Gaussian] | type[Laplace]) -> None:
    x, _ = _pair(0)
    value = family(x.clone().requires_grad_(), None).log_prob(x).sum()
    value.backward()
    assert torch.isfinite(value)
    floor = family(x, torch.tensor(SCALE_FLOOR)).log_prob(x).sum()
    torch.testing.assert_close(value, floor)


@pytest.mark.parametrize("name", ["bernoulli", "gaussian", "laplace"])
def test_samples_axes_before_the_batch_are_kept(name: str) -> None:
    vae = build_vae(ModelConfig(name="mlp", latent_dim=3, hidden=8), LikelihoodConfig(name=name, scale="fixed"), (1, 16, 16))
    z = torch.randn(5, 2, 3)
    x = torch.rand(2, 1, 16, 16)
    together = vae.decode(z).log_prob(x)
    assert together.shape == (5, 2)
    torch.testing.assert_close(together[4], vae.decode(z[4]).log_prob(x))


def test_a_fixed_scale_is_the_configs_and_a_learned_one_starts_there_and_learns() -> None:
    model = ModelConfig(name="mlp", latent_dim=2, hidden=8)
    for scale in ("fixed", "learned"):
        vae = build_vae(model, LikelihoodConfig(name="gaussian", scale=scale, scale_value=0.25), (1, 16, 16))
        likelihood = vae.decode(torch.zeros(1, 2))
        assert isinstance(likelihood, Gaussian)
        torch.testing.assert_close(likelihood.scale, torch.tensor(0.25))
        assert ("log_scale" in dict(vae.named_parameters())) == (scale == "learned")
    likelihood.log_prob(torch.rand(1, 1, 16, 16)).sum().backward()
    assert vae.log_scale.grad is not None
    assert vae.log_scale.grad != 0
