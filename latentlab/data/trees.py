"""The image files below a folder, or inside a zip file that is read where it stands and never unpacked."""

import os
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath

import numpy as np
from numpy.typing import NDArray

from latentlab.data.faults import FileFault
from latentlab.errors import DataError

SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".jfif", ".webp", ".bmp", ".tif", ".tiff", ".gif", ".pgm", ".ppm"})
LARGEST_FILE = 256 * 2**20
_DRIVE = re.compile(r"[A-Za-z]:")
_DIGITS = re.compile(r"([0-9]+)")
_ZIP_FAULTS = (OSError, EOFError, ValueError, RuntimeError, zipfile.BadZipFile, zlib.error)


@dataclass(frozen=True, slots=True)
class ImageFile:
    """One file.

    Attributes:
        path: where it lies below the folder or in the zip.
        read: gives its bytes; raises `FileFault`.
        size: in bytes.
        version: changes with the content: the time of the last change in nanoseconds, in a zip the CRC.
    """

    path: PurePosixPath
    read: Callable[[], bytes]
    size: int
    version: int


@dataclass(frozen=True)
class ImageTree:
    """What a folder or a zip file holds.

    Attributes:
        files: those that look like images by their names, in natural order: 2.png before 10.png.
        refused: the files and folders that are not touched: unreadable, too large, or placed outside its zip.
        other: number of files that do not look like images; hidden ones are not counted.
    """

    files: list[ImageFile]
    refused: list[FileFault]
    other: int


def required_root(root: Path | None, collection: str, what: str, called: str = "data.root = ") -> Path:
    """The place that a person named.

    Args:
        root: as it was named, if it was.
        collection: that is asked for.
        what: the place should be.
        called: what stands before its name in an error.

    Raises:
        DataError: if none was named, or nothing is there.
    """
    if root is None:
        raise DataError(f"{collection} needs data.root: {what}.")
    try:
        root.stat()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise DataError(f"{called}{str(root)!r}: there is no such folder or .zip file; it should be {what}.") from None
    except OSError as error:
        raise DataError(f"{called}{str(root)!r}: cannot be read: {error.strerror}.") from None
    return root


@contextmanager
def open_tree(root: Path) -> Iterator[ImageTree]:
    """The images of a folder or a zip file; they can be read as long as the context is open.

    Hidden files, and what macOS adds to a zip, are passed over.

    Raises:
        DataError: if the folder cannot be listed or the file is no zip.
    """
    if not root.is_file():
        yield _from_folder(root)
        return
    try:
        archive = zipfile.ZipFile(root)
    except _ZIP_FAULTS:
        raise DataError(f"{root}: not a zip file, or a damaged one; fetch or pack it again.") from None
    with archive:
        yield _from_zip(archive)


def classes_of(paths: Sequence[PurePosixPath]) -> tuple[NDArray[np.int64], tuple[str, ...]]:
    """The first sub-folder in which files differ, by its place among the others in natural order, and their names.

    There are no names where the files do not differ so.
    """
    folders = [path.parts[:-1] for path in paths]
    shared = 0
    while len({folder[shared : shared + 1] for folder in folders}) == 1 and all(len(folder) > shared for folder in folders):
        shared += 1
    classes = [PurePosixPath(*folder[shared : shared + 1]) for folder in folders]
    index = {name: label for label, name in enumerate(sorted(set(classes), key=natural_key))}
    return np.array([index[name] for name in classes], np.int64), tuple(map(str, index)) if len(index) > 1 else ()


_ByValue = tuple[str | tuple[int, str], ...]


def natural_key(path: PurePosixPath) -> list[tuple[_ByValue, str]]:
    """Orders paths part by part, and numbers by value."""
    return [(_by_value(part), part) for part in path.parts]


