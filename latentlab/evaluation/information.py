"""What the latents say about images: the ELBO's rate and what it is made of (Hoffman & Johnson 2016, Chen et al. 2018).

rate = I_q(x; z) + KL(q(z) ‖ p(z)), and KL(q(z) ‖ p(z)) = total correlation + Σ_d KL(q(z_d) ‖ p(z_d)) − dependence, where the
dependence of the prior, E_q(z)[log p(z) − Σ_d log p(z_d)], is 0 for one that is independent in each dimension. All in nats.

q(z) is not known, so the mutual information is an interval. The lower bound E[log q(z|x) − log (1/N) Σ_j q(z|x_j)] cannot
exceed log N. The upper bound is E[log q(z|x) − log r(z)] for a density r fitted to other images (Barber & Agakov 2003), or the
rate, which is the same with r = p, whichever is smaller. Marginal KL and total correlation are what is left of the rate, so
they are intervals too. The dimension-wise KL of the mixture of N posteriors is an upper bound, Σ_d E[log r(z_d) − log p(z_d)] a
lower one.

Shapes: N images, M samples of z per image, R rows = samples held against all posteriors at once, D latent dimensions.
"""

import math
from dataclasses import dataclass, fields

import torch
from torch import Tensor

from latentlab.catalog.measure import ACTIVE_KL, ACTIVE_VARIANCE
from latentlab.evaluation.aggregate_density import AggregateDensity
from latentlab.evaluation.posterior import draw
from latentlab.evaluation.progress import Progress, silent
from latentlab.models import Posterior, Prior
from latentlab.seeding import generator_for

_SAMPLES_IN_ALL = 10_000
_VALUES_AT_ONCE = 2**20


@dataclass(frozen=True)
class Information:
    """The rate and its parts, in nats per image.

    Attributes:
        rate: mean KL(q(z|x) ‖ p(z)), in closed form where the prior is independent in each dimension, else Monte Carlo.
        kl_per_dim: KL(q(z_d|x) ‖ p(z_d)) of each dimension, whose sum is the rate for such a prior only.
        mutual_information: a lower bound on I_q(x; z), at most log N. Monte Carlo, as are the following.
        mutual_information_upper: an upper bound on it.
        marginal_kl_lower: a lower bound on KL(q(z) ‖ p(z)), rate − upper bound of the mutual information.
        marginal_kl_upper: rate − lower bound of the mutual information.
        total_correlation_lower: a lower bound on KL(q(z) ‖ Π_d q(z_d)) = marginal KL − dimension-wise KL +
            dependence, at least 0.
        total_correlation_upper: an upper bound on it.
        dimension_wise_kl: an upper bound on Σ_d KL(q(z_d) ‖ p(z_d)).
        active_units: dimensions whose posterior means vary by more than 0.01 (Burda et al. 2016).
        active_units_by_kl: dimensions whose KL exceeds 0.1 nat.
        variance_of_means: of each dimension over the images, what decides whether it is active.
    """

    rate: float
    kl_per_dim: tuple[float, ...]
    mutual_information: float
    mutual_information_upper: float
    marginal_kl_lower: float
    marginal_kl_upper: float
    total_correlation_lower: float
    total_correlation_upper: float
    dimension_wise_kl: float
    active_units: int
    active_units_by_kl: float
    variance_of_means: tuple[float, ...]


