"""What only the window can do for panes and models: ask for a file, show a workspace or a view, take settings."""

from pathlib import Path
from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QObject, Slot

from latentlab.config import parse_config
from latentlab.errors import ConfigError
from latentlab.gui.models.messages import (
    ChooseImageFolder,
    ChooseRunFolder,
    EvaluateRun,
    ExportPicture,
    ExportView,
    ImportModel,
    OfferInterrupted,
    QueueNextRun,
    SetUpBranch,
    ShowCollection,
    ShowDirection,
    ShowView,
    ShowWorkspace,
    StartNextRun,
    TryTransformations,
    UseInNextRun,
    WindowTask,
)
from latentlab.gui.workspaces import INSPECTOR, PANES, WORKSPACES, pane_for, shown_in

if TYPE_CHECKING:
    from latentlab.gui.main_window import MainWindow


class WindowTasks(QObject):
    """Does the tasks that messages ask of a window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    @Slot(object)
    def do(self, task: WindowTask) -> None:
        """Do one."""
        window = self._window
        match task:
            case ExportPicture():
                window.prompts.export_picture(task)
            case ExportView():
                window.prompts.export_view(task)
            case ChooseRunFolder():
                window.prompts.choose_run_folder()
            case ChooseImageFolder():
                window.prompts.choose_image_folder()
            case OfferInterrupted(run=found):
                window.prompts.offer_interrupted(found)
            case ShowView(request=request):
                self._show_view(request)
            case ShowDirection(lasso=lasso):
                from latentlab.gui.panes.directions import DirectionsPane

                self._show_pane("directions")
                window.pane(DirectionsPane).show_lasso(lasso)
            case ShowCollection(path=path):
                from latentlab.gui.panes.data import DataPane

                window.show_workspace("data")
                window.pane(DataPane).take(path)
            case ImportModel(path=path):
                self._import_model(path)
            case TryTransformations(images=images):
                from latentlab.gui.panes.laboratory import LaboratoryPane

                window.pane(LaboratoryPane).set_images(images)
            case UseInNextRun(component=component, images=images):
                window.setup.take(component, images)
                window.ask_for_setup()
            case SetUpBranch(point=point):
                window.setup.take_branch(point)
                window.ask_for_setup()
            case ShowWorkspace(name=name):
                window.show_workspace(name)
            case EvaluateRun():
                from latentlab.gui.panes.evaluation import EvaluationPane

                window.show_workspace("evaluate")
                window.pane(EvaluationPane).start.click()
            case StartNextRun():
                window.train_next()
            case QueueNextRun():
                window.queue_next()
            case _:
                assert_never(task)

    def _import_model(self, path: Path) -> None:
        session = self._window.session
        try:
            images = self._window.setup.config().data
        except ConfigError as error:
            session.messages.tell("error", str(error))
        else:
            session.runs.import_model(path, parse_config({}).model_copy(update={"data": images}))

    def _show_pane(self, name: str) -> None:
        window = self._window
        window.show_workspace(shown_in(name))
        window.docks.raise_pane(name)

    def _show_view(self, request: object) -> None:
        """Show a view again where such views are shown."""
        window, name = self._window, pane_for(request)
        if name is not None:
            self._show_pane(name)
            window.panes.get(PANES[name]).restore(request)
        else:
            if not WORKSPACES[window.docks.workspace].inspector:
                window.show_workspace("live")
            window.panes.get(INSPECTOR).restore(request)
