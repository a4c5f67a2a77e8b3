"""What the gallery was at other steps: remembered from the run's training, or drawn by a checkpoint that is kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from latentlab.explore.requests.images import GalleryImages, Reconstruct, Sample
from latentlab.explore.requests.values import Images, Result, View
from latentlab.gui.models.current_run import CurrentRun
from latentlab.gui.models.runs import RunsModel
from latentlab.gui.models.step_cursor import StepCursor
from latentlab.gui.models.views import GALLERY, ViewsModel
from latentlab.gui.workers.files_thread import FilesThread
from latentlab.gui.workers.opened_runs import Weights
from latentlab.gui.workers.render_thread import RenderThread

_MOST_BYTES = 32 * 2**20
_REST_MS = 120
"""How long the pointer rests on a step before its checkpoint is read."""


@dataclass(frozen=True, eq=False)
class PastGallery:
    """What a model made of the held-out images, uint8 (N, H, W, C) each."""

    step: int
    originals: Images
    reconstructions: Images
    samples: Images


class PastGalleries(QObject):
    """Follows the step that is pointed at.

    Signals:
        shown: the `PastGallery` nearest to the step that is pointed at, None for the newest again.
    """

    shown = Signal(object)

    def __init__(
        self,
        run: CurrentRun,
        cursor: StepCursor,
        views: ViewsModel,
        runs: RunsModel,
        rendering: RenderThread,
        files: FilesThread,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._run, self._cursor, self._runs = run, cursor, runs
        self._rendering, self._files = rendering, files
        self._kept: dict[int, PastGallery] = {}
        self._shown: int | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._read)
        run.subject_changed.connect(self._start_over)
        views.gallery_changed.connect(self._on_gallery)
        cursor.moved.connect(self._on_moved)

    @Slot()
    def _start_over(self) -> None:
        self._kept.clear()
        self._shown = None
        self._rest.stop()

    @Slot(object)
    def _on_gallery(self, gallery: GalleryImages) -> None:
        self._remember(PastGallery(gallery.step, gallery.originals, gallery.reconstructions, gallery.samples))

    def _remember(self, gallery: PastGallery) -> None:
        """Keep it; every other one is dropped where all are more than there is room for."""
        self._kept[gallery.step] = gallery
        size = sum(images.nbytes for images in (gallery.originals, gallery.reconstructions, gallery.samples))
        if len(self._kept) * size > _MOST_BYTES:
            for step in sorted(self._kept)[1:-1:2]:
                del self._kept[step]

    @Slot(object)
    def _on_moved(self, step: float | None) -> None:
        self._rest.stop()
        if step is None:
            if self._shown is not None:
                self._shown = None
                self.shown.emit(None)
            return
        self._show(step)
        self._rest.start()

    def _show(self, step: float) -> None:
        nearest = min(self._kept, key=lambda kept: abs(kept - step), default=None)
        if nearest is not None and nearest != self._shown:
            self._shown = nearest
            self.shown.emit(self._kept[nearest])

    @Slot()
    def _read(self) -> None:
        """Draw by the nearest checkpoint that is kept, where none that is remembered is as near."""
        step, subject = self._cursor.step, self._run.subject
        if step is None or subject is None or not subject.held_out_count:
            return
        known = {*self._kept, *self._runs.checkpoints}
        nearest = min(known, key=lambda at: abs(at - step), default=None)
        if nearest is not None and nearest not in self._kept:
            self._files.glance_at_weights(subject.path, nearest, partial(self._draw, subject.path))

    def _draw(self, path: Path, weights: Weights) -> None:
        subject = self._run.subject
        if subject is not None and subject.path == path:
            count = min(GALLERY.originals, subject.held_out_count)
            requests = (Reconstruct(count=count), Sample(GALLERY.samples, columns=GALLERY.samples, seed=GALLERY.seed))
            self._rendering.glance(weights.state, weights.step, requests, self._take)

    def _take(self, results: Sequence[Result]) -> None:
        views = [result for result in results if isinstance(result, View)]
        if len(views) == 2:
            (originals, reconstructions), (samples,) = (view.grid.images for view in views)
            self._remember(PastGallery(views[0].step, originals, reconstructions, samples))
            if self._cursor.step is not None:
                self._show(self._cursor.step)
