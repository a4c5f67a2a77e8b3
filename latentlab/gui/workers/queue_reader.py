"""The progress of the queue's entries, read from disk again and again. Used on the thread of the queue alone."""

import contextlib
from dataclasses import dataclass, replace
from pathlib import Path

from latentlab.config import RunConfig
from latentlab.errors import LatentLabError, RunError
from latentlab.gui.workers.queued_sweeps import SweepProgress, check_sweep, progress_of
from latentlab.queue import Entry, EntryState, Queued, RunQueue
from latentlab.runs import Run
from latentlab.runs.labels import Named, unique_labels
from latentlab.sweeps import Outcome, Sweep, survey, tabulate
from latentlab.sweeps.claims import worker_of
from latentlab.sweeps.records import CELLS


@dataclass(frozen=True)
class SeenEntry:
    """An entry, and how far it is.

    Attributes:
        queued: the entry.
        label: its name, with what tells it apart from others of the queue.
        config: settings of its run; None for a sweep, and where they cannot be read.
        step, steps: of the run, or of the sweep's run that is being trained; 0 where there is none.
        seconds_left: until the entry is done, None where that is not known.
        sweep: the progress of a sweep; None for a run.
        cell: the sweep's run that is being trained or measured, in words.
    """

    queued: Queued
    label: str = ""
    config: RunConfig | None = None
    step: int = 0
    steps: int = 0
    seconds_left: float | None = None
    sweep: SweepProgress | None = None
    cell: str = ""

    @property
    def number(self) -> str:
        """Names the entry."""
        return self.queued.number

    @property
    def share(self) -> float:
        """Of it that is done."""
        if self.queued.state is EntryState.FINISHED:
            return 1.0
        share = min(self.step / self.steps, 1.0) if self.steps else 0.0
        return share if self.sweep is None else (self.sweep.finished + self.sweep.failed + share) / self.sweep.runs

    def failed_with(self, reason: str) -> "SeenEntry":
        """As one whose settings cannot be read."""
        return replace(self, queued=replace(self.queued, reason=self.queued.reason or reason))


class QueueReader:
    """Reads a queue; what has not changed is not read again."""

    def __init__(self, line: RunQueue) -> None:
        self._line = line
        self._settled: dict[str, tuple[Queued, SeenEntry]] = {}
        self._plans: dict[str, Sweep] = {}
        self._sweeps: dict[str, tuple[int, SweepProgress, list[Outcome]]] = {}
        self._labels: dict[str, str] = {}

    def read(self) -> list[SeenEntry]:
        """The entries in order.

        Raises:
            RunError: if the queue cannot be read.
        """
        entries = [self._see(queued) for queued in self._line.entries()]
        self._name([seen for seen in entries if seen.config is not None])
        return [replace(seen, label=self._labels.get(seen.number, seen.queued.title)) for seen in entries]

    def _see(self, queued: Queued) -> SeenEntry:
        before, seen = self._settled.get(queued.number, (None, None))
        if seen is not None and before == queued and queued.state is not EntryState.RUNNING:
            return seen
        seen = SeenEntry(queued)
        if queued.entry is not None:
            try:
                seen = self._look_at_sweep(seen, queued.entry) if queued.entry.kind == "sweep" else _look_at_run(seen)
            except LatentLabError as error:
                seen = seen.failed_with(str(error))
        self._settled[queued.number] = queued, seen
        return seen

    def _name(self, runs: list[SeenEntry]) -> None:
        if self._labels.keys() == {seen.number for seen in runs}:
            return  # entries never change
        named = [
            Named(Path(seen.number), seen.queued.title, seen.config, seen.queued.entry.added if seen.queued.entry else "")
            for seen in runs
        ]
        labels = zip(runs, unique_labels(named), strict=True)
        self._labels = {seen.number: label.removesuffix(f" · {seen.number}") for seen, label in labels}  # nobody knows those

    def _look_at_sweep(self, seen: SeenEntry, entry: Entry) -> SeenEntry:
        if seen.number not in self._plans:
            self._plans[seen.number] = check_sweep(entry.sweep or "", entry.settings)
        plan = self._plans[seen.number]
        folder = self._line.runs_folder.with_name("sweeps") / plan.config.name
        progress, begun = self._progress(seen.number, plan, folder)
        seen = replace(seen, sweep=progress)
        return _look_at_cell(seen, begun, folder) if seen.queued.state is EntryState.RUNNING else seen

    def _progress(self, number: str, plan: Sweep, folder: Path) -> tuple[SweepProgress, list[Outcome]]:
        """The progress of a sweep, and those of its cells that are begun and not finished."""
        written = 0
        with contextlib.suppress(OSError):
            written = (folder / CELLS).stat().st_mtime_ns  # a record takes its place there by a new name
        known = self._sweeps.get(number)
        if known is None or known[0] != written:
            outcomes = survey(plan, folder)
            begun = [outcome for outcome in outcomes if outcome.status == "unfinished"]
            known = written, progress_of(tabulate(plan, outcomes), outcomes), begun
            self._sweeps[number] = known
        return known[1], known[2]


def _look_at_run(seen: SeenEntry) -> SeenEntry:
    entry, run = seen.queued.entry, seen.queued.run
    assert entry is not None
    config = entry.run_config()
    seen = replace(seen, config=config, steps=config.train.steps)
    if run is None:
        return seen
    step, a_step = _pace(run)
    left = a_step * (config.train.steps - step) if a_step is not None and seen.queued.state is EntryState.RUNNING else None
    return replace(seen, step=step, seconds_left=left)


def _look_at_cell(seen: SeenEntry, begun: list[Outcome], folder: Path) -> SeenEntry:
    at_work = next((outcome for outcome in begun if worker_of(folder, outcome.cell.key)), None)
    if at_work is None or at_work.run is None or seen.sweep is None:
        return seen
    steps = at_work.cell.config.train.steps
    step, a_step = _pace(at_work.run.path)
    open_runs = seen.sweep.runs - seen.sweep.finished - seen.sweep.failed
    left = a_step * (steps * open_runs - step) if a_step is not None else None
    return replace(seen, cell=at_work.cell.key, step=step, steps=steps, seconds_left=left)


def _pace(path: Path) -> tuple[int, float | None]:
    """The newest step that a run has reported, and the seconds that a step takes at its newest speed."""
    try:
        run = Run(path)
        reports = run.reports()
        last = reports[-1]
    except (RunError, IndexError):
        return 0, None
    speed = last.images_per_second
    return last.step, run.config.train.batch_size / speed if speed > 0 else None
