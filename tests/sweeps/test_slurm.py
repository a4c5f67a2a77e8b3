"""Workers as jobs of a cluster: what is asked of it, what is refused, and a job put in line again."""

import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import psutil
import pytest

import latentlab.sweeps.slurm as slurm
from latentlab.errors import ConfigError
from latentlab.sweeps import Sweep, load_sweep, survey
from latentlab.sweeps.claims import worker_of
from latentlab.sweeps.slurm import parse_options, submit
from tests.sweeps.conftest import HEAD


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("partition=gpu,gpus=1,time=4:00:00", {"slurm_partition": "gpu", "gpus_per_node": 1, "timeout_min": 240}),
        ("time=90, cpus=8, mem=16GB", {"timeout_min": 90, "cpus_per_task": 8, "slurm_mem": "16GB"}),
        ("time=10:30", {"timeout_min": 11}),
        ("time=1-12:00:01", {"timeout_min": 36 * 60 + 1}),
        ("time=2-3", {"timeout_min": 51 * 60}),
    ],
)
def test_options_are_read_as_slurm_writes_them(text: str, expected: dict[str, Any]) -> None:
    assert parse_options(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "partiton=gpu,time=1:00:00",
            "--slurm 'partiton=gpu': unknown; did you mean 'partition'? valid here: partition, account,",
        ),
        ("gpus=one,time=60", "--slurm gpus = 'one': must be a number of GPUs, such as 1."),
        ("cpus=0,time=60", "--slurm cpus = '0': must be a number of processor cores, such as 8."),
        ("time=soon", "--slurm time = 'soon': must be a time such as 4:00:00 or 1-12:00:00."),
        ("time", "--slurm time = '': must be a time"),
        ("time=0", "--slurm time = '0': must be a time"),
        ("mem=16 GB,time=60", "--slurm mem = '16 GB': must be an amount of memory, such as 16GB."),
        ("partition=a;reboot,time=60", "--slurm partition = 'a;reboot': must be a name as the cluster has it."),
        ("time=60,time=70", "--slurm time: is there twice"),
        ("partition=gpu", "--slurm: time is missing; say how long a job may take, such as time=4:00:00."),
        ("", "--slurm '': unknown"),
    ],
)
def test_what_is_wrong_is_named_with_what_would_be_right(text: str, expected: str) -> None:
    with pytest.raises(ConfigError) as refused:
        parse_options(text)
    assert str(refused.value).startswith(expected)


def test_without_submitit_or_slurm_it_is_said_what_to_do(two: Sweep, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slurm.shutil, "which", lambda name: None)
    with pytest.raises(ConfigError, match="there is no Slurm here"):
        submit(two, tmp_path / "s", "time=60")
    monkeypatch.setitem(sys.modules, "submitit", None)
    with pytest.raises(ConfigError, match=r"submitit is not installed: pip install 'latentlab-vae\[slurm\]'"):
        submit(two, tmp_path / "s", "time=60")
    assert not (tmp_path / "s").exists()


def _cluster(folder: Path, answer: str) -> None:
    """Commands such as a cluster has."""
    folder.mkdir()
    for name, text in {"sbatch": answer, "srun": ":"}.items():
        (folder / name).write_text(f"#!/bin/sh\n{text}\n")
        (folder / name).chmod(0o755)


@pytest.mark.skipif(sys.platform == "win32", reason="shell scripts stand in for Slurm")
def test_jobs_ask_slurm_for_what_was_said(two: Sweep, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _cluster(tmp_path / "bin", f'cp "$1" {tmp_path}/asked.sh\necho Submitted batch job 77')
    monkeypatch.setenv("PATH", str(tmp_path / "bin"), prepend=":")
    options = "partition=gpu,gpus=1,time=4:00:00"
    jobs = submit(two, tmp_path / "s", options, workers=9)
    assert [job.job_id for job in jobs] == ["77_0", "77_1", "77_2", "77_3"]  # as many as cells are due
    asked = (tmp_path / "asked.sh").read_text().splitlines()
    wanted = ("partition=gpu", "gpus-per-node=1", "time=240", "array=0-3%4", "signal=USR2@90", "job-name=latentlab-trial")
    for line in wanted:
        assert f"#SBATCH --{line}" in asked

    (tmp_path / "bin" / "sbatch").write_text("#!/bin/sh\necho sbatch: error: invalid partition specified: gpuu >&2\nexit 1\n")
    with pytest.raises(ConfigError, match="Slurm refuses the jobs: .*invalid partition specified: gpuu"):
        submit(two, tmp_path / "s", "partition=gpuu,time=60")


def _until(condition: Callable[[], object]) -> None:
    deadline = time.monotonic() + 120
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)


@pytest.mark.skipif(sys.platform == "win32", reason="submitit knows no Windows")
def test_a_job_whose_time_is_over_saves_its_cell_and_goes_on_with_it(write: Callable[[str], Path], tmp_path: Path) -> None:
    longer = ["train.steps=1000", "train.report_every=100", "train.checkpoint_every=1000"]
    sweep = load_sweep(write("grid.objective.beta = [1]" + HEAD), longer)
    (job,) = submit(sweep, tmp_path / "s", "time=60", cluster="local")
    _until(lambda: [run for run in survey(sweep, tmp_path / "s") if run.run and len(run.run.reports())])
    worker = worker_of(tmp_path / "s", sweep.cells[0].key)
    assert worker is not None
    psutil.Process(worker.pid).parent().send_signal(signal.SIGUSR2)  # as Slurm does
    job.wait()
    job._process.wait()  # no warning of a process that is left
    job.result()  # raises what the job has
    (outcome,) = survey(sweep, tmp_path / "s")
    assert outcome.status == "finished"
    assert outcome.run is not None
    events = [(event.kind, event.step) for event in outcome.run.events()]
    assert [kind for kind, _ in events] == ["start", "stop", "resume", "finish"]
    assert 0 < events[1][1] == events[2][1] < 1000
    assert len(list((tmp_path / "s").glob("*_*/run.toml"))) == 1


def test_a_job_is_in_line_again_before_its_time_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("submitit")
    worker, waited = slurm.SlurmWorker(b""), list[float]()
    monkeypatch.setattr(worker, "_process", SimpleNamespace(send_signal=lambda number: None))
    monkeypatch.setattr(worker, "_ended", SimpleNamespace(is_set=lambda: False, wait=waited.append))
    worker.checkpoint()
    assert waited[0] < slurm._NOTICE
