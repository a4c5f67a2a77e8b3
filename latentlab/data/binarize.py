"""Grey images made black and white, for likelihoods over {0, 1}."""

from typing import Literal

import torch
from torch import Tensor

Binarize = Literal["none", "threshold", "stochastic"]


def binarize(x: Tensor, how: Binarize, generator: torch.Generator | None = None) -> Tensor:
    """Images in [0, 1], (B, C, H, W), kept (`none`), cut at 0.5, or drawn with their grey values as probabilities."""
    if how == "threshold":
        return (x >= 0.5).to(x.dtype)
    if how == "stochastic":
        return torch.bernoulli(x, generator=generator)
    return x
