"""Networks that are objects of this process: somebody's own model, looked at in the process that made it."""

import itertools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

import torch
from torch import Tensor, nn

from latentlab.catalog.networks import OwnConfig
from latentlab.errors import ConfigError, DataError, first_line
from latentlab.models.networks import Networks, posterior_reader


class OwnModel(Protocol):
    """What a model needs so that it can be looked at; a `torch.nn.Module` with these two methods is one."""

    def encode(self, x: Tensor) -> tuple[Tensor, Tensor | None]:
        """Images (B, C, H, W) in the model's value range → mean and logvar of q(z|x), each (B, D); None for no logvar."""
        ...

    def decode(self, z: Tensor) -> Tensor:
        """Latents (N, D) → images (N, C, H, W) in the model's value range."""
        ...


@dataclass(frozen=True, eq=False)
class Registered:
    """A model with the value range of its images.

    Attributes:
        model: never changed while it is looked at.
        low: what black is for it.
        high: what white is.
    """

    model: OwnModel
    low: float
    high: float


_MODELS: dict[str, Registered] = {}
_numbers = itertools.count(1)


def register(model: Registered) -> str:
    """Keep a model; the key under which `OwnConfig` names it."""
    key = f"model-{next(_numbers)}"
    _MODELS[key] = model
    return key


def forget(key: str) -> None:
    """Keep a model no longer."""
    _MODELS.pop(key, None)


def mean_and_logvar(model: OwnModel, x: Tensor) -> tuple[Tensor, Tensor | None]:
    """What a model gives for images (B, C, H, W), both (B, D); None where it gives a mean alone.

    Raises:
        DataError: if it is anything else, or fails.
    """
    given = _result(model.encode, x, "encode(x): fails on images")
    mean, logvar = given if isinstance(given, tuple | list) and len(given) == 2 else (given, None)
    if not isinstance(mean, Tensor) or not isinstance(logvar, Tensor | None):
        kind = type(given).__name__ + (f" of {len(given)}" if isinstance(given, tuple | list) else "")
        raise DataError(
            f"encode(x): gives {kind}, no pair of tensors; it must give the mean and the logvar of q(z|x), or (mean, None) "
            "without one."
        )
    shapes = [tuple(part.shape) for part in (mean, logvar) if part is not None]
    if mean.ndim != 2 or len(mean) != len(x) or len({*shapes}) > 1:
        told = " and a logvar of shape ".join(map(str, shapes))
        raise DataError(f"encode(x): gives a mean of shape {told} for {len(x)} images; each must be ({len(x)}, D).")
    return mean, logvar


def decode(model: OwnModel, z: Tensor) -> Any:
    """What a model gives for latents (N, D); images (N, C, H, W), if it is what it should be.

    Raises:
        DataError: if it fails.
    """
    return _result(model.decode, z, "decode(z): fails on latents")


def _result(half: Callable[[Tensor], Any], given: Tensor, what: str) -> Any:
    try:
        return half(given)
    except Exception as error:  # their code, which may raise anything
        raise DataError(f"{what} {tuple(given.shape)}: {first_line(error)}") from error


class _Encoder(nn.Module):
    def __init__(self, own: Registered) -> None:
        super().__init__()
        self._own = (own,)  # in a tuple, so that its weights are not taken for ours

    def forward(self, x: Tensor) -> Tensor:
        (own,) = self._own
        mean, logvar = mean_and_logvar(own.model, own.low + x * (own.high - own.low))
        return (mean if logvar is None else torch.cat([mean, logvar], dim=-1)).float()


class _Decoder(nn.Module):
    def __init__(self, own: Registered) -> None:
        super().__init__()
        self._own = (own,)

    def forward(self, z: Tensor) -> Tensor:
        (own,) = self._own
        images: Tensor = decode(own.model, z)
        return (images.float() - own.low) / (own.high - own.low)


def build(settings: OwnConfig, image_shape: tuple[int, int, int], output_shape: tuple[int, int, int]) -> Networks:
    """The model that this process knows by the settings' key.

    Raises:
        ConfigError: if there is none: another process made the run.
    """
    del image_shape, output_shape
    own = _MODELS.get(settings.key)
    if own is None:
        raise ConfigError(
            "model.name = 'own': the model lived in the process that opened it with latentlab.explore and cannot be read from "
            "the run; latentlab.Recorder writes runs that can."
        )
    return Networks(_Encoder(own), _Decoder(own), posterior_reader(settings.sigma))
