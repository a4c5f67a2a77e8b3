"""The mathematics of every number that a run streams, written once more: in float64, by NumPy and SciPy."""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from scipy import special, stats
from torch import Tensor

from latentlab import metrics
from latentlab.catalog import COMPARISONS, OBJECTIVES
from latentlab.config import LikelihoodConfig, RunConfig
from latentlab.models import Bernoulli, DiscretizedLogistic, Likelihood, Posterior

Array = NDArray[np.float64]


@dataclass
class Pass:
    """What went through the networks in one piece of work, in order.

    Attributes:
        step: at which.
        encoded: images and their posteriors.
        decoded: latents and their likelihoods.
        drawn_from: for each of these the mean and standard deviation of the posterior that was encoded last, given the latents.
        judged: logits of each look of a second network: real images before reconstructions, z before permuted z.
        priors: what was drawn from the prior to compare z with.
        gradients: of the step, after it.
    """

    step: int
    encoded: list[tuple[Tensor, Posterior]] = field(default_factory=list)
    decoded: list[tuple[Tensor, Likelihood]] = field(default_factory=list)
    drawn_from: list[tuple[Array, Array]] = field(default_factory=list)
    judged: list[Array] = field(default_factory=list)
    priors: list[Array] = field(default_factory=list)
    gradients: float = 0.0


@dataclass
class Recording:
    """A run of two steps and what it reported of them."""

    config: RunConfig
    images: int
    steps: list[Pass]
    held_out: Pass
    validation: Pass
    reported: dict[str, float]
    images_per_second: float
    seconds: float


def array_of(values: Tensor) -> Array:
    return values.detach().double().numpy()


def log_likelihood(likelihood: Likelihood, images: Tensor, settings: LikelihoodConfig) -> Array:
    """log p(x|z), summed over pixels, (…, B)."""
    x = array_of(images)
    if isinstance(likelihood, Bernoulli):
        logits = array_of(likelihood.logits)
        nats = x * special.log_expit(logits) + (1 - x) * special.log_expit(-logits)
    elif isinstance(likelihood, DiscretizedLogistic):
        return _grey_levels(likelihood, x)
    else:
        error = x - array_of(likelihood.location)
        families = {"gaussian": (stats.norm, np.sqrt(np.mean(error**2))), "laplace": (stats.laplace, np.mean(np.abs(error)))}
        family, optimum = families[settings.name]
        scale = optimum if likelihood.scale is None else float(likelihood.scale.detach())
        nats = family.logpdf(error, scale=scale)
    return nats.sum((-3, -2, -1))


def _grey_levels(likelihood: DiscretizedLogistic, x: Array) -> Array:
    weights = special.softmax(array_of(likelihood.logits), -5)
    centre, scale = array_of(likelihood.location), np.exp(array_of(likelihood.log_scale))
    level = np.round(x * 255)
    upper = np.where(level == 255, 1.0, stats.logistic.cdf((level + 0.5) / 255, centre, scale))
    lower = np.where(level == 0, 0.0, stats.logistic.cdf((level - 0.5) / 255, centre, scale))
    return np.log((weights * (upper - lower)).sum(-5)).sum((-3, -2, -1))


def gaussian_kl(m1: Array, s1: Array, m2: Array, s2: Array) -> Array:
    """KL(N(m1, s1²) ‖ N(m2, s2²)) by entropy and cross entropy."""
    entropy = 0.5 * np.log(2 * np.pi * np.e * s1**2)
    cross_entropy = 0.5 * np.log(2 * np.pi * s2**2) + (s1**2 + (m1 - m2) ** 2) / (2 * s2**2)
    return cross_entropy - entropy


def moments(posterior: Posterior, z: Tensor) -> tuple[Array, Array]:
    """Mean and standard deviation of each dimension, given the levels above it."""
    given = posterior.at(z)
    return array_of(given.mean), np.exp(array_of(given.logvar) / 2)


class Half:
    """What an objective made of x, or of t(x)."""

    def __init__(self, recording: Recording, step: Pass, place: int) -> None:
        self.config = recording.config
        self.data = recording.images
        self.prior = step.priors[place] if step.priors else None
        self.images, self.posterior = step.encoded[place]
        self.z, self.likelihood = step.decoded[place]
        self.mean, self.std = step.drawn_from[place]

    @property
    def kl_per_dim(self) -> Array:
        return gaussian_kl(self.mean, self.std, np.zeros(1), np.ones(1)).mean(0)

    @property
    def log_p(self) -> Array:
        return log_likelihood(self.likelihood, self.images, self.config.likelihood)

    @property
    def log_weights(self) -> Array:
        z = array_of(self.z)
        log_q = stats.norm.logpdf(z, *moments(self.posterior, self.z)).sum(-1)
        return self.log_p + stats.norm.logpdf(z).sum(-1) - log_q

    @property
    def bound(self) -> Array:
        weights = self.log_weights
        return special.logsumexp(weights, 0) - np.log(len(weights))

    @property
    def aggregate(self) -> tuple[Array, Array]:
        spread = self.mean.var(0)
        if self.config.objective.moments == "mixture":
            spread = spread + (self.std**2).mean(0)
        return self.mean.mean(0), np.sqrt(spread)


