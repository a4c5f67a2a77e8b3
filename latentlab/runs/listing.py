"""Finding runs on disk."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from latentlab.environment import documents_folder
from latentlab.errors import RunError
from latentlab.runs.reader import Run
from latentlab.runs.state import RunState


@dataclass(frozen=True)
class RunSummary:
    """A line of the list of runs.

    Attributes:
        path: the run folder.
        run: the opened run, None where it cannot be opened.
        problem: what is wrong with it, else empty.
        step: of the newest report, 0 where there is none.
        name: of the run; of its folder where it cannot be opened.
        state: None where it cannot be told.
        created: ISO 8601, UTC, empty where it is not known.
        steps: how many are planned, 0 where it cannot be opened.
    """

    path: Path
    run: Run | None
    problem: str
    step: int
    name: str
    state: RunState | None
    created: str
    steps: int


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
    """Every run in a folder, newest first; a damaged one is listed with its problem.

    Raises:
        RunError: if the folder cannot be read.
    """
    return sorted(iterate_runs(folder), key=_order, reverse=True)


def iterate_runs(folder: Path) -> Iterator[RunSummary]:
    """Every run in a folder, as it is found: in the reverse order of their names, which begin with the time.

    Raises:
        RunError: if the folder cannot be read, when the first one is asked for.
    """
    try:
        with os.scandir(folder) as entries:
            names = sorted((entry.name for entry in entries if _may_be_run(entry)), reverse=True)
    except OSError as error:
        raise RunError(f"{folder}: cannot be listed: {error.strerror or error}.") from None
    for name in names:
        yield summary_of(folder / name)


def summary_of(path: Path) -> RunSummary:
    """The line of one run; a damaged one is described by its problem."""
    try:
        run = Run(path)
    except RunError as error:
        return RunSummary(path, None, str(error), 0, path.name, None, "", 0)
    problem, step, state = "", 0, None
    try:
        state = run.state
        newest = run.reports().last
        step = newest.step if newest else 0
    except RunError as error:
        problem = str(error)
    return RunSummary(path, run, problem, step, run.config.name, state, run.created, run.config.train.steps)


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
