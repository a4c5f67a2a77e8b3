"""Values that requests and results are made of.

Shapes: D latent dimensions, R rows and S columns of a grid.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import PlainSerializer, PlainValidator

from latentlab.errors import ConfigError

LARGEST_STEPS = 101
LARGEST_SAMPLES = 4096
LARGEST_POLYGON = 4096


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
Projection = Literal["pca", "dims", "umap"]
Polygon = tuple[tuple[float, float], ...]
"""Corners (x, y) in the coordinates of a map."""


@dataclass(frozen=True)
class ImageRef:
    """An image: a held-out one by its index, or a file, cropped and scaled only if asked for."""

    index: int | None = None
    path: Path | None = None
    crop_and_scale: bool = False

    @property
    def text(self) -> str:
        """How a command line names it: by its number among the held-out ones, or by its file."""
        return str(self.index) if self.index is not None else str(self.path)


def parse_image(text: str, crop_and_scale: bool) -> ImageRef:
    """A held-out image where the text is a number, else a file."""
    return ImageRef(int(text)) if text.lstrip("-").isdecimal() else ImageRef(path=Path(text), crop_and_scale=crop_and_scale)


@dataclass(frozen=True)
class RunRef:
    """Another run, to be compared with the current one.

    Attributes:
        path: its folder.
        step: of its checkpoint; None takes the newest.
    """

    path: Path
    step: int | None = None


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


@dataclass(frozen=True, eq=False)
class Result:
    """What a request is answered with, by the model of a step."""

    step: int


@dataclass(frozen=True, eq=False)
class View(Result):
    """What was drawn: a grid of images."""

    grid: PictureGrid


@dataclass(frozen=True)
class Failed(Result):
    """A request that could not be met, with a sentence that says why.

    Attributes:
        wrong_size: cropping and scaling the image would put it right.
    """

    message: str
    wrong_size: bool = False


def check_vector(name: str, vector: Vector | None, latent_dim: int) -> None:
    """Check that a vector has a model's number of dimensions, where there is one.

    Raises:
        ConfigError: if it has another.
    """
    if vector is not None and vector.shape != (latent_dim,):
        raise ConfigError(f"{name} has {vector.size} values; this model has {latent_dim} latent dimensions.")


def check_dims(dims: tuple[int, ...], latent_dim: int) -> None:
    """Check that a model has these dimensions.

    Raises:
        ConfigError: names the first that it does not have.
    """
    for dim in dims:
        if not 0 <= dim < latent_dim:
            raise ConfigError(f"dims: {dim} is no latent dimension of this model; it has 0 to {latent_dim - 1}.")


def check_polygon(name: str, polygon: Polygon) -> None:
    """Check a polygon on a map.

    Raises:
        ConfigError: if it has too few corners or too many, or one is not finite.
    """
    _check_places(name, polygon, 3, "corner", "a polygon has")


def check_path(name: str, path: Polygon) -> None:
    """Check the places that a path on a map goes through.

    Raises:
        ConfigError: if there are too few or too many, or one is not finite.
    """
    _check_places(name, path, 2, "place", "a walk goes through")


def _check_places(name: str, places: Polygon, fewest: int, noun: str, whole: str) -> None:
    if not fewest <= len(places) <= LARGEST_POLYGON:
        raise ConfigError(f"{name}: {len(places)} {noun}s; {whole} {fewest} to {LARGEST_POLYGON}.")
    if not np.isfinite(places).all():
        raise ConfigError(f"{name}: every {noun} must be two finite numbers.")
