"""What views ask of the explorer and what they get back: plain values, that cost neither torch nor Qt to import.

Shapes: D latent dimensions, N images, R rows and S columns of a grid.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Any, Literal, Protocol, TypedDict

import numpy as np
from numpy.typing import NDArray
from pydantic import PlainSerializer, PlainValidator

from latentlab.errors import ConfigError


def _vector(values: Any) -> NDArray[np.float32]:
    """Raises ValueError, as pydantic expects it."""
    if isinstance(values, np.ndarray):
        return values.astype(np.float32)
    if not isinstance(values, list) or not all(type(value) in (int, float) for value in values):
        raise ValueError("must be a list of numbers")
    vector = np.array(values, np.float64)
    if not (np.abs(vector) <= np.finfo(np.float32).max).all():
        raise ValueError("must be finite numbers")
    return vector.astype(np.float32)


Vector = Annotated[
    NDArray[np.float32],
    PlainValidator(_vector),
    PlainSerializer(lambda vector: vector.tolist(), return_type=list[float]),
]
"""A float32 array that travels through JSON and back unchanged."""
Images = NDArray[np.uint8]


Units = Literal["prior", "posterior", "aggregate", "quantiles"]
LARGEST_STEPS = 101
LARGEST_CORNERS = 25
"""Pictures on a side of the plane between four images."""
LARGEST_SCALE = 8
LARGEST_FPS = 50
DEFAULT_FPS = 8
PICTURE, LOOPS = ".png", (".gif", ".webp", ".mp4")
"""Endings of the files that a view is written to: as one picture, or as a loop with a frame for each column."""
LARGEST_SAMPLES = 4096


@dataclass(frozen=True, eq=False)
class PictureGrid:
    """Images in rows and columns.

    Attributes:
        images: uint8 (R, S, H, W, C).
        row_labels: R texts.
        column_labels: S texts.
    """

    images: NDArray[np.uint8]
    row_labels: tuple[str, ...]
    column_labels: tuple[str, ...]


@dataclass(frozen=True)
class Traversal:
    """What to draw.

    Attributes:
        dims: rows; empty takes the dimensions with the largest KL, the active ones only, 16 at most.
        plane: two dimensions move at once, the first from row to row and the second from column to column.
        span: the largest offset δ to either side, in `units`; without meaning for quantiles.
        steps: columns, from −span to +span; of quantiles, S of them at 1/(S + 1) to S/(S + 1).
        units: δ counts prior standard deviations (1), the start image's posterior σ of the dimension, or the standard
            deviation of the aggregate posterior; or the dimension is set to quantiles of the aggregate posterior.
    """

    dims: tuple[int, ...] = ()
    span: float = 3.0
    steps: int = 9
    units: Units = "prior"
    plane: bool = False

    def __post_init__(self) -> None:
        if not 2 <= self.steps <= LARGEST_STEPS:
            raise ConfigError(f"steps = {self.steps}: a traversal has 2 to {LARGEST_STEPS} steps.")
        if not 0 < self.span < float("inf"):
            raise ConfigError(f"span = {self.span}: must be a positive number.")
        if len(set(self.dims)) != len(self.dims):
            raise ConfigError(f"dims = {','.join(map(str, self.dims))}: a dimension is named twice.")
        if self.plane and len(self.dims) not in (0, 2):
            raise ConfigError(f"dims = {','.join(map(str, self.dims))}: a plane has two dimensions.")


@dataclass(frozen=True, eq=False)
class Decode:
    """Decode one latent, (D,)."""

    z: Vector


@dataclass(frozen=True)
class Encode:
    """Take a start from an image: a held-out one by index, or a file, cropped and scaled only if asked for."""

    index: int | None = None
    path: Path | None = None
    crop_and_scale: bool = False


@dataclass(frozen=True)
class Beside:
    """Another run, to be looked at beside the current one.

    Attributes:
        path: its folder.
        step: of its checkpoint; None takes the newest.
    """

    path: Path
    step: int | None = None

    def checkpoint_arguments(self) -> list[str]:
        """The option of a command that says which checkpoint."""
        return ["--beside-checkpoint", str(self.step)] if self.step is not None else []

    def arguments(self) -> list[str]:
        """The options of a command that say the same."""
        return ["--beside", str(self.path), *self.checkpoint_arguments()]


@dataclass(frozen=True)
class Gallery:
    """Held-out images, their reconstructions, and samples from the prior."""

    originals: int
    samples: int
    seed: int = 0


@dataclass(frozen=True, eq=False)
class Traverse:
    """Draw a traversal from a start."""

    traversal: Traversal
    z: Vector
    posterior_std: Vector | None
    origin: str

    def arguments(self) -> list[str]:
        """What follows `latentlab traverse RUN` to draw the same."""
        traversal = self.traversal
        return [
            *(["--dims", ",".join(map(str, traversal.dims))] if traversal.dims else []),
            *(["--plane"] if traversal.plane else []),
            *(["--span", f"{traversal.span:g}"] if traversal.units != "quantiles" else []),
            *("--steps", str(traversal.steps), "--units", traversal.units),
            *("--z", vector_text(self.z)),
            *(["--std", vector_text(self.posterior_std)] if self.posterior_std is not None else []),
        ]


@dataclass(frozen=True)
class Reconstruct:
    """The first held-out images over their reconstructions, or these images."""

    count: int = 12
    images: tuple[Encode, ...] = ()

    def arguments(self) -> list[str]:
        """What follows `latentlab reconstruct RUN` to draw the same."""
        if not self.images:
            return ["--count", str(self.count)]
        return [*map(source_text, self.images), *(["--fit"] if any(image.crop_and_scale for image in self.images) else [])]


@dataclass(frozen=True)
class Sample:
    """Draws from the prior, decoded."""

    count: int = 16
    seed: int = 0
    columns: int = 8

    def __post_init__(self) -> None:
        if self.count < 1 or self.columns < 1:
            raise ConfigError(f"count = {self.count}, columns = {self.columns}: both must be at least 1.")

    def arguments(self) -> list[str]:
        """What follows `latentlab sample RUN` to draw the same."""
        return ["--count", str(self.count), "--seed", str(self.seed), "--columns", str(self.columns)]


PathKind = Literal["lerp", "slerp"]


@dataclass(frozen=True)
class Interpolate:
    """From one image to another through the latent space.

    Attributes:
        a: where it begins.
        b: where it ends.
        steps: pictures, both ends included.
        paths: a row for each: lerp is the straight line, slerp the great circle (see `explore.interpolation`).
        seed: where given, the ends are draws from the posteriors by it; their means where None.
    """

    a: Encode
    b: Encode
    steps: int = 8
    paths: tuple[PathKind, ...] = ("lerp",)
    seed: int | None = None

    def __post_init__(self) -> None:
        if not 2 <= self.steps <= LARGEST_STEPS:
            raise ConfigError(f"steps = {self.steps}: an interpolation has 2 to {LARGEST_STEPS} steps.")

    def arguments(self) -> list[str]:
        """What follows `latentlab interpolate RUN` to draw the same."""
        return [
            *(source_text(self.a), source_text(self.b), "--steps", str(self.steps), "--path", "+".join(self.paths)),
            *(["--seed", str(self.seed)] if self.seed is not None else []),
            *(["--fit"] if self.a.crop_and_scale or self.b.crop_and_scale else []),
        ]


@dataclass(frozen=True)
class Corners:
    """The plane between four images: a at the top left, b at the top right, c and d below them.

    Attributes:
        steps: pictures on a side, the corners included.
        seed: where given, the corners are draws from the posteriors by it; their means where None.
    """

    a: Encode
    b: Encode
    c: Encode
    d: Encode
    steps: int = 5
    seed: int | None = None

    def __post_init__(self) -> None:
        if not 2 <= self.steps <= LARGEST_CORNERS:
            raise ConfigError(f"steps = {self.steps}: the plane between four images has 2 to {LARGEST_CORNERS} steps a side.")

    @property
    def images(self) -> tuple[Encode, Encode, Encode, Encode]:
        """The four."""
        return self.a, self.b, self.c, self.d

    def arguments(self) -> list[str]:
        """What follows `latentlab corners RUN` to draw the same."""
        return [
            *(*map(source_text, self.images), "--steps", str(self.steps)),
            *(["--seed", str(self.seed)] if self.seed is not None else []),
            *(["--fit"] if any(image.crop_and_scale for image in self.images) else []),
        ]


@dataclass(frozen=True)
class Transformation:
    """One explicit t; the defaults change nothing.

    Attributes:
        rotate: degrees, counter-clockwise.
        translate: pixels to the right and downwards.
        scale: above 1 enlarges.
        shear: degrees; positive leans the top to the left.
        flip_horizontal: left and right exchanged.
        flip_vertical: top and bottom exchanged.
        brightness: factor.
        contrast: factor.
        saturation: factor.
        hue: turns of the colour circle.
        noise: standard deviation, pixels in [0, 1].
        blur: σ in pixels.
        erase: share of the area, about the centre.
    """

    rotate: float = 0.0
    translate: tuple[float, float] = (0.0, 0.0)
    scale: float = 1.0
    shear: float = 0.0
    flip_horizontal: bool = False
    flip_vertical: bool = False
    brightness: float = 1.0
    contrast: float = 1.0
    saturation: float = 1.0
    hue: float = 0.0
    noise: float = 0.0
    blur: float = 0.0
    erase: float = 0.0

    def __post_init__(self) -> None:
        for name, low, high in (
            ("scale", 0.05, 20.0),
            ("shear", -89.0, 89.0),
            *((factor, 0.0, 10.0) for factor in ("brightness", "contrast", "saturation")),
            ("hue", -0.5, 0.5),
            ("noise", 0.0, 1.0),
            ("blur", 0.0, 16.0),
            ("erase", 0.0, 1.0),
        ):
            if not low <= getattr(self, name) <= high:
                raise ConfigError(f"{name} = {getattr(self, name)}: must be {low:g} to {high:g}.")
        if not np.isfinite((self.rotate, *self.translate)).all():
            raise ConfigError("rotate and translate must be finite numbers.")

    def arguments(self) -> list[str]:
        """The options of `latentlab consistency` that say the same."""
        neutral = Transformation()
        given = [name for name in _AMOUNTS if getattr(self, name) != getattr(neutral, name)]
        flips = "h" * self.flip_horizontal + "v" * self.flip_vertical
        across, down = self.translate
        return [
            *([f"--translate={across:g},{down:g}"] if (across, down) != (0, 0) else []),
            *(f"--{name}={getattr(self, name):.9g}" for name in given),
            *(["--flip", flips] if flips else []),
        ]


_AMOUNTS = ("rotate", "scale", "shear", "brightness", "contrast", "saturation", "hue", "noise", "blur", "erase")


def _draw_arguments(draw: int, policy: str) -> list[str]:
    return ["--draw", str(draw), *(["--policy", policy] if policy else [])]


@dataclass(frozen=True)
class Compare:
    """x beside t(x): both images, their reconstructions and their posteriors.

    Attributes:
        source: x.
        transformation: t, where none is drawn.
        draw: seed of a draw of t from a policy; None takes the explicit one.
        beside: a run whose model looks at the same x and t(x).
        policy: by its name or its ranges (see `transform_from_text`); the run's own where empty.
    """

    source: Encode
    transformation: Transformation = Transformation()
    draw: int | None = None
    beside: Beside | None = None
    policy: str = ""

    def arguments(self) -> list[str]:
        """What follows `latentlab consistency RUN` to draw the same."""
        how = _draw_arguments(self.draw, self.policy) if self.draw is not None else self.transformation.arguments()
        beside = self.beside.arguments() if self.beside else []
        return [source_text(self.source), *how, *(["--fit"] if self.source.crop_and_scale else []), *beside]


Amount = Literal[
    "rotate", "right", "down", "scale", "shear", "brightness", "contrast", "saturation", "hue", "noise", "blur", "erase"
]
"""A part of a transformation that is a number; right and down are the two of `translate`."""


@dataclass(frozen=True)
class Strength:
    """One part of t grows from step to step: how far the posterior follows, for one image and over held-out ones.

    Attributes:
        source: the one image.
        transformation: the other parts of t, which stay.
        amount: the part that changes.
        low: its first value.
        high: its last value.
        steps: how many values.
        images: the first so many held-out ones, for the mean and the standard deviation.
        beside: a run whose model looks at the same images.
    """

    source: Encode
    amount: Amount
    low: float
    high: float
    transformation: Transformation = Transformation()
    steps: int = 13
    images: int = 64
    beside: Beside | None = None

    def __post_init__(self) -> None:
        if not 2 <= self.steps <= LARGEST_STEPS:
            raise ConfigError(f"steps = {self.steps}: a sweep of strength has 2 to {LARGEST_STEPS} steps.")
        if not self.low < self.high:
            raise ConfigError(f"from {self.low:g} to {self.high:g}: the first value must be below the last.")
        if self.images < 1:
            raise ConfigError(f"images = {self.images}: must be at least 1.")
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

    def arguments(self) -> list[str]:
        """What follows `latentlab strength RUN` to draw the same."""
        return [
            *(source_text(self.source), self.amount, f"--from={self.low:.9g}", f"--to={self.high:.9g}"),
            *("--steps", str(self.steps), "--images", str(self.images)),
            *self.transformation.arguments(),
            *(["--fit"] if self.source.crop_and_scale else []),
            *(self.beside.arguments() if self.beside else []),
        ]


Projection = Literal["pca", "dims", "umap"]
Polygon = tuple[tuple[float, float], ...]
"""Corners (x, y) in the coordinates of a map."""
_LARGEST_POLYGON = 4096


def _check_dims(dims: tuple[int, ...]) -> None:
    if len(dims) not in (0, 2) or len(set(dims)) != len(dims):
        raise ConfigError(f"dims = {','.join(map(str, dims))}: a map has two different dimensions.")


def _check_images(images: int | None) -> None:
    if images is not None and images < 1:
        raise ConfigError(f"images = {images}: must be at least 1.")


def _images_arguments(images: int | None) -> list[str]:
    return [] if images is None else ["--images", str(images)]


@dataclass(frozen=True)
class Rank:
    """Which latent dimensions t leaves alone and which follow it, over held-out images.

    Attributes:
        transformation: t, where none is drawn.
        draw: seed of draws from a policy, one for each image; None takes the explicit one.
        images: the first so many held-out ones.
        policy: by its name or its ranges (see `transform_from_text`); the run's own where empty.
    """

    transformation: Transformation = Transformation()
    draw: int | None = None
    images: int = 256
    policy: str = ""

    def __post_init__(self) -> None:
        if self.images < 2:
            raise ConfigError(f"images = {self.images}: a ranking needs 2 or more, to compare each with another.")

    def arguments(self) -> list[str]:
        """What follows `latentlab rank RUN` to draw the same."""
        how = _draw_arguments(self.draw, self.policy) if self.draw is not None else self.transformation.arguments()
        return [*how, "--images", str(self.images)]


@dataclass(frozen=True)
class Pairs:
    """The same images through two models, and samples of both by the same seed.

    Attributes:
        beside: the second run.
        count: the first so many held-out images, and as many samples.
        images: these images in the place of the held-out ones.
        seed: of the samples.
    """

    beside: Beside
    count: int = 8
    images: tuple[Encode, ...] = ()
    seed: int = 0

    def arguments(self) -> list[str]:
        """What follows `latentlab compare RUN` to draw the same."""
        which = [part for image in self.images for part in ("--image", source_text(image))]
        return [
            *(str(self.beside.path), *self.beside.checkpoint_arguments(), "--count", str(self.count), *which),
            *(["--fit"] if any(image.crop_and_scale for image in self.images) else []),
            *("--seed", str(self.seed)),
        ]


@dataclass(frozen=True, eq=False)
class Link:
    """A z, (D,), decoded, beside what a second run's model decodes from the place that a least-squares map takes it to."""

    beside: Beside
    z: Vector

    def arguments(self) -> list[str]:
        """What follows `latentlab link RUN` to draw the same."""
        return [str(self.beside.path), *self.beside.checkpoint_arguments(), "--z", vector_text(self.z)]


