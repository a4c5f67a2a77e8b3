"""The thread of file work: listing, reading and following runs, and what is read or written for the window.

A hung disk holds up this thread, and no slider.
"""

import contextlib
import itertools
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from latentlab.config import RunConfig, TransformConfig, transform_config
from latentlab.errors import ConfigError, DataError, FileError, LatentLabError, RemoteError, RunError
from latentlab.explore.provenance import Origin, read_origin
from latentlab.files.pictures import open_picture
from latentlab.gui.language import tr
from latentlab.gui.workers.branch_points import BranchPoint, checkpoint_names, keep_checkpoint, read_branch_point
from latentlab.gui.workers.job_thread import Job, JobThread
from latentlab.gui.workers.opened_runs import Opened, Weights, open_run, read_weights, weights_or_none
from latentlab.gui.workers.remotes import Remotes
from latentlab.gui.workers.run_files import FollowedRun, Interrupted, Listed, newest_interrupted, recent_runs, runs_of
from latentlab.gui.workers.run_survey import RunSurvey, Surveyed, for_each
from latentlab.gui.workers.shipped_model import ShippedModel, read_shipped_model
from latentlab.gui.workers.thumbnails import Thumbnail, draw_thumbnail
from latentlab.policies import forget_policy, save_policy, saved_policies
from latentlab.runs import Answer, Evaluation, NewReports, Position, Request, Run, RunState, ask, reports_since
from latentlab.runs.evaluation import measured_at
from latentlab.shipped import unpacked_run

if TYPE_CHECKING:
    from latentlab.explore.latent_file import StoredLatent

_LOOK_SECONDS = 1.0
"""Between two looks at a run that another process writes."""

_PATIENCE = 5.0
"""Seconds that an answer of another process is waited for: meanwhile this thread does nothing else."""

_FIRST = ("open", "weights", "shipped model")
"""Channels served before all others."""
_COLLECTIONS = ("zip", "tar", "gzip", "parquet", "Arrow", "array", "video")
"""Kinds of file, by its name, that hold many images."""


@dataclass(frozen=True)
class Dropped:
    """A file that was handed to the window.

    Attributes:
        path: the file or folder.
        origin: where a picture of ours came from, None for any other.
        run: the folder of the run that it names or is, where there is one.
        steps: of that run's checkpoints.
        model: whose model a folder holds, such as "pythae"; empty for any other folder.
        collection: whether it is a folder or file of many images.
        problem: why it cannot be taken, where that is asked for; else empty.
    """

    path: Path
    origin: Origin | None = None
    run: Path | None = None
    steps: tuple[int, ...] = ()
    model: str = ""
    collection: bool = False
    problem: str = ""


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
    evaluation: Evaluation | None = None
    problem: str = ""


@dataclass(frozen=True)
class StoredEvaluation:
    """What was measured of a run, as it is kept in its folder.

    Attributes:
        path: the run's folder.
        evaluation: None where nothing was measured, or where it cannot be read.
        measured_at: seconds since 1970.
        problem: why it cannot be read, else empty.
    """

    path: Path
    evaluation: Evaluation | None = None
    measured_at: float = 0.0
    problem: str = ""


@dataclass(frozen=True)
class SavedPolicies:
    """Policies that a user has saved.

    Attributes:
        known: those that can be drawn from, by name.
        problem: why one is left out, else empty.
    """

    known: dict[str, TransformConfig]
    problem: str = ""


