"""Workers of a sweep as jobs of a Slurm cluster, by submitit. A job whose time is over is put in line again and goes on."""

import difflib
import re
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from latentlab.errors import ConfigError, RunError, shown
from latentlab.extras import requirement
from latentlab.sweeps.checks import check_due
from latentlab.sweeps.plan import Sweep
from latentlab.sweeps.records import now
from latentlab.sweeps.work import INTERRUPTED, Job

if TYPE_CHECKING:
    import submitit
    from submitit.helpers import DelayedSubmission

FOLDER = "slurm"
_AGAIN = 10_000
"""Times that a job is put in line again, at most."""
_NOTICE = 90
"""Seconds before the end of its time that a job is told to save."""
_SAVING = 60
"""Of these, seconds that saving may take: the job must be in line again before its time is over."""


@dataclass(frozen=True)
class _Key:
    """What a job may ask of the cluster.

    Attributes:
        parameter: of submitit.
        read: its value from a user's text; None where that is wrong.
        expected: what would be right.
    """

    parameter: str
    read: Callable[[str], str | int | None]
    expected: str


def _text(text: str) -> str | None:
    return text if re.fullmatch(r"[\w.,:&|*\[\]-]{1,200}", text) else None


def _count(least: int) -> Callable[[str], int | None]:
    def read(text: str) -> int | None:
        return int(text) if re.fullmatch(r"[0-9]{1,4}", text) and int(text) >= least else None

    return read


def _memory(text: str) -> str | None:
    return text if re.fullmatch(r"[1-9][0-9]{0,8}[KMGT]?B?", text) else None


def _minutes(text: str) -> int | None:
    """The minutes of a time as Slurm writes it, rounded up."""
    found = re.fullmatch(r"(?:(\d{1,4})-)?(\d{1,5})(?::(\d{1,2}))?(?::(\d{1,2}))?", text)
    if not found:
        return None
    days, first, second, third = (int(part) if part else None for part in found.groups())
    if days is None and third is None:  # minutes, or minutes:seconds
        minutes = first or 0
        seconds = second or 0
    else:
        minutes = (days or 0) * 1440 + (first or 0) * 60 + (second or 0)
        seconds = third or 0
    return minutes + (seconds > 0) or None


_NAME = "a name as the cluster has it"
KEYS = {
    "partition": _Key("slurm_partition", _text, _NAME),
    "account": _Key("slurm_account", _text, _NAME),
    "qos": _Key("slurm_qos", _text, _NAME),
    "constraint": _Key("slurm_constraint", _text, _NAME),
    "gpus": _Key("gpus_per_node", _count(0), "a number of GPUs, such as 1"),
    "cpus": _Key("cpus_per_task", _count(1), "a number of processor cores, such as 8"),
    "mem": _Key("slurm_mem", _memory, "an amount of memory, such as 16GB"),
    "time": _Key("timeout_min", _minutes, "a time such as 4:00:00 or 1-12:00:00"),
}
"""What `--slurm` may say."""


def parse_options(text: str) -> dict[str, str | int]:
    """What `--slurm partition=gpu,time=4:00:00` asks for, as submitit's parameters.

    Raises:
        ConfigError: naming a key that is unknown or missing, or a value that will not do.
    """
    options: dict[str, str | int] = {}
    for part in text.split(","):
        name, equals, given = (piece.strip() for piece in part.partition("="))
        if name not in KEYS:
            close = difflib.get_close_matches(name, KEYS, n=1)
            meant = f"did you mean {close[0]!r}? " if close else ""
            raise ConfigError(f"--slurm {shown(part.strip())}: unknown; {meant}valid here: {', '.join(KEYS)}.")
        key = KEYS[name]
        value = key.read(given) if equals else None
        if value is None:
            raise ConfigError(f"--slurm {name} = {shown(given)}: must be {key.expected}.")
        if key.parameter in options:
            raise ConfigError(f"--slurm {name}: is there twice; give it once.")
        options[key.parameter] = value
    if KEYS["time"].parameter not in options:
        raise ConfigError("--slurm: time is missing; say how long a job may take, such as time=4:00:00.")
    return options


