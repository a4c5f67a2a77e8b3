"""What a folder of images holds, and what is wrong with its files, found before anything is made of them."""

import csv
import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from functools import partial
from io import BytesIO, StringIO
from pathlib import Path
from typing import Literal

import numpy as np
from PIL import Image

from latentlab.data.colour import changes, plain_mode, transform_of
from latentlab.data.decoding import in_threads
from latentlab.data.faults import FaultKind, FileFault
from latentlab.data.formats import ENDINGS, FORMATS, KINDS, SUFFIXES
from latentlab.data.kinds import counted, one_line
from latentlab.data.layout import PARTS
from latentlab.data.measuring import Measured
from latentlab.data.picture import WholeFrames, pages_beyond_pillow, probe, read_pictures, value_kind, whole_frames
from latentlab.data.reading import Reading
from latentlab.data.stacks import stack_of
from latentlab.data.trees import PLACES, ImageFile, ImageTree, open_tree, required_root
from latentlab.data.values import BYTE, Tally, ValueKind, ValueRange
from latentlab.data.watching import Cancelled, Progress
from latentlab.errors import StoppedError
from latentlab.files.pictures import DECODER_FAULTS

RemarkKind = Literal[
    "animated",
    "16_bit",
    "deep",
    "cmyk",
    "lab",
    "profile",
    "gamma",
    "transparent",
    "rotated",
    "tiny",
    "misnamed",
    "duplicate",
    "mixed_channels",
    "inverted",
    "rescaled",
    "window",
]
ProblemKind = Literal[FaultKind, RemarkKind]
REMARKS: dict[ProblemKind, str] = {
    "animated": "several frames, pages or bands: the first is taken",
    "16_bit": "16 bits a channel: scaled to 8",
    "deep": "signed, 32-bit or floating-point values: scaled to 8 bits",
    "cmyk": "CMYK: converted",
    "lab": "L*a*b* colours: converted",
    "profile": "colour profile: converted to sRGB",
    "gamma": "encoded with another gamma than a display's: converted to sRGB",
    "transparent": "has an alpha channel: laid on black",
    "rotated": "turned upright, as its EXIF data say",
    "tiny": "a side under 16 pixels: scaled up",
    "misnamed": "of another kind than its name says: read all the same",
    "duplicate": "the same bytes as another file: kept",
    "mixed_channels": "grey among colour images or colour among grey ones: converted",
    "inverted": "MONOCHROME1, the smallest value is white: turned round",
    "rescaled": "made physical values by the file's rescale slope and intercept",
    "window": 'has a display window of its own: not applied; data.range = "window" applies one to all',
}
"""What is listed though the file is used, and what is done with it. Files with any other problem are left out."""

_PLAIN = Reading()
_MOST_SIZES = 1000
_UNREDUCED = 2**16
_TINY = 16
_ORIENTATION = 0x0112
_GREY_MODES = ("1", "L", "LA", "La", "I;16", "I;16B", "I;16L", "I;16N", "I", "F")
_FRAMES = {
    "images": "several frames, pages or bands: each is an image",
    "channels": "several frames, pages or bands: each is a channel",
}
_FEW_LEVELS = 32


@dataclass(frozen=True)
class Problem:
    """What a user may want to know of a file.

    Attributes:
        file: its path below the folder or in the zip.
        kind: of problem; a file can have several.
        detail: in words.
    """

    file: str
    kind: ProblemKind
    detail: str

    @property
    def usable(self) -> bool:
        """Whether the file is used all the same."""
        return self.kind in REMARKS


