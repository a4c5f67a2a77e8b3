"""A small picture of a run: a sample of its newest model. Made on the thread of file work, and kept in the cache."""

import contextlib
import hashlib
import itertools
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

from latentlab.environment import cache_folder
from latentlab.errors import LatentLabError
from latentlab.gui.language import tr
from latentlab.runs import Run
from latentlab.runs.manifest import FILE_NAME as MANIFEST

SIDE = 72
"""Pixels: twice the size at which it is shown."""
_SEED = 3
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


def _sample(run: Run) -> QImage:
    from latentlab.explore.renderer import Renderer
    from latentlab.explore.requests.images import Sample
    from latentlab.explore.requests.values import View

    checkpoint = run.checkpoint()
    renderer = Renderer(run.config, run.image_shape, None, run.path, "")
    renderer.load(run.model(checkpoint.step).state_dict(), checkpoint.step)
    drawn = renderer.render(Sample(1, 1, _SEED))
    if not isinstance(drawn, View):
        raise LatentLabError(tr("{path}: its samples cannot be drawn.", path=run.path))
    pixels = drawn.grid.images[0, 0]
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