@dataclass(frozen=True)
class Map:
    """The held-out images' posterior means in a plane.

    Attributes:
        projection: the two principal components of the means, two latent dimensions, or UMAP of the first 1,024 means.
        dims: the two dimensions; empty takes those with the largest KL.
        colour: label, kl (to the prior, nats), error (squared, of the reconstruction, per pixel value) or an attribute's name.
        images: the first so many; None takes as many as a map can hold.
        holes: whether places are shaded where the prior has mass and the aggregate posterior has next to none.
    """

    projection: Projection = "pca"
    dims: tuple[int, ...] = ()
    colour: str = "label"
    images: int | None = None
    holes: bool = False

    def __post_init__(self) -> None:
        _check_dims(self.dims)
        _check_images(self.images)
        if self.holes and self.projection == "umap":
            raise ConfigError("holes: UMAP projects no densities, so it shows none; take projection pca or dims.")

    def arguments(self) -> list[str]:
        """What follows `latentlab map RUN` to draw the same."""
        dims = ["--dims", ",".join(map(str, self.dims))] if self.dims else []
        holes = ["--holes"] if self.holes else []
        return ["--projection", self.projection, *dims, "--colour", self.colour, *_images_arguments(self.images), *holes]


@dataclass(frozen=True)
class Lasso:
    """Two groups of held-out images: those that lie inside two polygons drawn on a map.

    Attributes:
        away: the polygon that a direction leads away from.
        toward: the polygon that it leads to.
        projection: of the map.
        dims: of the map.
        images: as many of the first held-out images as the map had.
    """

    away: Polygon
    toward: Polygon
    projection: Projection = "pca"
    dims: tuple[int, ...] = ()
    images: int | None = None

    def __post_init__(self) -> None:
        _check_dims(self.dims)
        _check_images(self.images)
        for name, polygon in (("away", self.away), ("toward", self.toward)):
            if not 3 <= len(polygon) <= _LARGEST_POLYGON:
                raise ConfigError(f"{name}: {len(polygon)} corners; a polygon has 3 to {_LARGEST_POLYGON}.")
            if not np.isfinite(polygon).all():
                raise ConfigError(f"{name}: every corner must be two finite numbers.")

    def arguments(self) -> list[str]:
        """The options of `latentlab direction` that say the same."""
        dims = ["--dims", ",".join(map(str, self.dims))] if self.dims else []
        polygons = [f"--away={places_text(self.away)}", f"--toward={places_text(self.toward)}"]
        return [*polygons, "--projection", self.projection, *dims, *_images_arguments(self.images)]


