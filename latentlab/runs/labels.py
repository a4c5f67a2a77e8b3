"""A name for each run of a list that no other run of it has: its own, then the settings in which it differs, then its date."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from latentlab.catalog.settings import Component, EntrySettings, field_words, in_words, metadata
from latentlab.config import RunConfig, flat_settings

_SEPARATOR = " · "
_FIRST = ("objective", "consistency", "adversarial", "prior", "likelihood", "model", "transform", "train")
"""Sections in the order in which their settings tell runs apart; settings of no section come last."""
_ELSEWHERE = ("device", "train.threads")
_PLAIN = frozenset({"objective", "model", "data", "train"})
"""Sections whose settings need no further word."""


class Named(NamedTuple):
    """A run as a list knows it.

    Attributes:
        path: its folder.
        name: that users gave it, or that of its settings.
        config: its settings, None where they cannot be read.
        created: ISO 8601, empty where it is not known.
    """

    path: Path
    name: str
    config: RunConfig | None
    created: str


def unique_labels(runs: Sequence[Named]) -> list[str]:
    """A label for each run, in their order, no two of them the same: "digits", "digits · β = 4", "digits · 27 Nov 09:28"."""
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for place, run in enumerate(runs):
        groups[run.name].append(place)
    labels = [run.name for run in runs]
    for places in groups.values():
        if len(places) > 1:
            _tell_apart(runs, places, labels)
    counts = Counter(labels)
    for place, run in enumerate(runs):  # another run may have been given the very name that was made here
        if counts[labels[place]] > 1:
            labels[place] += _SEPARATOR + run.path.name
    counts = Counter(labels)
    return [str(run.path) if counts[label] > 1 else label for run, label in zip(runs, labels, strict=True)]


def _tell_apart(runs: Sequence[Named], places: Sequence[int], labels: list[str]) -> None:
    """Add to the labels of runs of one name what only some of them have."""
    readable: dict[int, tuple[RunConfig, dict[str, Any]]] = {}
    for place in places:
        config = runs[place].config
        if config is not None:
            readable[place] = config, flat_settings(config)
    unreadable = [place for place in places if place not in readable]
    _tell_by_date(runs, unreadable, labels)
    found = dict.fromkeys(key for config, settings in readable.values() for key in settings if _is_part(config, key))
    _tell_by_settings(runs, readable, sorted(found, key=_order), labels)


def _tell_by_settings(
    runs: Sequence[Named], group: Mapping[int, tuple[RunConfig, dict[str, Any]]], keys: Sequence[str], labels: list[str]
) -> None:
    if len(group) < 2:
        return
    for number, key in enumerate(keys):
        parts: defaultdict[str, dict[int, tuple[RunConfig, dict[str, Any]]]] = defaultdict(dict)
        for place, (config, settings) in group.items():
            parts[repr(settings.get(key))][place] = config, settings
        if len(parts) > 1:
            for part in parts.values():
                for place, (config, settings) in part.items():
                    if words := _words(config, key, settings.get(key)):
                        labels[place] += _SEPARATOR + words
                _tell_by_settings(runs, part, keys[number + 1 :], labels)
            return
    _tell_by_date(runs, list(group), labels)


def _tell_by_date(runs: Sequence[Named], places: Sequence[int], labels: list[str]) -> None:
    if len(places) < 2:
        return
    for form in ("%-d %b %H:%M", "%-d %b %Y %H:%M:%S"):
        dates = [date_text(runs[place].created, form) for place in places]
        if all(dates) and len(set(dates)) == len(dates):
            for place, date in zip(places, dates, strict=True):
                labels[place] += _SEPARATOR + date
            return
    for place in places:
        labels[place] += _SEPARATOR + runs[place].path.name


def date_text(created: str, form: str = "%-d %b %Y %H:%M") -> str:
    """A time in ISO 8601 as this place's clocks show it, in a form of `strftime`; empty where it is none."""
    try:
        time = datetime.fromisoformat(created).astimezone()
        return time.strftime(form.replace("%-d", str(time.day)))  # Windows has no %-d
    except (ValueError, OverflowError, OSError):
        return ""


def _is_part(config: RunConfig, key: str) -> bool:
    """Whether a setting is a part of what a run computes, not of where it does so."""
    section, _, field = key.rpartition(".")
    component = getattr(config, section, None) if section else None
    return key not in _ELSEWHERE and not (isinstance(component, Component) and metadata(type(component), field).get("place"))


def _order(key: str) -> tuple[int, bool, str]:
    """What is computed before what it is computed on, and an entry's name before its settings."""
    section, _, field = key.rpartition(".")
    if key == "data.name":
        place = len(_FIRST)
    elif section == "data" or key == "seed":
        place = len(_FIRST) + 1
    else:
        place = _FIRST.index(section) if section in _FIRST else len(_FIRST)
    return place, field != "name", key


def _words(config: RunConfig, key: str, value: Any) -> str:
    """A setting as a label has it: "β = 4", "learning rate 0.01", "MLP"; empty at its default, which goes without saying."""
    section, _, field = key.rpartition(".")
    component: Any = getattr(config, section) if section in type(config).model_fields else config
    if not isinstance(component, Component) or field not in type(component).model_fields:
        return ""
    if isinstance(component, EntrySettings) and field == component.tag:
        catalog = component.catalog
        return "" if value == catalog.default else str(catalog[value].label)
    if value is None or value == type(component).model_fields[field].default:
        return ""
    label = str(metadata(type(component), field).get("label") or in_words(field)).partition(" (")[0]
    if len(label) <= 2:
        return f"{label} = {_shown(value)}"
    label = label[:1].lower() + label[1:]
    words = label if section in ("", *_PLAIN) else f"{section} {label}"
    if isinstance(value, bool):
        return words if value else f"no {words}"
    return f"{words} {field_words(type(component), field).get(str(value), _shown(value))}"


def _shown(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else f"{value:,}" if isinstance(value, int) else str(value)
