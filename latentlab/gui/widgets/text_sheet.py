"""A page of text over the window: help, shortcuts, what was found of the installation."""

from markdown_it import MarkdownIt
from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from latentlab.gui import theme
from latentlab.gui.language import tr

_SIZE = QSize(640, 560)
_LOOKS = """
h1 { font-size: large; margin-bottom: 4px; }
h2 { font-size: medium; margin-top: 20px; margin-bottom: 4px; }
th { text-align: left; }
th, td { padding: 2px 24px 2px 0; }
"""
"""Of what Markdown becomes, in Qt's part of CSS."""


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
        self.copy = QPushButton(theme.icon("copy"), tr("Copy"))
        self.copy.setToolTip(tr("Copy the text to the clipboard"))
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(self._copy)
        shut = QPushButton(tr("Close"))
        shut.setDefault(True)
        shut.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy)
        buttons.addStretch(1)
        buttons.addWidget(shut)
        layout = QVBoxLayout(self)
        margin = theme.SPACING.WIDE
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.setSpacing(theme.SPACING.LARGE)
        layout.addWidget(self.browser, 1)
        layout.addLayout(buttons)
        self.resize(_SIZE.boundedTo(parent.size() - QSize(64, 64)))

    def set_markdown(self, text: str, copied: str = "") -> None:
        """Show text with headings, lists and tables; copied is the Markdown unless something else is given."""
        self.browser.document().setDefaultStyleSheet(_LOOKS)
        self.browser.setHtml(MarkdownIt("js-default").render(text))
        self._copied = copied or text

    def set_plain(self, text: str) -> None:
        """Show text as it is, in letters of one width."""
        self.browser.setFontFamily("monospace")
        self.browser.setPlainText(text)
        self._copied = text

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._copied)
