"""The collections LatentLab knows by name, and how one becomes training and held-out images."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from latentlab.config import LARGEST_SIZE, SMALLEST_SIZE, DataConfig, applies
from latentlab.data.array import read_array
from latentlab.data.celeba import read_celeba
from latentlab.data.cifar import read_cifar10
from latentlab.data.idx import FASHION_MNIST, KMNIST, MNIST, emnist, read_idx_set
from latentlab.data.omniglot import read_omniglot
from latentlab.data.prepare import prepare
from latentlab.data.prepared import StoreSettings, read_prepared
from latentlab.data.reading import range_rule
from latentlab.data.sources import Images, read_digits
from latentlab.data.sprites import read_sprites
from latentlab.data.store import ImageStore, resize
from latentlab.data.values import ValueRange
from latentlab.data.watching import Cancelled, Progress
from latentlab.errors import DataError
from latentlab.published import TERMS, Terms


@dataclass(frozen=True, kw_only=True)
class Source:
    """How a collection is read.

    Attributes:
        terms: what it is, and on which terms.
        read: reads it, given the folder that the user names, the side in pixels, the settings, and who is to be told and asked
            where that takes long. What comes in a size of its own is scaled afterwards.
        shape: (C, H, W) at the size LatentLab uses unless told otherwise; C is None where the files decide.
        keeps_size: whether the files decide the size, too, unless told otherwise; `shape` then has a usual one.
        attributes: number of attributes of each image.
        factors: whether the attributes are all that the images were made from, so that a model can be held against them.
    """

    terms: Terms
    read: Callable[[Path | None, int, DataConfig, Progress | None, Cancelled | None], Images]
    shape: tuple[int | None, int, int]
    attributes: int = 0
    factors: bool = False
    keeps_size: bool = False


CATALOG: Mapping[str, Source] = {
    "digits": Source(
        terms=TERMS["digits"],
        read=lambda *_: read_digits(),
        shape=(1, 32, 32),
    ),
    "sprites": Source(
        terms=TERMS["sprites"],
        read=lambda root, size, config, *_: read_sprites(size, config.channels),
        shape=(1, 32, 32),
        attributes=5,
        factors=True,
    ),
    "mnist": Source(
        terms=TERMS["mnist"],
        read=lambda root, *_: read_idx_set(root, MNIST),
        shape=(1, 28, 28),
    ),
    "fashion-mnist": Source(
        terms=TERMS["fashion-mnist"],
        read=lambda root, *_: read_idx_set(root, FASHION_MNIST),
        shape=(1, 28, 28),
    ),
    "kmnist": Source(
        terms=TERMS["kmnist"],
        read=lambda root, *_: read_idx_set(root, KMNIST),
        shape=(1, 28, 28),
    ),
    "emnist": Source(
        terms=TERMS["emnist"],
        read=lambda root, size, config, *_: read_idx_set(root, emnist(config.subset)),
        shape=(1, 28, 28),
    ),
    "omniglot": Source(
        terms=TERMS["omniglot"],
        read=lambda root, size, *_: read_omniglot(root, size),
        shape=(1, 28, 28),
    ),
    "cifar10": Source(
        terms=TERMS["cifar10"],
        read=lambda root, *_: read_cifar10(root),
        shape=(3, 32, 32),
    ),
    "celeba": Source(
        terms=TERMS["celeba"],
        read=lambda root, size, config, *watch: read_celeba(root, size, *watch),
        shape=(3, 64, 64),
        attributes=40,
    ),
    "folder": Source(
        terms=TERMS["folder"],
        read=lambda root, size, config, *watch: read_prepared(prepare(root, StoreSettings.of(config, size), *watch)),
        shape=(None, 64, 64),
    ),
    "array": Source(
        terms=TERMS["array"],
        read=lambda root, size, config, *_: read_array(root, range_rule(config)),
        shape=(None, 32, 32),
        keeps_size=True,
    ),
}


@dataclass(frozen=True, eq=False)
class Dataset:
    """Images ready to train on.

    Attributes:
        train: what is learned from.
        test: held out, for measuring.
        description: one line that says what was read and how it was split.
        ranges: which of the files' values became black and white, where that is not what every such file means.
    """

    train: ImageStore
    test: ImageStore
    description: str
    ranges: tuple[ValueRange, ...] = ()

    @property
    def image_shape(self) -> tuple[int, int, int]:
        """(C, H, W)."""
        return self.train.image_shape


def image_shape(config: DataConfig) -> tuple[int | None, int, int]:
    """(C, H, W) of the images a config asks for, as far as known without reading them; C is None where the files decide.

    Height and width of what keeps the size of its files are usual ones.
    """
    channels, height, width = CATALOG[config.name].shape
    if applies(config, "channels") and config.channels != "auto":
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
    title = source.terms.title
    _, height, width = image_shape(config)
    root = _folder(config.root) if config.root else None
    images = source.read(root, height, config, progress, cancelled)
    if source.keeps_size and config.size is None:
        height, width = _usable(source, images.pixels.shape[2:])
    pixels = resize(images.pixels, (height, width), config.resample)
    order, train_count, how = _split(images, config)
    if not 0 < train_count < len(order):
        if images.train_count is not None:
            raise DataError(f"{title}: of its {len(images.pixels)} images none are left to train or to measure on ({how}).")
        raise DataError(f"{title}: {len(order)} images cannot be split with data.test_fraction = {config.test_fraction}.")
    parts = (order[:train_count], order[train_count:])
    train, test = (ImageStore.of_rows(part, pixels, images.labels, images.label_names, images.attributes) for part in parts)
    description = f"{title}: {len(train):,} to train on, {len(test):,} held out ({how}; {images.origin})"
    return Dataset(train, test, description, images.ranges)


def _usable(source: Source, size: tuple[int, ...]) -> tuple[int, int]:
    height, width = size
    if not SMALLEST_SIZE <= height <= LARGEST_SIZE:
        raise DataError(
            f"{source.terms.title}: its images are {width}×{height}; set data.size, from {SMALLEST_SIZE} to {LARGEST_SIZE}, to "
            "scale them."
        )
    return height, width


def _folder(root: str) -> Path:
    try:
        return Path(root).expanduser()
    except RuntimeError:  # ~someone whose home is not known
        return Path(root)


def _split(images: Images, config: DataConfig) -> tuple[np.ndarray, int, str]:
    """Which images are used, how many of them to train on, and how that was decided."""
    count = len(images.pixels)
    if images.train_count is not None:
        training, rest = np.arange(images.train_count), np.arange(images.train_count, count)
        validation, test = rest[: images.validation_count], rest[images.validation_count :]
        how = "official split"
        if config.hold_out == "validation" and len(validation):
            return np.concatenate([training, validation]), len(training), f"official validation part, {how}"
    else:
        order = np.random.default_rng(config.split_seed).permutation(count)
        train_count, how = count - round(count * config.test_fraction), f"split by seed {config.split_seed}"
        training, test = order[:train_count], order[train_count:]
    if config.hold_out == "test":
        return np.concatenate([training, test]), len(training), how
    shuffled = np.random.default_rng([config.split_seed, 1]).permutation(training)
    held_out = round(len(training) * config.test_fraction)
    return shuffled, len(training) - held_out, f"validation within the training part, {how}"
