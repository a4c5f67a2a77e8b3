"""CIFAR-10 in either form its author publishes it in, binary or Python's, unpacked or in its `.tar.gz`."""

import io
import pickle
import tarfile
import zlib
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any

import numpy as np
from numpy.typing import NDArray

from latentlab.data.sources import Images
from latentlab.data.trees import required_root
from latentlab.errors import DataError

_NAMES = ("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck")
_SHAPE = (3, 32, 32)
_VALUES = 3 * 32 * 32
_BINARY = (*(f"data_batch_{number}.bin" for number in range(1, 6)), "test_batch.bin")
_PYTHON = (*(f"data_batch_{number}" for number in range(1, 6)), "test_batch")
_FORMS = {
    _BINARY: ("cifar-10-batches-bin", "cifar-10-binary.tar.gz"),
    _PYTHON: ("cifar-10-batches-py", "cifar-10-python.tar.gz"),
}
_EXPECTED = "cifar-10-batches-bin or cifar-10-batches-py, as folders or as the .tar.gz files they are published in"
_LARGEST_FILE = 64 * 2**20
_FAULTS = (OSError, EOFError, tarfile.TarError, zlib.error)

_Batch = tuple[NDArray[np.uint8], NDArray[np.int64]]


def read_cifar10(root: Path | None) -> Images:
    """All six batches, from the official folder or `.tar.gz` in `root`, or from `root` where it is one of them.

    Raises:
        DataError: if a batch is missing, damaged or something else.
    """
    root = required_root(root, "cifar10", f"the folder that holds {_EXPECTED}")
    place, names, files = _find(root)
    missing = [name for name in names if name not in files]
    if missing:
        raise DataError(f"{place}: {', '.join(missing)} of CIFAR-10's {len(names)} batches {_is(missing)} missing.")
    read = _binary_batch if names == _BINARY else _python_batch
    batches = [read(f"{place / name}", _content(place / name, files[name])) for name in names]
    return Images(
        np.concatenate([pixels for pixels, _ in batches]),
        np.concatenate([labels for _, labels in batches]),
        sum(len(pixels) for pixels, _ in batches[:-1]),
        place.name,
        _NAMES,
    )


def _find(root: Path) -> tuple[Path, tuple[str, ...], Mapping[str, Callable[[], bytes]]]:
    """Place, expected names, and what is there of them; the first place that has any."""
    for names, (folder, archive) in _FORMS.items():
        for place in (root, root / folder):
            found = {name: (place / name).read_bytes for name in names if (place / name).is_file()}
            if found:
                return place, names, found
        packed = root if root.name == archive else root / archive
        if packed.is_file():
            return packed, names, _from_archive(packed, names)
    raise DataError(f"data.root = {str(root)!r} holds no CIFAR-10 batches; expected {_EXPECTED}.")


def _from_archive(path: Path, names: tuple[str, ...]) -> dict[str, Callable[[], bytes]]:
    """The members that are asked for, read into memory: a `.tar.gz` can only be gone through from its start."""
    found: dict[str, Callable[[], bytes]] = {}
    try:
        with tarfile.open(path, "r:gz") as archive:
            for member in archive:
                name = PurePosixPath(member.name).name
                if name in names and member.isfile() and member.size <= _LARGEST_FILE:
                    file = archive.extractfile(member)
                    assert file is not None  # a regular file has content
                    found[name] = partial(bytes, file.read())
    except _FAULTS:
        raise DataError(f"{path}: not a .tar.gz file, or a damaged one; fetch it again.") from None
    return found


def _content(path: Path, read: Callable[[], bytes]) -> bytes:
    try:
        return read()
    except OSError as error:
        raise DataError(f"{path}: cannot be read: {error.strerror}.") from None


def _binary_batch(name: str, content: bytes) -> _Batch:
    """Records of a label and the planes of red, green and blue."""
    if not content or len(content) % (1 + _VALUES):
        raise DataError(f"{name}: {len(content):,} bytes, no whole number of CIFAR-10's records of {1 + _VALUES:,}; damaged.")
    records = np.frombuffer(content, np.uint8).reshape(-1, 1 + _VALUES)
    return _checked(name, records[:, 1:], records[:, 0].astype(np.int64))


def _python_batch(name: str, content: bytes) -> _Batch:
    """A pickled dictionary with `data` (N, 3072) and `labels`; nothing but plain values and arrays is built from it."""
    try:
        batch = _PlainUnpickler(io.BytesIO(content), encoding="bytes").load()
        data, labels = np.asarray(batch[b"data"]), np.asarray(batch[b"labels"], np.int64)
    except _Foreign as error:
        raise DataError(f"{name}: {error}") from None
    except Exception:  # noqa: BLE001 - a damaged pickle may raise anything
        raise DataError(f"{name}: not a batch of CIFAR-10's Python form, or a damaged one; fetch it again.") from None
    if data.dtype != np.uint8 or data.ndim != 2 or data.shape[1] != _VALUES or labels.shape != data.shape[:1]:
        raise DataError(f"{name}: holds data {data.shape} of {data.dtype} and labels {labels.shape}, no batch of CIFAR-10's.")
    return _checked(name, data, labels)


def _checked(name: str, values: NDArray[np.uint8], labels: NDArray[np.int64]) -> _Batch:
    if labels.size and not 0 <= labels.min() <= labels.max() < len(_NAMES):
        raise DataError(f"{name}: the labels run from {labels.min()} to {labels.max()}; CIFAR-10's run from 0 to 9.")
    return values.reshape(-1, *_SHAPE), labels


class _Foreign(pickle.UnpicklingError):
    """A pickle asks for something that a batch of images has no need of."""


class _PlainUnpickler(pickle.Unpickler):
    """Builds NumPy arrays and Python's plain values; whatever else a pickle names is refused before it is looked up."""

    _MODULES = ("numpy", "numpy.core.multiarray", "numpy._core.multiarray")

    def find_class(self, module: str, name: str) -> Any:
        if module in self._MODULES:
            if name == "_reconstruct":
                return np.empty(0).__reduce__()[0]
            if name in ("ndarray", "dtype"):
                return getattr(np, name)
        raise _Foreign(f"names {module}.{name}, which no batch of CIFAR-10's does; it is not opened.")


def _is(things: list[str]) -> str:
    return "is" if len(things) == 1 else "are"
