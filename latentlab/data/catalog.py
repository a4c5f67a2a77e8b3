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
from latentlab.data.remote import REMOTE_FILES, RemoteFile
from latentlab.data.sources import Images, read_digits
from latentlab.data.sprites import read_sprites
from latentlab.data.store import ImageStore, resize
from latentlab.data.trees import required_root
from latentlab.data.watching import Cancelled, Progress
from latentlab.errors import DataError


@dataclass(frozen=True, kw_only=True)
class Source:
    """A collection and its terms.

    Attributes:
        title: its name in words.
        read: reads it, given the folder that the user names, the side in pixels and the settings. What comes in a size of
            its own is scaled afterwards.
        shape: (C, H, W) at the size LatentLab uses unless told otherwise; C is None where the files decide.
        keeps_size: whether the files decide the size, too, unless told otherwise; `shape` then has a usual one.
        count: images in all official parts together; None where the files decide.
        classes: number of labels; 0 where it has none, None where the files decide.
        attributes: number of attributes of each image.
        factors: whether the attributes are all that the images were made from, so that a model can be held against them.
        licence: terms of use.
        citation: whom to cite.
        prepare: makes, where that takes long, what `read` reads unless it is there already, given the same folder, size and
            settings and who is to be told and asked; returns the folder to read in place of the user's.
        remote: the files that can be fetched, in the order of fetching; none where it is built in, or a person's own.
    """

    title: str
    read: Callable[[Path | None, int, DataConfig], Images]
    shape: tuple[int | None, int, int]
    count: int | None
    classes: int | None
    licence: str
    citation: str
    prepare: Callable[[Path | None, int, DataConfig, Progress | None, Cancelled | None], Path] | None = None
    attributes: int = 0
    factors: bool = False
    keeps_size: bool = False
    remote: tuple[RemoteFile, ...] = ()

    @property
    def download_size(self) -> int:
        """Bytes that fetching it takes; 0 where it cannot be fetched."""
        return sum(file.size for file in self.remote)


CATALOG: Mapping[str, Source] = {
    "digits": Source(
        title="Handwritten digits (8×8, scaled up)",
        read=lambda root, size, config: read_digits(),
        shape=(1, 32, 32),
        count=1797,
        classes=10,
        licence="CC BY 4.0 (UCI Machine Learning Repository)",
        citation="Alpaydin & Kaynak 1998, Optical Recognition of Handwritten Digits",
    ),
    "sprites": Source(
        title="Sprites (drawn from known factors)",
        read=lambda root, size, config: read_sprites(size, config.channels),
        shape=(1, 32, 32),
        count=9600,
        classes=3,
        attributes=5,
        factors=True,
        licence="MIT (drawn by LatentLab)",
        citation="after Matthey, Higgins, Hassabis & Lerchner 2017, dSprites",
    ),
    "mnist": Source(
        title="MNIST",
        read=lambda root, size, config: read_idx_set(root, MNIST),
        shape=(1, 28, 28),
        count=70_000,
        classes=10,
        licence="CC BY-SA 3.0",
        citation="LeCun, Cortes & Burges 1998, The MNIST database",
        remote=REMOTE_FILES["mnist"],
    ),
    "fashion-mnist": Source(
        title="Fashion-MNIST",
        read=lambda root, size, config: read_idx_set(root, FASHION_MNIST),
        shape=(1, 28, 28),
        count=70_000,
        classes=10,
        licence="MIT",
        citation="Xiao, Rasul & Vollgraf 2017, Fashion-MNIST: a novel image dataset for benchmarking",
        remote=REMOTE_FILES["fashion-mnist"],
    ),
    "kmnist": Source(
        title="KMNIST",
        read=lambda root, size, config: read_idx_set(root, KMNIST),
        shape=(1, 28, 28),
        count=70_000,
        classes=10,
        licence="CC BY-SA 4.0",
        citation="Clanuwat et al. 2018, Deep learning for classical Japanese literature",
        remote=REMOTE_FILES["kmnist"],
    ),
    "emnist": Source(
        title="EMNIST",
        read=lambda root, size, config: read_idx_set(root, emnist(config.subset)),
        shape=(1, 28, 28),
        count=131_600,  # of the balanced set, which is the one that is read unless another is asked for
        classes=47,
        licence="not stated (made from NIST Special Database 19)",
        citation="Cohen, Afshar, Tapson & van Schaik 2017, EMNIST: an extension of MNIST to handwritten letters",
        remote=REMOTE_FILES["emnist"],
    ),
    "omniglot": Source(
        title="Omniglot",
        read=lambda root, size, config: read_omniglot(root, size),
        shape=(1, 28, 28),
        count=32_460,
        classes=1623,
        licence="MIT",
        citation="Lake, Salakhutdinov & Tenenbaum 2015, Human-level concept learning through probabilistic program induction",
        remote=REMOTE_FILES["omniglot"],
    ),
    "cifar10": Source(
        title="CIFAR-10",
        read=lambda root, size, config: read_cifar10(root),
        shape=(3, 32, 32),
        count=60_000,
        classes=10,
        licence="not stated",
        citation="Krizhevsky 2009, Learning multiple layers of features from tiny images",
        remote=REMOTE_FILES["cifar10"],
    ),
    "celeba": Source(
        title="CelebA",
        read=lambda root, size, config: read_celeba(root, size),
        shape=(3, 64, 64),
        count=202_599,
        classes=0,
        attributes=40,
        licence="non-commercial research only",
        citation="Liu, Luo, Wang & Tang 2015, Deep learning face attributes in the wild",
        remote=REMOTE_FILES["celeba"],
    ),
    "folder": Source(
        title="Image folder",
        read=lambda root, size, config: read_prepared(required_root(root, "folder", "prepared images")),
        shape=(None, 64, 64),
        count=None,
        classes=None,
        licence="yours",
        citation="yours",
        prepare=lambda root, size, config, progress, cancelled: prepare(
            root, StoreSettings.of(config, size), progress, cancelled
        ),
    ),
    "array": Source(
        title="Array file",
        read=lambda root, size, config: read_array(root),
        shape=(None, 32, 32),
        keeps_size=True,
        count=None,
        classes=None,
        licence="yours",
        citation="yours",
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
    _, height, width = image_shape(config)
    root = _folder(config.root) if config.root else None
    if source.prepare:
        root = source.prepare(root, height, config, progress, cancelled)
    images = source.read(root, height, config)
    if source.keeps_size and config.size is None:
        height, width = _usable(source, images.pixels.shape[2:])
    pixels = resize(images.pixels, (height, width))
    order, train_count, how = _split(images, config)
    if not 0 < train_count < len(order):
        if images.train_count is not None:
            raise DataError(
                f"{source.title}: of its {len(images.pixels)} images none are left to train or to measure on ({how})."
            )
        raise DataError(
            f"{source.title}: {len(order)} images cannot be split with data.test_fraction = {config.test_fraction}."
        )
    parts = (order[:train_count], order[train_count:])
    train, test = (ImageStore.of_rows(part, pixels, images.labels, images.label_names, images.attributes) for part in parts)
    return Dataset(train, test, f"{source.title}: {len(train):,} to train on, {len(test):,} held out ({how}; {images.origin})")


def _usable(source: Source, size: tuple[int, ...]) -> tuple[int, int]:
    height, width = size
    if not SMALLEST_SIZE <= height <= LARGEST_SIZE:
        raise DataError(
            f"{source.title}: its images are {width}×{height}; set data.size, from {SMALLEST_SIZE} to {LARGEST_SIZE}, to scale "
            "them."
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
