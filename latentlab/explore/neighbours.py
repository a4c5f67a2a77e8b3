"""Held-out images near a place of the latent space, and analogies between images.

Shapes: D latent dimensions, K neighbours.
"""

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from latentlab.explore.answers import answers
from latentlab.explore.held_out_means import held_out_means
from latentlab.explore.requests.directions import Analogy, DrawnAnalogy, DrawnNeighbours, Neighbours
from latentlab.explore.requests.values import Images, PictureGrid, Vector, check_vector
from latentlab.explore.scene import Scene


@answers(Neighbours)
def draw_neighbours(scene: Scene, request: Neighbours, step: int) -> DrawnNeighbours:
    """The held-out images whose posterior means are nearest to z.

    Raises:
        ConfigError: if z has another number of dimensions.
    """
    check_vector("z", request.z, scene.model.latent_dim)
    images, names, indices, distances = _nearest(scene, torch.from_numpy(request.z), request.count, request.images)
    return DrawnNeighbours(step, PictureGrid(images[None], ("",), names), indices, distances, request.z)


@answers(Analogy)
def draw_analogy(scene: Scene, request: Analogy, step: int) -> DrawnAnalogy:
    """Decode z = a − b + c of three images' posterior means, and find its neighbours (Mikolov et al. 2013).

    Raises:
        DataError: if an image cannot be read.
    """
    three = torch.cat([scene.image(source)[0] for source in (request.a, request.b, request.c)])
    a, b, c = scene.model.encode(three).mean
    z = a - b + c
    near, names, indices, distances = _nearest(scene, z, request.count, request.images)
    images = np.concatenate([scene.to_bytes(three), scene.decode(z)[None], near])
    columns = ("a", "b", "c", "a − b + c", *names)
    return DrawnAnalogy(step, PictureGrid(images[None], ("",), columns), z.numpy(), indices, distances)


def _nearest(
    scene: Scene, z: Tensor, count: int, images: int | None
) -> tuple[Images, tuple[str, ...], NDArray[np.int64], Vector]:
    """The images (K, H, W, C), what to call them, their numbers and their distances."""
    means = held_out_means(scene).means(images)
    # ‖m‖² − 2 m·z sorts as the distance does and needs no copy of all means; what it rounds is put right among a few more.
    order = torch.linalg.vector_norm(means, dim=1).square() - 2 * (means @ z)
    few = torch.topk(order, min(4 * count + 16, len(order)), largest=False).indices
    nearest, places = torch.topk((means[few] - z).norm(dim=1), min(count, len(few)), largest=False)
    indices = few[places]
    names = tuple(f"{index} · {distance:.2f}" for index, distance in zip(indices.tolist(), nearest.tolist(), strict=True))
    return scene.to_bytes(scene.held_out.batch(indices)), names, indices.numpy(), nearest.numpy()