@dataclass(frozen=True)
class ScanReport:
    """What was found.

    Attributes:
        root: the folder or zip file.
        total: files that look like images by their names.
        usable: those that can be read whole.
        other: files that do not look like images.
        sizes: (width, height) as stored, and how many usable images have it; the most common first, at most 1,000.
        distinct_sizes: number of different sizes.
        modes: Pillow's name of a pixel's kind (RGB, L, P …), and how many usable images have it.
        formats: file format by content, likewise.
        classes: sub-folder, and the usable images in it; empty where there are no classes.
        problems: in the order of the files.
        split: images that can be used in each part of the split that the folders or lists give; empty where there is none.
        passed: files of every other kind, hidden and the system's own ones among them.
        notes: sentences on what was read, and how, and what was not.
        values: which values become black and white, for every kind that was counted: all but those of JPEG files.
    """

    root: str
    total: int
    usable: int
    other: int
    sizes: tuple[tuple[tuple[int, int], int], ...]
    distinct_sizes: int
    modes: dict[str, int]
    formats: dict[str, int]
    classes: dict[str, int]
    problems: tuple[Problem, ...]
    values: tuple[ValueRange, ...] = ()
    split: dict[str, int] = field(default_factory=dict)
    passed: dict[str, int] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    @property
    def value_lines(self) -> tuple[str, ...]:
        """How values are read, a sentence for every kind."""
        lines = [
            f'{value_range}; data.range = "set" would use all of them'
            if value_range.how == "full" and value_range.levels < _FEW_LEVELS and value_range.least < value_range.most
            else str(value_range)
            for value_range in self.values
        ]
        if self.usable and not any(value_range.kind == BYTE.name for value_range in self.values) and "JPEG" in self.formats:
            lines.append("8-bit values, read as they are")
        return tuple(lines)

    @property
    def counts(self) -> dict[str, int]:
        """How many files have each kind of problem; the most frequent first."""
        return dict(Counter(problem.kind for problem in self.problems).most_common())

    def to_json(self) -> str:
        """All of it, as a JSON object."""
        content = {
            "root": self.root,
            "total": self.total,
            "usable": self.usable,
            "other": self.other,
            "sizes": [{"width": size[0], "height": size[1], "count": count} for size, count in self.sizes],
            "distinct_sizes": self.distinct_sizes,
            "modes": self.modes,
            "formats": self.formats,
            "classes": self.classes,
            "split": self.split,
            "passed": self.passed,
            "notes": list(self.notes),
            "values": [{**value_range.model_dump(), "text": str(value_range)} for value_range in self.values],
            "counts": self.counts,
            "problems": [
                {"file": problem.file, "kind": problem.kind, "usable": problem.usable, "detail": problem.detail}
                for problem in self.problems
            ],
        }
        return json.dumps(content, indent=2, ensure_ascii=False)

    def to_csv(self) -> str:
        """The problems, a line each: file, kind, usable, detail."""
        text = StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(("file", "kind", "usable", "detail"))
        writer.writerows((problem.file, problem.kind, problem.usable, problem.detail) for problem in self.problems)
        return text.getvalue()


def scan(
    root: Path, progress: Progress | None = None, cancelled: Cancelled | None = None, reading: Reading = _PLAIN
) -> ScanReport:
    """Decode every image below a folder or in a zip file once, and tell what they are.

    Files that cannot be read are listed, never fatal. Memory grows with what is reported and 100 bytes a file.

    Args:
        root: the folder or zip file.
        progress: told of the files done and their number.
        cancelled: asked whether to stop.
        reading: how the images are to be read.

    Raises:
        DataError: if there is no such place or it cannot be listed.
        StoppedError: once `cancelled` answers true.
    """
    root = required_root(root, "scan", PLACES, called="")
    with open_tree(root) as tree:
        findings = _Findings(tree, reading)
        for fault in tree.refused:
            findings.refuse(fault)
        with closing(in_threads(partial(_look, reading), tree.files)) as looks:
            for index, look in enumerate(looks):
                findings.add(index, look)
                if progress:
                    progress(index + 1, len(tree.files))
                if cancelled and cancelled():
                    raise StoppedError(f"{root}: stopped after {index + 1:,} of {len(tree.files):,} files.")
    unlisted = sum(fault.kind not in ("unreadable", "link") for fault in tree.refused)  # an unreadable folder is no file
    return findings.report(root, len(tree.files) + unlisted)


@dataclass(frozen=True, slots=True)
class _Look:
    """What one usable file is."""

    digest: bytes
    format: str
    mode: str
    size: tuple[int, int]
    remarks: tuple[ProblemKind, ...]
    tallies: list[Tally]
    is_grey: bool
    stack: str = ""


