"""What the discriminator makes of real images and of reconstructions."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from latentlab import metrics
from latentlab.gui.session import Session, Subject
from latentlab.gui.widgets.curve_plot import Curve, CurvePlot
from latentlab.runs import Event, Report

_SOURCES = {"logits_real": metrics.LOGITS_REAL, "logits_fake": metrics.LOGITS_FAKE}


class DiscriminatorPane(QWidget):
    """Mean logits of both over the steps."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        curves = [Curve("logits_real", "D(original)", "logits_real"), Curve("logits_fake", "D(reconstruction)", "logits_fake")]
        self.plot = CurvePlot("Discriminator", "mean logit, above 0 for “real”", curves, parent=self)
        self.plot.explain(
            "Mean logit over patches. Far apart: the discriminator tells them with ease, and its gradient teaches little. "
            "Together near 0: it cannot tell them."
        )
        self.plot.set_empty_text("The discriminator has not begun to learn.")
        self.plot.export_requested.connect(partial(session.ask_export, "discriminator.png"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.plot)
        session.subject_changed.connect(self._on_subject)
        session.reported.connect(self._on_reports)
        session.happened.connect(self._on_event)
        session.rolled_back.connect(self._on_rolled_back)

    @Slot(object)
    def _on_subject(self, subject: Subject) -> None:
        del subject
        self.plot.clear()

    @Slot(object)
    def _on_reports(self, reports: list[Report]) -> None:
        for curve, source in _SOURCES.items():
            known = [report for report in reports if source in report.values]
            self.plot.extend(curve, [report.step for report in known], [report.values[source] for report in known])
        self.plot.refresh()

    @Slot(object)
    def _on_rolled_back(self, step: int) -> None:
        self.plot.truncate(step)

    @Slot(object)
    def _on_event(self, event: Event) -> None:
        if event.kind == "change":
            self.plot.mark(event.step, event.text, written=False)
