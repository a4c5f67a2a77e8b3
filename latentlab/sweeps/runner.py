"""Training and measuring the cells of a sweep. Any number of processes, on any computers, share its folder."""

from pathlib import Path

from latentlab.api import OnStep
from latentlab.evaluation.progress import Progress, silent
from latentlab.sweeps.checks import check_due
from latentlab.sweeps.plan import Sweep
from latentlab.sweeps.state import Outcome, survey
from latentlab.sweeps.worker import OnCell, OnWait, Worker, nothing


def run_sweep(
    sweep: Sweep,
    folder: Path,
    *,
    on_cell: OnCell = nothing,
    on_step: OnStep | None = None,
    on_wait: OnWait = nothing,
    progress: Progress = silent,
    threads: int | None = None,
) -> list[Outcome]:
    """Train and measure what is not finished yet. Call again to go on: a run resumes from its newest checkpoint.

    Cells are claimed one by one, so that several calls at once share them; what others work on is waited for, and taken over
    where their process has died. A run that fails is noted with its reason, and the next one begins.

    Args:
        sweep: what to run.
        folder: of the sweep; its runs lie in it, beside `cells`, which says what has become of them.
        on_cell: called with a cell's place in the sweep and what had become of it before, when its turn comes.
        on_step: called after every step of every run. What else than a LatentLabError it raises ends the sweep.
        on_wait: called again and again with the number of cells that others work on, while there are no others left.
        progress: told how far a measurement is.
        threads: CPU threads where the sweep leaves them open; all cores unless given.

    Returns:
        What has become of every cell.

    Raises:
        ConfigError, DataError: before anything is computed, if images cannot be read, or do not suit a run.
        RunError: if a record cannot be read or written.
    """
    check_due(sweep, folder)
    Worker(sweep, folder, on_cell=on_cell, on_step=on_step, on_wait=on_wait, progress=progress, threads=threads).run()
    return survey(sweep, folder)


def take_cell(
    sweep: Sweep,
    folder: Path,
    *,
    on_cell: OnCell = nothing,
    on_step: OnStep | None = None,
    progress: Progress = silent,
    threads: int | None = None,
) -> Outcome | None:
    """Train and measure one cell that is not finished and that nobody works on; one that has failed where no other is left.

    Arguments and errors are those of `run_sweep`.

    Returns:
        What has become of it, None where there was none.
    """
    worker = Worker(sweep, folder, on_cell=on_cell, on_step=on_step, progress=progress, threads=threads)
    return worker.take_one()
