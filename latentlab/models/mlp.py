"""Fully connected encoder and decoder."""

import math
from collections.abc import Iterator

from torch import Tensor, nn

from latentlab.catalog.networks import MlpConfig
from latentlab.models.networks import Networks


def _hidden_layers(inputs: int, hidden: int, layers: int) -> Iterator[nn.Module]:
    for _ in range(layers):
        yield nn.Linear(inputs, hidden)
        yield nn.ReLU()
        inputs = hidden


class MLPEncoder(nn.Sequential):
    """Images (B, C, H, W) → posterior parameters (B, 2·D): mean, then logvar."""

    def __init__(self, image_shape: tuple[int, int, int], latent_dim: int, hidden: int, layers: int) -> None:
        super().__init__(
            nn.Flatten(), *_hidden_layers(math.prod(image_shape), hidden, layers), nn.Linear(hidden, 2 * latent_dim)
        )


class MLPDecoder(nn.Module):
    """Latents (N, D) → images before any squashing (N, C, H, W)."""

    def __init__(self, image_shape: tuple[int, int, int], latent_dim: int, hidden: int, layers: int) -> None:
        super().__init__()
        self.image_shape = image_shape
        self.network = nn.Sequential(*_hidden_layers(latent_dim, hidden, layers), nn.Linear(hidden, math.prod(image_shape)))

    def forward(self, z_ND: Tensor) -> Tensor:
        output: Tensor = self.network(z_ND)
        return output.view(-1, *self.image_shape)


def build(settings: MlpConfig, image_shape: tuple[int, int, int], output_shape: tuple[int, int, int]) -> Networks:
    """The networks that settings describe, for images and a decoder's output of these shapes (C, H, W)."""
    return Networks(
        MLPEncoder(image_shape, settings.latent_dim, settings.hidden, settings.layers),
        MLPDecoder(output_shape, settings.latent_dim, settings.hidden, settings.layers),
    )
