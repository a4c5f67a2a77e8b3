"""Runs side by side: the table, and reading a run that grows."""

import csv
import io
import json
from pathlib import Path

import pytest

from latentlab.cli import app
from latentlab.config import load_preset, override
from latentlab.errors import ConfigError
from latentlab.evaluation import evaluate
from latentlab.runs import Report, Run, reports_since
from latentlab.sweeps import RunFacts, RunsTable, compare_runs, differences, read_facts
from latentlab.sweeps.comparison import differing_settings


def _table(*folders: Path) -> RunsTable:
    return compare_runs([read_facts(Run(folder)) for folder in folders])


def test_only_settings_that_differ_are_listed_by_their_keys() -> None:
    base = load_preset("digits")
    others = [
        override(base, ["name=another", "objective.beta=4"]),
        override(base, ["model.latent_dim=3", "data.split_seed=1"]),
    ]
    lines = differing_settings([base, *others])
    latent, beta = base.model.latent_dim, base.objective.beta
    assert {line.title: line.values for line in lines} == {
        "data.split_seed": (0, 0, 1),
        "model.latent_dim": (latent, latent, 3),
        "objective.beta": (beta, 4.0, beta),
    }
    assert differing_settings([base, base]) == []


def test_the_table_has_the_evaluations_and_says_where_they_were_made_differently(tiny_run: Path, other_run: Path) -> None:
    before = _table(tiny_run, other_run)
    assert not any("NLL" in line.title for line in before.numbers)
    made = evaluate(Run(tiny_run), samples=3, images=20)
    table = _table(tiny_run, other_run)
    numbers = {line.title: line for line in table.numbers}
    assert numbers["step"].values == (8, 12)
    assert numbers["NLL ≤ [nats]"].values == (made.nll, None)
    assert numbers["NLL ≤ [nats]"].texts() == [f"{made.nll:.2f}", "–"]
    assert "importance samples" not in numbers
    measured = Run(other_run).reports()[-1].values["test/elbo"]
    assert numbers["test/elbo [nats per image]"].values[1] == measured
    evaluate(Run(other_run), samples=5, images=20)
    numbers = {line.title: line for line in _table(tiny_run, other_run).numbers}
    assert numbers["importance samples"].values == (3, 5)
    (tiny_run / "evaluation.json").write_text("{ torn", encoding="utf-8")
    assert {line.title: line for line in _table(tiny_run, other_run).numbers}["NLL ≤ [nats]"].values[0] is None


def test_the_table_is_copied_as_text_csv_and_markdown(tiny_run: Path, other_run: Path) -> None:
    table = _table(tiny_run, other_run)
    assert table.to_text().splitlines()[0] == f"\t{tiny_run.name}\t{other_run.name}"
    rows = list(csv.reader(io.StringIO(table.to_csv())))
    elbo = next(row for row in rows if row[0].startswith("test/elbo"))
    assert float(elbo[1]) == Run(tiny_run).reports()[-1].values["test/elbo"]  # in full
    markdown = table.to_markdown().splitlines()
    assert markdown[1] == "| --- | ---: | ---: |"
    assert "| consistency.weight | 0.0 | 0.1 |" in markdown
    escaped = RunsTable(("a|b",), (), ()).to_markdown()
    assert "a\\|b" in escaped


def test_the_command_prints_the_table(tiny_run: Path, other_run: Path, capsys: pytest.CaptureFixture[str]) -> None:
    app(["compare", str(tiny_run), str(other_run), "--json"], standalone_mode=False)
    said = json.loads(capsys.readouterr().out)
    assert said["runs"] == [tiny_run.name, other_run.name]
    assert said["settings"]["consistency.weight"] == [0.0, 0.1]
    assert said["numbers"]["step"] == [8, 12]
    app(["compare", str(tiny_run), str(other_run), str(tiny_run)], standalone_mode=False)
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == [tiny_run.name, other_run.name, tiny_run.name]
    assert ["consistency.weight", "0.0", "0.1", "0.0"] in [line.split() for line in lines]
    with pytest.raises(ConfigError, match="-o draws two runs side by side; 3 were given."):
        app(["compare", str(tiny_run), str(other_run), str(tiny_run), "-o", "pairs.png"], standalone_mode=False)


def _report(step: int) -> str:
    return Report(step, step / 10, step / 100, 1.0, {"loss/total": 1.0 / step}).to_line() + "\n"


def test_reports_are_read_as_they_come_and_a_torn_line_waits(tmp_path: Path) -> None:
    file = tmp_path / "metrics.jsonl"
    assert reports_since(tmp_path, None).reports == ()
    file.write_text(_report(1) + _report(2) + _report(3)[:20], encoding="utf-8")
    first = reports_since(tmp_path, None)
    assert [report.step for report in first.reports] == [1, 2]
    assert (first.afresh, first.more) == (False, False)
    assert reports_since(tmp_path, first.position).reports == ()
    with file.open("a", encoding="utf-8") as lines:
        lines.write(_report(3)[20:] + _report(4))
    second = reports_since(tmp_path, first.position)
    assert [report.step for report in second.reports] == [3, 4]


def test_a_run_that_goes_on_from_an_earlier_step_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "metrics.jsonl"
    file.write_text(_report(1) + _report(2) + _report(3), encoding="utf-8")
    seen = reports_since(tmp_path, None)
    (tmp_path / "new").write_text(_report(1) + _report(5) + _report(6) + _report(7) + _report(8), encoding="utf-8")
    (tmp_path / "new").replace(file)
    again = reports_since(tmp_path, seen.position)
    assert again.afresh
    assert [report.step for report in again.reports] == [1, 5, 6, 7, 8]


def test_a_long_file_is_read_in_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("latentlab.runs.following._AT_ONCE", 500)
    steps = list(range(1, 40))
    (tmp_path / "metrics.jsonl").write_text("".join(map(_report, steps)), encoding="utf-8")
    found, position, more = [], None, True
    while more:
        part = reports_since(tmp_path, position)
        assert len(part.reports) < 10
        found += [report.step for report in part.reports]
        position, more = part.position, part.more
    assert found == steps


def test_a_run_without_reports_has_a_step() -> None:
    facts = RunFacts("new", load_preset("digits"), 0, 0.0, {}, None)
    assert compare_runs([facts]).rows() == [["step", "0"]]


def test_what_keeps_runs_from_being_compared() -> None:
    base = load_preset("digits")

    def facts(*settings: str, images: str = "a") -> RunFacts:
        return RunFacts("run", override(base, settings), 0, 0.0, {}, None, images)

    runs = [facts(), facts("seed=1"), facts(images="b"), facts("likelihood.name=gaussian"), facts("adversarial.weight=1")]
    unlike = differences(runs)
    assert (unlike.images, unlike.likelihood, unlike.method) == ((2,), (3,), (4,))
    # Without fingerprints the settings tell.
    assert differences([facts(images=""), facts("data.split_seed=1", images=""), facts()]).images == (1,)
