"""Run folders: written whole, read whatever their state, and never the reason that a run is lost."""

import json
import math
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch

import latentlab
from latentlab.config import RunConfig, override
from latentlab.errors import ConfigError, DataError, RunError
from latentlab.files.atomic import append_whole, folder_atomically, write_atomically
from latentlab.runs import Event, Report, Run, RunWriter, default_runs_folder, list_runs

SHAPE = (1, 32, 32)


def _report(step: int, **values: float) -> Report:
    return Report(step, step / 10, step / 100, 1000.0, values or {"elbo": -float(step)})


def _files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


@pytest.fixture
def writer(tmp_path: Path, tiny_config: RunConfig) -> RunWriter:
    return RunWriter.create(tmp_path / "runs", tiny_config, SHAPE)


def test_a_new_run_is_read_back(writer: RunWriter, tiny_config: RunConfig) -> None:
    writer.event(0, "start", "It begins.")
    writer.report(_report(2))
    writer.report(_report(4, elbo=-1.5, broken=math.nan))
    run = Run(writer.path)
    assert run.config == tiny_config
    assert run.image_shape == SHAPE
    assert [report.step for report in run.reports()] == [2, 4]
    assert run.reports()[0] == _report(2)
    assert math.isnan(run.reports()[1].values["broken"])
    assert [(event.step, event.kind, event.text) for event in run.events()] == [(0, "start", "It begins.")]
    assert run.state == "live"
    assert latentlab.__version__ in (writer.path / "run.toml").read_text()


@pytest.mark.parametrize(
    ("kinds", "status"),
    [
        (["start"], "interrupted"),
        (["start", "alarm", "finish"], "finished"),
        (["start", "stop"], "stopped"),
        (["start", "stop", "resume"], "interrupted"),
        (["start", "stop", "resume", "failure"], "failed"),
    ],
)
def test_the_status_is_how_it_last_ended(writer: RunWriter, kinds: list[str], status: str) -> None:
    for kind in kinds:
        writer.event(0, kind, "text")
    writer.close()
    assert Run(writer.path).state == status


def test_two_runs_of_one_second_get_folders_of_their_own(tmp_path: Path, tiny_config: RunConfig) -> None:
    paths = {RunWriter.create(tmp_path, tiny_config, SHAPE).path for _ in range(3)}
    assert len(paths) == 3
    assert all(path.name.partition("_")[2].startswith("tiny") for path in paths)


@pytest.mark.parametrize("torn", ['{"step": 6, "epo', '{"step": 6}', "null", "[1]", "\x00\x00", '"text"'])
def test_torn_lines_are_skipped(writer: RunWriter, torn: str) -> None:
    for name in ("metrics.jsonl", "events.jsonl"):
        (writer.path / name).write_bytes(b"")
    writer.report(_report(2))
    writer.event(2, "alarm", "text")
    for name in ("metrics.jsonl", "events.jsonl"):
        with (writer.path / name).open("ab") as file:
            file.write(torn.encode() + b"\xff")
    run = Run(writer.path)
    assert [report.step for report in run.reports()] == [2]
    assert [event.kind for event in run.events()] == ["alarm"]


def test_resuming_drops_what_will_be_reported_anew_and_mends_torn_lines(writer: RunWriter, tiny_config: RunConfig) -> None:
    for step in (2, 4, 6):
        writer.report(_report(step))
    writer.event(0, "start", "text")
    for name in ("metrics.jsonl", "events.jsonl"):
        with (writer.path / name).open("ab") as file:
            file.write(b'{"step": \xff')
    leftover = writer.path / "checkpoints" / ".step-000000006.abc"
    leftover.mkdir()
    longer = override(tiny_config, ["train.steps=99"])
    writer.close()
    resumed = RunWriter.resume(writer.path, longer, 4)
    resumed.event(4, "resume", "text")
    resumed.report(_report(8))
    run = Run(writer.path)
    assert [report.step for report in run.reports()] == [2, 4, 8]
    assert [event.kind for event in run.events()] == ["start", "resume"]
    assert run.config == longer
    assert not leftover.exists()


