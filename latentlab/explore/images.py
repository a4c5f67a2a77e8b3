"""From latents to bytes that can be shown."""

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from latentlab.models import VAE

_CHUNK = 128


def to_uint8(x: Tensor) -> NDArray[np.uint8]:
    """Images (…, C, H, W) in [0, 1] → bytes (…, H, W, C)."""
    return (x * 255).round().clamp(0, 255).byte().movedim(-3, -1).cpu().numpy()


@torch.no_grad()
def decode_images(model: VAE, z: Tensor) -> NDArray[np.uint8]:
    """The expected images of latents (…, D), as bytes (…, H, W, C)."""
    flat = z.reshape(-1, z.shape[-1])
    images = np.concatenate([to_uint8(model.decode(chunk).mean) for chunk in flat.split(_CHUNK)])
    return images.reshape(*z.shape[:-1], *images.shape[1:])
