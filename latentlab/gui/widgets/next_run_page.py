"""The settings of the next run: what they start from, the objective they make, the form, and its foot."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from latentlab.gui import theme
from latentlab.gui.forms import ConfigForm
from latentlab.gui.language import tr
from latentlab.gui.widgets.branch_banner import BranchBanner
from latentlab.gui.widgets.preset_card import PresetButton
from latentlab.gui.widgets.run_foot import RunFoot


class NextRunPage(QWidget):
    """Arranges its parts.

    Attributes:
        head: the preset and what differs from it; a branch has the banner in its place.
        preset, undo_all, banner, formula: the parts over the form.
    """

    def __init__(self, form: ConfigForm, foot: RunFoot, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preset = PresetButton()
        self.undo_all = QToolButton()
        self.undo_all.setIcon(theme.icon("undo"))
        self.undo_all.setToolTip(tr("Reset every setting to the preset's."))
        self.undo_all.setAccessibleName(tr("Reset all settings"))
        self.formula = QLabel()
        self.formula.setWordWrap(True)
        self.formula.setTextFormat(Qt.TextFormat.PlainText)
        self.formula.setToolTip(tr("What the optimiser will minimise, in nats per image."))
        self.formula.setObjectName("formula")
        self.formula.setContentsMargins(theme.SPACING.MEDIUM, 0, theme.SPACING.MEDIUM, 0)
        scroll = QScrollArea()
        scroll.setWidget(form)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.head = QWidget()
        row = QHBoxLayout(self.head)
        row.setContentsMargins(theme.SPACING.MEDIUM, 0, theme.SPACING.MEDIUM, 0)
        row.setSpacing(theme.SPACING.TIGHT)
        row.addWidget(self.preset, 1)
        row.addWidget(self.undo_all)
        self.banner = BranchBanner()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACING.SMALL)
        for part in (self.head, self.banner, self.formula):
            layout.addWidget(part)
        layout.addWidget(scroll, 1)
        layout.addWidget(foot)
