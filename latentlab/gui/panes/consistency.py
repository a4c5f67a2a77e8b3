"""x beside t(x): whether they land in the same place of the latent space."""

import itertools
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from latentlab.catalog.transforms import named_policies
from latentlab.config import TransformConfig, transform_text
from latentlab.explore.requests.commands import ViewRequest
from latentlab.explore.requests.transformations import (
    Consistency,
    DrawnConsistency,
    DrawnRanking,
    DrawnStrength,
    Flip,
    Rank,
    Strength,
    Transformation,
)
from latentlab.explore.requests.values import ImageRef, RunRef, View
from latentlab.gui import theme
from latentlab.gui.run_files import Listed
from latentlab.gui.session import Latent, Message, Session, Subject
from latentlab.gui.widgets.image_grid import ImageGrid
from latentlab.gui.widgets.number_box import Limits, NumberBox
from latentlab.gui.widgets.parameter_slider import ParameterSlider
from latentlab.gui.widgets.posterior_pair import PosteriorPair
from latentlab.gui.widgets.posterior_plane import PosteriorPlane
from latentlab.gui.widgets.ranking_plot import RankingPlot
from latentlab.gui.widgets.run_choice import RunChoice
from latentlab.gui.widgets.save_dialog import choose_file
from latentlab.gui.widgets.strength_plot import StrengthPlot
from latentlab.gui.widgets.totals_table import TotalsTable

_NAME = "consistency"
_STRENGTH = "strength"
_RANKING = "ranking"
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
_PLOTS = (
    ("each dimension", "Mean ± σ of both posteriors and the KL between them, dimension by dimension."),
    ("plane of two dimensions", "Both posteriors as ellipses."),
    ("strength of t", "KL and drift while one part of t grows, for this image and over held-out ones."),
    ("ranking of dimensions", "Which dimensions are invariant and which follow t, over held-out images."),
)
_PAIR, _PLANE, _SWEEP, _RANK = range(4)
_TOTALS = ("KL, nats", "reverse", "Jeffreys", "W₂", "ratio", "nearest", "step")
_COLOUR_ONLY = ("saturation", "hue")


