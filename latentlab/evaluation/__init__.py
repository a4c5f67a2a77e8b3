"""Numbers measured on images a model was not trained on."""

from latentlab.evaluation.held_out import measure_bound, measure_held_out
from latentlab.evaluation.likelihood import training_scale
from latentlab.evaluation.posterior import PosteriorSummary, summary_of
from latentlab.evaluation.report import evaluate

__all__ = [
    "PosteriorSummary",
    "evaluate",
    "measure_bound",
    "measure_held_out",
    "summary_of",
    "training_scale",
]
