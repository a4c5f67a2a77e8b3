"""Folders of any number of images, decoded once and kept in a cache, so that training reads bytes and not files."""

import atexit
import errno
import functools
import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from functools import partial
from pathlib import Path, PurePosixPath

import numpy as np
from filelock import FileLock, Timeout
from numpy.typing import NDArray

from latentlab import environment
from latentlab.data.decoding import Mode, decode_file, in_threads
from latentlab.data.faults import FileFault
from latentlab.data.formats import KINDS
from latentlab.data.kinds import one_line
from latentlab.data.measuring import measure
from latentlab.data.partial import PartialStore
from latentlab.data.prepared import LeftOut, StoreIndex, StoreSettings, read_prepared
from latentlab.data.trees import PLACES, ImageFile, ImageTree, open_tree, required_root
from latentlab.data.values import Ranges, ValueRange, by_kind
from latentlab.data.watching import Cancelled, Progress
from latentlab.errors import DataError, StoppedError

_VERSION = 2
"""Of how files become pixels: a store that another one made is not taken."""
_BYTES_AT_A_TIME = 16 * 2**20
_MOST_AT_A_TIME = 512
_WAIT = 0.2
"""Seconds between two looks at whether another process is done."""


def cache_folder() -> Path:
    """Where prepared images are kept: `prepared` in the folder of the user's caches."""
    return environment.cache_folder() / "prepared"


def prepare(
    root: Path | None,
    settings: StoreSettings | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    cache: Path | None = None,
) -> Path:
    """The store of the images below a folder or in a zip file, made unless it is there already.

    Decoding runs in parallel and in bounded memory. A store is whole or absent; an attempt that was stopped, killed or short of
    disk is taken up again where it ended. Changed files or settings are another store. Files that cannot be read are left out.

    Args:
        root: the folder or zip file.
        settings: size, channels and fit.
        progress: told of the files done and their number, twice over where their values are measured first.
        cancelled: asked whether to stop.
        cache: the folder that stores are kept in; `cache_folder()` unless given.

    Raises:
        DataError: if there is no such place, fewer than two of its images can be read, or the cache has no room.
        StoppedError: once `cancelled` answers true.
    """
    root = required_root(root, "folder", PLACES)
    with open_tree(root) as tree:
        return prepare_tree(root, tree, settings or StoreSettings(), progress, cancelled, cache)


def prepare_tree(
    root: Path,
    tree: ImageTree,
    settings: StoreSettings,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    cache: Path | None = None,
    least: int = 2,
) -> Path:
    """As `prepare`, of the files of an open tree, in their order, whichever of those below `root` they are.

    Fewer than `least` images are refused: a split needs two.
    """
    cache = cache or cache_folder()
    fingerprint = _fingerprint(root, tree, settings)
    store = cache / fingerprint
    if _is_whole(store):
        return store
    _require(least, root, tree, len(tree.files), [str(fault) for fault in tree.refused])
    with _told_of_the_disk(cache):
        cache.mkdir(parents=True, exist_ok=True)
        with _alone(cache / f"{fingerprint}.lock", cancelled):
            if not _is_whole(store):  # another process may just have made it
                _clear(store)
                _make(root, tree, settings, store, progress, cancelled, least)
                if not _is_whole(store):  # what an earlier attempt left was damaged
                    _clear(store)
                    _make(root, tree, settings, store, progress, cancelled, least)
    return store


class CacheError(DataError):
    """Prepared images cannot be kept in the folder for them."""


def prepare_somewhere(
    root: Path,
    tree: ImageTree,
    settings: StoreSettings,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    least: int = 2,
) -> tuple[Path, tuple[str, ...]]:
    """As `prepare_tree`, but where the cache cannot be written in a folder that is removed when the process ends.

    Returns:
        The store, and a sentence where it is such a one.
    """
    try:
        return prepare_tree(root, tree, settings, progress, cancelled, least=least), ()
    except CacheError as error:
        try:
            cache = _temporary_cache()
        except OSError:
            raise error from None
        store = prepare_tree(root, tree, settings, progress, cancelled, cache, least)
        return store, (f"{error} Until then they are prepared again by every process.",)


