"""A look at a collection before it is trained on: some of its images, as a network would see them.

Shapes: N images, H by W pixels, C channels.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from latentlab.catalog.datasets import DATASETS
from latentlab.catalog.entries import load_code
from latentlab.config import DataConfig
from latentlab.data.dataset import load_dataset, read_request
from latentlab.data.decoding import Mode, decode_file
from latentlab.data.faults import FileFault
from latentlab.data.files import channels_text
from latentlab.data.measuring import measure
from latentlab.data.prepared import StoreSettings
from latentlab.data.sources import ReadRequest
from latentlab.data.trees import open_tree
from latentlab.data.values import by_kind, shown_channels
from latentlab.errors import DataError

_MOST = 48


@dataclass(frozen=True, eq=False)
class Preview:
    """Some images of a collection, evenly from its first to its last.

    Attributes:
        images: uint8 (N, H, W, C).
        labels: what each is, in words; empty where it has no label.
        about: title, what was read, terms of use and whom to cite.
        channels: which of many are shown, as `data.shown`.
    """

    images: NDArray[np.uint8]
    labels: tuple[str, ...]
    about: str
    channels: str = ""

    @property
    def shown(self) -> NDArray[np.uint8]:
        """The images as they are shown, grey or colour, (N, H, W, 1 or 3)."""
        return self.images[..., list(shown_channels(self.images.shape[-1], self.channels))]


def preview(config: DataConfig, most: int = _MOST) -> Preview:
    """Look at a collection.

    Of files that training prepares only the images shown are decoded; colours that are chosen by themselves are so from these.

    Raises:
        DataError: if there is no such collection, or none of its images can be read.
    """
    entry = DATASETS.of(config)
    terms = entry.terms
    whose = "" if terms.licence == "yours" else f" · {terms.licence} · {terms.citation}"
    if entry.store:
        seen = _of_files(config, most)
        return replace(seen, channels=config.channels_shown, about=f"{terms.title}: {seen.about}{whose}")
    dataset = load_dataset(config)
    store = dataset.train
    places = _evenly(len(store), most)
    images = (store.batch(torch.from_numpy(places)) * 255).round().byte().permute(0, 2, 3, 1).contiguous().numpy()
    labels = store.labels[places].tolist()
    names = [store.label_names[label] if 0 <= label < len(store.label_names) else str(label) for label in labels]
    return Preview(
        images,
        tuple("" if label < 0 else name for label, name in zip(labels, names, strict=True)),
        f"{dataset.account}{whose}",
        config.channels_shown,
    )


def _of_files(config: DataConfig, most: int) -> Preview:
    request = read_request(config)
    store_of: Callable[[ReadRequest], tuple[Path, StoreSettings]] = load_code(DATASETS.of(config).store)
    root, settings = store_of(request)
    layers = settings.frames == "channels"
    mode: Mode = "L" if layers or settings.channels == "grey" else "RGB"
    with open_tree(root) as tree:
        places = _evenly(len(tree.files), most)
        chosen = [tree.files[place] for place in places]
        measured = measure(chosen, settings)
        ranges = measured.ranges(settings)
        channels = measured.channels if layers else None
        decoded = [decode_file(file, request.size, mode, settings, by_kind(ranges), channels) for file in chosen]
        layout = tree.layout
    kept = [place for place, found in enumerate(decoded) if not isinstance(found, FileFault) for _ in found][:most]
    if not kept:
        raise DataError(
            f"data.root = {str(root)!r} holds no image that can be read, of {len(tree.files):,} looked for."
            + "".join(f" {note}" for note in tree.notes)
        )
    images = np.stack([image for found in decoded if not isinstance(found, FileFault) for image in found][:most])
    images = images.transpose(0, 2, 3, 1)
    if settings.channels == "auto" and not layers and (images == images[..., :1]).all():
        images = images[..., :1]
    texts = tuple(layout.text(places[place]) for place in kept)
    about = [f"{len(tree.files):,} files in {root.resolve().name}", *(f"here {found}" for found in ranges)]
    if channels and channels > 1:
        about.insert(1, f"{channels_text(channels)} images, a frame each")
    return Preview(np.ascontiguousarray(images), texts, "; ".join(about))


def _evenly(count: int, most: int) -> NDArray[np.int64]:
    return np.unique(np.linspace(0, count - 1, min(count, most)).round().astype(np.int64)) if count else np.empty(0, np.int64)
