"""The traversal grid: what each dimension does, seen from the current z."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Unpack

import numpy as np
from PySide6.QtCore import Qt, Slot
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
from latentlab.explore.requests.images import GalleryImages
from latentlab.explore.requests.texts import dims_text, parse_dims
from latentlab.explore.requests.traversal import DrawnTraversal, Traversal, Traverse
from latentlab.explore.requests.values import LARGEST_STEPS, ImageRef, Vector
from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.library_texts import translated
from latentlab.gui.models.current_run import Subject
from latentlab.gui.models.latent import Latent
from latentlab.gui.models.row_order import RowOrder
from latentlab.gui.panes.base import ViewPane, copy_button, count_box, export_button, row_of, title_label
from latentlab.gui.session import Session
from latentlab.gui.widgets.cell_size import CellSize
from latentlab.gui.widgets.elided_label import ElidedLabel
from latentlab.gui.widgets.flow_layout import FlowLayout, group_of
from latentlab.gui.widgets.grid_layout import COMFORTABLE
from latentlab.gui.widgets.image_grid import ImageGrid
from latentlab.gui.widgets.number_box import Limits, NumberBox
from latentlab.gui.widgets.row_choice import RowChoice

_UNITS = {
    "prior": (
        tr("prior σ"),
        tr("Offsets in units of each dimension's standard deviation under the prior, which is 1 for N(0, I)."),
    ),
    "posterior": (tr("posterior σ"), tr("Offsets in units of the start image's own σ of the dimension; needs a start image.")),
    "aggregate": (tr("aggregate σ"), tr("Offsets in units of the dimension's standard deviation over all held-out images.")),
    "quantiles": (
        tr("quantiles"),
        tr(
            "z_d set to quantiles of the aggregate posterior, the mixture of the held-out images' posteriors: of S "
            "columns, the first at 1/(S + 1), the last at S/(S + 1)."
        ),
    ),
}
_PAPER_TIP = tr(
    'Three columns at −20, 0 and 20 of the start image\'s own σ, as in "How to train your VAE", figure 4; '
    "from a held-out image where there is no start image."
)
_GRID_TIP = tr(
    "Each row moves one dimension of the current z, which is marked, and decodes it; KL is the dimension's "
    "mean KL(q(z_d|x) ‖ p(z_d)). Click a cell to make its z the current one."
)
_EXPORT_TIP = tr(
    "Write this grid as PNG, or as a GIF, WebP or MP4 loop, with the run, step, seed and z inside the file (Ctrl+E)."
)
_SPAN_TIP = tr("Largest offset δ to either side, in the chosen units: column s is z_d + δ_s·unit.")
_NO_SPAN_TIP = tr("Quantiles have no span: their columns go through the whole distribution.")
_GRID = "traversal"
"""What the size of its images is remembered by."""
_BOX = 64
_PAPER = Traversal(span=20.0, steps=3, units="posterior")
"""As in "How to train your VAE", figure 4."""


class TraversalPane(ViewPane):
    """Settings, the grid, and its export. A click on a cell makes its z the current one."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._drawn: DrawnTraversal | None = None
        self._order = RowOrder()
        self._awaits_image = False
        self._build_settings()
        self._build_views()
        bar = FlowLayout(line_gap=theme.SPACING.TIGHT)
        for label, editor in (
            (tr("Dimensions"), self.dims),
            (tr("Span"), self.span),
            (tr("Columns"), self.steps),
            (tr("Units"), self.units),
        ):
            bar.addWidget(_labelled(label, editor))
        self.plane.setMinimumHeight(self.steps.sizeHint().height())
        bar.addWidget(self.plane)
        bar.addWidget(self.paper)
        layout = self._column()
        layout.addLayout(row_of(title_label(tr("Traversal")), 1, self.cells, self.copy, self.export))
        layout.addLayout(bar)
        layout.addWidget(self.grid, 1)
        foot = row_of(self.rows)
        foot.addWidget(self.caption, 1)
        layout.addLayout(foot)
        self._traversal = self.traversal()
        self._connect()
        self._follow()

    def _build_settings(self) -> None:
        self.dims = QLineEdit()
        self.dims.setPlaceholderText(tr("active, by KL"))
        self.dims.setFixedWidth(self.dims.fontMetrics().horizontalAdvance(self.dims.placeholderText()) + 28)
        self.dims.setToolTip(tr("Rows: latent dimensions with commas, for example 0,3,5. Empty: the active ones by KL."))
        self.dims.setAccessibleName(tr("Dimensions"))
        self.plane = QCheckBox(tr("plane of two"))
        self.plane.setToolTip(tr("Move two dimensions at once: the first from row to row, the second from column to column."))
        self.span = NumberBox(whole=False, limits=Limits(low=0.05, high=100.0))
        self.span.set_value(3.0)
        self.span.setToolTip(_SPAN_TIP)
        self.span.setAccessibleName(tr("Span"))
        self.span.setFixedWidth(_BOX)
        self.steps = count_box(9, 2, LARGEST_STEPS, tr("Columns from −δ to +δ."), tr("Columns"), _BOX)
        self.units = _units_box()
        self.paper = QPushButton(tr("±20 posterior σ"))
        self.paper.setToolTip(_PAPER_TIP)

    def _build_views(self) -> None:
        self.copy = copy_button(tr("Copy this grid as a picture (Ctrl+C in the grid)."), tr("Copy the grid"))
        self.export = export_button(_EXPORT_TIP)
        self.export.setShortcut("Ctrl+E")
        for button in (self.copy, self.export):
            button.setEnabled(False)
        self.grid = ImageGrid(least=COMFORTABLE)
        self.grid.set_empty_text(tr("Train a run or open one: each row shows what one latent dimension does."))
        self.grid.setToolTip(_GRID_TIP)
        self.grid.set_side(self._session.cell_sizes.side(_GRID))
        self.cells = CellSize(self.grid)
        self.rows = RowChoice()
        self.caption = ElidedLabel()
        theme.set_role(self.caption, "caption")
        self.caption.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def _connect(self) -> None:
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
        self.cells.chosen.connect(partial(self._session.cell_sizes.choose, _GRID))
        self.rows.all_wanted.connect(self._on_all)
        self.rows.sort_wanted.connect(self._on_sort)
        self._session.views.gallery_changed.connect(self._on_gallery)
        self._session.views.rested.connect(self._on_rest)
        self._view_of_z = self._view(DrawnTraversal, self._ask, self._on_drawn, shown_in=self.grid)
        self._view_of_z.freshness.changed.connect(self._say)

    def traversal(self) -> Traversal:
        """What the settings say.

        Raises:
            ConfigError: if the dimensions are no list of numbers.
        """
        text = self.dims.text().strip()
        try:
            dims = parse_dims(text) if text else ()
        except ConfigError as error:
            raise ConfigError(tr("Dimensions {error}", error=error)) from None
        return Traversal(
            dims, float(self.span.value() or 3), int(self.steps.value() or 9), self.units.currentData(), self.plane.isChecked()
        )

    def restore(self, request: Traverse) -> None:
        """Show a traversal again as it was drawn."""
        asked = request.traversal
        self.dims.setText(dims_text(asked.dims))
        self.span.set_value(asked.span)
        self.steps.set_value(asked.steps)
        self.units.blockSignals(True)  # the start comes with the picture
        self.units.setCurrentIndex(self.units.findData(asked.units))
        self.units.blockSignals(False)
        self._show_units()
        self._awaits_image = False
        self.plane.setChecked(asked.plane)
        self._session.latent.restore(request.z, request.posterior_std, request.origin)
        self._keep()

    def export_to(self, path: Path, **style: Unpack[Style]) -> None:
        """Write the grid as the settings say."""
        try:
            traversal = self._with_rows(self.traversal())
        except ConfigError as error:
            self._tell("error", str(error))
            return
        if self._session.latent.current is not None:
            self._session.views.export(_traverse(traversal, self._session.latent.current), path, **style)

    def _with_rows(self, traversal: Traversal) -> Traversal:
        """With the rows that there are, unless dimensions are named."""
        if traversal.dims or self._session.views.gallery is None:
            return traversal
        pair = self._order.pair()
        rows = (pair if len(pair) == 2 else ()) if traversal.plane else self._order.rows()
        return replace(traversal, dims=rows)

    def _draw(self) -> None:
        try:
            self._traversal = self.traversal()
        except ConfigError as error:
            self._tell("error", str(error))
        else:
            super()._draw()

    def _ask(self, latent: Latent) -> Traverse | None:
        if self._awaits_image and not _is_at_image(latent):
            return None
        self._awaits_image = False
        return _traverse(self._with_rows(self._traversal), latent)

    @Slot()
    def _on_units(self) -> None:
        self._show_units()
        self._find_start()
        self._keep()

    def _show_units(self) -> None:
        quantiles = self.units.currentData() == "quantiles"
        self.span.setEnabled(not quantiles)
        self.span.setToolTip(_NO_SPAN_TIP if quantiles else _SPAN_TIP)

    @Slot()
    def _on_paper(self) -> None:
        self.span.set_value(_PAPER.span)
        self.steps.set_value(_PAPER.steps)
        self.units.setCurrentIndex(self.units.findData(_PAPER.units))
        self._find_start()
        self._keep()

    def _find_start(self) -> None:
        """Start at an image where offsets count its σ and z has none."""
        latent, subject = self._session.latent.current, self._session.run.subject
        there = subject is not None and subject.held_out_count > 0
        of_posterior = self.units.currentData() == "posterior"
        self._awaits_image = of_posterior and latent is not None and not _is_at_image(latent) and there
        if self._awaits_image:
            self._session.latent.start_from_image(ImageRef(index=0))

    @Slot()
    def _on_export(self) -> None:
        if self._drawn is not None:
            self._session.messages.export_view("traversal", self._drawn.grid, self.export_to)

    @Slot(object)
    def _on_cell(self, cell: tuple[int, int]) -> None:
        if self._drawn is not None:
            self._session.latent.adopt_z(self._drawn.z[cell])

    # Rows

    @Slot(object)
    def _on_gallery(self, gallery: GalleryImages) -> None:
        self._order.take(gallery.order, int(gallery.active.sum()))
        self._show_rows()
        self._view_of_z.ask_again()

    @Slot()
    def _on_rest(self) -> None:
        """No row moves by itself now, so all may stand in the order of their KL, as they do beside the sliders."""
        if self._order.is_out_of_date:
            self._on_sort()

    @Slot(bool)
    def _on_all(self, wanted: bool) -> None:
        self._order.shows_all = wanted
        self._show_rows()
        self._keep()

    @Slot()
    def _on_sort(self) -> None:
        self._order.sort()
        self._show_rows()
        self._keep()

    def _show_rows(self) -> None:
        if self._drawn is not None:
            named = len(self._drawn.dims) if self._traversal.dims or self._traversal.plane else None
            self.rows.show_order(self._order, named)

    # What is drawn

    def _on_subject(self, subject: Subject) -> None:
        self._drawn = None
        self._order = RowOrder(subject.config.model.latent_dim)
        if subject.held_out_count:
            self.grid.set_empty_text(tr("Looking at the held-out images …"))
        self.grid.set_grid(None)
        self.caption.clear()
        self.rows.hide()
        self.copy.setEnabled(False)
        self.export.setEnabled(False)
        if self._session.views.gallery is not None:
            self._on_gallery(self._session.views.gallery)

    def _on_drawn(self, drawn: DrawnTraversal) -> None:
        self._drawn = drawn
        self.grid.set_grid(drawn.grid.images, drawn.grid.row_labels, drawn.grid.column_labels)
        self.copy.setEnabled(True)
        self.export.setEnabled(True)
        self.rows.show()
        self._show_rows()
        self._say()

    @Slot()
    def _say(self) -> None:
        """What the grid shows, which may be something else than the controls say."""
        drawn, freshness = self._drawn, self._view_of_z.freshness
        if drawn is None or not isinstance(freshness.shown, Traverse):
            return
        self.grid.set_marks(_places(drawn, freshness.shown))
        of = tr("earlier settings") if freshness.is_stale else translated(freshness.shown.origin)
        columns = _columns_text(freshness.shown.traversal.units)
        self.caption.setText(tr("model of step {step:,} · {of} · {columns}", step=drawn.step, of=of, columns=columns))


