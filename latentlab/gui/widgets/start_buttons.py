"""Where z starts, and what can be done with it: the row of buttons over the latent sliders."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from latentlab.gui import theme
from latentlab.gui.language import tr


class StartButtons(QWidget):
    """Starts and resets; a menu for what is rarely used.

    Signals:
        image_requested: start at a random held-out image.
        index_requested: start at a held-out image whose number is asked for.
        file_requested: start at an image file that is asked for.
        prior_requested: start at the prior: at a draw from it (True) or at z = 0 (False).
        posterior_requested: draw from the start image's posterior.
        reset_requested: go back to the start.
        copy_requested, paste_requested, save_requested, load_requested: z as text or file.
        unlock_requested: unlock all dimensions.
    """

    image_requested = Signal()
    index_requested = Signal()
    file_requested = Signal()
    prior_requested = Signal(bool)
    posterior_requested = Signal()
    reset_requested = Signal()
    copy_requested = Signal()
    paste_requested = Signal()
    save_requested = Signal()
    load_requested = Signal()
    unlock_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.from_image = _menu_button(tr("Image"), tr("Start at the posterior mean of a random held-out image (I)."), "I")
        self.from_image.clicked.connect(self.image_requested)
        menu = self.from_image.menu()
        menu.addAction(tr("Random held-out image"), self.image_requested.emit)
        menu.addAction(tr("Held-out image by number…"), self.index_requested.emit)
        menu.addAction(tr("Image file…"), self.file_requested.emit)
        self.random = _menu_button(tr("Random"), tr("Start at a draw from the prior (R)."), "R")
        self.random.clicked.connect(self._ask_for_draw)
        menu = self.random.menu()
        menu.addAction(tr("Draw from the prior"), self._ask_for_draw)
        self.draw = menu.addAction(tr("Draw from the start image's posterior q(z|x)"), self.posterior_requested.emit)
        self.draw.setShortcut("Shift+R")
        self.prior_mean = QPushButton("z = 0")
        self.prior_mean.setToolTip(tr("Start at z = 0, the mean of the prior N(0, I)."))
        self.prior_mean.setShortcut("0")
        self.prior_mean.clicked.connect(self._ask_for_mean)
        self.reset = QPushButton(tr("Reset"))
        self.reset.setToolTip(tr("Back to the start (Backspace)."))
        self.reset.setShortcut("Backspace")
        self.reset.clicked.connect(self.reset_requested)
        for button in (self.prior_mean, self.reset):
            button.setProperty("narrow", True)
        self.more = QToolButton()
        self.more.setIcon(theme.icon("more"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setProperty("bare", True)
        self.more.setAccessibleName(tr("Copy, paste, save and load z"))
        self.more.setToolTip(tr("Copy, paste, save and load z; unlock its dimensions."))
        menu = QMenu(self.more)
        menu.addAction(tr("Copy z as text\tCtrl+C"), self.copy_requested.emit)
        menu.addAction(tr("Paste z from text\tCtrl+V"), self.paste_requested.emit)
        menu.addSeparator()
        menu.addAction(tr("Save z…"), self.save_requested.emit)
        menu.addAction(tr("Load z…"), self.load_requested.emit)
        menu.addSeparator()
        self.unlock = menu.addAction(tr("Unlock all dimensions"), self.unlock_requested.emit)
        self.more.setMenu(menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACING.TIGHT)
        for widget in (self.from_image, self.random, self.prior_mean, self.reset):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.more)

    def editors(self) -> tuple[QWidget, ...]:
        """All buttons."""
        return self.from_image, self.random, self.prior_mean, self.reset, self.more

    def _ask_for_draw(self) -> None:
        self.prior_requested.emit(True)

    def _ask_for_mean(self) -> None:
        self.prior_requested.emit(False)


def _menu_button(text: str, tip: str, shortcut: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
    button.setToolTip(tip)
    button.setShortcut(shortcut)
    button.setMenu(QMenu(button))
    return button
