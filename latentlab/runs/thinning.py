"""The reports of a run, all of them or as few as are drawn."""

import math
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from latentlab import metrics
from latentlab.runs.lines import Lines
from latentlab.runs.records import METRICS_FILE, Report


def reports_of(path: Path) -> Lines[Report]:
    """The reports of a run folder."""
    return Lines(path / METRICS_FILE, Report.from_record)


def thinned(path: Path, most: int) -> list[Report]:
    """The history of a run in no more than so many reports, so that a file of any size costs bounded memory.

    A short history is given as it is. Of a long one, neighbouring reports become two: between them they hold the smallest and
    the largest value of each metric, in the order in which these came, so that a spike survives.

    Args:
        path: the run folder.
        most: at least 2.

    Raises:
        RunError: if the reports cannot be read.
    """
    return thin(reports_of(path), most)


def thin(reports: Iterable[Report], most: int) -> list[Report]:
    """The same of reports in their order, wherever they come from."""
    return [report for group in _grouped(reports, most) for report in group.reports()]


class _Group:
    """Neighbouring reports.

    Attributes:
        first, last: of them.
        extremes: metric → the smallest and the largest value, each with its place among all reports.
    """

    def __init__(self, place: int, report: Report) -> None:
        self.first = self.last = report
        numbers = {**report.values, **report.machine}
        self.extremes = {name: ((value, place), (value, place)) for name, value in numbers.items()}

    def merge(self, later: "_Group") -> None:
        """Take in the neighbours that follow."""
        self.last = later.last
        for name, (low, high) in later.extremes.items():
            if name in self.extremes:
                low = min(self.extremes[name][0], low, key=_smallest_first)
                high = max(self.extremes[name][1], high, key=_largest_last)
            self.extremes[name] = (low, high)

    def reports(self) -> list[Report]:
        if self.first is self.last:
            return [self.first]
        early, late = {}, {}
        for name, (low, high) in self.extremes.items():
            one, other = sorted((low, high), key=lambda extreme: extreme[1])
            early[name] = one[0]
            if other[1] != one[1]:
                late[name] = other[0]
        return [_with(self.first, early), _with(self.last, late)]


def _grouped(reports: Iterable[Report], most: int) -> list[_Group]:
    groups: list[_Group] = []
    width, held = 1, 0  # reports of a group, and of the last one so far
    for place, report in enumerate(reports):
        while groups and held == width and len(groups) >= most // 2 * (2 if width == 1 else 1):
            held = width if len(groups) % 2 else 2 * width
            groups, width = _in_pairs(groups), 2 * width
        if groups and held < width:
            groups[-1].merge(_Group(place, report))
            held += 1
        else:
            groups.append(_Group(place, report))
            held = 1
    return groups


def _in_pairs(groups: list[_Group]) -> list[_Group]:
    for one, other in zip(groups[::2], groups[1::2], strict=False):
        one.merge(other)
    return groups[::2]


def _with(report: Report, numbers: dict[str, float]) -> Report:
    machine = {name: numbers.pop(name) for name in list(numbers) if metrics.is_of_machine(name)}
    return replace(report, values=numbers, machine=machine)


def _smallest_first(extreme: tuple[float, int]) -> float:
    return math.inf if math.isnan(extreme[0]) else extreme[0]


def _largest_last(extreme: tuple[float, int]) -> float:
    return -math.inf if math.isnan(extreme[0]) else extreme[0]
