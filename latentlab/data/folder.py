"""A person's own images: a folder, flat or with a sub-folder per class, or a zip file of the same."""

from pathlib import Path, PurePosixPath
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from latentlab.data.decoding import decode_all
from latentlab.data.sources import Images
from latentlab.data.trees import ImageFile, natural_key, open_tree, required_root
from latentlab.errors import DataError


def read_folder(root: Path | None, size: int, channels: Literal["auto", "grey", "colour"]) -> Images:
    """All images below a folder or in a zip file, each decoded once at the training size, in natural order of their paths.

    A label is the sub-folder an image lies in, however deep. Files that cannot be read are left out and counted.
    "auto" gives colour if any image has a pixel that is not grey.

    Raises:
        DataError: if there is no such place, or fewer than two of its images can be read.
    """
    root = required_root(root, "folder", "a folder of images, or a .zip file of them")
    with open_tree(root) as tree:
        decoded = decode_all(tree.files, size, "L" if channels == "grey" else "RGB")
    faults = tree.refused + decoded.faults
    count = len(decoded.pixels)
    if not tree.files and not faults:
        raise DataError(f"data.root = {str(root)!r} holds no images (PNG, JPEG, WebP, BMP, TIFF, GIF, PPM).")
    if count < 2:
        found = "only one image that can be read" if count else f"no image that can be read, of {len(faults):,}"
        reason = f"; {faults[0].rstrip('.')}" if faults else ""
        raise DataError(f"data.root = {str(root)!r} holds {found}; two are needed, to train and to measure on{reason}.")
    pixels = decoded.pixels
    if channels == "auto" and _is_grey(pixels):
        pixels = pixels[:, :1]
    missing = f", {len(faults):,} could not be read" if faults else ""
    labels, names = _labels([tree.files[index] for index in decoded.kept])
    return Images(pixels, labels, None, f"{root.resolve().name}: {count:,} images{missing}", names)


def _is_grey(pixels: NDArray[np.uint8]) -> bool:
    return not any((image != image[:1]).any() for image in pixels)


def _labels(files: list[ImageFile]) -> tuple[NDArray[np.int64], tuple[str, ...]]:
    """The first sub-folder in which the files differ, by its place among the others in natural order, and their names."""
    folders = [file.path.parts[:-1] for file in files]
    shared = 0
    while len({folder[shared : shared + 1] for folder in folders}) == 1 and all(len(folder) > shared for folder in folders):
        shared += 1
    classes = [PurePosixPath(*folder[shared : shared + 1]) for folder in folders]
    index = {name: label for label, name in enumerate(sorted(set(classes), key=natural_key))}
    return np.array([index[name] for name in classes], np.int64), tuple(map(str, index)) if len(index) > 1 else ()
