"""The thread that looks: it owns the explorer's copy of the model, and does what reads files.

Work is filed under a channel. A channel holds only its newest request, so that a dragged slider never queues, and work
for a model that is no longer the current one is dropped.
"""

import itertools
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QThread, Signal

from latentlab.config import RunConfig, TransformConfig, transform_config
from latentlab.errors import ConfigError, LatentLabError, RunError
from latentlab.explore.latent_file import StoredLatent, read_latent
from latentlab.explore.provenance import Origin, read_origin
from latentlab.explore.requests import Failed, Request, Result
from latentlab.policies import forget_policy, save_policy, saved_policies
from latentlab.runs import Event, NewReports, Position, Report, Run, RunSummary, list_runs, reports_since
from latentlab.sweeps import read_evaluation

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    from numpy.typing import NDArray
    from torch import Tensor

    from latentlab.data import ImageStore
    from latentlab.explore.renderer import Renderer
    from latentlab.training import Snapshot

_FIRST = ("watch", "load", "decode", "encode", "glimpse")
"""Channels served before all others."""

_URGENT = ("decode", "encode")
"""Channels that are served even between the parts of work that takes long (see `Scene.breathe`)."""

_EXPORT = "export"
_OF_NO_MODEL = ("list", "drop", "policies", "transform")
"""Channels of work that stands whatever model is looked at."""
_COLLECTIONS = (".zip", ".tar", ".tgz", ".gz", ".parquet", ".npz", ".npy")


@dataclass(frozen=True)
class Rendered:
    """A result, with what was asked on which channel, and of which subject (see `RenderThread.subject`)."""

    subject: int
    channel: str
    request: Request
    result: Result


@dataclass(frozen=True, eq=False)
class Opened:
    """A run was opened for exploring.

    Attributes:
        path: its folder.
        config: its settings.
        image_shape: (C, H, W).
        step: of the checkpoint loaded.
        held_out_count: images to look at.
        reports: all of them.
        events: all of them.
    """

    path: Path
    config: RunConfig
    image_shape: tuple[int, int, int]
    step: int
    held_out_count: int
    reports: tuple[Report, ...]
    events: tuple[Event, ...]


@dataclass(frozen=True)
class Dropped:
    """A file that was handed to the window.

    Attributes:
        path: the file or folder.
        origin: where a picture of ours came from, None for any other.
        run: the folder of the run that it names or is, where there is one.
        steps: of that run's checkpoints.
        collection: whether it is a folder or file of many images.
    """

    path: Path
    origin: Origin | None = None
    run: Path | None = None
    steps: tuple[int, ...] = ()
    collection: bool = False


@dataclass(frozen=True, eq=False)
class Transformed:
    """Images beside draws of t(x).

    Attributes:
        config: what t was drawn from.
        grid: uint8 (N, 1 + K, H, W, C).
    """

    config: TransformConfig
    grid: "NDArray[np.uint8]"


@dataclass(frozen=True)
class Loaded:
    """A latent that was read for a subject (see `RenderThread.subject`)."""

    subject: int
    path: Path
    latent: StoredLatent


@dataclass(frozen=True)
class Listed:
    """The runs in a folder, newest first."""

    folder: Path
    runs: tuple[RunSummary, ...]


@dataclass(frozen=True, eq=False)
class Followed:
    """What a run has written since it was last looked at.

    Attributes:
        path: its folder.
        since: where that look had come to.
        run: as its folder says now; None where it cannot be read.
        news: its reports since; None where they cannot be read.
        evaluation: what was measured of it, None where nothing was.
        problem: why it cannot be read, else empty.
    """

    path: Path
    since: Position | None
    run: Run | None = None
    news: NewReports | None = None
    evaluation: "dict[str, Any] | None" = None
    problem: str = ""


