"""What was measured of a run: `evaluation.json` in its folder, and the lines of its table."""

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from latentlab.catalog.measure import ACTIVE_VARIANCE, MEASURES, Measure
from latentlab.errors import FileError, MissingFileError, RunError, shown
from latentlab.files.atomic import write_atomically
from latentlab.files.text import read_json

FILE_NAME = "evaluation.json"
FEWEST_EFFECTIVE = 10
"""Effective importance samples below which the likelihood is said to be far from converged."""
AT_CEILING = 0.1
"""Nats below log N from which the lower bound on the mutual information is said to be at its ceiling."""
NOTHING = "–"
_GAP = 3.0
"""Ratio of neighbouring variances that counts as a gap about the threshold of activity."""
_LEAST_ORIGIN: dict[str, type | tuple[type, ...]] = {
    "N": int,
    "S": int,
    "seed": int,
    "checkpoint_step": int,
    "latent_dim": int,
    "likelihood": str,
    "policy": str,
    "run": str,
    "images": str,
}
"""What every evaluation says of what it was computed on."""

Value = float | int | tuple[float, ...] | None


@dataclass(frozen=True)
class Row:
    """A line of an evaluation's table.

    Attributes:
        name: of the measure.
        title: what the number is.
        depth: how far it is indented under what it is a part of.
        number: as text; a dash where it cannot be had.
        note: its unit, or why it cannot be had.
        warning: whether the note says that the number is not what it seems.
    """

    name: str
    title: str
    depth: int
    number: str
    note: str
    warning: bool = False


