"""Which of the arrays of a file are images, which are labels, and to which part of a split they belong."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from latentlab.data.layout import PARTS, TRAIN, named, part_of

_IMAGES = ("images", "x", "data", "image", "imgs", "img", "pixels", "inputs", "features", "samples", "arr_0")
_LABELS = ("labels", "y", "targets", "label", "target", "classes", "class", "fine_labels", "lbl")
_NAMES = ("label_names", "class_names", "classes_names", "names")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LEAST_SIDE = 4
_DSPRITES = frozenset({"imgs", "latents_values", "latents_classes"})
DSPRITES_FACTORS = ("color", "shape", "scale", "orientation", "x", "y")
DSPRITES_SHAPES = ("square", "ellipse", "heart")


@dataclass(frozen=True)
class Header:
    """Of an array.

    Attributes:
        shape: of it.
        dtype: of its values.
    """

    shape: tuple[int, ...]
    dtype: np.dtype[Any]

    @property
    def may_be_images(self) -> bool:
        """Whether it has the shape and the type of images."""
        if self.dtype.kind not in "biuf" or len(self.shape) not in (3, 4):
            return False
        sides = sorted(self.shape[1:])[-2:]
        return self.shape[0] > 0 and sides[0] >= _LEAST_SIDE

    def __str__(self) -> str:
        return f"{'×'.join(map(str, self.shape)) or 'a single value'} {self.dtype}"


@dataclass(frozen=True)
class Found:
    """Arrays of one part.

    Attributes:
        part: `TRAIN`, `VALIDATION` or `TEST`.
        images: the array of them.
        labels: the array of their labels; None where there is none.
    """

    part: int
    images: str
    labels: str | None


@dataclass(frozen=True)
class Choice:
    """What is taken of a file.

    Attributes:
        found: a part each, training first; one where there is no split.
        names: the array of the labels' names; None where there is none.
        notes: sentences.
        is_dsprites: whether it is dSprites as published.
    """

    found: tuple[Found, ...]
    names: str | None = None
    notes: tuple[str, ...] = ()
    is_dsprites: bool = False

    @property
    def is_split(self) -> bool:
        """Whether there are several parts."""
        return len(self.found) > 1


def choose(headers: Mapping[str, Header]) -> Choice | None:
    """Which arrays are what; None where none or several might be the images."""
    roles = {name: role_of(name) for name in headers}
    notes: list[str] = []
    images = {name: role for name, role in roles.items() if headers[name].may_be_images}
    parts = {part: name for part in reversed(range(len(PARTS))) if (name := _of_part(part, images, roles, headers))}
    if TRAIN in parts and len(parts) > 1:
        found = tuple(Found(part, parts[part], _labels_of(part, headers, roles)) for part in sorted(parts))
        used = {name for one in found for name in (one.images, one.labels) if name}
    else:
        image = _single(headers, roles)
        if image is None:
            return None
        if len(headers) > 1 and roles[image][0] != "images":
            notes.append(f"The images are {image}, the one array of that shape.")
        part = roles[image][1]
        labels = _labels_of(part, headers, roles) or _labels_of(None, headers, roles) or _labels_by_length(image, headers)
        found = (Found(TRAIN, image, labels),)
        used = {name for name in (image, labels) if name}
    label_names = next((name for name in headers if name.casefold() in _NAMES and headers[name].dtype.kind in "US"), None)
    is_dsprites = set(headers) >= _DSPRITES and headers["latents_values"].shape[-1:] == (len(DSPRITES_FACTORS),)
    if is_dsprites:
        found = (Found(TRAIN, "imgs", "latents_values"),)
        used |= _DSPRITES
        notes.append("This is dSprites: the labels are its shapes, the attributes its factors.")
    rest = [name for name, header in headers.items() if name not in used and name != label_names]
    if rest:
        notes.append(f"Arrays that are not used: {named(f'{name} ({headers[name]})' for name in rest)}.")
    return Choice(found, label_names, tuple(notes), is_dsprites)


def role_of(name: str) -> tuple[str, int | None]:
    """What an array is named after: "images", "labels" or "", and the part of the split."""
    plain = name.rpartition("/")[2]
    if plain.casefold() in _IMAGES:
        return "images", None
    if plain.casefold() in _LABELS:
        return "labels", None
    role, part = "", None
    words = [word for word in re.split(r"[^A-Za-z]+", _CAMEL.sub("_", plain)) if word]
    if len(words) == 1 and len(words[0]) > 3 and words[0][0] in "xyXY" and part_of(words[0][1:]):
        words = [words[0][0], words[0][1:]]
    for word in words:
        lower = word.casefold()
        if lower in _IMAGES:
            role = role or "images"
        elif lower in _LABELS or lower in ("lab", "gt"):
            role = "labels"
        elif found := part_of(lower):
            part = found[0] if part is None else part
        else:
            return "", None
    return role, part


def _of_part(
    part: int,
    images: Mapping[str, tuple[str, int | None]],
    roles: Mapping[str, tuple[str, int | None]],
    headers: Mapping[str, Header],
) -> str | None:
    named_so = [name for name, role in roles.items() if role == ("images", part)]
    plain = [name for name in images if roles[name] == ("", part)]
    return next(iter((*named_so, *plain)), None)


def _labels_of(part: int | None, headers: Mapping[str, Header], roles: Mapping[str, tuple[str, int | None]]) -> str | None:
    found = [name for name, role in roles.items() if role == ("labels", part)]
    order = {name: place for place, name in enumerate(_LABELS)}
    return min(found, key=lambda name: order.get(name.casefold(), len(order)), default=None)


def _single(headers: Mapping[str, Header], roles: Mapping[str, tuple[str, int | None]]) -> str | None:
    order = {name: place for place, name in enumerate(_IMAGES)}
    named_so = sorted(
        (name for name in headers if roles[name] == ("images", None)), key=lambda name: order.get(name.casefold(), 0)
    )
    fitting = [name for name in named_so if headers[name].may_be_images]
    if fitting or named_so:
        return (fitting or named_so)[0]
    of_a_part = [name for name in headers if roles[name][0] == "images"]
    if of_a_part:
        return of_a_part[0]
    if len(headers) == 1:
        return next(iter(headers))
    shaped = [name for name, header in headers.items() if header.may_be_images]
    return shaped[0] if len(shaped) == 1 else None


def _labels_by_length(image: str, headers: Mapping[str, Header]) -> str | None:
    """The only other array that has a row for each image."""
    count = headers[image].shape[:1]
    found = [
        name
        for name, header in headers.items()
        if name != image and header.shape[:1] == count and len(header.shape) <= 2 and header.dtype.kind in "biufUS"
    ]
    return found[0] if len(found) == 1 else None
