"""Commands made of requests: the options that a request's fields declare, and what is done with their values."""

import inspect
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import numpy as np
import typer
from typer.models import ArgumentInfo

from latentlab.cli.terminal import DataRoot, RunFolder, app, note_damage, tell, writable
from latentlab.errors import ConfigError, DataError, ExportError
from latentlab.explore.requests.commands import (
    DEFAULT_FPS,
    FPS,
    RUN_STEP,
    SCALES,
    Command,
    Export,
    Request,
    Style,
    ViewRequest,
    is_images,
    without_none,
)
from latentlab.explore.requests.fields import Declared, Group, Parameter, Start, check_limits, fields_of
from latentlab.explore.requests.images import Encode, Encoded
from latentlab.explore.requests.values import Failed, ImageRef, Result, RunRef, Vector, View, parse_image
from latentlab.runs import Run

if TYPE_CHECKING:
    from latentlab.explore.renderer import Renderer

_View = TypeVar("_View", bound=View)


@dataclass(frozen=True)
class Asked:
    """A command with what was written for it.

    Attributes:
        command: which.
        values: of its options, by the names that `_options` gives them.
    """

    command: Command
    values: Mapping[str, Any]

    @property
    def output(self) -> Path | None:
        """The file to write."""
        path: Path | None = self.values["output"]
        return path

    @cached_property
    def renderer(self) -> "Renderer":
        """Of the run's checkpoint."""
        from latentlab.explore.renderer import Renderer

        run, checkpoint = Run(self.values["run_folder"]), self.values["checkpoint"]
        note_damage(run, checkpoint)
        renderer = Renderer.of_run(run, checkpoint, self.values["data_root"])
        tell(renderer.images_note)
        return renderer

    @cached_property
    def request(self) -> ViewRequest:
        """What is to be drawn; everything that needs no model is checked before one is loaded.

        Raises:
            ConfigError, DataError: if a value makes no sense, or the image to start from cannot be read.
        """
        kind = self.command.request
        given = _given(kind, self.values)
        check_limits(kind, given)
        return kind(**self._complete(given))

    def write(self) -> None:
        """Draw the view into the output file, and print where it lies."""
        assert self.output is not None
        self.export(self.output)
        print(self.output)

    def drawn(self, kind: type[_View]) -> _View:
        """What the request is answered with, written to a file too where one is named."""
        request = self.request
        drawn = _answered(self.renderer, request)
        assert isinstance(drawn, kind)
        if self.output is not None:
            self.export(self.output)
        return drawn

    def export(self, path: Path) -> None:
        """Write the view.

        Raises:
            ExportError: if it cannot be drawn or written.
        """
        style: Style = {**self.command.fixed}
        for name in self.command.options:
            style[name] = self.values[f"style_{name}"]  # type: ignore[literal-required]
        export = Export(self.request, path, **style)
        if isinstance(result := self.renderer.render(export), Failed):
            raise ExportError(result.message)

    def tell(self, values: Mapping[str, object], text: str) -> None:
        """Print a result as JSON where that is asked for, else as text."""
        if self.values["as_json"]:
            print(json.dumps(values))
        else:
            print(text)

    def _complete(self, given: dict[str, Any]) -> dict[str, Any]:
        """With a z that no option gives."""
        for each in fields_of(self.command.request):
            if not isinstance(each.about, Parameter) or not each.about.default_z:
                continue
            start = each.about.start
            image = _start_image(self.values) if start else None
            if start and sum(source is not None for source in (image, given.get(each.name))) > 1:
                raise ConfigError("give one of --image, --index and --z, not several.")
            origin = "z as given"
            if each.name not in given:
                image = image or next((given[name] for name in given if each.about.default_z == f"mean of {name}"), None)
                if image is None:
                    given[each.name], origin = self._zeros(), each.about.default_z
                else:
                    encoded = _answered(self.renderer, Encode(image))
                    assert isinstance(encoded, Encoded)
                    given[each.name], origin = encoded.mean, encoded.origin
                    if start and start.std:
                        given[start.std] = encoded.std
            if start and start.origin:
                given[start.origin] = origin
        return given

    def _zeros(self) -> Vector:
        return np.zeros(Run(self.values["run_folder"]).config.model.latent_dim, np.float32)


