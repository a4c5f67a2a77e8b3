"""The collections LatentLab knows by name, and how one becomes training and held-out images."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from latentlab.config import LARGEST_SIZE, SMALLEST_SIZE, DataConfig, applies
from latentlab.data.array import read_array
from latentlab.data.celeba import read_celeba
from latentlab.data.cifar import read_cifar10
from latentlab.data.idx import FASHION_MNIST, KMNIST, MNIST, emnist, read_idx_set
from latentlab.data.kinds import counted
from latentlab.data.omniglot import read_omniglot
from latentlab.data.own_images import read_own_images
from latentlab.data.prepared import StoreSettings
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
        read=lambda root, size, config, *watch: read_own_images(root, StoreSettings.of(config, size), *watch),
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
        notes: sentences on what was read, how it was split, and what was left out.
        ranges: which of the files' values became black and white, where that is not what every such file means.
    """

    train: ImageStore
    test: ImageStore
    description: str
    ranges: tuple[ValueRange, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def account(self) -> str:
        """The description and the notes."""
        return " ".join([f"{self.description}.", *self.notes])

    @property
    def image_shape(self) -> tuple[int, int, int]:
        """(C, H, W)."""
        return self.train.image_shape


@dataclass(frozen=True, eq=False)
class _Split:
    """Which images are used.

    Attributes:
        order: int64, the images to train on and after them those held out.
        train_count: how many are trained on.
        how: it was decided, in a few words.
        notes: sentences.
    """

    order: NDArray[np.int64]
    train_count: int
    how: str
    notes: tuple[str, ...] = ()


_DEFAULTS = DataConfig()
_OWN = ("folder", "array")
_MOST_COMPARED = 2**30
"""Bytes of pixels up to which held-out images are looked for among the training images."""


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
    split = _split(images, config)
    order, train_count, how = split.order, split.train_count, split.how
    if not 0 < train_count < len(order):
        if images.train_count is not None:
            raise DataError(f"{title}: of its {len(images.pixels)} images none are left to train or to measure on ({how}).")
        count = counted(len(order), "image", "images")
        raise DataError(f"{title}: {count} cannot be split with data.test_fraction = {config.test_fraction}.")
    parts = (order[:train_count], order[train_count:])
    train, test = (ImageStore.of_rows(part, pixels, images.labels, images.label_names, images.attributes) for part in parts)
    description = f"{title}: {len(train):,} to train on, {len(test):,} held out ({how}; {images.origin})"
    own = config.name in _OWN and images.train_count is not None
    notes = (*images.notes, *split.notes, *(_leaks(images.pixels, split) if own else ()))
    return Dataset(train, test, description, images.ranges, notes)


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


def _split(images: Images, config: DataConfig) -> _Split:
    """Which images are used, how many of them to train on, and how that was decided."""
    count = len(images.pixels)
    if images.train_count is not None:
        return _given_split(images, images.train_count, config)
    order = np.random.default_rng(config.split_seed).permutation(count)
    train_count, how = count - round(count * config.test_fraction), f"split by seed {config.split_seed}"
    if config.hold_out == "test":
        return _Split(order, train_count, how)
    return _within_training(order[:train_count], how, config)


def _given_split(images: Images, train_count: int, config: DataConfig) -> _Split:
    """The split that the files bring."""
    training, rest = np.arange(train_count), np.arange(train_count, len(images.pixels))
    validation, test = rest[: images.validation_count], rest[images.validation_count :]
    how = images.split_by
    notes = []
    if config.name in _OWN or (config.test_fraction, config.split_seed) != (_DEFAULTS.test_fraction, _DEFAULTS.split_seed):
        notes.append("The files bring their own split; data.test_fraction and data.split_seed do not choose the test images.")
    if config.name in _OWN and len(validation) and not len(test):
        notes.append("There is no test part; the validation part is held out.")
        return _Split(np.concatenate([training, validation]), len(training), how, tuple(notes))
    if config.hold_out == "validation" and len(validation):
        return _Split(np.concatenate([training, validation]), len(training), f"official validation part, {how}", tuple(notes))
    if config.hold_out == "validation":
        split = _within_training(training, how, config)
        return replace(split, notes=tuple(notes))
    if len(validation):
        notes.append(f"The {len(validation):,} validation images are not used; data.hold_out = 'validation' measures on them.")
    return _Split(np.concatenate([training, test]), len(training), how, tuple(notes))


def _within_training(training: NDArray[np.int64], how: str, config: DataConfig) -> _Split:
    """A share of the training images held out in place of the test images."""
    shuffled = np.random.default_rng([config.split_seed, 1]).permutation(training)
    held_out = round(len(training) * config.test_fraction)
    return _Split(shuffled, len(training) - held_out, f"validation within the training part, {how}")


def _leaks(pixels: NDArray[np.uint8], split: _Split) -> tuple[str, ...]:
    """A sentence where held-out images are training images; not looked for where looking would take long."""
    if pixels.nbytes > _MOST_COMPARED:
        return ()
    training = {_digest(pixels[index]) for index in split.order[: split.train_count]}
    count = sum(_digest(pixels[index]) in training for index in split.order[split.train_count :])
    if not count:
        return ()
    have = counted(count, "held-out image has", "held-out images have")
    return (f"{have} the pixels of a training image: what is measured there is not measured on new images.",)


def _digest(image: NDArray[np.uint8]) -> bytes:
    return hashlib.blake2b(np.ascontiguousarray(image).tobytes(), digest_size=16).digest()
