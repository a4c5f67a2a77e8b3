"""A small picture of a run: a sample of its newest model. Made on the thread of file work, and kept in the cache."""

import contextlib
import hashlib
import itertools
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

from latentlab.environment import cache_folder
from latentlab.errors import LatentLabError
from latentlab.runs import Run
from latentlab.runs.manifest import FILE_NAME as MANIFEST

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from latentlab.remote.folder import RemoteFolder

SIDE = 72
"""Pixels: twice the size at which it is shown."""
_KEPT = 2000


@dataclass(frozen=True, eq=False)
class Thumbnail:
    """A picture of a run.

    Attributes:
        path: its folder.
        image: None where it has no model that can be drawn.
    """

    path: Path
    image: QImage | None


def draw_thumbnail(path: Path) -> Thumbnail:
    """A sample of the newest whole checkpoint of a run, from the cache where that has been drawn before."""
    with contextlib.suppress(LatentLabError, OSError):
        run = Run(path)
        newest = run.checkpoints()[-1:]
        if not newest:
            return Thumbnail(path, None)
        written = (newest[0].path / MANIFEST).stat().st_mtime_ns
        kept = _kept_at(path, newest[0].step, written)
        image = QImage(str(kept)) if kept.is_file() else QImage()
        if image.isNull():
            image = _sample(run)
            _keep(image, kept)
        return Thumbnail(path, image)
    return Thumbnail(path, None)


def fetch_thumbnail(path: Path, folder: "RemoteFolder | None") -> Thumbnail:
    """A picture of a run of a folder on another computer, given by its mirror. Made there."""
    with contextlib.suppress(LatentLabError):
        return Thumbnail(path, _image_of(folder.thumbnail(path)) if folder is not None else None)
    return Thumbnail(path, None)


def _sample(run: Run) -> QImage:
    from latentlab.explore.thumbnail import sample_of

    return _image_of(sample_of(run))


def _image_of(pixels: "NDArray[np.uint8]") -> QImage:
    height, width, channels = pixels.shape
    form = QImage.Format.Format_Grayscale8 if channels == 1 else QImage.Format.Format_RGB888
    image = QImage(pixels.tobytes(), width, height, width * channels, form).copy()
    smooth = min(width, height) >= SIDE
    mode = Qt.TransformationMode.SmoothTransformation if smooth else Qt.TransformationMode.FastTransformation
    return image.scaled(QSize(SIDE, SIDE), Qt.AspectRatioMode.KeepAspectRatio, mode)


def _kept_at(path: Path, step: int, written: int) -> Path:
    name = hashlib.sha256(f"{path.absolute()} {step} {written}".encode()).hexdigest()[:32]
    return cache_folder() / "thumbnails" / f"{name}.png"


def _keep(image: QImage, kept: Path) -> None:
    """Write it for later windows; the oldest make room."""
    with contextlib.suppress(OSError):
        kept.parent.mkdir(parents=True, exist_ok=True)
        image.save(str(kept))
        files = list(itertools.islice(kept.parent.iterdir(), _KEPT + 1))
        if len(files) > _KEPT:
            for file in sorted(files, key=lambda file: file.stat().st_mtime)[: _KEPT // 2]:
                file.unlink(missing_ok=True)