_WRONG_HEADERS: dict[str, tuple[Callable[[Path], object], str]] = {
    "no folder": (lambda path: shutil.rmtree(path), "there is no such folder"),
    "no run.toml": (lambda path: (path / "run.toml").unlink(), r"not a LatentLab run: run\.toml is missing"),
    "a file": (lambda path: (shutil.rmtree(path), path.write_text("x")), "not a LatentLab run"),
    "cut in a line": (lambda path: _edit(path, lambda text: text[: text.index("latent_dim") + 12]), "damaged"),
    "cut before the config": (lambda path: _edit(path, lambda text: text[: text.index("[config]")]), "incomplete"),
    "empty": (lambda path: _edit(path, lambda text: ""), "schema_version is missing"),
    "newer": (lambda path: _edit(path, lambda text: text.replace("version = 3", "version = 4", 1)), "Update LatentLab"),
    "no text": (lambda path: (path / "run.toml").write_bytes(b"\xff\xfe\x00"), "damaged"),
    "wrong setting": (
        lambda path: _edit(path, lambda text: text.replace("beta = 1.0", "beta = -1.0")),
        r"objective\.beta = -1",
    ),
    "wrong shape": (lambda path: _edit(path, lambda text: text.replace("image_shape", "image_shapes")), "incomplete"),
}


def _edit(path: Path, change: Callable[[str], str]) -> None:
    file = path / "run.toml"
    changed = change(file.read_text())
    assert changed != file.read_text()
    file.write_text(changed)


