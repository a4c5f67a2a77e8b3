"""The pages of the manual as Markdown, in the order in which they are read."""

from collections.abc import Mapping, Sequence

from latentlab.catalog.entries import load_code
from latentlab.manual import api_pages, catalog_pages
from latentlab.resources import resource

CHAPTERS: Mapping[str, Sequence[str]] = {
    "Tutorials": ("start", "own-images", "cr-vae", "own-model", "python", "plug-in", "cluster"),
    "Reference": ("commands", "settings", "methods", "measures", "run-folder", "api", "plug-in-api", "cite"),
}
"""The names of the pages, by the heading under which they stand."""


def pages() -> dict[str, str]:
    """Each page's Markdown by its name. A code span between dollar signs is a formula, see `latentlab.manual.formulas`."""
    names = [name for chapter in CHAPTERS.values() for name in chapter]
    return {name: _MADE[name]() if name in _MADE else _written(name) for name in names}


def title_of(page: str) -> str:
    """The title of a page, from its Markdown."""
    return page.splitlines()[0].removeprefix("# ")


def _commands() -> str:
    text: str = load_code("latentlab.cli.reference:page")()  # by its name: the manual knows no command line
    return text


def _cite() -> str:
    papers = resource("citation.bib").read_text(encoding="utf-8").strip()
    return f"{_written('cite')}\n## The papers behind LatentLab\n\n```bibtex\n{papers}\n```\n"


def _written(name: str) -> str:
    return resource("docs", f"{name}.md").read_text(encoding="utf-8")


_MADE = {
    "commands": _commands,
    "settings": catalog_pages.settings,
    "methods": catalog_pages.methods,
    "measures": catalog_pages.measures,
    "api": api_pages.api,
    "plug-in-api": api_pages.plug_in_api,
    "cite": _cite,
}
