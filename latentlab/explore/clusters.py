"""Groups of held-out images that lie close together in the latent space.

Shapes: N images, D latent dimensions.
"""

import numpy as np
from numpy.typing import NDArray

_FITTED = 20_000
"""Means that the centres are fitted to, at most: the first ones."""
_STARTS = 4


def cluster(means: NDArray[np.float32], count: int) -> NDArray[np.int64]:
    """The k-means cluster of each of N means (N, D), the largest cluster being 0; fewer where there are not so many means.

    The same means give the same clusters.
    """
    from sklearn.cluster import KMeans

    some = means[:_FITTED].astype(np.float64)
    count = min(count, len(np.unique(some, axis=0)))
    found = KMeans(count, n_init=_STARTS, random_state=0).fit(some).predict(means.astype(np.float64))
    by_size = np.argsort(-np.bincount(found, minlength=count), kind="stable")
    rank = np.empty(count, np.int64)
    rank[by_size] = np.arange(count)
    ranked: NDArray[np.int64] = rank[found]
    return ranked
