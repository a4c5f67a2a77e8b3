"""p(x|z): what a decoder's output says about an image.

Every `log_prob` is in nats per image, summed over pixels, normalising constants included.
Shapes: B images, C channels, H by W pixels; leading sample axes are allowed before B.
"""

import math
from dataclasses import dataclass
from typing import Any, Protocol

import torch
from torch import Tensor
from torch.nn import functional

from latentlab.errors import DataError
from latentlab.share import present

SCALE_FLOOR = 1e-3
LOG_SCALE_FLOOR = -7.0
"""Of a logistic in units of the pixel range: well below one grey level."""
PARAMETERS_PER_LOGISTIC = 3
_HALF_LEVEL = 0.5 / 255
_DOUBLINGS = 5
"""Factors of at least ½ that are multiplied before a logarithm is taken, as a power of two: far from float32's end."""


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
class ExpectedImage:
    """What a decoder gives whose p(x|z) is not known.

    Attributes:
        output: (…, B, C, H, W).
    """

    output: Tensor

    @property
    def mean(self) -> Tensor:
        return self.output.clamp(0, 1)

    def log_prob(self, x_BCHW: Tensor) -> Tensor:
        """Raises DataError."""
        raise DataError("likelihood.name = 'none': this model does not say how likely an image is given z.")


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
        logits, x = self.logits.float(), x_BCHW.float()
        log_prob: Tensor = _BernoulliLogProb.apply(logits, x.expand_as(logits))
        return log_prob


class _BernoulliLogProb(torch.autograd.Function):
    """`_bernoulli_log_prob` with its gradient in closed form: x − σ(l) in the logits l, and l in x."""

    @staticmethod
    def forward(ctx: Any, logits: Tensor, x: Tensor) -> Tensor:
        ctx.save_for_backward(logits, x)
        return _bernoulli_log_prob(logits, x)

    @staticmethod
    def backward(ctx: Any, *of_output: Tensor) -> tuple[Tensor | None, Tensor | None]:
        logits, x = ctx.saved_tensors
        each = of_output[0][..., None, None, None]
        for_logits, for_x = ctx.needs_input_grad
        return each * (x - logits.sigmoid()) if for_logits else None, each * logits if for_x else None


def _bernoulli_log_prob(logits: Tensor, x: Tensor) -> Tensor:
    """A fifth of the time of PyTorch's cross-entropy: x·l − log(1 + eˡ) = (x − ½)·l − ½|l| + log σ(|l|).

    A sigmoid is fast where log(1 + e) is not. It loses nothing, as σ(|l|) lies between ½ and 1, and of pixels that are
    multiplied together, 32 at most, one logarithm does for all.
    """
    size = logits.abs()
    linear = ((x - 0.5) * logits).sub_(size, alpha=0.5).sum((-3, -2, -1))
    likely = size.sigmoid_().flatten(-3)
    for _ in range(_DOUBLINGS):
        if likely.shape[-1] % 2:
            break
        left, right = likely.unflatten(-1, (2, -1)).unbind(-2)
        likely = left * right
    return linear + likely.log().sum(-1)


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

    def misfit(self, x_BCHW: Tensor) -> float:
        """What the optimal spread is worked out from: the sum of squared errors."""
        return float((x_BCHW - self.location.to(x_BCHW.device)).double().square().sum())

    @staticmethod
    def optimal_scale(misfit: float, count: int) -> float:
        """The closed-form optimal spread, given the misfit of so many pixel values: the root mean squared error."""
        return max(math.sqrt(misfit / count), SCALE_FLOOR)

    def log_prob(self, x_BCHW: Tensor) -> Tensor:
        squared_error = (x_BCHW.float() - self.location.float()).square()
        scale = self.scale if self.scale is not None else present().mean(squared_error.mean()).sqrt()
        scale = scale.clamp(min=SCALE_FLOOR)
        nats = 0.5 * squared_error.sum((-3, -2, -1)) / scale.square()
        return -(nats + math.prod(squared_error.shape[-3:]) * (scale.log() + 0.5 * math.log(2 * math.pi)))


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

    def misfit(self, x_BCHW: Tensor) -> float:
        """What the optimal spread is worked out from: the sum of absolute errors."""
        return float((x_BCHW - self.location.to(x_BCHW.device)).double().abs().sum())

    @staticmethod
    def optimal_scale(misfit: float, count: int) -> float:
        """The closed-form optimal spread, given the misfit of so many pixel values: the mean absolute error."""
        return max(misfit / count, SCALE_FLOOR)

    def log_prob(self, x_BCHW: Tensor) -> Tensor:
        error = (x_BCHW.float() - self.location.float()).abs()
        scale = self.scale if self.scale is not None else present().mean(error.mean())
        scale = scale.clamp(min=SCALE_FLOOR)
        return -(error.sum((-3, -2, -1)) / scale + math.prod(error.shape[-3:]) * torch.log(2 * scale))


@dataclass(frozen=True, eq=False)
class DiscretizedLogistic:
    """A mixture of logistics, of which each pixel value's 256 grey levels have the mass of their bins (Salimans et al. 2017).

    The lowest and the highest level have all that lies beyond them. `log_prob` is a log probability, of values rounded to
    their nearest level. Channels are independent given z.

    Attributes:
        logits: of the mixture's shares, (…, K, B, C, H, W) with K logistics.
        location: their centres in units of the pixel range, likewise.
        log_scale: logarithm of their spreads, likewise.
    """

    logits: Tensor
    location: Tensor
    log_scale: Tensor

    @classmethod
    def of_output(cls, output: Tensor, channels: int) -> "DiscretizedLogistic":
        """From a decoder's (…, B, 3·K·C, H, W)."""
        parts = output.float().unflatten(-3, (PARAMETERS_PER_LOGISTIC, -1, channels))  # (…, B, 3, K, C, H, W)
        logits, location, log_scale = (part.movedim(-4, -5) for part in parts.unbind(-5))
        return cls(logits, location + 0.5, log_scale.sub(2.0).clamp(min=LOG_SCALE_FLOOR))

    @property
    def mean(self) -> Tensor:
        """Each logistic's centre, cut to [0, 1], weighted by its share."""
        return (torch.softmax(self.logits, -5) * self.location.clamp(0, 1)).sum(-5)

    def log_prob(self, x_BCHW: Tensor) -> Tensor:
        level = (x_BCHW.float() * 255).round().div(255).unsqueeze(-5)
        steepness = torch.exp(-self.log_scale)
        upper = (level + _HALF_LEVEL - self.location) * steepness
        lower = (level - _HALF_LEVEL - self.location) * steepness
        # log(σ(u) − σ(l)) = log σ(u) + log σ(−l) + log(1 − e^(l − u)), which loses no digits far from the centre.
        inside = functional.logsigmoid(upper) + functional.logsigmoid(-lower) + torch.log(-torch.expm1(lower - upper))
        log_mass = torch.where(level <= 0, functional.logsigmoid(upper), inside)
        log_mass = torch.where(level >= 1, functional.logsigmoid(-lower), log_mass)
        return torch.logsumexp(torch.log_softmax(self.logits, -5) + log_mass, -5).sum((-3, -2, -1))
