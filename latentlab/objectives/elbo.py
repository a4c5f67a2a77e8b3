"""The evidence lower bound and its β-weighted form (Kingma & Welling 2014; Higgins et al. 2017)."""

from dataclasses import dataclass

import torch
from torch import Tensor

from latentlab import metrics
from latentlab.models import VAE
from latentlab.objectives.terms import LossTerms


@dataclass(frozen=True)
class Elbo:
    """distortion + β·rate, where distortion = −E_q log p(x|z) by one sample and rate = KL(q(z|x) ‖ p(z)).

    Attributes:
        beta: weight of the rate once warm-up is over; 1 gives the negative ELBO.
        kl_warmup: steps over which the weight grows linearly from 0 to `beta`.
        free_bits: floor in nats under each dimension's batch-averaged KL, in the optimised term only (Kingma et al. 2016).
    """

    beta: float = 1.0
    kl_warmup: int = 0
    free_bits: float = 0.0

    def weight_of_rate(self, step: int) -> float:
        """β at a step, counted from 0."""
        return self.beta * min(1.0, step / self.kl_warmup) if self.kl_warmup else self.beta

    def __call__(self, model: VAE, x_BCHW: Tensor, generator: torch.Generator | None, step: int) -> LossTerms:
        posterior = model.encode(x_BCHW)
        likelihood = model.decode(posterior.sample(generator))
        distortion = -likelihood.log_prob(x_BCHW).mean()
        kl_per_dim = posterior.kl_to_prior().mean(0)
        rate = kl_per_dim.clamp(min=self.free_bits).sum()
        return LossTerms(
            terms={metrics.DISTORTION: distortion, metrics.RATE: rate},
            weights={metrics.DISTORTION: 1.0, metrics.RATE: self.weight_of_rate(step)},
            elbo=-(distortion + kl_per_dim.sum()),
            kl_per_dim=kl_per_dim,
            posterior=posterior,
        )
