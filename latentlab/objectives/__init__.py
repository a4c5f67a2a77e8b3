"""Losses, one paper a file: functions of a model and a batch that return named terms."""

from collections.abc import Callable

from latentlab.catalog.comparisons import COMPARISONS, ConsistencyConfig, WarmedUpConfig
from latentlab.catalog.objectives import OBJECTIVES, ObjectiveConfig
from latentlab.config import RunConfig
from latentlab.models import Observation, Transform
from latentlab.objectives.adversarial import build_adversary
from latentlab.objectives.aggregate import Aggregate
from latentlab.objectives.companions import Companion
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
    "Companion",
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
    "build_bound",
    "build_companions",
    "build_objective",
    "consistency_kl",
]


def build_bound(config: RunConfig, images: int) -> Objective:
    """The objective of x alone: without t(x), a term that compares the two, or those of second networks.

    Args:
        config: of the run.
        images: how many it learns from.
    """
    return Observed(_bound(config, images), Observation(config.likelihood))


def build_objective(config: RunConfig, transform: Transform, images: int) -> Objective:
    """The objective a run optimises, without the terms of second networks.

    Args:
        config: of the run.
        transform: draws t(x) where it is trained on.
        images: how many it learns from.
    """
    observe = Observation(config.likelihood)
    base = _bound(config, images)
    if not config.consistency.trains_on_t:
        return Observed(base, observe)
    return Consistency(base, transform, observe, _term(config.consistency))


def build_companions(config: RunConfig, image_shape: tuple[int, int, int]) -> tuple[Companion, ...]:
    """The second networks of a run with fresh weights, on the CPU: its objective's, and the discriminator.

    Args:
        config: of the run.
        image_shape: (C, H, W).
    """
    companions = []
    if build := OBJECTIVES.of(config.objective).load_companion():
        companions.append(build(config, image_shape))
    if config.adversarial.weight > 0:
        companions.append(build_adversary(config, image_shape))
    return tuple(companions)


def _bound(config: RunConfig, images: int) -> Objective:
    build: Callable[[ObjectiveConfig, Context], Objective] = OBJECTIVES.of(config.objective).load()
    return build(config.objective, Context(judged=config.adversarial.weight > 0, images=images))


def _term(settings: ConsistencyConfig) -> Term | None:
    if not settings.has_term:
        return None
    entry = COMPARISONS.of(settings)
    warmup = settings.warmup if isinstance(settings, WarmedUpConfig) else 0
    return Term(entry.term, Schedule(settings.weight, warmup), entry.load()(settings))
