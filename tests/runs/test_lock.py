"""One writer a run, and what readers can tell of it."""

import json
import os
import signal
import socket
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from latentlab.config import RunConfig
from latentlab.errors import LockError, RunError
from latentlab.runs import Follower, Run, RunLock, RunState, RunWriter
from latentlab.runs.lock import STALE, Holder, read_holder

SHAPE = (1, 32, 32)
_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="processes are told apart by /proc")


@pytest.fixture
def writer(tmp_path: Path, tiny_config: RunConfig) -> RunWriter:
    return RunWriter.create(tmp_path / "runs", tiny_config, SHAPE)


def _ago(seconds: float) -> str:
    return (datetime.now(UTC) - timedelta(seconds=seconds)).isoformat(timespec="seconds")


def _write(run: Path, **changes: Any) -> None:
    record = {"host": "elsewhere", "pid": 7, "started": _ago(99), "heartbeat": _ago(1), "machine": "another one"}
    (run / "lock").write_text(json.dumps(record | changes))
    written = datetime.fromisoformat(str((record | changes)["heartbeat"])).timestamp()
    os.utime(run / "lock", (written, written))


def test_a_second_writer_is_refused_with_who_holds_the_run(writer: RunWriter, tiny_config: RunConfig) -> None:
    who = rf"process {os.getpid()} on {socket.gethostname()} is writing this run"
    with pytest.raises(LockError, match=who):
        RunWriter.resume(writer.path, tiny_config, 0)
    assert Run(writer.path).state is RunState.LIVE
    writer.close()
    writer.close()
    assert not (writer.path / "lock").exists()
    assert Run(writer.path).state is RunState.INTERRUPTED
    RunWriter.resume(writer.path, tiny_config, 0).close()


def test_a_writer_that_nobody_holds_any_longer_lets_go(writer: RunWriter, tiny_config: RunConfig) -> None:
    path = RunWriter.create(writer.path.parent, tiny_config, SHAPE).path
    assert Run(path).state is RunState.INTERRUPTED


_HOLD = """
import sys
from pathlib import Path
from latentlab.config import load_preset
from latentlab.runs import RunWriter
writer = RunWriter.create(Path(sys.argv[1]), load_preset("digits"), (1, 32, 32))
writer.event(0, "start", "text")
print(writer.path, flush=True)
sys.stdin.read()
"""


@_LINUX
def test_a_run_of_another_process_is_live_until_it_is_killed_and_is_then_taken_over(
    tmp_path: Path, tiny_config: RunConfig
) -> None:
    command = [sys.executable, "-c", _HOLD, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        path = Path(process.stdout.readline().strip())
        follower = Follower(path)
        assert follower.look().state is RunState.LIVE
        with pytest.raises(LockError, match=rf"process {process.pid} on "):
            RunWriter.resume(path, tiny_config, 0)
        assert follower.look().state is RunState.LIVE
        process.send_signal(signal.SIGKILL)
        os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)  # dead, but not buried
        assert follower.look().state is RunState.INTERRUPTED
        writer = RunWriter.resume(path, tiny_config, 0)
    assert Run(path).state is RunState.LIVE
    assert read_holder(path) is not None
    writer.close()


@_LINUX
def test_another_process_of_the_same_number_is_not_taken_for_the_writer(writer: RunWriter, tiny_config: RunConfig) -> None:
    record = json.loads((writer.path / "lock").read_text())
    writer.close()
    for changes, state in (
        ({}, RunState.LIVE),
        ({"ticks": record["ticks"] - 1}, RunState.INTERRUPTED),
        ({"folder": record["folder"] + 1}, RunState.INTERRUPTED),  # a copy of a run that is being written
        ({"pid": 2**22 + 1}, RunState.INTERRUPTED),
        ({"ticks": None, "heartbeat": _ago(STALE + 5)}, RunState.INTERRUPTED),
        ({"heartbeat": _ago(STALE + 5)}, RunState.LIVE),  # stopped by a debugger, say, but there
    ):
        (writer.path / "lock").write_text(json.dumps(record | changes))
        assert Run(writer.path).state is state, changes
    (writer.path / "lock").write_text(json.dumps(record | {"ticks": 1}))
    RunWriter.resume(writer.path, tiny_config, 0).close()


