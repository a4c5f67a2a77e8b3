"""Normalisation as in "How to train your VAE" (Rivera 2024): batch norm with Keras' defaults, or its gains and biases alone."""

import math
from typing import Literal

import torch
from torch import Tensor, nn

from latentlab.share import present

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


class BatchNorm2d(nn.BatchNorm2d):
    """PyTorch's, by the mean and variance of the whole batch where several processes share it."""

    def forward(self, x_BCHW: Tensor) -> Tensor:
        share = present()
        if share.count == 1 or not self.training:
            normalised: Tensor = super().forward(x_BCHW)
            return normalised
        x = x_BCHW.float()
        mean = share.mean(x.mean((0, 2, 3)))
        centred = x - mean[:, None, None]
        variance = share.mean(centred.square().mean((0, 2, 3)))
        self._keep(mean.detach(), variance.detach(), share.count * x.numel() // len(mean))
        gain = self.weight * torch.rsqrt(variance + self.eps)
        return (centred * gain[:, None, None] + self.bias[:, None, None]).to(x_BCHW.dtype)

    @torch.no_grad()
    def _keep(self, mean: Tensor, variance: Tensor, count: int) -> None:
        """Move the running statistics, of which the variance is the unbiased one."""
        assert self.running_mean is not None
        assert self.running_var is not None
        assert self.num_batches_tracked is not None
        assert self.momentum is not None
        self.num_batches_tracked += 1
        self.running_mean.lerp_(mean, self.momentum)
        self.running_var.lerp_(variance * (count / (count - 1)), self.momentum)


def norm_layer(kind: Norm, channels: int) -> nn.Module:
    """Batch norm, or what is left of it without its statistics."""
    return AffineNorm(channels) if kind == "affine" else BatchNorm2d(channels, eps=EPS, momentum=MOMENTUM)
