"""The networks that pythae 0.1.2 brings, rebuilt so that its weights fit: names and shapes of all tensors are its own.

Beside its default MLP these are the benchmark networks for images of 1×28×28 (MNIST), 3×32×32 (CIFAR) and 3×64×64 (CelebA).
Paper: Chadebec et al. 2022, "Pythae: Unifying Generative Autoencoders in Python".

Shapes: B images or N latents, C channels, H by W pixels, D latent dimensions.
"""

import math
from typing import assert_never

import torch
from torch import Tensor, nn

from latentlab.catalog.networks import PYTHAE_IMAGES, PythaeConfig, PythaeNetwork
from latentlab.errors import ConfigError
from latentlab.models.networks import Networks
from latentlab.models.norms import BatchNorm2d

_HIDDEN = 512
_CONV_CHANNELS = (128, 256, 512, 1024)
Shape = tuple[int, int, int]


class _Residual(nn.Module):
    """A residual block of 3×3 and 1×1 convolutions."""

    def __init__(self, channels: int, inner: int) -> None:
        super().__init__()
        self.conv_block = nn.Sequential(
            nn.ReLU(), nn.Conv2d(channels, inner, 3, padding=1), nn.ReLU(), nn.Conv2d(inner, channels, 1)
        )

    def forward(self, x_BCHW: Tensor) -> Tensor:
        x: Tensor = x_BCHW + self.conv_block(x_BCHW)
        return x


class PythaeEncoder(nn.Module):
    """Images (B, C, H, W) → posterior parameters (B, 2·D): mean, then logvar."""

    def __init__(self, layers: list[nn.Module], features: int, latent_dim: int, *, flat: bool) -> None:
        super().__init__()
        self.layers = nn.ModuleList(layers)
        self.embedding = nn.Linear(features, latent_dim)
        self.log_var = nn.Linear(features, latent_dim)
        self._flat = flat

    def forward(self, x_BCHW: Tensor) -> Tensor:
        x = x_BCHW.flatten(1) if self._flat else x_BCHW
        for layer in self.layers:
            x = layer(x)
        x = x.flatten(1)
        return torch.cat([self.embedding(x), self.log_var(x)], -1)


class PythaeDecoder(nn.Module):
    """Latents (N, D) → images (N, C, H, W) before the last sigmoid, or after it where `sigmoid` says so."""

    def __init__(self, layers: list[nn.Module], start: tuple[int, ...], image_shape: Shape, *, sigmoid: bool) -> None:
        super().__init__()
        self.layers = nn.ModuleList(layers)
        self._start, self._image_shape, self._sigmoid = start, image_shape, sigmoid

    def forward(self, z_ND: Tensor) -> Tensor:
        first, *others = self.layers
        x = first(z_ND).view(-1, *self._start)
        for layer in others:
            x = layer(x)
        x = x.view(-1, *self._image_shape)
        image: Tensor = x.sigmoid() if self._sigmoid else x
        return image


def build(settings: PythaeConfig, image_shape: Shape, output_shape: Shape) -> Networks:
    """The networks that settings describe, for images and a decoder's output of these shapes (C, H, W).

    Raises:
        ConfigError: if they are for images of another shape, or the likelihood needs more than a value for each pixel.
    """
    for field, name in (("encoder", settings.encoder), ("decoder", settings.decoder)):
        fixed = PYTHAE_IMAGES.get(name)
        if fixed is not None and image_shape != fixed:
            raise ConfigError(
                f"model.{field} = {name!r}: takes images of {_words(fixed)}; these are {_words(image_shape)} (channels, "
                "height, width). 'mlp' takes all."
            )
    if output_shape != image_shape:
        raise ConfigError("model.name = 'pythae': gives one value for each pixel; this likelihood needs more. Set another one.")
    return Networks(_encoder(settings.encoder, image_shape, settings.latent_dim), _decoder(settings, image_shape))


