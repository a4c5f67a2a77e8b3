"""Values of settings as a sweep's file has them, and what is said of a name that is not known."""

import difflib
from collections.abc import Sequence

import tomli_w

from latentlab.catalog.measure import scalar_measures

Value = bool | int | float | str
Choice = tuple[Value, ...]


def value_text(value: Value) -> str:
    """A setting's value as a user writes it: 1.0 and 1 are the same."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:.0f}" if isinstance(value, float) and value.is_integer() and abs(value) < 1e15 else str(value)


def literal(value: Value) -> str:
    """A value as TOML has it."""
    return tomli_w.dumps({"value": value}).partition("=")[2].strip()


def assignments_of(settings: Sequence[str], choice: Choice) -> list[str]:
    """`section.key=value` of each setting."""
    return [f"{setting}={literal(value)}" for setting, value in zip(settings, choice, strict=True)]


def text_of(settings: Sequence[str], choice: Choice) -> str:
    """Settings with their values as a user writes them, such as `consistency.weight = 0.1`."""
    return ", ".join(f"{setting} = {value_text(value)}" for setting, value in zip(settings, choice, strict=True))


def meant(name: str, valid: Sequence[str]) -> str:
    """What is said after a name that is not known: the closest that is, and all."""
    close = difflib.get_close_matches(name, valid, n=1)
    return (f"did you mean {close[0]!r}? " if close else "") + f"valid here: {', '.join(valid)}"


def checked_measure(where: str, name: str) -> str:
    """The name of a measure that settings can be chosen by. Raises ValueError for another."""
    known = [metric for metric, entry in scalar_measures().items() if entry.best]
    if name not in known:
        raise ValueError(f"{where} = {name!r}: nothing can be chosen by it; {meant(name, known)}")
    return name