def test_another_computer_is_judged_by_its_heartbeat(writer: RunWriter, tiny_config: RunConfig) -> None:
    writer.close()
    for age, lives in ((0, True), (STALE - 5, True), (STALE + 5, False), (-100, True), (-9999, False)):
        _write(writer.path, heartbeat=_ago(age))
        assert (Run(writer.path).state is RunState.LIVE) == lives, age
    _write(writer.path)
    with pytest.raises(LockError, match="process 7 on elsewhere"):
        RunWriter.resume(writer.path, tiny_config, 0)
    _write(writer.path, heartbeat=_ago(STALE + 5))
    os.utime(writer.path / "lock")  # just now: its clock is slow
    with pytest.raises(LockError, match="process 7 on elsewhere"):
        RunWriter.resume(writer.path, tiny_config, 0)
    _write(writer.path, heartbeat=_ago(STALE + 5), folder=1)
    os.utime(writer.path / "lock")  # just now: this is a copy
    RunWriter.resume(writer.path, tiny_config, 0).close()


def test_a_heartbeat_that_is_seen_to_change_is_alive_whatever_the_clocks_say(writer: RunWriter) -> None:
    writer.close()
    follower = Follower(writer.path)
    _write(writer.path, heartbeat=_ago(5000))
    assert follower.look().state is RunState.INTERRUPTED
    _write(writer.path, heartbeat=_ago(4995))
    assert follower.look().state is RunState.LIVE


@pytest.mark.parametrize(
    "content",
    [
        "",
        "text",
        "[]",
        "[" * 9999,
        "null",
        '{"host": "elsewhere"}',
        json.dumps({"host": "elsewhere", "pid": "7", "heartbeat": "now"}),
        json.dumps({"host": "elsewhere", "pid": True, "heartbeat": "2026-01-01"}),
        json.dumps({"host": "elsewhere", "pid": 10**400, "heartbeat": _ago(0)}),
        json.dumps({"host": [], "pid": 7, "heartbeat": _ago(0)}),
        json.dumps({"host": "elsewhere", "pid": 7, "heartbeat": "0000-99-99"}),
        json.dumps({"host": "elsewhere", "pid": 7, "heartbeat": "2026-01-01T00:00:00"}),
    ],
    ids=range(12),  # the contents hold the time, and every process must collect the same tests
)
def test_a_damaged_lock_holds_nothing(writer: RunWriter, tiny_config: RunConfig, content: str) -> None:
    writer.close()
    (writer.path / "lock").write_text(content)
    assert Run(writer.path).state is RunState.INTERRUPTED
    RunWriter.resume(writer.path, tiny_config, 0).close()


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes on Windows")
@pytest.mark.parametrize("name", ["lock", ".lock"])
@pytest.mark.parametrize("kind", ["folder", "pipe", "link"])
def test_locks_that_are_no_files_do_not_keep_a_run_from_going_on(
    writer: RunWriter, tiny_config: RunConfig, name: str, kind: str
) -> None:
    writer.close()
    place = writer.path / name
    place.unlink(missing_ok=True)
    if kind == "folder":
        place.mkdir()
    elif kind == "pipe":
        os.mkfifo(place)
    else:
        place.symlink_to("nowhere")
    assert Run(writer.path).state is RunState.INTERRUPTED
    again = RunWriter.resume(writer.path, tiny_config, 0)
    assert Run(writer.path).state is RunState.LIVE
    with pytest.raises(LockError):
        RunWriter.resume(writer.path, tiny_config, 0)
    again.close()


