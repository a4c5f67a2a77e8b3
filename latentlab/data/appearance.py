"""What changes an image's values and not its geometry: colour, noise, blur, erasing; each image by an amount of its own.

Shapes: B images, C channels, H by W pixels; amounts are (B,). All results lie in [0, 1].
"""

from functools import partial

import torch
from torch import Tensor
from torch.nn import functional

from latentlab.share import drawn

_LUMA = (0.299, 0.587, 0.114)
"""Weights of red, green and blue in brightness as it is seen (ITU-R BT.601)."""


def brighten(x_BCHW: Tensor, factor: Tensor) -> Tensor:
    """Values times a factor; 1 changes nothing."""
    return (x_BCHW * _per_image(factor)).clamp(0, 1)


def change_contrast(x_BCHW: Tensor, factor: Tensor) -> Tensor:
    """Distance from the image's mean brightness times a factor; 1 changes nothing."""
    return _away_from(_grey(x_BCHW).mean((1, 2, 3), keepdim=True), x_BCHW, factor)


def saturate(x_BCHW: Tensor, factor: Tensor) -> Tensor:
    """Distance from the pixel's own grey times a factor; 1 changes nothing, nor does any on images without three colours."""
    return x_BCHW if x_BCHW.shape[1] != 3 else _away_from(_grey(x_BCHW), x_BCHW, factor)


def shift_hue(x_BCHW: Tensor, turns: Tensor) -> Tensor:
    """Colours turned about the circle of hues by a part of it; 0 changes nothing, nor does any turn without three colours."""
    if x_BCHW.shape[1] != 3:
        return x_BCHW
    red, green, blue = x_BCHW.unbind(1)
    high, chroma = x_BCHW.amax(1), x_BCHW.amax(1) - x_BCHW.amin(1)
    divisor = torch.where(chroma > 0, chroma, torch.ones_like(chroma))
    towards_red, towards_green = (green - blue) / divisor, (blue - red) / divisor + 2
    towards_blue = (red - green) / divisor + 4
    sextant = torch.where(high == red, towards_red, torch.where(high == green, towards_green, towards_blue))
    offsets = torch.tensor([5.0, 3.0, 1.0], device=x_BCHW.device).view(1, 3, 1, 1)
    place = (offsets + sextant[:, None] + 6 * _per_image(turns)) % 6
    return high[:, None] - chroma[:, None] * torch.minimum(place, 4 - place).clamp(0, 1)


def add_noise(x_BCHW: Tensor, std: Tensor, generator: torch.Generator | None) -> Tensor:
    """Gaussian noise of a standard deviation, drawn for each value."""
    noise = drawn(partial(torch.randn, generator=generator, device=x_BCHW.device), x_BCHW.shape)
    return (x_BCHW + _per_image(std) * noise).clamp(0, 1)


def blur(x_BCHW: Tensor, sigma: Tensor, largest: float) -> Tensor:
    """Gaussian blur, the image mirrored beyond its edges.

    Args:
        x_BCHW: images in [0, 1].
        sigma: in pixels.
        largest: no less than any sigma; the kernel reaches three times as far, or to the image's edge.
    """
    count, channels, height, width = x_BCHW.shape
    reach = min(round(3 * largest + 0.5), height - 1, width - 1)
    places = torch.arange(-reach, reach + 1, device=x_BCHW.device, dtype=x_BCHW.dtype)
    kernel = torch.exp(-0.5 * (places / sigma.clamp(min=1e-3)[:, None]).square())
    kernel = (kernel / kernel.sum(1, keepdim=True)).repeat_interleave(channels, 0)[:, None]
    # Every channel of every image is a group of its own, and so has a kernel of its own.
    flat = functional.pad(x_BCHW.reshape(1, count * channels, height, width), (reach, reach, reach, reach), mode="reflect")
    flat = functional.conv2d(flat, kernel[:, :, None, :], groups=count * channels)
    flat = functional.conv2d(flat, kernel[:, :, :, None], groups=count * channels)
    return flat.view(x_BCHW.shape).clamp(0, 1)


def erase(x_BCHW: Tensor, share: Tensor, place: Tensor) -> Tensor:
    """A black rectangle in the image's proportions.

    Args:
        x_BCHW: images in [0, 1].
        share: of the area that it covers at most; sides are rounded down to whole pixels.
        place: (B, 2), where it lies between left and right, top and bottom, each in [0, 1].
    """
    height, width = x_BCHW.shape[-2:]
    side = share.clamp(0, 1).sqrt()

    def covered(length: int, where: Tensor) -> Tensor:
        pixels = (side * length + 1e-4).floor()
        first = (where * (length - pixels)).round()[:, None]
        index = torch.arange(length, device=x_BCHW.device)[None]
        return (index >= first) & (index < first + pixels[:, None])

    box = covered(height, place[:, 1])[:, :, None] & covered(width, place[:, 0])[:, None, :]
    return x_BCHW * ~box[:, None]


def _per_image(amount: Tensor) -> Tensor:
    return amount[:, None, None, None]


def _grey(x_BCHW: Tensor) -> Tensor:
    if x_BCHW.shape[1] == 1:
        return x_BCHW
    if x_BCHW.shape[1] != 3:
        return x_BCHW.mean(1, keepdim=True)
    return (x_BCHW * torch.tensor(_LUMA, device=x_BCHW.device).view(1, 3, 1, 1)).sum(1, keepdim=True)


def _away_from(centre: Tensor, x_BCHW: Tensor, factor: Tensor) -> Tensor:
    return (centre + _per_image(factor) * (x_BCHW - centre)).clamp(0, 1)
