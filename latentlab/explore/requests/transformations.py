"""A transformation t, and what becomes of the posterior under it.

Shapes: D latent dimensions, S strengths.
"""

import math
from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from latentlab.errors import ConfigError
from latentlab.explore.requests.commands import ViewRequest, view
from latentlab.explore.requests.fields import Fields, Format, Limits, argument, declared, group, option
from latentlab.explore.requests.interpolation import NOT_NEGATIVE
from latentlab.explore.requests.texts import number_text
from latentlab.explore.requests.traversal import steps_of
from latentlab.explore.requests.values import ImageRef, RunRef, Vector, View

Flip = Literal["", "h", "v", "hv"]
_FACTOR = Limits(0, 10)


def _parse_shift(text: str) -> tuple[float, float]:
    try:
        across, down = (float(part) for part in text.split(","))
    except ValueError:
        raise ConfigError(f"{text!r}: write two numbers with a comma, for example 2,-1.") from None
    return across, down


def _shift_text(shift: tuple[float, float]) -> str:
    return ",".join(map(number_text, shift))


def _parse_flip(text: str) -> Flip:
    flips: dict[str, Flip] = {"": "", "h": "h", "v": "v", "hv": "hv", "vh": "hv"}
    if text not in flips:
        raise ConfigError(f"{text!r}: choose h, v or hv.")
    return flips[text]


def _part(help: str, limits: Limits, default: float = 0.0) -> Any:
    return option(help, default=default, limits=limits, omit_default=True)


@declared()
class Transformation(Fields):
    """One explicit t; the defaults change nothing."""

    rotate: float = _part("Degrees, counter-clockwise.", Limits())
    translate: tuple[float, float] = option(
        "Pixels to the right and downwards.",
        default=(0.0, 0.0),
        limits=Limits(),
        format=Format(_parse_shift, _shift_text, "DX,DY"),
        omit_default=True,
    )
    scale: float = _part("Above 1 enlarges.", Limits(0.05, 20), default=1.0)
    shear: float = _part("Degrees; positive leans the top to the left.", Limits(-89, 89))
    flip: Flip = option("Exchange left and right, top and bottom.", default="", format=Format(_parse_flip, str, "h|v|hv"))
    brightness: float = _part("Factor.", _FACTOR, default=1.0)
    contrast: float = _part("Factor.", _FACTOR, default=1.0)
    saturation: float = _part("Factor.", _FACTOR, default=1.0)
    hue: float = _part("Turns of the colour circle.", Limits(-0.5, 0.5))
    noise: float = _part("Standard deviation of what is added to pixels in [0, 1].", Limits(0, 1))
    blur: float = _part("σ in pixels.", Limits(0, 16))
    erase: float = _part("Share of the area, about the centre.", Limits(0, 1))

    @property
    def flip_horizontal(self) -> bool:
        """Whether left and right are exchanged."""
        return "h" in self.flip

    @property
    def flip_vertical(self) -> bool:
        """Whether top and bottom are exchanged."""
        return "v" in self.flip


def _policy() -> Any:
    return option(
        "With --draw: a policy's name, or ranges such as degrees=20,shift=0.1; by default the run's own.",
        default="",
        metavar="NAME",
        when=_is_drawn,
    )


def _is_drawn(request: Any) -> bool:
    return request.draw is not None


def _is_explicit(request: Any) -> bool:
    return request.draw is None


def _other_run() -> Any:
    return option("Show what this run's model makes of the same images, too.", flag="--beside", default=None, metavar="RUN")


@view("consistency", "labels", output="Draw x, t(x) and what becomes of them.")
@declared()
class Consistency(ViewRequest):
    """Compare the posteriors of an image x and of its transformation t(x)."""

    source: ImageRef = argument("x: an image file, or a held-out image's number.", metavar="IMAGE")
    transformation: Transformation = group(default=Transformation(), when=_is_explicit)
    draw: int | None = option("Draw t from a policy instead.", default=None, metavar="SEED", limits=NOT_NEGATIVE)
    other: RunRef | None = _other_run()
    policy: str = _policy()


Amount = Literal[
    "rotate", "right", "down", "scale", "shear", "brightness", "contrast", "saturation", "hue", "noise", "blur", "erase"
]
"""A part of a transformation that is a number; right and down are the two of `translate`."""


@view("strength", "labels", output="Draw t(x) and its reconstruction at each value.")
@declared()
class Strength(ViewRequest):
    """Let one part of t grow, and measure how far the posterior follows."""

    source: ImageRef = argument("x: an image file, or a held-out image's number.", metavar="IMAGE")
    amount: Amount = argument("The part of t that grows.")
    low: float = option("Its first value, in the units of `latentlab consistency`.", flag="--from")
    high: float = option("Its last value.", flag="--to")
    transformation: Transformation = group(default=Transformation())
    steps: int = option("Values.", default=13, limits=steps_of("a sweep of strength"))
    images: int = option("Held-out images for the mean and the standard deviation.", default=64, limits=Limits(low=1))
    other: RunRef | None = _other_run()

    def check(self) -> None:
        if not self.low < self.high:
            raise ConfigError(f"from {self.low:g} to {self.high:g}: the first value must be below the last.")
        self.at(self.low)
        self.at(self.high)

    def at(self, value: float) -> Transformation:
        """t with the part at a value.

        Raises:
            ConfigError: if that is out of its range.
        """
        across, down = self.transformation.translate
        if self.amount == "right":
            return replace(self.transformation, translate=(value, down))
        if self.amount == "down":
            return replace(self.transformation, translate=(across, value))
        changes: dict[str, Any] = {self.amount: value}
        return replace(self.transformation, **changes)


