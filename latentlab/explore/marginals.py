"""The aggregate posterior of each dimension against the prior.

Shapes: N posteriors, K dimensions shown, P places of an axis.
"""

import math

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont
from torch import Tensor

from latentlab.errors import ConfigError
from latentlab.explore.answers import answers
from latentlab.explore.colours import POSTERIOR, POSTERIOR_LIGHT, PRIOR
from latentlab.explore.requests.maps import DrawnMarginals, Marginals
from latentlab.explore.requests.texts import dim_name
from latentlab.explore.requests.values import Images, PictureGrid, check_dims
from latentlab.explore.scene import Scene
from latentlab.models import unknown_sigma

COLUMNS = 6
_PLACES = 161
_LEAST_REACH = 4.0
_TILE = (168, 120)
_NAME_ROOM, _FOOT = 18, 16
_FONT_SIZE = 12
_INK, _MUTED, _PAPER = (32, 33, 36), (95, 99, 104), (255, 255, 255)


@answers(Marginals)
def draw_marginals(scene: Scene, request: Marginals, step: int) -> DrawnMarginals:
    """The densities of some dimensions, those with the largest KL first.

    Raises:
        ConfigError: if a dimension does not exist, or there are fewer.
        DataError: if σ is not known.
    """
    size = scene.model.latent_dim
    if not scene.posterior.knows_sigma:
        raise unknown_sigma("the density of the aggregate posterior")
    dims = request.dims or tuple(scene.summary.order[request.first : request.first + request.count].tolist())
    if not dims:
        raise ConfigError(f"first = {request.first}: this model has {size} latent dimensions, 0 to {size - 1} by their KL.")
    check_dims(dims, size)
    posterior = scene.posterior
    spread = (posterior.mean.abs() + 3 * posterior.std)[:, dims].quantile(0.99).item()
    reach = max(_LEAST_REACH, float(math.ceil(spread)))
    places = torch.linspace(-reach, reach, _PLACES)
    density = torch.stack([marginal(posterior.mean[:, each], posterior.std[:, each], places) for each in dims])
    log_prior = scene.prior.log_marginals(places[:, None].expand(-1, size))[:, dims].T
    divergence = divergence_from_prior(density, log_prior, places)
    prior = log_prior.exp()
    active = scene.summary.active[list(dims)].numpy()
    tiles = [_tile(*drawn) for drawn in zip(dims, places.expand_as(density), density, prior, divergence.tolist(), strict=True)]
    rows = -(-len(tiles) // COLUMNS)
    columns = min(len(tiles), COLUMNS)
    tiles += [np.full_like(tiles[0], 255)] * (rows * columns - len(tiles))
    images = np.stack(tiles).reshape(rows, columns, *tiles[0].shape)
    return DrawnMarginals(
        step,
        PictureGrid(images, ("",) * rows, ("",) * columns),
        dims,
        places.numpy(),
        density.numpy(),
        prior.numpy(),
        divergence.numpy(),
        active,
        size,
    )


def marginal(mean: Tensor, std: Tensor, places: Tensor) -> Tensor:
    """Density of the mixture of N(mean_i, std_i²), (N,) each, at places (P,), none narrower than the places are apart."""
    width = places[1] - places[0]
    variance = std.square() + width.square()
    squared = (places[:, None] - mean).square() / variance
    return (torch.exp(-0.5 * squared) / (2 * math.pi * variance).sqrt()).mean(1)


def divergence_from_prior(density: Tensor, log_prior: Tensor, places: Tensor) -> Tensor:
    """KL(q(z_d) ‖ p(z_d)) in nats by the trapezoidal rule, (K, P) each → (K,)."""
    integrand = density * (density.clamp_min(1e-30).log() - log_prior)
    return torch.trapezoid(integrand, places)


def _tile(dimension: int, places: Tensor, density: Tensor, prior_density: Tensor, divergence: float) -> Images:
    """One dimension's plot: the aggregate posterior filled, the prior a line, uint8 (H, W, 3)."""
    width, height = _TILE
    x, q, prior = places.numpy(), density.numpy(), prior_density.numpy()
    top = max(float(q.max()), float(prior.max()))

    def corners(values: NDArray[np.float32]) -> list[tuple[float, float]]:
        across = (x - x[0]) / (x[-1] - x[0]) * (width - 9) + 4
        down = height - _FOOT - values / top * (height - _NAME_ROOM - _FOOT - 4)
        return list(zip(across.tolist(), down.tolist(), strict=True))

    picture = Image.new("RGB", _TILE, _PAPER)
    draw = ImageDraw.Draw(picture)
    line = corners(q)
    draw.polygon([(line[0][0], height - _FOOT), *line, (line[-1][0], height - _FOOT)], fill=POSTERIOR_LIGHT)
    draw.line(corners(prior), PRIOR, 1)
    draw.line(line, POSTERIOR, 1)
    draw.text((4, 2), f"{dim_name(dimension)} · {divergence:.2f} nats", _INK, ImageFont.load_default(_FONT_SIZE))
    small, foot = ImageFont.load_default(9), height - _FOOT + 2
    for place, at, anchor in ((x[0], 4, "la"), (0.0, width / 2, "ma"), (x[-1], width - 5, "ra")):
        draw.text((at, foot), f"{place:g}", _MUTED, small, anchor=anchor)
    return np.asarray(picture)
