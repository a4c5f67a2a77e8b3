"""Sweeps: many runs from one TOML file, trained and measured in turn, and their tables and figures.

What plans, reads and tabulates a sweep needs no torch; `latentlab.sweeps.runner` runs one.
"""

from latentlab.sweeps.comparison import (
    RunFacts,
    RunsTable,
    compare_runs,
    differences,
    digest_of,
    facts_of,
    read_evaluation,
    read_facts,
)
from latentlab.sweeps.figure import Figure, figure_of, figure_png
from latentlab.sweeps.plan import Cell, Sweep, load_sweep, make_sweep, sweep_names
from latentlab.sweeps.results import write_results
from latentlab.sweeps.state import Outcome, survey
from latentlab.sweeps.table import METRICS, SweepTable, tabulate

__all__ = [
    "METRICS",
    "Cell",
    "Figure",
    "Outcome",
    "RunFacts",
    "RunsTable",
    "Sweep",
    "SweepTable",
    "compare_runs",
    "differences",
    "digest_of",
    "facts_of",
    "figure_of",
    "figure_png",
    "load_sweep",
    "make_sweep",
    "read_evaluation",
    "read_facts",
    "survey",
    "sweep_names",
    "tabulate",
    "write_results",
]
