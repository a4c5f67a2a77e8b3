"""The posterior q(z|x), a Gaussian with diagonal covariance.

Shapes: B images, D latent dimensions, K samples per image.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar, Self

import torch
from torch import Tensor

from latentlab.catalog.measure import SIGMA_UNKNOWN
from latentlab.errors import DataError
from latentlab.share import drawn

LOGVAR_MIN, LOGVAR_MAX = -30.0, 20.0


@dataclass(frozen=True, eq=False)
class DiagonalGaussian:
    """N(mean, diag(exp(logvar))), computed in float32 whatever the networks' precision.

    Attributes:
        mean: (B, D).
        logvar: (B, D), the logarithm of the variance, clamped to [-30, 20].
    """

    levels: ClassVar[int] = 1
    knows_sigma: ClassVar[bool] = True

    mean: Tensor
    logvar: Tensor

    def __post_init__(self) -> None:
        if self.mean.shape != self.logvar.shape:
            raise ValueError(f"mean {tuple(self.mean.shape)} and logvar {tuple(self.logvar.shape)} differ in shape")
        object.__setattr__(self, "mean", self.mean.float())
        object.__setattr__(self, "logvar", self.logvar.float().clamp(LOGVAR_MIN, LOGVAR_MAX))

    @property
    def std(self) -> Tensor:
        """(B, D)."""
        return torch.exp(0.5 * self.logvar)

    @property
    def mode(self) -> Tensor:
        """(B, D): the mean."""
        return self.mean

    def at(self, z: Tensor) -> "DiagonalGaussian":
        """What each dimension is drawn from, given the levels above it: there are none, so this Gaussian, whatever z is."""
        del z
        return self

    def sample(self, generator: torch.Generator | None = None, num_samples: int | None = None) -> Tensor:
        """Reparameterised draws, differentiable in mean and logvar.

        Returns:
            (B, D), or (K, B, D) where `num_samples` = K is given.
        """
        shape = self.mean.shape if num_samples is None else (num_samples, *self.mean.shape)
        noise = drawn(partial(torch.randn, generator=generator, device=self.mean.device), shape, dim=-2)
        return self.mean + self.std * noise

    def log_prob(self, z: Tensor) -> Tensor:
        """log q(z|x) in nats per dimension, shaped as `z` broadcast with (B, D)."""
        return -0.5 * (math.log(2 * math.pi) + self.logvar + (z - self.mean).square() * torch.exp(-self.logvar))

    @classmethod
    def cat(cls, parts: Sequence[Self]) -> Self:
        """The Gaussians of several batches, one after the other."""
        return cls(torch.cat([part.mean for part in parts]), torch.cat([part.logvar for part in parts]))

    def of_rows(self, rows: Callable[[Tensor], Tensor]) -> Self:
        """The Gaussians of other images, such as those of all processes: of what `rows` makes of (B, D)."""
        return type(self)(rows(self.mean), rows(self.logvar))

    def to(self, device: torch.device) -> Self:
        """The same on a device."""
        return type(self)(self.mean.to(device), self.logvar.to(device))

    def __getitem__(self, images: slice) -> Self:
        return type(self)(self.mean[images], self.logvar[images])

    def kl(self, other: "DiagonalGaussian") -> Tensor:
        """KL(self ‖ other) in nats per dimension, (B, D)."""
        logvar_difference = self.logvar - other.logvar
        squared_distance = (self.mean - other.mean).square() * torch.exp(-other.logvar)
        return 0.5 * (torch.exp(logvar_difference) - logvar_difference - 1 + squared_distance)


class MeanAlone(DiagonalGaussian):
    """Of an encoder that gives a mean and no variance: σ is not known, and what depends on it is NaN."""

    knows_sigma: ClassVar[bool] = False

    @classmethod
    def at_mean(cls, mean: Tensor) -> Self:
        """That of a mean (B, D)."""
        return cls(mean, torch.full_like(mean, torch.nan))

    def sample(self, generator: torch.Generator | None = None, num_samples: int | None = None) -> Tensor:
        """Raises DataError: there is nothing to draw from."""
        raise unknown_sigma("a draw from q(z|x)")


def unknown_sigma(what: str) -> DataError:
    """That something, such as "the KL to the prior", cannot be had of a model without σ."""
    return DataError(f"{what} needs σ of q(z|x); {SIGMA_UNKNOWN}")
