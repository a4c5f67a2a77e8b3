"""What a user chooses of the looks: theme and size of text, applied at once and remembered."""

from typing import get_args

from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from latentlab.gui import theme
from latentlab.gui.language import mark
from latentlab.gui.theme import Scheme

TEXT_SIZES = {mark("Small"): 0.9, mark("Normal"): 1.0, mark("Large"): 1.2, mark("Very large"): 1.4}
"""By name, as a factor on the size of the system's UI font."""

_BASE = "latentlab_base_size"


class Appearance:
    """The looks of the application; chosen values come from, and go to, `settings`."""

    def __init__(self, app: QApplication, settings: QSettings) -> None:
        self._app = app
        self._settings = settings

    @property
    def scheme(self) -> Scheme:
        """Light, dark, or as the desktop is."""
        stored = self._settings.value("theme", "system")
        return next((scheme for scheme in get_args(Scheme) if scheme == stored), "system")

    @property
    def text_size(self) -> str:
        """A name of `TEXT_SIZES`."""
        stored = str(self._settings.value("text_size", "Normal"))
        return stored if stored in TEXT_SIZES else "Normal"

    def restore(self) -> None:
        """Apply what was chosen last."""
        theme.apply_theme(self._app, self.scheme)
        scale_text(self._app, TEXT_SIZES[self.text_size])

    def choose_scheme(self, scheme: Scheme) -> None:
        """Change the theme."""
        self._settings.setValue("theme", scheme)
        theme.apply_theme(self._app, scheme)

    def choose_text_size(self, name: str) -> None:
        """Change the size of text.

        Raises:
            KeyError: it is no name of `TEXT_SIZES`.
        """
        scale_text(self._app, TEXT_SIZES[name])
        self._settings.setValue("text_size", name)


def scale_text(app: QApplication, factor: float) -> None:
    """Scale the application's font, and with it the font of every widget that has its own."""
    before = _size(app.font())
    base = app.property(_BASE)
    if base is None:
        base = before
        app.setProperty(_BASE, base)
    if abs(base * factor - before) < 1e-6:
        return
    own = {
        widget: _size(widget.font()) / before
        for widget in app.allWidgets()
        if widget.testAttribute(Qt.WidgetAttribute.WA_SetFont)
    }
    app.setFont(_sized(app.font(), base * factor))
    app.setStyleSheet(app.styleSheet())  # what it styles keeps the font it was polished with
    for widget, share in own.items():
        widget.setFont(_sized(widget.font(), base * factor * share))
    for widget in app.allWidgets():  # those that set theirs again hear of it
        app.sendEvent(widget, QEvent(QEvent.Type.FontChange))


def _size(font: QFont) -> float:
    """In points, or in pixels where the platform gives those."""
    return font.pointSizeF() if font.pointSizeF() > 0 else float(font.pixelSize())


def _sized(font: QFont, size: float) -> QFont:
    sized = QFont(font)
    if font.pointSizeF() > 0:
        sized.setPointSizeF(size)
    else:
        sized.setPixelSize(round(size))
    return sized