@dataclass(frozen=True, eq=False)
class FindDirection:
    """What makes one group of images differ from another, as a direction of the latent space, walked from a z.

    The groups are made by a label, by an attribute or by two lassos on a map; exactly one of the three is given.

    Attributes:
        label: of the images that the direction leads to.
        against: the label it leads away from; None takes all other images.
        z: where the walk passes, (D,).
        span: how far it goes to either side, in standard deviations of the held-out means along the direction.
        steps: pictures from −span to +span.
        attribute: it leads to where the attribute is present, or above its median where it is measured.
        lasso: it leads from one lasso's images to the other's.
    """

    label: int | None
    against: int | None
    z: Vector
    span: float = 3.0
    steps: int = 9
    attribute: str | None = None
    lasso: Lasso | None = None

    def __post_init__(self) -> None:
        if not 2 <= self.steps <= LARGEST_STEPS:
            raise ConfigError(f"steps = {self.steps}: a walk along a direction has 2 to {LARGEST_STEPS} steps.")
        if not 0 < self.span < float("inf"):
            raise ConfigError(f"span = {self.span}: must be a positive number.")
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

    def arguments(self) -> list[str]:
        """What follows `latentlab direction RUN` to draw the same."""
        return [
            *([str(self.label)] if self.label is not None else []),
            *(["--against", str(self.against)] if self.against is not None else []),
            *(["--attribute", self.attribute] if self.attribute is not None else []),
            *(self.lasso.arguments() if self.lasso is not None else []),
            *("--span", f"{self.span:.9g}", "--steps", str(self.steps), "--z", vector_text(self.z)),
        ]


