"""Files that are written for the window, and where they are suggested to go."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer
from PySide6.QtGui import QImage

from latentlab.explore.requests.directions import KeptDirection
from latentlab.gui.language import tr
from latentlab.gui.models.current_run import CurrentRun
from latentlab.gui.models.messages import Messages
from latentlab.gui.models.runs import RunsModel
from latentlab.gui.models.show_in_folder import show_in_folder
from latentlab.gui.workers.files_thread import FilesThread


class Exports:
    """Writes pictures, tables and directions; views are exported by `ViewsModel`, which draws them.

    Attributes:
        chosen_folder: where a user wants all of them; None puts each beside its run.
    """

    def __init__(self, run: CurrentRun, runs: RunsModel, files: FilesThread, messages: Messages) -> None:
        self._run = run
        self._runs = runs
        self._files = files
        self._messages = messages
        self.chosen_folder: Path | None = None

    @property
    def folder(self) -> Path:
        """Where pictures are suggested to go."""
        if self.chosen_folder is not None:
            return self.chosen_folder
        subject = self._run.subject
        return subject.path / "exports" if subject is not None and not subject.remote else self._runs.folder

    def write_image(self, picture: QImage | bytes, path: Path) -> None:
        """Write a picture of a plot or an image as PNG, or a figure's bytes as they are."""
        write = partial(write_bytes, picture) if isinstance(picture, bytes) else partial(write_png, picture)
        self._write(partial(write, path), path)

    def write_directions(self, directions: tuple[KeptDirection, ...], path: Path) -> None:
        """Write directions, to be read again by `ViewsModel.read_directions`."""

        def write() -> None:
            from latentlab.explore.direction_file import directions_file

            write_bytes(directions_file(directions), path)

        self._write(write, path)

    def write_text(self, text: str, path: Path) -> None:
        """Write a table."""
        self._write(partial(write_bytes, text.encode(), path), path)

    def _write(self, write: Callable[[], object], path: Path) -> None:
        action = show_in_folder(path, self._messages)
        self._files.write(write, lambda _: self._messages.tell("success", tr("Saved {path}.", path=path), actions=(action,)))


def write_bytes(content: bytes, path: Path) -> None:
    """Write a file that appears whole."""
    from latentlab.explore.export import write_picture

    write_picture(path, content)


def write_png(image: QImage, path: Path) -> None:
    """Write an image as PNG."""
    content = QBuffer()
    image.save(content, "PNG")  # type: ignore[call-overload]  # the stubs ask for bytes, Qt for text
    write_bytes(bytes(content.data().data()), path)
