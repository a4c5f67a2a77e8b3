"""How the optimiser goes about it: its learning rate, and the gradient that it gets."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from latentlab import metrics
from latentlab.catalog.numbers import about
from latentlab.gui.language import tr
from latentlab.gui.library_texts import translated
from latentlab.gui.models.current_run import Subject
from latentlab.gui.panes.records import CurvePane, empty_text
from latentlab.gui.session import Session
from latentlab.gui.widgets.curve import Curve
from latentlab.gui.widgets.curve_plot import CurvePlot
from latentlab.runs import Report

_SHOWN = {metrics.GRADIENT_NORM: tr("Gradient norm"), metrics.LEARNING_RATE: tr("Learning rate")}


class OptimiserPane(CurvePane):
    """Gradient norm and learning rate over the steps."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        plots = []
        for name, title in _SHOWN.items():
            curve = Curve(name, title, "total")
            log = name == metrics.GRADIENT_NORM
            plot = CurvePlot(title, "", [curve], log_y=log, small=True, about=translated(about(name)), parent=self)
            plots.append(plot)
        self._show_plots(plots, "optimiser.png")
        self._follow()

    def _on_subject(self, subject: Subject) -> None:
        for plot, title in zip(self.plots, _SHOWN.values(), strict=True):
            plot.clear()
            plot.set_empty_text(empty_text(subject, tr("“{title}” appears here.", title=title)))

    def _extend(self, reports: Sequence[Report]) -> None:
        self._extend_from({name: name for name in _SHOWN}, reports)
