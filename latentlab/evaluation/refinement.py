"""A posterior of each image's own: q(z|x) of the encoder, improved by gradient steps on the image's ELBO (Cremer et al. 2018).

Shapes: N images, K samples, D latent dimensions.
"""

import torch
from torch import Tensor

from latentlab.errors import ConfigError
from latentlab.evaluation.likelihood import decode_with
from latentlab.evaluation.posterior import device_of, images_at_once
from latentlab.evaluation.progress import Progress, silent
from latentlab.models import VAE, DiagonalGaussian, Posterior
from latentlab.seeding import generator_for

_SAMPLES = 8
_RATE = 0.05
"""Adam's step, in units of the encoder's own standard deviations and of log variance."""


def refine_posterior(
    model: VAE,
    images: Tensor,
    posterior: Posterior,
    steps: int,
    seed: int,
    *,
    scale: float | None = None,
    progress: Progress = silent,
) -> DiagonalGaussian:
    """Means and variances that maximise each image's ELBO, starting from the encoder's.

    Args:
        model: its weights stay as they are.
        images: (N, C, H, W), as the model was trained on.
        posterior: q(z|x) of these images, of one level.
        steps: of Adam.
        seed: of the samples that the ELBO is estimated by.
        scale: as for `importance_nll`.
        progress: told after every chunk.

    Raises:
        ConfigError: if the latents have two levels.
    """
    if not isinstance(posterior, DiagonalGaussian):
        raise ConfigError(f"refine = {steps}: only latents of one level can be refined, and this model has {posterior.levels}.")
    at_once = max(1, images_at_once(images.shape[1:]) // _SAMPLES)
    parts = []
    for start in range(0, len(images), at_once):
        generator = generator_for(seed, f"refinement of images from {start}", device_of(model))
        x, own = images[start : start + at_once].to(device_of(model)), posterior[start : start + at_once].to(device_of(model))
        parts.append(_refined(model, x, own, steps, scale, generator).to(images.device))
        progress((start + len(x)) / len(images), "refined posteriors")
    return DiagonalGaussian.cat(parts)


@torch.enable_grad()
def _refined(
    model: VAE, x: Tensor, own: DiagonalGaussian, steps: int, scale: float | None, generator: torch.Generator
) -> DiagonalGaussian:
    shift, stretch = (torch.zeros_like(own.mean, requires_grad=True) for _ in range(2))
    with torch.no_grad():
        prior = model.prior
    optimizer = torch.optim.Adam([shift, stretch], lr=_RATE)
    for _ in range(steps):
        refined = DiagonalGaussian(own.mean + own.std * shift, own.logvar + stretch)
        z = refined.sample(generator, _SAMPLES)
        log_likelihood = decode_with(model, z, scale).log_prob(x).mean(0)
        kl = prior.kl(refined, z).per_image.reshape(-1, len(x)).mean(0)
        loss = (kl - log_likelihood).sum()
        shift.grad, stretch.grad = torch.autograd.grad(loss, (shift, stretch))
        optimizer.step()
    return DiagonalGaussian((own.mean + own.std * shift).detach(), (own.logvar + stretch).detach())
