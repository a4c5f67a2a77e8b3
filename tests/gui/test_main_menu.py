"""The menu, the palette, the pages of text, preferences and the tour, used as a user uses them."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QProcess, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

import latentlab
from latentlab.gui import theme
from latentlab.gui.appearance import TEXT_SIZES, Appearance, scale_text
from latentlab.gui.commands import commands_of
from latentlab.gui.fuzzy import score
from latentlab.gui.language import chosen_language
from latentlab.gui.main_window import MainWindow
from latentlab.gui.preferences import read_preferences
from latentlab.gui.widgets.command_palette import CommandPalette
from latentlab.gui.widgets.preferences_dialog import PreferencesDialog
from latentlab.gui.widgets.text_sheet import TextSheet

_TIMEOUT = 60_000


@pytest.fixture(autouse=True)
def _looks_as_before(qapp: QApplication) -> object:
    yield
    theme.apply_theme(qapp, "light")
    scale_text(qapp, 1.0)


def _choose(qtbot: QtBot, menu: QMenu, *texts: str) -> None:
    """Open a menu's branches, and choose the last text by keyboard."""
    menu.popup(QPoint(40, 40))
    for text in texts:
        action = next(action for action in menu.actions() if action.text() == text)
        menu.setActiveAction(action)
        qtbot.keyClick(menu, Qt.Key.Key_Return)
        if action.menu() is not None:
            menu = action.menu()
            qtbot.waitUntil(menu.isVisible)


def _sheet(qtbot: QtBot, window: MainWindow, title: str) -> TextSheet:
    sheet = next(sheet for sheet in window.findChildren(TextSheet) if sheet.windowTitle() == title)
    qtbot.waitExposed(sheet)
    return sheet


def test_the_theme_is_applied_at_once_and_remembered(qtbot: QtBot, qapp: QApplication, window: MainWindow) -> None:
    _choose(qtbot, window.menu.menu, "Theme", "Dark")
    assert theme.is_dark(window.palette())
    assert theme.is_dark(window.welcome.palette())
    theme.apply_theme(qapp, "light")
    Appearance(qapp, window._settings).restore()
    assert theme.is_dark(window.palette())
    _choose(qtbot, window.menu.menu, "Theme", "Light")
    assert not theme.is_dark(window.palette())


def test_every_text_grows_and_comes_back(qtbot: QtBot, qapp: QApplication, window: MainWindow) -> None:
    labels = [label for label in window.findChildren(QLabel) if label.text()]
    before = {label: label.font().pointSizeF() for label in labels}
    _choose(qtbot, window.menu.menu, "Text size", "Very large")
    grown = {label: label.font().pointSizeF() / before[label] for label in labels}
    assert {label.text(): share for label, share in grown.items() if abs(share - TEXT_SIZES["Very large"]) > 0.02} == {}
    assert Appearance(qapp, window._settings).text_size == "Very large"
    _choose(qtbot, window.menu.menu, "Text size", "Normal")
    assert {label: label.font().pointSizeF() for label in labels} == pytest.approx(before)


def test_letters_in_order_fit_and_beginnings_fit_best() -> None:
    names = ["Open a run…", "Evaluate Workspace", "Preferences…", "Explore Workspace"]

    def best(typed: str) -> list[str]:
        fits = {name: score(typed, name) for name in names}
        return sorted((name for name, fit in fits.items() if fit is not None), key=lambda name: -(fits[name] or 0))

    assert best("ex")[0] == "Explore Workspace"
    assert best("work ev") == ["Evaluate Workspace"]
    assert best("prfs") == ["Preferences…"]
    assert best("xyz") == []
    assert sorted(best("  ")) == sorted(names)


def test_the_palette_is_opened_used_and_remembers_by_keyboard(qtbot: QtBot, window: MainWindow, tiny_run: Path) -> None:
    window.session.runs.folder = tiny_run.parent
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = window.menu.palette
    assert isinstance(palette, CommandPalette)
    qtbot.waitUntil(lambda: "tiny" in palette.names(), timeout=_TIMEOUT)
    qtbot.keyClicks(palette.line, "sweeps")
    assert palette.names()[0] == "Sweeps"
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert window.docks.workspace == "sweeps"
    qtbot.waitUntil(lambda: window.menu.palette is None)

    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = window.menu.palette
    assert palette is not None
    assert palette.names()[0] == "Sweeps"  # used last
    qtbot.keyClick(palette.line, Qt.Key.Key_Down)
    assert palette.found.currentItem().text(0) == palette.names()[1]
    qtbot.keyClicks(palette.line, "latent dimensions")
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.menu.palette is None)
    assert window.setup.form.editor("model.latent_dim").property("highlighted") is True

    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = window.menu.palette
    assert palette is not None
    qtbot.waitUntil(lambda: "tiny" in palette.names(), timeout=_TIMEOUT)
    qtbot.keyClicks(palette.line, "tiny")
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.session.run.subject is not None, timeout=_TIMEOUT)


