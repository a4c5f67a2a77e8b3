"""Paths between two images, and the plane between four.

Shapes: D latent dimensions, R paths, S steps.
"""

from dataclasses import dataclass
from typing import Literal

from latentlab.errors import ConfigError
from latentlab.explore.requests.commands import ViewRequest, view
from latentlab.explore.requests.fields import Format, Limits, argument, declared, option
from latentlab.explore.requests.traversal import steps_of
from latentlab.explore.requests.values import ImageRef, Images, Vector, View

LARGEST_CORNERS = 25
"""Pictures on a side of the plane between four images."""
PathKind = Literal["lerp", "slerp"]
_PATHS: dict[str, tuple[PathKind, ...]] = {"lerp": ("lerp",), "slerp": ("slerp",), "lerp+slerp": ("lerp", "slerp")}
NOT_NEGATIVE = Limits(low=0)


def _parse_paths(text: str) -> tuple[PathKind, ...]:
    if text not in _PATHS:
        raise ConfigError(f"{text!r}: choose one of {', '.join(_PATHS)}.")
    return _PATHS[text]


@view("interpolate", "labels", "scale", "fps")
@declared()
class Interpolate(ViewRequest):
    """Draw the path from one image to another through the latent space."""

    a: ImageRef = argument("Where to begin: an image file, or a held-out image's number.", metavar="A")
    b: ImageRef = argument("Where to end, likewise.", metavar="B")
    steps: int = option("Pictures, both ends included.", default=8, limits=steps_of("an interpolation"))
    paths: tuple[PathKind, ...] = option(
        "Straight, along the great circle, or a row each.",
        flag="--path",
        default=("lerp",),
        format=Format(_parse_paths, "+".join, "lerp|slerp|lerp+slerp"),
    )
    seed: int | None = option("Draw the ends from the posteriors; their means unless given.", default=None, limits=NOT_NEGATIVE)


@view("corners", "labels", "scale", "fps")
@declared()
class Corners(ViewRequest):
    """Draw the plane between four images in the latent space."""

    a: ImageRef = argument("Top left: an image file, or a held-out image's number.", metavar="A")
    b: ImageRef = argument("Top right, likewise.", metavar="B")
    c: ImageRef = argument("Bottom left, likewise.", metavar="C")
    d: ImageRef = argument("Bottom right, likewise.", metavar="D")
    steps: int = option(
        "Pictures on a side, corners included.",
        default=5,
        limits=Limits(2, LARGEST_CORNERS, sentence="the plane between four images has {low} to {high} steps a side"),
    )
    seed: int | None = option(
        "Draw the corners from the posteriors; their means unless given.", default=None, limits=NOT_NEGATIVE
    )

    @property
    def images(self) -> tuple[ImageRef, ImageRef, ImageRef, ImageRef]:
        """The four."""
        return self.a, self.b, self.c, self.d


@dataclass(frozen=True, eq=False)
class DrawnInterpolation(View):
    """Paths between two images, R of them in S steps.

    Attributes:
        ends: the two images, uint8 (2, H, W, C).
        labels: the name of each one's label; empty where it has none.
        z: (R, S, D).
        latent_length: (R,), Euclidean length in units of z.
        image_length: (R,), sum of the Euclidean distances between neighbouring images, pixels in [0, 1].
        log_aggregate: (R, S), log density of the aggregate posterior of the held-out images, nats.
        log_prior: (R, S), log density of the prior, nats.
    """

    ends: Images
    labels: tuple[str, ...]
    z: Vector
    latent_length: Vector
    image_length: Vector
    log_aggregate: Vector
    log_prior: Vector


@dataclass(frozen=True, eq=False)
class DrawnCorners(View):
    """The plane between four images.

    Attributes:
        ends: the four images, uint8 (4, H, W, C).
        labels: the name of each one's label; empty where it has none.
        z: (S, S, D).
    """

    ends: Images
    labels: tuple[str, ...]
    z: Vector
