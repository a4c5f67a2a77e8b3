"""The rail at the left: a button for each workspace, and one for the settings of the next run."""

import itertools

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QSizePolicy, QToolBar, QWidget

from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.widgets.reachable import make_reachable
from latentlab.gui.workspaces import WORKSPACES


class Rail(QToolBar):
    """Chooses among the workspaces.

    Signals:
        workspace_chosen: the name of one that was pressed.
    """

    workspace_chosen = Signal(str)

    def __init__(self, toggle_setup: QAction, window: QWidget) -> None:
        """The rail of a window, to which the actions belong; `toggle_setup` shows and hides the settings of the next run."""
        super().__init__(tr("Workspaces"))
        self.setObjectName("rail")
        self.setMovable(False)
        self.setIconSize(QSize(20, 20))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        group = QActionGroup(window)
        self._actions: dict[str, QAction] = {}
        digits = itertools.count(1)
        for name, workspace in WORKSPACES.items():
            action = QAction(theme.icon(workspace.icon), workspace.title, window)
            action.setCheckable(True)
            action.setToolTip(workspace.tip)
            action.setShortcut(workspace.keys or f"Ctrl+{next(digits) % 10}")
            action.setData(name)
            action.setProperty("place", tr("Workspace"))
            group.addAction(action)
            if workspace.parted:
                self.addSeparator()
            self.addAction(action)
            self._actions[name] = action
        group.triggered.connect(self._on_triggered)
        spacer = QWidget()
        spacer.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.addWidget(spacer)
        toggle_setup.setIcon(theme.icon("settings"))
        toggle_setup.setToolTip(tr("Settings of the next run (Ctrl+,)"))
        toggle_setup.setShortcut("Ctrl+,")
        self.addAction(toggle_setup)
        make_reachable(self)

    def button(self, name: str) -> QWidget:
        """What a workspace is called up by."""
        return self.widgetForAction(self._actions[name])

    def check(self, name: str) -> None:
        """Mark a workspace as the one that is shown."""
        self._actions[name].setChecked(True)

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self.workspace_chosen.emit(action.data())
