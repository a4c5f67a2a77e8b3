"""Normalisation as in "How to train your VAE" (Rivera 2024): batch norm with Keras' defaults, or its gains and biases alone."""

import math
from typing import Literal

import torch
from torch import Tensor, nn

from latentlab.share import BatchNorm2d

EPS, MOMENTUM = 1e-3, 0.01
"""Keras' defaults, with which the networks were published (PyTorch's are 1e-5 and 0.1). Keras calls this momentum 0.99."""
Norm = Literal["batch", "affine"]


class AffineNorm(nn.Module):
    """What batch norm is when it never learns its statistics: a gain and a bias for each channel, over √(1 + ε)."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))

    def forward(self, x_BCHW: Tensor) -> Tensor:
        gain = self.weight / math.sqrt(1 + EPS)
        return x_BCHW * gain[:, None, None] + self.bias[:, None, None]


def norm_layer(kind: Norm, channels: int) -> nn.Module:
    """Batch norm, or what is left of it without its statistics."""
    return AffineNorm(channels) if kind == "affine" else BatchNorm2d(channels, eps=EPS, momentum=MOMENTUM)
