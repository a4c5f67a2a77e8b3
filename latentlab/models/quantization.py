"""Grey images made black and white, or freed from their grid of grey levels."""

from functools import partial
from typing import Literal

import torch
from torch import Tensor

from latentlab.share import drawn, present

Binarize = Literal["none", "threshold", "stochastic"]
GREY_LEVELS = 256


def binarize(x: Tensor, how: Binarize, generator: torch.Generator | None = None) -> Tensor:
    """Images in [0, 1], (B, C, H, W), kept (`none`), cut at 0.5, or drawn with their grey values as probabilities."""
    if how == "threshold":
        return (x >= 0.5).to(x.dtype)
    if how == "stochastic":
        share = present()
        return share.own(torch.bernoulli(share.gather(x), generator=generator))
    return x


def dequantize(x: Tensor, generator: torch.Generator | None = None) -> Tensor:
    """Images of 256 grey levels in [0, 1] spread over [0, 1): (255 x + u) / 256, u uniform in [0, 1) (Theis et al. 2016).

    A density of the result bounds a probability of the levels: −log P(x) ≤ E_u[−log p] + C·H·W·log 256.
    """
    noise = drawn(partial(torch.rand, generator=generator, device=x.device, dtype=x.dtype), x.shape)
    return (((GREY_LEVELS - 1) * x).round() + noise) / GREY_LEVELS
