"""CelebA in its official layout: the aligned photographs, 40 attributes each, and the split its authors made."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from latentlab.data.layout import Layout
from latentlab.data.prepare import prepare_somewhere
from latentlab.data.prepared import StoreSettings, read_index, read_prepared
from latentlab.data.sources import Images, ReadRequest
from latentlab.data.store import Attributes
from latentlab.data.trees import ImageFile, ImageTree, open_tree, required_root
from latentlab.data.watching import Cancelled, Progress
from latentlab.errors import DataError, FileError
from latentlab.files.regular import read_bytes

_IMAGES, _ATTRIBUTES, _PARTITION = "img_align_celeba", "list_attr_celeba.txt", "list_eval_partition.txt"
_EXPECTED = f"{_IMAGES} (folder or .zip), {_ATTRIBUTES} and {_PARTITION}"
_WIDTH, _CROP = 178, 148
_LARGEST_LIST = 2**26
# What is cut off at each of the four edges, as a share of the side, before the middle square is taken: 178 − 2·15 = 148.
_EDGE = (1 - _CROP / _WIDTH) / 2
_TRAIN, _VALIDATION, _TEST = range(3)


@dataclass(frozen=True)
class _Files:
    """Where the parts of CelebA lie."""

    images: Path
    attributes: Path
    partition: Path


def celeba_settings(size: int) -> StoreSettings:
    """Cut to the middle 148×148 pixels, as is the custom, and scaled, in colour."""
    return StoreSettings(size=size, channels="colour", edge=_EDGE)


def celeba_photographs(root: Path | None) -> Path:
    """The folder or zip file that holds them, in `root` or its `celeba`. Raises `DataError` as `read_celeba` does."""
    return _find(_required(root)).images


def read_celeba(root: Path | None, size: int, progress: Progress | None = None, cancelled: Cancelled | None = None) -> Images:
    """The photographs in `root` or its `celeba`, prepared as `celeba_settings` say and mapped into memory.

    The attributes are 0 or 1; there are no labels (`identity_CelebA.txt` is not read: no person is on both sides of the
    split). The order is that of the official parts, and within them that of the list: training, validation, test. The
    validation part is held out where a config holds out validation images, and left out otherwise. Photographs that cannot be
    read are left out and counted.

    Raises:
        DataError: if one of the files is missing or damaged, a listed photograph is not there, or `prepare` says so.
        StoppedError: once `cancelled` answers true.
    """
    files = _find(_required(root))
    names, parts = _read_partition(files.partition)
    attributes = _read_attributes(files.attributes, names)
    order = np.argsort(parts, kind="stable")
    with open_tree(files.images) as tree:
        photographs = _photographs(tree.files, names, files.images)
        # In the order of the parts, so that none of the pixels need be moved in memory afterwards.
        in_order = ImageTree([photographs[index] for index in order], Layout(np.full(len(order), -1, np.int64)))
        store, told = prepare_somewhere(files.images, in_order, celeba_settings(size), progress, cancelled)
    index = read_index(store)
    place = {name: number for number, name in enumerate(names)}
    kept = np.array([place[file.rpartition("/")[2]] for file in index.files], np.int64)
    counts = np.bincount(parts[kept], minlength=3)
    missing = f", {len(index.problems):,} could not be read" if index.problems else ""
    return Images(
        read_prepared(store).pixels,
        np.full(len(kept), -1, np.int64),
        int(counts[_TRAIN]),
        f"{files.images.name}: {len(kept):,} photographs{missing}",
        attributes=attributes.part(kept),
        validation_count=int(counts[_VALIDATION]),
        names=index.files,
        notes=told,
    )


def _required(root: Path | None) -> Path:
    return required_root(root, "celeba", f"the folder that holds {_EXPECTED}")


def _find(root: Path) -> _Files:
    """The first of the usual places that has any of the three, which then has to have all."""
    names = [_IMAGES, _ATTRIBUTES, _PARTITION]
    for folder in (root, root / "celeba"):
        images = next((place for place in _image_places(folder) if place.exists()), None)
        attributes, partition = (_list_in(folder, name) for name in (_ATTRIBUTES, _PARTITION))
        found = [images is not None, attributes is not None, partition is not None]
        if images is not None and attributes is not None and partition is not None:
            return _Files(images, attributes, partition)
        if any(found):
            there = " and ".join(name for name, is_there in zip(names, found, strict=True) if is_there)
            lacking = " and ".join(name for name, is_there in zip(names, found, strict=True) if not is_there)
            raise DataError(f"{folder}: CelebA's {there} {_is(there)} there, but {lacking} {_is(lacking)} missing.")
    raise DataError(f"data.root = {str(root)!r} holds nothing of CelebA; expected {_EXPECTED}.")


def _list_in(folder: Path, name: str) -> Path | None:
    """A list as the authors publish it, or as a table of commas, in which others pass it on."""
    places = (folder / name, (folder / name).with_suffix(".csv"), folder / "Anno" / name, folder / "Eval" / name)
    return next((place for place in places if place.is_file()), None)


def _image_places(folder: Path) -> tuple[Path, ...]:
    # Some programs unpack the zip into a folder of its own name, which then holds the zip's folder.
    bare = (folder,) if (folder / "000001.jpg").is_file() else ()
    named = [
        folder / place for place in (f"{_IMAGES}/{_IMAGES}", _IMAGES, f"{_IMAGES}.zip", f"Img/{_IMAGES}", f"Img/{_IMAGES}.zip")
    ]
    return (*named, *bare)


def _is(things: str) -> str:
    return "are" if " and " in things else "is"


def _read_partition(path: Path) -> tuple[list[str], NDArray[np.int64]]:
    """The photographs' names, and the part 0, 1 or 2 of each."""
    parts: dict[str, int] = {}
    for number, line in enumerate(_lines(path), start=1):
        words = line.split()
        if len(words) != 2 or words[1] not in ("0", "1", "2"):
            raise DataError(f"{path}, line {number}: {line[:40]!r}; it should be as in '000001.jpg 0', with a part 0, 1 or 2.")
        parts[words[0]] = int(words[1])
    if not parts:
        raise DataError(f"{path}: lists no photographs.")
    return list(parts), np.array(list(parts.values()), np.int64)