@dataclass(frozen=True, eq=False)
class Differ:
    """A decoded latent less the image that it started from.

    Attributes:
        source: the start image.
        z: (D,).
    """

    source: Encode
    z: Vector

    def arguments(self) -> list[str]:
        """What follows `latentlab difference RUN` to draw the same."""
        return [source_text(self.source), "--z", vector_text(self.z), *(["--fit"] if self.source.crop_and_scale else [])]


@dataclass(frozen=True)
class Deviate:
    """How far the decoded images of an image's posterior differ, pixel by pixel.

    Attributes:
        source: the image.
        samples: draws from its posterior.
        seed: of the draws.
    """

    source: Encode
    samples: int = 64
    seed: int = 0

    def __post_init__(self) -> None:
        if not 2 <= self.samples <= LARGEST_SAMPLES:
            raise ConfigError(f"samples = {self.samples}: a standard deviation is taken over 2 to {LARGEST_SAMPLES} samples.")

    def arguments(self) -> list[str]:
        """What follows `latentlab deviation RUN` to draw the same."""
        return [
            *(source_text(self.source), "--samples", str(self.samples), "--seed", str(self.seed)),
            *(["--fit"] if self.source.crop_and_scale else []),
        ]


@dataclass(frozen=True)
class DrawPosterior:
    """Draw a z from an image's posterior."""

    source: Encode
    seed: int


