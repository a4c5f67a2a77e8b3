"""The table of a sweep: a row for each variant and grid value, mean ± sample standard deviation over seeds.

Below it stand differences between rows, paired by seed, with 95 % intervals.
"""

import csv
import io
import math
import statistics
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from latentlab.catalog.measure import MEASURES, default_columns

if TYPE_CHECKING:
    from latentlab.sweeps.plan import Sweep
    from latentlab.sweeps.state import Outcome

NOTHING = "–"
CONFIDENCE = 0.95


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

    @property
    def interval(self) -> tuple[float, float] | None:
        """95 % interval of the mean by Student's t with n − 1 degrees of freedom; None below two values."""
        from scipy.special import stdtrit  # a tenth of a second's import

        if self.mean is None or self.sd is None:
            return None
        count = len(self.values)
        half = float(stdtrit(count - 1, (1 + CONFIDENCE) / 2)) * self.sd / math.sqrt(count)
        return self.mean - half, self.mean + half

    def text(self, decimals: int) -> str:
        """`1.23 ± 0.04`, and n where seeds are missing."""
        if self.mean is None:
            return NOTHING
        spread = "" if self.sd is None else f" ± {self.sd:.{decimals}f}"
        return f"{self.mean:.{decimals}f}{spread}{self._missing}"

    def difference_text(self, decimals: int) -> str:
        """`+1.23 [+1.10, +1.36]`, and n where seeds are missing."""
        if self.mean is None:
            return NOTHING
        ends = "" if self.interval is None else f" [{', '.join(f'{end:+.{decimals}f}' for end in self.interval)}]"
        return f"{self.mean:+.{decimals}f}{ends}{self._missing}"

    @property
    def _missing(self) -> str:
        return f" (n = {len(self.values)})" if len(self.values) < self.seeds else ""


