"""Runs that began at a checkpoint of another: whose they are, and the curves from the root on."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from latentlab.errors import RunError
from latentlab.runs.listing import RunSummary
from latentlab.runs.reader import Run
from latentlab.runs.records import Report

_MOST = 1000
"""Branches of branches, so that damaged folders cannot go round in circles."""


def parent_of(run: Run) -> Run | None:
    """The run that another one branched off, where it still lies beside it; None also for a run that is no branch."""
    parent = run.header.parent
    if parent is None:
        return None
    try:
        found = Run(run.path.parent / parent.run)
    except RunError:
        return None
    return found if found.created == parent.created else None


def reports_from_root(run: Run) -> Iterator[Report]:
    """A run's reports after those of the runs that it branched off, each up to its branch; what is missing is left out.

    Raises:
        RunError: if a file of reports cannot be read.
    """
    yield from reports_inherited(run)
    yield from run.reports()


def reports_inherited(run: Run) -> Iterator[Report]:
    """The reports of the runs that a run branched off, from the root on, each up to its branch; what is missing is left out.

    Raises:
        RunError: if a file of reports cannot be read.
    """
    line = [run]
    while (parent := parent_of(line[-1])) is not None and len(line) < _MOST:
        line.append(parent)
    for one, branch in pairwise(reversed(line)):
        branched = branch.header.parent
        assert branched is not None
        for report in one.reports():
            if report.step > branched.step:
                break
            if report.step < branched.step or not _reports_at(branch, branched.step):
                yield report


def in_tree(summaries: Sequence[RunSummary]) -> list[tuple[int, RunSummary]]:
    """Runs in their order, but each branch below the run that it branched off, with how deep it lies."""
    known = {(summary.path.name, summary.created): summary.path for summary in summaries}
    below: dict[Path | None, list[RunSummary]] = {}
    for summary in summaries:
        parent = summary.run.header.parent if summary.run is not None else None
        below.setdefault(known.get((parent.run, parent.created)) if parent else None, []).append(summary)
    placed: dict[Path, tuple[int, RunSummary]] = {}
    waiting = [(0, summary) for summary in reversed(below.get(None, []))]
    while waiting:
        depth, summary = waiting.pop()
        placed[summary.path] = depth, summary
        waiting += [(depth + 1, branch) for branch in reversed(below.get(summary.path, []))]
    # Damaged headers may name each other as parents.
    return [*placed.values(), *((0, summary) for summary in summaries if summary.path not in placed)]


def _reports_at(run: Run, step: int) -> bool:
    first = next(iter(run.reports()), None)
    return first is not None and first.step <= step
