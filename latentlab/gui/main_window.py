"""The window: tool bar, rail, set-up drawer, docks, status bar. It arranges the panes and passes on what they ask for."""

import json
import math
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QSize, Qt, QTimer, Slot
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QDockWidget,
    QFileDialog,
    QLabel,
    QMainWindow,
    QMenu,
    QSizePolicy,
    QStackedWidget,
    QStyle,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from latentlab.catalog.objectives import WarmedUpConfig
from latentlab.config import DEFAULT_PRESET, DataConfig, TransformConfig
from latentlab.errors import ConfigError
from latentlab.explore.requests.commands import ViewRequest
from latentlab.explore.requests.directions import Analogy, Direction, Neighbours
from latentlab.explore.requests.images import Deviation, Difference, GalleryImages
from latentlab.explore.requests.interpolation import Corners, Interpolate
from latentlab.explore.requests.maps import Map, Marginals, Walk
from latentlab.explore.requests.pairs import CompareRuns, Link
from latentlab.explore.requests.transformations import Consistency, Rank, Strength
from latentlab.explore.requests.traversal import Traverse
from latentlab.gui import theme
from latentlab.gui.panes.analogy import AnalogyPane
from latentlab.gui.panes.compare import ComparePane
from latentlab.gui.panes.consistency import ConsistencyPane
from latentlab.gui.panes.data import DataPane
from latentlab.gui.panes.dimensions import DimensionsPane
from latentlab.gui.panes.directions import DirectionsPane
from latentlab.gui.panes.discriminator import DiscriminatorPane
from latentlab.gui.panes.divergences import DivergencePane
from latentlab.gui.panes.evaluation import EvaluationPane
from latentlab.gui.panes.gallery import GalleryPane
from latentlab.gui.panes.interpolation import InterpolationPane
from latentlab.gui.panes.laboratory import LaboratoryPane
from latentlab.gui.panes.latent import LatentPane
from latentlab.gui.panes.latent_map import LatentMapPane
from latentlab.gui.panes.losses import LossPane
from latentlab.gui.panes.marginals import MarginalsPane
from latentlab.gui.panes.neighbours import NeighboursPane
from latentlab.gui.panes.posterior import PosteriorPane
from latentlab.gui.panes.setup import SetupPane
from latentlab.gui.panes.sweeps import SweepsPane
from latentlab.gui.panes.traversal import TraversalPane
from latentlab.gui.panes.welcome import WelcomePane
from latentlab.gui.placement import SMALLEST, place
from latentlab.gui.run_files import Interrupted, Listed
from latentlab.gui.session import TRAINING, Message, Session, State, Subject, ViewOffer
from latentlab.gui.widgets.closing_question import ClosingQuestion
from latentlab.gui.widgets.continue_dialog import ContinueDialog
from latentlab.gui.widgets.dock_grip import DockGrip
from latentlab.gui.widgets.dock_shares import DockShares
from latentlab.gui.widgets.export_dialog import ExportChoice, ExportDialog
from latentlab.gui.widgets.image_needing import ImageNeeding
from latentlab.gui.widgets.inspector_splitter import InspectorSplitter
from latentlab.gui.widgets.message_bar import MessageBar
from latentlab.gui.widgets.run_progress import RunProgress
from latentlab.gui.widgets.save_dialog import choose_file

_LAYOUT_VERSION = 3
_RECENT_RUNS = 12
_INSPECTOR_WIDTH = 348
_INSPECTOR_WIDTHS = (200, 4000)
"""Stored widths that are believed, in pixels."""
_STRIP_HEIGHT = 172
_PROGRESS_MS = 200


@dataclass(frozen=True)
class _Workspace:
    """A layout of docks under a name: which are shown, whether beside the inspector, and their icon in the rail."""

    title: str
    icon: str
    docks: tuple[str, ...]
    tip: str
    inspector: bool = True


_WORKSPACES = {
    "live": _Workspace(
        "Live",
        "chart",
        ("losses", "dimensions", "posterior", "divergences", "gallery"),
        "Watch the run and steer its latent space (Ctrl+1)",
    ),
    "explore": _Workspace("Explore", "grid", ("traversal",), "Traverse every dimension and export the grid (Ctrl+2)"),
    "interpolate": _Workspace("Interpolate", "way", ("interpolation",), "Go from one image to another (Ctrl+3)"),
    "consistency": _Workspace("Consistency", "pair", ("consistency",), "Compare x with t(x) (Ctrl+4)"),
    "map": _Workspace("Map", "map", ("map", "marginals"), "See where the held-out images lie (Ctrl+5)"),
    "directions": _Workspace(
        "Directions",
        "compass",
        ("directions", "analogy", "neighbours"),
        "Find what makes images of one kind differ, and what is near (Ctrl+6)",
    ),
    "compare": _Workspace("Compare", "compare", ("compare",), "See runs side by side (Ctrl+7)"),
    "evaluate": _Workspace("Evaluate", "success", ("evaluation",), "Measure the run on held-out images (Ctrl+8)"),
    "data": _Workspace(
        "Data", "image", ("data", "laboratory"), "See what a run would learn from, and try t on it (Ctrl+9)", False
    ),
    "sweeps": _Workspace("Sweeps", "sliders", ("sweeps",), "Train and measure many runs in turn (Ctrl+0)", False),
}


