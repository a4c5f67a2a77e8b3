"""How far the run is, in one line of the tool bar."""

import math
from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QWidget

from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.time_left import clock_text

_SEPARATOR = " · "
_DROPPED = (4, 1, 2, 3)
"""Which slots go first where there is no room for all: the end, the epoch, the speed, the time left; the step never does."""
_ABOUT = tr(
    "Optimiser steps, passes over the training images, training images a second, time until the last step, the "
    "clock then.\n+ t(x): a run that trains on t(x) too counts x alone, and its networks see twice as many images."
)
# What most runs need at their end, where it is not known; a longer text makes its slot wider, once.
_WIDEST: tuple[str, ...] = (
    tr("step {step:,} of {total:,}", step=99_999, total=99_999),
    tr("epoch {epoch}/{total_epochs}", epoch=999, total_epochs=999),
    "00.0k img/s",
    tr("{duration} left", duration="00:00"),
    tr("ends {end}", end="00:00"),
)


class RunProgress(QWidget):
    """Step, epoch, speed, time left and the end, and a slim bar; no number moves its neighbours when it gets longer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = _Slots(self)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(96, 4)
        self._bar.setRange(0, 1000)
        self._bar.setAccessibleName(tr("Progress of the run"))
        # The bar keeps its place while it is hidden.
        policy = self._bar.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._bar.setSizePolicy(policy)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACING.SMALL)
        layout.addWidget(self._line)
        layout.addWidget(self._bar)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Progress"))
        self.reset()

    def show_progress(
        self,
        step: int,
        total_steps: int,
        epoch: int,
        total_epochs: int,
        images_per_second: float,
        seconds_left: float | None,
        speed_unit: str = "img/s",
    ) -> None:
        """Show where a run is; a speed or time that is not known yet shows a dash."""
        end = clock_text(datetime.now(), seconds_left) if seconds_left is not None else ""
        self._say(
            tr("step {step:,} of {total:,}", step=step, total=total_steps),
            tr("epoch {epoch}/{total_epochs}", epoch=epoch, total_epochs=total_epochs),
            f"{_speed(images_per_second)} {speed_unit}",
            tr("{duration} left", duration=_duration(seconds_left)),
            tr("ends {end}", end=end or "–"),
            widest=(
                tr("step {step:,} of {total:,}", step=total_steps, total=total_steps),
                tr("epoch {epoch}/{total_epochs}", epoch=total_epochs, total_epochs=total_epochs),
            ),
        )
        self.setToolTip(tr("{about}\nEnds about {end}.", about=_ABOUT, end=end) if end else _ABOUT)
        self._bar.setVisible(True)
        self._bar.setValue(round(1000 * min(step / total_steps, 1.0)) if total_steps else 0)

    def show_state(self, text: str, share: float | None = None) -> None:
        """Show a sentence in place of the numbers, such as "finishing step …", and how far the run is where that is known."""
        self._say(text)
        self.setToolTip(_ABOUT)
        if share is not None:
            self._bar.setVisible(True)
            self._bar.setValue(round(1000 * min(share, 1.0)))

    def reset(self) -> None:
        """Show nothing: there is no run."""
        self._say()
        self.setToolTip(_ABOUT)
        self._bar.setValue(0)
        self._bar.setVisible(False)

    def text(self) -> str:
        """What is written."""
        return _SEPARATOR.join(self._line.parts)

    def _say(self, *parts: str, widest: Sequence[str] = ()) -> None:
        self._line.show_parts(parts, widest)
        self.setAccessibleDescription(self.text())


class _Slots(QWidget):
    """Texts beside each other, each at the right end of a slot that only ever grows; one text alone has all the room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.parts: tuple[str, ...] = ()
        self._widest = _WIDEST
        self._widths: list[int] = []
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._reserve()

    def show_parts(self, parts: Sequence[str], widest: Sequence[str] = ()) -> None:
        """Show texts; `widest` are what the first of them become at the end of a run."""
        if widest and self._widest != (reserved := (*widest, *_WIDEST[len(widest) :])):
            self._widest = reserved
            self._reserve()
        if tuple(parts) == self.parts:
            return
        self.parts = tuple(parts)
        needed = [self._width_of(part) for part in self.parts]
        if len(needed) == 1:
            # A sentence that is longer than all slots widens the first.
            self._widths[0] += max(needed[0] - self._text_width(), 0)
        else:
            self._widths = [max(pair) for pair in zip(self._widths, needed, strict=False)] or self._widths
        self.updateGeometry()
        self.update()

    def slots(self) -> list[QRect]:
        """Where the texts stand."""
        if len(self.parts) == 1:
            return [self.rect()]
        gap = QFontMetrics(self.font()).horizontalAdvance(_SEPARATOR)
        widths = [self._widths[place] for place in self._shown()]
        lefts = [sum(widths[:index]) + index * gap for index in range(len(widths))]
        return [QRect(left, 0, width, self.height()) for left, width in zip(lefts, widths, strict=True)]

    def _shown(self) -> list[int]:
        """The slots that there is room for."""
        shown = list(range(len(self._widths)))
        for place in _DROPPED:
            if self._text_width(shown) > self.width() and place in shown:
                shown.remove(place)
        return shown

    def _text_width(self, shown: Sequence[int] | None = None) -> int:
        gap = QFontMetrics(self.font()).horizontalAdvance(_SEPARATOR)
        widths = self._widths if shown is None else [self._widths[place] for place in shown]
        return sum(widths) + gap * (len(widths) - 1)

    def _reserve(self) -> None:
        self.setFont(theme.tabular(theme.body_font()))
        self._widths = [self._width_of(widest) for widest in self._widest]

    def _width_of(self, text: str) -> int:
        """Pixels with which it is not elided: a width may have a fraction, and is rounded elsewhere."""
        return math.ceil(QFontMetricsF(self.font()).horizontalAdvance(text)) + 1

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._reserve()
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._text_width([0]), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        parts = self.parts if len(self.parts) < 2 else [self.parts[place] for place in self._shown()]
        for part, slot in zip(parts, self.slots(), strict=False):
            text = painter.fontMetrics().elidedText(part, Qt.TextElideMode.ElideRight, slot.width())
            painter.drawText(slot, right, text)
        if len(self.parts) > 1:
            painter.setPen(theme.muted(self.palette()))
            slots = self.slots()
            for slot, following, part in zip(slots, slots[1:], parts[1:], strict=False):
                written = min(self._width_of(part), following.width())  # the dot is in the middle of what is free before it
                middle = QRect(slot.right() + 1, 0, following.right() - written - slot.right(), self.height())
                painter.drawText(middle, int(Qt.AlignmentFlag.AlignCenter), _SEPARATOR.strip())

    def sizeHint(self) -> QSize:
        return QSize(self._text_width(), QFontMetrics(self.font()).height())


def _speed(images_per_second: float) -> str:
    if not math.isfinite(images_per_second) or images_per_second < 0:
        return "–"
    if images_per_second < 999.5:
        return f"{images_per_second:.0f}"
    return f"{images_per_second / 1000:.1f}k" if images_per_second < 99_950 else f"{images_per_second / 1000:.0f}k"


def _duration(seconds: float | None) -> str:
    if seconds is None or not math.isfinite(seconds):
        return "–"
    whole = max(round(seconds), 0)
    minutes, rest = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    if hours >= 24:
        return f"{hours // 24} d {hours % 24} h"
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"