class FilesThread(JobThread):
    """Serves requests until `close`; of two of one kind only the newer one.

    Signals:
        progressed: a `RunUpdate` of the run that is watched.
    """

    progressed = Signal(object)

    def __init__(self, remotes: Remotes | None = None) -> None:
        """A thread that takes the runs of these folders for such as lie on other computers."""
        super().__init__("files", _FIRST)
        self._remotes = remotes or Remotes()
        self._watched: FollowedRun | None = None

    # Runs

    def open(
        self, path: Path, data_root: Path | None, on_opened: Callable[[Opened], object], on_failed: Callable[[str, str], object]
    ) -> None:
        """Read the newest whole checkpoint of a run, and its images, in `data_root` where that is given."""
        self.ask("open", lambda: open_run(path, data_root, self._remotes), on_opened, on_failed)

    def read_weights(
        self,
        path: Path,
        step: int | None,
        on_read: Callable[[Weights], object],
        on_failed: Callable[[str, str], object] | None = None,
    ) -> None:
        """Read the weights of a checkpoint of a run, the newest where no step is given."""
        self.ask("weights", partial(read_weights, path, step, self._remotes), on_read, on_failed)

    def glance_at_weights(self, path: Path, step: int, on_read: Callable[[Weights], object]) -> None:
        """Read the weights of a checkpoint of a run, for a look in passing; one that cannot be read is passed over."""
        work = partial(weights_or_none, path, step, self._remotes)
        self.ask("glance", work, lambda weights: on_read(weights) if weights else None)

    def read_newer_weights(self, path: Path, step: int, on_read: Callable[[Weights], object]) -> None:
        """Read the weights of a checkpoint of a run that another process writes.

        One that cannot be read, as when it has just been replaced by a newer one, is passed over.
        """
        work = partial(weights_or_none, path, step, self._remotes)
        self.ask("newer weights", work, lambda weights: on_read(weights) if weights else None)

    def list_runs(self, folder: Path, on_listed: Callable[[Listed], object]) -> None:
        """Look for runs in a folder, or for the run that it is."""

        def work() -> Listed:
            with contextlib.suppress(RemoteError):  # what was listed before stays
                self._remotes.update_list(folder)
            return Listed(folder, runs_of(folder))

        self.ask(f"list {folder}", work, on_listed)

    def list_recent(self, folder: Path, on_listed: Callable[[Listed], object]) -> None:
        """Look for the newest runs in a folder."""
        self.ask("recent", lambda: Listed(folder, recent_runs(folder)), on_listed)

    def survey(
        self, survey: RunSurvey, on_surveyed: Callable[[Surveyed], object], on_failed: Callable[[str, str], object]
    ) -> None:
        """Look at a folder of runs again; the survey belongs to this thread from now on."""
        self.ask("survey", survey.look, on_surveyed, on_failed)

    def change_runs(self, paths: tuple[Path, ...], work: Callable[[Path], object], on_done: Callable[[str], object]) -> None:
        """Do something to runs; what went wrong is answered, empty where nothing did."""
        self.ask(self.own_channel(), lambda: for_each(paths, work), on_done)

    def draw_thumbnail(self, path: Path, on_drawn: Callable[[Thumbnail], object]) -> None:
        """Draw a small picture of a run."""
        self.ask("thumbnail", lambda: draw_thumbnail(path), on_drawn)

    def read_shipped_model(self, on_read: Callable[[ShippedModel], object]) -> None:
        """Read the decoder of the shipped model."""
        self.ask("shipped model", read_shipped_model, on_read)

    def unpack_shipped_run(self, on_unpacked: Callable[[Path], object]) -> None:
        """Copy the shipped run to where it can be opened."""
        self.ask("unpack", unpacked_run, on_unpacked)

    def follow(
        self, runs: tuple[tuple[Path, Position | None], ...], on_followed: Callable[[tuple[Followed, ...]], object]
    ) -> None:
        """Read what runs have written since the positions given."""
        self.ask("follow", lambda: tuple(self._follow(path, since) for path, since in runs), on_followed)

    def steer(
        self, path: Path, request: Request, on_answer: Callable[[Answer], object], on_failed: Callable[[str, str], object]
    ) -> None:
        """Ask the process that trains a run for other settings or for a checkpoint, and wait some seconds for its answer."""
        self.ask(self.own_channel(), lambda: ask(path, request, _PATIENCE), on_answer, on_failed)

    def list_checkpoints(self, path: Path, on_listed: Callable[[dict[int, str]], object]) -> None:
        """Look which checkpoints a run has; their names by their steps, ascending."""
        self.ask("checkpoints", lambda: checkpoint_names(Run(path)), on_listed)

    def keep_checkpoint(
        self,
        path: Path,
        step: int | None,
        name: str,
        on_answer: Callable[[Answer], object],
        on_failed: Callable[[str, str], object],
    ) -> None:
        """Keep a checkpoint of a run that nobody need be training, the newest where no step is given, under a name."""
        self.ask(self.own_channel(), lambda: keep_checkpoint(path, step, name), on_answer, on_failed)

    def read_branch_point(self, path: Path, step: int | None, on_read: Callable[[BranchPoint], object]) -> None:
        """Read what a branch begins with, at the newest checkpoint where no step is given."""
        self.ask("branch point", lambda: read_branch_point(path, step), on_read)

    def read_evaluation(self, path: Path, on_read: Callable[[StoredEvaluation], object]) -> None:
        """Read what was measured of a run."""
        self.ask(f"evaluation {path}", lambda: _read_evaluation(path), on_read)

    def find_interrupted(self, folder: Path, on_found: Callable[[Interrupted], object]) -> None:
        """Look whether a run was interrupted."""
        self.ask("interrupted", lambda: newest_interrupted(folder), lambda found: on_found(found) if found else None)

    def watch(self, path: Path | None, number: int) -> None:
        """Read a run, and all that another process writes to it, until another one is watched; None watches none.

        `number` comes back with what is read.
        """
        followed = FollowedRun(path, number) if path is not None else None
        with self._wake:
            self._watched = followed
        if followed is not None:
            self.tell("watch", lambda: self._look(followed))

    # Other files

    def identify(self, path: Path, runs_folder: Path, on_read: Callable[[Dropped], object]) -> None:
        """Look what a file is that was handed to the window."""
        self.ask("drop", lambda: _identify(path, runs_folder), on_read)

    def foresee(self, path: Path, runs_folder: Path, on_read: Callable[[Dropped], object]) -> None:
        """Look what a file is that is dragged over the window, and whether it can be taken."""
        self.ask("foresee", lambda: _foresee(path, runs_folder), on_read)

    def import_model(
        self,
        path: Path,
        config: RunConfig,
        runs_folder: Path,
        on_written: Callable[[Path], object],
        on_failed: Callable[[str, str], object],
    ) -> None:
        """Write the run of a model that another program trained, with these images to look at it with."""
        self.ask("import", lambda: _import_model(path, config, runs_folder), on_written, on_failed)

    def keep_pasted(self, write: Callable[[Path], object], folder: Path, on_kept: Callable[[Dropped], object]) -> None:
        """Write an image that has no file yet under a free name of a folder."""

        def work() -> Dropped:
            numbers = itertools.count(1)
            path = next(path for number in numbers if not (path := folder / f"pasted-{number}.png").exists())
            write(path)
            return Dropped(path)

        self.ask("drop", work, on_kept)

    def read_latent(self, path: Path, size: int, on_read: Callable[["StoredLatent"], object]) -> None:
        """Read a z of so many dimensions."""

        def work() -> "StoredLatent":
            from latentlab.explore.latent_file import read_latent

            return read_latent(path, size)

        self.ask("read latent", work, on_read)

    def list_policies(self, on_listed: Callable[[SavedPolicies], object]) -> None:
        """Read the saved policies. One that holds what is no range is left out."""
        self.ask("policies", _saved_policies, on_listed)

    def save_policy(self, name: str, config: TransformConfig, on_listed: Callable[[SavedPolicies], object]) -> None:
        """Save ranges under a name, and read the saved policies."""

        def work() -> SavedPolicies:
            save_policy(name, config.model_dump(exclude={"policy"}, exclude_defaults=True))
            return _saved_policies()

        self.ask(f"policies save {name}", work, on_listed)

    def forget_policy(self, name: str, on_listed: Callable[[SavedPolicies], object]) -> None:
        """Remove a saved policy, and read those that are left."""

        def work() -> SavedPolicies:
            forget_policy(name)
            return _saved_policies()

        self.ask(f"policies forget {name}", work, on_listed)

    def write(self, work: Callable[[], object], on_done: Callable[[object], object] | None = None) -> None:
        """Write a file. Writes never take each other's place, and are finished before the thread ends."""
        channel = self.own_channel()
        if on_done is None:
            self.tell(channel, work)
        else:
            self.ask(channel, work, on_done)

    def _follow(self, path: Path, since: Position | None) -> Followed:
        from latentlab.sweeps import read_evaluation

        try:
            self._remotes.update(path)
            return Followed(path, since, Run(path), reports_since(path, since), read_evaluation(path))
        except (RunError, RemoteError) as error:
            return Followed(path, since, problem=str(error))

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

    def _wait(self) -> Job | None:
        watched = self._watched
        if self._wake.wait(_LOOK_SECONDS if watched is not None else None) or watched is None or watched is not self._watched:
            return None
        return Job(lambda: self._look(watched))


