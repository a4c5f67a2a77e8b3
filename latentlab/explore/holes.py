"""Holes of a latent space in a plane: where the prior has mass and the aggregate posterior has next to none.

Both are Gaussian, or a mixture of Gaussians, and so are their projections: the densities are exact.

Shapes: N posteriors, D latent dimensions, H rows and W columns of a grid.
"""

import math

import torch
from torch import Tensor

from latentlab.explore.plane import Plane
from latentlab.explore.requests.maps import Holes

_CELLS = 96
_REACH = 3.5
"""Prior standard deviations that the grid spans to either side."""
_LEAST_PRIOR = 0.01
"""Of the prior's largest density: what is rarer is no hole but the end of the space."""
_LEAST_RATIO = 0.1
"""q(z)/p(z) below which a place is a hole."""
_AT_ONCE = 64


def find_holes(plane: Plane, mean: Tensor, std: Tensor) -> Holes:
    """The holes of the mixture of N(mean_i, diag std_i²), (N, D) each, under the prior N(0, I).

    A posterior narrower than a cell counts as wide as the cell, so that single images leave no speckle.
    """
    middle = plane.project(torch.zeros(1, len(plane.centre)))[0]
    width = 2 * _REACH / _CELLS
    offsets = (torch.arange(_CELLS) + 0.5) * width - _REACH
    places = torch.stack(torch.meshgrid(-offsets, offsets, indexing="ij"), -1).flip(-1).reshape(-1, 2)  # (H·W, 2), x and y
    log_prior = -0.5 * places.square().sum(1) - math.log(2 * math.pi)
    variances = std.square()
    across, both, up = ((variances * plane.axes[row] * plane.axes[column]).sum(1) for row, column in ((0, 0), (0, 1), (1, 1)))
    cell = width**2
    log_q = _log_mixture(places + middle, plane.project(mean), across + cell, both, up + cell)
    shade = (log_prior > log_prior.max() + math.log(_LEAST_PRIOR)) & (log_q - log_prior < math.log(_LEAST_RATIO))
    mass = log_prior.exp()
    x, y = middle.tolist()
    return Holes(
        shade.reshape(_CELLS, _CELLS).numpy(),
        (x - _REACH, x + _REACH, y - _REACH, y + _REACH),
        float(mass[shade].sum() / mass.sum()),
    )


def _log_mixture(places: Tensor, means: Tensor, across: Tensor, both: Tensor, up: Tensor) -> Tensor:
    """log density of the mixture with covariances ((across, both), (both, up)), (N,) each, at places (P, 2) → (P,)."""
    determinant = across * up - both.square()
    total = torch.full((len(places),), -math.inf)
    for some in torch.arange(len(means)).split(_AT_ONCE):
        dx, dy = (places[:, None] - means[some]).unbind(-1)
        squared = (up[some] * dx.square() - 2 * both[some] * dx * dy + across[some] * dy.square()) / determinant[some]
        log_each = -0.5 * (squared + determinant[some].log()) - math.log(2 * math.pi)
        total = torch.logaddexp(total, torch.logsumexp(log_each, 1))
    return total - math.log(len(means))
