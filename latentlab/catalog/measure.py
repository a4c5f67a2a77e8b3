"""What a measure is: a number of an evaluation, and of a sweep's table."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from latentlab.catalog.entries import Catalog, Entry

SIGMA_UNKNOWN = "σ is not known: this model's encoder gives a mean alone."
"""Why a number or a view cannot be had."""
ACTIVE_VARIANCE = 0.01
"""Variance of a dimension's posterior means over images above which it counts as active (Burda et al. 2016)."""
ACTIVE_KL = 0.1
"""Nats of KL to the prior above which a dimension counts as active by its KL."""

Origin = Mapping[str, Any]
"""What an evaluation was computed on."""
Subject = Literal["Likelihood", "Information", "Probes", "Disentanglement", "Consistency", "Reconstruction", "Samples", "Other"]


@dataclass(frozen=True, kw_only=True)
class Measure(Entry):
    """A measure. One with code is worked out by it, `measure(Measured) -> float | None`, see `latentlab.evaluation.more`.

    Attributes:
        unit: empty for a pure number.
        decimals: shown after the point.
        best: which value settings can be chosen by; None for a number that no value is the best of.
        bound: whether the truth lies below or above it; empty for a number that is no bound.
        column: whether tables of sweeps show it unless told otherwise.
        subject: under which an evaluation shows it.
        row: its title in an evaluation's table, in braces what it was computed on; the label where it is empty.
        depth: how far it is indented there under what it is a part of.
        note: of what is in that table, where it is not its unit; in braces what it was computed on.
        formula: how it is computed.
        good: what a good value is.
        headline: its title among the few that an evaluation begins with; empty where it is none of them.
        error_of: the measure whose standard error it is.
        upper_of: the lower bound that it makes an interval with; shown together.
        per_dimension: whether it is a value for each latent dimension: no column of a table.
        undefined: why it may not be defined where all that it is computed from is finite.
        applies: whether it can be had at all of what an evaluation was computed on.
    """

    unit: str = ""
    decimals: int = 3
    best: Literal["lowest", "highest"] | None = None
    bound: Literal["≤", "≥", ""] = ""
    column: bool = False
    subject: Subject = "Other"
    row: str = ""
    depth: int = 0
    note: str = ""
    formula: str = ""
    good: str = ""
    headline: str = ""
    error_of: str = ""
    upper_of: str = ""
    per_dimension: bool = False
    undefined: str = ""
    applies: Callable[[Origin], bool] = lambda origin: True

    @property
    def title(self) -> str:
        """The heading of its column."""
        return f"{self.label} {self.bound}" if self.bound else self.label

    @property
    def heading(self) -> str:
        """Title and unit."""
        return f"{self.title} [{self.unit}]" if self.unit else self.title

    @property
    def meaning(self) -> str:
        """What it is, how it is computed, and what is good, a line each."""
        return "\n".join(line for line in (self.summary, self.formula, self.good) if line)


MEASURES: Catalog[Measure] = Catalog("measure")


def default_columns() -> tuple[str, ...]:
    """What a sweep's table shows unless told otherwise."""
    return tuple(name for name, measure in MEASURES.items() if measure.column)


def scalar_measures() -> dict[str, Measure]:
    """The measures that are one number, by name."""
    return {name: measure for name, measure in MEASURES.items() if not measure.per_dimension}
