"""Views and the commands that draw them: a request declares its fields, and its command line is generated from them.

`latentlab.cli` makes the command itself of the same declarations.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import NoneType
from typing import Any, ClassVar, TypedDict, TypeVar, get_args, get_origin

from latentlab.config import RunConfig
from latentlab.errors import ConfigError
from latentlab.explore.requests.fields import Declared, Fields, Group, Limits, Parameter, fields_of
from latentlab.explore.requests.texts import number_text
from latentlab.explore.requests.values import ImageRef, Result, RunRef, View

PICTURE, FIGURES, LOOPS = ".png", (".svg", ".pdf"), (".gif", ".webp", ".mp4")
"""Endings of the files that a view is written to: as one picture, as a figure for a paper, or as a loop with a frame for each
column."""
LARGEST_SCALE, LARGEST_FPS, DEFAULT_FPS = 8, 50, 8
DEFAULT_WIDTH = 140.0
"""Millimetres of a figure: about the width of a page's text."""
WIDTHS = Limits(10, 1000, sentence="must be {low} to {high} mm")
SCALES = Limits(1, LARGEST_SCALE, sentence="must be a whole number from {low} to {high}")
FPS = Limits(1, LARGEST_FPS, sentence="must be {low} to {high} frames per second")
RUN_STEP = "--beside-checkpoint"
"""The option that gives the step of another run's checkpoint."""


class Style(TypedDict, total=False):
    """How a view is drawn into a file; what is left out is as in `Export`."""

    labels: bool
    scale: int | None
    fps: int
    width_mm: float | None


class Request(Fields):
    """What the explorer can be asked for; it is answered with a `Result`."""


class ViewRequest(Request):
    """A request that is answered with a `View`, and that a command line can repeat."""

    command: ClassVar["Command"]

    def arguments(self) -> list[str]:
        """What follows `latentlab COMMAND RUN` to draw the same."""
        return arguments_of(self)


@dataclass(frozen=True)
class Command:
    """The command that draws a view.

    Attributes:
        name: its name.
        request: what it is declared by.
        options: what of `Style` it has options for.
        fixed: what of `Style` is always the same in its pictures.
        output: help text of the file to write.
    """

    name: str
    request: type[ViewRequest]
    options: frozenset[str]
    fixed: Style
    output: str

    @property
    def help(self) -> str:
        """The first paragraph of the request's docstring."""
        return " ".join((self.request.__doc__ or "").partition("\n\n")[0].split())


COMMANDS: dict[str, Command] = {}
"""Every command that draws a view, by its name."""
_View = TypeVar("_View", bound=type[ViewRequest])
_FILE = "File to write: .png, .svg or .pdf, or .gif, .webp or .mp4 for a loop over the columns."


def view(name: str, *options: str, fixed: Style | None = None, output: str = _FILE) -> Callable[[_View], _View]:
    """Declare a request as what a command of this name draws.

    Args:
        name: of the command.
        options: what of `Style` the command has options for.
        fixed: what of `Style` is always the same in its pictures.
        output: help text of the file to write.

    Raises:
        ValueError: if another request has the name.
    """

    def register(request: _View) -> _View:
        if name in COMMANDS:
            raise ValueError(f"command {name!r} is declared by {COMMANDS[name].request.__name__} and {request.__name__}")
        COMMANDS[name] = request.command = Command(name, request, frozenset(options), fixed or {}, output)
        return request

    return register