@dataclass(frozen=True)
class Difference:
    """A row minus another, seed by seed.

    Attributes:
        row: what the row is.
        against: what is subtracted.
        entries: of each metric; the values are differences of two runs with the same seed.
    """

    row: tuple[str, ...]
    against: tuple[str, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class SweepTable:
    """The table of what there is.

    Attributes:
        row_titles: headings of the columns that say which row it is.
        metrics: names of the columns of numbers.
        rows: what the row is, and its entry for each metric.
        notes: a line for each run that failed, and one that counts those to come.
        differences: between rows.
    """

    row_titles: tuple[str, ...]
    metrics: tuple[str, ...]
    rows: tuple[tuple[tuple[str, ...], tuple[Entry, ...]], ...]
    notes: tuple[str, ...]
    differences: tuple[Difference, ...] = ()

    @property
    def headings(self) -> list[str]:
        """Of all columns, units included."""
        return [*self.row_titles, *(METRICS[name].heading for name in self.metrics)]

    def texts(self) -> list[list[str]]:
        """The rows as a user reads them."""
        return [[*labels, *self._numbers(entries)] for labels, entries in self.rows]

    @property
    def difference_headings(self) -> list[str]:
        """Of the table of differences; Δ stands for a difference of two numbers, which is no bound where these are."""
        return ["difference of", "and", *(f"Δ {METRICS[name].heading}" for name in self.metrics)]

    def difference_texts(self) -> list[list[str]]:
        """The differences as a user reads them, with 95 % intervals."""
        return [
            [
                ", ".join(difference.row),
                ", ".join(difference.against),
                *(
                    entry.difference_text(METRICS[name].decimals)
                    for name, entry in zip(self.metrics, difference.entries, strict=True)
                ),
            ]
            for difference in self.differences
        ]

    @property
    def difference_note(self) -> str:
        """What the differences are, in a sentence."""
        return (
            f"Differences are paired by seed: the mean, and in brackets its {CONFIDENCE:.0%} interval by Student's t, "
            "of each comparison by itself."
        )

    def to_csv(self) -> str:
        """Mean, standard deviation and n in columns of their own, at full precision; empty where there is none.

        Without notes and differences.
        """
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
        """A pipe table, one of the differences, and the notes as a list below them."""
        parts = [_piped(self.headings, self.texts(), len(self.row_titles))]
        if self.differences:
            parts += [self.difference_note, _piped(self.difference_headings, self.difference_texts(), 2)]
        if self.notes:
            parts.append("\n".join(f"- {note}" for note in self.notes))
        return "\n\n".join(parts) + "\n"

    def to_latex(self) -> str:
        """A tabular with the rules of booktabs, one of the differences, the notes as comments below them."""
        lines = [r"% \usepackage{booktabs}", *_tabular(self.headings, self.texts(), len(self.row_titles))]
        if self.differences:
            lines += [f"% {self.difference_note}", *_tabular(self.difference_headings, self.difference_texts(), 2)]
        return "\n".join([*lines, *(f"% {note}" for note in self.notes), ""])

    def _numbers(self, entries: Iterable[Entry]) -> list[str]:
        return [entry.text(METRICS[name].decimals) for name, entry in zip(self.metrics, entries, strict=True)]


def tabulate(sweep: "Sweep", outcomes: Sequence["Outcome"]) -> SweepTable:
    """The table of what there is: finished runs make the numbers, the others the notes.

    Args:
        sweep: whose rows and columns it has.
        outcomes: what has become of its cells, as `run_sweep` gives them.
    """
    metrics, seeds = sweep.config.metrics, sweep.config.seeds
    of_row: dict[tuple[str, ...], dict[int, list[float | None]]] = {}
    for outcome in outcomes:
        if outcome.cell.trial is None:
            numbers = [outcome.metric(name) for name in metrics]
            of_row.setdefault(outcome.cell.row, {})[outcome.cell.config.seed] = numbers

    def entries(measured: Iterable[Sequence[float | None]]) -> tuple[Entry, ...]:
        columns = zip(*measured, strict=True)
        return tuple(Entry(tuple(v for v in column if v is not None), len(seeds)) for column in columns)

    rows = tuple((labels, entries(members.values())) for labels, members in of_row.items())
    differences = tuple(
        Difference(row, other, entries(_minus(of_row[row][seed], of_row[other][seed]) for seed in seeds))
        for row, other in sweep.comparisons()
        if row in of_row and other in of_row
    )
    return SweepTable(sweep.row_titles, metrics, rows, tuple(_notes(outcomes)), differences)


def _minus(one: Sequence[float | None], other: Sequence[float | None]) -> list[float | None]:
    return [None if a is None or b is None else a - b for a, b in zip(one, other, strict=True)]


def _notes(outcomes: Sequence["Outcome"]) -> list[str]:
    wrong = [outcome for outcome in outcomes if outcome.reason and outcome.status != "pruned"]
    notes = [f"{outcome.cell.key}: {outcome.status}: {outcome.reason}" for outcome in wrong]
    left = sum(outcome.status in ("waiting", "unfinished") for outcome in outcomes)
    return [
        *_choices(outcomes),
        *_work(outcomes),
        *notes,
        *([f"{left} of {len(outcomes)} runs are not finished yet."] if left else []),
    ]


def _work(outcomes: Sequence["Outcome"]) -> list[str]:
    """A line on how many images a step sees, where that is not the same in all rows."""
    rows: dict[int, dict[str, None]] = {}
    for outcome in outcomes:
        config = outcome.cell.config
        seen = config.train.images_per_step * (2 if config.consistency.trains_on_t else 1)
        rows.setdefault(seen, {})[", ".join(outcome.cell.row)] = None
    if len(rows) < 2:
        return []
    counts = "; ".join(f"{seen:,} in {', '.join(names)}" for seen, names in sorted(rows.items()))
    return [f"Images that a step sees, x and t(x) together: {counts}. images_per_step in the sweep's file makes them equal."]


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
        if best.cell.number is not None:
            lines.append(_search_line(row, tried, best))
            continue
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


def _search_line(row: tuple[str, ...], tried: Sequence["Outcome"], best: "Outcome") -> str:
    """What a search has found, and by how many trials."""
    assert best.cell.choose is not None
    by = METRICS[best.cell.choose.by]
    counts = Counter(outcome.status for outcome in tried)
    parts = [f"{counts[status]} {status}" for status in ("pruned", "failed", "diverged") if counts[status]]
    value = best.metric(by.name) or 0.0
    return (
        f"{', '.join(row)}: {best.cell.trial_text}, found on a validation split by the {by.best} {by.title} "
        f"({value:.{by.decimals}f}) of {', '.join([f'{len(tried)} trials', *parts])}; seed {best.cell.config.seed}"
    )


def chosen(tried: Sequence["Outcome"]) -> "Outcome | None":
    """The best of the trials that have a number to compare by; None while any is to come, or if none has one."""
    choose = tried[0].cell.choose
    if choose is None or any(outcome.status in ("waiting", "unfinished") for outcome in tried):
        return None
    values = [(value, outcome) for outcome in tried if (value := outcome.metric(choose.by)) is not None]
    best = min if METRICS[choose.by].best == "lowest" else max
    return best(values, key=lambda pair: pair[0])[1] if values else None


def _piped(headings: Sequence[str], rows: Sequence[Sequence[str]], words: int) -> str:
    """A pipe table whose first so many columns are words and whose others are numbers."""
    alignment = ["---:" if place >= words else "---" for place in range(len(headings))]
    return "\n".join(
        f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in [headings, alignment, *rows]
    )


def _tabular(headings: Sequence[str], rows: Sequence[Sequence[str]], words: int) -> list[str]:
    return [
        rf"\begin{{tabular}}{{{'l' * words}{'r' * (len(headings) - words)}}}",
        r"\toprule",
        " & ".join(map(_latex, headings)) + r" \\",
        r"\midrule",
        *(" & ".join(map(_latex, row)) + r" \\" for row in rows),
        r"\bottomrule",
        r"\end{tabular}",
    ]


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
    "Δ": r"$\Delta$",
}


def _latex(text: str) -> str:
    return "".join(_LATEX.get(character, character) for character in text)
