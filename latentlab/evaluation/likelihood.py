"""log p(x) of held-out images, by importance sampling (Burda et al. 2016).

Shapes: N images, S samples of z per image, D latent dimensions, R = rows decoded at once, C channels, H by W pixels.
"""

import math
from dataclasses import dataclass, replace

import torch
from torch import Tensor

from latentlab.evaluation.posterior import device_of, draw, images_at_once
from latentlab.evaluation.progress import Progress, silent
from latentlab.models import VAE, Gaussian, Laplace, Likelihood, Posterior
from latentlab.models.likelihoods import SCALE_FLOOR
from latentlab.seeding import generator_for


@dataclass(frozen=True, eq=False)
class ImportanceEstimate:
    """−log p̂(x) of each image.

    Attributes:
        nll: float64 (N,), nats.
        effective_samples: float64 (N,), (Σ w)² / Σ w², from 1 (one sample decides: take more) to S (q is the true posterior).
        dimensions: C·H·W.
    """

    nll: Tensor
    effective_samples: Tensor
    dimensions: int

    @property
    def mean(self) -> float:
        """Nats per image."""
        return float(self.nll.mean())

    @property
    def standard_error(self) -> float:
        """Of the mean, over images, in nats; nan for a single image."""
        return float(self.nll.std(correction=1)) / math.sqrt(len(self.nll)) if len(self.nll) > 1 else math.nan

    @property
    def bits_per_dim(self) -> float:
        """The mean in bits per pixel value."""
        return self.mean / (self.dimensions * math.log(2))


@torch.no_grad()
def importance_nll(
    model: VAE,
    images: Tensor,
    posterior: Posterior,
    samples: int,
    seed: int,
    *,
    scale: float | None = None,
    progress: Progress = silent,
    rows: int | None = None,
) -> ImportanceEstimate:
    """−(logsumexp_s log w_s − log S) with log w = log p(x|z) + log p(z) − log q(z|x), z ~ q(z|x), reduced in float64.

    An image's noise depends on the seed and its place among the images alone, not on chunks or devices.

    Args:
        model: in evaluation mode.
        images: float (N, C, H, W) in [0, 1].
        posterior: q(z|x) of the images, (N, D), on their device.
        samples: S.
        seed: of the noise.
        scale: the spread for a likelihood that would else take each batch's optimum; see `reconstruction_scale`.
        progress: told after every chunk.
        rows: latents decoded at once; by the size of the images unless given.
    """
    device = device_of(model)
    rows = rows or images_at_once(images.shape[1:])
    at_once, latent_dim = max(1, rows // samples), posterior.mean.shape[1]
    nll, effective = [], []
    for start in range(0, len(images), at_once):
        members = range(start, min(start + at_once, len(images)))
        x, of_x = images[members.start : members.stop], posterior[members.start : members.stop]
        noise = torch.stack([_noise(seed, image, samples, latent_dim) for image in members]).to(x.device)  # (n, S, D)
        z_SnD = draw(of_x, noise.transpose(0, 1))
        z, logvar = z_SnD.transpose(0, 1), of_x.at(z_SnD).logvar.expand(z_SnD.shape).transpose(0, 1)
        # log p(z) − log q(z|x), of which the constants cancel. The noise stands for (z − mean) / std, which rounding spoils
        # where the posterior is narrow.
        log_ratio = 0.5 * (noise.double().square() + logvar.double() - z.double().square()).sum(2)
        log_likelihood = torch.cat(
            [
                _decode(model, latents.to(device), scale).log_prob(x[index].to(device)).to(log_ratio.device)
                for latents, index in zip(
                    z.flatten(0, 1).split(rows), torch.arange(len(x)).repeat_interleave(samples).split(rows), strict=True
                )
            ]
        )
        log_w = log_likelihood.double().view_as(log_ratio) + log_ratio
        log_sum = torch.logsumexp(log_w, 1)
        nll.append(math.log(samples) - log_sum)
        effective.append(torch.exp(2 * log_sum - torch.logsumexp(2 * log_w, 1)))
        progress(members.stop / len(images), "negative log-likelihood")
    return ImportanceEstimate(torch.cat(nll), torch.cat(effective), math.prod(images.shape[1:]))


@torch.no_grad()
def reconstruction_scale(model: VAE, images: Tensor, posterior: Posterior) -> float | None:
    """The one spread that a likelihood is evaluated with, in units of the pixel range; None for one that has no spread.

    Where the model leaves it open, it is the closed-form optimum over all these images' reconstructions at the posterior's
    mode: the root mean squared error of a Gaussian, the mean absolute error of a Laplace. Taken per batch it would depend on
    which images and samples happen to share one.
    """
    total, family = 0.0, None
    at_once = images_at_once(images.shape[1:])
    for x, z in zip(images.split(at_once), posterior.mode.split(at_once), strict=True):
        likelihood = model.decode(z.to(device_of(model)))
        if not isinstance(likelihood, Gaussian | Laplace):
            return None
        if likelihood.scale is not None:
            return max(float(likelihood.scale), SCALE_FLOOR)
        error = (x - likelihood.location.to(x.device)).double()
        family = type(likelihood)
        total += float(error.square().sum() if family is Gaussian else error.abs().sum())
    optimum = total / images.numel()
    return max(math.sqrt(optimum) if family is Gaussian else optimum, SCALE_FLOOR)


def _decode(model: VAE, z_RD: Tensor, scale: float | None) -> Likelihood:
    likelihood = model.decode(z_RD)
    if isinstance(likelihood, Gaussian | Laplace) and likelihood.scale is None and scale is not None:
        return replace(likelihood, scale=torch.tensor(scale, device=z_RD.device))
    return likelihood


def _noise(seed: int, image: int, samples: int, latent_dim: int) -> Tensor:
    return torch.randn(samples, latent_dim, generator=generator_for(seed, f"importance samples of image {image}"))
