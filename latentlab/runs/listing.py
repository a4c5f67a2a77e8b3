"""Finding runs on disk."""

import math
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from latentlab import metrics
from latentlab.config import TrainConfig
from latentlab.environment import documents_folder
from latentlab.errors import RunError
from latentlab.runs.annotations import UNANNOTATED, Annotations, read_annotations
from latentlab.runs.labels import Named, unique_labels
from latentlab.runs.lines import Lines
from latentlab.runs.mirrors import read_mirror
from latentlab.runs.reader import Run
from latentlab.runs.records import Report
from latentlab.runs.state import RunState

_FARTHEST_MEASURED = 1000
"""Reports from the end among which the last one with held-out numbers is looked for."""


@dataclass(frozen=True)
class RunSummary:
    """A line of the list of runs.

    Attributes:
        path: the run folder.
        run: the opened run, None where it cannot be opened.
        problem: what is wrong with it, else empty.
        step: of the newest report, 0 where there is none.
        name: that users gave it, else that of its settings; of its folder where it cannot be opened.
        label: its name with what tells it apart in the list it was made for; the name itself for a run alone.
        state: None where it cannot be told.
        created: ISO 8601, UTC, empty where it is not known.
        steps: how many are planned, 0 where it cannot be opened.
        elbo: on held-out images at the newest checkpoint, nats; None where it was not measured.
        annotations: what users wrote about it.
        data: the name of its data set, empty where it cannot be opened.
        method: the usual name of its method, likewise.
    """

    path: Path
    run: Run | None
    problem: str
    step: int
    name: str
    state: RunState | None
    created: str
    steps: int
    label: str = ""
    elbo: float | None = None
    annotations: Annotations = UNANNOTATED
    data: str = ""
    method: str = ""


def default_runs_folder() -> Path:
    """`runs` in the current folder, or in the user's documents where the current folder cannot be written."""
    try:
        here = Path.cwd()
    except OSError:  # it has been removed
        here = Path(os.sep)
    if os.access(here, os.W_OK) and here != Path(here.anchor):
        return here / "runs"
    return documents_folder() / "runs"


def list_runs(folder: Path) -> list[RunSummary]:
    """Every run in a folder, newest first, each under a label of its own; a damaged one is listed with its problem.

    Raises:
        RunError: if the folder cannot be read.
    """
    return labelled(iterate_runs(folder))


def labelled(runs: Iterable[RunSummary]) -> list[RunSummary]:
    """Runs newest first, each under a label that no other of these has."""
    newest_first = sorted(runs, key=_order, reverse=True)
    named = [Named(run.path, run.name, run.run.config if run.run else None, run.created) for run in newest_first]
    return [replace(run, label=label) for run, label in zip(newest_first, unique_labels(named), strict=True)]


def iterate_runs(folder: Path) -> Iterator[RunSummary]:
    """Every run in a folder, as it is found: in the reverse order of their names, which begin with the time.

    Raises:
        RunError: if the folder cannot be read, when the first one is asked for.
    """
    for name in run_names(folder):
        yield summary_of(folder / name)


def run_names(folder: Path) -> list[str]:
    """Names of the folders in a folder that may be runs, in reverse order.

    Raises:
        RunError: if the folder cannot be read.
    """
    try:
        with os.scandir(folder) as entries:
            return sorted((entry.name for entry in entries if _may_be_run(entry)), reverse=True)
    except OSError as error:
        raise RunError(f"{folder}: cannot be listed: {error.strerror or error}.") from None


def summary_of(path: Path) -> RunSummary:
    """The line of one run; a damaged one is described by its problem."""
    annotations, problem = UNANNOTATED, ""
    try:
        annotations = read_annotations(path)
    except RunError as error:
        problem = str(error)
    try:
        run = Run(path)
    except RunError as error:
        name = annotations.name or path.name
        return RunSummary(path, None, str(error), 0, name, None, "", 0, name, None, annotations)
    step, elbo, state = 0, None, None
    try:
        state = run.state
        mirror = read_mirror(path)
        step, elbo = (mirror.step, mirror.elbo) if mirror else _progress(run.reports(), run.config.train)
    except RunError as error:
        problem = str(error)
    config = run.config
    name = annotations.name or config.name
    what = config.data.name, run.header.method
    return RunSummary(path, run, problem, step, name, state, run.created, config.train.steps, name, elbo, annotations, *what)


def _progress(reports: Lines[Report], train: TrainConfig) -> tuple[int, float | None]:
    """The step of the newest report, and the last held-out ELBO, which comes about as often as checkpoints."""
    step, often = 0, 2 + train.checkpoint_every // train.report_every
    for report in islice(reversed(reports), min(often, _FARTHEST_MEASURED)):
        step = step or report.step
        elbo = report.values.get(metrics.TEST_ELBO)
        if elbo is not None:
            return step, elbo if math.isfinite(elbo) else None
    return step, None


def _may_be_run(entry: os.DirEntry[str]) -> bool:
    try:
        return not entry.name.startswith(".") and entry.is_dir()
    except OSError:  # a link to itself, say
        return False


def _order(summary: RunSummary) -> tuple[str, str]:
    """By time; a run whose time is not known stands where its folder's name, which begins with one, puts it."""
    name = summary.path.name
    if summary.created:
        return summary.created, name
    try:
        began = datetime.strptime(name[:15], "%Y%m%d-%H%M%S").astimezone(UTC)
    except (ValueError, OverflowError, OSError):
        return "", name
    return began.isoformat(timespec="seconds"), name
