"""The manual: pages that are written, pages that the catalog makes, and all of them as HTML that needs no network."""

from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path

from markdown_it import MarkdownIt
from pydantic.fields import FieldInfo

from latentlab import __version__
from latentlab.catalog import COMPARISONS, DATASETS, LIKELIHOODS, NETWORKS, OBJECTIVES, PRIORS, TRANSFORMS
from latentlab.catalog.entries import Entry
from latentlab.catalog.measure import Measure
from latentlab.catalog.measures import MEASURES
from latentlab.catalog.numbers import NUMBERS
from latentlab.catalog.references import REFERENCES
from latentlab.catalog.settings import Component, EntrySettings, choices
from latentlab.config import RunConfig
from latentlab.files.atomic import folder_atomically
from latentlab.resources import resource

_WRITTEN = ("start", "own-images", "cr-vae", "own-model", "plug-in", "cluster", "run-folder", "cite")
_LIMITS = {"ge": "≥", "gt": ">", "le": "≤", "lt": "<"}


def pages() -> dict[str, str]:
    """Each page's Markdown by its name, in the order in which they are read."""
    written = {name: resource("docs", f"{name}.md").read_text(encoding="utf-8") for name in _WRITTEN}
    made = {"settings": _settings(), "methods": _methods(), "measures": _measures()}
    *first, last = written.items()
    return dict([*first, *made.items(), last])


def write_site(folder: Path) -> Path:
    """Write all pages as HTML into a folder that is made or replaced; the first one's path.

    Raises:
        OSError: if it cannot be written.
    """
    found = pages()
    titles = {name: text.splitlines()[0].removeprefix("# ") for name, text in found.items()}
    render = MarkdownIt("commonmark", {"html": False}).enable("table").render
    style = resource("docs", "style.css").read_text(encoding="utf-8")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with folder_atomically(folder) as place:
        for name, text in found.items():
            links = "".join(
                f'<a href="{other}.html"{" aria-current=page" if other == name else ""}>{escape(title)}</a>'
                for other, title in titles.items()
            )
            page = (
                f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(titles[name])} · LatentLab</title>'
                f'<meta name="viewport" content="width=device-width, initial-scale=1"><style>{style}</style></head><body>'
                f"<nav><strong>LatentLab {escape(__version__)}</strong>{links}</nav><main>{render(text)}</main></body></html>\n"
            )
            (place / f"{name}.html").write_text(page, encoding="utf-8")
    return folder / f"{next(iter(found))}.html"


def _settings() -> str:
    lines = ["# All settings", "", "A run's `run.toml` has them in sections. `--set section.key=value` changes one.", ""]
    plain = [name for name, field in RunConfig.model_fields.items() if field.annotation in (str, int)]
    lines += _fields("", RunConfig, plain)
    for section, field in RunConfig.model_fields.items():
        model = field.annotation
        if not (isinstance(model, type) and issubclass(model, Component)):
            continue
        lines += [f"## {section}", "", *_fields(section, model, list(model.model_fields))]
        if not issubclass(model, EntrySettings):
            continue
        for entry in model.catalog.values():
            own = [name for name in entry.settings.model_fields if name not in model.model_fields]
            if own:
                chosen = f"{section}.{model.tag} = {entry.name!r}"
                lines += [f"### {chosen}: {entry.label}", "", *_fields(section, entry.settings, own)]
    return "\n".join(lines)


def _fields(section: str, model: type[Component], names: Sequence[str]) -> list[str]:
    rows = []
    for name in names:
        field = model.model_fields[name]
        default = f"`{field.default!r}`".replace("'", '"')
        rows.append((f"`{section}.{name}`".replace("`.", "`"), default, f"{field.description or ''} {_allowed(field)}".strip()))
    return _table(rows, ("key", "default", "what it does"))


def _allowed(field: FieldInfo) -> str:
    if found := choices(field.annotation):
        return "One of " + ", ".join(f"`{choice}`" for choice in found) + "."
    limits = [(sign, getattr(part, key, None)) for part in field.metadata for key, sign in _LIMITS.items()]
    told = [f"{sign} {value}" for sign, value in limits if value is not None]
    return f"({', '.join(told)})" if told else ""


def _methods() -> str:
    lines = ["# Methods", ""]
    for title, catalog in (
        ("Objectives", OBJECTIVES),
        ("Consistency", COMPARISONS),
        ("Priors", PRIORS),
        ("Likelihoods", LIKELIHOODS),
        ("Networks", NETWORKS),
        ("Transformations", TRANSFORMS),
        ("Data sets", DATASETS),
    ):
        lines += [f"## {title}", ""]
        lines += _table(((f"`{entry.name}`", entry.label, _about(entry)) for entry in catalog.values()), ("name", "", ""))
    lines += ["## References", "", *(f"- {reference}" for reference in REFERENCES.values()), ""]
    return "\n".join(lines)


def _about(entry: Entry) -> str:
    formula = getattr(entry, "formula", None)
    told = [entry.summary] if entry.summary else []
    if callable(formula) and hasattr(entry, "settings") and (written := formula(entry.settings())):
        told.append(f"`{written}`")
    if entry.paper:
        told.append(f"({entry.paper})")
    return " ".join(told)


def _measures() -> str:
    lines = ["# Measures and reported numbers", "", "## Measures", "", "What `latentlab evaluate` computes.", ""]
    rows = (
        (f"`{one.name}`", one.label + (f" [{one.unit}]" if one.unit else ""), _of_measure(one)) for one in MEASURES.values()
    )
    lines += [*_table(rows, ("name", "", "")), "## Reported numbers", "", "What `metrics.jsonl` holds of a step.", ""]
    lines += _table(((f"`{name}`", one.label, one.summary) for name, one in NUMBERS.items()), ("name", "", ""))
    return "\n".join(lines)


def _of_measure(measure: Measure) -> str:
    formula = f"`{measure.formula}`" if measure.formula else ""
    return ". ".join(part.rstrip(".") for part in (measure.summary, formula, measure.good) if part)


def _table(rows: Iterable[Sequence[str]], head: Sequence[str]) -> list[str]:
    """A table's lines; a bar within a cell is escaped."""
    lines = [[cell.replace("|", "\\|").replace("\n", " ") for cell in row] for row in rows]
    return ["| " + " | ".join(line) + " |" for line in (head, ["---"] * len(head), *lines)] + [""]
