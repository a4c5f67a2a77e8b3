"""The collections LatentLab knows by name, and how one becomes training and held-out images."""

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from latentlab.catalog.data_settings import LARGEST_SIZE, SMALLEST_SIZE, DataConfig
from latentlab.catalog.datasets import DATASETS
from latentlab.catalog.datasets import Dataset as DatasetEntry
from latentlab.catalog.settings import applies
from latentlab.data.kinds import counted
from latentlab.data.sources import Images, ReadRequest
from latentlab.data.store import ImageStore, resize
from latentlab.data.validation import validation_count
from latentlab.data.values import ValueRange
from latentlab.data.watching import Cancelled, Progress
from latentlab.errors import DataError

Kept = tuple[ValueRange, ...]
"""How values were read for a run that is there already."""


@dataclass(frozen=True, eq=False)
class Dataset:
    """Images ready to train on.

    Attributes:
        train: what is learned from.
        test: held out, for measuring.
        description: one line that says what was read and how it was split.
        notes: sentences on what was read, how it was split, and what was left out.
        ranges: which of the files' values became black and white, where that is not what every such file means.
        names: the file of each image, those to train on first; empty where images are not files of their own.
    """

    train: ImageStore
    test: ImageStore
    description: str
    ranges: tuple[ValueRange, ...] = ()
    notes: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    @property
    def account(self) -> str:
        """The description and the notes."""
        return " ".join([f"{self.description}.", *self.notes])

    @property
    def sides(self) -> tuple[ImageStore, ImageStore]:
        """Both of the split."""
        return self.train, self.test

    @property
    def image_shape(self) -> tuple[int, int, int]:
        """(C, H, W)."""
        return self.train.image_shape


