"""Which checkpoints are whole, what is used where one is not, and what becomes of the damaged ones."""

import json
import os
import shutil
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file

from latentlab import cli
from latentlab.config import RunConfig
from latentlab.errors import RunError
from latentlab.runs import Run, RunWriter
from latentlab.runs.manifest import write_manifest

_POSIX = pytest.mark.skipif(sys.platform == "win32", reason="no named pipes on Windows")


def _folder_instead(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _pipe_instead(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _link_to_nothing(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.with_name("nowhere"))


def _flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


_DAMAGES: dict[str, Callable[[Path], object]] = {
    "truncated": lambda path: path.write_bytes(path.read_bytes()[:-2]),
    "halved": lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]),
    "flipped": _flip,
    "emptied": lambda path: path.write_bytes(b""),
    "removed": lambda path: path.unlink(),
    "zeros": lambda path: path.write_bytes(bytes(path.stat().st_size)),
    "appended": lambda path: path.write_bytes(path.read_bytes() + b"\0"),
    "text": lambda path: path.write_text("text"),
    "deep": lambda path: path.write_text("[" * 100_000),
    "long number": lambda path: path.write_text('{"step": ' + "9" * 5000 + "}"),
    "folder": _folder_instead,
    "pipe": _pipe_instead,
    "link to nothing": _link_to_nothing,
}


def _files(run: Path) -> list[str]:
    return sorted(path.name for path in (run / "checkpoints" / "step-000000008").iterdir())


@_POSIX
@pytest.mark.parametrize("damage", _DAMAGES)
def test_a_checkpoint_of_which_any_file_is_damaged_gives_way_to_the_whole_one_before_it(tiny_run: Path, damage: str) -> None:
    sound = Run(tiny_run).checkpoint()
    assert (sound.step, Run(tiny_run).newest_note(sound)) == (8, "")
    for name in _files(tiny_run):
        spare = shutil.copytree(sound.path, tiny_run / "spare")
        _DAMAGES[damage](sound.path / name)
        run = Run(tiny_run)
        used = run.checkpoint()
        assert used.step == 4, name
        note = run.newest_note(used)
        assert note.startswith("The checkpoint of step 8 is damaged (")
        assert note.endswith("); step 4 is used.")
        assert name in note or name == "manifest.json"  # a byte of a digest accuses the file it is of
        assert "\n" not in note
        with pytest.raises(RunError, match="step-000000008: damaged: .*; choose another checkpoint"):
            run.checkpoint(8)
        assert len(run.model().state_dict()) > 0
        shutil.rmtree(sound.path)
        spare.rename(sound.path)
    assert Run(tiny_run).checkpoint() == sound


@_POSIX
@pytest.mark.parametrize("kind", ["file", "pipe", "link", "another step", "an extra file"])
def test_what_only_has_a_checkpoints_name_is_refused(tiny_run: Path, kind: str) -> None:
    run = Run(tiny_run)
    place = tiny_run / "checkpoints" / "step-000000012"
    older = run.checkpoint(4).path
    if kind == "file":
        place.write_text("text")
    elif kind == "pipe":
        os.mkfifo(place)
    elif kind == "link":
        place.symlink_to(older)
    else:
        shutil.copytree(older, place)
    if kind == "an extra file":
        write_manifest(place, 12, 0.0)
        assert run.checkpoint().step == 12
        shutil.copy(place / "model.safetensors", place / "ema.safetensors")
    assert [at.step for at in run.checkpoints()] == [4, 8, 12]
    assert run.checkpoint().step == 8
    assert "The checkpoint of step 12 is damaged (" in run.newest_note(run.checkpoint())


def test_other_names_are_no_checkpoints(tiny_run: Path) -> None:
    for name in ("step-²", "step-12", "step-0000000012", "step-00000001२", "step-000000012.tmp", "damaged-step-000000012"):
        (tiny_run / "checkpoints" / name).mkdir()
    assert [at.step for at in Run(tiny_run).checkpoints()] == [4, 8]