def _look(reading: Reading, file: ImageFile) -> _Look | FileFault:
    try:
        content = file.read()
        # The least draft: a JPEG's bytes are still read to their end, which tells whether they are all there. But then its
        # values are not those that are stored.
        every = reading.range not in ("auto", "full")
        draft = ("RGB", _UNREDUCED if every else 1)
        pictures = read_pictures(content, str(file.path), draft=draft, all_frames=reading.frames != "first")
        tallies, kinds = [], []
        for picture in pictures:
            kinds.append((picture.mode, picture.size))
            if every or picture.format != "JPEG":
                tallies.append(picture.tally)
        digest = hashlib.blake2b(content, digest_size=16).digest()
        stack = str(stack_of(content) or "")
        if whole := whole_frames(content, str(file.path)):
            return _look_of_frames(file, whole, digest, kinds[0], tallies, stack)
        pages = pages_beyond_pillow(content)
        if pages:
            mode, size = kinds[0]
            _, frames = probe(content, str(file.path))
            return _Look(
                digest,
                "TIFF",
                mode,
                size,
                tuple(_page_remarks(file, tallies[0].kind, size, frames)),
                tallies,
                not pages[0].is_colour,
                stack,
            )
    except FileFault as fault:
        # The traceback would keep the image.
        return fault.with_traceback(None)
    with Image.open(BytesIO(content), formats=FORMATS) as image:
        kind = "JPEG" if image.format == "MPO" else image.format or ""
        remarks = tuple(_remarks(image, kind, file.path.suffix.lower()))
        return _Look(digest, kind, image.mode, image.size, remarks, tallies, image.mode in _GREY_MODES, stack)


def _look_of_frames(
    file: ImageFile, whole: WholeFrames, digest: bytes, kind: tuple[str, tuple[int, int]], tallies: list[Tally], stack: str
) -> _Look:
    remarks: list[ProblemKind] = [*whole.facts]
    if tallies[0].kind != BYTE:
        remarks.append("16_bit" if tallies[0].kind == ValueKind.whole(16) else "deep")
    if min(kind[1]) < _TINY:
        remarks.append("tiny")
    ending = file.path.suffix.lower()
    if ending in SUFFIXES and ending not in ENDINGS[whole.format]:
        remarks.append("misnamed")
    if len(whole.frames) > 1:
        remarks.append("animated")
    return _Look(digest, whole.format, *kind, tuple(remarks), tallies, whole.frames.ndim == 3, stack)


def _page_remarks(file: ImageFile, kind: ValueKind, size: tuple[int, int], frames: int) -> Iterator[ProblemKind]:
    """Of a TIFF that Pillow does not read."""
    if kind != BYTE:
        yield "16_bit" if kind == ValueKind.whole(16) else "deep"
    if min(size) < _TINY:
        yield "tiny"
    if file.path.suffix.lower() not in ENDINGS["TIFF"]:
        yield "misnamed"
    if frames > 1:
        yield "animated"


def _remarks(image: Image.Image, kind: str, ending: str) -> Iterator[ProblemKind]:
    values = value_kind(image)
    if values in (ValueKind.whole(12), ValueKind.whole(16)) or (
        kind in ("PNG", "TIFF", "PPM") and values == BYTE and ";16" in str(getattr(image, "tile", ""))
    ):
        yield "16_bit"
    elif values != BYTE:
        yield "deep"
    if image.mode == "LAB":
        yield "lab"
    profile, gamma = image.info.get("icc_profile"), image.info.get("gamma")
    if profile and transform_of(profile, plain_mode(image)) is not None:
        yield "profile"
    elif isinstance(gamma, float) and "srgb" not in image.info and changes(gamma):
        yield "gamma"
    if image.mode == "CMYK":
        yield "cmyk"
    if image.has_transparency_data:
        yield "transparent"
    with suppress(*DECODER_FAULTS):  # odd metadata do not keep an image from being read
        if image.getexif().get(_ORIENTATION, 1) in range(2, 9):
            yield "rotated"
    if min(image.size) < _TINY:
        yield "tiny"
    if ending and ending not in ENDINGS[kind]:
        yield "misnamed"
    # A JPEG with others in it (MPO) is a photograph and its thumbnail or depth.
    with suppress(*DECODER_FAULTS):
        if kind != "JPEG" and getattr(image, "is_animated", False):
            yield "animated"


