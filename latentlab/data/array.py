"""Images that are arrays already: one `.npy` file, or one `.npz` file with labels and a split where it has them."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from latentlab.data.array_layout import DSPRITES_FACTORS, DSPRITES_SHAPES, Choice, Found, Header, choose
from latentlab.data.arrays import WHAT as _WHAT
from latentlab.data.arrays import Arrays, open_arrays
from latentlab.data.kinds import one_line
from latentlab.data.labels import Labels, read_labels, together
from latentlab.data.layout import PARTS, TRAIN, VALIDATION, named
from latentlab.data.reading import range_rule
from latentlab.data.sources import Images, ReadRequest
from latentlab.data.trees import required_root
from latentlab.data.values import BYTE, RangeRule, Tally, ValueKind, ValueRange, to_bytes
from latentlab.errors import DataError

_AUTO = RangeRule()
_CHANNELS = (1, 3)
_BYTES_AT_A_TIME = 2**26  # of values turned into bytes

_Array = NDArray[Any]


def read_array(root: Path | None, rule: RangeRule = _AUTO, *, crop: bool = True) -> Images:
    """Images (N, H, W), (N, H, W, C) or (N, C, H, W) of any numbers and any number of channels.

    A `.npz` file may have `labels` or `y` of any shape, and `label_names`; with `x_train` and `x_test` (and `y_train` and
    `y_test`) the split is the file's own. The same names are looked for as `.npy` files beside a `.npy` file, or in a folder.
    Labels that do not fit are left out, never the images. Objects in a file are never loaded.

    Args:
        root: the file.
        rule: what becomes black and white, in all images alike.
        crop: whether what is not square is cropped about its centre.

    Raises:
        DataError: if the file is missing or damaged, or its arrays are none of these.
    """
    path = required_root(root, "array", _WHAT)
    arrays = open_arrays(path)
    try:
        choice = choose(arrays.headers)
        if choice is None:
            raise DataError(_no_images(path, arrays.headers))
        parts = [_images(path, one.images, arrays.read(one.images), crop) for one in choice.found]
        _require_alike(path, choice, parts)
        labels = _labels(arrays, choice, [len(part) for part in parts])
    finally:
        arrays.close()
    counts = {one.part: len(part) for one, part in zip(choice.found, parts, strict=True)}
    images, chosen = _to_bytes(path, [one.images for one in choice.found], parts, rule)
    channels = f" of {images.shape[1]} channels" if images.shape[1] not in _CHANNELS else ""
    plain = chosen.kind == BYTE.name and chosen.how == "full"
    origin = f"{path.name}: {len(images):,} images{channels}" + ("" if plain else f"; {chosen}")
    return Images(
        images,
        labels.labels,
        counts[TRAIN] if choice.is_split else None,
        origin,
        labels.names,
        labels.attributes,
        counts.get(VALIDATION, 0),
        ranges=(chosen,),
        notes=tuple(map(one_line, (*arrays.notes, *choice.notes, *labels.notes))),
    )


def _no_images(path: Path, headers: Mapping[str, Header]) -> str:
    if not headers:
        return f"{path}: holds no arrays."
    shown = named(f"{name} ({header})" for name, header in headers.items())
    return (
        f"{path}: holds {named(headers)}, none of which is called images or x, and no pair x_train and x_test; found: {shown}."
    )


def _require_alike(path: Path, choice: Choice, parts: list[_Array]) -> None:
    """Parts of one collection have one shape and one kind of values."""
    words = " and ".join(PARTS[one.part] for one in choice.found)
    if len({part.shape[1:] for part in parts}) > 1:
        shapes = " and ".join(str(part.shape[1:]) for part in parts)
        raise DataError(f"{path}: the {words} images differ in shape (channels, height, width): {shapes}.")
    if len({part.dtype for part in parts}) > 1:
        kinds = " and ".join(str(part.dtype) for part in parts)
        raise DataError(f"{path}: the {words} images differ in the type of their values: {kinds}.")


def _labels(arrays: Arrays, choice: Choice, counts: list[int]) -> Labels:
    """Those of all parts one after the other."""
    names = _names(arrays, choice)
    found: list[_Array | None] = []
    notes = []
    for one, count in zip(choice.found, counts, strict=True):
        try:
            values = arrays.read(one.labels) if one.labels else None
        except DataError as error:
            notes.append(f"Labels are left out: {error}")
            values = None
        found.append(values if values is None or len(choice.found) == 1 else _of_length(one, values, count, notes))
    labels = _read_labels(choice, found, counts, names)
    labels = replace(labels, notes=(*notes, *labels.notes))
    if choice.is_dsprites and labels.attributes is not None:
        shapes = labels.attributes.values[:, DSPRITES_FACTORS.index("shape")].astype(np.int64) - 1
        if shapes.min() >= 0 and shapes.max() < len(DSPRITES_SHAPES):
            return replace(labels, labels=shapes, names=DSPRITES_SHAPES)
    return labels


def _of_length(one: Found, values: _Array, count: int, notes: list[str]) -> _Array | None:
    """The labels of a part, None where they are not as many as its images."""
    checked = read_labels(one.labels or "", values, count)
    if values.shape[:1] == (count,):
        return values
    notes += checked.notes
    return None


def _read_labels(choice: Choice, found: list[_Array | None], counts: list[int], names: tuple[str, ...]) -> Labels:
    """Labels of all parts, read together where they are alike: what is one-hot in one part may not be so in another."""
    whats = [one.labels or "" for one in choice.found]
    if len(found) == 1 and found[0] is not None:
        return read_labels(whats[0], found[0], counts[0], names)
    there = [values for values in found if values is not None]
    if len(there) == len(found) and len({(values.shape[1:], values.dtype.kind) for values in there}) == 1:
        return read_labels(named(whats), np.concatenate(there), sum(counts), names)
    parts = [
        Labels(np.full(count, -1, np.int64)) if values is None else read_labels(what, values, count, names)
        for what, values, count in zip(whats, found, counts, strict=True)
    ]
    return together(parts)


def _names(arrays: Arrays, choice: Choice) -> tuple[str, ...]:
    if choice.is_dsprites:
        return DSPRITES_FACTORS
    if choice.names is None:
        return ()
    try:
        return tuple(map(str, arrays.read(choice.names).ravel().tolist()))
    except DataError:
        return ()


def _images(path: Path, name: str, images: _Array, crop: bool) -> _Array:
    """(N, C, H, W) of values that are numbers, H = W where they are cropped."""
    if ValueKind.of(images.dtype) is None:
        raise DataError(
            f"{path}: {name} holds values of type {images.dtype}; numbers are expected: whole, fractions or true and false."
        )
    images = _channels_first(f"{path}: {name}", images)
    if not images.size:
        raise DataError(f"{path}: {name} holds no images.")
    if not crop:
        return images
    side = min(images.shape[2:])
    top, left = ((length - side) // 2 for length in images.shape[2:])
    return images[:, :, top : top + side, left : left + side]


def _channels_first(what: str, images: _Array) -> _Array:
    if images.ndim == 3:
        return images[:, None]
    if images.ndim != 4:
        raise DataError(f"{what} has the shape {images.shape}; expected (N, H, W), (N, H, W, C) or (N, C, H, W).")
    axis = _channel_axis(images.shape[1:])
    if axis is None:
        raise DataError(
            f"{what} has the shape {images.shape}, in which the channels may be the second or the last number; save it as "
            "(N, H, W, C) or (N, C, H, W) with fewer channels than pixels a side."
        )
    return np.moveaxis(images, axis + 1, 1)


def _channel_axis(shape: tuple[int, ...]) -> int | None:
    """Which of three lengths, first or last, is that of the channels."""
    first, last = (shape[place] in _CHANNELS for place in (0, 2))
    if first != last:
        return 0 if first else 2
    if first:
        return None
    if (shape[1] == shape[2]) != (shape[0] == shape[1]):  # the other two are the sides of a square
        return 0 if shape[1] == shape[2] else 2
    return None if shape[0] == shape[2] else 0 if shape[0] < min(shape[1:]) else 2 if shape[2] < min(shape[:2]) else None


def _to_bytes(path: Path, names: list[str], parts: list[_Array], rule: RangeRule) -> tuple[NDArray[np.uint8], ValueRange]:
    """All images, by one range."""
    kind = ValueKind.of(parts[0].dtype)
    assert kind is not None
    tally = Tally(kind)
    for name, images in zip(names, parts, strict=True):
        for start, chunk in _chunks(images):
            _require_finite(f"{path}: {name}", start, chunk)
            tally.count(chunk)
    chosen = rule.choose(tally)
    pixels = np.empty((sum(map(len, parts)), *parts[0].shape[1:]), np.uint8)
    done = 0
    for images in parts:
        for start, chunk in _chunks(images):
            pixels[done + start : done + start + len(chunk)] = to_bytes(chunk, chosen.low, chosen.high)
        done += len(images)
    return pixels, chosen


def _chunks(images: _Array) -> Iterator[tuple[int, _Array]]:
    at_once = max(1, _BYTES_AT_A_TIME // max(1, 8 * math.prod(images.shape[1:])))
    for start in range(0, len(images), at_once):
        yield start, images[start : start + at_once]


def _require_finite(what: str, start: int, chunk: _Array) -> None:
    if chunk.dtype.kind != "f":
        return
    finite = np.isfinite(chunk)
    if not finite.all():
        place = int(np.argmin(finite.reshape(len(chunk), -1).all(1)))
        value = chunk[place][~finite[place]].flat[0]
        raise DataError(
            f"{what} holds values that are not finite numbers, first {value} in image {start + place}; replace them."
        )


def read_set(request: ReadRequest) -> Images:
    """As the catalog asks for it."""
    settings = request.settings
    return read_array(request.root, range_rule(settings, request.kept or ()), crop=getattr(settings, "crop"))  # noqa: B009 - of arrays only
