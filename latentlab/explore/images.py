"""From latents to bytes that can be shown."""

import math
from collections.abc import Callable

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from latentlab.models import VAE

_CHUNK = 128
_VALUES_AT_ONCE = 2**17
"""Pixel values that are decoded between two calls of `yield_to_urgent`."""


def to_uint8(x: Tensor) -> NDArray[np.uint8]:
    """Images (…, C, H, W) in [0, 1] → bytes (…, H, W, C)."""
    return (x * 255).round().clamp(0, 255).byte().movedim(-3, -1).cpu().numpy()


@torch.no_grad()
def decode_images(model: VAE, z: Tensor, yield_to_urgent: Callable[[], None] | None = None) -> NDArray[np.uint8]:
    """The expected images of latents (…, D), as bytes (…, H, W, C).

    Args:
        model: decodes them.
        z: the latents.
        yield_to_urgent: called between parts that take long.
    """
    flat = z.reshape(-1, z.shape[-1])
    decoded: list[NDArray[np.uint8]] = []
    for chunk in flat.split(max(1, min(_CHUNK, _VALUES_AT_ONCE // math.prod(model.image_shape)))):
        if decoded and yield_to_urgent:
            yield_to_urgent()
        decoded.append(to_uint8(model.decode(chunk).mean))
    images = np.concatenate(decoded)
    return images.reshape(*z.shape[:-1], *images.shape[1:])
