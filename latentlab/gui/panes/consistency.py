"""x beside t(x): whether they land in the same place of the latent space."""

import itertools
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from latentlab.explore.requests import Compare, Comparison, Encode, Transformation, View
from latentlab.gui import theme
from latentlab.gui.session import Latent, Session, Subject
from latentlab.gui.widgets.image_grid import ImageGrid
from latentlab.gui.widgets.parameter_slider import ParameterSlider
from latentlab.gui.widgets.posterior_pair import PosteriorPair
from latentlab.gui.widgets.save_dialog import choose_png

_NAME = "consistency"
_CONTROLS_WIDTH = 268
_SLIDERS = {
    "rotate": ("Rotation", -180.0, 180.0, 0.0, 1.0, "Degrees, counter-clockwise."),
    "right": ("Shift right", -64.0, 64.0, 0.0, 1.0, "Pixels to the right."),
    "down": ("Shift down", -64.0, 64.0, 0.0, 1.0, "Pixels downwards."),
    "scale": ("Scale", 0.25, 3.0, 1.0, 0.05, "Above 1 enlarges."),
    "shear": ("Shear", -60.0, 60.0, 0.0, 1.0, "Degrees; positive leans the top to the left."),
    "brightness": ("Brightness", 0.0, 3.0, 1.0, 0.05, "Factor on every value."),
    "contrast": ("Contrast", 0.0, 3.0, 1.0, 0.05, "Factor on the distance from the image's mean."),
    "saturation": ("Saturation", 0.0, 3.0, 1.0, 0.05, "Factor on the distance from grey; colour images only."),
    "hue": ("Hue", -0.5, 0.5, 0.0, 0.01, "Turns of the colour circle; colour images only."),
    "noise": ("Noise", 0.0, 0.5, 0.0, 0.01, "Standard deviation, pixels in [0, 1]."),
    "blur": ("Blur", 0.0, 5.0, 0.0, 0.1, "σ of the Gaussian in pixels."),
    "erase": ("Erase", 0.0, 0.5, 0.0, 0.01, "Share of the area, about the centre."),
}
_COLOUR_ONLY = ("saturation", "hue")


