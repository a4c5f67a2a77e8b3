"""What has become of a sweep's cells: their records say which run is which cell's, the runs say the rest."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from latentlab.config import RunConfig
from latentlab.config.dotted import flat
from latentlab.errors import ConfigError, FileError, RunError
from latentlab.runs import Checkpoint, Evaluation, Run
from latentlab.runs.checkpoints import best_first
from latentlab.runs.manifest import problem_of
from latentlab.sweeps.plan import Cell, Sweep
from latentlab.sweeps.records import Record, Records, record_path
from latentlab.sweeps.schema import EvaluateConfig
from latentlab.sweeps.search_schema import Search
from latentlab.sweeps.table import chosen

_MATTERS_NOT: dict[str, bool | set[str]] = {"name": True, "device": True, "data": {"root"}, "train": {"threads"}}
"""Settings that may change between two calls: a run goes on with them as it was."""

Status = Literal["waiting", "unfinished", "finished", "failed", "diverged", "pruned"]


@dataclass(frozen=True)
class Outcome:
    """What has become of a cell.

    Attributes:
        cell: which.
        status: waiting (never begun, or begun with other settings), unfinished (to be resumed or measured), finished, failed,
            diverged, or pruned (a search's trial that was ended early).
        run: its run, where there is one that has the cell's settings.
        reason: why it failed, diverged or was pruned, else empty.
        evaluation: what was measured, where it is finished.
        undecided: its setting is not chosen, so that it cannot run.
    """

    cell: Cell
    status: Status
    run: Run | None = None
    reason: str = ""
    evaluation: Evaluation | None = None
    undecided: bool = False

    @property
    def is_settled(self) -> bool:
        """Whether nothing changes it any more."""
        return self.status in ("finished", "diverged", "pruned")

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
        RunError: if a record cannot be read.
    """
    view = Survey(sweep, folder)
    return [view.outcome(cell) for cell in sweep.cells]


class Survey:
    """What has become of the cells, whoever works on them; a cell that is settled is read once.

    Attributes:
        records: of the sweep's folder.
    """

    def __init__(self, sweep: Sweep, folder: Path) -> None:
        """Raises RunError if the file of an earlier version is damaged."""
        self.records = Records.of(folder)
        self._folder, self._asked = folder, sweep.config.evaluate
        self._study = study_name(sweep) if sweep.config.search else ""
        self._trials: dict[tuple[str, ...], list[Cell]] = {}
        for cell in sweep.cells:
            if cell.trial is not None:
                self._trials.setdefault(cell.row, []).append(cell)
        self._settled: dict[str, Outcome] = {}

    def config_of(self, record: Record) -> RunConfig | None:
        """The settings of the run that a record names; None where there is none that can be read."""
        try:
            return Run(self._folder / record.run).config if record.run is not None else None
        except RunError:
            return None

    def outcome(self, cell: Cell) -> Outcome:
        """What has become of a cell, with its setting chosen where its trials allow that.

        Raises:
            RunError: if a record cannot be read.
        """
        outcome = self._settled.get(cell.key) or self._look_at(cell)
        if outcome.is_settled:
            self._settled[cell.key] = outcome
        return outcome

    def _look_at(self, cell: Cell) -> Outcome:
        if cell.number is not None:
            return self._look_at_trial(cell)
        if cell.choose is None or cell.trial is not None:
            return outcome_of(cell, self.records.get(cell.key), self._folder, self._asked)
        trials = [self.outcome(trial) for trial in self._trials[cell.row]]
        if any(outcome.status in ("waiting", "unfinished") for outcome in trials):
            return Outcome(cell, "waiting", undecided=True)
        best = chosen(trials)
        if best is None:
            reason = f"no trial of {' and '.join(cell.choose.settings)} could be measured by {cell.choose.by}."
            return Outcome(cell, "failed", reason=reason, undecided=True)
        return outcome_of(cell.with_choice(best.cell), self.records.get(cell.key), self._folder, self._asked)

    def _look_at_trial(self, cell: Cell) -> Outcome:
        """Of a search, which has said what it tries once it is begun."""
        record = self.records.get(cell.key)
        if record is None or record.asked is None or record.asked.study != self._study:
            return Outcome(cell, "waiting")
        assert isinstance(cell.choose, Search)
        if not cell.choose.holds(record.asked.values):
            raise RunError(f"{record_path(self._folder, cell.key)}: damaged: asked.values are not in the space of the search.")
        try:
            cell = cell.trying(record.asked.values)
        except ConfigError as error:  # each will do by itself, and not together
            return Outcome(cell, "failed", reason=str(error))
        return outcome_of(cell, record, self._folder, self._asked)


def study_name(sweep: Sweep) -> str:
    """Of Optuna's study: another one where the search or the runs that it makes are others."""
    runs = [cell.config.model_dump(mode="json", exclude=_MATTERS_NOT) for cell in sweep.cells if cell.number == 0]
    search = sweep.config.search.model_dump(mode="json", exclude={"trials"}) if sweep.config.search else None
    said = {"search": search, "runs": runs, "evaluate": sweep.config.evaluate.model_dump(mode="json")}
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()[:16]


def outcome_of(cell: Cell, record: Record | None, folder: Path, asked: EvaluateConfig) -> Outcome:
    """What has become of one cell, by its record and by the run that it names."""
    if record is None:
        return Outcome(cell, "waiting")
    reason = record.reason or ""
    if record.run is None:  # begun by a worker that died before it had a run, or failed like that
        return Outcome(cell, "waiting") if record.status == "started" else Outcome(cell, "failed", reason=reason)
    try:
        run = Run(folder / record.run)
    except RunError:  # removed by hand, say
        return Outcome(cell, "waiting")
    if not same_work(run.config, cell.config):
        return Outcome(cell, "waiting")
    if record.status in ("failed", "diverged", "pruned"):
        return Outcome(cell, record.status, run, reason)
    evaluation = _evaluation(run, asked) if run.has_finished else None
    return Outcome(cell, "unfinished" if evaluation is None else "finished", run, evaluation=evaluation)


def same_work(one: RunConfig, other: RunConfig) -> bool:
    """Whether a run with one of these settings is a run with the other."""
    return one.model_dump(exclude=_MATTERS_NOT) == other.model_dump(exclude=_MATTERS_NOT)


def difference(theirs: RunConfig, ours: RunConfig) -> str:
    """The first setting that makes a run another one, such as "train.steps = 100, here 200"; empty where none does."""
    one, other = (flat(config.model_dump(exclude=_MATTERS_NOT)) for config in (theirs, ours))
    differing = (key for key in {**one, **other} if one.get(key) != other.get(key))
    return next((f"{key} = {one.get(key)!r}, here {other.get(key)!r}" for key in differing), "")


def checkpoint_to_measure(run: Run, asked: EvaluateConfig) -> Checkpoint:
    """That of a finished run which the sweep asks to measure. Raises RunError if there is no whole one."""
    return run.best() if asked.checkpoint == "best" else run.checkpoint()


def _evaluation(run: Run, asked: EvaluateConfig) -> Evaluation | None:
    """What was measured of a finished run in the way that the sweep asks for; None if nothing was."""
    try:
        evaluation = Evaluation.read(run.path)
        found = run.checkpoints()
    except (FileError, RunError):
        return None
    if evaluation is None:
        return None
    origin = evaluation.provenance
    if asked.checkpoint == "best":
        found = best_first(found, run.header.scores_since)[::-1]
    # By their sizes alone: all that was trained would be read at each look otherwise.
    step = next((at.step for at in reversed(found) if not problem_of(at.path, at.step, quick=True)), None)
    wanted = (step, asked.samples, 0, asked.policy or run.config.transform.policy)
    alike = (origin["checkpoint_step"], origin["S"], origin["seed"], origin["policy"]) == wanted
    return evaluation if alike and asked.images in (None, origin["N"]) else None