@dataclass(frozen=True, eq=False)
class FindComponents:
    """The principal components of the held-out images' posterior means.

    Attributes:
        like: unit vectors (K, D) found earlier, by whose signs the new ones go, so that a direction does not turn round as a
            model learns.
    """

    like: Vector | None = None


@dataclass(frozen=True)
class Marginals:
    """The aggregate posterior of each dimension against the prior.

    Attributes:
        dims: which dimensions; empty takes them by their KL, largest first.
        first: how many of those are passed over.
        count: how many are drawn.
    """

    dims: tuple[int, ...] = ()
    first: int = 0
    count: int = 24

    def __post_init__(self) -> None:
        if self.first < 0 or not 1 <= self.count <= LARGEST_STEPS:
            raise ConfigError(f"first = {self.first}, count = {self.count}: must be 0 or more, and 1 to {LARGEST_STEPS}.")

    def arguments(self) -> list[str]:
        """What follows `latentlab marginals RUN` to draw the same."""
        dims = ["--dims", ",".join(map(str, self.dims))] if self.dims else []
        return [*dims, "--first", str(self.first), "--count", str(self.count)]


@dataclass(frozen=True, eq=False)
class KeptDirection:
    """A direction that a person keeps.

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


@dataclass(frozen=True)
class ReadDirections:
    """Read directions that were saved in a file."""

    path: Path


@dataclass(frozen=True, eq=False)
class Walk:
    """A way over a map, decoded at places that are equally far apart.

    Attributes:
        through: the corners of the way.
        steps: pictures, both ends included.
        projection: of the map.
        dims: of the map.
        z: where the plane of two dimensions lies in the others, (D,); 0 where None. Principal components need none.
    """

    through: Polygon
    steps: int = 24
    projection: Projection = "pca"
    dims: tuple[int, ...] = ()
    z: Vector | None = None

    def __post_init__(self) -> None:
        _check_dims(self.dims)
        if not 2 <= self.steps <= LARGEST_STEPS:
            raise ConfigError(f"steps = {self.steps}: a walk has 2 to {LARGEST_STEPS} steps.")
        if not 2 <= len(self.through) <= _LARGEST_POLYGON:
            raise ConfigError(f"through: {len(self.through)} places; a walk goes through 2 to {_LARGEST_POLYGON}.")
        if not np.isfinite(self.through).all():
            raise ConfigError("through: every place must be two finite numbers.")

    def arguments(self) -> list[str]:
        """What follows `latentlab walk RUN` to draw the same."""
        return [
            *(f"--through={places_text(self.through)}", "--steps", str(self.steps), "--projection", self.projection),
            *(["--dims", ",".join(map(str, self.dims))] if self.dims else []),
            *(["--z", vector_text(self.z)] if self.z is not None else []),
        ]


@dataclass(frozen=True, eq=False)
class Neighbours:
    """The held-out images whose posterior means are nearest to a z.

    Attributes:
        z: (D,).
        count: how many.
        images: sought among the first so many; None seeks among as many as a map can hold.
    """

    z: Vector
    count: int = 8
    images: int | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.count <= LARGEST_STEPS:
            raise ConfigError(f"count = {self.count}: must be 1 to {LARGEST_STEPS}.")
        _check_images(self.images)

    def arguments(self) -> list[str]:
        """What follows `latentlab neighbours RUN` to draw the same."""
        return ["--count", str(self.count), *_images_arguments(self.images), "--z", vector_text(self.z)]


@dataclass(frozen=True)
class Analogy:
    """a is to b as the answer is to c: z = a − b + c of the three posterior means, and the held-out images nearest to it.

    Attributes:
        a, b, c: images.
        count: how many neighbours.
        images: sought among the first so many; None seeks among as many as a map can hold.
    """

    a: Encode
    b: Encode
    c: Encode
    count: int = 4
    images: int | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.count <= LARGEST_STEPS:
            raise ConfigError(f"count = {self.count}: must be 1 to {LARGEST_STEPS}.")
        _check_images(self.images)

    def arguments(self) -> list[str]:
        """What follows `latentlab analogy RUN` to draw the same."""
        three = (self.a, self.b, self.c)
        fit = ["--fit"] if any(image.crop_and_scale for image in three) else []
        return [*map(source_text, three), "--count", str(self.count), *_images_arguments(self.images), *fit]


@dataclass(frozen=True)
class Describe:
    """Ask what is known of the held-out images."""


@dataclass(frozen=True)
class Glimpse:
    """Look at one held-out image."""

    index: int


@dataclass(frozen=True)
class Survey:
    """Encode some more of the held-out images, for a moment; ask again until there are as many as there can be.

    Attributes:
        errors: whether their reconstruction errors are wanted too.
    """

    errors: bool = False


class ViewRequest(Protocol):
    """A request whose answer is a `View`, and that a command line can repeat."""

    def arguments(self) -> list[str]:
        """What follows `latentlab <command> RUN`."""
        ...


VIEWS: Mapping[str, type[ViewRequest]] = {
    "analogy": Analogy,
    "compare": Pairs,
    "consistency": Compare,
    "corners": Corners,
    "deviation": Deviate,
    "difference": Differ,
    "direction": FindDirection,
    "interpolate": Interpolate,
    "link": Link,
    "map": Map,
    "marginals": Marginals,
    "neighbours": Neighbours,
    "rank": Rank,
    "reconstruct": Reconstruct,
    "sample": Sample,
    "strength": Strength,
    "traverse": Traverse,
    "walk": Walk,
}
"""The command that draws a view → its request."""


@dataclass(frozen=True)
class Export:
    """Draw a view and write its grid: PNG, or a GIF, WebP or MP4 loop with a frame for each column, by the file's ending.

    Attributes:
        labels: whether row and column labels are drawn.
        scale: whole factor by which images are enlarged; by default small ones to a comfortable size.
        fps: frames of a loop per second.
    """

    request: ViewRequest
    path: Path
    labels: bool = True
    scale: int | None = None
    fps: int = DEFAULT_FPS

    def __post_init__(self) -> None:
        if self.path.suffix.lower() not in (PICTURE, *LOOPS):
            endings = f"{PICTURE}, {', '.join(LOOPS[:-1])} or {LOOPS[-1]}"
            what = f"{self.path.suffix} is no ending" if self.path.suffix else "there is no ending"
            raise ConfigError(f"{self.path}: {what} of a picture that can be written; write {endings}.")
        if self.scale is not None and not 1 <= self.scale <= LARGEST_SCALE:
            raise ConfigError(f"scale = {self.scale}: must be a whole number from 1 to {LARGEST_SCALE}.")
        if not 1 <= self.fps <= LARGEST_FPS:
            raise ConfigError(f"fps = {self.fps}: must be 1 to {LARGEST_FPS} frames per second.")

    @property
    def is_loop(self) -> bool:
        """Whether the file moves."""
        return self.path.suffix.lower() in LOOPS


class Style(TypedDict, total=False):
    """How a view is drawn into a file; what is left out is as in `Export`."""

    labels: bool
    scale: int | None
    fps: int


Request = (
    Decode
    | Encode
    | Gallery
    | DrawPosterior
    | FindComponents
    | Describe
    | Glimpse
    | Survey
    | ReadDirections
    | Export
    | ViewRequest
)


def source_text(source: Encode) -> str:
    """An image as a command line names it: its number among the held-out ones, or its file."""
    return str(source.index) if source.index is not None else str(source.path)


def vector_text(vector: Vector) -> str:
    """Values with commas, each as short as it can be written without changing it."""
    return ",".join(np.format_float_positional(value, unique=True, trim="-") for value in vector)


def parse_vector(text: str) -> Vector:
    """The values that `vector_text` wrote.

    Raises:
        ConfigError: if it is no list of finite numbers.
    """
    try:
        values = np.array([float(part) for part in text.split(",")], np.float32)
    except ValueError:
        raise ConfigError(f"{text!r}: write numbers with commas, for example 0.5,-1,0.") from None
    if not np.isfinite(values).all():
        raise ConfigError(f"{text!r}: every number must be finite.")
    return values


def places_text(places: Polygon) -> str:
    """Places of a map as a command line names them: x,y;x,y;…"""
    return ";".join(f"{x:.9g},{y:.9g}" for x, y in places)


def parse_places(text: str) -> Polygon:
    """The places that `places_text` wrote.

    Raises:
        ConfigError: if they are no pairs of finite numbers.
    """
    try:
        places = tuple((float(x), float(y)) for x, y in (pair.split(",") for pair in text.split(";")))
    except ValueError:
        raise ConfigError(f"{text!r}: write places as x,y with semicolons between them, for example 0,0;1,0;1,1.") from None
    if not np.isfinite(places).all():
        raise ConfigError(f"{text!r}: every number must be finite.")
    return places


@dataclass(frozen=True, eq=False)
class Picture:
    """A decoded latent: uint8 (H, W, C), with the step of the model that made it."""

    step: int
    z: Vector
    image: Images


@dataclass(frozen=True, eq=False)
class Encoded:
    """A start's posterior, the image it is of (uint8 (H, W, C)) and its reconstruction."""

    step: int
    source: Encode
    mean: Vector
    std: Vector
    image: Images
    reconstruction: Images
    origin: str


