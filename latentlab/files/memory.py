"""How much memory this process may still take."""

import contextlib
import os
from pathlib import Path

from latentlab.errors import FileError
from latentlab.files.regular import size_text

_CGROUP = Path("/sys/fs/cgroup")
_BOUNDS = (("memory.max", "memory.current"), ("memory/memory.limit_in_bytes", "memory/memory.usage_in_bytes"))


def available_memory() -> int | None:
    """Bytes that can be taken before the machine, its container or a limit of the process gives out; None where unknown."""
    return min(filter(None, (_of_machine(), _of_container(), _of_process())), default=None)


def refuse_more_than_there_is(nbytes: int, path: Path) -> None:
    """Raise `FileError` if what a file holds needs more memory than is available."""
    available = available_memory()
    if available is not None and nbytes > available:
        raise FileError(path, f"needs {size_text(nbytes)} of memory; {size_text(available)} are available")


def _of_machine() -> int | None:
    with contextlib.suppress(OSError, ValueError, IndexError):
        for line in Path("/proc/meminfo").read_text(encoding="ascii").splitlines():
            if line.startswith("MemAvailable:"):
                return int(line.split()[1]) * 1024
    with contextlib.suppress(OSError, ValueError, AttributeError):
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return None


def _of_container() -> int | None:
    for most, used in _BOUNDS:
        with contextlib.suppress(OSError, ValueError):  # "max" is no number
            return max(1, int((_CGROUP / most).read_text("ascii")) - int((_CGROUP / used).read_text("ascii")))
    return None


def _of_process() -> int | None:
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource  # not on Windows

        most, _ = resource.getrlimit(resource.RLIMIT_AS)
        if most != resource.RLIM_INFINITY:
            used = int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
            return max(1, most - used)
    return None
