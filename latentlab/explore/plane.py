"""Planes through the latent space on which maps are drawn.

Shapes: N latents, D latent dimensions. A place p of a plane stands for z = centre + p·axes, and the axes are orthonormal.
"""

from dataclasses import dataclass

import torch
from torch import Tensor

from latentlab.errors import ConfigError, DataError
from latentlab.explore.requests.texts import dim_name
from latentlab.explore.requests.values import Projection, check_dims
from latentlab.explore.scene import Scene


@dataclass(frozen=True, eq=False)
class Plane:
    """A plane.

    Attributes:
        centre: (D,), where both coordinates are zero.
        axes: (2, D).
        names: of the two axes.
        of_dims: whether it is a plane of two latent dimensions, in which the others are free.
    """

    centre: Tensor
    axes: Tensor
    names: tuple[str, str]
    of_dims: bool = False

    def project(self, z: Tensor) -> Tensor:
        """The places nearest to latents, (N, D) → (N, 2)."""
        return z @ self.axes.T - self.centre @ self.axes.T  # no copy of all latents

    def lift(self, places: Tensor, z: Tensor) -> Tensor:
        """The latents of places, (N, 2) → (N, D); where the plane is one of two dimensions, the others are those of z (D,)."""
        along = self.centre + places @ self.axes
        return torch.where(self.axes.any(0), along, z) if self.of_dims else along


def find_plane(scene: Scene, projection: Projection, dims: tuple[int, ...]) -> Plane:
    """The plane of the two principal components of the first held-out means, or of two latent dimensions.

    Raises:
        ConfigError: if a dimension does not exist, or the model has but one.
        DataError: if the means span no plane, being all the same.
    """
    means = scene.posterior.mean
    size = means.shape[1]
    if size < 2:
        raise ConfigError("a map needs two latent dimensions, and this model has one.")
    if projection == "pca":
        centre = means.mean(0)
        _, singular, rows = torch.linalg.svd(means - centre, full_matrices=False)
        if not singular.sum() > 0:
            raise DataError("All held-out images have the same posterior mean: there is no direction in which they differ.")
        shares = singular.square() / singular.square().sum()
        rows = rows[:2] * torch.sign(rows[:2].sum(1, keepdim=True))  # of the two signs, the same one every time
        return Plane(centre, rows, (f"component 1 ({shares[0]:.0%})", f"component 2 ({shares[1]:.0%})"))
    dims = dims or tuple(scene.summary.order[:2].tolist())
    check_dims(dims, size)
    axes = torch.zeros(2, size)
    axes[0, dims[0]] = axes[1, dims[1]] = 1
    return Plane(torch.zeros(size), axes, (dim_name(dims[0]), dim_name(dims[1])), of_dims=True)
