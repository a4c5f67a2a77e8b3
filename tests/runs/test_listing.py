"""Thousands of runs are listed, the newest first, and a damaged one hides no other; long histories cost little memory."""

import json
import math
import os
import sys
import tracemalloc
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from latentlab import cli
from latentlab.config import Change, RunConfig, override
from latentlab.errors import RunError
from latentlab.files.text import parse_toml
from latentlab.runs import Event, Report, Run, RunState, RunWriter, iterate_runs, list_runs, thinned
from latentlab.runs.header import _plain_toml

SHAPE = (1, 32, 32)
_POSIX = pytest.mark.skipif(sys.platform == "win32", reason="no named pipes on Windows")


def _report(step: int, **values: float) -> Report:
    return Report(step, step / 10, step / 100, 1000.0, values or {"elbo": -float(step)})


def _created(run: Path, time: str) -> None:
    header = run / "run.toml"
    lines = [f'created = "{time}"' if line.startswith("created") else line for line in header.read_text().splitlines()]
    header.write_text("\n".join(lines) + "\n")


@pytest.fixture
def runs(tmp_path: Path, tiny_config: RunConfig) -> Callable[[str], Path]:
    """Makes a run of a name in the folder of runs."""

    def make(name: str) -> Path:
        writer = RunWriter.create(tmp_path / "runs", override(tiny_config, [f"name={name}"]), SHAPE)
        writer.event(0, "start", "text")
        writer.report(_report(2))
        writer.report(_report(4))
        writer.event(4, "finish", "Finished.")
        writer.close()
        return writer.path

    return make


def test_runs_are_listed_by_the_time_at_which_they_began(tmp_path: Path, runs: Callable[[str], Path]) -> None:
    for name, time in (("b", "2026-01-02T00:00:00+00:00"), ("a", "2026-01-02T00:30:00+01:00"), ("c", "2025-12-31T00:00:00Z")):
        _created(runs(name), time)
    listed = list_runs(tmp_path / "runs")
    assert [(summary.name, summary.state, summary.step, summary.steps) for summary in listed] == [
        ("b", RunState.FINISHED, 4, 8),
        ("a", RunState.FINISHED, 4, 8),
        ("c", RunState.FINISHED, 4, 8),
    ]
    assert listed[1].created == "2026-01-01T23:30:00+00:00"
    first = next(iter(iterate_runs(tmp_path / "runs")))  # one at a time, for who does not wait for all
    assert first.path.name.endswith("_c")


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@_POSIX
@pytest.mark.parametrize("name", ["run.toml", "metrics.jsonl", "events.jsonl"])
@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(b"\xff\xfe\x00" * 99),
        lambda path: path.write_bytes(path.read_bytes()[:50]),
        lambda path: path.write_text("[" * 100_000),
        lambda path: path.write_text("x = " + "9" * 5000),
        lambda path: path.write_text('{"step": ' + "9" * 5000 + "}\n"),
        lambda path: path.unlink(),
        _pipe,
        _folder,
    ],
    ids=["emptied", "no text", "cut", "deep", "long number", "long number in JSON", "removed", "pipe", "folder"],
)
def test_a_damaged_run_hides_no_other(
    tmp_path: Path, runs: Callable[[str], Path], name: str, damage: Callable[[Path], object]
) -> None:
    sound, damaged = runs("sound"), runs("damaged")
    damage(damaged / name)
    (sound.parent / "loop").symlink_to("loop")
    (sound.parent / "nowhere").symlink_to("nothing")
    listed = {summary.path: summary for summary in list_runs(tmp_path / "runs")}
    assert set(listed) == {sound, damaged}
    assert (listed[sound].problem, listed[sound].state, listed[sound].step) == ("", RunState.FINISHED, 4)
    problem = listed[damaged].problem
    assert "\n" not in problem
    if name == "run.toml":
        assert str(damaged) in problem
        assert listed[damaged].run is None


@pytest.mark.parametrize(
    "change",
    [
        {"image_shape": [1, 32]},
        {"image_shape": [1, 32, True]},
        {"image_shape": [1, 32, 32.0]},
        {"image_shape": [1, 32, 10**9]},
        {"image_shape": [-1, 32, 32]},
        {"image_shape": "1x2"},
        {"created": "yesterday"},
        {"created": 5},
        {"host": []},
        {"user": "x" * 999},
        {"versions": []},
        {"images": 3},
        {"config": []},
        {"config": {"train": {"steps": -4}}},
        {"config": {"name": []}},
        {"history": {}},
        {"history": [{"step": -1, "changes": []}]},
        {"history": [{"step": 1, "changes": [3]}]},
        {"schema_version": True},
        {"schema_version": "2"},
    ],
    ids=str,
)
def test_a_header_of_other_types_and_ranges_is_a_problem_in_one_line(
    runs: Callable[[str], Path], change: dict[str, Any]
) -> None:
    path = runs("tiny")
    values = parse_toml((path / "run.toml").read_bytes(), path)
    (path / "run.toml").write_text(tomli_w.dumps(values | change))
    (summary,) = list_runs(path.parent)
    assert summary.run is None
    assert "run.toml: " in summary.problem
    assert "\n" not in summary.problem


