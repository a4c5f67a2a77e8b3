"""The queue: kept on disk, taken by one process each, over restarts and kills."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from latentlab.api import train
from latentlab.config import RunConfig, override
from latentlab.errors import LockError, RunError
from latentlab.queue import Entry, EntryState, Queued, RunQueue, queue_of, run_queue
from latentlab.queue.entries import Record
from latentlab.queue.store import MOST_STARTS
from latentlab.queue.work import TAKEN, work_on
from latentlab.queue.workers import Workers
from latentlab.runs import Run

_SECONDS = 120
Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def line(tmp_path: Path) -> RunQueue:
    """An empty queue."""
    return queue_of(tmp_path / "runs")


@pytest.fixture
def long_config(tiny_config: RunConfig) -> RunConfig:
    """A run that does not end by itself."""
    return override(tiny_config, ["train.steps=1000000", "train.checkpoint_every=4", "train.report_every=2"])


@pytest.fixture
def command(run_command: Command, line: RunQueue) -> Command:
    """Runs `latentlab queue`, in this process: exit code, standard output, standard error."""
    return lambda *words: run_command("queue", *words, "--out", line.runs_folder)


def _states(line: RunQueue) -> list[str]:
    return [queued.state.value for queued in line.entries()]


def _titles(line: RunQueue) -> list[str]:
    return [queued.title for queued in line.entries()]


def _named(config: RunConfig, *names: str) -> list[Entry]:
    return [Entry.of_config(override(config, [f"name={name}"])) for name in names]


def test_entries_keep_the_order_that_they_are_given(line: RunQueue, tiny_config: RunConfig) -> None:
    assert line.entries() == []
    a, b, c = (line.add(entry).number for entry in _named(tiny_config, "a", "b", "c"))
    assert _titles(line) == ["a", "b", "c"]
    line.move(c, 0)
    line.move(a, 99)
    assert _titles(RunQueue(line.folder)) == ["c", "b", "a"]
    again = line.duplicate(b).number
    assert _titles(line) == ["c", "b", "a", "b"]
    assert line.get(again).entry == line.get(b).entry
    line.remove(c)
    assert _titles(line) == ["b", "a", "b"]
    (line.folder / "order.json").write_text("{", encoding="utf-8")  # damaged: nothing but the order is lost
    assert sorted(_titles(line)) == ["a", "b", "b"]


def test_the_queue_runs_what_waits_and_goes_on_past_what_fails(line: RunQueue, tiny_config: RunConfig, tmp_path: Path) -> None:
    gone = override(tiny_config, ["data.name=folder", f"data.root={tmp_path / 'gone'}", "name=gone"])
    for entry in (Entry.of_config(gone), *_named(tiny_config, "first", "passed-over", "last")):
        line.add(entry)
    line.pause(line.entries()[2].number)
    begun: list[str] = []
    ended = run_queue(line.folder, on_begun=lambda queued: begun.append(queued.title))
    assert begun == [queued.title for queued in ended] == ["gone", "first", "last"]
    assert _states(line) == ["failed", "finished", "paused", "finished"]
    assert str(tmp_path / "gone") in line.entries()[0].reason
    runs = [queued.run for queued in line.entries() if queued.state is EntryState.FINISHED]
    assert [Run(run).config.name for run in runs if run is not None] == ["first", "last"]
    assert all(Run(run).has_finished for run in runs if run is not None)
    assert line.clear() == 2
    assert _states(line) == ["failed", "paused"]
    assert run_queue(line.folder) == []  # neither comes up by itself
    line.wait(line.entries()[1].number)
    assert [queued.state for queued in run_queue(line.folder)] == [EntryState.FINISHED]


def _run_with_a_checkpoint(line: RunQueue, number: str, worker: "subprocess.Popen[str] | threading.Thread") -> Path:
    """The run of an entry, as soon as it has one; a worker that ends before is a fault."""
    for _ in range(_SECONDS * 20):
        run = line.get(number).run
        if run is not None and run.exists() and Run(run).checkpoints():
            return run
        if isinstance(worker, threading.Thread):
            worker.join(0.05)
            assert worker.is_alive()
        else:
            with contextlib.suppress(subprocess.TimeoutExpired):
                pytest.fail(f"the worker ended with {worker.wait(0.05)}")
    pytest.fail("no checkpoint came")


def _killed_once_it_trains(line: RunQueue, number: str) -> Path:
    """Starts an entry's process and kills it when its run has a checkpoint."""
    process = subprocess.Popen([sys.executable, "-m", "latentlab.queue.work", str(line.folder), number])
    try:
        return _run_with_a_checkpoint(line, number, process)
    finally:
        process.kill()
        process.wait()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_an_entry_whose_process_was_killed_goes_on_with_its_run(line: RunQueue, long_config: RunConfig) -> None:
    number = line.add(Entry.of_config(long_config)).number
    run = _killed_once_it_trains(line, number)
    assert line.get(number).state is EntryState.INTERRUPTED
    reached = Run(run).checkpoint().step
    record = Record.read(line.folder / number)
    entry = line.get(number).entry
    assert entry is not None
    short = Entry.of_config(override(long_config, [f"train.steps={reached + 4}"]))
    (line.folder / number / "entry.json").write_text(short.model_dump_json(), encoding="utf-8")
    (ended,) = run_queue(line.folder)
    assert (ended.state, ended.run, record.starts) == (EntryState.FINISHED, run, 1)
    assert Run(run).checkpoint().step == reached + 4
    assert any(event.kind == "resume" for event in Run(run).events())
    assert len(list(line.runs_folder.glob("*_*"))) == 1


