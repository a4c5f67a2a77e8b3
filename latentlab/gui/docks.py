"""The centre of the window: the docks of the workspace that is shown, and their layout, which is kept."""

from PySide6.QtCore import QByteArray, QSettings, Qt, QTimer, Slot
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabBar, QWidget

from latentlab.catalog.networks import latent_shape_of
from latentlab.gui.models.current_run import Subject
from latentlab.gui.models.messages import Messages
from latentlab.gui.widgets.dock_grip import DockGrip
from latentlab.gui.widgets.dock_shares import DockShares
from latentlab.gui.widgets.image_needing import ImageNeeding
from latentlab.gui.workspaces import PANES, WORKSPACES, Panes, Place

_LAYOUT_VERSION = 3


class DockArea(QMainWindow):
    """Holds a dock for each pane; a pane is built when its dock is first shown.

    Attributes:
        workspace: the name of the one that is shown.
        docks: by name.
        image_needing: what holds a pane that needs images, by name, once that is built.
        shares: of the docks in the area.
    """

    def __init__(self, panes: Panes, messages: Messages, settings: QSettings, parked: QWidget) -> None:
        """An area without a workspace; layouts come from, and go to, `settings`.

        Args:
            panes: what the docks hold.
            messages: to the window.
            settings: where layouts are kept.
            parked: parent of the docks that the workspace does not show, hidden; not one of the area, since a layout that is
                restored finds all docks in it.
        """
        super().__init__(None, Qt.WindowType.Widget)
        self.setDockNestingEnabled(True)
        self.workspace = "live"
        self.docks: dict[str, QDockWidget] = {}
        self.image_needing: dict[str, ImageNeeding] = {}
        self._panes = panes
        self._messages = messages
        self._settings = settings
        self._subject: Subject | None = None
        self._parked = parked
        for name, entry in PANES.items():
            dock = QDockWidget(entry.title)
            dock.setObjectName(name)
            dock.setTitleBarWidget(DockGrip(entry.title))
            self.docks[name] = dock
        self.shares = DockShares(self, self.docks.values, self.size_docks)

    def show_subject(self, subject: Subject) -> None:
        """Show another run; panes about what is recorded of it are built before anything is."""
        self._subject = subject
        for name, entry in PANES.items():
            if entry.records:
                self.build(name)
        for holder in self.image_needing.values():
            holder.set_problem(subject.images_problem)
        self._show_some()

    def build(self, name: str) -> None:
        """Put a pane into its dock, unless it is there."""
        entry, dock = PANES[name], self.docks[name]
        if dock.widget() is not None:
            return
        pane = shown = self._panes.get(entry)
        shown.setProperty("card", True)
        shown.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        holder: QWidget = pane
        if entry.needs_images:
            holder = self.image_needing[name] = ImageNeeding(pane, self._messages.choose_image_folder)
            if self._subject is not None:
                self.image_needing[name].set_problem(self._subject.images_problem)
        policy = holder.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        holder.setSizePolicy(policy)
        dock.setWidget(holder)
        # Behind another tab a dock stays visible to Qt; its pane must not, or it would go on being drawn.
        dock.visibilityChanged.connect(holder.setVisible)

    def raise_pane(self, name: str) -> None:
        """Bring a pane before others of its workspace."""
        self.docks[name].raise_()

    def arrange(self, name: str, *, seen: bool) -> None:
        """Lay out a workspace as it was left, or by default; panes are built where it is seen."""
        self.workspace = name
        workspace = WORKSPACES[name]
        saved = self._settings.value(f"layout/{name}")
        self.shares.forget()
        for dock in self.docks.values():
            dock.setFloating(False)
            self.removeDockWidget(dock)
        if seen:
            self.build_shown()
        self._lay_out_by_default()
        if isinstance(saved, QByteArray):
            here = {*workspace.docks, *workspace.sometimes}
            for other in self.docks.keys() - here:  # else they would be laid out too, and press on those that are saved
                self.docks[other].setParent(self._parked)
            self.restoreState(saved, _LAYOUT_VERSION)
            self._show_some()  # the layout may be kept from a run of another kind
        self.settle()

    def arrange_by_default(self) -> None:
        """Undo every rearrangement of the workspace."""
        self._settings.remove(f"layout/{self.workspace}")
        self.arrange(self.workspace, seen=True)

    def build_shown(self) -> None:
        """Build the panes of the workspace."""
        workspace = WORKSPACES[self.workspace]
        for name in (*workspace.docks, *workspace.sometimes):
            self.build(name)

    def settle(self) -> None:
        """Give the docks their sizes, once the area has its own."""
        kept = isinstance(self._settings.value(f"layout/{self.workspace}"), QByteArray)
        QTimer.singleShot(0, self, self._check_layout if kept else self.size_docks)
        QTimer.singleShot(0, self, self._pass_over_spare_tabs)

    def keep_layout(self) -> None:
        """Keep the layout of the workspace."""
        self._settings.setValue(f"layout/{self.workspace}", self.saveState(_LAYOUT_VERSION))
        self._settings.setValue(f"shares/{self.workspace}", self.shares.text())

    @Slot()
    def _pass_over_spare_tabs(self) -> None:
        """Qt keeps tab bars that it needs no more outside the area, where the Tab key would still stop at them."""
        for bar in self.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly):
            bar.setFocusPolicy(Qt.FocusPolicy.TabFocus if bar.count() else Qt.FocusPolicy.NoFocus)

    @Slot()
    def size_docks(self) -> None:
        """The default proportions of the workspace; they only hold once the area has its size."""
        for sizes in WORKSPACES[self.workspace].sizes:
            extent = self.width() if sizes.orientation is Qt.Orientation.Horizontal else self.height()
            # Qt takes no size of 0, which an area that is not laid out yet would ask for.
            pixels = [max(1, size) for size in sizes.of(extent)]
            self.resizeDocks([self.docks[name] for name in sizes.docks], pixels, sizes.orientation)

    def _lay_out_by_default(self) -> None:
        workspace = WORKSPACES[self.workspace]
        self.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, self.docks[workspace.docks[0]])
        for place in workspace.places:
            if place.dock != "places":  # `_show_some` puts it there where it is needed
                self._put(place)
        for name in workspace.docks:
            self.docks[name].show()
        for name in workspace.front:
            self.docks[name].raise_()
        self._show_some()

    def _put(self, place: Place) -> None:
        dock = self.docks[place.dock]
        match place.how:
            case "below":
                self.splitDockWidget(self.docks[place.other], dock, Qt.Orientation.Vertical)
            case "right of":
                self.splitDockWidget(self.docks[place.other], dock, Qt.Orientation.Horizontal)
            case "behind":
                self.tabifyDockWidget(self.docks[place.other], dock)
            case "at the right":
                self.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)

    def _show_some(self) -> None:
        """The discriminator only where the run has one, and places only where z has some."""
        there = self._subject is not None and bool(self._subject.config.companion_numbers)
        self.docks["discriminator"].setVisible(there and self.workspace == "live")
        subject = self._subject
        places = latent_shape_of(subject.config.model, subject.image_shape) if subject is not None else None
        dock, shown = self.docks["places"], places is not None and self.workspace == "explore"
        if not shown:
            self.removeDockWidget(dock)
        elif self.dockWidgetArea(dock) is Qt.DockWidgetArea.NoDockWidgetArea:
            self.tabifyDockWidget(self.docks["traversal"], dock)
        dock.setVisible(shown)

    @Slot()
    def _check_layout(self) -> None:
        """A layout kept from another window may leave a pane without room here; the default one does not."""
        if not self.isVisible():
            return  # behind the welcome page; it is looked at when a run is opened
        self.shares.restore(str(self._settings.value(f"shares/{self.workspace}", "")))
        QTimer.singleShot(0, self, self._refuse_cramped)

    @Slot()
    def _refuse_cramped(self) -> None:
        if any(self.is_cramped(dock) for dock in self.docks.values()):
            self.arrange_by_default()

    def is_cramped(self, dock: QDockWidget) -> bool:
        """Whether a pane has less room than it needs."""
        pane: QWidget | None = dock.widget()
        if dock.isFloating() or pane is None or not pane.isVisible():
            return False
        least = pane.minimumSizeHint().expandedTo(pane.minimumSize())
        inside = self.rect().contains(dock.geometry())
        return not inside or pane.width() < least.width() or pane.height() < least.height()