_LINES: list[Any] = [
    {"step": "4"},
    {"step": True},
    {"step": -4},
    {"step": 10**300},
    {"step": 4.5},
    {"step": None},
    {"epoch": "x"},
    {"seconds": None},
    {"images_per_second": []},
    {"values": []},
    {"values": {"elbo": "1"}},
    {"values": {"elbo": True}},
    {"values": {"elbo": [1]}},
]


@pytest.mark.parametrize("change", _LINES, ids=str)
def test_a_report_of_other_types_and_ranges_is_skipped(runs: Callable[[str], Path], change: dict[str, Any]) -> None:
    path = runs("tiny")
    sound = json.loads(_report(6).to_line())
    with (path / "metrics.jsonl").open("a") as file:
        file.write(json.dumps(sound | change) + "\n")
    assert [report.step for report in Run(path).reports()] == [2, 4]
    assert Run(path).reports()[-1].step == 4


@pytest.mark.parametrize("change", [{"kind": []}, {"text": 4}, {"time": None}, {"step": "4"}, {"text": "x" * 10**5}], ids=repr)
def test_an_event_of_other_types_is_skipped(runs: Callable[[str], Path], change: dict[str, Any]) -> None:
    path = runs("tiny")
    event = {"step": 4, "kind": "failure", "text": "text", "time": "2026-01-01T00:00:00+00:00"} | change
    with (path / "events.jsonl").open("a") as file:
        file.write(json.dumps(event) + "\n")
    assert Run(path).state is RunState.FINISHED
    assert [event.kind for event in Run(path).events()] == ["start", "finish"]


def test_numbers_without_end_are_no_numbers() -> None:
    line = '{"step": 2, "epoch": 1, "seconds": 1, "images_per_second": 1, "values": {"a": %s}}'
    assert Report.from_line(line % "1e999") is None
    assert Report.from_line(line % "NaN") is None
    assert Report.from_line(line % ("9" * 401)) is None
    assert Report.from_line(line % ("9" * 399)) is None
    assert Event.from_line(b"\xff") is None


