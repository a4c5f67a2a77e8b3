"""Rate and consistency KL before weighting, on the batches trained on and on held-out images."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from latentlab import metrics
from latentlab.gui.session import Session, Subject
from latentlab.gui.widgets.curve_plot import Curve, CurvePlot
from latentlab.runs import Event, Report

_SOURCES = {
    "rate": metrics.raw(metrics.RATE),
    "rate_held_out": metrics.TEST_RATE,
    "consistency": metrics.raw(metrics.CONSISTENCY),
    "consistency_held_out": metrics.TEST_CONSISTENCY_KL,
}


class DivergencePane(QWidget):
    """KL(q(z|x) ‖ p(z)) and KL(q(z|t(x)) ‖ q(z|x)) over the steps."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self.plot = self._new_plot(with_consistency=False)
        self._box.addWidget(self.plot)
        session.subject_changed.connect(self._on_subject)
        session.reported.connect(self._on_reports)
        session.happened.connect(self._on_event)
        session.rolled_back.connect(self._on_rolled_back)

    def _new_plot(self, *, with_consistency: bool) -> CurvePlot:
        curves = [
            Curve("rate", "rate", "rate"),
            Curve("rate_held_out", "rate, held out", "rate_t"),
            *([Curve("consistency", "consistency", "consistency")] if with_consistency else []),
            Curve("consistency_held_out", "consistency, held out", "#56C8A8" if with_consistency else "consistency"),
        ]
        plot = CurvePlot("KL", "before weighting, nats per image", curves, parent=self)
        plot.explain(
            "rate: KL(q(z|x) ‖ p(z)). consistency: KL(q(z|t(x)) ‖ q(z|x)). "
            "Held-out values are measured at each checkpoint on images that are not learned from."
        )
        plot.set_empty_text("Rate and consistency KL appear here.")
        plot.export_requested.connect(partial(self._session.ask_export, "kl.png"))
        self._keys = [curve.key for curve in curves]
        return plot

    @Slot(object)
    def _on_subject(self, subject: Subject) -> None:
        old, self.plot = self.plot, self._new_plot(with_consistency=subject.config.consistency.has_term)
        self._box.replaceWidget(old, self.plot)
        old.hide()
        old.deleteLater()

    @Slot(object)
    def _on_reports(self, reports: list[Report]) -> None:
        for key in self._keys:
            known = [report for report in reports if _SOURCES[key] in report.values]
            self.plot.extend(key, [report.step for report in known], [report.values[_SOURCES[key]] for report in known])
        self.plot.refresh()

    @Slot(object)
    def _on_rolled_back(self, step: int) -> None:
        self.plot.truncate(step)

    @Slot(object)
    def _on_event(self, event: Event) -> None:
        if event.kind == "change":
            self.plot.mark(event.step, event.text, written=False)
