"""The latent sliders and the image they decode to, by the newest weights or those of a checkpoint."""

from functools import partial
from pathlib import Path
from typing import Unpack

import numpy as np
from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QFontMetrics, QGuiApplication, QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from latentlab.explore.requests.commands import Style, ViewRequest
from latentlab.explore.requests.directions import Components
from latentlab.explore.requests.images import Deviation, Difference, Encoded, GalleryImages, Picture, PixelMap
from latentlab.explore.requests.values import ImageRef, PictureGrid, Vector, View
from latentlab.gui import theme
from latentlab.gui.session import Latent, Session, State, Subject
from latentlab.gui.widgets.checkpoint_slider import CheckpointSlider
from latentlab.gui.widgets.image_view import ImageView
from latentlab.gui.widgets.latent_slider import LatentSlider
from latentlab.gui.widgets.latent_sliders import LatentSliders, SliderValues
from latentlab.gui.widgets.notice import Notice
from latentlab.gui.widgets.pixel_map_view import MapKind, PixelMapView
from latentlab.gui.widgets.slider_range import SliderRange
from latentlab.runs import Report

_FREEDOM = 0.01
"""Share of a component that must not be locked for a slider to move along it."""
_SIDES = (96, 200)
"""Least and greatest side of an image, in pixels."""

_IMAGE_FILES = "Images (*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff *.gif)"
_LATENT_FILES = "NumPy archive (*.npz);;Table (*.csv)"


