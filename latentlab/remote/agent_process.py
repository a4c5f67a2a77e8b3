"""The process that leads to an agent: ssh, or what stands for it."""

import contextlib
import subprocess
import threading
from collections import deque
from collections.abc import Sequence
from typing import BinaryIO, cast

from latentlab.errors import RemoteError, printable, shown
from latentlab.files.regular import os_reason

_OF_SSH = 255
"""Exit code of ssh where it does not get there; all others are those of what it ran there."""
LINGERING = 2.0
"""Seconds that a process which is left behind, such as a master connection of ssh, may hold up the end."""
_LONGEST_LINE = 500
_MOST_LINES = 20


class AgentProcess:
    """A process with the streams to and from an agent, and what it says on standard error.

    Attributes:
        incoming: what the agent says.
        outgoing: what it is asked.
    """

    def __init__(self, command: Sequence[str], name: str) -> None:
        """Start it; `name` is that of the other side, as errors say it.

        Raises:
            RemoteError: if it cannot be started.
        """
        self._name = name
        pipe = subprocess.PIPE
        try:
            self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe)
        except OSError as error:
            raise RemoteError(f"{name}: {shown(command[0])} cannot be started: {os_reason(error)}.") from None
        self.incoming = cast(BinaryIO, self._process.stdout)
        self.outgoing = cast(BinaryIO, self._process.stdin)
        self._words: deque[str] = deque(maxlen=_MOST_LINES)
        self._listener = threading.Thread(target=self._listen, name="remote words", daemon=True)
        self._listener.start()

    def kill(self) -> None:
        """End it. May be called from any thread."""
        with contextlib.suppress(OSError):
            self._process.kill()

    def join(self) -> None:
        """Wait until nothing of it is left, but for what holds its streams open beyond its end."""
        self._listener.join(LINGERING)
        self._process.wait()
        with contextlib.suppress(OSError):
            self.outgoing.close()

    def last_words(self, *, greeted: bool) -> str:
        """Why it has ended, as ssh or the other computer's shell says it; `greeted` says whether an agent was there before."""
        self._listener.join(1)
        said = self._words[-1].removeprefix("latentlab: ").rstrip(".") if self._words else ""
        if greeted:
            return f"{self._name}: the connection was cut{': ' + said if said else ''}."
        with contextlib.suppress(subprocess.TimeoutExpired):
            if self._process.wait(1) != _OF_SSH or not said:
                why = f" ({said})" if said else ""
                return f"{self._name}: no agent answers there{why}; install LatentLab there, or name what starts it (--agent)."
        return f"{self._name}: cannot be reached: {said}."

    def _listen(self) -> None:
        with contextlib.suppress(OSError, ValueError), cast(BinaryIO, self._process.stderr) as stream:
            while line := stream.readline(_LONGEST_LINE):
                if words := printable(line.decode(errors="replace").strip()):
                    self._words.append(words)
