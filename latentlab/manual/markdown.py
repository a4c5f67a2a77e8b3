"""Markdown from plain values."""

import re
from collections.abc import Iterable, Sequence

_CODE = re.compile(r"(`[^`]*`)")


def plain(text: str) -> str:
    """A text in which nothing but code spans is markup."""
    parts = _CODE.split(text)
    return "".join(part if part.startswith("`") else part.replace("*", "\\*").replace("<", "&lt;") for part in parts)


def table(rows: Iterable[Sequence[str]], head: Sequence[str]) -> list[str]:
    """A table's lines; a bar within a cell is escaped, which Markdown undoes, also in code."""
    lines = [[plain(cell).replace("|", "\\|").replace("\n", " ") for cell in row] for row in rows]
    return ["| " + " | ".join(line) + " |" for line in (head, ["---"] * len(head), *lines)] + [""]


def sentence(text: str) -> str:
    """A summary as a sentence of its own."""
    first = text[:1].upper() if text[1:2].islower() or text[1:2] == " " else text[:1]
    return plain(f"{first}{text[1:].rstrip('.')}.") if text else ""
