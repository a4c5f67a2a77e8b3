"""Text from files is shown as it is written, never as rich text."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from latentlab.gui import theme

_TEXT = '<b>run</b> <img src="/etc/hostname">'


def test_every_label_shows_plain_text_unless_it_is_meant_otherwise(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply_theme(qapp)
    label, rich, box = QLabel(_TEXT), QLabel(_TEXT), QMessageBox(QMessageBox.Icon.Warning, "", _TEXT)
    rich.setProperty("rich", True)
    for widget in (label, rich, box):
        qtbot.addWidget(widget)
        widget.show()
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert rich.textFormat() is Qt.TextFormat.RichText
    assert all(part.textFormat() is Qt.TextFormat.PlainText for part in box.findChildren(QLabel))


def test_a_tooltip_shows_what_looks_like_markup_as_text() -> None:
    assert theme.plain_tip("a run & its words\nbelow") == "a run & its words\nbelow"
    assert theme.plain_tip("<b>x</b>\ny") == '<p style="white-space:pre-wrap">&lt;b&gt;x&lt;/b&gt;\ny</p>'