def _encoder(name: PythaeNetwork, image_shape: Shape, latent_dim: int) -> PythaeEncoder:
    channels, size = image_shape[0], math.prod(image_shape)
    match name:
        case "mlp":
            layers: list[nn.Module] = [nn.Sequential(nn.Linear(size, _HIDDEN), nn.ReLU())]
            return PythaeEncoder(layers, _HIDDEN, latent_dim, flat=True)
        case "mnist_conv" | "cifar_conv" | "celeba_conv":
            layers = []
            for width in _CONV_CHANNELS:
                layers.append(nn.Sequential(nn.Conv2d(channels, width, 4, 2, padding=1), _norm(width), nn.ReLU()))
                channels = width
            side = image_shape[1] // 16
            return PythaeEncoder(layers, channels * side * side, latent_dim, flat=False)
        case "mnist_resnet" | "cifar_resnet" | "celeba_resnet":
            stages = {"mnist_resnet": [(3, 2)], "cifar_resnet": [(3, 1)], "celeba_resnet": [(3, 2), (3, 2)]}[name]
            layers = [
                nn.Sequential(nn.Conv2d(channels, 64, 4, 2, padding=1)),
                nn.Sequential(nn.Conv2d(64, 128, 4, 2, padding=1)),
            ]
            layers += [nn.Sequential(nn.Conv2d(128, 128, kernel, stride, padding=1)) for kernel, stride in stages]
            side = 8 if name == "cifar_resnet" else 4
            return PythaeEncoder([*layers, _residuals()], 128 * side * side, latent_dim, flat=False)
        case _:
            assert_never(name)


def _decoder(settings: PythaeConfig, image_shape: Shape) -> PythaeDecoder:
    name, dims, channels = settings.decoder, settings.latent_dim, image_shape[0]
    start: tuple[int, ...]
    match name:
        case "mlp":
            start = (_HIDDEN,)
            layers: list[nn.Module] = [
                nn.Sequential(nn.Linear(dims, _HIDDEN), nn.ReLU()),
                nn.Sequential(nn.Linear(_HIDDEN, math.prod(image_shape))),
            ]
        case "mnist_conv":
            start = (1024, 4, 4)
            layers = [
                nn.Linear(dims, math.prod(start)),
                _up(1024, 512, 3),
                _up(512, 256, 3, extra=1),
                _last(256, channels, 3, 2, 1, 1),
            ]
        case "cifar_conv":
            start = (1024, 8, 8)
            layers = [
                nn.Linear(dims, math.prod(start)),
                _up(1024, 512, 4),
                _up(512, 256, 4, extra=1),
                _last(256, channels, 4, 1, 2),
            ]
        case "celeba_conv":
            start = (1024, 8, 8)
            layers = [
                nn.Sequential(nn.Linear(dims, math.prod(start))),
                _up(1024, 512, 5, padding=2),
                _up(512, 256, 5),
                _up(256, 128, 5, padding=2, extra=1),
                _last(128, channels, 5, 1, 1),
            ]
        case "mnist_resnet":
            start = (128, 4, 4)
            between = nn.ConvTranspose2d(128, 64, 3, 2, padding=1, output_padding=1)
            layers = [
                nn.Linear(dims, math.prod(start)),
                nn.ConvTranspose2d(128, 128, 3, 2, padding=1),
                nn.Sequential(*_residuals(), nn.ReLU()),
                nn.Sequential(between, nn.ReLU()),
                _last(64, channels, 3, 2, 1, 1),
            ]
        case "cifar_resnet":
            start = (128, 8, 8)
            layers = [nn.Linear(dims, math.prod(start)), _residuals(), _last(128, 64, 4, 2, 1), _last(64, channels, 4, 2, 1)]
        case "celeba_resnet":
            start = (128, 4, 4)
            layers = [
                nn.Linear(dims, math.prod(start)),
                nn.ConvTranspose2d(128, 128, 3, 2, padding=1),
                _residuals(),
                nn.Sequential(nn.ConvTranspose2d(128, 128, 5, 2, padding=1), nn.Sigmoid()),
                _last(128, 64, 5, 2, 1, 1),
                _last(64, channels, 4, 2, 1),
            ]
        case _:
            assert_never(name)
    return PythaeDecoder(layers, start, image_shape, sigmoid=settings.sigmoid)


def _norm(channels: int) -> BatchNorm2d:
    return BatchNorm2d(channels)


def _residuals() -> nn.Sequential:
    return nn.Sequential(_Residual(128, 32), _Residual(128, 32))


def _up(before: int, after: int, kernel: int, *, padding: int = 1, extra: int = 0) -> nn.Sequential:
    """Twice the size or so, normalised."""
    conv = nn.ConvTranspose2d(before, after, kernel, 2, padding=padding, output_padding=extra)
    return nn.Sequential(conv, _norm(after), nn.ReLU())


def _last(before: int, after: int, kernel: int, stride: int, padding: int, extra: int = 0) -> nn.Sequential:
    """A transposed convolution with nothing after it."""
    return nn.Sequential(nn.ConvTranspose2d(before, after, kernel, stride, padding=padding, output_padding=extra))


def _words(shape: Shape) -> str:
    return "×".join(str(length) for length in shape)
