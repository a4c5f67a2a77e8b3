"""Images in memory as bytes, turned into batches of floats on the device that asks."""

from dataclasses import dataclass, replace

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

_RESIZE_CHUNK = 4096


@dataclass(frozen=True, eq=False)
class Attributes:
    """What is known of each image beside its label.

    Attributes:
        names: A names.
        values: float32 (N, A); 0 and 1 where an attribute is absent or present, any number where it is measured.
    """

    names: tuple[str, ...]
    values: NDArray[np.float32]

    def part(self, indices: NDArray[np.int64]) -> "Attributes":
        """Those of some of the images."""
        return Attributes(self.names, self.values[indices])


@dataclass(frozen=True, eq=False)
class ImageStore:
    """N images of one shape.

    Attributes:
        pixels: uint8 (N, C, H, W), on whichever device it was moved to.
        labels: int64 (N,), on the CPU; −1 where an image has none.
        label_names: the name of each label from 0 on; empty where labels have no names but their numbers.
        attributes: of the images, where the collection has any.
    """

    pixels: Tensor
    labels: Tensor
    label_names: tuple[str, ...] = ()
    attributes: Attributes | None = None

    @classmethod
    def from_arrays(
        cls,
        pixels: NDArray[np.uint8],
        labels: NDArray[np.int64],
        label_names: tuple[str, ...] = (),
        attributes: Attributes | None = None,
    ) -> "ImageStore":
        """A store of its own copies of (N, C, H, W) bytes and (N,) labels."""
        return cls(torch.tensor(pixels), torch.tensor(labels), label_names, attributes)

    def __len__(self) -> int:
        return len(self.pixels)

    @property
    def image_shape(self) -> tuple[int, int, int]:
        """(C, H, W)."""
        channels, height, width = self.pixels.shape[1:]
        return channels, height, width

    def to(self, device: torch.device) -> "ImageStore":
        """The same images on a device."""
        return replace(self, pixels=self.pixels.to(device))

    def batch(self, indices: Tensor | slice) -> Tensor:
        """float32 images in [0, 1], (B, C, H, W)."""
        if isinstance(indices, Tensor):
            indices = indices.to(self.pixels.device)
        return self.pixels[indices].float().div_(255)


def resize(pixels: NDArray[np.uint8], size: tuple[int, ...]) -> NDArray[np.uint8]:
    """Bytes (N, C, H, W) scaled bilinearly, with antialiasing where they shrink."""
    if pixels.shape[2:] == size:
        return pixels
    chunks = [
        functional.interpolate(torch.tensor(chunk).float(), size=list(size), mode="bilinear", antialias=True)
        for chunk in np.array_split(pixels, max(1, len(pixels) // _RESIZE_CHUNK))
    ]
    return torch.cat([chunk.round().clamp(0, 255).byte() for chunk in chunks]).numpy()
