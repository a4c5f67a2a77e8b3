"""Many image files decoded at the size a network takes, a few at a time, into one array of bytes."""

import io
import os
import warnings
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from latentlab.data.files import decode_image, fit_image
from latentlab.data.trees import ImageFile
from latentlab.errors import DataError

# Files between two looks at the results: enough to keep the threads busy, few enough that what is decoded cannot pile up.
_CHUNK = 256
_THREADS = min(8, os.cpu_count() or 1)


@dataclass(frozen=True, eq=False)
class Decoded:
    """The images that could be read, in the order of their files.

    Attributes:
        pixels: uint8 (N, C, H, W).
        kept: int64 (N,), which of the files they come from.
        faults: a line for each file that could not be read.
    """

    pixels: NDArray[np.uint8]
    kept: NDArray[np.int64]
    faults: list[str]


def decode_all(files: list[ImageFile], size: int, mode: Literal["L", "RGB"], *, edge: float = 0.0) -> Decoded:
    """Upright, cropped about the centre to a square, scaled with antialiasing, and grey ("L") or in colour.

    What is transparent lies on black. Memory beyond the result does not grow with the number of files. `edge` is the share of
    width and height that is cut off at each side before the crop.

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
    faults: list[str] = []
    Image.init()  # loads Pillow's formats once, not in every thread
    with warnings.catch_warnings(), ThreadPoolExecutor(_THREADS, thread_name_prefix="decode") as pool:
        # Pillow warns of what a file's maker did oddly; the person at hand can do nothing about it.
        warnings.filterwarnings("ignore", module=r"PIL\.")
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        for start in range(0, len(files), _CHUNK):
            results = pool.map(lambda file: _decode(file, size, mode, edge), files[start : start + _CHUNK])
            for index, result in enumerate(results, start):
                if isinstance(result, str):
                    faults.append(result)
                else:
                    pixels[len(kept)] = result
                    kept.append(index)
    return Decoded(pixels[: len(kept)], np.array(kept, np.int64), faults)


def _decode(file: ImageFile, size: int, mode: Literal["L", "RGB"], edge: float) -> NDArray[np.uint8] | str:
    """uint8 (C, H, W), or what is wrong."""
    try:
        # Twice the size, so that the last halving is done with care.
        image = decode_image(io.BytesIO(file.read()), str(file.path), draft=(mode, 2 * size))
        return np.asarray(fit_image(image, mode, (size, size), edge=edge)).reshape(size, size, len(mode)).transpose(2, 0, 1)
    except DataError as error:
        return str(error)