def test_a_new_action_stands_in_the_palette_by_itself(window: MainWindow) -> None:
    window.menu._add("Feed the cat", lambda: None, "Ctrl+Alt+F")
    command = next(command for command in commands_of(window) if command.name == "Feed the cat")
    assert (command.keys, command.usable) == ("Ctrl+Alt+F", True)
    keys = [command.key for command in commands_of(window)]
    assert len(keys) == len(set(keys))


def test_the_shortcuts_are_those_of_the_actions(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F1)
    text = _sheet(qtbot, window, "Shortcuts").browser.toPlainText()
    for words in ("Ctrl+K", "New run", "Ctrl+Return", "Evaluate", "Ctrl+8", "Setup", "Ctrl+,"):
        assert words in text
    window.findChild(TextSheet).close()
    qtbot.waitUntil(lambda: not window.findChildren(TextSheet))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_Question)
    _sheet(qtbot, window, "Shortcuts").close()


def test_about_has_the_licence_and_gives_the_citations(qtbot: QtBot, window: MainWindow) -> None:
    _choose(qtbot, window.menu.menu, "About LatentLab")
    sheet = _sheet(qtbot, window, "About LatentLab")
    for words in (latentlab.__version__, "MIT", "torch", "Sinha, Samarth", "Rivera, Mariano"):
        assert words in sheet.browser.toPlainText()
    qtbot.mouseClick(sheet.copy, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("@inproceedings{sinha2021")
    assert "eprint        = {2309.13160}" in copied
    sheet.close()
    _choose(qtbot, window.menu.menu, "Help")
    help_sheet = _sheet(qtbot, window, "Help")
    assert "Train digits" in help_sheet.browser.toPlainText()
    help_sheet.close()


def test_the_check_says_what_the_command_says(qtbot: QtBot, window: MainWindow) -> None:
    _choose(qtbot, window.menu.menu, "Check installation…")
    sheet = _sheet(qtbot, window, "Check of the installation")
    assert not sheet.copy.isEnabled()
    qtbot.waitUntil(sheet.copy.isEnabled, timeout=2 * _TIMEOUT)
    qtbot.mouseClick(sheet.copy, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("versions\n")
    assert f"latentlab: {latentlab.__version__}" in copied
    assert sheet.findChild(QProcess).exitCode() in (0, 2)
    sheet.close()


def test_the_manual_is_opened_in_the_browser(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = tmp_path / "opened"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\nprintf "%s" "$1" > "{opened}"\n')
    browser.chmod(0o755)
    monkeypatch.setenv("BROWSER", f"{browser} %s")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    _choose(qtbot, window.menu.menu, "Manual")
    qtbot.waitUntil(lambda: "The manual is in the browser" in window.message_bar.text(), timeout=2 * _TIMEOUT)
    qtbot.waitUntil(opened.exists, timeout=_TIMEOUT)
    assert opened.read_text().startswith("file://")


def test_preferences_are_put_into_effect_and_remembered(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OMP_NUM_THREADS", "2")
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    dialog = window.findChild(PreferencesDialog)
    qtbot.waitExposed(dialog)
    for line, folder in ((dialog.runs.line, "mine"), (dialog.exports.line, "pictures")):
        line.selectAll()
        qtbot.keyClicks(line, str(tmp_path / folder))
    dialog.threads.set_value(1)
    qtbot.keyClicks(dialog.then, "shutdown -h now")
    qtbot.mouseClick(dialog.keep_layouts, Qt.MouseButton.LeftButton, pos=QPoint(8, dialog.keep_layouts.height() // 2))
    qtbot.mouseClick(dialog.tensorboard, Qt.MouseButton.LeftButton, pos=QPoint(8, dialog.tensorboard.height() // 2))
    dialog.language.setFocus()
    qtbot.keyClicks(dialog.language, "Deu")
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    session = window.session
    assert session.runs.folder == tmp_path / "mine"
    assert session.exports.folder == tmp_path / "pictures"
    assert session.queue.then == "shutdown -h now"
    assert session.training.tensorboard
    assert read_preferences(window._settings, session).tensorboard
    assert os.environ["OMP_NUM_THREADS"] == "1"
    assert window._settings.value("runs_folder") == str(tmp_path / "mine")
    assert chosen_language(window._settings) == "de"
    window.show_workspace("sweeps")
    window.show_workspace("data")
    assert window._settings.value("layout/sweeps") is None


def test_the_tour_has_five_steps_and_is_left_with_a_key(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.mouseClick(window.welcome.tour, Qt.MouseButton.LeftButton)
    tour = window.menu._tour
    assert tour is not None
    callout = tour.callout
    qtbot.waitUntil(callout.isVisible)
    for number in range(1, 6):
        assert callout.accessibleName().startswith(f"Tour, {number} of 5")
        assert window.rect().contains(callout.geometry())
        assert not callout.geometry().intersects(callout.target_rect())
        qtbot.keyClick(callout.next_button, Qt.Key.Key_Right)
    assert not callout.isVisible()
    _choose(qtbot, window.menu.menu, "Tour")
    qtbot.keyClick(callout.next_button, Qt.Key.Key_Escape)
    assert not callout.isVisible()
