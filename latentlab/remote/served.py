"""The folder that an agent serves: which runs there are, what has become of them, and pieces of their small files.

Nothing outside the folder is read, whatever names or links say, and no weights.
"""

import contextlib
import os
import re
import stat
from dataclasses import asdict
from pathlib import Path
from typing import Any

from latentlab.errors import FileError, MissingFileError, RemoteError, RunError, shown
from latentlab.files.regular import is_bare_name, open_regular, os_reason
from latentlab.runs import run_names, summary_of
from latentlab.runs.checkpoints import checkpoints_of, path_of
from latentlab.runs.manifest import problem_of
from latentlab.runs.mirrors import Mirror
from latentlab.runs.state import state_of

HEADER_FILE = "run.toml"
RUN_FILES = (HEADER_FILE, "annotations.toml", "evaluation.json", "metrics.jsonl", "events.jsonl")
CHECKPOINT_FILES = ("manifest.json", "name.txt")
CHECKPOINTS = "checkpoints"
_READ_OF_EACH = (HEADER_FILE, "metrics.jsonl", "events.jsonl")
"""Files of a run without which nothing is said of it."""
MOST_LISTED = 100
"""Runs that are described in one answer."""
LONGEST_PIECE = 2**21
"""Bytes of a file that are read at a time."""
MOST_PIECES = 32
"""Pieces that are read for one answer."""
_CHECKPOINT_FILE = re.compile(r"checkpoints/step-[0-9]{9,15}/(?:manifest\.json|name\.txt)")
_LONGEST_SENTENCE = 1000


