"""What the next run will be: a preset, its settings, and the objective they make; and beside it the settings of this run."""

from collections.abc import Mapping
from functools import partial
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QBoxLayout,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from latentlab.catalog.comparisons import COMPARISONS
from latentlab.catalog.datasets import DATASETS
from latentlab.catalog.objectives import OBJECTIVES
from latentlab.catalog.priors import PRIORS
from latentlab.config import (
    DEFAULT_PRESET,
    DataConfig,
    RunConfig,
    TransformConfig,
    about_preset,
    load_preset,
    parse_config,
    preset_names,
)
from latentlab.errors import ConfigError
from latentlab.gui import theme
from latentlab.gui.forms import ConfigForm
from latentlab.gui.models.current_run import TRAINING, State, Subject
from latentlab.gui.models.messages import QueueNextRun, StartNextRun
from latentlab.gui.network_cost import NetworkCost
from latentlab.gui.panes.base import Pane
from latentlab.gui.placement import SETUP_WIDTHS
from latentlab.gui.session import Session
from latentlab.gui.setting_words import in_form_words
from latentlab.gui.widgets.preset_card import PresetButton
from latentlab.gui.widgets.preset_gallery import PresetGallery
from latentlab.gui.widgets.settings_table import SettingsTable

L = TypeVar("L", bound=QBoxLayout)

NEXT, THIS = range(2)
"""The tabs: the next run's settings, and those of the run that is shown."""


