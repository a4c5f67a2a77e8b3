"""Convolutional encoder and decoder for images of any height and width.

Each stage halves the image (rounding up) and doubles the channels until the shorter side is at most 4 pixels; the decoder
goes the same way back, to the very sizes the encoder passed through, so that no size needs padding or cropping.
"""

from itertools import pairwise

from torch import Tensor, nn
from torch.nn import functional

from latentlab.catalog.networks import ConvConfig
from latentlab.models.networks import Networks

_SMALLEST_SIDE = 4
_LARGEST_FACTOR = 8
"""Channels stop doubling at this multiple of the first stage's."""


def _sizes(height: int, width: int) -> list[tuple[int, int]]:
    sizes = [(height, width)]
    while min(sizes[-1]) > _SMALLEST_SIDE:
        sizes.append(((sizes[-1][0] + 1) // 2, (sizes[-1][1] + 1) // 2))
    return sizes


def _channels(width: int, stages: int) -> list[int]:
    return [width * min(2**stage, _LARGEST_FACTOR) for stage in range(stages)]


class ConvEncoder(nn.Sequential):
    """Images (B, C, H, W) → posterior parameters (B, 2·D): mean, then logvar."""

    def __init__(self, image_shape: tuple[int, int, int], latent_dim: int, width: int) -> None:
        colours, height, breadth = image_shape
        sizes = _sizes(height, breadth)
        layers: list[nn.Module] = []
        channels = colours
        for wider in _channels(width, len(sizes) - 1):
            layers += [nn.Conv2d(channels, wider, 3, stride=2, padding=1), nn.SiLU()]
            channels = wider
        features = channels * sizes[-1][0] * sizes[-1][1]
        super().__init__(*layers, nn.Flatten(), nn.Linear(features, 2 * latent_dim))


class ConvDecoder(nn.Module):
    """Latents (N, D) → images before any squashing (N, C, H, W)."""

    def __init__(self, image_shape: tuple[int, int, int], latent_dim: int, width: int) -> None:
        super().__init__()
        colours, height, breadth = image_shape
        self.sizes = _sizes(height, breadth)[::-1]
        channels = [*_channels(width, len(self.sizes) - 1)[::-1], colours]
        self.start_shape = (channels[0], *self.sizes[0])
        self.start = nn.Linear(latent_dim, channels[0] * self.sizes[0][0] * self.sizes[0][1])
        self.stages = nn.ModuleList(
            nn.ConvTranspose2d(before, after, 4, stride=2, padding=1) for before, after in pairwise(channels)
        )

    def forward(self, z_ND: Tensor) -> Tensor:
        x: Tensor = self.start(z_ND).view(-1, *self.start_shape)
        for stage, (height, width) in zip(self.stages, self.sizes[1:], strict=True):
            # A stage doubles the size; the last row or column goes where the encoder had rounded up.
            x = stage(functional.silu(x))[..., :height, :width]
        return x


def build(settings: ConvConfig, image_shape: tuple[int, int, int], output_shape: tuple[int, int, int]) -> Networks:
    """The networks that settings describe, for images and a decoder's output of these shapes (C, H, W)."""
    return Networks(
        ConvEncoder(image_shape, settings.latent_dim, settings.width),
        ConvDecoder(output_shape, settings.latent_dim, settings.width),
    )
