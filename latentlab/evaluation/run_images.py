"""The images of a run that is there already: compared with what the run remembers of them, so that held out stays held out."""

import socket
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from latentlab.config import applies, with_data_root
from latentlab.data import Cancelled, Dataset, Progress, load_dataset, shape_text
from latentlab.data.fingerprint import Fingerprint, digests_of, match
from latentlab.errors import ConfigError, DataError, FileError, MissingFileError
from latentlab.files.tensors import read_tensors
from latentlab.runs import IMAGES_FILE, Run, user_name

_REMEDY = (
    "Give the place where they are now with --data-root PATH (--set data.root=PATH to resume), or choose it in the window."
)


@dataclass(frozen=True, eq=False)
class RunImages:
    """Images of a run.

    Attributes:
        dataset: each image on the side of the split that it has in the run.
        note: a sentence where these are not all of the run's images, or cannot be compared with them; else empty.
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
    """
    config = run.config
    if data_root is not None and not applies(config.data, "root"):
        raise DataError(f"--data-root {data_root}: {config.data.name} needs no folder of images.")
    if data_root is not None:
        config = with_data_root(config, data_root)
    elif config.data.location and (elsewhere := _made_elsewhere(run)):
        raise DataError(
            f"{run.path.name}: {elsewhere}; its images are not looked for in {config.data.location!r} here. {_REMEDY}"
        )
    try:
        dataset = load_dataset(config.data, progress, cancelled)
        if dataset.image_shape[0] != run.image_shape[0] and applies(config.data, "channels"):
            # A colour image among grey ones, or the last one gone: they are read as they were then.
            kind = "grey" if run.image_shape[0] == 1 else "colour"
            dataset = load_dataset(config.data.model_copy(update={"channels": kind}), progress, cancelled)
    except (DataError, ConfigError) as error:
        remedy = f" {_REMEDY}" if data_root is None and config.data.location else ""
        raise DataError(f"The images of {run.path.name} cannot be read: {error}{remedy}") from None
    if dataset.image_shape != run.image_shape:
        raise DataError(
            f"{run.path.name}: its images are {shape_text(dataset.image_shape)} now, and its model takes "
            f"{shape_text(run.image_shape)}: these are not the images that it was trained on. {_REMEDY}"
        )
    return _compared(run, dataset, to_resume)


def _made_elsewhere(run: Run) -> str:
    """By whom and where, if it was not this user on this computer; runs of the first schema do not say."""
    host, user = run.header.host, run.header.user
    if not host or (host, user) == (socket.gethostname(), user_name()):
        return ""
    return f"this run was made by {user} on {host}"


def _compared(run: Run, dataset: Dataset, to_resume: bool) -> RunImages:
    fingerprint = read_fingerprint(run)
    if fingerprint is None:
        return RunImages(dataset, f"{run.path.name} remembers nothing of its images, so these are taken on trust.")
    held_out = digests_of(dataset.test)
    same = np.array_equal(held_out, fingerprint.held_out) and len(dataset.train) == len(fingerprint.train)
    if same and np.array_equal(digests_of(dataset.train), fingerprint.train):
        return RunImages(dataset, "")
    found = match(fingerprint, dataset)
    name, held_out_count = run.path.name, len(fingerprint.held_out)
    if to_resume and (missing := found.train_missing + found.held_out_missing):
        raise DataError(
            f"{name}: {_of(missing, len(fingerprint.train) + held_out_count)} images are missing or have changed, and a run "
            "goes on with its own images only. Put them back, or start a new run."
        )
    if not len(found.dataset.test):
        raise DataError(f"{name}: none of its {held_out_count:,} held-out images is among these. {_REMEDY}")
    return RunImages(found.dataset, _note(name, found.train_missing, found.held_out_missing, found.unknown, fingerprint))


def _note(name: str, train_missing: int, held_out_missing: int, unknown: int, fingerprint: Fingerprint) -> str:
    parts = []
    if held_out_missing:
        parts.append(f"{_of(held_out_missing, len(fingerprint.held_out))} held-out images are missing or have changed")
    if train_missing:
        parts.append(f"{_of(train_missing, len(fingerprint.train))} training images are missing or have changed")
    if unknown:
        parts.append(f"{unknown:,} images are left out that the run does not know")
    return f"{name}: {_listed(parts)}; held out are only images that it never learned from." if parts else ""


def _listed(parts: Sequence[str]) -> str:
    return ", and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def _of(part: int, whole: int) -> str:
    return f"{part:,} of {whole:,}"


def read_fingerprint(run: Run) -> Fingerprint | None:
    """What a run remembers of its images; None for runs of earlier versions, which remember nothing.

    Raises:
        DataError: if the file is damaged.
    """
    path = run.path / IMAGES_FILE
    if run.header.images.get("digest") is not None and not path.exists():
        raise DataError(f"{path}: is missing, so it cannot be told which images the run learned from; put it back.")
    try:
        tensors = read_tensors(path)
        train, held_out = (tensors[name].numpy() for name in ("train", "held_out"))
        if any(part.dtype != np.uint8 or part.shape[1:] != (16,) for part in (train, held_out)):
            raise FileError(path, "holds other things than digests of images")
    except MissingFileError:
        return None
    except KeyError:
        raise DataError(f"{path}: is damaged: digests of the images are missing; put the file back as it was.") from None
    except FileError as error:
        raise DataError(f"{error} Put the file back as it was.") from None
    fingerprint = Fingerprint(train, held_out)
    if (digest := run.header.images.get("digest")) is not None and digest != fingerprint.digest:
        raise DataError(f"{path}: is damaged: it is not what run.toml says; put the file back as it was.")
    return fingerprint
