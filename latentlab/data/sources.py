"""Readers of image collections in the layout their authors publish."""

import gzip
import struct
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from latentlab.data.store import Attributes
from latentlab.errors import DataError


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
    """

    pixels: NDArray[np.uint8]
    labels: NDArray[np.int64]
    train_count: int | None
    origin: str
    label_names: tuple[str, ...] = ()
    attributes: Attributes | None = None


def read_digits() -> Images:
    """The 1,797 handwritten 8×8 digits that ship with scikit-learn (Alpaydin & Kaynak 1998); needs no folder."""
    from sklearn.datasets import load_digits  # a second's import, paid only by who asks for it

    bunch = load_digits()
    pixels = np.round(bunch.images * (255 / 16)).astype(np.uint8)[:, None]
    return Images(pixels, bunch.target.astype(np.int64), None, "scikit-learn's digits")


_MNIST_PARTS = (
    ("train-images-idx3-ubyte", "train-labels-idx1-ubyte"),
    ("t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"),
)


def read_mnist(root: Path | None) -> Images:
    """MNIST from its IDX files, plain or gzipped, in `root` or in the `MNIST/raw` that torchvision makes there.

    With both official parts the split is the official one; one part alone is read without a split.

    Raises:
        DataError: if the folder or a file is missing, truncated or something else.
    """
    if root is None:
        raise DataError(
            "mnist needs data.root: the folder that holds its IDX files, for example t10k-images-idx3-ubyte.gz and "
            "t10k-labels-idx1-ubyte.gz."
        )
    if not root.is_dir():
        raise DataError(f"data.root = {str(root)!r}: there is no such folder; it should hold MNIST's IDX files.")
    folder = next((place for place in (root, root / "MNIST" / "raw", root / "mnist") if _part_names(place)), None)
    if folder is None:
        raise DataError(
            f"data.root = {str(root)!r} holds no MNIST images; expected train-images-idx3-ubyte or t10k-images-idx3-ubyte, "
            "plain or .gz."
        )
    parts = []
    for images_name, labels_name in _part_names(folder):
        pixels = read_idx(_existing(folder, images_name), dimensions=3)
        labels = read_idx(_existing(folder, labels_name), dimensions=1)
        if len(pixels) != len(labels):
            raise DataError(f"{folder}: {images_name} holds {len(pixels)} images but {labels_name} {len(labels)} labels.")
        parts.append((pixels, labels, images_name))
    shapes = {pixels.shape[1:] for pixels, _, _ in parts}
    if len(shapes) > 1:
        raise DataError(f"{folder}: the training and test images differ in size: {' and '.join(map(str, sorted(shapes)))}.")
    return Images(
        np.concatenate([pixels for pixels, _, _ in parts])[:, None],
        np.concatenate([labels for _, labels, _ in parts]).astype(np.int64),
        len(parts[0][0]) if len(parts) == 2 else None,
        " and ".join(name for _, _, name in parts),
    )


def read_idx(path: Path, dimensions: int) -> NDArray[np.uint8]:
    """An array of bytes in LeCun's IDX format, gzipped or not.

    Raises:
        DataError: if the file cannot be read, is no such array, or ends early.
    """
    try:
        opener = gzip.open if path.suffix == ".gz" else open
        with opener(path, "rb") as file:
            content: bytes = file.read()
    except (EOFError, gzip.BadGzipFile, zlib.error):
        raise DataError(f"{path}: the gzip file is truncated or damaged; fetch it again.") from None
    except OSError as error:
        raise DataError(f"{path}: cannot be read: {error.strerror or error}.") from None
    header = 4 + 4 * dimensions
    if len(content) < header or content[:4] != bytes([0, 0, 0x08, dimensions]):
        raise DataError(
            f"{path}: not an IDX file of {dimensions}-dimensional bytes; it begins with {content[:4].hex(' ') or 'nothing'}, "
            f"not 00 00 08 {dimensions:02x}."
        )
    shape = struct.unpack(f">{dimensions}I", content[4:header])
    expected = header + int(np.prod(shape, dtype=np.int64))
    if len(content) != expected:
        state = "truncated" if len(content) < expected else "too long"
        raise DataError(f"{path}: {state}: {len(content):,} bytes where its header promises {expected:,}.")
    return np.frombuffer(content, np.uint8, offset=header).reshape(shape)


def _part_names(folder: Path) -> list[tuple[str, str]]:
    return [part for part in _MNIST_PARTS if any((folder / (part[0] + ending)).is_file() for ending in ("", ".gz"))]


def _existing(folder: Path, name: str) -> Path:
    for candidate in (folder / name, folder / f"{name}.gz"):
        if candidate.is_file():
            return candidate
    raise DataError(f"{folder}: {name} (or {name}.gz) is missing.")
