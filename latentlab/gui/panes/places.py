"""A z of channels at places: as colours, with a slider for each channel and a brush."""

from pathlib import Path
from typing import Unpack

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from latentlab.catalog.networks import latent_shape_of
from latentlab.explore.requests.commands import Request, Style
from latentlab.explore.requests.places import KINDS, MOST_CHANNELS, DrawnPlaces, Places
from latentlab.explore.requests.values import ImageRef, Vector
from latentlab.gui import theme
from latentlab.gui.language import mark, tr
from latentlab.gui.models.current_run import Subject
from latentlab.gui.models.latent import Latent
from latentlab.gui.panes.base import ViewPane, caption_label, count_box, export_button, row_of, title_label
from latentlab.gui.session import Session
from latentlab.gui.widgets.channel_sliders import ChannelSliders
from latentlab.gui.widgets.image_view import ImageView
from latentlab.gui.widgets.notice import Notice
from latentlab.gui.widgets.parameter_slider import ParameterSlider
from latentlab.gui.widgets.place_brush import PlaceBrush

_CHANNEL, _COLOURS, _COMPONENTS, _KL = "channel", "colours", "components", "kl"
_PICTURES = {_COLOURS: 1, _COMPONENTS: 2, _KL: 3}
"""Places in a view's row of pictures."""
_LARGEST_BRUSH = 16


