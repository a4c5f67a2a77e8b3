"""Runs on disk: opening one, following it while another process writes it, and listing them."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot

from latentlab.config import RunConfig
from latentlab.gui.language import mark, tr
from latentlab.gui.library_texts import translated
from latentlab.gui.models.current_run import CurrentRun, History, State, Subject
from latentlab.gui.models.latent import LatentModel
from latentlab.gui.models.messages import Action, Messages, OfferInterrupted, SetUpBranch
from latentlab.gui.models.views import ViewsModel
from latentlab.gui.workers.files_thread import FilesThread, Followed
from latentlab.gui.workers.opened_runs import Opened, Weights
from latentlab.gui.workers.render_thread import RenderThread
from latentlab.gui.workers.run_files import Listed, RunUpdate
from latentlab.runs import Answer, Position, RunState
from latentlab.shipped import IMAGES_FOLDER

_BROKEN_OFF = mark("The process that was training {name} has ended without saving; {step} is kept.")
_ENDED = mark("{name} has {state} at {step}.")


class RunsModel(QObject):
    """Makes a run the current one, and asks what run folders hold.

    Attributes:
        folder: where new runs go and where runs are listed.
        checkpoints: steps of the current run's, ascending, as far as they are known.
        checkpoint_names: what those are kept as, by their steps; empty for one without a name.
        continue_run: goes on with a run of a path; set by the session.

    Signals:
        checkpoints_changed: the steps, a tuple.
    """

    checkpoints_changed = Signal(object)

    def __init__(
        self,
        folder: Path,
        run: CurrentRun,
        latent: LatentModel,
        views: ViewsModel,
        rendering: RenderThread,
        files: FilesThread,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.folder = folder
        self.checkpoints: tuple[int, ...] = ()
        self.checkpoint_names: dict[int, str] = {}
        self.continue_run: Callable[[Path], object] = lambda path: None
        self._run = run
        self._latent = latent
        self._views = views
        self._rendering = rendering
        self._files = files
        self._messages = messages
        self._opens: Path | None = None
        self._awaits_model = False
        self._watch_number = 0
        self._listed_at = -1
        self._asked_for: dict[Path, dict[Callable[[Listed], object], None]] = {}
        files.progressed.connect(self._on_progressed, Qt.ConnectionType.QueuedConnection)
        run.state_changed.connect(self._on_state)
        run.recorded.connect(self._on_recorded)

    # The current run

    def open(self, path: Path, images: Path | None = None) -> None:
        """Explore a run on disk, with its images where they lay unless another folder is given. Refused while one trains."""
        if self._run.is_training:
            self._messages.tell("warning", tr("A run is training. Stop it before opening another."))
        else:
            self._awaits_model = False
            self._open(path, images)

    def import_model(self, path: Path, config: RunConfig) -> None:
        """Make a run of a model that another program trained, with the images of these settings, and explore it."""
        if self._run.is_training:
            self._messages.tell("warning", tr("A run is training. Stop it before opening another."))
        else:
            self._messages.tell("info", tr("Importing {name} …", name=path.name))
            self._files.import_model(path, config, self.folder, self.open, self._messages.fail)

    def open_shipped(self, path: Path) -> None:
        """Explore the unpacked copy of the model that ships, with the images that ship with it."""
        self.open(path, path / IMAGES_FOLDER)

    def find_images(self, folder: Path) -> None:
        """Look for the images of the opened run in another folder; those of a run elsewhere are looked for there again."""
        if self._run.subject is not None and not self._run.is_training:
            self._open(self._run.subject.path, None if self._run.subject.remote else folder)

    def show(self, subject: Subject) -> None:
        """Make a run the current one; panes start over."""
        self._latent.start_over(subject.path, subject.config.model.latent_dim)
        self._views.start_over()
        self.checkpoints, self.checkpoint_names, self._listed_at = (), {}, -1
        self._run.set_subject(subject)
        self._latent.announce()

    def show_trained(self, subject: Subject) -> None:
        """Make a run the current one that this window trains: nothing else is opened or followed any more."""
        self._opens = None
        self._watch_number += 1
        self._files.watch(None, self._watch_number)
        self.show(subject)

    def look_at(self, step: int | None) -> None:
        """Look at the model of a checkpoint, in every pane, and stay there; None follows the newest weights again."""
        subject = self._run.subject
        if subject is None:
            return
        self._views.held_step = step
        if step is None and subject.trained_here:
            self._rendering.release()
        else:
            self._files.read_weights(subject.path, step, self._take_weights, self._on_weights_lost)

    def list_checkpoints(self) -> None:
        """Ask for the checkpoints of the current run; `checkpoints_changed` follows."""
        if self._run.subject is not None:
            self._files.list_checkpoints(self._run.subject.path, self._take_checkpoints)

    def keep_checkpoint(self, step: int | None, name: str, on_answer: Callable[[Answer], object]) -> None:
        """Keep a checkpoint of the current run, the newest unless a step is given, under a name."""
        subject = self._run.subject
        if subject is not None:
            refused = partial(_refuse, on_answer, self._run.step)
            self._files.keep_checkpoint(subject.path, step, name, on_answer, refused)

    def _open(self, path: Path, data_root: Path | None) -> None:
        self._opens = path
        self._files.open(path, data_root, partial(self._on_opened, data_root), self._on_lost)

    def _on_opened(self, data_root: Path | None, opened: Opened) -> None:
        if self._opens != opened.path or self._run.is_training:
            return  # another run was asked for meanwhile
        run, again = self._run, self._awaits_model
        self._opens, self._awaits_model = None, False
        known = run.run_state if again else None
        self._rendering.show(opened.renderer)
        self.show(_subject_of(opened, data_root))
        # A checkpoint that could not be opened is not tried again; the next one is.
        run.checkpoint = run.checkpoint if again and opened.step is None else opened.step
        run.step = opened.step or 0
        if not again:  # what is said of a run stays when its first model has come
            self._messages.clear()
        if opened.note and (opened.resumable or opened.remote):  # the shipped model comes with a part of its images
            self._messages.tell("warning", opened.note)
        run.run_state = known
        run.set_state(State.FOLLOWING if known is RunState.LIVE else State.OPENED)
        self._watch_number += 1
        self._files.watch(opened.path, self._watch_number)

    def _on_lost(self, text: str, details: str) -> None:
        self._opens = None
        self._messages.fail(text, details)

    def _take_weights(self, weights: Weights) -> None:
        subject = self._run.subject
        if subject is not None and weights.path == subject.path:
            self._rendering.hold(weights.state, weights.step, held=self._views.held_step is not None)

    def _on_weights_lost(self, text: str, details: str) -> None:
        """The checkpoint is gone: a run keeps but the newest ones and the best."""
        if self._views.held_step not in (None, self._views.shown_step):
            self.look_at(None)
            self.list_checkpoints()
        self._messages.fail(text, details)

    def _take_checkpoints(self, names: dict[int, str]) -> None:
        self.checkpoints, self.checkpoint_names = tuple(names), names
        self.checkpoints_changed.emit(self.checkpoints)

    # Following it

    @Slot(object)
    def _on_progressed(self, update: RunUpdate) -> None:
        run = self._run
        if run.subject is None or update.number != self._watch_number:
            return
        if update.afresh:  # its writer went back to an earlier step
            self.show(run.subject)
            self.look_at(None)
        # Its images may have been found in another folder than the settings name.
        run.reconfigure(update.config.model_copy(update={"data": run.subject.config.data}))
        was_live, run.run_state = run.run_state is RunState.LIVE, update.state
        run.record(History(update.inherited, update.inherited_changes, branched_at=update.branched_at))
        run.record(History(reports=update.reports))
        run.record(History(events=update.events))
        if update.checkpoint is not None and update.checkpoint != run.checkpoint:
            self._follow_checkpoint(update.path, update.checkpoint)
        run.set_idle_state(State.FOLLOWING if update.state is RunState.LIVE else State.OPENED)
        if was_live and update.state is not RunState.LIVE:
            self._tell_end(update)

    def _follow_checkpoint(self, path: Path, step: int) -> None:
        assert self._run.subject is not None
        self._run.checkpoint = self._run.step = step
        self.list_checkpoints()
        # It was opened before it had a model, and no other run is about to take its place.
        if self._run.subject.problem and not self._awaits_model and self._opens is None:
            self._awaits_model = True
            self._open(path, self._run.subject.data_root)
        elif not self._run.subject.problem:
            self._files.read_newer_weights(path, step, self._take_newer_weights)

    def _take_newer_weights(self, weights: Weights) -> None:
        subject = self._run.subject
        if subject is not None and weights.path == subject.path and not subject.trained_here:
            self._rendering.load_newer(weights.state, weights.step)

    def _tell_end(self, update: RunUpdate) -> None:
        """The process that wrote the run that is followed has ended."""
        broken = update.state is RunState.INTERRUPTED
        step, state = tr("step {step:,}", step=self._run.step), translated(update.state)
        text = tr(_BROKEN_OFF if broken else _ENDED, name=update.path.name, state=state, step=step)
        go_on: Action = (tr("Continue"), partial(self.continue_run, update.path))
        actions = (go_on,) if broken and self._run.can_continue else ()
        self._messages.tell("warning" if broken else "info", text, actions=actions, unsolicited=True)

    @Slot(object)
    def _on_state(self, state: State) -> None:
        if state in (State.FINISHED, State.STOPPED, State.OPENED):
            self.list_checkpoints()

    @Slot(object)
    def _on_recorded(self, history: History) -> None:
        """Look for new checkpoints about as often as they are written."""
        subject = self._run.subject
        if subject is not None and history.reports:
            count = history.reports[-1].step // subject.config.train.checkpoint_every
            if count != self._listed_at:
                self._listed_at = count
                self.list_checkpoints()

    # Other runs

    def branch(self, path: Path, step: int | None = None) -> None:
        """Set up a branch of a run at a checkpoint, the newest unless one is given."""
        self._files.read_branch_point(path, step, lambda point: self._messages.ask(SetUpBranch(point)))

    def list(self, on_listed: Callable[[Listed], object], folder: Path | None = None) -> None:
        """Ask for the runs in a folder, the folder of runs unless one is given; all who have asked get the newest answer."""
        folder = folder or self.folder
        self._asked_for.setdefault(folder, {})[on_listed] = None
        self._files.list_runs(folder, self._take_listed)

    def _take_listed(self, listed: Listed) -> None:
        for on_listed in self._asked_for.pop(listed.folder, {}):
            on_listed(listed)

    def list_recent(self, on_listed: Callable[[Listed], object]) -> None:
        """Ask for the newest runs in the folder of runs."""
        self._files.list_recent(self.folder, on_listed)

    def follow(
        self, runs: tuple[tuple[Path, Position | None], ...], on_followed: Callable[[tuple[Followed, ...]], object]
    ) -> None:
        """Ask what runs have reported since positions in their files, None for their beginning."""
        self._files.follow(runs, on_followed)

    def find_interrupted(self) -> None:
        """Look whether a run was interrupted; the window is asked to offer it."""
        self._files.find_interrupted(self.folder, lambda found: self._messages.ask(OfferInterrupted(found)))


def _refuse(on_answer: Callable[[Answer], object], step: int, text: str, details: str) -> None:
    del details
    on_answer(Answer(False, step, text))


def _subject_of(opened: Opened, data_root: Path | None) -> Subject:
    return Subject(
        opened.path,
        opened.config,
        opened.image_shape,
        opened.held_out_count,
        parameters=opened.parameters,
        problem=opened.problem,
        images_problem=opened.images_problem,
        data_root=data_root,
        resumable=opened.resumable,
        remote=opened.remote,
        source=opened.source,
    )
