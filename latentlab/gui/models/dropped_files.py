"""What is dropped on the window or pasted: a picture of ours, a run, a collection, an image, or values of z."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from latentlab.errors import DataError
from latentlab.explore.provenance import Origin, foreign_paths, refuse_unfit
from latentlab.explore.requests.values import ImageRef
from latentlab.files.regular import is_bare_name
from latentlab.gui.language import tr
from latentlab.gui.models.current_run import CurrentRun
from latentlab.gui.models.exports import Exports, write_png
from latentlab.gui.models.latent import LatentModel
from latentlab.gui.models.messages import ImportModel, Messages, ShowCollection, ShowView
from latentlab.gui.models.runs import RunsModel
from latentlab.gui.models.views import ViewsModel
from latentlab.gui.workers.files_thread import Dropped, FilesThread


@dataclass(frozen=True)
class Foreseen:
    """What would become of a file that is dragged over the window.

    Attributes:
        path: the file.
        text: what would be done with it, or why nothing can be.
        possible: whether it can be taken.
    """

    path: Path
    text: str
    possible: bool = True


class DroppedFiles:
    """Finds out what a file is and does what follows from it."""

    def __init__(
        self,
        run: CurrentRun,
        runs: RunsModel,
        latent: LatentModel,
        views: ViewsModel,
        exports: Exports,
        files: FilesThread,
        messages: Messages,
    ) -> None:
        self._run = run
        self._runs = runs
        self._latent = latent
        self._views = views
        self._exports = exports
        self._files = files
        self._messages = messages
        self._to_restore: Dropped | None = None

    def take(self, path: Path) -> None:
        """Take what was dropped on the window.

        An exported picture restores its view, a run's folder is opened, another program's model becomes a run, another folder,
        a zip or an array is looked at as data, and any other image becomes the current one.
        """
        self._files.identify(path, self._runs.folder, self._take_dropped)

    def open(self, path: Path) -> None:
        """Open a folder that was chosen as a run, or as another program's model."""
        self._files.identify(path, self._runs.folder, self._open)

    def foresee(self, path: Path, on_known: Callable[[Foreseen], object]) -> None:
        """Find out what `take` would do with a file, without doing it."""
        self._files.foresee(path, self._runs.folder, lambda dropped: on_known(self._foreseen(dropped)))

    def _foreseen(self, dropped: Dropped) -> Foreseen:
        path, origin, subject, training = dropped.path, dropped.origin, self._run.subject, self._run.is_training
        if dropped.problem:
            return Foreseen(path, dropped.problem, possible=False)
        if dropped.model:
            if training:
                return Foreseen(path, tr("A run is training. Stop it before opening another."), possible=False)
            return Foreseen(path, tr("Import this {kind} model", kind=dropped.model))
        if dropped.collection:
            return Foreseen(path, tr("Scan this folder") if path.is_dir() else tr("Scan these images"))
        if origin is None and dropped.run is not None:
            if training:
                return Foreseen(path, tr("A run is training. Stop it before opening another."), possible=False)
            return Foreseen(path, tr("Open the run"))
        if origin is None:
            if subject is None:
                return Foreseen(path, tr("Train a run or open one first; then an image is encoded."), possible=False)
            return Foreseen(path, tr("Start from this image"))
        if subject is not None and origin.run == subject.path.resolve().name:
            return Foreseen(path, tr("Show this view again"))
        if dropped.run is None:
            text = tr("It was drawn from the run {run}, which is not in {folder}.", run=origin.run, folder=self._runs.folder)
            return Foreseen(path, text, possible=False)
        if training:
            text = tr("It was drawn from the run {run}. Stop the run in training to go there.", run=origin.run)
            return Foreseen(path, text, possible=False)
        return Foreseen(path, tr("Open the run {run} and show this view again", run=origin.run))

    def paste(self) -> None:
        """Take what the clipboard holds: an image, an image's file, or the values of a z.

        An image without a file is kept among the run's exports, so that what is drawn from it can be drawn again.
        """
        held, image = QGuiApplication.clipboard().mimeData(), QGuiApplication.clipboard().image()
        files = [url.toLocalFile() for url in held.urls() if url.isLocalFile()]
        if files:
            self.take(Path(files[0]))
        elif image.isNull() and not held.text():
            self._messages.tell("info", tr("The clipboard is empty: copy an image, its file or values of z first."))
        elif self._run.subject is None:
            self._messages.tell("info", tr("Train a run or open one first; then what is pasted is taken."))
        elif image.isNull():
            self._latent.adopt_text(held.text())
        else:
            self._files.keep_pasted(partial(write_png, image), self._exports.folder, self._take_dropped)

    def restore_pending(self) -> None:
        """Show the view of a dropped picture whose run has been opened for it."""
        if self._to_restore is not None and self._to_restore.origin is not None:
            self._restore(self._to_restore.origin, self._to_restore.steps)

    def forget_pending(self) -> None:
        """The run of a dropped picture could not be opened."""
        self._to_restore = None

    def _open(self, dropped: Dropped) -> None:
        if dropped.model:
            self._messages.ask(ImportModel(dropped.path))
        else:
            self._runs.open(dropped.path)

    def _take_dropped(self, dropped: Dropped) -> None:
        origin, subject = dropped.origin, self._run.subject
        if dropped.model:
            self._messages.ask(ImportModel(dropped.path))
        elif dropped.collection:
            self._messages.ask(ShowCollection(dropped.path))
        elif origin is None and dropped.run is not None:
            self._runs.open(dropped.run)
        elif origin is None and subject is None:
            text = tr("{name}: train a run or open one first; then an image is encoded.", name=dropped.path.name)
            self._messages.tell("info", text)
        elif origin is None:
            self._take_image(dropped.path)
        elif subject is not None and origin.run == subject.path.resolve().name:
            self._restore(origin, dropped.steps)
        elif dropped.run is not None and not self._run.is_training:
            self._to_restore = dropped
            self._runs.open(dropped.run)
        elif dropped.run is not None:
            text = tr(
                "{name} was drawn from the run {run}. Stop the run in training to go there.",
                name=dropped.path.name,
                run=origin.run,
            )
            self._messages.tell("warning", text)
        else:
            text = tr(
                "{name} was drawn from the run {run}, which is not in {folder}.",
                name=dropped.path.name,
                run=origin.run,
                folder=self._runs.folder,
            )
            self._messages.tell("warning", text)

    def _take_image(self, path: Path) -> None:
        assert self._run.subject is not None
        channels, height, width = self._run.subject.image_shape
        kind = {1: tr("grey"), 3: tr("colour")}.get(channels, tr("{channels}-channel", channels=channels))
        self._messages.tell(
            "info",
            tr(
                "{name}: cropped and scaled to {width}×{height} {kind} where it is not.",
                name=path.name,
                width=width,
                height=height,
                kind=kind,
            ),
        )
        self._latent.start_from_image(ImageRef(path=path, crop_and_scale=True))

    def _restore(self, origin: Origin, steps: tuple[int, ...], *, agreed: bool = False) -> None:
        """Show a picture's view again, by the very weights that drew it where they are still kept.

        Anybody can have written what a picture says: it is held against the model, and opens files only once the user agreed.
        """
        self._to_restore = None
        assert self._run.subject is not None
        try:
            refuse_unfit(origin.request, self._run.subject.config.model.latent_dim)
        except DataError as error:
            self._messages.tell("warning", tr("The picture's view cannot be shown again: {error}", error=error))
            return
        # A run that lies where this window keeps its own is no other place.
        paths = [path for path in foreign_paths(origin.request) if not self._is_own_run(path)]
        if paths and not agreed:
            names = ", ".join(map(str, paths))
            action = (tr("Open {names}", names=names), partial(self._restore, origin, steps, agreed=True))
            self._messages.tell(
                "warning", tr("To show the picture's view again, {names} must be opened.", names=names), actions=(action,)
            )
            return
        if origin.step != self._views.shown_step:
            self._look_at(origin.step, kept=origin.step in steps)
        self._messages.ask(ShowView(origin.request))

    def _look_at(self, step: int, *, kept: bool) -> None:
        if kept:
            self._runs.look_at(step)
            text = tr(
                "The picture was drawn by the model of step {step:,}; every pane looks at that checkpoint now.", step=step
            )
            back = (tr("Back to the newest weights"), partial(self._runs.look_at, None))
            self._messages.tell("info", text, actions=(back,))
        else:
            text = tr(
                "The picture was drawn by the model of step {step:,}, which is not kept; shown is that of step {shown:,}.",
                step=step,
                shown=self._views.shown_step or 0,
            )
            self._messages.tell("info", text)

    def _is_own_run(self, path: Path) -> bool:
        return path.parent == self._runs.folder and is_bare_name(path.name)
