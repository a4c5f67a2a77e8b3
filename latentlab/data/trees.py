"""The image files below a folder, or inside a zip file that is read where it stands and never unpacked."""

import os
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath

from latentlab.errors import DataError

SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".jfif", ".webp", ".bmp", ".tif", ".tiff", ".gif", ".pgm", ".ppm"})
LARGEST_FILE = 256 * 2**20
_DRIVE = re.compile(r"[A-Za-z]:")
_DIGITS = re.compile(r"([0-9]+)")
_ZIP_FAULTS = (OSError, EOFError, ValueError, RuntimeError, zipfile.BadZipFile, zlib.error)


@dataclass(frozen=True)
class ImageFile:
    """One file.

    Attributes:
        path: where it lies below the folder or in the zip.
        read: gives its bytes; raises `DataError`, with the path and what is wrong.
    """

    path: PurePosixPath
    read: Callable[[], bytes]


@dataclass(frozen=True)
class ImageTree:
    """What a folder or a zip file holds.

    Attributes:
        files: those that look like images by their names, in natural order: 2.png before 10.png.
        refused: a line for each file and folder that is not touched: unreadable, too large, or placed outside its zip.
    """

    files: list[ImageFile]
    refused: list[str]


def required_root(root: Path | None, collection: str, what: str) -> Path:
    """The place that a person named.

    Args:
        root: as it was named, if it was.
        collection: that is asked for.
        what: the place should be.

    Raises:
        DataError: if none was named, or nothing is there.
    """
    if root is None:
        raise DataError(f"{collection} needs data.root: {what}.")
    try:
        root.stat()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise DataError(f"data.root = {str(root)!r}: there is no such folder or .zip file; it should be {what}.") from None
    except OSError as error:
        raise DataError(f"data.root = {str(root)!r}: cannot be read: {error.strerror}.") from None
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
    refused: list[str] = []

    def note(error: OSError) -> None:
        if Path(error.filename) == root:
            raise DataError(f"{root}: cannot be read: {error.strerror}.")
        refused.append(f"{error.filename}: cannot be read: {error.strerror}")

    for folder, folders, names in os.walk(root, onerror=note):
        folders[:] = [name for name in folders if not _is_hidden(name)]
        for name in names:
            file = Path(folder, name)
            path = PurePosixPath(file.relative_to(root).as_posix())
            if _looks_like_image(path):
                files.append(ImageFile(path, partial(_read_file, file, path)))
    return _sorted(files, refused)


def _from_zip(archive: zipfile.ZipFile) -> ImageTree:
    files: list[ImageFile] = []
    refused: list[str] = []
    for info in archive.infolist():
        name = info.filename.replace("\\", "/")
        path = PurePosixPath(name)
        if info.is_dir() or not _looks_like_image(path):
            continue
        if path.is_absolute() or ".." in path.parts or _DRIVE.match(name):
            refused.append(f"{name}: would lie outside the zip's folder")
        elif info.file_size > LARGEST_FILE:
            refused.append(f"{name}: {_too_large(info.file_size)}")
        else:
            files.append(ImageFile(path, partial(_read_entry, archive, info, path)))
    return _sorted(files, refused)


def _sorted(files: list[ImageFile], refused: list[str]) -> ImageTree:
    return ImageTree(sorted(files, key=lambda file: natural_key(file.path)), sorted(refused))


def _looks_like_image(path: PurePosixPath) -> bool:
    return path.suffix.lower() in SUFFIXES and not any(_is_hidden(part) for part in path.parts)


def _is_hidden(name: str) -> bool:
    return (name.startswith(".") and name != "..") or name == "__MACOSX"


def _read_file(file: Path, path: PurePosixPath) -> bytes:
    try:
        if not file.is_file():  # a pipe of that name would be waited for
            raise DataError(f"{path}: not a file that can be read")
        size = file.stat().st_size
        if size > LARGEST_FILE:
            raise DataError(f"{path}: {_too_large(size)}")
        return file.read_bytes()
    except OSError as error:
        raise DataError(f"{path}: cannot be read: {error.strerror}") from None


def _read_entry(archive: zipfile.ZipFile, info: zipfile.ZipInfo, path: PurePosixPath) -> bytes:
    try:
        return archive.read(info)
    except _ZIP_FAULTS as error:
        raise DataError(f"{path}: cannot be unpacked: {error}") from None


def _too_large(size: int) -> str:
    return f"{size / 2**20:,.0f} MiB, more than the {LARGEST_FILE // 2**20} an image file may have"
