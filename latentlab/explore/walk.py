"""A way over a map, decoded.

Shapes: C corners, S steps, D latent dimensions.
"""

import numpy as np
import torch
from numpy.typing import NDArray

from latentlab.errors import ConfigError
from latentlab.explore.embedding import find_chart
from latentlab.explore.requests import DrawnWalk, PictureGrid, Polygon, Walk
from latentlab.explore.scene import Scene


def walk_through(scene: Scene, request: Walk, step: int) -> DrawnWalk:
    """Decode the places along a way.

    Raises:
        ConfigError: if a dimension does not exist, z has another number of dimensions, the way has no length, or there is
            no UMAP.
    """
    size = scene.model.latent_dim
    if request.z is not None and request.z.shape != (size,):
        raise ConfigError(f"z has {request.z.size} values; this model has {size} latent dimensions.")
    places = along(request.through, request.steps)
    rest = torch.zeros(size) if request.z is None else torch.from_numpy(request.z)
    z = find_chart(scene, request.projection, request.dims).lift(torch.from_numpy(places), rest)
    columns = tuple(f"{x:.2f}, {y:.2f}".replace("-", "−") for x, y in places.tolist())
    return DrawnWalk(step, PictureGrid(scene.decode(z)[None], ("",), columns), places, z.numpy())


def along(through: Polygon, steps: int) -> NDArray[np.float32]:
    """Places on the way through corners, the ends included, with equal lengths of way between them, (S, 2).

    Raises:
        ConfigError: if the way has no length.
    """
    corners = np.asarray(through, np.float64)
    reached = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(corners, axis=0), axis=1))])
    if reached[-1] == 0:
        raise ConfigError("through: all places of the way are the same.")
    here = np.linspace(0, reached[-1], steps)
    return np.stack([np.interp(here, reached, corners[:, axis]) for axis in range(2)], 1).astype(np.float32)
