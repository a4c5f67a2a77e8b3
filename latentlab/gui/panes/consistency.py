"""x beside t(x): whether they land in the same place of the latent space."""

import itertools
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Unpack

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from latentlab.explore.requests.commands import Request, Style
from latentlab.explore.requests.transformations import (
    Consistency,
    DrawnConsistency,
    DrawnRanking,
    DrawnStrength,
    Rank,
    Strength,
    Transformation,
)
from latentlab.explore.requests.values import ImageRef, RunRef
from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.models.current_run import Subject
from latentlab.gui.models.latent import Latent
from latentlab.gui.panes.base import ViewPane, export_button, flow_of, title_label
from latentlab.gui.session import Session
from latentlab.gui.widgets import figures
from latentlab.gui.widgets.consistency_plots import ConsistencyPlots
from latentlab.gui.widgets.elided_label import ElidedLabel
from latentlab.gui.widgets.flow_layout import group_of
from latentlab.gui.widgets.image_grid import ImageGrid
from latentlab.gui.widgets.policy_button import PolicyButton
from latentlab.gui.widgets.run_choice import RunChoice
from latentlab.gui.widgets.totals_table import TotalsTable
from latentlab.gui.widgets.transformation_panel import TransformationPanel
from latentlab.metrics import TEST_CONSISTENCY_KL
from latentlab.runs import Report

_ONE = tr("this image")
_TOTALS = (
    ("KL", tr("nats")),
    (tr("reverse KL"), tr("nats")),
    ("Jeffreys", tr("nats")),
    ("W₂", tr("units of z")),
    (tr("consistency"), tr("ratio")),
    (tr("nearest"), tr("to t(x)")),
    (tr("step"), ""),
)
_TOTALS_TIP = tr(
    "Of this image under this t, and the mean that was last measured over held-out images under draws of the run's policy. "
    "KL(q(z|t(x)) ‖ q(z|x)) and the reverse; Jeffreys is their sum. W₂: 2-Wasserstein distance in units of z. Consistency "
    "ratio: squared distance of the means over that of two unrelated images, 0 invariant, 1 as unrelated. Nearest: the "
    "one among the held-out images whose mean is nearest to that of t(x), x's own or another's. A small KL can come from wide "
    "posteriors alone; ratio and nearest tell."
)


