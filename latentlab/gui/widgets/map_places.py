"""Places on a latent map and the z that belong to them, and what is said under a map."""

import numpy as np

from latentlab.explore.requests.maps import DrawnMap
from latentlab.explore.requests.values import Vector
from latentlab.explore.umap_layout import FAR_WORDS, NEAREST, UMAP_WORDS, place_of, weighted_mean

UMAP_CAPTION = f"{UMAP_WORDS} · {FAR_WORDS} · a click between points takes the mean z of the {NEAREST} nearest, by 1/distance"


def z_at(drawn: DrawnMap, place: tuple[float, float], z: Vector, *, keeps_others: bool) -> Vector:
    """The z that a place of a map decodes to.

    Args:
        drawn: the map.
        place: on it.
        z: the current one, (D,).
        keeps_others: whether the dimensions that are not on the axes stay where they are in `z`.
    """
    if drawn.means is not None:
        mean: Vector = weighted_mean(np.array([place], np.float32), drawn.points, drawn.means)[0]
        return mean
    along = np.asarray(place, np.float32) @ drawn.axes
    return np.where(drawn.axes.any(0), along, z) if keeps_others else drawn.centre + along


def place_at(drawn: DrawnMap, z: Vector) -> tuple[float, float] | None:
    """Where a z lies on a map; None where it is not of the map's model."""
    if z.shape != drawn.centre.shape:
        return None
    if drawn.means is not None:
        return place_of(z, drawn.means, drawn.points)
    x, y = ((z - drawn.centre) @ drawn.axes.T / np.square(drawn.axes).sum(1)).tolist()
    return x, y


def caption(drawn: DrawnMap, encoded: int, *, waits: bool, is_stale: bool) -> str:
    """What is said under a map.

    Args:
        drawn: the map.
        encoded: images that are encoded so far.
        waits: whether the others are encoded once training pauses.
        is_stale: whether the model has gone on since.
    """
    if drawn.means is not None:
        of_step = f"fitted to step {drawn.step:,}" + (" (it follows when training pauses)" if is_stale else "")
        return f"{UMAP_CAPTION} · first {len(drawn.points):,} held-out images · {of_step}"
    count = f"{len(drawn.points):,} held-out images"
    if len(drawn.points) < drawn.total:
        how = "the others when training pauses" if waits else f"{encoded:,} encoded"
        count = f"{len(drawn.points):,} of {drawn.total:,} held-out images, {how}"
    holes = f" · holes: {drawn.holes.share:.0%} of the prior in this plane" if drawn.holes else ""
    return f"{count}{holes} · model of step {drawn.step:,}"
