"""Requests as declarations: each field says once what a command line, a check and a help text need to know of it."""

import math
from collections.abc import Callable
from dataclasses import MISSING, Field, dataclass, field, fields, replace
from functools import cache
from typing import Any, TypeVar, dataclass_transform, get_type_hints

from latentlab.errors import ConfigError

_KEY = "parameter"
ZEROS = "zeros"
_NAMED = "--"
"""Stands for the option that is called as its field is."""
_Class = TypeVar("_Class", bound=type)


@dataclass(frozen=True)
class Limits:
    """A range of numbers, ends included.

    Attributes:
        low: the least; None where there is none.
        high: the most; None where there is none.
        above: what the number must exceed; None where there is no such bound.
        sentence: what is said of a number outside; by default the range.
    """

    low: float | None = None
    high: float | None = None
    above: float | None = None
    sentence: str = ""

    @property
    def text(self) -> str:
        """The range in words, for example 2 to 101; empty without bounds."""
        if self.above is not None:
            return f"above {self.above:g}"
        if self.low is not None and self.high is not None:
            return f"{self.low:g} to {self.high:g}"
        return f"{self.low:g} or more" if self.low is not None else ""

    def check(self, name: str, value: float) -> None:
        """Raise ConfigError for a number that is outside or not finite."""
        inside = (
            math.isfinite(value)
            and (self.low is None or value >= self.low)
            and (self.high is None or value <= self.high)
            and (self.above is None or value > self.above)
        )
        if not inside:
            said = self.sentence.format(low=self.low, high=self.high) or f"must be {self.text or 'a finite number'}"
            raise ConfigError(f"{name} = {value}: {said}.")


@dataclass(frozen=True)
class Format:
    """How a value that is no plain number or text is written in a command line.

    Attributes:
        parse: reads what `text` wrote; raises ConfigError.
        text: a value in one word.
        metavar: what stands for it in a help text.
    """

    parse: Callable[[str], Any]
    text: Callable[[Any], str]
    metavar: str


@dataclass(frozen=True)
class Start:
    """A z that a command can also take from an image: the mean of its posterior.

    Attributes:
        image: help text of the option that names a file.
        index: help text of the option that gives the number of a held-out image.
        std: the field that takes the posterior's σ; empty where none does.
        origin: the field that says in words where the z is from; empty where none does.
    """

    image: str
    index: str
    std: str = ""
    origin: str = ""


def _always(request: Any) -> bool:
    del request
    return True


@dataclass(frozen=True)
class Parameter:
    """What a field says of itself.

    Attributes:
        help: its help text.
        flag: its option; by default the name of the field, and empty for an argument that is told by its place.
        metavar: what stands for the value in a help text.
        limits: of a number.
        format: of what is no plain number or text.
        when: whether a request's command line mentions it.
        omit_default: whether a command line leaves it out where it is the default.
        repeats: whether a command takes several values, as those for which no request stands.
        start: for a z that can be taken from an image.
        default_z: what a z is that no command line gives: `ZEROS`, or the mean of the posterior of the image in this field.
    """

    help: str
    flag: str
    metavar: str = ""
    limits: Limits | None = None
    format: Format | None = None
    when: Callable[[Any], bool] = _always
    omit_default: bool = False
    repeats: bool = False
    start: Start | None = None
    default_z: str = ""

    @property
    def help_text(self) -> str:
        """The help text with the range of a number."""
        span = self.limits.text if self.limits else ""
        return f"{self.help.removesuffix('.')} ({span})." if span else self.help


@dataclass(frozen=True)
class Group:
    """Says of a field that it is declared by the fields of its own type."""

    when: Callable[[Any], bool] = _always


@dataclass(frozen=True)
class Declared:
    """A field of a request.

    Attributes:
        name: its name.
        hint: its type.
        default: its default; MISSING where it has none.
        about: what it says of itself; None for one that no command line takes.
    """

    name: str
    hint: Any
    default: Any
    about: Parameter | Group | None


def option(help: str, *, flag: str = _NAMED, default: Any = MISSING, **about: Any) -> Any:
    """A field that a command takes as an option; the rest is as in `Parameter`."""
    return field(default=default, metadata={_KEY: Parameter(help, flag, **about)})


def argument(help: str, *, default: Any = MISSING, **about: Any) -> Any:
    """A field that a command takes by its place; the rest is as in `Parameter`."""
    return field(default=default, metadata={_KEY: Parameter(help, "", **about)})


def group(*, default: Any = MISSING, when: Callable[[Any], bool] = _always) -> Any:
    """A field whose own fields are options of the command; where it may be None, it is unless what it needs is given."""
    return field(default=default, metadata={_KEY: Group(when)})


@dataclass_transform(frozen_default=True, field_specifiers=(option, argument, group, field))
def declared(*, eq: bool = True) -> Callable[[_Class], _Class]:
    """A frozen dataclass of declared fields; `eq` is False where a field is an array."""

    def decorate(kind: _Class) -> _Class:
        dataclass(frozen=True, eq=eq)(kind)
        return kind

    return decorate


@dataclass(frozen=True, eq=False)
class Fields:
    """What is made of declared fields; numbers outside their limits raise ConfigError."""

    def __post_init__(self) -> None:
        check_limits(type(self), vars(self))
        self.check()

    def check(self) -> None:
        """Check what concerns several fields; raises ConfigError."""


def fields_of(kind: type) -> tuple[Declared, ...]:
    """The fields of a dataclass, in order."""
    return _fields_of(kind)


@cache
def _fields_of(kind: type) -> tuple[Declared, ...]:
    hints = get_type_hints(kind, include_extras=True)
    return tuple(Declared(each.name, hints[each.name], each.default, _about(each)) for each in fields(kind))


def _about(each: Field[Any]) -> Parameter | Group | None:
    about: Parameter | Group | None = each.metadata.get(_KEY)
    if isinstance(about, Parameter) and about.flag == _NAMED:
        return replace(about, flag=f"--{each.name.replace('_', '-')}")
    return about


def check_limits(kind: type, values: dict[str, Any]) -> None:
    """Check numbers by name against the limits of a kind's fields.

    Raises:
        ConfigError: names the first that is outside.
    """
    for each in fields_of(kind):
        if isinstance(each.about, Parameter) and each.about.limits and values.get(each.name) is not None:
            numbers = values[each.name]
            for number in numbers if isinstance(numbers, tuple) else (numbers,):
                each.about.limits.check(each.name, number)