class ConsistencyPane(QWidget):
    """The transformation, what it makes of the image, and what it does to the posterior."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._draw: int | None = None
        self._draws = itertools.count()
        title = QLabel("Consistency")
        title.setFont(theme.title_font())
        self.draw = QPushButton(theme.icon("dice"), "Draw t")
        self.draw.setToolTip("Draw a transformation from the run's own policy.")
        self.reset = QPushButton(theme.icon("reset"), "Identity")
        self.reset.setToolTip("Back to the transformation that changes nothing.")
        self.export = QPushButton(theme.icon("export"), "Export…")
        self.export.setToolTip(
            "Write x and t(x) with their reconstructions as PNG, and the command line that draws them again."
        )
        self.grid = ImageGrid()
        self.grid.set_empty_text("Train a run or open one: x and t(x) appear here.")
        self.grid.setToolTip("x and t(x) with their reconstructions. Click a row to make its posterior mean the current z.")
        self.pair = PosteriorPair()
        self.pair.export_requested.connect(partial(session.ask_export, "posteriors.png"))
        self.totals = QLabel()
        self.totals.setFont(theme.tabular(theme.caption_font()))
        self.totals.setWordWrap(True)
        self.totals.setToolTip(
            "KL(q(z|t(x)) ‖ q(z|x)) and the reverse; Jeffreys is their sum. W₂: 2-Wasserstein distance in units of z. Ratio: "
            "squared distance of the means over that of two strangers', 0 invariant, 1 as strangers. A small KL can come "
            "from wide posteriors alone; ratio and nearest neighbour tell."
        )
        head = QHBoxLayout()
        head.setSpacing(theme.SPACING.SMALL)
        head.addWidget(title)
        head.addStretch(1)
        for widget in (self.draw, self.reset, self.export):
            head.addWidget(widget)
        top = QHBoxLayout()
        top.setSpacing(theme.SPACING.MEDIUM)
        top.addWidget(self.grid, 1)
        top.addWidget(self._build_controls())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACING.SMALL, theme.SPACING.SMALL, theme.SPACING.SMALL, theme.SPACING.SMALL)
        layout.setSpacing(theme.SPACING.SMALL)
        layout.addLayout(head)
        layout.addLayout(top, 5)
        layout.addWidget(self.totals)
        layout.addWidget(self.pair, 4)
        self._comparison: Comparison | None = None
        self._set_enabled(False)

        self.draw.clicked.connect(self._on_draw)
        self.reset.clicked.connect(self._on_reset)
        self.export.clicked.connect(self._on_export)
        self.grid.cell_clicked.connect(self._on_cell)
        session.subject_changed.connect(self._on_subject)
        session.view_drawn.connect(self._on_drawn)

    def _build_controls(self) -> QWidget:
        self.sliders = {name: ParameterSlider(*settings) for name, settings in _SLIDERS.items()}
        self.flips = [QCheckBox("flip left–right"), QCheckBox("flip top–bottom")]
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, theme.SPACING.SMALL, 0)
        column.setSpacing(theme.SPACING.TIGHT)
        for slider in self.sliders.values():
            slider.changed.connect(self._on_moved)
            column.addWidget(slider)
        for box in self.flips:
            box.toggled.connect(self._on_moved)
            column.addWidget(box)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(holder)
        scroll.setFixedWidth(_CONTROLS_WIDTH)
        return scroll

    def transformation(self) -> Transformation:
        """What the controls say."""
        value = {name: slider.value() for name, slider in self.sliders.items()}
        shift = (value.pop("right"), value.pop("down"))
        across, down = (box.isChecked() for box in self.flips)
        return Transformation(translate=shift, flip_horizontal=across, flip_vertical=down, **value)

    def request(self, latent: Latent) -> Compare:
        """What is shown of the current image; of the first held-out one where the current z is no image's."""
        return Compare(latent.source or Encode(index=0), self.transformation(), self._draw)

    def restore(self, request: Compare) -> None:
        """Show a comparison again as it was drawn."""
        asked = request.transformation
        right, down = asked.translate
        for name, slider in self.sliders.items():
            slider.set_value({"right": right, "down": down}[name] if name in ("right", "down") else getattr(asked, name))
        for box, flipped in zip(self.flips, (asked.flip_horizontal, asked.flip_vertical), strict=True):
            box.setChecked(flipped)
        self._draw = request.draw
        self._session.start_from_image(request.source)
        self._keep()

    def export_to(self, path: Path) -> None:
        """Write the four pictures."""
        if self._session.latent is not None:
            self._session.export_view(self.request(self._session.latent), path)

    def _set_enabled(self, enabled: bool) -> None:
        for widget in (self.draw, self.reset, self.export, *self.sliders.values(), *self.flips):
            widget.setEnabled(enabled)

    def _keep(self) -> None:
        if self.isVisible():
            self._session.keep_view(_NAME, self.request)

    @Slot()
    def _on_moved(self) -> None:
        self._draw = None
        self._keep()

    @Slot()
    def _on_draw(self) -> None:
        self._draw = next(self._draws)
        self._keep()

    @Slot()
    def _on_reset(self) -> None:
        for slider in self.sliders.values():
            slider.reset()
        for box in self.flips:
            box.setChecked(False)
        self._on_moved()

    @Slot()
    def _on_export(self) -> None:
        path = choose_png(self, "Export consistency", self._session.export_folder() / "consistency.png")
        if path is not None:
            self.export_to(path)

    @Slot(object)
    def _on_cell(self, cell: tuple[int, int]) -> None:
        if self._comparison is not None:
            self._session.adopt_z(self._comparison.mean_t if cell[0] else self._comparison.mean_x)

    @Slot(object)
    def _on_subject(self, subject: Subject) -> None:
        self._comparison = None
        self.grid.set_empty_text("Looking at the held-out images …")
        self.grid.set_grid(None)
        self.pair.set_comparison(None)
        self.totals.clear()
        self._set_enabled(True)
        for name in _COLOUR_ONLY:
            self.sliders[name].setVisible(subject.image_shape[0] == 3)

    @Slot(str, object)
    def _on_drawn(self, name: str, drawn: View) -> None:
        if name != _NAME:
            return
        assert isinstance(drawn, Comparison)
        self._comparison = drawn
        self.grid.set_grid(drawn.grid.images, drawn.grid.row_labels, drawn.grid.column_labels)
        self.pair.set_comparison(drawn)
        distance = "–" if drawn.wasserstein2 is None else f"{drawn.wasserstein2:.3f}"
        ratio = "–" if drawn.ratio is None else f"{drawn.ratio:.3f}"
        near = "x is the nearest of the held-out images" if drawn.nearest else "another held-out image is nearer than x"
        drawn_by = f" · t drawn from the run's policy, draw {self._draw}" if self._draw is not None else ""
        self.totals.setText(
            f"KL {drawn.kl_forward:.3f} nats · reverse {drawn.kl_reverse:.3f} · Jeffreys {drawn.jeffreys:.3f} · W₂ {distance}"
            f" · ratio {ratio} · {near} · model of step {drawn.step:,}{drawn_by}"
        )

    # Qt overrides

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._session.keep_view(_NAME, None)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._keep()
