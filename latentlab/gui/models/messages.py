"""What the window is told, and what only the window can do: ask a user for a file, show a workspace."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Protocol, Unpack

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from latentlab.config import DataConfig, RunConfig, TransformConfig
from latentlab.explore.requests.commands import Style, ViewRequest
from latentlab.explore.requests.directions import Lasso
from latentlab.explore.requests.values import PictureGrid
from latentlab.gui.colours import Severity
from latentlab.gui.workers.branch_points import BranchPoint
from latentlab.gui.workers.run_files import Interrupted

_KEPT = 200

Action = tuple[str, Callable[[], object]]
"""A label and what it does."""


@dataclass(frozen=True)
class Message:
    """Something to tell.

    Attributes:
        severity: info, success, warning or error.
        text: one or two plain sentences.
        details: a traceback or the like, for a report.
        actions: labels with what they do, while the message is shown.
        later: the same of those that can be done as long as it is listed; they must not hold the window.
        unsolicited: not triggered by a user action: it waits while an error stands, until that is dismissed.
        at: what caused it, over which it is shown: a pane, or the request of a view; None is the window.
    """

    severity: Severity
    text: str
    details: str | None = None
    actions: tuple[Action, ...] = ()
    unsolicited: bool = False
    at: object = None
    later: tuple[Action, ...] = ()


@dataclass(frozen=True)
class Kept:
    """What is kept of a message that was told: the words, when, and what can still be done.

    Attributes:
        time: of the telling.
        message: without place and without actions that end with its showing, which would keep the window.
    """

    time: datetime
    message: Message


class Printable(Protocol):
    """What can be written as a picture, or as a figure for a paper."""

    def picture(self) -> QImage | None: ...

    def figure(self, ending: str, width_mm: float) -> bytes: ...


class WriteView(Protocol):
    """Has a view written to a file."""

    def __call__(self, path: Path, **style: Unpack[Style]) -> None: ...


@dataclass(frozen=True, eq=False)
class ExportPicture:
    """Ask where a picture goes, and write it.

    Attributes:
        name: suggested for its file.
        picture: gives it in the form that is chosen.
    """

    name: str
    picture: Printable


@dataclass(frozen=True, eq=False)
class ExportView:
    """Ask where a view goes and how it is drawn there, and write it.

    Attributes:
        name: suggested for its file, without ending.
        grid: as it is drawn; None for a plot.
        write: has it written.
    """

    name: str
    grid: PictureGrid | None
    write: WriteView


@dataclass(frozen=True, eq=False)
class ShowView:
    """Show the view of a picture again, where such views are shown."""

    request: ViewRequest


@dataclass(frozen=True, eq=False)
class ShowDirection:
    """Show the direction between the two groups of a lasso."""

    lasso: Lasso


@dataclass(frozen=True)
class ShowCollection:
    """Look at a folder or file of many images."""

    path: Path


@dataclass(frozen=True)
class ImportModel:
    """Make a run of a model that another program trained, with the images of the next run, and open it."""

    path: Path


@dataclass(frozen=True)
class ChooseRunFolder:
    """Ask for a folder with room for the run in training."""


@dataclass(frozen=True)
class ChooseImageFolder:
    """Ask where the images of the current run are now."""


@dataclass(frozen=True)
class OfferInterrupted:
    """Offer to go on with a run that was interrupted."""

    run: Interrupted


@dataclass(frozen=True, eq=False)
class TryTransformations:
    """Show what transformations make of images, uint8 (N, H, W, C)."""

    images: NDArray[np.uint8]


@dataclass(frozen=True, eq=False)
class UseInNextRun:
    """Put a part of a run's settings, or all of them, into those of the next run.

    Attributes:
        component: the part, or all of them.
        images: some of the data's images, uint8 (N, H, W, C), where they have been looked at.
    """

    component: DataConfig | TransformConfig | RunConfig
    images: NDArray[np.uint8] | None = None


@dataclass(frozen=True, eq=False)
class SetUpBranch:
    """Set up a branch where the next run is set up.

    Attributes:
        point: the checkpoint that it begins at.
    """

    point: BranchPoint


@dataclass(frozen=True)
class StartNextRun:
    """Train with the settings of the next run."""


@dataclass(frozen=True)
class QueueNextRun:
    """Put a run with the settings of the next run at the end of the queue."""


@dataclass(frozen=True)
class ShowWorkspace:
    """Show a workspace.

    Attributes:
        name: of `WORKSPACES`.
    """

    name: str


@dataclass(frozen=True)
class EvaluateRun:
    """Measure the current run where that is shown."""


WindowTask = (
    ExportPicture
    | ExportView
    | ShowView
    | ShowDirection
    | ShowCollection
    | ImportModel
    | TryTransformations
    | UseInNextRun
    | SetUpBranch
    | StartNextRun
    | QueueNextRun
    | ChooseRunFolder
    | ChooseImageFolder
    | OfferInterrupted
    | ShowWorkspace
    | EvaluateRun
)


class Messages(QObject):
    """From the models and panes to the window.

    Attributes:
        kept: what was told so far, the newest first.
        takes_over: told of each error that offers nothing to do; whether it is said elsewhere. Set by the model of runs on
            other computers.

    Signals:
        told: a `Message`; None takes the last one away.
        asked: a `WindowTask`.
    """

    told = Signal(object)
    asked = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.kept: deque[Kept] = deque(maxlen=_KEPT)
        self.takes_over: Callable[[str], bool] = lambda text: False

    def tell(
        self,
        severity: Severity,
        text: str,
        details: str | None = None,
        actions: tuple[Action, ...] = (),
        *,
        unsolicited: bool = False,
        at: object = None,
        later: tuple[Action, ...] = (),
    ) -> None:
        """Tell something; see `Message`."""
        if severity == "error" and not actions and self.takes_over(text):
            return
        message = Message(severity, text, details, actions, unsolicited, at, later)
        self.kept.appendleft(Kept(datetime.now(), replace(message, actions=(), at=None)))
        self.told.emit(message)

    def fail(self, text: str, details: str) -> None:
        """Tell why something failed; details are empty where the fault is not ours."""
        self.tell("error", text, details or None)

    def clear(self) -> None:
        """Take the last message away."""
        self.told.emit(None)

    def ask(self, task: WindowTask) -> None:
        """Have the window do what only it can do."""
        self.asked.emit(task)

    def export_picture(self, name: str, picture: Printable) -> None:
        """Have the window ask where a picture goes; see `ExportPicture`."""
        self.ask(ExportPicture(name, picture))

    def export_view(self, name: str, grid: PictureGrid | None, write: WriteView) -> None:
        """Have the window ask where a view goes; see `ExportView`."""
        self.ask(ExportView(name, grid, write))

    def choose_image_folder(self) -> None:
        """Have the window ask where the images of the current run are now."""
        self.ask(ChooseImageFolder())
