"""A folder of runs on another computer, as what is here uses it: its mirror, and the connection to its agent."""

import hashlib
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from latentlab.errors import RemoteError, shown
from latentlab.files.regular import is_bare_name, read_bytes
from latentlab.remote import protocol
from latentlab.remote.address import Address
from latentlab.remote.client import Connection, Take
from latentlab.remote.frames import LARGEST_REQUEST, Frame
from latentlab.remote.mirror import MirrorFolder
from latentlab.remote.renderer import RemoteRenderer
from latentlab.runs import Run

_LARGEST_FILE = LARGEST_REQUEST // 2


class RemoteFolder:
    """Connects as often as is asked for; what is copied and drawn stays. Questions may be asked from several threads.

    Attributes:
        address: where it lies.
        path: its mirror here.
    """

    def __init__(self, address: Address, via: str = "", agent: str = "", cache: Path | None = None) -> None:
        """A folder that is not connected yet.

        Args:
            address: where it lies.
            via: is run instead of ssh, see `Address.command`.
            agent: what starts LatentLab there.
            cache: the folder of mirrors, by default in the user's cache.

        Raises:
            ConfigError: if `via` is no command.
            RemoteError: if it cannot be mirrored.
        """
        self.address = address
        self._command = address.command(via, agent)
        self._mirror = MirrorFolder(address.text, cache)
        self.path = self._mirror.path
        self._access = threading.Lock()
        self._connection: Connection | None = None
        self._is_closed = False
        self._sent: set[tuple[str, str]] = set()
        self._names: dict[str, Path] = {}

    @property
    def problem(self) -> str:
        """Why nothing can be asked now; empty while it is connected."""
        with self._access:
            return self._connection.problem if self._connection else f"{self.address.text}: not connected."

    def connect(self) -> None:
        """Connect, and wait for the agent; an earlier connection ends.

        Raises:
            RemoteError: if the other computer cannot be reached, or its agent cannot serve the folder.
        """
        with self._access:
            if self._is_closed:
                raise RemoteError(f"{self.address.text}: it is no longer watched.")
            earlier = self._connection
            self._connection = connection = Connection(self._command, self.address.text)
            self._sent = set()
        if earlier is not None:
            earlier.close()
            earlier.join()
        connection.wait_ready()

    def disconnect(self) -> None:
        """End the connection; whoever waits for an answer is told at once. May be called from any thread."""
        with self._access:
            self._is_closed = True
            connection = self._connection
        if connection is not None:
            connection.close()

    def close(self) -> None:
        """End the connection, and leave the mirror to others."""
        self.disconnect()
        if self._connection is not None:
            self._connection.join()
        self._mirror.close()

    def ask(
        self,
        verb: str,
        values: Mapping[str, Any] | None = None,
        parts: Sequence[bytes | bytearray | memoryview] = (),
        meanwhile: Callable[[], object] | None = None,
    ) -> Frame:
        """See `Connection.ask`."""
        with self._access:
            connection = self._connection
        if connection is None:
            raise RemoteError(self.problem)
        return connection.ask(verb, values, parts, meanwhile)

    def start(self, verb: str, values: Mapping[str, Any], parts: Sequence[bytes | bytearray | memoryview], take: Take) -> None:
        """See `Connection.start`."""
        with self._access:
            connection = self._connection
        if connection is None:
            raise RemoteError(self.problem)
        connection.start(verb, values, parts, take)

    def update_list(self) -> None:
        """Take over which runs there are, and what a list shows of them; raises RemoteError."""
        self._mirror.update_list(self.ask)

    def update(self, name: str) -> Path:
        """Take over all that is new of a run; its folder here. Raises RemoteError if there is none of this name."""
        return self._mirror.update(self.ask, name)

    def only_run(self) -> str:
        """The name of the run that the folder itself is; empty for a folder of runs."""
        with self._access:
            connection = self._connection
        return Path(connection.folder).name if connection is not None and connection.is_run else ""

    def renderer(self, path: Path, step: int | None = None) -> RemoteRenderer:
        """What draws a checkpoint of a run, given by its folder in the mirror; the newest unless a step is given.

        Raises:
            RemoteError: if its model cannot be loaded there.
        """
        said = self.ask(protocol.OPEN, {"run": self.name_of(path), "step": step}).header
        match said:
            case {
                "step": int(at),
                "held_out_count": int(count),
                "images_problem": str(problem),
                "images_note": str(note),
            }:
                return RemoteRenderer(self, Run(path).config, path, at, count, problem, note)
        raise RemoteError(f"{self.address.text}: what came does not say what can be drawn of {path.name}.")

    def thumbnail(self, path: Path) -> NDArray[np.uint8]:
        """A small picture of a run, given by its folder in the mirror, (H, W, 1 or 3).

        Raises:
            RemoteError: if there is none.
        """
        answer, most = self.ask(protocol.THUMBNAIL, {"run": self.name_of(path)}), protocol.LARGEST_THUMBNAIL
        match answer.header.get("shape"), answer.parts:
            case [int(height), int(width), 1 | 3 as channels], [pixels] if 0 < height <= most and 0 < width <= most:
                if len(pixels) == height * width * channels:
                    return np.frombuffer(pixels, np.uint8).reshape(height, width, channels)
        raise RemoteError(f"{self.address.text}: what came is no picture of {path.name}.")

    def name_of(self, path: Path) -> str:
        """What a run of the mirror is called there.

        Raises:
            RemoteError: if it is no run of this folder.
        """
        if path.parent != self.path or not is_bare_name(path.name):
            raise RemoteError(f"{path}: it is no run of {self.address.text}; choose one of that folder.")
        return path.name

    def sent_as(self, name: str) -> Path:
        """The file of this computer that was sent under a name; no answer makes the window read another one.

        Raises:
            RemoteError: if there is none.
        """
        if name not in self._names:
            raise RemoteError(f"{self.address.text}: {shown(name)} came as a file's name; none was sent as that.")
        return self._names[name]

    def send(self, path: Path) -> str:
        """Send a file of this computer, once while it stays as it is; the SHA-256 that names it there.

        Raises:
            FileError: if it cannot be read.
            RemoteError: if it cannot be sent.
        """
        content = read_bytes(path, _LARGEST_FILE)
        digest = hashlib.sha256(content).hexdigest()
        key, sent = (str(path), digest), self._sent  # of this connection: the next one begins without
        if key not in sent:
            self.ask(protocol.UPLOAD, {"file": str(path), "digest": digest}, [content])
            sent.add(key)
        self._names[str(path).encode(errors="replace").decode()] = path
        return digest
