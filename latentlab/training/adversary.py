"""The discriminator of a run with its own optimiser, and the two phases of a step.

In the VAE's phase the discriminator is frozen and its verdict becomes a term of the loss; in its own phase it sees the
reconstruction cut off from the network that made it. Both phases show it real images and reconstructions in one batch, because
its batch norm would otherwise give each half the same mean.
"""

from collections.abc import Mapping
from dataclasses import replace

import torch
from torch import Tensor

from latentlab import metrics
from latentlab.config import RunConfig
from latentlab.models import VAE, build_discriminator
from latentlab.objectives import LossTerms
from latentlab.objectives.adversarial import discriminator_loss, frozen, gradient_ratio, with_adversary
from latentlab.seeding import generator_for
from latentlab.training.state import load_moments, moments_of


class Adversary:
    """A discriminator in training.

    Attributes:
        discriminator: the network.
    """

    def __init__(self, config: RunConfig, image_shape: tuple[int, int, int], device: torch.device) -> None:
        self._settings = config.adversarial
        weights = generator_for(config.seed, "discriminator's weights")
        self.discriminator = build_discriminator(config.adversarial, image_shape, weights).to(device).train()
        self._optimizer = torch.optim.Adam(
            self.discriminator.parameters(),
            lr=self._settings.learning_rate,
            betas=(config.train.adam_beta1, 0.999),
            eps=config.train.adam_epsilon,
            fused=True,
        )

    def learns_at(self, step: int) -> bool:
        """Whether the discriminator takes a step of its own."""
        return step >= self._settings.start

    def judges_at(self, step: int) -> bool:
        """Whether its verdict reaches the VAE."""
        return step >= self._settings.start + self._settings.warmup

    def judge(self, loss: LossTerms, model: VAE, x: Tensor, generator: torch.Generator) -> tuple[LossTerms, dict[str, Tensor]]:
        """The VAE's phase: its loss with the adversarial term, and what there is to report of it."""
        with frozen(self.discriminator):
            judged = with_adversary(
                loss, lambda fake: self._logits(x, fake, generator)[1], self._settings.weight, self._settings.loss
            )
        report = {metrics.raw(metrics.ADVERSARIAL): judged.terms[metrics.ADVERSARIAL]}
        if self._settings.adaptive:
            ratio = gradient_ratio(judged, model)
            weight = self._settings.weight * ratio.clamp(max=self._settings.adaptive_cap)
            judged = _reweighted(judged, weight)
            report |= {metrics.GRADIENT_RATIO: ratio, metrics.ADAPTIVE_WEIGHT: weight}
        return judged, report | {metrics.weighted(metrics.ADVERSARIAL): judged.weighted[metrics.ADVERSARIAL]}

    def learn(self, x: Tensor, reconstruction: Tensor, generator: torch.Generator) -> dict[str, Tensor]:
        """The discriminator's phase: one step on real images and reconstructions; returns what there is to report.

        A step whose loss is not finite is not taken, and shows as such in the report.
        """
        real, fake = self._logits(x, reconstruction.detach(), generator)
        loss = discriminator_loss(real, fake, self._settings.loss)
        self._optimizer.zero_grad(set_to_none=True)
        loss.backward()
        norm = torch.nn.utils.get_total_norm([p.grad for p in self.discriminator.parameters() if p.grad is not None])
        self._optimizer.found_inf = (~torch.isfinite(loss.detach() + norm)).float()  # type: ignore[attr-defined]
        self._optimizer.step()
        return {
            metrics.DISC_LOSS: loss,
            metrics.LOGITS_REAL: real.mean(),
            metrics.LOGITS_FAKE: fake.mean(),
            metrics.ACCURACY_REAL: _share(real > 0, real),
            metrics.ACCURACY_FAKE: _share(fake < 0, fake),
        }

    def moments(self) -> dict[str, dict[str, Tensor]]:
        """What its optimiser keeps of each weight."""
        return moments_of(self._optimizer, self.discriminator)

    def load(self, weights: Mapping[str, Tensor], moments: Mapping[str, Mapping[str, Tensor]]) -> None:
        """Restore weights and what `moments` gave, which must have been checked."""
        self.discriminator.load_state_dict(weights)
        load_moments(self._optimizer, self.discriminator, moments)

    def _logits(self, real: Tensor, fake: Tensor, generator: torch.Generator) -> tuple[Tensor, Tensor]:
        logits: Tensor = self.discriminator(torch.cat([real, fake]), generator)
        of_real, of_fake = logits.float().chunk(2)
        return of_real, of_fake


def _share(right: Tensor, logits: Tensor) -> Tensor:
    """Of the patches that the discriminator's dropout left a logit: it sets the others to 0 exactly."""
    return right.sum() / (logits != 0).sum().clamp(min=1)


def _reweighted(loss: LossTerms, weight: Tensor) -> LossTerms:
    """The same loss with another weight of its adversarial term."""
    return replace(loss, weights={**loss.weights, metrics.ADVERSARIAL: weight})
