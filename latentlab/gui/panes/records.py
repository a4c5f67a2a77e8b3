"""What panes about a run's records repeat: they show reports and events as they come, and forget what no longer holds."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from latentlab.gui.language import tr
from latentlab.gui.models.current_run import History, Subject
from latentlab.gui.panes.base import Pane
from latentlab.gui.session import Session
from latentlab.gui.setting_words import change_words
from latentlab.gui.widgets.curve_plot import CurvePlot
from latentlab.gui.widgets.small_multiples import SmallMultiples
from latentlab.runs import Event, Report


def empty_text(subject: Subject | None, text: str) -> str:
    """What a plot says before there is anything in it: a text, or that of a model from elsewhere nothing was recorded."""
    if subject is None or not subject.is_from_elsewhere:
        return text
    return tr("Not recorded: another program trains this model.")


class RecordPane(Pane):
    """A pane about what is recorded of a run. It must be built before anything is."""

    def _follow(self) -> None:
        self._session.run.recorded.connect(self._on_recorded)
        super()._follow()

    @Slot(object)
    def _on_recorded(self, history: History) -> None:
        if history.back_to is not None:
            self._forget_after(history.back_to)
        for event in history.events:
            self._mark(event)
        self._extend(history.reports)
        if history.branched_at is not None and history.reports:
            self._dim_before(history.branched_at)

    def _dim_before(self, step: int) -> None:
        """The run branched off another at a step: what is before it is that one's."""

    def _extend(self, reports: Sequence[Report]) -> None:
        """Show newer reports."""

    def _mark(self, event: Event) -> None:
        """Show an event."""

    def _forget_after(self, step: int) -> None:
        """Forget what was recorded after a step."""


class CurvePane(RecordPane):
    """Curves over the steps, in one plot or in several; pointing at a step in one points at it in all.

    Attributes:
        plots: the curves.
    """

    plots: tuple[CurvePlot, ...] = ()
    _written: tuple[str, ...] = ()
    """Kinds of events whose text is written at their mark."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._holder: QWidget | None = None

    @property
    def plot(self) -> CurvePlot:
        """The first of them."""
        return self.plots[0]

    def _show_plots(self, plots: Sequence[CurvePlot], file_name: str) -> None:
        """Take other plots, with other curves; their pictures are offered under a file name."""
        cursor = self._session.cursor
        for plot in plots:
            plot.hovered.connect(cursor.point_at)
            cursor.moved.connect(plot.show_step)
            plot.export_requested.connect(partial(self._session.messages.export_picture, file_name))
        holder = SmallMultiples(plots) if len(plots) > 1 else plots[0]
        if self._holder is None:
            self._box.addWidget(holder)
        else:
            self._box.replaceWidget(self._holder, holder)
            self._holder.hide()
            self._holder.deleteLater()
        self._holder, self.plots = holder, tuple(plots)

    def _extend_from(self, sources: Mapping[str, str], reports: Sequence[Report]) -> None:
        """Extend each curve by the values of a metric, where there are any."""
        for curve, source in sources.items():
            known = [report for report in reports if source in report.values]
            plot = next(plot for plot in self.plots if curve in plot.curve_keys())
            plot.extend(curve, [report.step for report in known], [report.values[source] for report in known])
        for plot in self.plots:
            if reports:
                plot.reach(reports[0].step, reports[-1].step)
            plot.refresh_in_turn()

    def _mark(self, event: Event) -> None:
        for plot in self.plots:
            if event.kind in self._written:
                plot.mark(event.step, event.text)
            elif event.kind == "change" or (event.kind == "start" and event.step):  # the start of a branch
                plot.mark(event.step, change_words(event.text), written=False)

    def _dim_before(self, step: int) -> None:
        for plot in self.plots:
            plot.dim_before(step)

    def _forget_after(self, step: int) -> None:
        for plot in self.plots:
            plot.truncate(step)
