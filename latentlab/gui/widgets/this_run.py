"""The settings of the run that is shown: those that may change while it trains, to edit, and all of them, to read."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from latentlab.config import RunConfig
from latentlab.gui import theme
from latentlab.gui.widgets.live_settings import LiveSettings
from latentlab.gui.widgets.settings_table import SettingsTable

_LEAST_TABLE = 140


class ThisRun(QWidget):
    """Which run it is over what may be changed of it over all settings.

    Attributes:
        about, live, table, use: its parts; `use` copies the settings into those of the next run.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.about = QLabel()
        self.about.setWordWrap(True)
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        theme.set_role(self.about, "caption")
        self.live = LiveSettings()
        self._live_area = _FittingScrollArea(self.live)
        self.table = SettingsTable()
        self.table.setMinimumHeight(_LEAST_TABLE)
        self.use = QPushButton("Use for the next run")
        self.use.setToolTip("Copy these settings into those of the next run.")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACING.MEDIUM, 0, theme.SPACING.MEDIUM, 0)
        layout.setSpacing(theme.SPACING.SMALL)
        layout.addWidget(self.about)
        layout.addWidget(self._live_area)
        layout.addWidget(self.live.apply)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.use)

    def show_config(self, config: RunConfig, name: str, other: RunConfig | None) -> None:
        """Show the settings of a run, those marked that are not the settings of `other`."""
        differing = self.table.show_config(config, other)
        about = f"{config.objective_title} · {name}"
        marked = "Marked settings differ from the next run's." if differing else ""
        self.about.setText("\n".join(part for part in (about, marked) if part))

    def offer(self, config: RunConfig, keys: Sequence[str]) -> None:
        """Let these settings be changed; none where the run does not train."""
        if keys:
            self.live.show_config(config, keys)
        self._live_area.setVisible(bool(keys))
        self.live.apply.setVisible(bool(keys))


class _FittingScrollArea(QScrollArea):
    """As high as what it holds, where there is room."""

    def __init__(self, held: QWidget) -> None:
        super().__init__()
        self._held = held
        self.setWidget(held)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._held.sizeHint().height())
