"""The auto-encoder of latent diffusion models, whose latent is itself a small image (diffusers' `AutoencoderKL`).

Names and shapes of all tensors of encoder and decoder are those of diffusers, but that quant_conv lies in the encoder and
post_quant_conv in the decoder. Paper: Rombach et al. 2022, "High-Resolution Image Synthesis with Latent Diffusion Models".

z is what a diffusion model sees: (z_raw − shift_factor) · scaling_factor, channels first, flattened. Images are scaled to
[−1, 1] for the encoder, and the decoder's output is scaled back to [0, 1].

Shapes: B images or N latents, C channels, H by W pixels or places, D = C·H·W latent dimensions.
"""

import math
from itertools import pairwise

import torch
from torch import Tensor, nn
from torch.nn import functional

from latentlab.catalog.networks import AutoencoderKlConfig
from latentlab.models.networks import Networks

_EPS = 1e-6
_LOGVAR_RANGE = (-30.0, 20.0)
Shape = tuple[int, int, int]


class ResidualBlock(nn.Module):
    """Two 3×3 convolutions, each after group norm and SiLU, beside a shortcut."""

    def __init__(self, before: int, after: int, groups: int) -> None:
        super().__init__()
        self.norm1 = nn.GroupNorm(groups, before, eps=_EPS)
        self.conv1 = nn.Conv2d(before, after, 3, padding=1)
        self.norm2 = nn.GroupNorm(groups, after, eps=_EPS)
        self.conv2 = nn.Conv2d(after, after, 3, padding=1)
        self.conv_shortcut = nn.Conv2d(before, after, 1) if before != after else None

    def forward(self, x_BCHW: Tensor) -> Tensor:
        y = self.conv1(functional.silu(self.norm1(x_BCHW)))
        y = self.conv2(functional.silu(self.norm2(y)))
        total: Tensor = y + (x_BCHW if self.conv_shortcut is None else self.conv_shortcut(x_BCHW))
        return total


class PlaceAttention(nn.Module):
    """Attention of one head between all places, beside a shortcut."""

    def __init__(self, channels: int, groups: int) -> None:
        super().__init__()
        self.group_norm = nn.GroupNorm(groups, channels, eps=_EPS)
        self.to_q = nn.Linear(channels, channels)
        self.to_k = nn.Linear(channels, channels)
        self.to_v = nn.Linear(channels, channels)
        self.to_out = nn.ModuleList([nn.Linear(channels, channels)])

    def forward(self, x_BCHW: Tensor) -> Tensor:
        places = self.group_norm(x_BCHW).flatten(2).transpose(1, 2)[:, None]  # with the axis of heads, which ONNX needs
        mixed = functional.scaled_dot_product_attention(self.to_q(places), self.to_k(places), self.to_v(places))[:, 0]
        total: Tensor = x_BCHW + self.to_out[0](mixed).transpose(1, 2).reshape(x_BCHW.shape)
        return total


class MiddleBlock(nn.Module):
    """Two residual blocks, with attention between them unless that is left out."""

    def __init__(self, channels: int, groups: int, *, attention: bool) -> None:
        super().__init__()
        self.resnets = nn.ModuleList(ResidualBlock(channels, channels, groups) for _ in range(2))
        self.attentions = nn.ModuleList([PlaceAttention(channels, groups)] if attention else [])

    def forward(self, x_BCHW: Tensor) -> Tensor:
        x: Tensor = self.resnets[0](x_BCHW)
        for attention in self.attentions:
            x = attention(x)
        x = self.resnets[1](x)
        return x


class Halving(nn.Module):
    """A convolution of stride 2, padded on the right and below alone."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.conv = nn.Conv2d(channels, channels, 3, stride=2)

    def forward(self, x_BCHW: Tensor) -> Tensor:
        x: Tensor = self.conv(functional.pad(x_BCHW, (0, 1, 0, 1)))
        return x


class Doubling(nn.Module):
    """Each place four times, then a convolution."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.conv = nn.Conv2d(channels, channels, 3, padding=1)

    def forward(self, x_BCHW: Tensor) -> Tensor:
        x: Tensor = self.conv(functional.interpolate(x_BCHW, scale_factor=2.0, mode="nearest"))
        return x


