"""The current z, written to files and read from them."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from latentlab.gui.language import tr
from latentlab.gui.models.current_run import CurrentRun
from latentlab.gui.models.latent import LatentModel
from latentlab.gui.models.messages import Messages
from latentlab.gui.workers.files_thread import FilesThread

if TYPE_CHECKING:
    from latentlab.explore.latent_file import StoredLatent


class LatentFiles:
    """Saves the current z with its start, and loads another."""

    def __init__(self, run: CurrentRun, latent: LatentModel, files: FilesThread, messages: Messages) -> None:
        self._run = run
        self._latent = latent
        self._files = files
        self._messages = messages

    def save(self, path: Path) -> None:
        """Write the current z and its start: an archive, or a table for a name that ends in .csv."""
        from latentlab.explore.latent_file import StoredLatent, write_latent

        latent, subject = self._latent.current, self._run.subject
        if latent is None or subject is None:
            return
        step = -1 if self._latent.shown_step is None else self._latent.shown_step
        stored = StoredLatent(latent.z, latent.start, latent.std, subject.path.name, step)
        self._files.write(
            partial(write_latent, stored, path), lambda _: self._messages.tell("success", tr("Saved {path}.", path=path))
        )

    def load(self, path: Path) -> None:
        """Take z and its start from a file, unless another run is opened meanwhile."""
        latent, subject = self._latent.current, self._run.subject
        if latent is None:
            return

        def take(read: "StoredLatent") -> None:
            if subject is self._run.subject:
                self._latent.restore(self._latent.with_locked(read.z), read.std, path.name, start=read.start)

        self._files.read_latent(path, len(latent.z), take)
