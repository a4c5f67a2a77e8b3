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

_TOTAL, _OF_X, _VALIDATION = "total", "of_x", "validation"
_OF_ITS_SIZE = (metrics.DISTORTION, metrics.NEGATIVE_IWAE_BOUND)
"""Terms that are about as large as the total; the others have plots of their own."""


class LossPane(CurvePane):
    """The loss of x on images learned from and on validation images, whose best step is marked; all weighted terms in a stack.

    Where more than the loss of x is optimised, such as that of t(x), the total is listed too, and drawn if it is asked for.
    """

    _written = ("resume", "alarm", "recovery", "failure")

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._bounds: list[tuple[int, float]] = []
        self._show_terms((), (), "")
        self._follow()

    def _show_terms(self, terms: tuple[str, ...], of_x: tuple[str, ...], label: str) -> None:
        """Take other terms, of which some are the loss of x alone, with its label; these are none where they are all."""
        self._terms, self._of_x, self._bounds = terms, of_x, []
        curves = [
            Curve(_OF_X, label, "total", sums=True) if of_x else Curve(_TOTAL, tr("total"), "total", sums=True),
            Curve(_VALIDATION, tr("validation"), "total", dotted=True),
            *(
                Curve(term, translated(term_label(term)), term, only_stacked=_is_small(term) or len(terms) == 1)
                for term in terms
            ),
            *([Curve(_TOTAL, tr("total"), "total_beside_x", sums=True)] if of_x else []),
        ]
        about = tr(
            "total: what the optimiser minimises, the sum of the weighted terms. x alone, or without discriminator: the terms "
            "of x, without those of t(x), of the comparison and of a discriminator. validation: the same, at the final weights "
            "of the terms, on images that are set aside from the training images and not learned from; the held-out images are "
            "others. ★: its least value, the best checkpoint. ▲ at the edge: a curve goes on out of sight. The context menu "
            "stacks all weighted terms."
        )
        plot = CurvePlot(tr("Loss"), tr("nats per image"), curves, stackable=True, about=about, parent=self)
        plot.set_empty_text(empty_text(self._session.run.subject, tr("Press New run to see the loss fall.")))
        if of_x:
            plot.set_curve_visible(_TOTAL, False)
        self._show_plots([plot], "loss.png")

    def _on_subject(self, subject: Subject) -> None:
        terms, of_x = subject.config.loss_terms, subject.config.loss_terms_of_x
        consistency = subject.config.consistency
        label = tr("x alone") if consistency.trains_on_t or consistency.has_term else tr("without discriminator")
        self._show_terms(terms, of_x if of_x != terms else (), label)

    def _extend(self, reports: Sequence[Report]) -> None:
        self._extend_from({_TOTAL: metrics.TOTAL, **{term: metrics.weighted(term) for term in self._terms}}, reports)
        self._extend_of_x(reports)
        bounds = [(report.step, report.values[metrics.VALIDATION_BOUND]) for report in reports if _is_judged(report)]
        self.plot.extend(_VALIDATION, [step for step, _ in bounds], [-bound for _, bound in bounds])
        self._bounds += bounds
        self._mark_best()

    def _extend_of_x(self, reports: Sequence[Report]) -> None:
        if not self._of_x:
            return
        names = [metrics.weighted(term) for term in self._of_x]
        known = [report for report in reports if all(name in report.values for name in names)]
        values = [sum(report.values[name] for name in names) for report in known]
        self.plot.extend(_OF_X, [report.step for report in known], values)

    def _mark_best(self) -> None:
        best = max(self._bounds, key=lambda point: point[1], default=None)
        self.plot.set_best(_VALIDATION, best[0] if best else None)
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
