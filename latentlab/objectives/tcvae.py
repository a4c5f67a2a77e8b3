"""β-TCVAE (Chen et al. 2018): the KL to the prior in three parts, each with a weight.

E_x KL(q(z|x) ‖ p(z)) = I_q(x; z) + KL(q(z) ‖ Π_d q(z_d)) + Σ_d KL(q(z_d) ‖ p(z_d)): index-code mutual information, total
correlation, dimension-wise KL.

Shapes: B images, D latent dimensions.
"""

import math
from dataclasses import dataclass
from typing import Literal

import torch
from torch import Tensor

from latentlab import metrics
from latentlab.catalog.matched import TcvaeConfig
from latentlab.models import VAE, Posterior
from latentlab.objectives.schedules import CONSTANT_ONE, Schedule
from latentlab.objectives.terms import Context, LossTerms
from latentlab.share import present

Sampling = Literal["stratified", "weighted"]


def log_aggregate(posterior: Posterior, z_BD: Tensor, images: int, sampling: Sampling) -> tuple[Tensor, Tensor]:
    """log q(z_i) and log q(z_id) of samples z_i ~ q(z|x_i), in nats, estimated from the batch: (B,) and (B, D).

    q(z) is the mixture over all N images, of which the batch has B. `stratified` weighs the image that z_i came from by 1/N and
    each other by (N − 1) / (N (B − 1)): unbiased for q(z), and exact where the batch is the whole data. These are the paper's
    weights, averaged over which image of the batch comes last. `weighted` divides the sum over the batch by N·B, which does not
    add up to 1: it moves mutual information by log N, total correlation by (D − 1) log N and dimension-wise KL by −D log N,
    constants without a gradient.

    Limits: the logarithm of an unbiased estimate is too low on average. With N images the mutual information cannot exceed
    log N, and where posteriors hardly overlap it reaches that from any batch, as the image itself is then all that z_i sees.

    Args:
        posterior: of the batch, of one level.
        z_BD: a sample each.
        images: N; B where that is larger.
        sampling: see above.
    """
    batch = len(z_BD)
    images = max(images, batch)
    log_q_BBD = posterior.log_prob(z_BD[:, None])  # of sample i under the posterior of image j
    log_weights_BB = torch.full((batch, batch), -math.log(images * batch), device=z_BD.device)
    if sampling == "stratified":
        others = (images - 1) / (images * max(batch - 1, 1))
        log_weights_BB.fill_(math.log(others) if others else -math.inf)
        log_weights_BB.fill_diagonal_(-math.log(images) if batch > 1 else 0.0)
    joint = torch.logsumexp(log_weights_BB + log_q_BBD.sum(-1), 1)
    return joint, torch.logsumexp(log_weights_BB[..., None] + log_q_BBD, 1)


@dataclass(frozen=True)
class Tcvae:
    """distortion + α·MI + β·TC + γ·dimension-wise KL; with all three 1 a one-sample estimate of the negative ELBO.

    Whatever the estimates of log q(z) are, the three terms add up to the mean of log q(z|x) − log p(z).

    Attributes:
        images: N, of the data.
        alpha: weight of the mutual information.
        beta: weight of the total correlation.
        gamma: weight of the dimension-wise KL.
        sampling: see `log_aggregate`.
    """

    images: int
    alpha: Schedule = CONSTANT_ONE
    beta: Schedule = CONSTANT_ONE
    gamma: Schedule = CONSTANT_ONE
    sampling: Sampling = "stratified"

    def __call__(self, model: VAE, x_BCHW: Tensor, generator: torch.Generator | None, step: int) -> LossTerms:
        posterior = model.encode(x_BCHW)
        z = posterior.sample(generator)
        likelihood = model.decode(z)
        distortion = -likelihood.log_prob(x_BCHW).mean()
        prior = model.prior
        kl = prior.kl(posterior, z)
        share = present()
        of_all = log_aggregate(posterior.of_rows(share.gather), share.gather(z), self.images, self.sampling)
        joint, marginals = map(share.own, of_all)
        product = marginals.sum(-1)
        return LossTerms(
            terms={
                metrics.DISTORTION: distortion,
                metrics.MUTUAL_INFORMATION: (posterior.log_prob(z).sum(-1) - joint).mean(),
                metrics.TOTAL_CORRELATION: (joint - product).mean(),
                metrics.DIMENSION_WISE_KL: (product - prior.log_prob(z)).mean(),
            },
            weights={
                metrics.DISTORTION: 1.0,
                metrics.MUTUAL_INFORMATION: self.alpha.at(step),
                metrics.TOTAL_CORRELATION: self.beta.at(step),
                metrics.DIMENSION_WISE_KL: self.gamma.at(step),
            },
            elbo=-(distortion + kl.rate),
            kl_per_dim=kl.per_dim.mean(0),
            posterior=posterior,
            observed=x_BCHW,
            z=z,
            reconstruction=likelihood.mean,
            diagnostics={metrics.raw(metrics.RATE): kl.rate},
        )


def build(settings: TcvaeConfig, context: Context) -> Tcvae:
    """The objective that settings describe."""

    def weight(value: float) -> Schedule:
        return Schedule(value, settings.kl_warmup, settings.kl_schedule)

    return Tcvae(context.images, weight(settings.alpha), weight(settings.beta), weight(settings.gamma), settings.sampling)
