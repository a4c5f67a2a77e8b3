"""What the next run will be: a preset, its settings, and the objective they make."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from latentlab.catalog.comparisons import COMPARISONS
from latentlab.catalog.objectives import OBJECTIVES
from latentlab.catalog.priors import PRIORS
from latentlab.config import (
    DataConfig,
    RunConfig,
    TransformConfig,
    load_preset,
    parse_config,
    preset_names,
)
from latentlab.errors import ConfigError
from latentlab.gui import theme
from latentlab.gui.forms import ConfigForm
from latentlab.gui.models.current_run import TRAINING, State, Subject
from latentlab.gui.network_cost import NetworkCost
from latentlab.gui.panes.base import Pane
from latentlab.gui.placement import SETUP_WIDTHS
from latentlab.gui.session import Session

_CUSTOM = "changed settings"


class SetupPane(Pane):
    """Preset, formula, form, and the folder for runs.

    Signals:
        folder_changed: a person chose another folder (a Path) for new runs.
    """

    folder_changed = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setMinimumWidth(SETUP_WIDTHS[0])
        self._presets = {name: load_preset(name) for name in preset_names()}
        self.preset = QComboBox()
        self.preset.addItems(list(self._presets))
        self.preset.setToolTip("A complete set of settings to start from.")
        self.preset.setAccessibleName("Preset")
        self.formula = QLabel()
        self.formula.setWordWrap(True)
        self.formula.setTextFormat(Qt.TextFormat.PlainText)
        self.formula.setToolTip("What the optimiser will minimise, in nats per image.")
        self.formula.setObjectName("formula")
        self.form = ConfigForm()
        self.cost = NetworkCost()
        self.folder = QLabel()
        self.folder.setFont(theme.caption_font())
        self.folder.setTextFormat(Qt.TextFormat.PlainText)
        self.folder.setMinimumWidth(1)
        choose = QToolButton()
        choose.setIcon(theme.icon("folder"))
        choose.setToolTip("Choose the folder that new runs are kept in.")
        choose.setAccessibleName("Folder for runs")
        choose.clicked.connect(self._choose_folder)

        head = QHBoxLayout()
        head.addWidget(QLabel("Preset"))
        head.addWidget(self.preset, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.folder, 1)
        foot.addWidget(choose)
        scroll = QScrollArea()
        scroll.setWidget(self.form)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        margin = theme.SPACING.MEDIUM
        layout.setContentsMargins(0, margin, 0, theme.SPACING.SMALL)
        layout.setSpacing(theme.SPACING.SMALL)
        for part in (head, foot):
            part.setContentsMargins(margin, 0, margin, 0)
        for label in (self.formula, self.cost):
            label.setContentsMargins(margin, 0, margin, 0)
        layout.addLayout(head)
        layout.addWidget(self.formula)
        layout.addWidget(scroll, 1)
        layout.addWidget(self.cost)
        layout.addLayout(foot)

        self.preset.textActivated.connect(self._on_preset)
        self.form.changed.connect(self._on_changed)
        session.run.state_changed.connect(self._on_state)
        self._on_preset(self.preset.currentText())
        self.show_folder()
        self._follow()

    def choose_preset(self, name: str) -> None:
        """Fill the form from a preset."""
        self._on_preset(name)

    def config(self) -> RunConfig:
        """The run that the form describes.

        Raises:
            ConfigError: naming what is wrong.
        """
        return self.form.config()

    def take(self, component: DataConfig | TransformConfig | RunConfig) -> None:
        """Put one part into the settings, the others stay; or all of them."""
        if isinstance(component, RunConfig):
            self.form.set_config(component)
            self._on_changed()
            return
        part = "data" if isinstance(component, DataConfig) else "transform"
        self.form.set_config(parse_config({**self.form.values(), part: component.model_dump(exclude_none=True)}))
        self._on_changed()

    def show_folder(self) -> None:
        """Show where new runs go."""
        text = f"Runs in {self._session.runs.folder}"
        self.folder.setText(self.folder.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, 250))
        self.folder.setToolTip(theme.plain_tip(text))

    @Slot(str)
    def _on_preset(self, name: str) -> None:
        if name in self._presets:
            self.form.set_config(self._presets[name])
            self._drop_custom(name)
            self._show_formula()

    @Slot()
    def _on_changed(self) -> None:
        self._show_custom()
        self._show_formula()

    @Slot(object)
    def _on_state(self, state: State) -> None:
        self.preset.setEnabled(state not in TRAINING)
        self.form.set_locked(state in TRAINING, "Settings are fixed while a run trains. Stop it to set up another.")

    def _on_subject(self, subject: Subject) -> None:
        self.form.set_config(subject.config)
        match = next((name for name, config in self._presets.items() if config == subject.config), None)
        self._show_custom() if match is None else self._drop_custom(match)
        self._show_formula()

    @Slot()
    def _choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, "Folder for runs", str(self._session.runs.folder))
        if name:
            self.folder_changed.emit(name)

    def _show_custom(self) -> None:
        if self.preset.findText(_CUSTOM) < 0:
            self.preset.addItem(_CUSTOM)
        self.preset.setCurrentText(_CUSTOM)

    def _drop_custom(self, preset: str) -> None:
        self.preset.setCurrentText(preset)
        index = self.preset.findText(_CUSTOM)
        if index >= 0:
            self.preset.removeItem(index)

    def _show_formula(self) -> None:
        try:
            config = self.form.config()
        except ConfigError as error:
            self.formula.setText(str(error))
            self.cost.ask(None)
        else:
            self.formula.setText(_formula(config))
            self.cost.ask(config)

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(SETUP_WIDTHS[1], 640)


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
