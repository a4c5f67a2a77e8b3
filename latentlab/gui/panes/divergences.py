"""Rate and consistency KL before weighting, on the batches trained on and on held-out images."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from latentlab import metrics
from latentlab.gui.models.current_run import Subject
from latentlab.gui.panes.records import CurvePane
from latentlab.gui.session import Session
from latentlab.gui.widgets.curve import Curve
from latentlab.gui.widgets.curve_plot import CurvePlot
from latentlab.runs import Report

_SOURCES = {
    "rate": metrics.raw(metrics.RATE),
    "rate_held_out": metrics.TEST_RATE,
    "consistency": metrics.raw(metrics.CONSISTENCY),
    "consistency_held_out": metrics.TEST_CONSISTENCY_KL,
}


class DivergencePane(CurvePane):
    """KL(q(z|x) ‖ p(z)) and KL(q(z|t(x)) ‖ q(z|x)) over the steps."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._show_plot(self._new_plot(with_consistency=False))
        self._follow()

    def _new_plot(self, *, with_consistency: bool) -> CurvePlot:
        curves = [
            Curve("rate", "rate", "rate"),
            Curve("rate_held_out", "rate, held out", "rate", dashed=True),
            *([Curve("consistency", "consistency", "consistency")] if with_consistency else []),
            Curve("consistency_held_out", "consistency, held out", "consistency", dashed=True),
        ]
        plot = CurvePlot("KL", "before weighting, nats per image", curves, parent=self)
        plot.explain(
            "rate: KL(q(z|x) ‖ p(z)). consistency: KL(q(z|t(x)) ‖ q(z|x)). "
            "Held-out values are measured at each checkpoint on images that are not learned from."
        )
        plot.set_empty_text("Rate and consistency KL appear here.")
        plot.export_requested.connect(partial(self._session.messages.export_picture, "kl.png"))
        self._keys = [curve.key for curve in curves]
        return plot

    def _on_subject(self, subject: Subject) -> None:
        self._show_plot(self._new_plot(with_consistency=subject.config.consistency.has_term))

    def _extend(self, reports: Sequence[Report]) -> None:
        self._extend_from({key: _SOURCES[key] for key in self._keys}, reports)
