"""Losses, one paper a file: functions of a model and a batch that return named terms."""

from latentlab.config import RunConfig
from latentlab.objectives.consistency import Consistency, Transform, consistency_kl
from latentlab.objectives.elbo import Elbo
from latentlab.objectives.terms import LossTerms, Objective

__all__ = ["Consistency", "Elbo", "LossTerms", "Objective", "build_objective", "consistency_kl"]


def build_objective(config: RunConfig, transform: Transform) -> Objective:
    """The objective a run optimises; `transform` draws t(x) where consistency is on."""
    settings = config.objective
    base = Elbo(beta=settings.beta, kl_warmup=settings.kl_warmup, free_bits=settings.free_bits)
    if config.consistency.weight == 0:
        return base
    return Consistency(base, transform, config.consistency.weight, config.consistency.direction)
