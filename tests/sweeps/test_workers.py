"""Workers that share a sweep: cells claimed one by one, taken over from the dead, and by several processes at once."""

import json
import os
import re
import signal
import sys
import threading
from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import datetime
from functools import partial
from pathlib import Path

import psutil
import pytest

import latentlab.runs.lock as lock
from latentlab.config import RunConfig
from latentlab.errors import LockError, RunError, SignalError
from latentlab.runs import Run, RunLock, RunState
from latentlab.runs.lock import Holder, read_holder
from latentlab.sweeps import Outcome, Sweep, claims, load_sweep, survey, tabulate, worker
from latentlab.sweeps.claims import claimed, worker_of
from latentlab.sweeps.records import Record, Records, cell_folder
from latentlab.sweeps.runner import run_sweep, take_cell
from latentlab.sweeps.side_by_side import run_side_by_side
from latentlab.sweeps.table import DEFAULT_METRICS
from latentlab.sweeps.work import Job
from latentlab.sweeps.worker import MOST_STARTS
from latentlab.training import Step, Trainer
from tests.sweeps.conftest import HEAD

Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def command(run_command: Command, tmp_path: Path) -> Command:
    """Runs `latentlab sweep` on the file that `two` is read from, in this process."""
    return partial(run_command, "sweep", tmp_path / "trial.toml", "--out", tmp_path)


def _leave_lock(folder: Path, key: str, **values: object) -> Holder:
    """A lock such as another process leaves."""
    place = cell_folder(folder, key)
    place.mkdir(parents=True)
    holder = replace(Holder.of_this_process(place), host="node7", machine="another one", **values)
    (place / "lock").write_bytes(holder.to_bytes())
    written = datetime.fromisoformat(holder.heartbeat).timestamp()
    os.utime(place / "lock", (written, written))
    return holder


class _Killed(BaseException):
    """Ends a worker as a kill does: it writes nothing more."""


def _kill(trainer: Trainer, step: Step) -> None:
    raise _Killed


@pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")
def test_a_killed_worker_is_replaced_and_each_cell_is_finished_once(write: Callable[[str], Path], tmp_path: Path) -> None:
    text = "grid.objective.beta = [1, 2, 4]" + HEAD
    longer = [f"train.{name}" for name in ("steps=600", "report_every=200", "checkpoint_every=200")]
    sweep = load_sweep(write(text), longer, [name for name in DEFAULT_METRICS if name != "seconds_per_step"])
    killed: list[int] = []

    def kill_once(index: int, outcome: Outcome) -> None:
        holder = worker_of(tmp_path / "shared", outcome.cell.key)
        if outcome.status == "unfinished" and holder is not None and not killed:
            os.kill(holder.pid, signal.SIGKILL)
            killed.append(holder.pid)

    shared = run_side_by_side(sweep, tmp_path / "shared", 2, on_change=kill_once)
    assert len(killed) == 1
    assert [outcome.status for outcome in shared] == ["finished"] * 3
    finished = [path.parent for path in (tmp_path / "shared").glob("*_*/run.toml") if Run(path.parent).has_finished]
    assert sorted(finished) == sorted(outcome.run.path for outcome in shared if outcome.run)
    alone = run_sweep(sweep, tmp_path / "alone")
    assert tabulate(sweep, shared).to_csv() == tabulate(sweep, alone).to_csv()


def test_a_job_is_the_sweep_as_it_was(two: Sweep, tmp_path: Path) -> None:
    sweep = load_sweep(tmp_path / "trial.toml", ["train.steps=6"])
    job = Job.from_line(Job.of(sweep, tmp_path, "2026-01-01").to_line())
    assert job.sweep() == sweep != two
    assert (job.folder, job.since) == (str(tmp_path), "2026-01-01")


@pytest.mark.parametrize(
    ("heartbeat", "is_free"), [("2001-01-01T00:00:00+00:00", True), ("now", False)], ids=["its heartbeat is old", "it lives"]
)
def test_a_cell_is_free_once_the_heartbeat_of_another_host_is_old(
    heartbeat: str, is_free: bool, command: Command, two: Sweep, tmp_path: Path
) -> None:
    values = {} if heartbeat == "now" else {"heartbeat": heartbeat}
    _leave_lock(tmp_path / "trial", two.cells[0].key, pid=42, **values)
    state = command("--dry-run")[1].splitlines()[1]
    said = (
        "42 on node7, which worked on it, has died; the next worker goes on with it"
        if is_free
        else "running: process 42 on node7"
    )
    assert said in state
    code, out, err = command("--take")
    assert code == 0, err
    taken = two.cells[0 if is_free else 1]
    assert Run(out.strip()).config.seed == taken.config.seed


