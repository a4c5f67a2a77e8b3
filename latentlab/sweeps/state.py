"""What has become of a sweep's runs: `sweep.json` in its folder says which run is which cell's, the runs say the rest."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError, field_validator

from latentlab.config import Component, RunConfig
from latentlab.errors import FileError, MissingFileError, RunError, shown
from latentlab.expected import fault
from latentlab.files.atomic import write_atomically
from latentlab.files.regular import is_bare_name
from latentlab.files.text import read_json
from latentlab.runs import Checkpoint, Evaluation, Run
from latentlab.sweeps.plan import Cell, Sweep
from latentlab.sweeps.schema import EvaluateConfig
from latentlab.sweeps.table import chosen

FILE_NAME = "sweep.json"
_MATTERS_NOT: dict[str, bool | set[str]] = {"name": True, "device": True, "data": {"root"}, "train": {"threads"}}
"""Settings that may change between two calls: a run goes on with them as it was."""

Status = Literal["waiting", "unfinished", "finished", "failed", "diverged"]


class Record(Component):
    """A cell's line in the state file.

    Attributes:
        run: name of the run's folder; None where none was made.
        status: failed is tried again at the next call; diverged is not, since the same settings would diverge again.
        reason: why it failed or diverged.
    """

    run: str | None
    status: Literal["started", "finished", "failed", "diverged"]
    reason: str | None = None

    @field_validator("run")
    @classmethod
    def _is_in_the_folder(cls, run: str | None) -> str | None:
        if run is not None and not is_bare_name(run):
            raise ValueError(f"run = {shown(run)}: must be the name of a folder beside this file")
        return run


class State(Component):
    """The state file.

    Attributes:
        schema_version: of this file.
        cells: a cell's key → its record.
    """

    schema_version: Literal[1] = 1
    cells: dict[str, Record] = Field(default_factory=dict)

    @classmethod
    def read(cls, folder: Path) -> "State":
        """The state in a sweep's folder, empty where there is none.

        Raises:
            RunError: if it is damaged or of a newer LatentLab.
        """
        path = folder / FILE_NAME
        try:
            return cls.model_validate(read_json(path))
        except MissingFileError:
            return cls()
        except FileError as error:
            raise RunError(str(error)) from None
        except ValidationError as error:
            raise RunError(f"{path}: damaged, or of a newer LatentLab: {fault(error.errors()[0])}.") from None

    def with_record(self, folder: Path, key: str, record: Record) -> "State":
        """The state with a cell's record, written whole or not at all.

        Raises:
            RunError: if it cannot be written.
        """
        state = State(cells={**self.cells, key: record})
        try:
            folder.mkdir(parents=True, exist_ok=True)
            write_atomically(folder / FILE_NAME, (state.model_dump_json(indent=2) + "\n").encode())
        except OSError as error:
            raise RunError(f"{folder / FILE_NAME}: cannot be written: {error.strerror or error}.") from None
        return state


@dataclass(frozen=True)
class Outcome:
    """What has become of a cell.

    Attributes:
        cell: which.
        status: waiting (never begun, or begun with other settings), unfinished (to be resumed or measured), finished, failed
            or diverged.
        run: its run, where there is one that has the cell's settings.
        reason: why it failed or diverged, else empty.
        evaluation: what was measured, where it is finished.
        undecided: its setting is not chosen, so that it cannot run.
    """

    cell: Cell
    status: Status
    run: Run | None = None
    reason: str = ""
    evaluation: Evaluation | None = None
    undecided: bool = False

    def metric(self, name: str) -> float | None:
        """A number of the finished run; None where it cannot be had."""
        if self.evaluation is None or self.run is None:
            return None
        if name == "seconds_per_step":
            reports = self.run.reports()
            return reports[-1].seconds / reports[-1].step if reports else None
        value = self.evaluation.values.get(name)
        return float(value) if isinstance(value, int | float) else None


def survey(sweep: Sweep, folder: Path) -> list[Outcome]:
    """What has become of each cell, in the sweep's order.

    Raises:
        RunError: if the state cannot be read.
    """
    state = State.read(folder)
    outcomes: list[Outcome] = []
    for cell in sweep.cells:  # trials come before the runs that they decide
        outcomes.append(decided(cell, outcomes, state, folder, sweep.config.evaluate))
    return outcomes


def decided(cell: Cell, before: Sequence[Outcome], state: State, folder: Path, asked: EvaluateConfig) -> Outcome:
    """What has become of a cell, with its setting chosen where the trials among the outcomes before it allow that."""
    if cell.choose is None or cell.trial is not None:
        return outcome_of(cell, state.cells.get(cell.key), folder, asked)
    trials = [outcome for outcome in before if outcome.cell.trial is not None and outcome.cell.row == cell.row]
    if any(outcome.status in ("waiting", "unfinished") for outcome in trials):
        return Outcome(cell, "waiting", undecided=True)
    best = chosen(trials)
    if best is None:
        reason = f"no trial of {' and '.join(cell.choose.settings)} could be measured by {cell.choose.by}."
        return Outcome(cell, "failed", reason=reason, undecided=True)
    cell = cell.with_choice(best.cell)
    return outcome_of(cell, state.cells.get(cell.key), folder, asked)


def outcome_of(cell: Cell, record: Record | None, folder: Path, asked: EvaluateConfig) -> Outcome:
    """What has become of one cell, by its record and by the run that it names."""
    if record is None:
        return Outcome(cell, "waiting")
    reason = record.reason or ""
    if record.run is None:
        return Outcome(cell, "failed", reason=reason)
    try:
        run = Run(folder / record.run)
    except RunError:  # removed by hand, say
        return Outcome(cell, "waiting")
    if not _same_work(run.config, cell.config):
        return Outcome(cell, "waiting")
    if record.status in ("failed", "diverged"):
        return Outcome(cell, record.status, run, reason)
    evaluation = _evaluation(run, asked) if run.has_finished else None
    return Outcome(cell, "unfinished" if evaluation is None else "finished", run, evaluation=evaluation)


def _same_work(one: RunConfig, other: RunConfig) -> bool:
    return one.model_dump(exclude=_MATTERS_NOT) == other.model_dump(exclude=_MATTERS_NOT)


def checkpoint_to_measure(run: Run, asked: EvaluateConfig) -> Checkpoint:
    """That of a finished run which the sweep asks to measure. Raises RunError if there is no whole one."""
    return run.best() if asked.checkpoint == "best" else run.checkpoint()


def _evaluation(run: Run, asked: EvaluateConfig) -> Evaluation | None:
    """What was measured of a finished run in the way that the sweep asks for; None if nothing was."""
    try:
        evaluation = Evaluation.read(run.path)
        step = checkpoint_to_measure(run, asked).step
    except (FileError, RunError):
        return None
    if evaluation is None:
        return None
    origin = evaluation.provenance
    wanted = (step, asked.samples, 0, asked.policy or run.config.transform.policy)
    alike = (origin["checkpoint_step"], origin["S"], origin["seed"], origin["policy"]) == wanted
    return evaluation if alike and asked.images in (None, origin["N"]) else None