class Stage(nn.Module):
    """Residual blocks at one size, then, unless it is the last stage, another size."""

    def __init__(self, before: int, after: int, blocks: int, groups: int) -> None:
        super().__init__()
        widths = [before, *[after] * blocks]
        self.resnets = nn.ModuleList(ResidualBlock(first, second, groups) for first, second in pairwise(widths))
        self.downsamplers = nn.ModuleList()
        self.upsamplers = nn.ModuleList()

    def forward(self, x_BCHW: Tensor) -> Tensor:
        for layer in (*self.resnets, *self.downsamplers, *self.upsamplers):
            x_BCHW = layer(x_BCHW)
        return x_BCHW


class KlEncoder(nn.Module):
    """Images in [0, 1] (B, C, H, W) → parameters of the scaled z's posterior (B, 2·D): mean, then logvar."""

    def __init__(self, settings: AutoencoderKlConfig, image_channels: int, latent_channels: int) -> None:
        super().__init__()
        widths, groups = settings.widths, settings.norm_groups
        self.conv_in = nn.Conv2d(image_channels, widths[0], 3, padding=1)
        self.down_blocks = nn.ModuleList(
            Stage(before, after, settings.blocks, groups) for before, after in pairwise([widths[0], *widths])
        )
        for stage, width in zip(list(self.down_blocks)[:-1], widths, strict=False):
            stage.downsamplers.append(Halving(width))  # type: ignore[union-attr,operator]
        self.mid_block = MiddleBlock(widths[-1], groups, attention=settings.mid_attention)
        self.conv_norm_out = nn.GroupNorm(groups, widths[-1], eps=_EPS)
        self.conv_out = nn.Conv2d(widths[-1], 2 * latent_channels, 3, padding=1)
        self.quant_conv = nn.Conv2d(2 * latent_channels, 2 * latent_channels, 1) if settings.quant_conv else None
        self._scale, self._shift = settings.scaling_factor, settings.shift_factor

    def forward(self, x_BCHW: Tensor) -> Tensor:
        x = self.conv_in(2 * x_BCHW - 1)
        for stage in self.down_blocks:
            x = stage(x)
        x = self.conv_out(functional.silu(self.conv_norm_out(self.mid_block(x))))
        x = x if self.quant_conv is None else self.quant_conv(x)
        mean, logvar = x.chunk(2, dim=1)
        mean = (mean - self._shift) * self._scale
        logvar = logvar.clamp(*_LOGVAR_RANGE) + 2 * math.log(self._scale)
        return torch.cat([mean.flatten(1), logvar.flatten(1)], -1)


class KlDecoder(nn.Module):
    """Scaled latents (N, D) → images (N, C, H, W), in [0, 1] but for overshoot."""

    def __init__(self, settings: AutoencoderKlConfig, latent_shape: Shape, channels: int) -> None:
        super().__init__()
        widths, groups = settings.widths[::-1], settings.norm_groups
        latent_channels = latent_shape[0]
        self.post_quant_conv = nn.Conv2d(latent_channels, latent_channels, 1) if settings.post_quant_conv else None
        self.conv_in = nn.Conv2d(latent_channels, widths[0], 3, padding=1)
        self.mid_block = MiddleBlock(widths[0], groups, attention=settings.mid_attention)
        self.up_blocks = nn.ModuleList(
            Stage(before, after, settings.blocks + 1, groups) for before, after in pairwise([widths[0], *widths])
        )
        for stage, width in zip(list(self.up_blocks)[:-1], widths, strict=False):
            stage.upsamplers.append(Doubling(width))  # type: ignore[union-attr,operator]
        self.conv_norm_out = nn.GroupNorm(groups, widths[-1], eps=_EPS)
        self.conv_out = nn.Conv2d(widths[-1], channels, 3, padding=1)
        self._latent_shape = latent_shape
        self._scale, self._shift = settings.scaling_factor, settings.shift_factor

    def forward(self, z_ND: Tensor) -> Tensor:
        x = (z_ND / self._scale + self._shift).view(-1, *self._latent_shape)
        x = self.mid_block(self.conv_in(x if self.post_quant_conv is None else self.post_quant_conv(x)))
        for stage in self.up_blocks:
            x = stage(x)
        x = self.conv_out(functional.silu(self.conv_norm_out(x)))
        image: Tensor = (x + 1) / 2
        return image


def build(settings: AutoencoderKlConfig, image_shape: Shape, output_shape: Shape) -> Networks:
    """The networks that settings describe, for images and a decoder's output of these shapes (C, H, W).

    Raises:
        ConfigError: as `AutoencoderKlConfig.latent_shape` does.
    """
    shape = settings.latent_shape(image_shape)
    return Networks(KlEncoder(settings, image_shape[0], shape[0]), KlDecoder(settings, shape, output_shape[0]))