def test_take_runs_a_cell_a_call_and_says_when_none_is_free(command: Command, two: Sweep, tmp_path: Path) -> None:
    folders = [command("--take")[1].strip() for _ in two.cells]
    assert folders == [str(outcome.run.path) for outcome in survey(two, tmp_path / "trial") if outcome.run]
    code, out, err = command("--take")
    assert (code, out) == (0, "")
    assert "no cell of trial is free" in err
    assert command("--take", "--workers", 2)[2].strip() == "latentlab: give one of --take, --workers, not several."


def test_what_failed_is_tried_again_by_a_later_call_only_and_taken_last(
    two: Sweep, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[int] = []

    def fail(trainer: Trainer, step: Step) -> None:
        tried.append(trainer.config.seed)
        raise RuntimeError("out of memory")

    failed = take_cell(two, tmp_path, on_step=fail)
    assert failed is not None
    assert (failed.status, failed.reason) == ("failed", "out of memory")
    second = take_cell(two, tmp_path)
    assert second is not None
    assert second.cell == two.cells[1]
    run_sweep(two, tmp_path, on_step=lambda trainer, step: fail(trainer, step) if trainer.config.seed == 0 else None)
    assert tried == [0, 0, 0]  # both of seed 0 here, each once
    assert [outcome.status for outcome in survey(two, tmp_path)] == ["failed", "finished", "failed", "finished"]


def test_a_run_that_another_process_writes_is_left_to_it(two: Sweep, tmp_path: Path) -> None:
    with pytest.raises(_Killed):
        take_cell(two, tmp_path, on_step=_kill)
    (run, *_) = (outcome.run for outcome in survey(two, tmp_path))
    assert run is not None
    taken = RunLock.take(run.path)  # as a window does that goes on with it
    begun: list[int] = []
    second = take_cell(two, tmp_path, on_cell=lambda index, before: begun.append(index))
    taken.release()
    assert begun == [1]
    first = take_cell(two, tmp_path)
    assert [outcome and outcome.cell for outcome in (first, second)] == list(two.cells[:2])


def test_a_cell_that_kills_its_workers_fails_in_the_end(two: Sweep, tmp_path: Path) -> None:
    for _ in range(MOST_STARTS):
        with pytest.raises(_Killed):
            take_cell(two, tmp_path, on_step=_kill)
    outcome = take_cell(two, tmp_path, on_step=_kill)
    assert outcome is not None
    assert (outcome.cell, outcome.status) == (two.cells[0], "failed")
    assert outcome.reason == f"{MOST_STARTS} workers in turn died over it; short of memory, perhaps."


def test_deaths_after_a_new_checkpoint_do_not_count(two: Sweep, tmp_path: Path) -> None:
    def kill(trainer: Trainer, step: Step) -> None:
        if step.step == 3:
            raise _Killed

    with pytest.raises(_Killed):
        take_cell(two, tmp_path, on_step=kill)
    with pytest.raises(_Killed):
        take_cell(two, tmp_path, on_step=kill)
    path = cell_folder(tmp_path, two.cells[0].key).with_suffix(".json")
    record = Record.model_validate(json.loads(path.read_text()))
    assert (record.status, record.starts, record.step) == ("started", 1, 2)


@pytest.fixture
def _no_locks(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file system that locks nothing."""
    monkeypatch.setattr(lock, "_taken_guard", lambda folder: None)


@pytest.mark.usefixtures("_no_locks")
def test_without_locks_the_last_of_two_that_take_a_cell_has_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def overtake(seconds: float) -> None:
        path = cell_folder(tmp_path, "a") / "lock"
        path.write_text(json.dumps(asdict(Holder.from_record(json.loads(path.read_text()))) | {"token": "of another"}))

    monkeypatch.setattr(claims.time, "sleep", overtake)
    with claimed(tmp_path, "a") as held:
        assert held is None
    left = read_holder(cell_folder(tmp_path, "a"))
    assert left is not None
    assert left.token == "of another"

    monkeypatch.setattr(claims.time, "sleep", lambda seconds: None)
    with claimed(tmp_path, "b") as held:
        assert isinstance(held, RunLock)
        with claimed(tmp_path, "b") as second:
            assert second is None


def test_a_worker_that_was_overtaken_leaves_the_cell_to_the_other(two: Sweep, tmp_path: Path) -> None:
    place = cell_folder(tmp_path, two.cells[0].key)

    def overtake(trainer: Trainer, step: Step) -> None:
        if trainer.config.seed == 0 and step.step == 4 and not overtaken.is_set():
            holder = read_holder(place)
            assert holder is not None
            (place / "lock").write_bytes(replace(holder, token="of another").to_bytes())
            overtaken.set()

    overtaken = threading.Event()
    outcome = take_cell(two, tmp_path, on_step=overtake)
    assert outcome is not None
    assert outcome.cell == two.cells[1]
    records = [Records.of(tmp_path).get(cell.key) for cell in two.cells[:2]]
    assert [record and record.status for record in records] == ["started", "finished"]


def test_a_cell_that_kills_its_workers_before_it_has_a_run_fails_in_the_end(
    two: Sweep, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def prepare(config: RunConfig, folder: Path) -> None:
        raise _Killed

    monkeypatch.setattr(worker, "prepare", prepare)
    for _ in range(MOST_STARTS):
        with pytest.raises(_Killed):
            take_cell(two, tmp_path)
        assert survey(two, tmp_path)[0].status == "waiting"
    outcome = take_cell(two, tmp_path)
    assert outcome is not None
    assert (outcome.cell, outcome.status) == (two.cells[0], "failed")
    assert "workers in turn died over it" in outcome.reason


def test_a_worker_that_is_killed_before_it_has_noted_its_run_leaves_no_folder(
    two: Sweep, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepare = worker.prepare

    def kill(config: RunConfig, folder: Path) -> None:
        trainer = prepare(config, folder)
        assert trainer.writer is not None
        trainer.writer.close()
        raise _Killed

    with monkeypatch.context() as patched:
        patched.setattr(worker, "prepare", kill)
        with pytest.raises(_Killed):
            take_cell(two, tmp_path)
        (left,) = tmp_path.glob("*_*/run.toml")
        other = RunLock.take(left.parent)  # as a window does that goes on with it
        with pytest.raises(_Killed):
            take_cell(two, tmp_path)
        assert left.exists()
        other.release()
    (tmp_path / "20260101-000000_tiny" / "checkpoints").mkdir(parents=True)  # killed before it said which run it is
    (tmp_path / "20260101-000000_tiny" / "lock").touch()
    outcomes = run_sweep(two, tmp_path)
    assert set(tmp_path.glob("*_*")) == {outcome.run.path for outcome in outcomes if outcome.run}


def test_a_worker_that_was_overtaken_stops_at_its_next_report(two: Sweep, tmp_path: Path) -> None:
    place, steps = cell_folder(tmp_path, two.cells[0].key), list[int]()

    def overtake(trainer: Trainer, step: Step) -> None:
        if trainer.config.seed == 0:
            steps.append(step.step)
            holder = read_holder(place)
            assert holder is not None
            (place / "lock").write_bytes(replace(holder, token="of another").to_bytes())

    outcome = take_cell(two, tmp_path, on_step=overtake)
    assert outcome is not None
    assert (outcome.cell, steps) == (two.cells[1], [1])


def test_a_host_whose_clock_is_slow_keeps_its_cell(two: Sweep, tmp_path: Path) -> None:
    _leave_lock(tmp_path, two.cells[0].key, pid=42, heartbeat="2001-01-01T00:00:00+00:00")
    os.utime(cell_folder(tmp_path, two.cells[0].key) / "lock")  # it has just been written
    outcome = take_cell(two, tmp_path)
    assert outcome is not None
    assert outcome.cell == two.cells[1]


def test_workers_with_other_settings_are_refused(two: Sweep, tmp_path: Path) -> None:
    other = load_sweep(tmp_path / "trial.toml", ["train.steps=6"])
    said: list[str] = []

    def meet(trainer: Trainer, step: Step) -> None:
        if not said:
            with pytest.raises(RunError) as raised:
                run_sweep(other, tmp_path)
            said.append(str(raised.value))

    take_cell(two, tmp_path, on_step=meet)
    assert re.fullmatch(
        r"VAE, seed 0: process \d+ on .* trains it with other settings: train.steps = 4, here 6; start all workers with the "
        r"same, or choose another folder \(--out\)\.",
        said[0],
    )


@pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")
def test_a_call_that_is_asked_to_end_ends_its_workers(write: Callable[[str], Path], tmp_path: Path) -> None:
    longer = [f"train.{name}" for name in ("steps=1000000", "report_every=100", "checkpoint_every=1000000")]
    sweep = load_sweep(write("grid.objective.beta = [1]" + HEAD), longer)
    workers: list[int] = []

    def end(index: int, outcome: Outcome) -> None:
        holder = worker_of(tmp_path, outcome.cell.key)
        assert holder is not None
        workers.append(holder.pid)
        os.kill(os.getpid(), signal.SIGTERM)

    with pytest.raises(SignalError):
        run_side_by_side(sweep, tmp_path, 1, on_change=end)
    (outcome,) = survey(sweep, tmp_path)
    assert outcome.run is not None
    assert outcome.run.state is RunState.STOPPED
    assert [psutil.pid_exists(pid) for pid in workers] == [False]


def test_a_run_that_cannot_be_taken_kills_nobody(two: Sweep, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(_Killed):
        take_cell(two, tmp_path, on_step=_kill)

    def held(run: Run, config: RunConfig) -> None:
        raise LockError("another computer has it, whose clock is slow")

    monkeypatch.setattr(worker, "prepare_resumed", held)
    monkeypatch.setattr(worker, "prepare", held)  # nor does any other cell end
    for _ in range(MOST_STARTS + 1):
        assert take_cell(two, tmp_path) is None
    record = Records.of(tmp_path).get(two.cells[0].key)
    assert record is not None
    assert (record.status, record.starts) == ("started", 1)
