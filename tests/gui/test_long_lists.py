"""Thousands of runs and millions of reports: what is not looked at costs nothing."""

from itertools import pairwise
from pathlib import Path

from pytestqt.qtbot import QtBot

from latentlab.gui.thinned_reports import ThinnedReports
from latentlab.gui.widgets.run_list import RunEntry, RunList
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


def _report(step: int, loss: float, **values: float) -> Report:
    return Report(step, 0.0, 0.0, 0.0, {"loss/total": loss, **values})


def test_thinned_reports_keep_spikes_held_out_values_and_the_newest() -> None:
    thinned = ThinnedReports(most=64)
    for step in range(1, 100_001):
        loss = 1000.0 if step == 77_777 else -5.0 if step == 33_333 else 100.0 + step % 7
        held_out = {"test/elbo": -float(step)} if step % 10_000 == 0 else {}
        thinned.extend([_report(step, loss, **held_out)])
    kept = thinned.reports()
    steps = [report.step for report in kept]
    assert len(kept) <= 2 * 64 + 10 + 1
    assert steps == sorted(set(steps))
    assert {1000.0, -5.0} <= {report.values["loss/total"] for report in kept}
    assert [report.step for report in kept if "test/elbo" in report.values] == list(range(10_000, 100_001, 10_000))
    assert steps[-1] == 100_000
    assert max(b - a for a, b in pairwise(steps)) < 100_000 / 16


def test_few_reports_are_kept_as_they_are() -> None:
    reports = [_report(step, float("nan") if step == 3 else 1.0 / step) for step in range(1, 40)]
    thinned = ThinnedReports()
    thinned.extend(reports[:20])
    thinned.extend(reports[20:])
    assert thinned.reports() == reports
