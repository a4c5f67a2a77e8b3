"""Runs that are compared, as far as they have been read."""

from latentlab.gui.workers.files_thread import Followed
from latentlab.runs import Evaluation, Position, Report, Run


class KnownRun:
    """A run, as far as it has been read.

    Attributes:
        run: its folder; None before it was read.
        position: where the next look begins.
        reports: in order.
        names: of the metrics that they hold.
        evaluation: what was measured of it, None where nothing was.
    """

    def __init__(self) -> None:
        self.run: Run | None = None
        self.position: Position | None = None
        self.reports: list[Report] = []
        self.names: set[str] = set()
        self.evaluation: Evaluation | None = None

    def take(self, followed: Followed) -> bool:
        """Add what has come since the last look; whether there is anything new to show."""
        news = followed.news
        if news is None or followed.since != self.position:
            return False
        new = self.run is None or news.afresh or bool(news.reports) or followed.evaluation != self.evaluation
        self.run, self.evaluation, self.position = followed.run, followed.evaluation, news.position
        if news.afresh:
            self.reports, self.names = [], set()
        self.reports.extend(news.reports)
        self.names.update(name for report in news.reports for name in report.values)
        return new
