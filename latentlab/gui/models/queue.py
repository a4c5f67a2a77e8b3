"""The queue of runs and sweeps, as the window shows and runs it: kept on disk, each entry run by a process of its own."""

import shlex
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QProcess, QTimer, Signal, Slot

from latentlab.config import RunConfig
from latentlab.gui.language import mark, tr
from latentlab.gui.models.current_run import CurrentRun, State
from latentlab.gui.models.messages import Messages, ShowWorkspace
from latentlab.gui.models.queue_runner import QueueRunner
from latentlab.gui.models.runs import RunsModel
from latentlab.gui.workers.job_thread import JobThread
from latentlab.gui.workers.queue_reader import QueueReader, SeenEntry
from latentlab.gui.workers.queued_sweeps import check_made, check_sweep, write_sweep
from latentlab.queue import Entry, EntryState, Queued, queue_of

if TYPE_CHECKING:
    from latentlab.sweeps import Sweep

OnAdded = Callable[[Queued], object]
OnRefused = Callable[[str, str], object]

MOST_AT_ONCE = 64
_LOOK_MS = 1000
_ADDED = mark("{title} is in the queue; {before} before it.")
_NOT_RUN = mark("The command {then!r} cannot be run; see Preferences, After the queue.")


class QueueModel(QObject):
    """A run that trains in the window goes first: the queue saves what it is training and goes on when that run has ended.

    Attributes:
        entries: in the order in which they are run.
        is_on: whether entries are run as their turn comes; on until all are done, or the queue is paused.
        at_once: how many are run side by side.
        then: a command of the user's for when all is done; empty for none.

    Signals:
        changed: anything of the above, or what is running.
        chosen: `is_on` or `at_once`, to be kept for later windows.
        all_done: how many entries were run and how many of them failed; nothing is left to do.
        stopped_running: no process works for this window any more.
    """

    changed = Signal()
    chosen = Signal(bool, int)
    all_done = Signal(int, int)
    stopped_running = Signal()

    def __init__(self, run: CurrentRun, runs: RunsModel, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: list[SeenEntry] = []
        self.is_on, self.at_once = False, 1
        self.then = ""
        self._run = run
        self._messages = messages
        self._line = queue_of(runs.folder)
        self._reader = QueueReader(self._line)
        self._jobs = JobThread("queue files")
        self._runner = QueueRunner(self)
        self._runner.changed.connect(self.look)
        self._runner.stopped.connect(self._on_stopped)
        self._watched = self._closing = False
        self._unreadable = ""
        self._again = QTimer(self, singleShot=True, interval=_LOOK_MS)
        self._again.timeout.connect(self.look)
        run.state_changed.connect(self._on_state)

    @property
    def is_running(self) -> bool:
        """Whether processes work for this window."""
        return self._runner.is_running

    @property
    def is_held(self) -> bool:
        """Whether the run that trains in the window holds the queue up."""
        return self.is_on and self._run.is_training

    @property
    def due(self) -> int:
        """Entries whose turn is still to come."""
        return sum(seen.queued.is_due for seen in self.entries)

    def open(self) -> None:
        """Begin to read the queue."""
        self._jobs.start()
        self.look()

    def close(self) -> None:
        """End the threads; nothing is running."""
        self._closing = True
        self._again.stop()
        self._jobs.close()

    def restore(self, is_on: bool, at_once: int) -> None:
        """Go on as an earlier window was left."""
        self.is_on, self.at_once = is_on, at_once

    def change_folder(self, runs: RunsModel) -> None:
        """Show the queue of another folder of runs; what is running is saved."""
        self.pause_all()
        self._line = queue_of(runs.folder)
        self._reader = QueueReader(self._line)
        self.look()

    def watch(self, watched: bool) -> None:
        """Follow what other processes do with the queue, too."""
        self._watched = watched
        self.look()

    @Slot()
    def look(self) -> None:
        """Read the queue."""
        if not self._closing:
            self._jobs.ask("look", self._reader.read, self._on_read, self._on_unreadable)

    # Running it

    def run_all(self) -> None:
        """Run all that are due, those next that are added meanwhile."""
        self._runner.left = ()
        self._set_on(True)
        self.look()

    def pause_all(self) -> None:
        """Save what is running, and begin nothing more."""
        self._set_on(False)
        self._runner.stop()

    def stop(self) -> None:
        """Save what is running, as the window closes; a later one goes on with it."""
        self._closing = True
        self._runner.stop()

    def set_at_once(self, at_once: int) -> None:
        """Run so many side by side; entries that are running keep their cores."""
        self.at_once = at_once
        self.chosen.emit(self.is_on, at_once)
        self.look()

    # Its entries

    def add_run(self, config: RunConfig) -> None:
        """Put a run at the end, and say so."""
        add = partial(self._line.add, Entry.of_config(config))
        self._jobs.ask(self._jobs.own_channel(), add, partial(self._on_added, self._on_run_added), self._on_refused)

    def add_sweep(self, source: str, settings: Sequence[str], on_added: OnAdded, on_refused: OnRefused) -> None:
        """Check a sweep, and put it at the end; a sentence and details where it will not do."""

        def add() -> Queued:
            check_sweep(source, settings)
            return self._line.add(Entry.of_sweep(source, tuple(settings)))

        self._jobs.ask(self._jobs.own_channel(), add, partial(self._on_added, on_added), on_refused)

    def add_made(self, values: Mapping[str, Any], on_added: OnAdded, on_refused: OnRefused) -> None:
        """Check what an editor says, write it as a sweep's file, and put that at the end."""
        line = self._line

        def add() -> Queued:
            return line.add(Entry.of_sweep(str(write_sweep(line.runs_folder.with_name("sweeps"), values))))

        self._jobs.ask(self._jobs.own_channel(), add, partial(self._on_added, on_added), on_refused)

    def plan(self, of: Mapping[str, Any] | str, on_planned: Callable[["Sweep"], object], on_refused: OnRefused) -> None:
        """Work out the runs of what an editor says, where an answer that is still due is dropped, or of a sweep by its name."""
        check = partial(check_sweep, of) if isinstance(of, str) else partial(check_made, of)
        self._jobs.ask(self._jobs.own_channel() if isinstance(of, str) else "plan", check, on_planned, on_refused)

    def move(self, number: str, place: int) -> None:
        """Move an entry to a place, counted from 0."""
        self._do(partial(self._line.move, number, place))

    def duplicate(self, number: str) -> None:
        """Put an entry's settings at the end once more."""
        self._do(partial(self._line.duplicate, number))

    def pause(self, number: str) -> None:
        """Have an entry passed over; one that is running is saved first."""
        self._runner.once_saved(number, partial(self._do, partial(self._line.pause, number)))

    def remove(self, number: str) -> None:
        """Take an entry out; one that is running is saved first, and its run stays."""
        self._runner.once_saved(number, partial(self._do, partial(self._line.remove, number)))

    def wait(self, number: str) -> None:
        """Put an entry in line again that was paused, has failed or is finished."""
        self._runner.again(number)
        self._do(partial(self._line.wait, number))

    def _do(self, work: Callable[[], object]) -> None:
        self._jobs.ask(self._jobs.own_channel(), work, lambda _: self.look(), self._on_refused)

    def _on_added(self, on_added: OnAdded, added: Queued) -> None:
        on_added(added)
        self.look()

    def _on_run_added(self, added: Queued) -> None:
        run: tuple[tuple[str, Callable[[], object]], ...] = () if self.is_on else ((tr("Run the queue"), self.run_all),)
        show = (tr("Show the queue"), partial(self._messages.ask, ShowWorkspace("sweeps")))
        before = sum(seen.queued.is_due or seen.queued.state is EntryState.RUNNING for seen in self.entries)
        self._messages.tell("success", tr(_ADDED, title=added.title, before=before or tr("nothing")), actions=(*run, show))

    @Slot(str, str)
    def _on_refused(self, text: str, details: str) -> None:
        self._messages.fail(text, details)
        self.look()

    # What comes of it

    def _set_on(self, is_on: bool) -> None:
        if self.is_on != is_on:
            self.is_on = is_on
            self.chosen.emit(self.is_on, self.at_once)
            self.changed.emit()

    def _on_read(self, entries: list[SeenEntry]) -> None:
        if self._closing:
            return
        self._unreadable = ""
        if entries != self.entries:
            self.entries = entries
            self.changed.emit()
        self._go_on()
        self._look_again()

    def _on_unreadable(self, text: str, details: str) -> None:
        if text != self._unreadable:  # said once, not at every look
            self._unreadable = text
            self._messages.fail(text, details)
        self._look_again()

    def _look_again(self) -> None:
        if not self._closing and (self._watched or self.is_on):
            self._again.start()

    def _go_on(self) -> None:
        """Begin what is due, or tell that nothing is left to do."""
        elsewhere = 0 if self.is_running else sum(seen.queued.state is EntryState.RUNNING for seen in self.entries)
        due = any(seen.queued.is_due and seen.number not in self._runner.left for seen in self.entries)
        if not self.is_on or self._run.is_training or (self.is_running and not due):
            return
        if self.is_running:
            self._runner.look(self.at_once)
        elif due and elsewhere < self.at_once:  # processes of a window that was killed finish what they have
            self._runner.run(self._line, self.at_once - elsewhere)
        elif not due and not elsewhere:
            self._finish()

    def _finish(self) -> None:
        ended = self._runner.take_ended()
        self._set_on(False)
        if not ended:
            return
        run, failed = len(ended), sum(queued.state is EntryState.FAILED for queued in ended)
        self._messages.tell("warning" if failed else "success", finished_text(run, failed), unsolicited=True)
        self.all_done.emit(run, failed)
        if self.then and not _starts(self.then):
            self._messages.tell("error", tr(_NOT_RUN, then=self.then))

    @Slot(object)
    def _on_state(self, state: State) -> None:
        if state is State.PREPARING:
            self._runner.stop()
        elif self.is_on and not self._run.is_training:
            self.look()
        self.changed.emit()

    @Slot(str, str)
    def _on_stopped(self, problem: str, details: str) -> None:
        if problem:
            self._set_on(False)
            self._messages.fail(problem, details)
        self.look()
        self.changed.emit()
        self.stopped_running.emit()


def finished_text(run: int, failed: int) -> str:
    """The result of the queue, in a sentence."""
    runs = tr("1 entry run") if run == 1 else tr("{run:,} entries run", run=run)
    return (
        tr("The queue is done: {runs}, {failed} failed.", runs=runs, failed=failed)
        if failed
        else tr("The queue is done: {runs}.", runs=runs)
    )


def _starts(command: str) -> bool:
    """Start a command that nobody waits for; False where it cannot be started."""
    try:
        program, *words = shlex.split(command) or [""]
    except ValueError:
        return False
    return bool(program) and QProcess.startDetached(program, words)[0]
