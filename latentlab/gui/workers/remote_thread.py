"""The thread that speaks with other computers: connects, and copies what is new of the run that is watched.

A hung connection holds up this thread alone.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from latentlab.errors import LatentLabError, RemoteError
from latentlab.gui.workers.job_thread import Job, JobThread
from latentlab.gui.workers.remotes import RemotePlace, Remotes
from latentlab.gui.workers.thumbnails import Thumbnail, fetch_thumbnail
from latentlab.runs import RunState, RunSummary, list_runs
from latentlab.runs.mirrors import read_mirror

if TYPE_CHECKING:
    from latentlab.remote.folder import RemoteFolder

_LOOK_SECONDS, _REST_SECONDS = 1.0, 5.0
"""Between two looks at a run, while it trains and when it does not."""


@dataclass(frozen=True)
class Reached:
    """A folder on another computer was connected to.

    Attributes:
        place: where it lies.
        runs: those in it, newest first, by their mirrors.
        is_run: whether it is a run itself, the only one of these.
    """

    place: RemotePlace
    runs: tuple[RunSummary, ...]
    is_run: bool


class RemoteThread(JobThread):
    """Connects and copies until `close`.

    Signals:
        cut: why the connection to the run that is watched has ended.
    """

    cut = Signal(str)

    def __init__(self, remotes: Remotes) -> None:
        super().__init__("remote", ("reach", "fetch"))
        self._remotes = remotes
        self._watched: Path | None = None
        self._attempt: object = None
        self._connecting: RemoteFolder | None = None

    def reach(
        self, place: RemotePlace, on_reached: Callable[[Reached], object], on_failed: Callable[[str, str], object]
    ) -> None:
        """Connect to a folder, or connect again, and list its runs."""
        self._attempt = attempt = object()
        self.ask("reach", lambda: self._reach(place, attempt), on_reached, on_failed)

    def give_up(self) -> None:
        """End the attempt to connect to another folder."""
        with self._wake:
            self._attempt, folder = None, self._connecting
        if folder is not None:
            folder.disconnect()

    def fetch(self, path: Path, on_fetched: Callable[[Path], object], on_failed: Callable[[str, str], object]) -> None:
        """Copy a run, given by the folder of its mirror, and all that is new of it until another one is watched."""

        def work() -> Path:
            self._remotes.update(path)
            with self._wake:
                self._watched = path
            return path

        self.ask("fetch", work, on_fetched, on_failed)

    def draw_thumbnail(self, path: Path, on_drawn: Callable[[Thumbnail], object]) -> None:
        """Have a small picture of a run drawn there, given by the folder of its mirror."""
        self.ask("thumbnail", lambda: fetch_thumbnail(path, self._remotes.of(path)), on_drawn)

    def rest(self) -> None:
        """Watch no run."""
        with self._wake:
            self._watched = None

    def _reach(self, place: RemotePlace, attempt: object) -> Reached:
        from latentlab.remote.address import Address
        from latentlab.remote.folder import RemoteFolder

        folder = self._remotes.at(place)
        is_new = folder is None
        if folder is None:
            folder = RemoteFolder(Address.parse(place.address), place.via, place.agent)
            self._remotes.add(place, folder)
            with self._wake:
                self._connecting, is_wanted = folder, self._attempt is attempt
            if not is_wanted:
                folder.disconnect()
        try:
            if folder.problem:  # what is drawn by a connection that holds goes on
                folder.connect()
            folder.update_list()
        except LatentLabError:
            if is_new:
                self._remotes.remove(place)
            raise
        finally:
            with self._wake:
                self._connecting = None
        return Reached(place, tuple(list_runs(folder.path)), bool(folder.only_run()))

    def _look(self, watched: Path) -> None:
        try:
            self._remotes.update(watched)
        except RemoteError as error:
            with self._wake:
                if self._watched is watched:
                    self._watched = None  # said once, not at every look
            folder = self._remotes.of(watched)
            if folder is None or not folder.problem:
                raise
            self.cut.emit(str(error))

    def _wait(self) -> Job | None:
        watched = self._watched
        mirror = read_mirror(watched) if watched is not None else None
        seconds = _LOOK_SECONDS if mirror is not None and mirror.state == RunState.LIVE else _REST_SECONDS
        if self._wake.wait(seconds if watched is not None else None) or watched is None or watched is not self._watched:
            return None
        return Job(lambda: self._look(watched))