class RenderThread(QThread):
    """Serves requests until `close`.

    Attributes:
        subject: counts the models looked at; an answer that carries an older number is stale.

    Signals:
        ready: torch is loaded and requests are served.
        rendered: a `Rendered`.
        opened: an `Opened`.
        listed: a `Listed`.
        followed: a tuple of `Followed`.
        dropped: a `Dropped`.
        latent_read: a `Loaded`.
        checkpoints: a tuple of the steps of the current run's checkpoints, ascending.
        loaded: the step (an int) of the weights that are now looked at.
        policies: the saved policies, a mapping from name to `TransformConfig`.
        transformed: a `Transformed`.
        failed: text and details of what is no answer to a request (a run that cannot be opened, a fault of ours).
    """

    ready = Signal()
    rendered = Signal(object)
    opened = Signal(object)
    listed = Signal(object)
    followed = Signal(object)
    dropped = Signal(object)
    latent_read = Signal(object)
    checkpoints = Signal(object)
    loaded = Signal(object)
    policies = Signal(object)
    transformed = Signal(object)
    failed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rendering")
        self.subject = 0
        self._wake = threading.Condition()
        self._jobs: dict[str, Callable[[], None]] = {}
        self._closing = False
        self._exports = itertools.count()
        self._renderer: Renderer | None = None
        self._newest: Snapshot | None = None
        self._held = False

    def watch(self, config: RunConfig, image_shape: tuple[int, int, int], held_out: "ImageStore", run_path: Path) -> None:
        """Look at a run in training from now on; its weights come through `load`. May be called from any thread."""

        def job() -> None:
            from latentlab.explore.renderer import Renderer

            self._look_through(Renderer(config, image_shape, held_out, run_path))

        self._forget()
        self._file("watch", job)

    def open(self, path: Path) -> None:
        """Look at the newest checkpoint of a run on disk from now on; `opened` or `failed` follows."""

        def job() -> None:
            from latentlab.explore.renderer import Renderer

            run = Run(path)
            renderer = Renderer.of_run(run)
            assert renderer.step is not None
            self._look_through(renderer)
            self.opened.emit(
                Opened(
                    path,
                    run.config,
                    run.image_shape,
                    renderer.step,
                    len(renderer.held_out),
                    tuple(run.reports()),
                    tuple(run.events()),
                )
            )
            self.loaded.emit(renderer.step)

        self._forget()
        self._file("watch", job)

    def load(self, snapshot: "Snapshot") -> None:
        """Look at these weights. May be called from any thread."""

        def job() -> None:
            self._newest = snapshot
            if not self._held:
                self._show(snapshot.state, snapshot.step)

        self._file("load", job)

    def look_at(self, path: Path, step: int | None) -> None:
        """Look at a checkpoint of the current run and stay there; None goes back to the newest weights. `loaded` follows."""

        def job() -> None:
            if step is None and self._newest is not None:
                state, at = self._newest.state, self._newest.step
            else:
                run = Run(path)
                at = run.checkpoint(step).step
                state = run.model(at).state_dict()
            self._held = step is not None
            self._show(state, at)

        self._file("look", job)

    def list_checkpoints(self, path: Path) -> None:
        """Look which checkpoints a run has; `checkpoints` follows."""
        self._file("list checkpoints", lambda: self.checkpoints.emit(_steps(Run(path))))

    def read_latent(self, path: Path, size: int) -> None:
        """Read a z of so many dimensions from a file; `latent_read` or `failed` follows."""
        subject = self.subject
        self._file("read latent", lambda: self.latent_read.emit(Loaded(subject, path, read_latent(path, size))))

    def _look_through(self, renderer: "Renderer") -> None:
        renderer.breathe = self._serve_urgent
        self._renderer, self._newest, self._held = renderer, None, False

    def _serve_urgent(self) -> None:
        for channel in _URGENT:
            with self._wake:
                job = self._jobs.pop(channel, None)
            if job is not None:
                job()

    def _show(self, state: "Mapping[str, Tensor]", step: int) -> None:
        assert self._renderer is not None
        self._renderer.load(state, step)
        self.loaded.emit(step)

    def submit(self, channel: str, request: Request) -> None:
        """Ask; the answer comes as `rendered` on the same channel, unless a newer request takes its place."""

        subject = self.subject

        def job() -> None:
            result = self._renderer.render(request) if self._renderer else Failed(-1, "There is no model to look at yet.")
            self.rendered.emit(Rendered(subject, channel, request, result))

        self._file(channel, job)

    def list_runs(self, folder: Path) -> None:
        """Look for runs in a folder, or for the run that it is; `listed` follows."""
        self._file(f"list {folder}", lambda: self.listed.emit(Listed(folder, _runs_of(folder))))

    def follow(self, runs: tuple[tuple[Path, Position | None], ...]) -> None:
        """Read what runs have written since the positions given; `followed` follows."""
        self._file("list reports", lambda: self.followed.emit(tuple(_follow(path, since) for path, since in runs)))

    def take(self, path: Path, runs_folder: Path) -> None:
        """Look what a file is; `dropped` follows."""

        def job() -> None:
            origin = None if path.is_dir() else read_origin(path)
            folder = path if origin is None else runs_folder / origin.run
            if (folder / "run.toml").is_file():
                self.dropped.emit(Dropped(path, origin, folder, _steps(Run(folder))))
            else:
                many = path.is_dir() or path.suffix.lower() in _COLLECTIONS
                self.dropped.emit(Dropped(path, origin, collection=many))

        self._file("drop", job)

    def keep_pasted(self, write: Callable[[Path], None], folder: Path) -> None:
        """Write an image that has no file yet under a free name of a folder; `dropped` follows."""

        def job() -> None:
            numbers = itertools.count(1)
            path = next(path for number in numbers if not (path := folder / f"pasted-{number}.png").exists())
            write(path)
            self.dropped.emit(Dropped(path))

        self._file("drop", job)

    def transform(self, images: "NDArray[np.uint8]", config: TransformConfig, draws: int, seed: int) -> None:
        """Draw t of images (N, H, W, C); `transformed` follows."""

        def job() -> None:
            from latentlab.data import draw_transformed

            self.transformed.emit(Transformed(config, draw_transformed(images, config, draws, seed)))

        self._file("transform", job)

    def list_policies(self) -> None:
        """Read the saved policies; `policies` follows. One that holds what is no range is left out."""

        def job() -> None:
            known = {}
            damaged: list[LatentLabError] = []
            for name in saved_policies(damaged.append):
                try:
                    known[name] = transform_config(name)
                except ConfigError as error:
                    damaged.append(ConfigError(f"{name}: {error}"))
            self.policies.emit(known)
            if damaged:
                raise ConfigError(f"A saved policy is left out: {damaged[0]}")

        self._file("policies", job)

    def save_policy(self, name: str, config: TransformConfig) -> None:
        """Save ranges under a name; `policies` follows."""

        def job() -> None:
            save_policy(name, config.model_dump(exclude={"policy"}, exclude_defaults=True))
            self.list_policies()

        self._file(f"policies save {name}", job)

    def forget_policy(self, name: str) -> None:
        """Remove a saved policy; `policies` follows."""

        def job() -> None:
            forget_policy(name)
            self.list_policies()

        self._file(f"policies forget {name}", job)

    def export(self, write: Callable[[], None]) -> None:
        """Do work that writes a file. Exports never take each other's place, and are finished before the thread ends."""
        self._file(self.export_channel(), write)

    def export_channel(self) -> str:
        """A channel of its own for a request that writes a file."""
        return f"{_EXPORT} {next(self._exports)}"

    def close(self) -> None:
        """End after the work in progress and wait for it."""
        with self._wake:
            self._closing = True
            self._wake.notify()
        self.wait()

    def run(self) -> None:
        import torch  # noqa: F401 - seconds; done here, so that the window stands in the meantime

        import latentlab.api
        import latentlab.explore.renderer  # noqa: F401

        self.ready.emit()
        while (job := self._next()) is not None:
            try:
                job()
            except LatentLabError as error:
                self.failed.emit(str(error), "")
            except Exception as error:  # noqa: BLE001 - whatever happens here must reach the window, not the terminal
                self.failed.emit(f"{type(error).__name__}: {error}", traceback.format_exc())

    def _file(self, channel: str, job: Callable[[], None]) -> None:
        with self._wake:
            self._jobs.pop(channel, None)
            self._jobs[channel] = job
            self._wake.notify()

    def _forget(self) -> None:
        """Drop all work that concerns the model looked at so far."""
        with self._wake:
            lasting = (*_OF_NO_MODEL, _EXPORT)
            self._jobs = {channel: job for channel, job in self._jobs.items() if channel.startswith(lasting)}
            self.subject += 1

    def _next(self) -> Callable[[], None] | None:
        with self._wake:
            while not self._jobs and not self._closing:
                self._wake.wait()
            if self._closing:
                self._jobs = {channel: job for channel, job in self._jobs.items() if channel.startswith(_EXPORT)}
            if not self._jobs:
                return None
            return self._jobs.pop(next((name for name in _FIRST if name in self._jobs), next(iter(self._jobs))))


def _steps(run: Run) -> tuple[int, ...]:
    return tuple(checkpoint.step for checkpoint in run.checkpoints())


def _runs_of(folder: Path) -> tuple[RunSummary, ...]:
    if (folder / "run.toml").is_file():
        return tuple(summary for summary in list_runs(folder.parent) if summary.path == folder)
    return tuple(list_runs(folder)) if folder.is_dir() else ()


def _follow(path: Path, since: Position | None) -> Followed:
    try:
        return Followed(path, since, Run(path), reports_since(path, since), read_evaluation(path))
    except RunError as error:
        return Followed(path, since, problem=str(error))
