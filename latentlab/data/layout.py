"""What the places of images say: their classes, and a split into training, validation and test images."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

import numpy as np
from numpy.typing import NDArray

from latentlab.data.kinds import counted
from latentlab.data.store import Attributes

TRAIN, VALIDATION, TEST = range(3)
PARTS = ("training", "validation", "test")
"""Names of the parts by their numbers."""

_FILLER = r"(?:images?|imgs?|img|pictures?|photos?|data|set|split|part)?"
_PART = re.compile(
    rf"{_FILLER}(?:(train|training|trainval)|(val|valid|validation|validate|dev)|(test|testing|holdout|heldout)){_FILLER}\d*([ab]?)"
)
_DECATHLON = {
    "imagestr": TRAIN,
    "imagesva": VALIDATION,
    "imagests": TEST,
    "labelstr": TRAIN,
    "labelsva": VALIDATION,
    "labelsts": TEST,
}
_SEPARATORS = re.compile(r"[\s_.-]+")
_DIGITS = re.compile(r"([0-9]+)")
_IMAGE_FOLDER = re.compile(r"(images?|imgs?|jpegimages|photos?|pictures?|leftimg8bit|rgb)(tr|ts|va)?\d*")
_MASK_FOLDER = re.compile(
    r"(labels?|masks?|annotations?|segmentations?|segmentationclass|segmentationobject|groundtruths?|gt|gtfine|trimaps?)(tr|ts|va)?\d*"
)
_MOST_NAMED = 5


@dataclass(frozen=True, eq=False)
class Layout:
    """What is known of N images from where they lie and from what lies beside them.

    Attributes:
        labels: int64 (N,); −1 where an image has none.
        label_names: of the labels from 0 on; empty where there are no classes.
        parts: int64 (N,), `TRAIN`, `VALIDATION` or `TEST`, training first; None where there is no split.
        attributes: of the images, where there are any.
        notes: sentences on how all of this was read.
        by_folder: whether labels are folders, so that one without images is no class.
    """

    labels: NDArray[np.int64]
    label_names: tuple[str, ...] = ()
    parts: NDArray[np.int64] | None = None
    attributes: Attributes | None = None
    notes: tuple[str, ...] = ()
    by_folder: bool = False

    def of(self, indices: NDArray[np.int64]) -> "Layout":
        """That of some of the images."""
        labels, names = self.labels[indices], self.label_names
        if self.by_folder and names:
            labels, names = _without_empty(labels, names)
        return Layout(
            labels,
            names,
            None if self.parts is None else self.parts[indices],
            self.attributes.part(indices) if self.attributes else None,
            self.notes,
            self.by_folder,
        )

    def text(self, index: int) -> str:
        """The label of an image in words; empty where it has none, or all have the same."""
        label = int(self.labels[index])
        if label < 0 or (self.by_folder and not self.label_names):
            return ""
        return self.label_names[label] if self.label_names else str(label)

    @property
    def split(self) -> dict[str, int]:
        """Images in each part that has any; empty where there is no split."""
        if self.parts is None:
            return {}
        counts = np.bincount(self.parts, minlength=len(PARTS))
        return {name: int(count) for name, count in zip(PARTS, counts, strict=True) if count}


def part_of(name: str) -> tuple[int, str] | None:
    """The part that a folder, file or shard is named after, and what follows the part's name as a class: trainA → (0, "A")."""
    plain = _SEPARATORS.sub("", name.casefold())
    if plain in _DECATHLON:
        return _DECATHLON[plain], ""
    found = _PART.fullmatch(plain)
    if not found:
        return None
    return next(part for part in (TRAIN, VALIDATION, TEST) if found[part + 1]), found[4].upper()


