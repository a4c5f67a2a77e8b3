"""A button that draws a transformation, from a policy that its menu offers."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from latentlab.catalog.transforms import TRANSFORMS, named_policies
from latentlab.config import TransformConfig, transform_text
from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.library_texts import translated


class PolicyButton(QToolButton):
    """Draws from the policy that was chosen last, at first from the run's own.

    Attributes:
        policy: as text; empty for the run's own.
        policies: the menu.

    Signals:
        list_wanted: somebody is about to choose, so that the list should be new.
        policy_chosen: draw from another policy.
    """

    list_wanted = Signal()
    policy_chosen = Signal()

    def __init__(self, saved: Mapping[str, TransformConfig], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.policy = ""
        self.setIcon(theme.icon("dice"))
        self.setText(tr("Draw t"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.setToolTip(tr("Draw a transformation from the run's own policy, or from another one that the menu offers."))
        self.policies = QMenu(self)
        self.policies.aboutToShow.connect(self.list_wanted)
        self.setMenu(self.policies)
        self.set_saved(saved)

    def set_saved(self, saved: Mapping[str, TransformConfig]) -> None:
        """Offer the run's policy, those that LatentLab knows, and those that a user saved."""
        self.policies.clear()
        named = {tr("the run's own policy"): "", **{translated(TRANSFORMS[name].label): name for name in named_policies()}}
        for words, text in (*named.items(), *((name, transform_text(config)) for name, config in saved.items())):
            action = self.policies.addAction(words, partial(self._choose, text))
            action.setCheckable(True)
            action.setChecked(text == self.policy)

    def _choose(self, policy: str) -> None:
        self.policy = policy
        self.policy_chosen.emit()
