"""p(x|z): what a decoder's output says about an image.

Every `log_prob` is in nats per image, summed over pixels, normalising constants included.
Shapes: B images, C channels, H by W pixels; leading sample axes are allowed before B.
"""

import math
from dataclasses import dataclass
from typing import Protocol

import torch
from torch import Tensor
from torch.nn import functional

SCALE_FLOOR = 1e-3


class Likelihood(Protocol):
    """A distribution over images."""

    @property
    def mean(self) -> Tensor:
        """(…, B, C, H, W) in [0, 1]: the expected image, which is what views show."""
        ...

    def log_prob(self, x_BCHW: Tensor) -> Tensor:
        """log p(x|z), (…, B), in nats per image."""
        ...


@dataclass(frozen=True, eq=False)
class Bernoulli:
    """Independent Bernoulli pixels; `log_prob` is a log probability (for grey values, the usual cross-entropy bound).

    Attributes:
        logits: (…, B, C, H, W).
    """

    logits: Tensor

    @property
    def mean(self) -> Tensor:
        return torch.sigmoid(self.logits)

    def log_prob(self, x_BCHW: Tensor) -> Tensor:
        logits = self.logits.float()
        x = x_BCHW.float().expand_as(logits)
        return -functional.binary_cross_entropy_with_logits(logits, x, reduction="none").sum((-3, -2, -1))


@dataclass(frozen=True, eq=False)
class Gaussian:
    """Independent Gaussian pixels of one spread; `log_prob` is a log density.

    Attributes:
        location: (…, B, C, H, W).
        scale: standard deviation, scalar; None takes the batch's root mean squared error, the closed-form optimum
            (σ-VAE, Rybkin et al. 2021).
    """

    location: Tensor
    scale: Tensor | None

    @property
    def mean(self) -> Tensor:
        return self.location.clamp(0, 1)

    def log_prob(self, x_BCHW: Tensor) -> Tensor:
        squared_error = (x_BCHW.float() - self.location.float()).square()
        scale = self.scale if self.scale is not None else squared_error.mean().sqrt()
        scale = scale.clamp(min=SCALE_FLOOR)
        nats = 0.5 * squared_error / scale.square() + scale.log() + 0.5 * math.log(2 * math.pi)
        return -nats.sum((-3, -2, -1))


@dataclass(frozen=True, eq=False)
class Laplace:
    """Independent Laplace pixels of one spread; `log_prob` is a log density.

    Attributes:
        location: (…, B, C, H, W).
        scale: b, scalar; None takes the batch's mean absolute error, the closed-form optimum.
    """

    location: Tensor
    scale: Tensor | None

    @property
    def mean(self) -> Tensor:
        return self.location.clamp(0, 1)

    def log_prob(self, x_BCHW: Tensor) -> Tensor:
        error = (x_BCHW.float() - self.location.float()).abs()
        scale = self.scale if self.scale is not None else error.mean()
        scale = scale.clamp(min=SCALE_FLOOR)
        return -(error / scale + torch.log(2 * scale)).sum((-3, -2, -1))
