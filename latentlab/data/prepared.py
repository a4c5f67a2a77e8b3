"""A folder of images as it is kept once decoded: `images.npy`, mapped into memory, and `index.json`."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, ValidationError

from latentlab.catalog.data_settings import FolderConfig
from latentlab.data.faults import FaultKind
from latentlab.data.labels import MOST_CLASSES
from latentlab.data.reading import Reading, reading_fields
from latentlab.data.sources import Images
from latentlab.data.values import ValueRange
from latentlab.errors import DataError, FileError
from latentlab.files.arrays import read_npy
from latentlab.files.regular import read_bytes

PIXELS, INDEX = "images.npy", "index.json"
_LARGEST_INDEX = 2**30


class StoreSettings(Reading):
    """What the pixels of a store depend on, beside the files.

    Attributes:
        size: height and width in pixels.
        channels: "auto": colour if any image has a pixel that is not grey.
    """

    size: int = 64
    channels: Literal["auto", "grey", "colour"] = "auto"

    @classmethod
    def of(cls, config: FolderConfig, size: int, kept: Sequence[ValueRange] = ()) -> "StoreSettings":
        """Those that a run asks for, with the ranges of its values where it was read before."""
        return cls(size=size, channels=config.channels, **reading_fields(config), kept=tuple(kept))


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
        channels: 1 or 3, or the number of frames where they are channels.
        files: their paths below the root.
        labels: the class of each, from 0.
        label_names: sub-folder of each class; empty where there are no classes.
        problems: the files left out.
        ranges: what became black and white, for every kind of value that was measured.
    """

    model_config = ConfigDict(frozen=True)

    root: str
    settings: StoreSettings
    channels: int
    files: tuple[str, ...]
    labels: tuple[int, ...]
    label_names: tuple[str, ...]
    problems: tuple[LeftOut, ...]
    ranges: tuple[ValueRange, ...] = ()

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
        "; ".join([f"{Path(index.root).name}: {len(index.files):,} images{missing}", *map(str, index.ranges)]),
        index.label_names,
        ranges=index.ranges,
    )


def read_index(store: Path) -> StoreIndex:
    """What the images of a store are. Raises `DataError` as `read_prepared` does."""
    try:
        index = StoreIndex.model_validate_json(read_bytes(store / INDEX, _LARGEST_INDEX))
    except (FileError, ValidationError):
        raise DataError(f"{store}: not a folder of prepared images, or a damaged one; prepare them again.") from None
    classes = len(index.label_names) or MOST_CLASSES  # without names, labels are numbers of any size
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