def test_a_run_of_damaged_checkpoints_alone_says_so(tiny_run: Path) -> None:
    for checkpoint in Run(tiny_run).checkpoints():
        (checkpoint.path / "manifest.json").unlink()
    with pytest.raises(RunError, match=r"manifest.json there is no such file.*nor is any of the 1 before it.*no usable"):
        Run(tiny_run).checkpoint()


@pytest.mark.parametrize(
    "change",
    [
        {"step": 4},
        {"step": True},
        {"step": "8"},
        {"step": -1},
        {"schema_version": 9},
        {"files": []},
        {"files": {}},
        {"files": {"../model.safetensors": {"size": 1, "sha256": "0" * 64}}},
        {"files": {"model.safetensors": {"size": 1.5, "sha256": "0" * 64}}},
        {"files": {"model.safetensors": []}},
    ],
    ids=str,
)
def test_a_manifest_of_other_types_and_ranges_is_damage(tiny_run: Path, change: dict[str, object]) -> None:
    path = tiny_run / "checkpoints" / "step-000000008" / "manifest.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | change))
    run = Run(tiny_run)
    assert run.checkpoint().step == 4
    assert "step 8 is damaged" in run.newest_note(run.checkpoint())


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_weights_that_are_not_finite_are_refused(tiny_run: Path, value: float) -> None:
    path = tiny_run / "checkpoints" / "step-000000008" / "model.safetensors"
    weights = load_file(path)
    next(iter(weights.values())).view(-1)[0] = value
    save_file(weights, path)
    write_manifest(path.parent, 8, 0.0)
    with pytest.raises(RunError, match=r"model.safetensors: the weights are not finite \(.* holds NaN or infinity\)"):
        Run(tiny_run).model()


def test_resuming_sets_the_damaged_aside_and_pruning_leaves_them(tiny_run: Path, tiny_config: RunConfig) -> None:
    _flip(tiny_run / "checkpoints" / "step-000000008" / "model.safetensors")
    run = Run(tiny_run)
    writer = RunWriter.resume(tiny_run, tiny_config, run.checkpoint().step)
    folder = tiny_run / "checkpoints"
    assert sorted(path.name for path in folder.iterdir()) == ["damaged-step-000000008", "step-000000004"]
    for step in range(5, 10):
        writer.checkpoint(step, float(step), lambda path: (path / "model.safetensors").write_bytes(b"weights"))
    writer.close()
    assert [at.step for at in run.checkpoints()] == [7, 8, 9]
    assert (folder / "damaged-step-000000008" / "model.safetensors").exists()


def test_going_back_to_an_earlier_checkpoint_keeps_the_newer_under_another_name(tiny_run: Path, tiny_config: RunConfig) -> None:
    RunWriter.resume(tiny_run, tiny_config, 4).close()
    assert [at.step for at in Run(tiny_run).checkpoints()] == [4]
    assert (tiny_run / "checkpoints" / "replaced-step-000000008" / "manifest.json").exists()
    assert [report.step for report in Run(tiny_run).reports()] == [2, 4]


def test_a_checkpoint_that_is_damaged_is_neither_counted_nor_dropped(tiny_config: RunConfig, tmp_path: Path) -> None:
    writer = RunWriter.create(tmp_path, tiny_config, (1, 32, 32))
    for step in range(1, 8):
        writer.checkpoint(step, -float(step), lambda path: (path / "model.safetensors").write_bytes(b"weights"))
        if step == 3:
            (writer.path / "checkpoints" / "step-000000003" / "model.safetensors").write_bytes(b"")
    assert [at.step for at in Run(writer.path).checkpoints()] == [1, 3, 5, 6, 7]


def _of_schema_1(path: Path, step: int, score: float) -> None:
    path.mkdir(parents=True)
    save_file({"weight": torch.ones(3)}, path / "model.safetensors")
    torch.save({"step": step}, path / "trainer.pt")
    (path / "checkpoint.json").write_text(json.dumps({"step": step, "score": score}))


