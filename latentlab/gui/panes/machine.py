"""What the run takes of the machine: processor, memory, GPU, power."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from latentlab import metrics
from latentlab.catalog.numbers import Number, machine_numbers
from latentlab.gui.language import capitalised, tr
from latentlab.gui.library_texts import translated
from latentlab.gui.models.current_run import Subject
from latentlab.gui.panes.records import CurvePane, empty_text
from latentlab.gui.series import SeriesPyramid
from latentlab.gui.session import Session
from latentlab.gui.widgets.curve import Curve
from latentlab.gui.widgets.curve_plot import CurvePlot
from latentlab.runs import Event, Report

_EVERYWHERE = (metrics.MACHINE_CPU, metrics.MACHINE_MEMORY)
"""What can be read on every machine: shown before the first report too."""


class MachinePane(CurvePane):
    """A small plot of each number about the machine that the run has recorded; the plots are built when they are first seen."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._kept: dict[str, SeriesPyramid] = {}
        self._events: list[Event] = []
        self._follow()

    def _on_subject(self, subject: Subject) -> None:
        del subject
        self._kept, self._events = {}, []
        if self.plots:
            self._build()

    def _build(self) -> None:
        shown = [number for number in machine_numbers() if number.name in (self._kept or _EVERYWHERE)]
        plots = [_plot(number, self) for number in shown]
        for plot in plots:
            plot.set_empty_text(empty_text(self._session.run.subject, tr("Recorded with each report of a run.")))
        self._show_plots(plots, "machine.png")
        for event in self._events:
            super()._mark(event)
        for name, series in self._kept.items():
            plot = next(plot for plot in self.plots if name in plot.curve_keys())
            plot.extend(name, *series.view(-math.inf, math.inf, len(series)))

    def _extend(self, reports: Sequence[Report]) -> None:
        known = set(self._kept)
        for report in reports:
            self._keep(report.step, report.machine)
        if self.plots and set(self._kept) != known:
            self._build()
        elif self.plots:
            self._extend_from({name: name for name in known}, [replace(report, values=report.machine) for report in reports])

    def _keep(self, step: int, numbers: Mapping[str, float]) -> None:
        for number in machine_numbers():
            if number.name in numbers:
                self._kept.setdefault(number.name, SeriesPyramid()).append(step, numbers[number.name])

    def _mark(self, event: Event) -> None:
        self._events.append(event)
        super()._mark(event)

    def _forget_after(self, step: int) -> None:
        for series in self._kept.values():
            series.truncate(step)
        self._events = [event for event in self._events if event.step <= step]
        super()._forget_after(step)

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.plots:
            self._build()


def _plot(number: Number, parent: QWidget) -> CurvePlot:
    label = translated(number.label)
    curve = Curve(number.name, label, "total")
    return CurvePlot(
        capitalised(label), translated(number.unit), [curve], small=True, about=translated(number.summary), parent=parent
    )
