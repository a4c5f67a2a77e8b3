"""The held-out images' posterior means in a plane.

Shapes: N images, D latent dimensions.
"""

import numpy as np

from latentlab.errors import ConfigError
from latentlab.explore.holes import find_holes
from latentlab.explore.plane import Plane, find_plane
from latentlab.explore.requests import Holes, LatentMap, Map, PictureGrid
from latentlab.explore.scatter import HOLE, attribute_colours, class_colours, extent_of, scatter, shaded, value_colours
from latentlab.explore.scene import Scene
from latentlab.explore.survey import held_out_means

_SIDE = 720
_PAPER = (255, 255, 255)
_MEASURED = ("label", "kl", "error")


def draw_map(scene: Scene, request: Map, step: int) -> LatentMap:
    """Project the posterior means, and colour them.

    Raises:
        ConfigError: if a dimension or an attribute does not exist, or the model has but one dimension.
    """
    values = _values(scene, request)
    plane = find_plane(scene, request.projection, request.dims)
    survey = held_out_means(scene)
    means = survey.means(request.images)
    points = plane.project(means).numpy()
    labels = scene.held_out.labels[: len(means)].numpy()
    if values is None:
        colours = class_colours(labels)
    else:
        colours = value_colours(values) if request.colour in _MEASURED else attribute_colours(values)
    holes = find_holes(plane, scene.posterior.mean, scene.posterior.std) if request.holes else None
    extent = extent_of(points)
    paper = _PAPER if holes is None else shaded(holes.shade, holes.extent, extent, (_SIDE, _SIDE), _PAPER, HOLE)
    picture = scatter(points, colours, extent, (_SIDE, _SIDE), paper)
    return LatentMap(
        step,
        PictureGrid(picture[None, None], ("",), (_caption(plane, request, holes),)),
        points,
        colours,
        labels,
        scene.held_out.label_names,
        values,
        plane.names,
        plane.centre.numpy(),
        plane.axes.numpy(),
        survey.total,
        holes,
    )


def _values(scene: Scene, request: Map) -> np.ndarray | None:
    survey = held_out_means(scene)
    if request.colour == "label":
        return None
    if request.colour == "kl":
        return survey.kl(request.images).numpy()
    if request.colour == "error":
        return survey.errors(request.images).numpy()
    attributes = scene.held_out.attributes
    names = attributes.names if attributes else ()
    if attributes is None or request.colour not in names:
        known = ", ".join((*_MEASURED, *names[:40]))
        raise ConfigError(f"colour = {request.colour!r}: the held-out images have {known}.")
    count = survey.total if request.images is None else min(request.images, survey.total)
    return attributes.values[:count, names.index(request.colour)]


def _caption(plane: Plane, request: Map, holes: Holes | None) -> str:
    names = {"label": "label", "kl": "KL to the prior", "error": "reconstruction error"}
    shade = "" if holes is None else f"; shaded: holes, {holes.share:.0%} of the prior"
    return f"{plane.names[0]} across, {plane.names[1]} up; by {names.get(request.colour, request.colour)}{shade}"