class SetupPane(Pane):
    """Preset, formula, form, what the run takes, and the folder for runs; in a tab beside them the settings of this run.

    Signals:
        folder_changed: a person chose another folder (a Path) for new runs.
    """

    folder_changed = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setMinimumWidth(SETUP_WIDTHS[0])
        self._presets = {name: (load_preset(name), about_preset(name)) for name in preset_names()}
        self._preset = DEFAULT_PRESET
        self._gallery: PresetGallery | None = None
        self.form = ConfigForm()
        self.tabs = QTabBar()
        self.tabs.setObjectName("views")
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName("Settings of")
        self.tabs.setTabToolTip(self.tabs.addTab("Next run"), "What “Train” starts with.")
        self.tabs.setTabToolTip(self.tabs.addTab("This run"), "What the run that is shown was trained with.")
        self._pages = QStackedWidget()
        self._pages.addWidget(self._build_next())
        self._pages.addWidget(self._build_this())
        margin = theme.SPACING.MEDIUM
        tab_row = QHBoxLayout()
        tab_row.setContentsMargins(margin, 0, margin, 0)
        tab_row.addWidget(self.tabs, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, theme.SPACING.SMALL)
        layout.setSpacing(theme.SPACING.SMALL)
        layout.addLayout(tab_row)
        layout.addWidget(self._pages, 1)

        self.tabs.currentChanged.connect(self._on_tab)
        self.preset.clicked.connect(self.ask_for_preset)
        self.undo_all.clicked.connect(self._on_undo_all)
        self.form.changed.connect(self._show_settings)
        self.train.clicked.connect(self._on_train)
        self.queue.clicked.connect(self._on_queue)
        self.use.clicked.connect(self._on_use)
        session.run.state_changed.connect(self._on_state)
        self.choose_preset(DEFAULT_PRESET)
        self.show_folder()
        self._on_state(session.run.state)
        self._show_this(None)
        self._follow()

    @Slot()
    def ask_for_preset(self) -> None:
        """Show all presets, to choose one."""
        if self._gallery is not None:
            self._gallery.raise_()
            return
        self._gallery = PresetGallery(self._presets, self._preset, self._session.step_times, self)
        self._gallery.chosen.connect(self.choose_preset)
        self._gallery.finished.connect(self._on_gallery_closed)
        self._gallery.open()

    @Slot(str)
    def choose_preset(self, name: str) -> None:
        """Fill the form from a preset."""
        self.take_all(self._presets[name][0], name)

    def take_all(self, config: RunConfig, preset: str) -> None:
        """Put a whole run into the settings, and mark what differs from a preset."""
        self._preset = preset
        self.preset.show_preset(preset, self._presets[preset][1])
        self.form.set_config(config)
        self.form.set_reference(self._presets[preset][0])
        self._show_settings()

    def config(self) -> RunConfig:
        """The run that the form describes.

        Raises:
            ConfigError: naming what is wrong.
        """
        return self.form.config()

    def show_problems(self) -> None:
        """Write under each setting that will not do what is wrong with it, and lead to the first."""
        self.tabs.setCurrentIndex(NEXT)
        self.form.show_problems()

    def show_error(self, text: str, key: str) -> None:
        """Write under a setting of the next run what is wrong with it, and lead there."""
        self.tabs.setCurrentIndex(NEXT)
        self.form.show_error(text, key)

    def show_setting(self, key: str) -> None:
        """Lead the eye to a setting of the next run."""
        self.tabs.setCurrentIndex(NEXT)
        self.form.highlight(key)

    def take(self, component: DataConfig | TransformConfig | RunConfig, images: NDArray[np.uint8] | None = None) -> None:
        """Put one part into the settings, or all of them; a user's own images bring the preset that fits them."""
        before, preset = self.form.values(), self._preset
        if isinstance(component, RunConfig):
            self.take_all(component, preset)
            self.tabs.setCurrentIndex(NEXT)
        elif isinstance(component, DataConfig) and images is not None and self._bring_fitting(component, images):
            only = partial(self._take_part, component, before, preset)
            self._session.messages.tell(
                "info",
                f"Setup starts from “{self._presets[self._preset][1].title}”, which fits these images.",
                actions=(("Keep the other settings", only),),
            )
        else:
            self._take_part(component, before, preset)

    def _bring_fitting(self, data: DataConfig, images: NDArray[np.uint8]) -> bool:
        """Start from the preset that fits a user's own images, unless the one that was chosen does."""
        from latentlab.data.fitting import fitted, kind_of

        config, about = self._presets[self._preset]
        if not DATASETS.of(data).own or (DATASETS.of(config.data).own and about.fits in ("", kind_of(images))):
            return False
        found = fitted(self._presets, images, data)
        if found is not None:
            self.take_all(found[1], found[0])
            self.tabs.setCurrentIndex(NEXT)
        return found is not None

    def _take_part(self, component: DataConfig | TransformConfig, values: Mapping[str, Any], preset: str) -> None:
        part = "data" if isinstance(component, DataConfig) else "transform"
        self.take_all(parse_config({**values, part: component.model_dump(exclude_none=True)}), preset)
        self.tabs.setCurrentIndex(NEXT)

    def show_folder(self) -> None:
        """Show where new runs go."""
        text = f"Runs in {self._session.runs.folder}"
        self.folder.setText(self.folder.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, 230))
        self.folder.setToolTip(theme.plain_tip(text))

    # Building

    def _build_next(self) -> QWidget:
        self.preset = PresetButton()
        self.undo_all = QToolButton()
        self.undo_all.setIcon(theme.icon("undo"))
        self.undo_all.setToolTip("Reset every setting to the preset's.")
        self.undo_all.setAccessibleName("Reset all settings")
        self.formula = QLabel()
        self.formula.setWordWrap(True)
        self.formula.setTextFormat(Qt.TextFormat.PlainText)
        self.formula.setToolTip("What the optimiser will minimise, in nats per image.")
        self.formula.setObjectName("formula")
        scroll = QScrollArea()
        scroll.setWidget(self.form)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = QHBoxLayout()
        head.setSpacing(theme.SPACING.TIGHT)
        head.addWidget(self.preset, 1)
        head.addWidget(self.undo_all)
        page, layout = _page()
        layout.addLayout(_inset(head))
        layout.addWidget(self.formula)
        layout.addWidget(scroll, 1)
        layout.addLayout(self._build_foot())
        self.formula.setContentsMargins(theme.SPACING.MEDIUM, 0, theme.SPACING.MEDIUM, 0)
        return page

    def _build_foot(self) -> QVBoxLayout:
        self.cost = NetworkCost(self._session.step_times)
        self.train = QPushButton(theme.icon("play"), "Train")
        theme.set_primary(self.train)
        self.queue = QPushButton(theme.icon("queue"), "Add to queue")
        self.queue.setToolTip("Put a run with these settings at the end of the queue (Ctrl+Alt+Return).")
        self.folder = QLabel()
        theme.set_role(self.folder, "caption")
        self.folder.setTextFormat(Qt.TextFormat.PlainText)
        self.folder.setMinimumWidth(1)
        choose = QToolButton()
        choose.setIcon(theme.icon("folder"))
        choose.setToolTip("Choose the folder that new runs are kept in.")
        choose.setAccessibleName("Folder for runs")
        choose.clicked.connect(self._choose_folder)
        place = QHBoxLayout()
        place.addWidget(self.folder, 1)
        place.addWidget(choose)
        foot = QVBoxLayout()
        foot.setSpacing(theme.SPACING.TIGHT)
        foot.addWidget(self.cost)
        foot.addLayout(place)
        start = QHBoxLayout()
        start.addWidget(self.train, 1)
        start.addWidget(self.queue)
        foot.addLayout(start)
        return _inset(foot)

    def _build_this(self) -> QWidget:
        self.about = QLabel()
        self.about.setWordWrap(True)
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        theme.set_role(self.about, "caption")
        self.about.setContentsMargins(theme.SPACING.MEDIUM, 0, theme.SPACING.MEDIUM, 0)
        self.table = SettingsTable()
        self.use = QPushButton("Use for the next run")
        self.use.setToolTip("Copy these settings into those of the next run.")
        foot = QHBoxLayout()
        foot.addWidget(self.use)
        page, layout = _page()
        layout.addWidget(self.about)
        table = QHBoxLayout()
        table.addWidget(self.table)
        layout.addLayout(_inset(table), 1)
        layout.addLayout(_inset(foot))
        return page

    # What is shown

    @Slot(object)
    def _on_state(self, state: State) -> None:
        training = state in TRAINING
        self.train.setEnabled(not training and state is not State.LOADING)
        self.train.setToolTip(
            "A run is training. These are the settings of the next one; add it to the queue, or stop the one that trains."
            if training
            else "Start a run with these settings (Ctrl+Return)."
        )

    def _on_subject(self, subject: Subject) -> None:
        self._show_this(subject)

    def _show_this(self, subject: Subject | None) -> None:
        self.tabs.setTabVisible(THIS, subject is not None)
        if subject is None or self.tabs.currentIndex() != THIS:
            return
        try:
            other: RunConfig | None = self.config()
        except ConfigError:
            other = None
        differing = self.table.show_config(subject.config, other)
        about = f"{subject.config.objective_title} · {subject.path.name}"
        marked = "Marked settings differ from the next run's." if differing else ""
        self.about.setText("\n".join(part for part in (about, marked) if part))

    @Slot()
    def _show_settings(self) -> None:
        changes = len(self.form.changes())
        self.preset.show_changes(changes)
        self.undo_all.setEnabled(changes > 0)
        try:
            config = self.form.config()
        except ConfigError as error:
            self.formula.setText(in_form_words(str(error)))
            self.cost.ask(None)
        else:
            self.formula.setText(_formula(config))
            self.cost.ask(config)

    @Slot(int)
    def _on_tab(self, tab: int) -> None:
        self._pages.setCurrentIndex(tab)
        self._show_this(self._session.run.subject)

    # What a user does

    @Slot()
    def _on_train(self) -> None:
        self._session.messages.ask(StartNextRun())

    @Slot()
    def _on_queue(self) -> None:
        self._session.messages.ask(QueueNextRun())

    @Slot()
    def _on_undo_all(self) -> None:
        self.choose_preset(self._preset)

    @Slot()
    def _on_use(self) -> None:
        subject = self._session.run.subject
        if subject is not None:
            named = subject.config.name in self._presets
            self.take_all(subject.config, subject.config.name if named else self._preset)
            self.tabs.setCurrentIndex(NEXT)

    @Slot()
    def _on_gallery_closed(self) -> None:
        self._gallery = None
        self.preset.setFocus()
        self._show_settings()  # its time is wanted again, not those of the cards

    @Slot()
    def _choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, "Folder for runs", str(self._session.runs.folder))
        if name:
            self.folder_changed.emit(name)

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(SETUP_WIDTHS[1], 640)


def _page() -> tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.SPACING.SMALL)
    return page, layout


def _inset(layout: L) -> L:
    layout.setContentsMargins(theme.SPACING.MEDIUM, 0, theme.SPACING.MEDIUM, 0)
    return layout


def _formula(config: RunConfig) -> str:
    bound = OBJECTIVES.of(config.objective).formula(config.objective)
    parts = ["L(x)"]
    if config.consistency.trains_on_t:
        parts.append("L(t(x))")
    if config.consistency.has_term:
        parts.append(f"{config.consistency.weight:g} · {COMPARISONS.of(config.consistency).formula(config.consistency)}")
    if config.adversarial.weight > 0:
        parts.append(f"{config.adversarial.weight:g} · adversarial(reconstruction)")
    prior = PRIORS.of(config.prior)
    of_z = f", p(z) = {prior.formula(config.prior)}" if prior.title(config.prior)[0] else ""
    if len(parts) == 1:
        return f"{config.objective_title}: L(x) = {bound}{of_z}"
    return f"{config.objective_title}: {' + '.join(parts)}, where L(x) = {bound}{of_z}"
