"""Losses, one paper a file: functions of a model and a batch that return named terms."""

from collections.abc import Callable
from functools import partial

from torch import Tensor

from latentlab import metrics
from latentlab.config import RunConfig
from latentlab.models import Observation, Transform
from latentlab.objectives.aggregate import Aggregate
from latentlab.objectives.consistency import (
    Comparison,
    Consistency,
    KlConsistency,
    Observed,
    Term,
    consistency_kl,
)
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
    "Observed",
    "Schedule",
    "Term",
    "build_bound",
    "build_objective",
    "consistency_kl",
]


def build_bound(config: RunConfig) -> Objective:
    """The objective of x alone: without t(x), a term that compares the two, or a discriminator."""
    return Observed(_bound(config), Observation(config.likelihood))


def build_objective(config: RunConfig, transform: Transform) -> Objective:
    """The objective a run optimises.

    Args:
        config: of the run.
        transform: draws t(x) where it is trained on.
    """
    observe = Observation(config.likelihood)
    base = _bound(config)
    if not config.consistency.trains_on_t:
        return Observed(base, observe)
    return Consistency(base, transform, observe, _term(config))


def _term(config: RunConfig) -> Term | None:
    settings = config.consistency
    if not settings.has_term:
        return None
    comparison: Comparison = KlConsistency(settings.direction)
    if settings.name == "triplet":
        comparison = _on_means(partial(triplet, margin=settings.margin))
    elif settings.name == "info_nce":
        comparison = _on_means(partial(info_nce, temperature=settings.temperature))
    names = {"kl": metrics.CONSISTENCY, "triplet": metrics.TRIPLET, "info_nce": metrics.INFO_NCE}
    return Term(names[settings.name], Schedule(settings.weight, settings.warmup), comparison)


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
