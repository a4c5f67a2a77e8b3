"""What a run takes of the machine while it trains, as far as that can be read."""

import time
from collections.abc import Callable
from pathlib import Path

import psutil
import torch

from latentlab import metrics
from latentlab.machine import cpu_limits

_GIB = 2**30


class MachineUse:
    """Processor, memory and power of the time since the last reading, read in microseconds."""

    def __init__(self, device: torch.device, root: Path = Path("/")) -> None:
        """Begin to count.

        Args:
            device: that of the run.
            root: where `sys` is.
        """
        self._readers: dict[str, Callable[[], float]] = {
            metrics.MACHINE_CPU: _CpuShare().read,
            metrics.MACHINE_MEMORY: lambda: psutil.Process().memory_info().rss / _GIB,
            metrics.MACHINE_POWER: _PackagePower(root).read,
            **_of_gpu(device),
        }

    def read(self) -> dict[str, float]:
        """The numbers by metric name; one that could not be read is left out from then on."""
        found = {}
        for name, read in list(self._readers.items()):
            try:
                found[name] = read()
            except Exception:  # noqa: BLE001 - of a driver's library as well, and no number here is worth a run
                del self._readers[name]
        return found


class _CpuShare:
    def __init__(self) -> None:
        self._cores = min(cpu_limits({}).values())
        self._last = time.perf_counter(), time.process_time()

    def read(self) -> float:
        """Percent of the cores since the last reading."""
        wall, used = self._last
        self._last = time.perf_counter(), time.process_time()
        share = (self._last[1] - used) / max(self._last[0] - wall, 1e-9) / self._cores
        return 100.0 * min(share, 1.0)  # the two clocks do not tick together


class _PackagePower:
    """By the counters of Linux's powercap, which many systems let only the administrator read."""

    def __init__(self, root: Path) -> None:
        zones = sorted((root / "sys/class/powercap").glob("intel-rapl:*"))  # AMD's have this name too
        self._packages = [zone for zone in zones if _text(zone / "name").startswith("package")]
        self._last = time.perf_counter(), self._counters()

    def read(self) -> float:
        """Watts since the last reading. Raises LookupError and ValueError where there is no counter that can be read."""
        seconds, before = self._last
        self._last = time.perf_counter(), self._counters()
        pairs = zip(self._packages, before, self._last[1], strict=True)
        microjoules = sum(_risen(package, early, late) for package, early, late in pairs)
        if not self._packages:
            raise LookupError
        return microjoules / 1e6 / max(self._last[0] - seconds, 1e-9)

    def _counters(self) -> list[str]:
        return [_text(package / "energy_uj") for package in self._packages]


def _risen(package: Path, before: str, after: str) -> int:
    """Microjoules between two readings of a counter that starts over at its end."""
    risen = int(after) - int(before)
    return risen if risen >= 0 else risen + int(_text(package / "max_energy_range_uj"))


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        return ""


def _of_gpu(device: torch.device) -> dict[str, Callable[[], float]]:
    match device.type:
        case "cuda":  # without nvidia-ml-py the last two raise
            return {
                metrics.MACHINE_GPU_MEMORY: lambda: torch.cuda.memory_reserved(device) / _GIB,
                metrics.MACHINE_GPU: lambda: float(torch.cuda.utilization(device)),
                metrics.MACHINE_GPU_POWER: lambda: torch.cuda.power_draw(device) / 1000,
            }
        case "mps":
            return {metrics.MACHINE_GPU_MEMORY: lambda: torch.mps.driver_allocated_memory() / _GIB}
        case _:
            return {}
