"""The looks of the window in one place: palette, style sheet, type, spacing, colours of quantities, icons.

A widget asks its own palette (`muted`, `border`, `is_dark`) and restyles in `changeEvent` on `QEvent.Type.PaletteChange`,
so that a switch between light and dark needs no signal of ours.
"""

import html
from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum
from functools import cache
from typing import Literal

import pyqtgraph as pg
from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import (
    QAction,
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QIcon,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QToolButton, QWidget

from latentlab.catalog.numbers import Hue
from latentlab.drawing.font import FAMILY, figure_font
from latentlab.gui.colours import DARK, LIGHT, ON_ACCENT, QUANTITY_COLOURS, RUN_COLOURS, SEVERITY_COLOURS, Severity
from latentlab.gui.style_sheet import STYLE_SHEET
from latentlab.resources import resource

Scheme = Literal["system", "light", "dark"]

RADIUS = 6


class SPACING(IntEnum):
    """Steps of spacing in pixels."""

    TIGHT = 4
    SMALL = 8
    MEDIUM = 12
    LARGE = 16
    WIDE = 24


# Cache key of an icon, which its copies share, to its name.
_handed_out: dict[int, str] = {}


def apply_theme(app: QApplication, scheme: Scheme = "system") -> None:
    """Dress the application in Fusion under LatentLab's palette; "system" follows the desktop as it changes."""
    follower = app.findChild(_SchemeFollower) or _SchemeFollower(app)
    follower.choose(scheme)


def plain_tip(text: str) -> str:
    """A text from a file or a folder as a tooltip, which would show it as rich text where it looks like that."""
    return f'<p style="white-space:pre-wrap">{html.escape(text)}</p>' if "<" in text else text


def is_dark(palette: QPalette) -> bool:
    """Whether a palette is that of the dark theme."""
    return palette.color(QPalette.ColorRole.Window).lightness() < 128


def muted(palette: QPalette) -> QColor:
    """The colour of captions and of what is secondary."""
    return palette.color(QPalette.ColorRole.PlaceholderText)


def border(palette: QPalette) -> QColor:
    """The colour of hairlines and frames."""
    return palette.color(QPalette.ColorRole.Mid)


def accent(palette: QPalette) -> QColor:
    """Indigo: only for the primary action, selection and focus."""
    return palette.color(QPalette.ColorRole.Highlight)


def focus_colour(palette: QPalette) -> QColor:
    """The colour of the ring around what has the keyboard's focus."""
    return QColor((DARK if is_dark(palette) else LIGHT)["focus"])


def error_colour(palette: QPalette) -> QColor:
    """The colour of text that says what is wrong."""
    return QColor((DARK if is_dark(palette) else LIGHT)["error"])


def quantity_colour(name: str) -> QColor:
    """The colour of a term, the same in every plot; the foreground for the total and for names without one."""
    hue = QUANTITY_COLOURS.get(name)
    if hue:
        return _shade(hue)
    return QColor(LIGHT["text"]) if _paper else QGuiApplication.palette().color(QPalette.ColorRole.Text)


def run_colour(place: int) -> QColor:
    """The colour of the run that was chosen after `place` others; it is used again where there are many."""
    return _shade(RUN_COLOURS[place % len(RUN_COLOURS)])


def severity_colour(severity: Severity) -> QColor:
    """The colour of a message's icon and mark."""
    return _shade(SEVERITY_COLOURS[severity])


def _shade(hue: Hue) -> QColor:
    return QColor(hue.dark if is_dark(QGuiApplication.palette()) and not _paper else hue.light)


def body_font() -> QFont:
    """The system's UI font; on paper the font of figures."""
    font = QFont(QGuiApplication.font())
    if _paper:
        font.setFamilies([*_paper, *font.families()])
    return font


_paper: list[str] = []
"""The font of figures, while one is painted."""


def is_paper() -> bool:
    """Whether a figure is painted."""
    return bool(_paper)


@contextmanager
def on_paper() -> Iterator[tuple[QPalette, str]]:
    """Have colours and fonts be those of a printed figure in the meantime; gives the palette and the style sheet."""
    family = _figure_family()
    _paper.append(family)
    try:
        yield _palette(LIGHT), f'{_style_sheet(LIGHT)}\n* {{ font-family: "{family}"; }}'
    finally:
        _paper.clear()


@cache
def _figure_family() -> str:
    families = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFontFromData(figure_font().content))
    return next(iter(families), FAMILY)


def caption_font() -> QFont:
    """A step smaller: captions, ticks, legends."""
    return _sized(0.88)


def title_font() -> QFont:
    """A step larger and half bold: the title of a pane or a plot."""
    font = _sized(1.0)
    if not _paper:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def heading_font() -> QFont:
    """The largest of the three sizes: the title of a page."""
    font = _sized(1.35)
    font.setWeight(QFont.Weight.DemiBold)
    return font


def tabular(font: QFont) -> QFont:
    """The font with figures of one width, so that a number that changes stays in place."""
    figures = QFont(font)
    figures.setFeature(QFont.Tag("tnum"), 1)
    return figures


def set_primary(button: QPushButton | QToolButton, primary: bool = True) -> None:
    """Fill a button with the accent: the one action that matters most in its window."""
    button.setProperty("primary", primary)
    name = _name_of(button.icon())
    if name:
        button.setIcon(_tinted(name, is_dark(QGuiApplication.palette()), primary))
    repolish(button)


def set_role(label: QLabel, role: Literal["caption", "error"]) -> None:
    """Write a label small and muted, or small and in the colour of errors, in every theme.

    A palette of the label's own would not do: the style sheet puts the old one back when the theme changes.
    """
    label.setProperty("role", role)
    label.setFont(tabular(caption_font()))
    repolish(label)


