"""The held-out images' posterior means in a plane, or as UMAP lays them out.

Shapes: N images, D latent dimensions.
"""

from dataclasses import replace

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from latentlab.errors import ConfigError
from latentlab.explore.answers import answers
from latentlab.explore.attributes import attribute_names, attribute_values
from latentlab.explore.clusters import cluster
from latentlab.explore.density import log_density_at
from latentlab.explore.embedding import Embedding, means_on_map
from latentlab.explore.held_out_means import held_out_means
from latentlab.explore.holes import find_holes
from latentlab.explore.map_figure import map_figure
from latentlab.explore.plane import Plane
from latentlab.explore.requests.maps import MEASURED, DrawnMap, Map
from latentlab.explore.requests.values import PictureGrid
from latentlab.explore.scene import Scene
from latentlab.explore.umap_layout import FAR_WORDS, MOST_EMBEDDED, UMAP_WORDS
from latentlab.models import unknown_sigma

_OF_SIGMA = {"kl": "the KL to the prior", "density": "the density of the aggregate posterior"}
"""Colours that need σ, and what they stand for."""
_NO_PICTURE = PictureGrid(np.empty((0, 0, 0, 0, 3), np.uint8), (), ())


@answers(Map)
def draw_map(scene: Scene, request: Map, step: int) -> DrawnMap:
    """Project the posterior means, and colour them.

    Raises:
        ConfigError: if a dimension or an attribute does not exist, the model has but one dimension, or there is no UMAP.
        DataError: if UMAP has nothing to lay out, or what is asked for needs σ, which is not known.
    """
    total = held_out_means(scene).total
    if request.projection == "umap":
        total = min(total, MOST_EMBEDDED)
        request = replace(request, images=min(request.images or total, total))
    _check_colour(scene, request.colour)
    _check_sigma(scene, request)
    chart, means, points = means_on_map(scene, request.projection, request.dims, request.images)
    plane = chart if isinstance(chart, Plane) else None
    labels, names = scene.held_out.labels[: len(means)].numpy(), scene.held_out.label_names
    values = _values(scene, request, chart, points)
    if request.colour == "cluster":
        labels = cluster(means.numpy(), request.clusters)
        names = tuple(f"cluster {number + 1}" for number in range(request.clusters))
    drawn = DrawnMap(
        step,
        _NO_PICTURE,
        points,
        labels,
        names,
        values,
        plane.names if plane else ("UMAP 1", "UMAP 2"),
        (plane.centre if plane else means.mean(0)).numpy(),
        plane.axes.numpy() if plane else np.zeros((2, means.shape[1]), np.float32),
        total,
        find_holes(plane, scene.prior, scene.posterior.mean, scene.posterior.std) if plane and request.holes else None,
        None if plane else means.numpy(),
        request.colour,
    )
    title = drawn.title if plane else f"{drawn.title} · {UMAP_WORDS}; {FAR_WORDS}"
    return replace(drawn, grid=PictureGrid(map_figure(drawn)[None, None], ("",), (title,)))


def _check_colour(scene: Scene, colour: str) -> None:
    names = attribute_names(scene)
    if colour not in (*MEASURED, *names):
        raise ConfigError(f"colour = {colour!r}: the held-out images have {', '.join((*MEASURED, *names[:40]))}.")


def _check_sigma(scene: Scene, request: Map) -> None:
    if scene.posterior.knows_sigma:
        return
    if request.colour in _OF_SIGMA:
        raise unknown_sigma(_OF_SIGMA[request.colour])
    if request.holes:
        raise unknown_sigma("shading where the aggregate posterior has no mass")


def _values(scene: Scene, request: Map, chart: Plane | Embedding, points: NDArray[np.float32]) -> NDArray[np.float32] | None:
    """What the colours stand for, a number for each image; None where it is a class."""
    means, posterior = held_out_means(scene), scene.posterior
    match request.colour:
        case "label" | "cluster":
            return None
        case "kl":
            return _array(means.kl(request.images))
        case "error":
            return _array(means.errors(request.images))
        case "density":
            assert isinstance(chart, Plane)  # the request sees to it
            return _array(log_density_at(chart, posterior.mean, posterior.std, torch.from_numpy(points)))
        case attribute:
            return attribute_values(scene, attribute, len(points))


def _array(values: Tensor) -> NDArray[np.float32]:
    array: NDArray[np.float32] = values.numpy()
    return array
