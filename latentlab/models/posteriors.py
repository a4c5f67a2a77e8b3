"""What every posterior q(z|x) has, whatever its structure.

Shapes: B images, K samples per image, D latent dimensions.
"""

from collections.abc import Callable, Sequence
from typing import ClassVar, Protocol, Self

import torch
from torch import Tensor

from latentlab.models.distributions import DiagonalGaussian


class Posterior(Protocol):
    """A distribution of z for each image of a batch: Gaussian in each level, given the levels above it.

    Attributes:
        levels: of latents, 1 or 2.
        knows_sigma: whether it has a spread; without one, `logvar`, `std`, KLs and densities are NaN, and `sample` raises
            DataError.
    """

    levels: ClassVar[int]
    knows_sigma: ClassVar[bool]

    @property
    def mean(self) -> Tensor:
        """(B, D)."""
        ...

    @property
    def logvar(self) -> Tensor:
        """(B, D), the logarithm of the variance at the mean."""
        ...

    @property
    def std(self) -> Tensor:
        """(B, D), there."""
        ...

    @property
    def mode(self) -> Tensor:
        """(B, D)."""
        ...

    def at(self, z: Tensor) -> DiagonalGaussian:
        """What each dimension is drawn from, given what z, (…, D), has in the levels above it; (…, B, D)."""
        ...

    def sample(self, generator: torch.Generator | None = None, num_samples: int | None = None) -> Tensor:
        """Reparameterised draws: (B, D), or (K, B, D) where `num_samples` = K is given."""
        ...

    def log_prob(self, z: Tensor) -> Tensor:
        """log q(z|x) in nats per dimension, shaped as `z` broadcast with (B, D)."""
        ...

    @classmethod
    def cat(cls, parts: Sequence[Self]) -> Self:
        """The posteriors of several batches of one model, one after the other."""
        ...

    def of_rows(self, rows: Callable[[Tensor], Tensor]) -> Self:
        """Those of other images, such as those of all processes: of what `rows` makes of each tensor (B, …)."""
        ...

    def to(self, device: torch.device) -> Self:
        """The same on a device."""
        ...

    def __getitem__(self, images: slice) -> Self:
        """Those of some of the images."""
        ...


def kl_divergence(p: Posterior, q: Posterior, generator: torch.Generator | None) -> Tensor:
    """KL(p ‖ q) of two posteriors of one model in nats per dimension, (B, D).

    Closed form where there is one level. With two it is the chain rule, KL of the upper level plus the expectation of the lower
    one's, by one draw of z from p in which both are conditioned; the sum over dimensions is the sum over levels.
    """
    z = p.mean if p.levels == q.levels == 1 else p.sample(generator)
    return p.at(z).kl(q.at(z))
