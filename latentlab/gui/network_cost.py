"""What the network that is being set up needs, worked out behind the window."""

import threading

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QLabel, QWidget

from latentlab.config import RunConfig
from latentlab.errors import LatentLabError
from latentlab.files.regular import size_text
from latentlab.gui import theme
from latentlab.machine import available_memory

_SETTLED_MS = 200


class NetworkCost(QLabel):
    """A line of text: number of parameters and memory to train them.

    Signals:
        found: the settings and their line of text, from the thread that worked it out.
    """

    found = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(theme.caption_font())
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setToolTip("The least that training takes: weights, gradients, the optimiser's state and a batch's activations.")
        self._wanted: RunConfig | None = None
        self._thread: threading.Thread | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SETTLED_MS)
        self._timer.timeout.connect(self._start)
        self.found.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def ask(self, config: RunConfig | None) -> None:
        """Show what settings need, once they have stood still for a moment; None shows nothing."""
        self._wanted = config
        if config is None:
            self.clear()
            self._timer.stop()
        else:
            self._timer.start()

    @Slot()
    def _start(self) -> None:
        if self._thread is not None or self._wanted is None:  # what is under way asks again when it is done
            return
        self._thread = threading.Thread(target=self._work_out, args=(self._wanted,), name="cost", daemon=True)
        self._thread.start()

    def _work_out(self, config: RunConfig) -> None:
        text = cost_text(config)
        try:
            self.found.emit(config, text)
        except RuntimeError:  # the window is gone
            return

    @Slot(object, str)
    def _show(self, config: RunConfig, text: str) -> None:
        self._thread = None
        if config == self._wanted:
            self.setText(text)
        else:
            self._start()


def cost_text(config: RunConfig) -> str:
    """In words; images whose colours only their files tell count as colour images."""
    from latentlab.data import image_shape
    from latentlab.models import cost

    channels, height, width = image_shape(config.data)
    try:
        needed = cost(config.model, config.likelihood, (channels or 3, height, width), config.prior, config.objective)
    except LatentLabError as error:
        return str(error)
    training, free = needed.training_bytes(config.train.batch_size), available_memory()
    text = f"{needed.parameters:,} parameters, {size_text(training)} of memory or more"
    beyond = free is not None and training > free and config.device in ("auto", "cpu")
    return f"{text}; {size_text(free or 0)} are free" if beyond else text
