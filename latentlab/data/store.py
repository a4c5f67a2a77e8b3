"""Images as bytes, in memory or mapped from a file, turned into batches of floats on the device that asks."""

from dataclasses import dataclass, replace

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor
from torch.nn import functional

LARGEST_IN_MEMORY = 2**30
"""Bytes of the images up to which a store is copied, into memory and onto the device; a larger one is shared and stays put."""
_RESIZE_CHUNK = 4096
_PILLOW = {"area": "BOX"}
"""What Pillow calls the methods that it names otherwise."""
_CPU = torch.device("cpu")


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
        pixels: uint8 (M, C, H, W), on the device that batches are asked for on, or where they are many, on the CPU.
        labels: int64 (N,), on the CPU; −1 where an image has none.
        label_names: the name of each label from 0 on; empty where labels have no names but their numbers.
        attributes: of the images, where the collection has any.
        rows: int64 (N,), on the CPU, which of the pixels are these images; None where all are.
        device: of the batches.
    """

    pixels: Tensor
    labels: Tensor
    label_names: tuple[str, ...] = ()
    attributes: Attributes | None = None
    rows: Tensor | None = None
    device: torch.device = _CPU

    @classmethod
    def of_rows(
        cls,
        rows: NDArray[np.int64],
        pixels: NDArray[np.uint8],
        labels: NDArray[np.int64],
        label_names: tuple[str, ...] = (),
        attributes: Attributes | None = None,
    ) -> "ImageStore":
        """A store of some of (M, C, H, W) bytes, which are copied where all are few and shared where they are many."""
        attributes = attributes.part(rows) if attributes else None
        if pixels.nbytes <= LARGEST_IN_MEMORY:
            return cls(torch.from_numpy(pixels[rows]), torch.from_numpy(labels[rows]), label_names, attributes)
        return cls(torch.from_numpy(pixels), torch.from_numpy(labels[rows]), label_names, attributes, torch.tensor(rows))

    def __len__(self) -> int:
        return len(self.labels)

    @property
    def image_shape(self) -> tuple[int, int, int]:
        """(C, H, W)."""
        channels, height, width = self.pixels.shape[1:]
        return channels, height, width

    def part(self, indices: Tensor) -> "ImageStore":
        """Some of the images, int64 (n,), which share the bytes of all."""
        rows = indices if self.rows is None else self.rows[indices]
        attributes = self.attributes.part(indices.numpy()) if self.attributes else None
        return replace(self, labels=self.labels[indices], attributes=attributes, rows=rows)

    def to(self, device: torch.device) -> "ImageStore":
        """The same images with batches on a device; the bytes move there too unless they are many."""
        if self.rows is not None:
            return replace(self, device=device)
        return replace(self, pixels=self.pixels.to(device), device=device)

    def batch(self, indices: Tensor | slice) -> Tensor:
        """float32 images in [0, 1], (B, C, H, W)."""
        if self.rows is not None:
            indices = self.rows[indices.to(self.rows.device) if isinstance(indices, Tensor) else indices]
        elif isinstance(indices, Tensor):
            indices = indices.to(self.pixels.device)
        return self.pixels[indices].to(self.device).float().div_(255)


def resize(pixels: NDArray[np.uint8], size: tuple[int, ...], method: str = "auto") -> NDArray[np.uint8]:
    """Bytes (N, C, H, W) scaled, with antialiasing where they shrink, unless to the nearest pixel.

    Args:
        pixels: to scale.
        size: height and width.
        method: as `data.resample`; "auto" is bilinear.
    """
    if pixels.shape[2:] == size:
        return pixels
    if method not in ("auto", "bilinear"):
        return _resize_by_pillow(pixels, size, Image.Resampling[_PILLOW.get(method, method.upper())])
    chunks = [
        functional.interpolate(torch.tensor(chunk).float(), size=list(size), mode="bilinear", antialias=True)
        for chunk in np.array_split(pixels, max(1, len(pixels) // _RESIZE_CHUNK))
    ]
    return torch.cat([chunk.round().clamp(0, 255).byte() for chunk in chunks]).numpy()


def _resize_by_pillow(pixels: NDArray[np.uint8], size: tuple[int, ...], method: Image.Resampling) -> NDArray[np.uint8]:
    height, width = size
    scaled = np.empty((*pixels.shape[:2], height, width), np.uint8)
    for image, channel in np.ndindex(pixels.shape[:2]):
        scaled[image, channel] = np.asarray(Image.fromarray(pixels[image, channel]).resize((width, height), method))
    return scaled
