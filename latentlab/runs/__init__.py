"""The run folder: written while training, read by everything else."""

from latentlab.runs.annotations import Annotations, annotate, read_annotations, write_annotations
from latentlab.runs.checkpoints import Checkpoint
from latentlab.runs.evaluation import Evaluation, Row
from latentlab.runs.following import Follower, NewReports, News, Position, reports_since
from latentlab.runs.header import Segment
from latentlab.runs.labels import date_text, unique_labels
from latentlab.runs.listing import RunSummary, default_runs_folder, iterate_runs, labelled, list_runs, run_names, summary_of
from latentlab.runs.lock import RunLock, user_name
from latentlab.runs.reader import Run
from latentlab.runs.records import Event, Report
from latentlab.runs.state import RunState
from latentlab.runs.thinning import thin, thinned
from latentlab.runs.writer import IMAGES_FILE, RunWriter

__all__ = [
    "IMAGES_FILE",
    "Annotations",
    "Checkpoint",
    "Evaluation",
    "Event",
    "Follower",
    "NewReports",
    "News",
    "Position",
    "Report",
    "Row",
    "Run",
    "RunLock",
    "RunState",
    "RunSummary",
    "RunWriter",
    "Segment",
    "annotate",
    "date_text",
    "default_runs_folder",
    "iterate_runs",
    "labelled",
    "list_runs",
    "read_annotations",
    "reports_since",
    "run_names",
    "summary_of",
    "thin",
    "thinned",
    "unique_labels",
    "user_name",
    "write_annotations",
]
