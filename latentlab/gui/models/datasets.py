"""Collections of images that a run may learn from, and the transformations that it may draw."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Qt, Signal, Slot

from latentlab.config import DataConfig, TransformConfig
from latentlab.gui.models.current_run import CurrentRun, State
from latentlab.gui.models.messages import Messages
from latentlab.gui.workers.data_thread import DatasetResult, DataThread, Task
from latentlab.gui.workers.files_thread import FilesThread, SavedPolicies
from latentlab.gui.workers.render_thread import RenderThread, Transformed

_A_MOMENT_MS = 1000
"""Time that a window which closes waits for a thread without letting a user see why."""

OnResult = Callable[[DatasetResult], object]


class DatasetsModel(QObject):
    """Reads one collection at a time.

    Attributes:
        policies: those that a user has saved, by name, as far as they are known.

    Signals:
        policies_changed: the saved policies, a mapping from name to `TransformConfig`.
    """

    policies_changed = Signal(object)

    def __init__(
        self,
        run: CurrentRun,
        rendering: RenderThread,
        files: FilesThread,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.policies: dict[str, TransformConfig] = {}
        self._run = run
        self._rendering = rendering
        self._files = files
        self._messages = messages
        self._reading: tuple[DataThread, OnResult] | None = None
        self._next: tuple[DataThread, OnResult] | None = None
        self._on_closed: Callable[[], object] | None = None

    # Collections

    @property
    def is_reading(self) -> bool:
        """Whether a collection is being read."""
        return self._reading is not None

    @property
    def progress(self) -> tuple[float, str]:
        """The share that is done, and what is being done."""
        return self._reading[0].progress if self._reading else (0.0, "")

    def read(self, config: DataConfig, task: Task, on_result: OnResult) -> bool:
        """Look at a collection, prepare it, or fetch its official files into its root and look at them.

        It takes the place of one that is being read, which is answered no more.

        Returns:
            False while PyTorch is still being loaded.
        """
        if self._run.state is State.LOADING:
            return False
        thread = DataThread(config, task)
        thread.ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)
        if self._reading is not None:
            self._reading[0].requestInterruption()
            self._next = thread, on_result
        else:
            self._reading = thread, on_result
            thread.start()
        return True

    def cancel(self) -> None:
        """End the reading of a collection."""
        if self._reading is not None:
            self._reading[0].requestInterruption()
            self._next = None

    def close(self, then: Callable[[], object]) -> bool:
        """End the reading of a collection. True if done at once; else `then` is called when it is over."""
        if self._reading is None:
            return True
        self.cancel()
        if self._reading[0].wait(_A_MOMENT_MS):  # a server that says nothing is given up after half a minute
            return True
        self._on_closed = then
        return False

    @Slot(object)
    def _on_ended(self, result: DatasetResult) -> None:
        on_result: OnResult | None = None
        if self._reading is not None:
            thread, on_result = self._reading
            thread.wait()
        self._reading, self._next = self._next, None
        if self._reading is not None:
            self._reading[0].start()
        elif on_result is not None:
            on_result(result)
        if self._on_closed is not None:
            self._on_closed()

    # Transformations

    def draw_transformed(
        self,
        images: NDArray[np.uint8],
        config: TransformConfig,
        draws: int,
        seed: int,
        on_drawn: Callable[[Transformed], object],
    ) -> None:
        """Draw t of images (N, H, W, C)."""
        self._rendering.transform(images, config, draws, seed, on_drawn)

    def list_policies(self) -> None:
        """Ask for the saved policies; `policies_changed` follows."""
        self._files.list_policies(self._take_policies)

    def save_policy(self, name: str, config: TransformConfig) -> None:
        """Save ranges under a name; `policies_changed` follows, or a message."""
        self._files.save_policy(name, config, self._take_policies)

    def forget_policy(self, name: str) -> None:
        """Remove a saved policy; `policies_changed` follows."""
        self._files.forget_policy(name, self._take_policies)

    def _take_policies(self, saved: SavedPolicies) -> None:
        self.policies = saved.known
        self.policies_changed.emit(saved.known)
        if saved.problem:
            self._messages.tell("error", saved.problem)
