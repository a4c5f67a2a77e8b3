"""A run folder that is deleted, moved or has no room while its run is being written."""

import errno
import os
import shutil
import stat
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from latentlab.config import RunConfig
from latentlab.errors import DiskError, LockError, RunError
from latentlab.runs import Report, Run, RunState, RunWriter

SHAPE = (1, 32, 32)
_POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows deletes no folder of files that are open")


class _Usage(NamedTuple):
    total: int
    used: int
    free: int


def _report(step: int) -> Report:
    return Report(step, step / 10, step / 100, 1000.0, {"elbo": -float(step)})


def _fill(folder: Path) -> None:
    (folder / "model.safetensors").write_bytes(b"w" * 5000)


@pytest.fixture
def writer(tmp_path: Path, tiny_config: RunConfig) -> RunWriter:
    writer = RunWriter.create(tmp_path / "runs", tiny_config, SHAPE)
    writer.event(0, "start", "It begins.")
    for step in (2, 4):
        writer.report(_report(step))
    writer.checkpoint(4, 0.0, _fill)
    return writer


@_POSIX
@pytest.mark.parametrize("gone", ["run", "runs", "checkpoints", "metrics.jsonl", "run.toml"])
@pytest.mark.parametrize("by", ["report", "checkpoint", "event"])
def test_what_is_deleted_while_a_run_is_written_is_made_again(
    writer: RunWriter, tiny_config: RunConfig, gone: str, by: str
) -> None:
    place = {"run": writer.path, "runs": writer.path.parent}.get(gone, writer.path / gone)
    if place.is_dir():
        shutil.rmtree(place)
    else:
        place.unlink()
    if by == "report":
        writer.report(_report(6))
    elif by == "event":
        writer.event(6, "alarm", "text")
    writer.checkpoint(6, 0.0, _fill)
    run = Run(writer.path)
    assert run.config == tiny_config
    assert run.state is RunState.LIVE
    assert [report.step for report in run.reports()] == [2, 4, *([6] if by == "report" else [])]
    assert run.events()[0].text == "It begins."
    assert run.checkpoint().step == 6
    deleted = [event.text for event in run.events() if "was deleted" in event.text]
    assert len(deleted) == (gone in ("run", "runs"))
    with pytest.raises(LockError):
        RunWriter.resume(writer.path, tiny_config, 6)
    writer.close()
    RunWriter.resume(writer.path, tiny_config, 6).close()


@_POSIX
def test_a_disk_that_is_gone_is_waited_for_and_nothing_is_written_where_it_was(
    writer: RunWriter, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.move(writer.path, writer.path.parent.parent / "elsewhere")
    with monkeypatch.context() as patch:
        patch.setattr(writer._keeper, "_device", -1)
        with pytest.raises(DiskError, match="the disk that holds this run is gone; connect it again"):
            writer.report(_report(6))
        assert not writer.path.exists()
    shutil.move(writer.path.parent.parent / "elsewhere", writer.path)
    writer.report(_report(8))
    assert [report.step for report in Run(writer.path).reports()] == [2, 4, 6, 8]


def test_room_is_looked_for_before_a_checkpoint_is_written(writer: RunWriter, monkeypatch: pytest.MonkeyPatch) -> None:
    free = [2**20 + 4000]
    monkeypatch.setattr("latentlab.runs.disk.shutil.disk_usage", lambda path: _Usage(2**30, 0, free[0]))
    asked: list[Path] = []
    with pytest.raises(DiskError, match=r"the checkpoint of step 6 needs 1 MiB and 1 MiB are free on|make room on this disk"):
        writer.checkpoint(6, 0.0, asked.append)
    assert asked == []
    free[0] += 2000
    writer.checkpoint(6, 0.0, _fill)
    assert [at.step for at in Run(writer.path).checkpoints()] == [4, 6]


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(28, "No space left on device"), "there is no space left on the disk"),
        (OSError(30, "Read-only file system"), "the disk is read-only"),
        (OSError(5, "Input/output error"), "the disk reports an error"),
        (RuntimeError("[enforce fail at inline_container.cc:595] . unexpected pos 64 vs 0"), "writing failed"),
    ],
)
def test_what_a_disk_does_is_said_in_plain_words(writer: RunWriter, error: Exception, words: str) -> None:
    def fail(folder: Path) -> None:
        _fill(folder)
        raise error

    with pytest.raises(DiskError, match=rf"step-000000006: the checkpoint of step 6 cannot be written: {words}\. Earlier"):
        writer.checkpoint(6, 0.0, fail)
    assert [path.name for path in (writer.path / "checkpoints").iterdir()] == ["step-000000004"]


