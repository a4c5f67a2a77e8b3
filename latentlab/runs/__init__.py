"""The run folder: written while training, read by everything else."""

from latentlab.runs.following import NewReports, Position, reports_since
from latentlab.runs.listing import RunSummary, default_runs_folder, list_runs
from latentlab.runs.reader import Checkpoint, Run, RunState
from latentlab.runs.records import Event, Report
from latentlab.runs.writer import RunWriter

__all__ = [
    "Checkpoint",
    "Event",
    "NewReports",
    "Position",
    "Report",
    "Run",
    "RunState",
    "RunSummary",
    "RunWriter",
    "default_runs_folder",
    "list_runs",
    "reports_since",
]
