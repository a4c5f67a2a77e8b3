"""Choosing a run on another computer: where its folder lies, then which one."""

from collections import deque
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QImage
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.library_texts import translated
from latentlab.gui.widgets.dialog_parts import buttons_of, fields_of
from latentlab.gui.widgets.run_table_view import THUMBNAIL, thumbnail_pixmap
from latentlab.gui.workers.remotes import RemotePlace
from latentlab.gui.workers.thumbnails import Thumbnail
from latentlab.runs import RunSummary

_WIDTH, _LIST_HEIGHT = 480, 200
_MOST_DRAWN = 24
"""Runs of which pictures are asked for, the newest: each is loaded there for it."""


class RemoteDialog(QDialog):
    """An address, what is wrong with it, and the runs that lie there; it closes when one is chosen.

    Attributes:
        address, agent, note, runs, go_on: its parts.

    Signals:
        connect_wanted: a `RemotePlace` to connect to.
        given_up: the attempt to connect is to be ended.
        thumbnail_wanted: a picture is to be drawn of a run, given by the folder of its mirror; `take_thumbnail` takes it.
        run_chosen: the `RemotePlace`, and the folder of a run's mirror.
    """

    connect_wanted = Signal(object)
    given_up = Signal()
    thumbnail_wanted = Signal(object)
    run_chosen = Signal(object, object)

    def __init__(self, places: Sequence[RemotePlace], parent: QWidget | None = None) -> None:
        """A dialog that offers the places that were reached last."""
        super().__init__(parent)
        self.setWindowTitle(tr("Open a run on another computer"))
        self._known = {place.address: place for place in places}
        self._via = ""
        self._is_connecting = False
        self._place: RemotePlace | None = None
        self._undrawn: deque[Path] = deque()
        self.address = QComboBox()
        self.address.setEditable(True)
        self.address.addItems(list(self._known))
        self.address.setCurrentIndex(0 if places else -1)
        self.address.setAccessibleName(tr("Address"))
        self.address.setToolTip(tr("The folder of runs, or of one run. Keys, jump hosts and passwords are those of ssh."))
        edit = self.address.lineEdit()
        assert edit is not None
        edit.setPlaceholderText("ssh://user@host/folder")
        self.agent = QLineEdit()
        self.agent.setPlaceholderText("latentlab")
        self.agent.setAccessibleName(tr("Command there"))
        self.agent.setToolTip(tr("What starts LatentLab on the other computer, such as /home/me/env/bin/latentlab."))
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        theme.set_role(self.note, "caption")
        self.runs = QListWidget()
        self.runs.setAccessibleName(tr("Runs"))
        self.runs.setMinimumHeight(_LIST_HEIGHT)
        self.runs.setIconSize(QSize(THUMBNAIL, THUMBNAIL))
        self.runs.hide()
        fields = fields_of((tr("Address"), self.address), (tr("Command there"), self.agent))
        self.go_on = QPushButton(tr("Connect"))
        self.go_on.clicked.connect(self._on_go_on)
        buttons = buttons_of(self, self.go_on)
        layout = QVBoxLayout(self)
        margin = theme.SPACING.WIDE
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.setSpacing(theme.SPACING.LARGE)
        layout.addLayout(fields)
        layout.addWidget(self.note)
        layout.addWidget(self.runs, 1)
        layout.addLayout(buttons)
        self.setMinimumWidth(_WIDTH)
        self.address.editTextChanged.connect(self._on_edited)
        self.agent.textEdited.connect(self._forget_runs)
        self.runs.itemActivated.connect(self._on_go_on)
        self._on_edited()
        self.address.setFocus()

    def start_with(self, place: RemotePlace) -> None:
        """Connect to a place at once."""
        self.address.setEditText(place.address)
        self.agent.setText(place.agent)
        self._via = place.via
        self._connect()

    @Slot(str, str)
    def show_problem(self, text: str, details: str = "") -> None:
        """Say why there is no connection; the address can be put right."""
        del details
        self._set_connecting(False)
        self.note.setText(text)
        theme.set_role(self.note, "error")

    def show_runs(self, place: RemotePlace, runs: Sequence[RunSummary], *, only: bool) -> None:
        """Offer the runs that can be opened; the only one there is, is opened at once."""
        self._set_connecting(False)
        self._place = place
        self.runs.clear()
        for summary in runs:
            state = f" · {translated(summary.state)}" if summary.state else ""
            steps = tr("step {step:,} of {steps:,}", step=summary.step, steps=summary.steps)
            words = f"{summary.method}{state} · {steps}"
            item = QListWidgetItem(f"{summary.label}   {words if summary.run is not None else summary.problem}", self.runs)
            item.setData(Qt.ItemDataRole.UserRole, summary.path)
            item.setIcon(self._icon(None))
            if summary.run is None:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.runs.setVisible(bool(runs))
        self.runs.setCurrentRow(0)
        self.go_on.setText(tr("Open") if runs else tr("Connect"))
        self.note.setText(tr("Choose a run.") if runs else tr("There is no run in {place}.", place=place.address))
        if only:
            self._on_go_on()
        else:
            self.runs.setFocus()
            self._undrawn = deque([summary.path for summary in runs if summary.run is not None][:_MOST_DRAWN])
            self._want_thumbnail()

    def take_thumbnail(self, drawn: Thumbnail) -> None:
        """Show the picture of a run that was asked for, and ask for the next one."""
        for row in range(self.runs.count()):
            item = self.runs.item(row)
            if item.data(Qt.ItemDataRole.UserRole) == drawn.path:
                item.setIcon(self._icon(drawn.image))
        self._want_thumbnail()

    def _want_thumbnail(self) -> None:
        if self._undrawn:
            self.thumbnail_wanted.emit(self._undrawn.popleft())

    def _icon(self, image: QImage | None) -> QIcon:
        pixmap = thumbnail_pixmap(image, self.palette(), self.devicePixelRatioF())
        icon = QIcon(pixmap)
        icon.addPixmap(pixmap, QIcon.Mode.Selected)  # or the colour of the selection would lie over it
        return icon

    @Slot()
    def _on_go_on(self) -> None:
        item = self.runs.currentItem()
        if self._place is None or item is None:
            self._connect()
        elif item.flags() & Qt.ItemFlag.ItemIsEnabled:
            self.run_chosen.emit(self._place, item.data(Qt.ItemDataRole.UserRole))
            self.accept()

    def _connect(self) -> None:
        address = self.address.currentText().strip()
        if not address or self._is_connecting:
            return
        self._set_connecting(True)
        self.note.setText(tr("Connecting to {address} …", address=address))
        self.connect_wanted.emit(RemotePlace(address, self.agent.text().strip(), self._via))

    def _set_connecting(self, connecting: bool) -> None:
        self._is_connecting = connecting
        theme.set_role(self.note, "caption")
        for field in (self.address, self.agent, self.go_on):
            field.setEnabled(not connecting)

    @Slot()
    def _on_edited(self) -> None:
        """A place that was reached before brings its commands."""
        known = self._known.get(self.address.currentText())
        self._via = known.via if known is not None else ""
        if known is not None:
            self.agent.setText(known.agent)
        self._forget_runs()

    @Slot()
    def _forget_runs(self) -> None:
        """What was listed is not of this address."""
        self._place = None
        self._undrawn.clear()
        self.runs.clear()
        self.runs.hide()
        self.go_on.setText(tr("Connect"))
        theme.set_role(self.note, "caption")
        said = [tr("LatentLab must be installed there in the same version. Models stay there; curves are copied.")]
        if self._via:
            said.append(tr("{command} is run in the place of ssh.", command=self._via))
        self.note.setText(" ".join(said))

    # Qt overrides

    def done(self, result: int) -> None:
        if self._is_connecting:
            self.given_up.emit()
        super().done(result)
