"""The latent sliders and the image they decode to, by the newest weights."""

from functools import partial
from pathlib import Path

import numpy as np
from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from latentlab.explore.requests import Encode, Encoded, GalleryImages, Picture
from latentlab.gui import theme
from latentlab.gui.session import Latent, Session, State, Subject
from latentlab.gui.widgets.collapsible import Collapsible
from latentlab.gui.widgets.image_view import ImageView
from latentlab.gui.widgets.latent_slider import LatentSlider

_REACH = 3.0
"""A slider goes from −3 to 3, the prior's central 99.7 %, unless its start lies further out."""

_IMAGE_FILES = "Images (*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff *.gif)"


class LatentPane(QWidget):
    """The current z: one slider a dimension, those that carry most information first, inactive ones folded."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._sliders: list[LatentSlider] = []
        self._active: np.ndarray | None = None
        title = QLabel("Latent space")
        title.setFont(theme.title_font())
        self.step = QToolButton()
        self.step.setFont(theme.tabular(theme.caption_font()))
        self.step.setAutoRaise(True)
        self.step.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.step.setToolTip("Whose weights every pane looks at: the newest, or those of a checkpoint.")
        self.step.setAccessibleName("Model of step")
        self._checkpoints = QMenu(self.step)
        self._checkpoints.aboutToShow.connect(session.list_checkpoints)
        self.step.setMenu(self._checkpoints)
        self._fill_checkpoints(())
        self.decoded = ImageView()
        self.decoded.set_caption("decoded")
        self.decoded.set_empty_text("No model yet")
        self.decoded.setToolTip("The expected image of the current z: the mean of p(x|z).")
        self.start = ImageView()
        self.start.set_caption("start")
        self.start.set_empty_text("No start image")
        self.start.setToolTip("The image whose posterior mean is the start.")
        for view, name in ((self.decoded, "decoded.png"), (self.start, "start.png")):
            view.setMinimumHeight(150)
            view.export_requested.connect(partial(session.ask_export, name))

        images = QHBoxLayout()
        images.setSpacing(theme.SPACING.SMALL)
        images.addWidget(self.decoded, 1)
        images.addWidget(self.start, 1)

        self.from_image = QToolButton()
        self.from_image.setText("From image")
        self.from_image.setIcon(theme.icon("image"))
        self.from_image.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.from_image.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.from_image.setToolTip("Start at the posterior mean of a random held-out image (I).")
        self.from_image.setShortcut("I")
        self.from_image.clicked.connect(session.random_image)
        menu = QMenu(self.from_image)
        menu.addAction("Random held-out image", session.random_image)
        menu.addAction("Held-out image by number…", self._ask_index)
        menu.addAction("Image file…", self._ask_file)
        self.from_image.setMenu(menu)
        self.random = self._button("dice", "Random", "Start at a draw from the prior N(0, I) (R).", "R", self._on_random)
        self.prior_mean = self._button("", "z = 0", "Start at the prior's mean (0).", "0", self._on_prior_mean)
        self.reset = self._button("reset", "Reset", "Back to the start (Backspace).", "Backspace", session.reset_z)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.SPACING.TIGHT)
        for button in (self.from_image, self.random, self.prior_mean, self.reset):
            buttons.addWidget(button)
        buttons.addStretch(1)

        self._active_rows = QVBoxLayout()
        self._active_rows.setSpacing(0)
        self.inactive = Collapsible("inactive")
        self.inactive.setToolTip("Dimensions whose posterior means hardly vary between images: moving them changes little.")
        self._inactive_rows = QVBoxLayout()
        self._inactive_rows.setSpacing(0)
        self._inactive_rows.setContentsMargins(0, 0, 0, 0)
        holder = QWidget()
        holder.setLayout(self._inactive_rows)
        self.inactive.add_widget(holder)
        self.inactive.hide()
        rows = QWidget()
        stack = QVBoxLayout(rows)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(theme.SPACING.SMALL)
        stack.addLayout(self._active_rows)
        stack.addWidget(self.inactive)
        stack.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(rows)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACING.SMALL, theme.SPACING.SMALL, theme.SPACING.SMALL, theme.SPACING.SMALL)
        layout.setSpacing(theme.SPACING.SMALL)
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self.step)
        layout.addLayout(head)
        layout.addLayout(images)
        layout.addLayout(buttons)
        layout.addWidget(self._scroll, 1)
        self._set_enabled(False)

        session.subject_changed.connect(self._on_subject)
        session.latent_changed.connect(self._on_latent)
        session.picture_changed.connect(self._on_picture)
        session.start_changed.connect(self._on_start)
        session.gallery_changed.connect(self._on_gallery)
        session.state_changed.connect(self._on_state)
        session.checkpoints_listed.connect(self._fill_checkpoints)

    def slider(self, dimension: int) -> LatentSlider:
        """The slider of a dimension."""
        return self._sliders[dimension]

    def _button(self, icon: str, text: str, tip: str, shortcut: str, act: object) -> QPushButton:
        button = QPushButton(text)
        if icon:
            button.setIcon(theme.icon(icon))
        button.setToolTip(tip)
        button.setShortcut(shortcut)
        button.clicked.connect(act)
        return button

    @Slot(object)
    def _fill_checkpoints(self, steps: tuple[int, ...]) -> None:
        menu = self._checkpoints
        menu.clear()
        menu.addAction("Newest weights", partial(self._session.look_at, None))
        menu.addSeparator()
        for step in reversed(steps):
            menu.addAction(f"Checkpoint of step {step:,}", partial(self._session.look_at, step))

    def _set_enabled(self, enabled: bool) -> None:
        for button in (self.from_image, self.random, self.prior_mean, self.reset, self.step):
            button.setEnabled(enabled)

    @Slot(object)
    def _on_subject(self, subject: Subject) -> None:
        for slider in self._sliders:
            slider.setParent(None)
            slider.deleteLater()
        self._sliders = [LatentSlider(dimension) for dimension in range(subject.config.model.latent_dim)]
        for slider in self._sliders:
            slider.value_changed.connect(self._on_slider)
            self._active_rows.addWidget(slider)
        self._active = None
        self.inactive.hide()
        self.decoded.set_image(None)
        self.start.set_image(None)
        self.start.set_caption("start")
        self.step.setText("waiting for the first weights")
        self._set_enabled(True)

    @Slot(object)
    def _on_slider(self, moved: tuple[int, float]) -> None:
        self._session.set_z(*moved)

    @Slot(object)
    def _on_latent(self, latent: Latent) -> None:
        for dimension, slider in enumerate(self._sliders):
            reach = max(_REACH, abs(float(latent.start[dimension])) + 1)
            slider.set_range(-reach, reach)
            slider.set_value(float(latent.z[dimension]))
            slider.set_reset_value(float(latent.start[dimension]))
            if latent.std is None:
                slider.set_marks(None)
            else:
                slider.set_marks(float(latent.start[dimension]), float(latent.std[dimension]))
        self.start.set_caption(latent.origin)
        if latent.source is None:
            self.start.set_image(None)

    @Slot(object)
    def _on_picture(self, picture: Picture) -> None:
        self.decoded.set_image(picture.image)
        held = "" if self._session.held_step is None else " (held)"
        self.step.setText(f"model of step {picture.step:,}{held}")

    @Slot(object)
    def _on_start(self, encoded: Encoded) -> None:
        self.start.set_image(encoded.image)

    @Slot(object)
    def _on_gallery(self, gallery: GalleryImages) -> None:
        for slider, kl in zip(self._sliders, gallery.kl_per_dim, strict=True):
            slider.set_kl(float(kl))
        # Rows keep their places while a model learns, so that none slips away under the hand, unless one falls asleep or wakes.
        if self._active is None or (self._active != gallery.active).any():
            self._sort(gallery)
        self._gallery = gallery

    @Slot(object)
    def _on_state(self, state: State) -> None:
        if state in (State.FINISHED, State.STOPPED) and self._active is not None:
            self._sort(self._gallery)

    def _sort(self, gallery: GalleryImages) -> None:
        self._active = gallery.active
        for dimension in np.argsort(-gallery.kl_per_dim, kind="stable"):
            rows = self._active_rows if gallery.active[dimension] else self._inactive_rows
            rows.addWidget(self._sliders[dimension])
        asleep = int((~gallery.active).sum())
        self.inactive.set_title(f"{asleep} inactive")
        self.inactive.setVisible(asleep > 0)

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
            self._session.start_from_image(Encode(index=index))

    @Slot()
    def _ask_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, "Start from an image", "", _IMAGE_FILES)
        if name:
            self._session.start_from_image(Encode(path=Path(name)))

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(340, 600)