def rate_penalty(half: Half, step: int) -> float:
    settings = half.config.objective
    penalty = np.maximum(half.kl_per_dim, settings.free_bits).sum()
    if settings.capacity:
        penalty = abs(penalty - settings.capacity * min(1, step / settings.capacity_steps))
    return float(penalty)


def log_aggregates(half: Half) -> tuple[Array, Array]:
    """log q(z) of each sample and log q(z_d) of each of its dimensions, an image at a time."""
    z, count, data = array_of(half.z), len(half.mean), half.data
    joint, marginals = np.empty(count), np.empty(z.shape)
    for place in range(count):
        parts = stats.norm.logpdf(z[place], half.mean, half.std)
        shares = np.full(count, 1 / (data * count))
        if half.config.objective.sampling == "stratified":
            shares = np.where(np.arange(count) == place, 1 / data, (data - 1) / data / (count - 1))
        joint[place] = special.logsumexp(parts.sum(1), b=shares)
        marginals[place] = special.logsumexp(parts, 0, b=shares[:, None])
    return joint, marginals


def mutual_information(half: Half) -> float:
    return float((stats.norm.logpdf(array_of(half.z), half.mean, half.std).sum(1) - log_aggregates(half)[0]).mean())


def total_correlation(half: Half) -> float:
    joint, marginals = log_aggregates(half)
    return float((joint - marginals.sum(1)).mean())


def dimension_wise_kl(half: Half) -> float:
    return float((log_aggregates(half)[1] - stats.norm.logpdf(array_of(half.z))).sum(1).mean())


def covariance_of_z(half: Half) -> Array:
    return np.cov(half.mean.T, bias=True) + (np.diag((half.std**2).mean(0)) if half.config.objective.kind == "ii" else 0)


def decorrelation(half: Half) -> float:
    covariance = covariance_of_z(half)
    return float((covariance**2).sum() - (np.diag(covariance) ** 2).sum())


def discrepancy(half: Half) -> float:
    """Over pairs of points one by one."""
    settings, dims = half.config.objective, half.mean.shape[1]
    widths = 2 * dims * np.array([1] if settings.bandwidths == "one" else [0.1, 0.2, 0.5, 1, 2, 5, 10])

    def similar(first: Array, second: Array, same: bool) -> float:
        squared = ((first[:, None] - second) ** 2).sum(-1)[..., None]
        values = (widths / (widths + squared) if settings.kernel == "imq" else np.exp(-squared / widths)).sum(-1)
        if same and settings.estimator == "unbiased":
            return float(values[~np.eye(len(first), dtype=bool)].mean())
        return float(values.mean())

    z, drawn = array_of(half.z), half.prior
    assert drawn is not None
    return similar(z, z, True) + similar(drawn, drawn, True) - 2 * similar(z, drawn, False)


def elbo(half: Half) -> float:
    if half.config.objective.name == "iwae":
        return float(half.log_weights.mean())
    return float(half.log_p.mean() - half.kl_per_dim.sum())


def triplet(x: Half, x_t: Half) -> float:
    losses = []
    for place in range(len(x.mean)):
        own = ((x.mean[place] - x_t.mean[place]) ** 2).sum()
        other = ((x.mean[place] - x.mean[place - 1]) ** 2).sum()
        losses.append(max(0.0, own - other + x.config.consistency.margin))
    return float(np.mean(losses))


def info_nce(x: Half, x_t: Half) -> float:
    means = np.concatenate([x.mean, x_t.mean])
    means /= np.linalg.norm(means, axis=1, keepdims=True)
    count, losses = len(x.mean), []
    for place in range(2 * count):
        similar = means @ means[place] / x.config.consistency.temperature
        others = np.delete(np.arange(2 * count), place)
        losses.append(special.logsumexp(similar[others]) - similar[(place + count) % (2 * count)])
    return float(np.mean(losses))


