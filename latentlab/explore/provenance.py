"""Where a picture came from, said so that the same view can be drawn again: by the window, or by a command line."""

import hashlib
import re
import shlex
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from typing import Any

import numpy as np
from pydantic import TypeAdapter

from latentlab.config import RunConfig
from latentlab.errors import ConfigError, DataError, FileError
from latentlab.explore.requests.commands import COMMANDS, Export, ViewRequest, style_arguments
from latentlab.explore.requests.values import LARGEST_SAMPLES, Vector, check_dims, check_vector
from latentlab.files.picture_text import read_picture_texts
from latentlab.files.regular import is_bare_name
from latentlab.files.text import parse_json
from latentlab.runs import Segment

_HASH_LENGTH = 12
_STEP = re.compile(r"[0-9]{1,12}")
_COUNTS = ("columns", "count", "first", "images", "index", "samples", "seed", "steps")


@dataclass(frozen=True)
class Origin:
    """What a picture says of where it came from.

    Attributes:
        run: name of the run's folder.
        step: of the model that drew it.
        request: what was drawn.
    """

    run: str
    step: int
    request: ViewRequest


def read_origin(path: Path) -> Origin | None:
    """Where a PNG, GIF or WebP came from; None for a picture that LatentLab did not export, or that is none of these."""
    try:
        said = _said_by(path)
        run, step = str(said["run"]), str(said["step"])
        if not is_bare_name(run) or not _STEP.fullmatch(step):
            return None
        return Origin(run, int(step), request_from_json(str(said["view"]), str(said["request"])))
    except (FileError, KeyError, ValueError):
        return None


def _said_by(path: Path) -> Mapping[str, object]:
    """What a picture's file says about itself, as `provenance` worded it; empty where it says nothing."""
    texts = read_picture_texts(path)
    together = texts.get("comment") or texts.get("description")  # GIF and WebP have room for one text
    if together is None:
        return texts
    said = parse_json(together, path)
    return said if isinstance(said, dict) else {}


def refuse_unfit(request: ViewRequest, latent_dim: int) -> None:
    """Check a request that comes from a file against the model that is to draw it.

    Raises:
        DataError: if a z, a σ or a direction has another number of dimensions or holds what is no finite number, or a dimension
            is named that the model does not have.
    """
    for name, value in _parts(request):
        if isinstance(value, np.ndarray):
            _refuse_unfit_vector(name, value, latent_dim)
        elif name == "dims":
            try:
                check_dims(value, latent_dim)
            except ConfigError as error:
                raise DataError(str(error)) from None


def _refuse_unfit_vector(name: str, vector: Vector, latent_dim: int) -> None:
    try:
        check_vector(name, vector, latent_dim)
    except ConfigError as error:
        raise DataError(str(error)) from None
    if not np.isfinite(vector).all() or ("std" in name and (vector <= 0).any()):
        raise DataError(f"{name} holds values that are not finite, or a standard deviation that is not positive.")


def foreign_paths(request: ViewRequest) -> tuple[Path, ...]:
    """The files and folders that a request would open, which are not opened because a picture says so."""
    return tuple(dict.fromkeys(value for _, value in _parts(request) if isinstance(value, Path)))


def _parts(request: object) -> Iterator[tuple[str, Any]]:
    """Names and values of a request's fields and of those of its parts."""
    if not is_dataclass(request):
        return
    for field in fields(request):
        value = getattr(request, field.name)
        yield field.name, value
        for part in value if isinstance(value, tuple) else (value,):
            yield from _parts(part)


def provenance(
    config: RunConfig, run_path: Path, step: int, export: Export, history: Sequence[Segment] = ()
) -> dict[str, object]:
    """What a picture's file says about itself.

    Args:
        config: of the run.
        run_path: its folder.
        step: of the model that drew the picture.
        export: what was drawn.
        history: settings that changed when the run was resumed.

    Returns:
        run (its folder's name), step, seed, settings (a hash), view, request (what was asked, as JSON), command, z where the
        view has one, and changes: which settings changed at which steps up to this one, where any did.
    """
    request = export.request
    state = request_json(request)
    z = getattr(request, "z", None)
    return {
        "run": run_path.resolve().name,
        "step": str(step),
        "seed": str(config.seed),
        "settings": settings_hash(config),
        "view": request.command.name,
        "request": state,
        "command": command_line(run_path, step, export),
        **({"z": z.tolist()} if z is not None else {}),
        **({"changes": changes} if (changes := _changes_until(step, history)) else {}),
    }


def _changes_until(step: int, history: Sequence[Segment]) -> str:
    """In words: `objective.beta: 1 → 2 from step 400`."""
    return "; ".join(
        f"{change} from step {segment.step}" for segment in history if segment.step < step for change in segment.changes
    )


def settings_hash(config: RunConfig) -> str:
    """The first hexadecimal digits of the SHA-256 of all settings but those that say where, not what, is computed."""
    settings = config.model_dump_json(exclude={"device": True, "data": {"root"}, "train": {"threads"}})
    return hashlib.sha256(settings.encode()).hexdigest()[:_HASH_LENGTH]


def command_line(run_path: Path, step: int, export: Export) -> str:
    """What draws the same picture without a window."""
    request = export.request
    words = ["latentlab", request.command.name, str(run_path), *request.arguments(), "--checkpoint", str(step)]
    return shlex.join([*words, *style_arguments(export), "-o", export.path.name])


def request_json(request: ViewRequest) -> str:
    """A request as JSON."""
    return TypeAdapter(type(request)).dump_json(request).decode()


def request_from_json(view: str, text: str) -> ViewRequest:
    """The request that `request_json` wrote.

    Raises:
        FileError, KeyError, ValueError: if there is no such view, or the text is no request of it.
    """
    values = parse_json(text, Path("request"))
    _refuse_large(values)
    values = _in_current_names(values)
    # The check of each field is pydantic's; a range that a request has by itself is its own error.
    try:
        request: ViewRequest = TypeAdapter(COMMANDS[view].request).validate_python(values)
    except (ConfigError, TypeError, OverflowError) as error:
        raise ValueError(str(error)) from None
    return request


def _refuse_large(values: object, name: str = "") -> None:
    """Raise ValueError for more of anything than a view takes; nesting is bounded by `parse_json`."""
    if isinstance(values, dict):
        for key, value in values.items():
            _refuse_large(value, key)
    elif isinstance(values, list):
        if len(values) > LARGEST_SAMPLES:
            raise ValueError(f"{name}: {len(values):,} values")
        for value in values:
            _refuse_large(value, name)
    elif isinstance(values, int):
        most = {"seed": 2**63 - 1, "count": LARGEST_SAMPLES, "columns": LARGEST_SAMPLES}.get(name, 2**31 - 1)
        if not (0 if name in _COUNTS else -most) <= values <= most:
            raise ValueError(f"{name} = {values}")


def _in_current_names(values: Any) -> Any:
    """A request's values as an earlier version may have named them, under the names of today."""
    if not isinstance(values, dict):
        return values
    named = {_FORMER_NAMES.get(key, key): _in_current_names(value) for key, value in values.items()}
    if _FORMER_FLIPS & named.keys():
        flips = [named.pop(key, False) for key in ("flip_horizontal", "flip_vertical")]
        named["flip"] = "".join(letter for letter, flipped in zip("hv", flips, strict=True) if flipped)
    return named


_FORMER_NAMES = {"beside": "other"}
_FORMER_FLIPS = {"flip_horizontal", "flip_vertical"}