class SlurmWorker:
    """A job: a worker's process. Pickled by submitit, on this computer and, before its time is over, on the cluster's."""

    def __init__(self, line: bytes) -> None:
        self._line = line
        self._process: subprocess.Popen[bytes] | None = None
        self._ended = threading.Event()

    def __reduce__(self) -> tuple[type["SlurmWorker"], tuple[bytes]]:
        return SlurmWorker, (self._line,)

    def __call__(self) -> None:
        """Work until no cell is left.

        Raises:
            RunError: if the worker could not.
        """
        self._process = subprocess.Popen([sys.executable, "-m", "latentlab.sweeps.work"], stdin=subprocess.PIPE)
        assert self._process.stdin is not None
        with self._process.stdin as told:
            told.write(self._line)
        # On a thread of its own: `checkpoint` is called amid the waiting, and could not wait for the same process.
        threading.Thread(target=self._await, args=(self._process,), name="worker", daemon=True).start()
        self._ended.wait()
        if self._process.returncode == INTERRUPTED:
            raise RunError("The worker was stopped; what it learned is saved. Another worker goes on with its cell.")
        if self._process.returncode:
            raise RunError(f"The worker ended with exit code {self._process.returncode}; its output says why.")

    def checkpoint(self) -> "DelayedSubmission":
        """Save what is being trained; what is put in line again. Called by submitit before the job's time is over."""
        from submitit.helpers import DelayedSubmission

        if self._process is not None and not self._ended.is_set():
            self._process.send_signal(signal.SIGTERM)
            self._ended.wait(_SAVING)
        return DelayedSubmission(SlurmWorker(self._line))

    def _await(self, process: "subprocess.Popen[bytes]") -> None:
        process.wait()
        self._ended.set()


def submit(sweep: Sweep, folder: Path, options: str, workers: int = 1, cluster: str = "slurm") -> "list[submitit.Job[None]]":
    """Put workers in line, after everything that is due is checked; no more of them than cells are due.

    Args:
        sweep: what to run.
        folder: of the sweep, which the cluster's computers see too; submitit's files go into `slurm` in it.
        options: what each job asks of the cluster, see `KEYS`.
        workers: jobs.
        cluster: a name of submitit's; "local" runs the jobs as processes of this computer.

    Returns:
        The jobs; none where nothing is due.

    Raises:
        ConfigError: if an option is wrong, submitit or Slurm is missing, or Slurm refuses the jobs.
        ConfigError, DataError: if images cannot be read, or do not suit a run.
        RunError: if a record cannot be read or written.
    """
    parameters = parse_options(options)
    try:
        import submitit
        from submitit.core.utils import FailedJobError
    except ImportError:
        raise ConfigError(
            f"--slurm: submitit is not installed: pip install '{requirement('slurm')}', or run --take in a job of your own."
        ) from None
    if cluster == "slurm" and not (shutil.which("sbatch") and shutil.which("srun")):
        raise ConfigError("--slurm: there is no Slurm here (no sbatch, no srun); run this on a login node, or use --workers.")
    due = check_due(sweep, folder)
    if not due:
        return []
    try:
        executor = submitit.AutoExecutor(folder / FOLDER, cluster=cluster, slurm_max_num_timeout=_AGAIN)
        executor.update_parameters(
            name=f"latentlab-{sweep.config.name}", slurm_signal_delay_s=_NOTICE, slurm_use_srun=True, **parameters
        )
        worker = SlurmWorker(Job.of(sweep, folder, now()).to_line())
        with executor.batch():
            jobs = [executor.submit(worker) for _ in range(min(workers, due))]
    except FailedJobError as error:
        raise ConfigError(f"--slurm {options}: Slurm refuses the jobs: {_last_line(error)}") from None
    except OSError as error:
        raise RunError(f"{folder / FOLDER}: cannot be written: {error.strerror or error}.") from None
    return jobs


def _last_line(error: Exception) -> str:
    return next((line.strip() for line in reversed(str(error).splitlines()) if line.strip()), type(error).__name__)
