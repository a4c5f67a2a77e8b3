"""The pages of text that the menu opens: help, shortcuts, the check of the installation, and what LatentLab is."""

import sys
from collections.abc import Iterable

from PySide6.QtCore import QProcess, Slot
from PySide6.QtWidgets import QWidget

import latentlab
from latentlab.environment import versions
from latentlab.gui.commands import Command
from latentlab.gui.language import tr
from latentlab.gui.library_texts import translated
from latentlab.gui.models.messages import Messages
from latentlab.gui.widgets.text_sheet import TextSheet
from latentlab.resources import resource


def show_help(window: QWidget) -> TextSheet:
    """Open a short introduction."""
    sheet = TextSheet(tr("Help"), window)
    paragraphs = resource("help.md").read_text(encoding="utf-8").strip().split("\n\n")
    sheet.set_markdown("\n\n".join(map(translated, paragraphs)))
    sheet.open()
    return sheet


def show_about(window: QWidget) -> TextSheet:
    """Open versions, licence and citation; what is copied is the BibTeX."""
    sheet = TextSheet(tr("About LatentLab"), window)
    citation = resource("citation.bib").read_text(encoding="utf-8")
    missing, part, version_of_part = tr("missing"), tr("part"), tr("version")
    licence, cited, installed = tr("Licence"), tr("Citation"), tr("Versions")
    found = "\n".join(f"| {name} | {version or missing} |" for name, version in versions().items())
    paragraphs = (
        f"# LatentLab {latentlab.__version__}",
        tr("Train variational auto-encoders and explore the latent space of the very model that is training."),
        f"## {licence}",
        "MIT. Copyright (c) 2026 The LatentLab authors.",
        f"## {cited}",
        tr("The two papers whose methods LatentLab implements:"),
        f"```\n{citation}```",
        f"## {installed}",
        f"| {part} | {version_of_part} |\n|---|---|\n{found}\n",
    )
    sheet.set_markdown("\n\n".join(paragraphs), copied=citation)
    sheet.copy.setText(tr("Copy BibTeX"))
    sheet.open()
    return sheet


def show_shortcuts(commands: Iterable[Command], window: QWidget) -> TextSheet:
    """Open the list of what has a shortcut, by the part of the window it belongs to, the largest first."""
    sheet = TextSheet(tr("Shortcuts"), window)
    places: dict[str, list[Command]] = {}
    for command in commands:
        if command.keys:
            places.setdefault(command.place.split(" › ")[0] or tr("Window"), []).append(command)
    lines = []
    for place, there in sorted(places.items(), key=lambda each: -len(each[1])):
        lines += [f"| **{place}** | |", *(f"| {_cell(command.keys)} | {_cell(command.name)} |" for command in there), "| | |"]
    sheet.set_markdown("| | |\n|---|---|\n" + "\n".join(lines[:-1]))
    sheet.open()
    return sheet


def show_checkup(window: QWidget) -> TextSheet:
    """Run `latentlab doctor` in a process of its own and show what it says."""
    sheet = TextSheet(tr("Check of the installation"), window)
    sheet.set_plain(tr("Checking versions, devices, display and folders …"))
    sheet.copy.setEnabled(False)
    process = QProcess(sheet)
    process.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)

    def show(text: str) -> None:
        sheet.set_plain(text)
        sheet.copy.setEnabled(True)

    process.finished.connect(lambda: show(bytes(process.readAll().data()).decode(errors="replace").strip()))
    process.errorOccurred.connect(lambda: show(f"{sys.executable}: {process.errorString()}."))
    sheet.finished.connect(process.kill)
    process.start(sys.executable, ["-m", "latentlab", "doctor"])
    sheet.open()
    return sheet


class ManualOpener(QProcess):
    """Writes the manual and opens it in the browser, in a process of its own; a message says why where that fails."""

    def __init__(self, window: QWidget, messages: Messages) -> None:
        super().__init__(window)
        self._messages = messages
        self.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
        self.finished.connect(self._on_end)
        self.errorOccurred.connect(self._on_error)
        self.start(sys.executable, ["-m", "latentlab", "docs"])

    @Slot(int)
    def _on_end(self, code: int) -> None:
        said = bytes(self.readAll().data()).decode(errors="replace").strip()
        if code:
            self._messages.tell("error", said.splitlines()[-1] if said else tr("The manual cannot be opened."))
        else:
            self._messages.tell("info", tr("The manual is in the browser; its first page is {path}.", path=said))
        self.deleteLater()

    @Slot()
    def _on_error(self) -> None:
        self._messages.tell("error", f"{sys.executable}: {self.errorString()}.")
        self.deleteLater()


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
