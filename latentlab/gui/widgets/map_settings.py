"""The plane of a latent map, its colours and its holes."""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit

from latentlab.errors import ConfigError
from latentlab.explore.requests.maps import Map
from latentlab.explore.requests.texts import dims_text, parse_dims
from latentlab.explore.umap_layout import MIN_DIST, MOST_EMBEDDED, N_NEIGHBORS, has_umap
from latentlab.gui.language import tr
from latentlab.gui.library_texts import translated
from latentlab.gui.widgets import figures
from latentlab.gui.widgets.number_box import Limits, NumberBox

_HOLES_TIP = tr(
    "Shade where q(z), the mixture of the first 1,024 posteriors, is below a tenth of the prior p(z), both "
    "projected onto this plane, and p(z) above a hundredth of its peak."
)
_COLOURS = {
    "label": tr("label"),
    "kl": tr("KL to the prior"),
    "error": tr("reconstruction error"),
    "density": tr("density of q(z)"),
    "cluster": tr("cluster (k-means)"),
}
_OF_SIGMA = ("kl", "density")
"""Colours that need σ."""
_CLUSTERS = 10


class MapSettings(QObject):
    """Editors, which the pane places.

    Attributes:
        projection, dims, colour, clusters, holes: the editors.

    Signals:
        plane_changed: points lie elsewhere.
        changed: they only look otherwise.
    """

    plane_changed = Signal()
    changed = Signal()

    def __init__(self, colour_width: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.projection = QComboBox()
        self.projection.addItem(tr("principal components"), "pca")
        self.projection.addItem(tr("two dimensions"), "dims")
        self._offer_umap()
        self.projection.setToolTip(
            tr("The plane: of two principal components of the first posterior means, 1,024 at most, or of two dimensions of z.")
        )
        self.projection.setAccessibleName(tr("Projection"))
        self.dims = QLineEdit()
        self.dims.setPlaceholderText(tr("by KL"))
        self.dims.setFixedWidth(72)
        self.dims.setToolTip(tr("Two dimensions with a comma, for example 3,7. Empty: those with the largest KL."))
        self.dims.setAccessibleName(tr("Dimensions"))
        self.colour = QComboBox()
        self.colour.setToolTip(tr("What the colours stand for: the label, a number measured on each image, or an attribute."))
        self.colour.setAccessibleName(tr("Colour"))
        self.colour.setFixedWidth(colour_width)
        self.clusters = NumberBox(whole=True, limits=Limits(low=2, high=100))
        self.clusters.set_value(_CLUSTERS)
        self.clusters.setToolTip(tr("Clusters that k-means makes of the posterior means."))
        self.clusters.setAccessibleName(tr("Number of clusters"))
        self.clusters.setFixedWidth(colour_width)
        self.holes = QCheckBox(tr("Shade holes"))
        self.holes.setToolTip(_HOLES_TIP)
        self.offer_colours((), labelled=True)
        self.projection.currentIndexChanged.connect(self._on_plane)
        self.dims.editingFinished.connect(self.plane_changed)
        self.colour.currentIndexChanged.connect(self._on_colour)
        self.clusters.value_changed.connect(self.changed)
        self.holes.toggled.connect(self.changed)

    @property
    def by_umap(self) -> bool:
        """Whether the plane is an embedding."""
        return bool(self.projection.currentData() == "umap")

    @property
    def shows_errors(self) -> bool:
        """Whether the colours stand for reconstruction errors."""
        return bool(self.colour.currentData() == "error")

    def dimensions(self) -> tuple[int, ...]:
        """Those that are written.

        Raises:
            ConfigError: if they are no list of numbers.
        """
        text = self.dims.text().strip()
        try:
            return parse_dims(text) if text else ()
        except ConfigError:
            raise ConfigError(
                tr("Dimensions {text!r}: write two whole numbers with a comma, for example 3,7.", text=text)
            ) from None

    def request(self, images: int | None) -> Map:
        """The map of so many images, of all where None is given.

        Raises:
            ConfigError: if the dimensions are no pair of numbers.
        """
        holes = self.holes.isChecked() and not self.by_umap
        clusters = int(self.clusters.value() or _CLUSTERS)
        return Map(self.projection.currentData(), self.dimensions(), self.colour.currentData(), images, holes, clusters)

    def show_plane(self, projection: str, dims: tuple[int, ...]) -> None:
        """Choose a plane."""
        self.dims.setText(dims_text(dims))
        self.projection.setCurrentIndex(self.projection.findData(projection))

    def show_look(self, colour: str, holes: bool, clusters: int = _CLUSTERS) -> None:
        """Choose a colour, with clusters how many, and whether holes are shaded."""
        self.clusters.set_value(clusters)
        if self.colour.findData(colour) < 0:
            self.colour.addItem(colour, colour)
        self.colour.setCurrentIndex(self.colour.findData(colour))
        self.holes.setChecked(holes)

    def offer_colours(self, attributes: tuple[str, ...], *, labelled: bool, sigma: bool = True) -> None:
        """Offer attributes beside what every image has; images without labels are coloured by their KL at first.

        Without σ there is no KL and no density, and nothing that is shaded by one.
        """
        self._sigma = sigma
        chosen = self.colour.currentData()
        self.colour.blockSignals(True)
        self.colour.clear()
        for value, words in (*_COLOURS.items(), *((name, translated(name)) for name in attributes)):
            if (labelled or value != "label") and (sigma or value not in _OF_SIGMA):
                self.colour.addItem(words, value)
        self.colour.setCurrentIndex(max(self.colour.findData(chosen), 0))
        self.colour.blockSignals(False)
        self._enable()

    def _offer_umap(self) -> None:
        missing = not has_umap()
        self.projection.addItem(tr("UMAP · needs umap-learn") if missing else "UMAP", "umap")
        place = self.projection.count() - 1
        tip = tr(
            "UMAP of the first {most:,} posterior means: n_neighbors {n_neighbors}, min_dist "
            "{min_dist:g}, always the same seed. It keeps neighbours together; distances between far clusters mean "
            "little.",
            most=MOST_EMBEDDED,
            n_neighbors=N_NEIGHBORS,
            min_dist=MIN_DIST,
        )
        self.projection.setItemData(place, tip, Qt.ItemDataRole.ToolTipRole)
        offered = self.projection.model()
        assert isinstance(offered, QStandardItemModel)
        offered.item(place).setEnabled(not missing)

    @Slot()
    def _on_plane(self) -> None:
        self._enable()
        self.plane_changed.emit()

    @Slot()
    def _on_colour(self) -> None:
        self._enable()
        self.changed.emit()

    def _enable(self) -> None:
        self.dims.setVisible(self.projection.currentData() == "dims")
        self.clusters.setVisible(self.colour.currentData() == "cluster")
        self.holes.setEnabled(not self.by_umap and self._sigma)
        umap = tr("UMAP projects no densities, so it shows no holes; take another projection.")
        self.holes.setToolTip(umap if self.by_umap else _HOLES_TIP if self._sigma else figures.SIGMA_UNKNOWN)
        if not self._sigma:
            self.holes.setChecked(False)
            return
        density, offered = self.colour.findData("density"), self.colour.model()
        assert isinstance(offered, QStandardItemModel)
        offered.item(density).setEnabled(not self.by_umap)
        if self.by_umap and self.colour.currentIndex() == density:  # which UMAP does not project
            self.colour.setCurrentIndex(self.colour.findData("kl"))
