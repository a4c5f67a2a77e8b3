"""The pages that docstrings make: what a script may use, and what a plug-in is made of."""

import importlib
import inspect
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import is_dataclass
from typing import Any, get_args

from numpy.typing import ArrayLike
from pydantic import BaseModel

from latentlab import errors
from latentlab.manual.docstrings import Docstring
from latentlab.manual.markdown import plain

API: Mapping[str, Sequence[str]] = {
    "Settings": ("latentlab:load_preset", "latentlab:load_config", "latentlab:override", "latentlab:RunConfig"),
    "Training": (
        "latentlab:train",
        "latentlab:resume",
        "latentlab:branch",
        "latentlab:replay",
        "latentlab.api:Replayed",
        "latentlab.training.callbacks:Callback",
        "latentlab.training:Step",
        "latentlab.runs:Report",
    ),
    "Runs": (
        "latentlab:open_run",
        "latentlab:Run",
        "latentlab.runs:Checkpoint",
        "latentlab.models:DiagonalGaussian",
        "latentlab:evaluate",
        "latentlab:Evaluation",
    ),
    "Sweeps and tables": (
        "latentlab:load_sweep",
        "latentlab:run_sweep",
        "latentlab:tabulate",
        "latentlab.sweeps:SweepTable",
        "latentlab:read_facts",
        "latentlab:compare_runs",
        "latentlab.sweeps:RunsTable",
    ),
    "A model of your own": (
        "latentlab:explore",
        "latentlab.models.own:OwnModel",
        "latentlab:Recorder",
        "latentlab.exchange.recorder:RecorderCallback",
    ),
    "Files for others": (
        "latentlab.exchange.exported:export",
        "latentlab.exchange.exported:Exported",
        "latentlab.exchange.page:publish",
        "latentlab.exchange.tables:write_table",
    ),
    "Errors": tuple(
        f"latentlab.errors:{name}"
        for name, kind in vars(errors).items()
        if inspect.isclass(kind) and issubclass(kind, errors.LatentLabError)
    ),
}
"""What scripts use, by heading, each as "module:name"."""

PLUG_INS: Mapping[str, Sequence[str]] = {
    "Entries": (
        "latentlab.catalog:Entry",
        "latentlab.catalog:SettingsEntry",
        "latentlab.catalog:EntrySettings",
        "latentlab.catalog:setting",
        "latentlab.catalog:Objective",
        "latentlab.catalog:Network",
        "latentlab.catalog:Prior",
        "latentlab.catalog:Dataset",
        "latentlab.catalog:Transform",
        "latentlab.catalog:Measure",
        "latentlab.catalog:ViewEntry",
    ),
    "Objectives": (
        "latentlab.objectives:Objective",
        "latentlab.objectives:Context",
        "latentlab.objectives:LossTerms",
        "latentlab.objectives:Companion",
    ),
    "Networks and priors": (
        "latentlab.models:Networks",
        "latentlab.models:PriorNetwork",
        "latentlab.models:VAE",
    ),
    "Data sets": ("latentlab.data.sources:ReadRequest", "latentlab.data.sources:Images"),
    "Measures": ("latentlab.evaluation.more:Measured", "latentlab.data:ImageStore"),
    "Views": ("latentlab.explore.requests.commands:view", "latentlab.explore.answers:answers", "latentlab.explore.scene:Scene"),
}
"""What plug-ins are made of, likewise."""

_MODULES = re.compile(r"\b(?:[A-Za-z_]\w*\.)+(?=[A-Za-z_])")
_WIDEST = 96


def api() -> str:
    """What scripts use."""
    return _page("Python API", "What `import latentlab` offers, and what its functions give and take.", API)


def plug_in_api() -> str:
    """What plug-ins are made of."""
    about = (
        "What entries of the catalog and their code are made of. [Write a plug-in](plug-in.md) shows how they are put together."
    )
    return _page("Plug-in API", about, PLUG_INS)


def named(place: str) -> tuple[str, object]:
    """How a "module:name" is written by who uses it, and what it is."""
    module, _, name = place.partition(":")
    return f"{module}.{name}", getattr(importlib.import_module(module), name)


def members(kind: type) -> Iterator[tuple[str, Any]]:
    """The public methods and properties of a class with a docstring, by name, in the order of the code."""
    for name, value in vars(kind).items():
        told = value.fget if isinstance(value, property) else getattr(value, "__func__", value)
        shown = inspect.isfunction(told) or isinstance(value, property)
        if shown and inspect.getdoc(told) and (not name.startswith("_") or name == "__call__"):
            yield name, value


