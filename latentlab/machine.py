"""What this process may use of the machine: processor cores and memory, whatever limits them.

Needs neither torch nor NumPy, so that it can decide how many threads they start.
"""

import os
import platform
import sys
from collections.abc import Mapping, MutableMapping
from pathlib import Path

AFFINITY = "processor affinity"
CGROUP = "cgroup CPU quota"
ENVIRONMENT = ("OMP_NUM_THREADS", "SLURM_CPUS_PER_TASK")
"""Variables that limit the threads of a process, each a whole number."""

_BLAS = ("MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS")
_TURNS = "1000"
"""Turns that a waiting thread of GNU's OpenMP takes before it sleeps. With its own 300,000 two runs side by side, whose threads
wait for others that have no core, were ten times slower than with one thread each."""
_UNLIMITED = 2**60
"""Version 1 of cgroup writes "no limit" as a number about 2**63."""
_LONGEST = 2**16


def cpu_cores() -> int:
    """Threads for work that fills the processor: the least of what affinity, cgroup quota, OMP_NUM_THREADS and
    SLURM_CPUS_PER_TASK allow."""
    return min(cpu_limits().values())


def cpu_threads(spare: int = 0) -> int:
    """`cpu_cores`, leaving so many cores of the machine to others; at least one. A limit set by the user counts as it is."""
    limits = cpu_limits()
    cores = min(limits[name] for name in limits if name not in ENVIRONMENT)
    return min(max(1, cores - spare), *limits.values())


def cpu_limits(environ: Mapping[str, str] | None = None, root: Path = Path("/")) -> dict[str, int]:
    """How many threads each limit allows, by the limit's name; affinity is always there.

    Args:
        environ: the process's own unless given.
        root: where `proc` and `sys` are.
    """
    environ = os.environ if environ is None else environ
    limits = {AFFINITY: _affinity()}
    quota = _cgroup_quota(root)
    if quota is not None:
        limits[CGROUP] = max(1, int(quota))
    for name in ENVIRONMENT:
        # OpenMP allows a list, a number for each level of nesting.
        text = environ.get(name, "").partition(",")[0].strip()
        if text.isascii() and text.isdigit() and len(text) < 7 and int(text) > 0:
            limits[name] = int(text)
    return limits


def settle_threads(environ: MutableMapping[str, str] | None = None) -> None:
    """Have MKL and OpenBLAS start no more threads than `cpu_cores`, and threads that wait for each other sleep soon instead of
    holding their core, unless told otherwise; before NumPy and PyTorch are imported."""
    environ = os.environ if environ is None else environ
    for name in _BLAS:
        environ.setdefault(name, str(cpu_cores()))
    if "OMP_WAIT_POLICY" not in environ:
        environ.setdefault("GOMP_SPINCOUNT", _TURNS)


def available_memory(root: Path = Path("/")) -> int | None:
    """Bytes of memory that this process can still take: the least of what the machine, its cgroup and its address space have
    left; None where the system does not say.

    Args:
        root: where `proc` and `sys` are.
    """
    left = [_machine_memory(root), _cgroup_memory(root), _address_space(root)]
    known = [size for size in left if size is not None]
    return max(0, min(known)) if known else None


def processor(root: Path = Path("/")) -> str:
    """The processor's name as the system has it, at least its kind.

    Args:
        root: where `proc` is.
    """
    for line in _read(root / "proc/cpuinfo").splitlines():
        name, _, value = line.partition(":")
        if name.strip() == "model name":
            return value.strip()
    return platform.processor() or platform.machine()


def _affinity() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _cgroup_quota(root: Path) -> float | None:
    """Cores that the cgroups of this process may fill, as a fraction."""
    quotas = []
    for folder in _cgroup_folders(root, ""):
        quota, _, period = _read(folder / "cpu.max").partition(" ")
        quotas.append(_ratio(quota, period))
    for folder in _cgroup_folders(root, "cpu"):
        quotas.append(_ratio(_read(folder / "cpu.cfs_quota_us"), _read(folder / "cpu.cfs_period_us")))
    return min((quota for quota in quotas if quota is not None), default=None)


def _ratio(quota: str, period: str) -> float | None:
    whole, part = _number(period), _number(quota)  # "max" and -1 are no limit
    return part / whole if whole and part else None


def _cgroup_memory(root: Path) -> int | None:
    names = {"": ("memory.max", "memory.current"), "memory": ("memory.limit_in_bytes", "memory.usage_in_bytes")}
    left = []
    for controller, (limit_name, usage_name) in names.items():
        for folder in _cgroup_folders(root, controller):
            limit, usage = _number(_read(folder / limit_name)), _number(_read(folder / usage_name))
            if limit is not None and usage is not None and limit < _UNLIMITED:
                left.append(limit - usage + _reclaimable(folder))
    return min(left, default=None)


def _reclaimable(folder: Path) -> int:
    """The files that the kernel keeps in memory and lets go when it is wanted."""
    for line in _read(folder / "memory.stat").splitlines():
        name, _, size = line.partition(" ")
        if name in ("inactive_file", "total_inactive_file"):
            return _number(size) or 0
    return 0


def _cgroup_folders(root: Path, controller: str) -> list[Path]:
    """The folders of this process's cgroup and of those above it; "" names the one hierarchy of version 2."""
    for line in _read(root / "proc/self/cgroup").splitlines():
        number, controllers, path = (*line.split(":", 2), "", "")[:3]
        if (number == "0" and not controllers) if not controller else controller in controllers.split(","):
            mounts = [f"sys/fs/cgroup/{name}" for name in (controllers, controller)] if controller else ["sys/fs/cgroup"]
            mount = next((root / name for name in mounts if (root / name).is_dir()), None)
            if mount is None:
                return []
            # In a container the path may be the host's, which is not mounted here; the mount itself is always tried.
            parts = [] if ".." in path else [part for part in path.split("/") if part]
            return [mount.joinpath(*parts[:depth]) for depth in range(len(parts), -1, -1)]
    return []


def _machine_memory(root: Path) -> int | None:
    for line in _read(root / "proc/meminfo").splitlines():
        if line.startswith("MemAvailable:"):
            kibibytes = _number(line.split()[1])
            return None if kibibytes is None else kibibytes * 1024
    if sys.platform == "win32":
        return _windows_memory()
    try:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (ValueError, OSError):
        return None


def _windows_memory() -> int | None:
    import ctypes

    class Status(ctypes.Structure):
        _fields_ = [("length", ctypes.c_ulong), ("load", ctypes.c_ulong)] + [
            (name, ctypes.c_ulonglong) for name in ("total", "free", "page", "page_free", "virtual", "virtual_free", "extended")
        ]

    status = Status(length=ctypes.sizeof(Status))
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - known to ctypes on Windows alone
    return int(status.free) if kernel.GlobalMemoryStatusEx(ctypes.byref(status)) else None


def _address_space(root: Path) -> int | None:
    """What `ulimit -v` leaves."""
    try:
        import resource
    except ImportError:
        return None
    limit = resource.getrlimit(resource.RLIMIT_AS)[0]
    used = _number((_read(root / "proc/self/statm").split() or [""])[0])
    if limit == resource.RLIM_INFINITY or used is None:
        return None
    return limit - used * os.sysconf("SC_PAGE_SIZE")


def _read(path: Path) -> str:
    """A file of the kernel's, empty where there is none."""
    try:
        with path.open(encoding="ascii", errors="replace") as file:
            return file.read(_LONGEST).strip()
    except OSError:
        return ""


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 20 else None