@dataclass(frozen=True)
class Export(Request):
    """Draw a view and write it: PNG, a figure as SVG or PDF, or a GIF, WebP or MP4 loop with a frame for each column, by the
    file's ending.

    Attributes:
        labels: whether row and column labels are drawn.
        scale: whole factor by which images are enlarged; by default small ones to a comfortable size, and in a figure none.
        fps: frames of a loop per second.
        width_mm: of a figure, in millimetres; by default `DEFAULT_WIDTH`.
    """

    request: ViewRequest
    path: Path
    labels: bool = True
    scale: int | None = None
    fps: int = DEFAULT_FPS
    width_mm: float | None = None

    def check(self) -> None:
        if self.path.suffix.lower() not in (PICTURE, *FIGURES, *LOOPS):
            endings = f"{PICTURE}, {', '.join((*FIGURES, *LOOPS[:-1]))} or {LOOPS[-1]}"
            what = f"{self.path.suffix} is no ending" if self.path.suffix else "there is no ending"
            raise ConfigError(f"{self.path}: {what} of a picture that can be written; write {endings}.")
        if self.scale is not None:
            SCALES.check("scale", self.scale)
        FPS.check("fps", self.fps)
        ending, of_figures = self.path.suffix.lower(), " and ".join(FIGURES)
        if self.width_mm is not None:
            WIDTHS.check("width_mm", self.width_mm)
            if not self.is_figure:
                raise ConfigError(f"width_mm = {self.width_mm:g}: is for {of_figures}; a {ending} is as wide as its pixels.")
        if self.is_figure and self.scale not in (None, 1):
            raise ConfigError(f"scale = {self.scale}: a {ending} keeps the images' own pixels; width_mm says how wide it is.")

    @property
    def is_figure(self) -> bool:
        """Whether the file holds lines, letters and images in millimetres."""
        return self.path.suffix.lower() in FIGURES

    @property
    def is_loop(self) -> bool:
        """Whether the file moves."""
        return self.path.suffix.lower() in LOOPS


@dataclass(frozen=True)
class DrawForFile(Request):
    """Draw a view as it is to be written, and write nothing."""

    export: Export


@dataclass(frozen=True, eq=False)
class DrawnForFile(Result):
    """What `explore.export_file.write_drawn` writes, on any thread.

    Attributes:
        export: what was asked for.
        view: what was drawn.
        config: of the run that drew it.
        run_path: its folder.
    """

    export: Export
    view: View
    config: RunConfig
    run_path: Path


@dataclass(frozen=True)
class Exported(Result):
    """A view was written to a file.

    Attributes:
        command: the command line that draws it again.
    """

    path: Path
    command: str


def without_none(hint: Any) -> tuple[Any, bool]:
    """A type hint without None, and whether it allowed None."""
    kinds = [kind for kind in get_args(hint) if kind is not NoneType]
    return (kinds[0], True) if len(kinds) < len(get_args(hint)) else (hint, False)


def is_images(hint: Any) -> bool:
    """Whether a field holds any number of images."""
    return get_origin(hint) is tuple and get_args(hint)[0] is ImageRef


def arguments_of(request: Fields) -> list[str]:
    """The words of a command line that say what a request says."""
    words = [word for each in fields_of(type(request)) for word in _words(request, each)]
    return [*words, *(["--fit"] if any(image.crop_and_scale for image in _images(request)) else [])]


def _words(request: Fields, each: Declared) -> Iterator[str]:
    value, about = getattr(request, each.name), each.about
    if about is None or value is None or not about.when(request):
        return
    if isinstance(about, Group):
        yield from arguments_of(value)
    elif about.omit_default and value == each.default:
        return
    elif isinstance(value, RunRef):
        yield from _said(about, str(value.path))
        if value.step is not None:
            yield from (RUN_STEP, str(value.step))
    elif isinstance(value, bool):
        if value:
            yield about.flag
    elif is_images(each.hint):
        for image in value:
            yield from _said(about, image.text)
    elif text := _text(about, value):
        yield from _said(about, text)


def _text(about: Parameter, value: Any) -> str:
    if about.format:
        return about.format.text(value)
    if isinstance(value, ImageRef):
        return value.text
    return number_text(value) if isinstance(value, float) else str(value)


def _said(about: Parameter, text: str) -> tuple[str, ...]:
    if not about.flag:
        return (text,)
    return (f"{about.flag}={text}",) if text.startswith("-") else (about.flag, text)


def _images(request: Fields) -> Iterator[ImageRef]:
    for each in fields_of(type(request)):
        value = getattr(request, each.name)
        for image in value if isinstance(value, tuple) else (value,):
            if isinstance(image, ImageRef):
                yield image


def style_arguments(export: Export) -> list[str]:
    """The options of a command that say how a view is drawn into a file."""
    options = export.request.command.options
    return [
        *(["--no-labels"] if "labels" in options and not export.labels else []),
        *(["--scale", str(export.scale)] if "scale" in options and export.scale is not None else []),
        *(["--fps", str(export.fps)] if "fps" in options and export.is_loop else []),
        *(["--width-mm", number_text(export.width_mm)] if export.width_mm is not None else []),
    ]