def _columns_text(units: str) -> str:
    """What the grid's columns count."""
    if units == "quantiles":
        return tr("columns: quantiles of the aggregate posterior")
    return tr("columns: from the current z, in {units}", units=_UNITS[units][0])


def _is_at_image(latent: Latent) -> bool:
    """Whether the start is an image's, with its σ where that is known."""
    return latent.std is not None or latent.source is not None


def _traverse(traversal: Traversal, latent: Latent) -> Traverse:
    return Traverse(traversal, latent.z, latent.std, latent.origin)


def _places(drawn: DrawnTraversal, request: Traverse) -> list[tuple[float, float]]:
    """Where the z that was moved lies in each row, or in the plane: (row, column)."""
    if request.traversal.plane:
        down, across = drawn.dims[:2]
        return [(_place(drawn.z[:, 0, down], request.z[down]), _place(drawn.z[0, :, across], request.z[across]))]
    return [(row, _place(drawn.z[row, :, dim], request.z[dim])) for row, dim in enumerate(drawn.dims)]


def _place(values: Vector, value: float) -> float:
    """Where a value lies among ascending ones, between the places of its neighbours; half a place beyond the ends."""
    last = len(values) - 1
    if not values[0] < values[-1]:
        return last / 2
    if value < values[0]:
        return -0.5
    return last + 0.5 if value > values[-1] else float(np.interp(value, values, np.arange(last + 1)))


def _units_box() -> QComboBox:
    box = QComboBox()
    for value, (label, tip) in _UNITS.items():
        box.addItem(label, value)
        box.setItemData(box.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
    box.setToolTip(tr("What an offset counts."))
    box.setAccessibleName(tr("Units"))
    return box


def _labelled(text: str, editor: QWidget) -> QWidget:
    label = QLabel(text)
    label.setBuddy(editor)
    return group_of(label, editor)