def consistency(x: Half, x_t: Half, recording: Recording) -> float:
    forward = gaussian_kl(x_t.mean, x_t.std, x.mean, x.std).sum(1).mean()
    reverse = gaussian_kl(x.mean, x.std, x_t.mean, x_t.std).sum(1).mean()
    directions = {"forward": forward, "reverse": reverse, "symmetric": forward + reverse}
    return float(directions[recording.config.consistency.direction])


TERMS: dict[str, Callable[[Half, int], float]] = {
    metrics.DISTORTION: lambda half, step: -float(half.log_p.mean()),
    metrics.RATE: lambda half, step: float(half.kl_per_dim.sum()),
    metrics.RATE_PENALTY: rate_penalty,
    metrics.NEGATIVE_IWAE_BOUND: lambda half, step: -float(half.bound.mean()),
    metrics.AGGREGATE_RATE: lambda half, step: float(gaussian_kl(*half.aggregate, np.zeros(1), np.ones(1)).sum()),
    metrics.VARIANCE: lambda half, step: float((half.std**2 - np.log(half.std**2) - 1).mean(0).sum()),
    metrics.MUTUAL_INFORMATION: lambda half, step: mutual_information(half),
    metrics.TOTAL_CORRELATION: lambda half, step: total_correlation(half),
    metrics.DIMENSION_WISE_KL: lambda half, step: dimension_wise_kl(half),
    metrics.DECORRELATION: lambda half, step: decorrelation(half),
    metrics.UNIT_VARIANCE: lambda half, step: float(((np.diag(covariance_of_z(half)) - 1) ** 2).sum()),
    metrics.MMD: lambda half, step: discrepancy(half),
}
"""Of x, and with the suffix of t(x)."""
PAIR_TERMS: dict[str, Callable[[Half, Half, Recording], float]] = {
    metrics.CONSISTENCY: consistency,
    metrics.TRIPLET: lambda x, x_t, recording: triplet(x, x_t),
    metrics.INFO_NCE: lambda x, x_t, recording: info_nce(x, x_t),
}


_CONSTANTS = {
    metrics.VARIANCE: "variance_weight",
    metrics.DECORRELATION: "off_diagonal_weight",
    metrics.UNIT_VARIANCE: "diagonal_weight",
    metrics.MMD: "weight",
    metrics.DENSITY_RATIO_TC: "gamma",
}
_WARMED_UP = {
    **dict.fromkeys((metrics.RATE, metrics.RATE_PENALTY, metrics.AGGREGATE_RATE, metrics.TOTAL_CORRELATION), "beta"),
    metrics.MUTUAL_INFORMATION: "alpha",
    metrics.DIMENSION_WISE_KL: "gamma",
}
"""Settings that a term is multiplied by, all along or at the end of a warm-up."""


def weight(term: str, recording: Recording, step: int) -> float:
    """What a term is multiplied by at a step."""
    name = term.removesuffix(metrics.SUFFIX_T)
    objective, settings = recording.config.objective, recording.config.consistency
    if name in PAIR_TERMS:
        return settings.weight * (min(1, step / settings.warmup) if getattr(settings, "warmup", 0) else 1)
    if name in _CONSTANTS:
        return getattr(objective, _CONSTANTS[name])
    if name in _WARMED_UP:
        full = getattr(objective, _WARMED_UP[name], 1.0)
        if not getattr(objective, "kl_warmup", 0):
            return full
        cycle = 2 * (step % objective.kl_warmup) if objective.kl_schedule == "cyclical" else step
        return full * min(1, cycle / objective.kl_warmup)
    return 1.0


def softplus(value: Array) -> Array:
    return np.logaddexp(0, value)


def adversarial(fake: Array, kind: str) -> float:
    return float({"bce": softplus(-fake), "hinge": -fake, "least_squares": 0.5 * (fake - 1) ** 2}[kind].mean())


def discriminator(real: Array, fake: Array, kind: str) -> float:
    losses = {
        "bce": (softplus(-real), softplus(fake)),
        "hinge": (np.maximum(0, 1 - real), np.maximum(0, 1 + fake)),
        "least_squares": ((real - 1) ** 2, fake**2),
    }
    of_real, of_fake = losses[kind]
    return float((of_real.mean() + of_fake.mean()) / 2)


def share(right: Array, logits: Array) -> float:
    """Without the patches that dropout set to 0."""
    return float(right.sum() / max((logits != 0).sum(), 1))


