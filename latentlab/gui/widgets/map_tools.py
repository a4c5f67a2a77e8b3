"""What a drag on the latent map does."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QToolButton, QWidget

from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.widgets.map_lines import Tool

_TOOLS: dict[Tool, tuple[str, str]] = {
    "move": (tr("Move"), tr("Drag moves the map; a click starts at an image or decodes a place; double click fits (M).")),
    "a": (tr("Lasso A"), tr("Drag a line around images: the direction leads away from them. Escape clears (A).")),
    "b": (tr("Lasso B"), tr("Drag a line around images: the direction leads to them. Escape clears (B).")),
    "path": (
        tr("Path"),
        tr(
            "Drag a way, or click its corners and end with a double click or Return: it is decoded at equal steps. Escape "
            "clears (P)."
        ),
    ),
}


class MapTools(QWidget):
    """A button for each tool, and one that leads on from two lassos.

    Attributes:
        tools: the buttons.
        direction: find the direction between the lassos.

    Signals:
        tool_chosen: a `Tool`.
    """

    tool_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tools: dict[Tool, QToolButton] = {}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACING.SMALL)
        for number, (tool, (words, tip)) in enumerate(_TOOLS.items()):
            button = QToolButton()
            button.setText(words)
            button.setToolTip(tip)
            button.setCheckable(True)
            button.setShortcut(words[-1] if tool in ("a", "b") else words[0])
            self._group.addButton(button, number)
            self.tools[tool] = button
            row.addWidget(button)
        self.tools["move"].setChecked(True)
        self.direction = QPushButton(tr("Direction A → B"))
        self.direction.setToolTip(tr("Find the direction that leads from lasso A's images to lasso B's."))
        row.addStretch(1)
        row.addWidget(self.direction)
        self._group.idToggled.connect(self._on_toggled)

    @Slot(int, bool)
    def _on_toggled(self, number: int, checked: bool) -> None:
        if checked:
            self.tool_chosen.emit(list(_TOOLS)[number])
