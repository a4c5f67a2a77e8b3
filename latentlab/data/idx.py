"""MNIST and the sets made after it, in LeCun's IDX files as their authors publish them."""

import string
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from latentlab.catalog.data_settings import EmnistConfig
from latentlab.data.sources import Images, ReadRequest
from latentlab.errors import DataError, FileError
from latentlab.files.idx import parse_idx, read_idx
from latentlab.files.zips import Zip, ZipMember, open_zip

EmnistSubset = Literal["balanced", "byclass", "bymerge", "letters", "digits", "mnist"]

_Read = Callable[[int], NDArray[np.uint8]]
"""Reads an array of so many dimensions; raises `FileError`."""


@dataclass(frozen=True)
class IdxSet:
    """A collection of four files: images and labels to train on, images and labels to test on.

    Attributes:
        name: by which a config asks for it.
        title: its name in words.
        folder: that torchvision makes for it, and in it `raw`.
        train: of the two files' names, what comes before `-images-idx3-ubyte`.
        test: likewise.
        label_names: of the labels from 0 on; empty where they are digits.
        first_label: what the files call label 0.
        transposed: rows and columns are exchanged in the files.
        archive: a zip that the files may lie in.
    """

    name: str
    title: str
    folder: str
    train: str = "train"
    test: str = "t10k"
    label_names: tuple[str, ...] = ()
    first_label: int = 0
    transposed: bool = False
    archive: str | None = None


_FASHION = ("T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot")
_KUZUSHIJI = ("o", "ki", "su", "tsu", "na", "ha", "ma", "ya", "re", "wo")

MNIST = IdxSet("mnist", "MNIST", "MNIST")
FASHION_MNIST = IdxSet("fashion-mnist", "Fashion-MNIST", "FashionMNIST", label_names=_FASHION)
KMNIST = IdxSet("kmnist", "KMNIST", "KMNIST", label_names=_KUZUSHIJI)

_CHARACTERS = string.digits + string.ascii_uppercase + string.ascii_lowercase
# Lower-case letters that look like their capitals and share a class with them.
_MERGED = "".join(letter for letter in _CHARACTERS if letter not in "cijklmopsuvwxyz")
_EMNIST_CLASSES: Mapping[EmnistSubset, str] = {
    "balanced": _MERGED,
    "byclass": _CHARACTERS,
    "bymerge": _MERGED,
    "letters": string.ascii_uppercase,
    "digits": string.digits,
    "mnist": string.digits,
}


def emnist(subset: EmnistSubset) -> IdxSet:
    """One of the sets that EMNIST is published in, whose images lie on their sides in the files."""
    return IdxSet(
        "emnist",
        f"EMNIST {subset}",
        "EMNIST",
        f"emnist-{subset}-train",
        f"emnist-{subset}-test",
        label_names=tuple(_EMNIST_CLASSES[subset]),
        first_label=1 if subset == "letters" else 0,
        transposed=True,
        archive="gzip.zip",
    )


@dataclass(frozen=True)
class _Shelf:
    """A place that holds some of the files.

    Attributes:
        place: folder or zip.
        files: what reads each array, by name.
    """

    place: Path
    files: Mapping[str, _Read]

    def get(self, name: str) -> _Read | None:
        """What reads a file that may be gzipped, and of whose name the dashes may have become dots."""
        dotted = name.replace("-idx", ".idx")
        names = [key for form in (name, dotted) for key in (form, f"{form}.gz")]
        return next((self.files[key] for key in names if key in self.files), None)


def read_idx_set(root: Path | None, idx_set: IdxSet) -> Images:
    """A set from its IDX files, plain or gzipped, in `root` or in the folder that torchvision makes there.

    With both official parts the split is the official one; one part alone is read without a split. Images whose labels are
    missing or damaged have none. `root` may also be one of the files.

    Raises:
        DataError: if the folder or a file is missing, truncated or something else.
    """
    names = [f"{part}-{what}" for part in (idx_set.train, idx_set.test) for what in ("images-idx3-ubyte", "labels-idx1-ubyte")]
    if root is None:
        raise DataError(
            f"{idx_set.name} needs data.root: the folder that holds its IDX files, for example {names[2]}.gz and {names[3]}.gz."
        )
    if root.is_file():
        root = root.parent
    if not root.is_dir():
        raise DataError(f"data.root = {str(root)!r}: there is no such folder; it should hold {idx_set.title}'s IDX files.")
    notes: list[str] = []
    with ExitStack() as stack:
        shelf = next((shelf for shelf in _shelves(root, idx_set, stack) if _parts_on(shelf, idx_set)), None)
        if shelf is None:
            archive = f", or {idx_set.archive}" if idx_set.archive else ""
            raise DataError(
                f"data.root = {str(root)!r} holds no {idx_set.title} images; expected {names[0]} or {names[2]}, "
                f"plain or .gz{archive}."
            )
        parts = [_read_part(shelf, part, notes) for part in _parts_on(shelf, idx_set)]
    shapes = {pixels.shape[1:] for pixels, _ in parts}
    if len(shapes) > 1:
        raise DataError(
            f"{shelf.place}: the training and test images differ in size: {' and '.join(map(str, sorted(shapes)))}."
        )
    pixels = np.concatenate([pixels for pixels, _ in parts])[:, None]
    return Images(
        np.ascontiguousarray(pixels.swapaxes(2, 3)) if idx_set.transposed else pixels,
        _numbered_from_zero(np.concatenate([labels for _, labels in parts]), idx_set, shelf),
        len(parts[0][0]) if len(parts) == 2 else None,
        " and ".join(f"{part}-images-idx3-ubyte" for part in _parts_on(shelf, idx_set)),
        idx_set.label_names,
        notes=tuple(notes),
    )


