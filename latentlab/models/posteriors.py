"""What holds for every kind of posterior."""

import torch
from torch import Tensor

from latentlab.models.distributions import DiagonalGaussian
from latentlab.models.ladder import LadderPosterior

Posterior = DiagonalGaussian | LadderPosterior


def kl_divergence(p: Posterior, q: Posterior, generator: torch.Generator | None) -> Tensor:
    """KL(p ‖ q) of two posteriors of one model in nats per dimension, (B, D).

    Closed form where there is one level. With two it is the chain rule, KL of the upper level plus the expectation of the lower
    one's, by one draw of z from p in which both are conditioned; the sum over dimensions is the sum over levels.
    """
    if isinstance(p, DiagonalGaussian) and isinstance(q, DiagonalGaussian):
        return p.kl(q)
    z = p.sample(generator)
    return p.at(z).kl(q.at(z))