Show = Callable[[Asked], None]


def add_command(command: Command, show: Show | None = None, *, with_json: bool = True, application: typer.Typer = app) -> None:
    """Add a view's command.

    Args:
        command: what it draws.
        show: what it does; unless given, it writes the picture, and the output file must be named.
        with_json: whether `show` can print JSON.
        application: where it is added.
    """

    def run(**values: Any) -> None:
        asked = Asked(command, {"as_json": True, **values})
        if show is None:
            asked.write()
        else:
            show(asked)

    options = list(_options(command, output_needed=show is None, with_json=show is not None and with_json))
    run.__signature__ = inspect.Signature(options)  # type: ignore[attr-defined]
    run.__annotations__ = {option.name: option.annotation for option in options}
    run.__name__ = command.name
    application.command(command.name, help=command.help)(run)


def _option(name: str, kind: Any, info: Any, default: Any = inspect.Parameter.empty) -> inspect.Parameter:
    return inspect.Parameter(
        name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=Annotated[kind, info] if info else kind
    )


def _options(command: Command, *, output_needed: bool, with_json: bool) -> Iterator[inspect.Parameter]:
    """Those of every command that draws a view, and between them those of its request."""
    yield _option("run_folder", RunFolder, None)
    declared = [option for each in fields_of(command.request) for option in _options_of(each)]
    is_argument = {option.name: isinstance(option.annotation.__metadata__[0], ArgumentInfo) for option in declared}
    yield from (option for option in declared if is_argument[option.name])
    output = typer.Option("-o", "--output", callback=writable, metavar="FILE", help=command.output, show_default=False)
    yield _option("output", Path, output) if output_needed else _option("output", Path | None, output, None)
    yield from (option for option in declared if not is_argument[option.name])
    if any(_has_image(each) for each in fields_of(command.request)):
        info = typer.Option("--fit", help="Crop and scale image files to the model's size and colours.")
        yield _option("fit", bool, info, False)
    step = typer.Option("--checkpoint", metavar="STEP", help="A checkpoint's step; by default the newest.")
    yield _option("checkpoint", int | None, step, None)
    yield _option("data_root", DataRoot, None, None)
    yield from (_STYLE[name] for name in _STYLE if name in command.options)
    if with_json:
        yield _option("as_json", bool, typer.Option("--json", help="Print one JSON object."), False)


_STYLE = {
    "scale": _option(
        "style_scale",
        int | None,
        typer.Option("--scale", min=SCALES.low, max=SCALES.high, help="Enlarge each image by a whole factor."),
        None,
    ),
    "labels": _option("style_labels", bool, typer.Option("--labels/--no-labels", help="Draw row and column labels."), True),
    "fps": _option(
        "style_fps", int, typer.Option("--fps", min=FPS.low, max=FPS.high, help="Frames of a loop per second."), DEFAULT_FPS
    ),
}


def _options_of(each: Declared, *, may_lack: bool = False) -> Iterator[inspect.Parameter]:
    """Those that a field declares; none is needed where it `may_lack`."""
    hint, optional = without_none(each.hint)
    about = each.about
    if isinstance(about, Group):
        for inner in fields_of(hint):
            yield from _options_of(inner, may_lack=optional)
    elif about is not None:
        default = _default(each)
        if default is inspect.Parameter.empty and (optional or may_lack):
            default = None
        kind = _kind(each, hint)
        yield _option(each.name, kind if default is not None else kind | None, _info(about), default)
        if hint is RunRef:
            step = typer.Option(RUN_STEP, metavar="STEP", help="Checkpoint of the other run; by default its newest.")
            yield _option("run_step", int | None, step, None)
        if about.start:
            yield from _start_options(about.start)


