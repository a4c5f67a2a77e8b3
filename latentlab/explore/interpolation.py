"""From one image to another through the latent space ("How to train your VAE", figure 5), and the plane between four.

Shapes: D latent dimensions, R paths, S steps along each.
"""

import math
from collections.abc import Sequence

import torch
from torch import Tensor

from latentlab.errors import ConfigError
from latentlab.explore.answers import answers
from latentlab.explore.requests.interpolation import Corners, DrawnCorners, DrawnInterpolation, Interpolate, PathKind
from latentlab.explore.requests.values import ImageRef, PictureGrid
from latentlab.explore.scene import Scene
from latentlab.seeding import generator_for

_PARALLEL = 1e-3
"""Sine of an angle below which two directions leave no great circle to go along."""


@answers(Interpolate)
def draw_interpolation(scene: Scene, request: Interpolate, step: int) -> DrawnInterpolation:
    """Decode the paths between two images.

    Raises:
        ConfigError: if a path is of no known kind.
        DataError: if an image cannot be read.
    """
    ends, (start, end) = _ends(scene, (request.a, request.b), request.seed)
    share = torch.linspace(0, 1, request.steps)
    z = torch.stack([path(start, end, share, kind) for kind in request.paths])
    images = scene.model.decode(z).mean
    return DrawnInterpolation(
        step,
        PictureGrid(scene.decode(z), request.paths, _texts(share)),
        scene.to_bytes(ends),
        _labels(scene, (request.a, request.b)),
        z.numpy(),
        (z[:, 1:] - z[:, :-1]).norm(dim=-1).sum(1).numpy(),
        (images[:, 1:] - images[:, :-1]).flatten(2).norm(dim=-1).sum(1).numpy(),
        log_aggregate(scene, z).numpy(),
        scene.prior.log_prob(z).numpy(),
    )


@answers(Corners)
def draw_corners(scene: Scene, request: Corners, step: int) -> DrawnCorners:
    """Decode the plane between four images.

    Raises:
        DataError: if an image cannot be read.
    """
    ends, (a, b, c, d) = _ends(scene, request.images, request.seed)
    share = torch.linspace(0, 1, request.steps)
    z = bilinear(a, b, c, d, share)
    labels = _texts(share)
    return DrawnCorners(
        step, PictureGrid(scene.decode(z), labels, labels), scene.to_bytes(ends), _labels(scene, request.images), z.numpy()
    )


def bilinear(a: Tensor, b: Tensor, c: Tensor, d: Tensor, share: Tensor) -> Tensor:
    """(1 − β)·((1 − α)·a + α·b) + β·((1 − α)·c + α·d) for rows β and columns α, (S, S, D), the corners exactly."""
    left, right = path(a, c, share, "lerp"), path(b, d, share, "lerp")
    return torch.stack([path(start, end, share, "lerp") for start, end in zip(left, right, strict=True)])


def _ends(scene: Scene, sources: Sequence[ImageRef], seed: int | None) -> tuple[Tensor, Tensor]:
    """Images (N, C, H, W) and their posterior means, or draws by a seed, (N, D)."""
    ends = torch.cat([scene.image(source)[0] for source in sources])
    posterior = scene.model.encode(ends)
    return ends, posterior.mean if seed is None else posterior.sample(generator_for(seed, "ends of an interpolation"))


def _texts(share: Tensor) -> tuple[str, ...]:
    """Shares of the way with two decimals, or three where those would make equal steps look uneven."""
    decimals = 2 if torch.allclose(share, share.round(decimals=2), atol=1e-4) else 3
    return tuple(f"{value:.{decimals}f}" for value in share.tolist())


def _labels(scene: Scene, sources: Sequence[ImageRef]) -> tuple[str, ...]:
    """The names of the images' labels, empty for files, for images without one, and where all have the same."""
    known, names = scene.held_out.labels, scene.held_out.label_names
    if len(known.unique()) < 2:
        return ("",) * len(sources)
    labels = [-1 if source.index is None else int(known[source.index]) for source in sources]
    return tuple("" if label < 0 else names[label] if label < len(names) else str(label) for label in labels)


def path(start: Tensor, end: Tensor, share: Tensor, kind: PathKind) -> Tensor:
    """Points between two latents, (S, D), the ends exactly.

    `lerp` is (1 − α)·a + α·b. `slerp` (White 2016, Sampling generative networks) turns from a's direction to b's along the
    great circle, while the length goes in a line from a's to b's; where the directions are equal or opposite there is no such
    circle, and it is lerp.

    Raises:
        ConfigError: if the path is of no known kind.
    """
    alpha = share[:, None]
    straight = torch.where(alpha < 0.5, start + alpha * (end - start), end - (1 - alpha) * (end - start))
    if kind == "lerp":
        return straight
    if kind != "slerp":
        raise ConfigError(f"path = {kind!r}: there are lerp and slerp.")
    lengths = start.norm(), end.norm()
    if min(lengths) == 0:
        return straight
    a, b = start / lengths[0], end / lengths[1]
    angle = torch.arccos((a @ b).clamp(-1, 1))
    if angle.sin() < _PARALLEL:
        return straight
    turned = (torch.sin((1 - alpha) * angle) * a + torch.sin(alpha * angle) * b) / angle.sin()
    points: Tensor = turned * torch.lerp(lengths[0], lengths[1], alpha)
    points[0], points[-1] = start, end
    return points


def log_aggregate(scene: Scene, z: Tensor) -> Tensor:
    """log of (1/N) Σ_i q(z|x_i) over held-out images, nats, (…, D) → (…)."""
    log_q = scene.posterior.log_prob(z[..., None, :]).sum(-1)
    return torch.logsumexp(log_q, -1) - math.log(log_q.shape[-1])
