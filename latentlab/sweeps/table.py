"""The table of a sweep: a row for each variant and grid value, mean ± sample standard deviation over seeds."""

import csv
import io
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from latentlab.catalog.measures import MEASURES, default_columns

if TYPE_CHECKING:
    from latentlab.sweeps.plan import Sweep
    from latentlab.sweeps.state import Outcome

NOTHING = "–"


METRICS = MEASURES
"""The columns that a table can have."""
DEFAULT_METRICS = default_columns()


@dataclass(frozen=True)
class Entry:
    """A number of a row over its seeds.

    Attributes:
        values: one for each seed that has it.
        seeds: how many there are when all is done.
    """

    values: tuple[float, ...]
    seeds: int

    @property
    def mean(self) -> float | None:
        """None where no seed has it."""
        return statistics.fmean(self.values) if self.values else None

    @property
    def sd(self) -> float | None:
        """Sample standard deviation (n − 1); None below two values."""
        return statistics.stdev(self.values) if len(self.values) > 1 else None

    def text(self, decimals: int, between: str = " ± ") -> str:
        """`1.23 ± 0.04`, and n where seeds are missing."""
        if self.mean is None:
            return NOTHING
        spread = "" if self.sd is None else f"{between}{self.sd:.{decimals}f}"
        missing = f" (n = {len(self.values)})" if len(self.values) < self.seeds else ""
        return f"{self.mean:.{decimals}f}{spread}{missing}"


@dataclass(frozen=True)
class SweepTable:
    """The table of what there is.

    Attributes:
        row_titles: headings of the columns that say which row it is.
        metrics: names of the columns of numbers.
        rows: what the row is, and its entry for each metric.
        notes: a line for each run that failed, and one that counts those to come.
    """

    row_titles: tuple[str, ...]
    metrics: tuple[str, ...]
    rows: tuple[tuple[tuple[str, ...], tuple[Entry, ...]], ...]
    notes: tuple[str, ...]

    @property
    def headings(self) -> list[str]:
        """Of all columns, units included."""
        return [*self.row_titles, *(METRICS[name].heading for name in self.metrics)]

    def texts(self) -> list[list[str]]:
        """The rows as a person reads them."""
        return [[*labels, *self._numbers(entries)] for labels, entries in self.rows]

    def to_csv(self) -> str:
        """Mean, standard deviation and n in columns of their own, at full precision; empty where there is none. No notes."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        parts = (
            (f"{name}_mean{unit}", f"{name}_sd{unit}", f"{name}_n")
            for name in self.metrics
            for unit in [f" [{METRICS[name].unit}]" if METRICS[name].unit else ""]
        )
        writer.writerow([*self.row_titles, *(part for three in parts for part in three)])
        for labels, entries in self.rows:
            numbers = [number for entry in entries for number in (entry.mean, entry.sd, len(entry.values))]
            writer.writerow([*labels, *("" if number is None else repr(number) for number in numbers)])
        return text.getvalue()

    def to_markdown(self) -> str:
        """A pipe table, the notes as a list below it."""
        alignment = [*("---" for _ in self.row_titles), *("---:" for _ in self.metrics)]
        lines = [self.headings, alignment, *self.texts()]
        table = [f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in lines]
        return "\n".join([*table, *(["", *(f"- {note}" for note in self.notes)] if self.notes else []), ""])

    def to_latex(self) -> str:
        """A tabular with the rules of booktabs, the notes as comments below it."""
        body = [
            " & ".join([*map(_latex, labels), *map(_latex, self._numbers(entries))]) + r" \\" for labels, entries in self.rows
        ]
        return "\n".join(
            [
                r"% \usepackage{booktabs}",
                rf"\begin{{tabular}}{{{'l' * len(self.row_titles)}{'r' * len(self.metrics)}}}",
                r"\toprule",
                " & ".join(map(_latex, self.headings)) + r" \\",
                r"\midrule",
                *body,
                r"\bottomrule",
                r"\end{tabular}",
                *(f"% {note}" for note in self.notes),
                "",
            ]
        )

    def _numbers(self, entries: Iterable[Entry]) -> list[str]:
        return [entry.text(METRICS[name].decimals) for name, entry in zip(self.metrics, entries, strict=True)]


def tabulate(sweep: "Sweep", outcomes: Sequence["Outcome"]) -> SweepTable:
    """The table of what there is: finished runs make the numbers, the others the notes."""
    metrics, seeds = sweep.config.metrics, len(sweep.config.seeds)
    of_row: dict[tuple[str, ...], list[Outcome]] = {}
    for outcome in outcomes:
        if outcome.cell.trial is not None:
            continue
        of_row.setdefault(outcome.cell.row, []).append(outcome)
    rows = []
    for labels, members in of_row.items():
        measured = [[member.metric(name) for name in metrics] for member in members]
        columns = zip(*measured, strict=True)
        rows.append((labels, tuple(Entry(tuple(v for v in column if v is not None), seeds) for column in columns)))
    return SweepTable(sweep.row_titles, metrics, tuple(rows), tuple(_notes(outcomes)))


def _notes(outcomes: Sequence["Outcome"]) -> list[str]:
    notes = [f"{outcome.cell.key}: {outcome.status}: {outcome.reason}" for outcome in outcomes if outcome.reason]
    left = sum(outcome.status in ("waiting", "unfinished") for outcome in outcomes)
    return [*_choices(outcomes), *notes, *([f"{left} of {len(outcomes)} runs are not finished yet."] if left else [])]


def _choices(outcomes: Sequence["Outcome"]) -> list[str]:
    """A line for each choice that was made: what was chosen, from what, and by which numbers."""
    lines = []
    trials: dict[tuple[str, ...], list[Outcome]] = {}
    for outcome in outcomes:
        if outcome.cell.trial is not None:
            trials.setdefault(outcome.cell.row, []).append(outcome)
    for row, tried in trials.items():
        choose, best = tried[0].cell.choose, chosen(tried)
        if choose is None or best is None:
            continue
        by = METRICS[choose.by]
        numbers = (
            f"{by.title} {NOTHING if value is None else f'{value:.{by.decimals}f}'} at {trial.cell.trial_text}"
            for trial in tried
            for value in [trial.metric(choose.by)]
        )
        lines.append(
            f"{', '.join(row)}: {best.cell.trial_text}, chosen on a validation split by the {by.best} "
            f"{by.title} ({', '.join(numbers)}; seed {best.cell.config.seed})"
        )
    return lines


def chosen(tried: Sequence["Outcome"]) -> "Outcome | None":
    """The best of the trials that have a number to compare by; None while any is to come, or if none has one."""
    choose = tried[0].cell.choose
    if choose is None or any(outcome.status in ("waiting", "unfinished") for outcome in tried):
        return None
    values = [(value, outcome) for outcome in tried if (value := outcome.metric(choose.by)) is not None]
    best = min if METRICS[choose.by].best == "lowest" else max
    return best(values, key=lambda pair: pair[0])[1] if values else None


_LATEX = {
    **{character: "\\" + character for character in "&%$#_{}"},
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "±": r"$\pm$",
    "–": "--",
    "−": "$-$",
    "×": r"$\times$",
    "∞": r"$\infty$",
    "≤": r"$\le$",
    "≥": r"$\ge$",
    "α": r"$\alpha$",
    "β": r"$\beta$",
    "γ": r"$\gamma$",
    "λ": r"$\lambda$",
    "σ": r"$\sigma$",
}


def _latex(text: str) -> str:
    return "".join(_LATEX.get(character, character) for character in text)
