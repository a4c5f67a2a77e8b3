"""What a likelihood is a distribution over: grey images made black and white, or freed from their grid of grey levels."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import torch
from torch import Tensor

from latentlab.config import LikelihoodConfig, applies

Binarize = Literal["none", "threshold", "stochastic"]
GREY_LEVELS = 256
Transform = Callable[[Tensor, torch.Generator | None], Tensor]
"""x (B, C, H, W) → t(x) of the same shape, drawn from the generator."""


@dataclass(frozen=True)
class Observation:
    """Makes of images what a likelihood is about.

    Attributes:
        likelihood: its settings.
    """

    likelihood: LikelihoodConfig

    def __call__(self, x: Tensor, generator: torch.Generator | None = None) -> Tensor:
        """Images in [0, 1], (B, C, H, W), as the likelihood sees them; the noise, where there is any, is drawn at each call."""
        if self.likelihood.name == "bernoulli":
            return binarize(x, self.likelihood.binarize, generator)
        if applies(self.likelihood, "dequantize") and self.likelihood.dequantize:
            return dequantize(x, generator)
        return x

    @property
    def precedes_t(self) -> bool:
        """Whether t acts on what is observed, not on the image as it is."""
        return applies(self.likelihood, "binarize_order") and self.likelihood.binarize_order == "before_t"

    def of_transformed(self, x: Tensor, seen: Tensor, transform: Transform, generator: torch.Generator | None) -> Tensor:
        """What is observed of t(x), given the images as they are and what was observed of them, (B, C, H, W) each."""
        return transform(seen, generator) if self.precedes_t else self(transform(x, generator), generator)


def binarize(x: Tensor, how: Binarize, generator: torch.Generator | None = None) -> Tensor:
    """Images in [0, 1], (B, C, H, W), kept (`none`), cut at 0.5, or drawn with their grey values as probabilities."""
    if how == "threshold":
        return (x >= 0.5).to(x.dtype)
    if how == "stochastic":
        return torch.bernoulli(x, generator=generator)
    return x


def dequantize(x: Tensor, generator: torch.Generator | None = None) -> Tensor:
    """Images of 256 grey levels in [0, 1] spread over [0, 1): (255 x + u) / 256, u uniform in [0, 1) (Theis et al. 2016).

    A density of the result bounds a probability of the levels: −log P(x) ≤ E_u[−log p] + C·H·W·log 256.
    """
    noise = torch.rand(x.shape, generator=generator, device=x.device, dtype=x.dtype)
    return (((GREY_LEVELS - 1) * x).round() + noise) / GREY_LEVELS
