"""Losses, one paper a file: functions of a model and a batch that return named terms."""

from collections.abc import Callable
from functools import partial

from torch import Tensor

from latentlab import metrics
from latentlab.config import RunConfig
from latentlab.objectives.aggregate import Aggregate
from latentlab.objectives.consistency import Comparison, Consistency, KlConsistency, Transform, consistency_kl
from latentlab.objectives.contrastive import info_nce, triplet
from latentlab.objectives.elbo import Elbo
from latentlab.objectives.iwae import Iwae
from latentlab.objectives.schedules import Schedule
from latentlab.objectives.terms import LossTerms, Objective

__all__ = [
    "Aggregate",
    "Consistency",
    "Elbo",
    "Iwae",
    "KlConsistency",
    "LossTerms",
    "Objective",
    "Schedule",
    "build_objective",
    "consistency_kl",
]


def build_objective(config: RunConfig, transform: Transform) -> Objective:
    """The objective a run optimises; `transform` draws t(x) where consistency is on."""
    base = _bound(config)
    settings = config.consistency
    if settings.weight == 0:
        return base
    weight = Schedule(settings.weight, settings.warmup)
    comparison: Comparison = KlConsistency(settings.direction)
    if settings.name == "triplet":
        comparison = _on_means(partial(triplet, margin=settings.margin))
    elif settings.name == "info_nce":
        comparison = _on_means(partial(info_nce, temperature=settings.temperature))
    return Consistency(base, transform, weight, comparison, term_name(config))


def term_name(config: RunConfig) -> str:
    """The name of the term that compares x with t(x)."""
    return {"kl": metrics.CONSISTENCY, "triplet": metrics.TRIPLET, "info_nce": metrics.INFO_NCE}[config.consistency.name]


def _bound(config: RunConfig) -> Objective:
    settings = config.objective
    if settings.name == "iwae":
        return Iwae(settings.num_importance_samples, settings.gradient, judged=config.adversarial.weight > 0)
    beta = Schedule(settings.beta, settings.kl_warmup, settings.kl_schedule)
    if settings.name == "aggregate":
        return Aggregate(beta, settings.variance_weight, settings.moments)
    capacity = Schedule(settings.capacity, settings.capacity_steps) if settings.capacity else None
    return Elbo(beta, settings.free_bits, capacity)


def _on_means(loss: Callable[[Tensor, Tensor], Tensor]) -> Comparison:
    return lambda x, x_t, generator: loss(x.mean, x_t.mean)