@dataclass(frozen=True, eq=False)
class PosteriorStatistics:
    """The held-out posteriors, dimension by dimension, each (D,).

    Attributes:
        kl_per_dim: mean KL to the prior, nats.
        mean: of the aggregate posterior.
        std: of the aggregate posterior.
        near_zero: share of images whose σ is below 0.1.
        near_one: share of images whose σ is above 0.9.
        low: 0.1 % quantile of the aggregate posterior.
        high: its 99.9 % quantile.
    """

    kl_per_dim: Vector
    mean: Vector
    std: Vector
    near_zero: Vector
    near_one: Vector
    low: Vector
    high: Vector


@dataclass(frozen=True, eq=False)
class GalleryImages:
    """uint8 (N, H, W, C) each, the samples' latents (N, D), and statistics of the held-out posteriors, (D,)."""

    step: int
    originals: Images
    reconstructions: Images
    samples: Images
    sample_z: Vector
    kl_per_dim: Vector
    active: NDArray[np.bool_]
    statistics: PosteriorStatistics


@dataclass(frozen=True, eq=False)
class View:
    """What was drawn: a grid of images by the model of a step."""

    step: int
    grid: PictureGrid


@dataclass(frozen=True, eq=False)
class DrawnTraversal(View):
    """A traversal with its latents (R, S, D) and its rows' dimensions."""

    z: Vector
    dims: tuple[int, ...]


