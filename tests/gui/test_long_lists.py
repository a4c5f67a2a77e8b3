"""Thousands of runs, and reports without end: what is not looked at costs nothing."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from latentlab.gui.widgets.run_list import RunEntry, RunList
from latentlab.gui.workers import run_files
from latentlab.gui.workers.run_files import FollowedRun
from latentlab.runs import Report

_TIMEOUT = 10_000


def test_a_long_list_grows_as_it_is_scrolled(qtbot: QtBot) -> None:
    entries = [RunEntry(Path(f"/runs/{number}"), f"run {number}", "VAE") for number in range(5000)]
    runs = RunList()
    qtbot.addWidget(runs)
    runs.resize(240, 400)
    runs.show()
    runs.set_runs(entries)
    assert runs.count() == 100
    runs.set_checked(entries[150].path, True)  # one that is not listed yet
    qtbot.waitUntil(lambda: runs.verticalScrollBar().maximum() > 0, timeout=_TIMEOUT)
    runs.verticalScrollBar().setValue(runs.verticalScrollBar().maximum())
    assert runs.count() == 200
    assert runs.item(150).checkState().value == 2
    runs.set_runs(entries)  # listed again, the place is kept
    assert runs.count() == 200
    assert runs.checked() == [entries[150].path]


def test_a_long_record_is_drawn_thinned_and_then_followed_line_by_line(tiny_run: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run_files, "_DRAWN", 64)
    file = tiny_run / "metrics.jsonl"

    def write(first: int, last: int) -> None:
        losses = {step: 1000.0 if step == 777 else 100.0 + step % 7 for step in range(first, last)}
        lines = [Report(step, 0, 0, 0, {"loss/total": loss}).to_line() + "\n" for step, loss in losses.items()]
        with file.open("a", encoding="utf-8") as metrics:
            metrics.writelines(lines)

    write(9, 5000)
    followed = FollowedRun(tiny_run)
    first = followed.look(lambda: False)
    assert first is not None
    assert not first.afresh
    assert len(first.reports) <= 128
    assert max(report.values["loss/total"] for report in first.reports) == 1000.0
    assert first.reports[-1].step == 4999
    assert followed.look(lambda: False) is None
    write(5000, 5003)
    second = followed.look(lambda: False)
    assert second is not None
    assert [report.step for report in second.reports] == [5000, 5001, 5002]
    file.write_text(Report(2, 0, 0, 0, {"loss/total": 1.0}).to_line() + "\n")  # its writer went back
    third = followed.look(lambda: False)
    assert third is not None
    assert third.afresh
    assert [report.step for report in third.reports] == [2]
