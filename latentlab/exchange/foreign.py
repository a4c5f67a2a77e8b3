"""A network that was rebuilt from what another program wrote, before it is a run."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from latentlab.errors import FileError, shown

if TYPE_CHECKING:
    from torch import Tensor, nn

IN_ITS_PLACE = (
    "Write a plug-in with a network of the same tensors and name it with --set model.name=NAME, or export encoder and decoder "
    "to ONNX and import those"
)
"""What works where a network cannot be rebuilt."""
UNKNOWN_LIKELIHOOD: Mapping[str, Any] = {"name": "none"}


@dataclass(frozen=True)
class Rebuilt:
    """A network from elsewhere, with its weights.

    Attributes:
        model: settings of the section [model].
        likelihood: settings of the section [likelihood].
        image_shape: (C, H, W) that it takes.
        weights: by the names that LatentLab has for them, in float32.
        provenance: what it was and who wrote it, in words.
    """

    model: Mapping[str, Any]
    likelihood: Mapping[str, Any]
    image_shape: tuple[int, int, int]
    weights: "Mapping[str, Tensor]"
    provenance: Mapping[str, str]


def count_of(values: Mapping[str, Any], key: str, path: Path, most: int) -> int:
    """A whole number of at least 1. Raises `FileError` if there is none or it is larger than `most`."""
    value = values.get(key)
    if type(value) is not int or not 1 <= value <= most:
        raise FileError(path, f"{key} is {shown(value)}; a whole number from 1 to {most:,} is needed")
    return value


def flag_of(values: Mapping[str, Any], key: str, path: Path, default: bool) -> bool:
    """A yes or no. Raises `FileError` if it is something else."""
    value = values.get(key, default)
    if not isinstance(value, bool):
        raise FileError(path, f"{key} is {shown(value)}; true or false is needed")
    return value


def without_memory(network: "nn.Module", prefix: str) -> dict[str, tuple[int, ...]]:
    """The shape of each of a network's tensors, by its name within the model."""
    return {f"{prefix}.{name}": tuple(value.shape) for name, value in network.state_dict().items()}


def refuse_other_shapes(path: Path, found: Mapping[str, tuple[int, ...]], wanted: Mapping[str, tuple[int, ...]]) -> None:
    """Raise `FileError` if a file's tensors are not those that its settings need."""
    _refuse_missing(path, found, wanted)
    for name, shape in found.items():
        if name not in wanted:
            raise FileError(path, f"holds {name[:80]!r}, which a network of these settings does not have")
        if shape != wanted[name]:
            raise FileError(path, f"{name!r} has the shape {shape}; by the settings beside it, it should be {wanted[name]}")


def _refuse_missing(path: Path, found: Collection[str], wanted: Collection[str]) -> None:
    missing = next((name for name in wanted if name not in found), None)
    if missing is not None:
        raise FileError(path, f"lacks {missing!r}, which a network of these settings has")
