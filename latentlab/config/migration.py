"""Settings of earlier versions, and of another entry, as those of today."""

from collections.abc import Mapping
from typing import Any

from latentlab.config.policies import current_policy
from latentlab.config.schema import entry_sections
from latentlab.errors import shown

_WHOLE = {"objective": {"beta", "num_importance_samples", "variance_weight"}, "consistency": {"margin", "temperature"}}
"""Settings of several entries that only a whole config of an earlier version has side by side."""


def _table(values: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = values.get(name, {})
    return found if isinstance(found, Mapping) else {}


def of_schema(version: int, values: Mapping[str, Any]) -> dict[str, Any]:
    """The settings of a run of any schema as those of today.

    Those of schema 1 and 2 held the settings of every entry: those that were not read are left out. What they were made before,
    or whose default has changed since, is written out.
    """
    if version > 2:
        return dict(values)
    earlier: dict[str, dict[str, Any]] = {"data": {"validation_fraction": 0.0}}
    if version == 1:
        earlier["likelihood"] = {"binarize_order": "before_t"}
    tables = {name: values.get(name, {}) for name in earlier}
    values = {**values, **{name: earlier[name] | dict(table) for name, table in tables.items() if isinstance(table, Mapping)}}
    sections = {
        name: of_its_entry(name, values[name], only_known=True)
        for name in entry_sections()
        if isinstance(values.get(name), Mapping)
    }
    return {**values, **sections}


def of_its_entry(name: str, section: Mapping[str, Any], *, only_known: bool = False) -> dict[str, Any]:
    """A section without the settings that the entry it names does not have.

    Args:
        name: of the section.
        section: its values.
        only_known: keep what no entry has, which is then an error.
    """
    catalog = entry_sections()[name].catalog
    tag = entry_sections()[name].tag
    entry = catalog.get(section.get(tag, catalog.default))
    if entry is None:
        return dict(section)
    dropped = {field for other in catalog.values() for field in other.settings.model_fields} if only_known else set(section)
    return {key: value for key, value in section.items() if key in entry.settings.model_fields or key not in dropped}


def is_whole(values: Mapping[str, Any]) -> bool:
    """Whether values are a whole config of schema 2, written without its number."""
    return all(fields <= set(_table(values, name)) for name, fields in _WHOLE.items())


def unknown_entry(values: Mapping[str, Any]) -> str:
    """What values name that no catalog has, such as "the run has the objective 'mine'"; empty where there is nothing."""
    for section, model in entry_sections().items():
        name = _table(values, section).get(model.tag)
        if isinstance(name, str) and current_policy(name) not in model.catalog:
            return f"the run has the {model.catalog.kind} {shown(name)}"
    return ""
