"""Numbers for pixels: how far an image is from its start, and how far a posterior's images are from one another.

Shapes: C channels, H by W pixels, K draws.
"""

import numpy as np
import torch
from torch import Tensor

from latentlab.explore.answers import answers
from latentlab.explore.colours import diverging
from latentlab.explore.requests.images import Deviation, Difference, PixelMap
from latentlab.explore.requests.values import ImageRef, Images, PictureGrid, check_vector
from latentlab.explore.scatter import viridis
from latentlab.explore.scene import Scene
from latentlab.seeding import generator_for

_LIMITS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0)
"""Where the colours end: at the first that no value exceeds, so that they stay comparable while a slider is moved."""
_AT_ONCE = 8
"""Draws decoded between two looks at what is more urgent."""


@answers(Difference)
def draw_difference(scene: Scene, request: Difference, step: int) -> PixelMap:
    """The decoded latent less the start image; of colour images, the mean over the channels.

    Raises:
        ConfigError: if z has another number of dimensions.
        DataError: if there is no such image.
    """
    check_vector("z", request.z, scene.model.latent_dim)
    start, decoded = _image(scene, request.source), scene.decoded(request.z)
    values = (decoded - start).mean(0).numpy()
    limit = _limit(values)
    pictures = np.stack([_coloured(scene, start), _coloured(scene, decoded), diverging(values / limit)])
    return PixelMap(step, PictureGrid(pictures[None], ("",), ("start", "decoded", f"±{limit:g}")), values, -limit, limit)


@answers(Deviation)
def draw_deviation(scene: Scene, request: Deviation, step: int) -> PixelMap:
    """The standard deviation over draws from the posterior, decoded; of colour images, the root mean square over the channels.

    Raises:
        DataError: if there is no such image.
    """
    image = _image(scene, request.source)
    z = scene.model.encode(image[None]).sample(generator_for(request.seed, "deviation"), request.samples)[:, 0]
    count, mean, squares = 0, torch.zeros_like(image), torch.zeros_like(image)
    for chunk in z.split(_AT_ONCE):
        # Chan's update, which loses no digits where the images hardly differ.
        x = scene.model.decode(chunk).mean
        of_chunk, total = x.mean(0), count + len(x)
        squares += (x - of_chunk).square().sum(0) + (of_chunk - mean).square() * (count * len(x) / total)
        mean += (of_chunk - mean) * (len(x) / total)
        count = total
        scene.yield_to_urgent()
    values = (squares / (count - 1)).mean(0).sqrt().numpy()
    limit = _limit(values)
    pictures = np.stack([_coloured(scene, image), _coloured(scene, mean), viridis(values / limit)])
    return PixelMap(step, PictureGrid(pictures[None], ("",), ("start", "mean", f"0 to {limit:g}")), values, 0.0, limit)


def _image(scene: Scene, source: ImageRef) -> Tensor:
    """(C, H, W); a file is read once for each set of weights."""
    key = ("image", source)
    if key not in scene.derived:
        scene.derived[key] = scene.image(source)[0][0]
    image: Tensor = scene.derived[key]
    return image


def _limit(values: np.ndarray) -> float:
    largest = float(np.abs(values).max())
    return next((limit for limit in _LIMITS if largest <= limit), 1.0)


def _coloured(scene: Scene, x: Tensor) -> Images:
    """(C, H, W) as bytes (H, W, 3)."""
    shown = scene.to_bytes(x)
    return shown.repeat(3, -1) if shown.shape[-1] == 1 else shown