@_POSIX
def test_checkpoints_of_schema_1_are_read_and_count(tiny_config: RunConfig, tmp_path: Path) -> None:
    writer = RunWriter.create(tmp_path, tiny_config, (1, 32, 32))
    for step, score in ((1, 5.0), (2, 3.0)):
        _of_schema_1(writer.path / "checkpoints" / f"step-{step:09d}", step, score)
    run = Run(writer.path)
    assert run.checkpoint().step == 2
    for name, damages in {
        "model.safetensors": ("truncated", "halved", "emptied", "removed", "zeros", "folder", "pipe"),
        "trainer.pt": ("truncated", "halved", "flipped", "emptied", "removed", "zeros", "folder", "pipe"),
        "checkpoint.json": ("halved", "emptied", "removed", "folder", "pipe", "deep", "long number"),
    }.items():
        for damage in damages:
            whole = run.checkpoint(2).path
            spare = shutil.copytree(whole, tmp_path / "spare")
            _DAMAGES[damage](whole / name)
            assert run.checkpoint().step == 1, (name, damage)
            shutil.rmtree(whole)
            spare.rename(whole)
    for step in (3, 4, 5, 6):
        writer.checkpoint(step, float(step) - 9, lambda path: (path / "model.safetensors").write_bytes(b"weights"))
    assert [at.step for at in run.checkpoints()] == [1, 4, 5, 6]  # the first is the best


def test_a_compressed_trainer_state_is_not_unpacked(tiny_config: RunConfig, tmp_path: Path) -> None:
    path = tmp_path / "checkpoints" / "step-000000001"
    writer = RunWriter.create(tmp_path, tiny_config, (1, 32, 32))
    path = writer.path / "checkpoints" / "step-000000001"
    _of_schema_1(path, 1, 0.0)
    with zipfile.ZipFile(path / "trainer.pt", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb", bytes(2**20))
    with pytest.raises(RunError, match="trainer.pt is damaged"):
        Run(writer.path).checkpoint()


@_POSIX
def test_others_may_read_every_file_of_a_run_as_the_umask_says(tmp_path: Path, tiny_config: RunConfig) -> None:
    before = os.umask(0o027)
    try:
        writer = RunWriter.create(tmp_path / "runs", tiny_config, (1, 32, 32))
        writer.event(0, "start", "text")
        writer.checkpoint(1, 0.0, lambda path: save_file({"weight": torch.ones(3)}, path / "model.safetensors"))
    finally:
        os.umask(before)
    modes = {
        path.name: path.stat().st_mode & 0o777 for path in writer.path.rglob("*") if path.is_file() and path.name != ".lock"
    }
    assert modes == dict.fromkeys(("run.toml", "lock", "events.jsonl", "manifest.json", "model.safetensors"), 0o640)
    assert {path.stat().st_mode & 0o777 for path in writer.path.rglob("*") if path.is_dir()} == {0o750}


def test_commands_say_in_one_sentence_which_checkpoint_they_use(
    tiny_run: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _flip(tiny_run / "checkpoints" / "step-000000008" / "model.safetensors")
    sentence = (
        "latentlab: The checkpoint of step 8 is damaged (model.safetensors does not hold what was written); step 4 is used."
    )
    for arguments in (
        ["sample", str(tiny_run), "-o", str(tmp_path / "picture.png")],
        ["evaluate", str(tiny_run), "--samples", "2", "--images", "20"],
        ["train", "--resume", str(tiny_run)],
    ):
        monkeypatch.setattr(sys, "argv", ["latentlab", *arguments])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        assert ended.value.code in (0, None)
        assert capsys.readouterr().err.splitlines().count(sentence) == 1
    assert (tiny_run / "checkpoints" / "damaged-step-000000008").is_dir()
    assert [at.step for at in Run(tiny_run).checkpoints()] == [4, 8]
