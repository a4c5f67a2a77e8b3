"""Official files fetched from where their authors publish them: resumed, checked, and only when somebody asks.

A file grows under the name of its own with `.part` behind it and takes its name once its hash is right, so that what bears the
name is whole. What a break leaves is gone on with the next time.
"""

import errno
import hashlib
import http.client
import socket
import urllib.error
import urllib.request
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from latentlab.catalog.datasets import DATASETS
from latentlab.errors import DataError
from latentlab.published import RemoteFile

Progress = Callable[[int, int, str], None]
"""Called with the bytes at hand, of how many, and the file's name. What it raises ends the download; the part is kept."""

_BLOCK = 2**18
_TIMEOUT_S = 30.0
_BEGINNING = 512
_NO_HOST, _NO_WAY = "cannot be found", "cannot be reached"
_BEYOND_ITS_END = http.client.REQUESTED_RANGE_NOT_SATISFIABLE
_PAGES = (b"<!doctype html", b"<html", b"<?xml")


class _Refused(Exception):
    """Why a server's answer is not the file."""


@dataclass(frozen=True)
class _Answer:
    """A response, the place in the file where it begins, and the bytes of the whole file where the server tells them."""

    body: http.client.HTTPResponse
    start: int
    total: int | None


def download(name: str, folder: Path, progress: Progress, files: Sequence[RemoteFile] | None = None) -> list[Path]:
    """Fetch a collection's official files into a folder; those that are there and whole are left as they are.

    Args:
        name: of the collection.
        folder: is made if need be; afterwards it serves as the collection's `data.root`.
        progress: told after every block.
        files: what is fetched; those of its catalog entry unless given.

    Returns:
        The files' paths.

    Raises:
        DataError: if the collection cannot be fetched, no server gives a file whole and with the right hash, or the folder
            cannot be written.
    """
    known = {name: entry.terms.remote for name, entry in DATASETS.items() if entry.terms.remote}
    files = known.get(name, ()) if files is None else files
    if not files:
        raise DataError(f"{name}: nothing is published to fetch; there are {', '.join(known)}.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return [_fetch(name, file, folder, progress) for file in files]
    except OSError as error:
        if error.errno is None:  # not the system's, but what `progress` raised
            raise
        raise DataError(f"{error.filename or folder}: cannot be written: {error.strerror or error}.") from None


def _fetch(name: str, file: RemoteFile, folder: Path, progress: Progress) -> Path:
    path = folder / file.name
    if path.is_file():
        if _md5(path) != file.md5:
            raise DataError(f"{path}: is there, but is not the official file (its MD5 is not {file.md5}); move it away.")
        progress(file.size, file.size, file.name)
        return path
    part = path.with_name(f"{file.name}.part")
    reasons: dict[str, str] = {}
    for url in file.urls:
        reason = _try(url, file, part, progress)
        if reason is None:
            part.replace(path)
            return path
        reasons[urlsplit(url).netloc] = reason
    told = "; ".join(f"{host}: {reason}" for host, reason in reasons.items())
    raise DataError(f"{name}: {file.name} could not be fetched ({told}); {_advice(part, folder, set(reasons.values()))}")


def _advice(part: Path, folder: Path, reasons: set[str]) -> str:
    if part.is_file():
        return f"its beginning, {part.stat().st_size:,} bytes, is kept and gone on from next time."
    if reasons <= {_NO_HOST, _NO_WAY}:
        return "is there a network?"
    return f"if you have the file already, put it into {folder}."


def _try(url: str, file: RemoteFile, part: Path, progress: Progress) -> str | None:
    """Why the file did not come from this address; None if `part` now is the whole file."""
    for _ in range(2):  # once more from the start, where what was there before turns out not to be the file's beginning
        before = part.stat().st_size if part.is_file() else 0
        try:
            if before < file.size:
                _receive(url, file, part, before, progress)
        except _Refused as refusal:
            return str(refusal)
        except (urllib.error.URLError, http.client.HTTPException, TimeoutError, ConnectionError) as error:
            if not (isinstance(error, urllib.error.HTTPError) and error.code == _BEYOND_ITS_END and before):
                return _in_words(error)
            error.close()
        if _md5(part) == file.md5:
            return None
        size = part.stat().st_size
        part.unlink()
        if not before:
            return f"what came, {size:,} bytes, is not the official file: its MD5 is not {file.md5}"
    return "what came is not the official file"


def _receive(url: str, file: RemoteFile, part: Path, have: int, progress: Progress) -> None:
    """Append what is missing, or write the whole file again where the server does not go on in the middle."""
    answer = _ask(url, have)
    with answer.body as body, part.open("ab" if answer.start else "wb") as target:
        done, total = answer.start, answer.total or file.size
        progress(done, total, file.name)
        block = _read(partial(body.read, _BEGINNING))
        if done == 0 and block.lstrip().lower().startswith(_PAGES):
            raise _Refused("a web page came in place of the file")
        while block:
            target.write(block)
            done += len(block)
            progress(done, total, file.name)
            # What has come, however little: on a slow line a whole block would keep whoever wants to stop waiting.
            block = _read(partial(body.read1, _BLOCK))
    if done < total:
        raise _Refused(f"the connection ended after {done:,} of {total:,} bytes")


def _ask(url: str, have: int) -> _Answer:
    request = urllib.request.Request(url, headers={"User-Agent": "latentlab", **({"Range": f"bytes={have}-"} if have else {})})
    body = urllib.request.urlopen(request, timeout=_TIMEOUT_S)
    if body.headers.get_content_type() in ("text/html", "application/xhtml+xml"):
        body.close()
        raise _Refused("a web page came in place of the file")
    if body.status == http.client.PARTIAL_CONTENT:
        reach, _, total = body.headers.get("Content-Range", "").removeprefix("bytes ").partition("/")
        if reach.partition("-")[0] == str(have):
            return _Answer(body, have, int(total) if total.isdigit() else None)
        body.close()
        raise _Refused(f"it was asked for the bytes from {have:,} on and sent others")
    length = body.headers.get("Content-Length", "")
    return _Answer(body, 0, int(length) if length.isdigit() else None)


def _read(read: Callable[[], bytes]) -> bytes:
    with suppress(http.client.IncompleteRead):  # told by the count
        return read()
    return b""


def _md5(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.md5(usedforsecurity=False)).hexdigest()


def _in_words(error: Exception) -> str:
    if isinstance(error, urllib.error.HTTPError):
        error.close()
        return f"answers {error.code} {error.reason}"
    reason = error.reason if isinstance(error, urllib.error.URLError) else error
    if isinstance(reason, TimeoutError):
        return f"no answer within {_TIMEOUT_S:g} s"
    if isinstance(reason, socket.gaierror):
        return _NO_HOST
    if isinstance(reason, ConnectionError):
        return "refuses or drops the connection"
    if isinstance(reason, OSError) and reason.errno in (errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN):
        return _NO_WAY
    return str(reason) or type(error).__name__
