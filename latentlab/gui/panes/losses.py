"""The loss that is optimised and the weighted terms that add up to it."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from latentlab import metrics
from latentlab.catalog.comparisons import COMPARISONS
from latentlab.catalog.numbers import term_label
from latentlab.catalog.objectives import OBJECTIVES
from latentlab.config import RunConfig
from latentlab.gui.session import Session, Subject
from latentlab.gui.widgets.curve_plot import Curve, CurvePlot
from latentlab.runs import Event, Report

_TOTAL = "total"


class LossPane(QWidget):
    """Total and weighted terms, stacked, over the steps."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._terms: tuple[str, ...] = ()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self.plot = self._new_plot(())
        self._box.addWidget(self.plot)
        session.subject_changed.connect(self._on_subject)
        session.reported.connect(self._on_reports)
        session.happened.connect(self._on_event)
        session.rolled_back.connect(self._on_rolled_back)

    def _new_plot(self, terms: tuple[str, ...]) -> CurvePlot:
        self._terms = terms
        curves = [Curve(_TOTAL, "total", "total"), *(Curve(term, term_label(term), term) for term in terms)]
        plot = CurvePlot("Loss", "weighted terms, nats per image", curves, stacked=True, parent=self)
        plot.explain("What the optimiser minimises. The weighted terms add up to the total.")
        plot.set_empty_text("Press New run to see the loss fall.")
        plot.export_requested.connect(partial(self._session.ask_export, "loss.png"))
        return plot

    @Slot(object)
    def _on_subject(self, subject: Subject) -> None:
        old, self.plot = self.plot, self._new_plot(_terms_of(subject.config))
        self._box.replaceWidget(old, self.plot)
        old.hide()
        old.deleteLater()

    @Slot(object)
    def _on_reports(self, reports: list[Report]) -> None:
        reports = [report for report in reports if metrics.TOTAL in report.values]
        steps = [report.step for report in reports]
        self.plot.extend(_TOTAL, steps, [report.values[metrics.TOTAL] for report in reports])
        for term in self._terms:
            self.plot.extend(term, steps, [report.values[metrics.weighted(term)] for report in reports])
        self.plot.refresh()

    @Slot(object)
    def _on_rolled_back(self, step: int) -> None:
        self.plot.truncate(step)

    @Slot(object)
    def _on_event(self, event: Event) -> None:
        if event.kind in ("resume", "alarm", "recovery", "failure"):
            self.plot.mark(event.step, event.text)
        elif event.kind == "change":
            self.plot.mark(event.step, event.text, written=False)


def _terms_of(config: RunConfig) -> tuple[str, ...]:
    """From the bottom of the stack to its top: the terms that move most lie lowest."""
    terms = OBJECTIVES.of(config.objective).terms(config.objective)
    if config.consistency.trains_on_t:
        terms = tuple(name for term in terms for name in (term, term + metrics.SUFFIX_T))
    if config.consistency.has_term:
        terms = (COMPARISONS.of(config.consistency).term, *terms)
    return (*([metrics.ADVERSARIAL] if config.adversarial.weight > 0 else []), *terms)
