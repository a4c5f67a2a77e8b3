"""What MkDocs needs beside mkdocs.yml: the pages of the manual with formulas as MathML, and their order."""

import re

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from latentlab.manual import CHAPTERS, pages, title_of
from latentlab.manual.formulas import mathml

_FORMULA = re.compile(r"`\$([^`]+)\$`")
_SKIPPED = re.compile(r"^```python skip: .*$", re.MULTILINE)
_CSS = """.md-typeset td .formula { display: block; }
.md-typeset td code { word-break: normal; }
"""


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Give the site the manual's order; the first page is its entrance."""
    found = pages()
    config.nav = [{chapter: [{title_of(found[name]): _file(name)} for name in names]} for chapter, names in CHAPTERS.items()]
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Put the manual's pages in the place of the files that some of them are written in."""
    for file in list(files.documentation_pages()):
        files.remove(file)
    for name, text in pages().items():
        files.append(File.generated(config, _file(name), content=_page(text)))
    files.append(File.generated(config, "site.css", content=_CSS))
    return files


def _file(name: str) -> str:
    return "index.md" if name == next(iter(CHAPTERS.values()))[0] else f"{name}.md"


def _page(text: str) -> str:
    """A page as Python-Markdown reads it, which takes an escaped bar in code for two signs."""
    text = _SKIPPED.sub("```python", text).replace("](start.md", "](index.md")
    text = _FORMULA.sub(lambda found: mathml(found[1].replace("\\|", "|")).replace("|", "&#124;"), text)
    return re.sub(r"`[^`\n]*\\\|[^`\n]*`", lambda found: found[0].replace("\\|", "|"), text)
