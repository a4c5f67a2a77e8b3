"""The decoder of the shipped model in NumPy: it answers at once, also while PyTorch is loading."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from latentlab.errors import FileError
from latentlab.files.regular import open_regular
from latentlab.files.tensors import read_tensors_header
from latentlab.gui.language import tr
from latentlab.resources import resource
from latentlab.runs import Run
from latentlab.shipped import SHIPPED_RUN

_PREFIX = "decoder.network."
_WIDEST_LOGIT = 60.0


@dataclass(frozen=True, eq=False)
class ShippedModel:
    """A fully connected decoder of Bernoulli logits.

    Attributes:
        layers: weight (out, in) and bias (out) of each.
        image_shape: (C, H, W).
        dimensions: of z, those first that change the picture most.
    """

    layers: tuple[tuple[NDArray[np.float32], NDArray[np.float32]], ...]
    image_shape: tuple[int, int, int]
    dimensions: tuple[int, ...] = ()

    @property
    def latent_dim(self) -> int:
        """Of z."""
        return int(self.layers[0][0].shape[1])

    def decode(self, z_ND: NDArray[np.float32]) -> NDArray[np.uint8]:
        """The expected images (N, H, W, C) of latents."""
        hidden = z_ND
        for place, (weight, bias) in enumerate(self.layers):
            hidden = hidden @ weight.T + bias
            if place < len(self.layers) - 1:
                hidden = np.maximum(hidden, 0)
        means = 1 / (1 + np.exp(-np.clip(hidden, -_WIDEST_LOGIT, _WIDEST_LOGIT)))
        channels, height, width = self.image_shape
        images = np.rint(means * 255).astype(np.uint8).reshape(-1, channels, height, width)
        return np.ascontiguousarray(images.transpose(0, 2, 3, 1))


def read_shipped_model() -> ShippedModel:
    """The decoder of the shipped run.

    Raises:
        FileError, RunError: if the installation is damaged.
    """
    run = Run(resource(*SHIPPED_RUN))
    weights = _decoder_of(run)
    numbers = sorted({int(name.removeprefix(_PREFIX).partition(".")[0]) for name in weights})
    layers = tuple((weights[f"{_PREFIX}{number}.weight"], weights[f"{_PREFIX}{number}.bias"]) for number in numbers)
    model = ShippedModel(layers, run.image_shape)
    return ShippedModel(layers, run.image_shape, _by_effect(model))


def _decoder_of(run: Run) -> dict[str, NDArray[np.float32]]:
    path = run.checkpoint().path / "model.safetensors"
    header = read_tensors_header(path)
    found: dict[str, NDArray[np.float32]] = {}
    with open_regular(path) as file:
        for name, info in header.tensors.items():
            if name.startswith(_PREFIX):
                if info.dtype != "float32":
                    raise FileError(path, tr("{name} is {dtype}; the shipped model is of float32", name=name, dtype=info.dtype))
                file.seek(info.start)
                found[name] = np.frombuffer(file.read(info.nbytes), np.float32).reshape(info.shape)
    return found


def _by_effect(model: ShippedModel) -> tuple[int, ...]:
    """Dimensions by how far the picture of z = 0 moves between −2 and 2."""
    ends: Any = np.eye(model.latent_dim, dtype=np.float32) * 2
    moved = model.decode(ends).astype(np.float32) - model.decode(-ends)
    order: Sequence[int] = np.argsort(-(moved**2).mean((1, 2, 3))).tolist()
    return tuple(order)
