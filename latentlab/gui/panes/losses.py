"""The loss that is optimised and the weighted terms that add up to it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from latentlab import metrics
from latentlab.catalog.comparisons import COMPARISONS
from latentlab.catalog.numbers import term_label
from latentlab.catalog.objectives import OBJECTIVES
from latentlab.config import RunConfig
from latentlab.gui.models.current_run import Subject
from latentlab.gui.panes.records import CurvePane
from latentlab.gui.session import Session
from latentlab.gui.widgets.curve import Curve
from latentlab.gui.widgets.curve_plot import CurvePlot
from latentlab.runs import Report

_TOTAL = "total"


class LossPane(CurvePane):
    """Total and weighted terms, stacked, over the steps."""

    _written = ("resume", "alarm", "recovery", "failure")

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._terms: tuple[str, ...] = ()
        self._show_plot(self._new_plot(()))
        self._follow()

    def _new_plot(self, terms: tuple[str, ...]) -> CurvePlot:
        self._terms = terms
        curves = [Curve(_TOTAL, "total", "total"), *(Curve(term, term_label(term), term) for term in terms)]
        plot = CurvePlot("Loss", "weighted terms, nats per image", curves, stacked=True, parent=self)
        plot.explain("What the optimiser minimises. The weighted terms add up to the total.")
        plot.set_empty_text("Press New run to see the loss fall.")
        plot.export_requested.connect(partial(self._session.messages.export_picture, "loss.png"))
        return plot

    def _on_subject(self, subject: Subject) -> None:
        self._show_plot(self._new_plot(_terms_of(subject.config)))

    def _extend(self, reports: Sequence[Report]) -> None:
        reports = [report for report in reports if metrics.TOTAL in report.values]
        steps = [report.step for report in reports]
        self.plot.extend(_TOTAL, steps, [report.values[metrics.TOTAL] for report in reports])
        for term in self._terms:
            self.plot.extend(term, steps, [report.values[metrics.weighted(term)] for report in reports])
        self.plot.refresh()


def _terms_of(config: RunConfig) -> tuple[str, ...]:
    """From the bottom of the stack to its top: the terms that move most lie lowest."""
    terms = OBJECTIVES.of(config.objective).terms(config.objective)
    if config.consistency.trains_on_t:
        terms = tuple(name for term in terms for name in (term, term + metrics.SUFFIX_T))
    if config.consistency.has_term:
        terms = (COMPARISONS.of(config.consistency).term, *terms)
    return (*([metrics.ADVERSARIAL] if config.adversarial.weight > 0 else []), *terms)