def test_an_entry_whose_processes_die_again_and_again_fails(line: RunQueue, tiny_config: RunConfig) -> None:
    number = line.add(Entry.of_config(tiny_config)).number
    Record(state="running", starts=MOST_STARTS).write(line.folder / number)
    assert line.get(number).state is EntryState.INTERRUPTED
    assert run_queue(line.folder) == []
    assert line.get(number).state is EntryState.FAILED
    assert f"{MOST_STARTS} processes" in line.get(number).reason


def test_stopping_saves_and_the_next_call_goes_on(line: RunQueue, long_config: RunConfig) -> None:
    number = line.add(Entry.of_config(long_config)).number
    workers = Workers(line)
    thread = threading.Thread(target=workers.run)
    thread.start()
    try:
        run = _run_with_a_checkpoint(line, number, thread)
    finally:
        workers.stop()
        thread.join(_SECONDS)
    assert not thread.is_alive()
    queued = line.get(number)
    assert (queued.state, queued.run) == (EntryState.WAITING, run)
    assert run is not None
    last = Run(run).events().last
    assert last is not None
    assert last.kind == "stop"


def test_one_entry_is_taken_by_one_process(line: RunQueue, tiny_config: RunConfig) -> None:
    number = line.add(Entry.of_config(tiny_config)).number
    with line.taken(number):
        program = "import sys; from pathlib import Path; from latentlab.queue.store import RunQueue; " + (
            "from latentlab.queue.work import work_on; sys.exit(work_on(RunQueue(Path(sys.argv[1])), sys.argv[2]))"
        )
        other = subprocess.run([sys.executable, "-c", program, str(line.folder), number], check=False, timeout=_SECONDS)
        assert other.returncode == TAKEN
        with pytest.raises(LockError, match=f"queue entry {number}: process {os.getpid()} on"):
            line.remove(number)
    assert work_on(line, number) == 0
    assert work_on(line, number) == TAKEN  # it is finished


def test_entries_run_side_by_side_each_once(line: RunQueue, tiny_config: RunConfig) -> None:
    for entry in _named(tiny_config, "a", "b", "c"):
        line.add(entry)
    at_once: set[str] = set()
    most = 0

    def begun(queued: Queued) -> None:
        nonlocal most
        at_once.add(queued.number)
        most = max(most, len(at_once))

    ended = run_queue(line.folder, 2, begun, lambda queued: at_once.discard(queued.number))
    assert most == 2
    assert sorted(queued.title for queued in ended) == ["a", "b", "c"]
    assert len(list(line.runs_folder.glob("*_*"))) == 3


