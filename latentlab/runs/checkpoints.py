"""The checkpoints of a run: found, told whole or damaged, set aside, and dropped when newer ones have come."""

import contextlib
import math
import os
import re
from dataclasses import dataclass
from pathlib import Path

from latentlab.errors import ConfigError, FileError, RunError, shown
from latentlab.files.atomic import remove, sync_folder, write_atomically
from latentlab.files.regular import read_bytes
from latentlab.runs.manifest import problem_of, read_manifest

CHECKPOINTS_KEPT = 3
NAME_FILE = "name.txt"
_KEPT_AS = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ._-]{0,59}")
_NAME = re.compile(r"step-([0-9]{9,15})")


@dataclass(frozen=True, order=True)
class Checkpoint:
    """A checkpoint on disk, whole or not.

    Attributes:
        step: steps taken.
        path: its folder.
    """

    step: int
    path: Path

    @property
    def name(self) -> str:
        """What a user keeps it as; empty where it has no name."""
        try:
            text = read_bytes(self.path / NAME_FILE, 200).decode(errors="replace").strip()
        except FileError:
            return ""
        return text if _KEPT_AS.fullmatch(text) else ""

    @property
    def score(self) -> float:
        """Of its model, see `TrainConfig.score`; −∞ where it has none."""
        try:
            return read_manifest(self.path).score
        except FileError:
            return -math.inf

    def keep_as(self, name: str) -> None:
        """Give it a name, so that it is not dropped when newer ones have come.

        Raises:
            ConfigError: if the name will not do.
            OSError: if it cannot be written.
        """
        check_name(name)
        write_atomically(self.path / NAME_FILE, f"{name}\n".encode())


def check_name(name: str) -> None:
    """Raise ConfigError if a checkpoint cannot be kept under a name."""
    if not _KEPT_AS.fullmatch(name):
        raise ConfigError(
            f"checkpoint name {shown(name)}: write letters, digits, spaces, '.', '_' and '-', 60 at most, the first a letter "
            "or digit."
        )


def path_of(run: Path, step: int) -> Path:
    """The folder of a run's checkpoint."""
    return run / "checkpoints" / f"step-{step:09d}"


def checkpoints_of(run: Path) -> list[Checkpoint]:
    """Whatever has the name of a checkpoint in a run folder, ascending; other names are ignored.

    Raises:
        RunError: if they cannot be listed.
    """
    folder = run / "checkpoints"
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry in entries]
    except FileNotFoundError:
        return []
    except OSError as error:
        raise RunError(f"{folder}: cannot be listed: {error.strerror or error}.") from None
    steps = [int(found.group(1)) for name in names if (found := _NAME.fullmatch(name))]
    return [Checkpoint(step, path_of(run, step)) for step in sorted(steps) if path_of(run, step).name in names]


def newest_whole(run: Path, found: list[Checkpoint]) -> Checkpoint:
    """The newest whole one of these checkpoints.

    Raises:
        RunError: if there is none.
    """
    if not found:
        raise RunError(f"{run}: the run has no checkpoint yet.")
    for checkpoint in reversed(found):
        if not problem_of(checkpoint.path, checkpoint.step):
            return checkpoint
    newest = found[-1]
    problem = problem_of(newest.path, newest.step)
    others = f", nor is any of the {len(found) - 1} before it" if len(found) > 1 else ""
    raise RunError(f"{newest.path}: damaged: {problem}; it is not whole{others}, so this run has no usable checkpoint.")


def damaged_since(step: int, found: list[Checkpoint]) -> list[tuple[Checkpoint, str]]:
    """Those of these checkpoints after a step that are damaged, newest first, each with what is wrong."""
    newer = [checkpoint for checkpoint in reversed(found) if checkpoint.step > step]
    return [(checkpoint, problem) for checkpoint in newer if (problem := problem_of(checkpoint.path, checkpoint.step))]


def set_aside(run: Path, step: int) -> None:
    """Rename what is newer than a step, so that it is neither taken for a checkpoint of what follows nor lost.

    Damaged ones become `damaged-step-…`, whole ones `replaced-step-…`.

    Raises:
        OSError: if one cannot be renamed.
    """
    newer = [checkpoint for checkpoint in checkpoints_of(run) if checkpoint.step > step]
    for checkpoint in newer:
        kind = "damaged" if problem_of(checkpoint.path, checkpoint.step) else "replaced"
        checkpoint.path.rename(_free(checkpoint.path.with_name(f"{kind}-{checkpoint.path.name}")))
    if newer:
        sync_folder(run / "checkpoints")


def prune(run: Path, every: int = 0, since: int = -1) -> None:
    """Drop all whole checkpoints but the last three, the best, those with a name and those of every multiple of so many steps.

    What is damaged is left alone and not counted; `since` is as for `best_first`.
    """
    whole = [checkpoint for checkpoint in checkpoints_of(run) if not problem_of(checkpoint.path, checkpoint.step, quick=True)]
    best = best_first(whole, since)[0] if whole else None
    for checkpoint in whole[:-CHECKPOINTS_KEPT]:
        if checkpoint != best and not (every and checkpoint.step % every == 0) and not checkpoint.name:
            with contextlib.suppress(OSError):  # under a hidden name first: a kill leaves no half of a checkpoint
                remove(checkpoint.path.rename(checkpoint.path.with_name(f".{checkpoint.path.name}.dropped")))


def best_first(found: list[Checkpoint], since: int = -1) -> list[Checkpoint]:
    """Those with the largest scores first, and of equal ones the earliest; those without one last, the newest of them first.

    Scores count after a step alone, where `since` names one (see `Header.scores_since`).
    """

    def rank(checkpoint: Checkpoint) -> tuple[float, int]:
        score = checkpoint.score if checkpoint.step > since else -math.inf
        return -score, -checkpoint.step if score == -math.inf else checkpoint.step

    return sorted(found, key=rank)


def size_of_last(run: Path) -> int:
    """Bytes of the newest checkpoint that tells its size, 0 where none does."""
    for checkpoint in reversed(checkpoints_of(run)):
        try:
            if size := read_manifest(checkpoint.path).size:
                return size
        except FileError:
            continue
    return 0


def _free(path: Path) -> Path:
    for number in range(2, 1000):
        if not os.path.lexists(path):
            return path
        path = path.with_name(f"{path.name.partition('.')[0]}.{number}")
    raise FileExistsError(f"{path}: too many of this name")
