"""The importance-weighted bound (Burda et al. 2016), with the doubly reparameterised gradient (Tucker et al. 2019).

Shapes: K samples of z per image, B images, D latent dimensions.
"""

import math
from dataclasses import dataclass
from typing import Literal

import torch
from torch import Tensor

from latentlab import metrics
from latentlab.catalog.objectives import IwaeConfig
from latentlab.models import VAE, DiagonalGaussian
from latentlab.objectives.terms import Context, LossTerms


@dataclass(frozen=True)
class Iwae:
    """−(logsumexp_k log w_k − log K) with log w_k = log p(x|z_k) + log p(z_k) − log q(z_k|x).

    Attributes:
        num_importance_samples: K; 1 is the ELBO by one sample.
        gradient: `standard`, or `dreg`, whose encoder gradient is Σ_k w̃_k² ∂log w_k/∂z_k · ∂z_k/∂φ; the value is the same.
        judged: whether a discriminator will see the reconstruction. With `dreg` that is then decoded once more, from a z whose
            gradient is not reweighted.
    """

    num_importance_samples: int
    gradient: Literal["standard", "dreg"] = "standard"
    judged: bool = False

    def __call__(self, model: VAE, x_BCHW: Tensor, generator: torch.Generator | None, step: int) -> LossTerms:
        del step
        posterior = model.encode(x_BCHW)
        plain_KBD = posterior.sample(generator, self.num_importance_samples)
        z_KBD = plain_KBD.view_as(plain_KBD)  # what is reweighted on this path leaves the plain one as it is
        likelihood = model.decode(z_KBD)
        density = posterior
        if self.gradient == "dreg":
            assert isinstance(posterior, DiagonalGaussian)  # the config sees to it
            density = DiagonalGaussian(posterior.mean.detach(), posterior.logvar.detach())
        prior = model.prior
        log_weights_KB = likelihood.log_prob(x_BCHW) + prior.log_prob(z_KBD) - density.log_prob(z_KBD).sum(-1)
        bound = (torch.logsumexp(log_weights_KB, 0) - math.log(self.num_importance_samples)).mean()
        share_KB = torch.softmax(log_weights_KB.detach(), 0)
        cost = -bound
        if self.gradient == "dreg":
            cost = _dreg(z_KBD, log_weights_KB, share_KB, bound)
        reweighted = self.gradient == "dreg" and self.judged
        kl = prior.kl(posterior, plain_KBD[0])
        return LossTerms(
            terms={metrics.NEGATIVE_IWAE_BOUND: cost},
            weights={metrics.NEGATIVE_IWAE_BOUND: 1.0},
            elbo=log_weights_KB.mean(),
            kl_per_dim=kl.per_dim.mean(0),
            posterior=posterior,
            observed=x_BCHW,
            z=plain_KBD[0],
            reconstruction=model.decode(plain_KBD[0]).mean if reweighted else likelihood.mean[0],
            diagnostics={
                metrics.IWAE_BOUND: bound,
                metrics.EFFECTIVE_SAMPLE_SIZE: (1 / share_KB.square().sum(0)).mean(),
                metrics.raw(metrics.RATE): kl.rate,
            },
        )


def build(settings: IwaeConfig, context: Context) -> Iwae:
    """The objective that settings describe."""
    return Iwae(settings.num_importance_samples, settings.gradient, context.judged)


def _dreg(z_KBD: Tensor, log_weights_KB: Tensor, share_KB: Tensor, bound: Tensor) -> Tensor:
    """A cost whose value is −bound, whose gradient in the decoder is the bound's, and in the encoder the doubly
    reparameterised one: what reaches z has been multiplied by w̃ once by the sum below and is once more by the hook."""
    if z_KBD.requires_grad:
        z_KBD.register_hook(lambda gradient: gradient * share_KB[..., None])
    surrogate = -(share_KB * log_weights_KB).sum(0).mean()
    return surrogate + (-bound - surrogate).detach()