class PlacesPane(ViewPane):
    """The decoded z beside a map of its places."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._drawn: DrawnPlaces | None = None
        self._shape: tuple[int, int, int] | None = None
        self.notice = Notice()
        self.decoded, self.brush, self.sliders = ImageView(), PlaceBrush(), ChannelSliders()
        self.decoded.setAccessibleName(tr("Decoded image"))
        self.brush.setAccessibleName(tr("Places of z"))
        self.brush.setToolTip(
            tr(
                "One square for each place. Drag to give the chosen channel the brush's value there; or move with the arrow "
                "keys and press Space. Undo takes a stroke back."
            )
        )
        self.shown = QComboBox()
        for text, kind in (
            (tr("chosen channel"), _CHANNEL),
            (tr("channels 1 to 3"), _COLOURS),
            (tr("principal components"), _COMPONENTS),
            (tr("KL at each place"), _KL),
        ):
            self.shown.addItem(text, kind)
        self.shown.setAccessibleName(tr("What the map shows"))
        self.shown.setToolTip(
            tr(
                "The chosen channel from blue (−3) over white (0) to red (3); the first three channels as red, green and blue; "
                "the first three principal components over the places of held-out images, likewise; or the KL of the start "
                "image's posterior to the prior."
            )
        )
        self.channel = QComboBox()
        self.channel.setAccessibleName(tr("Channel"))
        self.channel.setToolTip(tr("The channel that the brush changes."))
        self.value = ParameterSlider(tr("Brush"), -4.0, 4.0, 0.0, 0.1, tr("The value that the brush gives to the channel."))
        self.value.set_value(2.0)
        self.width_box = count_box(1, 1, _LARGEST_BRUSH, tr("Places that the brush is wide."), tr("Brush width"), 56)
        self.caption = caption_label(wraps=True)
        self.export = export_button(tr("Write the pictures of this z as PNG, with the command line that draws them again."))
        self._build()
        self.shown.currentIndexChanged.connect(self._show)
        self.channel.currentIndexChanged.connect(self._show)
        self.width_box.value_changed.connect(self._on_size)
        self.brush.painted.connect(self._on_painted)
        self.brush.stroke_ended.connect(session.latent.history.settle)
        self.sliders.moved.connect(self._on_moved)
        self.sliders.settled.connect(session.latent.history.settle)
        self.export.clicked.connect(self._on_export)
        session.latent.latent_changed.connect(self._on_latent)
        self._view(DrawnPlaces, self.request, self._on_drawn, self._on_failed)
        self._follow()

    def _build(self) -> None:
        self.content = QWidget()
        inside = QVBoxLayout(self.content)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme.SPACING.SMALL)
        pictures = QHBoxLayout()
        pictures.addWidget(self.decoded, 1)
        pictures.addWidget(self.brush, 1)
        named = ((tr("Map"), self.shown), (tr("Channel"), self.channel), (tr("Brush width"), self.width_box))
        inside.addLayout(row_of(*(part for text, box in named for part in (QLabel(text), box)), 1))
        inside.addWidget(self.value)
        inside.addLayout(pictures, 3)
        inside.addWidget(self.caption)
        inside.addWidget(self.sliders, 1)
        layout = self._column()
        layout.addLayout(row_of(title_label(tr("Places")), 1, self.export))
        layout.addWidget(self.content, 1)
        layout.addWidget(self.notice, 1)

    def request(self, latent: Latent) -> Places | None:
        """The current z, about the image that it started from."""
        if self._shape is None:
            return None
        return Places(latent.source or ImageRef(index=0), latent.z)

    def restore(self, request: Places) -> None:
        """Show a z again as it was drawn."""
        self._session.latent.restore(request.z, None, mark("z as given"))

    def export_to(self, path: Path, **style: Unpack[Style]) -> None:
        """Write the pictures."""
        latent = self._session.latent.current
        request = None if latent is None else self.request(latent)
        if request is not None:
            self._session.views.export(request, path, **style)

    @Slot()
    def _on_export(self) -> None:
        if self._drawn is not None:
            self._session.messages.export_view("places", self._drawn.grid, self.export_to)

    def _on_subject(self, subject: Subject) -> None:
        model = subject.config.model
        self._drawn, self._shape = None, latent_shape_of(model, subject.image_shape)
        self.decoded.set_image(None)
        self.brush.set_image(None)
        self.caption.clear()
        self.content.setVisible(self._shape is not None)
        self.export.setEnabled(False)
        self.notice.say(
            "info",
            ""
            if self._shape
            else tr(
                "z of this model is a list of numbers without places. This view is for networks whose z is a small image, "
                "such as AutoencoderKL."
            ),
        )
        if self._shape is None:
            return
        channels, rows, columns = self._shape
        self.brush.set_places(rows, columns)
        self.channel.clear()
        self.channel.addItems([str(number + 1) for number in range(min(channels, MOST_CHANNELS))])
        self._on_latent(self._session.latent.current)

    @Slot()
    def _on_size(self) -> None:
        self.brush.set_size(int(self.width_box.value() or 1))

    @Slot(object)
    def _on_latent(self, latent: Latent | None) -> None:
        if latent is not None and self._shape is not None and latent.z.size == np.prod(self._shape):
            z = latent.z.reshape(self._shape)
            self.sliders.set_means(z[:MOST_CHANNELS].mean((1, 2)))

    @Slot(object)
    def _on_moved(self, moved: tuple[int, float]) -> None:
        z = self._places()
        if z is not None:
            z[moved[0]] += moved[1]
            self._adopt(z, tr("channel {number} moved", number=moved[0] + 1), f"channel {moved[0]}")

    @Slot(object)
    def _on_painted(self, place: tuple[int, int]) -> None:
        z, channel = self._places(), self.channel.currentIndex()
        if z is not None and channel >= 0:
            z[(channel, *self.brush.under_brush(place))] = self.value.value()
            self._adopt(z, tr("channel {number} painted", number=channel + 1), f"painted {channel}")

    def _places(self) -> NDArray[np.float32] | None:
        """A copy of the current z, (C, H, W)."""
        latent = self._session.latent.current
        return None if latent is None or self._shape is None else latent.z.reshape(self._shape).copy()

    def _adopt(self, z: Vector, words: str, merges: str) -> None:
        self._session.latent.adopt_z(z.reshape(-1), words, merges=merges)

    def _on_drawn(self, drawn: DrawnPlaces) -> None:
        self._drawn = drawn
        self.notice.say("info", "")
        self.content.show()
        self.export.setEnabled(True)
        self._show()

    def _on_failed(self, request: Request) -> None:
        del request
        if self._drawn is None:
            self.content.hide()
            self.notice.say("error", tr("This z cannot be drawn; the message above says why."))

    @Slot()
    def _show(self) -> None:
        drawn = self._drawn
        if drawn is None:
            return
        kind, channel = self.shown.currentData(), max(0, self.channel.currentIndex())
        picture = len(KINDS) + channel if kind == _CHANNEL else _PICTURES[kind]
        self.decoded.set_image(drawn.grid.images[0, 0])
        self.brush.set_image(drawn.grid.images[0, picture])
        channels, rows, columns = drawn.z.shape
        shares = " + ".join(f"{share:.0%}" for share in drawn.explained)
        self.caption.setText(
            tr(
                "z: {channels} channels at {rows}×{columns} places · KL of the start image {kl:,.0f} nats, {most:.2f} at most "
                "at a place (colours to {largest:g}) · components: {shares} of the variance · model of step {step:,}",
                channels=channels,
                rows=rows,
                columns=columns,
                kl=float(drawn.kl.sum()),
                most=float(drawn.kl.max()),
                largest=drawn.largest_kl,
                shares=shares,
                step=drawn.step,
            )
        )