def test_a_run_goes_on_and_a_sweep_is_run_from_the_queue(line: RunQueue, tiny_config: RunConfig, tmp_path: Path) -> None:
    run = train(tiny_config, tmp_path / "elsewhere")
    more = override(tiny_config, [f"train.steps={tiny_config.train.steps + 4}"])
    line.add(Entry.of_run(run.path, more))
    sweep = tmp_path / "small.toml"
    sweep.write_text('name = "small"\npreset = "digits"\nbase.train.steps = 2\nevaluate = { samples = 1, images = 8 }\n')
    with sweep.open("a") as file:
        file.write("base.train.checkpoint_every = 2\ngrid.objective.beta = [1, 2]\n")
    line.add(Entry.of_sweep(str(sweep)))
    assert [queued.state for queued in run_queue(line.folder)] == [EntryState.FINISHED] * 2, [q.reason for q in line.entries()]
    assert Run(run.path).checkpoint().step == tiny_config.train.steps + 4
    assert line.entries()[0].run == run.path
    assert (line.runs_folder.with_name("sweeps") / "small" / "cells").is_dir()


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("entry.json", "{"),
        ("entry.json", '{"schema_version": 1, "kind": "continue"}'),
        ("entry.json", '{"schema_version": 2, "kind": "run"}'),
        ("state.json", '{"state": "dancing"}'),
        ("state.json", "[]"),
    ],
)
def test_a_damaged_entry_says_so_and_the_rest_goes_on(file: str, content: str, line: RunQueue, tiny_config: RunConfig) -> None:
    damaged, sound = (line.add(entry).number for entry in _named(tiny_config, "a", "b"))
    (line.folder / damaged / file).write_text(content, encoding="utf-8")
    assert [queued.number for queued in run_queue(line.folder)] == [sound]
    assert line.get(damaged).state is EntryState.FAILED
    assert str(line.folder / damaged / file) in line.get(damaged).reason
    line.remove(damaged)
    assert [queued.number for queued in line.entries()] == [sound]


def test_an_entry_that_is_not_there_is_named(line: RunQueue, tiny_config: RunConfig) -> None:
    number = line.add(Entry.of_config(tiny_config)).number
    for act in (line.remove, line.pause, line.wait, line.duplicate, line.get, lambda name: line.move(name, 0)):
        for wrong in ("2611261900-abcd", "../../etc", ""):
            with pytest.raises(RunError, match=f"there is no such entry; there are: {number}"):
                act(wrong)


def test_the_command_line_adds_lists_moves_and_runs(command: Command, line: RunQueue, tmp_path: Path) -> None:
    small = [word for setting in ("train.steps=2", "train.batch_size=8", "name=x") for word in ("--set", setting)]
    code, first, _ = command("add", "--preset", "digits", *small)
    assert code == 0
    _, second, _ = command("add", *small, "--set", "name=y")
    assert command("move", second.strip(), 1)[0] == 0
    _, listed, _ = command("list", "--json")
    assert [(entry["entry"], entry["what"], entry["state"]) for entry in json.loads(listed)] == [
        (second.strip(), "y", "waiting"),
        (first.strip(), "x", "waiting"),
    ]
    assert command("pause", first.strip())[0] == 0
    done = tmp_path / "done"
    code, _, err = command("run", "--then", f"{sys.executable} -c \"open(r'{done}', 'w')\"")
    assert (code, done.exists()) == (0, True), err
    assert "1 of the queue run, 0 failed." in " ".join(err.split())
    assert _states(line) == ["finished", "paused"]
    for words, said in (
        (("add", "--preset", "digits", "--sweep", "ablation-lambda"), "give one of RUN.toml"),
        (("add", "--set", "train.stepz=3"), "train.stepz"),
        (("add", "--sweep", "nothing"), "no sweep is called so"),
        (("add", "--resume", tmp_path), "run.toml"),
        (("remove", "nothing"), "there is no such entry"),
        (("run", "--workers", "0"), "--workers"),
    ):
        code, _, err = command(*words)
        assert code == 2, words
        assert said in " ".join(err.split()), words
        assert len(line.entries()) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGINT to one process alone")
def test_ctrl_c_saves_what_is_trained(line: RunQueue, long_config: RunConfig) -> None:
    number = line.add(Entry.of_config(long_config)).number
    program = [sys.executable, "-c", "from latentlab.cli import main; main()", "queue", "run", "--out", str(line.runs_folder)]
    process = subprocess.Popen(program, stderr=subprocess.PIPE, text=True)
    try:
        _run_with_a_checkpoint(line, number, process)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=_SECONDS)
    finally:
        process.kill()
    assert process.returncode == 130
    assert "what was learned is saved" in " ".join(err.split())
    assert line.get(number).state is EntryState.WAITING
