"""A run of the queue: what has become of it, and its settings."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from latentlab.config import RunConfig
from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.widgets.settings_table import SettingsTable
from latentlab.gui.widgets.slim_bar import SlimBar
from latentlab.gui.workers.queue_reader import SeenEntry

_WIDEST = 560
"""Pixels of the table: a value far from its name is hard to read."""


class QueuedRun(QWidget):
    """Title, state and settings.

    Signals:
        open_requested: show the run.
    """

    open_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._config: RunConfig | None = None
        self.title = QLabel()
        self.title.setFont(theme.title_font())
        self.caption = QLabel()
        self.caption.setFont(theme.tabular(theme.caption_font()))
        self.problem = QLabel()
        self.problem.setWordWrap(True)
        self.problem.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        theme.set_role(self.problem, "error")
        for label in (self.title, self.caption, self.problem):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.open = QPushButton(theme.icon("folder"), tr("Open run"))
        self.open.setToolTip(tr("Look at the run in this window, also while it trains (Return)."))
        self.bar = SlimBar(tr("Progress of the run"))
        self.table = SettingsTable()
        self.table.setMaximumWidth(_WIDEST)
        head = QHBoxLayout()
        head.setSpacing(theme.SPACING.SMALL)
        for widget in (self.title, self.caption):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self.open)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SPACING.SMALL, 0, 0, 0)
        column.setSpacing(theme.SPACING.SMALL)
        column.addLayout(head)
        column.addWidget(self.bar)
        column.addWidget(self.problem)
        column.addWidget(self.table, 1)
        self.open.clicked.connect(self.open_requested)

    def show_entry(self, seen: SeenEntry | None, words: str) -> None:
        """Show an entry, or none."""
        self.title.setText(seen.label if seen else "")
        self.caption.setText(words)
        self.problem.setText(seen.queued.reason if seen else "")
        self.problem.setVisible(bool(seen and seen.queued.reason))
        self.open.setVisible(seen is not None)
        self.open.setEnabled(seen is not None and seen.queued.run is not None)
        self.bar.setVisible(seen is not None)
        self.bar.set_share(seen.share if seen else 0.0)
        config = seen.config if seen else None
        self.table.setVisible(config is not None)
        if config is not None and config != self._config:
            self.table.show_config(config, None)
        self._config = config
