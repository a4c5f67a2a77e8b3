"""Where a picture came from, said so that the same view can be drawn again: by the window, or by a command line."""

import hashlib
import shlex
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from pydantic import TypeAdapter

from latentlab.config import RunConfig
from latentlab.explore.requests import VIEWS, ViewRequest

_HASH_LENGTH = 12


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
    """Where a PNG came from; None for a picture that LatentLab did not export, or that is no PNG."""
    try:
        with Image.open(path, formats=["PNG"]) as picture:
            picture.load()  # text may follow the pixels
            text = getattr(picture, "text", {})
        return Origin(text["run"], int(text["step"]), request_from_json(text["view"], text["request"]))
    except (OSError, SyntaxError, KeyError, ValueError):
        return None


def provenance(config: RunConfig, run_path: Path, step: int, request: ViewRequest, file: Path) -> dict[str, object]:
    """What a picture's file says about itself.

    Returns:
        run (its folder's name), step, seed, settings (a hash), view, request (what was asked, as JSON), command, and z where
        the view has one.
    """
    state = request_json(request)
    z = getattr(request, "z", None)
    return {
        "run": run_path.resolve().name,
        "step": str(step),
        "seed": str(config.seed),
        "settings": settings_hash(config),
        "view": command_of(request),
        "request": state,
        "command": command_line(run_path, step, request, file.name),
        **({"z": z.tolist()} if z is not None else {}),
    }


def settings_hash(config: RunConfig) -> str:
    """The first hexadecimal digits of the SHA-256 of all settings but those that say where, not what, is computed."""
    settings = config.model_dump_json(exclude={"device": True, "data": {"root"}, "train": {"threads"}})
    return hashlib.sha256(settings.encode()).hexdigest()[:_HASH_LENGTH]


def command_of(request: ViewRequest) -> str:
    """The command that draws a view."""
    return next(name for name, kind in VIEWS.items() if isinstance(request, kind))


def command_line(run_path: Path, step: int, request: ViewRequest, file_name: str) -> str:
    """What draws the same view without a window."""
    arguments = [
        "latentlab",
        command_of(request),
        str(run_path),
        *request.arguments(),
        "--checkpoint",
        str(step),
        "-o",
        file_name,
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
