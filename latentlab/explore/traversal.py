"""Latent traversals: one dimension at a time moved away from a start, each position decoded.

Shapes: D latent dimensions, R rows (one dimension each), S steps along a row.
"""

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from latentlab.errors import ConfigError
from latentlab.evaluation import PosteriorSummary
from latentlab.explore.images import decode_images
from latentlab.explore.requests import DrawnTraversal, PictureGrid, Traversal, Traverse, Units
from latentlab.explore.scene import Scene
from latentlab.models import VAE

_ROWS_UNLESS_TOLD = 16


@dataclass(frozen=True, eq=False)
class Start:
    """Where a traversal starts.

    Attributes:
        z: float32 (D,).
        posterior_std: (D,) of the image it was encoded from; None where it is no image's.
    """

    z: Tensor
    posterior_std: Tensor | None


def traverse(scene: Scene, request: Traverse, step: int) -> DrawnTraversal:
    """Decode a traversal from its start.

    Raises:
        ConfigError: as `traversal_grid`, or if the start has another number of dimensions.
    """
    for name, vector in (("z", request.z), ("std", request.posterior_std)):
        if vector is not None and vector.shape != (scene.model.latent_dim,):
            raise ConfigError(f"{name} has {vector.size} values; this model has {scene.model.latent_dim} latent dimensions.")
    std = None if request.posterior_std is None else torch.from_numpy(request.posterior_std)
    start = Start(torch.from_numpy(request.z), std)
    grid, z, dims = traversal_grid(scene.model, request.traversal, start, scene.summary)
    return DrawnTraversal(step, grid, z.numpy(), dims)


def traversal_latents(start: Tensor, dims: tuple[int, ...], offsets: Tensor, scale: Tensor) -> Tensor:
    """z with dimension d moved by δ·s_d.

    Args:
        start: (D,).
        dims: R dimensions.
        offsets: (S,), δ.
        scale: (D,), s.

    Returns:
        (R, S, D).
    """
    z = start.expand(len(dims), len(offsets), -1).clone()
    for row, dimension in enumerate(dims):
        z[row, :, dimension] += offsets * scale[dimension]
    return z


def plane_latents(start: Tensor, dims: tuple[int, int], offsets: Tensor, scale: Tensor) -> Tensor:
    """z with the first dimension moved by δ·s from row to row and the second from column to column, (S, S, D)."""
    z = start.expand(len(offsets), len(offsets), -1).clone()
    z[..., dims[0]] += (offsets * scale[dims[0]])[:, None]
    z[..., dims[1]] += offsets * scale[dims[1]]
    return z


def traversal_grid(
    model: VAE, traversal: Traversal, start: Start, summary: PosteriorSummary
) -> tuple[PictureGrid, Tensor, tuple[int, ...]]:
    """Decode a traversal.

    Returns:
        The labelled grid, its latents (R, S, D), and the dimensions that are its rows.

    Raises:
        ConfigError: if a dimension does not exist, or posterior units are asked for without an image.
    """
    for dimension in traversal.dims:
        if not 0 <= dimension < model.latent_dim:
            raise ConfigError(f"dims: {dimension} is no latent dimension of this model; it has 0 to {model.latent_dim - 1}.")
    dims = traversal.dims or _telling_dims(summary)[: 2 if traversal.plane else None]
    if traversal.plane and len(dims) < 2:
        raise ConfigError("plane: this model has one latent dimension, and a plane needs two.")
    # From whole numbers, so that the middle column is the start exactly.
    places = np.arange(1 - traversal.steps, traversal.steps, 2)
    offsets = torch.from_numpy((traversal.span * places / (traversal.steps - 1)).astype(np.float32))
    scale = _scale(traversal.units, start, summary)
    columns = tuple(_signed(offset) for offset in offsets.tolist())
    if traversal.plane:
        z = plane_latents(start.z, (dims[0], dims[1]), offsets, scale)
        rows = tuple(f"z{dims[0]:02d} {column}" for column in columns)
        columns = tuple(f"z{dims[1]:02d} {column}" for column in columns)
    else:
        z = traversal_latents(start.z, dims, offsets, scale)
        rows = tuple(f"z{d:02d}  {summary.kl_per_dim[d]:.2f} nats" for d in dims)
    return PictureGrid(decode_images(model, z), rows, columns), z, dims


def _telling_dims(summary: PosteriorSummary) -> tuple[int, ...]:
    order = summary.order.tolist()
    active = [dimension for dimension in order if summary.active[dimension]]
    return tuple((active or order)[:_ROWS_UNLESS_TOLD])


def _scale(units: Units, start: Start, summary: PosteriorSummary) -> Tensor:
    if units == "aggregate":
        return summary.std
    if units == "prior":
        return torch.ones_like(start.z)
    if start.posterior_std is None:
        raise ConfigError("units = posterior: needs a start image, whose σ it counts in; choose an image or other units.")
    return start.posterior_std


def _signed(offset: float) -> str:
    return f"{offset:+.2f}".replace("-", "−") if offset else "0"
