"""What a person sees before there is a run: three ways to begin."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from latentlab.gui import theme
from latentlab.gui.models.current_run import State
from latentlab.gui.session import Session

_CARD = QSize(248, 220)
_NARROW_CARD = 176


class WelcomePane(QWidget):
    """Three cards.

    Signals:
        demo_requested: train the default preset now.
        setup_requested: show the settings.
        open_requested: choose an earlier run.
        tour_requested: show what is where.
    """

    demo_requested = Signal()
    setup_requested = Signal()
    open_requested = Signal()
    tour_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = QLabel("Watch a latent space take shape")
        title.setFont(theme.heading_font())
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint = QLabel()
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.demo = QPushButton(theme.icon("play"), "See it now")
        theme.set_primary(self.demo)
        setup = QPushButton(theme.icon("settings"), "Set up a run")
        opener = QPushButton(theme.icon("folder"), "Open a run…")
        self.tour = QToolButton()
        self.tour.setText("Take the tour: five steps")
        self.tour.setToolTip("Show what is where; the menu at the upper right has it too.")
        cards = QHBoxLayout()
        cards.setSpacing(theme.SPACING.LARGE)
        cards.addStretch(1)
        for heading, text, button in (
            (
                "See it now",
                "Trains on 1,797 real handwritten digits that ship with LatentLab. About a minute; the sliders work from the "
                "first second.",
                self.demo,
            ),
            ("Train your own", "Choose images, network and objective: VAE, β-VAE or consistency-regularised.", setup),
            ("Explore a run", "Open an earlier run and walk through its latent space, without training.", opener),
        ):
            cards.addWidget(_Card(heading, text, button), 4)
        cards.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.SPACING.LARGE)
        layout.addStretch(1)
        layout.addWidget(title)
        layout.addLayout(cards)
        layout.addWidget(self.tour, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._hint)
        layout.addStretch(2)
        self.demo.clicked.connect(self.demo_requested)
        setup.clicked.connect(self.setup_requested)
        opener.clicked.connect(self.open_requested)
        self.tour.clicked.connect(self.tour_requested)
        session.run.state_changed.connect(self._on_state)
        self._on_state(session.run.state)

    def _on_state(self, state: State) -> None:
        waiting = {State.LOADING: "Loading PyTorch …", State.PREPARING: "Preparing data …"}
        self.demo.setEnabled(state is State.EMPTY)
        self._hint.setText(waiting.get(state, ""))


class _Card(QFrame):
    def __init__(self, heading: str, text: str, button: QPushButton) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.setMinimumSize(_NARROW_CARD, _CARD.height())
        self.setMaximumWidth(_CARD.width())
        title = QLabel(heading)
        title.setFont(theme.title_font())
        body = QLabel(text)
        body.setWordWrap(True)
        body.setAlignment(Qt.AlignmentFlag.AlignTop)
        button.setAccessibleName(heading)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACING.LARGE, theme.SPACING.LARGE, theme.SPACING.LARGE, theme.SPACING.LARGE)
        layout.setSpacing(theme.SPACING.SMALL)
        layout.addWidget(title)
        layout.addWidget(body, 1)
        layout.addWidget(button)
