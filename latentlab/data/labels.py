"""Labels as people keep them beside images, of any shape and type: classes, attributes, or left out with a sentence."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from latentlab.data.store import Attributes

MOST_ATTRIBUTES = 256
MOST_CLASSES = 100_000


@dataclass(frozen=True, eq=False)
class Labels:
    """The result of reading labels.

    Attributes:
        labels: int64 (N,); −1 where an image has none.
        names: of the labels from 0 on; empty where they have no names but their numbers.
        attributes: where the labels are several to an image, or measured.
        notes: sentences on how they were read, or why they were left out.
    """

    labels: NDArray[np.int64]
    names: tuple[str, ...] = ()
    attributes: Attributes | None = None
    notes: tuple[str, ...] = ()


def read_labels(what: str, values: NDArray[Any], count: int, names: Sequence[str] = ()) -> Labels:
    """Labels of N images, whatever their shape; the images are never lost for them.

    (N,) or (N, 1) of whole numbers or text are classes, (N,) of other numbers one attribute; (N, A) is one-hot where each row
    has a single 1, and A attributes otherwise.

    Args:
        what: the labels are called in a note.
        values: as found.
        count: N.
        names: of the classes, or where they fit of the attributes.
    """
    none = np.full(count, -1, np.int64)
    if values.dtype == object:
        return Labels(none, notes=(f"{what} holds Python objects, which are not loaded; the images have no labels.",))
    values = np.asarray(values)
    if values.ndim and values.shape[0] != count and values.ndim == 2 and values.shape[0] == 1 and values.shape[1] == count:
        values = values[0]
    if values.ndim == 0 or values.shape[0] != count:
        have = f"has the shape {values.shape}" if values.ndim else "is a single value"
        return Labels(none, notes=(f"{what} {have}, not one label for each of the {count:,} images; the labels are left out.",))
    while values.ndim > 1 and values.shape[-1] == 1:
        values = values[..., 0]
    if values.ndim > 2:
        note = f"{what} has the shape {values.shape}, neither a value nor a row of values for each image; it is left out."
        return Labels(none, notes=(note,))
    if values.ndim == 1:
        return _of_one_column(what, values, names)
    return _of_columns(what, values, names)


def together(parts: Sequence[Labels]) -> Labels:
    """Labels of several parts of a collection one after the other; what only some have the others lack."""
    notes = [note for part in parts for note in part.notes]
    names: tuple[str, ...] = ()
    labels = [part.labels for part in parts]
    named = [part.names for part in parts if part.names]
    if named and len(set(named)) == 1:
        names = named[0]
    elif named:
        names = tuple(dict.fromkeys(name for part in named for name in part))
        place = {name: index for index, name in enumerate(names)}
        labels = [
            np.array([place[part.names[label]] if label >= 0 else -1 for label in part.labels], np.int64)
            if part.names
            else part.labels
            for part in parts
        ]
    attributes = [part.attributes for part in parts if part.attributes]
    joined = None
    if attributes and len(attributes) == len(parts) and len({part.names for part in attributes}) == 1:
        joined = Attributes(attributes[0].names, np.concatenate([part.values for part in attributes]))
    elif attributes:
        notes.append("The parts differ in what their labels hold; attributes are left out.")
    return Labels(np.concatenate(labels), names, joined, tuple(dict.fromkeys(notes)))


def of_texts(texts: Sequence[str | None]) -> tuple[NDArray[np.int64], tuple[str, ...]]:
    """Classes named by text: numbers, and the names in the order of numbers or of the alphabet; None has no label."""
    known = {text for text in texts if text is not None}
    if known and all(text.isascii() and text.isdigit() for text in known):
        return _of_numbers(texts, known)
    names = tuple(sorted(known))
    index = {name: label for label, name in enumerate(names)}
    return np.array([-1 if text is None else index[text] for text in texts], np.int64), names


def _of_numbers(texts: Sequence[str | None], known: set[str]) -> tuple[NDArray[np.int64], tuple[str, ...]]:
    numbers = {text: int(text[:18]) for text in known}
    if max(numbers.values()) < MOST_CLASSES:
        return np.array([-1 if text is None else numbers[text] for text in texts], np.int64), ()
    names = tuple(sorted(known, key=lambda text: (numbers[text], text)))
    index = {name: label for label, name in enumerate(names)}
    return np.array([-1 if text is None else index[text] for text in texts], np.int64), names


def _of_one_column(what: str, values: NDArray[Any], names: Sequence[str]) -> Labels:
    if values.dtype.kind in "US":
        texts = [
            value.decode("utf-8", "backslashreplace") if isinstance(value, bytes) else str(value) for value in values.tolist()
        ]
        labels, found = of_texts(texts)
        return Labels(labels, found)
    none = np.full(len(values), -1, np.int64)
    if values.dtype.kind not in "biuf":
        return Labels(none, notes=(f"{what} holds values of type {values.dtype}; the labels are left out.",))
    whole = _as_whole(values)
    if whole is None:
        return _attributes(what, values[:, None], ())
    if not len(whole):
        return Labels(whole)
    if whole.min() < -1:
        return _attributes(what, values[:, None], ())
    if whole.max() >= MOST_CLASSES:
        return _attributes(what, values[:, None], ())
    if names and whole.max() >= len(names):
        note = f"There are {len(names):,} names of labels, but {what} reaches {whole.max():,}; the numbers are shown instead."
        return Labels(whole, notes=(note,))
    return Labels(whole, tuple(map(str, names)))


def _of_columns(what: str, values: NDArray[Any], names: Sequence[str]) -> Labels:
    none = np.full(len(values), -1, np.int64)
    if values.dtype.kind not in "biuf":
        return Labels(
            none, notes=(f"{what} holds values of type {values.dtype} in {values.shape[1]} columns; it is left out.",)
        )
    if values.dtype.kind == "b" or bool(np.isin(values, (0, 1)).all()):
        sums = values.sum(1)
        if len(values) and (sums == 1).all():
            fitting = tuple(map(str, names)) if len(names) == values.shape[1] else ()
            return Labels(values.argmax(1).astype(np.int64), fitting, notes=(f"{what}: one-hot, {values.shape[1]} classes.",))
    return _attributes(what, values, names)


def _attributes(what: str, values: NDArray[Any], names: Sequence[str]) -> Labels:
    none = np.full(len(values), -1, np.int64)
    columns = values.shape[1]
    if columns > MOST_ATTRIBUTES:
        note = f"{what} has {columns:,} values for each image; {MOST_ATTRIBUTES} are the most that are read."
        return Labels(none, notes=(note,))
    numbers = values.astype(np.float32)
    if not np.isfinite(numbers).all():
        return Labels(none, notes=(f"{what} holds values that are not finite; it is left out.",))
    titles = (
        tuple(map(str, names))
        if len(names) == columns
        else tuple(f"label {index}" if columns > 1 else "label" for index in range(columns))
    )
    count = f"{columns} attributes" if columns > 1 else "an attribute"
    return Labels(none, (), Attributes(titles, numbers), (f"{what}: read as {count} of each image.",))


def _as_whole(values: NDArray[Any]) -> NDArray[np.int64] | None:
    """Classes; None where the numbers are measured."""
    if values.dtype.kind == "f":
        if (
            not len(values)
            or not np.isfinite(values).all()
            or (np.abs(values) > 2**53).any()
            or (values != np.rint(values)).any()
        ):
            return None
    elif values.dtype.kind == "u" and len(values) and values.max() > 2**62:
        return None
    return values.astype(np.int64)