def _by_value(name: str) -> _ByValue:
    """Text and numbers by turns, a number as its length without leading zeros and its digits."""
    pieces = enumerate(_DIGITS.split(name.casefold()))
    return tuple((len(piece.lstrip("0")), piece.lstrip("0")) if place % 2 else piece for place, piece in pieces)


def _from_folder(root: Path) -> ImageTree:
    files: list[ImageFile] = []
    refused: list[FileFault] = []
    other = 0

    def note(error: OSError) -> None:
        if Path(error.filename) == root:
            raise DataError(f"{root}: cannot be read: {error.strerror}.")
        refused.append(FileFault(str(error.filename), "unreadable", f"cannot be read: {error.strerror}"))

    for folder, folders, names in os.walk(root, onerror=note):
        folders[:] = [name for name in folders if not _is_hidden(name)]
        below = PurePosixPath(Path(folder).relative_to(root).as_posix())
        for name in names:
            if _is_hidden(name):
                continue
            if _has_image_suffix(name):
                path = PurePosixPath(f"{below}/{name}")
                file = os.path.join(folder, name)  # noqa: PTH118 - a text is a tenth of a Path, and there may be 200,000
                files.append(ImageFile(path, partial(_read_file, file, path), *_stamp(file)))
            else:
                other += 1
    return _sorted(files, refused, other)


def _stamp(file: str) -> tuple[int, int]:
    """Size and time of the last change; zeros for what may not be read, which is another state of the same file."""
    try:
        status = os.stat(file)  # noqa: PTH116
    except OSError:
        return 0, 0
    if not os.access(file, os.R_OK):
        return 0, 0
    return status.st_size, status.st_mtime_ns


def _from_zip(archive: zipfile.ZipFile) -> ImageTree:
    files: list[ImageFile] = []
    refused: list[FileFault] = []
    other = 0
    for info in archive.infolist():
        name = info.filename.replace("\\", "/")
        path = PurePosixPath(name)
        if info.is_dir() or any(_is_hidden(part) for part in path.parts):
            continue
        if not _has_image_suffix(name):
            other += 1
        elif path.is_absolute() or ".." in path.parts or _DRIVE.match(name):
            refused.append(FileFault(name, "outside_zip", "would lie outside the zip's folder"))
        elif info.file_size > LARGEST_FILE:
            refused.append(FileFault(name, "too_large", _too_large(info.file_size)))
        else:
            files.append(ImageFile(path, partial(_read_entry, archive, info, path), info.file_size, info.CRC))
    return _sorted(files, refused, other)


def _sorted(files: list[ImageFile], refused: list[FileFault], other: int) -> ImageTree:
    return ImageTree(sorted(files, key=lambda file: natural_key(file.path)), sorted(refused, key=str), other)


def _has_image_suffix(name: str) -> bool:
    return os.path.splitext(name)[1].lower() in SUFFIXES  # noqa: PTH122 - a path of its own would take ten times as long


def _is_hidden(name: str) -> bool:
    return (name.startswith(".") and name != "..") or name == "__MACOSX"


def _read_file(file: str, path: PurePosixPath) -> bytes:
    try:
        if not os.path.isfile(file):  # noqa: PTH113 - a pipe of that name would be waited for
            raise FileFault(str(path), "unreadable", "not a file that can be read")
        size = os.path.getsize(file)  # noqa: PTH202
        if size > LARGEST_FILE:
            raise FileFault(str(path), "too_large", _too_large(size))
        return Path(file).read_bytes()
    except OSError as error:
        raise FileFault(str(path), "unreadable", f"cannot be read: {error.strerror}") from None


def _read_entry(archive: zipfile.ZipFile, info: zipfile.ZipInfo, path: PurePosixPath) -> bytes:
    try:
        return archive.read(info)
    except _ZIP_FAULTS as error:
        raise FileFault(str(path), "broken", f"cannot be unpacked: {error}") from None


def _too_large(size: int) -> str:
    return f"{size / 2**20:,.0f} MiB, more than the {LARGEST_FILE // 2**20} an image file may have"
