"""DIP-VAE I and II (Kumar et al. 2018): the covariance of z over images is brought to the identity.

Shapes: B images, D latent dimensions.
"""

from dataclasses import dataclass, replace
from typing import Literal

import torch
from torch import Tensor

from latentlab import metrics
from latentlab.catalog.matched import DipConfig
from latentlab.models import VAE, Posterior
from latentlab.objectives.elbo import Elbo
from latentlab.objectives.schedules import Schedule
from latentlab.objectives.terms import Context, LossTerms
from latentlab.share import present

Kind = Literal["i", "ii"]


def covariance(posterior: Posterior, kind: Kind) -> Tensor:
    """Over the images of a batch, divided by B, (D, D): of the posterior means (I), or of z, which adds the mean of the
    posterior variances to the diagonal (II).
    """
    centred = posterior.mean - posterior.mean.mean(0)
    of_means = centred.T @ centred / len(centred)
    return of_means if kind == "i" else of_means + torch.diag(posterior.logvar.exp().mean(0))


def penalties(covariance_DD: Tensor) -> tuple[Tensor, Tensor]:
    """Σ_{i≠j} C_ij² and Σ_i (C_ii − 1)², scalars: both 0 where the covariance is the identity."""
    diagonal = covariance_DD.diagonal()
    return (covariance_DD - diagonal.diag()).square().sum(), (diagonal - 1).square().sum()


@dataclass(frozen=True)
class Dip:
    """β-weighted negative ELBO + λ_od·Σ_{i≠j} C_ij² + λ_d·Σ_i (C_ii − 1)².

    Attributes:
        base: distortion and rate.
        kind: I or II, see `covariance`.
        off_diagonal_weight: λ_od.
        diagonal_weight: λ_d.
    """

    base: Elbo
    kind: Kind
    off_diagonal_weight: float
    diagonal_weight: float

    def __call__(self, model: VAE, x_BCHW: Tensor, generator: torch.Generator | None, step: int) -> LossTerms:
        loss = self.base(model, x_BCHW, generator, step)
        with torch.autocast(x_BCHW.device.type, enabled=False):  # products of a batch lose too many digits in 16 bits
            decorrelation, unit_variance = penalties(covariance(loss.posterior.of_rows(present().gather), self.kind))
        return replace(
            loss,
            terms={**loss.terms, metrics.DECORRELATION: decorrelation, metrics.UNIT_VARIANCE: unit_variance},
            weights={
                **loss.weights,
                metrics.DECORRELATION: self.off_diagonal_weight,
                metrics.UNIT_VARIANCE: self.diagonal_weight,
            },
        )


def build(settings: DipConfig, context: Context) -> Dip:
    """The objective that settings describe."""
    del context
    base = Elbo(Schedule(settings.beta, settings.kl_warmup, settings.kl_schedule))
    return Dip(base, settings.kind, settings.off_diagonal_weight, settings.diagonal_weight)
