"""A density r(z) fitted to latents of training images, for bounds that do not saturate with the number of held-out images.

Shapes: N latents, D latent dimensions.
"""

import warnings
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

FEWEST = 32
"""Latents below which no mixture is fitted."""
_MOST_FULL = 128
"""Dimensions up to which components may have full covariances."""
_COMPONENTS = (1, 2, 4, 8, 16)
_ITERATIONS = 100


@dataclass(frozen=True, eq=False)
class AggregateDensity:
    """A Gaussian mixture that stands for the aggregate posterior.

    Attributes:
        mixture: as fitted by scikit-learn.
        latents: how many it was fitted to.
    """

    mixture: Any
    latents: int

    @property
    def description(self) -> str:
        """Of its form and origin, for a provenance."""
        kind = {"full": "full covariances", "diag": "diagonal covariances"}[self.mixture.covariance_type]
        count = self.mixture.n_components
        return f"Gaussian mixture, {count} component{'s' if count > 1 else ''} with {kind}, {self.latents:,} training latents"

    def log_prob(self, z_ND: NDArray[np.float64]) -> NDArray[np.float64]:
        """log r(z) in nats, (N,)."""
        values: NDArray[np.float64] = self.mixture.score_samples(z_ND)
        return values

    def log_marginals(self, z_ND: NDArray[np.float64]) -> NDArray[np.float64]:
        """log r(z_d) of each dimension by itself in nats, (N, D); the marginals of a mixture are mixtures too."""
        covariances = self.mixture.covariances_
        variances = np.diagonal(covariances, axis1=1, axis2=2) if self.mixture.covariance_type == "full" else covariances
        log_marginals = np.full(z_ND.shape, -np.inf)
        for weight, mean, variance in zip(self.mixture.weights_, self.mixture.means_, variances, strict=True):
            log_component = -0.5 * ((z_ND - mean) ** 2 / variance + np.log(2 * np.pi * variance))
            np.logaddexp(log_marginals, np.log(weight) + log_component, out=log_marginals)
        return log_marginals


def fit_aggregate_density(z_ND: NDArray[np.float64], seed: int) -> AggregateDensity | None:
    """The mixture with the smallest Bayesian information criterion among several sizes and kinds of covariance.

    Args:
        z_ND: samples of q(z|x) of training images.
        seed: of the fit's start.

    Returns:
        None where there are fewer than 32 latents, or they are not all finite.
    """
    count, dims = z_ND.shape
    if count < FEWEST or not np.isfinite(z_ND).all():
        return None
    # A fixed share of each latent's own scale keeps covariances of nearly constant dimensions invertible.
    floor = 1e-6 * max(float(z_ND.var(0).mean()), 1e-12)
    best, lowest = None, np.inf
    for kind in ("full", "diag") if dims <= _MOST_FULL else ("diag",):
        for components in _COMPONENTS:
            if components * (dims if kind == "full" else 2) > count / 4:
                break
            mixture = _fitted(z_ND, components, kind, floor, seed)
            criterion = mixture.bic(z_ND) if mixture is not None else np.inf
            if criterion >= lowest:
                break  # larger mixtures of a kind rarely improve again, and cost the most
            best, lowest = mixture, criterion
    return AggregateDensity(best, count) if best is not None else None


def _fitted(z_ND: NDArray[np.float64], components: int, kind: str, floor: float, seed: int) -> Any:
    """None where the fit breaks down."""
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.mixture import GaussianMixture

    mixture = GaussianMixture(components, covariance_type=kind, reg_covar=floor, max_iter=_ITERATIONS, random_state=seed)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)  # any density bounds the information, a better one more closely
        try:
            return mixture.fit(z_ND)
        except ValueError:  # a component without an invertible covariance
            return None