def _shelves(root: Path, idx_set: IdxSet, stack: ExitStack) -> Iterator[_Shelf]:
    """The places to look in, the likelier first."""
    folders = [root, root / idx_set.folder / "raw", root / idx_set.name, root / idx_set.folder]
    for folder in filter(Path.is_dir, folders):
        yield _Shelf(
            folder, {file.name: partial(read_idx, file) for file in map(_unwrapped, _listed(folder)) if file.is_file()}
        )
    for folder in folders:
        if idx_set.archive and (folder / idx_set.archive).is_file():
            yield _zip_shelf(folder / idx_set.archive, stack)


def _unwrapped(path: Path) -> Path:
    """A file, where an archive was unpacked into a folder of the file's own name."""
    inside = path / path.name
    return inside if path.is_dir() and inside.is_file() else path


def _listed(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError as error:
        raise DataError(f"{folder}: cannot be read: {error.strerror}.") from None


def _zip_shelf(path: Path, stack: ExitStack) -> _Shelf:
    try:
        archive = stack.enter_context(open_zip(path))
    except FileError as error:
        raise DataError(str(error)) from None
    return _Shelf(path, {PurePosixPath(member.name).name: partial(_read_entry, archive, member) for member in archive.members})


def _read_entry(archive: Zip, member: ZipMember, dimensions: int) -> NDArray[np.uint8]:
    return parse_idx(archive.read(member), archive.place(member), dimensions)


def _parts_on(shelf: _Shelf, idx_set: IdxSet) -> list[str]:
    return [part for part in (idx_set.train, idx_set.test) if shelf.get(f"{part}-images-idx3-ubyte")]


def _read_part(shelf: _Shelf, part: str, notes: list[str]) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """Images, and the labels as they are numbered in the file, −1 where there are none."""
    images, labels = f"{part}-images-idx3-ubyte", f"{part}-labels-idx1-ubyte"
    found, beside = shelf.get(images), shelf.get(labels)
    assert found is not None  # which parts there are, their images tell
    try:
        pixels = found(3)
    except FileError as error:
        raise DataError(str(error)) from None
    numbers = np.full(len(pixels), -1, np.int64)
    if beside is None:
        notes.append(f"{labels} (or {labels}.gz) is missing; the images of {part} have no labels.")
        return pixels, numbers
    try:
        read = beside(1)
    except FileError as error:
        notes.append(f"The images of {part} have no labels: {error}")
        return pixels, numbers
    if len(read) != len(pixels):
        notes.append(f"{images} holds {len(pixels):,} images but {labels} {len(read):,} labels; the labels are left out.")
        return pixels, numbers
    return pixels, read.astype(np.int64)


def _numbered_from_zero(labels: NDArray[np.int64], idx_set: IdxSet, shelf: _Shelf) -> NDArray[np.int64]:
    numbers = np.where(labels < 0, -1, labels - idx_set.first_label)
    count, there = len(idx_set.label_names), labels >= 0
    if count and not (numbers[there].min(initial=0) >= 0 and numbers.max(initial=-1) < count):
        first = idx_set.first_label
        raise DataError(
            f"{shelf.place}: the labels run from {labels.min()} to {labels.max()}; {idx_set.title}'s run from {first} to "
            f"{first + count - 1}."
        )
    return numbers


def read_mnist(request: ReadRequest) -> Images:
    """As the catalog asks for it."""
    return read_idx_set(request.root, MNIST)


def read_fashion_mnist(request: ReadRequest) -> Images:
    """As the catalog asks for it."""
    return read_idx_set(request.root, FASHION_MNIST)


def read_kmnist(request: ReadRequest) -> Images:
    """As the catalog asks for it."""
    return read_idx_set(request.root, KMNIST)


def read_emnist(request: ReadRequest) -> Images:
    """As the catalog asks for it."""
    assert isinstance(request.settings, EmnistConfig)
    return read_idx_set(request.root, emnist(request.settings.subset))