@dataclass(frozen=True)
class Evaluation:
    """A run's numbers on held-out images. None stands for one that cannot be had; `unavailable` says why.

    Each measure of `latentlab.catalog.MEASURES` that was worked out is an attribute too: `evaluation.nll`.

    Attributes:
        values: by the measure's name, in its unit.
        unavailable: name → reason, for each that is None.
        provenance: what the numbers were computed on: N images, S importance samples, M samples of the aggregate posterior per
            image, seed, likelihood, scale, policy, checkpoint, split, versions, and when.
    """

    values: Mapping[str, Value]
    unavailable: Mapping[str, str] = field(default_factory=dict)
    provenance: Mapping[str, Any] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Any:
        """The number of that name.

        Raises:
            AttributeError: if it was not measured.
        """
        values = self.__dict__.get("values", {})
        if name not in values:
            raise AttributeError(f"an evaluation has no {name!r}")
        return values[name]

    @classmethod
    def read(cls, folder: Path) -> "Evaluation | None":
        """What is kept in a run's folder; None where nothing is.

        Raises:
            FileError: if it is damaged, or was written by another version.
        """
        path = folder / FILE_NAME
        try:
            stored = read_json(path)
        except MissingFileError:
            return None
        if not isinstance(stored, dict):
            raise FileError(path, "is no evaluation: it should be a JSON object")
        unavailable, origin = stored.pop("unavailable", None), stored.pop("provenance", None)
        if not isinstance(unavailable, dict) or not all(isinstance(reason, str) for reason in unavailable.values()):
            raise FileError(path, "is damaged: unavailable should say why, for each number that is null")
        if not isinstance(origin, dict):
            raise FileError(path, "is damaged: provenance should say what the numbers were computed on")
        for name, kind in _LEAST_ORIGIN.items():
            if not isinstance(origin.get(name), kind):
                raise FileError(path, f"is damaged: provenance.{name} = {shown(origin.get(name))}")
        values = {name: tuple(value) if isinstance(value, list) else value for name, value in stored.items()}
        for name, value in values.items():
            numbers = value if isinstance(value, tuple) else () if value is None else (value,)
            if not all(isinstance(number, int | float) and not isinstance(number, bool) for number in numbers):
                raise FileError(path, f"is damaged: {name} = {shown(value)} is no number")
        return cls(values, unavailable, origin)

    def to_json(self) -> str:
        """One JSON object, a line a key."""
        values = {**self.values, "unavailable": dict(self.unavailable), "provenance": dict(self.provenance)}
        return json.dumps(values, indent=2, ensure_ascii=False, allow_nan=False)

    def save(self, folder: Path) -> Path:
        """Write `evaluation.json` into a run's folder, whole or not at all, over an earlier one.

        Raises:
            RunError: if it cannot be written.
        """
        path = folder / FILE_NAME
        try:
            write_atomically(path, (self.to_json() + "\n").encode())
        except OSError as error:
            raise RunError(f"{path}: cannot be written: {error.strerror or error}.") from None
        return path

    def rows(self) -> list[Row]:
        """The numbers as lines of a table, each under what it is a part of; none for what these images cannot have."""
        return [self._row(measure) for measure in self.shown_measures()]

    def shown_measures(self) -> Iterator[Measure]:
        """The measures that have a line of their own."""
        for name, measure in MEASURES.items():
            own_line = not measure.upper_of and not measure.per_dimension
            if name in self.values and own_line and measure.applies(_Origin(self.provenance)):
                yield measure

    def text(self, name: str) -> str:
        """A number as a user reads it, with the sign of a bound before it, or with both bounds of an interval."""
        upper = next((other.name for other in MEASURES.values() if other.upper_of == name), "")
        below = self._text_of(MEASURES[name])
        return below if self.values[name] is None or upper not in self.values else f"{below}, {self._text_of(MEASURES[upper])}"

    def error_of(self, name: str) -> float | None:
        """The standard error of a number over images, where it was worked out."""
        error = next((other.name for other in MEASURES.values() if other.error_of == name), "")
        value = self.values.get(error)
        return value if isinstance(value, float) else None

    @property
    def gap_note(self) -> str:
        """Says that the number of active units is arbitrary, where it is; else empty."""
        variances = self.values.get("variance_of_means")
        return no_gap_sentence(variances if isinstance(variances, tuple) else ())

    def _row(self, measure: Measure) -> Row:
        origin = _Origin(self.provenance)
        row = measure.row or measure.label
        if self.values[measure.name] is None and "{" in row:
            row = row.partition(" (")[0]  # which says how it was measured
        title = row.format_map(origin)
        warning = self._warning(measure.name)
        note = self.unavailable.get(measure.name) or (measure.note or measure.unit).format_map(origin)
        separator = "" if not warning else ": " if measure.name == "effective_samples" else "; "
        return Row(measure.name, title, measure.depth, self.text(measure.name), note + separator + warning, bool(warning))

    def _warning(self, name: str) -> str:
        """Why a number is not what it seems; empty where it is."""
        value = self.values[name]
        if not isinstance(value, int | float):
            return ""
        if name == "effective_samples" and value < FEWEST_EFFECTIVE:
            return f"below {FEWEST_EFFECTIVE}, so the bound above may be far from the truth; more samples bring it closer"
        ceiling = math.log(max(self.provenance["N"], 1))
        if name == "mutual_information" and value >= ceiling - AT_CEILING:
            return f"the lower bound is at its ceiling log N = {ceiling:.2f}: more images raise it"
        return self.gap_note if name == "active_units" else ""

    def _text_of(self, measure: Measure) -> str:
        value = self.values[measure.name]
        if not isinstance(value, int | float):
            return NOTHING
        number = str(value) if isinstance(value, int) else f"{value:.{self._decimals(measure)}f}"
        return f"{measure.bound} {number}" if measure.bound else number

    def _decimals(self, measure: Measure) -> int:
        """Two figures of the standard error, where there is one; else the measure's own."""
        error = self.values.get(measure.name) if measure.error_of else self.error_of(measure.name)
        if not isinstance(error, float) or not 0 < error < math.inf:
            return measure.decimals
        return min(max(1 - math.floor(math.log10(error)), 0), 6)


def measured_at(folder: Path) -> float:
    """When a run's `evaluation.json` was written, in seconds since 1970; 0 where that cannot be known."""
    try:
        return (folder / FILE_NAME).stat().st_mtime
    except OSError:
        return 0.0


class _Origin(dict[str, Any]):
    """Provenance in which what an earlier version did not write is None."""

    def __missing__(self, key: str) -> None:
        return None


def no_gap_sentence(variance_of_means: Sequence[float]) -> str:
    """What to say where the sorted variances run through the threshold of activity without a gap; else empty."""
    above = [variance for variance in variance_of_means if variance > ACTIVE_VARIANCE]
    below = [variance for variance in variance_of_means if variance <= ACTIVE_VARIANCE]
    if not above or not below or min(above) >= _GAP * max(below):
        return ""
    return (
        f"the variances run through {ACTIVE_VARIANCE:g} without a gap ({max(below):.2g} and {min(above):.2g} are next to it), "
        "so this count is arbitrary"
    )
