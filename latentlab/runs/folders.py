"""Run folders as a writer finds them: created, copied, or rewound to a checkpoint."""

import contextlib
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from latentlab.errors import FileError, RunError
from latentlab.files.atomic import folder_atomically, remove
from latentlab.files.regular import open_regular
from latentlab.runs.checkpoints import NAME_FILE, set_aside
from latentlab.runs.disk import reason, run_errors
from latentlab.runs.history import Parent, Segment
from latentlab.runs.lines import drop_lines
from latentlab.runs.lock import FILE_NAME as LOCK_NAME
from latentlab.runs.lock import RunLock
from latentlab.runs.records import EVENTS_FILE, METRICS_FILE, Event, Report
from latentlab.runs.requests import clear_requests

IMAGES_FILE = "images.safetensors"
OWN_IMAGES = "images.npz"
"""The images themselves, in runs whose images were arrays of a program and lie nowhere else."""
_PARTS = ("checkpoints", "exports")


@dataclass(frozen=True)
class Branch:
    """Where a new run goes on from.

    Attributes:
        parent: the run and its step.
        checkpoint: the folder of that step's checkpoint, which is copied.
        history: what was changed up to there, and there.
    """

    parent: Parent
    checkpoint: Path
    history: tuple[Segment, ...]


@contextlib.contextmanager
def new_run_folder(out: Path, name: str, refusal: str, advice: str) -> Iterator[tuple[Path, RunLock]]:
    """A new folder with its parts, locked, for the block to fill; it is removed again where that fails.

    Args:
        out: the folder of runs; made where it is missing.
        name: of the run folder; a number is added where there is one of that name.
        refusal: what cannot be done then, for the message.
        advice: what to do then.

    Raises:
        RunError: if it cannot be written.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        path = _free_folder(out, name)
        try:
            lock = RunLock.take(path)
            make_parts(path)
            yield path, lock
        except OSError:
            shutil.rmtree(path, ignore_errors=True)
            raise
    except OSError as error:
        raise RunError(f"{out}: {refusal}: {reason(error)}. {advice}") from None


def make_parts(path: Path) -> None:
    """Make a run folder, and the folders in it, where they are missing."""
    for folder in (path, *(path / part for part in _PARTS)):
        folder.mkdir(parents=True, exist_ok=True)


def hold_run(path: Path) -> RunLock:
    """Take an existing run before it is read to go on with it, so that no other writer changes it meanwhile.

    Raises:
        LockError: if another process writes the run.
        RunError: if it cannot be written.
    """
    with run_errors(f"{path}: the run cannot be written"):
        return RunLock.take(path)


def rewind(path: Path, checkpoint_step: int, first_line_dropped: int) -> None:
    """Clear a run folder of what will be computed again, and of what a process that was killed has left.

    Args:
        path: the run folder.
        checkpoint_step: where the run goes on; newer checkpoints are set aside under other names.
        first_line_dropped: the step from which on reports are dropped.

    Raises:
        FileError, OSError: if it cannot be read or written.
    """
    make_parts(path)
    for leftover in (path / "checkpoints").glob(".step-*"):
        remove(leftover)
    clear_requests(path)
    set_aside(path, checkpoint_step)
    drop_lines(path / METRICS_FILE, lambda line: _step_of_report(line) >= first_line_dropped)
    drop_lines(path / EVENTS_FILE, lambda line: Event.from_line(line) is None)


def copy_checkpoint(source: Path, target: Path) -> None:
    """Copy a checkpoint's folder whole, without the name that it is kept under."""
    with folder_atomically(target) as folder:
        for file in source.iterdir():
            if file.name != NAME_FILE:
                shutil.copyfile(file, folder / file.name)


def copy_readable(source: Path, target: Path) -> None:
    """Copy a run folder but for its lock; what cannot be read is left out."""
    for folder, names, files in os.walk(source):  # follows no links, and passes over what cannot be listed
        names[:] = [name for name in names if not name.startswith(".")]
        there = target / Path(folder).relative_to(source)
        there.mkdir(exist_ok=True)
        for name in files:
            if not name.startswith(".") and name != LOCK_NAME:
                with (
                    contextlib.suppress(FileError),
                    open_regular(Path(folder) / name) as file,
                    (there / name).open("wb") as copy,
                ):
                    shutil.copyfileobj(file, copy)


def _step_of_report(line: bytes) -> float:
    report = Report.from_line(line)
    return report.step if report else float("inf")


def _free_folder(out: Path, name: str) -> Path:
    for suffix in ["", *(f"-{number}" for number in range(2, 1000))]:
        path = out / (name + suffix)
        try:
            path.mkdir()
            return path
        except FileExistsError:
            continue
    raise FileExistsError(f"{out / name}: too many runs of this name in one second")
