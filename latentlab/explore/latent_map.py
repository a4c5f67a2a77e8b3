"""The held-out images' posterior means in a plane.

Shapes: N images, D latent dimensions.
"""

import numpy as np
import torch
from torch import Tensor

from latentlab.errors import ConfigError
from latentlab.explore.images import decode_images, to_uint8
from latentlab.explore.requests import LatentMap, Map, PictureGrid
from latentlab.explore.scatter import class_colours, extent_of, scatter, value_colours
from latentlab.explore.scene import Scene

_SIDE = 720
_PAPER = (255, 255, 255)


def draw_map(scene: Scene, request: Map, step: int) -> LatentMap:
    """Project the posterior means, and colour them.

    Raises:
        ConfigError: if a dimension does not exist, or the model has but one.
    """
    means = scene.posterior.mean
    centre, axes, names = _plane(means, request, scene)
    points = (((means - centre) @ axes.T) / axes.square().sum(1)).numpy()
    images = scene.held_out.batch(slice(0, len(means)))
    labels = scene.held_out.labels[: len(means)].numpy()
    values = _values(scene, request, images)
    colours = class_colours(labels) if values is None else value_colours(values)
    picture = scatter(points, colours, extent_of(points), (_SIDE, _SIDE), _PAPER)
    return LatentMap(
        step,
        PictureGrid(picture[None, None], ("",), (f"{names[0]} across, {names[1]} up; {_colour_name(request)}",)),
        points,
        colours,
        labels,
        values,
        names,
        centre.numpy(),
        axes.numpy(),
        to_uint8(images),
    )


def _plane(means: Tensor, request: Map, scene: Scene) -> tuple[Tensor, Tensor, tuple[str, str]]:
    """A point of the plane, two directions (2, D), and what they are called."""
    size = means.shape[1]
    if size < 2:
        raise ConfigError("a map needs two latent dimensions, and this model has one.")
    if request.projection == "pca":
        centre = means.mean(0)
        _, singular, rows = torch.linalg.svd(means - centre, full_matrices=False)
        shares = singular.square() / singular.square().sum()
        rows = rows[:2] * torch.sign(rows[:2].sum(1, keepdim=True))  # of the two signs, the same one every time
        return centre, rows, (f"component 1 ({shares[0]:.0%})", f"component 2 ({shares[1]:.0%})")
    dims = request.dims or tuple(scene.summary.order[:2].tolist())
    for dimension in dims:
        if not 0 <= dimension < size:
            raise ConfigError(f"dims: {dimension} is no latent dimension of this model; it has 0 to {size - 1}.")
    axes = torch.zeros(2, size)
    axes[0, dims[0]] = axes[1, dims[1]] = 1
    return torch.zeros(size), axes, (f"z{dims[0]:02d}", f"z{dims[1]:02d}")


def _values(scene: Scene, request: Map, images: Tensor) -> np.ndarray | None:
    posterior = scene.posterior
    if request.colour == "label":
        return None
    if request.colour == "kl":
        return posterior.at(posterior.mean).kl_to_prior().sum(1).numpy()
    error = torch.from_numpy(decode_images(scene.model, posterior.mode)).float() - torch.from_numpy(to_uint8(images)).float()
    return (error / 255).square().flatten(1).mean(1).numpy()


def _colour_name(request: Map) -> str:
    return {"label": "by label", "kl": "by KL to the prior", "error": "by reconstruction error"}[request.colour]