def default_samples_per_image(count: int) -> int:
    """M for N images: about 10,000 samples in all."""
    return max(1, _SAMPLES_IN_ALL // count)


@torch.no_grad()
def measure_information(
    posterior: Posterior,
    samples_per_image: int,
    seed: int,
    *,
    prior: Prior,
    density: AggregateDensity | None = None,
    progress: Progress = silent,
    rows: int | None = None,
) -> Information:
    """Rate, mutual information, total correlation and active units of posteriors (N, D).

    Where σ is not known, what needs it is NaN: all but the variance of the means and the active units by it.

    Args:
        posterior: of the images that q(z) is made of.
        samples_per_image: M.
        seed: of the samples.
        prior: p(z).
        density: r, fitted to latents of other images; without one the rate is the upper bound of the mutual information.
        progress: told after every chunk.
        rows: samples held against all posteriors at once; by N and D unless given.
    """
    # float64 on the CPU: differences of log densities of narrow posteriors, and not every device has it.
    posterior, prior = posterior.to(torch.device("cpu")), prior.to(torch.device("cpu"))
    if not posterior.knows_sigma:
        return _of_means(posterior.mean)
    count, latent_dim = posterior.mean.shape
    generator = generator_for(seed, "samples of the aggregate posterior")
    noise = torch.randn(count, samples_per_image, latent_dim, generator=generator, dtype=torch.float64)
    z_MND = draw(posterior, noise.transpose(0, 1))
    z_RD = z_MND.transpose(0, 1).flatten(0, 1)
    own = torch.arange(count).repeat_interleave(samples_per_image)
    rows = rows or max(1, _VALUES_AT_ONCE // (count * latent_dim))
    sums, done = torch.zeros(3, dtype=torch.float64), 0
    log_own = torch.zeros((), dtype=torch.float64)
    for z, index in zip(z_RD.split(rows), own.split(rows), strict=True):
        own_part, ratios = _log_ratios(z, index, posterior, prior)
        sums, log_own = sums + ratios, log_own + own_part
        done += len(z)
        progress(done / len(z_RD), "information")
    lower, dimension_wise_kl, dependence = (sums / len(z_RD)).tolist()
    kl = prior.kl(posterior, z_MND.float())
    kl_per_dim, parts = (part.double().flatten(0, -2).mean(0) for part in (kl.per_dim, kl.parts))
    rate = float(parts.sum())
    upper, dimension_wise_lower = rate, 0.0
    if density is not None:
        upper = min(rate, float(log_own / len(z_RD)) - float(density.log_prob(z_RD.numpy()).mean()))
        over_prior = density.log_marginals(z_RD.numpy()) - prior.log_marginals(z_RD).numpy()
        dimension_wise_lower = float(over_prior.mean(0).clip(min=0).sum())
    upper = max(lower, upper)  # both hold; only the noise of the samples can put one on the wrong side of the other
    variance_of_means = posterior.mean.double().var(0, correction=0)
    return Information(
        rate=rate,
        kl_per_dim=tuple(kl_per_dim.tolist()),
        mutual_information=lower,
        mutual_information_upper=upper,
        marginal_kl_lower=rate - upper,
        marginal_kl_upper=rate - lower,
        total_correlation_lower=max(0.0, rate - upper - dimension_wise_kl + dependence),
        total_correlation_upper=max(0.0, rate - lower - dimension_wise_lower + dependence),
        dimension_wise_kl=dimension_wise_kl,
        active_units=int((variance_of_means > ACTIVE_VARIANCE).sum()),
        active_units_by_kl=int((kl_per_dim > ACTIVE_KL).sum()),
        variance_of_means=tuple(variance_of_means.tolist()),
    )


def _log_ratios(z_RD: Tensor, own: Tensor, posterior: Posterior, prior: Prior) -> tuple[Tensor, Tensor]:
    """Sums over rows of log q(z|x), and (3,) of log q(z|x) − log q(z), Σ_d log q(z_d) − log p(z_d), and the dependence."""
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
    log_prior_marginals = prior.log_marginals(z_RD).sum()
    dependence = torch.zeros_like(log_own) if prior.factorises else prior.log_prob(z_RD).sum() - log_prior_marginals
    return log_own, torch.stack([log_own - log_aggregate, log_marginals - log_prior_marginals, dependence])


def _of_means(mean_ND: Tensor) -> Information:
    variance = mean_ND.double().var(0, correction=0)
    unknown = dict.fromkeys((field.name for field in fields(Information) if field.type is float), math.nan)
    return Information(
        **unknown,
        kl_per_dim=(math.nan,) * len(variance),
        active_units=int((variance > ACTIVE_VARIANCE).sum()),
        variance_of_means=tuple(variance.tolist()),
    )
