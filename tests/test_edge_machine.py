"""How many threads and how much memory a process takes for its own."""

import os
from pathlib import Path

import pytest

from latentlab import machine
from latentlab.api import drive
from latentlab.config import RunConfig


def _machine(root: Path, cgroup: str, **files: str) -> Path:
    """A root folder with `proc` and `sys`; __ in a name stands for /."""
    (root / "proc/self").mkdir(parents=True)
    (root / "proc/self/cgroup").write_text(cgroup)
    for name, content in files.items():
        path = root / "sys/fs/cgroup" / name.replace("__", "/").replace("_dot_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    return root


@pytest.mark.parametrize(
    ("cgroup", "files", "cores"),
    [
        ("0::/job\n", {"job__cpu_dot_max": "200000 100000\n"}, 2),
        ("0::/job/step\n", {"job__cpu_dot_max": "300000 100000\n", "job__step__cpu_dot_max": "max 100000\n"}, 3),
        ("0::/\n", {"cpu_dot_max": "50000 100000\n"}, 1),
        ("0::/../..\n", {"cpu_dot_max": "400000 100000\n"}, 4),
        ("0::/job\n", {"job__cpu_dot_max": "max 100000\n"}, None),
        ("0::/job\n", {"job__cpu_dot_max": "nonsense\n"}, None),
        (
            "4:cpu,cpuacct:/docker/1\n0::/\n",
            {"cpu__cpu_dot_cfs_quota_us": "150000\n", "cpu__cpu_dot_cfs_period_us": "100000\n"},
            1,
        ),
        (
            "4:cpu,cpuacct:/\n",
            {"cpu,cpuacct__cpu_dot_cfs_quota_us": "-1", "cpu,cpuacct__cpu_dot_cfs_period_us": "100000"},
            None,
        ),
        ("", {}, None),
    ],
)
def test_the_cgroups_quota_is_found(tmp_path: Path, cgroup: str, files: dict[str, str], cores: int | None) -> None:
    limits = machine.cpu_limits({}, _machine(tmp_path, cgroup, **files))
    assert limits.get(machine.CGROUP) == cores
    assert limits[machine.AFFINITY] >= 1


@pytest.mark.parametrize(
    ("value", "limit"), [("3", 3), (" 2 ", 2), ("4,2", 4), ("0", None), ("-1", None), ("", None), ("many", None), ("²", None)]
)
@pytest.mark.parametrize("name", ["OMP_NUM_THREADS", "SLURM_CPUS_PER_TASK"])
def test_variables_limit_the_threads_where_they_are_numbers(tmp_path: Path, name: str, value: str, limit: int | None) -> None:
    assert machine.cpu_limits({name: value}, tmp_path).get(name) == limit


def test_the_least_limit_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    limits = {machine.AFFINITY: 16, machine.CGROUP: 8, "OMP_NUM_THREADS": 4}
    monkeypatch.setattr(machine, "cpu_limits", lambda: limits)
    assert machine.cpu_cores() == 4
    assert machine.cpu_threads(spare=1) == 4  # the user's number is not reduced
    limits["OMP_NUM_THREADS"] = 12
    assert machine.cpu_cores() == 8
    assert machine.cpu_threads(spare=1) == 7
    limits[machine.AFFINITY] = 1
    assert machine.cpu_threads(spare=1) == 1


def test_blas_starts_no_more_threads_unless_it_was_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "cpu_limits", lambda: {machine.AFFINITY: 5})
    environ = {"MKL_NUM_THREADS": "2"}
    machine.settle_threads(environ)
    assert environ == {"MKL_NUM_THREADS": "2", "OPENBLAS_NUM_THREADS": "5", "GOMP_SPINCOUNT": "1000"}


@pytest.mark.parametrize("told", [{"GOMP_SPINCOUNT": "9"}, {"OMP_WAIT_POLICY": "ACTIVE"}])
def test_threads_wait_as_the_user_says(told: dict[str, str]) -> None:
    environ = dict(told)
    machine.settle_threads(environ)
    assert {name: value for name, value in environ.items() if "NUM_THREADS" not in name} == told


@pytest.mark.parametrize(("setting", "threads"), [("train.threads=2", 2), ("train.threads=0", 1)])
def test_a_run_takes_what_it_is_set_to_and_else_what_it_may(
    tiny_config: RunConfig, monkeypatch: pytest.MonkeyPatch, setting: str, threads: int, tmp_path: Path
) -> None:
    import torch

    from latentlab.api import prepare
    from latentlab.config import override

    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    seen = []
    before = torch.get_num_threads()
    try:
        values = {"train": tiny_config.train.model_copy(update={"threads": None})} if threads == 1 else {}
        config = tiny_config.model_copy(update=values) if values else override(tiny_config, [setting])
        drive(prepare(config, tmp_path), lambda trainer, step: seen.append(torch.get_num_threads()))
    finally:
        torch.set_num_threads(before)
    assert set(seen) == {threads}


def test_memory_is_the_least_of_what_is_left(tmp_path: Path) -> None:
    files = {
        "job__memory_dot_max": "1000000",
        "job__memory_dot_current": "600000",
        "job__memory_dot_stat": "inactive_file 50000",
    }
    root = _machine(tmp_path, "0::/job\n", **files)
    assert machine.available_memory(root) == 450_000
    (root / "proc/meminfo").write_text("MemTotal: 99 kB\nMemAvailable:     300 kB\n")
    assert machine.available_memory(root) == 300 * 1024
    (root / "sys/fs/cgroup/job/memory.max").write_text("max")
    assert machine.available_memory(root) == 300 * 1024


def test_this_machine_says_what_is_left() -> None:
    left = machine.available_memory()
    assert left is not None
    assert 0 < left < 2**50
    assert 1 <= machine.cpu_cores() <= (os.cpu_count() or 1)
