"""What the run that is being set up takes, worked out behind the window."""

import atexit
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QLabel, QWidget

from latentlab.catalog.datasets import DATASETS
from latentlab.config import RunConfig
from latentlab.durations import duration_text
from latentlab.errors import LatentLabError
from latentlab.files.regular import size_text
from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.library_texts import translated
from latentlab.gui.models.step_times import StepTimes
from latentlab.gui.setting_words import in_form_words
from latentlab.machine import available_memory

_SETTLED_MS = 200
_LINES = 2
_FEW_PARAMETERS = 10_000
_GONE = (RuntimeError, TypeError)
"""What emitting a signal raises on a thread once the window is gone."""


@dataclass(frozen=True)
class Needs:
    """What a run takes.

    Attributes:
        parameters: of its network.
        memory: in words.
        problem: why there is no such network; the rest is empty then.
    """

    parameters: int = 0
    memory: str = ""
    problem: str = ""


class NetworkCost(QLabel):
    """Two lines of text: parameters, steps and epochs; minutes and memory. A time that is not known yet is left out.

    Signals:
        found: the settings and their `Needs`, from the thread that worked them out.
    """

    found = Signal(object, object)

    def __init__(self, times: StepTimes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(theme.tabular(theme.caption_font()))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setMinimumHeight(_LINES * self.fontMetrics().lineSpacing())
        self.setToolTip(
            tr(
                "Time: of a few steps, measured on this machine while it trains nothing.\nMemory: the least that "
                "training takes, for weights, gradients, the optimiser's state and a batch's activations."
            )
        )
        self._times = times
        self._wanted: RunConfig | None = None
        self._needs: Needs | None = None
        self._thread: threading.Thread | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SETTLED_MS)
        self._timer.timeout.connect(self._start)
        self.found.connect(self._show, Qt.ConnectionType.QueuedConnection)
        times.changed.connect(self._write)

    def ask(self, config: RunConfig | None) -> None:
        """Show what settings need, once they have stood still for a moment; None shows nothing."""
        self._wanted = config
        if config is None:
            self.clear()
            self._needs = None
            self._timer.stop()
        else:
            self._timer.start()

    @Slot()
    def _start(self) -> None:
        if self._thread is not None or self._wanted is None:  # what is under way asks again when it is done
            return
        self._thread = _started(partial(self._work_out, self._wanted), "cost")

    def _work_out(self, config: RunConfig) -> None:
        needs = needs_of(config)
        with suppress(*_GONE):
            self.found.emit(config, needs)

    @Slot(object, object)
    def _show(self, config: RunConfig, needs: Needs) -> None:
        self._thread = None
        if config != self._wanted:
            self._start()
            return
        self._needs = needs
        self._write()
        if not needs.problem:
            self._times.want([config])

    @Slot()
    def _write(self) -> None:
        if self._wanted is not None and self._needs is not None:
            self.setText(cost_text(self._wanted, self._needs, self._times.seconds(self._wanted)))


class ParameterCounts(QObject):
    """The parameters of several networks, counted once, behind the window.

    Attributes:
        known: those that are counted, by name.

    Signals:
        found: a name and its number of parameters, from the thread that counts them.
    """

    found = Signal(str, int)

    def __init__(self, configs: Mapping[str, RunConfig], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.known: dict[str, int] = {}
        self._configs = dict(configs)
        self._thread: threading.Thread | None = None

    def count(self) -> None:
        """Begin, unless that was done before."""
        if self._thread is None:
            self._thread = _started(self._count, "parameters")

    def _count(self) -> None:
        with suppress(*_GONE):
            for name, config in self._configs.items():
                self.known[name] = needs_of(config).parameters
                self.found.emit(name, self.known[name])


def _started(work: Callable[[], object], name: str) -> threading.Thread:
    """A thread that the process waits for at its end: PyTorch crashes where it ends under one."""
    thread = threading.Thread(target=work, name=name, daemon=True)
    thread.start()
    atexit.register(thread.join)
    return thread


def needs_of(config: RunConfig) -> Needs:
    """What a run takes; images whose colours only their files tell count as colour images."""
    from latentlab.data import image_shape
    from latentlab.models import cost

    channels, height, width = image_shape(config.data)
    try:
        needed = cost(config.model, config.likelihood, (channels or 3, height, width), config.prior, config.objective)
    except LatentLabError as error:
        return Needs(problem=str(error))
    training, free = needed.training_bytes(config.train.batch_size), available_memory()
    beyond = free is not None and training > free and config.device in ("auto", "cpu")
    text = tr("{size} of memory or more", size=size_text(training))
    return Needs(needed.parameters, tr("{text}; {size} are free", text=text, size=size_text(free or 0)) if beyond else text)


def cost_text(config: RunConfig, needs: Needs, seconds: float | None) -> str:
    """In words; the time is left out where it is not known."""
    if needs.problem:
        return in_form_words(needs.problem)
    epochs = _epochs(config)
    work = [
        parameters_text(needs.parameters),
        tr("{steps:,} steps", steps=config.train.steps),
        *([tr("{epochs:,} epochs", epochs=epochs)] if epochs else []),
    ]
    takes = [*([translated(duration_text(seconds))] if seconds is not None else []), needs.memory]
    return f"{' · '.join(work)}\n{' · '.join(takes)}"


def parameters_text(count: int) -> str:
    """A number of parameters, in millions where there are many."""
    return (
        tr("{count:,.2f} M parameters", count=count / 1000000.0)
        if count >= _FEW_PARAMETERS
        else tr("{count:,} parameters", count=count)
    )


def _epochs(config: RunConfig) -> int | None:
    """Passes over the training images, rounded; None where only the files tell how many images there are."""
    count: int | None = DATASETS.of(config.data).terms.count
    if count is None:
        return None
    learned = count * (1 - config.data.test_fraction) * (1 - config.data.validation_fraction)
    return round(config.train.steps * config.train.batch_size / learned)
