"""Many image files decoded at the size a network takes, a few at a time."""

import warnings
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from typing import Literal, TypeVar

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from latentlab.data.faults import FileFault
from latentlab.data.files import fit_image
from latentlab.data.picture import Picture, read_pictures
from latentlab.data.reading import Reading
from latentlab.data.trees import ImageFile
from latentlab.data.values import Ranges
from latentlab.errors import DataError
from latentlab.files.pictures import DECODER_FAULTS
from latentlab.machine import cpu_cores

_THREADS = min(8, cpu_cores())
# Files begun before their results are taken: enough to keep the threads busy, few enough that what is decoded cannot pile up.
_AHEAD = 8 * _THREADS

_PLAIN = Reading()
_NO_RANGES: Ranges = {}

T = TypeVar("T")
Mode = Literal["L", "RGB"]


@dataclass(frozen=True, eq=False)
class Decoded:
    """The images that could be read, in the order of their files.

    Attributes:
        pixels: uint8 (N, C, H, W).
        kept: int64 (N,), which of the files they come from.
        faults: of the files that could not be read.
    """

    pixels: NDArray[np.uint8]
    kept: NDArray[np.int64]
    faults: list[FileFault]


def in_threads(work: Callable[[ImageFile], T], files: Iterable[ImageFile]) -> Generator[T]:
    """The results in the order of the files, on a few threads; close the iterator to leave the rest undone."""
    Image.init()  # loads Pillow's formats once, not in every thread
    pool = ThreadPoolExecutor(_THREADS, thread_name_prefix="decode")
    begun: deque[Future[T]] = deque()
    with warnings.catch_warnings():
        # Pillow and pydicom warn of what a file's maker did oddly; the user can do nothing about it.
        warnings.filterwarnings("ignore", module=r"(PIL|pydicom)\.")
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        try:
            for file in files:
                begun.append(pool.submit(work, file))
                if len(begun) == _AHEAD:
                    yield begun.popleft().result()
            while begun:
                yield begun.popleft().result()
        finally:
            pool.shutdown(cancel_futures=True)


def decode_all(files: list[ImageFile], size: int, mode: Mode) -> Decoded:
    """Upright, cropped about the centre to a square, scaled with antialiasing, and grey ("L") or in colour.

    What is transparent lies on black. Memory beyond the result does not grow with the number of files.

    Raises:
        DataError: if the images do not fit into memory at this size.
    """
    shape = (len(files), len(mode), size, size)
    try:
        pixels = np.empty(shape, np.uint8)
    except MemoryError:
        need = np.prod(shape, dtype=float) / 2**30
        raise DataError(f"{len(files):,} images at {size}×{size} need {need:,.1f} GiB of memory; lower data.size.") from None
    kept: list[int] = []
    faults: list[FileFault] = []
    with closing(in_threads(lambda file: decode_file(file, size, mode), files)) as results:
        for index, result in enumerate(results):
            if isinstance(result, FileFault):
                faults.append(result)
            else:
                pixels[len(kept)] = result[0]
                kept.append(index)
    return Decoded(pixels[: len(kept)], np.array(kept, np.int64), faults)


def decode_file(
    file: ImageFile, size: int, mode: Mode, reading: Reading = _PLAIN, ranges: Ranges = _NO_RANGES, channels: int | None = None
) -> list[NDArray[np.uint8]] | FileFault:
    """The images of a file, each uint8 (C, H, W), or what is wrong.

    Args:
        file: to decode.
        size: height and width of the images.
        mode: grey or colour.
        reading: how they are read.
        ranges: what becomes black and white, by kind of value.
        channels: number of frames that a file has to have where they are channels.
    """
    try:
        # Twice the size, so that the last halving is done with care.
        pictures = read_pictures(file.read(), str(file.path), draft=(mode, 2 * size), all_frames=reading.frames != "first")
        images = [_fitted(picture, size, mode, reading, ranges) for picture in pictures]
    except FileFault as fault:
        # The traceback would keep the image.
        return fault.with_traceback(None)
    except DECODER_FAULTS as error:
        return FileFault(str(file.path), "broken", f"cannot be fitted: {error}.")
    if channels is None:
        return images
    if len(images) != channels:
        return FileFault(str(file.path), "frames", f"has {_frames(len(images))}, where most files have {channels:,}.")
    return [np.concatenate(images)]


def _fitted(picture: Picture, size: int, mode: Mode, reading: Reading, ranges: Ranges) -> NDArray[np.uint8]:
    fitted = fit_image(picture.image(ranges), mode, (size, size), reading)
    return np.asarray(fitted).reshape(size, size, len(mode)).transpose(2, 0, 1)


def _frames(count: int) -> str:
    return "1 frame" if count == 1 else f"{count:,} frames"
