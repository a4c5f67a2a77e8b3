"""What panes about a run's records repeat: they show reports and events as they come, and forget what no longer holds."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from latentlab.gui.models.current_run import History
from latentlab.gui.panes.base import Pane
from latentlab.gui.session import Session
from latentlab.gui.widgets.curve_plot import CurvePlot
from latentlab.runs import Event, Report


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

    def _extend(self, reports: Sequence[Report]) -> None:
        """Show newer reports."""

    def _mark(self, event: Event) -> None:
        """Show an event."""

    def _forget_after(self, step: int) -> None:
        """Forget what was recorded after a step."""


class CurvePane(RecordPane):
    """Curves over the steps.

    Attributes:
        plot: the curves.
    """

    plot: CurvePlot
    _written: tuple[str, ...] = ()
    """Kinds of events whose text is written at their mark."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)

    def _show_plot(self, plot: CurvePlot) -> None:
        """Take another plot, with other curves."""
        if self._box.isEmpty():
            self._box.addWidget(plot)
        else:
            self._box.replaceWidget(self.plot, plot)
            self.plot.hide()
            self.plot.deleteLater()
        self.plot = plot

    def _extend_from(self, sources: Mapping[str, str], reports: Sequence[Report]) -> None:
        """Extend each curve by the values of a metric, where there are any."""
        for curve, source in sources.items():
            known = [report for report in reports if source in report.values]
            self.plot.extend(curve, [report.step for report in known], [report.values[source] for report in known])
        self.plot.refresh()

    def _mark(self, event: Event) -> None:
        if event.kind in self._written:
            self.plot.mark(event.step, event.text)
        elif event.kind == "change":
            self.plot.mark(event.step, event.text, written=False)

    def _forget_after(self, step: int) -> None:
        self.plot.truncate(step)
