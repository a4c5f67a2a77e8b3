"""Directions of the latent space, what lies near a z, and analogies between images.

Shapes: D latent dimensions, K components or neighbours, S steps.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from latentlab.errors import ConfigError
from latentlab.explore.requests.commands import Request, ViewRequest, view
from latentlab.explore.requests.fields import ZEROS, Fields, Limits, Start, argument, declared, group, option
from latentlab.explore.requests.maps import PLACES, check_map_dims, dims_option, images_option, projection_option
from latentlab.explore.requests.traversal import SPAN, VECTOR, steps_of
from latentlab.explore.requests.values import LARGEST_STEPS, ImageRef, Polygon, Projection, Result, Vector, View, check_polygon


@declared()
class Lasso(Fields):
    """Two groups of held-out images: those that lie inside two polygons drawn on a map of the same settings."""

    away: Polygon = option("Instead of a label, with --toward: a polygon on the map.", format=PLACES)
    toward: Polygon = option("The polygon that it leads to.", format=PLACES)
    projection: Projection = projection_option()
    dims: tuple[int, ...] = dims_option()
    images: int | None = images_option()

    def check(self) -> None:
        check_map_dims(self.dims)
        check_polygon("away", self.away)
        check_polygon("toward", self.toward)


@view("direction", "labels", "scale", "fps", output="Draw a walk along it.")
@declared(eq=False)
class Direction(ViewRequest):
    """Find the direction of the latent space in which images of one kind differ from others.

    The groups are made by a label, by an attribute or by two lassos on a map; exactly one of the three is given.
    """

    label: int | None = argument("The label that it leads to.", metavar="LABEL")
    against: int | None = option("The label it leads away from; by default all others.")
    z: Vector = option("Where the walk passes; by default 0.", format=VECTOR, default_z=ZEROS)
    span: float = option("How far to either side, in standard deviations along it.", default=3.0, limits=SPAN)
    steps: int = option("Pictures.", default=9, limits=steps_of("a walk along a direction"))
    attribute: str | None = option(
        "Instead of a label: to where it is present, or above its median where it is a number.", default=None
    )
    lasso: Lasso | None = group(default=None)

    def check(self) -> None:
        if sum(given is not None for given in (self.label, self.attribute, self.lasso)) != 1:
            raise ConfigError("a direction is made from one of: a label, an attribute, two lassos.")
        if self.label is None and self.against is not None:
            raise ConfigError(f"against = {self.against}: only a direction to a label leads away from a label.")
        if self.label is not None and self.label == self.against:
            raise ConfigError(f"label {self.label} against {self.against}: a direction needs two different labels.")

    @property
    def groups(self) -> tuple[int | None, int | None, str | None, Lasso | None]:
        """What the direction is made from, whatever is done with it."""
        return self.label, self.against, self.attribute, self.lasso


@view("neighbours", "labels", "scale", output="Draw them, nearest first.")
@declared(eq=False)
class Neighbours(ViewRequest):
    """Find the held-out images whose posterior means are nearest to a latent."""

    z: Vector = option(
        "Of this latent; by default of 0.",
        format=VECTOR,
        start=Start("Of an image file's posterior mean.", "Of a held-out image's posterior mean."),
        default_z=ZEROS,
    )
    count: int = option("How many.", default=8, limits=Limits(1, LARGEST_STEPS))
    images: int | None = images_option()


@view("analogy", "labels", "scale", output="Draw all of them.")
@declared()
class Analogy(ViewRequest):
    """Decode z = a − b + c of three images, and find the held-out images nearest to it."""

    a: ImageRef = argument("An image file, or a held-out image's number.", metavar="A")
    b: ImageRef = argument("Likewise.", metavar="B")
    c: ImageRef = argument("Likewise.", metavar="C")
    count: int = option("Neighbours of the answer.", default=4, limits=Limits(1, LARGEST_STEPS))
    images: int | None = images_option()


@declared(eq=False)
class FindComponents(Request):
    """The principal components of the held-out images' posterior means.

    Attributes:
        like: unit vectors (K, D) found earlier, whose signs the new ones take, so that a direction does not flip as a
            model learns.
    """

    like: Vector | None = None


@declared()
class ReadDirections(Request):
    """Read directions that were saved in a file."""

    path: Path


@dataclass(frozen=True, eq=False)
class KeptDirection:
    """A direction that the user keeps.

    Attributes:
        name: what it is called.
        vector: (D,), of unit length.
        spread: standard deviation of the held-out posterior means along it, in units of z.
        step: of the model that it was found in.
    """

    name: str
    vector: Vector
    spread: float
    step: int


@dataclass(frozen=True, eq=False)
class DirectionsRead(Result):
    """The directions of a file."""

    directions: tuple[KeptDirection, ...]


@dataclass(frozen=True, eq=False)
class DrawnDirections(View):
    """Two estimates of one direction, a row of the grid each: the difference of means and a linear classifier's normal.

    Attributes:
        request: what it was made from.
        groups: what the direction leads away from and what it leads to, in words.
        labels: all that the held-out images have, ascending.
        vectors: (2, D), of unit length.
        spread: (2,), standard deviation of the held-out posterior means along each, in units of z.
        auc: (2,), area under the ROC curve, by cross-validation: ½ says nothing, 1 tells the two groups apart.
        auc_error: (2,), standard error over the parts of the cross-validation.
        counts: images that it leads to, and images that it leads away from.
        also: what else changes along the classifier's normal: names with the correlation over the first held-out images,
            strongest first.
        others: labels and attributes of which that was looked at.
        z: (2, S, D).
    """

    request: Direction
    groups: tuple[str, str]
    labels: tuple[int, ...]
    vectors: Vector
    spread: Vector
    auc: Vector
    auc_error: Vector
    counts: tuple[int, int]
    also: tuple[tuple[str, float], ...]
    others: int
    z: Vector


@dataclass(frozen=True, eq=False)
class Components(Result):
    """Principal components of N posterior means, K ≤ min(D, N − 1) of them, by variance.

    Attributes:
        centre: mean of the means, (D,).
        vectors: (K, D), of unit length.
        spread: standard deviation of the means along each, (K,), in units of z.
        share: of the variance of all means, (K,).
    """

    centre: Vector
    vectors: Vector
    spread: Vector
    share: Vector

    def coordinates(self, z: Vector) -> Vector:
        """Where a z lies, (K,): standard deviations along each component."""
        return np.asarray((self.vectors @ (z - self.centre)) / self.spread, np.float32)


@dataclass(frozen=True, eq=False)
class DrawnNeighbours(View):
    """The nearest held-out images, nearest first.

    Attributes:
        indices: (K,), among the held-out images.
        distances: (K,), Euclidean, from z to their posterior means.
        z: (D,).
    """

    indices: NDArray[np.int64]
    distances: Vector
    z: Vector


@dataclass(frozen=True, eq=False)
class DrawnAnalogy(View):
    """Three images, the decoded answer, and the held-out images nearest to it.

    Attributes:
        z: of the answer, (D,).
        indices: (K,), of the neighbours.
        distances: (K,).
    """

    z: Vector
    indices: NDArray[np.int64]
    distances: Vector