@functools.cache
def _temporary_cache() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="latentlab-prepared-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _fingerprint(root: Path, tree: ImageTree, settings: StoreSettings) -> str:
    """Of the files and the settings; it names the store."""
    unsaid = None if settings.kept else {"kept"}  # so that stores made before there were any keep their names
    digest = hashlib.sha256(f"{_VERSION}\n{settings.model_dump_json(exclude=unsaid)}\n".encode())
    digest.update(os.fsencode(root.resolve()))
    for file in tree.files:
        digest.update(os.fsencode(f"\n{file.path}\0{file.size} {file.version}"))
    for fault in tree.refused:
        digest.update(os.fsencode(f"\n{fault}"))
    return digest.hexdigest()[:32]


def _is_whole(store: Path) -> bool:
    try:
        read_prepared(store)
    except DataError:
        return False
    return True


def _clear(place: Path) -> None:
    """Remove what is there, whatever it is."""
    if place.is_symlink() or place.is_file():
        place.unlink()
    shutil.rmtree(place, ignore_errors=True)


def _make(
    root: Path,
    tree: ImageTree,
    settings: StoreSettings,
    store: Path,
    progress: Progress | None,
    cancelled: Cancelled | None,
    least: int,
) -> None:
    layers = settings.frames == "channels"
    mode: Mode = "L" if layers or settings.channels == "grey" else "RGB"
    measured = measure(tree.files, settings, progress, cancelled)
    ranges = measured.ranges(settings)
    channels = measured.channels if layers else len(mode)
    part = PartialStore(store.with_suffix(".part"), (channels, settings.size, settings.size))
    if part.done > len(tree.files):  # a damaged journal
        part.remove()
        part = PartialStore(store.with_suffix(".part"), (channels, settings.size, settings.size))
    if not part.is_indexed:
        with _room_required(store.parent, tree, settings, part):
            decode = partial(_decode, settings, mode, by_kind(ranges), channels if layers else None)
            _fill(part, tree.files, decode, progress, cancelled)
            faults = [str(fault) for fault in tree.refused] + [f"{left.file}: {left.detail}" for left in part.problems]
            if len(part.kept) < least:
                part.remove()
                _require(least, root, tree, len(part.kept), faults)
            part.index(_index(root, tree, settings, part, ranges))
    part.rename_to(store)


