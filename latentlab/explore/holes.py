"""Holes of a latent space in a plane: where the prior has mass and the aggregate posterior has next to none.

Both project to the plane in closed form: the densities are exact.

Shapes: N posteriors, D latent dimensions, H rows and W columns of a grid.
"""

import math

import torch
from torch import Tensor

from latentlab.explore.density import log_aggregate_in_plane
from latentlab.explore.plane import Plane
from latentlab.explore.requests.maps import Holes
from latentlab.models import Prior

_CELLS = 96
_REACH = 3.5
"""Prior standard deviations that the grid spans to either side."""
_LEAST_PRIOR = 0.01
"""Of the prior's largest density: what is rarer is no hole but the end of the space."""
_LEAST_RATIO = 0.1
"""q(z)/p(z) below which a place is a hole."""


def find_holes(plane: Plane, prior: Prior, mean: Tensor, std: Tensor) -> Holes:
    """The holes of the mixture of N(mean_i, diag std_i²), (N, D) each, under the prior.

    The grid spans what the prior's mean and its standard deviation, the largest of all dimensions, reach. A posterior narrower
    than a cell counts as wide as the cell, so that single images leave no speckle.
    """
    middle = plane.project(prior.mean[None])[0]
    reach = _REACH * float(prior.std.max())
    width = 2 * reach / _CELLS
    offsets = (torch.arange(_CELLS) + 0.5) * width - reach
    places = middle + torch.stack(torch.meshgrid(-offsets, offsets, indexing="ij"), -1).flip(-1).reshape(-1, 2)  # (H·W, 2)
    log_prior = prior.log_projected(places + plane.axes @ plane.centre, plane.axes)
    log_q = log_aggregate_in_plane(plane, mean, std, places, width)
    shade = (log_prior > log_prior.max() + math.log(_LEAST_PRIOR)) & (log_q - log_prior < math.log(_LEAST_RATIO))
    mass = log_prior.exp()
    x, y = middle.tolist()
    return Holes(
        shade.reshape(_CELLS, _CELLS).numpy(),
        (x - reach, x + reach, y - reach, y + reach),
        float(mass[shade].sum() / mass.sum()),
    )
