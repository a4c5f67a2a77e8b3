"""The traversal grid: what each dimension does, seen from the current z."""

from pathlib import Path
from typing import Unpack

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from latentlab.errors import ConfigError
from latentlab.explore.requests.commands import Style
from latentlab.explore.requests.texts import dims_text, parse_dims
from latentlab.explore.requests.traversal import DrawnTraversal, Traversal, Traverse
from latentlab.explore.requests.values import LARGEST_STEPS
from latentlab.gui import theme
from latentlab.gui.models.current_run import Subject
from latentlab.gui.models.latent import Latent
from latentlab.gui.panes.base import ViewPane, copy_button, export_button, row_of, title_label
from latentlab.gui.session import Session
from latentlab.gui.widgets.flow_layout import FlowLayout, group_of
from latentlab.gui.widgets.image_grid import ImageGrid
from latentlab.gui.widgets.number_box import Limits, NumberBox

_UNITS = {
    "prior": ("prior σ", "Offsets in units of each dimension's standard deviation under the prior, which is 1 for N(0, I)."),
    "posterior": ("posterior σ", "Offsets in units of the start image's own σ of the dimension; needs a start image."),
    "aggregate": ("aggregate σ", "Offsets in units of the dimension's standard deviation over all held-out images."),
    "quantiles": (
        "quantiles",
        "z_d set to quantiles of the aggregate posterior, the mixture of the held-out images' posteriors: of S columns, the "
        "first at 1/(S + 1), the last at S/(S + 1).",
    ),
}
_SPAN_TIP = "Largest offset δ to either side, in the chosen units: column s is z_d + δ_s·unit."
_PAPER = Traversal(span=20.0, steps=3, units="posterior")
"""As in "How to train your VAE", figure 4."""


