"""The pages that the catalog makes: every setting, every method and every number."""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from pydantic.fields import FieldInfo

from latentlab.catalog import (
    COMPARISONS,
    DATASETS,
    LIKELIHOODS,
    NETWORKS,
    NUMBERS,
    OBJECTIVES,
    PRIORS,
    TERMS,
    TRANSFORMS,
    Dataset,
    Measure,
    SettingsEntry,
)
from latentlab.catalog.measures import MEASURES
from latentlab.catalog.references import REFERENCES
from latentlab.catalog.settings import Component, EntrySettings, choices, metadata
from latentlab.config import RunConfig
from latentlab.manual.docstrings import Docstring
from latentlab.manual.markdown import sentence, table
from latentlab.training.changes import changeable_settings

_HEAD = ("key", "default", "what it does")
_LATER = "↻"
_ANCHORS = {"data": "data-sets", "model": "networks", "likelihood": "likelihoods", "prior": "priors", "objective": "objectives"}
_ANCHORS |= {"consistency": "consistency", "transform": "transformations"}
_LIMITS = {"ge": "≥", "gt": ">", "le": "≤", "lt": "<"}


def settings() -> str:
    """Every setting of a run, by section and by the entry that it belongs to."""
    lines = ["# All settings", ""]
    lines += ["A run's `run.toml` has them in sections; `--set section.key=value` and `latentlab.override` change one.", ""]
    lines += [f"{_LATER} means that a setting may also change while a run trains, by `latentlab set`, and when it is resumed."]
    lines += ["All others stay as they were when the run began, but for where it computes and where its images lie.", ""]
    plain = [name for name, field in RunConfig.model_fields.items() if field.annotation in (str, int)]
    lines += _fields("", RunConfig, plain)
    for section, field in RunConfig.model_fields.items():
        model = field.annotation
        if not (isinstance(model, type) and issubclass(model, Component)):
            continue
        lines += [f"## {section}", "", Docstring.of(model).text, "", *_fields(section, model, list(model.model_fields))]
        if issubclass(model, EntrySettings):
            lines += _of_entries(section, model)
    return "\n".join(lines)


def _of_entries(section: str, model: type[EntrySettings]) -> list[str]:
    """The settings that not all entries of a section have, those of several first and once."""
    owners: dict[tuple[str, str, str], list[SettingsEntry]] = {}
    for entry in model.catalog.values():
        for name, field in entry.settings.model_fields.items():
            shared = model.model_fields.get(name)
            if name != model.tag and (shared is None or field.default != shared.default):
                owners.setdefault((name, repr(field.default), field.description or ""), []).append(entry)
    several = {key: entries for key, entries in owners.items() if len(entries) > 1}
    lines = ["### For several of them", ""] if several else []
    rows = []
    for (name, *_), entries in several.items():
        rows += [_row(section, entries[0].settings, name, f"Only for {', '.join(f'`{entry.name}`' for entry in entries)}.")]
    lines += table(rows, _HEAD) if rows else []
    for entry in model.catalog.values():
        own = [name for (name, *_), entries in owners.items() if entries == [entry]]
        if own:
            lines += [f"### {_chosen(entry)}: {entry.label}", "", *_fields(section, entry.settings, own)]
    return lines


def _chosen(entry: SettingsEntry) -> str:
    """What chooses an entry, as a command line says it: objective.name=vae."""
    return f"{entry.settings.catalog.section}.{entry.settings.tag}={entry.name}"


def _fields(section: str, model: type[Component], names: Sequence[str]) -> list[str]:
    return table((_row(section, model, name) for name in names), _HEAD)


def _row(section: str, model: type[Component], name: str, owners: str = "") -> tuple[str, str, str]:
    field = model.model_fields[name]
    key = f"{section}.{name}".lstrip(".")
    allowed = _entries(model) if issubclass(model, EntrySettings) and name == model.tag else _allowed(field)
    later = _LATER if metadata(model, name).get("resumable") or key in _changeable() else ""
    return f"`{key}`", _value(field.default), " ".join(part for part in (field.description, allowed, owners, later) if part)


@cache
def _changeable() -> frozenset[str]:
    return changeable_settings(RunConfig.model_validate({}))


def _value(default: object) -> str:
    """A default as TOML has it; a dash where it is not set."""
    if default is None:
        return "–"
    return f"`{json.dumps(default)}`"


def _entries(model: type[EntrySettings]) -> str:
    found = ", ".join(f"`{name}`" for name in model.catalog)
    return f"One of {found}; [Methods](methods.md#{_ANCHORS[model.catalog.section]}) explains them."


