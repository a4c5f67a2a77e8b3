"""What is asked about selected runs: a note, tags, and whether they go to the bin. Each is opened with `open`."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QMessageBox, QWidget

from latentlab.gui.language import tr


def note_question(what: str, note: str, parent: QWidget) -> QInputDialog:
    """Ask for a note of any number of lines about `what`."""
    dialog = _question(tr("Note"), tr("About {what}:", what=what), parent)
    dialog.setOption(QInputDialog.InputDialogOption.UsePlainTextEditForTextInput)
    dialog.setTextValue(note)
    return dialog


def tags_question(what: str, parent: QWidget) -> QInputDialog:
    """Ask for new tags."""
    return _question(tr("Tags"), tr("Tags for {what}, separated by commas:", what=what), parent)


def bin_question(what: str, parent: QWidget) -> QMessageBox:
    """Ask whether runs go to the bin; accepted if so."""
    dialog = QMessageBox(QMessageBox.Icon.NoIcon, tr("Move to bin"), tr("Move {what} to the bin?", what=what), parent=parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setTextFormat(Qt.TextFormat.PlainText)
    dialog.setInformativeText(tr("All files go there, checkpoints and exports too; the desktop can restore them."))
    dialog.addButton(tr("Move to bin"), QMessageBox.ButtonRole.AcceptRole)
    dialog.addButton(QMessageBox.StandardButton.Cancel)
    return dialog


def _question(title: str, text: str, parent: QWidget) -> QInputDialog:
    dialog = QInputDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    dialog.setLabelText(text)
    return dialog
