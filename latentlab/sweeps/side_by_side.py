"""Several workers on this computer: one process each, among which the processor's cores are divided."""

import contextlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

from latentlab.errors import RunError
from latentlab.machine import cpu_cores
from latentlab.sweeps.checks import check_due
from latentlab.sweeps.plan import Sweep
from latentlab.sweeps.records import now
from latentlab.sweeps.state import Outcome, Survey
from latentlab.sweeps.work import Job
from latentlab.training.signals import signals_held

OnChange = Callable[[int, Outcome], None]

_BETWEEN_LOOKS = 0.5
"""Seconds."""
_LONGEST_PROBLEM = 2000


def _nothing(index: int, outcome: Outcome) -> None:
    """Tells nobody."""


def run_side_by_side(
    sweep: Sweep, folder: Path, workers: int, *, on_change: OnChange = _nothing, cores: int | None = None
) -> list[Outcome]:
    """Train and measure what is not finished yet by several processes; see `run_sweep`, which each of them does.

    One that is killed is replaced, and its cell gone on with. Ctrl-C, SIGTERM and SIGHUP save what each is training.

    Args:
        sweep: what to run.
        folder: of the sweep.
        workers: processes; no more are started than cells are due.
        on_change: called with a cell's place in the sweep and what has become of it, when it is begun and when it is done.
        cores: to divide; all that this process may use unless given.

    Returns:
        What has become of every cell.

    Raises:
        ConfigError, DataError: before anything is computed, if images cannot be read, or do not suit a run.
        RunError: if a record cannot be read or written.
    """
    due = check_due(sweep, folder)
    watch = _Watch(sweep, folder, on_change)
    team = _Team(Job.of(sweep, folder, now()), max(1, (cores or cpu_cores()) // workers), most_deaths=3 * due)
    with signals_held() as held, team.of(min(workers, due)):
        while team.works():
            if held.number is not None:
                held.answer()
            watch.look()
            held.wait(_BETWEEN_LOOKS)
    outcomes = watch.look()
    if team.problem and not all(outcome.is_settled for outcome in outcomes):
        raise RunError(team.problem)
    return outcomes


class _Watch:
    """Notices what becomes of the cells."""

    def __init__(self, sweep: Sweep, folder: Path, on_change: OnChange) -> None:
        self._cells, self._view, self._on_change = sweep.cells, Survey(sweep, folder), on_change
        self._seen = [outcome.status for outcome in map(self._view.outcome, self._cells)]

    def look(self) -> list[Outcome]:
        outcomes = [self._view.outcome(cell) for cell in self._cells]
        for index, outcome in enumerate(outcomes):
            if outcome.status != self._seen[index]:
                self._seen[index] = outcome.status
                self._on_change(index, outcome)
        return outcomes


class _Team:
    """Processes that do one job.

    Attributes:
        problem: why one of them could not work, in a sentence; else empty.
    """

    def __init__(self, job: Job, threads: int, most_deaths: int) -> None:
        self.problem = ""
        self._job, self._threads, self._deaths_left = job, threads, most_deaths
        self._members: list[tuple[subprocess.Popen[bytes], IO[bytes]]] = []

    @contextlib.contextmanager
    def of(self, count: int) -> Iterator[None]:
        """So many, which save what they are training and end where the block is left early."""
        try:
            for _ in range(count):
                self._begin()
            yield
        finally:
            for process, _ in self._members:
                if process.poll() is None:
                    process.terminate()
            for process, words in self._members:
                process.wait()
                words.close()

    def works(self) -> bool:
        """Whether any of them works; those that were killed are replaced."""
        for member in list(self._members):
            process, words = member
            if process.poll() is None:
                continue
            self._members.remove(member)
            self._note_end(process.returncode, words)
        return bool(self._members)

    def _note_end(self, code: int, words: IO[bytes]) -> None:
        with words:
            words.seek(0)
            text = words.read(_LONGEST_PROBLEM).decode(errors="replace").strip()
        if code < 0 and self._deaths_left > 0:  # by a signal
            self._deaths_left -= 1
            self._begin()
        elif code != 0:
            self.problem = text.rpartition("\n")[2] or f"A worker ended with exit code {code}."

    def _begin(self) -> None:
        words = tempfile.TemporaryFile()  # noqa: SIM115 - closed when the process has ended
        process = subprocess.Popen(
            [sys.executable, "-m", "latentlab.sweeps.work"],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=words,
            env={**os.environ, "OMP_NUM_THREADS": str(self._threads)},
            start_new_session=True,  # Ctrl-C reaches the workers through `of` alone
        )
        self._members.append((process, words))
        assert process.stdin is not None
        with contextlib.suppress(BrokenPipeError), process.stdin as told:  # it has died: noticed when its end is
            told.write(self._job.to_line())
