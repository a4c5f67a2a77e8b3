"""What a run records of the machine: in range, left out where it cannot be read, and no part of what is computed."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
import torch

from latentlab import metrics
from latentlab.api import prepare, train
from latentlab.catalog.numbers import machine_numbers, unit
from latentlab.config import RunConfig
from latentlab.runs import Run
from latentlab.training.machine_use import MachineUse

_CPU = torch.device("cpu")
_GPU = torch.device("cuda")


def _packages(root: Path, *microjoules: int) -> None:
    """The counters of so many processors, each beside one of its cores', which must not be counted twice."""
    for place, value in enumerate(microjoules):
        for name, title, risen in ((f"intel-rapl:{place}", f"package-{place}", value), (f"intel-rapl:{place}:0", "core", 7)):
            folder = root / "sys/class/powercap" / name
            folder.mkdir(parents=True, exist_ok=True)
            for file, text in (("name", title), ("energy_uj", risen), ("max_energy_range_uj", 10**12)):
                (folder / file).write_text(f"{text}\n")


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Stops the clock of the wall; the function moves it on."""
    now = [100.0]
    monkeypatch.setattr(time, "perf_counter", lambda: now[0])

    def wait(seconds: float) -> None:
        now[0] += seconds

    return wait


@pytest.fixture
def gpu(monkeypatch: pytest.MonkeyPatch) -> None:
    """A GPU with 3 GiB taken, half busy, at 250 W."""
    monkeypatch.setattr(torch.cuda, "memory_reserved", lambda device: 3 * 2**30)
    monkeypatch.setattr(torch.cuda, "utilization", lambda device: 50)
    monkeypatch.setattr(torch.cuda, "power_draw", lambda device: 250_000)


def test_processor_and_memory_are_read_everywhere_and_nothing_else_without_gpu_and_counters(tmp_path: Path) -> None:
    use = MachineUse(_CPU, tmp_path)
    kept = bytearray(2**20)
    found = use.read()
    assert found.keys() == {metrics.MACHINE_CPU, metrics.MACHINE_MEMORY}
    assert 0 < found[metrics.MACHINE_CPU] <= 100
    assert len(kept) / 2**30 < found[metrics.MACHINE_MEMORY] < 64


def test_the_processors_share_is_of_the_cores_that_may_be_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clock: Callable[[float], None]
) -> None:
    used = iter((1.0, 4.0, 4.0, 99.0))
    monkeypatch.setattr(time, "process_time", lambda: next(used))
    monkeypatch.setattr("latentlab.training.machine_use.cpu_limits", lambda environ: {"affinity": 4, "quota": 2})
    use = MachineUse(_CPU, tmp_path)
    shares = []
    for _ in range(3):
        clock(2.0)
        shares.append(use.read()[metrics.MACHINE_CPU])
    assert shares == [75.0, 0.0, 100.0]


def test_power_is_that_of_all_processors_since_the_last_reading(tmp_path: Path, clock: Callable[[float], None]) -> None:
    _packages(tmp_path, 10**12 - 5_000_000, 1_000_000)
    use = MachineUse(_CPU, tmp_path)
    clock(2.0)
    _packages(tmp_path, 15_000_000, 41_000_000)  # the first has started over
    assert use.read()[metrics.MACHINE_POWER] == pytest.approx(30.0)
    clock(1.0)
    assert use.read()[metrics.MACHINE_POWER] == 0.0


@pytest.mark.parametrize("counter", ["", "many"])
def test_power_is_left_out_where_a_counter_cannot_be_read(tmp_path: Path, counter: str) -> None:
    _packages(tmp_path, 1)
    file = tmp_path / "sys/class/powercap/intel-rapl:0/energy_uj"
    file.write_text(counter) if counter else file.unlink()
    assert metrics.MACHINE_POWER not in MachineUse(_CPU, tmp_path).read()


@pytest.mark.usefixtures("gpu")
def test_a_gpu_is_read_where_the_run_uses_it(tmp_path: Path) -> None:
    found = MachineUse(_GPU, tmp_path).read()
    assert (found[metrics.MACHINE_GPU_MEMORY], found[metrics.MACHINE_GPU], found[metrics.MACHINE_GPU_POWER]) == (3, 50, 250)
    assert not any("gpu" in name for name in MachineUse(_CPU, tmp_path).read())


@pytest.mark.usefixtures("gpu")
def test_what_the_driver_does_not_say_is_left_out_and_not_asked_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def no_driver(device: torch.device) -> int:
        asked.append(device)
        raise ModuleNotFoundError("nvidia-ml-py does not seem to be installed or it can't be imported.")

    monkeypatch.setattr(torch.cuda, "utilization", no_driver)
    use = MachineUse(_GPU, tmp_path)
    for _ in range(2):
        found = use.read()
        assert metrics.MACHINE_GPU not in found
        assert found[metrics.MACHINE_GPU_MEMORY] == 3
    assert asked == [_GPU]


def test_each_report_of_averages_has_the_machine_beside_its_values(tiny_config: RunConfig, tmp_path: Path) -> None:
    reports = train(tiny_config, tmp_path).reports()
    averaged = [report for report in reports if metrics.TOTAL in report.values]
    assert averaged
    for report in averaged:
        assert 0 <= report.machine[metrics.MACHINE_CPU] <= 100
        assert report.machine[metrics.MACHINE_MEMORY] > 0
        assert not any(metrics.is_of_machine(name) for name in report.values)


def test_the_machine_is_read_once_a_report_not_once_a_step(
    tiny_config: RunConfig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    count = iter(range(1000))
    monkeypatch.setattr(MachineUse, "read", lambda use: {metrics.MACHINE_CPU: float(next(count))})
    run = train(tiny_config, tmp_path)
    assert next(count) == sum(bool(report.machine) for report in run.reports()) < tiny_config.train.steps


def test_a_report_that_a_checkpoint_keeps_keeps_its_machine(tiny_run: Path, tmp_path: Path) -> None:
    run = Run(tiny_run)
    trainer = prepare(run.config, tmp_path)
    written = next(report for report in run.reports() if report.step == run.checkpoint().step)
    kept = trainer.resume_from(run.checkpoint().path)
    assert kept is not None
    assert kept.machine == written.machine != {}
    assert trainer.last_report().machine == written.machine
    trainer.writer.close()


def test_every_number_has_words_and_a_unit() -> None:
    names = {value for name, value in vars(metrics).items() if name.startswith("MACHINE_")}
    assert {number.name for number in machine_numbers()} == names
    assert all(unit(name) for name in names)
