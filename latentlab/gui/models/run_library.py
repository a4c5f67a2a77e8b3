"""All runs of the folder of runs, as lists of them need them: kept up to date, with thumbnails, and changed from there."""

from collections import OrderedDict
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from latentlab.gui.language import tr
from latentlab.gui.models.current_run import CurrentRun, Subject
from latentlab.gui.models.messages import Messages
from latentlab.gui.models.runs import RunsModel
from latentlab.gui.workers.files_thread import FilesThread
from latentlab.gui.workers.run_bin import move_to_bin
from latentlab.gui.workers.run_survey import RunSurvey, Surveyed
from latentlab.gui.workers.shipped_model import ShippedModel
from latentlab.gui.workers.thumbnails import Thumbnail
from latentlab.runs import RunSummary, annotate, read_annotations, write_annotations
from latentlab.runs.restoring import restore_from_bin

_LOOK_MS = 2000
"""Between two looks while a list of runs is seen."""
_THUMBNAILS_KEPT = 1000


class RunLibrary(QObject):
    """The runs, newest first.

    Attributes:
        runs: those known so far; archived ones too.
        is_complete: whether all of the folder have been read.

    Signals:
        changed: there are others, or something is known of one that was not.
        thumbnail_drawn: the path of a run whose thumbnail is new.
    """

    changed = Signal()
    thumbnail_drawn = Signal(object)

    def __init__(
        self, runs: RunsModel, run: CurrentRun, files: FilesThread, messages: Messages, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.runs: tuple[RunSummary, ...] = ()
        self.is_complete = False
        self._folder_of_runs = runs
        self._files = files
        self._messages = messages
        self._survey = RunSurvey(runs.folder)
        self._asked = self._asks_again = False
        self._by_path: dict[Path, RunSummary] = {}
        self._thumbnails: OrderedDict[Path, tuple[int, QImage | None]] = OrderedDict()
        self._wanted: dict[Path, int] = {}
        self._drawing: tuple[Path, int] | None = None
        self._problem = ""
        self._seen: set[QObject] = set()
        self._clock = QTimer(self)
        self._clock.setInterval(_LOOK_MS)
        self._clock.timeout.connect(self.look)
        run.state_changed.connect(self.look)
        run.subject_changed.connect(self._on_subject)

    @Slot()
    def look(self) -> None:
        """Look at the folder again; `changed` follows where something has."""
        if self._folder_of_runs.folder != self._survey.folder:
            self._survey = RunSurvey(self._folder_of_runs.folder)
        self._asks_again = self._asked  # the look under way may be past what has changed since it began
        if not self._asked:
            self._asked = True
            self._files.survey(self._survey, self._take, self._on_lost)

    def watch(self, by: QObject, seen: bool) -> None:
        """Look again and again while a list is seen."""
        (self._seen.add if seen else self._seen.discard)(by)
        if seen:
            self.look()
        if self._seen:
            self._clock.start()
        else:
            self._clock.stop()

    def label(self, path: Path) -> str:
        """What a run is called among all of them; its folder's name where it is not known here."""
        known = self._by_path.get(path)
        return known.label if known is not None else path.name

    def thumbnail(self, run: RunSummary) -> QImage | None:
        """A picture of a run as far as there is one; a newer one is asked for where it has gone on."""
        step, image = self._thumbnails.get(run.path, (-1, None))
        if step != run.step and run.run is not None:
            self._wanted.pop(run.path, None)
            if self._drawing != (run.path, run.step):
                self._wanted[run.path] = run.step  # what is seen last is drawn first
            self._draw_next()
        return image

    # Changing runs

    def annotate(self, paths: tuple[Path, ...], **changes: Any) -> None:
        """Change what is written about runs."""
        self._change(paths, partial(_annotate, changes=changes))

    def tag(self, paths: tuple[Path, ...], added: tuple[str, ...] = (), removed: tuple[str, ...] = ()) -> None:
        """Add tags to runs, or remove them."""
        self._change(paths, partial(_tag, added=added, removed=removed))

    def move_to_bin(self, paths: tuple[Path, ...]) -> None:
        """Move runs to the desktop's bin; a message says so, and offers to take them back."""
        what = self.label(paths[0]) if len(paths) == 1 else tr("{total:,} runs", total=len(paths))
        binned: dict[Path, Path] = {}
        self._files.change_runs(paths, partial(_bin, binned=binned), partial(self._on_binned, what, binned))

    def restore_from_bin(self, binned: dict[Path, Path]) -> None:
        """Take runs back from the bin.

        Args:
            binned: where each lies in the bin, by where it was.
        """
        self._change(tuple(binned), partial(_restore, binned=binned))

    def read_shipped_model(self, on_read: Callable[[ShippedModel], object]) -> None:
        """Read the decoder of the model that ships."""
        self._files.read_shipped_model(on_read)

    def open_shipped(self) -> None:
        """Explore the model that ships with LatentLab."""
        self._files.unpack_shipped_run(self._folder_of_runs.open_shipped)

    def _change(self, paths: tuple[Path, ...], work: Any) -> None:
        self._files.change_runs(paths, work, self._on_changed)

    def _on_changed(self, problem: str) -> None:
        if problem:
            self._messages.tell("error", problem)
        self.look()

    def _on_binned(self, what: str, binned: dict[Path, Path], problem: str) -> None:
        later = ((tr("Undo"), partial(self.restore_from_bin, binned)),) if binned else ()
        if problem:
            self._messages.tell("error", problem, later=later)
        else:
            self._messages.tell("success", tr("{what} moved to the bin.", what=what), later=later)
        self.look()

    # What comes back

    def _take(self, surveyed: Surveyed) -> None:
        self._asked, self._problem = False, ""
        if surveyed.folder != self._folder_of_runs.folder:
            self.look()
            return
        self.is_complete = not surveyed.more
        if surveyed.runs is not None:
            self.runs = surveyed.runs
            self._by_path = {run.path: run for run in surveyed.runs}
            self.changed.emit()
        if surveyed.more or self._asks_again:
            self.look()

    def _on_lost(self, text: str, details: str) -> None:
        self._asked = self._asks_again = False
        if text != self._problem:  # said once, not at every look
            self._problem = text
            self._messages.fail(text, details)

    @Slot(object)
    def _on_subject(self, subject: Subject) -> None:
        del subject
        self.look()

    def _draw_next(self) -> None:
        if self._drawing is None and self._wanted:
            self._drawing = self._wanted.popitem()
            self._files.draw_thumbnail(self._drawing[0], self._take_thumbnail)

    def _take_thumbnail(self, drawn: Thumbnail) -> None:
        assert self._drawing is not None
        self._thumbnails[drawn.path] = self._drawing[1], drawn.image
        self._drawing = None
        if len(self._thumbnails) > _THUMBNAILS_KEPT:
            self._thumbnails.popitem(last=False)
        self.thumbnail_drawn.emit(drawn.path)
        self._draw_next()


def _annotate(path: Path, changes: dict[str, Any]) -> None:
    annotate(path, **changes)


def _bin(path: Path, binned: dict[Path, Path]) -> None:
    place = move_to_bin(path)
    if place is not None:
        binned[path] = place


def _restore(path: Path, binned: dict[Path, Path]) -> None:
    restore_from_bin(binned[path], path)


def _tag(path: Path, added: tuple[str, ...], removed: tuple[str, ...]) -> None:
    write_annotations(path, read_annotations(path).with_tags(added, removed))