def streamed(recording: Recording, at: Pass) -> dict[str, float]:
    """Every number of a training step but for the sum of its weighted terms and the ratio of gradients."""
    config = recording.config
    x = Half(recording, at, 0)
    x_t = Half(recording, at, 1) if config.consistency.trains_on_t else None
    values: dict[str, float] = {metrics.ELBO: elbo(x), metrics.GRADIENT_NORM: at.gradients}
    values |= {metrics.kl_dim(place): float(value) for place, value in enumerate(x.kl_per_dim)}
    if config.objective.name == "iwae":
        shares = special.softmax(x.log_weights, 0)
        values[metrics.IWAE_BOUND] = float(x.bound.mean())
        values[metrics.EFFECTIVE_SAMPLE_SIZE] = float((1 / (shares**2).sum(0)).mean())
    own = OBJECTIVES.of(config.objective).terms(config.objective)
    terms = {name: TERMS[name](x, at.step) for name in {metrics.RATE, *own}}
    if x_t is not None:
        terms |= {name + metrics.SUFFIX_T: TERMS[name](x_t, at.step) for name in own}
    if config.consistency.has_term:
        term = COMPARISONS.of(config.consistency).term
        terms[term] = PAIR_TERMS[term](x, x_t, recording)
    if config.objective.name == "factor":
        ratio, (joint, product) = at.judged[0], np.split(at.judged[1], 2)
        terms[metrics.DENSITY_RATIO_TC] = float(ratio.mean())
        values[metrics.FACTOR_LOSS] = float((softplus(-joint).mean() + softplus(product).mean()) / 2)
        values[metrics.FACTOR_ACCURACY] = float(np.concatenate([joint > 0, product < 0]).mean())
    elif at.judged:
        kind = config.adversarial.loss
        _, fake = np.split(at.judged[0], 2)
        real, seen_fake = np.split(at.judged[1], 2)
        terms[metrics.ADVERSARIAL] = adversarial(fake, kind)
        values |= {
            metrics.DISC_LOSS: discriminator(real, seen_fake, kind),
            metrics.LOGITS_REAL: float(real.mean()),
            metrics.LOGITS_FAKE: float(seen_fake.mean()),
            metrics.ACCURACY_REAL: share(real > 0, real),
            metrics.ACCURACY_FAKE: share(seen_fake < 0, seen_fake),
        }
    values |= {metrics.raw(name): value for name, value in terms.items()}
    for name, value in terms.items():
        factor = config.adversarial.weight if name == metrics.ADVERSARIAL else weight(name, recording, at.step)
        values[metrics.weighted(name)] = factor * value
    return values


def held_out(recording: Recording) -> dict[str, float]:
    """What is measured at a checkpoint."""
    at, sums, means, images = recording.held_out, dict.fromkeys(("distortion", "rate", "error", "kl"), 0.0), [], []
    chunks = len(at.encoded) // 2
    for chunk in range(chunks):
        (x, posterior), (_, posterior_t) = at.encoded[2 * chunk : 2 * chunk + 2]
        (z, likelihood), (_, at_the_mode) = at.decoded[2 * chunk : 2 * chunk + 2]
        mean, std = at.drawn_from[2 * chunk]
        sums["distortion"] -= log_likelihood(likelihood, x, recording.config.likelihood).sum()
        sums["rate"] += gaussian_kl(mean, std, np.zeros(1), np.ones(1)).sum()
        sums["error"] += ((array_of(at_the_mode.mean) - array_of(x)) ** 2).sum()
        sums["kl"] += gaussian_kl(*moments(posterior_t, z), mean, std).sum()
        means.append(array_of(posterior.mean))
        images.append(array_of(x))
    every, pixels = np.concatenate(means), np.concatenate(images)
    count = len(every)
    return {
        metrics.TEST_ELBO: -(sums["distortion"] + sums["rate"]) / count,
        metrics.TEST_DISTORTION: sums["distortion"] / count,
        metrics.TEST_RATE: sums["rate"] / count,
        metrics.TEST_MSE: sums["error"] / pixels.size,
        metrics.TEST_PIXEL_VARIANCE: float(((pixels**2).mean(0) - pixels.mean(0) ** 2).mean()),
        metrics.TEST_CONSISTENCY_KL: sums["kl"] / count,
        metrics.TEST_ACTIVE_UNITS: float((every.std(0) > 0.1).sum()),
    }


def validation_bound(recording: Recording) -> float:
    """The negative loss of x alone at full weights, an image at a time."""
    at, total, count = recording.validation, 0.0, 0
    for place in range(len(at.encoded)):
        half = Half(recording, at, place)
        size, objective = len(half.mean), recording.config.objective
        terms = OBJECTIVES.of(objective).terms(objective)
        weights = {name: getattr(objective, setting, 1.0) for name, setting in {**_WARMED_UP, **_CONSTANTS}.items()}
        total += size * sum(weights.get(name, 1.0) * TERMS[name](half, 10**6) for name in terms)
        count += size
    return -total / count
