"""Somebody's own model, an object of this process, as a run."""

import copy
import math
import re
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import ArrayLike, NDArray
from torch import nn

from latentlab.catalog.data_settings import LARGEST_SIZE, SMALLEST_SIZE, DataConfig
from latentlab.catalog.likelihoods import LikelihoodConfig
from latentlab.catalog.networks import ModelConfig
from latentlab.config import RunConfig, parse_config
from latentlab.errors import DataError, first_line, shown
from latentlab.exchange.imported import ForeignModel, write_imported
from latentlab.models import own
from latentlab.models.own import OwnModel, Registered, decode, mean_and_logvar
from latentlab.runs import OWN_IMAGES, Run

_HELD_OUT = 0.5
_LEAST = 2
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,59}")


def own_run(
    stack: ExitStack,
    model: OwnModel,
    images: ArrayLike | torch.Tensor,
    labels: ArrayLike | None,
    value_range: tuple[float, float],
    name: str,
    folder: Path,
) -> Run:
    """The run that shows a model, in a folder; the model is known until the stack is closed."""
    low, high = black_and_white(value_range)
    pixels = as_bytes(images, low, high)
    kept = copy_of(model) if isinstance(model, nn.Module) else model
    key = own.register(Registered(kept, low, high))
    stack.callback(own.forget, key)
    place = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="latentlab-")))
    config = config_of_arrays(place, name, pixels, labels)
    dimensions, sigma = latent_of(kept, pixels, low, high)
    network = ModelConfig.model_validate({"name": "own", "key": key, "latent_dim": dimensions, "sigma": sigma})
    config = config.model_copy(update={"model": network, "likelihood": LikelihoodConfig.model_validate({"name": "none"})})
    source = {"model": f"{type(model).__module__}.{type(model).__qualname__}", "by": "latentlab.explore"}
    _, channels, height, width = pixels.shape
    own_images = Path(config.data.location)
    return write_imported(ForeignModel(config, (channels, height, width), {}, source, own_images=own_images), folder)


def copy_of(model: Any) -> Any:
    """A copy of a module on the CPU, in float32 and in evaluation mode.

    Raises:
        DataError: if it cannot be copied.
    """
    try:
        return copy.deepcopy(model).cpu().float().eval().requires_grad_(False)
    except Exception as error:  # such as of a weight that was computed and not learned, or is not there yet
        raise DataError(f"model: cannot be copied: {first_line(error)}") from error


def black_and_white(value_range: Any) -> tuple[float, float]:
    """The two values of a range.

    Raises:
        DataError: if they are none, or black is not the lower one.
    """
    try:
        low, high = map(float, value_range)
    except (TypeError, ValueError):
        low = high = math.nan
    if not -math.inf < low < high < math.inf:
        raise DataError(f"value_range = {shown(value_range)}: give what black is and what white is, such as (0, 1) or (-1, 1).")
    return low, high


def as_bytes(images: ArrayLike | torch.Tensor, low: float, high: float) -> NDArray[np.uint8]:
    """Images as bytes (N, C, H, W).

    Raises:
        DataError: if they are no images, too few, or outside their value range.
    """
    if isinstance(images, torch.Tensor):
        images = (images.float() if images.is_floating_point() else images).numpy(force=True)  # NumPy has no bfloat16
    try:
        array = np.asarray(images)
    except ValueError as error:  # of lists of several lengths
        raise DataError(f"images: {first_line(error)}") from None
    if array.ndim == 3:
        array = array[:, None]
    if array.ndim != 4 or not array.size:
        raise DataError(f"images: of shape {array.shape}; give (N, C, H, W), (N, H, W, C) or (N, H, W).")
    if array.shape[1] not in (1, 3) and array.shape[3] in (1, 3):
        array = array.transpose(0, 3, 1, 2)
    if len(array) < _LEAST:
        raise DataError(f"images: {len(array)}; give {_LEAST} or more: some stand for those that a model has learned from.")
    _, _, height, width = array.shape
    if not SMALLEST_SIZE <= min(height, width) <= max(height, width) <= LARGEST_SIZE:
        raise DataError(f"images: {width}×{height} pixels; width and height must be from {SMALLEST_SIZE} to {LARGEST_SIZE}.")
    if array.dtype == np.uint8:
        return np.ascontiguousarray(array)
    if not np.issubdtype(array.dtype, np.floating):
        raise DataError(f"images: of type {array.dtype}; give bytes (uint8) or floats.")
    if not np.isfinite(array).all():
        raise DataError("images: hold values that are not finite.")
    if array.min() < low or array.max() > high:
        raise DataError(f"images: from {array.min():.3g} to {array.max():.3g}, outside value_range = ({low:g}, {high:g}).")
    return np.ascontiguousarray(np.round((array - low) * (255 / (high - low))).astype(np.uint8))


def config_of_arrays(folder: Path, name: str, pixels: NDArray[np.uint8], labels: ArrayLike | None) -> RunConfig:
    """The settings of a run whose images are arrays, which are written into a folder, from which a run takes them over.

    Raises:
        DataError: if there are not as many labels as images, or the name will not do.
    """
    if not _NAME.fullmatch(name):
        raise DataError(f"name = {name!r}: use letters, digits, '.', '_' and '-', 60 at most.")
    arrays: dict[str, Any] = {"images": pixels}
    if labels is not None:
        numbers = np.asarray(labels)
        if numbers.shape != (len(pixels),) or not np.issubdtype(numbers.dtype, np.integer):
            raise DataError(f"labels: of shape {numbers.shape} and type {numbers.dtype}; give a whole number for each image.")
        arrays["labels"] = numbers
    path = folder / OWN_IMAGES
    np.savez(path, **arrays)
    data = DataConfig.model_validate(
        {"name": "array", "root": str(path), "crop": False, "test_fraction": _HELD_OUT, "validation_fraction": 0.0}
    )
    return parse_config({"name": name}).model_copy(update={"data": data})


@torch.no_grad()
def latent_of(model: OwnModel, pixels: NDArray[np.uint8], low: float, high: float) -> tuple[int, bool]:
    """D, and whether encode gives a logvar; after a check that encode and decode fit each other and all is finite.

    Raises:
        DataError: where one of the two is not so.
    """
    x = torch.from_numpy(pixels[:2]).float() / 255 * (high - low) + low
    for method in ("encode", "decode"):
        if not callable(getattr(model, method, None)):
            raise DataError(f"model: has no method {method}; it needs encode(x) → (mean, logvar) and decode(z) → images.")
    mean, logvar = mean_and_logvar(model, x)
    if not (mean.isfinite().all() and (logvar is None or logvar.isfinite().all())):
        raise DataError("encode(x): gives values that are not finite; mean and logvar must be finite numbers.")
    decoded = decode(model, mean)
    shape = tuple(decoded.shape) if isinstance(decoded, torch.Tensor) else type(decoded).__name__
    if shape != tuple(x.shape):
        raise DataError(f"decode(z): gives {shape} for images {tuple(x.shape)}; encode and decode do not fit each other.")
    return mean.shape[1], logvar is not None