def _read_attributes(path: Path, photographs: list[str]) -> Attributes:
    """Those of the photographs, in their order; the file gives −1 where one is absent."""
    lines = _lines(path)
    names = tuple(lines[1].split()) if len(lines) > 1 else ()
    if not names or not lines[0].strip().isdigit():
        raise DataError(
            f"{path}: not CelebA's list of attributes; its first line should be a count and the second their names."
        )
    rows: dict[str, int] = {}
    values = []  # row by row: what the second line says is not to decide how much memory is taken
    for row, line in enumerate(lines[2:]):
        photograph, *marks = line.split()
        if len(marks) != len(names) or not {"1", "-1", "0"}.issuperset(marks):
            raise DataError(f"{path}, line {row + 3}: should be a photograph's name and {len(names)} times 1 or -1.")
        values.append(np.array([mark == "1" for mark in marks], np.float32))
        rows[photograph] = row
    without = next((name for name in photographs if name not in rows), None)
    if without is not None:
        raise DataError(f"{path}: has no attributes of {without}, which {_PARTITION} lists.")
    return Attributes(names, np.stack([values[rows[name]] for name in photographs]))


def _lines(path: Path) -> list[str]:
    try:
        lines = [line for line in read_bytes(path, _LARGEST_LIST).decode("ascii").splitlines() if line.strip()]
    except UnicodeDecodeError:
        raise DataError(f"{path}: not the text file that CelebA's authors publish; fetch it again.") from None
    except FileError as error:
        raise DataError(str(error)) from None
    return _without_commas(lines) if path.suffix == ".csv" else lines


def _without_commas(lines: list[str]) -> list[str]:
    """A table as the authors' list: their partition has no line of names, their attributes a count before it."""
    names, *rows = [line.replace(",", " ") for line in lines] or [""]
    columns = names.split()[1:]
    return rows if len(columns) == 1 else [str(len(rows)), " ".join(columns), *rows]


def _photographs(files: list[ImageFile], names: list[str], place: Path) -> list[ImageFile]:
    """The listed ones, in the order of the list."""
    by_name = {file.path.name: file for file in files}
    missing = [name for name in names if name not in by_name]
    if missing:
        raise DataError(f"{place}: {len(missing):,} of the {len(names):,} listed photographs are missing, first {missing[0]}.")
    return [by_name[name] for name in names]


def read_set(request: ReadRequest) -> Images:
    """As the catalog asks for it."""
    return read_celeba(request.root, request.size, request.progress, request.cancelled)


def store_of(request: ReadRequest) -> tuple[Path, StoreSettings]:
    """The photographs that are prepared, and how."""
    return celeba_photographs(request.root), celeba_settings(request.size)
