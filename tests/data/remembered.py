"""Images that runs remember."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from latentlab.config import RunConfig
from latentlab.evaluation.run_images import open_images
from latentlab.runs import Run

WithSettings = Callable[..., RunConfig]
Pixels = NDArray[np.uint8]


def random_pixels(count: int = 60, side: int = 16) -> Pixels:
    return np.random.default_rng(0).integers(0, 256, (count, side, side)).astype(np.uint8)


def write_pixels(path: Path, pixels: Pixels) -> None:
    np.save(path, pixels)


def held_out_bytes(run: Run) -> list[bytes]:
    return [image.numpy().tobytes() for image in open_images(run).dataset.test.pixels]
