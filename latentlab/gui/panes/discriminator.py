"""What the second networks make of what they judge: the discriminator of images, and that of z."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from latentlab import metrics
from latentlab.catalog.numbers import NUMBERS
from latentlab.gui.language import capitalised, tr
from latentlab.gui.library_texts import translated
from latentlab.gui.models.current_run import Subject
from latentlab.gui.panes.records import CurvePane
from latentlab.gui.session import Session
from latentlab.gui.widgets.curve import Curve
from latentlab.gui.widgets.curve_plot import CurvePlot
from latentlab.runs import Report

_LOGITS = {"logits_real": metrics.LOGITS_REAL, "logits_fake": metrics.LOGITS_FAKE}


class DiscriminatorPane(CurvePane):
    """Mean logits of originals and reconstructions over the steps, and a plot for each other number."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._sources: dict[str, str] = {}
        self._show_numbers(tuple(_LOGITS.values()))
        self._follow()

    def _show_numbers(self, numbers: Sequence[str]) -> None:
        self._sources = {}
        plots = [self._logits_plot()] if numbers and numbers[0] in _LOGITS.values() else []
        plots += [self._number_plot(name) for name in numbers if name not in _LOGITS.values()]
        if plots:
            self._show_plots(plots, "discriminator.png")

    def _logits_plot(self) -> CurvePlot:
        self._sources |= _LOGITS
        curves = [Curve("logits_real", tr("original")), Curve("logits_fake", tr("reconstruction"))]
        about = tr(
            "Mean logit over patches. Far apart: the discriminator tells them with ease, and its gradient teaches "
            "little. Together near 0: it cannot tell them."
        )
        return self._new_plot(tr("Discriminator"), tr("mean logit, above 0 for “real”"), curves, about)

    def _number_plot(self, name: str) -> CurvePlot:
        number = NUMBERS[name]
        self._sources[name] = name
        title = capitalised(translated(number.label))
        return self._new_plot(
            title, translated(number.unit), [Curve(name, tr("train"), "logits_real")], translated(number.summary)
        )

    def _new_plot(self, title: str, unit: str, curves: Sequence[Curve], about: str) -> CurvePlot:
        plot = CurvePlot(title, unit, curves, small=True, about=about, parent=self)
        plot.set_empty_text(tr("The discriminator has not begun to learn."))
        return plot

    def _on_subject(self, subject: Subject) -> None:
        self._show_numbers(subject.config.companion_numbers)

    def _extend(self, reports: Sequence[Report]) -> None:
        self._extend_from(self._sources, reports)