@dataclass(frozen=True, eq=False)
class DrawnInterpolation(View):
    """Paths between two images, R of them in S steps.

    Attributes:
        ends: the two images, uint8 (2, H, W, C).
        z: (R, S, D).
        latent_length: (R,), Euclidean length in units of z.
        image_length: (R,), sum of the Euclidean distances between neighbouring images, pixels in [0, 1].
        log_aggregate: (R, S), log density of the aggregate posterior of the held-out images, nats.
        log_prior: (R, S), log density of the prior, nats.
    """

    ends: Images
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
        z: (S, S, D).
    """

    ends: Images
    z: Vector


@dataclass(frozen=True, eq=False)
class Comparison(View):
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
        names: what the current run and the one beside it are called; empty without one.
        beside: what the second run's model makes of the same x and t(x).
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
    beside: "Comparison | None" = None

    @property
    def jeffreys(self) -> float:
        """The sum of both KLs."""
        return self.kl_forward + self.kl_reverse


@dataclass(frozen=True, eq=False)
class StrengthCurve(View):
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
        names: what the current run and the one beside it are called; empty without one.
        beside: the second run's curve.
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
    beside: "StrengthCurve | None" = None


@dataclass(frozen=True, eq=False)
class Ranking(View):
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


@dataclass(frozen=True, eq=False)
class DrawnPairs(View):
    """The same images through two models.

    Attributes:
        names: what the two runs are called.
        beside_step: of the second run's model.
        errors: (2,), squared error per pixel value of each model's reconstructions of these images.
        note: why there are no samples, else empty.
    """

    names: tuple[str, str]
    beside_step: int
    errors: Vector
    note: str


@dataclass(frozen=True, eq=False)
class Linked(View):
    """A z decoded by the current model, and what it is mapped to by the second one; the grid has one row of two.

    Attributes:
        names: what the two runs are called.
        beside_step: of the second run's model.
        z: what it is mapped to, (D′,).
        r2: share of the variance of the second run's posterior means that the map explains on images that it was not fitted
            to; None where they do not vary.
        fitted: how many images the map was fitted to.
        measured: how many the share was measured on.
    """

    names: tuple[str, str]
    beside_step: int
    z: Vector
    r2: float | None
    fitted: int
    measured: int


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
class LatentMap(View):
    """Points of a plane through the latent space, in which p stands for z = centre + p·axes, or of an embedding.

    In an embedding a place stands for the weighted mean of the nearest points' means (see `explore.umap_layout`).

    Attributes:
        points: (N, 2), one for each of the first held-out images.
        colours: uint8 (N, 3).
        labels: (N,).
        label_names: the name of each label from 0 on; empty where they have none.
        values: (N,), what the colours stand for; None where it is the label.
        names: of the two axes.
        centre: (D,).
        axes: (2, D); zero in an embedding.
        total: held-out images that a map can hold.
        holes: None where they were not asked for.
        means: (N, D) of an embedding's points; None in a plane.
    """

    points: Vector
    colours: Images
    labels: NDArray[np.int64]
    label_names: tuple[str, ...]
    values: Vector | None
    names: tuple[str, str]
    centre: Vector
    axes: Vector
    total: int
    holes: Holes | None
    means: Vector | None = None


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
        counts: images that it leads to, and images that it leads away from.
        also: what else changes along the classifier's normal: names with the correlation over the first held-out images,
            strongest first.
        z: (2, S, D).
    """

    request: FindDirection
    groups: tuple[str, str]
    labels: tuple[int, ...]
    vectors: Vector
    spread: Vector
    auc: Vector
    counts: tuple[int, int]
    also: tuple[tuple[str, float], ...]
    z: Vector


