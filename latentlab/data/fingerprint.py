"""Which images a run was trained and measured on: a digest of each, and the side of the split that it was on.

Shapes: N images, those to train on first, each with a digest of 16 bytes.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.numpy import save

from latentlab.data.dataset import Dataset
from latentlab.data.store import Attributes, ImageStore

DIGEST_BYTES = 16


@dataclass(frozen=True, eq=False)
class Fingerprint:
    """The images of a run, in their order.

    Attributes:
        train: digests of the images that are learned from, uint8 (N, 16).
        held_out: digests of those that are held out.
    """

    train: NDArray[np.uint8]
    held_out: NDArray[np.uint8]

    @classmethod
    def of(cls, dataset: Dataset) -> "Fingerprint":
        """Of images as they are read now."""
        return cls(digests_of(dataset.train), digests_of(dataset.test))

    @property
    def digest(self) -> str:
        """Of all images and their sides, as hexadecimal digits."""
        sides = f"{len(self.train)} {len(self.held_out)} ".encode()
        return hashlib.blake2b(sides + self.train.tobytes() + self.held_out.tobytes(), digest_size=DIGEST_BYTES).hexdigest()

    def to_bytes(self) -> bytes:
        """As a safetensors file."""
        return save({"train": self.train, "held_out": self.held_out})


def digests_of(store: ImageStore) -> NDArray[np.uint8]:
    """Of each image's bytes, uint8 (N, 16)."""
    pixels = store.pixels.numpy(force=True)
    rows = range(len(store)) if store.rows is None else store.rows.tolist()
    digests = b"".join(hashlib.blake2b(pixels[row].tobytes(), digest_size=DIGEST_BYTES).digest() for row in rows)
    return np.frombuffer(digests, np.uint8).reshape(-1, DIGEST_BYTES)


@dataclass(frozen=True, eq=False)
class Match:
    """A run's images among those that are there now.

    Attributes:
        dataset: those that are there, each on the side and in the order that it has in the run.
        train_missing: images that were learned from and are not there unchanged.
        held_out_missing: likewise, of those held out.
        unknown: images that are there and are not the run's.
    """

    dataset: Dataset
    train_missing: int
    held_out_missing: int
    unknown: int


def match(fingerprint: Fingerprint, dataset: Dataset) -> Match:
    """Find a run's images by what is in them, whatever their names and order are now.

    Where any of them is missing, an image that was learned from is never held out, even if another one like it was.
    """
    stores = (dataset.train, dataset.test)
    now = [bytes(digest) for store in stores for digest in digests_of(store)]
    places: dict[bytes, list[int]] = {}
    for place, digest in enumerate(now):
        places.setdefault(digest, []).append(place)
    learned = [bytes(digest) for digest in fingerprint.train]
    train = _found(places, learned)
    held_out = _found(places, [bytes(digest) for digest in fingerprint.held_out])
    missing = (len(learned) - len(train), len(fingerprint.held_out) - len(held_out))
    unknown = len(now) - len(train) - len(held_out)
    if missing != (0, 0):
        alike = set(learned)
        held_out = [place for place in held_out if now[place] not in alike]
    parts = (_chosen(stores, train), _chosen(stores, held_out))
    return Match(Dataset(*parts, dataset.description, dataset.ranges, dataset.notes), *missing, unknown)


def _found(places: dict[bytes, list[int]], wanted: Sequence[bytes]) -> list[int]:
    """Places of images in the order asked for, each place once; alike images take one place after the other."""
    found = []
    for digest in wanted:
        left = places.get(digest)
        if left:
            found.append(left.pop(0))
    return found


def _chosen(stores: tuple[ImageStore, ImageStore], places: Sequence[int]) -> ImageStore:
    """Images of two stores of one collection, the places of the second after those of the first."""
    first, second = stores
    chosen = torch.tensor(places, dtype=torch.int64)
    labels = torch.cat([first.labels, second.labels])[chosen]
    attributes = None
    if first.attributes is not None and second.attributes is not None:
        values = np.concatenate([first.attributes.values, second.attributes.values])[chosen.numpy()]
        attributes = Attributes(first.attributes.names, values)
    if first.rows is not None and second.rows is not None:
        rows = torch.cat([first.rows, second.rows])[chosen]
        return ImageStore(first.pixels, labels, first.label_names, attributes, rows)
    return ImageStore(torch.cat([first.pixels, second.pixels])[chosen], labels, first.label_names, attributes)
