"""Named arrays: those of a `.npz` file, or `.npy` files that lie beside each other."""

from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any

from numpy.typing import NDArray

from latentlab.data.array_layout import Header, role_of
from latentlab.data.formats import READABLE
from latentlab.data.kinds import BEGINNING, advice, article, kind_by_content
from latentlab.errors import DataError, FileError
from latentlab.files.arrays import open_npz, read_npy
from latentlab.files.regular import beginning

_OF_FILES = (*READABLE, "tar", "parquet")
WHAT = "one .npz or .npy file"


class Arrays:
    """Arrays whose shapes are known and whose values are read when asked for.

    Attributes:
        headers: shape and type of each that can be read, by name.
        notes: sentences on what is read beside the file that was named, and on what cannot be read.
    """

    def __init__(self, path: Path) -> None:
        self.headers: dict[str, Header] = {}
        self.notes: list[str] = []
        self._path = path
        self._reads: dict[str, Callable[[], NDArray[Any]]] = {}
        self._stack = ExitStack()

    def read(self, name: str) -> NDArray[Any]:
        """An array's values. Raises `DataError` if it is damaged."""
        try:
            return self._reads[name]()
        except FileError as error:
            raise DataError(f"{self._path}: {name} {error.reason}.") from None

    def close(self) -> None:
        """Close what is open."""
        self._stack.close()

    def add_npy(self, name: str, path: Path) -> None:
        """A `.npy` file, mapped into memory. Raises `DataError` if it is none."""
        try:
            values = read_npy(path, "map")
        except FileError as error:
            raise DataError(f"{path}: {_reason(error)}.") from None
        self.headers[name] = Header(values.shape, values.dtype)
        self._reads[name] = lambda: values

    def add_npz(self, path: Path) -> None:
        """The arrays of a `.npz` file. Raises `DataError` if it is none, or none of its arrays can be read."""
        try:
            archive = self._stack.enter_context(open_npz(path))
        except FileError as error:
            raise DataError(f"{path}: {_reason(error)}.") from None
        reasons = []
        for name in archive.names:
            try:
                header = archive.header(name)
            except FileError as error:
                reasons.append(f"{name} {error.reason}")
                continue
            self.headers[name] = Header(header.shape, header.dtype)
            self._reads[name] = partial(archive.read, name)
        if reasons and not self.headers:
            raise DataError(f"{path}: {reasons[0]}.")
        self.notes += [f"{reason}." for reason in reasons]


def open_arrays(path: Path) -> Arrays:
    """The arrays of a `.npz` file, of the `.npy` files in a folder, or of a `.npy` file and those beside it that belong to it.

    Raises:
        DataError: if there are none, or they are damaged.
    """
    arrays = Arrays(path)
    try:
        _add(arrays, path)
    except BaseException:
        arrays.close()
        raise
    return arrays


def _add(arrays: Arrays, path: Path) -> None:
    if path.is_dir():
        files = _npy_files(path)
        if not files:
            raise DataError(f"data.root = {str(path)!r}: is a folder; for data.name = 'array' it should be {WHAT}.")
        for file in files:
            arrays.add_npy(file.stem, file)
        return
    try:
        kind = kind_by_content(beginning(path, BEGINNING))
    except FileError as error:
        raise DataError(f"{path}: {error.reason}.") from None
    if kind == "array":
        _add_npy_and_beside(arrays, path)
    elif kind == "zip":
        arrays.add_npz(path)
        if not arrays.headers:
            raise DataError(f"{path}: holds no arrays; a .zip file of images is read with data.name = 'folder'.")
    elif kind is None or path.suffix.lower() in (".npz", ".npy"):
        raise _damaged(path)
    else:
        told = "image files are read with data.name = 'folder'" if kind in _OF_FILES else advice(kind)
        raise DataError(f"{path}: is {article(kind)}, not an .npz or .npy file" + (f"; {told}." if told else "."))


def _add_npy_and_beside(arrays: Arrays, path: Path) -> None:
    """A `.npy` file of images, and those beside it whose names make them its labels, or other parts of its split."""
    role, part = role_of(path.stem)
    arrays.add_npy(path.stem if role else "images", path)
    taken = []
    for file in sorted(_npy_files(path.parent), key=lambda file: not file.stem.startswith(path.stem)):
        other, other_part = role_of(_without_stem(file.stem, path.stem))
        belongs = other == "labels" if part is None else other in ("images", "labels", role) and other_part is not None
        known = _without_stem(file.stem, path.stem) in arrays.headers
        if file != path and not known and belongs and (part is not None or other_part is None):
            try:
                arrays.add_npy(_without_stem(file.stem, path.stem), file)
            except DataError:
                arrays.notes.append(f"{file.name}, beside the images, is damaged and not read.")
            else:
                taken.append(file.name)
    if taken:
        arrays.notes.append(f"Read beside {path.name}: {', '.join(taken)}.")


def _without_stem(name: str, stem: str) -> str:
    """`faces_labels` beside `faces` → "labels"."""
    return name.removeprefix(stem).strip("_-. ") if name.startswith(stem) and name != stem else name


def _npy_files(folder: Path) -> list[Path]:
    try:
        return sorted(file for file in folder.iterdir() if file.suffix.lower() == ".npy" and file.is_file())
    except OSError as error:
        raise DataError(f"{folder}: cannot be read: {error.strerror}.") from None


def _reason(error: FileError) -> str:
    """What is wrong with an array file, whatever reader found it."""
    if "not a zip file" in error.reason or "not a NumPy array" in error.reason:
        return "not an .npz or .npy file, or a damaged one"
    return error.reason


def _damaged(path: Path) -> DataError:
    return DataError(f"{path}: not an .npz or .npy file, or a damaged one.")
