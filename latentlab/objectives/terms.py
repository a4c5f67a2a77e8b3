"""What an objective returns: named terms, in nats per image, and their weights."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

import torch
from torch import Tensor

from latentlab.models import VAE, Posterior


@dataclass(frozen=True, eq=False)
class LossTerms:
    """The parts of one loss.

    Attributes:
        terms: name → scalar tensor, in nats per image, before weighting.
        weights: name → factor, a number or a scalar tensor; `total` is the sum of factor times term.
        elbo: scalar, the lower bound on log p(x) of the untransformed images, in nats per image; higher is better.
        kl_per_dim: (D,), `PriorKl.per_dim` of the untransformed images, averaged over the batch; its sum is the rate where the
            prior is independent in each dimension, and only there.
        posterior: q(z|x) of the images the objective was given.
        observed: (B, C, H, W), the images as the likelihood saw them, such as black and white.
        z: (B, D), one sample of the posterior each, differentiable in it.
        reconstruction: (B, C, H, W), the expected images of one sample of z each.
        diagnostics: further scalars to report, by their full metric names.
    """

    terms: Mapping[str, Tensor]
    weights: Mapping[str, float | Tensor]
    elbo: Tensor
    kl_per_dim: Tensor
    posterior: Posterior
    observed: Tensor
    z: Tensor
    reconstruction: Tensor
    diagnostics: Mapping[str, Tensor] = field(default_factory=dict)

    @property
    def weighted(self) -> dict[str, Tensor]:
        """name → factor times term; these add up to `total`."""
        return {name: self.weights[name] * value for name, value in self.terms.items()}

    @property
    def total(self) -> Tensor:
        """The loss that is minimised, a scalar."""
        return torch.stack(list(self.weighted.values())).sum()


@dataclass(frozen=True)
class Context:
    """What an objective may need to know of the run beside its own settings.

    Attributes:
        judged: whether a discriminator will see the reconstruction.
        images: how many images the run learns from, N; 0 where nobody knows.
    """

    judged: bool = False
    images: int = 0


class Objective(Protocol):
    """A loss as a function of a model and a batch."""

    def __call__(self, model: VAE, x_BCHW: Tensor, generator: torch.Generator | None, step: int) -> LossTerms:
        """The loss of images in [0, 1]; `generator` draws all noise, `step` drives schedules."""
        ...
