"""Where a picture came from, said so that the same view can be drawn again: by the window, or by a command line."""

import hashlib
import json
import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from pydantic import TypeAdapter

from latentlab.config import RunConfig
from latentlab.explore.requests import VIEWS, Export, ViewRequest
from latentlab.runs import Segment

_HASH_LENGTH = 12
EXIF_DESCRIPTION = 0x010E
"""Where a WebP keeps it: EXIF's number for what an image is of."""
_NEVER_LABELLED = ("sample",)
_LOOPED = ("corners", "direction", "interpolate", "traverse", "walk")
_ENLARGED = (
    *_LOOPED,
    *("analogy", "compare", "deviation", "difference", "link", "neighbours", "reconstruct", "sample"),
)
"""Commands by the options that they have."""


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
        with Image.open(path, formats=["PNG", "GIF", "WEBP"]) as picture:
            picture.load()  # text may follow the pixels
            said = _said_by(picture)
        return Origin(str(said["run"]), int(str(said["step"])), request_from_json(str(said["view"]), str(said["request"])))
    except (OSError, SyntaxError, KeyError, ValueError, Image.DecompressionBombError):
        return None


def _said_by(picture: Image.Image) -> Mapping[str, object]:
    """What a picture's file says about itself, as `provenance` worded it; empty where it says nothing."""
    if picture.format == "PNG":
        texts: Mapping[str, object] = getattr(picture, "text", {})
        return texts
    text = picture.info.get("comment", b"") if picture.format == "GIF" else picture.getexif().get(EXIF_DESCRIPTION, "")
    said = json.loads(text)
    return said if isinstance(said, dict) else {}


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
        "view": command_of(request),
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


def command_of(request: ViewRequest) -> str:
    """The command that draws a view."""
    return next(name for name, kind in VIEWS.items() if isinstance(request, kind))


def command_line(run_path: Path, step: int, export: Export) -> str:
    """What draws the same picture without a window."""
    command = command_of(export.request)
    arguments = [
        *("latentlab", command, str(run_path), *export.request.arguments(), "--checkpoint", str(step)),
        *(["--no-labels"] if not export.labels and command not in _NEVER_LABELLED else []),
        *(["--scale", str(export.scale)] if export.scale is not None and command in _ENLARGED else []),
        *(["--fps", str(export.fps)] if export.is_loop and command in _LOOPED else []),
        *("-o", export.path.name),
    ]
    return shlex.join(arguments)


def request_json(request: ViewRequest) -> str:
    """A request as JSON."""
    return TypeAdapter(type(request)).dump_json(request).decode()


def request_from_json(view: str, text: str) -> ViewRequest:
    """The request that `request_json` wrote.

    Raises:
        KeyError, ValueError: if there is no such view, or the text is no request of it.
    """
    request: ViewRequest = TypeAdapter(VIEWS[view]).validate_json(text)
    return request