@dataclass(frozen=True, eq=False)
class Split:
    """Which images of a collection are used.

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
_MOST_COMPARED = 2**30
"""Bytes of pixels up to which held-out images are looked for among the training images."""


def image_shape(config: DataConfig) -> tuple[int | None, int, int]:
    """(C, H, W) of the images a config asks for, as far as known without reading them; C is None where the files decide.

    Height and width of what keeps the size of its files are usual ones.
    """
    channels, height, width = DATASETS.of(config).shape
    if applies(config, "channels"):
        channels = {"grey": 1, "colour": 3}.get(getattr(config, "channels"), channels)  # noqa: B009 - of some settings only
    return (channels, config.size or height, config.size or width)


def read_request(
    config: DataConfig,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    kept: Kept | None = None,
) -> ReadRequest:
    """What is asked of the reader of a data set."""
    root = _folder(config.location) if config.location else None
    return ReadRequest(root, image_shape(config)[1], config, kept, progress, cancelled)


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
    images = read_collection(config, progress, cancelled)
    source = DATASETS.of(config)
    if source.keeps_size and config.size is None:
        _require_usable(source, images.pixels.shape[2:])
    split = split_of(images, config)
    order, title = split.order, source.terms.title
    if not 0 < split.train_count < len(order):
        if images.train_count is not None:
            total = len(images.pixels)
            raise DataError(f"{title}: of its {total} images none are left to train or to measure on ({split.how}).")
        count = counted(len(order), "image", "images")
        raise DataError(f"{title}: {count} cannot be split with data.test_fraction = {config.test_fraction}.")
    return dataset_of(images, split, config)


def read_collection(
    config: DataConfig,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    kept: Kept | None = None,
) -> Images:
    """Read a collection and scale it, all of it in the order of its files.

    Args:
        config: which one.
        progress: as for `load_dataset`.
        cancelled: likewise.
        kept: how values were read for a run that is there already, for which one image is enough; None for a new run.

    Raises:
        DataError: if files are missing or damaged.
        StoppedError: once `cancelled` answers true.
    """
    source = DATASETS.of(config)
    _, height, width = image_shape(config)
    images: Images = source.load()(read_request(config, progress, cancelled, kept))
    if source.keeps_size and config.size is None:
        return images
    return replace(images, pixels=resize(images.pixels, (height, width), config.scaling))


def dataset_of(images: Images, split: Split, config: DataConfig) -> Dataset:
    """The two sides of a collection that was read and scaled; one of them may be without images."""
    parts = (split.order[: split.train_count], split.order[split.train_count :])
    train, test = (
        ImageStore.of_rows(part, images.pixels, images.labels, images.label_names, images.attributes) for part in parts
    )
    title = DATASETS.of(config).terms.title
    description = f"{title}: {len(train):,} to train on, {len(test):,} held out ({split.how}; {images.origin})"
    own = DATASETS.of(config).own and images.train_count is not None
    notes = (
        *images.notes,
        *split.notes,
        *(_leaks(images.pixels, split) if own else ()),
        *_validation_note(len(train), config.validation_fraction),
    )
    names = tuple(images.names[place] for place in split.order.tolist()) if images.names else ()
    return Dataset(train, test, description, images.ranges, notes, names)


def _validation_note(count: int, fraction: float) -> tuple[str, ...]:
    validated = validation_count(count, fraction)
    if not validated:
        return ()
    learned = count - validated
    return (f"Of the {count:,}, {learned:,} are learned from and {validated:,} validate: they choose the best checkpoint.",)


def _require_usable(source: DatasetEntry, size: tuple[int, ...]) -> None:
    height, width = size
    if not SMALLEST_SIZE <= min(size) <= max(size) <= LARGEST_SIZE:
        raise DataError(
            f"{source.terms.title}: its images are {width}×{height}; set data.size, from {SMALLEST_SIZE} to {LARGEST_SIZE}, to "
            "scale them."
        )


def _folder(root: str) -> Path:
    try:
        return Path(root).expanduser()
    except RuntimeError:  # ~someone whose home is not known
        return Path(root)


def split_of(images: Images, config: DataConfig) -> Split:
    """Which images are used, how many of them to train on, and how that was decided."""
    count = len(images.pixels)
    if images.train_count is not None:
        return _given_split(images, images.train_count, config)
    order = np.random.default_rng(config.split_seed).permutation(count)
    train_count, how = count - round(count * config.test_fraction), f"split by seed {config.split_seed}"
    if config.hold_out == "test":
        return Split(order, train_count, how)
    return _within_training(order[:train_count], how, config)


def _given_split(images: Images, train_count: int, config: DataConfig) -> Split:
    """The split that the files bring."""
    training, rest = np.arange(train_count), np.arange(train_count, len(images.pixels))
    validation, test = rest[: images.validation_count], rest[images.validation_count :]
    how = images.split_by
    notes = []
    if DATASETS.of(config).own or (config.test_fraction, config.split_seed) != (_DEFAULTS.test_fraction, _DEFAULTS.split_seed):
        notes.append("The files bring their own split; data.test_fraction and data.split_seed do not choose the test images.")
    if DATASETS.of(config).own and len(validation) and not len(test):
        notes.append("There is no test part; the validation part is held out.")
        return Split(np.concatenate([training, validation]), len(training), how, tuple(notes))
    if config.hold_out == "validation" and len(validation):
        return Split(np.concatenate([training, validation]), len(training), f"official validation part, {how}", tuple(notes))
    if config.hold_out == "validation":
        split = _within_training(training, how, config)
        return replace(split, notes=tuple(notes))
    if len(validation):
        notes.append(f"The {len(validation):,} validation images are not used; data.hold_out = 'validation' measures on them.")
    return Split(np.concatenate([training, test]), len(training), how, tuple(notes))


def _within_training(training: NDArray[np.int64], how: str, config: DataConfig) -> Split:
    """A share of the training images held out in place of the test images."""
    shuffled = np.random.default_rng([config.split_seed, 1]).permutation(training)
    held_out = round(len(training) * config.test_fraction)
    return Split(shuffled, len(training) - held_out, f"validation within the training part, {how}")


def _leaks(pixels: NDArray[np.uint8], split: Split) -> tuple[str, ...]:
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
