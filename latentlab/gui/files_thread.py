"""The thread of file work on runs: listing, reading and following them. A hung disk holds up this thread, and no slider."""

import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QThread, Signal

from latentlab.errors import LatentLabError, RunError
from latentlab.gui.run_files import FollowedRun, Listed, newest_interrupted, recent_runs, runs_of
from latentlab.runs import NewReports, Position, Run, RunState, reports_since
from latentlab.sweeps import read_evaluation

_LOOK_SECONDS = 1.0
"""Between two looks at a run that another process writes."""


@dataclass(frozen=True, eq=False)
class Followed:
    """What a run has written since it was last looked at.

    Attributes:
        path: its folder.
        since: where that look ended.
        run: as its folder says now; None where it cannot be read.
        news: its reports since; None where they cannot be read.
        evaluation: what was measured of it, None where nothing was.
        problem: why it cannot be read, else empty.
    """

    path: Path
    since: Position | None
    run: Run | None = None
    news: NewReports | None = None
    evaluation: dict[str, Any] | None = None
    problem: str = ""


class FilesThread(QThread):
    """Serves requests until `close`; of two of one kind only the newer one.

    Signals:
        listed: a `Listed` of all runs of a folder.
        recent: a `Listed` of the newest ones.
        followed: a tuple of `Followed`.
        checkpoints: a tuple of the steps of the current run's checkpoints, ascending.
        interrupted: an `Interrupted`.
        progressed: a `Progress` of the run that is watched.
        failed: text and details.
    """

    listed = Signal(object)
    recent = Signal(object)
    followed = Signal(object)
    checkpoints = Signal(object)
    interrupted = Signal(object)
    progressed = Signal(object)
    failed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("files")
        self._wake = threading.Condition()
        self._jobs: dict[str, Callable[[], None]] = {}
        self._watched: FollowedRun | None = None
        self._closing = False

    def list_runs(self, folder: Path) -> None:
        """Look for runs in a folder, or for the run that it is; `listed` follows."""
        self._file(f"list {folder}", lambda: self.listed.emit(Listed(folder, runs_of(folder))))

    def list_recent(self, folder: Path) -> None:
        """Look for the newest runs in a folder; `recent` follows."""
        self._file("recent", lambda: self.recent.emit(Listed(folder, recent_runs(folder))))

    def follow(self, runs: tuple[tuple[Path, Position | None], ...]) -> None:
        """Read what runs have written since the positions given; `followed` follows."""
        self._file("follow", lambda: self.followed.emit(tuple(_follow(path, since) for path, since in runs)))

    def list_checkpoints(self, path: Path) -> None:
        """Look which checkpoints a run has; `checkpoints` follows."""
        self._file("checkpoints", lambda: self.checkpoints.emit(tuple(at.step for at in Run(path).checkpoints())))

    def find_interrupted(self, folder: Path) -> None:
        """Look whether a run was interrupted; `interrupted` follows if one was."""

        def job() -> None:
            found = newest_interrupted(folder)
            if found is not None:
                self.interrupted.emit(found)

        self._file("interrupted", job)

    def watch(self, path: Path | None, number: int) -> None:
        """Read a run, and all that another process writes to it, until another one is watched; None watches none.

        `number` comes back with what is read.
        """
        followed = FollowedRun(path, number) if path is not None else None
        with self._wake:
            self._watched = followed
        if followed is not None:
            self._file("watch", lambda: self._look(followed))

    def close(self) -> None:
        """End after the work in progress and wait for it."""
        with self._wake:
            self._closing = True
            self._wake.notify()
        self.wait()

    def run(self) -> None:
        while (job := self._next()) is not None:
            try:
                job()
            except LatentLabError as error:
                self.failed.emit(str(error), "")
            except Exception as error:  # noqa: BLE001 - whatever happens here must reach the window, not the terminal
                self.failed.emit(f"{type(error).__name__}: {error}", traceback.format_exc())

    def _look(self, followed: FollowedRun) -> None:
        try:
            progress = followed.look(lambda: self._closing or self._watched is not followed)
        except RunError:
            self._stop_watching(followed)  # said once, not at every look
            raise
        if progress is not None:
            self.progressed.emit(progress)
            if progress.state is not RunState.LIVE:
                self._stop_watching(followed)

    def _stop_watching(self, followed: FollowedRun) -> None:
        with self._wake:
            if self._watched is followed:
                self._watched = None

    def _file(self, channel: str, job: Callable[[], None]) -> None:
        with self._wake:
            self._jobs.pop(channel, None)
            self._jobs[channel] = job
            self._wake.notify()

    def _next(self) -> Callable[[], None] | None:
        with self._wake:
            while not self._closing and not self._jobs:
                watched = self._watched
                if not self._wake.wait(_LOOK_SECONDS if watched is not None else None) and watched is self._watched:
                    assert watched is not None
                    return lambda: self._look(watched)
            if self._closing:
                return None
            return self._jobs.pop(next(iter(self._jobs)))


def _follow(path: Path, since: Position | None) -> Followed:
    try:
        return Followed(path, since, Run(path), reports_since(path, since), read_evaluation(path))
    except RunError as error:
        return Followed(path, since, problem=str(error))
