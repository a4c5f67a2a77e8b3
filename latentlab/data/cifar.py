"""CIFAR-10 in either form its author publishes it in, binary or Python's, unpacked or in its `.tar.gz`."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path, PurePosixPath

import numpy as np
from numpy.typing import NDArray

from latentlab.data.sources import Images, ReadRequest
from latentlab.data.trees import required_root
from latentlab.errors import DataError, FileError
from latentlab.files.pickles import ForeignPickleError, bytes_array, read_pickle
from latentlab.files.regular import read_bytes
from latentlab.files.tars import open_tar

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
            found = {name: partial(read_bytes, place / name, _LARGEST_FILE) for name in names if (place / name).is_file()}
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
        with open_tar(path) as archive:
            for member in archive.members():
                name = PurePosixPath(member.name).name
                if name in names and member.regular and member.size <= _LARGEST_FILE:
                    found[name] = partial(bytes, archive.read(member, _LARGEST_FILE))
    except FileError:
        raise DataError(f"{path}: not a .tar.gz file, or a damaged one; fetch it again.") from None
    return found


def _content(path: Path, read: Callable[[], bytes]) -> bytes:
    try:
        return read()
    except FileError as error:
        raise DataError(str(error)) from None


def _binary_batch(name: str, content: bytes) -> _Batch:
    """Records of a label and the planes of red, green and blue."""
    if not content or len(content) % (1 + _VALUES):
        raise DataError(f"{name}: {len(content):,} bytes, no whole number of CIFAR-10's records of {1 + _VALUES:,}; damaged.")
    records = np.frombuffer(content, np.uint8).reshape(-1, 1 + _VALUES)
    return _checked(name, records[:, 1:], records[:, 0].astype(np.int64))


def _python_batch(name: str, content: bytes) -> _Batch:
    """A pickled dictionary with `data` (N, 3072) and `labels`, which is read without doing what it says."""
    try:
        batch = read_pickle(content, Path(name))
    except ForeignPickleError as error:
        raise DataError(f"{name}: {error.reason}, which no batch of CIFAR-10's does; it is not opened.") from None
    except FileError:
        batch = {}
    data, labels = bytes_array(batch.get(b"data")), batch.get(b"labels")
    if data is None or not isinstance(labels, list) or not all(type(label) is int and abs(label) < 2**31 for label in labels):
        raise DataError(f"{name}: not a batch of CIFAR-10's Python form, or a damaged one; fetch it again.")
    if data.ndim != 2 or data.shape[1] != _VALUES or len(labels) != len(data):
        raise DataError(f"{name}: holds data {data.shape} of {data.dtype} and labels ({len(labels)},), no batch of CIFAR-10's.")
    return _checked(name, data, np.array(labels, np.int64))


def _checked(name: str, values: NDArray[np.uint8], labels: NDArray[np.int64]) -> _Batch:
    if labels.size and not 0 <= labels.min() <= labels.max() < len(_NAMES):
        raise DataError(f"{name}: the labels run from {labels.min()} to {labels.max()}; CIFAR-10's run from 0 to 9.")
    return values.reshape(-1, *_SHAPE), labels


def _is(things: list[str]) -> str:
    return "is" if len(things) == 1 else "are"


def read_set(request: ReadRequest) -> Images:
    """As the catalog asks for it."""
    return read_cifar10(request.root)
