"""What the latents say about images: the ELBO's rate and what it is made of (Hoffman & Johnson 2016, Chen et al. 2018).

rate = I_q(x; z) + KL(q(z) ‖ p(z)), and KL(q(z) ‖ p(z)) = total correlation + Σ_d KL(q(z_d) ‖ p(z_d)), where q(z) is the
mixture of the posteriors of the N images at hand. All in nats.

Shapes: N images, M samples of z per image, R rows = samples held against all posteriors at once, D latent dimensions.
"""

import math
from dataclasses import dataclass

import torch
from torch import Tensor

from latentlab.evaluation.posterior import ACTIVE_VARIANCE, draw
from latentlab.evaluation.progress import Progress, silent
from latentlab.models import Posterior
from latentlab.seeding import generator_for

_SAMPLES_IN_ALL = 10_000
_VALUES_AT_ONCE = 2**20


@dataclass(frozen=True)
class Information:
    """The rate and its parts, in nats per image.

    Attributes:
        rate: mean KL(q(z|x) ‖ p(z)), in closed form.
        kl_per_dim: the same for each dimension.
        mutual_information: I_q(x; z), at most log N. Monte Carlo, as are the following.
        marginal_kl: KL(q(z) ‖ p(z)) = rate − mutual information.
        total_correlation: KL(q(z) ‖ Π_d q(z_d)).
        dimension_wise_kl: Σ_d KL(q(z_d) ‖ p(z_d)).
        active_units: dimensions whose posterior means vary by more than 0.01 (Burda et al. 2016).
    """

    rate: float
    kl_per_dim: tuple[float, ...]
    mutual_information: float
    marginal_kl: float
    total_correlation: float
    dimension_wise_kl: float
    active_units: int


def default_samples_per_image(count: int) -> int:
    """M for N images: about 10,000 samples in all."""
    return max(1, _SAMPLES_IN_ALL // count)


@torch.no_grad()
def measure_information(
    posterior: Posterior,
    samples_per_image: int,
    seed: int,
    *,
    progress: Progress = silent,
    rows: int | None = None,
) -> Information:
    """Rate, mutual information, total correlation and active units of posteriors (N, D).

    Args:
        posterior: of the images that q(z) is made of.
        samples_per_image: M.
        seed: of the samples.
        progress: told after every chunk.
        rows: samples held against all posteriors at once; by N and D unless given.
    """
    # float64 on the CPU: differences of log densities of narrow posteriors, and not every device has it.
    posterior = posterior.to(torch.device("cpu"))
    count, latent_dim = posterior.mean.shape
    generator = generator_for(seed, "samples of the aggregate posterior")
    noise = torch.randn(count, samples_per_image, latent_dim, generator=generator, dtype=torch.float64)
    z_MND = draw(posterior, noise.transpose(0, 1))
    z_RD = z_MND.transpose(0, 1).flatten(0, 1)
    own = torch.arange(count).repeat_interleave(samples_per_image)
    rows = rows or max(1, _VALUES_AT_ONCE // (count * latent_dim))
    sums, done = torch.zeros(3, dtype=torch.float64), 0
    for z, index in zip(z_RD.split(rows), own.split(rows), strict=True):
        sums += _log_ratios(z, index, posterior)
        done += len(z)
        progress(done / len(z_RD), "information")
    mutual_information, total_correlation, dimension_wise_kl = (sums / len(z_RD)).tolist()
    kl_per_dim = posterior.at(z_MND.float()).kl_to_prior().double().flatten(0, -2).mean(0)
    rate = float(kl_per_dim.sum())
    return Information(
        rate=rate,
        kl_per_dim=tuple(kl_per_dim.tolist()),
        mutual_information=mutual_information,
        marginal_kl=rate - mutual_information,
        total_correlation=total_correlation,
        dimension_wise_kl=dimension_wise_kl,
        active_units=int((posterior.mean.double().var(0, correction=0) > ACTIVE_VARIANCE).sum()),
    )


def _log_ratios(z_RD: Tensor, own: Tensor, posterior: Posterior) -> Tensor:
    """Sums over rows of log q(z|x) − log q(z), log q(z) − Σ_d log q(z_d) and Σ_d log q(z_d) − log p(z): (3,)."""
    given = posterior.at(z_RD[:, None].float())  # (N, D), or with two levels (R, N, D)
    mean_ND, logvar_ND = given.mean.double(), given.logvar.double()
    log_count = math.log(mean_ND.shape[-2])
    log_2pi = math.log(2 * math.pi)
    log_q_RND = ((z_RD[:, None] - mean_ND) * torch.exp(-0.5 * logvar_ND)).square_()
    log_q_RND.add_(logvar_ND).add_(log_2pi).mul_(-0.5)
    log_q_RN = log_q_RND.sum(2)
    log_own = log_q_RN.gather(1, own[:, None]).sum()
    log_aggregate = (torch.logsumexp(log_q_RN, 1) - log_count).sum()
    log_marginals = (torch.logsumexp(log_q_RND, 1) - log_count).sum()
    log_prior = -0.5 * (z_RD.square() + log_2pi).sum()
    return torch.stack([log_own - log_aggregate, log_aggregate - log_marginals, log_marginals - log_prior])
