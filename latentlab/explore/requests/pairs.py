"""Two runs compared.

Shapes: D latent dimensions of the current run, E of the other.
"""

from dataclasses import dataclass

from latentlab.explore.requests.commands import ViewRequest, view
from latentlab.explore.requests.fields import ZEROS, argument, declared, option
from latentlab.explore.requests.interpolation import NOT_NEGATIVE
from latentlab.explore.requests.traversal import VECTOR
from latentlab.explore.requests.values import ImageRef, RunRef, Vector, View


@view("compare", "labels", "scale", output="Draw the same images through the two models, and samples.")
@declared()
class CompareRuns(ViewRequest):
    """Compare runs: their differing settings and their numbers; with -o, their pictures."""

    other: RunRef = argument("Folders of other runs.", metavar="OTHER…", repeats=True)
    count: int = option("In the picture: the first N held-out images.", default=8, metavar="N")
    images: tuple[ImageRef, ...] = option(
        "An image's file or number instead; repeatable.", flag="--image", default=(), metavar="IMAGE"
    )
    seed: int = option("Of the samples, the same z for both models.", default=0, limits=NOT_NEGATIVE)


@view("link", "labels", "scale", output="Draw z and what it is mapped to.")
@declared(eq=False)
class Link(ViewRequest):
    """Map a run's latent space to another's by least squares between the posterior means of the same images."""

    other: RunRef = argument("The other run's folder.", metavar="OTHER")
    z: Vector = option("What is mapped; by default 0.", format=VECTOR, default_z=ZEROS)


@dataclass(frozen=True, eq=False)
class DrawnComparison(View):
    """The same images through two models.

    Attributes:
        names: what the two runs are called.
        other_step: of the other run's model.
        errors: (2,), squared error per pixel value of each model's reconstructions of these images.
        note: why there are no samples, else empty.
    """

    names: tuple[str, str]
    other_step: int
    errors: Vector
    note: str


@dataclass(frozen=True, eq=False)
class DrawnLink(View):
    """A z decoded by the current model, and what it is mapped to by the other one; the grid has one row of two.

    Attributes:
        names: what the two runs are called.
        other_step: of the other run's model.
        z: what it is mapped to, (E,).
        r2: share of the variance of the other run's posterior means that the map explains on images that it was not fitted
            to; None where they do not vary.
        fitted: how many images the map was fitted to.
        measured: how many the share was measured on.
    """

    names: tuple[str, str]
    other_step: int
    z: Vector
    r2: float | None
    fitted: int
    measured: int
