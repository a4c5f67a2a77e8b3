"""Whether single latent dimensions stand for the factors that images were made from, where these are known.

Factors have few values each. All measures look at posterior means and are at most 1, which is best.

Shapes: N images, D latent dimensions, K factors, V votes, L images a vote.
"""

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from latentlab.catalog.measure import ACTIVE_VARIANCE
from latentlab.evaluation.progress import Progress, silent

_BINS = 20
_VOTES, _IMAGES_A_VOTE = 800, 64
_TREES, _FITTED_ON = 20, 2_000

Trees = Literal["forests", "boosted"]
_Codes = NDArray[np.float64]
_Factors = NDArray[np.int64]


@dataclass(frozen=True)
class Disentanglement:
    """How factors and latent dimensions match.

    Attributes:
        mig: mutual information gap (Chen et al. 2018).
        factor_vae_score: accuracy of telling a factor by the dimension that varies least while it is fixed (Kim & Mnih 2018).
        dci_disentanglement: how much each dimension serves one factor alone (Eastwood & Williams 2018).
        dci_completeness: how much each factor is served by one dimension alone.
        dci_informativeness: share of factor values that trees tell from the means of images they were not fitted on.
    """

    mig: float
    factor_vae_score: float
    dci_disentanglement: float
    dci_completeness: float
    dci_informativeness: float


def measure_disentanglement(
    fitted: tuple[_Codes, NDArray[Any]],
    held_out: tuple[_Codes, NDArray[Any]],
    seed: int,
    progress: Progress = silent,
    trees: Trees = "forests",
) -> Disentanglement:
    """All measures; factors that do not vary are passed over.

    Args:
        fitted: posterior means (N, D) and factor values (N, K) of the images that DCI's trees are fitted on.
        held_out: likewise, of the images that everything is measured on.
        seed: of votes and trees.
        progress: told after each measure.
        trees: DCI's, see `tree_importance`.
    """
    codes = held_out[0]
    factors = _numbered(np.concatenate([fitted[1], held_out[1]]))
    fitted_factors, factors = factors[: len(fitted[1])], factors[len(fitted[1]) :]
    varies = (factors.max(0) > factors.min(0)) & (fitted_factors.max(0) > fitted_factors.min(0))
    fitted_factors, factors = fitted_factors[:, varies], factors[:, varies]
    gap = mutual_information_gap(codes, factors)
    progress(0.1, "disentanglement")
    score = factor_vae_score(codes, factors, seed)
    progress(0.3, "disentanglement")
    importance_DK, informativeness = tree_importance(fitted[0], fitted_factors, codes, factors, seed, trees)
    progress(1.0, "disentanglement")
    return Disentanglement(gap, score, *dci(importance_DK), informativeness)


def mutual_information_gap(codes_ND: _Codes, factors_NK: _Factors) -> float:
    """Mean over factors of (I(z₁; v) − I(z₂; v)) / H(v), z₁ and z₂ the dimensions that tell most and second most of v.

    As in Locatello et al. 2019, means are put into 20 bins of equal width over their range. In [0, 1].

    Args:
        codes_ND: posterior means.
        factors_NK: number of each factor's value, from 0 on; each factor varies.
    """
    binned_ND = np.stack([_binned(codes) for codes in codes_ND.T], axis=1)
    gaps = []
    for factor in factors_NK.T:
        told = sorted((_mutual_information(codes, factor) for codes in binned_ND.T), reverse=True)
        gaps.append((told[0] - (told[1] if len(told) > 1 else 0.0)) / _entropy(np.bincount(factor)))
    return float(np.mean(gaps))


