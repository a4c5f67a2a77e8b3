"""Images that are arrays already: one `.npy` file, or one `.npz` file with labels and a split where it has them."""

import math
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from latentlab.data.sources import Images
from latentlab.data.trees import required_root
from latentlab.data.values import BYTE, RangeRule, Tally, ValueKind, ValueRange, to_bytes
from latentlab.errors import DataError

_AUTO = RangeRule()
_WHAT = "one .npz or .npy file"
_IMAGES = ("images", "x", "X", "data", "arr_0")
_TRAIN, _TEST = ("x_train", "X_train", "train_images", "train_x"), ("x_test", "X_test", "test_images", "test_x")
_LABELS = ("labels", "y", "Y", "targets")
_TRAIN_LABELS, _TEST_LABELS = ("y_train", "train_labels", "train_y"), ("y_test", "test_labels", "test_y")
_NAMES = "label_names"
_CHANNELS = (1, 3)
_BYTES_AT_A_TIME = 2**26  # of values turned into bytes
_FAULTS = (OSError, EOFError, ValueError, zipfile.BadZipFile, zlib.error)

_Array = NDArray[Any]


def read_array(root: Path | None, rule: RangeRule = _AUTO) -> Images:
    """Images (N, H, W), (N, H, W, C) or (N, C, H, W) of any numbers and any number of channels.

    A `.npz` file may have `labels` or `y`, and `label_names`; with `x_train` and `x_test` (and `y_train`, `y_test`) the split
    is the file's own. What is not square is cropped about its centre. Objects in a file are never loaded.

    Args:
        root: the file.
        rule: what becomes black and white, in all images alike.

    Raises:
        DataError: if the file is missing or damaged, or its arrays are none of these.
    """
    path = required_root(root, "array", _WHAT)
    arrays = _load(path)
    parts = [_first(arrays, _TRAIN), _first(arrays, _TEST)]
    if all(parts):
        names = [name for name in parts if name]
        pixels = [_square(path, name, arrays[name]) for name in names]
        if pixels[0].shape[1:] != pixels[1].shape[1:]:
            shapes = " and ".join(str(part.shape[1:]) for part in pixels)
            raise DataError(f"{path}: the training and test images differ in shape (channels, height, width): {shapes}.")
        if pixels[0].dtype != pixels[1].dtype:
            kinds = " and ".join(str(part.dtype) for part in pixels)
            raise DataError(f"{path}: the training and test images differ in the type of their values: {kinds}.")
        keys = [_first(arrays, _TRAIN_LABELS), _first(arrays, _TEST_LABELS)]
        train_count = len(pixels[0])
    else:
        name = _first(arrays, _IMAGES) or next(filter(None, parts), None) or (next(iter(arrays)) if len(arrays) == 1 else None)
        if name is None:
            raise DataError(
                f"{path}: holds {', '.join(arrays) or 'nothing'}, none of which is called images or x, and no pair x_train "
                "and x_test."
            )
        names = [name]
        pixels, keys, train_count = [_square(path, name, arrays[name])], [_first(arrays, _LABELS)], None
    labels, label_names = _labels(path, arrays, keys, [len(part) for part in pixels])
    images, chosen = _to_bytes(path, names, pixels, rule)
    channels = f" of {images.shape[1]} channels" if images.shape[1] not in _CHANNELS else ""
    plain = chosen.kind == BYTE.name and chosen.how == "full"
    origin = f"{path.name}: {len(images):,} images{channels}" + ("" if plain else f"; {chosen}")
    return Images(images, labels, train_count, origin, label_names, ranges=(chosen,))


def _load(path: Path) -> Mapping[str, _Array]:
    if not path.is_file():
        raise DataError(f"data.root = {str(path)!r}: is a folder; for data.name = 'array' it should be {_WHAT}.")
    try:
        with path.open("rb") as file:
            loaded = (
                np.load(file, allow_pickle=False) if path.suffix != ".npy" else np.load(path, mmap_mode="r", allow_pickle=False)
            )
            return {"arr_0": loaded} if isinstance(loaded, np.ndarray) else {name: loaded[name] for name in loaded.files}
    except _FAULTS as error:
        if "Object arrays" in str(error):
            raise DataError(f"{path}: holds Python objects, which are not loaded; save plain arrays of numbers.") from None
        raise DataError(f"{path}: not an .npz or .npy file, or a damaged one.") from None
    except MemoryError:
        raise DataError(f"{path}: its arrays do not fit into memory.") from None


def _first(arrays: Mapping[str, _Array], names: tuple[str, ...]) -> str | None:
    return next((name for name in names if name in arrays), None)


def _square(path: Path, name: str, images: _Array) -> _Array:
    """(N, C, H, W), H = W, of values that are numbers."""
    if ValueKind.of(images.dtype) is None:
        raise DataError(
            f"{path}: {name} holds values of type {images.dtype}; numbers are expected: whole, fractions or true and false."
        )
    images = _channels_first(f"{path}: {name}", images)
    if not images.size:
        raise DataError(f"{path}: {name} holds no images.")
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


def _labels(
    path: Path, arrays: Mapping[str, _Array], keys: list[str | None], counts: list[int]
) -> tuple[NDArray[np.int64], tuple[str, ...]]:
    """Labels of all parts, −1 where a part has none, and their names."""
    found = [arrays[key].squeeze() if key else np.full(count, -1) for key, count in zip(keys, counts, strict=True)]
    for key, labels, count in zip(keys, found, counts, strict=True):
        if labels.shape != (count,):
            raise DataError(f"{path}: {key} has the shape {labels.shape}; one label for each of {count:,} images is expected.")
        if not np.issubdtype(labels.dtype, np.integer) or labels.min() < -1:
            raise DataError(f"{path}: {key} should hold whole numbers from 0 on, and -1 for no label; it holds {labels.dtype}.")
    together = np.concatenate(found).astype(np.int64)
    names = tuple(str(name) for name in arrays[_NAMES]) if _NAMES in arrays else ()
    if names and together.max() >= len(names):
        raise DataError(f"{path}: {_NAMES} has {len(names)} names, but the labels reach {together.max()}.")
    return together, names
