"""Places on a latent map and the z that belong to them, and what is said under a map."""

import numpy as np

from latentlab.explore.requests.maps import DrawnMap
from latentlab.explore.requests.values import Vector
from latentlab.explore.umap_layout import FAR_WORDS, NEAREST, UMAP_WORDS, place_of, weighted_mean
from latentlab.gui.language import tr

UMAP_CAPTION = tr(
    "{umap} · {far} · a click between points takes the mean z of the {nearest} nearest, by 1/distance",
    umap=UMAP_WORDS,
    far=FAR_WORDS,
    nearest=NEAREST,
)


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
    """What is said under a map beside its title, which names the images and the step; "" where that is all.

    Args:
        drawn: the map.
        encoded: images that are encoded so far.
        waits: whether the others are encoded once training pauses.
        is_stale: whether the model has gone on since.
    """
    if drawn.means is not None:
        of_step = tr("fitted to step {step:,}", step=drawn.step) + (
            tr(" (it follows when training pauses)") if is_stale else ""
        )
        return tr(
            "{umap} · first {count:,} held-out images · {of_step}",
            umap=UMAP_CAPTION,
            count=len(drawn.points),
            of_step=of_step,
        )
    parts = []
    if len(drawn.points) < drawn.total:
        how = tr("the others when training pauses") if waits else tr("{encoded:,} encoded", encoded=encoded)
        counted = tr("{count:,} of {total:,} held-out images, {how}", count=len(drawn.points), total=drawn.total, how=how)
        parts.append(counted)
    if drawn.holes:
        parts.append(tr("holes: {share:.0%} of the prior in this plane", share=drawn.holes.share))
    return " · ".join(parts)
