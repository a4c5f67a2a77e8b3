"""The settings of the run that is shown, and a button that copies them into the next run's."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from latentlab.config import RunConfig
from latentlab.gui import theme
from latentlab.gui.widgets.settings_table import SettingsTable


class RunSettings(QWidget):
    """A line about the run, its settings, and `use`, which is for copying them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.about = QLabel()
        self.about.setWordWrap(True)
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        theme.set_role(self.about, "caption")
        self.table = SettingsTable()
        self.use = QPushButton("Use for the next run")
        self.use.setToolTip("Copy these settings into those of the next run.")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SPACING.MEDIUM, 0, theme.SPACING.MEDIUM, 0)
        column.setSpacing(theme.SPACING.SMALL)
        column.addWidget(self.about)
        column.addWidget(self.table, 1)
        column.addWidget(self.use)

    def show_run(self, name: str, config: RunConfig, following: RunConfig | None) -> None:
        """Show a run's settings, marking those that the next run does not have; None where that has no valid ones."""
        differing = self.table.show_config(config, following)
        about = f"{config.objective_title} · {name}"
        marked = "Marked settings differ from the next run's." if differing else ""
        self.about.setText("\n".join(part for part in (about, marked) if part))
