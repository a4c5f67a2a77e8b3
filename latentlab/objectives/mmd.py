"""Maximum mean discrepancy of z to the prior: InfoVAE (Zhao et al. 2019) and WAE-MMD (Tolstikhin et al. 2018).

Shapes: B samples, D latent dimensions.
"""

from dataclasses import dataclass, replace
from typing import Literal

import torch
from torch import Tensor

from latentlab import metrics
from latentlab.catalog.matched import MmdConfig
from latentlab.models import VAE
from latentlab.objectives.elbo import Elbo
from latentlab.objectives.schedules import Schedule
from latentlab.objectives.terms import Context, LossTerms
from latentlab.share import present

Kernel = Literal["imq", "rbf"]
Bandwidths = Literal["one", "several"]
Estimator = Literal["unbiased", "biased"]
SCALES = {"one": (1.0,), "several": (0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0)}
"""Factors of the bandwidth 2D, the mean squared distance of two draws from N(0, I); those of WAE's published code."""


def kernel_sum(first_BD: Tensor, second_BD: Tensor, kernel: Kernel, bandwidths: Bandwidths) -> Tensor:
    """Σ_s k_s(z, z') of every pair, (B, B): C / (C + ‖z − z'‖²) for `imq`, exp(−‖z − z'‖² / C) for `rbf`, with C = 2D·s.

    Each kernel is 1 where z = z', and s runs over `SCALES`.
    """
    squared = (first_BD[:, None] - second_BD[None]).square().sum(-1)
    total = torch.zeros_like(squared)
    for scale in SCALES[bandwidths]:
        width = 2 * first_BD.shape[-1] * scale
        total = total + (width / (width + squared) if kernel == "imq" else torch.exp(-squared / width))
    return total


def squared_mmd(
    first_BD: Tensor, second_BD: Tensor, kernel: Kernel, bandwidths: Bandwidths, estimator: Estimator = "unbiased"
) -> Tensor:
    """MMD² of the distributions that two samples of B are of, a scalar (Gretton et al. 2012).

    `biased` takes all pairs, those of a point with itself included: at least 0, and 0 for equal samples. `unbiased` leaves the
    latter out: its mean is 0 where the distributions are equal, so that it is below 0 about as often as above.
    """
    count = len(first_BD)
    within = [kernel_sum(sample, sample, kernel, bandwidths) for sample in (first_BD, second_BD)]
    across = kernel_sum(first_BD, second_BD, kernel, bandwidths).mean()
    if estimator == "biased" or count == 1:
        return within[0].mean() + within[1].mean() - 2 * across
    own = len(SCALES[bandwidths])
    means = [(pairs.sum() - count * own) / (count * (count - 1)) for pairs in within]
    return means[0] + means[1] - 2 * across


@dataclass(frozen=True)
class Mmd:
    """distortion + β·rate + λ·MMD²(q(z), p(z)), by one sample of z an image and as many of the prior.

    β = 0 is WAE-MMD with a stochastic encoder. In InfoVAE's terms β = 1 − α and λ = α + λ_info − 1.

    Attributes:
        base: distortion and rate.
        weight: λ.
        kernel: see `kernel_sum`.
        bandwidths: see `kernel_sum`.
        estimator: see `squared_mmd`.
    """

    base: Elbo
    weight: float
    kernel: Kernel = "imq"
    bandwidths: Bandwidths = "several"
    estimator: Estimator = "unbiased"

    def __call__(self, model: VAE, x_BCHW: Tensor, generator: torch.Generator | None, step: int) -> LossTerms:
        loss = self.base(model, x_BCHW, generator, step)
        z = present().gather(loss.z)
        drawn = model.prior.sample(len(z), generator or torch.Generator(z.device))
        discrepancy = squared_mmd(z, drawn, self.kernel, self.bandwidths, self.estimator)
        return replace(
            loss,
            terms={**loss.terms, metrics.MMD: discrepancy},
            weights={**loss.weights, metrics.MMD: self.weight},
        )


def build(settings: MmdConfig, context: Context) -> Mmd:
    """The objective that settings describe."""
    del context
    base = Elbo(Schedule(settings.beta, settings.kl_warmup, settings.kl_schedule))
    return Mmd(base, settings.weight, settings.kernel, settings.bandwidths, settings.estimator)
