"""The settings of the run that is shown: those that may change while it trains, to edit, and all of them, to read."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from latentlab.config import RunConfig
from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.models.current_run import Subject
from latentlab.gui.panes.base import Pane
from latentlab.gui.session import Session
from latentlab.gui.widgets.live_settings import LiveSettings
from latentlab.gui.widgets.settings_table import SettingsTable
from latentlab.runs.requests import Value

_LEAST_TABLE = 140
_OF_ITS_OWN = ("data", "model", "likelihood", "prior")
"""Sections that say something of a model from elsewhere; how it was trained is not known."""


class ThisRunPane(Pane):
    """Which run it is over what may be changed of it over all settings.

    Attributes:
        about, live, table, use: its parts; `use` is for copying the settings into those of the next run.
    """

    def __init__(self, session: Session, next_run: Callable[[], RunConfig | None], parent: QWidget | None = None) -> None:
        """A pane that marks the settings that are not those of the next run, None where there are no valid ones."""
        super().__init__(session, parent)
        self._next_run = next_run
        self.about = QLabel()
        self.about.setWordWrap(True)
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        theme.set_role(self.about, "caption")
        self.live = LiveSettings()
        self._live_area = _FittingScrollArea(self.live)
        self.table = SettingsTable()
        self.table.setMinimumHeight(_LEAST_TABLE)
        self.use = QPushButton(tr("Use for the next run"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACING.MEDIUM, 0, theme.SPACING.MEDIUM, 0)
        layout.setSpacing(theme.SPACING.SMALL)
        layout.addWidget(self.about)
        layout.addWidget(self._live_area)
        layout.addWidget(self.live.apply)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.use)
        self.live.applied.connect(self._on_apply)
        session.run.config_changed.connect(self._show)
        session.run.state_changed.connect(self._show)
        self._follow()

    def _on_subject(self, subject: Subject) -> None:
        del subject
        self._show()
        self.live.forget_edits()

    @Slot()
    def _show(self) -> None:
        """Show the current run, while that is seen."""
        subject = self._session.run.subject
        if subject is None or not self.isVisible():
            return
        sections = _OF_ITS_OWN if subject.is_from_elsewhere else None
        differing = self.table.show_config(subject.config, self._next_run(), sections)
        about = f"{subject.method} · {subject.path.name}"
        source = "\n".join(f"{name}: {value}" for name, value in subject.source.items())
        marked = tr("Marked settings differ from the next run's.") if differing else ""
        self.about.setText("\n".join(part for part in (about, source, marked) if part))
        trained = not subject.config.is_from_elsewhere
        self.use.setEnabled(trained)
        self.use.setToolTip(
            tr("Copy these settings into those of the next run.")
            if trained
            else tr("Its network comes from another program and cannot be trained here.")
        )
        self._offer(subject)

    def _offer(self, subject: Subject) -> None:
        """Let be changed what may; nothing where the run does not train, or another program trains it."""
        keys: tuple[str, ...] = ()
        config = subject.config
        if self._session.steering.can_ask and not subject.is_from_elsewhere:
            from latentlab.training.changes import live_settings

            keys = live_settings(config)
            self.live.show_config(config, keys)
        self._live_area.setVisible(bool(keys))
        self.live.apply.setVisible(bool(keys))

    @Slot(object)
    def _on_apply(self, values: dict[str, Value]) -> None:
        self._session.steering.change(values, self.live.show_answer)

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()


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
