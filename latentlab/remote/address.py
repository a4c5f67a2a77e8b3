"""Where a folder of runs lies: ssh://[user@]host[:port]/folder."""

import re
import shlex
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from latentlab.errors import ConfigError, shown

SCHEME = "ssh://"
_FORM = "write ssh://host/folder, with user@ before the host and :port after it where they are needed"
_AUTHORITY = re.compile(
    r"(?:(?P<user>[A-Za-z0-9_][A-Za-z0-9._-]*)@)?(?P<host>[A-Za-z0-9_][A-Za-z0-9._-]*|\[[0-9A-Fa-f:.%]+\])(?::(?P<port>[0-9]{1,5}))?"
)


@dataclass(frozen=True)
class Address:
    """A folder on another computer.

    Attributes:
        host: as ssh is told it, with the user where there is one.
        port: None for the one that ssh takes by itself.
        folder: its path there; one that begins with ~ is in the user's home.
    """

    host: str
    port: int | None
    folder: str

    @classmethod
    def parse(cls, text: str) -> "Address":
        """Read an address.

        Raises:
            ConfigError: if it is none.
        """
        authority, slash, folder = text.strip().removeprefix(SCHEME).partition("/")
        found = _AUTHORITY.fullmatch(authority)
        if not text.strip().startswith(SCHEME) or found is None or not slash or not folder:
            raise ConfigError(f"{shown(text)} is no address of a folder: {_FORM}.")
        port = int(found["port"]) if found["port"] else None
        if port is not None and not 1 <= port <= 65535:
            raise ConfigError(f"{shown(text)}: port {port}: a port is 1 to 65535.")
        path = unquote(folder)
        if "\0" in path or "\n" in path:
            raise ConfigError(f"{shown(text)}: the folder's name holds a control character; {_FORM}.")
        user = f"{found['user']}@" if found["user"] else ""
        return cls(user + found["host"].strip("[]"), port, path if path.startswith("~") else f"/{path}")

    @property
    def text(self) -> str:
        """As it is written."""
        host = self.host
        if ":" in host:
            user, at, name = host.rpartition("@")
            host = f"{user}{at}[{name}]"
        port = f":{self.port}" if self.port is not None else ""
        return f"{SCHEME}{host}{port}/{self.folder.removeprefix('/').replace('%', '%25')}"

    def command(self, via: str = "", agent: str = "") -> list[str]:
        """What to run to speak with the agent there.

        Args:
            via: is run instead of ssh, with `agent FOLDER` after it.
            agent: what starts LatentLab on the other computer; by default `latentlab`.

        Raises:
            ConfigError: if `via` is no command.
        """
        if via:
            return [*_words(via), "agent", self.folder]
        port = ("-p", str(self.port)) if self.port is not None else ()
        return ["ssh", "-T", *port, "--", self.host, f"{agent or 'latentlab'} agent {_quoted(self.folder)}"]


def _words(via: str) -> Sequence[str]:
    try:
        words = shlex.split(via)
    except ValueError as error:
        raise ConfigError(f"via = {shown(via)}: it is no command: {str(error).lower()}.") from None
    if not words:
        raise ConfigError(f"via = {shown(via)}: it is empty; write a command that is run instead of ssh.")
    return words


def _quoted(folder: str) -> str:
    return shlex.quote(folder)
