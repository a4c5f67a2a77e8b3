"""Commands made of requests: each field of a request is an option or an argument, as it declares."""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import MISSING
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.models import ArgumentInfo, OptionInfo

from latentlab.cli.asked import Asked
from latentlab.cli.terminal import DataRoot, RunFolder, app, writable
from latentlab.explore.requests.commands import DEFAULT_FPS, FPS, RUN_STEP, SCALES, WIDTHS, Command, is_images, without_none
from latentlab.explore.requests.fields import Declared, Group, Parameter, Start, fields_of
from latentlab.explore.requests.values import ImageRef, RunRef

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
    _refuse_repeated(command, options)
    run.__signature__ = inspect.Signature(options)  # type: ignore[attr-defined]
    run.__annotations__ = {option.name: option.annotation for option in options}
    run.__name__ = command.name
    application.command(command.name, help=command.help)(run)


def _refuse_repeated(command: Command, options: list[inspect.Parameter]) -> None:
    declared = [info for option in options for info in option.annotation.__metadata__]
    flags = [flag for info in declared if isinstance(info, OptionInfo) for flag in (info.default, *(info.param_decls or ()))]
    for flag in flags:
        if flags.count(flag) > 1:
            raise ValueError(f"command {command.name!r} has {flag} twice")


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
    yield _WIDTH
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

_WIDTH = _option(
    "width_mm",
    float | None,
    typer.Option("--width-mm", min=WIDTHS.low, max=WIDTHS.high, help="Width of a .svg or .pdf figure in mm; by default 140."),
    None,
)


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