@pytest.mark.parametrize("fault", _WRONG_HEADERS)
def test_a_folder_that_is_no_whole_run_is_named_with_its_fault(writer: RunWriter, fault: str) -> None:
    damage, expected = _WRONG_HEADERS[fault]
    damage(writer.path)
    with pytest.raises(RunError, match=expected) as caught:
        Run(writer.path)
    assert str(writer.path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_run_without_a_checkpoint_says_so(writer: RunWriter) -> None:
    run = Run(writer.path)
    for ask in (run.checkpoint, run.model, lambda: run.decode(np.zeros((1, 4), np.float32))):
        with pytest.raises(RunError, match="has no checkpoint yet"):
            ask()


def test_a_checkpoint_that_is_not_there_is_answered_with_those_that_are(tiny_run: Path) -> None:
    with pytest.raises(RunError, match=r"no checkpoint of step 5; there are 4, 8"):
        Run(tiny_run).checkpoint(5)


def test_a_model_that_does_not_fit_the_config_is_named(tiny_run: Path) -> None:
    _edit(tiny_run, lambda text: text.replace("hidden = 32", "hidden = 31"))
    with pytest.raises(RunError, match="cannot be loaded"):
        Run(tiny_run).model()


def test_a_run_encodes_and_decodes_images_and_refuses_others(tiny_run: Path) -> None:
    run = Run(tiny_run)
    x = np.random.default_rng(0).random((3, *SHAPE), np.float32)
    posterior = run.encode(x)
    images = run.decode(posterior.mode)
    assert posterior.mean.shape == (3, 4)
    assert images.shape == (3, *SHAPE)
    assert 0 <= images.min() <= images.max() <= 1
    assert torch.equal(images, run.model().decode(run.model().encode(torch.from_numpy(x)).mean).mean)
    for wrong, expected in (
        (x[0], r"shape \(1, 32, 32\); this model takes \(N, 1, 32, 32\)"),
        (x[..., :16], r"shape \(3, 1, 32, 16\)"),
        ((x * 255).astype(np.uint8), "floats in \\[0, 1\\]"),
        (x * 2 - 1, r"images from -.* to .*; this model takes floats in \[0, 1\]"),
        (np.full_like(x, np.nan), "from nan"),
    ):
        with pytest.raises(DataError, match=expected):
            run.encode(wrong)
    with pytest.raises(DataError, match=r"latents of shape \(3, 5\); this model takes \(N, 4\)"):
        run.decode(np.zeros((3, 5), np.float32))


def _fill(folder: Path) -> None:
    (folder / "model.safetensors").write_bytes(b"weights")


def test_the_last_three_checkpoints_and_the_best_are_kept(writer: RunWriter) -> None:
    scores = {1: -9.0, 2: -3.0, 3: -7.0, 4: -5.0, 5: -4.0, 6: math.nan}
    for step, score in scores.items():
        writer.checkpoint(step, score, _fill)
    assert [at.step for at in Run(writer.path).checkpoints()] == [2, 4, 5, 6]
    writer.checkpoint(7, -1.0, _fill)
    assert [at.step for at in Run(writer.path).checkpoints()] == [5, 6, 7]


def test_a_score_that_is_no_number_is_never_the_best(writer: RunWriter) -> None:
    for step, score in enumerate([math.nan, -2.0, -9.0, -9.0, -9.0], start=1):
        writer.checkpoint(step, score, _fill)
    assert [at.step for at in Run(writer.path).checkpoints()] == [2, 3, 4, 5]


def test_a_checkpoint_that_fails_leaves_the_earlier_ones_and_nothing_else(writer: RunWriter) -> None:
    writer.checkpoint(1, 0.0, _fill)
    before = _files(writer.path)

    def fail(folder: Path) -> None:
        _fill(folder)
        raise OSError(28, "No space left on device")

    with pytest.raises(
        RunError, match="checkpoint of step 2 cannot be written: there is no space left on the disk. Earlier ones are intact"
    ):
        writer.checkpoint(2, 0.0, fail)
    assert _files(writer.path) == before


def test_atomic_writing_leaves_the_old_content_or_the_new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "file"
    write_atomically(path, b"old")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("latentlab.files.atomic.os.fsync", full)
        with pytest.raises(OSError, match="No space"):
            write_atomically(path, b"new")
        with pytest.raises(OSError, match="No space"), folder_atomically(tmp_path / "folder") as folder:
            (folder / "inside").write_bytes(b"x")
    assert _files(tmp_path) == ["file"]
    assert path.read_bytes() == b"old"
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on a file's size to play the full disk")
def test_appending_to_a_full_disk_takes_back_what_it_wrote(tmp_path: Path) -> None:
    import resource

    path = tmp_path / "lines"
    path.write_bytes(b"a" * 100)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (120, hard))
    try:
        with pytest.raises(OSError, match="File too large"):
            append_whole(path, b"b" * 50)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert path.read_bytes() == b"a" * 100
    append_whole(path, b"b" * 50)
    assert path.read_bytes() == b"a" * 100 + b"b" * 50