def test_other_faults_of_a_checkpoint_are_not_taken_for_the_disks(writer: RunWriter) -> None:
    def fail(folder: Path) -> None:
        raise RuntimeError("CUDA error")

    with pytest.raises(RuntimeError, match="CUDA error"):
        writer.checkpoint(6, 0.0, fail)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_permission_is_named(writer: RunWriter) -> None:
    (writer.path / "checkpoints").chmod(0o500)
    try:
        with pytest.raises(DiskError, match="there is no permission to write there"):
            writer.checkpoint(6, 0.0, _fill)
    finally:
        (writer.path / "checkpoints").chmod(0o700)


def test_the_lines_reach_the_disk_before_the_checkpoint_and_the_names_after_the_files(
    writer: RunWriter, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []
    fsync = os.fsync

    def note(descriptor: int) -> None:
        order.append(Path(f"/proc/self/fd/{descriptor}").readlink().name)
        fsync(descriptor)

    if not Path("/proc/self/fd").is_dir():
        pytest.skip("open files are named by /proc")
    monkeypatch.setattr("latentlab.files.atomic.os.fsync", note)
    writer.checkpoint(6, 0.0, _fill)
    named = ["folder" if name.startswith(".step-") else name for name in order]
    assert named[:3] == ["events.jsonl", "metrics.jsonl", writer.path.name]
    assert sorted(named[3:5]) == ["manifest.json", "model.safetensors"]
    assert named[5:] == ["folder", "checkpoints"]


@_POSIX
@pytest.mark.parametrize("deleted", [False, True])
def test_a_run_goes_on_in_another_folder(writer: RunWriter, tmp_path: Path, tiny_config: RunConfig, deleted: bool) -> None:
    earlier = writer.path
    os.mkfifo(earlier / "exports" / "pipe")
    if deleted:
        shutil.rmtree(earlier)
    path = writer.move_to(tmp_path / "roomy")
    assert path == writer.path == tmp_path / "roomy" / earlier.name
    writer.report(_report(6))
    run = Run(path)
    assert run.state is RunState.LIVE
    assert [report.step for report in run.reports()] == [2, 4, 6]
    assert [at.step for at in run.checkpoints()] == ([] if deleted else [4])
    if not deleted:
        assert run.checkpoint().step == 4
        assert Run(earlier).state is RunState.INTERRUPTED
        assert [report.step for report in Run(earlier).reports()] == [2, 4]
    with pytest.raises(LockError):
        RunWriter.resume(path, tiny_config, 4)
    (tmp_path / "file").touch()
    with pytest.raises(RunError, match="the run cannot be moved here: .*Choose another folder"):
        writer.move_to(tmp_path / "file")
    assert writer.path == path
    writer.report(_report(8))
    assert [report.step for report in run.reports()] == [2, 4, 6, 8]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows flushes no folders")
def test_a_file_system_that_flushes_no_folders_is_no_disk_that_fails(
    writer: RunWriter, monkeypatch: pytest.MonkeyPatch
) -> None:
    fsync = os.fsync

    def refuse_folders(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "Invalid argument")
        fsync(descriptor)

    monkeypatch.setattr("latentlab.files.atomic.os.fsync", refuse_folders)
    writer.checkpoint(6, 0.0, _fill)
    assert Run(writer.path).checkpoint().step == 6