class ConsistencyPane(ViewPane):
    """The transformation, what it makes of the image, and what it does to the posterior."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._comparison: DrawnConsistency | None = None
        self._draws = itertools.count()
        # The first sight is a t of the run's policy: under the identity there is nothing to see.
        self._draw_number: int | None = next(self._draws)
        self._swept: ImageRef | None = None
        self._build_head()
        self.grid = ImageGrid()
        self.grid.set_empty_text(tr("Train a run or open one: x and t(x) appear here."))
        self.grid.setToolTip(tr("x and t(x) with their reconstructions. Click a row to make its posterior mean the current z."))
        self.controls = TransformationPanel()
        self.plots = ConsistencyPlots(self.controls.names)
        self.origin = ElidedLabel()
        self.origin.setFont(theme.caption_font())
        self.totals = TotalsTable(_TOTALS)
        self.totals.setToolTip(_TOTALS_TIP)
        side = QVBoxLayout()
        side.setSpacing(theme.SPACING.TIGHT)
        side.addWidget(self.origin)
        side.addWidget(self.controls)
        side.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(theme.SPACING.MEDIUM)
        top.addWidget(self.grid, 1)
        top.addLayout(side)
        layout = self._column()
        beside = group_of(QLabel(tr("Beside")), self.second, spacing=theme.SPACING.SMALL)
        title = title_label(tr("Consistency"))
        layout.addLayout(flow_of(title, beside, self.draw, self.reset, self.export))
        layout.addLayout(top, 5)
        layout.addWidget(self.totals)
        layout.addWidget(self.plots, 4)
        self._set_enabled(False)
        self._connect()
        self._follow()

    def _build_head(self) -> None:
        self.second = _second_run()
        self.draw = PolicyButton(self._session.datasets.policies)
        self.reset = QPushButton(tr("Identity"))
        self.reset.setToolTip(tr("Back to the transformation that changes nothing."))
        self.export = export_button(
            tr("Write x and t(x) with their reconstructions as PNG, and the command line that draws them again.")
        )
        for button in (self.draw, self.reset, self.export):
            button.setProperty("narrow", True)

    def _connect(self) -> None:
        session = self._session
        self.second.wanted.connect(self._list_runs)
        self.second.chosen.connect(self._keep)
        self.draw.list_wanted.connect(session.datasets.list_policies)
        self.draw.policy_chosen.connect(self._on_draw)
        self.controls.changed.connect(self._on_moved)
        self.plots.page_changed.connect(self._keep_pages)
        self.plots.amount_changed.connect(self._keep_strength)
        self.plots.refused.connect(partial(self._tell, "error"))
        self.plots.export_requested.connect(session.messages.export_picture)
        self.draw.clicked.connect(self._on_draw)
        self.reset.clicked.connect(self._on_reset)
        self.export.clicked.connect(self._on_export)
        self.grid.cell_clicked.connect(self._on_cell)
        self.grid.export_requested.connect(self._on_export)
        session.latent.latent_changed.connect(self._on_latent)
        session.datasets.policies_changed.connect(self.draw.set_saved)
        self._compared = self._view(DrawnConsistency, self.request, self._on_compared, self._on_failed, shown_in=self.grid)
        self._strength = self._view(
            DrawnStrength, self.strength_request, self.plots.set_strength, self._on_failed, follows_z=False
        )
        self._ranking = self._view(DrawnRanking, self.ranking_request, self.plots.set_ranking, follows_z=False)

    def request(self, latent: Latent) -> Consistency:
        """What is shown of the current image; of the first held-out one where the current z is no image's."""
        source = latent.source or ImageRef(index=0)
        return Consistency(source, self._explicit(), self._draw_number, self.other_run(), self.draw.policy)

    def _explicit(self) -> Transformation:
        """What the controls say, unless t is drawn: then they only show it."""
        return self.controls.transformation() if self._draw_number is None else Transformation()

    def other_run(self) -> RunRef | None:
        """The second run at its newest checkpoint."""
        path = self.second.path()
        return None if path is None else RunRef(path)

    def ranking_request(self, latent: Latent) -> Rank:
        """The ranking under the current t, or under draws from the policy where it was drawn."""
        del latent
        return Rank(self._explicit(), self._draw_number, self.plots.image_count(), self.draw.policy)

    def strength_request(self, latent: Latent) -> Strength:
        """The sweep of one part of t, from one end of its slider to the other."""
        amount = self.plots.amount.currentData()
        low, high = self.controls.range_of(amount)
        source = latent.source or ImageRef(index=0)
        images = self.plots.image_count()
        return Strength(source, amount, low, high, self.controls.transformation(), images=images, other=self.other_run())

    def restore(self, request: Consistency | Strength | Rank) -> None:
        """Show a comparison, a sweep of t or a ranking again as it was drawn."""
        match request:
            case Consistency():
                self._restore(request)
            case Strength():  # it goes from end to end of the slider, whatever part of it the picture showed
                self.plots.set_page("strength")
                self.plots.amount.setCurrentIndex(self.plots.amount.findData(request.amount))
                self.plots.images.set_value(request.images)
                self._restore(Consistency(request.source, request.transformation, other=request.other))
            case Rank():  # beside the current image under the same t
                self.plots.set_page("ranking")
                self.plots.images.set_value(request.images)
                latent = self._session.latent.current
                source = latent.source if latent is not None and latent.source is not None else ImageRef(index=0)
                self._restore(Consistency(source, request.transformation, request.draw, policy=request.policy))

    def _restore(self, request: Consistency) -> None:
        self.controls.show_transformation(request.transformation)
        self._draw_number, self.draw.policy = request.draw, request.policy
        self.second.choose(request.other.path if request.other else None)
        self._session.latent.start_from_image(request.source)
        self._keep()

    def export_to(self, path: Path, **style: Unpack[Style]) -> None:
        """Write what is shown: the pictures of the sweep, of the ranking's first images, or of this one."""
        latent = self._session.latent.current
        if latent is None:
            return
        page, width_mm = self.plots.page(), style.get("width_mm")
        if page == "ranking":
            self._session.views.export(self.ranking_request(latent), path, width_mm=width_mm)
            return
        request = self.strength_request(latent) if page == "strength" else self.request(latent)
        drawn = self._comparison
        if request.other is not None and drawn is not None and drawn.other is not None:
            # The second run may go on: the picture says which of its checkpoints it shows.
            request = replace(request, other=RunRef(request.other.path.absolute(), drawn.other.step))
        self._session.views.export(request, path, width_mm=width_mm)

    def _set_enabled(self, enabled: bool) -> None:
        for widget in (self.second, self.draw, self.reset, self.export, *self.controls.editors()):
            widget.setEnabled(enabled)

    def _draw(self) -> None:
        self._compared.start()
        self._keep_pages()

    @Slot()
    def _keep_pages(self) -> None:
        """What is drawn over held-out images too, where it is looked at."""
        self._keep_strength()
        self._ranking.keep(self.isVisible() and self.plots.page() == "ranking")

    @Slot()
    def _keep_strength(self) -> None:
        """The image and t decide the sweep, the current z does not; it is drawn only where it is looked at."""
        latent = self._session.latent.current
        self._swept = latent.source if latent is not None else None
        self._strength.keep(self.isVisible() and self.plots.page() == "strength")

    @Slot(object)
    def _on_latent(self, latent: Latent) -> None:
        if latent.source != self._swept:
            self._keep_strength()

    @Slot()
    def _on_moved(self) -> None:
        self._draw_number = None
        self._keep()

    @Slot()
    def _on_draw(self) -> None:
        self._draw_number = next(self._draws)
        self._keep()

    @Slot()
    def _on_reset(self) -> None:
        self.controls.reset()
        self._on_moved()

    @Slot()
    def _on_export(self) -> None:
        self._session.messages.export_view("consistency", None, self.export_to)

    @Slot(object)
    def _on_cell(self, cell: tuple[int, int]) -> None:
        if self._comparison is not None:
            z = self._comparison.mean_t if cell[0] else self._comparison.mean_x
            self._session.latent.adopt_z(z, tr("posterior of t(x)") if cell[0] else tr("posterior of x"))

    def _on_subject(self, subject: Subject) -> None:
        self._comparison = None
        self.draw.policy = ""
        self.grid.set_empty_text(tr("Looking at the held-out images …"))
        self.grid.set_grid(None)
        self.plots.clear()
        self.totals.set_rows([(_ONE, ["–"] * len(_TOTALS))])
        self.origin.setText("")
        self.second.choose(None)
        self._set_enabled(True)
        self.controls.show_colour(subject.image_shape[0] == 3)

    def _on_compared(self, drawn: DrawnConsistency) -> None:
        self._comparison = drawn
        if self._draw_number is not None and drawn.transformation is not None:
            self._show_drawn(drawn.transformation)
        self.grid.set_grid(drawn.grid.images, drawn.grid.row_labels, drawn.grid.column_labels)
        self.plots.set_comparison(drawn)
        self.origin.setText(self._origin_text(drawn))
        both = [drawn] if drawn.other is None else [drawn, drawn.other]
        names = drawn.names or (_ONE,)
        rows = [(name, _totals(of)) for name, of in zip(names, both, strict=True)]
        self.totals.set_rows(rows if drawn.other else [*rows, *_mean(self._session.run.last_held_out)])

    def _show_drawn(self, t: Transformation) -> None:
        """Move the controls to a t that was drawn, from where it can be changed; the sweep of its strength starts there."""
        before = self.controls.transformation()
        self.controls.show_transformation(t)
        if self.controls.transformation() != before:
            self._strength.ask_again()

    def _origin_text(self, drawn: DrawnConsistency) -> str:
        """Where t comes from."""
        if self._draw_number is None:
            return tr("t set by hand") if self._explicit() != Transformation() else tr("t changes nothing")
        policy = self.draw.policy or (tr("the policy of {run}", run=drawn.names[0]) if drawn.names else tr("the run's policy"))
        return tr("t drawn from {policy}, draw {draw_number}", policy=policy, draw_number=self._draw_number)

    @Slot()
    def _list_runs(self) -> None:
        self._session.runs.list(lambda listed: self.second.set_runs(listed.runs))

    def _on_failed(self, request: Request) -> None:
        """Where the second run cannot be looked at, this one still is; another that was chosen meanwhile stays."""
        beside = request.other if isinstance(request, Consistency | Strength) else None
        if beside is not None and beside.path == self.second.path():
            self.second.choose(None)
            self._keep()
            self._list_runs()

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._list_runs()


def _second_run() -> RunChoice:
    choice = RunChoice(tr("no second run"))
    choice.setToolTip(tr("A run whose newest model looks at the same x and t(x), beside this one: a VAE beside a CR-VAE."))
    return choice


def _totals(comparison: DrawnConsistency) -> list[str]:
    numbers = (comparison.kl_forward, comparison.kl_reverse, comparison.jeffreys, comparison.wasserstein2, comparison.ratio)
    texts = [figures.NO_VALUE if number is None else figures.fixed(number) for number in numbers]
    return [*texts, tr("x itself") if comparison.nearest else tr("another"), f"{comparison.step:,}"]


def _mean(report: Report | None) -> list[tuple[str, list[str]]]:
    """A line with the one of the numbers that is measured while training; none where it was not yet."""
    if report is None or TEST_CONSISTENCY_KL not in report.values:
        return []
    texts = [figures.fixed(report.values[TEST_CONSISTENCY_KL]), *[""] * (len(_TOTALS) - 2), f"{report.step:,}"]
    return [(tr("held out"), texts)]
