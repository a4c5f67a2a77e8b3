"""The loss that is optimised, on the images learned from and on others."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from latentlab import metrics
from latentlab.catalog.numbers import term_label
from latentlab.gui.language import tr
from latentlab.gui.library_texts import translated
from latentlab.gui.models.current_run import Subject
from latentlab.gui.panes.records import CurvePane, empty_text
from latentlab.gui.session import Session
from latentlab.gui.widgets.curve import Curve
from latentlab.gui.widgets.curve_plot import CurvePlot
from latentlab.runs import Report

_TOTAL, _HELD_OUT = "total", "held_out"
_OF_ITS_SIZE = (metrics.DISTORTION, metrics.NEGATIVE_IWAE_BOUND)
"""Terms that are about as large as the total; the others have plots of their own."""


class LossPane(CurvePane):
    """Total and distortion as lines, the held-out loss beside them with its best step; all weighted terms in a stack."""

    _written = ("resume", "alarm", "recovery", "failure")

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._bounds: list[tuple[int, float]] = []
        self._show_terms((), tr("held out"))
        self._follow()

    def _show_terms(self, terms: tuple[str, ...], held_out: str) -> None:
        self._terms, self._bounds = terms, []
        curves = [
            Curve(_TOTAL, tr("total"), "total"),
            Curve(_HELD_OUT, held_out, "total", dashed=True),
            *(
                Curve(term, translated(term_label(term)), term, only_stacked=_is_small(term) or len(terms) == 1)
                for term in terms
            ),
        ]
        about = tr(
            "total: what the optimiser minimises, the sum of the weighted terms. held out: the same of x alone, at "
            "the final weights of its terms, on validation images, which are not learned from. ▼: its least value, "
            "the best checkpoint. ▲ at the edge: a curve goes on out of sight. The context menu stacks all "
            "weighted terms."
        )
        plot = CurvePlot(tr("Loss"), tr("nats per image"), curves, stackable=True, about=about, parent=self)
        plot.set_empty_text(empty_text(self._session.run.subject, tr("Press New run to see the loss fall.")))
        self._show_plots([plot], "loss.png")

    def _on_subject(self, subject: Subject) -> None:
        terms = subject.config.loss_terms
        # The held-out loss is of x: beside a total with terms of t(x) that must be said.
        self._show_terms(terms, tr("held out, x alone") if subject.config.consistency.trains_on_t else tr("held out"))

    def _extend(self, reports: Sequence[Report]) -> None:
        self._extend_from({_TOTAL: metrics.TOTAL, **{term: metrics.weighted(term) for term in self._terms}}, reports)
        bounds = [(report.step, report.values[metrics.VALIDATION_BOUND]) for report in reports if _is_judged(report)]
        self.plot.extend(_HELD_OUT, [step for step, _ in bounds], [-bound for _, bound in bounds])
        self._bounds += bounds
        self._mark_best()

    def _mark_best(self) -> None:
        best = max(self._bounds, key=lambda point: point[1], default=None)
        self.plot.set_best(_HELD_OUT, best[0] if best else None)
        self.plot.refresh_in_turn()

    def _dim_before(self, step: int) -> None:
        super()._dim_before(step)
        self._bounds = [point for point in self._bounds if point[0] >= step]  # the best checkpoint is one of its own
        self._mark_best()

    def _forget_after(self, step: int) -> None:
        super()._forget_after(step)
        self._bounds = [point for point in self._bounds if point[0] <= step]
        self._mark_best()


def _is_small(term: str) -> bool:
    return term.removesuffix(metrics.SUFFIX_T) not in _OF_ITS_SIZE


def _is_judged(report: Report) -> bool:
    return metrics.VALIDATION_BOUND in report.values
