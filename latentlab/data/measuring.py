"""What the values of a whole set of image files are, found before any becomes a pixel."""

from collections import Counter
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from functools import partial

from latentlab.data.decoding import in_threads
from latentlab.data.faults import FileFault
from latentlab.data.picture import probe, read_pictures
from latentlab.data.reading import Reading
from latentlab.data.trees import ImageFile
from latentlab.data.values import BYTE, Tally, ValueRange
from latentlab.data.watching import Cancelled, Progress
from latentlab.errors import FileError, StoppedError
from latentlab.files.pictures import DECODER_FAULTS

_ALWAYS_BYTES = frozenset({".jpg", ".jpeg", ".jfif", ".gif", ".bmp", ".webp"})
_TRIED = 8
"""Images of 8 bits that are looked at for whether the set has only the values 0 and 1."""


@dataclass
class Measured:
    """What the values of a set are.

    Attributes:
        tallies: by the name of the kind of value.
        frames: how many files have how many frames; empty where nothing depends on it.
    """

    tallies: dict[str, Tally] = field(default_factory=dict)
    frames: Counter[int] = field(default_factory=Counter)

    def ranges(self, reading: Reading) -> tuple[ValueRange, ...]:
        """What becomes black and white, for every kind of value."""
        chosen = tuple(reading.choose(tally) for tally in self.tallies.values())
        if BYTE.name in self.tallies:
            return chosen
        return (*chosen, *(one for one in reading.kept if one.kind == BYTE.name and one.how != "full"))

    def add(self, tally: Tally) -> None:
        """Count an image's values in."""
        known = self.tallies.setdefault(tally.kind.name, Tally(tally.kind))
        known.add(tally)

    @property
    def channels(self) -> int:
        """The number of frames that most files have."""
        return self.frames.most_common(1)[0][0] if self.frames else 1


def measure(
    files: Sequence[ImageFile], reading: Reading, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> Measured:
    """Decode the images whose values decide something; of those of 8 bits that are taken as they are only the kind is read.

    Files that cannot be read are passed over.

    Args:
        files: the whole set.
        reading: how it is read.
        progress: told of the files done and their number, once one was decoded.
        cancelled: asked whether to stop.

    Raises:
        StoppedError: once `cancelled` answers true.
    """
    bytes_too = reading.range not in ("auto", "full") or _has_only_two_values(files, reading)
    measured = Measured()
    every = bytes_too or reading.frames == "channels"
    files = [file for file in files if every or file.path.suffix.lower() not in _ALWAYS_BYTES]
    with closing(in_threads(partial(_measure_file, reading, bytes_too), files)) as results:
        for done, (tallies, frames) in enumerate(results, 1):
            for tally in tallies:
                measured.add(tally)
            if frames:
                measured.frames[frames] += 1
            if progress and measured.tallies:
                progress(done, len(files))
            if cancelled and cancelled():
                raise StoppedError(f"Stopped after measuring the values of {done:,} of {len(files):,} images.")
    return measured


def _has_only_two_values(files: Sequence[ImageFile], reading: Reading) -> bool:
    """Whether some of the files have no other bytes than 0 and 1, as masks have."""
    if reading.range != "auto":
        return False
    candidates = [file for file in files if file.path.suffix.lower() not in _ALWAYS_BYTES]
    tried = candidates[:: max(1, len(candidates) // _TRIED)][:_TRIED]
    with closing(in_threads(partial(_measure_file, reading, True), tried)) as results:
        tallies = [tally for found, _ in results for tally in found if tally.kind == BYTE]
    return bool(tallies) and all(tally.most <= 1 for tally in tallies)


def _measure_file(reading: Reading, bytes_too: bool, file: ImageFile) -> tuple[list[Tally], int]:
    """Of the frames that are read, and the number of frames where that matters."""
    counts = reading.frames == "channels"
    with suppress(FileFault, FileError, *DECODER_FAULTS):
        content = file.read()
        kind, frames = probe(content, str(file.path))
        if not bytes_too and kind == BYTE:
            return [], frames if counts else 0
        pictures = read_pictures(content, str(file.path), draft=("RGB", 2**14), all_frames=reading.frames != "first")
        return [picture.tally for picture in pictures], frames if counts else 0
    return [], 0
