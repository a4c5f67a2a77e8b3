"""The checkpoints of the current run: looked at, kept under a name, and branched off."""

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QInputDialog

from latentlab.gui.language import tr
from latentlab.gui.session import Session
from latentlab.gui.widgets.checkpoint_choice import CheckpointChoice
from latentlab.runs import Answer


class Checkpoints(QObject):
    """Fills a choice of checkpoints, and does what is asked of it."""

    def __init__(self, session: Session, choice: CheckpointChoice) -> None:
        super().__init__(choice)
        self._session = session
        self._choice = choice
        session.runs.checkpoints_changed.connect(self.fill)
        choice.list_wanted.connect(session.runs.list_checkpoints)
        choice.chosen.connect(session.runs.look_at)
        choice.branch_wanted.connect(self._on_branch)
        choice.keep_wanted.connect(self._ask_keep)

    @Slot()
    def fill(self) -> None:
        """Offer those that there are."""
        session, run = self._session, self._session.run
        steps = session.runs.checkpoints
        # Where nothing trains, the newest weights are those of the last checkpoint.
        earlier = steps if run.is_training else steps[:-1]
        readable = run.subject is not None and run.subject.resumable and bool(steps)
        elsewhere = run.subject.elsewhere if run.subject is not None else ""
        self._choice.allow(branch=readable, keep=readable or session.steering.can_ask, elsewhere=elsewhere)
        self._choice.set_steps(session.runs.checkpoint_names, earlier, session.views.held_step)

    @Slot()
    def _on_branch(self) -> None:
        subject = self._session.run.subject
        if subject is not None:
            self._session.runs.branch(subject.path, self._session.views.held_step)

    @Slot()
    def _ask_keep(self) -> None:
        held = self._session.views.held_step
        what = tr("of this moment") if held is None and self._session.steering.can_ask else tr("that is looked at")
        dialog = QInputDialog(self._choice)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(tr("Keep checkpoint"))
        dialog.setLabelText(tr("Name for the checkpoint {what}:", what=what))
        dialog.textValueSelected.connect(self._on_keep)
        dialog.open()

    @Slot(str)
    def _on_keep(self, name: str) -> None:
        held = self._session.views.held_step
        if held is None and self._session.steering.can_ask:
            self._session.steering.keep(name.strip(), self._on_kept)
        else:
            self._session.runs.keep_checkpoint(held, name.strip(), self._on_kept)

    def _on_kept(self, answer: Answer) -> None:
        self._session.messages.tell("success" if answer.done else "error", answer.text)
        self._session.runs.list_checkpoints()
