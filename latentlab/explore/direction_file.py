"""Directions in a file: an NPZ of names, vectors (K, D), spreads (K,) and steps (K,), without pickled code.

Writing one needs no torch.
"""

import io
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from latentlab.errors import DataError, FileError, MissingFileError
from latentlab.explore.answers import answers
from latentlab.explore.requests.directions import DirectionsRead, KeptDirection, ReadDirections
from latentlab.files.arrays import read_npz

if TYPE_CHECKING:
    from latentlab.explore.scene import Scene

_ARRAYS = ("names", "vectors", "spreads", "steps")
_LARGEST = 2**24
_MOST = 1000
_LONGEST_NAME = 200


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


@answers(ReadDirections)
def read_directions(scene: "Scene", request: ReadDirections, step: int) -> DirectionsRead:
    """The directions of a file that `directions_file` filled.

    Raises:
        DataError: if it cannot be read, holds something else, or its directions have another number of dimensions.
    """
    path, size = request.path, scene.model.latent_dim
    try:
        found = read_npz(path, _ARRAYS, _LARGEST)
    except MissingFileError:
        raise DataError(f"{path}: the file cannot be read: No such file or directory.") from None
    except FileError as error:
        raise DataError(f"{path}: no file of saved directions: {error.reason}.") from None
    if len(found) < len(_ARRAYS):
        raise DataError(f"{path}: no file of saved directions; one holds {', '.join(_ARRAYS)}.")
    names, vectors, spreads, steps = (found[name] for name in _ARRAYS)
    if vectors.ndim != 2 or vectors.shape[1] != size:
        raise DataError(f"{path}: its directions are of shape {vectors.shape}; this model has {size} latent dimensions.")
    count = len(vectors)
    if not count == names.size == spreads.size == steps.size or count > _MOST:
        raise DataError(f"{path}: should hold one name, spread and step for each of up to {_MOST} directions.")
    if names.dtype.kind != "U" or steps.dtype.kind not in "iu" or not all(map(_are_finite, (vectors, spreads))):
        raise DataError(f"{path}: names should be texts, steps whole numbers, vectors and spreads finite numbers.")
    plain = (list(map(_printable, names.flat)), spreads.ravel().tolist(), steps.ravel().tolist())
    columns = zip(plain[0], vectors.astype(np.float32), *plain[1:], strict=True)
    return DirectionsRead(step, tuple(KeptDirection(*column) for column in columns))


def _are_finite(values: NDArray[Any]) -> bool:
    with np.errstate(over="ignore"):
        return values.dtype.kind in "fiu" and bool(np.isfinite(values.astype(np.float32)).all())


def _printable(name: str) -> str:
    return "".join(letter for letter in str(name)[:_LONGEST_NAME] if letter.isprintable())
