"""What is asked about selected runs: a note, tags, and whether they go to the bin. Each is opened with `open`."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QMessageBox, QWidget


def note_question(what: str, note: str, parent: QWidget) -> QInputDialog:
    """Ask for a note of any number of lines about `what`."""
    dialog = _question("Note", f"About {what}:", parent)
    dialog.setOption(QInputDialog.InputDialogOption.UsePlainTextEditForTextInput)
    dialog.setTextValue(note)
    return dialog


def tags_question(what: str, parent: QWidget) -> QInputDialog:
    """Ask for new tags."""
    return _question("Tags", f"Tags for {what}, separated by commas:", parent)


def bin_question(what: str, parent: QWidget) -> QMessageBox:
    """Ask whether runs go to the bin; accepted if so."""
    dialog = QMessageBox(QMessageBox.Icon.NoIcon, "Move to bin", f"Move {what} to the bin?", parent=parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setTextFormat(Qt.TextFormat.PlainText)
    dialog.setInformativeText("All files go there, checkpoints and exports too; the desktop can restore them.")
    dialog.addButton("Move to bin", QMessageBox.ButtonRole.AcceptRole)
    dialog.addButton(QMessageBox.StandardButton.Cancel)
    return dialog


def _question(title: str, text: str, parent: QWidget) -> QInputDialog:
    dialog = QInputDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    dialog.setLabelText(text)
    return dialog
