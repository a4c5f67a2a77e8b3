"""Docstrings in Google's style, taken apart."""

import inspect
import re
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass, field

_SECTION = re.compile(r"^(Args|Attributes|Raises|Returns|Yields):\n", re.MULTILINE)
_ITEM = re.compile(r"^(\*{0,2}[\w., ]+): (.*)", re.DOTALL)


@dataclass(frozen=True)
class Docstring:
    """What a docstring says.

    Attributes:
        text: what comes before its sections.
        sections: title → name → description; the name is empty for what is returned.
    """

    text: str
    sections: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @classmethod
    def of(cls, thing: object) -> "Docstring":
        """That of a class or a function; empty where it has none."""
        text, *rest = _SECTION.split(inspect.getdoc(thing) or "")
        return cls(text.strip(), {title: _items(body) for title, body in zip(rest[::2], rest[1::2], strict=True)})


def _items(body: str) -> dict[str, str]:
    """The items of a section, each with its further lines."""
    items: dict[str, str] = {}
    for part in re.split(r"\n(?=\S)", textwrap.dedent(body).strip()):
        found = _ITEM.match(part)
        name, told = found.groups() if found else ("", part)
        items[name.lstrip("*")] = " ".join(told.split())
    return items
