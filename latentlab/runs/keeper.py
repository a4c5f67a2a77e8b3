"""What it takes to make a run folder again that was deleted while its run went on."""

import contextlib
import os
import weakref
from pathlib import Path

from latentlab.errors import DiskError

_BLOCK = 2**20


class Keeper:
    """Keeps the lines of a run that is being written: a file that is open can be read after it was deleted."""

    def __init__(self, run: Path, files: tuple[Path, ...]) -> None:
        self._run = run
        self._device = run.stat().st_dev
        self._open: dict[Path, int] = {}
        self._finalizer = weakref.finalize(self, _close_all, self._open)
        for file in files:
            self.note(file)

    def note(self, file: Path) -> None:
        """A file was written: keep it open, where the system lets others delete it nevertheless."""
        if os.name == "nt" or file in self._open:
            return
        with contextlib.suppress(OSError):
            self._open[file] = os.open(file, os.O_RDONLY)

    def require_disk(self) -> None:
        """Make sure that it is the folder that is gone, not the disk.

        Raises:
            DiskError: if the place where the folder was is on another disk now.
        """
        there = next(folder for folder in self._run.parents if folder.exists())
        if there.stat().st_dev != self._device:
            raise DiskError(f"{self._run}: the disk that holds this run is gone; connect it again.")

    @property
    def misses_files(self) -> bool:
        """Whether a file that was written is gone."""
        return any(not file.exists() for file in self._open)

    def restore(self) -> None:
        """Write those of the files again that are gone.

        Raises:
            OSError: if one cannot be written.
        """
        gone = [file for file in self._open if not file.exists()]
        self.write_missing(self._run)
        for file in gone:
            os.close(self._open.pop(file))
            self.note(file)

    def write_missing(self, folder: Path) -> None:
        """Write those of the files into a folder that are not there.

        Raises:
            OSError: if one cannot be written.
        """
        for file, descriptor in self._open.items():
            target = folder / file.name
            if target.exists():
                continue
            temporary = target.with_name(f".{file.name}.again")
            with temporary.open("wb") as again:
                place = 0
                while block := os.pread(descriptor, _BLOCK, place):
                    again.write(block)
                    place += len(block)
                again.flush()
                os.fsync(again.fileno())
            temporary.replace(target)

    def close(self) -> None:
        """Keep nothing any longer."""
        self._finalizer()


def _close_all(descriptors: dict[Path, int]) -> None:
    for descriptor in descriptors.values():
        os.close(descriptor)
    descriptors.clear()
