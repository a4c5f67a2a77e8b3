"""A folder of images as it is kept once decoded: `images.npy`, mapped into memory, and `index.json`."""

from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, ValidationError

from latentlab.config import DataConfig
from latentlab.data.faults import FaultKind
from latentlab.data.files import Fit
from latentlab.data.sources import Images
from latentlab.errors import DataError, FileError
from latentlab.files.arrays import read_npy
from latentlab.files.regular import read_bytes

PIXELS, INDEX = "images.npy", "index.json"
_LARGEST_INDEX = 2**30


class StoreSettings(BaseModel):
    """What the pixels of a store depend on, beside the files.

    Attributes:
        size: height and width in pixels.
        channels: "auto": colour if any image has a pixel that is not grey.
        fit: "crop" about the centre, or "pad" with black.
        edge: share of width and height that is cut off at each side before the crop.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    size: int = 64
    channels: Literal["auto", "grey", "colour"] = "auto"
    fit: Fit = "crop"
    edge: float = 0.0

    @classmethod
    def of(cls, config: DataConfig, size: int) -> "StoreSettings":
        """Those that a run asks for."""
        return cls(size=size, channels=config.channels, fit=config.fit)


class LeftOut(BaseModel):
    """A file that is not in the store, and why."""

    model_config = ConfigDict(frozen=True)

    file: str
    kind: FaultKind
    detail: str


class StoreIndex(BaseModel):
    """What the images of a store are.

    Attributes:
        root: the folder or zip file that they come from.
        settings: that they were prepared with.
        channels: 1 or 3.
        files: their paths below the root.
        labels: the class of each, from 0.
        label_names: sub-folder of each class; empty where there are no classes.
        problems: the files left out.
    """

    model_config = ConfigDict(frozen=True)

    root: str
    settings: StoreSettings
    channels: Literal[1, 3]
    files: tuple[str, ...]
    labels: tuple[int, ...]
    label_names: tuple[str, ...]
    problems: tuple[LeftOut, ...]

    @property
    def shape(self) -> tuple[int, int, int, int]:
        """(N, C, H, W) of the images."""
        return len(self.files), self.channels, self.settings.size, self.settings.size


def read_prepared(store: Path) -> Images:
    """The images of a store's folder, mapped: they take memory only while they are looked at.

    Raises:
        DataError: if it is no such folder, or not whole.
    """
    index, pixels = read_index(store), _map(store)
    if pixels.shape != index.shape or pixels.dtype != np.uint8:
        raise DataError(f"{store}: {PIXELS} and {INDEX} do not belong together; prepare the images again.")
    missing = f", {len(index.problems):,} could not be read" if index.problems else ""
    return Images(
        pixels,
        np.array(index.labels, np.int64),
        None,
        f"{Path(index.root).name}: {len(index.files):,} images{missing}",
        index.label_names,
    )


def read_index(store: Path) -> StoreIndex:
    """What the images of a store are. Raises `DataError` as `read_prepared` does."""
    try:
        index = StoreIndex.model_validate_json(read_bytes(store / INDEX, _LARGEST_INDEX))
    except (FileError, ValidationError):
        raise DataError(f"{store}: not a folder of prepared images, or a damaged one; prepare them again.") from None
    classes = len(index.label_names) or 1
    if len(index.labels) != len(index.files) or not all(-1 <= label < classes for label in index.labels):
        raise DataError(f"{store}: {INDEX} is damaged; prepare the images again.")
    return index


def _map(store: Path) -> NDArray[np.uint8]:
    try:
        # "c": what torch reads must be writable, and nothing that is written reaches the file.
        pixels: NDArray[np.uint8] = read_npy(store / PIXELS, "map")
    except FileError:
        raise DataError(f"{store}: {PIXELS} is missing or cut off; prepare the images again.") from None
    return pixels
