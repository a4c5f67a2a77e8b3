"""The manual as HTML that needs no network: a page for each subject, with a search over all of them."""

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from latentlab import __version__
from latentlab.files.atomic import folder_atomically
from latentlab.manual.formulas import mathml
from latentlab.manual.pages import CHAPTERS, pages, title_of
from latentlab.resources import resource

_FEW = 3
_LINK = re.compile(r"\]\(([\w-]+)\.md")
_SHORT = 28
"""Characters of code that no line breaks."""
_NAME = re.compile(r"[._/]|^latentlab ")
_CLASS = re.compile(r"[A-Z]\w*[a-z]\w*")


@dataclass
class _Place:
    """What can be linked to, and searched for.

    Attributes:
        page: its name.
        anchor: within it.
        title: of a section, or the name that a table explains.
        above: of the section that it stands in.
        level: of its heading, 1 to 3; 4 where it is a row of a table.
        text: what it says.
    """

    page: str
    anchor: str
    title: str
    above: str
    level: int
    text: list[str] = field(default_factory=list)

    @property
    def link(self) -> str:
        return f"{self.page}.html#{self.anchor}" if self.level > 1 else f"{self.page}.html"


class _Renderer(RendererHTML):
    """Sets formulas, and links a name in a code span to where the manual explains it."""

    def __init__(self, parser: object = None) -> None:
        super().__init__(parser)
        self.links: Mapping[str, str] = {}

    def code_inline(self, tokens: Sequence[Token], idx: int, options: object, env: object) -> str:
        text = tokens[idx].content
        if text.startswith("$") and text.endswith("$"):
            return mathml(text.strip("$"))
        code = f"<code{' class=short' if len(text) <= _SHORT else ''}>{escape(text)}</code>"
        link = self.links.get(text)
        return f'<a href="{link}">{code}</a>' if link and not tokens[idx].meta.get("explained") else code


def write_site(folder: Path) -> Path:
    """Write all pages as HTML into a folder that is made or replaced; the first one's path.

    Raises:
        OSError: if it cannot be written.
    """
    found = pages()
    titles = {name: title_of(text) for name, text in found.items()}
    parser = MarkdownIt("commonmark", {"html": False}, renderer_cls=_Renderer).enable("table")
    parsed = {name: parser.parse(_LINK.sub(r"](\1.html", text)) for name, text in found.items()}
    places = [place for name, tokens in parsed.items() for place in _anchored(name, tokens)]
    assert isinstance(parser.renderer, _Renderer)
    parser.renderer.links = _links(places)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with folder_atomically(folder) as made:
        for file in resource("docs").iterdir():  # the style, the script and the pictures
            if file.suffix != ".md":
                (made / file.name).write_bytes(file.read_bytes())
        index = [[place.title, place.above, place.link, " ".join(place.text)] for place in places]
        (made / "index.js").write_text(f"const INDEX = {json.dumps(index, ensure_ascii=False)};\n", encoding="utf-8")
        for name, tokens in parsed.items():
            own = [place for place in places if place.page == name and place.level == 2]
            body = parser.renderer.render(tokens, parser.options, {})
            (made / f"{name}.html").write_text(_page(name, titles, own, body), encoding="utf-8")
    return folder / f"{next(iter(found))}.html"


def _links(places: Sequence[_Place]) -> dict[str, str]:
    """Where a name in a code span leads. A word such as `train` may mean anything; a class is known by its short name too."""
    links: dict[str, str] = {}
    for place in places:
        name = place.title.partition(": ")[0]
        if place.level > 1 and _NAME.search(name):
            links.setdefault(name, place.link)
            if _CLASS.fullmatch(short := name.rpartition(".")[2]):
                links.setdefault(short, place.link)
    return links


