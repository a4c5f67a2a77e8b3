"""The discriminator of "How to train your VAE" (Rivera 2024, arXiv 2309.13160), a PatchGAN (Isola et al. 2017)."""

from itertools import pairwise

import torch
from torch import Tensor, nn
from torch.nn import functional

from latentlab.config import AdversarialConfig
from latentlab.models.norms import Norm, norm_layer
from latentlab.models.vae import draw_weights
from latentlab.share import drawn

_STRIDES = (2, 2, 2, 1, 1, 1)
_DROPOUT = 0.25
_IN_ONE_BATCH = 2
"""Real images, then reconstructed ones: what training shows the network together."""
_NEGATIVE_SLOPE = 0.3
"""Keras' default, with which the network was published (PyTorch's is 0.01)."""


class PatchDiscriminator(nn.Module):
    """Images (B, C, H, W) → logits (B, 1, ⌈H/8⌉, ⌈W/8⌉), each for one patch: positive where it looks real.

    The last layer too has batch norm, as published. In training mode it gives every call's logits the same mean, so that
    what is to be told apart has to come in one batch: D(cat(x, x̂)), not D(x) and D(x̂).
    """

    def __init__(self, channels: int, width: int = 128, norm: Norm = "batch") -> None:
        """Build with PyTorch's own weights.

        Args:
            channels: C.
            width: filters of the first three layers; the next two have half as many, the last has one.
            norm: batch norm with dropout, or the gains and biases alone and no dropout.
        """
        super().__init__()
        self._drops = norm == "batch"
        filters = [channels, width, width, width, width // 2, width // 2, 1]
        self.layers = nn.ModuleList(
            nn.Sequential(
                nn.Conv2d(before, after, 3, stride=stride, padding=1),
                norm_layer(norm, after),
            )
            for (before, after), stride in zip(pairwise(filters), _STRIDES, strict=True)
        )

    def forward(self, x_BCHW: Tensor, generator: torch.Generator | None = None) -> Tensor:
        """The map of logits.

        Args:
            x_BCHW: images in [0, 1].
            generator: on the device of `x_BCHW`; draws the dropout in training mode, and is left alone in evaluation mode.
        """
        *hidden, last = self.layers
        x = x_BCHW
        for layer in hidden:
            x = self._dropout(functional.leaky_relu(layer(x), _NEGATIVE_SLOPE), generator)
        return self._dropout(last(x), generator)

    def _dropout(self, x: Tensor, generator: torch.Generator | None) -> Tensor:
        # PyTorch's own dropout only draws from the global generator.
        if not self.training or not self._drops:
            return x
        kept = drawn(
            lambda shape: x.new_empty(shape).bernoulli_(1 - _DROPOUT, generator=generator), x.shape, blocks=_IN_ONE_BATCH
        )
        return x * kept.div_(1 - _DROPOUT)


def build_discriminator(
    config: AdversarialConfig, image_shape: tuple[int, int, int], generator: torch.Generator | None = None
) -> PatchDiscriminator:
    """A discriminator with fresh weights, on the CPU.

    Args:
        config: the width and the norm.
        image_shape: (C, H, W).
        generator: draws the weights, a fresh one unless given; the global random state is left alone.
    """
    with torch.random.fork_rng(devices=[]):
        discriminator = PatchDiscriminator(image_shape[0], config.width, config.norm)
    draw_weights(discriminator, generator or torch.Generator())
    return discriminator
