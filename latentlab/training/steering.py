"""What is asked of a run while it trains: other settings, and checkpoints to keep. It is done between two steps."""

import time
from collections import deque
from collections.abc import Iterable, Mapping
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any

from latentlab.catalog.settings import metadata
from latentlab.config import Change, RunConfig, applies, with_values
from latentlab.config.dotted import section_of
from latentlab.errors import ConfigError, LatentLabError
from latentlab.runs import Event, Segment
from latentlab.runs.checkpoints import check_name
from latentlab.runs.history import change_text, changed
from latentlab.runs.requests import Answer, Request, Value, answer_request, taken_requests
from latentlab.training.changes import changes

if TYPE_CHECKING:
    from latentlab.training.trainer import Trainer

_BETWEEN_LOOKS = 0.25
"""Seconds between two looks for requests of other processes."""


class Steering:
    """Takes requests from any thread, and from other processes through the run folder; the thread that trains does them."""

    def __init__(self, trainer: "Trainer") -> None:
        self._trainer = trainer
        self._asked: deque[tuple[Request, Future[Answer]]] = deque()
        self._planned: deque[Segment] = deque()
        self._noted = False
        self._looked_at = 0.0

    def change(self, values: Mapping[str, Value]) -> "Future[Answer]":
        """Ask from any thread for other settings, such as {"objective.beta": 2.0}; they hold from the next step on.

        Returns:
            What is known after the step in progress: what was changed, or in a sentence why nothing was. It is not known while
            nobody asks the trainer for steps.
        """
        return self._ask(Request(values))

    def keep(self, name: str) -> "Future[Answer]":
        """Ask from any thread for a checkpoint of the next moment, kept under a name; likewise."""
        return self._ask(Request(keep=name))

    def _ask(self, request: Request) -> "Future[Answer]":
        future: Future[Answer] = Future()
        self._asked.append((request, future))
        return future

    def plan(self, history: Iterable[Segment], *, note: bool) -> None:
        """Make changes again at the steps at which they were made.

        Args:
            history: the changes, in order.
            note: whether they are new to the run folder.

        Raises:
            ConfigError: if the run could not have been changed like that.
        """
        config = self._trainer.config
        planned = tuple(history)
        for segment in planned:
            later = changed(config, segment.changes)
            changes(config, later, branching=True)
            config = later
        self._planned, self._noted = deque(planned), note

    def take(self) -> list[Event]:
        """Do what is planned for this step and what was asked, and tell who asked; the changes as events."""
        events = []
        while self._planned and self._planned[0].step <= self._trainer.step:
            events += self._repeat(self._planned.popleft().changes)
        while self._asked:
            request, future = self._asked.popleft()
            answer, event = self._done(request)
            events += event
            if future.set_running_or_notify_cancel():
                future.set_result(answer)
        return events + self._take_files()

    def refuse(self, why: str) -> None:
        """Tell whoever still waits that nothing comes of it."""
        while self._asked:
            _, future = self._asked.popleft()
            if future.set_running_or_notify_cancel():
                future.set_result(Answer(False, self._trainer.step, why))

    def _take_files(self) -> list[Event]:
        writer, now = self._trainer.writer, time.monotonic()
        if writer is None or now - self._looked_at < _BETWEEN_LOOKS:
            return []
        self._looked_at = now
        events = []
        for token, request in taken_requests(writer.path):
            answer, event = self._done(request)
            events += event
            answer_request(writer.path, token, answer)
        return events

    def _done(self, request: Request | None) -> tuple[Answer, list[Event]]:
        step = self._trainer.step
        try:
            if request is None:
                raise ConfigError("The request could not be read.")
            if request.keep:
                check_name(request.keep)
            config, found = requested(self._trainer.config, request.values, step)
            self._trainer.learner.check(config)  # before anything is kept or noted
            said = []
            if request.keep:
                self._trainer.keeping.save_as(request.keep)
                said.append(f"The checkpoint of step {step:,} is kept as {request.keep!r}.")
            events = self._change(config, found) if found else []
            said += [event.text for event in events]
            if request.values and not found:
                said.append(
                    f"Nothing changes: {', '.join(_text(key, value) for key, value in request.values.items())} already."
                )
        except LatentLabError as error:
            return Answer(False, step, str(error)), []
        return Answer(True, step, " ".join(said)), events

    def _change(self, config: RunConfig, found: tuple[Change, ...]) -> list[Event]:
        """Raises DiskError where it cannot be noted, and then changes nothing."""
        trainer = self._trainer
        if trainer.writer is not None:
            trainer.writer.change(trainer.step, found)
        trainer.reconfigure(config)
        return [trainer.keeping.note("change", change_text(trainer.step, change)) for change in found]

    def _repeat(self, found: tuple[Change, ...]) -> list[Event]:
        config = changed(self._trainer.config, found)
        if self._noted:
            return self._change(config, found)
        self._trainer.reconfigure(config)
        return []


def requested(config: RunConfig, values: Mapping[str, Any], step: int) -> tuple[RunConfig, tuple[Change, ...]]:
    """The settings of a run with other values, and what that changes.

    Args:
        config: the settings so far.
        values: by dotted names.
        step: steps taken.

    Raises:
        ConfigError: for what no run has, this one does not read, may not change, or comes too late.
    """
    nested: dict[str, Any] = {}
    for key, value in values.items():
        section, name = section_of(nested, key)
        section[name] = value
    later = with_values(config, nested)
    found = changes(config, later)
    for change in found:
        if reason := _unread(later, change.key):
            raise ConfigError(f"{change.key} = {change.new!r}: this run does not read it, as {reason}.")
    if later.train.steps <= step and later.train.steps != config.train.steps:
        raise ConfigError(f"train.steps = {later.train.steps}: this run has taken step {step:,} already; set a larger one.")
    return later, found


def _unread(config: RunConfig, key: str) -> str:
    """Why a run does not read a setting, empty where it does."""
    section, _, name = key.rpartition(".")
    component = getattr(config, section) if section else None
    if component is None or applies(component, name):
        return ""
    about = metadata(type(component), name)
    switch = about.get("while_positive")
    if switch and not (getattr(component, switch) > 0 and applies(component, switch)):
        return f"{section}.{switch} = {getattr(component, switch):g}"
    siblings = [sibling for sibling, allowed in about.get("only", {}).items() if getattr(component, sibling) not in allowed]
    return " and ".join(f"{section}.{sibling} = {getattr(component, sibling)!r}" for sibling in siblings)


def _text(key: str, value: object) -> str:
    return f"{key} is {value:g}" if isinstance(value, float) else f"{key} is {value}"
