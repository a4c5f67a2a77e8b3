"""What is found while a folder or an archive is gone through, and what is made of it."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

import numpy as np

from latentlab.data.faults import FaultKind, FileFault
from latentlab.data.formats import SUFFIXES
from latentlab.data.kinds import kind_by_name, passed_over
from latentlab.data.layout import Layout, Lists, layout_of, masks_among, natural_key, part_of
from latentlab.data.published_layouts import collection_of
from latentlab.data.sidecars import Sidecars
from latentlab.errors import LatentLabError

LARGEST_FILE = 256 * 2**20
_LARGEST_LIST = 64 * 2**20
_COUNTED_APART = ("hidden", "system")


@dataclass(frozen=True, slots=True)
class ImageFile:
    """One file.

    Attributes:
        path: where it lies below the folder or in the archive.
        read: gives its bytes; raises `FileFault`.
        size: in bytes.
        version: changes with the content: the time of the last change in nanoseconds, in a zip the CRC.
    """

    path: PurePosixPath
    read: Callable[[], bytes]
    size: int
    version: int


@dataclass(frozen=True)
class ImageTree:
    """What a folder or an archive holds.

    Attributes:
        files: the images, training before validation before test ones, in each part in natural order: 2.png before 10.png.
        layout: classes and split of the files.
        refused: the files and folders that are not touched: unreadable, too large, encrypted.
        passed: number of files of each other kind (`kinds`), hidden and the system's own ones among them.
        notes: sentences on what was read, and how, and what was not.
    """

    files: list[ImageFile]
    layout: Layout
    refused: list[FileFault] = field(default_factory=list)
    passed: Mapping[str, int] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    @property
    def other(self) -> int:
        """Number of files that are no images; hidden ones and the system's own are not counted."""
        return sum(count for kind, count in self.passed.items() if kind not in _COUNTED_APART)


class Gathering:
    """Files as they are found.

    Attributes:
        files: images.
        refused: what is not touched.
        passed: other files by kind.
        notes: sentences.
        sidecars: labels that lie beside images.
    """

    def __init__(self) -> None:
        self.files: list[ImageFile] = []
        self.refused: list[FileFault] = []
        self.passed: Counter[str] = Counter()
        self.notes: list[str] = []
        self.sidecars = Sidecars()
        self._places: list[PurePosixPath] = []
        self._lists: dict[PurePosixPath, Callable[[], bytes]] = {}
        self._collections: Counter[str] = Counter()

    def add(self, file: ImageFile, place: PurePosixPath | None = None) -> None:
        """An image; `place` is where it counts as lying for classes and split, its path unless given."""
        self.files.append(file)
        self._places.append(place or file.path)

    def refuse(self, name: str, kind: FaultKind, detail: str) -> None:
        """A file or folder that is not touched."""
        self.refused.append(FileFault(name, kind, detail))

    def pass_over(self, path: PurePosixPath, size: int, read: Callable[[], bytes], kind: str | None = None) -> None:
        """A file that is no image; its content is asked for only where it may be the list of a split."""
        self.passed[kind or kind_by_name(path.name) or "other"] += 1
        self.notice(path.name)
        if path.suffix.lower() in (".txt", ".lst") and part_of(path.stem) and size <= _LARGEST_LIST:
            self._lists[path] = read

    def notice(self, name: str) -> None:
        """A file or folder by whose name a published collection may be known."""
        if collection := collection_of(name):
            self._collections[collection] += 1

    def tree(self) -> ImageTree:
        """All of it, arranged."""
        kept = self._without_masks()
        layout = layout_of([self._places[index] for index in kept], self._read_lists())
        sidecar = self.sidecars.layout([self.files[index].path for index in kept])
        notes = [*self.notes, *layout.notes]
        if sidecar:
            layout = Layout(sidecar.labels, sidecar.label_names, layout.parts, sidecar.attributes)
            notes += sidecar.notes
        keys = [natural_key(self.files[index].path) for index in kept]
        parts = layout.parts if layout.parts is not None else np.zeros(len(kept), np.int64)
        order = sorted(range(len(kept)), key=lambda place: (parts[place], keys[place]))
        if collection := next((name for name, _ in self._collections.most_common(1)), None):
            notes.append(
                f"This looks like a published collection that is read whole, labels and all, with data.name = '{collection}'."
            )
        return ImageTree(
            [self.files[kept[place]] for place in order],
            layout.of(np.array(order, np.int64)),
            sorted(self.refused, key=str),
            {kind: count for kind, count in sorted(self.passed.items()) if count},
            (*notes, *passed_over(self.passed)),
        )

    def _without_masks(self) -> list[int]:
        masks = masks_among([file.path for file in self.files])
        if masks:
            self.passed["mask"] += len(masks)
        return [index for index in range(len(self.files)) if index not in masks]

    def _read_lists(self) -> dict[int, list[str]]:
        lists = Lists()
        for path, read in self._lists.items():
            try:
                lists.add(path.stem, read().decode("utf-8", "replace"))
            except LatentLabError:
                self.notes.append(f"{path}: a list that cannot be read; it is not used.")
        return lists.names


def is_image_name(name: str) -> bool:
    """Whether a file is an image by its name."""
    dot = name.rfind(".")
    return dot > 0 and name[dot:].lower() in SUFFIXES


def too_large(size: int) -> str:
    """What is said of a file beyond the limit."""
    return f"{size / 2**20:,.0f} MiB, more than the {LARGEST_FILE // 2**20} an image file may have"


def shard_path(shard: str | None, path: PurePosixPath) -> PurePosixPath:
    """Where a file of an archive lies, the archive's own name before it where there are several."""
    return PurePosixPath(shard, *path.parts) if shard else path


def place_of(part: str | None, path: PurePosixPath) -> PurePosixPath:
    """Where it counts as lying: below the part of the split that its shard belongs to."""
    return PurePosixPath(part, *path.parts) if part else path
