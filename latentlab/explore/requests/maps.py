"""Maps of the held-out images' posterior means, paths on them, and densities of single dimensions.

Shapes: N images, D latent dimensions, K dimensions drawn, S steps of a path.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from latentlab.errors import ConfigError
from latentlab.explore.requests.commands import Request, ViewRequest, view
from latentlab.explore.requests.fields import Format, Limits, declared, option
from latentlab.explore.requests.texts import dims_text, parse_places, places_text
from latentlab.explore.requests.traversal import DIMS, TWO_DIMS, VECTOR, steps_of
from latentlab.explore.requests.values import LARGEST_STEPS, Polygon, Projection, Result, Vector, View, check_path

MEASURED = {
    "label": "label",
    "kl": "KL to the prior, nats",
    "error": "reconstruction error, MSE per pixel value",
    "density": "log q(z) in this plane, nats",
    "cluster": "k-means cluster of posterior means",
}
"""What a map's colours can stand for beside an attribute."""
PLACES = Format(parse_places, places_text, "X,Y;…")


def projection_option() -> Any:
    """The field of a map's projection."""
    return option(
        "Two principal components of the means, two latent dimensions, or UMAP of the first 1,024 means.", default="pca"
    )


def dims_option() -> Any:
    """The field of a map's two dimensions."""
    return option("The dimensions; by default by their KL.", default=(), format=TWO_DIMS)


def images_option() -> Any:
    """The field that bounds how many held-out images are used."""
    return option(
        "Use the first N held-out images; by default as many as a map can hold.",
        default=None,
        metavar="N",
        limits=Limits(low=1),
    )


def check_map_dims(dims: tuple[int, ...]) -> None:
    """Check the dimensions of a map.

    Raises:
        ConfigError: unless they are two different ones, or none.
    """
    if len(dims) not in (0, 2) or len(set(dims)) != len(dims):
        raise ConfigError(f"dims = {dims_text(dims)}: a map has two different dimensions.")


@view("map", "labels", fixed={"scale": 1})
@declared()
class Map(ViewRequest):
    """Draw the held-out images' posterior means as points of a plane."""

    projection: Projection = projection_option()
    dims: tuple[int, ...] = dims_option()
    colour: str = option(
        "What colours stand for: the label, the KL to the prior, the reconstruction error, the density of the aggregate "
        "posterior, a k-means cluster, or an attribute by its name.",
        default="label",
        metavar="|".join((*MEASURED, "ATTRIBUTE")),
    )
    images: int | None = images_option()
    holes: bool = option("Shade where the prior has mass and the aggregate posterior next to none.", default=False)
    clusters: int = option(
        "With --colour cluster: how many.", default=10, limits=Limits(2, 100), when=lambda request: request.colour == "cluster"
    )

    def check(self) -> None:
        check_map_dims(self.dims)
        if self.colour == "density" and self.projection == "umap":
            raise ConfigError("colour = density: UMAP projects no densities; take projection pca or dims, or another colour.")
        if self.holes and self.projection == "umap":
            raise ConfigError("holes: UMAP projects no densities, so it shows none; take projection pca or dims.")


@view("walk", "labels", "scale", "fps")
@declared(eq=False)
class Walk(ViewRequest):
    """Decode equally spaced places along a path on the map."""

    through: Polygon = option("The corners of the path, in the coordinates of the map.", format=PLACES)
    steps: int = option("Pictures, equally far apart.", default=24, limits=steps_of("a walk"))
    projection: Projection = projection_option()
    dims: tuple[int, ...] = dims_option()
    z: Vector | None = option("With two dimensions: what the others are; by default 0.", default=None, format=VECTOR)

    def check(self) -> None:
        check_map_dims(self.dims)
        check_path("through", self.through)


@view("marginals", fixed={"labels": True, "scale": 1})
@declared()
class Marginals(ViewRequest):
    """Draw the aggregate posterior of each latent dimension against the prior."""

    dims: tuple[int, ...] = option("Which dimensions; by default by their KL.", default=(), format=DIMS)
    first: int = option("By KL: how many to pass over.", default=0, limits=Limits(low=0))
    count: int = option("By KL: how many to draw.", default=24, limits=Limits(1, LARGEST_STEPS))


@declared()
class EncodeMore(Request):
    """Encode more of the held-out images for a moment; ask again until there are as many as there can be.

    Attributes:
        errors: whether their reconstruction errors are wanted too.
    """

    errors: bool = False


@dataclass(frozen=True)
class EncodedCount(Result):
    """How many of the first held-out images are encoded, of how many that can be."""

    count: int
    total: int


@dataclass(frozen=True, eq=False)
class Holes:
    """Where the prior has mass and the aggregate posterior has next to none, as cells of a grid over a map.

    Attributes:
        shade: bool (H, W), the first row the uppermost.
        extent: left, right, bottom and top of the grid.
        share: of the prior's mass in the plane that lies in holes.
    """

    shade: NDArray[np.bool_]
    extent: tuple[float, float, float, float]
    share: float


@dataclass(frozen=True, eq=False)
class DrawnMap(View):
    """Points of a plane through the latent space, in which p stands for z = centre + p·axes, or of an embedding.

    In an embedding a place stands for the weighted mean of the nearest points' means (see `explore.umap_layout`).

    Attributes:
        points: (N, 2), one for each of the first held-out images.
        labels: (N,), below 0 for none; the clusters, the largest first, where the colours stand for these.
        label_names: the name of each label from 0 on; empty where they have none.
        values: (N,), what the colours stand for; None where it is the label or the cluster.
        names: of the two axes.
        centre: (D,).
        axes: (2, D); zero in an embedding.
        total: held-out images that a map can hold.
        holes: None where they were not asked for.
        means: (N, D) of an embedding's points; None in a plane.
        colour: what the colours stand for, as in `Map`.
    """

    points: Vector
    labels: NDArray[np.int64]
    label_names: tuple[str, ...]
    values: Vector | None
    names: tuple[str, str]
    centre: Vector
    axes: Vector
    total: int
    holes: Holes | None
    means: Vector | None = None
    colour: str = "label"

    @property
    def axis_titles(self) -> tuple[str, str]:
        """The axes with their unit."""
        across, up = self.names
        return (across, up) if self.means is not None else (f"{across}, units of z", f"{up}, units of z")

    @property
    def title(self) -> str:
        """What the points are, and what their colours stand for."""
        return f"{len(self.points):,} held-out images by {MEASURED.get(self.colour, self.colour)} · step {self.step:,}"


@dataclass(frozen=True, eq=False)
class DrawnWalk(View):
    """A path on a map: its places (S, 2) and their latents (S, D)."""

    places: Vector
    z: Vector


@dataclass(frozen=True, eq=False)
class DrawnMarginals(View):
    """Densities of the aggregate posterior of K dimensions.

    Attributes:
        dims: which.
        places: (P,), of the common axis.
        density: (K, P).
        prior: (K, P), density of the prior's marginals.
        divergence: (K,), KL(q(z_d) ‖ p(z_d)) in nats.
        active: bool (K,).
        total: latent dimensions of the model.
    """

    dims: tuple[int, ...]
    places: Vector
    density: Vector
    prior: Vector
    divergence: Vector
    active: NDArray[np.bool_]
    total: int
