"""The evidence lower bound and its β-weighted forms (Kingma & Welling 2014; Higgins et al. 2017)."""

from dataclasses import dataclass

import torch
from torch import Tensor

from latentlab import metrics
from latentlab.catalog.objectives import VaeConfig
from latentlab.models import VAE
from latentlab.objectives.schedules import CONSTANT_ONE, Schedule
from latentlab.objectives.terms import Context, LossTerms
from latentlab.share import present


@dataclass(frozen=True)
class Elbo:
    """distortion + β·rate, where distortion = −E_q log p(x|z) by one sample and rate = KL(q(z|x) ‖ p(z)).

    Attributes:
        beta: weight of the rate; 1 throughout gives the negative ELBO.
        free_bits: floor in nats under each dimension's batch-averaged KL, in the optimised term only (Kingma et al. 2016).
        capacity: where given, the optimised term is |rate − C| with C from this schedule (Burgess et al. 2018).
    """

    beta: Schedule = CONSTANT_ONE
    free_bits: float = 0.0
    capacity: Schedule | None = None

    def __call__(self, model: VAE, x_BCHW: Tensor, generator: torch.Generator | None, step: int) -> LossTerms:
        posterior = model.encode(x_BCHW)
        z = posterior.sample(generator)
        likelihood = model.decode(z)
        distortion = -likelihood.log_prob(x_BCHW).mean()
        prior = model.prior
        kl = prior.kl(posterior, z)
        rate = kl.rate
        name, optimized = metrics.RATE, rate
        if self.free_bits > 0 or self.capacity is not None:
            # A rate that is estimated may be below 0, and has no part for each dimension that could have a floor.
            floored = present().mean(kl.parts.mean(0)).clamp(min=self.free_bits).sum() if prior.factorises else rate
            name, optimized = metrics.RATE_PENALTY, floored
        if self.capacity is not None:
            optimized = (present().mean(optimized) - self.capacity.at(step)).abs()
        return LossTerms(
            terms={metrics.DISTORTION: distortion, name: optimized},
            weights={metrics.DISTORTION: 1.0, name: self.beta.at(step)},
            elbo=-(distortion + rate),
            kl_per_dim=kl.per_dim.mean(0),
            posterior=posterior,
            observed=x_BCHW,
            z=z,
            reconstruction=likelihood.mean,
            diagnostics={metrics.raw(metrics.RATE): rate},
        )


def build(settings: VaeConfig, context: Context) -> Elbo:
    """The objective that settings describe."""
    del context
    capacity = Schedule(settings.capacity, settings.capacity_steps) if settings.capacity else None
    return Elbo(Schedule(settings.beta, settings.kl_warmup, settings.kl_schedule), settings.free_bits, capacity)
