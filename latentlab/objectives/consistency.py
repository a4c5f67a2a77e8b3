"""Consistency regularisation (Sinha & Dieng 2021), a wrapper over any objective that has a posterior.

L(x, x̃) = L(x) + L(x̃) + λ·KL(q(z|x̃) ‖ q(z|x)) with x̃ = t(x); gradients flow through both posteriors.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

import torch
from torch import Tensor

from latentlab import metrics
from latentlab.catalog.comparisons import KlConfig
from latentlab.models import VAE, Observation, Posterior, Transform, kl_divergence
from latentlab.objectives.schedules import Schedule
from latentlab.objectives.terms import LossTerms, Objective

Direction = Literal["forward", "reverse", "symmetric"]


def consistency_kl(
    x: Posterior, x_t: Posterior, direction: Direction = "forward", generator: torch.Generator | None = None
) -> Tensor:
    """The divergence between the posteriors of x and of t(x), in nats per dimension, (B, D).

    `forward` is KL(q(z|t(x)) ‖ q(z|x)), `reverse` KL(q(z|x) ‖ q(z|t(x))), `symmetric` their sum. The
    generator draws what a posterior of two levels is conditioned on.
    """
    if direction == "forward":
        return kl_divergence(x_t, x, generator)
    if direction == "reverse":
        return kl_divergence(x, x_t, generator)
    return kl_divergence(x_t, x, generator) + kl_divergence(x, x_t, generator)


Comparison = Callable[[Posterior, Posterior, torch.Generator | None], Tensor]
"""The posteriors of x and of t(x), and what draws noise → a scalar to be made small."""


@dataclass(frozen=True)
class KlConsistency:
    """The consistency KL of a batch, in nats per image."""

    direction: Direction = "forward"

    def __call__(self, x: Posterior, x_t: Posterior, generator: torch.Generator | None) -> Tensor:
        return consistency_kl(x, x_t, self.direction, generator).sum(-1).mean()


def build_kl(settings: KlConfig) -> KlConsistency:
    """The comparison that settings describe."""
    return KlConsistency(settings.direction)


@dataclass(frozen=True)
class Term:
    """What is added for the pair of posteriors.

    Attributes:
        name: of the term.
        weight: λ over the steps.
        comparison: the consistency KL, or a contrastive loss in its place.
    """

    name: str
    weight: Schedule
    comparison: Comparison


@dataclass(frozen=True)
class Observed:
    """An objective of what the likelihood sees of each image.

    Attributes:
        base: the objective.
        observe: what the likelihood sees of an image.
    """

    base: Objective
    observe: Observation

    def __call__(self, model: VAE, x_BCHW: Tensor, generator: torch.Generator | None, step: int) -> LossTerms:
        return self.base(model, self.observe(x_BCHW, generator), generator, step)


@dataclass(frozen=True)
class Consistency:
    """Any objective on x and on t(x), with a term that compares their posteriors.

    Attributes:
        base: the objective applied to x and to t(x), which are observed already.
        transform: draws t(x).
        observe: what the likelihood sees of an image.
        term: the term; None trains on x and t(x) alone.
    """

    base: Objective
    transform: Transform
    observe: Observation
    term: Term | None

    def __call__(self, model: VAE, x_BCHW: Tensor, generator: torch.Generator | None, step: int) -> LossTerms:
        seen = self.observe(x_BCHW, generator)
        of_x = self.base(model, seen, generator, step)
        seen_t = self.observe.of_transformed(x_BCHW, seen, self.transform, generator)
        of_x_t = self.base(model, seen_t, generator, step)
        term = self.term
        return replace(
            of_x,
            terms={
                **of_x.terms,
                **{name + metrics.SUFFIX_T: value for name, value in of_x_t.terms.items()},
                **({term.name: term.comparison(of_x.posterior, of_x_t.posterior, generator)} if term else {}),
            },
            weights={
                **of_x.weights,
                **{name + metrics.SUFFIX_T: weight for name, weight in of_x_t.weights.items()},
                **({term.name: term.weight.at(step)} if term else {}),
            },
        )
