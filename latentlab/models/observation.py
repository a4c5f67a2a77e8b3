"""What a likelihood is a distribution over: grey images made black and white, or freed from their grid of grey levels."""

from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor

from latentlab.catalog.likelihoods import BernoulliConfig, LikelihoodConfig
from latentlab.models.families import family_of

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
        return family_of(self.likelihood).observe(x, generator)

    @property
    def precedes_t(self) -> bool:
        """Whether t acts on what is observed, not on the image as it is."""
        likelihood = self.likelihood
        if not isinstance(likelihood, BernoulliConfig) or likelihood.binarize == "none":
            return False
        return likelihood.binarize_order == "before_t"

    def of_transformed(self, x: Tensor, seen: Tensor, transform: Transform, generator: torch.Generator | None) -> Tensor:
        """What is observed of t(x), given the images as they are and what was observed of them, (B, C, H, W) each."""
        return transform(seen, generator) if self.precedes_t else self(transform(x, generator), generator)
