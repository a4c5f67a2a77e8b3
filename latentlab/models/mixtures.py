"""Mixtures of Gaussians with diagonal covariances.

Shapes: K components, D latent dimensions, P places in a plane.
"""

import math
from collections.abc import Callable

import torch
from torch import Tensor

from latentlab.models.distributions import DiagonalGaussian

_VALUES_AT_ONCE = 2**22
"""Log densities of single dimensions and components that are held at a time."""
_PLACES_AT_ONCE = 64
"""Components of a plane's density that are held at a time."""


class GaussianMixture:
    """Σ_k w_k N(mean_k, diag std_k²).

    Attributes:
        components: (K, D).
        log_weights: (K,), of which the exponentials add up to 1.
    """

    def __init__(self, components: DiagonalGaussian, log_weights: Tensor | None = None) -> None:
        """Mix components, equally unless log weights are given."""
        self.components = components
        count = len(components.mean)
        self.log_weights = torch.full_like(components.mean[:, 0], -math.log(count)) if log_weights is None else log_weights

    @property
    def mean(self) -> Tensor:
        """(D,)."""
        return self.log_weights.exp() @ self.components.mean

    @property
    def std(self) -> Tensor:
        """(D,), by the law of total variance."""
        spread = self.components.logvar.exp() + (self.components.mean - self.mean).square()
        return (self.log_weights.exp() @ spread).sqrt()

    def log_prob(self, z: Tensor) -> Tensor:
        """In nats, (…, D) → (…)."""
        return self._mixed(z, lambda log_NKD: torch.logsumexp(self.log_weights + log_NKD.sum(-1), -1))

    def log_marginals(self, z: Tensor) -> Tensor:
        """Of each dimension by itself in nats, (…, D) → (…, D)."""
        return self._mixed(z, lambda log_NKD: torch.logsumexp(self.log_weights[:, None] + log_NKD, -2))

    def log_projected(self, places: Tensor, axes: Tensor) -> Tensor:
        """log density of (z·axis₀, z·axis₁) at places (P, 2), for axes (2, D), in nats (P,)."""
        variances = self.components.logvar.exp()
        across, both, up = ((variances * axes[row] * axes[column]).sum(1) for row, column in ((0, 0), (0, 1), (1, 1)))
        return log_prob_in_plane(places, self.components.mean @ axes.T, (across, both, up), self.log_weights)

    def sample(self, count: int, generator: torch.Generator) -> Tensor:
        """Draws, (N, D), on the generator's device."""
        device = generator.device
        noise = torch.randn(count, self.components.mean.shape[1], generator=generator, device=device)
        which = torch.multinomial(self.log_weights.exp().to(device), count, replacement=True, generator=generator)
        return self.components.mean.to(device)[which] + self.components.std.to(device)[which] * noise

    def _mixed(self, z: Tensor, mix: Callable[[Tensor], Tensor]) -> Tensor:
        rows = max(1, _VALUES_AT_ONCE // self.components.mean.numel())
        parts = [mix(self.components.log_prob(part[:, None])) for part in z.reshape(-1, z.shape[-1]).split(rows)]
        return torch.cat(parts).view(*z.shape[:-1], *parts[0].shape[1:])


def log_prob_in_plane(places: Tensor, means: Tensor, covariances: tuple[Tensor, Tensor, Tensor], log_weights: Tensor) -> Tensor:
    """log density of a mixture of two-dimensional Gaussians, in nats.

    Args:
        places: (P, 2).
        means: (K, 2).
        covariances: across, both and up of ((across, both), (both, up)), (K,) each.
        log_weights: (K,).

    Returns:
        (P,).
    """
    across, both, up = covariances
    determinant = across * up - both.square()
    total = torch.full((len(places),), -math.inf, device=places.device)
    for some in torch.arange(len(means)).split(_PLACES_AT_ONCE):
        dx, dy = (places[:, None] - means[some]).unbind(-1)
        squared = (up[some] * dx.square() - 2 * both[some] * dx * dy + across[some] * dy.square()) / determinant[some]
        log_each = log_weights[some] - 0.5 * (squared + determinant[some].log()) - math.log(2 * math.pi)
        total = torch.logaddexp(total, torch.logsumexp(log_each, 1))
    return total
