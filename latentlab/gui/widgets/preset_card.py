"""A preset as a card: its picture, what it is for, how large it is and how long it takes."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from latentlab.config import AboutPreset
from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.library_texts import translated

_PICTURE = QSize(232, 58)
_THUMBNAIL = QSize(44, 44)
_PURPOSE_LINES = 3
_CHEVRON = 14


class _Card(QAbstractButton):
    """A button with a frame around whatever stands on it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def _label(self, text: str, role: str = "") -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        if role == "caption":
            theme.set_role(label, "caption")
        elif role == "title":
            label.setFont(theme.title_font())
        return label

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        strong = self.isChecked() or self.hasFocus()
        pen = QPen(theme.focus_colour(palette) if strong else theme.border(palette), 2 if strong else 1)
        if self.underMouse() and not strong:
            pen.setColor(theme.muted(palette))
        painter.setPen(pen)
        painter.setBrush(palette.base() if not self.isDown() else palette.window())
        inset = pen.widthF() / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), theme.RADIUS, theme.RADIUS)
        painter.end()


class PresetCard(_Card):
    """A preset among others.

    Attributes:
        name: of the preset.
    """

    def __init__(self, name: str, about: AboutPreset, parent: QWidget | None = None) -> None:
        super().__init__(translated(about.title), parent)
        self.name = name
        self.setCheckable(True)
        self.setAccessibleDescription(translated(about.purpose))
        picture = self._label("")
        picture.setPixmap(_drawn(about.picture, _PICTURE, self))
        picture.setFixedHeight(_PICTURE.height())
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        title = self._label(translated(about.title), "title")
        purpose = self._label(translated(about.purpose))
        purpose.setWordWrap(True)
        purpose.setAlignment(Qt.AlignmentFlag.AlignTop)
        purpose.setFixedHeight(_PURPOSE_LINES * purpose.fontMetrics().lineSpacing())
        self.facts = self._label("", "caption")
        self.takes = self._label(" ", "caption")
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(theme.SPACING.MEDIUM, theme.SPACING.MEDIUM, theme.SPACING.MEDIUM, theme.SPACING.MEDIUM)
        column.setSpacing(theme.SPACING.TIGHT)
        for widget in (picture, title, purpose, self.facts, self.takes):
            column.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, facts: str, takes: str) -> None:
        """Show what it is, and what it takes; what is not known is left out."""
        self.facts.setText(facts)
        self.takes.setText(takes or " ")
        self.setToolTip(
            theme.plain_tip("\n".join(part for part in (tr("Preset {name}", name=self.name), facts, takes) if part))
        )

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(_PICTURE.width() + 2 * theme.SPACING.MEDIUM, self._column.sizeHint().height())


class PresetButton(_Card):
    """The preset that the settings come from; pressing it is asking for another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Preset"), parent)
        self.setToolTip(tr("Choose a preset: a complete set of settings to start from."))
        self._picture = self._label("")
        self._picture.setFixedSize(_THUMBNAIL)
        self.title = self._label("", "title")
        self.changes = self._label("", "caption")
        words = QVBoxLayout()
        words.setSpacing(0)
        for label in (self.title, self.changes):
            label.setMinimumWidth(1)
            words.addWidget(label)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(theme.SPACING.SMALL, theme.SPACING.SMALL, theme.SPACING.SMALL, theme.SPACING.SMALL)
        row.setSpacing(theme.SPACING.SMALL)
        row.addWidget(self._picture)
        row.addLayout(words, 1)
        row.addSpacing(_CHEVRON + theme.SPACING.TIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_preset(self, name: str, about: AboutPreset) -> None:
        """Show which preset it is."""
        self._picture.setPixmap(_drawn(about.picture, _THUMBNAIL, self))
        self.title.setText(translated(about.title))
        self.setAccessibleName(tr("Preset {name}", name=name))

    def show_changes(self, count: int) -> None:
        """Say how many settings differ from it."""
        text = (
            tr("unchanged")
            if not count
            else tr("1 setting differs")
            if count == 1
            else tr("{count} settings differ", count=count)
        )
        self.changes.setText(text)
        self.setAccessibleDescription(text)

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        chevron = theme.icon_pixmap("chevron-down", _CHEVRON, theme.muted(self.palette()), self.devicePixelRatioF())
        painter = QPainter(self)
        painter.drawPixmap(self.width() - _CHEVRON - theme.SPACING.MEDIUM, (self.height() - _CHEVRON) // 2, chevron)
        painter.end()

    def sizeHint(self) -> QSize:
        return self._row.sizeHint()


def _drawn(png: bytes, size: QSize, widget: QWidget) -> QPixmap:
    """The middle of a picture, as large as it must be to fill a size; an icon where there is none."""
    ratio = widget.devicePixelRatioF()
    picture = QPixmap()
    if not picture.loadFromData(png):
        return theme.icon_pixmap("image", min(size.width(), size.height()) // 2, theme.muted(widget.palette()), ratio)
    mode = Qt.AspectRatioMode.KeepAspectRatioByExpanding
    scaled = picture.scaled(size * ratio, mode, Qt.TransformationMode.SmoothTransformation)
    cut = scaled.copy(0, 0, round(size.width() * ratio), round(size.height() * ratio))
    cut.setDevicePixelRatio(ratio)
    return cut
