"""Finding runs on disk."""

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from latentlab.errors import RunError
from latentlab.runs.reader import Run


@dataclass(frozen=True)
class RunSummary:
    """A line of the list of runs.

    Attributes:
        path: the run folder.
        run: the opened run, None where it cannot be opened.
        problem: why not, else empty.
        step: of the newest report, 0 where there is none.
    """

    path: Path
    run: Run | None
    problem: str
    step: int
    state: str = ""


def default_runs_folder() -> Path:
    """`runs` in the current folder, or in the user's documents where the current folder cannot be written."""
    here = Path.cwd()
    if os.access(here, os.W_OK) and here != Path(here.anchor):
        return here / "runs"
    return platformdirs.user_documents_path() / "LatentLab" / "runs"


def list_runs(folder: Path) -> list[RunSummary]:
    """Every run in a folder, newest first; a damaged one is listed with its problem.

    Raises:
        RunError: if the folder cannot be read.
    """
    try:
        paths = sorted((path for path in folder.iterdir() if path.is_dir() and not path.name.startswith(".")), reverse=True)
    except OSError as error:
        raise RunError(f"{folder}: cannot be listed: {error.strerror or error}.") from None
    summaries = []
    for path in paths:
        try:
            run = Run(path)
            reports = run.reports()
            summaries.append(RunSummary(path, run, "", reports[-1].step if reports else 0, run.state.value))
        except RunError as error:
            summaries.append(RunSummary(path, None, str(error), 0))
    return summaries
