"""All presets as cards, to choose one from."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from latentlab.catalog.datasets import DATASETS
from latentlab.config import AboutPreset, RunConfig
from latentlab.durations import duration_text
from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.library_texts import translated
from latentlab.gui.models.step_times import StepTimes
from latentlab.gui.network_cost import ParameterCounts, parameters_text
from latentlab.gui.widgets.preset_card import PresetCard

_COLUMNS = 4
_CARD_WIDTH = 256
_SHARE = 0.9


class PresetGallery(QDialog):
    """Cards in a grid. One that is pressed is chosen.

    Signals:
        chosen: the name of a preset.
    """

    chosen = Signal(str)

    def __init__(
        self,
        presets: Mapping[str, tuple[RunConfig, AboutPreset]],
        current: str,
        times: StepTimes,
        counts: ParameterCounts,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Presets"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        presets = dict(sorted(presets.items(), key=lambda preset: _place(preset[1][0])))
        self._configs = {name: config for name, (config, _) in presets.items()}
        self._counts = counts
        self._times = times
        title = QLabel(tr("Start from"))
        title.setFont(theme.heading_font())
        about = QLabel(tr("Each is a complete set of settings. Whatever you change afterwards is marked."))
        theme.set_role(about, "caption")
        self.cards = {name: PresetCard(name, words) for name, (_, words) in presets.items()}
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(2, 2, theme.SPACING.SMALL, 2)
        grid.setSpacing(theme.SPACING.MEDIUM)
        self._columns = max(1, min(_COLUMNS, round(parent.window().width() * _SHARE) // _CARD_WIDTH))
        for place, card in enumerate(self.cards.values()):
            card.setChecked(card.name == current)
            card.clicked.connect(self._on_clicked)
            grid.addWidget(card, place // self._columns, place % self._columns)
        self._scroll = QScrollArea()
        self._scroll.setWidget(holder)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SPACING.LARGE, theme.SPACING.LARGE, theme.SPACING.LARGE, theme.SPACING.LARGE)
        column.setSpacing(theme.SPACING.SMALL)
        column.addWidget(title)
        column.addWidget(about)
        column.addWidget(self._scroll, 1)
        counts.found.connect(self._write, Qt.ConnectionType.QueuedConnection)
        times.changed.connect(self._write)
        self._write()
        self.resize(self._fitting(parent.window().size(), holder))
        current_card = self.cards.get(current)
        if current_card is not None:
            current_card.setFocus()
        counts.count()
        times.want(list(self._configs.values()))

    def _fitting(self, room: QSize, holder: QWidget) -> QSize:
        margins = 2 * theme.SPACING.LARGE
        width = self._columns * _CARD_WIDTH + (self._columns - 1) * theme.SPACING.MEDIUM + margins + theme.SPACING.LARGE
        height = holder.sizeHint().height() + margins + 72
        return QSize(width, height).boundedTo(room * _SHARE)

    @Slot()
    def _write(self) -> None:
        for name, card in self.cards.items():
            config = self._configs[name]
            seconds = self._times.seconds(config)
            parameters = self._counts.known.get(name)
            takes = [
                *([parameters_text(parameters)] if parameters else []),
                *([translated(duration_text(seconds))] if seconds else []),
            ]
            card.say(
                tr("{side}×{side} px · {latent_dim} latents", side=_side(config), latent_dim=config.model.latent_dim),
                " · ".join(takes),
            )

    @Slot()
    def _on_clicked(self) -> None:
        card = self.sender()
        if isinstance(card, PresetCard):
            self.chosen.emit(card.name)
            self.accept()


def _place(config: RunConfig) -> tuple[int, int]:
    """By collections, and of each the plain methods first."""
    return list(DATASETS).index(config.data.name), len(config.objective_title)


def _side(config: RunConfig) -> int:
    side: int = config.data.size or DATASETS.of(config.data).shape[1]
    return side
