"""Processes to be attacked: copies of one that has imported everything, so that each starts at once.

The process that forks them computes nothing with PyTorch itself, because its threads would not survive the fork.
"""

import contextlib
import ctypes
import os
import select
import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import sklearn.datasets
import sklearn.decomposition
import sympy  # noqa: F401
import torch
import torch._dynamo
import typer.main  # noqa: F401

import latentlab.api
import latentlab.evaluation
import latentlab.explore.renderer  # noqa: F401
from latentlab import cli

HUNG_AFTER = 300.0
"""Seconds after which a process counts as hung."""
_DIE_WITH_PARENT = 1
"""PR_SET_PDEATHSIG of Linux."""
CRASHED = 99
"""Exit code of a child that an exception of another kind than LatentLab's has ended."""


@dataclass(frozen=True)
class Child:
    """A process.

    Attributes:
        pid: its number.
        log: what it has written to standard output and standard error.
    """

    pid: int
    log: Path

    @property
    def text(self) -> str:
        """What it has written so far."""
        return self.log.read_text(encoding="utf-8", errors="replace")

    @property
    def runs(self) -> bool:
        """Whether it has not ended; its exit code can still be asked for."""
        return os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None

    def ended(self) -> int | None:
        """Its exit code, negative for a signal; None while it runs. To be asked until it is known, and not again."""
        pid, status = os.waitpid(self.pid, os.WNOHANG)
        return os.waitstatus_to_exitcode(status) if pid else None

    def ends_within(self, seconds: float) -> bool:
        """Whether it has ended, waiting no longer than this for that."""
        watched = os.pidfd_open(self.pid)
        try:
            return bool(select.select([watched], [], [], seconds)[0])
        finally:
            os.close(watched)

    def wait(self, seconds: float = HUNG_AFTER) -> int | None:
        """Its exit code; None where it hangs, which ends it."""
        if self.ends_within(seconds):
            return self.ended()
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        return None

    def send(self, number: int) -> None:
        """Send a signal to it."""
        os.kill(self.pid, number)


@contextlib.contextmanager
def started(work: Callable[[], int], log: Path) -> Iterator[Child]:
    """A child that does some work, whose answer is its exit code. It does not outlive the block."""
    sklearn.datasets.load_digits()  # read once, here
    sys.stdout.flush()
    sys.stderr.flush()
    pid = os.fork()
    if pid == 0:
        _become(work, log)
    child = Child(pid, log)
    try:
        yield child
    finally:
        with contextlib.suppress(ProcessLookupError, ChildProcessError):
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)


def command(*arguments: str | Path) -> Callable[[], int]:
    """`latentlab` with arguments, as work for a child."""

    def work() -> int:
        sys.argv = ["latentlab", *map(str, arguments)]
        try:
            cli.main()
        except SystemExit as ended:
            return int(ended.code or 0)
        return 0

    return work


def run_to_end(work: Callable[[], int], log: Path) -> int | None:
    """The exit code of a child that does this work; None where it hangs."""
    with started(work, log) as child:
        return child.wait()


def _become(work: Callable[[], int], log: Path) -> None:
    code = CRASHED
    try:
        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
        file = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        os.dup2(file, 1)
        os.dup2(file, 2)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        torch.set_num_threads(1)
        code = work()
    except KeyboardInterrupt:
        code = 128 + signal.SIGINT
    except BaseException:  # noqa: BLE001 - which is what is looked for
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
