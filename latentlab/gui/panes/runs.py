"""All runs: found, compared at a glance, named, filed away, and opened or continued."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QAction, QHideEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QToolButton, QWidget

from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.models.current_run import Subject
from latentlab.gui.models.messages import ShowWorkspace, UseInNextRun
from latentlab.gui.models.run_table import RunTableModel
from latentlab.gui.models.show_in_folder import show_folder
from latentlab.gui.panes.base import Pane, flow_of, row_of, title_label
from latentlab.gui.session import Session
from latentlab.gui.widgets.continue_dialog import ContinueDialog
from latentlab.gui.widgets.notice import Notice
from latentlab.gui.widgets.run_filter_bar import RunFilterBar
from latentlab.gui.widgets.run_questions import bin_question, note_question, tags_question
from latentlab.gui.widgets.run_table_view import RunTableView
from latentlab.gui.widgets.tag_menu import TagMenu
from latentlab.runs import RunState, RunSummary


class RunsPane(Pane):
    """Filters over actions over the table.

    Attributes:
        filters, table: its parts.
        actions_by_name: what can be done to the selected runs.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._about: tuple[Path, ...] = ()
        self._offered: Path | None = None
        self._how_far: tuple[Path, ContinueDialog] | None = None
        self.setWindowTitle(tr("Runs"))
        self.model = RunTableModel(session.library)
        self.filters = RunFilterBar()
        self.table = RunTableView(self.model)
        self.notice = Notice()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        self._pages.addWidget(self.notice)
        self.tag_menu = TagMenu(self)
        self.tag_menu.aboutToShow.connect(self._fill_tags)
        self.tag_menu.chosen.connect(self._on_tag)
        self.tag_menu.new_wanted.connect(self._ask_tags)
        self.actions_by_name = self._build_actions()
        layout = self._column()
        self.tree = _tree_button()
        self.tree.toggled.connect(self.model.set_tree)
        layout.addLayout(row_of(title_label(tr("Runs")), 1, self.tree))
        layout.addWidget(self.filters)
        self.tags = _tags_button(self.tag_menu)
        layout.addLayout(flow_of(*_buttons(self.actions_by_name, self.tags)))
        layout.addWidget(self._pages, 1)
        self.filters.changed.connect(self._on_filter)
        self.table.opened.connect(self._open)
        self.table.selected.connect(self._show_actions)
        self.table.menu_wanted.connect(self._show_menu)
        self.model.renamed.connect(self._on_renamed)
        session.library.changed.connect(self._on_changed)
        session.run.state_changed.connect(self._show_actions)
        self._on_changed()
        self._show_actions()
        self._follow()

    def _build_actions(self) -> dict[str, QAction]:
        add = partial(_action, self.table)
        goes_on = tr("Go on training from the newest checkpoint; a finished run asks how far")
        return {
            "open": add(tr("Open"), "play", tr("Look at the model of this run (Return)"), self._open_selected),
            "continue": add(tr("Continue"), "forward", goes_on, self._continue),
            "branch": add(
                tr("Branch…"), "branch", tr("Set up a new run that goes on from a checkpoint of this one"), self._branch
            ),
            "duplicate": add(
                tr("Duplicate settings"), "copy", tr("Set up the next run like this one"), self._duplicate, "Ctrl+D"
            ),
            "rename": add(tr("Rename"), "", tr("Give this run another name in lists (F2)"), self.table.edit_name, "F2"),
            "note": add(tr("Note…"), "", tr("Write a note about these runs"), self._ask_note, "Ctrl+Shift+N"),
            "archive": add(tr("Archive"), "", tr("Leave these runs out of the list; nothing is deleted"), self._archive),
            "folder": add(tr("Open folder"), "folder", tr("Show the files of this run"), self._show_folder),
            "delete": add(tr("Move to bin…"), "", tr("Move these runs to the desktop's bin (Del)"), self._ask_bin, "Del"),
        }

    # What is shown

    @Slot()
    def _on_changed(self) -> None:
        self.filters.offer(self._session.library.runs)
        self._show_rows()
        self._select_open_run()
        self._show_actions()

    def _on_subject(self, subject: Subject) -> None:
        self.model.set_open(subject.path)
        self._select_open_run()

    def _select_open_run(self) -> None:
        """Once for each run that is opened, unless the user has selected others."""
        path = self._session.run.subject.path if self._session.run.subject is not None else None
        if path == self._offered or all(run.path != path for run in self.model.shown):
            return
        before, self._offered = self._offered, path
        chosen = [run.path for run in self.table.selected_runs()]
        if path is not None and chosen in ([], [before]):
            self.table.select([path], path)

    @Slot()
    def _on_filter(self) -> None:
        self.model.set_filter(self.filters.wanted())
        self._show_rows()
        self._show_actions()

    def _show_rows(self) -> None:
        library, wanted = self._session.library, self.filters.wanted()
        listed = [run for run in library.runs if run.annotations.archived == wanted.archived]
        self.filters.show_count(len(self.model.shown), len(listed))
        self.tree.setVisible(self.model.has_branches)
        empty = not self.model.shown
        if empty and not library.runs:
            none = tr("No runs in {folder} yet. New run starts one (Ctrl+Return).", folder=self._session.runs.folder)
            self.notice.say("info", none if library.is_complete else tr("Reading the runs …"))
        elif empty:
            unarchived = wanted.archived and not listed
            what = tr("No run is archived.") if unarchived else tr("No run fits the search and the filters.")
            self.notice.say("info", what, tr("Show all runs"), self.filters.clear)
        self._pages.setCurrentWidget(self.notice if empty else self.table)

    @Slot()
    def _show_actions(self) -> None:
        chosen = self.table.selected_runs()
        usable = _usable(chosen, self._session.run.is_training)
        for name, can in usable.items():
            self.actions_by_name[name].setEnabled(can)
        self.tags.setEnabled(bool(chosen))
        archived = bool(chosen) and all(run.annotations.archived for run in chosen)
        self.actions_by_name["archive"].setText(tr("Unarchive") if archived else tr("Archive"))
        self.actions_by_name["archive"].setIconText(self.actions_by_name["archive"].text())

    @Slot(object)
    def _show_menu(self, where: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, action in self.actions_by_name.items():
            menu.addAction(action)
            if name == "note":
                menu.addMenu(self.tag_menu)
            if name in ("duplicate", "archive"):
                menu.addSeparator()
        menu.popup(where)

    # What is done

    @Slot()
    def _open_selected(self) -> None:
        self._open(self.table.selected_runs()[0])

    @Slot(object)
    def _open(self, run: RunSummary) -> None:
        session = self._session
        if run.run is None:
            self._tell("error", run.problem)
            return
        current = session.run.subject is not None and session.run.subject.path == run.path
        if not current:
            session.runs.open(run.path)
        if current or not session.run.is_training:
            session.messages.ask(ShowWorkspace("live"))

    @Slot()
    def _continue(self) -> None:
        one = self.table.selected_runs()[0]
        if one.step < one.steps or one.run is None:
            self._continue_from(one.path)
            return
        train = one.run.config.train
        self._how_far = one.path, ContinueDialog(one.label, one.step, train.steps, train.learning_rate, self.window())
        dialog = self._how_far[1]
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._on_how_far)
        dialog.open()

    @Slot()
    def _on_how_far(self) -> None:
        if self._how_far is not None:
            path, dialog = self._how_far
            self._continue_from(path, **dialog.changes())

    def _continue_from(self, path: Path, **changes: object) -> None:
        self._session.training.continue_from(path, **changes)
        if self._session.run.is_training:
            self._session.messages.ask(ShowWorkspace("live"))

    @Slot()
    def _branch(self) -> None:
        self._session.runs.branch(self.table.selected_runs()[0].path)

    @Slot()
    def _duplicate(self) -> None:
        run = self.table.selected_runs()[0].run
        if run is not None:
            self._session.messages.ask(UseInNextRun(run.config))

    @Slot(object, str)
    def _on_renamed(self, path: Path, name: str) -> None:
        self._session.library.annotate((path,), name=name)

    @Slot()
    def _archive(self) -> None:
        chosen = self.table.selected_runs()
        archived = all(run.annotations.archived for run in chosen)
        self._session.library.annotate(tuple(run.path for run in chosen), archived=not archived)

    @Slot()
    def _show_folder(self) -> None:
        show_folder(self.table.selected_runs()[0].path, self._session.messages)

    @Slot()
    def _ask_note(self) -> None:
        chosen = self.table.selected_runs()
        self._about = tuple(run.path for run in chosen)
        dialog = note_question(_these(chosen), chosen[0].annotations.note, self)
        dialog.textValueSelected.connect(self._on_note)
        dialog.open()

    @Slot(str)
    def _on_note(self, text: str) -> None:
        self._session.library.annotate(self._about, note=text)

    @Slot()
    def _fill_tags(self) -> None:
        self.tag_menu.fill(self.table.selected_runs(), self._session.library.runs)

    @Slot(str, bool)
    def _on_tag(self, tag: str, added: bool) -> None:
        self._about = tuple(run.path for run in self.table.selected_runs())
        self._session.library.tag(self._about, **{"added" if added else "removed": (tag,)})

    @Slot()
    def _ask_tags(self) -> None:
        chosen = self.table.selected_runs()
        self._about = tuple(run.path for run in chosen)
        dialog = tags_question(_these(chosen), self)
        dialog.textValueSelected.connect(self._on_new_tags)
        dialog.open()

    @Slot(str)
    def _on_new_tags(self, text: str) -> None:
        self._session.library.tag(self._about, added=tuple(tag.strip() for tag in text.split(",")))

    @Slot()
    def _ask_bin(self) -> None:
        chosen = self.table.selected_runs()
        self._about = tuple(run.path for run in chosen)
        dialog = bin_question(_these(chosen), self)
        dialog.accepted.connect(self._on_bin)
        dialog.open()

    @Slot()
    def _on_bin(self) -> None:
        self._session.library.move_to_bin(self._about)

    # Qt overrides

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._session.library.watch(self, False)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._session.library.watch(self, True)