class LatentPane(QWidget):
    """The current z: one slider a dimension, those that carry most information first, inactive ones folded."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._gallery: GalleryImages | None = None
        self._active: np.ndarray | None = None
        self._components: Components | None = None
        self._range = SliderRange(0)
        self._along = SliderRange(0)
        self._steps: tuple[int, ...] = ()
        self._listed_at = -1
        self._map_grid: PictureGrid | None = None
        self._deviation_of: tuple[ImageRef, int | None] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACING.SMALL, theme.SPACING.SMALL, theme.SPACING.SMALL, theme.SPACING.SMALL)
        layout.setSpacing(theme.SPACING.SMALL)
        layout.addLayout(self._build_head())
        layout.addLayout(self._build_images())
        layout.addLayout(self._build_buttons())
        self.sliders = LatentSliders()
        self.problem = Notice()
        layout.addWidget(self.sliders, 1)
        layout.addWidget(self.problem, 1)
        self._set_enabled(False)
        self._connect()
        for keys, act in (("Ctrl+C", self.copy), ("Ctrl+V", self.paste), ("Ctrl+F", self.sliders.search.setFocus)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def slider(self, dimension: int) -> LatentSlider:
        """The slider of a dimension, which is brought to light where it is hidden."""
        if self.sliders.are_components:
            self.sliders.dimensions.click()
        return self.sliders.row(dimension)

    def restore(self, request: Difference | Deviation) -> None:
        """Show a map of pixels again as it was drawn."""
        self.map.choose("difference" if isinstance(request, Difference) else "deviation")
        if isinstance(request, Difference):
            self._session.restore_start(request.source, request.z)
        else:
            self._session.start_from_image(request.source)

    @Slot()
    def copy(self) -> None:
        """Put the current z on the clipboard as text."""
        QGuiApplication.clipboard().setText(self._session.latent_text())

    @Slot()
    def paste(self) -> None:
        """Take the z that the clipboard holds as text, or the image."""
        self._session.paste()

    def _build_head(self) -> QVBoxLayout:
        title = QLabel("Latent space")
        title.setFont(theme.title_font())
        self.step = QToolButton()
        self.step.setFont(theme.tabular(theme.caption_font()))
        self.step.setAutoRaise(True)
        self.step.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.step.setToolTip("Whose weights every pane looks at: the newest, or those of a checkpoint.")
        self.step.setAccessibleName("Model of step")
        self._checkpoints = QMenu(self.step)
        self._checkpoints.aboutToShow.connect(self._session.list_checkpoints)
        self.step.setMenu(self._checkpoints)
        self.scrubber = CheckpointSlider()
        line = QHBoxLayout()
        line.addWidget(title)
        line.addStretch(1)
        line.addWidget(self.step)
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addLayout(line)
        head.addWidget(self.scrubber)
        self._fill_checkpoints(())
        return head

    def _build_images(self) -> QHBoxLayout:
        self.decoded = ImageView()
        self.decoded.set_caption("decoded")
        self.decoded.set_empty_text("No model yet")
        self.decoded.setToolTip("The expected image of the current z: the mean of p(x|z).")
        self.start = ImageView()
        self.start.set_caption("start")
        self.start.set_empty_text("No start image")
        self.start.setToolTip("The image whose posterior mean is the start.")
        self.map = PixelMapView(
            {
                "difference": "Decoded − start image, pixels in [0, 1]: red where the decoded one is brighter, blue where it "
                "is darker, white where they agree; of colour images, the mean over the channels.",
                "deviation": f"Standard deviation of each pixel over {Deviation.samples} decoded draws from q(z|x) "
                "of the start image, pixels in [0, 1]; of colour images, the root mean square over the channels.",
            }
        )
        self.map.set_empty_text("Needs a start image")
        images = QHBoxLayout()
        images.setSpacing(theme.SPACING.TIGHT)
        for view in (self.decoded, self.start, self.map):
            images.addWidget(view, 1)
        return images

    def _build_buttons(self) -> QHBoxLayout:
        session = self._session
        self.from_image = self._menu_button("Image", "Start at the posterior mean of a random held-out image (I).", "I")
        self.from_image.clicked.connect(session.random_image)
        menu = self.from_image.menu()
        menu.addAction("Random held-out image", session.random_image)
        menu.addAction("Held-out image by number…", self._ask_index)
        menu.addAction("Image file…", self._ask_file)
        self.random = self._menu_button("Random", "Start at a draw from the prior N(0, I) (R).", "R")
        self.random.clicked.connect(self._on_random)
        menu = self.random.menu()
        menu.addAction("Draw from the prior N(0, I)", self._on_random)
        self.draw = menu.addAction("Draw from the start image's posterior q(z|x)", session.draw_from_posterior)
        self.draw.setShortcut("Shift+R")
        self.prior_mean = QPushButton("z = 0")
        self.prior_mean.setToolTip("Start at the prior's mean (0).")
        self.prior_mean.setShortcut("0")
        self.prior_mean.clicked.connect(self._on_prior_mean)
        self.reset = QPushButton("Reset")
        self.reset.setToolTip("Back to the start (Backspace).")
        self.reset.setShortcut("Backspace")
        self.reset.clicked.connect(session.reset_z)
        for button in (self.prior_mean, self.reset):
            button.setProperty("narrow", True)
        self.more = QToolButton()
        self.more.setIcon(theme.icon("more"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setProperty("bare", True)
        self.more.setAccessibleName("Copy, paste, save and load z")
        self.more.setToolTip("Copy, paste, save and load z; unlock its dimensions.")
        menu = QMenu(self.more)
        menu.addAction("Copy z as text\tCtrl+C", self.copy)
        menu.addAction("Paste z from text\tCtrl+V", self.paste)
        menu.addSeparator()
        menu.addAction("Save z…", self._ask_save)
        menu.addAction("Load z…", self._ask_load)
        menu.addSeparator()
        self.unlock = menu.addAction("Unlock all dimensions", partial(session.set_locked, frozenset()))
        self.more.setMenu(menu)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.SPACING.TIGHT)
        for widget in (self.from_image, self.random, self.prior_mean, self.reset):
            buttons.addWidget(widget)
        buttons.addStretch(1)
        buttons.addWidget(self.more)
        return buttons

    def _menu_button(self, text: str, tip: str, shortcut: str) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        button.setToolTip(tip)
        button.setShortcut(shortcut)
        button.setMenu(QMenu(button))
        return button

    def _connect(self) -> None:
        session = self._session
        session.subject_changed.connect(self._on_subject)
        session.latent_changed.connect(self._on_latent)
        session.locks_changed.connect(self._on_locks)
        session.picture_changed.connect(self._on_picture)
        session.start_changed.connect(self._on_start)
        session.gallery_changed.connect(self._on_gallery)
        session.components_changed.connect(self._on_components)
        session.view_drawn.connect(self._on_drawn)
        session.state_changed.connect(self._on_state)
        session.reported.connect(self._on_reported)
        session.checkpoints_listed.connect(self._fill_checkpoints)
        self.scrubber.asked.connect(self._on_asked)
        self.sliders.value_changed.connect(self._on_slider)
        self.sliders.lock_changed.connect(self._on_lock)
        self.sliders.kind_changed.connect(self._on_kind)
        self.map.kind_changed.connect(self._keep_map)
        self.decoded.export_requested.connect(partial(session.ask_export, "decoded.png"))
        self.start.export_requested.connect(partial(session.ask_export, "start.png"))
        self.map.export_requested.connect(self._on_export_map)

    # Checkpoints

    @Slot(object)
    def _fill_checkpoints(self, steps: tuple[int, ...]) -> None:
        self._steps = steps
        menu = self._checkpoints
        menu.clear()
        menu.addAction("Newest weights", partial(self._session.look_at, None))
        menu.addSeparator()
        for step in reversed(steps):
            menu.addAction(f"Checkpoint of step {step:,}", partial(self._session.look_at, step))
        self._set_scrubber()

    def _set_scrubber(self) -> None:
        # Where nothing trains, the newest weights are those of the last checkpoint.
        earlier = self._steps if self._session.is_training else self._steps[:-1]
        self.scrubber.set_steps(earlier, self._session.held_step)

    @Slot(object)
    def _on_asked(self, step: int | None) -> None:
        if step != self._session.held_step:
            self._session.look_at(step)

    @Slot(object)
    def _on_reported(self, reports: list[Report]) -> None:
        """Look for new checkpoints about as often as they are written."""
        subject = self._session.subject
        if subject is None or not reports:
            return
        count = reports[-1].step // subject.config.train.checkpoint_every
        if count != self._listed_at:
            self._listed_at = count
            self._session.list_checkpoints()

    @Slot(object)
    def _on_state(self, state: State) -> None:
        if state in (State.FINISHED, State.STOPPED, State.OPENED):
            self._session.list_checkpoints()
            if self._gallery is not None:
                self._sort(self._gallery)

    # What is looked at

    def _set_enabled(self, enabled: bool) -> None:
        for widget in (self.from_image, self.random, self.prior_mean, self.reset, self.step, self.more, self.sliders):
            widget.setEnabled(enabled)

    @Slot(object)
    def _on_subject(self, subject: Subject) -> None:
        size = subject.config.model.latent_dim
        self._gallery = self._active = self._components = self._deviation_of = None
        self._range = SliderRange(size)
        self._along = SliderRange(0)
        self._steps, self._listed_at = (), -1
        self._fill_checkpoints(())
        self._start_sliders()
        self.decoded.set_image(None)
        self.start.set_image(None)
        self.start.set_caption("start")
        self.map.set_map(None)
        self.step.setText("no model" if subject.problem else "waiting for the first weights")
        self.problem.say("error", subject.problem)
        self.sliders.setVisible(not subject.problem)
        self._set_enabled(not subject.problem)

    @Slot(object)
    def _on_picture(self, picture: Picture) -> None:
        self.decoded.set_image(picture.image)
        held = "" if self._session.held_step is None else " (held)"
        self.step.setText(f"model of step {picture.step:,}{held}")
        if self.scrubber.step() != self._session.held_step:
            self._set_scrubber()

    @Slot(object)
    def _on_start(self, encoded: Encoded) -> None:
        self.start.set_image(encoded.image)

    @Slot(object)
    def _on_latent(self, latent: Latent) -> None:
        self.start.set_caption(latent.origin)
        if latent.source is None:
            self.start.set_image(None)
            self.map.set_map(None)
        self._fill_sliders()

    @Slot(object)
    def _on_gallery(self, gallery: GalleryImages) -> None:
        self._gallery = gallery
        self._range.take(gallery.statistics.low, gallery.statistics.high)
        # Rows keep their places while a model learns, so that none slips away under the hand, unless one falls asleep or wakes.
        if self._active is None or (self._active != gallery.active).any():
            self._sort(gallery)
        self._fill_sliders()

    @Slot(object)
    def _on_components(self, components: Components) -> None:
        if self._components is not None and self.sliders.is_held:
            return  # the direction under the hand stays
        first = self._components is None or len(self._components.spread) != len(components.spread)
        self._components = components
        if not self.sliders.are_components:
            return
        if first:
            self._start_sliders()
        else:
            self._fill_sliders()

    # Sliders

    def _sort(self, gallery: GalleryImages) -> None:
        self._active = gallery.active
        if not self.sliders.are_components:
            by_kl = np.argsort(-gallery.kl_per_dim, kind="stable")
            order = by_kl[np.argsort(~gallery.active[by_kl], kind="stable")]
            self.sliders.set_order(tuple(order.tolist()), int((~gallery.active).sum()))

    def _start_sliders(self) -> None:
        """Rows of the other kind, or for another model."""
        latent = self._session.latent
        if self.sliders.are_components:
            count = 0 if self._components is None else len(self._components.spread)
            self._along = SliderRange(count)
            self.sliders.start_afresh(count)
            self.sliders.set_note("" if count else "Looking for the principal components …")
        elif latent is not None:
            self.sliders.start_afresh(len(latent.z))
            self.sliders.set_note("")
            if self._gallery is not None:
                self._sort(self._gallery)
        self._fill_sliders()

    def _fill_sliders(self) -> None:
        latent = self._session.latent
        if latent is None:
            return
        if not self.sliders.are_components:
            kl = None if self._gallery is None else self._gallery.kl_per_dim
            mark = None if latent.std is None else latent.start
            low, high = self._range.around(latent.z, latent.start)
            locked = self._session.locked
            self.sliders.set_values(SliderValues(latent.z, latent.start, low, high, mark, latent.std, kl, locked))
        elif self._components is not None:
            found = self._components
            value, start = found.coordinates(latent.z), found.coordinates(latent.start)
            # The posterior's standard deviation along a direction, from those of the dimensions.
            std = None if latent.std is None else np.sqrt(found.vectors**2 @ latent.std**2) / found.spread
            low, high = self._along.around(value, start)
            mark = None if std is None else start
            self.sliders.set_values(SliderValues(value, start, low, high, mark, std, found.share))

    @Slot(bool)
    def _on_kind(self, components: bool) -> None:
        self._want_components()
        if not components:
            self._components = None
        self._start_sliders()

    def _want_components(self) -> None:
        self._session.want_components(self.sliders.are_components and self.isVisible())

    @Slot(object)
    def _on_slider(self, moved: tuple[int, float]) -> None:
        if self.sliders.are_components:
            self._move_along(*moved)
        else:
            self._session.set_z(*moved)

    def _move_along(self, component: int, value: float) -> None:
        """Move z along a component, as far as it is not locked, until it lies there."""
        latent, found = self._session.latent, self._components
        if latent is None or found is None:
            return
        way: Vector = found.vectors[component].copy()
        way[sorted(self._session.locked)] = 0
        freedom = float(way @ way)
        if freedom > _FREEDOM:
            here = float(found.coordinates(latent.z)[component])
            self._session.adopt_z(latent.z + (value - here) * float(found.spread[component]) / freedom * way)
        else:
            self._fill_sliders()

    @Slot(object)
    def _on_lock(self, changed: tuple[int, bool]) -> None:
        dimension, locked = changed
        self._session.set_locked(self._session.locked | {dimension} if locked else self._session.locked - {dimension})

    @Slot()
    def _on_locks(self) -> None:
        self.unlock.setEnabled(bool(self._session.locked))
        self._fill_sliders()

    # The third image

    @Slot()
    def _keep_map(self) -> None:
        kinds: tuple[MapKind, ...] = ("difference", "deviation")
        self._deviation_of = None
        for kind in kinds:
            shown = kind == self.map.kind() and self.isVisible()
            self._session.keep_view(kind, self._ask_map if shown else None)

    def _ask_map(self, latent: Latent) -> ViewRequest | None:
        if latent.source is None:
            return None
        if self.map.kind() == "difference":
            return Difference(latent.source, latent.z)
        of = latent.source, self._session.shown_step
        if of == self._deviation_of:
            return None  # z moves, but the posterior of the start image does not
        self._deviation_of = of
        return Deviation(latent.source)

    @Slot(str, object)
    def _on_drawn(self, name: str, drawn: View) -> None:
        latent = self._session.latent
        if name == self.map.kind() and isinstance(drawn, PixelMap) and latent is not None and latent.source is not None:
            self.map.set_map(drawn)
            self._map_grid = drawn.grid

    @Slot()
    def _on_export_map(self) -> None:
        if self._map_grid is not None:
            self._session.ask_view_export(self.map.kind(), self._map_grid, self.export_map_to)

    def export_map_to(self, path: Path, **style: Unpack[Style]) -> None:
        """Write the start image, the decoded one and what the third image shows."""
        latent = self._session.latent
        if latent is not None and latent.source is not None:
            differs = self.map.kind() == "difference"
            request = Difference(latent.source, latent.z) if differs else Deviation(latent.source)
            self._session.export_view(request, path, **style)

    # Buttons

    @Slot()
    def _on_random(self) -> None:
        self._session.start_from_prior(random=True)

    @Slot()
    def _on_prior_mean(self) -> None:
        self._session.start_from_prior(random=False)

    @Slot()
    def _ask_index(self) -> None:
        last = self._session.held_out_count - 1
        index, chosen = QInputDialog.getInt(self, "Held-out image", f"Number, 0 to {last:,}:", 0, 0, last)
        if chosen:
            self._session.start_from_image(ImageRef(index=index))

    @Slot()
    def _ask_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, "Start from an image", "", _IMAGE_FILES)
        if name:
            self._session.start_from_image(ImageRef(path=Path(name)))

    @Slot()
    def _ask_save(self) -> None:
        suggestion = str(self._session.export_folder() / "latent.npz")
        name, kind = QFileDialog.getSaveFileName(self, "Save z", suggestion, _LATENT_FILES)
        if name:
            path = Path(name)
            known = path.suffix.lower() in (".npz", ".csv")
            ending = ".csv" if kind.startswith("Table") else ".npz"
            self._session.save_latent(path if known else path.with_name(path.name + ending))

    @Slot()
    def _ask_load(self) -> None:
        folder = str(self._session.export_folder())
        name, _ = QFileDialog.getOpenFileName(self, "Load z", folder, "Latents (*.npz *.csv *.txt);;All files (*)")
        if name:
            self._session.load_latent(Path(name))

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._want_components()
        self._keep_map()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._want_components()
        self._keep_map()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = (self.width() - 4 * theme.SPACING.SMALL) // 3
        caption = QFontMetrics(theme.caption_font()).height() + theme.SPACING.TIGHT + 2
        for view in (self.decoded, self.start, self.map):
            view.setFixedHeight(min(max(room, _SIDES[0]), _SIDES[1]) + caption)

    def sizeHint(self) -> QSize:
        return QSize(340, 600)
