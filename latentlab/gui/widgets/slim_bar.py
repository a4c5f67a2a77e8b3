"""A bar of progress without words, which stand beside it; where nothing is done there is none, but its room is kept."""

from PySide6.QtWidgets import QProgressBar, QWidget

_WHOLE = 1000
_HEIGHT = 4


class SlimBar(QProgressBar):
    """Shows a share that is done."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """A bar with an accessible name."""
        super().__init__(parent)
        self.setRange(0, _WHOLE)
        self.setTextVisible(False)
        self.setFixedHeight(_HEIGHT)
        self.setAccessibleName(name)
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.hide()

    def set_share(self, share: float) -> None:
        """Show a share, 0 to 1."""
        self.setValue(round(_WHOLE * share))
        self.setVisible(share > 0)
