"""Which preset fits a user's own images.

Shapes: N images, H by W pixels, C channels.
"""

import re
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from latentlab.catalog.datasets import DATASETS
from latentlab.config import AboutPreset, DataConfig, RunConfig, parse_config

PHOTOGRAPHS, DRAWINGS = "photographs", "drawings"
"""What the images of a preset may be, as its file says."""

_BETWEEN = (32, 224)
_MOST_BETWEEN_IN_DRAWINGS = 0.25
_LATENTS = (8, 512)
_LONGEST_NAME = 40

Presets = Mapping[str, tuple[RunConfig, AboutPreset]]


def kind_of(images_NHWC: NDArray[np.uint8]) -> str:
    """Photographs, or drawings: grey images of little else than black and white."""
    low, high = _BETWEEN
    between = float(((images_NHWC >= low) & (images_NHWC < high)).mean())
    is_grey = bool((images_NHWC == images_NHWC[..., :1]).all())
    return DRAWINGS if is_grey and between <= _MOST_BETWEEN_IN_DRAWINGS else PHOTOGRAPHS


def fitted(presets: Presets, images_NHWC: NDArray[np.uint8], data: DataConfig) -> tuple[str, RunConfig] | None:
    """The preset whose likelihood fits some of a user's images, with these as its data, latents for their size and their name.

    Args:
        presets: to choose from.
        images_NHWC: some of the images, as a network would see them.
        data: which images they are.

    Returns:
        The preset's name and the run; None where no preset fits.
    """
    kind = kind_of(images_NHWC)
    name = next((name for name, (_, about) in presets.items() if about.fits == kind), None)
    if name is None:
        return None
    start = presets[name][0]
    seen = data.model_dump(exclude_none=True)
    if not DATASETS.of(data).keeps_size:
        seen.setdefault("size", start.data.size)
    side = images_NHWC.shape[1] if "size" not in seen else seen["size"]
    low, high = _LATENTS
    usual = start.data.size or DATASETS.of(start.data).shape[1]
    latents = min(high, max(low, round(start.model.latent_dim * side / usual)))
    values = start.model_dump(exclude_none=True)
    values |= {"name": _name_of(data), "data": seen, "model": {**values["model"], "latent_dim": latents}}
    return name, parse_config(values)


def _name_of(data: DataConfig) -> str:
    """A run's name, of the folder or the file that the images are in."""
    name = re.sub(r"[^A-Za-z0-9._-]+", "-", Path(data.location).stem).strip("-._")
    return name[:_LONGEST_NAME] or data.name
