"""Files that were sent to an agent because a request names them, and what stands for paths there."""

import hashlib
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from latentlab.errors import RemoteError, shown
from latentlab.explore.requests.values import RunRef
from latentlab.files.atomic import write_atomically
from latentlab.files.regular import is_bare_name, size_text
from latentlab.remote.served import ServedFolder

_LARGEST_UPLOADS = 2**30
_LONGEST_PATH = 4096


class Uploads:
    """Files that requests name and that were sent, and what stands for paths in requests and results."""

    def __init__(self, served: ServedFolder) -> None:
        self._served = served
        self._folder = TemporaryDirectory(prefix="latentlab-agent-")
        self._theirs: dict[Path, str] = {}
        self._size = 0

    def keep(self, file: object, digest: object, content: bytes | bytearray | memoryview) -> None:
        """Keep the content of a file of the other computer.

        Raises:
            RemoteError: if it has no name, is not what its digest says, or there is no room for it.
        """
        path = self._place(file, digest)
        if hashlib.sha256(content).hexdigest() != digest:
            raise RemoteError(f"file {shown(file)}: its SHA-256 is not {shown(digest)}; send it again.")
        if path.is_file():
            return
        if self._size + len(content) > _LARGEST_UPLOADS:
            raise RemoteError(
                f"file {shown(file)}: {size_text(_LARGEST_UPLOADS)} of files were sent; connect again to send more."
            )
        try:
            path.parent.mkdir(exist_ok=True)
            write_atomically(path, content)
        except OSError as error:
            raise RemoteError(f"file {shown(file)}: cannot be kept: {error.strerror or error}.") from None
        self._size += len(content)
        self._theirs[path] = str(file)

    def close(self) -> None:
        """Remove what was sent."""
        self._folder.cleanup()

    def in_their_words(self, text: str) -> str:
        """A sentence with the names that the files have on the other computer."""
        for path, name in self._theirs.items():
            text = text.replace(str(path), name)
        return text

    def pack(self, owner: type, path: Path) -> Any:
        """See `codec.Places`."""
        if owner is RunRef:
            return {"run": path.name}
        if path not in self._theirs:
            raise RemoteError(f"{path}: a path of this computer is no part of an answer.")
        return {"file": self._theirs[path]}

    def unpack(self, owner: type, value: Any) -> Path:
        """See `codec.Places`."""
        match value:
            case {"run": name, **rest} if owner is RunRef and not rest:
                return self._served.run(name)
            case {"file": file, "digest": digest, **rest} if owner is not RunRef and not rest:
                path = self._place(file, digest)
                if path.is_file():
                    return path
                raise RemoteError(f"file {shown(file)}: it was not sent; send it before a request names it.")
        raise RemoteError(f"{shown(value)} is no path of {owner.__name__}: a run's name or a file that was sent is expected.")

    def _place(self, file: object, digest: object) -> Path:
        name = file.replace("\\", "/").rpartition("/")[2] if isinstance(file, str) else ""
        if not isinstance(file, str) or len(file) > _LONGEST_PATH or not is_bare_name(name) or not isinstance(digest, str):
            raise RemoteError(f"file {shown(file)}: a path and its SHA-256 are expected.")
        key = hashlib.sha256(f"{digest}\0{file}".encode(errors="surrogatepass")).hexdigest()
        return Path(self._folder.name) / key / name
