"""p(x|z) against torch.distributions, summed over pixels."""

import math

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import Tensor, distributions
from torch.nn import functional

from latentlab.config import LikelihoodConfig, ModelConfig
from latentlab.evaluation.report import _bits_of_density
from latentlab.models import Bernoulli, DiscretizedLogistic, Gaussian, Laplace, build_vae
from latentlab.models.likelihoods import SCALE_FLOOR
from latentlab.models.quantization import dequantize

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


@pytest.mark.parametrize("shape", [(1, 28, 28), (3, 7, 5), (1, 64, 64)])
@pytest.mark.parametrize("spread", [0.0, 3.0, 200.0])
def test_bernoulli_is_exact_with_a_gradient_and_without(shape: tuple[int, int, int], spread: float) -> None:
    generator = torch.Generator().manual_seed(0)
    logits = spread * torch.randn(4, 2, *shape, generator=generator)
    for x in (torch.rand(2, *shape, generator=generator), (torch.rand(2, *shape, generator=generator) < 0.3).float()):
        exact = x.double() * logits.double() - torch.logaddexp(logits.double(), torch.zeros((), dtype=torch.float64))
        for asked in (logits, logits.clone().requires_grad_()):
            value = Bernoulli(asked).log_prob(x)
            assert value.shape == (4, 2)
            torch.testing.assert_close(value.double(), exact.sum((2, 3, 4)), rtol=2e-6, atol=2e-3)


@pytest.mark.parametrize("spread", [1.0, 30.0])
def test_the_gradient_of_bernoulli_is_that_of_torch(spread: float) -> None:
    generator = torch.Generator().manual_seed(0)
    logits = (spread * torch.randn(3, 2, 1, 8, 8, generator=generator)).requires_grad_()
    x = torch.rand(2, 1, 8, 8, generator=generator).requires_grad_()
    weights = torch.randn(3, 2, generator=generator)
    found = torch.autograd.grad((weights * Bernoulli(logits).log_prob(x)).sum(), (logits, x))
    exact = -functional.binary_cross_entropy_with_logits(logits, x.expand_as(logits), reduction="none").sum((-3, -2, -1))
    expected = torch.autograd.grad((weights * exact).sum(), (logits, x))
    torch.testing.assert_close(found, expected, rtol=1e-4, atol=1e-5)


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
    likelihood = LikelihoodConfig(name=name, **({} if name == "bernoulli" else {"scale": "fixed"}))
    vae = build_vae(ModelConfig(name="mlp", latent_dim=3, hidden=8), likelihood, (1, 16, 16))
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


def _levels() -> Tensor:
    """One image for each of the 256 grey levels, (256, 1, 1, 1)."""
    return (torch.arange(256) / 255)[:, None, None, None]


@given(seeds)
def test_the_masses_of_all_grey_levels_add_up_to_one(seed: int) -> None:
    output = 3 * torch.randn(1, 3 * 4, 1, 1, generator=torch.Generator().manual_seed(seed))
    log_mass = DiscretizedLogistic.of_output(output.expand(256, -1, -1, -1), 1).log_prob(_levels())
    torch.testing.assert_close(torch.logsumexp(log_mass, 0), torch.tensor(0.0), atol=1e-4, rtol=0)


def test_a_grey_level_has_the_mass_of_its_bin_and_the_ends_have_what_lies_beyond() -> None:
    location, log_scale = 0.4, -3.0
    parameters = (torch.full((1, 256, 1, 1, 1), value) for value in (0.0, location, log_scale))
    of_one = DiscretizedLogistic(*parameters)
    edges = (torch.arange(257, dtype=torch.float64) - 0.5) / 255
    cumulative = torch.sigmoid((edges - location) / math.exp(log_scale))
    cumulative[0], cumulative[-1] = 0, 1
    torch.testing.assert_close(of_one.log_prob(_levels()).double(), cumulative.diff().log(), rtol=1e-4, atol=1e-4)
    torch.testing.assert_close(of_one.mean, torch.full((256, 1, 1, 1), location))


def test_a_logistic_far_away_still_has_a_finite_gradient() -> None:
    output = torch.tensor([0.0, 300.0, -9.0]).view(1, 3, 1, 1).requires_grad_()
    log_prob = DiscretizedLogistic.of_output(output, 1).log_prob(torch.zeros(1, 1, 1, 1))
    (gradient,) = torch.autograd.grad(log_prob.sum(), output)
    assert log_prob.isfinite().all()
    assert gradient.isfinite().all()


@pytest.mark.parametrize("name", ["mlp", "conv", "resnet", "ladder"])
def test_every_network_gives_the_parameters_of_a_mixture(name: str) -> None:
    likelihood = LikelihoodConfig(name="discretized_logistic", mixtures=3)
    size = {"hidden": 8} if name == "mlp" else {"width": 4}
    model = build_vae(ModelConfig(name=name, latent_dim=6, **size), likelihood, (2, 20, 17))  # type: ignore[arg-type]
    for shape in ((5, 6), (4, 5, 6)):
        p = model.decode(torch.randn(shape))
        assert p.mean.shape == (*shape[:-1], 2, 20, 17)
        assert p.log_prob(torch.rand(5, 2, 20, 17)).shape == shape[:-1]


def test_dequantised_images_stay_on_their_level() -> None:
    noisy = dequantize(_levels().expand(-1, 1, 40, 40), torch.Generator().manual_seed(0))
    stays = (noisy * 256).floor() == torch.arange(256.0)[:, None, None, None]
    assert stays.float().mean() > 0.9999  # float32 rounds noise of nearly one level up to the next
    assert (noisy * 256 % 1).mean() == pytest.approx(0.5, abs=0.01)


def test_a_uniform_density_of_dequantised_images_costs_eight_bits() -> None:
    """The density 1 over [0, 1) says nothing of a grey level: log₂ 256 bits."""
    assert _bits_of_density(0.0) == 8.0