def _fill(
    part: PartialStore,
    files: list[ImageFile],
    decode: Callable[[ImageFile], list[NDArray[np.uint8]] | FileFault],
    progress: Progress | None,
    cancelled: Cancelled | None,
) -> None:
    at_a_time = max(1, min(_MOST_AT_A_TIME, _BYTES_AT_A_TIME // part.bytes_per_image))
    images: list[NDArray[np.uint8]] = []
    kept: list[int] = []
    problems: list[LeftOut] = []
    begin = part.done
    with closing(in_threads(decode, files[begin:])) as results:
        for index, result in enumerate(results, begin):
            if isinstance(result, FileFault):
                problems.append(_left_out(result))
            else:
                images += result
                kept += [index] * len(result)
            done = index + 1
            stop = cancelled is not None and cancelled()
            if len(images) + len(problems) >= at_a_time or done == len(files) or stop:
                part.append(done, images, kept, problems)
                images, kept, problems = [], [], []
            if progress:
                progress(done, len(files))
            if stop:
                raise StoppedError(f"Stopped after {done:,} of {len(files):,} images; preparing them again goes on from there.")


def _decode(
    settings: StoreSettings, mode: Mode, ranges: Ranges, channels: int | None, file: ImageFile
) -> list[NDArray[np.uint8]] | FileFault:
    return decode_file(file, settings.size, mode, settings, ranges, channels)


def _index(
    root: Path, tree: ImageTree, settings: StoreSettings, part: PartialStore, ranges: tuple[ValueRange, ...]
) -> StoreIndex:
    paths = [tree.files[index].path for index in part.kept]
    layout = tree.layout.of(np.array(part.kept, np.int64))
    grey = settings.channels == "grey" or (settings.channels == "auto" and part.is_grey)
    return StoreIndex(
        root=printable(root.resolve()),
        settings=settings,
        channels=part.channels if settings.frames == "channels" else 1 if grey else 3,
        files=tuple(printable(path) for path in paths),
        labels=tuple(layout.labels.tolist()),
        label_names=tuple(printable(name) for name in layout.label_names),
        problems=(*(_left_out(fault) for fault in tree.refused), *part.problems),
        ranges=ranges,
    )


def _left_out(fault: FileFault) -> LeftOut:
    return LeftOut(file=printable(fault.name), kind=fault.kind, detail=fault.detail)


def printable(name: Path | PurePosixPath | str) -> str:
    """A file's name as text, which it need not be, and on one line."""
    return one_line(str(name))


def _require(least: int, root: Path, tree: ImageTree, count: int, faults: list[str]) -> None:
    if count >= least:
        return
    if not count and not faults:
        raise DataError(f"data.root = {str(root)!r} holds no images ({KINDS}).{_told(tree.notes)}")
    found = "only one image that can be read" if count else f"no image that can be read, of {len(faults):,}"
    needed = "; two are needed, to train and to measure on" if least == 2 else ""
    reason = f"; {faults[0].rstrip('.')}" if faults else ""
    raise DataError(f"data.root = {str(root)!r} holds {found}{needed}{reason}.{_told(tree.notes)}")


def _told(sentences: Sequence[str]) -> str:
    return "".join(f" {sentence}" for sentence in sentences)


@contextmanager
def _room_required(cache: Path, tree: ImageTree, settings: StoreSettings, part: PartialStore) -> Iterator[None]:
    """Refuses what the disk cannot take, at the beginning or, where others fill it, later."""
    if _needed(tree, part) > shutil.disk_usage(cache).free:
        raise _no_room(cache, tree, settings, part)
    try:
        yield
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT):
            raise
        raise _no_room(cache, tree, settings, part) from None


def _needed(tree: ImageTree, part: PartialStore) -> int:
    """Bytes."""
    return (len(tree.files) - part.done) * part.bytes_per_image


def _no_room(cache: Path, tree: ImageTree, settings: StoreSettings, part: PartialStore) -> DataError:
    count, side = f"{len(tree.files):,} images", f"{settings.size}×{settings.size}"
    needed, free = _megabytes(_needed(tree, part)), _megabytes(shutil.disk_usage(cache).free)
    kept = f" The {part.done:,} that are prepared are kept and gone on from." if part.done else ""
    return DataError(
        f"{cache}: {count} at {side} need {needed} more, and {free} are free; make room, or name a folder on another disk in "
        f"LATENTLAB_CACHE.{kept}"
    )


def _megabytes(count: int) -> str:
    return f"{count / 1e6:,.1f} MB"


@contextmanager
def _told_of_the_disk(cache: Path) -> Iterator[None]:
    """Turns what goes wrong with the cache into a sentence."""
    try:
        yield
    except OSError as error:
        raise CacheError(
            f"{cache}: prepared images cannot be kept there: {error.strerror or error}; name another folder in LATENTLAB_CACHE."
        ) from None


@contextmanager
def _alone(path: Path, cancelled: Cancelled | None) -> Iterator[None]:
    """No other process makes the same store in the meantime."""
    lock = FileLock(path)
    while True:
        try:
            lock.acquire(timeout=_WAIT)
            break
        except Timeout:
            if cancelled and cancelled():
                raise StoppedError("Stopped while another LatentLab prepares the same images.") from None
    try:
        yield
    finally:
        lock.release()
    # Only once the store is there, so that whoever comes meanwhile finds it and makes none.
    with suppress(OSError):
        path.unlink()
