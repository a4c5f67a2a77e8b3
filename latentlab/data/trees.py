"""The image files below a folder or inside an archive, which is read where it stands and never unpacked to files."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from latentlab.data.archives import add_tar, add_zip, container_of
from latentlab.data.folders import add_folder
from latentlab.data.formats import READABLE, SUFFIXES
from latentlab.data.gather import LARGEST_FILE, Gathering, ImageFile, ImageTree
from latentlab.data.kinds import advice, article, kind_by_name
from latentlab.data.layout import classes_of, natural_key, shard_part
from latentlab.data.parquet import add_arrow, add_parquet
from latentlab.data.videos import add_video
from latentlab.errors import DataError

__all__ = [
    "LARGEST_FILE",
    "SUFFIXES",
    "ImageFile",
    "ImageTree",
    "classes_of",
    "natural_key",
    "open_tree",
    "required_root",
]

PLACES = "a folder of images, or a .zip, .tar, .parquet, .arrow or video file of them"


def required_root(root: Path | None, collection: str, what: str, called: str = "data.root = ") -> Path:
    """The place that a user named.

    Args:
        root: as it was named, if it was.
        collection: that is asked for.
        what: the place should be.
        called: what stands before its name in an error.

    Raises:
        DataError: if none was named, or nothing is there.
    """
    if root is None:
        raise DataError(f"{collection} needs data.root: {what}.")
    try:
        root.stat()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise DataError(f"{called}{str(root)!r}: there is no such folder or .zip file; it should be {what}.") from None
    except OSError as error:
        raise DataError(f"{called}{str(root)!r}: cannot be read: {error.strerror}.") from None
    return root


_SHARDS: Mapping[str, Callable[..., None]] = {
    "tar": add_tar,
    "parquet": add_parquet,
    "Arrow": add_arrow,
    "video": add_video,
}
"""What adds the images of a file that may be one of several."""


@contextmanager
def open_tree(root: Path) -> Iterator[ImageTree]:
    """The images of a folder, or of a zip, tar, parquet, Arrow or video file; they can be read as long as the context is open.

    A folder that has no images but shards, as of webdataset or Hugging Face (`train-000.tar`, `train-00000.parquet`), or
    videos, holds what these hold. What a file is, its content tells, not its name.

    Raises:
        DataError: if the folder cannot be listed, or the file is none of these.
    """
    with ExitStack() as stack:
        found = Gathering()
        if root.is_dir():
            shards = add_folder(found, root)
            if not found.files:
                for kind, shard in shards:
                    found.passed[kind] -= 1
                    _add_shard(found, root, kind, shard, stack)
        else:
            _add_file(found, root, stack)
        yield found.tree()


def _add_file(found: Gathering, path: Path, stack: ExitStack) -> None:
    kind = _kind_of(path)
    if kind == "zip":
        add_zip(found, path, stack)
    elif add := _SHARDS.get(kind or ""):
        add(found, path, stack)
    elif path.suffix.lower() == ".zip" and kind in (None, *READABLE):
        raise DataError(f"{path}: not a zip file, or a damaged one; fetch or pack it again.")
    elif kind:
        told = f"; {advice(kind)}" if advice(kind) else ""
        raise DataError(f"{path}: is {article(kind)}, not {PLACES}{told}.")
    else:
        raise DataError(f"{path}: not {PLACES}, or a damaged one; fetch or pack it again.")


def _kind_of(path: Path) -> str | None:
    """By the content, or by the name where the content does not tell those of its kind."""
    kind = container_of(path)
    named = kind_by_name(path.name)
    return named if kind is None and named in ("video", "Arrow") else kind


def _add_shard(found: Gathering, root: Path, called: str, path: Path, stack: ExitStack) -> None:
    """One of several files that together hold the images, as their names say; which part of a split it
    belongs to is in its path."""
    below = path.relative_to(root)
    part = next((name for name in map(shard_part, (path.name, *reversed(below.parts[:-1]))) if name), None)
    try:
        add = _SHARDS.get(_kind_of(path) or "")
        if add is None:
            found.refuse(below.as_posix(), "broken", f"is not {article(called)}, or a damaged one")
        else:
            add(found, path, stack, below.as_posix(), part)
    except DataError as error:
        found.refuse(below.as_posix(), "broken", str(error).removeprefix(f"{path}: ").rstrip("."))
