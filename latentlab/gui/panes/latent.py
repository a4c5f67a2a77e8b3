"""The latent sliders and the image they decode to, by the newest weights or those of a checkpoint."""

from functools import partial
from pathlib import Path
from typing import Unpack

import numpy as np
from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QInputDialog,
    QWidget,
)

from latentlab.explore.requests.commands import Style
from latentlab.explore.requests.directions import Components
from latentlab.explore.requests.images import Deviation, Difference, Picture, PixelMap
from latentlab.explore.requests.values import ImageRef, PictureGrid
from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.library_texts import translated
from latentlab.gui.models.current_run import State, Subject
from latentlab.gui.models.latent import Latent
from latentlab.gui.panes.base import ViewPane, title_label
from latentlab.gui.panes.checkpoints import Checkpoints
from latentlab.gui.session import Session
from latentlab.gui.widgets.checkpoint_choice import CheckpointChoice
from latentlab.gui.widgets.history_strip import HistoryStrip
from latentlab.gui.widgets.latent_pictures import LatentPictures
from latentlab.gui.widgets.latent_rows import LatentRows
from latentlab.gui.widgets.notice import Notice
from latentlab.gui.widgets.start_buttons import StartButtons

_IMAGE_FILES = tr("Images (*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff *.gif)")
_LATENT_FILES = tr("NumPy archive (*.npz);;Table (*.csv)")


