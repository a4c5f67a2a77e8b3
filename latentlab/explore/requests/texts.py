"""How values are written and read: numbers with commas, places of a map, names of dimensions."""

from collections.abc import Iterable
from typing import Any

import numpy as np

from latentlab.errors import ConfigError
from latentlab.explore.requests.values import Polygon, Vector


def number_text(value: float) -> str:
    """A number as short as it can be written without changing it."""
    text = f"{value:.9g}"
    return text if float(text) == value else repr(float(value))


def vector_text(vector: Iterable[Any]) -> str:
    """Values with commas, each as short as it can be written without changing it."""
    return ",".join(np.format_float_positional(value, unique=True, trim="-") for value in vector)


def parse_vector(text: str) -> Vector:
    """The values that `vector_text` wrote.

    Raises:
        ConfigError: if it is no list of finite numbers.
    """
    try:
        values = np.array([float(part) for part in text.split(",")], np.float64)
    except ValueError:
        raise ConfigError(f"{text!r}: write numbers with commas, for example 0.5,-1,0.") from None
    if not (np.abs(values) <= np.finfo(np.float32).max).all():
        raise ConfigError(f"{text!r}: every number must be finite.")
    return values.astype(np.float32)


def dims_text(dims: Iterable[int]) -> str:
    """Dimensions with commas, for example 0,3,5."""
    return ",".join(map(str, dims))


def parse_dims(text: str) -> tuple[int, ...]:
    """The dimensions that `dims_text` wrote.

    Raises:
        ConfigError: if it is no list of whole numbers.
    """
    try:
        return tuple(int(part) for part in text.split(","))
    except ValueError:
        raise ConfigError(f"{text!r}: write dimensions as whole numbers with commas, for example 0,3,5.") from None


def places_text(places: Polygon) -> str:
    """Places of a map as a command line names them, x,y;x,y and so on."""
    return ";".join(f"{number_text(x)},{number_text(y)}" for x, y in places)


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


def dim_name(dim: int) -> str:
    """What a latent dimension is called, for example z3."""
    return f"z{dim}"


def signed_text(offset: float) -> str:
    """An offset with its sign, for example +1.50, −0.25 or 0."""
    return f"{offset:+.2f}".replace("-", "−") if offset else "0"


def offset_text(offset: float) -> str:
    """A column of a traversal, for example +1.50 σ: it is counted from the current z, which 0 is."""
    return f"{signed_text(offset)} σ" if offset else "z"


def place_text(x: float, y: float) -> str:
    """A place of a map, for example −0.25, 1.50."""
    return f"{x:.2f}, {y:.2f}".replace("-", "−")
