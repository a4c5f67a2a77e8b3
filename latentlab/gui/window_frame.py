"""The frame of the window: rail, set-up drawer, docks and inspector, and how they share its width."""

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QSizePolicy, QStackedWidget, QStyle, QVBoxLayout, QWidget

from latentlab.gui.docks import DockArea
from latentlab.gui.language import tr
from latentlab.gui.panes.welcome import WelcomePane
from latentlab.gui.placement import SETUP_WIDTHS, place
from latentlab.gui.preferences import keeps_layouts
from latentlab.gui.rail import Rail
from latentlab.gui.session import Session
from latentlab.gui.widgets.inspector_splitter import InspectorSplitter
from latentlab.gui.widgets.lazy_dock import LazyDock
from latentlab.gui.widgets.message_bar import MessageBar
from latentlab.gui.workspaces import INSPECTOR, WORKSPACES, Panes

if TYPE_CHECKING:
    from latentlab.gui.panes.learn import LearnPane
    from latentlab.gui.panes.setup import SetupPane

_INSPECTOR_WIDTHS = (200, 4000)
"""Stored widths that are believed, in pixels."""


class WindowFrame(QMainWindow):
    """Arranges the panes; what a workspace shows is built when it is first shown.

    Attributes:
        session: what the window is about.
        welcome: the pane before there is a run.
        setup_dock, learn_dock: drawers at the left, of which one is shown at a time.
        panes, docks, inspector, message_bar: the parts around them.
    """

    def __init__(self, session: Session, settings: QSettings) -> None:
        """Build the frame; layout and size come from, and go to, `settings`."""
        super().__init__()
        self.setDockOptions(QMainWindow.DockOption.AnimatedDocks)
        self.session = session
        self._settings = settings
        self.panes = Panes(session)
        self.welcome = WelcomePane(session)
        parked = QWidget(self)
        parked.hide()
        self.docks = DockArea(self.panes, session.messages, settings, parked)
        self._drawer_folded = self._drawer_asked = False
        self.setup_dock = self._drawer = self._build_drawer(tr("Setup"), "setup", lambda: self.setup)
        self.learn_dock = self._build_drawer(tr("Learn"), "learn", lambda: self.learn)
        self._build_centre()
        self._build_rail()

    @cached_property
    def setup(self) -> "SetupPane":
        """The settings of the next run, built when they are first shown or asked for."""
        from latentlab.gui.panes.setup import SetupPane

        pane = SetupPane(self.session)
        pane.folder_changed.connect(self._on_folder)
        return pane

    @cached_property
    def learn(self) -> "LearnPane":
        """The guided experiments, built when they are first shown."""
        from latentlab.gui.panes.learn import LearnPane

        pane = LearnPane(self.session, self._kept_experiment)
        pane.kept.connect(self._on_experiment)
        return pane

    def show_workspace(self, name: str) -> None:
        """Switch to a workspace, keeping the layout of the one that is left."""
        if name == self.docks.workspace:
            return
        self._keep_layout()
        self._arrange(name)

    def rail_button(self, name: str) -> QWidget:
        """What a workspace is called up by."""
        return self._rail.button(name)

    def show_setting(self, key: str) -> None:
        """Lead the eye to a setting of the next run."""
        self.ask_for_setup()
        self.setup.show_setting(key)

    def set_runs_folder(self, folder: Path) -> None:
        """Keep new runs in another folder, in later windows too."""
        self.session.runs.folder = folder
        self.session.queue.change_folder(self.session.runs)
        self._settings.setValue("runs_folder", str(folder))
        self.setup.show_folder()

    @Slot(bool)
    def ask_for_setup(self, shown: bool = True) -> None:
        """Show the settings of the next run, or hide them."""
        if shown or self._drawer is self.setup_dock:
            self._ask_for(self.setup_dock, shown)

    @Slot()
    def show_learn(self) -> None:
        """Show the guided experiments."""
        self._ask_for(self.learn_dock)

    @Slot()
    def reset_layout(self) -> None:
        """Undo every rearrangement of the current workspace, and give the inspector its usual width."""
        self._settings.remove("inspector")
        self.inspector.set_inspector_width(None)
        self.docks.arrange_by_default()

    def _build_drawer(self, title: str, name: str, build: Callable[[], QWidget]) -> LazyDock:
        drawer = LazyDock(title, build)
        drawer.setObjectName(name)
        drawer.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetClosable)
        self.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, drawer)
        return drawer

    def _build_centre(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.welcome)
        self._stack.addWidget(self.docks)
        self._centre = centre = QWidget()
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._stack, 1)
        self._inspector_place = QWidget()
        self._beside = QVBoxLayout(self._inspector_place)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self.inspector = InspectorSplitter(centre, self._inspector_place)
        self.inspector.width_chosen.connect(partial(self._settings.setValue, "inspector"))
        self.setCentralWidget(self.inspector)
        self.message_bar = MessageBar(self)

    def _build_rail(self) -> None:
        toggle = self.setup_dock.toggleViewAction()
        self._rail = Rail(toggle, self)
        self._rail.workspace_chosen.connect(self.show_workspace)
        toggle.triggered.connect(self.ask_for_setup)
        for drawer in (self.setup_dock, self.learn_dock):
            drawer.visibilityChanged.connect(self._share_width)
        self.addToolBar(Qt.ToolBarArea.LeftToolBarArea, self._rail)

    # Arranging

    def _restore(self) -> None:
        place(self, self._settings.value("geometry"))
        name = str(self._settings.value("workspace", "live"))
        self._arrange(name if name in WORKSPACES else "live")
        self.setup_dock.setVisible(bool(self._settings.value("setup", False, type=bool)))
        self.inspector.set_inspector_width(_width_of(self._settings.value("inspector")))

    def _arrange(self, name: str) -> None:
        self._rail.check(name)
        self.docks.arrange(name, seen=self._has_something_to_show(name))
        self._show_welcome()

    def _has_something_to_show(self, name: str) -> bool:
        return self.session.run.subject is not None or not WORKSPACES[name].needs_run

    def _show_welcome(self) -> None:
        """Only where there is no run to look at; data and sweeps need none."""
        empty = not self._has_something_to_show(self.docks.workspace)
        if not empty:
            self.docks.build_shown()
        elif self.docks.workspace == "live":
            self.welcome.show_first()
        else:
            self.welcome.show_for(self.docks.workspace, WORKSPACES[self.docks.workspace].title)
        shown, hidden = (self.welcome, self.docks) if empty else (self.docks, self.welcome)
        shown.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        hidden.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)  # else its least size would count too
        if hidden.isAncestorOf(self.focusWidget()):
            self.setFocus()  # Qt would give it to the first control of the page that is shown, and a ring would be drawn there
        self._stack.setCurrentWidget(shown)
        self._share_width()

    @Slot()
    def _share_width(self) -> None:
        """Where the window is too narrow for a drawer and the inspector, the drawer is folded until there is room again.

        One that is asked for there takes the inspector's place instead.
        """
        shown = self._stack.currentWidget() is self.docks
        wanted = shown and WORKSPACES[self.docks.workspace].inspector
        if wanted:
            self._build_inspector()
        drawer = self._drawer
        room = self.width() - self._width_beside_drawer(wanted)
        # Beside the welcome page a form would be a second entrance; a guided experiment is none.
        crowded = not shown and drawer is self.setup_dock
        narrow = crowded or WORKSPACES[self.docks.workspace].wide or (shown and room < SETUP_WIDTHS[0])
        if not narrow:
            self._drawer_asked = False
        if narrow and not drawer.isHidden() and not self._drawer_asked:
            self._drawer_folded = True
            drawer.hide()
        elif self._drawer_folded and not narrow:
            self._drawer_folded = False
            drawer.show()
        if shown and not narrow and not drawer.isHidden():
            width = min(room, max(drawer.width(), SETUP_WIDTHS[1]))
            if width != drawer.width():
                self.resizeDocks([drawer], [width], Qt.Orientation.Horizontal)
        self._inspector_place.setVisible(wanted and not (narrow and not drawer.isHidden()))

    def _build_inspector(self) -> None:
        if self._beside.isEmpty():
            pane = self.panes.get(INSPECTOR)
            pane.setWindowTitle(INSPECTOR.title)
            pane.setProperty("card", True)
            pane.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
            self._beside.addWidget(pane)

    def _ask_for(self, drawer: LazyDock, shown: bool = True) -> None:
        """Show a drawer in the other's place, or hide it."""
        other = self.learn_dock if drawer is self.setup_dock else self.setup_dock
        self._drawer = drawer
        self._drawer_asked, self._drawer_folded = shown, False
        other.hide()
        drawer.setVisible(shown)
        self._share_width()

    def _width_beside_drawer(self, inspector: bool) -> int:
        """What the rail, the centre and, where it is shown, the inspector need beside a drawer."""
        separator = self.style().pixelMetric(QStyle.PixelMetric.PM_DockWidgetSeparatorExtent, None, self)
        centre = self._rail.width() + 2 * separator + self._centre.minimumSizeHint().width()
        return centre + (self.inspector.handleWidth() + self.inspector.inspector_width() if inspector else 0)

    def _keep_layout(self) -> None:
        """Only one that was seen: behind the welcome page the docks have no sizes yet."""
        if self._stack.currentWidget() is self.docks and keeps_layouts(self._settings):
            self.docks.keep_layout()

    def _save_layout(self) -> None:
        self._settings.setValue("geometry", self.saveGeometry())
        self._settings.setValue("workspace", self.docks.workspace)
        self._settings.setValue(
            "setup", not self.setup_dock.isHidden() or (self._drawer_folded and self._drawer is self.setup_dock)
        )
        self._keep_layout()
        self._settings.sync()

    def _kept_experiment(self, name: str) -> str:
        return str(self._settings.value(f"learn/{name}", ""))

    @Slot(str, str)
    def _on_experiment(self, name: str, progress: str) -> None:
        self._settings.setValue(f"learn/{name}", progress)

    @Slot(object)
    def _on_folder(self, name: str) -> None:
        self.set_runs_folder(Path(name))

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()


def _width_of(stored: object) -> int | None:
    """The stored width of the inspector; None for the usual one where none, or none that makes sense, is stored."""
    try:
        width = int(str(stored))
    except ValueError:
        return None
    return width if _INSPECTOR_WIDTHS[0] <= width <= _INSPECTOR_WIDTHS[1] else None
