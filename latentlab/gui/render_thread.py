"""The thread that looks: it owns the explorer's copy of the model, and does what reads files.

Work is filed under a channel. A channel holds only its newest request, so that a dragged slider never queues, and work
for a model that is no longer the current one is dropped.
"""

import contextlib
import itertools
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QThread, Signal

from latentlab.config import RunConfig, TransformConfig, transform_config, with_data_root
from latentlab.errors import ConfigError, LatentLabError, RunError
from latentlab.explore.latent_file import StoredLatent, read_latent
from latentlab.explore.provenance import Origin, read_origin
from latentlab.explore.requests.commands import Request
from latentlab.explore.requests.values import Failed, Result
from latentlab.policies import forget_policy, save_policy, saved_policies
from latentlab.runs import Run

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
"""Channels that are served even between the parts of work that takes long (see `Scene.yield_to_urgent`)."""

_EXPORT = "export"
_OF_NO_MODEL = ("drop", "policies", "transform")
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
        step: of the checkpoint loaded, None where there is none.
        held_out_count: images to look at.
        note: one sentence where that checkpoint is not the newest, else empty.
        problem: why no model can be looked at, else empty.
        images_problem: why there are no images to look at, else empty.
    """

    path: Path
    config: RunConfig
    image_shape: tuple[int, int, int]
    step: int | None
    held_out_count: int
    note: str = ""
    problem: str = ""
    images_problem: str = ""


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


class RenderThread(QThread):
    """Serves requests until `close`.

    Attributes:
        subject: counts the models looked at; an answer that carries an older number is stale.

    Signals:
        ready: torch is loaded and requests are served.
        rendered: a `Rendered`.
        opened: an `Opened`.
        dropped: a `Dropped`.
        latent_read: a `Loaded`.
        loaded: the step (an int) of the weights that are now looked at.
        policies: the saved policies, a mapping from name to `TransformConfig`.
        transformed: a `Transformed`.
        failed: text and details of what is no answer to a request (a run that cannot be opened, a fault of ours).
    """

    ready = Signal()
    rendered = Signal(object)
    opened = Signal(object)
    dropped = Signal(object)
    latent_read = Signal(object)
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

    def open(self, path: Path, data_root: Path | None = None) -> None:
        """Look at the newest whole checkpoint of a run on disk from now on; `opened` or `failed` follows.

        Its images are looked for in `data_root`, where that is given.
        """

        def job() -> None:
            from latentlab.explore.renderer import Renderer

            run = Run(path)
            try:
                checkpoint = run.checkpoint()
                renderer = Renderer.of_run(run, checkpoint.step, data_root)
            except LatentLabError as error:
                self._renderer = self._newest = None
                self.opened.emit(Opened(path, run.config, run.image_shape, None, 0, problem=str(error)))
                return
            self._look_through(renderer)
            config = run.config if data_root is None else with_data_root(run.config, data_root)
            note = " ".join(filter(None, (run.newest_note(checkpoint), renderer.images_note)))
            count, problem = renderer.held_out_count, renderer.images_problem
            self.opened.emit(Opened(path, config, run.image_shape, checkpoint.step, count, note, images_problem=problem))
            self.loaded.emit(checkpoint.step)

        self._forget()
        self._file("watch", job)

    def advance(self, path: Path, step: int) -> None:
        """Look at a newer checkpoint of a run that another process writes, unless one is held; `loaded` follows.

        One that cannot be read, as when it has just been replaced by a newer one, is passed over.
        """

        def job() -> None:
            if self._held or self._renderer is None:
                return
            with contextlib.suppress(RunError):
                self._show(Run(path).model(step).state_dict(), step)

        self._file("advance", job)

    def move(self, path: Path) -> None:
        """The run that is looked at lies in another folder now."""

        def job() -> None:
            if self._renderer is not None:
                self._renderer.run_path = path

        self._file("move", job)

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

    def read_latent(self, path: Path, size: int) -> None:
        """Read a z of so many dimensions from a file; `latent_read` or `failed` follows."""
        subject = self.subject
        self._file("read latent", lambda: self.latent_read.emit(Loaded(subject, path, read_latent(path, size))))

    def _look_through(self, renderer: "Renderer") -> None:
        renderer.yield_to_urgent = self._serve_urgent
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

    def take(self, path: Path, runs_folder: Path) -> None:
        """Look what a file is; `dropped` follows."""

        def job() -> None:
            origin = None if path.is_dir() else read_origin(path)
            folder = path if origin is None else runs_folder / origin.run
            if (folder / "run.toml").is_file():
                self.dropped.emit(Dropped(path, origin, folder, tuple(at.step for at in Run(folder).checkpoints())))
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
