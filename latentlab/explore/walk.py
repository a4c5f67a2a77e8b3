"""A path on a map, decoded.

Shapes: C corners, S steps, D latent dimensions.
"""

import numpy as np
import torch
from numpy.typing import NDArray

from latentlab.errors import ConfigError
from latentlab.explore.answers import answers
from latentlab.explore.embedding import find_chart
from latentlab.explore.requests.maps import DrawnWalk, Walk
from latentlab.explore.requests.texts import place_text
from latentlab.explore.requests.values import PictureGrid, Polygon, check_vector
from latentlab.explore.scene import Scene


@answers(Walk)
def draw_walk(scene: Scene, request: Walk, step: int) -> DrawnWalk:
    """Decode the places along a path.

    Raises:
        ConfigError: if a dimension does not exist, z has another number of dimensions, the path has no length, or there is
            no UMAP.
    """
    size = scene.model.latent_dim
    check_vector("z", request.z, size)
    places = along(request.through, request.steps)
    rest = torch.zeros(size) if request.z is None else torch.from_numpy(request.z)
    z = find_chart(scene, request.projection, request.dims).lift(torch.from_numpy(places), rest)
    columns = tuple(place_text(x, y) for x, y in places.tolist())
    return DrawnWalk(step, PictureGrid(scene.decode(z)[None], ("",), columns), places, z.numpy())


def along(through: Polygon, steps: int) -> NDArray[np.float32]:
    """Places on the path through corners, the ends included, with equal lengths of path between them, (S, 2).

    Raises:
        ConfigError: if the path has no length.
    """
    corners = np.asarray(through, np.float64)
    reached = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(corners, axis=0), axis=1))])
    if reached[-1] == 0:
        raise ConfigError("through: all places of the path are the same.")
    here = np.linspace(0, reached[-1], steps)
    return np.stack([np.interp(here, reached, corners[:, axis]) for axis in range(2)], 1).astype(np.float32)
