"""What a user sees before there is a run: a trained model to play with, the newest runs, and ways to begin."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.models.current_run import State
from latentlab.gui.models.messages import ShowWorkspace
from latentlab.gui.session import Session
from latentlab.gui.widgets.recent_runs import RecentRuns
from latentlab.gui.widgets.shipped_explorer import ShippedExplorer
from latentlab.gui.workers.shipped_model import ShippedModel

_RECENT = 8
_RECENT_WIDTH = 304
_LEFT_WIDTH = 800
_LINK_INSET = 7
"""Pixels between the edge of a link and its text."""


class WelcomePane(QWidget):
    """The shipped model over cards; the newest runs beside them.

    Attributes:
        shipped: the model that ships.
        recent: the newest runs.
        demo, images, set_up, every_run, opener, tour, learn: buttons.

    Signals:
        demo_requested: train the default preset now.
        images_requested: choose images to train on.
        setup_requested: show the settings.
        open_requested: choose the folder of an earlier run.
        tour_requested: show what is where.
        learn_requested: show the guided experiments.
    """

    demo_requested = Signal()
    images_requested = Signal()
    setup_requested = Signal()
    open_requested = Signal()
    tour_requested = Signal()
    learn_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.shipped = ShippedExplorer()
        self.recent = RecentRuns(session.library.thumbnail)
        self._workspace = "explore"
        self._title, self._about = QLabel(), QLabel()
        self._title.setFont(theme.heading_font())
        theme.set_role(self._about, "caption")
        self.demo = QPushButton(theme.icon("play"), tr("Train digits"))
        theme.set_primary(self.demo)
        self.images = QPushButton(theme.icon("folder"), tr("Choose…"))
        self.set_up = QPushButton(theme.icon("settings"), tr("Set up a run"))
        self.every_run = _link(tr("All runs"), tr("Every run, with search and filters (Ctrl+R)"))
        self.opener = _link(
            tr("Open a folder…"), tr("Open a run that lies elsewhere, or a model of pythae or diffusers, or as ONNX graphs")
        )
        self.tour = _link(tr("Take the tour: five steps"), tr("Show what is where; the menu at the upper right has it too."))
        self.learn = _link(tr("Guided experiments"), tr("Six questions about VAEs, answered by small runs in this window."))
        both = QWidget()
        both.setMaximumWidth(_LEFT_WIDTH + theme.SPACING.WIDE + _RECENT_WIDTH)
        halves = QHBoxLayout(both)
        halves.setContentsMargins(0, 0, 0, 0)
        halves.setSpacing(theme.SPACING.WIDE)
        halves.addLayout(self._build_left(), 1)
        halves.addWidget(self._build_recent())
        whole = QHBoxLayout(self)
        whole.setContentsMargins(theme.SPACING.WIDE, theme.SPACING.WIDE, theme.SPACING.WIDE, theme.SPACING.WIDE)
        whole.addStretch(1)
        whole.addWidget(both, 1000)
        whole.addStretch(1)
        self.demo.clicked.connect(self.demo_requested)
        self.images.clicked.connect(self.images_requested)
        self.set_up.clicked.connect(self.setup_requested)
        self.opener.clicked.connect(self.open_requested)
        self.tour.clicked.connect(self.tour_requested)
        self.learn.clicked.connect(self.learn_requested)
        self.every_run.clicked.connect(self._on_every_run)
        self.recent.chosen.connect(self._on_chosen)
        self.shipped.open_requested.connect(self._on_open_shipped)
        session.library.changed.connect(self._show_recent)
        session.library.thumbnail_drawn.connect(self.recent.show_thumbnail)
        session.run.state_changed.connect(self._on_state)
        self._on_state(session.run.state)
        self._show_recent()
        session.library.read_shipped_model(self._on_model)

    def show_for(self, workspace: str, title: str) -> None:
        """Stand in the place of a workspace that needs a run, and open the shipped model there."""
        self._title.setText(tr("{workspace} needs a run", workspace=title))
        self._about.setText(tr("Train one or open one, such as this model that ships with LatentLab: a VAE of MNIST’s digits."))
        self._offer(workspace, title)

    def show_first(self) -> None:
        """Be the first page that a user sees."""
        self._title.setText(tr("Watch a latent space take shape"))
        self._about.setText(tr("This model ships with LatentLab: a VAE of MNIST’s digits. Drag a slider."))
        self._offer("explore", tr("Explore"))

    def _offer(self, workspace: str, title: str) -> None:
        self._workspace = workspace
        self.shipped.open.setText(tr("Open in {workspace}", workspace=title))

    def _build_left(self) -> QVBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.SPACING.LARGE)
        for heading, text, button in (
            (
                tr("Train it yourself"),
                tr("1,797 real digits, one or two minutes. Sliders work from the first second."),
                self.demo,
            ),
            (tr("My images"), tr("Choose or drop a folder, zip or array: see what is in it, then train on it."), self.images),
            (tr("Your own settings"), tr("Choose data, network and objective, or start from a preset."), self.set_up),
        ):
            row.addWidget(_begin(heading, text, button), 1)
        column = QVBoxLayout()
        column.setSpacing(theme.SPACING.SMALL)
        column.addWidget(self._title)
        column.addWidget(self._about)
        column.addSpacing(theme.SPACING.SMALL)
        column.addWidget(_card(self.shipped))
        column.addSpacing(theme.SPACING.SMALL)
        column.addLayout(row)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.SPACING.LARGE - _LINK_INSET, 0, 0, 0)
        foot.addWidget(self.tour)
        foot.addWidget(self.learn)
        foot.addStretch(1)
        column.addLayout(foot)
        column.addStretch(1)
        return column

    def _build_recent(self) -> QFrame:
        title = QLabel(tr("Recent runs"))
        title.setFont(theme.title_font())
        self._none = QLabel()
        self._none.setWordWrap(True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)
        theme.set_role(self._none, "caption")
        policy = self.every_run.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.every_run.setSizePolicy(policy)
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self.every_run)
        card = QFrame()
        card.setProperty("card", True)
        card.setFixedWidth(_RECENT_WIDTH)
        layout = QVBoxLayout(card)
        # The pictures of the list, which keep a distance of their own, stand below its title.
        inset = theme.SPACING.LARGE - theme.SPACING.SMALL
        layout.setContentsMargins(inset, theme.SPACING.MEDIUM, theme.SPACING.SMALL, theme.SPACING.MEDIUM)
        head.setContentsMargins(inset, 0, 0, 0)
        self._none.setContentsMargins(inset, 0, 0, 0)
        layout.addLayout(head)
        layout.addWidget(self._none)
        layout.addWidget(self.recent, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(inset - _LINK_INSET, 0, 0, 0)
        foot.addWidget(self.opener)
        foot.addStretch(1)
        layout.addLayout(foot)
        return card

    def _on_model(self, model: ShippedModel) -> None:
        self.shipped.set_model(model)
        if self.isVisible() and self.window().focusWidget() in (None, self.images):  # which nobody has chosen yet
            self.shipped.sliders[0].slider.setFocus()

    @Slot()
    def _show_recent(self) -> None:
        runs = [run for run in self._session.library.runs if not run.annotations.archived][:_RECENT]
        self.recent.set_runs(runs)
        looked = self._session.library.is_complete or bool(runs)
        self._none.setText(
            tr("Your runs appear here, each with a picture of what it has learned.")
            if looked
            else tr("Looking for your runs …")
        )
        self._none.setVisible(not runs)
        self.every_run.setVisible(bool(runs))

    @Slot(object)
    def _on_state(self, state: State) -> None:
        self.demo.setEnabled(state is State.EMPTY)
        self.demo.setToolTip(tr("PyTorch is being loaded.") if state is State.LOADING else "")

    @Slot()
    def _on_every_run(self) -> None:
        self._session.messages.ask(ShowWorkspace("runs"))

    @Slot(object)
    def _on_chosen(self, path: Path) -> None:
        self._session.runs.open(path)

    @Slot()
    def _on_open_shipped(self) -> None:
        self._session.messages.ask(ShowWorkspace(self._workspace))
        self._session.library.open_shipped()

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._session.library.look()


def _card(*widgets: QWidget) -> QFrame:
    card = QFrame()
    card.setProperty("card", True)
    layout = QVBoxLayout(card)
    layout.setContentsMargins(theme.SPACING.LARGE, theme.SPACING.LARGE, theme.SPACING.LARGE, theme.SPACING.LARGE)
    layout.setSpacing(theme.SPACING.SMALL)
    for widget in widgets:
        layout.addWidget(widget)
    return card


def _begin(heading: str, text: str, button: QPushButton) -> QFrame:
    """A card with one way to begin."""
    title, body = QLabel(heading), QLabel(text)
    title.setFont(theme.title_font())
    body.setWordWrap(True)
    body.setAlignment(Qt.AlignmentFlag.AlignTop)
    button.setAccessibleName(heading)
    card = _card(title, body, button)
    layout = card.layout()
    assert isinstance(layout, QVBoxLayout)
    layout.setStretchFactor(body, 1)
    return card


def _link(text: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tip)
    button.setProperty("link", True)
    return button
