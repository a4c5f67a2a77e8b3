"""A person's own images: a folder, flat or with a sub-folder per class, or a zip file of the same."""

from pathlib import Path
from typing import Literal

from latentlab.data.files import Fit
from latentlab.data.prepare import prepare
from latentlab.data.prepared import StoreSettings, read_prepared
from latentlab.data.sources import Images


def read_folder(root: Path | None, size: int, channels: Literal["auto", "grey", "colour"], fit: Fit = "crop") -> Images:
    """All images below a folder or in a zip file, each decoded once at the training size, in natural order of their paths.

    A label is the sub-folder an image lies in, however deep. Files that cannot be read are left out and counted.
    "auto" gives colour if any image has a pixel that is not grey. The pixels are mapped from the cache.

    Raises:
        DataError: if there is no such place, or fewer than two of its images can be read.
    """
    return read_prepared(prepare(root, StoreSettings(size=size, channels=channels, fit=fit)))
