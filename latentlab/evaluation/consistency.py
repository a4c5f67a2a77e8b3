"""How far a transformation t moves the posterior (Sinha & Dieng 2021).

Shapes: N images, D latent dimensions, R rows compared with all images at once.
"""

import math
from dataclasses import dataclass

import torch
from torch import Tensor

from latentlab.evaluation.posterior import device_of, images_at_once, join
from latentlab.evaluation.progress import Progress, silent
from latentlab.models import VAE, Posterior, Transform, kl_divergence
from latentlab.seeding import generator_for

_DISTANCES_AT_ONCE = 2**20


@dataclass(frozen=True)
class Consistency:
    """Means over images; divergences in nats per image.

    A small KL can come from wide posteriors alone; the ratio and retrieval look at the means and tell the difference.

    Attributes:
        kl: KL(q(z|t(x)) ‖ q(z|x)).
        kl_per_dim: the same for each dimension.
        kl_reverse: KL(q(z|x) ‖ q(z|t(x))).
        jeffreys: the sum of both.
        wasserstein2: 2-Wasserstein distance (not squared), in units of z; nan for two levels, which have no closed form.
        ratio: E‖μ(t(x)) − μ(x)‖² / E‖μ(x′) − μ(x)‖², x′ another image: 0 is invariant, 1 as far as unrelated images. nan where
            the means of all images coincide, or there is only one image.
        retrieval_at_1: how often the mean nearest to μ(t(x)) among the N images is μ(x); k nearest at one distance count 1/k.
            nan where there is only one image.
    """

    kl: float
    kl_per_dim: tuple[float, ...]
    kl_reverse: float
    jeffreys: float
    wasserstein2: float
    ratio: float
    retrieval_at_1: float


@torch.no_grad()
def encode_transformed(model: VAE, images: Tensor, transform: Transform, seed: int, progress: Progress = silent) -> Posterior:
    """q(z|t(x)) of images (N, C, H, W), t drawn once for each image; on the images' device."""
    generator = generator_for(seed, "transformations", images.device)
    parts = []
    # The chunks follow from the images' size alone, since they decide which numbers the generator gives to which image.
    for chunk in images.split(images_at_once(images.shape[1:])):
        parts.append(model.encode(transform(chunk, generator).to(device_of(model))))
        progress(sum(len(part.mean) for part in parts) / len(images), "consistency")
    return join(parts, images.device)


@torch.no_grad()
def measure_consistency(posterior: Posterior, posterior_t: Posterior, *, seed: int = 0, rows: int | None = None) -> Consistency:
    """Divergences and distances between q(z|x) and q(z|t(x)), both (N, D).

    Args:
        posterior: of x.
        posterior_t: of t(x), in the same order.
        seed: of what the levels of a posterior are conditioned on, where it has two.
        rows: transformed images compared with all others at once; by N unless given.
    """
    generator = generator_for(seed, "what the levels of a posterior are conditioned on", posterior.mean.device)
    kl_per_dim = kl_divergence(posterior_t, posterior, generator).double().mean(0)
    kl_reverse = kl_divergence(posterior, posterior_t, generator).double().mean(0)
    mean, mean_t = posterior.mean.double(), posterior_t.mean.double()
    moved = (mean_t - mean).square().sum(1)
    widened = (posterior_t.std.double() - posterior.std.double()).square().sum(1)
    return Consistency(
        kl=float(kl_per_dim.sum()),
        kl_per_dim=tuple(kl_per_dim.tolist()),
        kl_reverse=float(kl_reverse.sum()),
        jeffreys=float(kl_per_dim.sum() + kl_reverse.sum()),
        wasserstein2=float((moved + widened).sqrt().mean()) if posterior.levels == 1 else math.nan,
        ratio=_ratio(float(moved.mean()), mean),
        retrieval_at_1=_retrieval(mean, mean_t, rows or max(1, _DISTANCES_AT_ONCE // len(mean))),
    )


def _ratio(moved: float, mean_ND: Tensor) -> float:
    count = len(mean_ND)
    if count < 2:
        return math.nan
    # The mean squared distance of two different images is twice the unbiased variance.
    unrelated = 2 * float(mean_ND.var(0, correction=1).sum())
    return moved / unrelated if unrelated > 0 else math.nan


def _retrieval(mean_ND: Tensor, mean_t_ND: Tensor, rows: int) -> float:
    if len(mean_ND) < 2:
        return math.nan
    hits = 0.0
    for start, chunk in zip(range(0, len(mean_ND), rows), mean_t_ND.split(rows), strict=True):
        # By differences: the matrix product's rounding would decide between near neighbours.
        distance = torch.cdist(chunk, mean_ND, compute_mode="donot_use_mm_for_euclid_dist")
        nearest = distance == distance.min(1, keepdim=True).values
        own = torch.arange(start, start + len(chunk), device=distance.device)
        hits += float((nearest.gather(1, own[:, None])[:, 0] / nearest.sum(1)).sum())
    return hits / len(mean_ND)