def _info(about: Parameter) -> Any:
    metavar = about.metavar or (about.format.metavar if about.format else None)
    if about.flag:
        return typer.Option(about.flag, help=about.help_text, metavar=metavar)
    return typer.Argument(help=about.help_text, metavar=metavar, show_default=False)


def _start_options(start: Start) -> Iterator[inspect.Parameter]:
    yield _option("start_image", Path | None, typer.Option("--image", help=start.image), None)
    yield _option("start_index", int | None, typer.Option("--index", help=start.index), None)


def _kind(each: Declared, hint: Any) -> Any:
    """The type of the option's value."""
    assert isinstance(each.about, Parameter)
    if hint is RunRef:
        return list[Path] if each.about.repeats else Path
    if is_images(hint):
        return list[str]
    return str if each.about.format or hint is ImageRef else hint


def _default(each: Declared) -> Any:
    """As it is written in a command line."""
    assert isinstance(each.about, Parameter)
    if each.default is MISSING:
        return None if each.about.default_z else inspect.Parameter.empty
    if each.about.format and each.default is not None:
        return each.about.format.text(each.default) or None
    return None if each.default == () else each.default


def _has_image(each: Declared) -> bool:
    return each.hint is ImageRef or is_images(each.hint) or (isinstance(each.about, Parameter) and each.about.start is not None)


def _given(kind: type, values: Mapping[str, Any]) -> dict[str, Any]:
    """The fields for which something is given or that have a default.

    Raises:
        ConfigError: if a value cannot be read.
    """
    given = {}
    for each in fields_of(kind):
        if isinstance(each.about, Group):
            given[each.name] = _group(each, values)
        elif each.about is not None and (value := _value(each, each.about, values)) is not MISSING:
            given[each.name] = value
    return given


def _group(each: Declared, values: Mapping[str, Any]) -> Any:
    """None where the group may be, and nothing is given of what it needs."""
    hint, optional = without_none(each.hint)
    needed = [inner for inner in fields_of(hint) if inner.default is MISSING and isinstance(inner.about, Parameter)]
    given = [inner for inner in needed if values[inner.name] is not None]
    if optional and not given:
        return None
    if len(given) < len(needed):
        flags = " and ".join(inner.about.flag for inner in needed if isinstance(inner.about, Parameter))
        raise ConfigError(f"give both {flags}, or neither.")
    return hint(**_given(hint, values))


def _value(each: Declared, about: Parameter, values: Mapping[str, Any]) -> Any:
    """MISSING where there is neither a value nor a default."""
    hint, optional = without_none(each.hint)
    written = values[each.name]
    if hint is RunRef:
        return _run(about, written, values["run_step"])
    if not written and is_images(hint):
        return ()
    if written is None:
        return each.default if each.default is not MISSING or about.default_z or not optional else None
    if is_images(hint):
        return tuple(parse_image(text, values["fit"]) for text in written)
    if hint is ImageRef:
        return parse_image(written, values["fit"])
    if not about.format:
        return written
    try:
        return about.format.parse(written)
    except ConfigError as error:
        raise ConfigError(f"{about.flag} {error}") from None


def _run(about: Parameter, written: Path | list[Path] | None, step: int | None) -> RunRef | None:
    if written is None:
        if step is not None:
            raise ConfigError(f"{RUN_STEP} says which checkpoint of {about.flag}; give both.")
        return None
    return RunRef(written[0] if isinstance(written, list) else written, step)


def _start_image(values: Mapping[str, Any]) -> ImageRef | None:
    path, index = values["start_image"], values["start_index"]
    if path is not None and index is not None:
        raise ConfigError("give one of --image, --index and --z, not several.")
    return None if path is None and index is None else ImageRef(index, path, crop_and_scale=values["fit"])


def _answered(renderer: "Renderer", request: Request) -> Result:
    """What a request is answered with.

    Raises:
        DataError: if it cannot be.
    """
    result = renderer.render(request)
    if isinstance(result, Failed):
        raise DataError(result.message)
    return result
