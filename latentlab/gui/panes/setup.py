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

from latentlab.config import (
    ConsistencyConfig,
    DataConfig,
    ObjectiveConfig,
    RunConfig,
    TransformConfig,
    load_preset,
    parse_config,
    preset_names,
)
from latentlab.errors import ConfigError
from latentlab.gui import theme
from latentlab.gui.forms import ConfigForm
from latentlab.gui.network_cost import NetworkCost
from latentlab.gui.session import TRAINING, Session, State, Subject

_CUSTOM = "changed settings"
_WIDTHS = (272, 304)
"""The least width in which no setting is cut off, and the usual one."""


class SetupPane(QWidget):
    """Preset, formula, form, and the folder for runs.

    Signals:
        folder_changed: a person chose another folder (a Path) for new runs.
    """

    folder_changed = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(_WIDTHS[0])
        self._session = session
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
        session.state_changed.connect(self._on_state)
        session.subject_changed.connect(self._on_subject)
        self._on_preset(self.preset.currentText())
        self.show_folder()

    def choose_preset(self, name: str) -> None:
        """Fill the form from a preset."""
        self._on_preset(name)

    def config(self) -> RunConfig:
        """The run that the form describes.

        Raises:
            ConfigError: naming what is wrong.
        """
        return self.form.config()

    def take(self, component: DataConfig | TransformConfig) -> None:
        """Put one part into the settings; the others stay."""
        part = "data" if isinstance(component, DataConfig) else "transform"
        self.form.set_config(parse_config({**self.form.values(), part: component.model_dump(exclude_none=True)}))
        self._on_changed()

    def show_folder(self) -> None:
        """Show where new runs go."""
        text = f"Runs in {self._session.runs_folder}"
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

    @Slot(object)
    def _on_subject(self, subject: Subject) -> None:
        self.form.set_config(subject.config)
        match = next((name for name, config in self._presets.items() if config == subject.config), None)
        self._show_custom() if match is None else self._drop_custom(match)
        self._show_formula()

    @Slot()
    def _choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, "Folder for runs", str(self._session.runs_folder))
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
        return QSize(_WIDTHS[1], 640)


def _formula(config: RunConfig) -> str:
    bound = _bound(config.objective)
    parts = ["L(x)"]
    if config.consistency.trains_on_t:
        parts.append("L(t(x))")
    if config.consistency.has_term:
        parts.append(f"{config.consistency.weight:g} · {_comparison(config.consistency)}")
    if config.adversarial.weight > 0:
        parts.append(f"{config.adversarial.weight:g} · adversarial(reconstruction)")
    if len(parts) == 1:
        return f"{config.objective_title}: L(x) = {bound}"
    return f"{config.objective_title}: {' + '.join(parts)}, where L(x) = {bound}"


def _bound(objective: ObjectiveConfig) -> str:
    if objective.name == "iwae":
        return f"−log (1/K) Σₖ p(x, zₖ)/q(zₖ|x), K = {objective.num_importance_samples}"
    beta = "" if objective.beta == 1 else f"{objective.beta:g} · "
    if objective.name == "aggregate":
        gamma = objective.variance_weight
        return f"−log p(x|z) + {beta}KL(N(m, v) ‖ N(0, I)) + {gamma:g} · Σ (σ² − log σ² − 1), with m, v of the batch"
    rate = f"|KL(q(z|x) ‖ p(z)) − {objective.capacity:g}|" if objective.capacity else "KL(q(z|x) ‖ p(z))"
    return f"−log p(x|z) + {beta}{rate}"


def _comparison(consistency: ConsistencyConfig) -> str:
    if consistency.name == "triplet":
        return f"max(0, ‖μ(x) − μ(t(x))‖² − ‖μ(x) − μ(x′)‖² + {consistency.margin:g})"
    if consistency.name == "info_nce":
        return f"InfoNCE(μ(x), μ(t(x)); {consistency.temperature:g})"
    return {
        "forward": "KL(q(z|t(x)) ‖ q(z|x))",
        "reverse": "KL(q(z|x) ‖ q(z|t(x)))",
        "symmetric": "[KL(q(z|t(x)) ‖ q(z|x)) + KL(q(z|x) ‖ q(z|t(x)))]",
    }[consistency.direction]