def _anchored(page: str, tokens: Sequence[Token]) -> list[_Place]:
    """Give each heading and each row that explains a name an anchor; all of them with their text, in order."""
    places: list[_Place] = []
    taken: Counter[str] = Counter()
    headings: list[str] = []
    heads: list[str] = []
    for place, token in enumerate(tokens):
        if token.type == "tr_open":
            column = 0
        elif token.type == "th_open":
            heads = [*heads[:column], _text(tokens[place + 1])]
            column += 1
        elif token.type == "td_open":
            token.attrSet("data-head", heads[column])
            column += 1
        level = int(token.tag[1]) if token.type == "heading_open" else 4 if _explains(tokens, place) else 0
        if level:
            inline = tokens[place + 1] if level < 4 else tokens[place + 2]
            for child in inline.children or ():
                child.meta["explained"] = True
            title = _text(inline)
            anchor = re.sub(r"[^\w.]+", "-", title.lower()).strip("-")
            taken[anchor] += 1
            anchor += f"-{taken[anchor]}" if taken[anchor] > 1 else ""
            token.attrSet("id", anchor)
            headings = headings[: level - 1]
            places.append(_Place(page, anchor, title, " › ".join(headings), level))
            headings += [title] if level < 4 else []
        elif token.type in ("inline", "fence") and _is_text(tokens, place):
            places[-1].text.append(_text(token))
    return places


def _explains(tokens: Sequence[Token], place: int) -> bool:
    """Whether a row of a table begins with a cell that is one name in code."""
    if tokens[place].type != "tr_open" or tokens[place + 1].type != "td_open":
        return False
    children = tokens[place + 2].children or []
    return len(children) == 1 and children[0].type == "code_inline"


def _is_text(tokens: Sequence[Token], place: int) -> bool:
    """Whether it is neither a heading nor the name that a row explains, which are titles."""
    before = tokens[place - 1]
    return before.type not in ("heading_open", "th_open") and not (before.type == "td_open" and _explains(tokens, place - 2))


def _text(token: Token) -> str:
    """What is read of it."""
    parts = token.children if token.children is not None else [token]
    return "".join(" " if part.type in ("softbreak", "hardbreak") else part.content.strip("$\n") for part in parts)


def _page(name: str, titles: Mapping[str, str], sections: Sequence[_Place], body: str) -> str:
    order = list(titles)
    place = order.index(name)
    steps = _step("prev", "Previous", order[place - 1] if place else "", titles)
    steps += _step("next", "Next", order[place + 1] if place + 1 < len(order) else "", titles)
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(titles[name])} · LatentLab</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="style.css">'
        '<script src="index.js" defer></script><script src="manual.js" defer></script></head><body>'
        '<a class="skip" href="#content">Skip to the text</a>'
        f'<aside><p class="name">LatentLab <small>{escape(__version__)}</small></p>{_SEARCH}<details open>'
        f'<summary>Contents</summary><nav aria-label="Manual">{_menu(name, titles, sections)}</nav></details></aside>'
        f'<main id="content">{body}<footer>{steps}</footer></main></body></html>\n'
    )


_SEARCH = (
    '<search hidden><input type="search" role="combobox" aria-expanded="false" aria-controls="found" aria-autocomplete="list" '
    'aria-label="Search the manual" placeholder="Search (press /)" autocomplete="off" spellcheck="false">'
    '<ul id="found" role="listbox" aria-label="Found" hidden></ul></search>'
)


def _step(rel: str, word: str, page: str, titles: Mapping[str, str]) -> str:
    """A link to the page before or after, which keeps its side where there is none."""
    return f'<a rel="{rel}" href="{page}.html"><small>{word}</small>{escape(titles[page])}</a>' if page else "<span></span>"


def _menu(name: str, titles: Mapping[str, str], sections: Sequence[_Place]) -> str:
    """Links to all pages, below that of this page to its sections."""
    lines = []
    for chapter, names in CHAPTERS.items():
        lines.append(f"<h2>{chapter}</h2><ul>")
        for other in names:
            current = other == name
            lines.append(f'<li><a href="{other}.html"{" aria-current=page" if current else ""}>{escape(titles[other])}</a>')
            if current and len(sections) >= _FEW:
                links = (f'<li><a href="#{escape(one.anchor)}">{escape(one.title)}</a></li>' for one in sections)
                lines.append(f"<ul>{''.join(links)}</ul>")
            lines.append("</li>")
        lines.append("</ul>")
    return "".join(lines)
