"""What else is told of a run while it trains: other programs' records of it, or code of the user's own."""

import contextlib
import importlib
import importlib.util
import inspect
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol, cast

from latentlab.errors import ConfigError, printable
from latentlab.runs import Event, Report
from latentlab.training.trainer import Step, Trainer


class Callback(Protocol):
    """What is told of a run, on the thread that trains, between two steps.

    It may look at everything of the trainer (`config`, `writer.path`, `shown_model`, `held_out`) and change nothing. Training
    waits for it, so what is slow belongs on a thread of its own. What it raises ends the callback, never the training.
    """

    def start(self, trainer: Trainer) -> None:
        """Before the first step, `trainer.step` being that of the checkpoint where the run goes on from one."""

    def report(self, trainer: Trainer, report: Report) -> None:
        """Numbers that are in the run's `metrics.jsonl` by now."""

    def end(self, trainer: Trainer) -> None:
        """The last state is saved, however the run ended."""


class Callbacks:
    """Callbacks of a run, each of which is left out from its first error on."""

    def __init__(self, callbacks: Sequence[Callback]) -> None:
        self._callbacks = list(callbacks)
        self._events: list[Event] = []

    @contextlib.contextmanager
    def running(self, trainer: Trainer, on_step: Callable[[Trainer, Step], None] | None) -> Iterator[None]:
        """Start them, and end them however training ends; what fails at the end is told by a last call of `on_step`."""
        for callback in tuple(self._callbacks):
            with self._guarded(callback, trainer):
                callback.start(trainer)
        try:
            yield
        finally:
            for callback in tuple(self._callbacks):
                with self._guarded(callback, trainer):
                    callback.end(trainer)
            if self._events and on_step:
                on_step(trainer, Step(trainer.step, events=tuple(self._events)))

    def tell(self, trainer: Trainer, step: Step) -> Step:
        """The step, with an event for every callback that has failed since the last one."""
        report = Report.from_line(step.report.to_line()) if step.report else None  # rounded as on disk
        if report:
            for callback in tuple(self._callbacks):
                with self._guarded(callback, trainer):
                    callback.report(trainer, report)
        if not self._events:
            return step
        events, self._events = self._events, []
        return replace(step, events=(*step.events, *events))

    @contextlib.contextmanager
    def _guarded(self, callback: Callback, trainer: Trainer) -> Iterator[None]:
        try:
            with contextlib.redirect_stdout(sys.stderr):  # standard output is for what a command prints
                yield
        except Exception as error:  # noqa: BLE001 - a full disk, a lost network, a bug of the user's: training goes on
            self._callbacks.remove(callback)
            reason = printable(f"{type(error).__name__}: {error}").rstrip(".")
            text = f"The callback {type(callback).__name__} failed ({reason}); the run goes on without it."
            self._events.append(trainer.keeping.note("alarm", text))


def load_callback(name: str) -> Callback:
    """A callback by its name, made without arguments where it is a class or a function.

    Args:
        name: `package.module:name`, or `file.py:name`.

    Raises:
        ConfigError: if it cannot be imported or made, or is no callback.
    """
    place, _, attribute = name.rpartition(":")
    if not place or not attribute:
        raise ConfigError(f"--callback {name}: should be package.module:name or file.py:name.")
    try:
        made = getattr(_module(place), attribute)
        callback = made() if inspect.isclass(made) or inspect.isroutine(made) else made
    except Exception as error:  # noqa: BLE001 - it is code of the user's own
        raise ConfigError(f"--callback {name}: cannot be loaded: {printable(f'{type(error).__name__}: {error}')}.") from None
    lacking = [method for method in ("start", "report", "end") if not callable(getattr(callback, method, None))]
    if lacking:
        raise ConfigError(f"--callback {name}: has no {' or '.join(lacking)}; a callback has start, report and end.")
    return cast(Callback, callback)


def _module(place: str) -> object:
    if not place.endswith(".py"):
        return importlib.import_module(place)
    path = Path(place)
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
