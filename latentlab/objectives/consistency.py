"""Consistency regularisation (Sinha & Dieng 2021), a wrapper over any objective that has a posterior.

L(x, x̃) = L(x) + L(x̃) + λ·KL(q(z|x̃) ‖ q(z|x)) with x̃ = t(x); gradients flow through both posteriors.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

import torch
from torch import Tensor

from latentlab import metrics
from latentlab.models import VAE, Posterior, kl_divergence
from latentlab.objectives.schedules import Schedule
from latentlab.objectives.terms import LossTerms, Objective

Direction = Literal["forward", "reverse", "symmetric"]
Transform = Callable[[Tensor, torch.Generator | None], Tensor]
"""x (B, C, H, W) → t(x) of the same shape, drawn from the generator."""


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


@dataclass(frozen=True)
class Consistency:
    """Any objective, made consistent under a random transformation.

    Attributes:
        base: the objective applied to x and to t(x).
        transform: draws t(x).
        comparison: what λ weighs: the consistency KL, or a contrastive loss in its place.
        name: of the term.
        weight: λ over the steps.
    """

    base: Objective
    transform: Transform
    weight: Schedule
    comparison: Comparison = KlConsistency()
    name: str = metrics.CONSISTENCY

    def __call__(self, model: VAE, x_BCHW: Tensor, generator: torch.Generator | None, step: int) -> LossTerms:
        of_x = self.base(model, x_BCHW, generator, step)
        of_x_t = self.base(model, self.transform(x_BCHW, generator), generator, step)
        return replace(
            of_x,
            terms={
                **of_x.terms,
                **{name + metrics.SUFFIX_T: value for name, value in of_x_t.terms.items()},
                self.name: self.comparison(of_x.posterior, of_x_t.posterior, generator),
            },
            weights={
                **of_x.weights,
                **{name + metrics.SUFFIX_T: weight for name, weight in of_x_t.weights.items()},
                self.name: self.weight.at(step),
            },
        )
