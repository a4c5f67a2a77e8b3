"""What the window asks a user for: folders, where an export goes, and whether to go on with an interrupted run."""

import json
from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from latentlab.errors import ExportError
from latentlab.explore.requests.values import PictureGrid
from latentlab.gui.language import tr
from latentlab.gui.models.messages import ExportPicture, ExportView
from latentlab.gui.session import Session
from latentlab.gui.workers.remote_thread import Reached
from latentlab.gui.workers.remotes import RemotePlace
from latentlab.gui.workers.run_files import Interrupted
from latentlab.gui.workers.thumbnails import Thumbnail

_MOST_PLACES = 10

if TYPE_CHECKING:
    from latentlab.gui.widgets.export_choice import ExportChoice
    from latentlab.gui.widgets.export_dialog import ExportDialog
    from latentlab.gui.widgets.remote_dialog import RemoteDialog


class Prompts(QObject):
    """Opens dialogs over a window; what is chosen goes to the session."""

    def __init__(self, session: Session, settings: QSettings, window: QWidget) -> None:
        """Prompts whose last choices come from, and go to, `settings`."""
        super().__init__(window)
        self._session = session
        self._settings = settings
        self._window = window
        self._remote: RemoteDialog | None = None

    @Slot()
    def open_run(self) -> None:
        """Ask for the folder of a run, and open it."""
        name = QFileDialog.getExistingDirectory(
            self._window, tr("Open a run's folder, or that of another program's model"), str(self._session.runs.folder)
        )
        if name:
            self._session.dropped.open(Path(name))

    @Slot()
    def open_remote(self) -> None:
        """Ask for a folder on another computer, and for a run in it; open that."""
        from latentlab.gui.widgets.remote_dialog import RemoteDialog

        self._remote = dialog = RemoteDialog(self._remote_places(), self._window)
        dialog.connect_wanted.connect(self._reach)
        dialog.given_up.connect(self._session.remote.give_up)
        dialog.thumbnail_wanted.connect(self._draw_thumbnail)
        dialog.run_chosen.connect(self._session.remote.open)
        dialog.finished.connect(self._on_remote_closed)
        dialog.open()

    def show_remote(self, place: RemotePlace) -> None:
        """Connect to a folder on another computer, and ask for a run in it where there are several."""
        self.open_remote()
        if self._remote is not None:
            self._remote.start_with(place)

    @Slot()
    def _on_remote_closed(self) -> None:
        if self._remote is not None:
            self._remote.deleteLater()
            self._remote = None

    @Slot(object)
    def _reach(self, place: RemotePlace) -> None:
        self._session.remote.reach(place, self._show_reached, self._show_unreached)

    @Slot(object)
    def _draw_thumbnail(self, path: Path) -> None:
        self._session.remote.draw_thumbnail(path, self._take_thumbnail)

    def _take_thumbnail(self, drawn: Thumbnail) -> None:
        if self._remote is not None:
            self._remote.take_thumbnail(drawn)

    def _show_unreached(self, text: str, details: str) -> None:
        if self._remote is not None:
            self._remote.show_problem(text, details)

    def _show_reached(self, reached: Reached) -> None:
        places = [reached.place, *(place for place in self._remote_places() if place.address != reached.place.address)]
        self._settings.setValue("remote_places", json.dumps([asdict(place) for place in places[:_MOST_PLACES]]))
        if self._remote is not None:
            self._remote.show_runs(reached.place, reached.runs, only=reached.is_run)

    def _remote_places(self) -> tuple[RemotePlace, ...]:
        """Those that were reached last, in this or an earlier window."""
        try:
            return tuple(RemotePlace(**place) for place in json.loads(str(self._settings.value("remote_places", "[]"))))
        except (ValueError, TypeError):  # written by another version
            return ()

    @Slot()
    def choose_images(self) -> None:
        """Ask for a folder of images, and look at what is in it."""
        name = QFileDialog.getExistingDirectory(self._window, tr("A folder of images"), str(Path.home()))
        if name:
            self._session.dropped.take(Path(name))

    def choose_run_folder(self) -> None:
        """Ask for a folder with room for the run in training."""
        self._choose_folder(tr("Choose a folder with room for the run"), self._session.training.move_run)

    def choose_image_folder(self) -> None:
        """Ask where the images of the current run are now."""
        self._choose_folder(tr("Choose the folder of the run's images"), self._session.runs.find_images)

    def export_picture(self, asked: ExportPicture) -> None:
        """Ask where a picture goes and as what, and write it."""
        dialog = self._export_dialog(Path(asked.name).stem, None)
        dialog.accepted.connect(partial(self._write_picture, asked, dialog))
        dialog.open()

    def export_view(self, asked: ExportView) -> None:
        """Ask where a view goes and how it is drawn there, and write it."""
        dialog = self._export_dialog(asked.name, asked.grid)
        dialog.accepted.connect(partial(self._write_view, asked, dialog))
        dialog.open()

    def _export_dialog(self, name: str, grid: PictureGrid | None) -> "ExportDialog":
        from latentlab.gui.widgets.export_dialog import ExportDialog

        return ExportDialog(name, grid, self._session.exports.folder, self._last_export(), self._window)

    def offer_interrupted(self, found: Interrupted) -> None:
        """Offer to go on with a run that a crash or a power cut has ended, unless there is another run by now."""
        session, left = self._session, str(self._settings.value("left_interrupted"))
        if session.run.subject is not None or session.run.is_training or left == str(found.path):
            return
        session.messages.tell(
            "warning",
            tr("{name}, step {step:,} of {steps:,}, was interrupted.", name=found.name, step=found.step, steps=found.steps),
            actions=(
                (tr("Continue"), partial(session.training.continue_from, found.path)),
                (tr("Open"), partial(session.runs.open, found.path)),
                (tr("Don't ask again"), partial(self._leave_interrupted, found.path)),
            ),
            unsolicited=True,
        )

    def _leave_interrupted(self, path: Path) -> None:
        self._settings.setValue("left_interrupted", str(path))
        self._session.messages.clear()

    def _choose_folder(self, title: str, take: Callable[[Path], object]) -> None:
        dialog = QFileDialog(self._window, title, str(self._session.runs.folder))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: take(Path(name)))
        dialog.open()

    def _write_view(self, asked: ExportView, dialog: "ExportDialog") -> None:
        asked.write(dialog.path(), **self._keep_choice(dialog).style)

    def _write_picture(self, asked: ExportPicture, dialog: "ExportDialog") -> None:
        choice = self._keep_choice(dialog)
        try:
            picture = asked.picture.figure(choice.ending, choice.width_mm) if choice.is_figure else asked.picture.picture()
        except ExportError as error:
            self._session.messages.tell("error", str(error))
            return
        if picture is not None:
            self._session.exports.write_image(picture, dialog.path())

    def _keep_choice(self, dialog: "ExportDialog") -> "ExportChoice":
        choice = dialog.choice()
        self._settings.setValue("export", json.dumps(asdict(choice)))
        return choice

    def _last_export(self) -> "ExportChoice":
        """What was chosen last, in this or an earlier window."""
        from latentlab.gui.widgets.export_choice import ExportChoice

        try:
            return ExportChoice(**json.loads(str(self._settings.value("export", "{}"))))
        except (ValueError, TypeError):  # written by another version
            return ExportChoice()