def layout_of(paths: Sequence[PurePosixPath], lists: Mapping[int, Sequence[str]] | None = None) -> Layout:
    """Classes and split of images.

    A split is given by folders (`train/cats`, `cats/train`), or by lists of files (`train.txt`). A class is the first
    sub-folder in which the images differ, the folder of the part left out.

    Args:
        paths: of the images below their root.
        lists: of each part, the images as a list names them.
    """
    notes: list[str] = []
    rests = [path.parts[:-1] for path in paths]
    parts = _parts_by_folders(rests, notes)
    if parts is None and lists:
        parts = _parts_by_lists(paths, lists, notes)
    labels, names = _classes(rests, parts, notes)
    return Layout(labels, names, parts, None, tuple(notes), by_folder=True)


def classes_of(paths: Sequence[PurePosixPath]) -> tuple[NDArray[np.int64], tuple[str, ...]]:
    """The first sub-folder in which files differ, by its place among the others in natural order, and their names.

    There are no names where the files do not differ so.
    """
    return _classes([path.parts[:-1] for path in paths], None, [])


def masks_among(paths: Sequence[PurePosixPath]) -> set[int]:
    """Which of the images are masks or drawn labels of others: `labels/1.png` beside `images/1.png`."""
    groups: dict[tuple[tuple[str, ...], bool], list[int]] = {}
    for index, path in enumerate(paths):
        for depth, folder in enumerate(path.parts[:-1]):
            plain = _SEPARATORS.sub("", folder.casefold())
            is_mask = _MASK_FOLDER.fullmatch(plain) is not None
            if is_mask or _IMAGE_FOLDER.fullmatch(plain):
                groups.setdefault((path.parts[:depth], is_mask), []).append(index)
                break
    masks: set[int] = set()
    for (parent, is_mask), indices in groups.items():
        images = groups.get((parent, False)) if is_mask else None
        if images:
            stems = {paths[index].stem.casefold() for index in images}
            matching = sum(_base_of_mask(paths[index].stem.casefold(), stems) for index in indices)
            if 2 * matching >= len(indices):
                masks.update(indices)
    return masks


def natural_key(path: PurePosixPath) -> "list[tuple[_ByValue, str]]":
    """Orders paths part by part, and numbers by value."""
    return [(_by_value(part), part) for part in path.parts]


def named(names: Iterable[str]) -> str:
    """The first few of them, in words."""
    names = list(names)
    more = len(names) - _MOST_NAMED
    return ", ".join(names[:_MOST_NAMED]) + (f" and {more:,} more" if more > 0 else "")


_ByValue = tuple[str | tuple[int, str], ...]


def _by_value(name: str) -> _ByValue:
    """Text and numbers by turns, a number as its length without leading zeros and its digits."""
    pieces = enumerate(_DIGITS.split(name.casefold()))
    return tuple((len(piece.lstrip("0")), piece.lstrip("0")) if place % 2 else piece for place, piece in pieces)


def _base_of_mask(stem: str, stems: set[str]) -> bool:
    return (
        stem in stems
        or re.sub(r"[_-]?(mask|gt|label|labels|segmentation|seg|annotation)$", "", stem) in stems
        or f"{stem}_0000" in stems
    )


def _parts_by_folders(rests: list[tuple[str, ...]], notes: list[str]) -> NDArray[np.int64] | None:
    """The part of each image; takes the folder that names it out of `rests` where there is a split."""
    known: dict[str, tuple[int, str] | None] = {}
    found: list[tuple[int, int, str] | None] = []
    for folders in rests:
        for depth, folder in enumerate(folders):
            if folder not in known:
                known[folder] = part_of(folder)
            if part := known[folder]:
                found.append((part[0], depth, part[1]))
                break
        else:
            found.append(None)
    present = {part[0] for part in found if part}
    if TRAIN not in present or len(present) < 2:
        return None
    inside = sum(part is not None for part in found)
    if 2 * inside < len(rests):
        notes.append(
            f"Folders named after parts of a split hold only {inside:,} of {len(rests):,} images; they are taken as classes."
        )
        return None
    for index, place in enumerate(found):
        if place:
            _, depth, suffix = place
            rests[index] = rests[index][:depth] + ((suffix,) if suffix else ()) + rests[index][depth + 1 :]
    parts = np.array([part[0] if part else TRAIN for part in found], np.int64)
    notes.append(f"The split is the one that the names of folders or files give: {_counted(parts)}.")
    if outside := len(rests) - inside:
        lie = counted(outside, "image lies", "images lie")
        notes.append(f"{lie} outside the folders of the split; used for training.")
    return parts


