"""Adversarial training of any objective: losses on a discriminator's map of logits, and the term they add.

The discriminator is only asked here, never changed: its own phase is the trainer's.
"""

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Literal

import torch
from torch import Tensor, nn
from torch.nn import functional

from latentlab import metrics
from latentlab.models import VAE
from latentlab.objectives.terms import LossTerms

Kind = Literal["bce", "hinge", "least_squares"]
Judge = Callable[[Tensor], Tensor]
"""Images (B, C, H, W) → a map of logits (B, 1, h, w), positive for real."""


def discriminator_loss(real: Tensor, fake: Tensor, kind: Kind) -> Tensor:
    """What the discriminator minimises: real patches against ones, reconstructed ones against zeros; scalar, mean over patches.

    `bce` averages the two cross-entropies, `hinge` is ½[max(0, 1 − D(x)) + max(0, 1 + D(x̂))] (Lim & Ye 2017), `least_squares`
    ½[(D(x) − 1)² + D(x̂)²] (Mao et al. 2017).
    """
    if kind == "hinge":
        return 0.5 * (functional.relu(1 - real).mean() + functional.relu(1 + fake).mean())
    if kind == "least_squares":
        return 0.5 * ((real - 1).square().mean() + fake.square().mean())
    return 0.5 * (functional.softplus(-real).mean() + functional.softplus(fake).mean())


def generator_loss(fake: Tensor, kind: Kind) -> Tensor:
    """What the VAE minimises: its reconstructions taken for real; scalar, mean over patches."""
    if kind == "hinge":
        return -fake.mean()
    if kind == "least_squares":
        return 0.5 * (fake - 1).square().mean()
    return functional.softplus(-fake).mean()


def with_adversary(loss: LossTerms, judge: Judge, weight: float | Tensor, kind: Kind) -> LossTerms:
    """A loss with the adversarial term of its reconstruction; `judge` must be frozen (see `frozen`)."""
    return replace(
        loss,
        terms={**loss.terms, metrics.ADVERSARIAL: generator_loss(judge(loss.reconstruction), kind)},
        weights={**loss.weights, metrics.ADVERSARIAL: weight},
    )


def gradient_ratio(loss: LossTerms, model: VAE) -> Tensor:
    """‖∂ rest / ∂ w‖ / ‖∂ adversarial / ∂ w‖ at the decoder's last weights w, scalar, without a gradient of its own.

    The rest is the distortion, or the bound where the objective has none. VQGAN scales its adversarial term by this ratio
    (Esser et al. 2021).
    """
    last = [parameter for parameter in model.decoder.parameters() if parameter.ndim > 1][-1]
    rest = loss.terms.get(metrics.DISTORTION, next(iter(loss.terms.values())))
    (of_rest,) = torch.autograd.grad(rest, last, retain_graph=True)
    (of_adversary,) = torch.autograd.grad(loss.terms[metrics.ADVERSARIAL], last, retain_graph=True)
    ratio: Tensor = of_rest.norm() / (of_adversary.norm() + 1e-6)
    return ratio.detach()


@contextlib.contextmanager
def frozen(network: nn.Module) -> Iterator[None]:
    """Nothing of a network changes inside: no gradient gathers in its weights and batch norm keeps its running statistics.

    It still normalises by the batch, as it does in its own phase, so that both phases see the same function.
    """
    norms = [module for module in network.modules() if isinstance(module, nn.BatchNorm2d)]
    momenta = [norm.momentum for norm in norms]
    counts = [norm.num_batches_tracked.clone() for norm in norms if norm.num_batches_tracked is not None]
    network.requires_grad_(False)
    for norm in norms:
        norm.momentum = 0.0
    try:
        yield
    finally:
        network.requires_grad_(True)
        for norm, momentum in zip(norms, momenta, strict=True):
            norm.momentum = momentum
        for norm, count in zip(norms, counts, strict=True):
            norm.num_batches_tracked.copy_(count)  # type: ignore[union-attr]
