"""Asking where a picture goes."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from latentlab.gui.language import tr

_KINDS = {".png": tr("PNG picture (*.png)"), ".svg": tr("SVG drawing (*.svg)")}


def choose_file(parent: QWidget, title: str, suggestion: Path) -> Path | None:
    """The path a user chose, with the suggestion's ending, .png or .svg; None where they changed their mind."""
    ending = suggestion.suffix
    name, _ = QFileDialog.getSaveFileName(parent, title, str(suggestion), _KINDS[ending])
    if not name:
        return None
    path = Path(name)
    return path if path.suffix.lower() == ending else path.with_name(f"{path.name}{ending}")
