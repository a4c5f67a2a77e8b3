"""A store while it is filled: pixels that only grow, and a journal that says how far they are sound.

A line of the journal is written once the pixels it tells of are on the disk. Whatever ends the work, the next one takes up the
last whole line. When all is done, the index is written, and only the renaming of the folder makes it a store.
"""

import io
import os
import shutil
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.lib import format as npy
from numpy.typing import NDArray
from pydantic import BaseModel, ValidationError

from latentlab.data.prepared import INDEX, PIXELS, LeftOut, StoreIndex
from latentlab.errors import FileError
from latentlab.files.regular import read_bytes

_RAW, _GREY, _JOURNAL = "raw.npy", "grey.npy", "journal.jsonl"
_COPIED_AT_A_TIME = 1024
_LARGEST_JOURNAL = 2**30


class _Entry(BaseModel):
    """A line of the journal.

    Attributes:
        done: files looked at so far.
        kept: which files the images come from that were added.
        problems: files left out since the entry before.
        colour: whether an image was added that has a pixel that is not grey.
    """

    done: int
    kept: list[int]
    problems: list[LeftOut]
    colour: bool


class PartialStore:
    """Images being gathered in a folder.

    Attributes:
        done: files looked at.
        kept: which files the images come from.
        problems: files left out.
        is_grey: whether no image has a pixel that is not grey.
    """

    def __init__(self, folder: Path, image_shape: tuple[int, int, int]) -> None:
        """Go on where an earlier attempt in the folder ended. Raises OSError."""
        if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
            folder.unlink()  # something else has taken its place
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._image_shape = image_shape
        self.done = 0
        self.kept: list[int] = []
        self.problems: list[LeftOut] = []
        self.is_grey = True
        if not self.is_indexed:
            self._take_up()

    @property
    def is_indexed(self) -> bool:
        """Whether nothing is left to do but `rename_to`."""
        return (self._folder / INDEX).exists()

    def append(self, done: int, images: list[NDArray[np.uint8]], kept: list[int], problems: list[LeftOut]) -> None:
        """Add what was read from the files up to `done`: images (C, H, W), the files they come from, and the files left out.

        Raises:
            OSError: if the disk is full; nothing was added then.
        """
        colour = any((image != image[:1]).any() for image in images) if self.is_grey else True
        entry = _Entry(done=done, kept=kept, problems=problems, colour=colour)
        _append(self._folder / _RAW, b"".join(image.tobytes() for image in images))
        _append(self._folder / _JOURNAL, entry.model_dump_json().encode() + b"\n")
        self._count(entry)

    def index(self, index: StoreIndex) -> None:
        """Call the images whole. Raises OSError."""
        raw = self._folder / _RAW
        with raw.open("r+b") as file:
            npy.write_array_header_1_0(file, _header((len(self.kept), *self._image_shape)))
            _flush(file)
        if index.channels < self._image_shape[0]:
            _write(self._folder / _GREY, index.shape, _first_channel(raw))
        temporary = self._folder / f"{INDEX}.part"
        with temporary.open("wb") as file:
            file.write(index.model_dump_json().encode())
            _flush(file)
        temporary.replace(self._folder / INDEX)

    def rename_to(self, store: Path) -> None:
        """Make it the store; each of the steps can be the last of an attempt. Raises OSError."""
        raw, grey = self._folder / _RAW, self._folder / _GREY
        if grey.exists():
            raw.unlink(missing_ok=True)
            grey.replace(self._folder / PIXELS)
        elif raw.exists():
            raw.replace(self._folder / PIXELS)
        (self._folder / _JOURNAL).unlink(missing_ok=True)
        self._folder.rename(store)

    def remove(self) -> None:
        """Forget all of it. Raises OSError."""
        shutil.rmtree(self._folder)

    def _take_up(self) -> None:
        raw, journal = self._folder / _RAW, self._folder / _JOURNAL
        begun = len(_encoded_header((0, *self._image_shape)))
        written = raw.stat().st_size - begun if raw.exists() and journal.exists() else -1
        sound = 0
        for line, entry in _entries(journal) if written >= 0 else ():
            if (len(self.kept) + len(entry.kept)) * self.bytes_per_image > written:
                break
            self._count(entry)
            sound += len(line)
        with raw.open("r+b" if sound else "wb") as file:
            if not sound:
                file.write(_encoded_header((0, *self._image_shape)))
            file.truncate(begun + len(self.kept) * self.bytes_per_image)
        with journal.open("r+b" if sound else "wb") as file:
            file.truncate(sound)

    @property
    def channels(self) -> int:
        """Of the images as they are gathered."""
        return self._image_shape[0]

    @property
    def bytes_per_image(self) -> int:
        """What each image takes."""
        return int(np.prod(self._image_shape))

    def _count(self, entry: _Entry) -> None:
        self.done = entry.done
        self.kept += entry.kept
        self.problems += entry.problems
        self.is_grey = self.is_grey and not entry.colour


def _entries(journal: Path) -> Iterator[tuple[bytes, _Entry]]:
    """The whole lines and what they say."""
    done = 0
    try:
        lines = read_bytes(journal, _LARGEST_JOURNAL).splitlines(keepends=True)
    except FileError:
        return
    for line in lines:
        if not line.endswith(b"\n"):
            return
        try:
            entry = _Entry.model_validate_json(line)
        except ValidationError:
            return
        ascending = [done - 1, *entry.kept, entry.done]
        if not all(one < other for one, other in pairwise(ascending)):
            return
        done = entry.done
        yield line, entry


def _first_channel(raw: Path) -> Iterator[NDArray[np.uint8]]:
    colour = np.load(raw, mmap_mode="r")
    for start in range(0, len(colour), _COPIED_AT_A_TIME):
        yield colour[start : start + _COPIED_AT_A_TIME, :1]


def _write(path: Path, shape: tuple[int, ...], parts: Iterable[NDArray[np.uint8]]) -> None:
    with path.open("wb") as file:
        npy.write_array_header_1_0(file, _header(shape))
        for part in parts:
            file.write(part.tobytes())
        _flush(file)


def _encoded_header(shape: tuple[int, ...]) -> bytes:
    file = io.BytesIO()
    npy.write_array_header_1_0(file, _header(shape))
    return file.getvalue()


def _header(shape: tuple[int, ...]) -> dict[str, object]:
    """NumPy leaves room in it, so that it is as long for any number of images."""
    return {"descr": "|u1", "fortran_order": False, "shape": shape}


def _append(path: Path, content: bytes) -> None:
    """All of it, flushed to the disk, or nothing."""
    # Unbuffered: closing a buffered file would try once more to write what was just taken back.
    with path.open("ab", buffering=0) as file:
        start = file.tell()
        rest = memoryview(content)
        try:
            while rest:
                rest = rest[file.write(rest) :]
            os.fsync(file.fileno())
        except OSError:
            file.truncate(start)
            raise


def _flush(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())
