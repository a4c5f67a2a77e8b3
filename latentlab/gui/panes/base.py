"""What panes repeat: the run they show, their margins and title, and views that are drawn while they are seen."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import Slot
from PySide6.QtGui import QFont, QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from latentlab.explore.requests.commands import Request
from latentlab.gui import theme
from latentlab.gui.colours import Severity
from latentlab.gui.language import tr
from latentlab.gui.models.current_run import Subject
from latentlab.gui.models.views import AskView, KeptView
from latentlab.gui.session import Session
from latentlab.gui.widgets.flow_layout import FlowLayout
from latentlab.gui.widgets.image_canvas import ImageCanvas
from latentlab.gui.widgets.notice import Notice
from latentlab.gui.widgets.number_box import Limits, NumberBox

V = TypeVar("V")


class Pane(QWidget):
    """A part of the window about one subject.

    A subclass builds its widgets and then calls `_follow`, which also brings a pane that is built late up to date.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session

    def _follow(self) -> None:
        """Start over for each run from now on, and for the one that there is."""
        run = self._session.run
        run.subject_changed.connect(self._on_subject)
        if run.subject is not None:
            self._on_subject(run.subject)

    @Slot(object)
    def _on_subject(self, subject: Subject) -> None:
        """Another run is the current one."""

    def restore(self, request: Any) -> None:
        """Show a view again as it was drawn for an exported picture; the request is one that the pane's entry names."""

    def _tell(self, severity: Severity, text: str) -> None:
        self._session.messages.tell(severity, text, at=self)

    def _column(self) -> QVBoxLayout:
        """The pane's layout, with the usual margins."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACING.SMALL, theme.SPACING.SMALL, theme.SPACING.SMALL, theme.SPACING.SMALL)
        layout.setSpacing(theme.SPACING.SMALL)
        return layout


class NoticePane(Pane):
    """Stands where a pane cannot be shown, and says why."""

    def __init__(self, session: Session, text: str, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.notice = Notice()
        self._column().addWidget(self.notice, 1)
        self.notice.say("error", text)


class ViewPane(Pane):
    """A pane with views of the model, which are drawn only while it is seen."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._views: list[KeptView[object]] = []

    def _view(
        self,
        kind: type[V],
        ask: AskView,
        on_drawn: Callable[[V], object],
        on_failed: Callable[[Request], object] | None = None,
        *,
        follows_z: bool = True,
        shown_in: ImageCanvas | None = None,
    ) -> KeptView[V]:
        """A view that ends when the pane is hidden, and is dimmed while it shows something else than is asked for by now.

        See `ViewsModel.keep`; `shown_in` is what shows it.
        """
        view = self._session.views.keep(kind, ask, on_drawn, on_failed, follows_z=follows_z)
        if shown_in is not None:
            view.freshness.changed.connect(shown_in.set_stale)
        self._views.append(view)  # type: ignore[arg-type]  # only its end is of interest
        return view

    @Slot()
    def _keep(self) -> None:
        """Draw what is to be seen; called when settings change too."""
        if self.isVisible():
            self._draw()

    def _draw(self) -> None:
        """Draw the views; the pane is visible."""
        for view in self._views:
            view.start()

    # Qt overrides

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        for view in self._views:
            view.stop()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._keep()


def title_label(text: str) -> QLabel:
    """The title of a pane."""
    label = QLabel(text)
    label.setFont(theme.title_font())
    return label


def caption_label(font: QFont | None = None, *, wraps: bool = False) -> QLabel:
    """A line of small print, with tabular figures unless another font is given."""
    label = QLabel()
    label.setFont(font or theme.tabular(theme.caption_font()))
    label.setWordWrap(wraps)
    return label


def export_button(tip: str) -> QPushButton:
    """A button that exports."""
    button = QPushButton(theme.icon("export"), tr("Export…"))
    button.setToolTip(tip)
    return button


def copy_button(tip: str, name: str) -> QToolButton:
    """A button that copies pictures."""
    button = QToolButton()
    button.setIcon(theme.icon("copy"))
    button.setToolTip(tip)
    button.setAccessibleName(name)
    return button


def row_of(*parts: QWidget | int, spacing: int = theme.SPACING.SMALL) -> QHBoxLayout:
    """Widgets beside each other; a number is a stretch."""
    row = QHBoxLayout()
    row.setSpacing(spacing)
    for part in parts:
        if isinstance(part, QWidget):
            row.addWidget(part)
        else:
            row.addStretch(part)
    return row


def flow_of(*widgets: QWidget) -> FlowLayout:
    """Widgets beside each other, in as many lines as they need."""
    flow = FlowLayout(line_gap=theme.SPACING.TIGHT)
    for widget in widgets:
        flow.addWidget(widget)
    return flow


def count_box(value: int, low: int, high: int, tip: str, name: str, width: int) -> NumberBox:
    """A box for a whole number."""
    box = NumberBox(whole=True, limits=Limits(low=low, high=high))
    box.set_value(value)
    box.setToolTip(tip)
    box.setAccessibleName(name)
    box.setFixedWidth(width)
    return box
