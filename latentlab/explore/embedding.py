"""The held-out images' posterior means as UMAP lays them out, and the choice between that and a plane.

Shapes: N images, D latent dimensions, S places.
"""

from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from latentlab.errors import DataError
from latentlab.explore import umap_layout
from latentlab.explore.held_out_means import held_out_means
from latentlab.explore.plane import Plane, find_plane
from latentlab.explore.requests.values import Projection
from latentlab.explore.scene import Scene

_BREATH = 0.01
"""Seconds between two calls of `Scene.yield_to_urgent` during a fit."""


@dataclass(frozen=True, eq=False)
class Embedding:
    """Means (N, D) and their places (N, 2)."""

    means: Tensor
    points: NDArray[np.float32]

    def lift(self, places: Tensor, z: Tensor) -> Tensor:
        """The latents that stand for places, (S, 2) → (S, D): the nearest points' means, weighted by inverse distance."""
        del z
        return torch.from_numpy(umap_layout.weighted_mean(places.numpy(), self.points, self.means.numpy()))


def find_embedding(scene: Scene, images: int | None) -> Embedding:
    """UMAP of the first N held-out images' means, 1,024 at most; the scene yields to what is urgent while it is fitted.

    Raises:
        ConfigError: if umap-learn is not installed, or there are too few images.
        DataError: if all means are the same.
    """
    means = scene.posterior.mean[: umap_layout.MOST_EMBEDDED][:images].contiguous()
    key = ("umap", len(means))
    if key not in scene.derived:
        umap_layout.check_umap(len(means))
        if bool((means == means[0]).all()):
            raise DataError("All held-out images have the same posterior mean: there is nothing for UMAP to lay out.")
        with ThreadPoolExecutor(1, "umap") as worker:
            fit = worker.submit(umap_layout.fit_umap, means.numpy())
            while not wait([fit], _BREATH).done:
                scene.yield_to_urgent()
        scene.derived[key] = Embedding(means, fit.result())
    found: Embedding = scene.derived[key]
    return found


def find_chart(scene: Scene, projection: Projection, dims: tuple[int, ...]) -> Plane | Embedding:
    """What a map of as many images as it can hold is drawn on; both lift places to latents.

    Raises:
        ConfigError, DataError: as `find_plane` and `find_embedding`.
    """
    return find_embedding(scene, None) if projection == "umap" else find_plane(scene, projection, dims)


def means_on_map(
    scene: Scene, projection: Projection, dims: tuple[int, ...], images: int | None
) -> tuple[Plane | Embedding, Tensor, NDArray[np.float32]]:
    """What a map is drawn on, the means (N, D) of the first images, as many as it can hold, and their places (N, 2).

    Raises:
        ConfigError, DataError: as `find_plane` and `find_embedding`.
    """
    if projection == "umap":
        embedding = find_embedding(scene, images)
        return embedding, embedding.means, embedding.points
    plane = find_plane(scene, projection, dims)
    means = held_out_means(scene).means(images)
    return plane, means, plane.project(means).numpy()
