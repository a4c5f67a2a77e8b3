"""The folders on other computers that a window watches."""

import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from latentlab.remote.folder import RemoteFolder


_LIST_SECONDS = 10.0
"""Between two looks at which runs there are."""


@dataclass(frozen=True)
class RemotePlace:
    """Where a folder lies, and how it is reached.

    Attributes:
        address: such as ssh://host/folder.
        agent: what starts LatentLab there; empty for `latentlab`.
        via: is run in the place of ssh; empty for ssh.
    """

    address: str
    agent: str = ""
    via: str = ""


class Remotes:
    """Knows the folder of a run by its mirror. May be used from any thread."""

    def __init__(self) -> None:
        self._access = threading.Lock()
        self._folders: dict[RemotePlace, RemoteFolder] = {}
        self._listed: dict[Path, float] = {}
        self._are_cut = False

    def of(self, run: Path) -> "RemoteFolder | None":
        """The folder that a run lies in; None for a run that lies here."""
        with self._access:
            return next((folder for folder in self._folders.values() if folder.path == run.parent), None)

    def at(self, place: RemotePlace) -> "RemoteFolder | None":
        """The folder of a place, if it is watched."""
        with self._access:
            return self._folders.get(place)

    def add(self, place: RemotePlace, folder: "RemoteFolder") -> None:
        """Watch a folder."""
        with self._access:
            self._folders[place] = folder
            are_cut = self._are_cut
        if are_cut:
            folder.disconnect()

    def remove(self, place: RemotePlace) -> None:
        """End the connection of a folder, and watch it no longer."""
        with self._access:
            folder = self._folders.pop(place, None)
        if folder is not None:
            folder.close()

    def update(self, run: Path) -> None:
        """Take over what is new of a run, if it lies on another computer; raises RemoteError."""
        folder = self.of(run)
        if folder is not None:
            folder.update(run.name)

    def update_list(self, folder: Path) -> None:
        """Take over which runs a folder on another computer has, unless that was just done; raises RemoteError."""
        with self._access:
            found = next((remote for remote in self._folders.values() if remote.path == folder), None)
            now = time.monotonic()
            if found is None or now - self._listed.get(folder, -_LIST_SECONDS) < _LIST_SECONDS:
                return
            self._listed[folder] = now
        found.update_list()

    def cut(self) -> None:
        """End every connection, now and from now on; whoever waits for an answer is told at once."""
        with self._access:
            self._are_cut = True
            folders = list(self._folders.values())
        for folder in folders:
            folder.disconnect()

    def close(self) -> None:
        """End every connection, and wait until nothing is left of them."""
        self.cut()
        with self._access:
            places = list(self._folders)
        for place in places:
            self.remove(place)
