"""How long a step of a run takes on this machine: measured in a process of its own while nothing trains, and kept."""

import hashlib
import json
import sys
from collections.abc import Mapping, Sequence
from functools import cache, partial

from pydantic import TypeAdapter, ValidationError
from PySide6.QtCore import QObject, QProcess, QTimer, Signal, Slot

from latentlab.config import RunConfig, dump_config
from latentlab.environment import cache_folder, version_of
from latentlab.errors import FileError
from latentlab.files.atomic import write_atomically
from latentlab.files.text import read_json
from latentlab.gui.models.current_run import CurrentRun, State
from latentlab.gui.models.queue import QueueModel
from latentlab.gui.workers.files_thread import FilesThread
from latentlab.machine import cpu_threads, processor

SETTLED_MS = 1500
"""Time that nothing else is asked for before anything is measured."""
_MOST_MS = 60_000
"""Time after which a measurement is given up: nothing is said of such a run."""
_FILE = "step_times.json"
_MOST_KEPT = 500
_KEPT = TypeAdapter(dict[str, float])
_OF_NO_WEIGHT: dict[str, set[str] | bool] = {
    "name": True,
    "seed": True,
    "data": {"root", "split_seed", "test_fraction", "validation_fraction", "hold_out"},
    "train": {"steps", "checkpoint_every", "report_every", "patience", "recover", "learning_rate"},
}
"""Settings that do not change how long a step takes."""


class StepTimes(QObject):
    """Seconds of a step, by settings.

    Signals:
        changed: a time became known.
    """

    changed = Signal()

    def __init__(self, run: CurrentRun, queue: QueueModel, files: FilesThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run = run
        self._queue = queue
        self._files = files
        self._known: dict[str, float | None] | None = None
        self._wanted: list[RunConfig] = []
        self._process: QProcess | None = None
        self._measured = ""
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLED_MS)
        self._settled.timeout.connect(self._next)
        self._given_up = QTimer(self)
        self._given_up.setSingleShot(True)
        self._given_up.setInterval(_MOST_MS)
        self._given_up.timeout.connect(self._give_up)
        run.state_changed.connect(self._on_idle_changed)
        queue.changed.connect(self._on_idle_changed)

    def seconds(self, config: RunConfig) -> float | None:
        """How long the steps of a run take together; None where that is not known."""
        a_step = (self._known or {}).get(_key(config))
        return None if a_step is None else a_step * config.train.steps

    def want(self, configs: Sequence[RunConfig]) -> None:
        """Measure what is not known of these runs, the first one first, instead of what was wanted before."""
        self._wanted = list(configs)
        if self._known is None:
            self._files.ask("step times", _read_known, self._on_read)
        elif self._process is None:
            self._settled.start()

    def close(self) -> None:
        """End what is being measured."""
        self._wanted = []
        self._settled.stop()
        process = self._process
        self._stop()
        if process is not None:
            process.waitForFinished()

    @property
    def _is_idle(self) -> bool:
        return not self._run.is_training and self._run.state is not State.LOADING and not self._queue.is_running

    def _on_read(self, known: Mapping[str, float]) -> None:
        self._known = {**known, **(self._known or {})}
        self.changed.emit()
        self._settled.start()

    @Slot()
    def _on_idle_changed(self) -> None:
        if not self._is_idle:
            self._stop()
        elif self._wanted and self._known is not None and self._process is None:
            self._settled.start()

    @Slot()
    def _next(self) -> None:
        if self._process is not None or self._known is None or not self._is_idle:
            return
        known = self._known
        self._wanted = [config for config in self._wanted if _key(config) not in known]
        if not self._wanted:
            return
        config = self._wanted[0]
        process = QProcess(self)
        process.setProgram(sys.executable)
        process.setArguments(["-m", "latentlab", "estimate", "-", "--json", "--background"])
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._stop)
        self._process, self._measured = process, _key(config)
        self._given_up.start()
        process.start()
        process.write(dump_config(_in_the_window(config)).encode())
        process.closeWriteChannel()

    @Slot()
    def _on_finished(self) -> None:
        if self._process is not None:
            self._keep(_seconds_in(bytes(self._process.readAllStandardOutput().data())))

    @Slot()
    def _give_up(self) -> None:
        self._keep(None)

    def _keep(self, a_step: float | None) -> None:
        self._stop()
        assert self._known is not None
        self._known[self._measured] = a_step
        kept = dict([(key, known) for key, known in self._known.items() if known is not None][-_MOST_KEPT:])
        self._files.tell("step times", partial(_write_known, kept))
        self.changed.emit()
        self._next()

    @Slot()
    def _stop(self) -> None:
        self._given_up.stop()
        process, self._process = self._process, None
        if process is not None:
            process.finished.disconnect(self._on_finished)
            process.errorOccurred.disconnect(self._stop)
            if process.state() is QProcess.ProcessState.NotRunning:
                process.deleteLater()
            else:
                process.finished.connect(process.deleteLater)
                process.kill()


def _in_the_window(config: RunConfig) -> RunConfig:
    """With the threads that training has beside a window."""
    threads = config.train.threads or cpu_threads(spare=1)
    return config.model_copy(update={"train": config.train.model_copy(update={"threads": threads})})


def _key(config: RunConfig) -> str:
    """Tells runs apart that take different times, and machines."""
    settings = _in_the_window(config).model_dump(mode="json", exclude=_OF_NO_WEIGHT)
    text = json.dumps([_machine(), settings], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:24]


@cache
def _machine() -> str:
    return f"{processor()} {version_of('torch')}"


def _seconds_in(output: bytes) -> float | None:
    """What the process printed; None where the settings cannot be trained."""
    try:
        seconds = json.loads(output)["seconds_per_step"]
    except (ValueError, KeyError, TypeError):
        return None
    return seconds if isinstance(seconds, float) and seconds > 0 else None


def _read_known() -> dict[str, float]:
    try:
        return _KEPT.validate_python(read_json(cache_folder() / _FILE))
    except (FileError, ValidationError):
        return {}


def _write_known(known: Mapping[str, float]) -> None:
    folder = cache_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_atomically(folder / _FILE, json.dumps(known).encode())
    except OSError:
        return  # a cache: it is measured again next time