class TraversalPane(ViewPane):
    """Settings, the grid, and its export. A click on a cell makes its z the current one."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._drawn: DrawnTraversal | None = None
        self.dims = QLineEdit()
        self.dims.setPlaceholderText("active, by KL")
        self.dims.setFixedWidth(108)
        self.dims.setToolTip("Rows: latent dimensions with commas, for example 0,3,5. Empty: the active ones, 16 at most.")
        self.dims.setAccessibleName("Dimensions")
        self.plane = QCheckBox("plane")
        self.plane.setToolTip("Move two dimensions at once: the first from row to row, the second from column to column.")
        self.span = NumberBox(whole=False, limits=Limits(low=0.05, high=100.0))
        self.span.set_value(3.0)
        self.span.setToolTip(_SPAN_TIP)
        self.span.setAccessibleName("Span")
        self.steps = NumberBox(whole=True, limits=Limits(low=2, high=LARGEST_STEPS))
        self.steps.set_value(9)
        self.steps.setToolTip("Columns from −δ to +δ.")
        self.steps.setAccessibleName("Columns")
        for box in (self.span, self.steps):
            box.setFixedWidth(64)
        self.units = QComboBox()
        for value, (label, tip) in _UNITS.items():
            self.units.addItem(label, value)
            self.units.setItemData(self.units.count() - 1, tip, 3)
        self.units.setToolTip("What an offset counts.")
        self.units.setAccessibleName("Units")
        self.paper = QPushButton("±20 σ (paper)")
        self.paper.setToolTip(
            'Three columns at −20, 0 and 20 of the start image\'s own σ, as in "How to train your VAE", figure 4.'
        )
        self.copy = copy_button("Copy this grid as a picture (Ctrl+C in the grid).", "Copy the grid")
        self.export = export_button(
            "Write this grid as PNG, or as a GIF, WebP or MP4 loop, with the run, step, seed and z inside the file (Ctrl+E)."
        )
        self.export.setShortcut("Ctrl+E")
        for button in (self.copy, self.export):
            button.setEnabled(False)
        self.grid = ImageGrid()
        self.grid.set_empty_text("Train a run or open one: each row shows what one latent dimension does.")
        self.grid.setToolTip(
            "Each row moves one dimension of the current z and decodes it; KL is the dimension's mean KL(q(z_d|x) ‖ p(z_d)). "
            "Click a cell to make its z the current one."
        )
        self.caption = QLabel()
        self.caption.setFont(theme.caption_font())

        bar = FlowLayout(line_gap=theme.SPACING.TIGHT)
        for label, editor in (("Dimensions", self.dims), ("Span", self.span), ("Columns", self.steps), ("Units", self.units)):
            bar.addWidget(_labelled(label, editor))
        self.plane.setMinimumHeight(self.steps.sizeHint().height())
        bar.addWidget(self.plane)
        bar.addWidget(self.paper)
        layout = self._column()
        layout.addLayout(row_of(title_label("Traversal"), 1, self.copy, self.export))
        layout.addLayout(bar)
        layout.addWidget(self.grid, 1)
        layout.addWidget(self.caption)

        self.dims.editingFinished.connect(self._keep)
        self.plane.toggled.connect(self._keep)
        self.span.value_changed.connect(self._keep)
        self.steps.value_changed.connect(self._keep)
        self.units.currentIndexChanged.connect(self._on_units)
        self.paper.clicked.connect(self._on_paper)
        self.copy.clicked.connect(self.grid.copy_image)
        self.export.clicked.connect(self._on_export)
        self.grid.cell_clicked.connect(self._on_cell)
        self.grid.export_requested.connect(self._on_export)
        self._traversal = self.traversal()
        self._view(DrawnTraversal, self._ask, self._on_drawn)
        self._follow()

    def traversal(self) -> Traversal:
        """What the settings say.

        Raises:
            ConfigError: if the dimensions are no list of numbers.
        """
        text = self.dims.text().strip()
        try:
            dims = parse_dims(text) if text else ()
        except ConfigError as error:
            raise ConfigError(f"Dimensions {error}") from None
        return Traversal(
            dims, float(self.span.value() or 3), int(self.steps.value() or 9), self.units.currentData(), self.plane.isChecked()
        )

    def restore(self, request: Traverse) -> None:
        """Show a traversal again as it was drawn."""
        asked = request.traversal
        self.dims.setText(dims_text(asked.dims))
        self.span.set_value(asked.span)
        self.steps.set_value(asked.steps)
        self.units.setCurrentIndex(self.units.findData(asked.units))
        self.plane.setChecked(asked.plane)
        self._session.latent.restore(request.z, request.posterior_std, request.origin)
        self._keep()

    def export_to(self, path: Path, **style: Unpack[Style]) -> None:
        """Write the grid as the settings say."""
        try:
            traversal = self.traversal()
        except ConfigError as error:
            self._tell("error", str(error))
            return
        if self._session.latent.current is not None:
            self._session.views.export(_traverse(traversal, self._session.latent.current), path, **style)

    def _draw(self) -> None:
        try:
            self._traversal = self.traversal()
        except ConfigError as error:
            self._tell("error", str(error))
        else:
            super()._draw()

    def _ask(self, latent: Latent) -> Traverse:
        return _traverse(self._traversal, latent)

    @Slot()
    def _on_units(self) -> None:
        quantiles = self.units.currentData() == "quantiles"
        self.span.setEnabled(not quantiles)
        self.span.setToolTip(
            "Quantiles have no span: their columns go through the whole distribution." if quantiles else _SPAN_TIP
        )
        self._keep()

    @Slot()
    def _on_paper(self) -> None:
        self.span.set_value(_PAPER.span)
        self.steps.set_value(_PAPER.steps)
        self.units.setCurrentIndex(self.units.findData(_PAPER.units))
        self._keep()

    @Slot()
    def _on_export(self) -> None:
        if self._drawn is not None:
            self._session.messages.export_view("traversal", self._drawn.grid, self.export_to)

    @Slot(object)
    def _on_cell(self, cell: tuple[int, int]) -> None:
        if self._drawn is not None:
            self._session.latent.adopt_z(self._drawn.z[cell])

    def _on_subject(self, subject: Subject) -> None:
        del subject
        self._drawn = None
        self.grid.set_grid(None)
        self.caption.clear()
        self.copy.setEnabled(False)
        self.export.setEnabled(False)

    def _on_drawn(self, drawn: DrawnTraversal) -> None:
        self._drawn = drawn
        self.grid.set_grid(drawn.grid.images, drawn.grid.row_labels, drawn.grid.column_labels)
        origin = self._session.latent.current.origin if self._session.latent.current else ""
        self.caption.setText(f"model of step {drawn.step:,} · from {origin}")
        self.copy.setEnabled(True)
        self.export.setEnabled(True)


def _traverse(traversal: Traversal, latent: Latent) -> Traverse:
    return Traverse(traversal, latent.z, latent.std, latent.origin)


def _labelled(text: str, editor: QWidget) -> QWidget:
    label = QLabel(text)
    label.setBuddy(editor)
    return group_of(label, editor)
