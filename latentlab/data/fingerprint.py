"""Which images a run was trained and measured on: digests of each, and the side of the split that it was on.

Shapes: N images, those to train on first, each with digests of 16 bytes.
"""

import hashlib
from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.numpy import save

from latentlab.data.dataset import Dataset, Split
from latentlab.data.sources import Images
from latentlab.data.store import Attributes, ImageStore

DIGEST_BYTES = 16
_SAMPLED = 1024

Digests = NDArray[np.uint8]


@dataclass(frozen=True, eq=False)
class Fingerprint:
    """The images of a run, in their order.

    Attributes:
        train: digests of the images that are learned from, uint8 (N, 16).
        held_out: digests of those that are held out.
        labels: digests of what is known of each image, its label and attributes, those to train on first; None in runs of
            earlier versions.
        names: digests of their files' names, likewise; None also where images are not files of their own.
    """

    train: Digests
    held_out: Digests
    labels: Digests | None = None
    names: Digests | None = None

    @classmethod
    def of(cls, dataset: Dataset) -> "Fingerprint":
        """Of images as they are read now."""
        labels = [_label_digests(store.labels.numpy(), store.label_names, store.attributes) for store in dataset.sides]
        names = _digests(map(_encoded, dataset.names)) if dataset.names else None
        return cls(digests_of(dataset.train), digests_of(dataset.test), np.concatenate(labels), names)

    @property
    def digest(self) -> str:
        """Of all of it, as hexadecimal digits."""
        digest = hashlib.blake2b(f"{len(self.train)} {len(self.held_out)} ".encode(), digest_size=DIGEST_BYTES)
        for part in self._parts().values():
            digest.update(part.tobytes())
        return digest.hexdigest()

    def to_bytes(self) -> bytes:
        """As a safetensors file."""
        return save(self._parts())

    def _parts(self) -> dict[str, Digests]:
        parts = {"train": self.train, "held_out": self.held_out, "labels": self.labels, "names": self.names}
        return {name: part for name, part in parts.items() if part is not None}


def digests_of(store: ImageStore) -> Digests:
    """Of each image's bytes, uint8 (N, 16)."""
    pixels = store.pixels.numpy(force=True)
    rows = range(len(store)) if store.rows is None else store.rows.tolist()
    return _digests(pixels[row].tobytes() for row in rows)


def image_table(dataset: Dataset, fingerprint: Fingerprint) -> dict[str, Any]:
    """What a run's header says of its images, as plain values."""
    return {
        "count": len(fingerprint.train) + len(fingerprint.held_out),
        "held_out": len(fingerprint.held_out),
        "digest": fingerprint.digest,
        "values": [value_range.model_dump() for value_range in dataset.ranges],
    }


def sampled_digest(store: ImageStore) -> bytes:
    """Of how many images there are, their shape, and the bytes of 1,024 of them at most, from the first to the last."""
    count = len(store)
    chosen = torch.linspace(0, count - 1, min(count, _SAMPLED)).round().long()
    shape = repr((count, store.image_shape)).encode()
    return hashlib.sha256(shape + digests_of(store.part(chosen)).tobytes()).digest()


@dataclass(frozen=True, eq=False)
class Match:
    """A run's images among those that are there now.

    Attributes:
        split: those that are there, each on the side and in the order that it has in the run.
        train_missing: images that were learned from and are not there unchanged.
        held_out_missing: likewise, of those held out.
        changed: names of files whose images were the run's and are others now; empty where the run does not know names.
        unknown: images that are there and are not the run's, changed ones among them.
        relabelled: images with another label or other attributes than in the run.
        moved: images that lie in another part of the files' own split than the run has them in.
    """

    split: Split
    train_missing: int
    held_out_missing: int
    changed: tuple[str, ...]
    unknown: int
    relabelled: int
    moved: int


