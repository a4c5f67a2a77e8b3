"""A z in words and in files: text to paste, NumPy archives and tables."""

import csv
import io
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from latentlab.errors import DataError, ExportError, FileError, MissingFileError
from latentlab.explore.requests.values import Vector
from latentlab.files.arrays import open_npz
from latentlab.files.output import write_output
from latentlab.files.regular import read_bytes

_BETWEEN = str.maketrans({**dict.fromkeys("[](){},;\t\r\n", " "), "\N{MINUS SIGN}": "-"})
_LARGEST_FILE = 2**24
_ARRAYS = ("z", "start", "std", "run", "step")


@dataclass(frozen=True, eq=False)
class StoredLatent:
    """What is kept of a current z, (D,) each.

    Attributes:
        z: the current one.
        start: where it started from.
        std: posterior σ of the start image; None where the start was no image's.
        run: the folder's name; empty where it is not known.
        step: of the model; −1 where it is not known.
    """

    z: Vector
    start: Vector
    std: Vector | None = None
    run: str = ""
    step: int = -1


def read_values(text: str, size: int) -> Vector:
    """The values in a text, apart by commas, spaces or lines, with or without brackets.

    Raises:
        DataError: if one is no finite number, or there are more or fewer than `size`.
    """
    pieces = text.translate(_BETWEEN).split()
    values = []
    for piece in pieces[: size + 1]:
        try:
            values.append(float(piece))
        except ValueError:
            raise DataError(f"{piece[:40]!r} is no number: write {size} values with commas or spaces.") from None
    return _checked("The text", np.array(values, np.float64), size, len(pieces))


def write_latent(latent: StoredLatent, path: Path) -> None:
    """Write a NumPy archive with the arrays z, start, std, run and step, or a table for a name that ends in .csv.

    Raises:
        ExportError: if it cannot be written.
    """
    try:
        write_output(path, _table(latent) if path.suffix.lower() == ".csv" else _archive(latent))
    except FileError as error:
        raise ExportError(f"{path}: z {error.reason}.") from None


def read_latent(path: Path, size: int) -> StoredLatent:
    """Read what `write_latent` wrote, any archive with an array z, a table with a column z, or plain numbers.

    Args:
        path: read as a NumPy archive where it ends in .npz, else as text.
        size: the number of latent dimensions.

    Raises:
        DataError: if it cannot be read, or what it holds is no z of this size.
    """
    try:
        if path.suffix.lower() == ".npz":
            return _from_archive(path, size)
        return _from_table(path.name, read_bytes(path, _LARGEST_FILE).decode("utf-8-sig"), size)
    except MissingFileError:
        raise DataError(f"{path}: cannot be read: No such file or directory.") from None
    except FileError as error:
        raise DataError(f"{path}: cannot be read: {error.reason}.") from None
    except (UnicodeDecodeError, csv.Error):
        raise DataError(f"{path.name} is neither a NumPy archive (.npz) nor a table (.csv).") from None


def _archive(latent: StoredLatent) -> bytes:
    file = io.BytesIO()
    arrays = {"z": latent.z, "start": latent.start, "run": np.array(latent.run), "step": np.array(latent.step)}
    if latent.std is not None:
        arrays["std"] = latent.std
    np.savez(file, allow_pickle=False, **arrays)
    return file.getvalue()


def _table(latent: StoredLatent) -> bytes:
    columns = {"z": latent.z, "start": latent.start, **({} if latent.std is None else {"std": latent.std})}
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["dimension", *columns])
    writer.writerows([dimension, *map(str, values)] for dimension, values in enumerate(zip(*columns.values(), strict=True)))
    return file.getvalue().encode()


def _from_archive(path: Path, size: int) -> StoredLatent:
    try:
        with open_npz(path) as arrays:
            if "z" not in arrays.names:
                raise DataError(f"{path.name} has no array z; it holds {', '.join(arrays.names)[:200] or 'nothing'}.")
            names = [name for name in _ARRAYS if name in arrays.names]
            if sum(arrays.header(name).nbytes for name in names) > _LARGEST_FILE:
                raise DataError(f"{path.name} holds more than a latent of {size} values needs.")
            there = {name: arrays.read(name) for name in names}
    except MissingFileError:
        raise
    except FileError as error:
        raise DataError(f"{path.name} is no NumPy archive of numbers: {error.reason}.") from None
    vectors = {name: _checked(f"{path.name}: {name}", there[name], size) for name in ("z", "start", "std") if name in there}
    step = there.get("step", np.array(-1))
    return StoredLatent(
        vectors["z"],
        vectors.get("start", vectors["z"]),
        vectors.get("std"),
        _text(there.get("run")),
        int(step) if step.shape == () and step.dtype.kind in "iu" else -1,
    )


def _text(value: NDArray[np.generic] | None) -> str:
    return str(value)[:255] if value is not None and value.shape == () and value.dtype.kind == "U" else ""


def _from_table(name: str, text: str, size: int) -> StoredLatent:
    rows = [row for row in csv.reader(io.StringIO(text)) if row]
    head = [cell.strip() for cell in rows[0]] if rows else []
    if "z" not in head:
        if any(cell and _number(cell) is None for cell in head) and len(head) > 1:
            raise DataError(f"{name} has no column z; it holds {', '.join(head)[:200]}.")
        try:
            z = read_values(text, size)
        except DataError as error:
            raise DataError(f"{name}: {error}") from None
        return StoredLatent(z, z)
    columns = {}
    for column in ("dimension", "z", "start", "std"):
        if column in head:
            cells = [row[head.index(column)] if len(row) > head.index(column) else "" for row in rows[1:]]
            wrong = next((cell for cell in cells if _number(cell) is None), None)
            if wrong is not None:
                raise DataError(f"{name}: {wrong[:40]!r} in column {column} is no number.")
            columns[column] = _checked(f"{name}: {column}", np.array([float(cell) for cell in cells]), size)
    # A table may have been sorted by something else in the meantime.
    order = columns.pop("dimension", np.arange(size, dtype=np.float32)).argsort(kind="stable")
    vectors = {column: values[order] for column, values in columns.items()}
    return StoredLatent(vectors["z"], vectors.get("start", vectors["z"]), vectors.get("std"))


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _checked(what: str, values: NDArray[np.generic], size: int, count: int | None = None) -> Vector:
    """As float32 (size,)."""
    if values.dtype.kind not in "fiu":
        raise DataError(f"{what} holds no numbers.")
    count = values.size if count is None else count
    if count != size:
        raise DataError(f"{what} has {count} value{'s' * (count != 1)}; this model has {size} latent dimensions.")
    with np.errstate(over="ignore"):
        vector = values.reshape(-1).astype(np.float32)
    if not np.isfinite(vector).all():
        at = int(np.flatnonzero(~np.isfinite(vector))[0])
        raise DataError(f"{what}: the value of dimension {at} is {vector[at]}; every one must be a finite number.")
    if what.endswith(": std") and not (vector > 0).all():
        raise DataError(f"{what}: every standard deviation must be greater than 0.")
    return vector
