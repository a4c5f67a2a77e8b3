"""A number that matters, large, with what it is above and what it is measured in below."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from latentlab.gui import theme
from latentlab.gui.language import tr
from latentlab.gui.widgets.elided_label import ElidedLabel


class NumberCard(QFrame):
    """One number of an evaluation; its tooltip says what it means."""

    def __init__(self, title: str, meaning: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(80)
        self._meaning = meaning
        self.title = ElidedLabel(title)
        theme.set_role(self.title, "caption")
        self.title.setFont(theme.caption_font())
        self.number = ElidedLabel()
        self.number.setFont(theme.tabular(theme.heading_font()))
        self.note = ElidedLabel()
        theme.set_role(self.note, "caption")
        self.note.setFont(theme.tabular(theme.caption_font()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACING.MEDIUM, theme.SPACING.SMALL, theme.SPACING.MEDIUM, theme.SPACING.SMALL)
        layout.setSpacing(2)
        for label in (self.title, self.number, self.note):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            layout.addWidget(label)
        self.show_number("", "")

    def show_number(self, number: str, note: str) -> None:
        """Show a number and what belongs to it; empty where there is none yet."""
        self.number.setText(number or "–")
        self.note.setText(note)
        self.setToolTip(theme.plain_tip("\n".join(line for line in (self._meaning, note) if line)))
        missing = tr("not measured")
        self.setAccessibleName(f"{self.title.text()}: {number or missing} {note}".strip())
