"""What every reader of a collection gives, and the collection that needs no reader."""

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from latentlab.catalog.data_settings import DataConfig
from latentlab.data.store import Attributes
from latentlab.data.values import ValueRange
from latentlab.data.watching import Cancelled, Progress


@dataclass(frozen=True)
class ReadRequest:
    """What is asked of the reader of a data set.

    Attributes:
        root: the folder or file that the user names, None where none is.
        size: height and width in pixels; images that come in a size of their own are scaled afterwards.
        settings: of the data set.
        kept: how values were read for a run that is there already, for which one image is enough; None for a new run.
        progress: told of the files done and their number, where they are many.
        cancelled: asked whether to stop, where they are many.
    """

    root: Path | None
    size: int
    settings: DataConfig
    kept: tuple[ValueRange, ...] | None = None
    progress: Progress | None = None
    cancelled: Cancelled | None = None


@dataclass(frozen=True, eq=False)
class Images:
    """A collection as read.

    Attributes:
        pixels: uint8 (N, C, H, W).
        labels: int64 (N,); −1 where an image has none.
        train_count: the first so many images are the official training split; None where there is none at hand.
        origin: what was read, in a few words.
        label_names: the name of each label from 0 on; empty where labels have no names but their numbers.
        attributes: of the images, where the collection has any.
        validation_count: so many images after the training ones are the official validation part, used for nothing else.
        notes: sentences on what was read, and how, and what was not.
        split_by: what gives the split.
        ranges: which of the files' values became black and white, where that is not what every such file means.
        names: the file of each image; empty where images are not files of their own.
    """

    pixels: NDArray[np.uint8]
    labels: NDArray[np.int64]
    train_count: int | None
    origin: str
    label_names: tuple[str, ...] = ()
    attributes: Attributes | None = None
    validation_count: int = 0
    ranges: tuple[ValueRange, ...] = ()
    notes: tuple[str, ...] = ()
    split_by: str = "official split"
    names: tuple[str, ...] = ()


def read_digits() -> Images:
    """The 1,797 handwritten 8×8 digits that ship with scikit-learn (Alpaydin & Kaynak 1998); needs no folder."""
    values = _digit_values()
    pixels = np.round(values[:, :-1].reshape(-1, 1, 8, 8) * (255 / 16)).astype(np.uint8)
    return Images(pixels, values[:, -1].astype(np.int64), None, "scikit-learn's digits")


def _digit_values() -> NDArray[np.float64]:
    """64 pixels from 0 to 16 and a label for each digit, from scikit-learn's file where it is: its import takes a second."""
    found = find_spec("sklearn")
    for folder in found.submodule_search_locations or () if found else ():
        path = Path(folder, "datasets", "data", "digits.csv.gz")
        if path.is_file():
            return np.loadtxt(path, delimiter=",")
    from sklearn.datasets import load_digits

    bunch = load_digits()
    return np.column_stack([bunch.data, bunch.target])


def read_digits_set(request: ReadRequest) -> Images:
    """As the catalog asks for it."""
    del request
    return read_digits()
