"""log p(x) of held-out images, by importance sampling (Burda et al. 2016).

Shapes: N images, S samples of z per image, D latent dimensions, R = rows decoded at once, C channels, H by W pixels.
"""

import copy
import math
from dataclasses import dataclass, replace

import torch
from torch import Tensor

from latentlab.data import ImageStore
from latentlab.evaluation.posterior import device_of, draw, images_at_once
from latentlab.evaluation.progress import Progress, silent
from latentlab.models import VAE, Gaussian, Laplace, Likelihood, Observation, Posterior, Prior
from latentlab.models.likelihoods import SCALE_FLOOR
from latentlab.seeding import generator_for

_SCALE_IMAGES, _SCALE_SEED = 1024, 20210530
_SAMPLES_AT_ONCE = 1024
"""Importance samples of an image that are held at a time."""
_VALUES_IN_CACHE = 2**17
"""Pixel values that a core's cache holds with what a network makes of them."""
_FEWEST_ROWS = 32
"""Latents below which a block is not worth its overhead."""


@dataclass(frozen=True, eq=False)
class ImportanceEstimate:
    """−log p̂(x) of each image, an upper bound in expectation.

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
    widening: float = 1.0,
    progress: Progress = silent,
    rows: int | None = None,
) -> ImportanceEstimate:
    """−log p̂(x) = −(logsumexp_s log w_s − log S) of each image, z_s drawn from a proposal.

    In expectation it is an upper bound on −log p(x) for every S and every proposal, and falls towards it as S grows.

    Args:
        model: the decoder, and what its output means.
        images: (N, C, H, W), made black and white where the model is trained on such.
        posterior: the proposal q(z|x) of these images.
        samples: S; memory does not grow with it.
        seed: of the noise, which is each image's own.
        scale: of a likelihood that would else take each batch's optimum; see `reconstruction_scale`.
        widening: factor on the proposal's standard deviations.
        progress: told after every chunk.
        rows: latents decoded at once; by the size of the images unless given.
    """
    rows = rows or _rows_at_once(model, images.shape[1:])
    model = _laid_out(model)
    at_once = max(1, rows // samples)
    chunks = [range(start, min(start + at_once, len(images))) for start in range(0, len(images), at_once)]
    nll, effective, prior = [], [], model.prior.to(images.device)
    for members in chunks:
        log_sum = log_square_sum = torch.full((len(members),), -math.inf, dtype=torch.float64)
        generators = [generator_for(seed, f"importance samples of image {image}") for image in members]
        for start in range(0, samples, _SAMPLES_AT_ONCE):
            shape = (min(_SAMPLES_AT_ONCE, samples - start), posterior.mean.shape[1])
            noise_SnD = torch.stack([torch.randn(shape, generator=generator) for generator in generators], 1)
            x, of_x = images[members.start : members.stop], posterior[members.start : members.stop]
            log_w = _log_weights(model, prior, x, of_x, noise_SnD, scale, widening, rows).cpu()
            log_sum = torch.logaddexp(log_sum, torch.logsumexp(log_w, 0))
            log_square_sum = torch.logaddexp(log_square_sum, torch.logsumexp(2 * log_w, 0))
            progress((members.start + len(members) * (start + shape[0]) / samples) / len(images), "negative log-likelihood")
        nll.append(math.log(samples) - log_sum)
        effective.append(torch.exp(2 * log_sum - log_square_sum))
    return ImportanceEstimate(torch.cat(nll), torch.cat(effective), math.prod(images.shape[1:]))


def _log_weights(
    model: VAE,
    prior: Prior,
    x: Tensor,
    posterior: Posterior,
    noise_SnD: Tensor,
    scale: float | None,
    widening: float,
    rows: int,
) -> Tensor:
    """log p(x|z) + log p(z) − log q(z), float64 (S, n), of z = mean + widening · std · noise."""
    noise_SnD = noise_SnD.to(x.device)
    z = draw(posterior, widening * noise_SnD)
    logvar = posterior.at(z).logvar.expand(z.shape).double()
    # log p(z) − log q(z). The noise stands for (z − mean) / std, which rounding spoils where the posterior is narrow.
    log_q = -0.5 * (noise_SnD.double().square() + logvar + math.log(2 * math.pi)).sum(2) - z.shape[2] * math.log(widening)
    log_ratio = prior.log_prob(z.double()) - log_q
    device = device_of(model)
    log_likelihood = torch.cat(
        [
            decode_with(model, latents.to(device), scale).log_prob(x.to(device)).to(log_ratio.device)
            for latents in z.split(max(1, rows // len(x)))
        ]
    )
    return log_likelihood.double() + log_ratio


def _laid_out(model: VAE) -> VAE:
    """On a CPU, a copy with the weights of convolutions in the order in which they are computed fastest, channels last."""
    has_convolutions = any(parameter.ndim == 4 for parameter in model.decoder.parameters())
    if device_of(model).type != "cpu" or not has_convolutions:
        return model
    return copy.deepcopy(model).to(memory_format=torch.channels_last)


def _rows_at_once(model: VAE, image_shape: tuple[int, ...]) -> int:
    """How many latents are decoded together: on a CPU as many as its caches hold, which is faster than a larger block."""
    at_once = images_at_once(image_shape)
    if device_of(model).type != "cpu":
        return at_once
    in_cache = torch.get_num_threads() * _VALUES_IN_CACHE // math.prod(image_shape)
    return min(at_once, max(in_cache, _FEWEST_ROWS))


@torch.no_grad()
def training_scale(model: VAE, store: ImageStore) -> float:
    """The closed-form optimal spread over training images, in units of the pixel range, for a model that leaves it open.

    The root mean squared error of a Gaussian, the mean absolute error of a Laplace, of reconstructions from one sample of each
    image's posterior, over the first 1,024 images; the model must be in evaluation mode.
    """
    generator = generator_for(_SCALE_SEED, "spread over training images", device_of(model))
    images = Observation(model.likelihood)(store.batch(slice(0, _SCALE_IMAGES)), generator)
    misfit, scale_of = 0.0, Gaussian.optimal_scale
    for x in images.split(images_at_once(images.shape[1:])):
        likelihood = model.decode(model.encode(x).sample(generator))
        assert isinstance(likelihood, Gaussian | Laplace)
        misfit, scale_of = misfit + likelihood.misfit(x), likelihood.optimal_scale
    return scale_of(misfit, images.numel())


@torch.no_grad()
def reconstruction_scale(model: VAE, images: Tensor, posterior: Posterior) -> float | None:
    """The one spread that a likelihood is evaluated with, in units of the pixel range; None for one that has no spread.

    It is the model's own: fixed, learned, or the optimum over training images that is kept with the checkpoint. A checkpoint of
    an earlier version keeps none; then it is the closed-form optimum over all these images' reconstructions at the posterior's
    mode: the root mean squared error of a Gaussian, the mean absolute error of a Laplace.
    """
    misfit, scale_of = 0.0, Gaussian.optimal_scale
    at_once = images_at_once(images.shape[1:])
    for x, z in zip(images.split(at_once), posterior.mode.split(at_once), strict=True):
        likelihood = model.decode(z.to(device_of(model)))
        if not isinstance(likelihood, Gaussian | Laplace):
            return None
        if likelihood.scale is not None:
            return max(float(likelihood.scale), SCALE_FLOOR)
        misfit, scale_of = misfit + likelihood.misfit(x), likelihood.optimal_scale
    return scale_of(misfit, images.numel())


def decode_with(model: VAE, z_RD: Tensor, scale: float | None) -> Likelihood:
    """p(x|z) with this spread where the model leaves it open."""
    likelihood = model.decode(z_RD)
    if isinstance(likelihood, Gaussian | Laplace) and likelihood.scale is None and scale is not None:
        return replace(likelihood, scale=torch.tensor(scale, device=z_RD.device))
    return likelihood
