"""The window: it arranges tool bar, rail, set-up drawer, docks, inspector and status bar, and closes them."""

from functools import partial
from pathlib import Path
from typing import TypeVar, assert_never

from PySide6.QtCore import QSettings, QSize, Qt, Slot
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QSizePolicy, QStackedWidget, QStyle, QToolBar, QVBoxLayout, QWidget

from latentlab.config import DEFAULT_PRESET
from latentlab.errors import ConfigError
from latentlab.gui import theme
from latentlab.gui.docks import DockArea
from latentlab.gui.models.current_run import State, Subject
from latentlab.gui.models.messages import (
    ChooseImageFolder,
    ChooseRunFolder,
    ExportPicture,
    ExportView,
    Message,
    OfferInterrupted,
    ShowCollection,
    ShowDirection,
    ShowView,
    TryTransformations,
    UseInNextRun,
    WindowTask,
)
from latentlab.gui.panes.base import Pane
from latentlab.gui.panes.setup import SetupPane
from latentlab.gui.panes.welcome import WelcomePane
from latentlab.gui.placement import SMALLEST, place
from latentlab.gui.prompts import Prompts
from latentlab.gui.run_bar import RunBar
from latentlab.gui.session import Session
from latentlab.gui.status_line import StatusLine
from latentlab.gui.widgets.closing_question import ClosingQuestion
from latentlab.gui.widgets.inspector_splitter import InspectorSplitter
from latentlab.gui.widgets.message_bar import MessageBar
from latentlab.gui.workspaces import INSPECTOR, PANES, WORKSPACES, Panes, pane_for, shown_in

P = TypeVar("P", bound=Pane)

_INSPECTOR_WIDTH = 348
_INSPECTOR_WIDTHS = (200, 4000)
"""Stored widths that are believed, in pixels."""


