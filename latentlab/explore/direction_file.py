"""Directions in a file: an NPZ of names, vectors (K, D), spreads (K,) and steps (K,), without pickled code.

Writing one needs no torch.
"""

import io
import zipfile
from typing import TYPE_CHECKING

import numpy as np

from latentlab.errors import DataError
from latentlab.explore.requests import DirectionsRead, KeptDirection, ReadDirections

if TYPE_CHECKING:
    from latentlab.explore.scene import Scene

_ARRAYS = ("names", "vectors", "spreads", "steps")


def directions_file(directions: tuple[KeptDirection, ...]) -> bytes:
    """The file's bytes."""
    file = io.BytesIO()
    np.savez(
        file,
        names=np.array([direction.name for direction in directions]),
        vectors=np.stack([direction.vector for direction in directions]),
        spreads=np.array([direction.spread for direction in directions]),
        steps=np.array([direction.step for direction in directions]),
    )
    return file.getvalue()


def read_directions(scene: "Scene", request: ReadDirections, step: int) -> DirectionsRead:
    """The directions of a file that `directions_file` filled.

    Raises:
        DataError: if it cannot be read, holds something else, or its directions have another number of dimensions.
    """
    path = request.path
    try:
        with np.load(path, allow_pickle=False) as file:
            names, vectors, spreads, steps = (file[name] for name in _ARRAYS)
    except OSError as error:
        raise DataError(f"{path}: the file cannot be read: {error.strerror or error}.") from None
    except (KeyError, ValueError, TypeError, AttributeError, zipfile.BadZipFile):
        raise DataError(f"{path}: no file of saved directions; one holds {', '.join(_ARRAYS)}.") from None
    size = scene.model.latent_dim
    if vectors.ndim != 2 or vectors.shape[1] != size:
        raise DataError(f"{path}: its directions are of shape {vectors.shape}; this model has {size} latent dimensions.")
    columns = zip(names.tolist(), vectors.astype(np.float32), spreads.tolist(), steps.tolist(), strict=True)
    return DirectionsRead(step, tuple(KeptDirection(*column) for column in columns))
