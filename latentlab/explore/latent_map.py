"""The held-out images' posterior means in a plane, or as UMAP lays them out.

Shapes: N images, D latent dimensions.
"""

from dataclasses import replace

import numpy as np

from latentlab.errors import ConfigError
from latentlab.explore.answers import answers
from latentlab.explore.embedding import means_on_map
from latentlab.explore.held_out_means import held_out_means
from latentlab.explore.holes import find_holes
from latentlab.explore.plane import Plane
from latentlab.explore.requests.maps import DrawnMap, Holes, Map
from latentlab.explore.requests.values import PictureGrid
from latentlab.explore.scatter import HOLE, attribute_colours, class_colours, extent_of, scatter, shaded, value_colours
from latentlab.explore.scene import Scene
from latentlab.explore.umap_layout import FAR_WORDS, MOST_EMBEDDED, UMAP_WORDS

_SIDE = 720
_PAPER = (255, 255, 255)
_MEASURED = ("label", "kl", "error")


@answers(Map)
def draw_map(scene: Scene, request: Map, step: int) -> DrawnMap:
    """Project the posterior means, and colour them.

    Raises:
        ConfigError: if a dimension or an attribute does not exist, the model has but one dimension, or there is no UMAP.
        DataError: if UMAP has nothing to lay out.
    """
    total = held_out_means(scene).total
    if request.projection == "umap":
        total = min(total, MOST_EMBEDDED)
        request = replace(request, images=min(request.images or total, total))
    values = _values(scene, request)
    chart, means, points = means_on_map(scene, request.projection, request.dims, request.images)
    labels = scene.held_out.labels[: len(means)].numpy()
    if values is None:
        colours = class_colours(labels)
    else:
        colours = value_colours(values) if request.colour in _MEASURED else attribute_colours(values)
    plane = chart if isinstance(chart, Plane) else None
    holes = find_holes(plane, scene.prior, scene.posterior.mean, scene.posterior.std) if plane and request.holes else None
    extent = extent_of(points)
    paper = _PAPER if holes is None else shaded(holes.shade, holes.extent, extent, (_SIDE, _SIDE), _PAPER, HOLE)
    picture = scatter(points, colours, extent, (_SIDE, _SIDE), paper)
    return DrawnMap(
        step,
        PictureGrid(picture[None, None], ("",), (_caption(plane, request, holes),)),
        points,
        colours,
        labels,
        scene.held_out.label_names,
        values,
        plane.names if plane else ("UMAP 1", "UMAP 2"),
        (plane.centre if plane else means.mean(0)).numpy(),
        plane.axes.numpy() if plane else np.zeros((2, means.shape[1]), np.float32),
        total,
        holes,
        None if plane else means.numpy(),
    )


def _values(scene: Scene, request: Map) -> np.ndarray | None:
    means = held_out_means(scene)
    if request.colour == "label":
        return None
    if request.colour == "kl":
        return means.kl(request.images).numpy()
    if request.colour == "error":
        return means.errors(request.images).numpy()
    attributes = scene.held_out.attributes
    names = attributes.names if attributes else ()
    if attributes is None or request.colour not in names:
        known = ", ".join((*_MEASURED, *names[:40]))
        raise ConfigError(f"colour = {request.colour!r}: the held-out images have {known}.")
    count = means.total if request.images is None else min(request.images, means.total)
    return attributes.values[:count, names.index(request.colour)]


def _caption(plane: Plane | None, request: Map, holes: Holes | None) -> str:
    names = {"label": "label", "kl": "KL to the prior", "error": "reconstruction error"}
    shade = "" if holes is None else f"; shaded: holes, {holes.share:.0%} of the prior"
    axes = f"{plane.names[0]} across, {plane.names[1]} up" if plane else f"{UMAP_WORDS}; {FAR_WORDS}"
    return f"{axes}; by {names.get(request.colour, request.colour)}{shade}"
