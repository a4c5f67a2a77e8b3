"""Files of lines that a crash or a prank has blown up with holes are read in the time that their data takes."""

import os
import sys
from pathlib import Path

import pytest

from latentlab.api import resume
from latentlab.config import override
from latentlab.files.text import LONGEST_LINE, json_lines
from latentlab.runs import Run

_TERABYTE = 2**40


@pytest.mark.skipif(sys.platform != "linux", reason="not every system tells of holes")
def test_what_lies_behind_a_hole_is_read(tmp_path: Path) -> None:
    path = tmp_path / "lines.jsonl"
    path.write_bytes(b'{"a": 1}\n{"torn": ')
    with path.open("r+b") as file:
        file.seek(_TERABYTE)
        file.write(b'}\n{"a": 2}\n')
    os.truncate(path, 2 * _TERABYTE)
    assert list(json_lines(path)) == [{"a": 1}, {"a": 2}]


def test_a_line_that_is_too_long_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "lines.jsonl"
    path.write_bytes(b'{"a": 1}\n' + b"\0" * (2 * LONGEST_LINE) + b'{"a": 2}\n{"a": 3}\n')
    assert list(json_lines(path)) == [{"a": 1}, {"a": 3}]


@pytest.mark.skipif(sys.platform != "linux", reason="not every system tells of holes")
@pytest.mark.parametrize("name", ["metrics.jsonl", "events.jsonl"])
def test_a_run_with_a_hole_in_its_record_goes_on(tiny_run: Path, name: str) -> None:
    os.truncate(tiny_run / name, _TERABYTE)
    run = Run(tiny_run)
    resumed = resume(run, override(run.config, ["train.steps=10"]))
    assert [report.step for report in resumed.reports()] == [2, 4, 6, 8, 10]
    assert (tiny_run / name).stat().st_size < 2**20