class ConsistencyPane(QWidget):
    """The transformation, what it makes of the image, and what it does to the posterior."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._draw: int | None = None
        self._swept: ImageRef | None = None
        self._draws = itertools.count()
        self._policy = ""
        title = QLabel("Consistency")
        title.setFont(theme.title_font())
        self.second = RunChoice("no second run")
        self.second.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.second.setMinimumContentsLength(3)
        self.second.setMaximumWidth(_CONTROLS_WIDTH)
        self.second.setToolTip("A run whose newest model looks at the same x and t(x), beside this one: a VAE beside a CR-VAE.")
        self.second.wanted.connect(session.list_runs)
        self.second.chosen.connect(self._keep)
        self.draw = QToolButton()
        self.draw.setIcon(theme.icon("dice"))
        self.draw.setText("Draw t")
        self.draw.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.draw.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.draw.setToolTip("Draw a transformation from the run's own policy, or from another one that the menu offers.")
        self.policies = QMenu(self.draw)
        self.policies.aboutToShow.connect(session.list_policies)
        self.draw.setMenu(self.policies)
        self._fill_policies({})
        self.reset = QPushButton("Identity")
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
        self.both = TotalsTable(_TOTALS)
        self.both.setToolTip(self.totals.toolTip())
        self.both.hide()
        head = QHBoxLayout()
        head.setSpacing(theme.SPACING.SMALL)
        head.addWidget(title)
        head.addStretch()
        for widget in (QLabel("Beside"), self.second, self.draw, self.reset, self.export):
            head.addWidget(widget)
        for button in (self.draw, self.reset, self.export):
            button.setProperty("narrow", True)
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
        layout.addWidget(self.both)
        layout.addLayout(self._build_plots(), 4)
        self._comparison: DrawnConsistency | None = None
        self._set_enabled(False)

        self.draw.clicked.connect(self._on_draw)
        self.reset.clicked.connect(self._on_reset)
        self.export.clicked.connect(self._on_export)
        self.grid.cell_clicked.connect(self._on_cell)
        self.grid.export_requested.connect(self._on_export)
        session.subject_changed.connect(self._on_subject)
        session.latent_changed.connect(self._on_latent)
        session.view_drawn.connect(self._on_drawn)
        session.policies_listed.connect(self._fill_policies)
        session.view_failed.connect(self._on_failed)
        session.runs_listed.connect(self._on_listed)

    def _build_plots(self) -> QVBoxLayout:
        """The plot below, which of them it is, and what it is about."""
        self.plot = QComboBox()
        for words, tip in _PLOTS:
            self.plot.addItem(words)
            self.plot.setItemData(self.plot.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        self.plot.setToolTip("What is drawn below.")
        self.plot.setAccessibleName("Plot")
        self.dims = QLineEdit()
        self.dims.setPlaceholderText("by KL")
        self.dims.setFixedWidth(72)
        self.dims.setToolTip("Two dimensions with a comma, for example 3,7. Empty: those that move most.")
        self.dims.setAccessibleName("Dimensions of the plane")
        self.amount = QComboBox()
        for name, (words, *_) in _SLIDERS.items():
            self.amount.addItem(words, name)
        self.amount.setToolTip("The part of t that goes from one end of its slider to the other; the rest of t stays.")
        self.amount.setAccessibleName("Part of t that grows")
        self.images = NumberBox(whole=True, limits=Limits(low=2, high=1024))
        self.images.set_value(64)
        self.images.setToolTip("The first so many held-out images, which means and standard deviations are taken over.")
        self.images.setAccessibleName("Held-out images")
        self._images_label = QLabel("Images")
        self.plane = PosteriorPlane()
        self.strength = StrengthPlot()
        self.strength.set_empty_text("How far the posterior follows t appears here.")
        self.ranking = RankingPlot()
        self.ranking.set_empty_text("Which dimensions follow t appears here.")
        for widget, name in (
            (self.plane, "posterior-plane.png"),
            (self.strength, "strength.png"),
            (self.ranking, "ranking.png"),
        ):
            widget.export_requested.connect(partial(self._session.ask_export, name))
        self._plots = QStackedWidget()
        for page in (self.pair, self.plane, self.strength, self.ranking):
            self._plots.addWidget(page)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACING.SMALL)
        for part in (self.plot, self.dims, self.amount, self._images_label, self.images):
            row.addWidget(part)
        row.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(theme.SPACING.TIGHT)
        column.addLayout(row)
        column.addWidget(self._plots, 1)
        self.plot.currentIndexChanged.connect(self._on_plot)
        self.dims.editingFinished.connect(self._show_plane)
        self.amount.currentIndexChanged.connect(self._keep_strength)
        self.images.value_changed.connect(self._keep_swept)
        self._on_plot()
        return column

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
        flip = "".join(letter for letter, box in zip("hv", self.flips, strict=True) if box.isChecked())
        return Transformation(translate=shift, flip=cast(Flip, flip), **value)

    def request(self, latent: Latent) -> Consistency:
        """What is shown of the current image; of the first held-out one where the current z is no image's."""
        return Consistency(
            latent.source or ImageRef(index=0), self.transformation(), self._draw, self.other_run(), self._policy
        )

    def other_run(self) -> RunRef | None:
        """The second run at its newest checkpoint."""
        path = self.second.path()
        return None if path is None else RunRef(path)

    def ranking_request(self, latent: Latent) -> Rank:
        """The ranking under the current t, or under draws from the policy where it was drawn."""
        del latent
        return Rank(self.transformation(), self._draw, int(self.images.value() or 64), self._policy)

    def strength_request(self, latent: Latent) -> Strength:
        """The sweep of one part of t, from one end of its slider to the other."""
        amount = self.amount.currentData()
        _, low, high, *_ = _SLIDERS[amount]
        source = latent.source or ImageRef(index=0)
        images = int(self.images.value() or 64)
        return Strength(source, amount, low, high, self.transformation(), images=images, other=self.other_run())

    def restore_strength(self, request: Strength) -> None:
        """Show a sweep again; it goes from end to end of the slider, whatever part of it the picture showed."""
        self.plot.setCurrentIndex(_SWEEP)
        self.amount.setCurrentIndex(self.amount.findData(request.amount))
        self.images.set_value(request.images)
        self.restore(Consistency(request.source, request.transformation, other=request.other))

    def restore_ranking(self, request: Rank) -> None:
        """Show a ranking again, beside the current image under the same t."""
        self.plot.setCurrentIndex(_RANK)
        self.images.set_value(request.images)
        latent = self._session.latent
        source = latent.source if latent is not None and latent.source is not None else ImageRef(index=0)
        self.restore(Consistency(source, request.transformation, request.draw, policy=request.policy))

    def restore(self, request: Consistency) -> None:
        """Show a comparison again as it was drawn."""
        asked = request.transformation
        right, down = asked.translate
        for name, slider in self.sliders.items():
            slider.set_value({"right": right, "down": down}[name] if name in ("right", "down") else getattr(asked, name))
        for box, flipped in zip(self.flips, (asked.flip_horizontal, asked.flip_vertical), strict=True):
            box.setChecked(flipped)
        self._draw, self._policy = request.draw, request.policy
        self.second.choose(request.other.path if request.other else None)
        self._session.start_from_image(request.source)
        self._keep()

    def export_to(self, path: Path) -> None:
        """Write what is shown: the pictures of the sweep, of the ranking's first images, or of this one."""
        latent = self._session.latent
        if latent is None:
            return
        shown = self.plot.currentIndex()
        request: Consistency | Strength | Rank = self.request(latent)
        if shown == _SWEEP:
            request = self.strength_request(latent)
        elif shown == _RANK:
            request = self.ranking_request(latent)
        drawn = self._comparison
        if not isinstance(request, Rank) and request.other is not None and drawn is not None and drawn.other is not None:
            # The second run may go on: the picture says which of its checkpoints it shows.
            request = replace(request, other=RunRef(request.other.path.absolute(), drawn.other.step))
        self._session.export_view(request, path)

    def _set_enabled(self, enabled: bool) -> None:
        for widget in (self.second, self.draw, self.reset, self.export, *self.sliders.values(), *self.flips):
            widget.setEnabled(enabled)

    @Slot()
    def _keep(self) -> None:
        if self.isVisible():
            self._session.keep_view(_NAME, self.request)
            self._keep_swept()

    @Slot()
    def _keep_swept(self) -> None:
        """What is drawn over held-out images too, where it is looked at."""
        self._keep_strength()
        asked = self.isVisible() and self.plot.currentIndex() == _RANK
        self._session.keep_view(_RANKING, self.ranking_request if asked else None, follows_z=False)

    @Slot()
    def _keep_strength(self) -> None:
        """The image and t decide the sweep, the current z does not; it is drawn only where it is looked at."""
        asked = self.isVisible() and self.plot.currentIndex() == _SWEEP
        latent = self._session.latent
        self._swept = latent.source if latent is not None else None
        self._session.keep_view(_STRENGTH, self.strength_request if asked else None, follows_z=False)

    @Slot()
    def _on_plot(self) -> None:
        shown = self.plot.currentIndex()
        self._plots.setCurrentIndex(shown)
        self.dims.setVisible(shown == _PLANE)
        self.amount.setVisible(shown == _SWEEP)
        for widget in (self._images_label, self.images):
            widget.setVisible(shown in (_SWEEP, _RANK))
        self._keep_swept()

    @Slot(object)
    def _on_latent(self, latent: Latent) -> None:
        if latent.source != self._swept:
            self._keep_strength()

    @Slot()
    def _show_plane(self) -> None:
        drawn = self._comparison
        if drawn is None or len(drawn.mean_x) < 2:
            self.plane.set_comparison(None)
            return
        text = self.dims.text().strip()
        try:
            dims = tuple(int(part) for part in text.split(",")) if text else tuple(self.pair.order()[:2])
        except ValueError:
            dims = ()
        if len(set(dims)) != 2 or not all(0 <= dimension < len(drawn.mean_x) for dimension in dims):
            last = len(drawn.mean_x) - 1
            self._session.message.emit(
                Message("error", f"Dimensions {text!r}: write two different ones of 0 to {last} with a comma, such as 0,1.")
            )
            return
        self.plane.set_comparison(drawn, (dims[0], dims[1]))

    @Slot()
    def _on_moved(self) -> None:
        self._draw = None
        self._keep()

    @Slot(object)
    def _fill_policies(self, saved: dict[str, TransformConfig]) -> None:
        """What t can be drawn from: the run's policy, those that LatentLab knows, those that a person saved."""
        self.policies.clear()
        named = {"the run's own policy": "", **{name.replace("_", " + "): name for name in named_policies()}}
        for words, text in (*named.items(), *((name, transform_text(config)) for name, config in saved.items())):
            action = self.policies.addAction(words, partial(self._draw_from, text))
            action.setCheckable(True)
            action.setChecked(text == self._policy)

    def _draw_from(self, policy: str) -> None:
        self._policy = policy
        self._on_draw()

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
        path = choose_file(self, "Export consistency", self._session.export_folder() / "consistency.png")
        if path is not None:
            self.export_to(path)

    @Slot(object)
    def _on_cell(self, cell: tuple[int, int]) -> None:
        if self._comparison is not None:
            self._session.adopt_z(self._comparison.mean_t if cell[0] else self._comparison.mean_x)

    @Slot(object)
    def _on_subject(self, subject: Subject) -> None:
        self._comparison = None
        self._policy = ""
        self.grid.set_empty_text("Looking at the held-out images …")
        self.grid.set_grid(None)
        self.pair.set_comparison(None)
        self.plane.set_comparison(None)
        self.strength.set_curve(None)
        self.ranking.set_ranking(None)
        self.totals.clear()
        self.second.choose(None)
        self._show_both(None)
        self._set_enabled(True)
        for name in _COLOUR_ONLY:
            self.sliders[name].setVisible(subject.image_shape[0] == 3)

    @Slot(str, object)
    def _on_drawn(self, name: str, drawn: View) -> None:
        if isinstance(drawn, DrawnStrength):
            self.strength.set_curve(drawn, self.amount.currentText())
        if isinstance(drawn, DrawnRanking):
            self.ranking.set_ranking(drawn)
        if name != _NAME:
            return
        assert isinstance(drawn, DrawnConsistency)
        self._comparison = drawn
        self.grid.set_grid(drawn.grid.images, drawn.grid.row_labels, drawn.grid.column_labels)
        self.pair.set_comparison(drawn)
        self._show_plane()
        distance = "–" if drawn.wasserstein2 is None else f"{drawn.wasserstein2:.3f}"
        ratio = "–" if drawn.ratio is None else f"{drawn.ratio:.3f}"
        near = "x is the nearest of the held-out images" if drawn.nearest else "another held-out image is nearer than x"
        policy = self._policy or "the run's policy"
        drawn_by = f" · t drawn from {policy}, draw {self._draw}" if self._draw is not None else ""
        self.totals.setText(
            f"KL {drawn.kl_forward:.3f} nats · reverse {drawn.kl_reverse:.3f} · Jeffreys {drawn.jeffreys:.3f} · W₂ {distance}"
            f" · ratio {ratio} · {near} · model of step {drawn.step:,}{drawn_by}"
        )
        self._show_both(drawn)

    def _show_both(self, drawn: DrawnConsistency | None) -> None:
        """Where a second model is looked at, the totals of both under each other."""
        theirs = drawn.other if drawn is not None else None
        self.totals.setVisible(theirs is None or self._draw is not None)
        self.both.setVisible(theirs is not None)
        if drawn is not None and theirs is not None:
            self.totals.setText(f"t drawn from {self._policy or f'the policy of {drawn.names[0]}'}, draw {self._draw}")
            self.both.set_rows([(name, _totals(of)) for name, of in zip(drawn.names, (drawn, theirs), strict=True)])

    @Slot(object)
    def _on_listed(self, listed: Listed) -> None:
        if listed.folder == self._session.runs_folder:
            self.second.set_runs(listed.runs)

    @Slot(str, object)
    def _on_failed(self, name: str, request: ViewRequest) -> None:
        """Where the second run cannot be looked at, this one still is; another that was chosen meanwhile stays."""
        beside = request.other if isinstance(request, Consistency | Strength) else None
        if name in (_NAME, _STRENGTH) and beside is not None and beside.path == self.second.path():
            self.second.choose(None)
            self._keep()
            self._session.list_runs()

    # Qt overrides

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._session.keep_view(_NAME, None)
        self._session.keep_view(_STRENGTH, None)
        self._session.keep_view(_RANKING, None)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._session.list_runs()
        self._keep()


def _totals(comparison: DrawnConsistency) -> list[str]:
    numbers = (comparison.kl_forward, comparison.kl_reverse, comparison.jeffreys, comparison.wasserstein2, comparison.ratio)
    texts = ["–" if number is None else f"{number:.3f}" for number in numbers]
    return [*texts, "x" if comparison.nearest else "another", f"{comparison.step:,}"]
