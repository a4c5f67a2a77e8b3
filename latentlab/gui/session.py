"""What the window is about: the run in training or opened, the current image and the current z. Panes read it and speak to it.

Everything that takes time happens in the two threads; the session only hands plain values around, on the GUI thread.
"""

import gc
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from functools import partial
from pathlib import Path
from typing import Literal, Protocol, Unpack

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QBuffer, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QImage

from latentlab import metrics
from latentlab.config import DataConfig, RunConfig, TransformConfig
from latentlab.errors import DataError
from latentlab.explore.direction_file import directions_file
from latentlab.explore.export import write_picture
from latentlab.explore.latent_file import StoredLatent, read_values, write_latent
from latentlab.explore.provenance import Origin, foreign_paths, refuse_unfit
from latentlab.explore.requests.commands import Export, Exported, Request, Style, ViewRequest
from latentlab.explore.requests.directions import Components, DirectionsRead, FindComponents, KeptDirection, ReadDirections
from latentlab.explore.requests.images import (
    Decode,
    Describe,
    Described,
    DrawPosterior,
    Encode,
    Encoded,
    FetchedImage,
    FetchImage,
    Gallery,
    GalleryImages,
    Picture,
    PosteriorDraw,
)
from latentlab.explore.requests.maps import EncodedCount, EncodeMore
from latentlab.explore.requests.texts import vector_text
from latentlab.explore.requests.values import Failed, ImageRef, PictureGrid, Vector, View
from latentlab.files.regular import is_bare_name
from latentlab.gui.data_thread import DataThread, Looked, Task
from latentlab.gui.evaluation_thread import EvaluationThread, Measured
from latentlab.gui.files_thread import FilesThread
from latentlab.gui.render_thread import Dropped, Loaded, Opened, Rendered, RenderThread
from latentlab.gui.run_files import Progress
from latentlab.gui.sweep_queue import SweepQueue
from latentlab.gui.training_thread import Ended, Job, Prepared, TrainingThread
from latentlab.runs import Position, Report, RunState

_PULL_MS = 100
_SNAPSHOT_MS = 1000
"""Time between two looks at a model in training, while the explorer keeps up."""


_A_MOMENT_MS = 1000
"""Time that a window which closes waits for a thread without letting a person see why."""


_AT_ONCE = 1024
"""Held-out images that every view may look at at once; further ones follow while nothing trains (see `want_survey`)."""


Action = tuple[str, Callable[[], None]]
"""A label and what it does."""


AskView = Callable[["Latent"], ViewRequest | None]
"""Gives what to draw of the current z; None for nothing at present."""


Severity = Literal["info", "success", "warning", "error"]


class State(Enum):
    """Where a session stands; the value is what a person reads."""

    LOADING = "loading PyTorch"
    EMPTY = "no run"
    PREPARING = "preparing data"
    RUNNING = "running"
    PAUSED = "paused"
    STOPPING = "finishing the step"
    WAITING = "waiting for room"
    FINISHED = "finished"
    STOPPED = "stopped"
    FAILED = "failed"
    OPENED = "opened"
    FOLLOWING = "live elsewhere"


TRAINING = frozenset({State.PREPARING, State.RUNNING, State.PAUSED, State.STOPPING, State.WAITING})


@dataclass(frozen=True)
class Subject:
    """The run the window is about.

    Attributes:
        path: its folder.
        config: its settings.
        image_shape: (C, H, W).
        hardware: where it trains, in words; empty for an opened run.
        parameters: trained weights; 0 for an opened run.
        total_epochs: of the whole run; 0 for an opened run.
        problem: why there is no model to look at, else empty.
        images_problem: why there are no images to look at, else empty: sliders and samples work without.
        data_root: where its images were found, None where they lie where they lay.
    """

    path: Path
    config: RunConfig
    image_shape: tuple[int, int, int]
    hardware: str = ""
    parameters: int = 0
    total_epochs: float = 0.0
    problem: str = ""
    images_problem: str = ""
    data_root: Path | None = None


@dataclass(frozen=True, eq=False)
class Latent:
    """The one current z.

    Attributes:
        z: (D,).
        start: where it started from, (D,): what a reset goes back to.
        std: posterior σ of the start image, (D,); None where the start is no image's.
        origin: the start in words.
        source: how to encode the start image anew; None where the start is no image's.
    """

    z: Vector
    start: Vector
    std: Vector | None
    origin: str
    source: ImageRef | None


@dataclass(frozen=True)
class Message:
    """Something to tell.

    Attributes:
        severity: info, success, warning or error.
        text: one or two plain sentences.
        details: a traceback or the like, for a report.
        actions: labels with what they do.
        unasked: nobody's doing has brought it: it waits while an error stands, until that is dismissed.
    """

    severity: Severity
    text: str
    details: str | None = None
    actions: tuple[Action, ...] = ()
    unasked: bool = False


class WriteView(Protocol):
    """Has a view written to a file."""

    def __call__(self, path: Path, **style: Unpack[Style]) -> None: ...


@dataclass(frozen=True, eq=False)
class ViewOffer:
    """A view that may be written.

    Attributes:
        name: suggested for its file, without ending.
        grid: as it is drawn.
        write: has it written.
    """

    name: str
    grid: PictureGrid
    write: WriteView


