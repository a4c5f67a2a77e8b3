"""Maximum mean discrepancy: 0 where it should be, its mean, and two points by hand."""

import math

import pytest
import torch

from latentlab import metrics
from latentlab.config import LikelihoodConfig, ModelConfig
from latentlab.models import build_vae
from latentlab.objectives import Elbo, Schedule
from latentlab.objectives.mmd import SCALES, Bandwidths, Kernel, Mmd, kernel_sum, squared_mmd

_EVERY = [(kernel, bandwidths) for kernel in ("imq", "rbf") for bandwidths in ("one", "several")]


@pytest.mark.parametrize(("kernel", "bandwidths"), _EVERY)
def test_equal_samples_have_no_discrepancy(kernel: Kernel, bandwidths: Bandwidths) -> None:
    sample = torch.randn(20, 3, generator=torch.Generator().manual_seed(0))
    assert float(squared_mmd(sample, sample.flip(0), kernel, bandwidths, "biased")) == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize(("kernel", "bandwidths"), _EVERY)
def test_the_unbiased_estimate_has_mean_0_and_the_biased_one_its_known_bias(kernel: Kernel, bandwidths: Bandwidths) -> None:
    generator = torch.Generator().manual_seed(0)
    pairs = torch.randn(4000, 2, 8, 2, generator=generator)
    unbiased, biased = (
        torch.stack([squared_mmd(first, second, kernel, bandwidths, estimator) for first, second in pairs])
        for estimator in ("unbiased", "biased")
    )
    error = float(unbiased.std()) / math.sqrt(len(pairs))
    assert float(unbiased.mean()) == pytest.approx(0, abs=4 * error)
    one, other = torch.randn(2, 3000, 2, generator=generator)
    apart = float(kernel_sum(one, other, kernel, bandwidths).mean())
    assert float(biased.mean()) == pytest.approx(2 / 8 * (len(SCALES[bandwidths]) - apart), rel=0.05)


def test_two_points_by_hand() -> None:
    first, second = torch.tensor([[0.0], [1.0]]), torch.tensor([[3.0], [3.0]])
    width = 2.0

    def imq(squared: float) -> float:
        return width / (width + squared)

    def rbf(squared: float) -> float:
        return math.exp(-squared / width)

    for kernel, of in (("imq", imq), ("rbf", rbf)):
        across = (of(9) + of(4)) / 2
        unbiased = of(1) + of(0) - 2 * across
        biased = (1 + of(1)) / 2 + 1 - 2 * across
        assert float(squared_mmd(first, second, kernel, "one", "unbiased")) == pytest.approx(unbiased)  # type: ignore[arg-type]
        assert float(squared_mmd(first, second, kernel, "one", "biased")) == pytest.approx(biased)  # type: ignore[arg-type]


def test_gaussians_have_the_discrepancy_of_the_closed_form() -> None:
    """Of N(0, 1) and N(m, 1) by the RBF kernel of width C: 2·sqrt(C/(C+4))·(1 − exp(−m²/(C+4)))."""
    generator = torch.Generator().manual_seed(0)
    first, second = torch.randn(2, 3000, 1, generator=generator)
    expected = 2 * math.sqrt(2 / 6) * (1 - math.exp(-4 / 6))
    assert float(squared_mmd(first, second + 2, "rbf", "one")) == pytest.approx(expected, rel=0.05)


def test_its_term_is_weighted_and_the_bound_is_the_vaes() -> None:
    vae = build_vae(ModelConfig(name="mlp", hidden=8, latent_dim=3), LikelihoodConfig(), (1, 16, 16))
    x = torch.rand(6, 1, 16, 16, generator=torch.Generator().manual_seed(2))
    base = Elbo(Schedule(0.0))
    loss, plain = (objective(vae, x, torch.Generator().manual_seed(0), 0) for objective in (Mmd(base, 7.0), base))
    noise = torch.Generator().manual_seed(0)
    z = vae.encode(x).sample(noise)
    drawn = torch.randn(6, 3, generator=noise)
    torch.testing.assert_close(loss.total, plain.total + 7 * squared_mmd(z, drawn, "imq", "several"))
    torch.testing.assert_close(loss.elbo, plain.elbo)
    loss.terms[metrics.MMD].backward()
    assert all(parameter.grad is None for parameter in vae.decoder.parameters())
    assert all(parameter.grad is not None and parameter.grad.abs().sum() > 0 for parameter in vae.encoder.parameters())
