"""The density of the aggregate posterior in a plane of the latent space, in closed form.

Shapes: N posteriors, P places, D latent dimensions.
"""

import math

import torch
from torch import Tensor
from torch.nn import functional

from latentlab.explore.plane import Plane
from latentlab.models.mixtures import log_prob_in_plane

_CELLS = 96


def log_aggregate_in_plane(plane: Plane, mean: Tensor, std: Tensor, places: Tensor, width: float) -> Tensor:
    """log density in nats at places (P, 2) of the mixture of N(mean_i, diag std_i²), (N, D) each, projected to the plane; (P,).

    A posterior narrower than `width` counts as that wide.
    """
    variances = std.square()
    across, both, up = ((variances * plane.axes[row] * plane.axes[column]).sum(1) for row, column in ((0, 0), (0, 1), (1, 1)))
    equal = torch.full((len(mean),), -math.log(len(mean)))
    return log_prob_in_plane(places, plane.project(mean), (across + width**2, both, up + width**2), equal)


def log_density_at(plane: Plane, mean: Tensor, std: Tensor, places: Tensor) -> Tensor:
    """The same at any number of places, interpolated between those of a grid around them; (P,)."""
    low, high = places.min(0).values, places.max(0).values
    cell = ((high - low) / (_CELLS - 1)).clamp(min=1e-6)
    steps = torch.arange(_CELLS)
    grid = torch.stack(torch.meshgrid(low[1] + steps * cell[1], low[0] + steps * cell[0], indexing="ij"), -1).flip(-1)
    log_q = log_aggregate_in_plane(plane, mean, std, grid.reshape(-1, 2), float(cell.max())).reshape(1, 1, _CELLS, _CELLS)
    at = 2 * (places - low) / (cell * (_CELLS - 1)) - 1
    return functional.grid_sample(log_q, at[None, None], align_corners=True, padding_mode="border")[0, 0, 0]
