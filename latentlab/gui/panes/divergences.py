"""The smaller terms before weighting, each in a plot of its own, on images learned from and on others."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from latentlab import metrics
from latentlab.catalog.numbers import TERMS, term_label, term_weight, unit
from latentlab.config import RunConfig
from latentlab.gui.language import capitalised, tr
from latentlab.gui.library_texts import translated
from latentlab.gui.models.current_run import Subject
from latentlab.gui.panes.records import CurvePane, empty_text
from latentlab.gui.session import Session
from latentlab.gui.widgets.curve import Curve
from latentlab.gui.widgets.curve_plot import CurvePlot
from latentlab.runs import Report

_HELD_OUT = {metrics.RATE: metrics.TEST_RATE, metrics.CONSISTENCY: metrics.TEST_CONSISTENCY_KL}
_FORMULAS = {
    metrics.RATE: "KL(q(z|x) ‖ p(z))",
    metrics.CONSISTENCY: "KL(q(z|t(x)) ‖ q(z|x))",
}


class DivergencePane(CurvePane):
    """A plot for each term that is a flat line beside the total: rate, consistency, and what else the run has."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._sources: dict[str, str] = {}
        self._units: dict[str, CurvePlot] = {}
        self._show_terms((metrics.RATE,), {})
        session.run.config_changed.connect(self._on_config)
        self._follow()

    def _show_terms(self, terms: tuple[str, ...], weights: dict[str, float]) -> None:
        self._sources, self._units = {}, {}
        shown = dict.fromkeys([metrics.RATE, *(term.removesuffix(metrics.SUFFIX_T) for term in terms), metrics.CONSISTENCY])
        plots = [
            self._new_plot(term, [each for each in (term, term + metrics.SUFFIX_T) if each in terms], weights.get(term, 1.0))
            for term in shown
            if term not in (metrics.DISTORTION, metrics.NEGATIVE_IWAE_BOUND)
        ]
        self._show_plots(plots, "terms.png")

    def _new_plot(self, term: str, trained: Sequence[str], weight: float) -> CurvePlot:
        """A plot of a term of x, of the same of t(x), and of its held-out values, as far as there are any."""
        curves = [Curve(each, "t(x)" if each.endswith(metrics.SUFFIX_T) else tr("train"), each) for each in trained]
        self._sources |= {each: metrics.raw(each) for each in trained}
        if (
            term == metrics.RATE and not trained
        ):  # where the objective bends it or bounds another KL, it is reported all the same
            curves.append(Curve(term, tr("train"), term))
            self._sources[term] = metrics.raw(term)
        if term in _HELD_OUT:
            curves.append(Curve(f"{term}_held_out", tr("held out"), term, dashed=True))
            self._sources[f"{term}_held_out"] = _HELD_OUT[term]
        formula = _FORMULAS.get(term) or (translated(TERMS[term].summary if term in TERMS else term_label(term)))
        about = tr(
            "{formula} Before weighting. Held-out values are measured at each checkpoint on images that are not learned from.",
            formula=formula,
        )
        plot = CurvePlot(_title(term), _unit(term, weight), curves, small=True, about=about, parent=self)
        plot.set_empty_text(empty_text(self._session.run.subject, tr("“{title}” appears here.", title=_title(term))))
        self._units[term] = plot
        return plot

    def _on_subject(self, subject: Subject) -> None:
        self._show_terms(subject.config.loss_terms, _weights(subject.config))

    @Slot(object)
    def _on_config(self, config: RunConfig) -> None:
        weights = _weights(config)
        for term, plot in self._units.items():
            plot.set_title(_title(term), _unit(term, weights.get(term, 1.0)))

    def _extend(self, reports: Sequence[Report]) -> None:
        self._extend_from(self._sources, reports)


def _weights(config: RunConfig) -> dict[str, float]:
    """Of the terms that have one."""
    return {term: _setting(config, term_weight(term)) for term in config.loss_terms if term_weight(term)}


def _title(term: str) -> str:
    return capitalised(translated(term_label(term)))


def _unit(term: str, weight: float) -> str:
    """Of a term's values, and what they are multiplied by in the loss."""
    weighed = tr(" · × {weight:g} in the loss", weight=weight) if weight != 1 else ""
    return translated(unit(metrics.raw(term))) + weighed


def _setting(config: RunConfig, key: str) -> float:
    section, _, name = key.partition(".")
    return float(getattr(getattr(config, section), name))
