"""Guided experiments: a question, steps through the window that answer it, and what is checked after each.

Each is a TOML file in `resources/learn/`; the window shows them in their order.
"""

from latentlab.learn.experiments import Expectation, Experiment, Step, Training, experiments
from latentlab.learn.progress import Outcome, Progress

__all__ = ["Expectation", "Experiment", "Outcome", "Progress", "Step", "Training", "experiments"]