def _parts_by_lists(
    paths: Sequence[PurePosixPath], lists: Mapping[int, Sequence[str]], notes: list[str]
) -> NDArray[np.int64] | None:
    if TRAIN not in lists or len(lists) < 2:
        return None
    places = _Places(paths)
    parts = np.full(len(paths), -1, np.int64)
    listed = matched = 0
    for part in sorted(lists, reverse=True):  # training last: an image that is in two lists is not held out by mistake
        for name in lists[part]:
            listed += 1
            if (index := places.find(name)) is not None:
                matched += 1
                parts[index] = max(parts[index], part)
    if 2 * matched < max(1, listed) or len(set(parts[parts >= 0].tolist())) < 2:
        notes.append(
            f"Lists of a split are there, but only {matched:,} of {listed:,} names in them are images; they are not used."
        )
        return None
    unlisted = int((parts < 0).sum())
    parts[parts < 0] = TRAIN
    notes.append(f"The split is that of the lists (train.txt and others): {_counted(parts)}.")
    if matched < listed:
        names = counted(listed - matched, "name", "names")
        notes.append(f"{names} in the lists without an image here.")
    if unlisted:
        images = counted(unlisted, "image is", "images are")
        notes.append(f"{images} in none of the lists; used for training.")
    return parts


class _Places:
    """Images by their paths as a list may name them: with or without folders above, with or without their suffix."""

    def __init__(self, paths: Sequence[PurePosixPath]) -> None:
        self._paths = paths
        self._by_stem: dict[str, list[int]] = {}
        for index, path in enumerate(paths):
            self._by_stem.setdefault(path.stem, []).append(index)
            if path.suffix:
                self._by_stem.setdefault(path.name, []).append(index)

    def find(self, name: str) -> int | None:
        """Of the images with that name, the one whose folders agree, or the only one."""
        for text in (name, name.rpartition(" ")[0], name.partition(",")[0], name.partition("\t")[0]):
            wanted = PurePosixPath(text.strip().strip("\"'").replace("\\", "/"))
            candidates = self._by_stem.get(wanted.name, [])
            if len(candidates) == 1:
                return candidates[0]
            folders = wanted.parts[:-1]
            for index in candidates:
                own = self._paths[index].parts[:-1]
                shorter = min(len(own), len(folders))
                if shorter and own[-shorter:] == folders[-shorter:]:
                    return index
        return None


def _classes(
    rests: list[tuple[str, ...]], parts: NDArray[np.int64] | None, notes: list[str]
) -> tuple[NDArray[np.int64], tuple[str, ...]]:
    """Labels and their names; the folders of the training images decide which level of folders is that of the classes."""
    training = rests if parts is None else [rest for rest, part in zip(rests, parts, strict=True) if part == TRAIN]
    shared = _shared_depth(training)
    prefix = training[0][:shared] if training else ()
    keys = [rest[shared : shared + 1] if rest[:shared] == prefix else rest[:1] for rest in rests]
    labelled = np.ones(len(rests), bool)
    if parts is not None:
        keys = _as_in_training(keys, parts, labelled, notes)
    classes = [PurePosixPath(*key) for key in keys]
    index = {
        name: label
        for label, name in enumerate(
            sorted({name for name, is_labelled in zip(classes, labelled, strict=True) if is_labelled}, key=natural_key)
        )
    }
    labels = np.array([index.get(name, -1) for name in classes], np.int64)
    labels[~labelled] = -1
    names = tuple(map(str, index)) if len(index) > 1 else ()
    if not names and (labels >= 0).any():
        labels[:] = 0  # without classes, an image of a part that has no class folders is like any other
    if names:
        _note_folders(names, sum(len(rest) > shared + 1 for rest in rests), notes)
    return labels, names


