"""Going along a path by hand, or to and fro by itself."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSlider, QStyle, QStyleOptionSlider, QToolButton, QWidget

from latentlab.explore.requests.commands import DEFAULT_FPS
from latentlab.gui import theme
from latentlab.gui.language import tr


class PathPlayer(QWidget):
    """A slider over the places of a path, and a button that moves it until a hand takes over.

    Signals:
        place_changed: the place, from 0.
    """

    place_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ahead = 1
        self.clock = QTimer(self)
        self.clock.setInterval(1000 // DEFAULT_FPS)
        self.clock.timeout.connect(self._on_tick)
        self.play = QToolButton()
        self.play.setIcon(theme.icon("play"))
        self.play.setCheckable(True)
        self.play.setShortcut("P")
        self.play.setToolTip(tr("Walk to and fro until a hand takes over (P)."))
        self.play.setAccessibleName(tr("Play"))
        self.scrubber = QSlider(Qt.Orientation.Horizontal)
        self.scrubber.setToolTip(tr("Where on the way the current z is, on the row that was clicked last; ← and → step."))
        self.scrubber.setAccessibleName(tr("Place between A and B"))
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACING.SMALL)
        row.addWidget(self.play)
        row.addWidget(self.scrubber, 1)
        self.scrubber.valueChanged.connect(self.place_changed)
        self.scrubber.sliderPressed.connect(self.stop)
        self.scrubber.actionTriggered.connect(self.stop)
        self.play.toggled.connect(self._on_play)

    def place(self) -> int:
        """Where it is."""
        return self.scrubber.value()

    def set_place(self, place: int) -> None:
        """Go somewhere, without telling."""
        self.scrubber.blockSignals(True)
        self.scrubber.setValue(place)
        self.scrubber.blockSignals(False)

    def set_count(self, places: int) -> None:
        """Say how many places there are, without telling."""
        self.scrubber.blockSignals(True)
        self.scrubber.setRange(0, places - 1)
        self.scrubber.blockSignals(False)

    def set_ends(self, first: int, last: int) -> None:
        """Put the first and the last place of the slider at these pixels across."""
        option = QStyleOptionSlider()
        self.scrubber.initStyleOption(option)
        handle = self.style().subControlRect(
            QStyle.ComplexControl.CC_Slider, option, QStyle.SubControl.SC_SliderHandle, self.scrubber
        )
        left = first - handle.width() // 2 - self.play.sizeHint().width() - self._row.spacing()
        right = self.width() - last - handle.width() // 2
        self._row.setContentsMargins(max(left, 0), 0, max(right, 0), 0)

    @Slot()
    def stop(self) -> None:
        """Move no more."""
        self.play.setChecked(False)

    @Slot(bool)
    def _on_play(self, playing: bool) -> None:
        self.play.setIcon(theme.icon("pause" if playing else "play"))
        if playing:
            self.clock.start()
        else:
            self.clock.stop()

    @Slot()
    def _on_tick(self) -> None:
        place, last = self.scrubber.value(), self.scrubber.maximum()
        if not 0 <= place + self._ahead <= last:
            self._ahead = -self._ahead
        self.scrubber.setValue(place + self._ahead)
