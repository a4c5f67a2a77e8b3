"""FactorVAE (Kim & Mnih 2018): the total correlation of z, by a discriminator that tells q(z) from Π_d q(z_d).

Shapes: B images, D latent dimensions.
"""

from dataclasses import dataclass, replace
from itertools import pairwise

import torch
from torch import Tensor, nn
from torch.nn import functional

from latentlab import metrics
from latentlab.catalog.matched import FactorConfig
from latentlab.config import RunConfig
from latentlab.models import VAE
from latentlab.models.vae import draw_weights
from latentlab.objectives.companions import Adam
from latentlab.objectives.elbo import Elbo
from latentlab.objectives.schedules import Schedule
from latentlab.objectives.terms import Context, LossTerms
from latentlab.seeding import generator_for
from latentlab.share import present

_NEGATIVE_SLOPE = 0.2
_BETAS = (0.5, 0.9)
"""As published."""


def permuted(z_BD: Tensor, generator: torch.Generator | None) -> Tensor:
    """Each dimension in an order of its own over the batch, (B, D): samples of Π_d q(z_d)."""
    order = torch.rand(z_BD.shape, generator=generator, device=z_BD.device).argsort(0)
    return z_BD.gather(0, order)


def density_ratio(network: nn.Module, z_BD: Tensor) -> Tensor:
    """log D(z) − log(1 − D(z)), (B,): of the optimal discriminator log q(z) − Σ_d log q(z_d), in nats."""
    logits: Tensor = network(z_BD)
    return logits.float().squeeze(-1)


@dataclass(frozen=True, eq=False)
class FactorDiscriminator:
    """The discriminator as a companion, see `latentlab.objectives.companions.Companion`.

    Its term is the mean log density ratio of z, an estimate of the total correlation: without bias for the optimal
    discriminator, else below or above it, and below 0 where the discriminator errs. In its own phase it tells samples of one
    half of the batch from those of the other with their dimensions permuted, so that the two are of different images, as
    published with two batches.

    Attributes:
        network: z → a logit, positive for samples of q(z).
        adam: of its optimiser.
        weight: γ.
    """

    network: nn.Module
    adam: Adam
    weight: float
    name = "factor_discriminator"
    cost_name = metrics.FACTOR_LOSS

    def learns_at(self, step: int) -> bool:
        return True

    def judges_at(self, step: int) -> bool:
        return True

    def judge(self, loss: LossTerms, model: VAE, generator: torch.Generator | None) -> tuple[LossTerms, dict[str, Tensor]]:
        term = metrics.DENSITY_RATIO_TC
        judged = replace(
            loss,
            terms={**loss.terms, term: density_ratio(self.network, loss.z).mean()},
            weights={**loss.weights, term: self.weight},
        )
        return judged, {metrics.raw(term): judged.terms[term], metrics.weighted(term): judged.weighted[term]}

    def cost(self, loss: LossTerms, generator: torch.Generator | None) -> tuple[Tensor, dict[str, Tensor]]:
        z = present().gather(loss.z.detach())
        half = len(z) // 2
        ratio = density_ratio(self.network, torch.cat([z[:half], permuted(z[half : 2 * half], generator)]))
        joint, product = ratio.chunk(2)
        cost = 0.5 * (functional.softplus(-joint).mean() + functional.softplus(product).mean())
        return cost, {
            metrics.FACTOR_ACCURACY: 0.5 * ((joint > 0).float().mean() + (product < 0).float().mean()),
        }


def build(settings: FactorConfig, context: Context) -> Elbo:
    """Distortion and rate; the discriminator adds the rest."""
    del context
    return Elbo(Schedule(settings.beta, settings.kl_warmup, settings.kl_schedule))


def build_companion(config: RunConfig, image_shape: tuple[int, int, int]) -> FactorDiscriminator:
    """The discriminator of a run with fresh weights, on the CPU."""
    del image_shape
    settings = config.objective
    assert isinstance(settings, FactorConfig)  # the catalog's entry sees to it
    widths = [config.model.latent_dim, *[settings.disc_width] * settings.disc_layers]
    with torch.random.fork_rng(devices=[]):
        layers: list[nn.Module] = []
        for before, after in pairwise(widths):
            layers += [nn.Linear(before, after), nn.LeakyReLU(_NEGATIVE_SLOPE)]
        network = nn.Sequential(*layers, nn.Linear(widths[-1], 1))
    draw_weights(network, generator_for(config.seed, "factor discriminator's weights"))
    return FactorDiscriminator(network.train(), Adam(settings.disc_learning_rate, *_BETAS), settings.gamma)
