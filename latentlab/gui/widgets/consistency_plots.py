"""The plots of x and t(x): dimension by dimension, as a plane, over the strength of t, and as a ranking."""

from functools import partial
from typing import Literal

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from latentlab.errors import ConfigError
from latentlab.explore.requests.texts import parse_dims
from latentlab.explore.requests.transformations import DrawnConsistency, DrawnRanking, DrawnStrength
from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.widgets.number_box import Limits, NumberBox
from latentlab.gui.widgets.posterior_pair import PosteriorPair
from latentlab.gui.widgets.posterior_plane import PosteriorPlane
from latentlab.gui.widgets.ranking_plot import RankingPlot
from latentlab.gui.widgets.strength_plot import StrengthPlot

Page = Literal["pair", "plane", "strength", "ranking"]

_PAGES: dict[Page, tuple[str, str]] = {
    "pair": (tr("each dimension"), tr("Mean ± σ of both posteriors and the KL between them, dimension by dimension.")),
    "plane": (tr("plane of two dimensions"), tr("Both posteriors as ellipses.")),
    "strength": (tr("strength of t"), tr("KL and drift while one part of t grows, for this image and over held-out ones.")),
    "ranking": (tr("ranking of dimensions"), tr("Which dimensions are invariant and which follow t, over held-out images.")),
}
_FILES = {
    "pair": "posteriors.png",
    "plane": "posterior-plane.png",
    "strength": "strength.png",
    "ranking": "ranking.png",
}


class ConsistencyPlots(QWidget):
    """One plot at a time, which of them it is, and what it is about.

    Signals:
        page_changed: another plot is shown, or over other images.
        amount_changed: another part of t is to grow.
        refused: why what was written cannot be drawn, a sentence.
        export_requested: a file name and the picture as a QImage.
    """

    page_changed = Signal()
    amount_changed = Signal()
    refused = Signal(str)
    export_requested = Signal(str, object)

    def __init__(self, amounts: dict[str, str], parent: QWidget | None = None) -> None:
        """Plots; `amounts` are the parts of t that may grow, with what they are called."""
        super().__init__(parent)
        self._comparison: DrawnConsistency | None = None
        self.plot = QComboBox()
        for page, (words, tip) in _PAGES.items():
            self.plot.addItem(words, page)
            self.plot.setItemData(self.plot.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        self.plot.setToolTip(tr("What is drawn below."))
        self.plot.setAccessibleName(tr("Plot"))
        self.dims = QLineEdit()
        self.dims.setPlaceholderText(tr("by KL"))
        self.dims.setFixedWidth(72)
        self.dims.setToolTip(tr("Two dimensions with a comma, for example 3,7. Empty: those that move most."))
        self.dims.setAccessibleName(tr("Dimensions of the plane"))
        self.amount = QComboBox()
        for name, words in amounts.items():
            self.amount.addItem(words, name)
        self.amount.setToolTip(tr("The part of t that goes from one end of its slider to the other; the rest of t stays."))
        self.amount.setAccessibleName(tr("Part of t that grows"))
        self.images = NumberBox(whole=True, limits=Limits(low=2, high=1024))
        self.images.set_value(64)
        self.images.setToolTip(tr("The first N held-out images, which means and standard deviations are taken over."))
        self.images.setAccessibleName(tr("Held-out images"))
        self._images_label = QLabel(tr("Images"))
        self.pair = PosteriorPair()
        self.plane = PosteriorPlane()
        self.strength = StrengthPlot()
        self.strength.set_empty_text(tr("How far the posterior follows t appears here."))
        self.ranking = RankingPlot()
        self.ranking.set_empty_text(tr("Which dimensions follow t appears here."))
        self._lay_out()
        self.plot.currentIndexChanged.connect(self._on_plot)
        self.dims.editingFinished.connect(self._show_plane)
        self.amount.currentIndexChanged.connect(self.amount_changed)
        self.images.value_changed.connect(self.page_changed)
        self._show_page()

    def page(self) -> Page:
        """The plot that is shown."""
        shown: Page = self.plot.currentData()
        return shown

    def set_page(self, page: Page) -> None:
        """Show a plot."""
        self.plot.setCurrentIndex(self.plot.findData(page))

    def image_count(self) -> int:
        """Held-out images that means are taken over."""
        return int(self.images.value() or 64)

    def clear(self) -> None:
        """Show nothing."""
        self.set_comparison(None)
        self.set_strength(None)
        self.ranking.set_ranking(None)

    def set_comparison(self, drawn: DrawnConsistency | None) -> None:
        """Show x and t(x) in latent space."""
        self._comparison = drawn
        self.pair.set_comparison(drawn)
        self._show_plane()

    def set_strength(self, drawn: DrawnStrength | None) -> None:
        """Show what happens while t grows."""
        self.strength.set_curve(drawn, self.amount.currentText() if drawn is not None else "")

    def set_ranking(self, drawn: DrawnRanking) -> None:
        """Show which dimensions follow t."""
        self.ranking.set_ranking(drawn)

    def _lay_out(self) -> None:
        self._plots = QStackedWidget()
        pages: dict[Page, PosteriorPair | PosteriorPlane | StrengthPlot | RankingPlot] = {
            "pair": self.pair,
            "plane": self.plane,
            "strength": self.strength,
            "ranking": self.ranking,
        }
        for name, plot in pages.items():
            plot.export_requested.connect(partial(self.export_requested.emit, _FILES[name]))
            self._plots.addWidget(plot)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACING.SMALL)
        for part in (self.plot, self.dims, self.amount, self._images_label, self.images):
            row.addWidget(part)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACING.TIGHT)
        column.addLayout(row)
        column.addWidget(self._plots, 1)

    @Slot()
    def _on_plot(self) -> None:
        self._show_page()
        self.page_changed.emit()

    def _show_page(self) -> None:
        page = self.page()
        self._plots.setCurrentIndex(self.plot.currentIndex())
        self.dims.setVisible(page == "plane")
        self.amount.setVisible(page == "strength")
        for widget in (self._images_label, self.images):
            widget.setVisible(page in ("strength", "ranking"))

    @Slot()
    def _show_plane(self) -> None:
        drawn = self._comparison
        if drawn is None or len(drawn.mean_x) < 2:
            self.plane.set_comparison(None)
            return
        text = self.dims.text().strip()
        try:
            dims = parse_dims(text) if text else tuple(self.pair.order()[:2])
        except ConfigError:
            dims = ()
        if len(set(dims)) != 2 or not all(0 <= dimension < len(drawn.mean_x) for dimension in dims):
            last = len(drawn.mean_x) - 1
            self.refused.emit(
                tr(
                    "Dimensions {text!r}: write two different ones of 0 to {last} with a comma, such as 0,1.",
                    text=text,
                    last=last,
                )
            )
            return
        self.plane.set_comparison(drawn, (dims[0], dims[1]))
