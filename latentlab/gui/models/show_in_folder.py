"""The folder of a file that was written, in the desktop's file manager."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from latentlab.gui.language import tr
from latentlab.gui.models.messages import Action, Messages


def show_in_folder(path: Path, messages: Messages) -> Action:
    """The action of a message that says where a file is."""
    return tr("Show in folder"), partial(show_folder, path.absolute().parent, messages)


def show_folder(folder: Path, messages: Messages) -> None:
    """Show a folder in the desktop's file manager."""
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
        messages.tell("warning", tr("{folder}: no program here opens folders.", folder=folder))
