"""Images that are arrays already: one `.npy` file, or one `.npz` file with labels and a split where it has them."""

import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from latentlab.data.sources import Images
from latentlab.data.trees import required_root
from latentlab.errors import DataError

_WHAT = "one .npz or .npy file"
_IMAGES = ("images", "x", "X", "data", "arr_0")
_TRAIN, _TEST = ("x_train", "X_train", "train_images", "train_x"), ("x_test", "X_test", "test_images", "test_x")
_LABELS = ("labels", "y", "Y", "targets")
_TRAIN_LABELS, _TEST_LABELS = ("y_train", "train_labels", "train_y"), ("y_test", "test_labels", "test_y")
_NAMES = "label_names"
_CHANNELS = (1, 3)
_CHUNK = 4096  # images turned into bytes at a time
_FAULTS = (OSError, EOFError, ValueError, zipfile.BadZipFile, zlib.error)

_Array = NDArray[Any]


def read_array(root: Path | None) -> Images:
    """Images (N, H, W), (N, H, W, C) or (N, C, H, W) of bytes, of whole numbers 0 to 255 or of fractions 0 to 1.

    A `.npz` file may have `labels` or `y`, and `label_names`; with `x_train` and `x_test` (and `y_train`, `y_test`) the split
    is the file's own. What is not square is cropped about its centre. Objects in a file are never loaded.

    Raises:
        DataError: if the file is missing or damaged, or its arrays are none of these.
    """
    path = required_root(root, "array", _WHAT)
    arrays = _load(path)
    parts = [_first(arrays, _TRAIN), _first(arrays, _TEST)]
    if all(parts):
        pixels = [_pixels(path, name, arrays[name]) for name in parts if name]
        if pixels[0].shape[1:] != pixels[1].shape[1:]:
            shapes = " and ".join(str(part.shape[1:]) for part in pixels)
            raise DataError(f"{path}: the training and test images differ in shape (channels, height, width): {shapes}.")
        keys = [_first(arrays, _TRAIN_LABELS), _first(arrays, _TEST_LABELS)]
        train_count = len(pixels[0])
    else:
        name = _first(arrays, _IMAGES) or next(filter(None, parts), None) or (next(iter(arrays)) if len(arrays) == 1 else None)
        if name is None:
            raise DataError(
                f"{path}: holds {', '.join(arrays) or 'nothing'}, none of which is called images or x, and no pair x_train "
                "and x_test."
            )
        pixels, keys, train_count = [_pixels(path, name, arrays[name])], [_first(arrays, _LABELS)], None
    labels, names = _labels(path, arrays, keys, [len(part) for part in pixels])
    together = np.concatenate(pixels) if len(pixels) > 1 else pixels[0]
    return Images(together, labels, train_count, f"{path.name}: {len(together):,} images", names)


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


def _pixels(path: Path, name: str, images: _Array) -> NDArray[np.uint8]:
    """uint8 (N, C, H, W), H = W."""
    images = _channels_first(f"{path}: {name}", images)
    if not len(images):
        raise DataError(f"{path}: {name} holds no images.")
    side = min(images.shape[2:])
    top, left = ((length - side) // 2 for length in images.shape[2:])
    images = images[:, :, top : top + side, left : left + side]
    pixels = np.empty(images.shape, np.uint8)
    fractions = np.issubdtype(images.dtype, np.floating)
    for start in range(0, len(images), _CHUNK):
        part = images[start : start + _CHUNK]
        _check_range(f"{path}: {name}", part, fractions)
        pixels[start : start + _CHUNK] = np.rint(part * 255.0) if fractions or part.dtype == bool else part
    return pixels


def _channels_first(what: str, images: _Array) -> _Array:
    right = "expected (N, H, W), (N, H, W, C) or (N, C, H, W) with C = 1 or 3"
    if images.ndim == 3:
        return images[:, None]
    if images.ndim != 4:
        raise DataError(f"{what} has the shape {images.shape}; {right}.")
    first, last = images.shape[1] in _CHANNELS, images.shape[3] in _CHANNELS
    if first and last:
        raise DataError(
            f"{what} has the shape {images.shape}, in which the channels may be the second or the last number; {right}."
        )
    if not first and not last:
        raise DataError(f"{what} has the shape {images.shape}; {right}.")
    return images if first else np.moveaxis(images, 3, 1)


def _check_range(what: str, part: _Array, fractions: bool) -> None:
    if not (fractions or part.dtype == bool or np.issubdtype(part.dtype, np.integer)):
        raise DataError(
            f"{what} holds values of type {part.dtype}; numbers are expected, 0 to 255 whole or 0 to 1 as fractions."
        )
    least, most, limit = part.min(), part.max(), 1 if fractions else 255
    if not (least >= 0 and most <= limit):  # nor are NaNs
        kind = "fractions (floating point) should be from 0 to 1" if fractions else "whole numbers should be from 0 to 255"
        raise DataError(f"{what} holds values from {least:g} to {most:g}; {kind}.")


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
