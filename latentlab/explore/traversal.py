"""Latent traversals: one dimension at a time moved away from a start, each position decoded.

Shapes: D latent dimensions, R rows (one dimension each), S steps along a row.
"""

import numpy as np
import torch
from torch import Tensor

from latentlab.errors import ConfigError
from latentlab.evaluation import PosteriorSummary
from latentlab.evaluation.posterior import aggregate_quantiles
from latentlab.explore.answers import answers
from latentlab.explore.requests.texts import dim_name, offset_text
from latentlab.explore.requests.traversal import MOST_ROWS, DrawnTraversal, Traversal, Traverse
from latentlab.explore.requests.values import PictureGrid, check_dims, check_vector
from latentlab.explore.scene import Scene
from latentlab.models import unknown_sigma


@answers(Traverse)
def draw_traversal(scene: Scene, request: Traverse, step: int) -> DrawnTraversal:
    """Decode a traversal from its start.

    Raises:
        ConfigError: if a dimension does not exist, the start has another number of dimensions, or posterior units are asked
            for without an image.
        DataError: if units need σ, which is not known.
    """
    model, traversal = scene.model, request.traversal
    summary = scene.summary if scene.held_out_count else None
    check_vector("z", request.z, model.latent_dim)
    check_vector("std", request.posterior_std, model.latent_dim)
    dims = _dims(traversal, model.latent_dim, summary)
    start = torch.from_numpy(request.z)
    places, columns = _places(scene, request, dims)
    if traversal.plane:
        z = plane_latents(start, (dims[0], dims[1]), places)
        rows, columns = (tuple(_in_plane(dim, column) for column in columns) for dim in dims[:2])
    else:
        z = traversal_latents(start, dims, places)
        known = summary is not None and bool(summary.kl_per_dim.isfinite().all())
        rows = tuple(dim_name(d) + (f"  {summary.kl_per_dim[d]:.2f} nats" if summary and known else "") for d in dims)
    return DrawnTraversal(step, PictureGrid(scene.decode(z), rows, columns), z.numpy(), dims)


def _in_plane(dim: int, column: str) -> str:
    return dim_name(dim) if column == offset_text(0.0) else f"{dim_name(dim)} {column}"


def traversal_latents(start: Tensor, dims: tuple[int, ...], places: Tensor) -> Tensor:
    """z with one dimension set to each of its places in turn.

    Args:
        start: (D,).
        dims: R dimensions.
        places: (S, R), what they are set to.

    Returns:
        (R, S, D).
    """
    z = start.expand(len(dims), len(places), -1).clone()
    for row, dimension in enumerate(dims):
        z[row, :, dimension] = places[:, row]
    return z


def plane_latents(start: Tensor, dims: tuple[int, int], places: Tensor) -> Tensor:
    """z with the first dimension set to its places (S, 2) from row to row and the second from column to column, (S, S, D)."""
    z = start.expand(len(places), len(places), -1).clone()
    z[..., dims[0]] = places[:, 0, None]
    z[..., dims[1]] = places[:, 1]
    return z


def _places(scene: Scene, request: Traverse, dims: tuple[int, ...]) -> tuple[Tensor, tuple[str, ...]]:
    """What each dimension is set to in each column, (S, R), and what the columns are called."""
    traversal, picked = request.traversal, list(dims)
    if traversal.units == "quantiles":
        quantiles = torch.arange(1, traversal.steps + 1, dtype=torch.float64) / (traversal.steps + 1)
        posterior = scene.posterior
        if not posterior.knows_sigma:
            raise unknown_sigma("a quantile of the aggregate posterior")
        places = aggregate_quantiles(posterior.mean[:, picked].double(), posterior.std[:, picked].double(), quantiles)
        return places.float(), tuple(f"{100 * quantile:.3g} %" for quantile in quantiles.tolist())
    # From whole numbers, so that the middle column is the start exactly.
    whole = np.arange(1 - traversal.steps, traversal.steps, 2)
    offsets = torch.from_numpy((traversal.span * whole / (traversal.steps - 1)).astype(np.float32))
    scale = _scale(request, scene)
    places = torch.from_numpy(request.z)[picked] + offsets[:, None] * scale[picked]
    return places, tuple(map(offset_text, offsets.tolist()))


def _dims(traversal: Traversal, size: int, summary: PosteriorSummary | None) -> tuple[int, ...]:
    """Those asked for, else those that tell most; without images to tell that by, the first."""
    check_dims(traversal.dims, size)
    telling = _telling_dims(summary) if summary else tuple(range(min(size, MOST_ROWS)))
    dims = traversal.dims or telling[: 2 if traversal.plane else None]
    if traversal.plane and len(dims) < 2:
        raise ConfigError("plane: this model has one latent dimension, and a plane needs two.")
    return dims


def _telling_dims(summary: PosteriorSummary) -> tuple[int, ...]:
    order = summary.order.tolist()
    active = [dimension for dimension in order if summary.active[dimension]]
    return tuple((active or order)[:MOST_ROWS])


def _scale(request: Traverse, scene: Scene) -> Tensor:
    """s of each dimension, (D,)."""
    units = request.traversal.units
    if units == "aggregate":
        return scene.summary.std
    if units == "prior":
        return scene.prior.std
    if request.posterior_std is None:
        if scene.held_out_count and not scene.posterior.knows_sigma:
            raise unknown_sigma("units = posterior")
        raise ConfigError("units = posterior: needs a start image, whose σ it counts in; choose an image or other units.")
    return torch.from_numpy(request.posterior_std)
