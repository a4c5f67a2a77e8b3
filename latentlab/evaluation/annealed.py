"""log p(x) by annealed importance sampling from the prior (Neal 2001; Wu et al. 2017): a reference that needs no encoder.

Shapes: N images, M chains per image, D latent dimensions.
"""

import math
from collections.abc import Callable

import torch
from torch import Tensor

from latentlab.evaluation.likelihood import ImportanceEstimate, decode_with
from latentlab.evaluation.posterior import device_of, images_at_once
from latentlab.evaluation.progress import Progress, silent
from latentlab.models import VAE
from latentlab.seeding import generator_for

CHAINS = 16
_LEAPFROG = 10
_FIRST_STEP = 0.1
_ACCEPTED = 0.65
"""Share of Hamiltonian proposals that the step size is adapted to."""
_STEEPNESS = 4.0

LogDensity = Callable[[Tensor], Tensor]
"""z (M, N, D) → nats (M, N)."""


def annealed_nll(
    model: VAE,
    images: Tensor,
    temperatures: int,
    seed: int,
    *,
    scale: float | None = None,
    progress: Progress = silent,
) -> ImportanceEstimate:
    """−log p̂(x) of each image over 16 chains from p(z) to p(z|x), in expectation an upper bound on −log p(x).

    Args:
        model: its decoder and its prior.
        images: (N, C, H, W), as the model was trained on.
        temperatures: of the chain; more come closer.
        seed: of the chains.
        scale: as for `importance_nll`.
        progress: told after every temperature.
    """
    device, at_once = device_of(model), max(1, images_at_once(images.shape[1:]) // CHAINS)
    parts, starts = [], range(0, len(images), at_once)
    with torch.no_grad():
        prior = model.prior
    for index, start in enumerate(starts):
        x = images[start : start + at_once].to(device)
        generator = generator_for(seed, f"annealed chains of images from {start}", device)

        def log_likelihood(z_MND: Tensor, x: Tensor = x) -> Tensor:
            return decode_with(model, z_MND, scale).log_prob(x)

        def told(share: float, done: int = index) -> None:
            progress((done + share) / len(starts), "annealed importance sampling")

        z = prior.sample(CHAINS * len(x), generator).view(CHAINS, len(x), -1)
        parts.append(_annealed_log_weights(log_likelihood, prior.log_prob, z, temperatures, generator, told).cpu())
    log_w = torch.cat(parts, 1)
    log_sum = torch.logsumexp(log_w, 0)
    effective = torch.exp(2 * log_sum - torch.logsumexp(2 * log_w, 0))
    return ImportanceEstimate(math.log(CHAINS) - log_sum, effective, math.prod(images.shape[1:]))


def _annealed_log_weights(
    log_likelihood: LogDensity,
    log_prior: LogDensity,
    z_MND: Tensor,
    temperatures: int,
    generator: torch.Generator,
    told: Callable[[float], None],
) -> Tensor:
    """float64 (M, N)."""
    sigmoid = torch.sigmoid(_STEEPNESS * torch.linspace(-1, 1, temperatures + 1, dtype=torch.float64))
    betas: list[float] = ((sigmoid - sigmoid[0]) / (sigmoid[-1] - sigmoid[0])).tolist()
    z, step = z_MND, torch.full(z_MND.shape[1:2], _FIRST_STEP, device=z_MND.device)
    log_w = torch.zeros(z.shape[:2], dtype=torch.float64, device=z.device)
    for index in range(1, temperatures + 1):
        with torch.no_grad():
            log_w += (betas[index] - betas[index - 1]) * log_likelihood(z).double()
        if index < temperatures:  # what moves after the last weight changes nothing
            z, accepted = _hamiltonian_move(log_likelihood, log_prior, z, betas[index], step, generator)
            step = step * torch.where(accepted > _ACCEPTED, 1.02, 0.98)
        told(index / temperatures)
    return log_w


def _hamiltonian_move(
    log_likelihood: LogDensity, log_prior: LogDensity, z: Tensor, beta: float, step_N: Tensor, generator: torch.Generator
) -> tuple[Tensor, Tensor]:
    """z after one accepted or rejected proposal, and the share of chains that accepted it, (N,)."""
    step = step_N[:, None]

    @torch.enable_grad()
    def energy_and_slope(place: Tensor) -> tuple[Tensor, Tensor]:
        place = place.detach().requires_grad_()
        energy = -log_prior(place) - beta * log_likelihood(place)
        (slope,) = torch.autograd.grad(energy.sum(), place)
        return energy.detach(), slope

    momentum = torch.randn(z.shape, generator=generator, device=z.device)
    before, slope = energy_and_slope(z)
    place, speed = z, momentum - 0.5 * step * slope
    for leap in range(_LEAPFROG):
        place = place + step * speed
        after, slope = energy_and_slope(place)
        speed = speed - (1.0 if leap < _LEAPFROG - 1 else 0.5) * step * slope
    change = after - before + 0.5 * (speed.square() - momentum.square()).sum(-1)
    accept = torch.rand(change.shape, generator=generator, device=z.device).log() < -change
    return torch.where(accept[..., None], place, z), accept.float().mean(0)
