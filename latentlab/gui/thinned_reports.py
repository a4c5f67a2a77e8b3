"""The reports of a run of any length in bounded memory: what its curves can show, and no more."""

import math
from collections.abc import Iterable

from latentlab import metrics
from latentlab.runs import Report

MOST = 4096
"""Blocks of reports that are kept of either kind; each holds two."""


class ThinnedReports:
    """Keeps the smallest and the largest loss of equal blocks of reports, so that a spike survives; and the newest report.

    Reports with held-out values, which come at checkpoints alone, are kept apart from the others, so that they survive too.
    """

    def __init__(self, most: int = MOST) -> None:
        self._train = _Blocks(most)
        self._held_out = _Blocks(most)
        self._newest: Report | None = None

    def extend(self, reports: Iterable[Report]) -> None:
        """Take further reports, in order."""
        for report in reports:
            (self._held_out if metrics.TEST_ELBO in report.values else self._train).add(report)
            self._newest = report

    def reports(self) -> list[Report]:
        """What is kept, in the order of steps."""
        kept = {id(report): report for blocks in (self._train, self._held_out) for report in blocks.reports()}
        if self._newest is not None:
            kept[id(self._newest)] = self._newest
        return sorted(kept.values(), key=lambda report: report.step)


class _Blocks:
    def __init__(self, most: int) -> None:
        self._most = most
        self._blocks: list[tuple[Report, Report]] = []
        self._size = 1
        self._filled = 0

    def add(self, report: Report) -> None:
        if self._filled and self._blocks:
            self._blocks[-1] = _extremes((*self._blocks[-1], report))
        else:
            self._blocks.append((report, report))
        self._filled = (self._filled + 1) % self._size
        if len(self._blocks) == self._most and not self._filled:
            pairs = zip(self._blocks[0::2], self._blocks[1::2], strict=True)
            self._blocks = [_extremes((*one, *other)) for one, other in pairs]
            self._size *= 2

    def reports(self) -> Iterable[Report]:
        return (report for block in self._blocks for report in block)


def _extremes(reports: tuple[Report, ...]) -> tuple[Report, Report]:
    """Those of the smallest and the largest loss; a loss that is missing or not finite is neither, where there is another."""
    known = [report for report in reports if math.isfinite(_loss(report))] or list(reports)
    low, high = min(known, key=_loss), max(known, key=_loss)
    return (low, high) if low.step <= high.step else (high, low)


def _loss(report: Report) -> float:
    return report.values.get(metrics.TOTAL, math.nan)