def _without_empty(labels: NDArray[np.int64], names: tuple[str, ...]) -> tuple[NDArray[np.int64], tuple[str, ...]]:
    """Labels numbered again, without those that no image has."""
    there = np.unique(labels[labels >= 0])
    if len(there) < 2:
        return np.where(labels < 0, labels, 0), ()
    number = np.full(len(names), -1, np.int64)
    number[there] = np.arange(len(there))
    return np.where(labels < 0, -1, number[labels]), tuple(names[label] for label in there)


def _shared_depth(folders: Sequence[tuple[str, ...]]) -> int:
    """Leading folders that all have in common: `images/images/…` is no class."""
    shared = 0
    while len({folder[shared : shared + 1] for folder in folders}) == 1 and all(len(folder) > shared for folder in folders):
        shared += 1
    return shared


def _as_in_training(
    keys: list[tuple[str, ...]], parts: NDArray[np.int64], labelled: NDArray[np.bool_], notes: list[str]
) -> list[tuple[str, ...]]:
    """Class folders of held-out images under the names that the training images have; marks those without a class."""
    known = {key for key, part in zip(keys, parts, strict=True) if part == TRAIN}
    folded: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for key in known:
        folded.setdefault(tuple(map(str.casefold, key)), []).append(key)
    keys = list(keys)
    for part in (VALIDATION, TEST):
        inside = np.flatnonzero(parts == part)
        for index in inside:
            alike = folded.get(tuple(map(str.casefold, keys[index])), [])
            if keys[index] not in known and len(alike) == 1:
                keys[index] = alike[0]
        new = {keys[index] for index in inside} - known
        only = {keys[index] for index in inside}
        without = [index for index in inside if not keys[index] or (len(only) == 1 and keys[index] in new)]
        if without and len(known) > 1:
            labelled[without] = False
            images = counted(len(without), "image", "images")
            notes.append(f"{images} of the {PARTS[part]} part without a class folder: no label.")
            new -= {keys[index] for index in without}
        if new and len(known) > 1:
            folders = named(sorted("/".join(key) for key in new))
            notes.append(f"The {PARTS[part]} part has classes that the training part lacks: {folders}.")
        elif new:
            labelled[inside] = False
    return keys


def _note_folders(names: tuple[str, ...], deeper: int, notes: list[str]) -> None:
    if deeper:
        lie = counted(deeper, "image lies", "images lie")
        notes.append(f"{lie} in folders below those of the classes; the upper folder is the class.")
    folded = Counter(name.casefold() for name in names)
    alike = [name for name in names if folded[name.casefold()] > 1]
    if alike:
        notes.append(f"Class folders differ only in upper and lower case and stay apart: {named(alike)}.")


def _counted(parts: NDArray[np.int64]) -> str:
    counts = np.bincount(parts, minlength=len(PARTS))
    return ", ".join(f"{count:,} {name}" for name, count in zip(PARTS, counts, strict=True) if count)


@dataclass
class Lists:
    """The lists of files that lie among images: what may give a split.

    Attributes:
        names: of each part, what its lists name.
    """

    names: dict[int, list[str]] = field(default_factory=dict)

    def add(self, stem: str, text: str) -> None:
        """A text file, by its name without suffix; one that is not named after a part is no list."""
        found = part_of(stem)
        if found and not found[1]:
            lines = [line.strip() for line in text.splitlines()]
            self.names.setdefault(found[0], []).extend(line for line in lines if line and not line.startswith("#"))


def shard_part(name: str) -> str | None:
    """The part that a shard belongs to by its file's or a folder's name: train-00003-of-00005.parquet → "train"."""
    words = re.split(r"[^A-Za-z]+", name)
    return next((word for word in words if (found := part_of(word)) and not found[1]), None)
