"""The form's words for settings: of sections, labels and choices, also for messages that name a setting by its key."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic.fields import FieldInfo

from latentlab.catalog.settings import Component, EntrySettings, applies, field_words, in_words, metadata
from latentlab.config import RunConfig
from latentlab.gui.language import mark, tr
from latentlab.gui.library_texts import translated

RUN = ""
"""The section of the settings that stand in none of their own."""

_CHANGE = re.compile(r"From step (?P<step>[\d,]+) on, (?P<key>[\w.]+): (?P<old>.*) → (?P<new>.*)\.")
"""The text of an event of the kind “change”."""
_SECTION_NAMES = {
    "adversarial": tr("Discriminator"),
    "transform": tr("Transformation"),
    "train": tr("Training"),
    RUN: tr("Run"),
}


def section_name(name: str) -> str:
    """The heading of a section."""
    return _SECTION_NAMES.get(name) or translated(in_words(name))


def summary_of(component: type[Component]) -> str:
    """What a section is about, in a sentence."""
    return (component.__doc__ or "").strip().partition("\n")[0]


def label_of(name: str, info: FieldInfo) -> str:
    """A setting's label."""
    extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
    return translated(str(extra.get("label") or in_words(name)))


def sections() -> Iterator[tuple[str, type[Component]]]:
    """The sections in the order of the config; the settings of the run itself come last."""
    for name, info in RunConfig.model_fields.items():
        if is_component(info.annotation):
            assert isinstance(info.annotation, type)
            yield name, info.annotation
    yield RUN, RunConfig


def is_component(annotation: Any) -> bool:
    """Whether a field is a section."""
    return isinstance(annotation, type) and issubclass(annotation, Component)


def models_of(component: type[Component]) -> list[type[Component]]:
    """The settings of every entry of a section's catalog; the section's own where it has none."""
    if not issubclass(component, EntrySettings):
        return [component]
    return [entry.settings for entry in component.catalog.values()]


def choice_words(model: type[Component], name: str) -> dict[str, str]:
    """The values that a setting chooses from, with their words; none for other settings."""
    if issubclass(model, EntrySettings) and name == model.tag:
        words = {entry.name: entry.label for entry in model.catalog.values()}
    else:
        words = field_words(model, name)
    return {value: translated(text) for value, text in words.items()}


def value_words(model: type[Component], name: str, value: Any) -> str:
    """A setting's value as it is read."""
    if value is None:
        return translated(str(metadata(model, name).get("empty") or mark("automatic")))
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    if isinstance(value, float):
        return f"{value:g}"
    return f"{value:,}" if isinstance(value, int) and abs(value) < 10**9 else choice_words(model, name).get(value, str(value))


def said_of(config: RunConfig) -> Iterator[tuple[str, list[tuple[str, str, str]]]]:
    """Each section's heading with key, label and value of the settings that the method, as it is set, reads."""
    for section, _ in sections():
        component = getattr(config, section) if section else config
        model = type(component)
        told = [
            (_key(section, name), label_of(name, info), value_words(model, name, getattr(component, name)))
            for name, info in model.model_fields.items()
            if not is_component(info.annotation) and applies(component, name)
        ]
        if told:
            yield section_name(section), told


def in_form_words(text: str) -> str:
    """A message with the form's words for the keys, and for values that are chosen, of the settings that it names."""
    pattern, words = _spoken()
    return pattern.sub(lambda found: _say(found, words), text)


def change_words(text: str) -> str:
    """What an event says of a changed setting, as short as it can be: “Learning rate 0.001 → 0.0005 at step 4”.

    Events of other kinds are left as they are.
    """
    found = _CHANGE.fullmatch(text)
    if found is None:
        return in_form_words(text)
    label, choices = _spoken()[1].get(found["key"], (found["key"], {}))
    old, new = (choices.get(found[name], found[name]) for name in ("old", "new"))
    return tr("{label} {old} → {new} at step {step}", label=label, old=old, new=new, step=found["step"])


@cache
def setting_names() -> dict[str, str]:
    """The settings of a run that a sweep may vary: key → section and label."""
    names = {}
    for section, component in sections():
        for model in models_of(component):
            for name, info in model.model_fields.items():
                if section and not is_component(info.annotation):
                    names[_key(section, name)] = f"{section_name(section)} › {label_of(name, info)}"
    return names


def choices_of(key: str) -> dict[str, str]:
    """The values that a setting chooses from, with their words; none for other settings."""
    return _spoken()[1].get(key, ("", {}))[1]


def key_in(text: str) -> str | None:
    """The setting that a message is about: the first that it names."""
    found = _spoken()[0].search(text)
    return (found["key"] or found["own"]) if found else None


def _say(found: re.Match[str], words: dict[str, tuple[str, dict[str, str]]]) -> str:
    label, choices = words[found["key"] or found["own"]]
    value = found["value"]
    return f"“{label}”" if value is None else f"“{label}” = {choices.get(value, repr(value))}"


@cache
def _spoken() -> tuple[re.Pattern[str], dict[str, tuple[str, dict[str, str]]]]:
    """What finds the keys of settings, and of each its label and its choices."""
    words: dict[str, tuple[str, dict[str, str]]] = {}
    for section, component in sections():
        for model in models_of(component):
            for name, info in model.model_fields.items():
                if not is_component(info.annotation):
                    words.setdefault(_key(section, name), (label_of(name, info), choice_words(model, name)))
    labels = [label for label, _ in words.values()]
    for key, (label, choices) in words.items():
        if labels.count(label) > 1:
            words[key] = (f"{label} ({section_name(key.rpartition('.')[0])})", choices)
    keys = "|".join(re.escape(key) for key in sorted(words, key=len, reverse=True) if "." in key)
    own = "|".join(key for key in words if "." not in key)  # plain words, which are no keys within a sentence
    return re.compile(rf"(?:(?P<key>\b(?:{keys})\b)|^(?P<own>{own})(?= =|:))(?: = '(?P<value>[^']*)')?"), words


def _key(section: str, name: str) -> str:
    return f"{section}.{name}" if section else name
