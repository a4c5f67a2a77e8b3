"""The posterior against torch.distributions."""

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch.distributions import Normal, kl_divergence

from latentlab.models import DiagonalGaussian, kl_to_standard_normal


def _random(seed: int, spread: float) -> DiagonalGaussian:
    generator = torch.Generator().manual_seed(seed)
    mean, logvar = spread * torch.randn(2, 5, 7, generator=generator)
    return DiagonalGaussian(mean, logvar)


def _reference(gaussian: DiagonalGaussian) -> Normal:
    return Normal(gaussian.mean.double(), (0.5 * gaussian.logvar.double()).exp())


seeds = st.integers(0, 2**32)
spreads = st.floats(0.01, 3.0)


@given(seeds, seeds, spreads)
def test_kl_equals_torch(one: int, other: int, spread: float) -> None:
    p, q = _random(one, spread), _random(other, spread)
    torch.testing.assert_close(p.kl(q).double(), kl_divergence(_reference(p), _reference(q)), rtol=1e-4, atol=1e-4)


@given(seeds, spreads)
def test_kl_to_the_prior_equals_torch(seed: int, spread: float) -> None:
    q = _random(seed, spread)
    prior = DiagonalGaussian(torch.zeros(5, 7), torch.zeros(5, 7))
    torch.testing.assert_close(kl_to_standard_normal(q), q.kl(prior))
    torch.testing.assert_close(
        kl_to_standard_normal(q).double(), kl_divergence(_reference(q), _reference(prior)), rtol=1e-4, atol=1e-4
    )


def test_kl_of_a_distribution_to_itself_is_exactly_zero() -> None:
    q = _random(0, 3.0)
    assert torch.equal(q.kl(q), torch.zeros(5, 7))


@given(seeds, spreads)
def test_log_prob_equals_torch(seed: int, spread: float) -> None:
    q = _random(seed, spread)
    z = torch.randn(3, 5, 7, generator=torch.Generator().manual_seed(seed + 1))
    torch.testing.assert_close(q.log_prob(z).double(), _reference(q).log_prob(z.double()), rtol=1e-3, atol=1e-3)


def test_samples_have_the_distributions_moments() -> None:
    q = _random(1, 1.0)
    z = q.sample(torch.Generator().manual_seed(0), num_samples=40_000)
    torch.testing.assert_close(z.mean(0) / q.std, q.mean / q.std, rtol=0, atol=0.03)
    torch.testing.assert_close(z.std(0) / q.std, torch.ones(5, 7), rtol=0, atol=0.03)


def test_samples_are_reproducible_and_carry_gradients() -> None:
    mean, logvar = torch.zeros(2, 3, requires_grad=True), torch.zeros(2, 3, requires_grad=True)
    q = DiagonalGaussian(mean, logvar)
    first, second = (q.sample(torch.Generator().manual_seed(4)) for _ in range(2))
    assert torch.equal(first, second)
    first.sum().backward()
    assert torch.equal(mean.grad, torch.ones(2, 3))
    torch.testing.assert_close(logvar.grad, first.detach() / 2)


def test_the_log_variance_is_clamped_and_float32() -> None:
    q = DiagonalGaussian(torch.zeros(1, 2, dtype=torch.bfloat16), torch.tensor([[-1e4, 1e4]], dtype=torch.bfloat16))
    assert q.logvar.tolist() == [[-30.0, 20.0]]
    assert q.mean.dtype == q.logvar.dtype == torch.float32
    assert torch.isfinite(kl_to_standard_normal(q)).all()


def test_mean_and_log_variance_of_different_shapes_are_refused() -> None:
    with pytest.raises(ValueError, match=r"\(2, 3\) and logvar \(3, 2\)"):
        DiagonalGaussian(torch.zeros(2, 3), torch.zeros(3, 2))
