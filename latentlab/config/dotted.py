"""Settings by dotted names: objective.beta for what lies at "beta" in "objective"."""

from collections.abc import Mapping
from typing import Any

from latentlab.errors import ConfigError


def flat(settings: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    """{"a": {"b": 1}} → {"a.b": 1}."""
    found: dict[str, Any] = {}
    for name, value in settings.items():
        found |= flat(value, f"{prefix}{name}.") if isinstance(value, dict) else {prefix + name: value}
    return found


def section_of(settings: dict[str, Any], key: str) -> tuple[dict[str, Any], str]:
    """The section of nested settings that a dotted name lies in, made where it is missing, and the name there.

    Raises:
        ConfigError: if a single value stands where the section would be.
    """
    *parents, name = key.split(".")
    section: Any = settings
    for parent in parents:
        section = section.setdefault(parent, {})
        if not isinstance(section, dict):
            raise ConfigError(f"{key}: unknown setting.")
    return section, name
