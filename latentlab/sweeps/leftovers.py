"""Run folders that a worker made and did not come to use: it was killed before it had noted them, or before it had learned."""

import contextlib
from pathlib import Path

from latentlab.config import RunConfig
from latentlab.errors import FileError, LockError, RunError
from latentlab.files.atomic import remove
from latentlab.runs import IMAGES_FILE, Run, RunLock, run_names
from latentlab.runs.lock import FILE_NAME as LOCK_NAME
from latentlab.sweeps.state import same_work

_WITHOUT_HEADER = {LOCK_NAME, IMAGES_FILE, "checkpoints", "exports"}
"""What a run folder may hold before it is said which run it is. The lock comes first."""


def remove_unused(folder: Path, config: RunConfig) -> None:
    """Remove the runs of these settings, and those of none, that nobody writes and that have no checkpoint and no report.

    Args:
        folder: of the sweep.
        config: of a cell that this process has claimed.

    Raises:
        RunError: if the folder cannot be read.
    """
    for path in (folder / name for name in run_names(folder)):
        with contextlib.suppress(RunError, FileError, LockError, OSError):  # no run, or one that somebody writes
            if not _is_unused(path, config):
                continue
            lock = RunLock.take(path)
            try:
                if _is_unused(path, config):
                    remove(path)
            finally:
                lock.release()


def _is_unused(path: Path, config: RunConfig) -> bool:
    if any((path / "checkpoints").glob("*")):
        return False
    found = {entry.name for entry in path.iterdir() if not entry.name.startswith(".")}
    if LOCK_NAME in found and found <= _WITHOUT_HEADER:
        return True
    run = Run(path)
    return same_work(run.config, config) and not run.reports()
