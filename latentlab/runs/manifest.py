"""`manifest.json`: the size and SHA-256 of every file of a checkpoint, written last, so that a whole checkpoint can be told."""

import hashlib
import json
import math
import os
import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from latentlab.errors import FileError, MissingFileError
from latentlab.files.regular import open_regular
from latentlab.files.tensors import read_tensors_header
from latentlab.files.text import read_json
from latentlab.files.zips import open_zip
from latentlab.runs.mirrors import read_mirror
from latentlab.runs.records import is_step

FILE_NAME = "manifest.json"
SCHEMA_VERSION = 2
_EARLIER_NAME = "checkpoint.json"
"""Of schema 1, which has no sizes and no digests."""
_LARGEST = 2**20
_BLOCK = 2**20
_SHA256 = re.compile(r"[0-9a-f]{64}")
_MODEL = "model.safetensors"


@dataclass(frozen=True)
class Manifest:
    """What a checkpoint holds.

    Attributes:
        step: steps taken.
        score: of its model, −∞ where it has none; the best has the largest.
        files: name → (bytes, SHA-256 in hexadecimal); empty for a checkpoint of schema 1.
    """

    step: int
    score: float
    files: Mapping[str, tuple[int, str]]

    @property
    def size(self) -> int:
        """Bytes of all its files."""
        return sum(size for size, _ in self.files.values())


def write_manifest(folder: Path, step: int, score: float) -> None:
    """Describe the files in a checkpoint's folder.

    Raises:
        OSError: if it cannot be read or written.
    """
    files = {
        file.name: {"size": file.stat().st_size, "sha256": _digest_of(file)}
        for file in sorted(folder.iterdir())
        if file.name != FILE_NAME
    }
    values = {
        "schema_version": SCHEMA_VERSION,
        "step": step,
        "score": score if math.isfinite(score) else None,
        "files": files,
    }
    (folder / FILE_NAME).write_text(json.dumps(values, indent=2) + "\n", encoding="utf-8")


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a checkpoint's folder, or what a checkpoint of schema 1 has in its place.

    Raises:
        FileError: if there is neither, or it is damaged.
    """
    path = folder / FILE_NAME
    try:
        record = read_json(path, _LARGEST)
    except MissingFileError:
        if os.path.lexists(folder / _EARLIER_NAME):
            return _earlier(folder / _EARLIER_NAME)
        raise
    if not isinstance(record, dict) or record.get("schema_version") != SCHEMA_VERSION or not is_step(record.get("step")):
        raise FileError(path, "is not the manifest of a checkpoint that this LatentLab reads")
    listed = record.get("files")
    if not isinstance(listed, dict) or _MODEL not in listed:
        raise FileError(path, f"does not list {_MODEL}")
    return Manifest(record["step"], _score(record.get("score")), {name: _entry(path, name, listed[name]) for name in listed})


def problem_of(folder: Path, step: int, *, quick: bool = False) -> str:
    """What is wrong with a checkpoint's folder, empty where it is whole.

    Args:
        folder: of the checkpoint; it may be anything.
        step: of its name.
        quick: compare sizes alone, not what the files hold.
    """
    mirror = read_mirror(folder.parent.parent)
    if mirror is not None:
        return mirror.problems.get(step, f"{mirror.address} no longer has it")
    try:
        mode = folder.lstat().st_mode
        if not stat.S_ISDIR(mode):
            return "a folder is expected" + (", not a link" if stat.S_ISLNK(mode) else "")
        manifest = read_manifest(folder)
        if manifest.step != step:
            return f"its manifest is of step {manifest.step:,}"
        if not manifest.files:
            _check_earlier(folder)
            return ""
        for name, (size, digest) in manifest.files.items():
            _check(folder / name, size, None if quick else digest)
        return _unlisted(folder, manifest)
    except FileError as error:
        return f"{error.path.name} {error.reason}" if error.path != folder else error.reason
    except OSError as error:
        return f"it cannot be read: {error.strerror or error}"


def _unlisted(folder: Path, manifest: Manifest) -> str:
    others = [
        file.name
        for file in folder.iterdir()
        if file.name not in (*manifest.files, FILE_NAME) and file.suffix in (".safetensors", ".json", ".pt")
    ]
    return f"{min(others)} is not listed in {FILE_NAME}" if others else ""


def _earlier(path: Path) -> Manifest:
    record = read_json(path, _LARGEST)
    if not isinstance(record, dict) or not is_step(record.get("step")):
        raise FileError(path, "does not name its step")
    return Manifest(record["step"], _score(record.get("score")), {})


def _check_earlier(folder: Path) -> None:
    for name in (_MODEL, "ema.safetensors"):
        if name == _MODEL or os.path.lexists(folder / name):
            read_tensors_header(folder / name)
    path = folder / "trainer.pt"
    with open_regular(path):  # what is no file at all says so itself
        pass
    try:
        with open_zip(path) as archive:
            archive.check()
            plain = all(member.stored for member in archive.members)
    except FileError:
        plain = False
    if not plain:
        raise FileError(path, "is damaged")


def _entry(path: Path, name: str, entry: Any) -> tuple[int, str]:
    size, digest = (entry.get("size"), entry.get("sha256")) if isinstance(entry, dict) else (None, None)
    plain = bool(name) and name not in (".", "..") and not set(name) & set("/\\:\0") and len(name) <= 100
    if not plain or not is_step(size) or not isinstance(digest, str) or not _SHA256.fullmatch(digest):
        raise FileError(path, f"is damaged: its entry {name[:100]!r} is none of ours")
    return size, digest


def _score(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return -math.inf
    try:
        return float(value) if math.isfinite(value) else -math.inf
    except OverflowError:
        return -math.inf


def _check(path: Path, size: int, digest: str | None) -> None:
    with open_regular(path) as file:
        status = os.fstat(file.fileno())
    if status.st_size != size:
        raise FileError(path, f"has {status.st_size:,} bytes; {size:,} were written")
    if digest is not None and _known_digest(path, status) != digest:
        raise FileError(path, "does not hold what was written")


def _known_digest(path: Path, status: os.stat_result) -> str:
    if status.st_size < _BLOCK:
        return _digest_of(path)
    return _digest_of_unchanged(str(path), status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns)


@lru_cache(maxsize=64)
def _digest_of_unchanged(path: str, inode: int, size: int, modified: int, changed: int) -> str:
    """A large file is read once, for as long as the system says that it is the same."""
    return _digest_of(Path(path))


def _digest_of(path: Path) -> str:
    digest = hashlib.sha256()
    with open_regular(path) as file:
        try:
            while block := file.read(_BLOCK):
                digest.update(block)
        except OSError as error:
            raise FileError(path, f"cannot be read: {error.strerror or error}") from None
    return digest.hexdigest()
