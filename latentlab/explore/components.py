"""The directions in which the held-out images' posterior means differ most.

Shapes: N images, D latent dimensions, K components.
"""

import torch
from torch import Tensor

from latentlab.errors import DataError
from latentlab.explore.answers import answers
from latentlab.explore.requests.directions import Components, FindComponents
from latentlab.explore.scene import Scene

_LEAST = 1e-6
"""Share of the first component's variance below which a direction is none."""


@answers(FindComponents)
def find_components(scene: Scene, request: FindComponents, step: int) -> Components:
    """The principal components of the means, those with the largest variance first.

    Raises:
        DataError: if all means are the same.
    """
    means = scene.posterior.mean.double()
    centre = means.mean(0)
    moved = means - centre
    variance, rows = _axes(moved)
    kept = variance > variance[0].clamp(min=torch.finfo(torch.float32).tiny) * _LEAST
    if not kept.any():
        raise DataError("All held-out images have the same posterior mean: there is no direction in which they differ.")
    rows, share = rows[kept], variance[kept] / variance[kept].sum()
    like = None if request.like is None else torch.from_numpy(request.like).double()
    return Components(
        step,
        centre.float().numpy(),
        (rows * _signs(rows, like)[:, None]).float().numpy(),
        variance[kept].sqrt().float().numpy(),
        share.float().numpy(),
    )


def _axes(moved: Tensor) -> tuple[Tensor, Tensor]:
    """Variances, largest first, and their directions as rows, of centred means (N, D), by the smaller of D and N."""
    count, dims = moved.shape
    if dims <= count:
        variance, columns = torch.linalg.eigh(moved.T @ moved / count)
        return variance.flip(0), columns.T.flip(0)
    variance, weights = torch.linalg.eigh(moved @ moved.T / count)
    return variance.flip(0), torch.nn.functional.normalize(weights.T.flip(0) @ moved, dim=1)


def _signs(rows: Tensor, like: Tensor | None) -> Tensor:
    """1 or −1 for each row: that of the earlier vector nearest to it, wherever in the order it stood."""
    if like is None:
        agreement = rows.sum(1)
    else:
        products = rows @ like.T
        agreement = products.gather(1, products.abs().argmax(1, keepdim=True))[:, 0]
    return torch.where(agreement < 0, -1.0, 1.0).to(rows)