_NEED_IMAGES = (
    "posterior", "interpolation", "consistency", "map", "marginals", "directions", "analogy", "neighbours", "evaluation",
)  # fmt: skip
"""Docks that show nothing without the run's images."""


class MainWindow(QMainWindow):
    """LatentLab's window.

    Attributes:
        session: what it is about.
        setup, losses, divergences, discriminator, dimensions, posterior, gallery, latent, traversal, interpolation,
            consistency, latent_map, marginals, directions, analogy, neighbours, compare, evaluation, data, laboratory, sweeps,
            welcome: the panes.
    """

    def __init__(self, session: Session, settings: QSettings) -> None:
        """Build the window; layout and size come from, and go to, `settings`."""
        super().__init__()
        self.session = session
        self._settings = settings
        self._workspace = "live"
        self._inactive = (0, 0)
        self._waiting: Message | None = None
        self._closing = False
        self._question: ClosingQuestion | None = None
        self.setWindowTitle("LatentLab")
        self.setAcceptDrops(True)
        self.setDockOptions(QMainWindow.DockOption.AnimatedDocks)

        self.setup = SetupPane(session)
        self.losses = LossPane(session)
        self.divergences = DivergencePane(session)
        self.discriminator = DiscriminatorPane(session)
        self.dimensions = DimensionsPane(session)
        self.posterior = PosteriorPane(session)
        self.gallery = GalleryPane(session)
        self.latent = LatentPane(session)
        self.traversal = TraversalPane(session)
        self.interpolation = InterpolationPane(session)
        self.consistency = ConsistencyPane(session)
        self.latent_map = LatentMapPane(session)
        self.marginals = MarginalsPane(session)
        self.directions = DirectionsPane(session)
        self.compare = ComparePane(session)
        self.analogy = AnalogyPane(session)
        self.neighbours = NeighboursPane(session)
        self.evaluation = EvaluationPane(session)
        self.data = DataPane(session)
        self.laboratory = LaboratoryPane(session)
        self.sweeps = SweepsPane(session)
        self.welcome = WelcomePane(session)
        self.message_bar = MessageBar()

        self._build_docks()
        self._build_centre()
        self._build_rail()
        self._build_tool_bar()
        self._build_status_bar()
        self._connect()
        self._restore()
        self._on_state(session.state)

    def show_workspace(self, name: str) -> None:
        """Switch to a workspace, keeping the layout of the one that is left."""
        if name == self._workspace:
            return
        self._keep_layout()
        self._arrange(name)
        if name == "data":
            self._offer_data()

    def reset_layout(self) -> None:
        """Undo every rearrangement of the current workspace, and give the inspector its usual width."""
        self._settings.remove("inspector")
        self.inspector.set_inspector_width(_INSPECTOR_WIDTH)
        self._arrange_by_default()

    def _arrange_by_default(self) -> None:
        self._settings.remove(f"layout/{self._workspace}")
        self._arrange(self._workspace)

    def _build_docks(self) -> None:
        self._host = QMainWindow(None, Qt.WindowType.Widget)
        self._host.setDockNestingEnabled(True)
        self._docks: dict[str, QDockWidget] = {}
        self._image_needing: dict[str, ImageNeeding] = {}
        self._parked = QWidget(self)  # parent of the docks that the workspace does not show
        self._parked.hide()
        panes: tuple[tuple[str, str, QWidget], ...] = (
            ("losses", "Loss", self.losses),
            ("dimensions", "KL per dimension", self.dimensions),
            ("posterior", "Posterior", self.posterior),
            ("divergences", "KL", self.divergences),
            ("discriminator", "Discriminator", self.discriminator),
            ("gallery", "Reconstructions", self.gallery),
            ("traversal", "Traversal", self.traversal),
            ("interpolation", "Interpolation", self.interpolation),
            ("consistency", "Consistency", self.consistency),
            ("map", "Latent map", self.latent_map),
            ("marginals", "Aggregate posterior", self.marginals),
            ("directions", "Directions", self.directions),
            ("compare", "Compare", self.compare),
            ("analogy", "Analogy", self.analogy),
            ("neighbours", "Nearest images", self.neighbours),
            ("evaluation", "Evaluation", self.evaluation),
            ("data", "Data", self.data),
            ("laboratory", "Transformation laboratory", self.laboratory),
            ("sweeps", "Sweeps", self.sweeps),
        )
        for name, title, shown in panes:
            pane = shown
            dock = QDockWidget(title)
            dock.setObjectName(name)
            if name in _NEED_IMAGES:
                pane = self._image_needing[name] = ImageNeeding(pane, self.session.images_wanted.emit)
            dock.setWidget(pane)
            dock.setTitleBarWidget(DockGrip(title))
            shown.setProperty("card", True)
            shown.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
            policy = pane.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            pane.setSizePolicy(policy)
            # Behind another tab a dock stays visible to Qt; its pane must not, or it would go on being drawn.
            dock.visibilityChanged.connect(pane.setVisible)
            self._docks[name] = dock
        self._shares = DockShares(self._host, self._docks.values, self._size_docks)
        self._setup_folded = self._setup_asked = False
        self._setup_dock = QDockWidget("Setup")
        self._setup_dock.setObjectName("setup")
        self._setup_dock.setWidget(self.setup)
        self._setup_dock.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetClosable)
        self.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, self._setup_dock)

    def _build_centre(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.welcome)
        self._stack.addWidget(self._host)
        self._centre = centre = QWidget()
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.message_bar)
        layout.addWidget(self._stack, 1)
        self.latent.setProperty("card", True)
        self.latent.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.inspector = InspectorSplitter(centre, self.latent, _INSPECTOR_WIDTH)
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
        for number, (name, workspace) in enumerate(_WORKSPACES.items(), start=1):
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
        toggle = self._setup_dock.toggleViewAction()
        toggle.setIcon(theme.icon("settings"))
        toggle.setToolTip("Settings of the next run (Ctrl+,)")
        toggle.setShortcut("Ctrl+,")
        toggle.triggered.connect(self._ask_for_setup)
        self._setup_dock.visibilityChanged.connect(self._share_width)
        rail.addAction(toggle)
        self.addToolBar(Qt.ToolBarArea.LeftToolBarArea, rail)

    def _build_tool_bar(self) -> None:
        bar = QToolBar("Run")
        bar.setObjectName("run")
        bar.setMovable(False)
        bar.setIconSize(QSize(16, 16))
        self.run_button = QToolButton()
        self.run_button.setText("No run")
        self.run_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.run_button.setToolTip("The run this window is about; open another one here.")
        self._run_menu = QMenu(self.run_button)
        self.run_button.setMenu(self._run_menu)
        self.train_button = self._tool_button(
            "play", "New run", "Start a new run with these settings (Ctrl+Return)", "Ctrl+Return"
        )
        self.continue_button = self._tool_button("forward", "Continue", "", "Ctrl+Shift+Return")
        self.continue_button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self._continue_menu = QMenu(self.continue_button)
        self._as_planned = self._continue_menu.addAction("", self._continue_as_planned)
        self._continue_menu.addAction("To a later step…", self._ask_how_far)
        self.continue_button.setMenu(self._continue_menu)
        self.pause_button = self._tool_button(
            "pause", "Pause", "Hold after the step in progress, or go on (Ctrl+Space)", "Ctrl+Space"
        )
        self.stop_button = self._tool_button("stop", "Stop", "End after the step in progress and save (Ctrl+.)", "Ctrl+.")
        self.progress = RunProgress()
        spacer = QWidget()
        spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        for widget in (
            self.run_button,
            self.train_button,
            self.continue_button,
            self.pause_button,
            self.stop_button,
            spacer,
            self.progress,
        ):
            bar.addWidget(widget)
        self.addToolBar(Qt.ToolBarArea.TopToolBarArea, bar)

    def _tool_button(self, icon: str, text: str, tip: str, shortcut: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(theme.icon(icon))
        button.setText(text)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setToolTip(tip)
        button.setShortcut(shortcut)
        return button

    def _build_status_bar(self) -> None:
        self._about = QLabel()
        self._about.setFont(theme.tabular(theme.caption_font()))
        self._about.setContentsMargins(theme.SPACING.SMALL, 0, 0, 0)
        self.collapse_note = QToolButton()
        self.collapse_note.setAutoRaise(True)
        self.collapse_note.setIcon(theme.icon("warning"))
        self.collapse_note.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.collapse_note.setToolTip("What an inactive dimension is, and what to do about it.")
        self.collapse_note.hide()
        bar = self.statusBar()
        bar.setSizeGripEnabled(False)
        bar.addWidget(self._about, 1)
        bar.addPermanentWidget(self.collapse_note)

    def _connect(self) -> None:
        session = self.session
        session.state_changed.connect(self._on_state)
        session.subject_changed.connect(self._on_subject)
        session.message.connect(self._on_message)
        self.message_bar.dismissed.connect(self._on_dismissed)
        session.gallery_changed.connect(self._on_gallery)
        session.recent_listed.connect(self._on_recent_listed)
        session.view_restored.connect(self._on_view_restored)
        session.export_asked.connect(self._on_export_asked)
        session.view_export_asked.connect(self._on_view_export_asked)
        session.lasso_drawn.connect(self._on_lasso_drawn)
        self.train_button.clicked.connect(self._on_train)
        self.continue_button.clicked.connect(self._on_continue)
        session.interrupted_found.connect(self._on_interrupted)
        session.folder_wanted.connect(self._ask_for_room)
        session.images_wanted.connect(self._ask_for_images)
        session.run_moved.connect(self._show_name)
        self.pause_button.clicked.connect(session.pause)
        self.stop_button.clicked.connect(session.stop)
        self.collapse_note.clicked.connect(self._explain_collapse)
        self.welcome.demo_requested.connect(self._on_demo)
        self.welcome.setup_requested.connect(self._on_show_setup)
        self.welcome.open_requested.connect(self._on_open)
        self.setup.folder_changed.connect(self._on_folder)
        self.data.images_changed.connect(self.laboratory.set_images)
        self.data.data_chosen.connect(self._on_part_chosen)
        self.laboratory.policy_chosen.connect(self._on_part_chosen)
        session.collection_dropped.connect(self._on_collection)
        self._run_menu.aboutToShow.connect(session.list_recent)
        self._progress_timer = QTimer(self)
        self._progress_timer.setInterval(_PROGRESS_MS)
        self._progress_timer.timeout.connect(self._show_progress)
        self._fill_run_menu(None)

    def _restore(self) -> None:
        place(self, self._settings.value("geometry"))
        name = str(self._settings.value("workspace", "live"))
        self._arrange(name if name in _WORKSPACES else "live")
        has_room = self.width() >= SMALLEST.width()
        self._setup_dock.setVisible(bool(self._settings.value("setup", has_room, type=bool)))
        self.inspector.set_inspector_width(_width_of(self._settings.value("inspector")))

    def _arrange(self, name: str) -> None:
        self._workspace = name
        self._workspace_actions[name].setChecked(True)
        saved = self._settings.value(f"layout/{name}")
        self._shares.forget()
        for dock in self._docks.values():
            dock.setFloating(False)
            self._host.removeDockWidget(dock)
        self._default_layout(name)
        self._show_welcome()
        if isinstance(saved, QByteArray):
            here = {*_WORKSPACES[name].docks, *(("discriminator",) if name == "live" else ())}
            for other in self._docks.keys() - here:  # else they would be laid out too, and press on those that are saved
                self._docks[other].setParent(self._parked)
            self._host.restoreState(saved, _LAYOUT_VERSION)
            QTimer.singleShot(0, self, self._check_layout)
        else:
            QTimer.singleShot(0, self, self._size_docks)

    @Slot()
    def _check_layout(self) -> None:
        """A layout kept from another window may leave a pane without room here; the default one does not."""
        if not self._host.isVisible():
            return  # behind the welcome page; it is looked at when a run is opened
        self._shares.restore(str(self._settings.value(f"shares/{self._workspace}", "")))
        QTimer.singleShot(0, self, self._refuse_cramped)

    @Slot()
    def _refuse_cramped(self) -> None:
        if any(self._is_cramped(dock) for dock in self._docks.values()):
            self._arrange_by_default()

    def _is_cramped(self, dock: QDockWidget) -> bool:
        pane = dock.widget()
        if dock.isFloating() or not pane.isVisible():
            return False
        least = pane.minimumSizeHint().expandedTo(pane.minimumSize())
        inside = self._host.rect().contains(dock.geometry())
        return not inside or pane.width() < least.width() or pane.height() < least.height()

    def _show_welcome(self) -> None:
        """Only where there is no run to look at; data and sweeps need none."""
        empty = self.session.subject is None and self._workspace not in ("data", "sweeps")
        shown, hidden = (self.welcome, self._host) if empty else (self._host, self.welcome)
        shown.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        hidden.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)  # else its least size would count too
        self._stack.setCurrentWidget(shown)
        self._share_width()

    @Slot()
    def _share_width(self) -> None:
        """Where the window is too narrow for set-up and inspector, the set-up is folded until there is room again.

        One that is asked for there takes the inspector's place instead.
        """
        shown = self._stack.currentWidget() is self._host
        wanted = shown and _WORKSPACES[self._workspace].inspector
        room = self.width() - self._width_beside_setup(wanted)
        narrow = shown and room < self.setup.minimumWidth()
        if not narrow:
            self._setup_asked = False
        if narrow and not self._setup_dock.isHidden() and not self._setup_asked:
            self._setup_folded = True
            self._setup_dock.hide()
        elif self._setup_folded and not narrow:
            self._setup_folded = False
            self._setup_dock.show()
        if shown and not narrow and not self._setup_dock.isHidden():
            width = min(room, max(self._setup_dock.width(), self.setup.sizeHint().width()))
            if width != self._setup_dock.width():
                self.resizeDocks([self._setup_dock], [width], Qt.Orientation.Horizontal)
        self.latent.setVisible(wanted and not (narrow and not self._setup_dock.isHidden()))

    def _ask_for_setup(self, shown: bool = True) -> None:
        self._setup_asked, self._setup_folded = shown, False
        self._setup_dock.setVisible(shown)
        self._share_width()

    def _width_beside_setup(self, inspector: bool) -> int:
        """What the rail, the centre and, where it is shown, the inspector need beside the set-up."""
        centre = self._rail.width() + 2 * self._separator() + self._centre.minimumSizeHint().width()
        return centre + (self.inspector.handleWidth() + self.inspector.inspector_width() if inspector else 0)

    def _separator(self) -> int:
        return self.style().pixelMetric(QStyle.PixelMetric.PM_DockWidgetSeparatorExtent, None, self)

    def _default_layout(self, name: str) -> None:
        host, docks = self._host, self._docks
        left, right = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
        horizontal, vertical = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        if name == "live":
            host.addDockWidget(left, docks["losses"])
            host.splitDockWidget(docks["losses"], docks["divergences"], vertical)
            host.splitDockWidget(docks["divergences"], docks["gallery"], vertical)
            host.splitDockWidget(docks["losses"], docks["dimensions"], horizontal)
            host.tabifyDockWidget(docks["dimensions"], docks["posterior"])
            host.splitDockWidget(docks["divergences"], docks["discriminator"], horizontal)
        elif name == "map":
            host.addDockWidget(left, docks["map"])
            host.tabifyDockWidget(docks["map"], docks["marginals"])
        elif name == "directions":
            host.addDockWidget(left, docks["directions"])
            host.splitDockWidget(docks["directions"], docks["neighbours"], vertical)
            host.tabifyDockWidget(docks["directions"], docks["analogy"])
        else:
            main, *beside = _WORKSPACES[name].docks
            host.addDockWidget(left, docks[main])
            for dock in beside:
                host.addDockWidget(right, docks[dock])
        for shown in _WORKSPACES[name].docks:
            docks[shown].show()
        if name == "live":
            docks["dimensions"].raise_()
        if name in ("map", "directions"):
            docks[name].raise_()
        self._show_discriminator()

    @Slot()
    def _size_docks(self) -> None:
        """The default proportions of the current workspace; they only hold once the window has its size."""
        host, docks = self._host, self._docks
        tall, wide = host.height(), host.width()
        if self._workspace == "directions":
            rows = [docks["directions"], docks["neighbours"]]
            self._resize(rows, [tall - _STRIP_HEIGHT, _STRIP_HEIGHT], Qt.Orientation.Vertical)
        if self._workspace == "data":
            self._resize([docks["data"], docks["laboratory"]], [wide // 2, wide // 2], Qt.Orientation.Horizontal)
        if self._workspace == "live":
            rows = [docks["losses"], docks["divergences"], docks["gallery"]]
            self._resize(rows, [tall * 42 // 100, tall * 28 // 100, tall * 30 // 100], Qt.Orientation.Vertical)
            self._resize([docks["losses"], docks["dimensions"]], [wide // 2, wide // 2], Qt.Orientation.Horizontal)

    def _resize(self, docks: list[QDockWidget], sizes: list[int], orientation: Qt.Orientation) -> None:
        """Qt takes no size of 0, which a window that is not laid out yet would ask for."""
        self._host.resizeDocks(docks, [max(1, size) for size in sizes], orientation)

    def _show_discriminator(self) -> None:
        """Only where the run has one."""
        subject = self.session.subject
        there = subject is not None and subject.config.adversarial.weight > 0
        self._docks["discriminator"].setVisible(there and self._workspace == "live")

    def _save_layout(self) -> None:
        self._settings.setValue("geometry", self.saveGeometry())
        self._settings.setValue("workspace", self._workspace)
        self._settings.setValue("setup", not self._setup_dock.isHidden() or self._setup_folded)
        self._keep_layout()
        self._settings.sync()

    def _keep_layout(self) -> None:
        """Only one that was seen: behind the welcome page the docks have no sizes yet."""
        if self._stack.currentWidget() is self._host:
            self._settings.setValue(f"layout/{self._workspace}", self._host.saveState(_LAYOUT_VERSION))
            self._settings.setValue(f"shares/{self._workspace}", self._shares.text())

    def _fill_run_menu(self, listed: Listed | None) -> None:
        menu = self._run_menu
        menu.clear()
        menu.addAction(theme.icon("folder"), "Open a run's folder…", self._on_open)
        menu.addAction("Reset layout", self.reset_layout)
        menu.addSeparator()
        runs = listed.runs[:_RECENT_RUNS] if listed else ()
        for summary in runs:
            words = "damaged"
            if summary.run is not None:
                state = f" · {summary.state}" if summary.state else ""
                words = f"{summary.run.config.objective_title}{state} · step {summary.step:,} of {summary.steps:,}"
            action = menu.addAction(f"{summary.path.name}   {words}")
            action.setEnabled(summary.run is not None and not self.session.is_training)
            action.setData(str(summary.path))
            action.triggered.connect(self._on_recent)
        if listed is not None and not runs:
            menu.addAction(f"No runs in {listed.folder} yet").setEnabled(False)

    @Slot(object)
    def _on_state(self, state: State) -> None:
        training = state in TRAINING
        ready = state is not State.LOADING
        self.train_button.setEnabled(ready and not training)
        theme.set_primary(self.train_button, self.session.subject is not None)
        self._show_continue()
        self.pause_button.setEnabled(state in (State.RUNNING, State.PAUSED))
        self.pause_button.setText("Go on" if state is State.PAUSED else "Pause")
        self.pause_button.setIcon(theme.icon("play" if state is State.PAUSED else "pause"))
        self.stop_button.setEnabled(state in (State.PREPARING, State.RUNNING, State.PAUSED, State.WAITING))
        if state is State.PREPARING:
            self._ask_for_setup(False)  # its settings are fixed now; the plots can use the room
        if state in (State.PREPARING, State.RUNNING):
            self._progress_timer.start()
        else:
            self._progress_timer.stop()
        if state in (State.LOADING, State.PREPARING, State.STOPPING):
            self.progress.show_state(f"{state.value} …")
        elif state is State.EMPTY:
            self.progress.reset()
        else:
            self._show_progress()
        if state in (State.FINISHED, State.STOPPED):
            self._tell_what_next(state)

    @Slot(object)
    def _show_name(self, path: Path) -> None:
        self.run_button.setText(path.name)
        self.setWindowTitle(f"{path.name} — LatentLab")

    @Slot()
    def _ask_for_images(self) -> None:
        self._ask_for_folder("Choose the folder of the run's images", self._on_images_chosen)

    @Slot(str)
    def _on_images_chosen(self, folder: str) -> None:
        self.session.find_images(Path(folder))

    @Slot()
    def _ask_for_room(self) -> None:
        self._ask_for_folder("Choose a folder with room for the run", self._on_room_chosen)

    def _ask_for_folder(self, title: str, take: Callable[[str], None]) -> None:
        dialog = QFileDialog(self, title, str(self.session.runs_folder))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(take)
        dialog.open()

    @Slot(str)
    def _on_room_chosen(self, folder: str) -> None:
        self.session.move_run(Path(folder))

    def _show_continue(self) -> None:
        session, button = self.session, self.continue_button
        button.setEnabled(session.can_continue)
        subject, step = session.subject, session.checkpoint
        if subject is None or step is None:
            button.setToolTip("Go on with a run from its newest checkpoint; train a run or open one first.")
            return
        steps = subject.config.train.steps
        self._as_planned.setText(f"To step {steps:,}, as planned")
        self._as_planned.setVisible(steps > step)
        how = f"to step {steps:,}, as planned" if steps > step else "to a later step"
        button.setToolTip(f"Go on with this run from step {step:,} {how} (Ctrl+Shift+Return)")

    @Slot()
    def _on_continue(self) -> None:
        subject, step = self.session.subject, self.session.checkpoint
        if subject is not None and step is not None and subject.config.train.steps > step:
            self._continue_as_planned()
        else:
            self._ask_how_far()

    @Slot()
    def _continue_as_planned(self) -> None:
        if self.session.can_continue:
            self.session.continue_run()

    @Slot()
    def _ask_how_far(self) -> None:
        session = self.session
        if not session.can_continue:
            return
        assert session.subject is not None
        assert session.checkpoint is not None
        train = session.subject.config.train
        dialog = ContinueDialog(session.subject.path.name, session.checkpoint, train.steps, train.learning_rate, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(partial(self._continue_with, dialog))
        dialog.open()

    def _continue_with(self, dialog: ContinueDialog) -> None:
        if self.session.can_continue:
            self.session.continue_run(**dialog.changes())

    @Slot(object)
    def _on_interrupted(self, found: Interrupted) -> None:
        """Offer to go on with a run that a crash or a power cut has ended, unless there is another run by now."""
        session = self.session
        if session.subject is not None or session.is_training or self._settings.value("left_interrupted") == str(found.path):
            return
        session.message.emit(
            Message(
                "warning",
                f"{found.name}, step {found.step:,} of {found.steps:,}, was interrupted.",
                actions=(
                    ("Continue", partial(session.continue_from, found.path)),
                    ("Open", partial(session.open_run, found.path)),
                    ("Don't ask again", partial(self._leave_interrupted, found.path)),
                ),
                unasked=True,
            )
        )

    def _leave_interrupted(self, path: Path) -> None:
        self._settings.setValue("left_interrupted", str(path))
        self.session.message.emit(None)

    @Slot(object)
    def _on_subject(self, subject: Subject) -> None:
        self._show_name(subject.path)
        channels, height, width = subject.image_shape
        parts = [
            subject.hardware,
            f"{subject.config.data.name} {width}×{height}×{channels}",
            subject.config.objective_title,
            f"{subject.parameters:,} parameters" if subject.parameters else "",
        ]
        self._about.setText(" · ".join(part for part in parts if part))
        self.collapse_note.hide()
        self._show_discriminator()
        for holder in self._image_needing.values():
            holder.set_problem(subject.images_problem)
        if self._stack.currentWidget() is not self._host:
            self._show_welcome()
            kept = self._settings.contains(f"layout/{self._workspace}")
            QTimer.singleShot(0, self, self._check_layout if kept else self._size_docks)

    @Slot()
    def _show_progress(self) -> None:
        session = self.session
        if session.state is State.PREPARING:
            if session.preparing:
                self.progress.show_state("{} · {:,} of {:,} images".format(session.state.value, *session.preparing))
            return
        if session.subject is None:
            return
        total = session.subject.config.train.steps
        report, step = session.last_report, session.step
        if session.state not in TRAINING or session.state in (State.PAUSED, State.WAITING):
            state = session.run_state.value if session.state is State.OPENED and session.run_state else session.state.value
            self.progress.show_state(f"{state} · step {step:,} of {total:,}", step / total)
            return
        speed = report.images_per_second if report else 0.0
        batch = session.subject.config.train.batch_size
        left = (total - step) * batch / speed if speed else None
        epochs = session.subject.total_epochs
        self.progress.show_progress(step, total, math.ceil(step / total * epochs), math.ceil(epochs), speed, left)

    @Slot(object)
    def _on_message(self, message: Message | None) -> None:
        bar = self.message_bar
        if message is not None and message.unasked and not bar.isHidden() and bar.severity() == "error":
            self._waiting = message
            return
        self._waiting = None
        if message is None:
            bar.dismiss()
        else:
            if message.severity == "error":
                self._mark_setting(message.text)
            bar.show_message(message.severity, message.text, details=message.details, actions=message.actions)

    @Slot()
    def _on_dismissed(self) -> None:
        self._on_message(self._waiting)

    def _mark_setting(self, text: str) -> None:
        """Where an error begins with the key of a setting, show it there too."""
        key = text.partition(" ")[0].rstrip(":")
        known = self.setup.form.keys()
        if key in known:
            self._ask_for_setup()
            self.setup.form.show_error(text, key)

    @Slot(object)
    def _on_gallery(self, gallery: GalleryImages) -> None:
        total = len(gallery.active)
        asleep = total - int(gallery.active.sum())
        self._inactive = (asleep, total)
        self.collapse_note.setVisible(asleep > 0)
        self.collapse_note.setText(f"{asleep} of {total} dimensions inactive (why?)")

    @Slot()
    def _explain_collapse(self) -> None:
        asleep, total = self._inactive
        subject = self.session.subject
        objective = subject.config.objective if subject else None
        beta = objective.beta if isinstance(objective, WarmedUpConfig) else 1.0
        self.session.message.emit(
            Message(
                "info",
                f"{asleep} of {total} dimensions have posterior means whose variance over images is below 0.01: they tell the "
                "decoder nothing, and their KL costs more than the reconstruction would gain. "
                f"A β below {beta:g}, a KL warm-up, free nats or fewer latent dimensions change that. "
                "Early in training, dimensions may still wake up.",
            )
        )

    @Slot(object)
    def _on_recent_listed(self, listed: Listed) -> None:
        if listed.folder == self.session.runs_folder:
            self._fill_run_menu(listed)

    @Slot(object)
    def _on_view_restored(self, request: ViewRequest) -> None:
        match request:
            case Traverse():
                self.show_workspace("explore")
                self.traversal.restore(request)
            case Interpolate() | Corners():
                self.show_workspace("interpolate")
                self.interpolation.restore(request)
            case Consistency():
                self.show_workspace("consistency")
                self.consistency.restore(request)
            case Strength():
                self.show_workspace("consistency")
                self.consistency.restore_strength(request)
            case Direction():
                self.show_workspace("directions")
                self.directions.restore(request)
            case Rank():
                self.show_workspace("consistency")
                self.consistency.restore_ranking(request)
            case CompareRuns() | Link():
                self.show_workspace("compare")
                self.compare.restore(request)
            case Difference() | Deviation():
                if self._workspace == "sweeps":
                    self.show_workspace("live")
                self.latent.restore(request)
            case Analogy():
                self.show_workspace("directions")
                self._docks["analogy"].raise_()
                self.analogy.restore(request)
            case Neighbours():
                self.show_workspace("directions")
                self.session.restore_latent(request.z, None, "z as given")
            case Map():
                self.show_workspace("map")
                self.latent_map.restore(request)
            case Marginals():
                self.show_workspace("map")
                self._docks["marginals"].raise_()
                self.marginals.restore(request)
            case Walk():
                self.show_workspace("map")
                self.latent_map.restore_walk(request)
            case _:  # reconstructions and samples are part of the gallery
                self.show_workspace("live")

    @Slot(object, str)
    def _on_export_asked(self, picture: QImage | bytes, name: str) -> None:
        suggestion = (self.session.export_folder() / name).with_suffix(".svg" if isinstance(picture, bytes) else ".png")
        path = choose_file(self, "Export picture", suggestion)
        if path is not None:
            self.session.export_image(picture, path)

    @Slot(object)
    def _on_view_export_asked(self, offer: ViewOffer) -> None:
        usual = self.session.export_folder()
        dialog = ExportDialog(offer.name, offer.grid, usual, self._last_export(), self)
        dialog.accepted.connect(partial(self._write_view, offer, dialog))
        dialog.open()

    def _write_view(self, offer: ViewOffer, dialog: ExportDialog) -> None:
        choice = dialog.choice()
        self._settings.setValue("export", json.dumps(asdict(choice)))
        offer.write(dialog.path(), labels=choice.labels, scale=choice.scale, fps=choice.fps)

    def _last_export(self) -> ExportChoice:
        """What was chosen last, in this or an earlier window."""
        try:
            return ExportChoice(**json.loads(str(self._settings.value("export", "{}"))))
        except (ValueError, TypeError):  # written by another version
            return ExportChoice()

    @Slot(QAction)
    def _on_workspace(self, action: QAction) -> None:
        self.show_workspace(action.data())

    @Slot()
    def _on_train(self) -> None:
        try:
            self.session.train(self.setup.config())
        except ConfigError as error:
            self.session.message.emit(Message("error", str(error)))

    @Slot()
    def _on_demo(self) -> None:
        self.setup.choose_preset(DEFAULT_PRESET)
        self._on_train()

    @Slot()
    def _on_show_setup(self) -> None:
        self._ask_for_setup()
        self.setup.preset.setFocus()

    @Slot()
    def _on_open(self) -> None:
        name = QFileDialog.getExistingDirectory(self, "Open a run's folder", str(self.session.runs_folder))
        if name:
            self.session.open_run(Path(name))

    @Slot()
    def _on_recent(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.session.open_run(Path(action.data()))

    @Slot(object)
    def _on_folder(self, name: str) -> None:
        self.session.runs_folder = Path(name)
        self._settings.setValue("runs_folder", name)
        self.setup.show_folder()

    def _offer_data(self) -> None:
        """The images of the settings are looked at, unless others have been."""
        try:
            self.data.offer(self.setup.config().data)
        except ConfigError as error:
            self.session.message.emit(Message("error", str(error)))

    @Slot(object)
    def _on_part_chosen(self, component: DataConfig | TransformConfig) -> None:
        self.setup.take(component)
        self._ask_for_setup()

    @Slot(object)
    def _on_collection(self, path: Path) -> None:
        self.show_workspace("data")
        self.data.take(path)

    def _tell_what_next(self, state: State) -> None:
        subject = self.session.subject
        if subject is None:
            return
        session = self.session
        done = f"{'Finished' if state is State.FINISHED else 'Stopped'} at step {session.step:,}"
        saved = f"; everything is saved in {subject.path}."
        if session.checkpoint != session.step:
            kept = f"step {session.checkpoint:,} is kept" if session.checkpoint is not None else "no step is kept"
            saved = f" without saving; {kept} in {subject.path}."
        session.message.emit(
            Message(
                "success" if session.checkpoint == session.step else "warning",
                done + saved,
                actions=(
                    ("Traverse the latent space", self._show_explore),
                    ("Continue", self._on_continue),
                ),
            )
        )

    def _ask_before_closing(self) -> None:
        """Stop and save, or keep the window; training goes on meanwhile, and nothing is asked twice."""
        if self._question is not None:
            self._question.raise_()
            return
        self._question = ClosingQuestion(self.session.what_trains, self)
        self._question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._question.accepted.connect(self.close_and_save)
        self._question.finished.connect(self._on_answered)
        self._question.open()

    @Slot()
    def _on_answered(self) -> None:
        self._question = None

    @Slot()
    def close_and_save(self) -> None:
        """Close without a question, as at the end of the desktop's session; what trains is stopped and saved first."""
        self._closing = True
        self.close()

    @Slot()
    def _on_lasso_drawn(self) -> None:
        self.show_workspace("directions")
        self._docks["directions"].raise_()

    def _show_explore(self) -> None:
        self.show_workspace("explore")

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = next(url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile())
        self.session.take_file(Path(path))
        event.acceptProposedAction()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.session.paste()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.session.loses_steps and not self._closing:
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
