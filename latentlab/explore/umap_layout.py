"""UMAP's layout of latents in two dimensions, and ways between the two spaces, neither of which has an exact one.

Needs neither torch nor, until a layout is made, umap-learn.

Shapes: N latents, D latent dimensions, Q questions.
"""

import importlib.util
import warnings

import numpy as np

from latentlab.errors import ConfigError
from latentlab.explore.requests.values import Vector
from latentlab.extras import requirement

N_NEIGHBORS = 15
MIN_DIST = 0.1
MOST_EMBEDDED = 1024
"""Latents that are laid out at most: a fit takes a second or two."""
NEAREST = 8
"""Points whose weighted mean stands for a place between them."""
UMAP_WORDS = f"UMAP, n_neighbors {N_NEIGHBORS}, min_dist {MIN_DIST:g}"
FAR_WORDS = "distances between far clusters mean little"
_SEED = 0
_LEAST = N_NEIGHBORS + 1


def has_umap() -> bool:
    """Whether umap-learn is there, which comes with the extra `umap`."""
    return importlib.util.find_spec("umap") is not None


def check_umap(count: int) -> None:
    """Raise a ConfigError if this number of latents cannot be laid out, or umap-learn is not installed."""
    if not has_umap():
        raise ConfigError(
            f"projection = umap: umap-learn is not installed: pip install '{requirement('umap')}', or take pca or dims."
        )
    if count < _LEAST:
        raise ConfigError(
            f"projection = umap: {count} images; an embedding by {N_NEIGHBORS} neighbours needs {_LEAST} or more."
        )


def fit_umap(means: Vector) -> Vector:
    """Places of latents, (N, D) → (N, 2), always the same ones of the same latents. Takes seconds, at first use more."""
    with warnings.catch_warnings():
        # It warns of what it can do without (tensorflow) and of how it helps itself where latents lie far apart.
        warnings.filterwarnings("ignore", module=r"umap(\.|$)")
        from umap import UMAP

        fitted = UMAP(
            n_neighbors=N_NEIGHBORS,
            min_dist=MIN_DIST,
            init="pca",
            random_state=_SEED,
            n_jobs=1,
            tqdm_kwds={"disable": True},
        ).fit_transform(means)
    return np.asarray(fitted, np.float32)


def weighted_mean(at: Vector, places: Vector, values: Vector) -> Vector:
    """Values of the nearest places, weighted by the inverse of their distance.

    Args:
        at: (Q, A), where it is asked for.
        places: (N, A).
        values: (N, B), one for each place.

    Returns:
        (Q, B); at a place itself, its own value.
    """
    found = np.empty((len(at), values.shape[1]), np.float32)
    for row, asked in enumerate(at):
        distance = np.linalg.norm(places - asked, axis=1)
        nearest = np.argpartition(distance, NEAREST)[:NEAREST] if len(distance) > NEAREST else np.arange(len(distance))
        near = distance[nearest]
        weights = 1 / near if near.all() else (near == 0).astype(np.float32)
        found[row] = (weights / weights.sum()) @ values[nearest]
    return found


def place_of(z: Vector, means: Vector, places: Vector) -> tuple[float, float] | None:
    """Where a z (D,) lies among latents that are laid out; None where it is farther from all of them than they are spread."""
    spread = np.sqrt(np.square(means - means.mean(0)).sum(1).mean())
    if np.linalg.norm(means - z, axis=1).min() > spread:
        return None
    x, y = weighted_mean(z[None], means, places)[0].tolist()
    return x, y