class Session(QObject):
    """The window's model.

    Attributes:
        state: where it stands.
        subject: the run it is about, None at first.
        latent: the current z, None before there is a model.
        last_report: the newest, None before the first.
        checkpoint: step of the newest usable checkpoint of the run, None where there is none or it is not known yet.
        run_state: of an opened run, once its folder is read; else None.
        held_out_count: images to start from.
        shown_step: of the weights that are looked at, None before there are any.
        held_step: of the checkpoint that is looked at while newer weights come and go; None where the newest are.
        locked: dimensions that keep their value whatever moves z, but for their own slider and a new start image.
        described: what is known of the held-out images, None before that is known.
        surveyed: how many of them are encoded by the weights that are looked at, None before there are any.
        sweeps: the queue of sweeps; none runs while a run trains, and the other way round.

    Signals:
        state_changed: a `State`.
        subject_changed: a `Subject`; panes start afresh.
        reported: a list of `Report`s, in order.
        happened: an `Event`.
        rolled_back: the step that training went back to; what was reported after it no longer holds.
        latent_changed: a `Latent`.
        locks_changed: other dimensions are locked.
        components_changed: `Components` of the weights looked at (see `want_components`).
        picture_changed: a `Picture` of the current z.
        start_changed: an `Encoded`, the start image.
        gallery_changed: a `GalleryImages`.
        view_drawn: the name of a view that is kept (see `keep_view`) and the `View`.
        described_changed: a `Described`.
        survey_advanced: a `Surveyed`: more of the held-out images are encoded.
        glimpsed: a `Glimpsed` (see `glimpse`).
        lasso_drawn: a `Lasso`: a direction from one group to the other is wanted.
        directions_read: a tuple of `KeptDirection`s.
        runs_listed: a `Listed` of all runs of a folder.
        recent_listed: a `Listed` of the newest ones.
        runs_followed: a tuple of `Followed`.
        checkpoints_listed: a tuple of steps.
        folder_wanted: another folder is wanted for the run that waits for room; `move_run` takes it.
        images_wanted: the images of the run are to be looked for in another folder; `find_images` takes it.
        run_moved: the folder (a Path) that the run lies in now.
        interrupted_found: an `Interrupted`: a run of the folder was cut off, and can be continued.
        evaluation_ended: a `Measured`.
        policies_listed: the saved policies of transformations, a mapping from name to `TransformConfig`.
        transformed: a `Transformed`.
        data_looked: a `Looked`.
        collection_dropped: the path of a folder or file of many images that was dropped.
        view_failed: the name of a view that is kept, and the request that cannot be drawn; `message` says why.
        view_restored: the request (a `ViewRequest`) of a picture that was dropped, once its run is the current one.
        export_asked: a QImage, or the bytes of an SVG file, and the name suggested for the file.
        view_export_asked: a `ViewOffer`.
        message: a `Message`; None takes the last one away.
    """

    state_changed = Signal(object)
    subject_changed = Signal(object)
    reported = Signal(object)
    happened = Signal(object)
    rolled_back = Signal(object)
    latent_changed = Signal(object)
    locks_changed = Signal()
    components_changed = Signal(object)
    picture_changed = Signal(object)
    start_changed = Signal(object)
    gallery_changed = Signal(object)
    view_drawn = Signal(str, object)
    view_failed = Signal(str, object)
    view_restored = Signal(object)
    described_changed = Signal(object)
    survey_advanced = Signal(object)
    glimpsed = Signal(object)
    lasso_drawn = Signal(object)
    directions_read = Signal(object)
    runs_listed = Signal(object)
    recent_listed = Signal(object)
    runs_followed = Signal(object)
    checkpoints_listed = Signal(object)
    folder_wanted = Signal()
    images_wanted = Signal()
    run_moved = Signal(object)
    interrupted_found = Signal(object)
    evaluation_ended = Signal(object)
    policies_listed = Signal(object)
    transformed = Signal(object)
    data_looked = Signal(object)
    collection_dropped = Signal(object)
    export_asked = Signal(object, str)
    view_export_asked = Signal(object)
    message = Signal(object)
    _latent_saved = Signal(object)

    def __init__(self, runs_folder: Path, parent: QObject | None = None) -> None:
        """A session that keeps new runs in a folder; `start` begins loading torch."""
        super().__init__(parent)
        self.runs_folder = runs_folder
        self.state = State.LOADING
        self.subject: Subject | None = None
        self.latent: Latent | None = None
        self.last_report: Report | None = None
        self.checkpoint: int | None = None
        self.run_state: RunState | None = None
        self._step = self._watch_number = 0
        self._awaits_model = False
        self._opens: Path | None = None
        self._data_root: Path | None = None
        self.held_out_count = 0
        self.shown_step: int | None = None
        self.held_step: int | None = None
        self.locked: frozenset[int] = frozenset()
        self._components: Components | None = None
        self._wants_components = False
        self._z_to_reach: tuple[ImageRef, Vector] | None = None
        self.described: Described | None = None
        self.surveyed: EncodedCount | None = None
        self._survey_wanted: dict[str, bool] = {}
        self._training: TrainingThread | None = None
        self._evaluation: EvaluationThread | None = None
        self._data: DataThread | None = None
        self._data_next: DataThread | None = None
        self._retired: list[TrainingThread] = []
        self._gallery = Gallery(12, 8)
        self._views: dict[str, tuple[AskView, bool]] = {}
        self._gallery_in_flight = False
        self._random = np.random.default_rng()
        self._state_before = State.EMPTY
        self._to_restore: Dropped | None = None
        self._began = False
        self._close_when_ended: Callable[[], object] | None = None
        queued = Qt.ConnectionType.QueuedConnection
        self.sweeps = SweepQueue(runs_folder.with_name("sweeps"), self)
        self.sweeps.stopped_running.connect(self._on_sweeps_stopped)
        self._rendering = RenderThread()
        self._rendering.ready.connect(self._on_ready, queued)
        self._rendering.rendered.connect(self._on_rendered, queued)
        self._rendering.opened.connect(self._on_opened, queued)
        self._rendering.dropped.connect(self._on_dropped, queued)
        self._rendering.latent_read.connect(self._on_latent_read, queued)
        self._latent_saved.connect(self._on_latent_saved, queued)
        self._rendering.loaded.connect(self._on_loaded, queued)
        self._rendering.policies.connect(self.policies_listed, queued)
        self._rendering.transformed.connect(self.transformed, queued)
        self._rendering.failed.connect(self._on_failed, queued)
        self._files = FilesThread()
        self._files.listed.connect(self.runs_listed, queued)
        self._files.recent.connect(self.recent_listed, queued)
        self._files.followed.connect(self.runs_followed, queued)
        self._files.checkpoints.connect(self.checkpoints_listed, queued)
        self._files.interrupted.connect(self.interrupted_found, queued)
        self._files.progressed.connect(self._on_progressed, queued)
        self._files.failed.connect(self._on_files_failed, queued)
        self._pull = QTimer(self)
        self._pull.setInterval(_PULL_MS)
        self._pull.timeout.connect(self._on_pull)
        self._snapshot = QTimer(self)
        self._snapshot.setInterval(_SNAPSHOT_MS)
        self._snapshot.timeout.connect(self._on_snapshot_due)

    @property
    def is_training(self) -> bool:
        """Whether a training thread is at work."""
        return self.state in TRAINING

    @property
    def step(self) -> int:
        """Steps taken by the run in training, or of the last state of one that has ended, or of the newest model of another."""
        return self._training.step if self._training is not None else self._step

    @property
    def can_continue(self) -> bool:
        """Whether the run has a checkpoint to go on from, and nobody trains."""
        idle = not self.is_training and self.state not in (State.LOADING, State.FOLLOWING)
        return idle and self.subject is not None and self.checkpoint is not None

    @property
    def loses_steps(self) -> bool:
        """Whether ending now would end a training that somebody may want to go on."""
        return self.state in (State.RUNNING, State.PAUSED, State.WAITING) or self.sweeps.is_running

    @property
    def what_trains(self) -> str:
        """The run or the sweep that is training, in words."""
        if self.sweeps.is_running or self.subject is None:
            return "A sweep is running"
        return f"{self.subject.config.name} is training: step {self.step:,} of {self.subject.config.train.steps:,}"

    @property
    def preparing(self) -> tuple[int, int] | None:
        """Images decoded and their number, while a folder of them is prepared for training."""
        return self._training.preparing if self._training is not None else None

    @property
    def is_evaluating(self) -> bool:
        """Whether a run is being measured."""
        return self._evaluation is not None

    @property
    def evaluation_progress(self) -> tuple[float, str]:
        """The share that is done, and what is being done."""
        return self._evaluation.progress if self._evaluation else (0.0, "")

    def evaluate(self, samples: int) -> None:
        """Measure the newest checkpoint of the current run; `evaluation_ended` follows."""
        if self.subject is None or self._evaluation is not None or self.is_training:
            return
        self._evaluation = EvaluationThread(self.subject.path, samples)
        self._evaluation.measured.connect(self._on_measured, Qt.ConnectionType.QueuedConnection)
        self._evaluation.start()

    def cancel_evaluation(self) -> None:
        """End a measurement without a result."""
        if self._evaluation is not None:
            self._evaluation.requestInterruption()

    def start(self) -> None:
        """Begin to load torch behind the window, and look whether a run was interrupted."""
        self._rendering.start()
        self._files.start()
        self._files.find_interrupted(self.runs_folder)

    def train(self, config: RunConfig) -> None:
        """Start a new run."""
        self._launch(Job(config, out=self.runs_folder))

    def continue_run(self, **train: object) -> None:
        """Go on with the current run from its newest checkpoint, with changes to its `train` settings."""
        assert self.subject is not None
        self._launch(Job(earlier=self.subject.path, changes=train, data_root=self.subject.data_root))

    def continue_from(self, path: Path, **train: object) -> None:
        """Go on with any run from its newest checkpoint, with changes to its `train` settings."""
        self._launch(Job(earlier=path, changes=train))

    def pause(self) -> None:
        """Hold training, or go on with it."""
        if self._training is None:
            return
        if self.state is State.RUNNING:
            self._training.pause()
            self._set_state(State.PAUSED)
        elif self.state is State.PAUSED:
            self._training.resume()
            self._set_state(State.RUNNING)

    def stop(self) -> None:
        """End training after the step in progress, and save."""
        if self._training is not None and self.state in (State.PREPARING, State.RUNNING, State.PAUSED, State.WAITING):
            self._training.stop()
            self._set_state(State.STOPPING)

    def give_up_saving(self) -> None:
        """End a run whose last state cannot be written, without it."""
        self._give_up_saving()

    def open_run(self, path: Path) -> None:
        """Explore a run on disk. Refused while another one trains."""
        if self.is_training:
            self.message.emit(Message("warning", "A run is training. Stop it before opening another."))
            return
        self._awaits_model = False
        self._data_root = None
        self._opens = path
        self._rendering.open(path)

    def find_images(self, folder: Path) -> None:
        """Look for the images of the opened run in another folder."""
        if self.subject is not None and not self.is_training:
            self._data_root = folder
            self._rendering.open(self.subject.path, folder)

    def take_file(self, path: Path) -> None:
        """Take what was dropped on the window.

        An exported picture restores its view, a run's folder is opened, another folder, a zip or an array is looked at as data,
        and any other image becomes the current one.
        """
        self._rendering.take(path, self.runs_folder)

    def paste(self) -> None:
        """Take what the clipboard holds: an image, an image's file, or the values of a z.

        An image without a file is kept among the run's exports, so that what is drawn from it can be drawn again.
        """
        held, image = QGuiApplication.clipboard().mimeData(), QGuiApplication.clipboard().image()
        files = [url.toLocalFile() for url in held.urls() if url.isLocalFile()]
        if files:
            self.take_file(Path(files[0]))
        elif image.isNull() and not held.text():
            self.message.emit(Message("info", "The clipboard is empty: copy an image, its file or values of z first."))
        elif self.subject is None:
            self.message.emit(Message("info", "Train a run or open one first; then what is pasted is taken."))
        elif image.isNull():
            self.adopt_text(held.text())
        else:
            self._rendering.keep_pasted(partial(_write_png, image), self.export_folder())

    def list_checkpoints(self) -> None:
        """Ask for the checkpoints of the current run; `checkpoints_listed` follows."""
        if self.subject is not None:
            self._files.list_checkpoints(self.subject.path)

    def look_at(self, step: int | None) -> None:
        """Look at the model of a checkpoint, in every pane, and stay there; None follows the newest weights again."""
        if self.subject is not None:
            self.held_step = step
            self._rendering.look_at(self.subject.path, step)

    def list_runs(self, folder: Path | None = None) -> None:
        """Ask for the runs in a folder, the folder of runs unless one is given; `runs_listed` follows."""
        self._files.list_runs(folder or self.runs_folder)

    def list_recent(self) -> None:
        """Ask for the newest runs in the folder of runs; `recent_listed` follows."""
        self._files.list_recent(self.runs_folder)

    def follow_runs(self, runs: tuple[tuple[Path, Position | None], ...]) -> None:
        """Ask what runs have reported since positions in their files, None for their beginning; `runs_followed` follows."""
        self._files.follow(runs)

    @property
    def is_looking_at_data(self) -> bool:
        """Whether a collection is being read."""
        return self._data is not None

    @property
    def data_progress(self) -> tuple[float, str]:
        """The share that is done, and what is being done."""
        return self._data.progress if self._data else (0.0, "")

    def look_at_data(self, config: DataConfig, *, prepare: bool) -> bool:
        """Look at a collection, or prepare it, in the place of one that is being read; `data_looked` follows.

        False while PyTorch is still being loaded.
        """
        return self._read_data(config, "prepare" if prepare else "look")

    def download_data(self, config: DataConfig) -> bool:
        """Fetch a collection's official files into its root, and look at them, as `look_at_data` does."""
        return self._read_data(config, "download")

    def _read_data(self, config: DataConfig, task: Task) -> bool:
        if self.state is State.LOADING:
            return False
        thread = DataThread(config, task)
        thread.looked.connect(self._on_looked, Qt.ConnectionType.QueuedConnection)
        if self._data is not None:
            self._data.requestInterruption()
            self._data_next = thread
        else:
            self._data = thread
            thread.start()
        return True

    def cancel_data(self) -> None:
        """End the reading of a collection."""
        if self._data is not None:
            self._data.requestInterruption()
            self._data_next = None

    def draw_transformed(self, images: NDArray[np.uint8], config: TransformConfig, draws: int, seed: int) -> None:
        """Draw t of images (N, H, W, C); `transformed` follows."""
        self._rendering.transform(images, config, draws, seed)

    def list_policies(self) -> None:
        """Ask for the saved policies; `policies_listed` follows."""
        self._rendering.list_policies()

    def save_policy(self, name: str, config: TransformConfig) -> None:
        """Save ranges under a name; `policies_listed` follows, or a message."""
        self._rendering.save_policy(name, config)

    def forget_policy(self, name: str) -> None:
        """Remove a saved policy; `policies_listed` follows."""
        self._rendering.forget_policy(name)

    def close(self, then: Callable[[], object]) -> bool:
        """End the threads. True if done at once; else training is being saved and `then` is called when it is over."""
        if self.is_training or self.sweeps.is_running:
            self._close_when_ended = then
            self.stop()
            self.sweeps.stop()
            return False
        if self._data is not None:
            self.cancel_data()
            if not self._data.wait(_A_MOMENT_MS):  # a server that says nothing is given up after half a minute
                self._close_when_ended = then
                return False
        self._pull.stop()
        self._snapshot.stop()
        for thread in self._retired:
            thread.wait()
        if self._evaluation is not None:
            self._evaluation.requestInterruption()
            self._evaluation.wait()
        self._files.close()
        self._rendering.close()
        return True

    def set_z(self, dimension: int, value: float) -> None:
        """Move one dimension of the current z."""
        if self.latent is None:
            return
        z = self.latent.z.copy()
        z[dimension] = value
        self._set_latent(replace(self.latent, z=z))

    def adopt_z(self, z: Vector) -> None:
        """Take another z, keeping the start, and what is locked."""
        if self.latent is not None:
            self._set_latent(replace(self.latent, z=self._with_locked(z.astype(np.float32))))

    def adopt_text(self, text: str) -> None:
        """Take the z that a text says, keeping the start; a text that says none is answered with a sentence."""
        if self.latent is None:
            return
        try:
            self.adopt_z(read_values(text, len(self.latent.z)))
        except DataError as error:
            self.message.emit(Message("error", str(error)))

    def latent_text(self) -> str:
        """The current z as text that can be pasted again, here or after --z."""
        return vector_text(self.latent.z) if self.latent is not None else ""

    def set_locked(self, dimensions: frozenset[int]) -> None:
        """Say which dimensions are locked."""
        self.locked = dimensions
        self.locks_changed.emit()

    def want_components(self, wanted: bool) -> None:
        """Keep the principal components of the weights looked at; `components_changed` follows, now and at all newer ones."""
        self._wants_components = wanted
        self._find_components()

    def draw_from_posterior(self) -> None:
        """Move z to a draw from the start image's posterior, keeping the start."""
        if self.latent is None or self.latent.source is None:
            self.message.emit(Message("info", "There is no start image whose posterior could be drawn from: choose one first."))
            return
        self._rendering.submit("draw", DrawPosterior(self.latent.source, int(self._random.integers(2**31))))

    def save_latent(self, path: Path) -> None:
        """Write the current z and its start: an archive, or a table for a name that ends in .csv."""
        if self.latent is None or self.subject is None:
            return
        latent, step = self.latent, -1 if self.shown_step is None else self.shown_step
        stored = StoredLatent(latent.z, latent.start, latent.std, self.subject.path.name, step)

        def write() -> None:
            write_latent(stored, path)
            self._latent_saved.emit(path)

        self._rendering.export(write)

    def load_latent(self, path: Path) -> None:
        """Take z and its start from a file."""
        if self.latent is not None:
            self._rendering.read_latent(path, len(self.latent.z))

    def restore_start(self, source: ImageRef, z: Vector) -> None:
        """Start at an image again, at a z that was reached from there."""
        self.start_from_image(source)
        self._z_to_reach = source, z

    def restore_latent(self, z: Vector, std: Vector | None, origin: str) -> None:
        """The z and the start that a picture was drawn from."""
        self._set_latent(Latent(z, z, std, origin, None))

    def reset_z(self) -> None:
        """Back to the start, but for what is locked."""
        if self.latent is not None:
            self._set_latent(replace(self.latent, z=self._with_locked(self.latent.start)))

    def start_from_prior(self, *, random: bool) -> None:
        """Start at the prior's mean or at a draw from it, but for what is locked."""
        if self.latent is None:
            return
        size = len(self.latent.z)
        z = self._random.standard_normal(size).astype(np.float32) if random else np.zeros(size, np.float32)
        self.start_from_latent(self._with_locked(z), "random draw" if random else "prior mean")

    def start_from_latent(self, z: Vector, origin: str) -> None:
        """Start at a z that is no image's."""
        self._set_latent(Latent(z, z, None, origin, None))

    def start_from_image(self, source: ImageRef) -> None:
        """Start at the posterior mean of an image."""
        self._z_to_reach = None
        self._rendering.submit("encode", Encode(source))

    def random_image(self) -> None:
        """Start at the posterior mean of some held-out image."""
        if self.subject is not None and self.subject.images_problem:
            look = (("Choose folder…", self.images_wanted.emit),)
            self.message.emit(Message("warning", self.subject.images_problem, actions=look))
        elif self.latent is not None:
            self.start_from_image(ImageRef(index=int(self._random.integers(self.held_out_count))))

    def keep_view(self, name: str, ask: "AskView | None", *, follows_z: bool = True) -> None:
        """Keep drawing a view: `ask` is called now, at all newer weights and, if it follows z, at every new z; None ends it.

        `view_drawn` brings the pictures under the same name.
        """
        self._views.pop(name, None)
        if ask is not None:
            self._views[name] = (ask, follows_z)
            self._submit_view(name)

    def export_view(self, request: ViewRequest, path: Path, **style: Unpack[Style]) -> None:
        """Write a view as a picture or a loop that says where it came from."""
        self._rendering.submit(self._rendering.export_channel(), Export(request, path, **style))

    def ask_again(self, name: str) -> None:
        """Draw a view that is kept once more, where what it asks for has changed."""
        if name in self._views:
            self._submit_view(name)

    def glimpse(self, index: int) -> None:
        """Ask for one held-out image; `glimpsed` follows, for the newest question only."""
        self._rendering.submit("glimpse", FetchImage(index))

    def want_survey(self, name: str, wanted: bool, *, errors: bool = False) -> None:
        """Encode all held-out images bit by bit while a view of this name wants them, and nothing trains.

        `survey_advanced` tells of each bit. With `errors`, their reconstruction errors are worked out too.
        """
        had_errors = any(self._survey_wanted.values())
        self._survey_wanted.pop(name, None)
        if wanted:
            self._survey_wanted[name] = errors
        if any(self._survey_wanted.values()) and not had_errors and self.surveyed is not None:
            self.surveyed = replace(self.surveyed, count=min(_AT_ONCE, self.held_out_count))
        self._go_on_surveying()

    @property
    def surveyed_images(self) -> int:
        """How many of the first held-out images can be looked at without waiting."""
        return self.surveyed.count if self.surveyed else min(_AT_ONCE, self.held_out_count)

    def _go_on_surveying(self) -> None:
        newer_weights_come = self.state in TRAINING and self.state is not State.PAUSED and self.held_step is None
        if not self._survey_wanted or not self.held_out_count or self.shown_step is None or self.surveyed is None:
            return
        if self.surveyed.total == 0 or (self.surveyed.count < self.surveyed.total and not newer_weights_come):
            self._rendering.submit("survey", EncodeMore(any(self._survey_wanted.values())))

    def ask_view_export(self, name: str, grid: PictureGrid, write: WriteView) -> None:
        """Offer a view for export under a name without ending; the window asks where it goes and how."""
        self.view_export_asked.emit(ViewOffer(name, grid, write))

    def ask_export(self, name: str, picture: QImage | bytes) -> None:
        """Offer a picture, or the bytes of an SVG file, for export under a name; the window asks where it goes."""
        self.export_asked.emit(picture, name)

    def export_folder(self) -> Path:
        """Where pictures are suggested to go."""
        return self.subject.path / "exports" if self.subject else self.runs_folder

    def export_image(self, picture: QImage | bytes, path: Path) -> None:
        """Write a picture of a plot or an image as PNG, or an SVG file's bytes as they are."""
        write = partial(write_picture, path, picture) if isinstance(picture, bytes) else partial(_write_png, picture, path)
        self._rendering.export(write)

    def save_directions(self, directions: tuple[KeptDirection, ...], path: Path) -> None:
        """Write directions, to be read again by `read_directions`."""

        def write() -> None:
            write_picture(path, directions_file(directions))

        self._rendering.export(write)

    def read_directions(self, path: Path) -> None:
        """Read directions that were saved; `directions_read` follows."""
        self._rendering.submit("directions file", ReadDirections(path))

    def export_text(self, text: str, path: Path) -> None:
        """Write a table."""

        def write() -> None:
            write_picture(path, text.encode())

        self._rendering.export(write)

    def _launch(self, job: Job) -> None:
        if self.is_training:
            return
        if self.sweeps.is_running:
            self.message.emit(Message("warning", "A sweep is at work. Stop it before a run is trained."))
            return
        queued = Qt.ConnectionType.QueuedConnection
        thread = TrainingThread(job, self._rendering)
        thread.prepared.connect(self._on_prepared, queued)
        thread.ended.connect(self._on_ended, queued)
        thread.waiting.connect(self._on_waiting, queued)
        thread.moved.connect(self._on_moved, queued)
        self._training = thread
        self.message.emit(None)
        self._state_before = self.state
        self._began = False
        self._set_state(State.PREPARING)
        thread.start()
        self._pull.start()

    def _set_state(self, state: State) -> None:
        self.state = state
        self.state_changed.emit(state)
        self._go_on_surveying()

    def _set_subject(self, subject: Subject) -> None:
        self.subject = subject
        self.last_report = None
        self.run_state = None
        self.shown_step = self.held_step = None
        self.locked = frozenset()
        self._components = self._z_to_reach = None
        self.described = self.surveyed = None
        self._gallery_in_flight = False
        z = np.zeros(subject.config.model.latent_dim, np.float32)
        self.latent = Latent(z, z, None, "prior mean", None)
        self.subject_changed.emit(subject)
        self.latent_changed.emit(self.latent)

    def _set_latent(self, latent: Latent) -> None:
        self.latent = latent
        self.latent_changed.emit(latent)
        if self.shown_step is not None:
            self._rendering.submit("decode", Decode(latent.z))
        for name, (_, follows_z) in self._views.items():
            if follows_z:
                self._submit_view(name)

    def _with_locked(self, z: Vector) -> Vector:
        """z, but the current values where they are locked."""
        if self.latent is None or not self.locked:
            return z
        z, kept = z.copy(), sorted(self.locked)
        z[kept] = self.latent.z[kept]
        return z

    def _moved_by_hand(self, latent: Latent) -> bool:
        """Whether z has left its start, apart from what is locked."""
        apart = latent.z != latent.start
        apart[sorted(self.locked)] = False
        return bool(apart.any())

    def _find_components(self) -> None:
        if self._wants_components and self.shown_step is not None:
            like = None if self._components is None else self._components.vectors
            self._rendering.submit("components", FindComponents(like))

    def _submit_view(self, name: str) -> None:
        if self.latent is None or self.shown_step is None:
            return
        ask, _ = self._views[name]
        request = ask(self.latent)
        if request is not None:
            self._rendering.submit(name, request)

    def _report(self, reports: list[Report]) -> None:
        if reports:
            self.last_report = next((report for report in reversed(reports) if metrics.TOTAL in report.values), reports[-1])
            self.reported.emit(reports)

    @Slot()
    def _on_ready(self) -> None:
        gc.freeze()  # torch's many objects live as long as the process: a collection need not look at them
        if self.state is State.LOADING:
            self._set_state(State.EMPTY)

    @Slot()
    def _on_pull(self) -> None:
        if self._training is None:
            return
        reports: list[Report] = []
        for item in self._training.drain():
            if isinstance(item, Report):
                reports.append(item)
                continue
            if item.kind == "recovery":  # what was reported after that step will be reported again
                self._report(reports)
                reports = []
                self.rolled_back.emit(item.step)
            self.happened.emit(item)
            if item.kind in ("alarm", "recovery"):
                self.message.emit(Message("warning", item.text, unasked=True))
        self._report(reports)

    @Slot()
    def _on_snapshot_due(self) -> None:
        if self._training is not None and not self._gallery_in_flight and self.held_step is None:
            self._training.want_snapshot()

    @Slot(object)
    def _on_prepared(self, prepared: Prepared) -> None:
        self._began = True
        self._watch_number += 1
        self._files.watch(None, self._watch_number)
        self.held_out_count = prepared.held_out_count
        self._set_subject(
            Subject(
                prepared.path,
                prepared.config,
                prepared.image_shape,
                prepared.hardware,
                prepared.parameters,
                prepared.total_epochs,
            )
        )
        self.checkpoint, self._step = None, prepared.step
        if prepared.history is not None:
            self.checkpoint = prepared.step
            self._take_history(prepared.history)
        if prepared.note:
            self.message.emit(Message("warning", prepared.note))
        if self.state is State.PREPARING:
            self._set_state(State.RUNNING)
        self._snapshot.start()

    @Slot(object)
    def _on_ended(self, ended: Ended) -> None:
        self._on_pull()
        self._pull.stop()
        self._snapshot.stop()
        if self._training is not None:
            self._retired.append(self._training)
            self._training = None
        self._retired = [thread for thread in self._retired if not thread.wait(0)]
        if self._began:
            self._step, self.checkpoint = ended.step, ended.checkpoint
        kinds = {"finish": State.FINISHED, "stop": State.STOPPED, "failure": State.FAILED}
        self._set_state(kinds[ended.kind] if self._began else self._state_before)
        if ended.kind == "stop" and not self._began:
            self.message.emit(Message("info", ended.text))
        if ended.kind == "failure":
            actions = (
                () if not self._began else (("Go on from the last checkpoint at half the learning rate", self._roll_back),)
            )
            self.message.emit(Message("error", ended.text, ended.details, actions))
        if self._close_when_ended is not None:
            self._close_when_ended()

    @Slot(str)
    def _on_waiting(self, why: str) -> None:
        self._on_pull()  # an alarm still under way would take the place of the message with the remedy
        if self._training is None:
            return
        if not why:
            if self.state is State.WAITING:
                self.message.emit(None)
                self._set_state(State.RUNNING)
            return
        self._set_state(State.WAITING)
        self.message.emit(
            Message(
                "error",
                f"{why} Training waits and goes on by itself once it can write; nothing is lost meanwhile.",
                actions=(
                    ("Choose another folder…", self.folder_wanted.emit),
                    ("Stop without saving", self._give_up_saving),
                ),
            )
        )

    def move_run(self, folder: Path) -> None:
        """Let a run that waits for room go on in another folder."""
        if self._training is not None and self.state is State.WAITING:
            self._training.move_to(folder)

    @Slot(object)
    def _on_moved(self, path: Path) -> None:
        if self.subject is not None:
            self.subject = replace(self.subject, path=path)
            self._rendering.move(path)
            self.run_moved.emit(path)

    def _roll_back(self) -> None:
        assert self.subject is not None
        self.continue_run(learning_rate=self.subject.config.train.learning_rate / 2)

    def _give_up_saving(self) -> None:
        if self._training is not None:
            self.message.emit(None)
            self._training.give_up_saving()

    @Slot(object)
    def _on_opened(self, opened: Opened) -> None:
        if self._opens not in (None, opened.path):
            return  # another run was asked for meanwhile
        self._opens = None
        self.held_out_count = opened.held_out_count
        again, self._awaits_model = self._awaits_model, False
        known = self.run_state if again else None
        self._set_subject(
            Subject(
                opened.path,
                opened.config,
                opened.image_shape,
                problem=opened.problem,
                images_problem=opened.images_problem,
                data_root=self._data_root,
            )
        )
        # A checkpoint that could not be opened is not tried again; the next one is.
        self.checkpoint = self.checkpoint if again and opened.step is None else opened.step
        self._step = opened.step or 0
        if not again:  # what is said of a run stays when its first model has come
            self.message.emit(None)
        if opened.note:
            self.message.emit(Message("warning", opened.note))
        self.run_state = known
        self._set_state(State.FOLLOWING if known is RunState.LIVE else State.OPENED)
        self._watch()

    def _watch(self) -> None:
        """Read what the folder of the run says, now and as long as another process writes it."""
        self._watch_number += 1
        if self.subject is not None:
            self._files.watch(self.subject.path, self._watch_number)

    def _take_history(self, progress: Progress) -> None:
        self._report(list(progress.reports))
        for event in progress.events:
            self.happened.emit(event)

    @Slot(object)
    def _on_progressed(self, progress: Progress) -> None:
        if self.subject is None or progress.number != self._watch_number:
            return
        if progress.afresh:  # its writer went back to an earlier step
            self._set_subject(self.subject)
            self._rendering.look_at(progress.path, None)
        was_live, self.run_state = self.run_state is RunState.LIVE, progress.state
        self._take_history(progress)
        if progress.checkpoint is not None and progress.checkpoint != self.checkpoint:
            self.checkpoint = self._step = progress.checkpoint
            self.list_checkpoints()
            # It was opened before it had a model, and no other run is about to take its place.
            if self.subject.problem and not self._awaits_model and self._opens is None:
                self._awaits_model = True
                self._rendering.open(progress.path)
            elif not self.subject.problem:
                self._rendering.advance(progress.path, progress.checkpoint)
        state = State.FOLLOWING if progress.state is RunState.LIVE else State.OPENED
        if self.is_training:  # another run is being prepared
            self._state_before = state
        else:
            self._set_state(state)
        if was_live and progress.state is not RunState.LIVE:
            self._tell_end(progress)

    def _tell_end(self, progress: Progress) -> None:
        """The process that wrote the run that is followed has ended."""
        name, step = progress.path.name, f"step {self._step:,}"
        if progress.state is RunState.INTERRUPTED:
            text = f"The process that was training {name} has ended without saving; {step} is kept."
            go_on = ("Continue", partial(self.continue_from, progress.path))
            self.message.emit(Message("warning", text, actions=(go_on,) if self.can_continue else (), unasked=True))
        else:
            self.message.emit(Message("info", f"{name} has {progress.state} at {step}.", unasked=True))

    @Slot(str, str)
    def _on_files_failed(self, text: str, details: str) -> None:
        self.message.emit(Message("error", text, details or None))

    @Slot(object)
    def _on_dropped(self, dropped: Dropped) -> None:
        origin, current = dropped.origin, self.subject.path.resolve().name if self.subject else None
        if dropped.collection:
            self.collection_dropped.emit(dropped.path)
        elif origin is None and dropped.run is not None:
            self.open_run(dropped.run)
        elif origin is None and self.subject is None:
            self.message.emit(Message("info", f"{dropped.path.name}: train a run or open one first; then an image is encoded."))
        elif origin is None:
            assert self.subject is not None
            channels, height, width = self.subject.image_shape
            kind = {1: "grey", 3: "colour"}.get(channels, f"{channels}-channel")
            self.message.emit(
                Message("info", f"{dropped.path.name}: cropped and scaled to {width}×{height} {kind} where it is not.")
            )
            self.start_from_image(ImageRef(path=dropped.path, crop_and_scale=True))
        elif origin.run == current:
            self._restore(origin, dropped.steps)
        elif dropped.run is not None and not self.is_training:
            self._to_restore = dropped
            self.open_run(dropped.run)
        else:
            text = f"{dropped.path.name} was drawn from the run {origin.run}, which is not in {self.runs_folder}."
            if dropped.run is not None:
                text = f"{dropped.path.name} was drawn from the run {origin.run}. Stop the run in training to go there."
            self.message.emit(Message("warning", text))

    def _restore(self, origin: Origin, steps: tuple[int, ...], *, agreed: bool = False) -> None:
        """Show a picture's view again, by the very weights that drew it where they are still kept.

        Anybody can have written what a picture says: it is held against the model, and opens files only once the user agreed.
        """
        self._to_restore = None
        assert self.subject is not None
        try:
            refuse_unfit(origin.request, self.subject.config.model.latent_dim)
        except DataError as error:
            self.message.emit(Message("warning", f"The picture's view cannot be shown again: {error}"))
            return
        # A run that lies where this window keeps its own is no other place.
        paths = [path for path in foreign_paths(origin.request) if not self._is_own_run(path)]
        if paths and not agreed:
            names = ", ".join(map(str, paths))
            action = (f"Open {names}", partial(self._restore, origin, steps, agreed=True))
            self.message.emit(
                Message("warning", f"To show the picture's view again, {names} must be opened.", actions=(action,))
            )
            return
        if origin.step != self.shown_step and origin.step in steps:
            self.look_at(origin.step)
            text = f"The picture was drawn by the model of step {origin.step:,}; every pane looks at that checkpoint now."
            self.message.emit(Message("info", text, actions=(("Back to the newest weights", partial(self.look_at, None)),)))
        elif origin.step != self.shown_step:
            text = f"The picture was drawn by the model of step {origin.step:,}, which is not kept; shown is that of step "
            self.message.emit(Message("info", f"{text}{self.shown_step or 0:,}."))
        self.view_restored.emit(origin.request)

    def _is_own_run(self, path: Path) -> bool:
        return path.parent == self.runs_folder and is_bare_name(path.name)

    @Slot(object)
    def _on_loaded(self, step: int) -> None:
        if self.latent is None:
            return
        self.shown_step = step
        self.surveyed = EncodedCount(step, min(_AT_ONCE, self.held_out_count), 0)
        with_images = self.held_out_count > 0
        self._gallery_in_flight = with_images
        if self.described is None and with_images:
            self._rendering.submit("describe", Describe())
        if self.latent.source is not None:
            self._rendering.submit("encode", Encode(self.latent.source))
        self._rendering.submit("decode", Decode(self.latent.z))
        if with_images:
            self._rendering.submit("gallery", self._gallery)
        self._find_components()
        for name in self._views:
            self._submit_view(name)
        self._go_on_surveying()
        if self._to_restore is not None and self._to_restore.origin is not None:
            self._restore(self._to_restore.origin, self._to_restore.steps)

    @Slot(object)
    def _on_rendered(self, rendered: Rendered) -> None:
        if rendered.subject != self._rendering.subject:
            return
        match rendered.result:
            case Picture() as picture:
                self.picture_changed.emit(picture)
            case Encoded() as encoded:
                self._take_start(encoded)
            case GalleryImages() as gallery:
                self._gallery_in_flight = False
                self.gallery_changed.emit(gallery)
            case PosteriorDraw(source=source, z=z):
                if self.latent is not None and self.latent.source == source:
                    self.adopt_z(z)
            case Components() as components:
                self._components = components
                self.components_changed.emit(components)
            case Described() as described:
                self.described = described
                self.described_changed.emit(described)
            case FetchedImage() as glimpsed:
                self.glimpsed.emit(glimpsed)
            case DirectionsRead(directions=directions):
                self.directions_read.emit(directions)
            case EncodedCount() as surveyed:
                self._take_survey(rendered.request, surveyed)
            case View() as view:
                self.view_drawn.emit(rendered.channel, view)
            case Exported(path=path, command=command):
                copy = partial(QGuiApplication.clipboard().setText, command)
                self.message.emit(Message("success", f"Saved {path}.", actions=(("Copy its command line", copy),)))
            case Failed() as failed:
                self._gallery_in_flight = False
                self._tell_failure(rendered.request, failed)
                if rendered.channel in self._views:
                    self.view_failed.emit(rendered.channel, rendered.request)

    def _take_survey(self, request: Request, surveyed: EncodedCount) -> None:
        assert isinstance(request, EncodeMore)
        if surveyed.step == self.shown_step and request.errors == any(self._survey_wanted.values()):
            self.surveyed = surveyed
            self.survey_advanced.emit(surveyed)
        self._go_on_surveying()

    def _take_start(self, encoded: Encoded) -> None:
        assert self.latent is not None
        source = encoded.source
        again = self.latent.source == source
        # The same image under newer weights: z follows it only as long as nobody has moved it by hand.
        z = encoded.mean
        if again:
            z = self.latent.z if self._moved_by_hand(self.latent) else self._with_locked(z)
        if self._z_to_reach is not None and self._z_to_reach[0] == source:
            z, self._z_to_reach = self._z_to_reach[1], None
        self.start_changed.emit(encoded)
        self._set_latent(Latent(z, encoded.mean, encoded.std, encoded.origin, source))

    @Slot(object)
    def _on_latent_read(self, loaded: Loaded) -> None:
        if loaded.subject == self._rendering.subject:
            read = loaded.latent
            self._set_latent(Latent(self._with_locked(read.z), read.start, read.std, loaded.path.name, None))

    @Slot(object)
    def _on_latent_saved(self, path: Path) -> None:
        self.message.emit(Message("success", f"Saved {path}."))

    def _tell_failure(self, request: Request, failed: Failed) -> None:
        actions: tuple[Action, ...] = ()
        if failed.wrong_size and isinstance(request, Encode):
            fitted = replace(request.image, crop_and_scale=True)
            actions = (("Crop and scale it", partial(self.start_from_image, fitted)),)
        self.message.emit(Message("error", failed.message, actions=actions))

    @Slot(object)
    def _on_measured(self, measured: Measured) -> None:
        if self._evaluation is not None:
            self._evaluation.wait()
            self._evaluation = None
        self.evaluation_ended.emit(measured)

    @Slot(object)
    def _on_looked(self, looked: Looked) -> None:
        if self._data is not None:
            self._data.wait()
        self._data, self._data_next = self._data_next, None
        if self._data is not None:
            self._data.start()
        else:
            self.data_looked.emit(looked)
        if self._close_when_ended is not None:
            self._close_when_ended()

    @Slot()
    def _on_sweeps_stopped(self) -> None:
        if self._close_when_ended is not None:
            self._close_when_ended()

    @Slot(str, str)
    def _on_failed(self, text: str, details: str) -> None:
        self._to_restore = self._opens = None
        if self.held_step not in (None, self.shown_step):
            self.look_at(None)  # the checkpoint is gone: a run keeps but the newest ones and the best
            self.list_checkpoints()
        self.message.emit(Message("error", text, details or None))


def _write_png(image: QImage, path: Path) -> None:
    content = QBuffer()
    image.save(content, "PNG")  # type: ignore[call-overload]  # the stubs ask for bytes, Qt for text
    write_picture(path, bytes(content.data().data()))
