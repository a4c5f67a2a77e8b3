"""A run's numbers as tables that other programs read."""

import csv
import math
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from latentlab.runs import Run
from latentlab.runs.records import METRICS_FILE

Command = Callable[..., tuple[int, str, str]]


def _expected(*runs: Path) -> list[dict[str, object]]:
    return [
        {"run": run.name, "step": report.step, "epoch": report.epoch, **report.values, **report.machine}
        for run in runs
        for report in Run(run).reports()
    ]


def test_a_csv_has_every_number_of_every_report(run_command: Command, tiny_run: Path, other_run: Path) -> None:
    code, out, _ = run_command("metrics", tiny_run, other_run)
    assert code == 0
    rows = list(csv.DictReader(StringIO(out)))
    for row, expected in zip(rows, _expected(tiny_run, other_run), strict=True):
        for name, value in expected.items():
            assert row[name] == str(value)
        assert all(value == "" for name, value in row.items() if name not in {*expected, "seconds", "images_per_second"})


def test_a_parquet_file_has_them_too(run_command: Command, tiny_run: Path, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    with (tiny_run / METRICS_FILE).open("a") as file:
        file.write(
            '{"step": 9, "epoch": 1, "seconds": 1, "images_per_second": 1, "values": {"loss/total": null, "epoch": 2}}\n'
        )
    code, _, _ = run_command("metrics", tiny_run, "-o", tmp_path / "numbers.parquet")
    assert code == 0
    *rows, last = parquet.read_table(tmp_path / "numbers.parquet").to_pylist()
    assert [{name: row[name] for name in expected} for row, expected in zip(rows, _expected(tiny_run), strict=False)] == (
        _expected(tiny_run)[:-1]
    )
    assert math.isnan(last["loss/total"])
    assert last["elbo"] is None
    assert (last["epoch"], last["values/epoch"]) == (1, 2)


def test_another_ending_is_refused(run_command: Command, tiny_run: Path, tmp_path: Path) -> None:
    code, _, err = run_command("metrics", tiny_run, "-o", tmp_path / "numbers.xlsx")
    assert code == 2
    assert "ends in .csv or .parquet" in err
