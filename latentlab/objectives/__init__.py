"""Losses, one paper a file: functions of a model and a batch that return named terms."""

from latentlab.catalog.comparisons import COMPARISONS, ConsistencyConfig, WarmedUpConfig
from latentlab.catalog.objectives import OBJECTIVES
from latentlab.config import RunConfig
from latentlab.models import Observation, Transform
from latentlab.objectives.aggregate import Aggregate
from latentlab.objectives.consistency import (
    Consistency,
    KlConsistency,
    Observed,
    Term,
    consistency_kl,
)
from latentlab.objectives.elbo import Elbo
from latentlab.objectives.iwae import Iwae
from latentlab.objectives.schedules import Schedule
from latentlab.objectives.terms import Context, LossTerms, Objective

__all__ = [
    "Aggregate",
    "Consistency",
    "Context",
    "Elbo",
    "Iwae",
    "KlConsistency",
    "LossTerms",
    "Objective",
    "Observed",
    "Schedule",
    "Term",
    "build_objective",
    "consistency_kl",
]


def build_objective(config: RunConfig, transform: Transform) -> Objective:
    """The objective a run optimises.

    Args:
        config: of the run.
        transform: draws t(x) where it is trained on.
    """
    observe = Observation(config.likelihood)
    context = Context(judged=config.adversarial.weight > 0)
    base: Objective = OBJECTIVES.of(config.objective).load()(config.objective, context)
    if not config.consistency.trains_on_t:
        return Observed(base, observe)
    return Consistency(base, transform, observe, _term(config.consistency))


def _term(settings: ConsistencyConfig) -> Term | None:
    if not settings.has_term:
        return None
    entry = COMPARISONS.of(settings)
    warmup = settings.warmup if isinstance(settings, WarmedUpConfig) else 0
    return Term(entry.term, Schedule(settings.weight, warmup), entry.load()(settings))