def _identify(path: Path, runs_folder: Path) -> Dropped:
    origin = None if path.is_dir() else read_origin(path)
    folder = path if origin is None else runs_folder / origin.run
    if (folder / "run.toml").is_file():
        return Dropped(path, origin, folder, tuple(at.step for at in Run(folder).checkpoints()))
    model = _kind_of_model(path) if path.is_dir() else ""
    is_collection = path.is_dir() or (origin is None and _kind_of(path) in _COLLECTIONS)
    return Dropped(path, origin, model=model, collection=is_collection and not model)


def _kind_of_model(path: Path) -> str:
    from latentlab.exchange.importing import kind_of  # here, as it brings PyTorch

    return kind_of(path)


def _import_model(path: Path, config: RunConfig, runs_folder: Path) -> Path:
    from latentlab.exchange.importing import import_model, run_name

    try:
        return import_model(path, config.model_copy(update={"name": run_name(path)}), runs_folder).path
    except DataError as error:
        raise DataError(
            tr("{error} The images are those of the next run: choose others in Data or Setup.", error=error)
        ) from None


def _kind_of(path: Path) -> str | None:
    from latentlab.data.kinds import kind_by_name  # here, as it brings PyTorch

    return kind_by_name(path.name)


def _foresee(path: Path, runs_folder: Path) -> Dropped:
    try:
        dropped = _identify(path, runs_folder)
        if not path.exists():
            return Dropped(path, problem=tr("There is no such file."))
        if dropped.origin is None and dropped.run is None and not dropped.model and not dropped.collection:
            _require_picture(path)
    except (LatentLabError, OSError) as error:
        return Dropped(path, problem=str(error))
    return dropped


def _require_picture(path: Path) -> None:
    if _kind_of(path) == "DICOM":
        from latentlab.data.files import read_image

        read_image(path)
        return
    with open_picture(path):
        pass


def _saved_policies() -> SavedPolicies:
    known = {}
    damaged: list[LatentLabError] = []
    for name in saved_policies(damaged.append):
        try:
            known[name] = transform_config(name)
        except ConfigError as error:
            damaged.append(ConfigError(f"{name}: {error}"))
    return SavedPolicies(known, tr("A saved policy is left out: {damaged}", damaged=damaged[0]) if damaged else "")


def _read_evaluation(path: Path) -> StoredEvaluation:
    try:
        evaluation = Evaluation.read(path)
        return StoredEvaluation(path, evaluation, measured_at(path) if evaluation else 0.0)
    except FileError as error:
        return StoredEvaluation(path, problem=tr("{error} Evaluate measures the run again.", error=error))
