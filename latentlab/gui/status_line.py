"""The line at the foot of the window: what trains where, which dimensions carry nothing, and what was told."""

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QLabel, QStatusBar, QToolButton

from latentlab.catalog.objectives import WarmedUpConfig
from latentlab.explore.requests.images import GalleryImages
from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.models.current_run import Subject
from latentlab.gui.session import Session


class StatusLine(QObject):
    """Fills a status bar.

    Attributes:
        collapse_note: says how many dimensions are inactive; a click explains it.
        messages_button: says how many errors there were; a click lists what was told.
    """

    def __init__(self, session: Session, bar: QStatusBar) -> None:
        super().__init__(bar)
        self._session = session
        self._inactive = (0, 0)
        self._about = QLabel()
        self._about.setFont(theme.tabular(theme.caption_font()))
        self._about.setContentsMargins(theme.SPACING.SMALL, 0, 0, 0)
        self.collapse_note = QToolButton()
        self.collapse_note.setAutoRaise(True)
        self.collapse_note.setIcon(theme.icon("warning"))
        self.collapse_note.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.collapse_note.setToolTip(tr("What an inactive dimension is, and what to do about it."))
        self.collapse_note.hide()
        bar.setSizeGripEnabled(False)
        bar.addWidget(self._about, 1)
        bar.addPermanentWidget(self.collapse_note)
        self.messages_button = QToolButton()
        self.messages_button.setAutoRaise(True)
        self.messages_button.setIcon(theme.icon("info"))
        self.messages_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.messages_button.setToolTip(tr("List what was told so far."))
        bar.addPermanentWidget(self.messages_button)
        self.messages_button.clicked.connect(self.list_messages)
        session.messages.told.connect(self._count_errors)
        self._count_errors()
        self.collapse_note.clicked.connect(self._explain_collapse)
        session.run.subject_changed.connect(self._on_subject)
        session.run.config_changed.connect(self._on_config)
        session.views.gallery_changed.connect(self._on_gallery)

    @Slot()
    def list_messages(self) -> None:
        """Open the list of what was told."""
        from latentlab.gui.widgets.message_list import MessageList

        MessageList(self._session.messages.kept, self.messages_button.window()).open_over(self.messages_button)

    @Slot()
    def _count_errors(self) -> None:
        errors = sum(kept.message.severity == "error" for kept in self._session.messages.kept)
        self.messages_button.setText(
            tr("Messages") if not errors else tr("1 error") if errors == 1 else tr("{errors} errors", errors=errors)
        )
        self.messages_button.setIcon(theme.icon("error" if errors else "info"))

    @Slot(object)
    def _on_subject(self, subject: Subject) -> None:
        self._show(subject)
        self.collapse_note.hide()

    @Slot()
    def _on_config(self) -> None:
        if self._session.run.subject is not None:
            self._show(self._session.run.subject)

    def _show(self, subject: Subject) -> None:
        channels, height, width = subject.image_shape
        parts = [
            subject.hardware,
            f"{subject.config.data.name} {width}×{height}×{channels}",
            subject.method,
            tr("{count:,} parameters", count=subject.parameters) if subject.parameters else "",
        ]
        self._about.setText(" · ".join(part for part in parts if part))

    @Slot(object)
    def _on_gallery(self, gallery: GalleryImages) -> None:
        total = len(gallery.active)
        asleep = total - int(gallery.active.sum())
        self._inactive = (asleep, total)
        subject = self._session.run.subject
        self.collapse_note.setVisible(asleep > 0 and subject is not None and gallery.step >= subject.config.settled_from)
        self.collapse_note.setText(tr("{asleep} of {total} dimensions inactive (why?)", asleep=asleep, total=total))

    @Slot()
    def _explain_collapse(self) -> None:
        asleep, total = self._inactive
        subject = self._session.run.subject
        objective = subject.config.objective if subject else None
        beta = objective.beta if isinstance(objective, WarmedUpConfig) else 1.0
        self._session.messages.tell(
            "info",
            tr(
                "{asleep} of {total} dimensions have posterior means whose variance over images is below 0.01: they "
                "tell the decoder nothing, and their KL costs more than the reconstruction would gain. A β below "
                "{beta:g}, a KL warm-up, free nats or fewer latent dimensions change that.",
                asleep=asleep,
                total=total,
                beta=beta,
            ),
        )