class MainWindow(QMainWindow):
    """LatentLab's window.

    Attributes:
        session: what it is about.
        setup, welcome: the panes that stand in no workspace; `pane` gives the others.
        run_bar, docks, inspector, message_bar, status_line: its parts.
    """

    def __init__(self, session: Session, settings: QSettings) -> None:
        """Build the window; layout and size come from, and go to, `settings`."""
        super().__init__()
        self.session = session
        self._settings = settings
        self._closing = False
        self._question: ClosingQuestion | None = None
        self.setWindowTitle("LatentLab")
        self.setAcceptDrops(True)
        self.setDockOptions(QMainWindow.DockOption.AnimatedDocks)
        self._panes = Panes(session)
        self.setup = SetupPane(session)
        self.welcome = WelcomePane(session)
        self.message_bar = MessageBar()
        self.prompts = Prompts(session, settings, self)
        self.docks = DockArea(self._panes, session.messages, settings)
        self._build_setup()
        self._build_centre()
        self._build_rail()
        self.run_bar = RunBar(session)
        self.addToolBar(Qt.ToolBarArea.TopToolBarArea, self.run_bar)
        self.status_line = StatusLine(session, self.statusBar())
        self._connect()
        self._restore()

    def pane(self, kind: type[P]) -> P:
        """A pane of a dock or of the inspector, built when it is first asked for."""
        return self._panes.of(kind)

    def show_workspace(self, name: str) -> None:
        """Switch to a workspace, keeping the layout of the one that is left."""
        if name == self.docks.workspace:
            return
        self._keep_layout()
        self._arrange(name)
        if name == "data":
            self._offer_data()

    @Slot()
    def reset_layout(self) -> None:
        """Undo every rearrangement of the current workspace, and give the inspector its usual width."""
        self._settings.remove("inspector")
        self.inspector.set_inspector_width(_INSPECTOR_WIDTH)
        self.docks.arrange_by_default()

    @Slot()
    def close_and_save(self) -> None:
        """Close without a question, as at the end of the desktop's session; what trains is stopped and saved first."""
        self._closing = True
        self.close()

    # Building

    def _build_setup(self) -> None:
        self._setup_folded = self._setup_asked = False
        self.setup_dock = QDockWidget("Setup")
        self.setup_dock.setObjectName("setup")
        self.setup_dock.setWidget(self.setup)
        self.setup_dock.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetClosable)
        self.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, self.setup_dock)

    def _build_centre(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.welcome)
        self._stack.addWidget(self.docks)
        self._centre = centre = QWidget()
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.message_bar)
        layout.addWidget(self._stack, 1)
        self._inspector_place = QWidget()
        self._beside = QVBoxLayout(self._inspector_place)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self.inspector = InspectorSplitter(centre, self._inspector_place, _INSPECTOR_WIDTH)
        self.inspector.width_chosen.connect(partial(self._settings.setValue, "inspector"))
        self.setCentralWidget(self.inspector)
        self.message_bar.dismiss()

    def _build_rail(self) -> None:
        self._rail = rail = QToolBar("Workspaces")
        rail.setObjectName("rail")
        rail.setMovable(False)
        rail.setIconSize(QSize(20, 20))
        rail.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        group = QActionGroup(self)
        self._workspace_actions: dict[str, QAction] = {}
        for number, (name, workspace) in enumerate(WORKSPACES.items(), start=1):
            action = QAction(theme.icon(workspace.icon), workspace.title, self)
            action.setCheckable(True)
            action.setToolTip(workspace.tip)
            action.setShortcut(f"Ctrl+{number % 10}")
            action.setData(name)
            group.addAction(action)
            rail.addAction(action)
            self._workspace_actions[name] = action
        group.triggered.connect(self._on_workspace)
        spacer = QWidget()
        spacer.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        rail.addWidget(spacer)
        toggle = self.setup_dock.toggleViewAction()
        toggle.setIcon(theme.icon("settings"))
        toggle.setToolTip("Settings of the next run (Ctrl+,)")
        toggle.setShortcut("Ctrl+,")
        toggle.triggered.connect(self._ask_for_setup)
        self.setup_dock.visibilityChanged.connect(self._share_width)
        rail.addAction(toggle)
        self.addToolBar(Qt.ToolBarArea.LeftToolBarArea, rail)

    def _connect(self) -> None:
        session = self.session
        session.run.state_changed.connect(self._on_state)
        session.run.subject_changed.connect(self._on_subject)
        session.messages.told.connect(self._on_message)
        session.messages.asked.connect(self._on_asked)
        self.run_bar.train_requested.connect(self._on_train)
        self.run_bar.open_requested.connect(self.prompts.open_run)
        self.run_bar.reset_requested.connect(self.reset_layout)
        self.welcome.demo_requested.connect(self._on_demo)
        self.welcome.setup_requested.connect(self._on_show_setup)
        self.welcome.open_requested.connect(self.prompts.open_run)
        self.setup.folder_changed.connect(self._on_folder)

    # Arranging

    def _restore(self) -> None:
        place(self, self._settings.value("geometry"))
        name = str(self._settings.value("workspace", "live"))
        self._arrange(name if name in WORKSPACES else "live")
        has_room = self.width() >= SMALLEST.width()
        self.setup_dock.setVisible(bool(self._settings.value("setup", has_room, type=bool)))
        self.inspector.set_inspector_width(_width_of(self._settings.value("inspector")))

    def _arrange(self, name: str) -> None:
        self._workspace_actions[name].setChecked(True)
        self.docks.arrange(name, seen=self._has_something_to_show(name))
        self._show_welcome()

    def _has_something_to_show(self, name: str) -> bool:
        return self.session.run.subject is not None or not WORKSPACES[name].needs_run

    def _show_welcome(self) -> None:
        """Only where there is no run to look at; data and sweeps need none."""
        empty = not self._has_something_to_show(self.docks.workspace)
        if not empty:
            self.docks.build_shown()
        shown, hidden = (self.welcome, self.docks) if empty else (self.docks, self.welcome)
        shown.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        hidden.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)  # else its least size would count too
        self._stack.setCurrentWidget(shown)
        self._share_width()

    @Slot()
    def _share_width(self) -> None:
        """Where the window is too narrow for set-up and inspector, the set-up is folded until there is room again.

        One that is asked for there takes the inspector's place instead.
        """
        shown = self._stack.currentWidget() is self.docks
        wanted = shown and WORKSPACES[self.docks.workspace].inspector
        if wanted:
            self._build_inspector()
        room = self.width() - self._width_beside_setup(wanted)
        narrow = shown and room < self.setup.minimumWidth()
        if not narrow:
            self._setup_asked = False
        if narrow and not self.setup_dock.isHidden() and not self._setup_asked:
            self._setup_folded = True
            self.setup_dock.hide()
        elif self._setup_folded and not narrow:
            self._setup_folded = False
            self.setup_dock.show()
        if shown and not narrow and not self.setup_dock.isHidden():
            width = min(room, max(self.setup_dock.width(), self.setup.sizeHint().width()))
            if width != self.setup_dock.width():
                self.resizeDocks([self.setup_dock], [width], Qt.Orientation.Horizontal)
        self._inspector_place.setVisible(wanted and not (narrow and not self.setup_dock.isHidden()))

    def _build_inspector(self) -> None:
        if self._beside.isEmpty():
            pane = self._panes.get(INSPECTOR)
            pane.setProperty("card", True)
            pane.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
            self._beside.addWidget(pane)

    def _ask_for_setup(self, shown: bool = True) -> None:
        self._setup_asked, self._setup_folded = shown, False
        self.setup_dock.setVisible(shown)
        self._share_width()

    def _width_beside_setup(self, inspector: bool) -> int:
        """What the rail, the centre and, where it is shown, the inspector need beside the set-up."""
        separator = self.style().pixelMetric(QStyle.PixelMetric.PM_DockWidgetSeparatorExtent, None, self)
        centre = self._rail.width() + 2 * separator + self._centre.minimumSizeHint().width()
        return centre + (self.inspector.handleWidth() + self.inspector.inspector_width() if inspector else 0)

    def _keep_layout(self) -> None:
        """Only one that was seen: behind the welcome page the docks have no sizes yet."""
        if self._stack.currentWidget() is self.docks:
            self.docks.keep_layout()

    def _save_layout(self) -> None:
        self._settings.setValue("geometry", self.saveGeometry())
        self._settings.setValue("workspace", self.docks.workspace)
        self._settings.setValue("setup", not self.setup_dock.isHidden() or self._setup_folded)
        self._keep_layout()
        self._settings.sync()

    # What the session says

    @Slot(object)
    def _on_state(self, state: State) -> None:
        if self.session.run.subject is not None:
            self._show_name(self.session.run.subject.path)
        if state is State.PREPARING:
            self._ask_for_setup(False)  # its settings are fixed now; the plots can use the room
        if state in (State.FINISHED, State.STOPPED):
            self._tell_what_next(state)

    @Slot(object)
    def _on_subject(self, subject: Subject) -> None:
        self._show_name(subject.path)
        self.docks.show_subject(subject)
        if self._stack.currentWidget() is not self.docks:
            self._show_welcome()
            self.docks.settle()

    def _show_name(self, path: Path) -> None:
        self.setWindowTitle(f"{path.name} — LatentLab")

    @Slot(object)
    def _on_message(self, message: Message | None) -> None:
        if self.message_bar.take(message) and message is not None and message.severity == "error":
            self._mark_setting(message.text)

    def _mark_setting(self, text: str) -> None:
        """Where an error begins with the key of a setting, show it there too."""
        key, settings = text.partition(" ")[0].rstrip(":"), self.setup.form.keys()
        if key in settings:
            self._ask_for_setup()
            self.setup.form.show_error(text, key)

    @Slot(object)
    def _on_asked(self, task: WindowTask) -> None:
        match task:
            case ExportPicture():
                self.prompts.export_picture(task)
            case ExportView():
                self.prompts.export_view(task)
            case ChooseRunFolder():
                self.prompts.choose_run_folder()
            case ChooseImageFolder():
                self.prompts.choose_image_folder()
            case OfferInterrupted(run=found):
                self.prompts.offer_interrupted(found)
            case ShowView(request=request):
                self._show_view(request)
            case ShowDirection(lasso=lasso):
                from latentlab.gui.panes.directions import DirectionsPane

                self._show_pane("directions")
                self.pane(DirectionsPane).show_lasso(lasso)
            case ShowCollection(path=path):
                from latentlab.gui.panes.data import DataPane

                self.show_workspace("data")
                self.pane(DataPane).take(path)
            case TryTransformations(images=images):
                from latentlab.gui.panes.laboratory import LaboratoryPane

                self.pane(LaboratoryPane).set_images(images)
            case UseInNextRun(component=component):
                self.setup.take(component)
                self._ask_for_setup()
            case _:
                assert_never(task)

    def _show_pane(self, name: str) -> None:
        self.show_workspace(shown_in(name))
        self.docks.raise_pane(name)

    def _show_view(self, request: object) -> None:
        """Show a view again where such views are shown."""
        name = pane_for(request)
        if name is not None:
            self._show_pane(name)
            self._panes.get(PANES[name]).restore(request)
        else:
            if not WORKSPACES[self.docks.workspace].inspector:
                self.show_workspace("live")
            self._panes.get(INSPECTOR).restore(request)

    def _tell_what_next(self, state: State) -> None:
        session, subject = self.session, self.session.run.subject
        if subject is None:
            return
        step, kept = session.training.step, session.run.checkpoint
        text = f"{'Finished' if state is State.FINISHED else 'Stopped'} at step {step:,}"
        if kept == step:
            text += f"; everything is saved in {subject.path}."
        else:
            what = f"step {kept:,} is kept" if kept is not None else "no step is kept"
            text += f" without saving; {what} in {subject.path}."
        session.messages.tell(
            "success" if kept == step else "warning",
            text,
            actions=(
                ("Traverse the latent space", partial(self.show_workspace, "explore")),
                ("Continue", self.run_bar.continue_run),
            ),
        )

    # What a user does

    @Slot(QAction)
    def _on_workspace(self, action: QAction) -> None:
        self.show_workspace(action.data())

    @Slot()
    def _on_train(self) -> None:
        try:
            self.session.training.train(self.setup.config())
        except ConfigError as error:
            self.session.messages.tell("error", str(error))

    @Slot()
    def _on_demo(self) -> None:
        self.setup.choose_preset(DEFAULT_PRESET)
        self._on_train()

    @Slot()
    def _on_show_setup(self) -> None:
        self._ask_for_setup()
        self.setup.preset.setFocus()

    @Slot(object)
    def _on_folder(self, name: str) -> None:
        self.session.runs.folder = Path(name)
        self._settings.setValue("runs_folder", name)
        self.setup.show_folder()

    def _offer_data(self) -> None:
        """The images of the settings are looked at, unless others have been."""
        from latentlab.gui.panes.data import DataPane

        try:
            self.pane(DataPane).offer(self.setup.config().data)
        except ConfigError as error:
            self.session.messages.tell("error", str(error))

    # Closing

    def _ask_before_closing(self) -> None:
        """Stop and save, or keep the window; training goes on meanwhile, and nothing is asked twice."""
        if self._question is not None:
            self._question.raise_()
            return
        self._question = ClosingQuestion(self.session.training.what_trains, self)
        self._question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._question.accepted.connect(self.close_and_save)
        self._question.finished.connect(self._on_answered)
        self._question.open()

    @Slot()
    def _on_answered(self) -> None:
        self._question = None

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = next(url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile())
        self.session.dropped.take(Path(path))
        event.acceptProposedAction()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.session.dropped.paste()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.session.training.loses_steps and not self._closing:
            event.ignore()
            self._ask_before_closing()
            return
        self._closing = True
        self._save_layout()
        if self.session.close(then=self.close):
            event.accept()
        else:
            event.ignore()


def _width_of(stored: object) -> int:
    """The stored width of the inspector; the usual one where none, or none that makes sense, is stored."""
    try:
        width = int(str(stored))
    except ValueError:
        return _INSPECTOR_WIDTH
    return width if _INSPECTOR_WIDTHS[0] <= width <= _INSPECTOR_WIDTHS[1] else _INSPECTOR_WIDTH