def factor_vae_score(codes_ND: _Codes, factors_NK: _Factors, seed: int) -> float:
    """Accuracy of a majority vote that tells which factor 64 images have in common by their dimension of least variance.

    Variances are relative to the dimension's over all images; dimensions of a variance of at most 0.01 take no part, and where
    none does the score is 0. The vote is counted on 800 draws and tried on 800 others; chance is 1 / K.
    """
    variance_D = codes_ND.var(0)
    active = variance_D > ACTIVE_VARIANCE
    if not active.any():
        return 0.0
    scaled_ND = codes_ND[:, active] / np.sqrt(variance_D[active])
    generator = np.random.default_rng([seed, 1])
    alike = [[np.flatnonzero(factor == value) for value in range(factor.max() + 1)] for factor in factors_NK.T]
    counts_DK = np.zeros((2, scaled_ND.shape[1], factors_NK.shape[1]), np.int64)
    for counts in counts_DK:
        for _ in range(_VOTES):
            factor = generator.integers(factors_NK.shape[1])
            value = factors_NK[generator.integers(len(factors_NK)), factor]
            chosen = generator.choice(alike[factor][value], _IMAGES_A_VOTE)
            counts[scaled_ND[chosen].var(0).argmin(), factor] += 1
    winner_D = counts_DK[0].argmax(1)
    return float(counts_DK[1][np.arange(len(winner_D)), winner_D].sum() / _VOTES)


def tree_importance(
    fitted_ND: _Codes,
    fitted_factors_NK: _Factors,
    held_out_ND: _Codes,
    held_out_factors_NK: _Factors,
    seed: int,
    trees: Trees = "forests",
) -> tuple[NDArray[np.float64], float]:
    """How much each dimension matters to trees that tell a factor, (D, K), and the share of the held-out that they tell.

    `boosted` are gradient-boosted trees with scikit-learn's defaults, as in disentanglement_lib (Locatello et al. 2019);
    `forests` are random forests, some hundred times as fast, every split of which may choose among all dimensions: among some
    only, a forest would have to use dimensions that say nothing. The first 2,000 images are fitted on.
    """
    from sklearn.ensemble import GradientBoostingClassifier, RandomForestClassifier  # a second's import

    importance, right = [], []
    for known, asked in zip(fitted_factors_NK.T, held_out_factors_NK.T, strict=True):
        if trees == "boosted":
            model = GradientBoostingClassifier(random_state=seed % 2**32)
        else:
            model = RandomForestClassifier(_TREES, max_features=None, random_state=seed % 2**32)
        model.fit(fitted_ND[:_FITTED_ON], known[:_FITTED_ON])
        importance.append(model.feature_importances_)
        right.append(model.score(held_out_ND, asked))
    return np.stack(importance, axis=1), float(np.mean(right))


def dci(importance_DK: NDArray[np.float64]) -> tuple[float, float]:
    """Disentanglement and completeness of a matrix of importances.

    1 − the entropy, in units of its largest, of what a dimension is important for, weighted by the dimension's importance in
    all; and 1 − that of what is important for a factor, mean over factors.
    """
    weights_D = importance_DK.sum(1) / max(importance_DK.sum(), np.finfo(float).tiny)
    disentanglement = float((weights_D * (1 - _relative_entropy(importance_DK))).sum())
    return disentanglement, float((1 - _relative_entropy(importance_DK.T)).mean())


def _relative_entropy(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """Of each row as a distribution, 0 to 1; 1 for a row of zeros, 0 where there is one column only."""
    columns = rows.shape[1]
    if columns == 1:
        return np.zeros(len(rows))
    totals = rows.sum(1, keepdims=True)
    shares = np.divide(rows, totals, out=np.full(rows.shape, 1 / columns), where=totals > 0)
    logs = np.log(shares, out=np.zeros(rows.shape), where=shares > 0)
    return np.asarray(-(shares * logs).sum(1) / np.log(columns))


def _numbered(values_NK: NDArray[Any]) -> _Factors:
    """Each factor's values replaced by their places in order."""
    return np.stack([np.unique(values, return_inverse=True)[1] for values in values_NK.T], axis=1)


def _binned(codes_N: _Codes) -> _Factors:
    low, high = codes_N.min(), codes_N.max()
    if not high > low:
        return np.zeros(len(codes_N), np.int64)
    bins: _Factors = ((codes_N - low) / (high - low) * _BINS).astype(np.int64)
    return np.minimum(bins, _BINS - 1)


def _mutual_information(a_N: _Factors, b_N: _Factors) -> float:
    """Of the two empirical distributions, nats."""
    width = int(b_N.max()) + 1
    joint = np.bincount(a_N * width + b_N)
    return _entropy(np.bincount(a_N)) + _entropy(np.bincount(b_N)) - _entropy(joint)


def _entropy(counts: NDArray[np.int64]) -> float:
    """Nats."""
    shares = counts[counts > 0] / counts.sum()
    return float(-(shares * np.log(shares)).sum())
