"""A z of channels at places, as colours.

Shapes: N images, D latent dimensions, C channels, H by W places.
"""

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor

from latentlab.catalog.networks import latent_shape_of
from latentlab.errors import ConfigError
from latentlab.explore.answers import answers
from latentlab.explore.colours import diverging
from latentlab.explore.requests.places import KINDS, MOST_CHANNELS, NO_PLACES, DrawnPlaces, Places
from latentlab.explore.requests.values import Images, PictureGrid, check_vector
from latentlab.explore.scatter import viridis
from latentlab.explore.scene import Scene

_REACH = 3.0
_IMAGES = 32
"""Held-out images whose places the components are taken from."""
_LARGEST_KL = (0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0)
"""Where the colours of the KL map end: at the first that no place exceeds, so that maps of different images compare."""


@dataclass(frozen=True, eq=False)
class _Components:
    """Directions among channels in which places differ most: rows (K, C), about a centre (C,), with their spread (K,)."""

    centre: Tensor
    rows: Tensor
    spread: Tensor
    explained: tuple[float, ...]


@answers(Places)
def draw_places(scene: Scene, request: Places, step: int) -> DrawnPlaces:
    """The decoded z, its first three channels and its components as colours, the KL at each place, and channels by themselves.

    Raises:
        ConfigError: if z has no places in this model, or another number of dimensions.
        DataError: if there is no such image.
    """
    check_vector("z", request.z, scene.model.latent_dim)
    shape = latent_shape_of(scene.config.model, scene.model.image_shape)
    if shape is None:
        raise ConfigError(NO_PLACES)
    z = torch.from_numpy(request.z).view(shape)
    kl = _kl(scene, request, shape)
    components = _components(scene, shape)
    projected = torch.einsum("kc,chw->khw", components.rows, z - components.centre[:, None, None])
    projected = projected / components.spread.clamp_min(1e-12)[:, None, None]
    largest_kl = next((limit for limit in _LARGEST_KL if kl.max() <= limit), float(kl.max()))
    maps = [_rgb(z[:3] / _REACH), _rgb(projected / _REACH), viridis((kl / largest_kl).clamp(0, 1).numpy())]
    maps += [diverging((channel / _REACH).clamp(-1, 1).numpy()) for channel in z[:MOST_CHANNELS]]
    decoded = scene.to_bytes(scene.decoded(request.z))
    decoded = decoded.repeat(3, -1) if decoded.shape[-1] == 1 else decoded
    height, width = decoded.shape[:2]
    pictures = np.stack([decoded, *(_enlarged(each, height, width) for each in maps)])
    explained = " + ".join(f"{share:.0%}" for share in components.explained)
    names = ("decoded", f"channels 1 to {min(3, len(z))}", f"components: {explained}", f"KL, 0 to {largest_kl:g} nats")
    assert len(names) == len(KINDS)
    labels = (*names, *(f"channel {number + 1}, ±{_REACH:g}" for number in range(min(len(z), MOST_CHANNELS))))
    grid = PictureGrid(pictures[None], ("",), labels)
    return DrawnPlaces(step, grid, z.numpy(), kl.numpy(), components.explained, _REACH, largest_kl)


def _kl(scene: Scene, request: Places, shape: tuple[int, int, int]) -> Tensor:
    """KL of the start image's posterior to the prior, (H, W); an image is encoded once for each set of weights."""
    key = ("places", request.source)
    if key not in scene.derived:
        posterior = scene.model.encode(scene.image(request.source)[0])
        scene.derived[key] = scene.prior.kl(posterior, posterior.mean).per_dim[0].view(shape).sum(0)
    kl: Tensor = scene.derived[key]
    return kl


def _components(scene: Scene, shape: tuple[int, int, int]) -> _Components:
    """Of the channels of all places of some held-out images' means, so that colours mean the same for all of them."""
    if "places" not in scene.derived:
        images = scene.held_out.batch(slice(0, _IMAGES))
        parts = []
        for image in images:  # a large network takes a tenth of a second for each
            parts.append(scene.model.encode(image[None]).mean)
            scene.yield_to_urgent()
        means = torch.cat(parts)
        values = means.view(-1, *shape).movedim(1, -1).flatten(0, 2).double()
        centre = values.mean(0)
        variance, columns = torch.linalg.eigh((values - centre).T @ (values - centre) / len(values))
        variance, rows = variance.flip(0).clamp_min(0)[:3], columns.T.flip(0)[:3]
        rows = rows * torch.where(rows.sum(1) < 0, -1.0, 1.0)[:, None]
        total = float((values - centre).square().sum() / len(values)) or 1.0
        explained = tuple((variance / total).tolist())
        scene.derived["places"] = _Components(centre.float(), rows.float(), variance.sqrt().float(), explained)
    found: _Components = scene.derived["places"]
    return found


def _rgb(values: Tensor) -> Images:
    """Up to three planes (K, H, W) from −1 to 1 as red, green and blue, (H, W, 3); planes that there are not are grey."""
    planes = torch.zeros(3, *values.shape[1:])
    planes[: len(values)] = values.clamp(-1, 1)
    shown: Images = ((planes.movedim(0, -1) + 1) * 127.5).round().to(torch.uint8).numpy()
    return shown


def _enlarged(colours: NDArray[np.uint8], height: int, width: int) -> Images:
    """Places (H, W, 3) as squares of an image's size."""
    return np.asarray(Image.fromarray(colours).resize((width, height), Image.Resampling.NEAREST))
