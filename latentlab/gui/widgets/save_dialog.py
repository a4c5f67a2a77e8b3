"""Asking where a picture goes."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def choose_png(parent: QWidget, title: str, suggestion: Path) -> Path | None:
    """The path a person chose, with its ending; None where they changed their mind."""
    name, _ = QFileDialog.getSaveFileName(parent, title, str(suggestion), "PNG picture (*.png)")
    if not name:
        return None
    path = Path(name)
    return path if path.suffix.lower() == ".png" else path.with_name(f"{path.name}.png")
