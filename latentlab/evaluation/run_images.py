"""The images of a run that is there already: compared with what the run remembers of them, so that held out stays held out."""

import os
import re
import socket
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from latentlab.config import DataConfig, applies, with_data_root
from latentlab.data import Cancelled, Dataset, Progress, ranges_from, shape_text
from latentlab.data.dataset import dataset_of, read_collection, split_of
from latentlab.data.fingerprint import DIGEST_BYTES, Fingerprint, Match, match
from latentlab.data.sources import Images
from latentlab.data.values import ValueRange, reads_otherwise, with_bytes
from latentlab.errors import ConfigError, DataError, FileError, MissingFileError, RunError
from latentlab.files.places import is_on_network
from latentlab.files.tensors import read_tensors
from latentlab.runs import IMAGES_FILE, OWN_IMAGES, Run, user_name
from latentlab.runs.header import FILE_NAME

_REMEDY = "Give the place where they are now with --data-root PATH, or choose it in the window."
_COUNTS = re.compile(r": ([0-9,]{1,20}) to train on, ([0-9,]{1,20}) held out \(")
"""In the first event of a run."""


@dataclass(frozen=True, eq=False)
class RunImages:
    """Images of a run.

    Attributes:
        dataset: each image on the side of the split that it has in the run.
        note: a sentence where these are not all of the run's images, or differ from them, or cannot be compared; else empty.
    """

    dataset: Dataset
    note: str


def open_images(
    run: Run,
    data_root: str | Path | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    *,
    to_resume: bool = False,
) -> RunImages:
    """The images of a run, from where it says they are or from another place.

    Args:
        run: that was trained on them.
        data_root: where they are now; the run's own `data.root` unless given, which is not touched if the run was made by
            another user or on another computer.
        progress: as for `api.prepare`.
        cancelled: likewise.
        to_resume: whether training goes on, for which every image of the run must be there unchanged.

    Raises:
        DataError: if they are not there, are other images, or may not be looked at unasked.
        StoppedError: once `cancelled` answers true.
    """
    config = run.config.data
    if data_root is not None and not applies(config, "root"):
        raise DataError(f"--data-root {data_root}: {config.name} needs no folder of images.")
    if data_root is not None:
        config = with_data_root(run.config, data_root).data
    elif Path(config.location).name == OWN_IMAGES and (own := run.path / OWN_IMAGES).is_file():
        config = with_data_root(run.config, own).data  # wherever the run's folder is now
    elif config.location and (elsewhere := _made_elsewhere(run)):
        raise DataError(f"{run.path.name}: {elsewhere}; its images are not looked for in {config.location!r} here. {_REMEDY}")
    fingerprint = read_fingerprint(run)
    try:
        images = _read_as_then(run, config, progress, cancelled)
    except (DataError, ConfigError) as error:
        remedy = f" {_REMEDY}" if data_root is None and config.location else ""
        raise DataError(f"The images of {run.path.name} cannot be read: {error}{remedy}") from None
    if images.pixels.shape[1:] != run.image_shape:
        channels, height, width = images.pixels.shape[1:]
        raise DataError(
            f"{run.path.name}: its images are {shape_text((channels, height, width))} now, and its model takes "
            f"{shape_text(run.image_shape)}: these are not the images that it was trained on. {_REMEDY}"
        )
    if fingerprint is None:
        return _on_trust(run, images, config)
    return _compared(run.path.name, fingerprint, images, config, to_resume)


def _made_elsewhere(run: Run) -> str:
    """By whom and where, if it was not this user on this computer.

    Runs of the first schema do not say: their images are then another's where the run's folder is, or where they are on a
    network.
    """
    host, user = run.header.host, run.header.user
    if (host, user) == (socket.gethostname(), user_name()):
        return ""
    if host:
        return f"this run was made by {user} on {host}"
    if is_on_network(run.config.data.location):
        return "this run does not say who made it, and its images are on a network"
    with suppress(OSError):
        if hasattr(os, "getuid") and (run.path / FILE_NAME).stat().st_uid != os.getuid():
            return "this run was made by another user"
    return ""


def _read_as_then(run: Run, config: DataConfig, progress: Progress | None, cancelled: Cancelled | None) -> Images:
    """All images that are there now, grey or in colour and with the black and white that the run's images had."""
    images = read_collection(config, progress, cancelled, kept=())
    as_then = config
    kept: tuple[ValueRange, ...] = ()
    if images.pixels.shape[1] != run.image_shape[0] and applies(config, "channels"):
        # A colour image among grey ones, or the last one gone.
        as_then = config.model_copy(update={"channels": "grey" if run.image_shape[0] == 1 else "colour"})
    if "values" in run.header.images:
        ranges = tuple(ranges_from(run.values).values())
        kept = with_bytes(ranges) if reads_otherwise(ranges, images.ranges) else ()
    if as_then == config and not kept:
        return images
    return read_collection(as_then, progress, cancelled, kept)


