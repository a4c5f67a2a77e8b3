"""The window by keyboard and by ear: every control has a name, every Tab stop shows the focus, text and data can be seen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QScrollArea,
    QScrollBar,
    QTabBar,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from latentlab.gui import theme
from latentlab.gui.colours import DARK, LIGHT, ON_ACCENT, QUANTITY_COLOURS, RUN_COLOURS, SEVERITY_COLOURS
from latentlab.gui.main_window import MainWindow
from latentlab.gui.widgets.focus_ring import FocusRing
from latentlab.gui.workspaces import WORKSPACES

_CONTROLS = (QAbstractButton, QAbstractSpinBox, QAbstractSlider, QComboBox, QLineEdit, QAbstractItemView)
_SCHEMES = {"light": LIGHT, "dark": DARK}


def _ratio(one: str, other: str) -> float:
    def luminance(name: str) -> float:
        parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in QColor(name).getRgbF()[:3]]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    dark, bright = sorted((luminance(one), luminance(other)))
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", _SCHEMES)
def test_text_stands_out_from_every_ground(scheme: str) -> None:
    colours = _SCHEMES[scheme]
    pairs = [(text, ground) for text in ("text", "muted") for ground in ("window", "base", "button", "tooltip", "hover")]
    pairs += [(text, ground) for text in ("error", "link") for ground in ("window", "base")]
    low = {pair: _ratio(colours[pair[0]], colours[pair[1]]) for pair in [*pairs, ("on_tint", "tint")]}
    assert {pair: ratio for pair, ratio in low.items() if ratio < 4.5} == {}
    for accent in ("accent", "accent_hover"):
        assert _ratio(ON_ACCENT, colours[accent]) >= 4.5
    for ground in ("window", "base", "button"):
        assert _ratio(colours["focus"], colours[ground]) >= 3


@pytest.mark.parametrize("scheme", _SCHEMES)
def test_data_stands_out_from_the_ground_of_plots(scheme: str) -> None:
    hues = {name: hue for name, hue in QUANTITY_COLOURS.items() if hue is not None}
    hues |= {f"run {place}": hue for place, hue in enumerate(RUN_COLOURS)}
    hues |= {f"message {severity}": hue for severity, hue in SEVERITY_COLOURS.items()}
    ratios = {name: _ratio(getattr(hue, scheme), _SCHEMES[scheme]["base"]) for name, hue in hues.items()}
    assert {name: ratio for name, ratio in ratios.items() if ratio < 3} == {}
    assert len({getattr(hue, scheme) for hue in RUN_COLOURS}) == len(RUN_COLOURS)


def _every_workspace(window: MainWindow) -> Iterator[str]:
    window.setup_dock.show()
    for name in WORKSPACES:
        window.show_workspace(name)
        for _ in range(3):
            QApplication.processEvents()
        yield name


def _about(widget: QWidget) -> str:
    trail = []
    at: QWidget | None = widget
    while at is not None and len(trail) < 5:
        trail.append(type(at).__name__ + (f"#{at.objectName()}" if at.objectName() else ""))
        at = at.parentWidget()
    return " < ".join(trail)


def _is_part(widget: QWidget) -> bool:
    """A line of a box, a bar of an area: what its owner answers for."""
    owner = widget.parentWidget()
    return (
        isinstance(widget, QScrollBar)
        or isinstance(owner, QAbstractSpinBox | QComboBox | QLineEdit | QTabBar | QAbstractItemView)
        or type(widget).__name__ in ("QComboBoxListView", "QComboBoxPrivateContainer", "QToolBarExtension")
    )


def test_every_control_of_every_workspace_has_a_name(opened: MainWindow) -> None:
    nameless = set()
    for name in _every_workspace(opened):
        for widget in opened.findChildren(QWidget):
            if isinstance(widget, _CONTROLS) and widget.isVisible() and not _is_part(widget):
                interface = QAccessible.queryAccessibleInterface(widget)
                if not any(map(str.isalnum, interface.text(QAccessible.Text.Name))):
                    nameless.add(f"{name}: {_about(widget)} {widget.toolTip()!r}")
    assert not nameless, "\n".join(sorted(nameless))


def _stops(window: MainWindow) -> Iterator[QWidget]:
    """The Tab stops in their order."""
    at = window.nextInFocusChain()
    while at is not window:
        takes = at.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes and at.isVisible() and at.isEnabled() and at.window() is window and at.focusProxy() is None:
            yield at
        at = at.nextInFocusChain()


def _scroll_to(widget: QWidget) -> None:
    at = widget.parentWidget()
    while at is not None:
        if isinstance(at, QScrollArea) and at.isAncestorOf(widget):
            at.ensureWidgetVisible(widget)
        at = at.parentWidget()


def _seen(widget: QWidget) -> QImage:
    """A widget as it is seen, with what is drawn close around it."""
    QApplication.processEvents()
    around = QRect(widget.mapTo(widget.window(), QPoint()), widget.size()).adjusted(-3, -3, 3, 3)
    return widget.window().grab(around).toImage()


@pytest.mark.parametrize("scheme", _SCHEMES)
def test_the_focus_is_seen_at_every_tab_stop(qtbot: QtBot, qapp: QApplication, opened: MainWindow, scheme: str) -> None:
    theme.apply_theme(qapp, scheme)
    qapp.setCursorFlashTime(0)
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    hidden, looked_at = set(), set()
    for name in _every_workspace(opened):
        for widget in _stops(opened):
            if widget in looked_at or (isinstance(widget, QLineEdit) and _is_part(widget)):
                continue
            looked_at.add(widget)
            _scroll_to(widget)
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            focused = _seen(widget)
            widget.clearFocus()
            if focused == _seen(widget):
                hidden.add(f"{name}: {_about(widget)} {widget.accessibleName()!r}")
    theme.apply_theme(qapp, "light")
    assert len(looked_at) > 60
    assert not hidden, "\n".join(sorted(hidden))


def test_the_rail_is_gone_through_by_keyboard(qtbot: QtBot, opened: MainWindow) -> None:
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    live = opened.rail_button("live")
    assert live in list(_stops(opened))
    live.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(live, Qt.Key.Key_Down)
    runs = QApplication.focusWidget()
    assert isinstance(runs, QToolButton)
    assert runs is opened.rail_button("runs")
    qtbot.keyClick(runs, Qt.Key.Key_Return)
    assert opened.docks.workspace == "runs"
    qtbot.keyClick(runs, Qt.Key.Key_Up)
    assert live.hasFocus()
    qtbot.keyClick(live, Qt.Key.Key_Space)
    assert opened.docks.workspace == "live"


def test_no_ring_is_drawn_where_a_run_takes_the_welcome_pages_place(qtbot: QtBot, window: MainWindow, tiny_run: Path) -> None:
    window.activateWindow()
    focused = next(widget for widget in _stops(window) if window.welcome.isAncestorOf(widget))
    focused.setFocus()
    qtbot.waitUntil(focused.hasFocus, timeout=60_000)
    window.session.runs.open(tiny_run)
    qtbot.waitUntil(window.docks.isVisible, timeout=60_000)
    ring = window.findChild(FocusRing)
    assert ring is not None
    assert ring.isHidden()
    assert window.hasFocus()