def _action(table: RunTableView, text: str, icon: str, tip: str, act: Callable[[], object], keys: str = "") -> QAction:
    action = QAction(text, table)
    if icon:
        action.setIcon(theme.icon(icon))
    action.setIconText(text)  # Qt would leave out the dots
    action.setToolTip(tip)
    if keys:
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    action.triggered.connect(act)
    table.addAction(action)
    return action


def _tags_button(menu: TagMenu) -> QToolButton:
    button = QToolButton()
    button.setText(tr("Tags"))
    button.setToolTip(tr("Add tags to these runs, or remove them"))
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    return button


def _buttons(actions: Mapping[str, QAction], tags: QToolButton) -> Iterator[QToolButton]:
    for name, action in actions.items():
        button = QToolButton()
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        yield button
        if name == "note":
            yield tags


def _these(runs: list[RunSummary]) -> str:
    return runs[0].label if len(runs) == 1 else tr("{total:,} runs", total=len(runs))


def _tree_button() -> QToolButton:
    button = QToolButton()
    button.setText(tr("Tree"))
    button.setIcon(theme.icon("branch"))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setCheckable(True)
    button.setChecked(True)
    policy = button.sizePolicy()
    policy.setRetainSizeWhenHidden(True)  # so that nothing moves when the first branch comes
    button.setSizePolicy(policy)
    button.setToolTip(tr("Show each branch below the run that it branched off, whatever the list is sorted by"))
    return button


def _usable(chosen: list[RunSummary], training: bool) -> dict[str, bool]:
    """Which actions can be done to these runs."""
    one = chosen[0] if len(chosen) == 1 else None
    readable = one is not None and one.run is not None
    ours = one is not None and one.run is not None and not one.run.header.is_from_elsewhere
    goes_on = ours and one is not None and one.state is not RunState.LIVE and one.step > 0 and not training
    live = any(run.state is RunState.LIVE for run in chosen)
    return {
        "open": readable,
        "continue": goes_on,
        "branch": ours and one is not None and one.step > 0,
        "duplicate": readable,
        "rename": one is not None,
        "note": bool(chosen),
        "archive": bool(chosen),
        "folder": one is not None,
        "delete": bool(chosen) and not live,
    }