def repolish(widget: QWidget) -> None:
    """Let the style sheet see a property that changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def icon(name: str) -> QIcon:
    """An icon in the colour of the text; buttons and actions get it again when the theme changes.

    Raises:
        FileNotFoundError: there is no icon of that name in `resources/icons`.
    """
    return _tinted(name, is_dark(QGuiApplication.palette()), False)


def window_icon() -> QIcon:
    """LatentLab's own icon, in its colours."""
    drawing, drawn = _drawing("latentlab"), QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        drawing.render(painter)
        painter.end()
        drawn.addPixmap(pixmap)
    return drawn


def icon_pixmap(name: str, size: int, colour: QColor, ratio: float = 1.0) -> QPixmap:
    """An icon in any colour, `size` pixels wide on a screen of that pixel ratio."""
    # Looked up before anything is painted: an exception while a QPainter is open crashes PySide6.
    drawing = _drawing(name)
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    drawing.render(painter)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(pixmap.rect(), colour)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def _sized(factor: float) -> QFont:
    font = body_font()
    # A platform gives its font in points or in pixels; the other size is -1.
    if font.pointSizeF() > 0:
        font.setPointSizeF(font.pointSizeF() * factor)
    else:
        font.setPixelSize(round(font.pixelSize() * factor))
    return font


@cache
def _drawing(name: str) -> QSvgRenderer:
    return QSvgRenderer(str(resource("icons", f"{name}.svg")))


@cache
def _tinted(name: str, dark: bool, primary: bool) -> QIcon:
    colours = DARK if dark else LIGHT
    tinted = QIcon()
    for mode, colour in (
        (QIcon.Mode.Normal, ON_ACCENT if primary else colours["text"]),
        (QIcon.Mode.Disabled, colours["disabled"]),
        (QIcon.Mode.Selected, ON_ACCENT),
    ):
        for size in (16, 20):
            for ratio in (1.0, 2.0, 3.0):
                tinted.addPixmap(icon_pixmap(name, size, QColor(colour), ratio), mode)
    _handed_out[tinted.cacheKey()] = name
    return tinted


def _name_of(shown: QIcon) -> str | None:
    """Which of our icons this is, in whatever colour."""
    return None if shown.isNull() else _handed_out.get(shown.cacheKey())


def _retint(dark: bool) -> None:
    """Give every button and action that shows one of our icons the one of this theme.

    An icon that tints itself as it is drawn would need a QIconEngine in Python, and PySide6 crashes when Qt clones one.
    """
    for widget in QApplication.allWidgets():
        owners: list[QAction | QAbstractButton] = [*widget.actions()]
        if isinstance(widget, QAbstractButton):
            owners.append(widget)
        for owner in owners:
            name = _name_of(owner.icon())
            if name:
                owner.setIcon(_tinted(name, dark, bool(owner.property("primary"))))


class _SchemeFollower(QObject):
    """Keeps the application in the scheme that was chosen, and in the system's where none was."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._scheme: Scheme = "system"
        self._dark: bool | None = None
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._follow)

    def choose(self, scheme: Scheme) -> None:
        self._scheme = scheme
        wanted = {
            "system": Qt.ColorScheme.Unknown,
            "light": Qt.ColorScheme.Light,
            "dark": Qt.ColorScheme.Dark,
        }[scheme]
        # Title bars and the system's own dialogs follow this; where the platform cannot, the palette below still does.
        self._app.styleHints().setColorScheme(wanted)
        self._dark = None
        self._follow()

    @Slot()
    def _follow(self) -> None:
        dark = self._scheme == "dark" or (
            self._scheme == "system" and self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        )
        if dark == self._dark:
            return
        self._dark = dark
        colours = DARK if dark else LIGHT
        self._app.setPalette(_palette(colours))
        self._app.setStyleSheet(_style_sheet(colours))
        _retint(dark)
        pg.setConfigOptions(imageAxisOrder="row-major", foreground=colours["text"], background=colours["base"])


def _palette(colours: dict[str, str]) -> QPalette:
    palette = QPalette()
    role, off = QPalette.ColorRole, QPalette.ColorGroup.Disabled
    for where, colour in {
        role.Window: "window",
        role.WindowText: "text",
        role.Base: "base",
        role.AlternateBase: "alternate",
        role.Text: "text",
        role.PlaceholderText: "muted",
        role.Button: "button",
        role.ButtonText: "text",
        role.BrightText: "error",
        role.ToolTipBase: "tooltip",
        role.ToolTipText: "text",
        role.Highlight: "accent",
        role.Accent: "accent",
        role.Link: "link",
        role.LinkVisited: "link",
        role.Light: "hover",
        role.Midlight: "hover",
        role.Mid: "border",
        role.Dark: "border",
        role.Shadow: "border",
    }.items():
        palette.setColor(where, QColor(colours[colour]))
    palette.setColor(role.HighlightedText, QColor(ON_ACCENT))
    for where in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(off, where, QColor(colours["disabled"]))
    palette.setColor(off, role.Highlight, QColor(colours["border"]))
    palette.setColor(off, role.Accent, QColor(colours["border"]))
    return palette


def _style_sheet(colours: dict[str, str]) -> str:
    paths = {
        "up": resource("icons", "arrow-up.svg").as_posix(),
        "down": resource("icons", "arrow-down.svg").as_posix(),
        "check": resource("icons", "check.svg").as_posix(),
        "cross": resource("icons", "cross.svg").as_posix(),
    }
    values = {f"{{{name}}}": value for name, value in {**colours, **paths, "radius": f"{RADIUS}px"}.items()}
    sheet = STYLE_SHEET
    for name, value in values.items():
        sheet = sheet.replace(name, value)
    return sheet
