"""Contrastive losses on posterior means, to compare consistency regularisation with.

Shapes: B images, D latent dimensions.
"""

import torch
from torch import Tensor
from torch.nn import functional

from latentlab.catalog.comparisons import InfoNceConfig, TripletConfig
from latentlab.models import Posterior
from latentlab.objectives.consistency import Comparison
from latentlab.share import present


def triplet(mean_BD: Tensor, mean_t_BD: Tensor, margin: float) -> Tensor:
    """mean_i max(0, ‖μ(x_i) − μ(t(x_i))‖² − ‖μ(x_i) − μ(x_j)‖² + margin), x_j the next image of the batch, scalar."""
    to_itself = (mean_BD - mean_t_BD).square().sum(-1)
    to_another = (mean_BD - mean_BD.roll(1, 0)).square().sum(-1)
    return functional.relu(to_itself - to_another + margin).mean()


def info_nce(mean_BD: Tensor, mean_t_BD: Tensor, temperature: float) -> Tensor:
    """NT-Xent (Chen et al. 2020) on cosine similarities of the 2B means of x and t(x), in nats, scalar."""
    both = functional.normalize(torch.cat([mean_BD, mean_t_BD]), dim=-1)
    similarity = both @ both.T / temperature
    similarity.fill_diagonal_(-torch.inf)
    partner = torch.arange(len(both), device=both.device).roll(len(mean_BD))
    return functional.cross_entropy(similarity, partner)


def build_triplet(settings: TripletConfig) -> Comparison:
    """The comparison that settings describe."""

    def compare(x: Posterior, x_t: Posterior, generator: torch.Generator | None) -> Tensor:
        del generator
        gather = present().gather
        return triplet(gather(x.mean), gather(x_t.mean), settings.margin)

    return compare


def build_info_nce(settings: InfoNceConfig) -> Comparison:
    """The comparison that settings describe."""

    def compare(x: Posterior, x_t: Posterior, generator: torch.Generator | None) -> Tensor:
        del generator
        gather = present().gather
        return info_nce(gather(x.mean), gather(x_t.mean), settings.temperature)

    return compare