def match(fingerprint: Fingerprint, images: Images, split: Split) -> Match:
    """Find a run's images by what is in them, whatever their names and order are now.

    Of alike images, those with the run's label and name come first.

    Args:
        fingerprint: of the run's images.
        images: all that are there, at the run's size.
        split: of them by the run's settings.
    """
    pixels = _digests(image.tobytes() for image in images.pixels)
    labels = _label_digests(images.labels, images.label_names, images.attributes)
    names = _digests(map(_encoded, images.names)) if images.names else None
    then = _Known(np.concatenate([fingerprint.train, fingerprint.held_out]), fingerprint.labels, fingerprint.names)
    now = _Known(pixels, labels, names)
    places = _places(then, now, split.order)
    found = places >= 0
    train_count = len(fingerprint.train)
    learned, held_out = places[:train_count], places[train_count:]
    missing = (int((learned < 0).sum()), int((held_out < 0).sum()))
    learned, held_out = learned[learned >= 0], held_out[held_out >= 0]
    unknown = np.setdiff1d(split.order, places)
    relabelled = 0 if then.labels is None else int((then.labels[found] != labels[places[found]]).any(1).sum())
    order = np.concatenate([learned, held_out])
    same = np.array_equal(order, split.order) and len(learned) == split.train_count
    return Match(
        split if same else replace(split, order=order, train_count=len(learned), how="as in the run"),
        *missing,
        _changed(then, now, ~found, unknown, images.names),
        len(unknown),
        relabelled,
        0 if images.train_count is None else _moved(images.train_count, split, learned, held_out),
    )


@dataclass(frozen=True, eq=False)
class _Known:
    """Digests of N images, of their labels, and of their names."""

    pixels: Digests
    labels: Digests | None
    names: Digests | None


def _places(then: _Known, now: _Known, likely: NDArray[np.int64]) -> NDArray[np.int64]:
    """For each of a run's images, which of those that are there now it is; −1 where it is none of them.

    `likely` has the places where they are if nothing has changed.
    """
    places = np.full(len(then.pixels), -1, np.int64)
    taken = np.zeros(len(now.pixels), bool)
    for alike in (("pixels", "labels", "names"), ("pixels", "labels"), ("pixels", "names"), ("pixels",)):
        wanted, there = (_joined(known, alike) for known in (then, now))
        if wanted is None or there is None:
            continue
        if len(likely) == len(places):
            unmoved = (places < 0) & ~taken[likely] & (wanted == there[likely]).all(1)
            places[unmoved] = likely[unmoved]
            taken[likely[unmoved]] = True
        free: dict[bytes, deque[int]] = defaultdict(deque)
        for place in np.flatnonzero(~taken).tolist():
            free[bytes(there[place])].append(place)
        for index in np.flatnonzero(places < 0).tolist():
            if left := free.get(bytes(wanted[index])):
                places[index] = left.popleft()
        taken[places[places >= 0]] = True
    return places


def _joined(known: _Known, which: Sequence[str]) -> Digests | None:
    parts: list[Digests | None] = [getattr(known, name) for name in which]
    there = [part for part in parts if part is not None]
    return np.concatenate(there, axis=1) if len(there) == len(parts) else None


def _changed(
    then: _Known, now: _Known, missing: NDArray[np.bool_], unknown: NDArray[np.int64], names: Sequence[str]
) -> tuple[str, ...]:
    """Names of files that the run knows, whose images are none of its own now."""
    if then.names is None or now.names is None:
        return ()
    lost = {bytes(name) for name in then.names[missing]}
    return tuple(dict.fromkeys(names[place] for place in unknown.tolist() if bytes(now.names[place]) in lost))


def _moved(train_count: int, split: Split, learned: NDArray[np.int64], held_out: NDArray[np.int64]) -> int:
    """Of images in the parts of the files' own split, the first of which is to train on."""
    within_training = bool((split.order < train_count).all())
    held_out_moved = held_out >= train_count if within_training else held_out < train_count
    return int((learned >= train_count).sum() + held_out_moved.sum())


def _label_digests(labels: NDArray[np.int64], names: Sequence[str], attributes: Attributes | None) -> Digests:
    """Of each image's label, by its name where it has one, and of its attributes."""
    texts = [f"{names[label] if 0 <= label < len(names) else label}\0".encode(errors="replace") for label in labels.tolist()]
    if attributes is None:
        known = {text: hashlib.blake2b(text, digest_size=DIGEST_BYTES).digest() for text in set(texts)}
        return _as_rows(b"".join(map(known.__getitem__, texts)))
    titles = "\0".join(attributes.names).encode(errors="replace")
    return _digests(text + titles + values.tobytes() for text, values in zip(texts, attributes.values, strict=True))


def _encoded(name: str) -> bytes:
    return name.encode(errors="surrogatepass")


def _digests(contents: Iterable[bytes]) -> Digests:
    return _as_rows(b"".join(hashlib.blake2b(content, digest_size=DIGEST_BYTES).digest() for content in contents))


def _as_rows(digests: bytes) -> Digests:
    return np.frombuffer(digests, np.uint8).reshape(-1, DIGEST_BYTES)
