"""Runs side by side: the settings in which they differ, and their numbers."""

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from latentlab import metrics
from latentlab.catalog.measure import scalar_measures
from latentlab.catalog.numbers import held_out_numbers, unit
from latentlab.config import RunConfig, flat_settings
from latentlab.errors import FileError
from latentlab.runs import Evaluation, Report, Run
from latentlab.sweeps.table import NOTHING

_CONDITIONS = {
    "likelihood": "likelihood",
    "prior": "prior",
    "policy": "policy of t",
    "N": "held-out images",
    "S": "importance samples",
    "seed": "seed of the evaluation",
    "proposal": "proposal of the importance samples",
    "dci": "trees of DCI",
}
"""What numbers of two evaluations must share to be compared."""


@dataclass(frozen=True)
class RunFacts:
    """What is known of a run.

    Attributes:
        name: of its folder.
        config: its settings.
        step: of the newest report.
        seconds: spent on training.
        held_out: what was measured at the newest checkpoint, by name.
        evaluation: what `evaluate` wrote, None where it was not called.
        images: fingerprint of its images, empty where it is not known.
    """

    name: str
    config: RunConfig
    step: int
    seconds: float
    held_out: Mapping[str, float]
    evaluation: Evaluation | None
    images: str = ""


@dataclass(frozen=True)
class Differences:
    """In what runs differ from the first one so that numbers cannot be compared; the places of these runs.

    Attributes:
        images: those that learned from other images: none of their numbers can.
        likelihood: those with another p(x|z): bounds and errors in nats cannot.
        method: those with another objective: its total cannot, which sums other terms.
    """

    images: tuple[int, ...]
    likelihood: tuple[int, ...]
    method: tuple[int, ...]


@dataclass(frozen=True)
class Line:
    """A line of the table.

    Attributes:
        title: a setting's dotted key, or what the number is with its unit.
        values: of each run; None where it has none.
        decimals: shown after the point; None shows a value as it is.
    """

    title: str
    values: tuple[Any, ...]
    decimals: int | None = None

    def texts(self) -> list[str]:
        """The values as a user reads them."""
        return [self._text(value) for value in self.values]

    def _text(self, value: Any) -> str:
        if value is None:
            return NOTHING
        if isinstance(value, float) and self.decimals is not None:
            return f"{value:.{self.decimals}f}"
        return value if isinstance(value, str) else json.dumps(value)


@dataclass(frozen=True)
class RunsTable:
    """A column for each run.

    Attributes:
        runs: names of their folders.
        settings: those that differ.
        numbers: their numbers.
    """

    runs: tuple[str, ...]
    settings: tuple[Line, ...]
    numbers: tuple[Line, ...]

    @property
    def headings(self) -> list[str]:
        """Of all columns."""
        return ["", *self.runs]

    def rows(self) -> list[list[str]]:
        """All lines as a user reads them."""
        return [[line.title, *line.texts()] for line in (*self.settings, *self.numbers)]

    def to_text(self) -> str:
        """Columns with tabs between, as spreadsheets take them from the clipboard."""
        return "".join("\t".join(row) + "\n" for row in [self.headings, *self.rows()])

    def to_csv(self) -> str:
        """Numbers at full precision; empty where there is none."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(self.headings)
        for line in (*self.settings, *self.numbers):
            full = Line(line.title, line.values)
            writer.writerow([line.title, *("" if shown == NOTHING else shown for shown in full.texts())])
        return text.getvalue()

    def to_markdown(self) -> str:
        """A pipe table."""
        alignment = ["---", *("---:" for _ in self.runs)]
        lines = [self.headings, alignment, *self.rows()]
        return "".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |\n" for line in lines)

    def to_json(self) -> str:
        """One JSON object: names, then settings and numbers by title with a value for each run."""
        parts = {
            name: {line.title: list(line.values) for line in lines}
            for name, lines in (("settings", self.settings), ("numbers", self.numbers))
        }
        return json.dumps({"runs": list(self.runs), **parts}, ensure_ascii=False)


def facts_of(
    name: str, config: RunConfig, reports: Sequence[Report], evaluation: Evaluation | None, images: str = ""
) -> RunFacts:
    """What a run's reports say, its evaluation, and the fingerprint of its images."""
    measured = next((report.values for report in reversed(reports) if metrics.TEST_ELBO in report.values), {})
    last = reports[-1] if reports else None
    return RunFacts(
        name,
        config,
        last.step if last else 0,
        last.seconds if last else 0.0,
        {name: measured[name] for name in held_out_numbers() if name in measured},
        evaluation,
        images,
    )


