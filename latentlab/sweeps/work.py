"""A worker's process: `python -m latentlab.sweeps.work`, told by a line on standard input what to work on.

It takes cells until none is left. The exit code is 0 then, 130 where it was interrupted, and 2, with a sentence on standard
error, where it cannot work.
"""

import signal
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from latentlab.errors import LatentLabError
from latentlab.machine import settle_threads
from latentlab.sweeps.plan import Sweep, make_sweep

INTERRUPTED, CANNOT = 130, 2


@dataclass(frozen=True)
class Job:
    """What the workers of one call work on. Holds the sweep as it was then, whatever becomes of its file.

    Attributes:
        values: of the sweep's file.
        settings: `section.key=value` assignments for every run.
        folder: of the sweep.
        since: when the call began, see `Worker`.
    """

    values: dict[str, Any]
    settings: tuple[str, ...]
    folder: str
    since: str

    @classmethod
    def of(cls, sweep: Sweep, folder: Path, since: str) -> "Job":
        """The job of a sweep."""
        values = sweep.config.model_dump(mode="json", exclude_unset=True, exclude_none=True)
        return cls(values, sweep.settings, str(folder.absolute()), since)

    @classmethod
    def from_line(cls, line: str | bytes) -> "Job":
        """What `to_line` wrote."""
        return _JOBS.validate_json(line)

    def to_line(self) -> bytes:
        """For standard input."""
        return _JOBS.dump_json(self) + b"\n"

    def sweep(self) -> Sweep:
        """The sweep. Raises ConfigError if it is of another version, or of a plug-in that is not here."""
        return make_sweep(self.values, self.settings)


_JOBS = TypeAdapter(Job)


def work(job: Job) -> int:
    """Take cells until none is left; the exit code."""
    from latentlab.sweeps.worker import Worker

    try:
        Worker(job.sweep(), Path(job.folder), since=job.since).run()
    except KeyboardInterrupt:
        return INTERRUPTED
    except LatentLabError as error:
        print(error, file=sys.stderr)  # noqa: T201 - to the process that has started this one
        return CANNOT
    return 0


def main() -> None:
    """The process."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # what was learned is saved, as at Ctrl-C
    if hasattr(signal, "SIGUSR2"):
        signal.signal(signal.SIGUSR2, signal.SIG_IGN)  # Slurm may send it to every process of a job; submitit answers it
    settle_threads()
    sys.exit(work(Job.from_line(sys.stdin.readline())))


if __name__ == "__main__":
    main()
