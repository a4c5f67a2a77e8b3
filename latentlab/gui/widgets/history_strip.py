"""The last pictures, to go back to, between the buttons that undo and redo."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from latentlab.explore.requests.values import Images
from latentlab.gui import theme
from latentlab.gui.language import mark, tr
from latentlab.gui.widgets import pixels

_SIDE = 32
_UNDO, _REDO = "Ctrl+Z", "Ctrl+Shift+Z"


class PictureStrip(QWidget):
    """As many pictures as fit, the current one among them; a z that was not drawn has none.

    Signals:
        chosen: the number of a picture that was clicked, or chosen with the arrow keys and Return.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures: dict[int, Images] = {}
        self._current = 0
        self._picked: int | None = None
        self._converted: dict[int, tuple[Images, QImage]] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Pictures of the last values of z"))
        self.setToolTip(tr("What the last values of z decoded to: click one to go back to it, or forth."))

    def set_pictures(self, pictures: Sequence[Images | None], current: int) -> None:
        """Show uint8 pictures (H, W, C), the newest last, with the current one marked."""
        self._pictures = {number: picture for number, picture in enumerate(pictures) if picture is not None}
        self._current = current
        self._picked = None
        self.setAccessibleDescription(tr("{number} of {count}", number=current + 1, count=len(pictures)))
        self.update()

    def rect_of(self, number: int) -> QRect:
        """Where a picture stands."""
        along = self._place(number) - self._first()
        return QRect(QPoint(2 + along * (_SIDE + theme.SPACING.TIGHT), 2), QSize(_SIDE, _SIDE))

    def _place(self, number: int) -> int:
        """How many pictures stand before that of a number."""
        return sum(before < number for before in self._pictures)

    def _first(self) -> int:
        """The place of the first picture in sight, such that the picked or current one is."""
        room = max(1, (self.width() - 4 + theme.SPACING.TIGHT) // (_SIDE + theme.SPACING.TIGHT))
        at = self._current if self._picked is None else self._picked
        return min(max(0, len(self._pictures) - room), self._place(at))

    def _in_sight(self) -> list[int]:
        """The numbers of the pictures that are seen, or would be in a wider strip."""
        return list(self._pictures)[self._first() :]

    def _at(self, position: QPoint) -> int | None:
        return next((number for number in self._in_sight() if self.rect_of(number).contains(position)), None)

    def _beside(self, number: int, by: int) -> int:
        """The number of the picture before or after."""
        numbers = list(self._pictures) or [number]
        return numbers[min(max(self._place(number) + by, 0), len(numbers) - 1)]

    def _image(self, picture: Images) -> QImage:
        known = self._converted.get(id(picture))
        if known is None or known[0] is not picture:
            known = self._converted[id(picture)] = picture, pixels.to_qimage(picture)
        return known[1]

    # Qt overrides

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._picked = self._current
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._picked = None
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        at = self._current if self._picked is None else self._picked
        if by is not None:
            self._picked = self._beside(at, by)
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(at)
        else:
            super().keyPressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.unsetCursor()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._at(event.position().toPoint()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._at(event.position().toPoint())
        if number is not None and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(number)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette, accent = self.palette(), theme.accent(self.palette())
        shown: set[int] = set()
        for number in self._in_sight():
            frame = self.rect_of(number)
            if frame.right() >= self.width():
                break
            picture = self._pictures[number]
            image = self._image(picture)
            shown.add(id(picture))
            size = pixels.filling(image.width(), image.height(), frame.size())
            pixels.paint_image(painter, pixels.centred(size, frame), image, palette)
            if number == self._current:
                pixels.outline(painter, frame, accent, 2)
            elif number == self._picked and self.hasFocus():
                pixels.outline(painter, frame, palette.windowText().color(), 1)
        if self.hasFocus() and self._picked == self._current:
            pixels.outline(painter, self.rect_of(self._current).adjusted(-1, -1, 1, 1), accent, 1)
        self._converted = {key: known for key, known in self._converted.items() if key in shown}

    def sizeHint(self) -> QSize:
        return QSize(4 * (_SIDE + theme.SPACING.TIGHT), _SIDE + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(_SIDE + 4, _SIDE + 4)


class HistoryStrip(QWidget):
    """Undo, the last pictures, redo.

    Signals:
        undo_wanted, redo_wanted: a step back or forth.
        chosen: as many steps from the oldest.
    """

    undo_wanted = Signal()
    redo_wanted = Signal()
    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.undo = _button("undo", tr("Undo a change of z"))
        self.redo = _button("redo", tr("Redo a change of z"))
        # A button's own shortcut would wait until it is seen to be pressed; keys that repeat must not.
        for button, keys, wanted in ((self.undo, _UNDO, self.undo_wanted), (self.redo, _REDO, self.redo_wanted)):
            button.clicked.connect(wanted)
            QShortcut(QKeySequence(keys), self).activated.connect(wanted)
        self.pictures = PictureStrip()
        self.pictures.chosen.connect(self.chosen)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACING.TIGHT)
        row.addWidget(self.pictures, 1)
        row.addWidget(self.undo)
        row.addWidget(self.redo)

    def show_history(self, pictures: Sequence[Images | None], index: int, words: tuple[str, str]) -> None:
        """Show the pictures, the current one marked, and what would be undone and redone; empty for nothing."""
        self.pictures.set_pictures(pictures, index)
        for button, does, nothing, what, keys in (
            (self.undo, mark("Undo {what} ({keys})"), mark("Nothing to undo ({keys})"), words[0], _UNDO),
            (self.redo, mark("Redo {what} ({keys})"), mark("Nothing to redo ({keys})"), words[1], _REDO),
        ):
            button.setEnabled(bool(what))
            button.setToolTip(theme.plain_tip(tr(does if what else nothing, what=what, keys=keys)))


def _button(icon: str, name: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(theme.icon(icon))
    button.setAccessibleName(name)
    return button