def test_the_last_record_is_read_from_the_end_and_equals_that_read_from_the_beginning(
    runs: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = runs("tiny")
    monkeypatch.setattr("latentlab.runs.lines._FIRST_BLOCK", 7)
    monkeypatch.setattr("latentlab.runs.lines._BLOCK", 11)
    file = path / "metrics.jsonl"
    for content in (
        b"",
        b"\n",
        b"torn",
        _report(2).to_line().encode(),
        b"\n\n" + _report(2).to_line().encode() + b"\n" + b"torn",
        "".join(_report(step).to_line() + "\n" for step in range(9)).encode(),
        b"x" * 99 + b"\n" + _report(2).to_line().encode() + b"\nx\n\xff\n",
    ):
        file.write_bytes(content)
        reports = Run(path).reports()
        assert list(reversed(reports)) == list(reports)[::-1]
        assert reports.last == (list(reports)[-1] if reports else None)
        assert len(reports) == len(list(reports))
    assert list(islice(Run(path).reports(), 1)) == [_report(2)]
    assert Run(path).reports()[:5] == [_report(2)]


def test_what_is_recorded_of_the_machine_is_read_again_and_thinned_beside_the_values(tmp_path: Path) -> None:
    reports = [Report(step, 0.0, 0.0, 1.0, {"elbo": 1.0}, {"machine/cpu": 1.0 * (step == 37)}) for step in range(100)]
    assert Report.from_line(reports[37].to_line()) == reports[37]
    assert "machine" not in _report(1).to_line()
    assert Report.from_line('{"step": 1, "epoch": 0, "seconds": 0, "images_per_second": 0, "values": {}, "machine": 3}') is None
    (tmp_path / "metrics.jsonl").write_text("".join(report.to_line() + "\n" for report in reports))
    found = thinned(tmp_path, 10)
    assert len(found) <= 10
    assert max(report.machine.get("machine/cpu", 0.0) for report in found) == 1.0
    assert all(set(report.values) <= {"elbo"} for report in found)


def test_a_long_history_is_thinned_to_what_is_drawn_and_keeps_its_spikes(runs: Callable[[str], Path]) -> None:
    path = runs("tiny")
    values = [math.sin(step / 50) for step in range(5000)]
    values[1234], values[4321] = 99.0, -99.0
    with (path / "metrics.jsonl").open("w") as file:
        for step, value in enumerate(values):
            extra = {"test/elbo": 1.0} if step == 777 else {}
            file.write(_report(step, elbo=value, broken=math.nan, **extra).to_line() + "\n")
    for most in (2, 3, 10, 999, 4999):
        tracemalloc.start()
        found = thinned(path, most)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert len(found) <= most
        assert peak < 4000 * most + 500_000
        assert (found[0].step, found[-1].step) == (0, 4999)
        assert [report.step for report in found] == sorted(report.step for report in found)
        elbos = [report.values["elbo"] for report in found if "elbo" in report.values]
        assert (max(elbos), min(elbos)) == (99.0, -99.0)
        assert elbos.index(99.0) < elbos.index(-99.0)
        assert sum("test/elbo" in report.values for report in found) == 1
    assert thinned(path, 5000) == thinned(path, 10**6)
    assert [report.step for report in thinned(path, 5000)] == list(range(5000))


_SCALARS = st.one_of(
    st.booleans(), st.integers(-(10**20), 10**20), st.floats(allow_nan=False), st.text(max_size=9), st.lists(st.integers(-9, 9))
)
_NAMES = st.text("abc_-1", min_size=1, max_size=3)


@given(
    st.dictionaries(
        _NAMES, st.one_of(_SCALARS, st.dictionaries(_NAMES, st.one_of(_SCALARS, st.dictionaries(_NAMES, _SCALARS))))
    )
)
def test_the_fast_reader_of_headers_reads_what_a_toml_parser_reads(values: dict[str, Any]) -> None:
    content = tomli_w.dumps(values).encode()
    fast = _plain_toml(content)
    assert fast is None or fast == parse_toml(content, Path("run.toml"))


@pytest.mark.parametrize(
    "text",
    [
        "a = 1\na = 2",
        "[a]\nb = 1\n\n[a]\nc = 2",
        "a = 1\n\n[a]\nb = 1",
        "a = 01",
        "a = 1.",
        "[a.b]\nc = 1\n\n[a]\nd = 2",
        "[[a]]\nb = 1",  # tables come after what is no table
        "a = 1\n\n[[b]]\nc = 1\n\n[b.d]\ne = 1",
        "a = 1\n\n[[b.c]]\nd = 1",
        "b = []\n\n[[b]]\nc = 1",
        "a = 1\n\n[[b]\nc = 1",
        "a = 1\n\n[b]]\nc = 1",
        "a = [\n    1,\n    2,\n]\na = []",
        "a = [\n    01,\n]",
        "a = [ ]",
        "a = [\n    { b = 1, b = 2 },\n]",
        "a = [\n    { b = 1,  c = 2 },\n]",
        "a = [\n    { b = '1' },\n]",
        'a = [\n    { b = "\\"" },\n]',
        '[a]\nb = "\n\n[c]\nd = 1',
        '[a]\nb = """\n\n[c]\nd = 1\n\n"""',
    ],
)
def test_the_fast_reader_leaves_what_is_not_plain_to_the_parser(text: str) -> None:
    assert _plain_toml(text.encode()) is None


def test_a_header_that_a_writer_wrote_is_read_fast(tmp_path: Path, tiny_config: RunConfig) -> None:
    ranges = [{"kind": kind, "low": 0.0, "high": 1e-05, "levels": 256, "how": "set, of {all}"} for kind in ("8-bit", "16-bit")]
    for number, images in enumerate(({}, {"count": 5, "values": []}, {"digest": "0f", "values": ranges})):
        writer = RunWriter.create(tmp_path, tiny_config, SHAPE, images)
        writer.close()
        for step in range(number):
            changes = [Change("train.steps", 8 + step, 9 + step), Change("name", "a", "b")]
            RunWriter.resume(writer.path, tiny_config, 0, changes).close()
        content = (writer.path / "run.toml").read_bytes()
        assert _plain_toml(content) == parse_toml(content, Path("run.toml"))
        assert len(Run(writer.path).header.history) == number


def test_what_runs_have_in_common_is_checked_once_and_each_by_itself(runs: Callable[[str], Path]) -> None:
    one, other = runs("one"), runs("other")
    text = (other / "run.toml").read_text(encoding="utf-8")
    (other / "run.toml").write_text(text.replace("seed = 0", "seed = 7"), encoding="utf-8")
    assert (Run(one).config.seed, Run(other).config.seed) == (0, 7)
    (other / "run.toml").write_text(text.replace("flip = false", "flip = 0"), encoding="utf-8")
    with pytest.raises(RunError, match=r"data.flip = 0: must be true or false"):
        Run(other)
    assert Run(one).config.data.flip is False
    (other / "run.toml").write_text(text.replace("latent_dim = 4", "latent_dim = 0"), encoding="utf-8")
    for _ in range(2):
        with pytest.raises(RunError, match=r"model.latent_dim = 0"):
            Run(other)
    assert Run(one).config == Run(one).config


def test_the_command_lists_the_states_and_json_has_every_run(
    runs: Callable[[str], Path], tiny_config: RunConfig, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    finished, damaged = runs("finished"), runs("damaged")
    (damaged / "run.toml").write_text("x")
    live = RunWriter.create(finished.parent, tiny_config, SHAPE)
    monkeypatch.setattr(sys, "argv", ["latentlab", "runs", str(finished.parent), "--json"])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code in (0, None)
    listed = {entry["path"]: entry for entry in json.loads(capsys.readouterr().out)}
    assert listed[str(finished)] | {"created": ""} == {
        "name": "finished",
        "label": "finished",
        "path": str(finished),
        "state": "finished",
        "problem": "",
        "step": 4,
        "steps": 8,
        "created": "",
        "data": "digits",
        "objective": "VAE",
        "seed": 0,
        "parent": None,
        "elbo": None,
        "note": "",
        "tags": [],
        "archived": False,
    }
    assert listed[str(live.path)]["state"] == "live"
    assert listed[str(damaged)]["state"] == "damaged"
    assert "run.toml: damaged: is not valid TOML" in listed[str(damaged)]["problem"]
    monkeypatch.setattr(sys, "argv", ["latentlab", "runs", str(finished.parent)])
    with pytest.raises(SystemExit):
        cli.main()
    shown = capsys.readouterr().out
    assert all(word in shown for word in ("live", "finished", "damaged", "4/8", "not valid TOML"))


def test_what_was_changed_on_resuming_is_kept(runs: Callable[[str], Path], tiny_config: RunConfig) -> None:
    path = runs("tiny")
    changes = [Change("train.steps", 8, 99), Change("train.learning_rate", 0.001, 0.0005), Change("data.size", None, 32)]
    RunWriter.resume(path, override(tiny_config, ["train.steps=99"]), 4, changes).close()
    RunWriter.resume(path, override(tiny_config, ["train.steps=100"]), 4, [Change("train.steps", 99, 100)]).close()
    RunWriter.resume(path, override(tiny_config, ["train.steps=100"]), 4).close()
    run = Run(path)
    assert run.config.train.steps == 100
    assert [(segment.step, segment.changes) for segment in run.header.history] == [
        (4, tuple(changes)),
        (4, (Change("train.steps", 99, 100),)),
    ]
    assert [event.text for event in run.events() if event.kind == "change"] == [
        "From step 4 on, train.steps: 8 → 99.",
        "From step 4 on, train.learning_rate: 0.001 → 0.0005.",
        "From step 4 on, data.size: not set → 32.",
        "From step 4 on, train.steps: 99 → 100.",
    ]


def test_a_header_of_schema_1_is_read_and_becomes_schema_2_when_the_run_goes_on(
    runs: Callable[[str], Path], tiny_config: RunConfig
) -> None:
    path = runs("tiny")
    values = parse_toml((path / "run.toml").read_bytes(), path)
    earlier = {name: values[name] for name in ("created", "image_shape", "versions", "config")}
    (path / "run.toml").write_text(tomli_w.dumps({"schema_version": 1, **earlier}))
    run = Run(path)
    assert (run.header.host, run.header.user, run.header.history, run.header.images) == ("", "", (), {})
    RunWriter.resume(path, tiny_config, 4, [Change("train.steps", 7, 8)]).close()
    assert "schema_version = 3" in (path / "run.toml").read_text()
    assert Run(path).created == run.created


def test_the_fingerprint_of_the_images_is_kept(tmp_path: Path, tiny_config: RunConfig) -> None:
    images = {"count": 4, "digest": "abc", "sides": [1, 0]}
    writer = RunWriter.create(tmp_path, tiny_config, SHAPE, images)
    writer.close()
    RunWriter.resume(writer.path, tiny_config, 0, [Change("train.steps", 7, 8)]).close()
    assert Run(writer.path).header.images == images
