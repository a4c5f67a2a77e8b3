"""Latent traversals.

Shapes: D latent dimensions, R rows and S columns of the grid.
"""

from dataclasses import dataclass
from typing import Literal

from latentlab.errors import ConfigError
from latentlab.explore.requests.commands import ViewRequest, view
from latentlab.explore.requests.fields import ZEROS, Fields, Format, Limits, Start, declared, group, option
from latentlab.explore.requests.texts import dims_text, parse_dims, parse_vector, vector_text
from latentlab.explore.requests.values import LARGEST_STEPS, Vector, View

Units = Literal["prior", "posterior", "aggregate", "quantiles"]
DIMS = Format(parse_dims, dims_text, "0,3,5")
TWO_DIMS = Format(parse_dims, dims_text, "0,1")
VECTOR = Format(parse_vector, vector_text, "0.5,-1,…")
MOST_ROWS = 16
"""Of a traversal unless its dimensions are named."""
SPAN = Limits(above=0, sentence="must be a positive number")


def steps_of(what: str, most: int = LARGEST_STEPS) -> Limits:
    """The limits of a number of steps, with what has them."""
    return Limits(2, most, sentence=f"{what} has {{low}} to {{high}} steps")


@declared()
class Traversal(Fields):
    """Which dimensions move, and how far: from −span to +span, or over S quantiles at 1/(S + 1) to S/(S + 1)."""

    dims: tuple[int, ...] = option(
        f"Rows; by default the active dimensions by KL, {MOST_ROWS} at most.", default=(), format=DIMS
    )
    span: float = option(
        "Largest offset to either side, in units.",
        default=3.0,
        limits=SPAN,
        when=lambda traversal: traversal.units != "quantiles",
    )
    steps: int = option("Columns.", default=9, limits=steps_of("a traversal"))
    units: Units = option(
        "What an offset counts: 1, the start image's posterior σ, or the aggregate posterior's; or quantiles of the "
        "aggregate posterior, which have no span.",
        default="prior",
    )
    plane: bool = option("Move two dimensions at once: rows the first, columns the second.", default=False)

    def check(self) -> None:
        if len(set(self.dims)) != len(self.dims):
            raise ConfigError(f"dims = {dims_text(self.dims)}: a dimension is named twice.")
        if self.plane and len(self.dims) not in (0, 2):
            raise ConfigError(f"dims = {dims_text(self.dims)}: a plane has two dimensions.")


@view("traverse", "labels", "scale", "fps")
@declared(eq=False)
class Traverse(ViewRequest):
    """Draw a latent traversal: one row a dimension, the start moved along it."""

    traversal: Traversal = group()
    z: Vector = option(
        "Start from this latent.",
        format=VECTOR,
        start=Start("Start from an image file.", "Start from a held-out image.", "posterior_std", "origin"),
        default_z=ZEROS,
    )
    posterior_std: Vector | None = option(
        "With --z: the posterior's σ, for posterior units.", flag="--std", format=Format(parse_vector, vector_text, "0.1,…")
    )
    origin: str


@dataclass(frozen=True, eq=False)
class DrawnTraversal(View):
    """A traversal with its latents (R, S, D) and its rows' dimensions."""

    z: Vector
    dims: tuple[int, ...]
