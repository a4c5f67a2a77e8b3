"""The model that ships with LatentLab: a run folder among the resources, opened from a copy that may be written."""

import shutil
import tempfile
from pathlib import Path

from latentlab.environment import cache_folder
from latentlab.errors import RunError
from latentlab.resources import resource

SHIPPED_RUN = ("models", "mnist")
IMAGES_FOLDER = "images"
"""In the run folder: a few of its held-out images."""


def unpacked_run() -> Path:
    """The copy of the shipped run in the cache: what is exported or measured of it goes there, never into the installation.

    Raises:
        RunError: if it cannot be written.
    """
    source = resource(*SHIPPED_RUN)
    target = cache_folder() / "shipped" / source.name
    try:
        if not _is_copy(target, source):
            target.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(dir=target.parent) as folder:
                copy = shutil.copytree(source, Path(folder) / source.name)
                shutil.rmtree(target, ignore_errors=True)
                copy.rename(target)
    except OSError as error:
        raise RunError(f"{target}: the shipped model cannot be copied here: {error.strerror or error}.") from None
    return target


def _is_copy(target: Path, source: Path) -> bool:
    """Whether every file of the shipped run is there as it is now; another version ships another."""
    return all(
        (target / file.relative_to(source)).is_file() and (target / file.relative_to(source)).read_bytes() == file.read_bytes()
        for file in source.rglob("*")
        if file.is_file()
    )
