"""ResNetV2 (pre-activation) encoder and decoder of "How to train your VAE" (Rivera 2024, arXiv 2309.13160).

Every stage has the same width and halves the image (rounding up) until the shorter side is at most 4 pixels: three stages for
32 pixels, six for 256, as published. The decoder goes back to the very sizes the encoder passed through, so that any size
works. At 256×256×3, D = 512 and the default width and blocks, the parameters are as many as the paper's.
"""

from torch import Tensor, nn

from latentlab.catalog.networks import ResNetConfig
from latentlab.models.networks import Networks
from latentlab.models.norms import EPS, Norm, norm_layer

_SMALLEST_SIDE = 4
_LATENTS_PER_CHANNEL = 8
"""Latent dimensions for each channel of the 4×4 bottleneck, which so has twice as many features as the posterior has means."""


def _sizes(height: int, width: int) -> list[tuple[int, int]]:
    sizes = [(height, width)]
    while min(sizes[-1]) > _SMALLEST_SIDE:
        sizes.append(((sizes[-1][0] + 1) // 2, (sizes[-1][1] + 1) // 2))
    return sizes


def _bottleneck_channels(latent_dim: int) -> int:
    return -(-latent_dim // _LATENTS_PER_CHANNEL)


def _activated(channels: int, convolution: nn.Module, norm: Norm) -> list[nn.Module]:
    # In place where the backward pass of the norm needs its input, not its output.
    return [norm_layer(norm, channels), nn.ReLU(inplace=True), convolution]


def _three_convolutions(width: int, stride: int, norm: Norm) -> nn.Sequential:
    return nn.Sequential(
        *_activated(width, nn.Conv2d(width, width, 3, padding=1), norm),
        *_activated(width, nn.Conv2d(width, width, 3, padding=1), norm),
        *_activated(width, nn.Conv2d(width, width, 1, stride=stride), norm),
    )


def _doubling(channels: int, after: int) -> nn.ConvTranspose2d:
    # Keras' "same" padding would crop the bottom and right, this crops the top and left: one is the other's mirror image.
    return nn.ConvTranspose2d(channels, after, 3, stride=2, padding=1, output_padding=1)


class ResidualBlock(nn.Module):
    """The sum of a path and a shortcut, which is the input itself unless given."""

    def __init__(self, path: nn.Module, shortcut: nn.Module | None = None) -> None:
        super().__init__()
        self.path = path
        self.shortcut = nn.Identity() if shortcut is None else shortcut

    def forward(self, x_BCHW: Tensor) -> Tensor:
        total: Tensor = self.path(x_BCHW) + self.shortcut(x_BCHW)
        return total


def _identity_block(width: int, norm: Norm) -> ResidualBlock:
    return ResidualBlock(_three_convolutions(width, 1, norm))


def _down_block(width: int, norm: Norm) -> ResidualBlock:
    shortcut = nn.Sequential(*_activated(width, nn.Conv2d(width, width, 1, stride=2), norm))
    return ResidualBlock(_three_convolutions(width, 2, norm), shortcut)


def _up_block(width: int, after: int, norm: Norm) -> ResidualBlock:
    path = nn.Sequential(
        *_activated(width, nn.Conv2d(width, after, 1), norm), *_activated(after, _doubling(after, after), norm)
    )
    return ResidualBlock(path, nn.Sequential(*_activated(width, _doubling(width, after), norm)))


class ResNetEncoder(nn.Sequential):
    """Images (B, C, H, W) → posterior parameters (B, 2·D): mean, then logvar."""

    def __init__(
        self, image_shape: tuple[int, int, int], latent_dim: int, width: int = 128, blocks: int = 2, norm: Norm = "batch"
    ) -> None:
        """Build with PyTorch's own weights.

        Args:
            image_shape: (C, H, W).
            latent_dim: D.
            width: channels of every stage.
            blocks: identity blocks in each stage, before the one that halves the image.
            norm: batch norm, or its gains and biases alone.
        """
        colours, *size = image_shape
        *halved, smallest = _sizes(*size)
        stages: list[nn.Module] = []
        for _ in halved:
            stages += [*(_identity_block(width, norm) for _ in range(blocks)), _down_block(width, norm)]
        bottleneck = _bottleneck_channels(latent_dim)
        super().__init__(
            # Each channel of each image is standardised over its pixels: its own brightness and contrast do not reach z.
            nn.LayerNorm(size, eps=EPS),
            nn.Conv2d(colours, width, 3, padding=1),
            *stages,
            nn.Conv2d(width, bottleneck, 1),
            nn.Flatten(),
            nn.Linear(bottleneck * smallest[0] * smallest[1], 2 * latent_dim),
        )


class ResNetDecoder(nn.Module):
    """Latents (N, D) → images before any squashing (N, C, H, W)."""

    def __init__(
        self, image_shape: tuple[int, int, int], latent_dim: int, width: int = 128, blocks: int = 1, norm: Norm = "batch"
    ) -> None:
        """Build with PyTorch's own weights.

        Args:
            image_shape: (C, H, W).
            latent_dim: D.
            width: channels of every stage.
            blocks: identity blocks in each stage, before the one that doubles the image.
            norm: batch norm, or its gains and biases alone.
        """
        super().__init__()
        colours, height, breadth = image_shape
        smallest, *self.sizes = _sizes(height, breadth)[::-1]
        self.start_shape = (_bottleneck_channels(latent_dim), *smallest)
        self.start = nn.Linear(latent_dim, self.start_shape[0] * smallest[0] * smallest[1])
        self.widen = nn.Conv2d(self.start_shape[0], width, 3, padding=1)
        ends = [width] * (len(self.sizes) - 1) + [colours]
        self.stages = nn.ModuleList(
            nn.Sequential(*(_identity_block(width, norm) for _ in range(blocks)), _up_block(width, end, norm)) for end in ends
        )
        self.end = nn.Conv2d(colours, colours, 1)

    def forward(self, z_ND: Tensor) -> Tensor:
        x = self.widen(self.start(z_ND).view(-1, *self.start_shape))
        for stage, (height, width) in zip(self.stages, self.sizes, strict=True):
            # A stage doubles the size; the last row or column goes where the encoder had rounded up.
            x = stage(x)[..., :height, :width]
        image: Tensor = self.end(x)
        return image


def build(settings: ResNetConfig, image_shape: tuple[int, int, int], output_shape: tuple[int, int, int]) -> Networks:
    """The networks that settings describe, for images and a decoder's output of these shapes (C, H, W)."""
    latent_dim, width, norm = settings.latent_dim, settings.width, settings.norm
    return Networks(
        ResNetEncoder(image_shape, latent_dim, width, settings.blocks, norm),
        ResNetDecoder(output_shape, latent_dim, width, (settings.blocks + 1) // 2, norm),
    )