def test_lines_that_could_not_be_written_come_later_once_and_in_order(
    writer: RunWriter, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer.report(_report(1))
    with monkeypatch.context() as patch:
        _fill_the_disk(patch)
        for step in (2, 3):
            with pytest.raises(RunError, match=r"metrics\.jsonl: cannot be written: there is no space left on the disk"):
                writer.report(_report(step))
        with pytest.raises(RunError, match=r"events\.jsonl"):
            writer.event(3, "alarm", "text")
        with pytest.raises(RunError):
            writer.flush()
    writer.report(_report(4))
    assert [report.step for report in Run(writer.path).reports()] == [1, 2, 3, 4]
    assert list(Run(writer.path).events()) == []
    writer.flush()
    writer.flush()
    assert [report.step for report in Run(writer.path).reports()] == [1, 2, 3, 4]
    assert [event.kind for event in Run(writer.path).events()] == ["alarm"]


def _fill_the_disk(patch: pytest.MonkeyPatch) -> None:
    def full(path: Path, content: bytes) -> None:
        raise OSError(28, "No space left on device")

    patch.setattr("latentlab.runs.waiting.append_whole", full)


def test_a_folder_that_cannot_be_written_is_named_and_left_clean(
    tmp_path: Path, tiny_config: RunConfig, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    for out in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(RunError, match=rf"{out.name}: a run cannot be written here: .*Choose another folder"):
            RunWriter.create(out, tiny_config, SHAPE)

    def full(path: Path, content: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("latentlab.runs.writer.write_atomically", full)
    with pytest.raises(RunError, match="no space left on the disk"):
        RunWriter.create(tmp_path / "runs", tiny_config, SHAPE)
    assert _files(tmp_path) == ["file", "runs"]


def test_listing_names_every_run_newest_first_and_the_damaged_ones_with_their_fault(
    tmp_path: Path, tiny_run: Path, tiny_config: RunConfig
) -> None:
    out = tiny_run.parent
    (out / "20000101-000000_broken").mkdir()
    (out / ".hidden").mkdir()
    (out / "file").touch()
    started = RunWriter.create(out, override(tiny_config, ["name=zz"]), SHAPE).path
    shutil.move(started, out / "99990101-000000_started")
    summaries = list_runs(out)
    assert [summary.path.name for summary in summaries] == ["99990101-000000_started", tiny_run.name, "20000101-000000_broken"]
    assert [summary.step for summary in summaries] == [0, 8, 0]
    assert summaries[1].run is not None
    assert summaries[1].run.state == "finished"
    assert summaries[2].run is None
    assert "run.toml is missing" in summaries[2].problem
    with pytest.raises(RunError, match="nowhere: cannot be listed"):
        list_runs(tmp_path / "nowhere")


def test_runs_go_to_the_current_folder_and_elsewhere_from_the_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert default_runs_folder() == tmp_path / "runs"
    monkeypatch.chdir(tmp_path.anchor)
    assert default_runs_folder().parts[-2:] == ("LatentLab", "runs")


def test_a_config_that_cannot_be_resumed_is_refused(tiny_run: Path) -> None:
    run = Run(tiny_run)
    for assignment, expected in (
        ("model.hidden=64", r"model\.hidden = 64: cannot change.*another network.*it is 32"),
        ("seed=3", "seed = 3: cannot change"),
        ("likelihood.name=gaussian", r"likelihood\.name = 'gaussian': cannot change"),
        ("data.size=16", r"data\.size = 16: cannot change.*trained on other images"),
        ("train.batch_size=8", r"train\.batch_size = 8: cannot change.*the order of images would change"),
        ("train.steps=8", r"train\.steps = 8: this run has reached step 8 already"),
    ):
        with pytest.raises(ConfigError, match=expected):
            latentlab.resume(run, override(run.config, [assignment]))
    assert run.state == "finished"  # nothing was touched


def test_every_line_on_disk_is_plain_json(tiny_run: Path) -> None:
    for name in ("metrics.jsonl", "events.jsonl"):
        for line in (tiny_run / name).read_text().splitlines():
            assert "step" in json.loads(line)
    assert Event.from_line("{}") is None


def test_checkpoints_with_a_name_and_every_nth_are_kept(tiny_config: RunConfig, tmp_path: Path) -> None:
    config = override(tiny_config, ["train.keep_every=4"])
    writer = RunWriter.create(tmp_path / "kept", config, SHAPE)
    for step in range(1, 10):
        writer.checkpoint(step, -math.inf, _fill)
        if step == 3:
            writer.keep(3, "before annealing")
    found = Run(writer.path).checkpoints()
    assert [(at.step, at.name) for at in found] == [(3, "before annealing"), (4, ""), (7, ""), (8, ""), (9, "")]
    with pytest.raises(ConfigError, match=r"checkpoint name '\.\./x': write letters"):
        writer.keep(9, "../x")
    (found[1].path / "name.txt").write_bytes(b"\xff\x1b[2J")
    assert found[1].name == ""
    assert Run(writer.path).checkpoint(3).path == found[0].path  # a name does not damage it
    writer.close()
