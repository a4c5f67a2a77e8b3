"""What a model's posteriors look like over a set of images.

Shapes: N images, D latent dimensions.
"""

from dataclasses import dataclass

import torch
from torch import Tensor

from latentlab.data import ImageStore
from latentlab.models import VAE, DiagonalGaussian

ACTIVE_VARIANCE = 0.01
"""A dimension is active where the variance of its posterior means over images exceeds this (Burda et al. 2016)."""

_CHUNK = 256


@dataclass(frozen=True, eq=False)
class PosteriorSummary:
    """Statistics of q(z|x) over images.

    Attributes:
        kl_per_dim: (D,), mean KL to the prior in nats.
        mean: (D,), of the aggregate posterior.
        std: (D,), of the aggregate posterior, by the law of total variance.
        variance_of_means: (D,), what decides whether a dimension is active.
    """

    kl_per_dim: Tensor
    mean: Tensor
    std: Tensor
    variance_of_means: Tensor

    @property
    def active(self) -> Tensor:
        """bool (D,)."""
        return self.variance_of_means > ACTIVE_VARIANCE

    @property
    def order(self) -> Tensor:
        """Dimensions by KL, largest first, int64 (D,)."""
        return torch.argsort(self.kl_per_dim, descending=True, stable=True)


@torch.no_grad()
def encode_all(model: VAE, images: Tensor) -> DiagonalGaussian:
    """Posteriors of float images (N, C, H, W), in chunks that bound the memory."""
    parts = [model.encode(chunk) for chunk in images.split(_CHUNK)]
    return DiagonalGaussian(torch.cat([part.mean for part in parts]), torch.cat([part.logvar for part in parts]))


def summarize_posterior(model: VAE, store: ImageStore, limit: int = 1024) -> PosteriorSummary:
    """Statistics over the first `limit` images of a store."""
    posterior = encode_all(model, store.batch(slice(0, limit)))
    variance_of_means = posterior.mean.var(0, correction=0)
    return PosteriorSummary(
        kl_per_dim=posterior.kl_to_prior().mean(0),
        mean=posterior.mean.mean(0),
        std=(variance_of_means + posterior.std.square().mean(0)).sqrt(),
        variance_of_means=variance_of_means,
    )
