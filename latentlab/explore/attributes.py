"""What is known of each held-out image beside its label: the attributes of its files, and its brightness.

Shapes: N images.
"""

import numpy as np
import torch
from numpy.typing import NDArray

from latentlab.errors import ConfigError
from latentlab.explore.requests.images import BRIGHTNESS
from latentlab.explore.scene import Scene

_AT_ONCE = 1024


def attribute_names(scene: Scene) -> tuple[str, ...]:
    """Of the held-out images."""
    attributes = scene.held_out.attributes
    return tuple(dict.fromkeys((*(attributes.names if attributes else ()), BRIGHTNESS)))


def attribute_values(scene: Scene, name: str, count: int) -> NDArray[np.float32]:
    """Of the first images, (N,).

    Raises:
        ConfigError: if there is no such attribute.
    """
    attributes = scene.held_out.attributes
    if attributes is not None and name in attributes.names:
        return attributes.values[:count, attributes.names.index(name)]
    if name != BRIGHTNESS:
        raise ConfigError(f"attribute {name!r}: the held-out images have {', '.join(attribute_names(scene)[:40])}.")
    starts = range(0, count, _AT_ONCE)
    parts = [scene.held_out.batch(slice(start, min(start + _AT_ONCE, count))).flatten(1).mean(1) for start in starts]
    return torch.cat(parts).numpy()
