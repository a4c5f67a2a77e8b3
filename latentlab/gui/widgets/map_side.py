"""What stands beside a latent map: the image that is pointed at, and what the points look like."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QVBoxLayout, QWidget

from latentlab.explore.map_legend import label_name
from latentlab.explore.requests.images import FetchedImage
from latentlab.explore.requests.maps import DrawnMap
from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.library_texts import translated
from latentlab.gui.widgets.image_view import ImageView
from latentlab.gui.widgets.map_legend import MapLegend
from latentlab.gui.widgets.map_points import FEW
from latentlab.gui.widgets.map_settings import MapSettings

SIDE = 150


class MapSide(QWidget):
    """A thumbnail over editors.

    Attributes:
        thumbnail: the image that is pointed at.
        images: whether points are images where few are in sight.
        legend: what the colours stand for.
        refit: fits an embedding to the model as it is now; hidden while it is that.

    Signals:
        export_requested: the thumbnail, as `PictureWidget.export_requested`.
    """

    export_requested = Signal(object)

    def __init__(self, settings: MapSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.thumbnail = ImageView()
        self.thumbnail.set_empty_text(tr("Point at an image"))
        self.thumbnail.setFixedSize(SIDE, SIDE + 20)
        self.thumbnail.export_requested.connect(self.export_requested)
        self.images = QCheckBox(tr("Images when near"))
        self.images.setToolTip(tr("Show points as images where at most {few} are in sight: zoom in with the wheel.", few=FEW))
        self.images.setChecked(True)
        self.refit = QPushButton(tr("Refit"))
        self.refit.setToolTip(
            tr("Fit UMAP to the model as it is now. While training it stays as it is; it follows when training pauses.")
        )
        self.refit.hide()
        self.legend = MapLegend(SIDE)
        coloured = QLabel(tr("Coloured by"))
        coloured.setFont(theme.caption_font())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACING.SMALL)
        for part in (self.thumbnail, coloured, settings.colour, settings.clusters, self.images, settings.holes, self.refit):
            layout.addWidget(part)
        layout.addWidget(self.legend, 1)

    def clear(self) -> None:
        """Point at nothing."""
        self.thumbnail.set_image(None)
        self.thumbnail.set_caption("")

    def show_image(self, fetched: FetchedImage, drawn: DrawnMap) -> None:
        """Show an image of a map: its number, its label and its value."""
        self.thumbnail.set_image(fetched.image)
        label = int(drawn.labels[fetched.index])
        said = "" if label < 0 else f" · {translated(label_name(drawn, label))}"
        value = f" · {drawn.values[fetched.index]:.4g}" if drawn.values is not None else ""
        self.thumbnail.set_caption(f"{fetched.index}{said}{value}")
