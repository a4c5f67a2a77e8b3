"""A page of text over the window: help, shortcuts, what was found of the installation."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from latentlab.gui import theme
from latentlab.gui.language import tr

_SIZE = QSize(640, 560)


class TextSheet(QDialog):
    """A title, Markdown or plain text to read and copy, and a button that closes it. Deleted when it is closed.

    Attributes:
        browser: shows the text.
        copy: puts what `set_text` gave for it on the clipboard.
    """

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._copied = ""
        self.browser = QTextBrowser()
        self.browser.setOpenExternalLinks(True)
        self.browser.setAccessibleName(title)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy = QPushButton(theme.icon("copy"), tr("Copy"))
        self.copy.setToolTip(tr("Copy the text to the clipboard"))
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(self._copy)
        buttons.addButton(self.copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.addWidget(self.browser, 1)
        layout.addWidget(buttons)
        self.resize(_SIZE.boundedTo(parent.size() - QSize(64, 64)))

    def set_markdown(self, text: str, copied: str = "") -> None:
        """Show text with headings, lists and tables; copied is the Markdown unless something else is given."""
        self.browser.setMarkdown(text)
        self._copied = copied or text

    def set_plain(self, text: str) -> None:
        """Show text as it is, in letters of one width."""
        self.browser.setFontFamily("monospace")
        self.browser.setPlainText(text)
        self._copied = text

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._copied)
