"""Encoding all held-out images bit by bit, while a view wants them and nothing trains."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from latentlab.explore.requests.maps import EncodedCount, EncodeMore
from latentlab.explore.requests.values import Failed, Result
from latentlab.gui.models.current_run import CurrentRun
from latentlab.gui.models.messages import Messages
from latentlab.gui.workers.render_thread import RenderThread

if TYPE_CHECKING:
    from latentlab.gui.models.views import ViewsModel

_AT_ONCE = 1024
"""Held-out images that every view may look at at once; further ones follow while nothing trains."""


class HeldOutSurvey(QObject):
    """How many of the held-out images are encoded by the weights that are looked at.

    Attributes:
        surveyed: of these weights, None before there are any.

    Signals:
        advanced: a `EncodedCount`: more images are encoded.
    """

    advanced = Signal(object)

    def __init__(
        self, run: CurrentRun, views: "ViewsModel", rendering: RenderThread, messages: Messages, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.surveyed: EncodedCount | None = None
        self._run = run
        self._views = views
        self._rendering = rendering
        self._messages = messages
        self._wanted: dict[object, bool] = {}
        run.state_changed.connect(self._go_on)

    def start_over(self) -> None:
        """Another model is looked at."""
        self.surveyed = None

    def show_weights(self, step: int) -> None:
        """Other weights are looked at: all images are encoded again."""
        self.surveyed = EncodedCount(step, self._at_once(), 0)
        self._go_on()

    def want(self, who: object, wanted: bool, *, errors: bool = False) -> None:
        """Encode all images while somebody wants them; with `errors`, their reconstruction errors are worked out too."""
        had_errors = self._with_errors()
        self._wanted.pop(who, None)
        if wanted:
            self._wanted[who] = errors
        if self._with_errors() and not had_errors and self.surveyed is not None:
            self.surveyed = replace(self.surveyed, count=self._at_once())
        self._go_on()

    @property
    def images(self) -> int | None:
        """How many of the first images can be looked at without waiting; None where all can."""
        if self.surveyed is not None and self.surveyed.count == self.surveyed.total:
            return None
        return self.count

    @property
    def count(self) -> int:
        """How many of the first images can be looked at without waiting."""
        return self.surveyed.count if self.surveyed else self._at_once()

    def _at_once(self) -> int:
        return min(_AT_ONCE, self._run.subject.held_out_count) if self._run.subject is not None else 0

    def _with_errors(self) -> bool:
        return any(self._wanted.values())

    @Slot()
    def _go_on(self) -> None:
        surveyed, views = self.surveyed, self._views
        if not self._wanted or not self._at_once() or views.shown_step is None or surveyed is None:
            return
        if surveyed.total == 0 or (surveyed.count < surveyed.total and not views.newer_weights_come):
            errors = self._with_errors()
            self._rendering.submit("survey", EncodeMore(errors), lambda result: self._take(errors, result))

    def _take(self, errors: bool, result: Result) -> None:
        if isinstance(result, Failed):
            self._messages.tell("error", result.message)
            return
        if isinstance(result, EncodedCount) and result.step == self._views.shown_step and errors == self._with_errors():
            self.surveyed = result
            self.advanced.emit(result)
        self._go_on()
