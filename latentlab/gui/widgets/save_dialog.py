"""Asking where a picture goes."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def choose_png(parent: QWidget, title: str, suggestion: Path, *, loops: bool = False) -> Path | None:
    """The path a person chose, with its ending; None where they changed their mind. Where it can loop, GIF is offered too."""
    kinds = "PNG picture (*.png);;GIF loop (*.gif)" if loops else "PNG picture (*.png)"
    name, kind = QFileDialog.getSaveFileName(parent, title, str(suggestion), kinds)
    if not name:
        return None
    path = Path(name)
    if loops and (path.suffix.lower() == ".gif" or kind.startswith("GIF")):
        return path.with_suffix(".gif")
    return path if path.suffix.lower() == ".png" else path.with_name(f"{path.name}.png")
