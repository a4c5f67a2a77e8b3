"""What the next run will be: a preset, its settings, and the objective they make; and beside it the settings of this run."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from latentlab.catalog.datasets import DATASETS
from latentlab.config import (
    DEFAULT_PRESET,
    AboutPreset,
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
from latentlab.gui.language import tr
from latentlab.gui.library_texts import translated
from latentlab.gui.models.current_run import TRAINING, State, Subject
from latentlab.gui.models.messages import QueueNextRun, StartNextRun
from latentlab.gui.network_cost import ParameterCounts
from latentlab.gui.panes.base import Pane
from latentlab.gui.panes.this_run import ThisRunPane
from latentlab.gui.placement import SETUP_WIDTHS
from latentlab.gui.session import Session
from latentlab.gui.setting_words import in_form_words
from latentlab.gui.widgets.next_run_page import NextRunPage
from latentlab.gui.widgets.preset_gallery import PresetGallery
from latentlab.gui.widgets.run_foot import RunFoot
from latentlab.gui.workers.branch_points import BranchPoint

Presets = Mapping[str, tuple[RunConfig, AboutPreset]]

NEXT, THIS = range(2)
"""The tabs: the next run's settings, and those of the run that is shown."""


class SetupPane(Pane):
    """Preset, formula, form, what the run takes, and the folder for runs; in a tab beside them the settings of this run.

    Attributes:
        branch: the checkpoint that the next run begins at; None where it begins from nothing.

    Signals:
        folder_changed: a user chose another folder (a Path) for new runs.
    """

    folder_changed = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setMinimumWidth(SETUP_WIDTHS[0])
        self._presets = {name: (load_preset(name), about_preset(name)) for name in preset_names()}
        self._counts = ParameterCounts({name: config for name, (config, _) in self._presets.items()}, self)
        self._preset = DEFAULT_PRESET
        self._gallery: PresetGallery | None = None
        self.branch: BranchPoint | None = None
        self.form = ConfigForm()
        self._foot = RunFoot(session.step_times)
        self.cost, self.train, self.queue = self._foot.cost, self._foot.train, self._foot.queue
        self.tabs = QTabBar()
        self.tabs.setObjectName("views")
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName(tr("Settings of"))
        self.tabs.setTabToolTip(self.tabs.addTab(tr("Next run")), tr("What “Train” starts with."))
        self.tabs.setTabToolTip(self.tabs.addTab(tr("This run")), tr("What the run that is shown was trained with."))
        self._pages = QStackedWidget()
        self._page = page = NextRunPage(self.form, self._foot)
        self.preset, self.undo_all, self.formula, self.banner = page.preset, page.undo_all, page.formula, page.banner
        self._pages.addWidget(page)
        self.this_run = ThisRunPane(session, self._valid_config)
        self._pages.addWidget(self.this_run)
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
        self.undo_all.clicked.connect(self._start_over)
        self.form.changed.connect(self._show_settings)
        self.train.clicked.connect(self._on_train)
        self.queue.clicked.connect(self._on_queue)
        self._foot.choose.clicked.connect(self._choose_folder)
        self.this_run.use.clicked.connect(self._on_use)
        self.banner.step_chosen.connect(self._on_branch_step)
        self.banner.cancelled.connect(self._start_over)
        session.run.state_changed.connect(self._on_state)
        self.choose_preset(DEFAULT_PRESET)
        self.show_folder()
        self._on_state(session.run.state)
        self.tabs.setTabVisible(THIS, False)
        self._follow()

    @Slot()
    def ask_for_preset(self) -> None:
        """Show all presets, to choose one."""
        if self._gallery is not None:
            self._gallery.raise_()
            return
        self._gallery = PresetGallery(self._presets, self._preset, self._session.step_times, self._counts, self)
        self._gallery.chosen.connect(self.choose_preset)
        self._gallery.finished.connect(self._on_gallery_closed)
        self._gallery.open()

    @Slot(str)
    def choose_preset(self, name: str) -> None:
        """Fill the form from a preset."""
        self.take_all(self._presets[name][0], name)

    def take_all(self, config: RunConfig, preset: str) -> None:
        """Put a whole run into the settings, and mark what differs from a preset."""
        self._set_branch(None)
        self._preset = preset
        self.preset.show_preset(preset, self._presets[preset][1])
        self.form.set_config(config)
        self.form.set_reference(self._presets[preset][0])
        self._show_settings()

    def take_branch(self, point: BranchPoint) -> None:
        """Set up a branch: the settings of its parent, of which those that may not change say why, and what differs marked."""
        edited = self.branch is not None and self.branch.config == point.config
        self._set_branch(point)
        if not edited:
            self.form.set_config(point.config)
            self.form.set_reference(point.config)
        self._show_settings()
        self.tabs.setCurrentIndex(NEXT)

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
            title = translated(self._presets[self._preset][1].title)
            text = tr("Setup starts from “{title}”, which fits these images.", title=title)
            self._session.messages.tell("info", text, actions=((tr("Keep the other settings"), only),))
        else:
            self._take_part(component, before, preset)

    def _bring_fitting(self, data: DataConfig, images: NDArray[np.uint8]) -> bool:
        """Start from the preset that fits a user's own images, unless the one that was chosen does."""
        found = _better_preset(self._presets, self._preset, data, images)
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
        self._foot.show_folder(self._session.runs.folder)

    # What is shown

    @Slot(object)
    def _on_state(self, state: State) -> None:
        training = state in TRAINING
        self.train.setEnabled(not training and state is not State.LOADING)
        self.train.setToolTip(
            tr("A run is training. These are the settings of the next one; add it to the queue, or stop the one that trains.")
            if training
            else tr("Start a run with these settings (Ctrl+Return).")
        )
        self.train.setText(tr("Train the branch") if self.branch is not None else tr("Train"))

    def _on_subject(self, subject: Subject) -> None:
        if self.branch is not None and subject.trained_here and subject.path != self.branch.path:
            self.take_all(subject.config, self._preset)  # the branch has begun; the next run is no branch
        self.tabs.setTabVisible(THIS, True)

    def _valid_config(self) -> RunConfig | None:
        """The run that the form describes; None where it describes none."""
        try:
            return self.config()
        except ConfigError:
            return None

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

    def _set_branch(self, point: BranchPoint | None) -> None:
        self.branch = point
        self._page.head.setVisible(point is None)
        self.queue.setEnabled(point is None)  # what waits in line begins from nothing
        self.banner.setVisible(point is not None)
        if point is not None:
            self.banner.show_point(self._session.library.label(point.path), point.step, point.checkpoints)
        self.form.fix(point.fixed if point is not None else {})
        self._on_state(self._session.run.state)

    @Slot(int)
    def _on_branch_step(self, step: int) -> None:
        if self.branch is not None:
            self._session.runs.branch(self.branch.path, step)

    @Slot(int)
    def _on_tab(self, tab: int) -> None:
        self._pages.setCurrentIndex(tab)

    # What a user does

    @Slot()
    def _on_train(self) -> None:
        self._session.messages.ask(StartNextRun())

    @Slot()
    def _on_queue(self) -> None:
        self._session.messages.ask(QueueNextRun())

    @Slot()
    def _start_over(self) -> None:
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
        name = QFileDialog.getExistingDirectory(self, tr("Folder for runs"), str(self._session.runs.folder))
        if name:
            self.folder_changed.emit(name)

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(SETUP_WIDTHS[1], 640)


def _better_preset(presets: Presets, current: str, data: DataConfig, images: NDArray[np.uint8]) -> tuple[str, RunConfig] | None:
    """The preset that fits a user's own images, with the run that it makes of them; None where the current one fits too."""
    from latentlab.data.fitting import fitted, kind_of

    config, about = presets[current]
    if not DATASETS.of(data).own or (DATASETS.of(config.data).own and about.fits in ("", kind_of(images))):
        return None
    return fitted(presets, images, data)


def _formula(config: RunConfig) -> str:
    method, parts, bound = config.objective_title, config.loss_parts, config.bound
    if len(parts) == 1:
        return f"{method}: L(x) = {bound}"
    return tr("{method}: {parts}, where L(x) = {bound}", method=method, parts=" + ".join(parts), bound=bound)
