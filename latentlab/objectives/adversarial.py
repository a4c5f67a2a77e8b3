"""Adversarial training of any objective (Isola et al. 2017): a discriminator's map of logits, and the term it adds.

Both phases show the discriminator real images and reconstructions in one batch, because its batch norm would otherwise give
each half the same mean.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

import torch
from torch import Tensor, nn
from torch.nn import functional

from latentlab import metrics
from latentlab.config import AdversarialConfig, RunConfig
from latentlab.models import VAE, build_discriminator
from latentlab.objectives.companions import Adam
from latentlab.objectives.terms import LossTerms
from latentlab.seeding import generator_for
from latentlab.share import present

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
    """A loss with the adversarial term of its reconstruction; `judge` must be frozen."""
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
    mean = present().mean
    ratio: Tensor = mean(of_rest).norm() / (mean(of_adversary).norm() + 1e-6)
    return ratio.detach()


@dataclass(frozen=True, eq=False)
class Adversary:
    """The discriminator as a companion, see `latentlab.objectives.companions.Companion`.

    Attributes:
        settings: its part in a run.
        network: the discriminator.
        adam: of its optimiser.
    """

    settings: AdversarialConfig
    network: nn.Module
    adam: Adam
    name = "discriminator"
    cost_name = metrics.DISC_LOSS

    def learns_at(self, step: int) -> bool:
        return step >= self.settings.start

    def judges_at(self, step: int) -> bool:
        return step >= self.settings.start + self.settings.warmup

    def judge(self, loss: LossTerms, model: VAE, generator: torch.Generator | None) -> tuple[LossTerms, dict[str, Tensor]]:
        settings = self.settings
        judged = with_adversary(
            loss, lambda fake: self._logits(loss.observed, fake, generator)[1], settings.weight, settings.loss
        )
        report = {metrics.raw(metrics.ADVERSARIAL): judged.terms[metrics.ADVERSARIAL]}
        if settings.adaptive:
            ratio = gradient_ratio(judged, model)
            weight = settings.weight * ratio.clamp(max=settings.adaptive_cap)
            judged = replace(judged, weights={**judged.weights, metrics.ADVERSARIAL: weight})
            report |= {metrics.GRADIENT_RATIO: ratio, metrics.ADAPTIVE_WEIGHT: weight}
        return judged, report | {metrics.weighted(metrics.ADVERSARIAL): judged.weighted[metrics.ADVERSARIAL]}

    def cost(self, loss: LossTerms, generator: torch.Generator | None) -> tuple[Tensor, dict[str, Tensor]]:
        real, fake = self._logits(loss.observed, loss.reconstruction.detach(), generator)
        return discriminator_loss(real, fake, self.settings.loss), {
            metrics.LOGITS_REAL: real.mean(),
            metrics.LOGITS_FAKE: fake.mean(),
            metrics.ACCURACY_REAL: _share(real > 0, real),
            metrics.ACCURACY_FAKE: _share(fake < 0, fake),
        }

    def _logits(self, real: Tensor, fake: Tensor, generator: torch.Generator | None) -> tuple[Tensor, Tensor]:
        logits: Tensor = self.network(torch.cat([real, fake]), generator)
        of_real, of_fake = logits.float().chunk(2)
        return of_real, of_fake


def build_adversary(config: RunConfig, image_shape: tuple[int, int, int]) -> Adversary:
    """The discriminator of a run with fresh weights, on the CPU."""
    weights = generator_for(config.seed, "discriminator's weights")
    adam = Adam(config.adversarial.learning_rate, config.train.adam_beta1, epsilon=config.train.adam_epsilon)
    return Adversary(config.adversarial, build_discriminator(config.adversarial, image_shape, weights).train(), adam)


def _share(right: Tensor, logits: Tensor) -> Tensor:
    """Of the patches that the discriminator's dropout left a logit: it sets the others to 0 exactly."""
    mean = present().mean
    return mean(right.float().sum()) / mean((logits != 0).float().sum()).clamp(min=1)
