"""The run folder: written while training, read by everything else."""

from latentlab.runs.annotations import Annotations, annotate, read_annotations, write_annotations
from latentlab.runs.branches import in_tree, parent_of, reports_from_root, reports_inherited
from latentlab.runs.checkpoints import Checkpoint
from latentlab.runs.evaluation import Evaluation, Row
from latentlab.runs.folders import IMAGES_FILE, OWN_IMAGES
from latentlab.runs.following import Follower, NewReports, News, Position, reports_since
from latentlab.runs.history import Segment
from latentlab.runs.labels import date_text, unique_labels
from latentlab.runs.listing import RunSummary, default_runs_folder, iterate_runs, labelled, list_runs, run_names, summary_of
from latentlab.runs.lock import RunLock, user_name
from latentlab.runs.reader import Run
from latentlab.runs.records import Event, Report
from latentlab.runs.requests import Answer, Request, ask
from latentlab.runs.state import RunState
from latentlab.runs.thinning import thin, thinned
from latentlab.runs.writer import RunWriter

__all__ = [
    "IMAGES_FILE",
    "OWN_IMAGES",
    "Annotations",
    "Answer",
    "Checkpoint",
    "Evaluation",
    "Event",
    "Follower",
    "NewReports",
    "News",
    "Position",
    "Report",
    "Request",
    "Row",
    "Run",
    "RunLock",
    "RunState",
    "RunSummary",
    "RunWriter",
    "Segment",
    "annotate",
    "ask",
    "date_text",
    "default_runs_folder",
    "in_tree",
    "iterate_runs",
    "labelled",
    "list_runs",
    "parent_of",
    "read_annotations",
    "reports_from_root",
    "reports_inherited",
    "reports_since",
    "run_names",
    "summary_of",
    "thin",
    "thinned",
    "unique_labels",
    "user_name",
    "write_annotations",
]
