"""“How to train your VAE” (Rivera 2024): the aggregate posterior, not each image's, is brought to the prior.

Shapes: B images, D latent dimensions.
"""

from dataclasses import dataclass
from typing import Literal

import torch
from torch import Tensor

from latentlab import metrics
from latentlab.catalog.objectives import AggregateConfig
from latentlab.models import VAE, DiagonalGaussian
from latentlab.objectives.schedules import CONSTANT_ONE, Schedule
from latentlab.objectives.terms import Context, LossTerms
from latentlab.share import present

Moments = Literal["mixture", "means"]
VARIANCE_FLOOR = 1e-6
"""Under the aggregate variance before its logarithm is taken."""


def aggregate_posterior(posterior: DiagonalGaussian, moments: Moments) -> DiagonalGaussian:
    """The Gaussian with the mean and variance of q(z) = (1/B) Σ_i q(z|x_i), (1, D).

    `mixture` takes the law of total variance, v = var_i μ_i + mean_i σ_i²; `means` leaves out the second part, as the published
    code does. Variances over images are those of the batch itself (divided by B).
    """
    variance = posterior.mean.var(0, correction=0)
    if moments == "mixture":
        variance = variance + posterior.logvar.exp().mean(0)
    return DiagonalGaussian(posterior.mean.mean(0)[None], variance.clamp(min=VARIANCE_FLOOR).log()[None])


def variance_term(posterior: DiagonalGaussian) -> Tensor:
    """Σ_d mean_i(σ² − log σ² − 1) in nats: 0 where every σ is 1, and growing as one collapses."""
    return (posterior.logvar.exp() - posterior.logvar - 1).mean(0).sum()


@dataclass(frozen=True)
class Aggregate:
    """distortion + β·KL(N(m, diag v) ‖ p(z)) + γ·Σ_d mean_i(σ² − log σ² − 1).

    Attributes:
        beta: weight of the KL.
        variance_weight: γ.
        moments: how v is taken, see `aggregate_posterior`.
    """

    beta: Schedule = CONSTANT_ONE
    variance_weight: float = 0.1
    moments: Moments = "mixture"

    def __call__(self, model: VAE, x_BCHW: Tensor, generator: torch.Generator | None, step: int) -> LossTerms:
        posterior = model.encode(x_BCHW)
        assert isinstance(posterior, DiagonalGaussian)  # the config sees to it
        z, prior = posterior.sample(generator), model.prior
        likelihood = model.decode(z)
        distortion = -likelihood.log_prob(x_BCHW).mean()
        kl = prior.kl(posterior, z)
        aggregate = aggregate_posterior(posterior.of_rows(present().gather), self.moments)
        return LossTerms(
            terms={
                metrics.DISTORTION: distortion,
                metrics.AGGREGATE_RATE: prior.kl(aggregate, aggregate.mean).rate,
                metrics.VARIANCE: variance_term(posterior),
            },
            weights={
                metrics.DISTORTION: 1.0,
                metrics.AGGREGATE_RATE: self.beta.at(step),
                metrics.VARIANCE: self.variance_weight,
            },
            elbo=-(distortion + kl.rate),
            kl_per_dim=kl.per_dim.mean(0),
            posterior=posterior,
            observed=x_BCHW,
            z=z,
            reconstruction=likelihood.mean,
            diagnostics={metrics.raw(metrics.RATE): kl.rate},
        )


def build(settings: AggregateConfig, context: Context) -> Aggregate:
    """The objective that settings describe."""
    del context
    beta = Schedule(settings.beta, settings.kl_warmup, settings.kl_schedule)
    return Aggregate(beta, settings.variance_weight, settings.moments)
