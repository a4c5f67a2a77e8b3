"""What is said of the queue's entries."""

import math
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from latentlab.durations import duration_text
from latentlab.gui.language import tr
from latentlab.gui.library_texts import translated
from latentlab.gui.models.queue import QueueModel
from latentlab.gui.models.step_times import StepTimes
from latentlab.gui.setting_words import setting_names
from latentlab.gui.widgets.queue_list import QueueRow
from latentlab.gui.workers.queue_reader import SeenEntry
from latentlab.queue import EntryState
from latentlab.sweeps.values import value_text

if TYPE_CHECKING:
    from latentlab.sweeps import Sweep

GOES_FIRST = tr(
    "A run that trains in the window goes first: the queue saves what it is training and goes on when that run has ended."
)


def row_of(seen: SeenEntry, times: StepTimes) -> QueueRow:
    """An entry of the list."""
    state = seen.queued.state
    begun = 0 < seen.share < 1 or state is EntryState.RUNNING
    return QueueRow(
        seen.number,
        seen.label,
        translated(state.value),
        seen.queued.reason or progress_text(seen, seconds_of(seen, times)),
        seen.share if begun else None,
        failed=state is EntryState.FAILED or bool(seen.queued.reason),
        running=state is EntryState.RUNNING,
    )


def plan_text(plan: "Sweep", times: StepTimes) -> str:
    """How many runs a sweep has, and how long they take, as far as that is known."""
    runs = len(plan.cells)
    known = [times.seconds(cell.config) for cell in plan.cells]
    measured = [seconds for seconds in known if seconds is not None]
    text = tr("1 run") if runs == 1 else tr("{total:,} runs", total=runs)
    if measured:  # those that are not measured count like the others
        text += f", {translated(duration_text(sum(measured) / len(measured) * runs))}"
    return text


def varied_text(plan: "Sweep") -> str:
    """What a sweep's runs differ in; the parts multiply to its runs, and what comes beside these is said."""
    config, names = plan.config, setting_names()
    seeds = tr("1 seed") if len(config.seeds) == 1 else tr("{seeds} seeds", seeds=len(config.seeds))
    if config.search is not None:
        return tr("{trials} trials, then the best and the preset's own × {seeds}", trials=config.search.trials, seeds=seeds)
    parts = [
        tr(
            "{count} values of {name} ({values})",
            count=len(values),
            name=names.get(key, key).rpartition(" › ")[2],
            values=_listed(values),
        )
        for key, values in config.grid.items()
    ]
    if config.variants:
        of_variants = " · ".join(variant.name for variant in config.variants)
        parts.append(tr("{count} variants ({names})", count=len(config.variants), names=of_variants))
    product = math.prod([len(config.seeds), max(1, len(config.variants)), *(len(values) for values in config.grid.values())])
    beside = len(plan.cells) - product
    return " × ".join([*parts, seeds]) + (tr(" + {runs} runs that choose settings", runs=beside) if beside > 0 else "")


def _listed(values: Iterable[bool | int | float | str]) -> str:
    return ", ".join(map(value_text, values))


def progress_text(seen: SeenEntry, seconds: float | None) -> str:
    """How far an entry is, and how long it takes from here."""
    parts = []
    if seen.sweep is not None:
        parts.append(tr("{shown} of {total} runs", shown=seen.sweep.finished, total=seen.sweep.runs))
        if seen.sweep.failed:
            parts.append(tr("{failed} failed", failed=seen.sweep.failed))
    elif seen.step:
        parts.append(tr("step {step:,} of {steps:,}", step=seen.step, steps=seen.steps))
    elif seen.steps:
        parts.append(tr("{steps:,} steps", steps=seen.steps))
    if seconds is not None:
        running = seen.queued.state is EntryState.RUNNING
        left = translated(duration_text(seconds))
        parts.append(tr("{duration} left", duration=left) if running else left)
    return " · ".join(parts)


def seconds_of(seen: SeenEntry, times: StepTimes) -> float | None:
    """How long an entry takes from here; None where that is not known, or it is not going to be run."""
    if seen.queued.state is EntryState.RUNNING:
        return seen.seconds_left
    if seen.config is None or seen.queued.state in (EntryState.FINISHED, EntryState.FAILED):
        return None
    whole = times.seconds(seen.config)
    return None if whole is None else whole * (1 - seen.share)


def summary_of(queue: QueueModel, times: StepTimes, now: datetime) -> str:
    """The whole queue in a line: what it does, and until when."""
    to_do = [seen for seen in queue.entries if seen.queued.is_due or seen.queued.state is EntryState.RUNNING]
    if not to_do:
        return tr("Nothing waits.") if queue.entries else tr("The queue is empty. Add a run or a sweep.")
    if queue.is_held:
        doing = tr("{count} to do · waits for the run in the window", count=len(to_do))
    elif queue.is_on:
        doing = tr("{count} to do", count=len(to_do))
    else:
        return (
            tr("{count} to do · paused", count=len(to_do))
            if queue.is_running
            else tr("{count} to do · not running", count=len(to_do))
        )
    seconds = [seconds_of(seen, times) for seen in to_do]
    known = [a_time for a_time in seconds if a_time is not None]
    if queue.is_held or len(known) < len(seconds):
        return doing
    end = now + timedelta(seconds=max(sum(known) / queue.at_once, *known))
    return (
        tr("{doing} · done at about {end:%H:%M}", doing=doing, end=end)
        if end.date() == now.date()
        else tr("{doing} · done about {end:%d %b %H:%M}", doing=doing, end=end)
    )
