"""What the window asks of run folders, in plain values. Called on threads of file work alone."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

from latentlab.config import RunConfig
from latentlab.errors import RunError
from latentlab.runs import (
    Event,
    Position,
    Report,
    Run,
    RunState,
    RunSummary,
    iterate_runs,
    list_runs,
    reports_inherited,
    reports_since,
    summary_of,
    thin,
)
from latentlab.runs.history import change_text, lineage

_DRAWN = 8192
"""Reports that are kept of a run for its curves; more would not be seen."""
_LOOKED_AT = 20
"""The newest runs, which a menu shows, and among which one that was interrupted is looked for."""


@dataclass(frozen=True)
class Listed:
    """The runs in a folder, newest first."""

    folder: Path
    runs: tuple[RunSummary, ...]


@dataclass(frozen=True)
class Interrupted:
    """A run whose process ended without a word, and that can be continued.

    Attributes:
        path: its folder.
        name: as lists show it.
        step: of its newest usable checkpoint.
        steps: planned.
    """

    path: Path
    name: str
    step: int
    steps: int


@dataclass(frozen=True, eq=False)
class RunUpdate:
    """What the folder of a run says since the last look.

    Attributes:
        path: the folder.
        number: what `FollowedRun` was given.
        afresh: all that was read before no longer holds.
        reports: new ones, in order; thinned where there are very many.
        events: new ones, in order.
        state: what has become of the run.
        checkpoint: step of the newest whole checkpoint, None where there is none.
        config: its settings.
        inherited: where it is a branch, the reports of the runs that it branched off, likewise; at the first look alone.
        inherited_changes: likewise, the changes of settings that led there, as events.
        branched_at: the step of that; None for a run that is no branch.
    """

    path: Path
    number: int
    afresh: bool
    reports: tuple[Report, ...]
    events: tuple[Event, ...]
    state: RunState
    checkpoint: int | None
    config: RunConfig
    inherited: tuple[Report, ...] = ()
    inherited_changes: tuple[Event, ...] = ()
    branched_at: int | None = None


class FollowedRun:
    """Reads a run folder again and again, each time what is new."""

    def __init__(self, path: Path, number: int = 0) -> None:
        self.path = path
        self._number = number
        self._newest: int | None = None
        self._checkpoint: int | None = None
        self._position: Position | None = None
        self._events = 0
        self._last: tuple[RunState, int | None] | None = None
        self._restarted = False

    def look(self, cancelled: Callable[[], bool]) -> RunUpdate | None:
        """What is new; None where nothing is, or once `cancelled` answers true.

        Raises:
            RunError: if the folder cannot be read.
        """
        run = Run(self.path)
        first, afresh = self._last is None, False
        while True:
            self._restarted = False
            reports = thin(self._new_reports(cancelled), _DRAWN)
            if not self._restarted:
                break
            afresh = True
        if cancelled():
            return None
        every = tuple(run.events())
        if afresh or len(every) < self._events:
            self._events = 0
        events, self._events = every[self._events :], len(every)
        now = run.state, self._newest_whole(run)
        if not (first or afresh or reports or events or now != self._last):
            return None
        self._last = now
        update = RunUpdate(self.path, self._number, afresh, tuple(reports), events, *now, run.config)
        return replace(update, **_inherited(run)) if first or afresh else update

    def _new_reports(self, cancelled: Callable[[], bool]) -> Iterator[Report]:
        """What was reported since the last time; it ends early where the file was begun again, and then begins there."""
        while not cancelled():
            news = reports_since(self.path, self._position)
            self._position = news.position
            if news.afresh:
                self._position, self._restarted = None, True
                return
            yield from news.reports
            if not news.more:
                return

    def _newest_whole(self, run: Run) -> int | None:
        """Every file of a checkpoint is read to know that it is whole: only where there is another one."""
        steps = [checkpoint.step for checkpoint in run.checkpoints()]
        newest = steps[-1] if steps else None
        if newest != self._newest:
            try:
                self._checkpoint = run.checkpoint().step
            except RunError:
                self._checkpoint = None
            self._newest = newest
        return self._checkpoint


def _inherited(run: Run) -> dict[str, Any]:
    """What an update says of the runs that a branch began with; nothing of any other run."""
    parent = run.header.parent
    if parent is None:
        return {}
    earlier = [segment for segment in lineage(run.header.history) if segment.step < parent.step]
    return {
        "inherited": tuple(thin(reports_inherited(run), _DRAWN)),
        "inherited_changes": tuple(
            Event(segment.step, "change", change_text(segment.step, change), segment.time)
            for segment in earlier
            for change in segment.changes
        ),
        "branched_at": parent.step,
    }


def runs_of(folder: Path) -> tuple[RunSummary, ...]:
    """The runs in a folder, or the run that it is."""
    if (folder / "run.toml").is_file():
        return (summary_of(folder),)
    return tuple(list_runs(folder)) if folder.is_dir() else ()


def recent_runs(folder: Path) -> tuple[RunSummary, ...]:
    """The newest runs in a folder, without a look at the others; their step is that of the newest checkpoint.

    Raises:
        RunError: if the folder cannot be read.
    """
    if not folder.is_dir():
        return ()
    return tuple(_with_step_saved(summary) for summary in islice(iterate_runs(folder), _LOOKED_AT))


def _with_step_saved(summary: RunSummary) -> RunSummary:
    try:
        saved = summary.run.checkpoints() if summary.run is not None else []
    except RunError:
        saved = []
    return replace(summary, step=saved[-1].step if saved else 0)


def newest_interrupted(folder: Path) -> Interrupted | None:
    """The newest run that was interrupted and can go on, if one of the last runs is such a one."""
    for summary in recent_runs(folder):
        if summary.state is not RunState.INTERRUPTED:
            continue
        try:
            run = Run(summary.path)
            step = run.checkpoint().step
        except RunError:
            continue
        if step < run.config.train.steps and not run.header.is_from_elsewhere:
            return Interrupted(run.path, summary.name, step, run.config.train.steps)
    return None