class ServedFolder:
    """A folder of runs, or one run.

    Attributes:
        path: the folder.
        is_run: whether it is a run itself.
    """

    def __init__(self, path: Path) -> None:
        """Serve a folder.

        Raises:
            RemoteError: if it is not there.
        """
        self.path = Path(os.path.expanduser(path)).absolute()  # noqa: PTH111 - Path.expanduser raises for an unknown user
        try:
            if ".." in self.path.parts:  # a run's folder must have a name
                self.path = self.path.resolve()
            if not self.path.is_dir():
                what = "is no folder" if self.path.exists() else "there is no such folder"
                raise RemoteError(f"{self.path}: {what}; name a folder of runs, or a run's.")
            self.is_run = (self.path / HEADER_FILE).is_file()
        except (OSError, RuntimeError) as error:
            reason = os_reason(error) if isinstance(error, OSError) else str(error)
            raise RemoteError(f"{self.path}: cannot be read: {reason}; name a folder of runs, or a run's.") from None
        self._problems: dict[tuple[Path, int], str] = {}

    def run(self, name: object) -> Path:
        """The folder of a run.

        Raises:
            RemoteError: if there is none of this name within the folder.
        """
        if not isinstance(name, str) or not is_bare_name(name) or name.startswith("."):
            raise RemoteError(f"run {shown(name)}: the name of a run's folder within {self.path} is expected.")
        if self.is_run:
            if name != self.path.name:
                raise RemoteError(
                    f"run {shown(name)}: {self.path} is served, which is a run itself; name the folder that holds both."
                )
            return self.path
        path = self.path / name
        if not path.is_dir():
            raise RemoteError(f"run {shown(name)}: there is none of this name in {self.path}.")
        self._refuse_outside(path, self.path)
        return path

    def names(self) -> list[str]:
        """Of the runs, in the reverse order of their names; raises RunError if the folder cannot be read."""
        return [self.path.name] if self.is_run else run_names(self.path)

    def look(self, name: object, *, whole: bool = True) -> dict[str, Any]:
        """What has become of a run, and which of its small files there are, as a `Mirror` keeps it.

        Args:
            name: of its folder.
            whole: with its checkpoints and the files that grow; else what a list shows.

        Raises:
            RemoteError: if there is no such run.
            RunError: if it cannot be read.
        """
        path = self.run(name)
        for file in _READ_OF_EACH:
            self._refuse_outside(path / file, path)
        state = self._state(path)  # before the files: those of a run that has ended are complete
        summary = summary_of(path)
        problems: dict[int, str] = {}
        files = RUN_FILES if whole else RUN_FILES[:2]
        if whole:
            inside = self._is_inside(path / CHECKPOINTS, path)
            steps = [checkpoint.step for checkpoint in checkpoints_of(path)] if inside else []
            problems = {step: self._problem(path, step, quick=step != steps[-1]) for step in steps}
            of_checkpoints = (f"checkpoints/step-{step:09d}/{file}" for step in steps for file in CHECKPOINT_FILES)
            files = (*files, *of_checkpoints)
        theirs = (file for file in files if self._is_inside(path / file, path))
        stamps = {file: stamp for file in theirs if (stamp := _stamp(path / file)) is not None}
        said = asdict(Mirror("", str(path), state, summary.step, summary.elbo, problems, stamps))
        return {**said, "problems": {str(step): text for step, text in problems.items()}, "name": path.name}

    def read(self, name: object, file: object, offset: object) -> tuple[bytes, int]:
        """A piece of a small file of a run, empty where it ends there or there is none; and which file it is of.

        Raises:
            RemoteError: if it is no file that may be read.
            FileError: if it cannot be read.
        """
        path = self.run(name)
        if not isinstance(file, str) or (file not in RUN_FILES and not _CHECKPOINT_FILE.fullmatch(file)):
            raise RemoteError(f"file {shown(file)}: only {', '.join(RUN_FILES)} and what lists a checkpoint's files are read.")
        if type(offset) is not int or not 0 <= offset < 2**62:
            raise RemoteError(f"offset {shown(offset)}: a number of bytes is expected.")
        self._refuse_outside(path / file, path)
        try:
            with open_regular(path / file) as opened:
                opened.seek(offset)
                return opened.read(LONGEST_PIECE), os.fstat(opened.fileno()).st_ino
        except MissingFileError:
            return b"", 0
        except OSError as error:
            raise FileError(path / file, f"cannot be read: {error.strerror or error}") from None

    def _state(self, path: Path) -> str:
        try:
            return str(state_of(path))
        except RunError:
            return ""

    def _problem(self, run: Path, step: int, *, quick: bool) -> str:
        """Every file of the newest checkpoint is read to know that it is whole: once, while its manifest stays as it is."""
        folder = run / "checkpoints" / f"step-{step:09d}"
        stamp = _stamp(folder / CHECKPOINT_FILES[0])
        key = folder, stamp[2] if stamp else 0
        if quick or key not in self._problems:
            problem = problem_of(folder, step, quick=quick)[:_LONGEST_SENTENCE]
            if quick:
                return problem
            self._problems = {known: said for known, said in self._problems.items() if known[0].parent != folder.parent}
            self._problems[key] = problem
        return self._problems[key]

    def refuse_links(self, run: Path, step: int) -> None:
        """Raise RemoteError if a file of a run's checkpoint lies outside the run's folder."""
        folder = path_of(run, step)
        self._refuse_outside(folder, run)
        with contextlib.suppress(OSError):  # which whoever reads it says better
            for file in folder.iterdir():
                self._refuse_outside(file, run)

    def _is_inside(self, path: Path, folder: Path) -> bool:
        """Whether no link leads out of the folder."""
        try:
            if path.parent == folder and not path.is_symlink():
                return True
            return path.resolve().is_relative_to(folder.resolve())
        except (OSError, RuntimeError):
            return False

    def _refuse_outside(self, path: Path, folder: Path) -> None:
        if not self._is_inside(path, folder):
            raise RemoteError(f"{path}: it lies outside {folder}, through a link; only what is within is served.")


def _stamp(path: Path) -> tuple[int, int, int] | None:
    """What changes when a file does; None where none can be read."""
    try:
        status = path.stat()
    except OSError:
        return None
    if not stat.S_ISREG(status.st_mode) or not os.access(path, os.R_OK):
        return None
    return status.st_ino, status.st_size, status.st_mtime_ns
