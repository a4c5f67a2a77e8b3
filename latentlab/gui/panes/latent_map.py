"""The latent map: the held-out images where the encoder puts them."""

from pathlib import Path

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from latentlab.errors import ConfigError
from latentlab.explore.requests import Encode, LatentMap, Map, View
from latentlab.explore.scatter import class_colours
from latentlab.gui import theme
from latentlab.gui.session import Latent, Message, Session, Subject
from latentlab.gui.widgets.image_view import ImageView
from latentlab.gui.widgets.map_view import MapView
from latentlab.gui.widgets.save_dialog import choose_file

_NAME = "map"
_MOST_CLASSES = 10
_COLOURS = {"label": "label", "kl": "KL to the prior", "error": "reconstruction error"}


class LatentMapPane(QWidget):
    """Points to hover and click; a click between them decodes the place."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._map: LatentMap | None = None
        title = QLabel("Latent map")
        title.setFont(theme.title_font())
        self.projection = QComboBox()
        self.projection.addItem("principal components", "pca")
        self.projection.addItem("two dimensions", "dims")
        self.projection.setToolTip("The plane: of two principal components of the posterior means, or of two dimensions of z.")
        self.projection.setAccessibleName("Projection")
        self.dims = QLineEdit()
        self.dims.setPlaceholderText("by KL")
        self.dims.setFixedWidth(72)
        self.dims.setToolTip("Two dimensions with a comma, for example 3,7. Empty: those with the largest KL.")
        self.dims.setAccessibleName("Dimensions")
        self.colour = QComboBox()
        for value, words in _COLOURS.items():
            self.colour.addItem(words, value)
        self.colour.setToolTip("What the colours stand for.")
        self.colour.setAccessibleName("Colour")
        self.export = QPushButton(theme.icon("export"), "Export…")
        self.export.setToolTip("Write the whole map as PNG, with the command line that draws it again.")
        self.view = MapView()
        self.view.set_empty_text("Train a run or open one: its held-out images appear here as points.")
        self.view.setToolTip(
            "A point is an image at its posterior mean. Click it to start there; click between points to decode that place. "
            "Drag to move, wheel to zoom, double click to fit."
        )
        self.view.export_requested.connect(lambda image: session.ask_export("map.png", image))
        self.thumbnail = ImageView()
        self.thumbnail.set_empty_text("Point at an image")
        self.thumbnail.setFixedSize(150, 170)
        self.thumbnail.export_requested.connect(lambda image: session.ask_export("image.png", image))
        self.legend = QLabel()
        self.legend.setFont(theme.caption_font())
        self.legend.setWordWrap(True)
        self.caption = QLabel()
        self.caption.setFont(theme.tabular(theme.caption_font()))
        self.caption.setWordWrap(True)

        head = QHBoxLayout()
        head.setSpacing(theme.SPACING.SMALL)
        head.addWidget(title)
        head.addStretch(1)
        for widget in (self.projection, self.dims, QLabel("Colour"), self.colour, self.export):
            head.addWidget(widget)
        side = QVBoxLayout()
        side.setSpacing(theme.SPACING.SMALL)
        side.addWidget(self.thumbnail)
        side.addWidget(self.legend)
        side.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(theme.SPACING.MEDIUM)
        middle.addWidget(self.view, 1)
        middle.addLayout(side)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACING.SMALL, theme.SPACING.SMALL, theme.SPACING.SMALL, theme.SPACING.SMALL)
        layout.setSpacing(theme.SPACING.SMALL)
        layout.addLayout(head)
        layout.addLayout(middle, 1)
        layout.addWidget(self.caption)

        self.projection.currentIndexChanged.connect(self._keep)
        self.colour.currentIndexChanged.connect(self._keep)
        self.dims.editingFinished.connect(self._keep)
        self.export.clicked.connect(self._on_export)
        self.view.hovered.connect(self._on_hover)
        self.view.point_clicked.connect(self._on_point)
        self.view.place_clicked.connect(self._on_place)
        session.subject_changed.connect(self._on_subject)
        session.latent_changed.connect(self._on_latent)
        session.view_drawn.connect(self._on_drawn)
        self.export.setEnabled(False)

    def request(self) -> Map:
        """What the settings say.

        Raises:
            ConfigError: if the dimensions are no pair of numbers.
        """
        text = self.dims.text().strip()
        try:
            dims = tuple(int(part) for part in text.split(",")) if text else ()
        except ValueError:
            raise ConfigError(f"Dimensions {text!r}: write two whole numbers with a comma, for example 3,7.") from None
        return Map(self.projection.currentData(), dims, self.colour.currentData())

    def restore(self, request: Map) -> None:
        """Show a map again as it was drawn."""
        self.dims.setText(",".join(map(str, request.dims)))
        self.projection.setCurrentIndex(self.projection.findData(request.projection))
        self.colour.setCurrentIndex(self.colour.findData(request.colour))
        self._keep()

    def export_to(self, path: Path) -> None:
        """Write the whole map."""
        self._session.export_view(self.request(), path, scale=1)

    @Slot()
    def _keep(self) -> None:
        self.dims.setEnabled(self.projection.currentData() == "dims")
        if not self.isVisible():
            return
        try:
            request = self.request()
        except ConfigError as error:
            self._session.message.emit(Message("error", str(error)))
            return
        self.view.fit()
        self._session.keep_view(_NAME, lambda latent: request, follows_z=False)

    @Slot()
    def _on_export(self) -> None:
        path = choose_file(self, "Export map", self._session.export_folder() / "map.png")
        if path is not None:
            self.export_to(path)

    @Slot(int)
    def _on_hover(self, index: int) -> None:
        if self._map is None or index < 0:
            self.thumbnail.set_image(None)
            self.thumbnail.set_caption("")
            return
        self.thumbnail.set_image(self._map.thumbnails[index])
        value = f" · {self._map.values[index]:.4g}" if self._map.values is not None else ""
        self.thumbnail.set_caption(f"image {index} · label {self._map.labels[index]}{value}")

    @Slot(int)
    def _on_point(self, index: int) -> None:
        self._session.start_from_image(Encode(index=index))

    @Slot(object)
    def _on_place(self, place: tuple[float, float]) -> None:
        if self._map is None or self._session.latent is None:
            return
        along = np.asarray(place, np.float32) @ self._map.axes
        z = self._map.centre + along
        if self.projection.currentData() == "dims":  # the other dimensions stay where they are
            z = np.where(self._map.axes.any(0), along, self._session.latent.z)
        self._session.adopt_z(z)

    @Slot(object)
    def _on_subject(self, subject: Subject) -> None:
        del subject
        self._map = None
        self.view.set_empty_text("Looking at the held-out images …")
        self.view.set_points(np.empty((0, 2), np.float32), np.empty((0, 3), np.uint8))
        self.view.set_mark(None)
        self.caption.clear()
        self.export.setEnabled(True)

    @Slot(object)
    def _on_latent(self, latent: Latent) -> None:
        if self._map is None or latent.z.shape != self._map.centre.shape:
            return
        axes = self._map.axes
        x, y = ((latent.z - self._map.centre) @ axes.T / np.square(axes).sum(1)).tolist()
        self.view.set_mark((x, y))

    @Slot(str, object)
    def _on_drawn(self, name: str, drawn: View) -> None:
        if name != _NAME:
            return
        assert isinstance(drawn, LatentMap)
        self._map = drawn
        self.view.set_points(drawn.points, drawn.colours)
        self.legend.setText(_legend(drawn))
        axes = f"{drawn.names[0]} across, {drawn.names[1]} up"
        self.caption.setText(f"{axes} · {len(drawn.points):,} held-out images · model of step {drawn.step:,}")
        if self._session.latent is not None:
            self._on_latent(self._session.latent)

    # Qt overrides

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._session.keep_view(_NAME, None)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._keep()


def _legend(drawn: LatentMap) -> str:
    """Rich text."""
    if drawn.values is not None:
        return f"dark {drawn.values.min():.4g}<br>bright {drawn.values.max():.4g}"
    labels = np.unique(drawn.labels)
    if len(labels) > _MOST_CLASSES:
        return f"{len(labels)} labels; colours recur after {_MOST_CLASSES}"
    rows = (
        f'<span style="color:rgb({red},{green},{blue})">■</span> {label}'
        for label, (red, green, blue) in zip(labels.tolist(), class_colours(labels).tolist(), strict=True)
    )
    return "<br>".join(rows)
