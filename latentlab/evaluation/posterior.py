"""What a model's posteriors look like over a set of images.

Shapes: N images, D latent dimensions.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from latentlab.catalog.measure import ACTIVE_VARIANCE
from latentlab.evaluation.progress import Progress, silent
from latentlab.models import VAE, Posterior
from latentlab.seeding import generator_for

SIGMA_NEAR_ZERO, SIGMA_NEAR_ONE = 0.1, 0.9
"""Below the first, a posterior has all but collapsed onto a point; above the second, it says next to nothing."""

_REACH = (0.001, 0.999)
"""Between these shares of the aggregate posterior lies what z is likely to be."""

_MOST_AT_ONCE = 512
_VALUES_AT_ONCE = 2**20
_HALVINGS, _ROUGH_HALVINGS = 64, 14
"""Of the bracket of a quantile: until float64 tells no two points in it apart, and to a ten-thousandth of its width."""


@dataclass(frozen=True, eq=False)
class PosteriorSummary:
    """Statistics of q(z|x) over images; where σ is not known, those of the means, and NaN for what needs σ.

    Attributes:
        kl_per_dim: (D,), mean KL to the prior's marginals in nats.
        mean: (D,), of the aggregate posterior.
        std: (D,), of the aggregate posterior, by the law of total variance.
        variance_of_means: (D,), what decides whether a dimension is active.
        near_zero: (D,), share of images whose σ is below 0.1.
        near_one: (D,), share of images whose σ is above 0.9.
        low: (D,), 0.1 % quantile of the aggregate posterior.
        high: (D,), its 99.9 % quantile.
    """

    kl_per_dim: Tensor
    mean: Tensor
    std: Tensor
    variance_of_means: Tensor
    near_zero: Tensor
    near_one: Tensor
    low: Tensor
    high: Tensor

    @property
    def active(self) -> Tensor:
        """bool (D,)."""
        return self.variance_of_means > ACTIVE_VARIANCE

    @property
    def order(self) -> Tensor:
        """Dimensions by KL, or by the variance of their means where that is not known; largest first, int64 (D,)."""
        known = bool(self.kl_per_dim.isfinite().all())
        return torch.argsort(self.kl_per_dim if known else self.variance_of_means, descending=True, stable=True)


def images_at_once(image_shape: tuple[int, ...]) -> int:
    """How many images of a shape (C, H, W) go through a network together, so that large ones do not fill the memory."""
    return max(1, min(_MOST_AT_ONCE, _VALUES_AT_ONCE // math.prod(image_shape)))


def device_of(model: VAE) -> torch.device:
    """Where a model's weights are."""
    weights = next(model.parameters(), None)
    return torch.device("cpu") if weights is None else weights.device


@torch.no_grad()
def encode_all(model: VAE, images: Tensor, progress: Progress = silent, at_once: int | None = None) -> Posterior:
    """Posteriors of float images (N, C, H, W), in chunks that bound the memory, or of `at_once`; on the images' device."""
    parts = []
    for chunk in images.split(at_once or images_at_once(images.shape[1:])):
        parts.append(model.encode(chunk.to(device_of(model))))
        progress(sum(len(part.mean) for part in parts) / max(1, len(images)), "posteriors")
    return join(parts, images.device)


def join(parts: Sequence[Posterior], device: torch.device) -> Posterior:
    """Posteriors of chunks of one model, one after the other, on a device."""
    return type(parts[0]).cat(parts).to(device)


def draw(posterior: Posterior, noise: Tensor) -> Tensor:
    """z of standard normal noise (…, N, D), in the noise's precision; upper levels are drawn before those that hang on them."""
    z = noise
    for level in range(posterior.levels):
        given = posterior.at(z.float() if level else posterior.mean)
        z = given.mean.to(noise) + torch.exp(0.5 * given.logvar.to(noise)) * noise
    return z


def aggregate_quantiles(mean_ND: Tensor, std_ND: Tensor, quantiles_Q: Tensor, halvings: int = _HALVINGS) -> Tensor:
    """Where the distribution function of each dimension of the aggregate posterior (1/N) Σ_i N(μ_i, σ_i²) reaches q.

    By bisection between the smallest and the largest of the images' own quantiles, in the precision of the means.

    Args:
        mean_ND: μ, (N, D).
        std_ND: σ, (N, D).
        quantiles_Q: q, (Q,), each above 0 and below 1.
        halvings: of that bracket; by default enough that float64 tells no two points in it apart.

    Returns:
        (Q, D).
    """
    mean, std, q = mean_ND[:, None], std_ND[:, None], quantiles_Q.to(mean_ND)[:, None]
    own = mean + std * torch.special.ndtri(q)
    low, high = own.amin(0), own.amax(0)
    for _ in range(halvings):
        middle = (low + high) / 2
        below = torch.special.ndtr((middle - mean) / std).mean(0) < q
        low, high = torch.where(below, middle, low), torch.where(below, high, middle)
    places: Tensor = (low + high) / 2
    return places


def summary_of(model: VAE, posterior: Posterior) -> PosteriorSummary:
    """Statistics of posteriors (N, D) that a model has given for images."""
    variance_of_means = posterior.mean.var(0, correction=0)
    if not posterior.knows_sigma:
        return _of_means(posterior.mean, variance_of_means)
    z = posterior.sample(generator_for(0, "posterior summary"))
    given = posterior.at(z)
    low, high = aggregate_quantiles(given.mean, given.std, torch.tensor(_REACH), _ROUGH_HALVINGS)
    return PosteriorSummary(
        kl_per_dim=model.prior.kl(posterior, z).per_dim.mean(0),
        mean=posterior.mean.mean(0),
        std=(variance_of_means + posterior.std.square().mean(0)).sqrt(),
        variance_of_means=variance_of_means,
        near_zero=(posterior.std < SIGMA_NEAR_ZERO).float().mean(0),
        near_one=(posterior.std > SIGMA_NEAR_ONE).float().mean(0),
        low=low,
        high=high,
    )


def _of_means(mean_ND: Tensor, variance_of_means: Tensor) -> PosteriorSummary:
    unknown = torch.full_like(variance_of_means, torch.nan)
    low, high = mean_ND.sort(0).values[[round(share * (len(mean_ND) - 1)) for share in _REACH]]
    return PosteriorSummary(
        kl_per_dim=unknown,
        mean=mean_ND.mean(0),
        std=variance_of_means.sqrt(),
        variance_of_means=variance_of_means,
        near_zero=unknown,
        near_one=unknown,
        low=low,
        high=high,
    )