def _allowed(field: FieldInfo) -> str:
    if found := choices(field.annotation):
        return "One of " + ", ".join(f"`{choice}`" for choice in found) + "."
    limits = [(sign, getattr(part, key, None)) for part in field.metadata for key, sign in _LIMITS.items()]
    told = [f"{sign} {value}" for sign, value in limits if value is not None]
    return f"({', '.join(told)})" if told else ""


def methods() -> str:
    """Every method that a run can be made of, with its formula and its paper."""
    lines = ["# Methods", "", "What a run is made of. The line under a title is the setting that chooses it.", ""]
    lines += ["Formulas show the default settings. All terms are in nats per image: summed over pixels and latent dimensions,"]
    lines += ["averaged over images; an objective is what is made small.", ""]
    for title, catalog in (
        ("Objectives", OBJECTIVES),
        ("Consistency", COMPARISONS),
        ("Priors", PRIORS),
        ("Likelihoods", LIKELIHOODS),
        ("Networks", NETWORKS),
    ):
        lines += [f"## {title}", ""]
        for entry in catalog.values():
            lines += _method(entry)
    lines += ["## Transformations", ""]
    policies = ((f"`{entry.name}`", entry.summary or _ranges(entry.ranges or {})) for entry in TRANSFORMS.values())
    lines += table(policies, ("`transform.policy`", "what t(x) is drawn from"))
    lines += ["## Data sets", ""]
    lines += table((_data(entry) for entry in DATASETS.values()), ("`data.name`", "what it is", "images", "licence"))
    lines += ["## References", "", *(f"- {reference}" for reference in REFERENCES.values()), ""]
    return "\n".join(lines)


def _method(entry: SettingsEntry) -> list[str]:
    formula = getattr(entry, "formula", None)
    written = formula(entry.settings()) if callable(formula) else ""
    lines = [f"### {entry.label}", "", f"`{_chosen(entry)}`", "", sentence(entry.summary), ""]
    if written and written != entry.summary:
        lines += [f"`${written}$`", ""]
    if entry.paper:
        lines += [f"[{entry.paper}](#references)", ""]
    if not entry.trained:
        lines += ["It comes with models from elsewhere; no run is trained with it.", ""]
    return lines


def _ranges(ranges: Mapping[str, object]) -> str:
    """The settings of `custom` that give the same policy."""
    return ", ".join(f"`{name}={str(value).lower()}`" for name, value in ranges.items())


def _data(entry: Dataset) -> tuple[str, ...]:
    terms = entry.terms
    return f"`{entry.name}`", entry.summary, f"{terms.count:,}" if terms.count else "", terms.licence


def measures() -> str:
    """Every measure of an evaluation, and every number that a run reports while it trains."""
    lines = ["# Measures and reported numbers", "", "## Measures", ""]
    lines += ["What `latentlab evaluate` computes on held-out images, by the names that `--json` and sweeps use.", ""]
    for subject in dict.fromkeys(measure.subject for measure in MEASURES.values()):
        found = [measure for measure in MEASURES.values() if measure.subject == subject]
        lines += [f"### {subject}", "", *table(map(_measure, found), ("name", "what it is"))]
    lines += ["## Reported numbers", "", "What `metrics.jsonl` holds of a step.", ""]
    lines += table(_numbers(), ("name", "what it is"))
    lines += [
        "## Terms of the loss",
        "",
        "Each is reported as `term/NAME`, and with its weight as `loss/NAME`; the latter add up to",
    ]
    lines += ["`loss/total`. Those of t(x) have `_t` after their name.", ""]
    lines += table(((f"`{one.name}`", sentence(one.summary)) for one in TERMS.values()), ("NAME", "what it is"))
    return "\n".join(lines)


def _measure(measure: Measure) -> tuple[str, str]:
    bound = {"≤": " (upper bound)", "≥": " (lower bound)", "": ""}[measure.bound]
    unit = f" [{measure.unit}]" if measure.unit else ""
    formula = f"`${measure.formula}$`" if measure.formula else ""
    parts = (f"{measure.label}{bound}{unit}.", sentence(measure.summary), formula, sentence(measure.good))
    return f"`{measure.name}`", " ".join(part for part in parts if part)


def _numbers() -> Iterator[tuple[str, str]]:
    for name, number in NUMBERS.items():
        unit = f" [{number.unit}]" if number.unit else ""
        yield f"`{name}`", f"{number.label}{unit}. {sentence(number.summary)}"