class _Findings:
    """The result for the files looked at so far."""

    def __init__(self, tree: ImageTree, reading: Reading) -> None:
        self._tree = tree
        self._files = tree.files
        self._reading = reading
        self._measured = Measured()
        self._problems: list[tuple[int, Problem]] = []
        self._first: dict[bytes, int] = {}
        self._leaked = 0
        self._grey: list[int] = []
        self._colour: list[int] = []
        self._sizes: Counter[tuple[int, int]] = Counter()
        self._modes: Counter[str] = Counter()
        self._formats: Counter[str] = Counter()

    def refuse(self, fault: FileFault) -> None:
        """A file or folder that cannot be looked at."""
        self._problems.append((-1, Problem(_printable(fault.name), fault.kind, fault.detail)))

    def add(self, index: int, look: _Look | FileFault) -> None:
        """The next file."""
        if isinstance(look, FileFault):
            self._note(index, look.kind, look.detail.rstrip("."))
            return
        for remark in look.remarks:
            pages = f" ({look.stack})" if remark == "animated" and look.stack else ""
            self._note(index, remark, self._words(remark) + pages)
        for tally in look.tallies:
            self._measured.add(tally)
        first = self._first.setdefault(look.digest, index)
        if first != index:
            self._note_duplicate(first, index)
        (self._grey if look.is_grey else self._colour).append(index)
        self._sizes[look.size] += 1
        self._modes[look.mode] += 1
        self._formats[look.format] += 1

    def report(self, root: Path, total: int) -> ScanReport:
        """All of it."""
        self._note_mixed_channels()
        usable = sorted(self._grey + self._colour)
        layout = self._tree.layout.of(np.array(usable, np.int64))
        return ScanReport(
            root=_printable(str(root)),
            total=total,
            usable=len(usable),
            other=self._tree.other,
            sizes=tuple(self._sizes.most_common(_MOST_SIZES)),
            distinct_sizes=len(self._sizes),
            modes=dict(self._modes.most_common()),
            formats=dict(self._formats.most_common()),
            classes={_printable(name): int((layout.labels == label).sum()) for label, name in enumerate(layout.label_names)},
            problems=tuple(problem for _, problem in sorted(self._problems, key=lambda item: item[0])),
            values=self._measured.ranges(self._reading),
            split=layout.split,
            passed=dict(self._tree.passed),
            notes=(*self._no_images(), *map(_printable, self._tree.notes), *self._leaks()),
        )

    def _words(self, remark: ProblemKind) -> str:
        if remark == "animated" and self._reading.frames in _FRAMES:
            return _FRAMES[self._reading.frames]
        return f"has an alpha channel: laid on {self._reading.background}" if remark == "transparent" else REMARKS[remark]

    def _note(self, index: int, kind: ProblemKind, detail: str) -> None:
        self._problems.append((index, Problem(_printable(str(self._files[index].path)), kind, detail)))

    def _note_duplicate(self, first: int, index: int) -> None:
        parts = self._tree.layout.parts
        leaked = parts is not None and parts[first] != parts[index]
        where = f" in the {PARTS[parts[first]]} part" if parts is not None and leaked else ""
        self._note(index, "duplicate", f"the same bytes as {_printable(str(self._files[first].path))}{where}: kept")
        self._leaked += leaked

    def _leaks(self) -> tuple[str, ...]:
        if not self._leaked:
            return ()
        lie = counted(self._leaked, "image lies", "images lie")
        return (f"{lie} in two parts of the split: what is measured there is not measured on new images.",)

    def _no_images(self) -> tuple[str, ...]:
        return () if self._files or self._tree.refused else (f"There are no images of a kind that can be read ({KINDS}).",)

    def _note_mixed_channels(self) -> None:
        fewer, detail = (
            (self._grey, f"grey among {len(self._colour):,} colour images: converted")
            if len(self._grey) <= len(self._colour)
            else (self._colour, f"colour among {len(self._grey):,} grey images: converted")
        )
        for index in fewer:
            self._note(index, "mixed_channels", detail)


def _printable(name: str) -> str:
    """A file's name as text, which it need not be, and on one line."""
    return one_line(name)