@view("rank", "labels", output="Draw the first images and their t(x).")
@declared()
class Rank(ViewRequest):
    """Rank the latent dimensions from those that t leaves alone to those that follow it."""

    transformation: Transformation = group(default=Transformation(), when=_is_explicit)
    draw: int | None = option(
        "Draw a t for each image from a policy instead.", default=None, metavar="SEED", limits=NOT_NEGATIVE
    )
    images: int = option(
        "Held-out images.",
        default=256,
        limits=Limits(low=2, sentence="a ranking needs 2 or more, to compare each with another"),
    )
    policy: str = _policy()


@dataclass(frozen=True, eq=False)
class DrawnConsistency(View):
    """The posteriors of x and of t(x), (D,) each; divergences in nats.

    Attributes:
        mean_x: of q(z|x).
        std_x: of q(z|x).
        mean_t: of q(z|t(x)).
        std_t: of q(z|t(x)).
        kl_per_dim: KL(q(z|t(x)) ‖ q(z|x)) of each dimension.
        kl_forward: KL(q(z|t(x)) ‖ q(z|x)).
        kl_reverse: KL(q(z|x) ‖ q(z|t(x))).
        wasserstein2: 2-Wasserstein distance, in units of z; None for posteriors of two levels, which have no closed form.
        ratio: squared distance of the two means over the mean squared distance between two held-out images' means.
        nearest: whether x's mean is nearer to that of t(x) than every other held-out image's is.
        names: what the current run and the other one are called; empty without one.
        other: what the other run's model makes of the same x and t(x).
        transformation: the t that was drawn; None where it was given, or comes from a policy that is no set of ranges.
    """

    mean_x: Vector
    std_x: Vector
    mean_t: Vector
    std_t: Vector
    kl_per_dim: Vector
    kl_forward: float
    kl_reverse: float
    wasserstein2: float | None
    ratio: float | None
    nearest: bool
    names: tuple[str, ...] = ()
    other: "DrawnConsistency | None" = None
    transformation: Transformation | None = None

    @property
    def knows_sigma(self) -> bool:
        """Whether the posteriors have a spread; without one the KLs and the widths are NaN."""
        return not math.isnan(self.kl_forward)

    @property
    def order(self) -> NDArray[np.int64]:
        """Dimensions by that KL, or by how far the mean moves where it is not known; largest first, (D,)."""
        moved: Vector = self.kl_per_dim if self.knows_sigma else np.abs(self.mean_t - self.mean_x)
        return np.argsort(-moved, kind="stable")

    @property
    def jeffreys(self) -> float:
        """The sum of both KLs."""
        return self.kl_forward + self.kl_reverse


@dataclass(frozen=True, eq=False)
class DrawnStrength(View):
    """What becomes of the posterior as t grows, (S,) each; the grid's first row is t(x), its second the reconstruction.

    Attributes:
        values: of the part of t that changes.
        kl: KL(q(z|t(x)) ‖ q(z|x)) of the one image, nats.
        drift: ‖μ(t(x)) − μ(x)‖ of the one image, in units of z.
        kl_mean: mean over the held-out images, nats.
        kl_std: standard deviation over them.
        drift_mean: mean over the held-out images, in units of z.
        drift_std: standard deviation over them.
        images: how many held-out images there were.
        names: what the current run and the other one are called; empty without one.
        other: the other run's curve.
    """

    values: Vector
    kl: Vector
    drift: Vector
    kl_mean: Vector
    kl_std: Vector
    drift_mean: Vector
    drift_std: Vector
    images: int
    names: tuple[str, ...] = ()
    other: "DrawnStrength | None" = None


@dataclass(frozen=True, eq=False)
class DrawnRanking(View):
    """How far each dimension follows t, (D,) each; the grid's first row is x, its second t(x), of the first images.

    Attributes:
        kl_per_dim: mean KL(q_d(z|t(x)) ‖ q_d(z|x)), nats.
        drift: mean (μ_d(t(x)) − μ_d(x))² over the mean (μ_d(x′) − μ_d(x))², x′ another image: 0 where t changes nothing, 1
            where it moves as far as from image to image; NaN where all images have the same mean.
        active: whether the dimension tells images apart.
        order: the active dimensions, int64, from those that stay to those that follow.
        images: how many there were.
    """

    kl_per_dim: Vector
    drift: Vector
    active: NDArray[np.bool_]
    order: NDArray[np.int64]
    images: int
