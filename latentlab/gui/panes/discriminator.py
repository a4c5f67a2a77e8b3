"""What the discriminator makes of real images and of reconstructions."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from latentlab import metrics
from latentlab.gui.models.current_run import Subject
from latentlab.gui.panes.records import CurvePane
from latentlab.gui.session import Session
from latentlab.gui.widgets.curve import Curve
from latentlab.gui.widgets.curve_plot import CurvePlot
from latentlab.runs import Report

_SOURCES = {"logits_real": metrics.LOGITS_REAL, "logits_fake": metrics.LOGITS_FAKE}


class DiscriminatorPane(CurvePane):
    """Mean logits of both over the steps."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        curves = [Curve("logits_real", "original"), Curve("logits_fake", "reconstruction")]
        about = (
            "Mean logit over patches. Far apart: the discriminator tells them with ease, and its gradient teaches little. "
            "Together near 0: it cannot tell them."
        )
        plot = CurvePlot("Discriminator", "mean logit, above 0 for “real”", curves, small=True, about=about, parent=self)
        plot.set_empty_text("The discriminator has not begun to learn.")
        self._show_plots([plot], "discriminator.png")
        self._follow()

    def _on_subject(self, subject: Subject) -> None:
        del subject
        self.plot.clear()

    def _extend(self, reports: Sequence[Report]) -> None:
        self._extend_from(_SOURCES, reports)
