"""Labels that lie beside images under the same key, as webdataset keeps them: `0001.cls` or `0001.json` beside `0001.jpg`."""

from collections.abc import Callable, Sequence
from pathlib import PurePosixPath
from typing import Any

import numpy as np

from latentlab.data.kinds import counted
from latentlab.data.labels import MOST_ATTRIBUTES, of_texts
from latentlab.data.layout import Layout
from latentlab.data.store import Attributes
from latentlab.errors import LatentLabError
from latentlab.files.text import parse_json

ENDINGS = (".cls", ".json")
LARGEST = 2**20
"""Bytes of one; a larger one is passed over."""
_MOST_BYTES = 2**28
_CLASSES = ("cls", "label", "class", "target", "class_name", "category", "y")


class Sidecars:
    """Labels by key. A key is the path up to the first dot in the file's name."""

    def __init__(self) -> None:
        self._fields: dict[str, dict[str, str | float]] = {}
        self._names: tuple[str, ...] = ()
        self._bytes = 0
        self._bad = 0
        self._too_many = False

    def add(self, path: PurePosixPath, size: int, read: Callable[[], bytes]) -> bool:
        """Take in a file beside an image; false where it is none of a kind that is read."""
        ending = path.suffix.lower()
        if ending not in ENDINGS or size > LARGEST:
            return False
        self._bytes += size
        if self._bytes > _MOST_BYTES:
            self._too_many = True
            return False
        try:
            content = read()
            fields = _class(content) if ending == ".cls" else _fields(content, path)
        except (LatentLabError, ValueError):
            self._bad += 1
            return False
        self._fields.setdefault(key_of(path), {}).update(fields)
        return True

    def put(self, key: str, fields: dict[str, str | float], names: Sequence[str] = ()) -> None:
        """Labels that a table gives; `names` are those of the classes."""
        self._fields[key] = fields
        self._names = tuple(names) or self._names

    def layout(self, paths: Sequence[PurePosixPath]) -> Layout | None:
        """Labels and attributes of images, None where there are none."""
        notes = []
        if self._bad:
            notes.append(f"{self._bad:,} files beside images are no labels that can be read (.cls, .json).")
        if self._too_many:
            notes.append(f"Labels beside images beyond {_MOST_BYTES // 2**20} MiB are not read.")
        found = [self._fields.get(key_of(path), {}) for path in paths]
        texts = [_text(fields) for fields in found]
        attributes, told = _attributes(found)
        notes += told
        if not attributes and not any(text is not None for text in texts):
            return None
        labels, names = of_texts(texts)
        if not names and self._names and labels.max(initial=-1) < len(self._names):
            names = self._names
        without = sum(text is None for text in texts)
        if 0 < without < len(texts):
            notes.append(f"{counted(without, 'image has', 'images have')} no label.")
        return Layout(labels, names, None, attributes, tuple(notes))


def key_of(path: PurePosixPath) -> str:
    """What images and labels of one sample share."""
    return str(path.parent / path.name.partition(".")[0])


def _class(content: bytes) -> dict[str, str | float]:
    text = content.decode("utf-8").strip()
    if not text or len(text) > 200:
        raise ValueError("no class")
    return {"cls": text}


def _fields(content: bytes, path: PurePosixPath) -> dict[str, str | float]:
    """What of a JSON object is a class or a number; nested values are not used."""
    from pathlib import Path

    values = parse_json(content, Path(path))
    if not isinstance(values, dict):
        return {"cls": str(values)} if isinstance(values, int | str) and not isinstance(values, bool) else {}
    kept: dict[str, str | float] = {}
    for name, value in values.items():
        if name.casefold() in _CLASSES and isinstance(value, str | int):
            kept["cls"] = str(value)
        elif isinstance(value, int | float):
            kept[name] = _bounded(value)
    return kept


def _bounded(value: Any) -> float:
    try:
        number = float(value)
    except OverflowError:
        raise ValueError("a number beyond all bounds") from None
    return number


def _text(fields: dict[str, str | float]) -> str | None:
    value = fields.get("cls")
    return None if value is None else str(value)


def _attributes(found: Sequence[dict[str, str | float]]) -> tuple[Attributes | None, list[str]]:
    """The numbers that every image has, in the order of their names."""
    labelled = [fields for fields in found if fields]
    names = [name for name in labelled[0] if name != "cls"] if labelled else []
    names = [name for name in names if all(isinstance(fields.get(name), int | float) for fields in found)]
    if not names:
        return None, []
    if len(names) > MOST_ATTRIBUTES:
        return None, [
            f"There are {len(names):,} numbers beside each image, more than the {MOST_ATTRIBUTES} attributes that are read."
        ]
    values = np.array([[fields[name] for name in names] for fields in found], np.float32)
    if not np.isfinite(values).all():
        return None, ["Numbers beside the images are not finite; they are not used."]
    return Attributes(tuple(names), values), [f"Read as attributes: {', '.join(names[:8])}{' …' if len(names) > 8 else ''}."]