def read_facts(run: Run) -> RunFacts:
    """What a run's folder says.

    Args:
        run: it may be training.

    Raises:
        RunError: if its reports cannot be read.
    """
    return facts_of(run.path.resolve().name, run.config, run.reports(), read_evaluation(run.path), digest_of(run))


def digest_of(run: Run) -> str:
    """The fingerprint of a run's images, empty where it has none."""
    return str(run.header.images.get("digest", ""))


def read_evaluation(folder: Path) -> Evaluation | None:
    """What `evaluate` wrote into a run's folder; None where it was not called, or the file is damaged."""
    try:
        return Evaluation.read(folder)
    except FileError:
        return None


def compare_runs(runs: Sequence[RunFacts]) -> RunsTable:
    """The settings that are not the same in all of them, and every number that one of them has.

    Args:
        runs: what `read_facts` gives of each, in the order of the columns.
    """
    return RunsTable(
        tuple(run.name for run in runs),
        tuple(differing_settings([run.config for run in runs])),
        (Line("step", tuple(run.step for run in runs)), *_evaluated(runs), *_held_out(runs)),
    )


def differing_settings(configs: Sequence[RunConfig]) -> list[Line]:
    """A line for each setting, but for the run's name, that is not the same in all."""
    flat = [flat_settings(config) for config in configs]
    keys = dict.fromkeys(key for settings in flat for key in settings)
    lines = (Line(key, tuple(settings.get(key) for settings in flat)) for key in keys)
    return [line for line in lines if any(value != line.values[0] for value in line.values)]


def differences(runs: Sequence[RunFacts]) -> Differences:
    """What keeps numbers of several runs from being compared."""

    def unlike(same: Callable[[RunFacts, RunFacts], bool]) -> tuple[int, ...]:
        return tuple(place for place, run in enumerate(runs) if not same(runs[0], run))

    return Differences(
        unlike(_same_images),
        unlike(lambda one, other: one.config.likelihood.name == other.config.likelihood.name),
        unlike(lambda one, other: one.config.loss_terms == other.config.loss_terms),
    )


def _same_images(one: RunFacts, other: RunFacts) -> bool:
    """By their fingerprints, or where one is not known, by the settings that say which images these are."""
    if one.images and other.images:
        return one.images == other.images
    return one.config.data == other.config.data


def _evaluated(runs: Sequence[RunFacts]) -> list[Line]:
    """What `evaluate` measured, and where that was not done alike, how."""
    if not any(run.evaluation for run in runs):
        return []
    origins = [run.evaluation.provenance if run.evaluation else {} for run in runs]
    how = [Line("evaluated at step", tuple(origin.get("checkpoint_step") for origin in origins))]
    for name, title in _CONDITIONS.items():
        values = tuple(origin.get(name) for origin in origins)
        if len({repr(value) for value in values if value is not None}) > 1:
            how.append(Line(title, values))
    numbers = (
        Line(metric.heading, tuple(_number(run, name) for run in runs), metric.decimals)
        for name, metric in scalar_measures().items()
    )
    return [*how, *(line for line in numbers if any(value is not None for value in line.values))]


def _number(run: RunFacts, name: str) -> float | None:
    if name == "seconds_per_step":
        return run.seconds / run.step if run.step else None
    value = run.evaluation.values.get(name) if run.evaluation else None
    return float(value) if isinstance(value, int | float) else None


def _held_out(runs: Sequence[RunFacts]) -> list[Line]:
    """What training measured at the newest checkpoint."""
    lines = (
        Line(f"{name} [{unit(name)}]", tuple(run.held_out.get(name) for run in runs), decimals)
        for name, decimals in held_out_numbers().items()
    )
    return [line for line in lines if any(value is not None for value in line.values)]