@dataclass(frozen=True, eq=False)
class PixelMap(View):
    """Numbers for the pixels of an image; the grid's last picture shows them as colours.

    Attributes:
        values: (H, W), pixels in [0, 1].
        low: the value of the first colour.
        high: the value of the last colour.
    """

    values: Vector
    low: float
    high: float


@dataclass(frozen=True, eq=False)
class PosteriorDraw:
    """A z, (D,), drawn from an image's posterior."""

    step: int
    source: Encode
    z: Vector


@dataclass(frozen=True, eq=False)
class Components:
    """Principal components of N posterior means, K ≤ min(D, N − 1) of them, by variance.

    Attributes:
        step: of the model.
        centre: mean of the means, (D,).
        vectors: (K, D), of unit length.
        spread: standard deviation of the means along each, (K,), in units of z.
        share: of the variance of all means, (K,).
    """

    step: int
    centre: Vector
    vectors: Vector
    spread: Vector
    share: Vector

    def coordinates(self, z: Vector) -> Vector:
        """Where a z lies, (K,): standard deviations along each component."""
        return np.asarray((self.vectors @ (z - self.centre)) / self.spread, np.float32)


@dataclass(frozen=True, eq=False)
class DrawnMarginals(View):
    """Densities of the aggregate posterior of K dimensions.

    Attributes:
        dims: which.
        places: (P,), of the common axis.
        density: (K, P).
        divergence: (K,), KL(q(z_d) ‖ p(z_d)) in nats.
        active: bool (K,).
        total: latent dimensions of the model.
    """

    dims: tuple[int, ...]
    places: Vector
    density: Vector
    divergence: Vector
    active: NDArray[np.bool_]
    total: int


@dataclass(frozen=True, eq=False)
class DrawnWalk(View):
    """A way over a map: its places (S, 2) and their latents (S, D)."""

    places: Vector
    z: Vector


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


@dataclass(frozen=True)
class Described:
    """What is known of the held-out images.

    Attributes:
        labels: that they have, ascending; empty where they have none.
        label_names: the name of each label from 0 on; empty where they have none.
        attributes: the names of what else is known.
    """

    step: int
    labels: tuple[int, ...]
    label_names: tuple[str, ...]
    attributes: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Glimpsed:
    """One held-out image, uint8 (H, W, C)."""

    step: int
    index: int
    image: Images


@dataclass(frozen=True)
class Surveyed:
    """How many of the first held-out images are encoded, of how many that can be."""

    step: int
    count: int
    total: int


@dataclass(frozen=True, eq=False)
class DirectionsRead:
    """The directions of a file."""

    step: int
    directions: tuple[KeptDirection, ...]


@dataclass(frozen=True)
class Exported:
    """A view was written to a file.

    Attributes:
        command: the command line that draws it again.
    """

    step: int
    path: Path
    command: str


@dataclass(frozen=True)
class Failed:
    """A request that could not be met, with a sentence that says why.

    Attributes:
        wrong_size: cropping and scaling the image would put it right.
    """

    step: int
    message: str
    wrong_size: bool = False


Result = (
    Picture
    | Encoded
    | GalleryImages
    | PosteriorDraw
    | Components
    | Described
    | Glimpsed
    | Surveyed
    | DirectionsRead
    | View
    | Exported
    | Failed
)
