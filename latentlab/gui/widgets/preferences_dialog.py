"""What a user sets once: folders, threads, what is kept and written, and the language."""

from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from latentlab.gui import theme
from latentlab.gui.language import language_names, tr
from latentlab.gui.models.preferences import Preferences
from latentlab.gui.widgets.dialog_parts import buttons_of
from latentlab.gui.widgets.number_box import Limits, NumberBox


class PreferencesDialog(QDialog):
    """Shows preferences and hands over changed ones."""

    def __init__(self, preferences: Preferences, most_threads: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Preferences"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.runs = _Folder(tr("Folder for runs"), tr("Choose the folder for runs."), str(preferences.runs), "")
        self.exports = _Folder(
            tr("Folder for exports"),
            tr("Choose the folder for exports."),
            str(preferences.exports or ""),
            tr("beside each run, in its folder “exports”"),
        )
        self.threads = NumberBox(whole=True, limits=Limits(low=1, high=most_threads), empty_text=tr("automatic"))
        self.threads.set_value(preferences.threads)
        self.threads.setAccessibleName(tr("CPU threads"))
        self.threads.setToolTip(
            tr("Most CPU threads of a run whose own settings leave them empty; “automatic” takes all but one.")
        )
        self.then = QLineEdit(preferences.then)
        self.then.setPlaceholderText(tr("a command, such as systemctl suspend"))
        self.then.setAccessibleName(tr("Command when the queue is done"))
        self.then.setToolTip(tr("Is run once nothing is left to do in the queue; empty: nothing is run."))
        self.keep_layouts = QCheckBox(tr("Remember how panes are arranged"))
        self.keep_layouts.setChecked(preferences.keep_layouts)
        self.keep_layouts.setToolTip(tr("Off: each workspace starts with its usual arrangement."))
        self.tensorboard = QCheckBox(tr("Write TensorBoard files while training"))
        self.tensorboard.setChecked(preferences.tensorboard)
        self.tensorboard.setToolTip(
            tr("Numbers, reconstructions and latent means of what trains in the window, in each run's folder “tensorboard”.")
        )
        self.language = QComboBox()
        for name, words in language_names().items():
            self.language.addItem(words, name)
        self.language.setCurrentIndex(self.language.findData(preferences.language))
        self.language.setAccessibleName(tr("Language"))
        caption = QLabel(tr("Another language takes effect at the next start."))
        theme.set_role(caption, "caption")
        fields = QFormLayout()
        fields.setVerticalSpacing(theme.SPACING.SMALL)
        fields.addRow(tr("Runs"), self.runs)
        fields.addRow(tr("Exports"), self.exports)
        fields.addRow(tr("CPU threads"), self.threads)
        fields.addRow(tr("After the queue"), self.then)
        fields.addRow(tr("Layouts"), self.keep_layouts)
        fields.addRow(tr("Training"), self.tensorboard)
        fields.addRow(tr("Language"), self.language)
        fields.addRow("", caption)
        self.save = QPushButton(tr("Save"))
        self.save.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        margin = theme.SPACING.WIDE
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.setSpacing(theme.SPACING.LARGE)
        layout.addLayout(fields)
        layout.addLayout(buttons_of(self, self.save))
        self.setMinimumWidth(480)

    def preferences(self) -> Preferences:
        """What is chosen."""
        exports, threads = self.exports.line.text().strip(), self.threads.value()
        return Preferences(
            Path(self.runs.line.text().strip()).expanduser(),
            Path(exports).expanduser() if exports else None,
            int(threads) if threads is not None else None,
            self.then.text().strip(),
            self.keep_layouts.isChecked(),
            self.language.currentData(),
            self.tensorboard.isChecked(),
        )


class _Folder(QWidget):
    """A line for a folder, and a button that chooses one."""

    def __init__(self, name: str, tip: str, text: str, placeholder: str) -> None:
        super().__init__()
        self._name = name
        self.line = QLineEdit(text)
        self.line.setPlaceholderText(placeholder)
        self.line.setAccessibleName(name)
        choose = QToolButton()
        choose.setIcon(theme.icon("folder"))
        choose.setToolTip(tip)
        choose.setAccessibleName(tip.removesuffix("."))
        choose.clicked.connect(self._choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line, 1)
        row.addWidget(choose)
        self.setFocusProxy(self.line)

    @Slot()
    def _choose(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self._name, self.line.text())
        if name:
            self.line.setText(name)