def _on_trust(run: Run, images: Images, config: DataConfig) -> RunImages:
    """For a run that remembers no more of its images than how many they were."""
    split = split_of(images, config)
    now = (split.train_count, len(split.order) - split.train_count)
    then = _counts(run)
    name = run.path.name
    if then not in (None, now):
        raise DataError(
            f"{name}: it learned from {then[0]:,} images and held out {then[1]:,}, and of these it would be {now[0]:,} and "
            f"{now[1]:,}: they are not its images, or not all of them. {_REMEDY}"
        )
    if 0 in now:
        raise DataError(f"{name}: of {len(images.pixels):,} images none are left to train or to measure on. {_REMEDY}")
    why = "is of an earlier version, which kept nothing to recognize images by"
    alike = "; they are as many" if then else ""
    return RunImages(dataset_of(images, split, config), f"{name} {why}: that these are its images cannot be verified{alike}.")


def _counts(run: Run) -> tuple[int, int] | None:
    """How many images a run learns from and holds out, by its first event; None where that does not say so."""
    with suppress(RunError):
        start = next((event for event in run.events() if event.kind == "start"), None)
        if start and (found := _COUNTS.search(start.text)):
            train, held_out = (int(count.replace(",", "")) for count in found.groups())
            return train, held_out
    return None


def _compared(name: str, fingerprint: Fingerprint, images: Images, config: DataConfig, to_resume: bool) -> RunImages:
    found = match(fingerprint, images, split_of(images, config))
    total, held_out_count = len(fingerprint.train) + len(fingerprint.held_out), len(fingerprint.held_out)
    missing = found.train_missing + found.held_out_missing
    if missing == total:
        raise DataError(f"{name}: none of its {total:,} images is among these. {_REMEDY}")
    if to_resume and missing:
        raise DataError(
            f"{name}: {_missing(missing, total, 'images')}{_changed(found)}, and a run goes on with its own images only. Put "
            "them back, or start a new run."
        )
    if found.held_out_missing == held_out_count:
        raise DataError(f"{name}: none of its {held_out_count:,} held-out images is among these. {_REMEDY}")
    return RunImages(dataset_of(images, found.split, config), _note(name, found, fingerprint))


def _note(name: str, found: Match, fingerprint: Fingerprint) -> str:
    parts = []
    if found.held_out_missing:
        parts.append(_missing(found.held_out_missing, len(fingerprint.held_out), "held-out images"))
    if found.train_missing:
        parts.append(_missing(found.train_missing, len(fingerprint.train), "training images"))
    if parts:
        parts[-1] += _changed(found)
    if unknown := found.unknown - len(found.changed):
        parts.append(f"{_counted(unknown, 'is', 'are')} left out that the run does not know")
    if found.moved:
        parts.append(f"{_counted(found.moved, 'lies', 'lie')} in another part of the files' own split")
    if found.relabelled:
        others = "another label or other attributes now, which probes and views by class use"
        parts.append(f"{_counted(found.relabelled, 'has', 'have')} {others}")
    if not parts:
        return ""
    ending = ""
    if found.held_out_missing or found.train_missing or found.unknown or found.moved:
        ending = "; each image stays on the side of the split that it had"
    if found.held_out_missing:
        left = found.split.order.size - found.split.train_count
        ending += f", and held-out images are numbered 0 to {left - 1:,}"
    return f"{name}: {_listed(parts)}{ending}."


def _missing(part: int, whole: int, what: str) -> str:
    verbs = "is missing or has changed" if part == 1 else "are missing or have changed"
    return f"{part:,} of {whole:,} {what} {verbs}"


def _changed(found: Match) -> str:
    """The first of the files that are there under their names with other images."""
    if not found.changed:
        return ""
    more = f" and {len(found.changed) - 1:,} more" if len(found.changed) > 1 else ""
    return f" (changed: {found.changed[0]}{more})"


def _counted(count: int, one: str, several: str) -> str:
    return f"{count:,} image {one}" if count == 1 else f"{count:,} images {several}"


def _listed(parts: Sequence[str]) -> str:
    return ", and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def read_fingerprint(run: Run) -> Fingerprint | None:
    """What a run remembers of its images; None for runs of earlier versions, which remember nothing.

    Raises:
        DataError: if the file is damaged.
    """
    path = run.path / IMAGES_FILE
    if run.header.images.get("digest") is not None and not path.exists():
        raise DataError(f"{path}: is missing, so it cannot be told which images the run learned from; put it back.")
    try:
        parts = {name: tensor.numpy() for name, tensor in read_tensors(path).items()}
        fingerprint = Fingerprint(parts["train"], parts["held_out"], parts.get("labels"), parts.get("names"))
        shapes = [(DIGEST_BYTES,)] * len(parts)
        if any(part.dtype != np.uint8 for part in parts.values()) or [part.shape[1:] for part in parts.values()] != shapes:
            raise FileError(path, "holds other things than digests of images")
        count = len(fingerprint.train) + len(fingerprint.held_out)
        if any(part is not None and len(part) != count for part in (fingerprint.labels, fingerprint.names)):
            raise FileError(path, "holds digests of more or fewer labels or names than images")
    except MissingFileError:
        return None
    except KeyError:
        raise DataError(f"{path}: is damaged: digests of the images are missing; put the file back as it was.") from None
    except FileError as error:
        raise DataError(f"{error} Put the file back as it was.") from None
    if (digest := run.header.images.get("digest")) is not None and digest != fingerprint.digest:
        raise DataError(f"{path}: is damaged: it is not what run.toml says; put the file back as it was.")
    return fingerprint