def test_where_the_file_system_has_no_locks_the_heartbeat_keeps_the_second_writer_out(
    tmp_path: Path, tiny_config: RunConfig, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_locks(lock: object) -> None:
        raise OSError(37, "No locks available")

    monkeypatch.setattr("latentlab.runs.lock.FileLock.acquire", no_locks)
    writer = RunWriter.create(tmp_path, tiny_config, SHAPE)
    with pytest.raises(LockError, match="is writing this run"):
        RunWriter.resume(writer.path, tiny_config, 0)
    writer.close()
    RunWriter.resume(writer.path, tiny_config, 0).close()


def test_a_writer_that_was_taken_over_writes_nothing_more(writer: RunWriter) -> None:
    writer.event(0, "start", "text")
    _write(writer.path, token="another")
    before = (writer.path / "events.jsonl").read_bytes()
    for write in (
        lambda: writer.event(1, "alarm", "text"),
        lambda: writer.checkpoint(1, 0.0, lambda path: None),
        writer.flush,
    ):
        with pytest.raises(LockError, match="process 7 on elsewhere has taken over this run"):
            write()
    writer.close()
    assert (writer.path / "events.jsonl").read_bytes() == before
    assert (writer.path / "lock").exists()  # it is not ours to remove
    assert list((writer.path / "checkpoints").iterdir()) == []


def test_the_heartbeat_is_kept_in_place_and_notices_who_took_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("latentlab.runs.lock.HEARTBEAT", 0.01)
    times = iter(f"2026-01-01T00:00:{second:02d}+00:00" for second in range(60))
    monkeypatch.setattr("latentlab.runs.lock._now", lambda: next(times, "2026-01-01T00:01:00+00:00"))
    lock = RunLock.take(tmp_path)
    inode = (tmp_path / "lock").stat().st_ino
    seen: set[str] = set()
    while len(seen) < 3:
        holder = read_holder(tmp_path)
        if holder is not None:
            seen.add(holder.heartbeat)
    assert (tmp_path / "lock").stat().st_ino == inode
    while not lock._beat.ended.wait(0.05):  # a heartbeat under way may still write over what has just been written
        _write(tmp_path, token="another")
    lock.release()
    assert Holder.from_record(json.loads((tmp_path / "lock").read_text())).host == "elsewhere"  # type: ignore[union-attr]


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path, tiny_config: RunConfig) -> None:
    with pytest.raises(RunError, match="nowhere: not a LatentLab run: there is no such folder"):
        RunWriter.resume(tmp_path / "nowhere", tiny_config, 0)
    assert not (tmp_path / "nowhere").exists()
    with pytest.raises(FileNotFoundError):
        RunLock.take(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("kinds", "state"),
    [
        ([], RunState.INTERRUPTED),
        (["start", "alarm"], RunState.INTERRUPTED),
        (["start", "alarm", "finish"], RunState.FINISHED),
        (["start", "stop", "alarm"], RunState.STOPPED),
        (["start", "failure"], RunState.FAILED),
        (["start", "stop", "resume", "change"], RunState.INTERRUPTED),
    ],
)
def test_a_run_that_nobody_writes_is_how_it_ended(writer: RunWriter, kinds: list[str], state: RunState) -> None:
    for kind in kinds:
        writer.event(0, kind, "text")
    writer.close()
    assert Run(writer.path).state is state
    assert str(Run(writer.path).state) == state.value


def test_a_writer_that_slept_while_another_wrote_and_let_go_no_longer_writes(writer: RunWriter) -> None:
    lock = writer._lock
    (writer.path / "lock").unlink()
    lock.check()  # removed by hand, say
    lock._beat.awake_at -= STALE + 1
    with pytest.raises(LockError, match="was held up for more than 60 s, and its lock is gone"):
        writer.event(1, "alarm", "Nothing.")
    writer.close()