class LatentPane(ViewPane):
    """The current z: one slider a dimension, those that carry most information first, inactive ones folded."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._map_grid: PictureGrid | None = None
        self._deviation_of: tuple[ImageRef | None, int | None] | None = None
        self._start_image: np.ndarray | None = None
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        layout = self._column()
        self.checkpoints = CheckpointChoice(title_label(tr("Latent space")))
        self._kept = Checkpoints(session, self.checkpoints)
        layout.addWidget(self.checkpoints)
        self.pictures = LatentPictures()
        self.decoded, self.start, self.map = self.pictures.decoded, self.pictures.start, self.pictures.map
        self.buttons = StartButtons()
        self.history = HistoryStrip()
        for part in (self.pictures, self.buttons, self.history):
            layout.addWidget(part)
        self.sliders = LatentRows(session.latent)
        self.problem = Notice()
        layout.addWidget(self.sliders, 1)
        layout.addWidget(self.problem, 1)
        self._set_enabled(False)
        self._connect()
        self._follow()
        if session.views.gallery is not None:
            self.sliders.set_gallery(session.views.gallery)
        self._on_history()
        if session.latent.current is not None:
            self._on_latent(session.latent.current)
        if session.latent.shown_step is not None:  # its picture was sent before there was a pane
            session.latent.decode()
        for keys, act in (("Ctrl+C", self.copy), ("Ctrl+V", self.paste), ("Ctrl+F", self.sliders.search.setFocus)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def restore(self, request: Difference | Deviation) -> None:
        """Show a map of pixels again as it was drawn."""
        self.map.choose("difference" if isinstance(request, Difference) else "deviation")
        if isinstance(request, Difference):
            self._session.latent.restore_start(request.source, request.z)
        else:
            self._session.latent.start_from_image(request.source)

    @Slot()
    def copy(self) -> None:
        """Put the current z on the clipboard as text."""
        QGuiApplication.clipboard().setText(self._session.latent.text())

    @Slot()
    def paste(self) -> None:
        """Take the z that the clipboard holds as text, or the image."""
        self._session.dropped.paste()

    def _connect(self) -> None:
        session = self._session
        session.latent.latent_changed.connect(self._on_latent)
        session.latent.picture_changed.connect(self._on_picture)
        session.views.gallery_changed.connect(self.sliders.set_gallery)
        session.views.rested.connect(self.sliders.sort)
        history = session.latent.history
        history.changed.connect(self._on_history)
        self.history.undo_wanted.connect(history.undo)
        self.history.redo_wanted.connect(history.redo)
        self.history.chosen.connect(history.go_to)
        session.run.state_changed.connect(self._on_state)
        buttons = self.buttons
        buttons.image_requested.connect(session.latent.start_from_random_image)
        buttons.index_requested.connect(self._ask_index)
        buttons.file_requested.connect(self._ask_file)
        buttons.prior_requested.connect(self._on_prior)
        buttons.posterior_requested.connect(session.latent.draw_from_posterior)
        buttons.reset_requested.connect(session.latent.reset_z)
        buttons.copy_requested.connect(self.copy)
        buttons.paste_requested.connect(self.paste)
        buttons.save_requested.connect(self._ask_save)
        buttons.load_requested.connect(self._ask_load)
        buttons.unlock_requested.connect(partial(session.latent.set_locked, frozenset()))
        self.sliders.kind_changed.connect(self._on_kind)
        self.map.kind_changed.connect(self._keep_map)
        self.decoded.export_requested.connect(partial(session.messages.export_picture, "decoded.png"))
        self.start.export_requested.connect(partial(session.messages.export_picture, "start.png"))
        self.map.export_requested.connect(self._on_export_map)
        self._found = self._view(Components, lambda _: self.sliders.request(), self.sliders.set_components, follows_z=False)
        self._difference = self._view(PixelMap, self._ask_difference, self._on_map)
        self._deviation = self._view(PixelMap, self._ask_deviation, self._on_map)

    @Slot(object)
    def _on_state(self, state: State) -> None:
        self._kept.fill()

    # What is looked at

    def _set_enabled(self, enabled: bool) -> None:
        for widget in (*self.buttons.editors(), self.checkpoints.step, self.sliders):
            widget.setEnabled(enabled)

    def _on_subject(self, subject: Subject) -> None:
        self._deviation_of = self._start_image = None
        self._kept.fill()
        self.sliders.start_model(subject.config.model.latent_dim)
        self.sliders.say_about_kl(translated(subject.config.kl_note))
        self.decoded.set_image(None)
        self.start.set_image(None)
        self.pictures.say_origin("")
        self.map.set_map(None)
        self.checkpoints.step.setText(tr("no model") if subject.problem else tr("waiting for the first weights"))
        self.problem.say("error", subject.problem)
        self.sliders.setVisible(not subject.problem)
        self._set_enabled(not subject.problem)

    @Slot(object)
    def _on_picture(self, picture: Picture) -> None:
        self.decoded.set_image(picture.image)
        held = "" if self._session.views.held_step is None else tr(" (held)")
        self.checkpoints.step.setText(tr("model of step {step:,}{held}", step=picture.step, held=held))
        if self.checkpoints.scrubber.step() != self._session.views.held_step:
            self._kept.fill()

    @Slot(object)
    def _on_latent(self, latent: Latent) -> None:
        self.pictures.say_origin(translated(latent.origin))
        if latent.image is not self._start_image:
            self._start_image = latent.image
            self.start.set_image(latent.image)
        if latent.source is None:
            self.map.set_map(None)
        self.buttons.unlock.setEnabled(bool(self._session.latent.locked))
        self.sliders.fill()

    @Slot()
    def _on_history(self) -> None:
        history = self._session.latent.history
        words = (translated(history.words[0]), translated(history.words[1]))
        self.history.show_history(history.pictures, history.index, words)

    @Slot(bool)
    def _on_kind(self, components: bool) -> None:
        self._found.keep(components and self.isVisible())

    # The third image

    def _draw(self) -> None:
        self._found.keep(self.sliders.are_components)
        self._keep_map()

    @Slot()
    def _keep_map(self) -> None:
        self._deviation_of = None
        for kind, view in (("difference", self._difference), ("deviation", self._deviation)):
            view.keep(kind == self.map.kind() and self.isVisible())

    def _ask_difference(self, latent: Latent) -> Difference | None:
        return None if latent.source is None else Difference(latent.source, latent.z)

    def _ask_deviation(self, latent: Latent) -> Deviation | None:
        of = latent.source, self._session.views.shown_step
        if latent.source is None or of == self._deviation_of:
            return None  # z moves, but the posterior of the start image does not
        self._deviation_of = of
        return Deviation(latent.source)

    def _on_map(self, drawn: PixelMap) -> None:
        latent = self._session.latent.current
        if latent is not None and latent.source is not None:
            self.map.set_map(drawn)
            self._map_grid = drawn.grid

    @Slot()
    def _on_export_map(self) -> None:
        if self._map_grid is not None:
            self._session.messages.export_view(self.map.kind(), self._map_grid, self.export_map_to)

    def export_map_to(self, path: Path, **style: Unpack[Style]) -> None:
        """Write the start image, the decoded one and what the third image shows."""
        latent = self._session.latent.current
        if latent is not None and latent.source is not None:
            differs = self.map.kind() == "difference"
            request = Difference(latent.source, latent.z) if differs else Deviation(latent.source)
            self._session.views.export(request, path, **style)

    # Buttons

    @Slot(bool)
    def _on_prior(self, random: bool) -> None:
        if random:
            self._session.latent.start_from_prior()
        else:
            self._session.latent.start_from_zero()

    @Slot()
    def _ask_index(self) -> None:
        subject = self._session.run.subject
        if subject is None:
            return
        last = subject.held_out_count - 1
        index, chosen = QInputDialog.getInt(self, tr("Held-out image"), tr("Number, 0 to {last:,}:", last=last), 0, 0, last)
        if chosen:
            self._session.latent.start_from_image(ImageRef(index=index))

    @Slot()
    def _ask_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, tr("Start from an image"), "", _IMAGE_FILES)
        if name:
            self._session.latent.start_from_image(ImageRef(path=Path(name)))

    @Slot()
    def _ask_save(self) -> None:
        suggestion = str(self._session.exports.folder / "latent.npz")
        name, kind = QFileDialog.getSaveFileName(self, tr("Save z"), suggestion, _LATENT_FILES)
        if name:
            path = Path(name)
            known = path.suffix.lower() in (".npz", ".csv")
            ending = ".csv" if "*.csv" in kind else ".npz"
            self._session.latent_files.save(path if known else path.with_name(path.name + ending))

    @Slot()
    def _ask_load(self) -> None:
        folder = str(self._session.exports.folder)
        name, _ = QFileDialog.getOpenFileName(self, tr("Load z"), folder, tr("Latents (*.npz *.csv *.txt);;All files (*)"))
        if name:
            self._session.latent_files.load(Path(name))

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.pictures.fit(self.width() - 2 * theme.SPACING.SMALL, self.height())

    def sizeHint(self) -> QSize:
        return QSize(340, 600)