def _page(title: str, about: str, chapters: Mapping[str, Sequence[str]]) -> str:
    lines = [f"# {title}", "", about, "Shapes: N or B images, C channels, H × W pixels, D latent dimensions.", ""]
    for heading, places in chapters.items():
        lines += [f"## {heading}", ""]
        for place in places:
            lines += _described(*named(place))
    return "\n".join(lines)


def _described(name: str, thing: Any) -> list[str]:
    short = name.rpartition(".")[2]
    function = type(thing).__call__ if inspect.ismodule(thing) else thing
    lines = [f"### `{name}`", ""]
    if _has_signature(function):
        lines += ["```text", f"{short}{_signature(function, bound=inspect.ismodule(thing))}", "```", ""]
    lines += _told(Docstring.of(function))
    if inspect.isclass(thing):
        if "__init__" in vars(thing) and not is_dataclass(thing) and thing.__init__.__doc__:
            lines += _told(Docstring.of(thing.__init__))
        if issubclass(thing, BaseModel):
            return lines  # of settings, which have a page of their own
        for member, value in members(thing):
            lines += _member(short, member, value)
    return lines


def _has_signature(thing: Any) -> bool:
    """Whether it says anything: a section of settings has a page of its own, and most errors take a message alone."""
    if not inspect.isclass(thing):
        return True
    return "__init__" in vars(thing) and not issubclass(thing, BaseModel) and not getattr(thing, "_is_protocol", False)


def _member(kind: str, name: str, value: Any) -> list[str]:
    if isinstance(value, property):
        gives = inspect.signature(value.fget).return_annotation if value.fget else Any
        heading = f"{kind}.{name}: {_annotation(gives)}"
    else:
        bound = not isinstance(value, staticmethod)
        call = kind if name == "__call__" else f"{kind}.{name}"
        heading = f"{call}{_signature(getattr(value, '__func__', value), bound=bound)}"
    return ["```text", heading, "```", "", *_told(Docstring.of(value))]


def _signature(function: Any, *, bound: bool = False) -> str:
    """As it is called, in lines where it is long.

    Args:
        function: what is called.
        bound: whether its first argument is the object.
    """
    signature = inspect.signature(function)
    parameters = list(signature.parameters.values())[bound:]
    shown = [str(_readable(parameter)) for parameter in parameters]
    for place, parameter in enumerate(parameters):
        if parameter.kind is parameter.KEYWORD_ONLY:
            if not any(before.kind is before.VAR_POSITIONAL for before in parameters[:place]):
                shown.insert(place, "*")
            break
    gives = signature.return_annotation
    arrow = f" → {_annotation(gives)}" if gives not in (signature.empty, None) and not inspect.isclass(function) else ""
    line = f"({', '.join(shown)}){arrow}"
    if len(line) <= _WIDEST:
        return line
    return "(\n" + "".join(f"    {one},\n" for one in shown) + f"){arrow}"


def _readable(parameter: inspect.Parameter) -> str:
    stars = "*" * (parameter.kind is parameter.VAR_POSITIONAL) + "**" * (parameter.kind is parameter.VAR_KEYWORD)
    kind = "" if parameter.annotation is parameter.empty else f": {_annotation(parameter.annotation)}"
    default = "" if parameter.default is parameter.empty else f" = {_default(parameter.default)}"
    return f"{stars}{parameter.name}{kind}{default}"


def _default(value: object) -> str:
    if callable(value) or repr(value).startswith("<"):
        return "…"
    return repr(value)


def _annotation(annotation: Any) -> str:
    """A type in short: without modules, and with the name of an array-like in the place of its parts."""
    if isinstance(annotation, str):
        text = annotation
    else:
        parts, arrays = get_args(annotation), get_args(ArrayLike)
        if all(array in parts for array in arrays):
            rest = [_annotation(part) for part in parts if part not in arrays]
            return " | ".join(["ArrayLike", *rest])
        text = inspect.formatannotation(annotation)
    text = _MODULES.sub("", text.replace("NoneType", "None"))
    return text if "Literal" in text else text.replace("'", "")  # round a name that is not imported


def _told(docstring: Docstring) -> list[str]:
    lines = [plain(docstring.text), ""] if docstring.text else []
    for title, items in docstring.sections.items():
        lines += [f"**{'Arguments' if title == 'Args' else title}**", ""]
        for name, told in items.items():
            names = ", ".join(f"`{one}`" for one in name.split(", "))
            lines.append(f"- {names}: {plain(told)}" if name else plain(told))
        lines.append("")
    return lines
