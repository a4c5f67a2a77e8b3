"""The table of a sweep: a row for each variant and grid value, mean ± sample standard deviation over seeds."""

import csv
import io
import statistics
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from latentlab.sweeps.plan import Sweep
    from latentlab.sweeps.state import Outcome

NOTHING = "–"


@dataclass(frozen=True)
class Metric:
    """A column.

    Attributes:
        title: heading.
        unit: its unit, empty for a pure number.
        decimals: shown after the point.
        best: which value settings can be chosen by; None for a number that no value is the best of.
    """

    title: str
    unit: str
    decimals: int
    best: Literal["lowest", "highest"] | None = None

    @property
    def heading(self) -> str:
        """Title and unit."""
        return f"{self.title} [{self.unit}]" if self.unit else self.title


METRICS: Mapping[str, Metric] = {
    "mutual_information": Metric("MI ≥", "nats", 2),
    "mutual_information_upper": Metric("MI ≤", "nats", 2),
    "active_units": Metric("active units", "dimensions", 1),
    "active_units_by_kl": Metric("active units by KL", "dimensions", 1),
    "nll": Metric("NLL ≤", "nats", 2, "lowest"),
    "effective_samples": Metric("effective importance samples", "", 1),
    "probe_accuracy": Metric("probe accuracy", "", 3, "highest"),
    "consistency_kl": Metric("consistency KL", "nats", 3),
    "consistency_ratio": Metric("consistency ratio", "", 3, "lowest"),
    "retrieval_at_1": Metric("retrieval@1", "", 3, "highest"),
    "seconds_per_step": Metric("time per step", "s", 4),
    "nll_bits_per_dim": Metric("NLL ≤", "bits per pixel value", 4),
    "nll_ais": Metric("NLL by AIS ≤", "nats", 2, "lowest"),
    "rate": Metric("rate", "nats", 2),
    "marginal_kl_lower": Metric("marginal KL ≥", "nats", 2),
    "marginal_kl_upper": Metric("marginal KL ≤", "nats", 2),
    "total_correlation_lower": Metric("total correlation ≥", "nats", 2),
    "total_correlation_upper": Metric("total correlation ≤", "nats", 2),
    "dimension_wise_kl": Metric("dimension-wise KL ≤", "nats", 2),
    "consistency_kl_reverse": Metric("reverse consistency KL", "nats", 3),
    "jeffreys": Metric("Jeffreys", "nats", 3),
    "wasserstein2": Metric("2-Wasserstein", "units of z", 3),
    "mse": Metric("MSE", "per pixel value", 5, "lowest"),
    "l1": Metric("L1", "per pixel value", 5, "lowest"),
    "psnr": Metric("PSNR", "dB", 2, "highest"),
    "ssim": Metric("SSIM", "", 4, "highest"),
    "attribute_auc": Metric("attribute AUC", "", 3, "highest"),
    "mig": Metric("MIG", "", 3, "highest"),
    "factor_vae_score": Metric("FactorVAE score", "", 3, "highest"),
    "dci_disentanglement": Metric("DCI disentanglement", "", 3, "highest"),
    "dci_completeness": Metric("DCI completeness", "", 3, "highest"),
    "dci_informativeness": Metric("DCI informativeness", "", 3, "highest"),
    "fid": Metric("FID", "", 2, "lowest"),
    "kid": Metric("KID", "", 4, "lowest"),
}
DEFAULT_METRICS = tuple(METRICS)[:11]


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
