"""What the window is about. It composes the models and the threads behind them.

Everything that takes time happens in the threads; the models only hand plain values around, on the GUI thread.
"""

import gc
import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Slot

from latentlab.gui.models.cell_sizes import CellSizes
from latentlab.gui.models.current_run import CurrentRun, State
from latentlab.gui.models.datasets import DatasetsModel
from latentlab.gui.models.dropped_files import DroppedFiles
from latentlab.gui.models.evaluation import EvaluationModel
from latentlab.gui.models.exports import Exports
from latentlab.gui.models.latent import LatentModel
from latentlab.gui.models.latent_files import LatentFiles
from latentlab.gui.models.learning import LearningModel
from latentlab.gui.models.messages import Messages
from latentlab.gui.models.past_galleries import PastGalleries
from latentlab.gui.models.queue import QueueModel
from latentlab.gui.models.remote import RemoteModel
from latentlab.gui.models.run_library import RunLibrary
from latentlab.gui.models.runs import RunsModel
from latentlab.gui.models.steering import SteeringModel
from latentlab.gui.models.step_cursor import StepCursor
from latentlab.gui.models.step_times import StepTimes
from latentlab.gui.models.training import TrainingModel
from latentlab.gui.models.views import ViewsModel
from latentlab.gui.workers.files_thread import FilesThread
from latentlab.gui.workers.remotes import Remotes
from latentlab.gui.workers.render_thread import RenderThread

_GRACE = 1.5
"""Seconds that answers of another computer are waited for when the window closes."""


class Session(QObject):
    """The models of one window, which know each other from left to right.

    Attributes:
        messages: to the window.
        run: the current one.
        cursor: the step that is pointed at in a plot.
        latent: the current z.
        latent_files: z, written and read.
        views: what the weights that are looked at make of it.
        runs: those on disk.
        library: the list of all of them.
        remote: those on other computers.
        past: galleries of other steps.
        queue: runs and sweeps that wait in line.
        step_times: how long runs take here.
        training: the run in training.
        steering: what is asked of it, or of one that another process trains.
        evaluation: the measuring of a run.
        learning: the guided experiment that is carried out.
        datasets: collections of images.
        exports: files that are written.
        cell_sizes: how large the images of grids are.
        dropped: files that are handed to the window.
    """

    def __init__(self, runs_folder: Path, parent: QObject | None = None) -> None:
        """A session that keeps new runs in a folder; `start` begins loading torch."""
        super().__init__(parent)
        remotes = Remotes()
        self._rendering, self._files = rendering, files = RenderThread(), FilesThread(remotes)
        self.messages = messages = Messages(self)
        self.run = run = CurrentRun(self)
        self.cursor = StepCursor(self)
        self.latent = LatentModel(run, rendering, messages, self)
        self.latent_files = LatentFiles(run, self.latent, files, messages)
        self.views = ViewsModel(run, self.latent, rendering, files, messages, self)
        self.runs = RunsModel(runs_folder, run, self.latent, self.views, rendering, files, messages, self)
        self.library = RunLibrary(self.runs, run, files, messages, self)
        self.remote = RemoteModel(remotes, run, self.runs, self.views, rendering, messages, self)
        self.past = PastGalleries(run, self.cursor, self.views, self.runs, rendering, files, self)
        self.queue = QueueModel(run, self.runs, messages, self)
        self.step_times = StepTimes(run, self.queue, files, self)
        self.training = TrainingModel(run, self.runs, self.views, self.queue, rendering, messages, self)
        self.steering = SteeringModel(run, self.training, files, self)
        self.evaluation = EvaluationModel(run, files, self)
        self.learning = LearningModel(run, self.latent, self.runs, self.training, self.evaluation, messages, self)
        self.datasets = DatasetsModel(run, rendering, files, messages, self)
        self.exports = Exports(run, self.runs, files, messages)
        self.dropped = DroppedFiles(run, self.runs, self.latent, self.views, self.exports, files, messages)
        self.cell_sizes = CellSizes(self)
        self.runs.continue_run = self.training.continue_from
        self._closing: Callable[[], object] | None = None
        queued = Qt.ConnectionType.QueuedConnection
        rendering.ready.connect(self._on_ready, queued)
        rendering.loaded.connect(self._on_loaded, queued)
        rendering.failed.connect(messages.fail, queued)
        files.failed.connect(self._on_files_failed, queued)
        run.state_changed.connect(self._go_on_closing)
        self.queue.stopped_running.connect(self._go_on_closing)

    def start(self) -> None:
        """Begin to load torch behind the window, and look whether a run was interrupted."""
        self._files.start()  # first: it reads the model of the welcome page, while loading torch takes seconds
        self._rendering.start()
        self.runs.find_interrupted()
        self.queue.open()
        self.library.look()

    def close(self, then: Callable[[], object]) -> bool:
        """End the threads. True if done at once; else training is being saved and `then` is called when it is over."""
        if self.run.is_training or self.queue.is_running:
            self._closing = then
            self.training.stop()
            self.queue.stop()
            return False
        self._closing = None
        if not self.datasets.close(then):
            return False
        self.step_times.close()
        self.training.close()
        self.evaluation.close()
        self.queue.close()
        grace = threading.Timer(_GRACE, self.remote.cut)  # a hung connection must not hold up the window
        grace.start()
        self._rendering.close()  # first: it hands the files' thread what is still to be exported
        self._files.close()
        grace.cancel()
        grace.join()
        self.remote.close()
        return True

    @Slot()
    def _go_on_closing(self) -> None:
        if self._closing is not None and not self.run.is_training and not self.queue.is_running:
            QTimer.singleShot(0, self, self._closing)
            self._closing = None

    @Slot()
    def _on_ready(self) -> None:
        gc.freeze()  # torch's many objects live as long as the process: a collection need not look at them
        if self.run.state is State.LOADING:
            self.run.set_state(State.EMPTY)

    @Slot(object)
    def _on_loaded(self, step: int) -> None:
        if self.run.subject is None:
            return
        self.latent.show_weights(step)
        self.views.show_weights(step)
        self.dropped.restore_pending()

    @Slot(str, str)
    def _on_files_failed(self, text: str, details: str) -> None:
        self.dropped.forget_pending()
        self.messages.fail(text, details)
