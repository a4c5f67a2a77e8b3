"""A person's own images as a run takes them: prepared pixels, with the classes, the split and the notes of where they lie."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from latentlab.catalog.data_settings import FolderConfig
from latentlab.data.layout import PARTS, TEST, TRAIN, VALIDATION
from latentlab.data.prepare import prepare_somewhere, printable
from latentlab.data.prepared import StoreSettings, read_index, read_prepared
from latentlab.data.sources import Images, ReadRequest
from latentlab.data.trees import PLACES, ImageTree, open_tree, required_root
from latentlab.data.watching import Cancelled, Progress
from latentlab.errors import DataError


def read_own_images(
    root: Path | None,
    settings: StoreSettings,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    *,
    least: int = 2,
) -> Images:
    """The images below a folder or in an archive, prepared unless they are already, in the order of the parts of their split.

    Fewer than `least` images are refused.

    Raises:
        DataError: as `prepare` does.
        StoppedError: once `cancelled` answers true.
    """
    root = required_root(root, "folder", PLACES)
    with open_tree(root) as tree:
        store, told = prepare_somewhere(root, tree, settings, progress, cancelled, least=least)
    images = read_prepared(store)
    files = read_index(store).files
    places = _places(tree, files)
    if places is None:
        raise DataError(f"{store}: does not hold the images of {root}; delete that folder, and they are prepared again.")
    layout = tree.layout.of(places)
    notes = [*tree.notes, *told]
    counts = np.zeros(len(PARTS), np.int64) if layout.parts is None else np.bincount(layout.parts, minlength=len(PARTS))
    split = bool(counts[TRAIN] and counts[VALIDATION] + counts[TEST])
    if layout.parts is not None and not split:
        notes.append("A part of the split has no images that can be read; the images are split by data.test_fraction.")
    return replace(
        images,
        labels=layout.labels,
        label_names=tuple(map(printable, layout.label_names)),
        attributes=layout.attributes,
        train_count=int(counts[TRAIN]) if split else None,
        validation_count=int(counts[VALIDATION]) if split else 0,
        notes=tuple(map(printable, notes)),
        split_by="the files' own split",
        names=files,
    )


def _places(tree: ImageTree, files: Sequence[str]) -> NDArray[np.int64] | None:
    """Which of the tree's files the images of a store come from, in order; None where that cannot be."""
    places = []
    place = 0
    for name in files:
        while place < len(tree.files) and printable(tree.files[place].path) != name:
            place += 1
        if place == len(tree.files):
            return None
        places.append(place)
    return np.array(places, np.int64)


def read_set(request: ReadRequest) -> Images:
    """As the catalog asks for it."""
    assert isinstance(request.settings, FolderConfig)
    settings = StoreSettings.of(request.settings, request.size, request.kept or ())
    least = 2 if request.kept is None else 1
    return read_own_images(request.root, settings, request.progress, request.cancelled, least=least)


def store_of(request: ReadRequest) -> tuple[Path, StoreSettings]:
    """The folder or file whose images are prepared, and how."""
    assert isinstance(request.settings, FolderConfig)
    return required_root(request.root, "folder", PLACES), StoreSettings.of(request.settings, request.size)
