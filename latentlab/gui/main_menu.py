"""The menu at the right end of the tool bar, and what opens from it: palette, pages of text, preferences, the tour."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QSettings, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QToolButton, QWidget

from latentlab.gui import theme
from latentlab.gui.appearance import TEXT_SIZES, Appearance
from latentlab.gui.commands import Command, commands_of
from latentlab.gui.language import tr
from latentlab.gui.run_bar import RunBar
from latentlab.gui.theme import Scheme
from latentlab.gui.widgets.reachable import make_reachable
from latentlab.gui.window_frame import WindowFrame
from latentlab.gui.workers.run_files import Listed

if TYPE_CHECKING:
    from latentlab.gui.tour import Step, Tour
    from latentlab.gui.widgets.command_palette import CommandPalette

S = TypeVar("S", bound=str)

_SCHEMES: dict[Scheme, str] = {"system": tr("As the desktop"), "light": tr("Light"), "dark": tr("Dark")}


class MainMenu(QObject):
    """Builds the menu; each dialog is built when it is asked for.

    Attributes:
        button: opens the menu.
        search_button: opens the palette.
        menu: with every action.
        palette: of commands, while it is open.
    """

    def __init__(self, window: WindowFrame, run_bar: RunBar, settings: QSettings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self._appearance = Appearance(app, settings)
        self._tour: Tour | None = None
        self._run_bar = run_bar
        self.palette: CommandPalette | None = None
        self.search_button = _tool_button("search", tr("Search or run a command (Ctrl+K)"), tr("Search or run a command…"))
        self.search_button.clicked.connect(self.open_palette)
        self.button = _tool_button("menu", tr("Theme, text size, shortcuts, preferences and help (F10)"), tr("Menu"))
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setProperty("bare", True)
        self.menu = QMenu(self.button)
        self.button.setMenu(self.menu)
        for widget in (self.search_button, self.button):
            run_bar.addWidget(widget)
        make_reachable(run_bar)
        self._fill()

    @Slot()
    def open_palette(self) -> None:
        """Open the palette with all that can be done now; runs follow as soon as they are listed."""
        from latentlab.gui.widgets.command_palette import CommandPalette

        window = self._window
        self.palette = CommandPalette(self._settings, window)
        self.palette.finished.connect(self._on_palette_closed)
        self.palette.offer(commands_of(window))
        self.palette.offer(
            Command(name, tr("Setup › {section}", section=section), "", partial(window.show_setting, key))
            for key, section, name in window.setup.form.settings()
        )
        self.palette.open_over(window)
        if not window.session.run.is_training:
            window.session.runs.list(self._offer_runs)

    @Slot()
    def start_tour(self) -> None:
        """Show the five steps."""
        if self._tour is None:
            from latentlab.gui.tour import Tour

            self._tour = Tour(self._steps(), self._window)
        self._tour.start()

    def _fill(self) -> None:
        add = self._add
        add(tr("Search or run a command…"), self.open_palette, "Ctrl+K")
        add(tr("Open a run on another computer…"), self._open_remote)
        self.menu.addSeparator()
        self._choices(tr("Theme"), _SCHEMES, self._appearance.scheme, self._appearance.choose_scheme)
        sizes = {name: tr(name) for name in TEXT_SIZES}
        self._choices(tr("Text size"), sizes, self._appearance.text_size, self._appearance.choose_text_size)
        add(tr("Language…"), self._ask_preferences)
        add(tr("Reset layout"), self._window.reset_layout)
        self.menu.addSeparator()
        add(tr("Preferences…"), self._ask_preferences, "Ctrl+Shift+P")
        add(tr("Check installation…"), self._show_checkup)
        self.menu.addSeparator()
        add(tr("Shortcuts"), self._show_shortcuts, "F1", "?")
        add(tr("Tour"), self.start_tour)
        add(tr("Guided experiments"), self._window.show_learn)
        add(tr("Help"), self._show_help)
        add(tr("Manual"), self._open_manual)
        add(tr("About LatentLab"), self._show_about)
        opener = QAction(tr("Menu"), self._window)
        opener.setShortcut("F10")
        opener.triggered.connect(self.button.showMenu)
        self._window.addAction(opener)

    def _add(self, text: str, act: Callable[[], object], *keys: str) -> None:
        action = self.menu.addAction(text)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.triggered.connect(act)  # a method of a QObject: a partial would keep the window alive for ever
        self._window.addAction(action)  # so that its shortcut works while the menu is closed

    def _choices(self, title: str, choices: Mapping[S, str], chosen: str, choose: Callable[[S], object]) -> None:
        menu = self.menu.addMenu(title)
        group = QActionGroup(menu)
        for value, words in choices.items():
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(value == chosen)
            action.triggered.connect(partial(_call, choose, value))
            group.addAction(action)

    @Slot()
    def _open_remote(self) -> None:
        self._run_bar.remote_requested.emit()

    @Slot()
    def _on_palette_closed(self) -> None:
        self.palette = None

    def _offer_runs(self, listed: Listed) -> None:
        if self.palette is not None:
            opening = self._window.session.runs.open
            self.palette.offer(
                Command(summary.label, tr("Run"), "", partial(opening, summary.path))
                for summary in listed.runs
                if summary.run is not None and not summary.annotations.archived
            )

    @Slot()
    def _show_help(self) -> None:
        from latentlab.gui.sheets import show_help

        show_help(self._window)

    @Slot()
    def _open_manual(self) -> None:
        from latentlab.gui.sheets import ManualOpener

        ManualOpener(self._window, self._window.session.messages)

    @Slot()
    def _show_about(self) -> None:
        from latentlab.gui.sheets import show_about

        show_about(self._window)

    @Slot()
    def _show_shortcuts(self) -> None:
        from latentlab.gui.sheets import show_shortcuts

        show_shortcuts(commands_of(self._window), self._window)

    @Slot()
    def _show_checkup(self) -> None:
        from latentlab.gui.sheets import show_checkup

        show_checkup(self._window)

    @Slot()
    def _ask_preferences(self) -> None:
        from latentlab.gui.preferences import read_preferences
        from latentlab.gui.widgets.preferences_dialog import PreferencesDialog
        from latentlab.machine import cpu_cores

        preferences = read_preferences(self._settings, self._window.session)
        most = max(cpu_cores(), preferences.threads or 1)
        dialog = PreferencesDialog(preferences, most, self._window)
        dialog.accepted.connect(partial(self._take_preferences, dialog))
        dialog.open()

    def _take_preferences(self, dialog: QWidget) -> None:
        from latentlab.gui.preferences import put_into_effect, remember
        from latentlab.gui.widgets.preferences_dialog import PreferencesDialog

        assert isinstance(dialog, PreferencesDialog)
        preferences = dialog.preferences()
        remember(preferences, self._settings)
        put_into_effect(preferences, self._window.session)
        if preferences.runs != self._window.session.runs.folder:
            self._window.set_runs_folder(preferences.runs)

    def _steps(self) -> "tuple[Step, ...]":
        from latentlab.gui.tour import Step

        window = self._window
        docks = window.docks.docks
        export = partial(_visible_export, docks["traversal"])
        return (
            Step(
                tr("Train"),
                tr("“Train digits” trains on digits that ship with LatentLab; “New run” trains with the settings of Setup."),
                lambda: window.welcome.demo if window.welcome.demo.isVisible() else self._run_bar.train_button,
            ),
            Step(
                tr("Watch"),
                tr(
                    "Live plots show the loss, its terms and the KL of each latent dimension. Dashed lines are held-out images."
                ),
                lambda: docks["losses"] if docks["losses"].isVisible() else window.rail_button("live"),
            ),
            Step(
                tr("Steer"),
                tr(
                    "With a run, sliders stand at the right: one for each latent dimension. Drag one, also while the model "
                    "trains."
                ),
                lambda: window.inspector.widget(1),
            ),
            Step(
                tr("Traverse"),
                tr("Explore draws a row of pictures for each dimension. Click a picture to go there."),
                lambda: window.rail_button("explore"),
            ),
            Step(
                tr("Export"),
                tr("“Export…” in Explore and elsewhere writes pictures and loops. Drop one on the window to see it again."),
                lambda: export() or window.rail_button("explore"),
            ),
        )


def _call(choose: Callable[[S], object], value: S, *_: object) -> None:
    choose(value)


def _visible_export(dock: QWidget) -> QWidget | None:
    buttons = dock.findChildren(QAbstractButton)
    return next((button for button in buttons if button.isVisible() and button.text() == tr("Export…")), None)


def _tool_button(icon: str, tip: str, name: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(theme.icon(icon))
    button.setToolTip(tip)
    button.setAccessibleName(name)
    return button
