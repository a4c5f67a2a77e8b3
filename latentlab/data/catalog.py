"""The collections LatentLab knows by name, and how one becomes training and held-out images."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from latentlab.config import DataConfig
from latentlab.data.omniglot import read_omniglot
from latentlab.data.prepare import prepare
from latentlab.data.prepared import StoreSettings, read_prepared
from latentlab.data.sources import Images, read_digits, read_mnist
from latentlab.data.store import ImageStore, resize
from latentlab.data.trees import required_root
from latentlab.data.watching import Cancelled, Progress
from latentlab.errors import DataError


@dataclass(frozen=True)
class Source:
    """A collection and its terms.

    Attributes:
        title: its name in words.
        read: reads it, given the folder that the user names, the side in pixels and the settings. What comes in a size of
            its own is scaled afterwards.
        shape: (C, H, W) at the size LatentLab uses unless told otherwise; C is None where the files decide.
        classes: number of labels; None where the files decide.
        licence: terms of use.
        citation: whom to cite.
        prepare: makes, where that takes long, what `read` reads unless it is there already, given the same folder, size and
            settings and who is to be told and asked; returns the folder to read in place of the user's.
    """

    title: str
    read: Callable[[Path | None, int, DataConfig], Images]
    shape: tuple[int | None, int, int]
    classes: int | None
    licence: str
    citation: str
    prepare: Callable[[Path | None, int, DataConfig, Progress | None, Cancelled | None], Path] | None = None


CATALOG: Mapping[str, Source] = {
    "digits": Source(
        "Handwritten digits (8×8, scaled up)",
        lambda root, size, config: read_digits(),
        (1, 32, 32),
        10,
        "CC BY 4.0 (UCI Machine Learning Repository)",
        "Alpaydin & Kaynak 1998, Optical Recognition of Handwritten Digits",
    ),
    "mnist": Source(
        "MNIST",
        lambda root, size, config: read_mnist(root),
        (1, 28, 28),
        10,
        "CC BY-SA 3.0",
        "LeCun, Cortes & Burges 1998, The MNIST database",
    ),
    "omniglot": Source(
        "Omniglot",
        lambda root, size, config: read_omniglot(root, size),
        (1, 28, 28),
        None,
        "MIT",
        "Lake, Salakhutdinov & Tenenbaum 2015, Human-level concept learning through probabilistic program induction",
    ),
    "folder": Source(
        "Image folder",
        lambda root, size, config: read_prepared(required_root(root, "folder", "prepared images")),
        (None, 64, 64),
        None,
        "yours",
        "yours",
        lambda root, size, config, progress, cancelled: prepare(root, StoreSettings.of(config, size), progress, cancelled),
    ),
}


@dataclass(frozen=True, eq=False)
class Dataset:
    """Images ready to train on.

    Attributes:
        train: what is learned from.
        test: held out, for measuring.
        description: one line that says what was read and how it was split.
    """

    train: ImageStore
    test: ImageStore
    description: str

    @property
    def image_shape(self) -> tuple[int, int, int]:
        """(C, H, W)."""
        return self.train.image_shape


def image_shape(config: DataConfig) -> tuple[int | None, int, int]:
    """(C, H, W) of the images a config asks for, as far as known without reading them; C is None where the files decide."""
    channels, height, width = CATALOG[config.name].shape
    if channels is None and config.channels != "auto":
        channels = {"grey": 1, "colour": 3}[config.channels]
    return (channels, config.size or height, config.size or width)


def load_dataset(config: DataConfig, progress: Progress | None = None, cancelled: Cancelled | None = None) -> Dataset:
    """Read a collection, scale it and split it.

    Args:
        config: which one.
        progress: told of the files done and their number, where they are many.
        cancelled: asked whether to stop, where they are many.

    Raises:
        DataError: if files are missing or damaged, or the split leaves a part without images.
        StoppedError: once `cancelled` answers true.
    """
    source = CATALOG[config.name]
    _, height, width = image_shape(config)
    root = _folder(config.root) if config.root else None
    if source.prepare:
        root = source.prepare(root, height, config, progress, cancelled)
    images = source.read(root, height, config)
    pixels = resize(images.pixels, (height, width))
    order, train_count, how = _split(images, config)
    if not 0 < train_count < len(order):
        raise DataError(
            f"{source.title}: {len(order)} images cannot be split with data.test_fraction = {config.test_fraction}."
        )
    parts = (order[:train_count], order[train_count:])
    train, test = (ImageStore.of_rows(part, pixels, images.labels, images.label_names, images.attributes) for part in parts)
    return Dataset(train, test, f"{source.title}: {len(train):,} to train on, {len(test):,} held out ({how}; {images.origin})")


def _folder(root: str) -> Path:
    try:
        return Path(root).expanduser()
    except RuntimeError:  # ~someone whose home is not known
        return Path(root)


def _split(images: Images, config: DataConfig) -> tuple[np.ndarray, int, str]:
    count = len(images.pixels)
    if images.train_count is not None:
        order, train_count, how = np.arange(count), images.train_count, "official split"
    else:
        order = np.random.default_rng(config.split_seed).permutation(count)
        train_count, how = count - round(count * config.test_fraction), f"split by seed {config.split_seed}"
    if config.hold_out == "test":
        return order, train_count, how
    training = np.random.default_rng([config.split_seed, 1]).permutation(order[:train_count])
    return training, train_count - round(train_count * config.test_fraction), f"validation within the training part, {how}"
