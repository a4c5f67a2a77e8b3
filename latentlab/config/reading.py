"""Settings from TOML and from assignments, and back.

An unknown key or a value out of range raises `ConfigError` with the field, the value and what would be right.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import tomli_w
from pydantic import ValidationError

from latentlab.catalog.transforms import TransformConfig
from latentlab.config.explain import expects_text, explain, unknown_key
from latentlab.config.migration import is_whole, of_its_entry, of_schema
from latentlab.config.policies import policy_ranges, with_ranges
from latentlab.config.presets import ABOUT, preset_names
from latentlab.config.schema import RunConfig, entry_sections
from latentlab.errors import ConfigError, FileError, MissingFileError
from latentlab.files.text import parse_toml, read_toml
from latentlab.resources import resource


def parse_config(values: Mapping[str, Any]) -> RunConfig:
    """Validate nested plain values.

    Raises:
        ConfigError: naming each field that is wrong, its value and what would be right.
    """
    try:
        return RunConfig.model_validate(with_ranges(values))
    except ValidationError as error:
        raise ConfigError("; ".join(explain(detail) for detail in error.errors())) from None


def config_problems(values: Mapping[str, Any]) -> tuple[str, ...]:
    """What is wrong with nested plain values: a sentence for each setting, which begins with its dotted name."""
    try:
        RunConfig.model_validate(with_ranges(values))
    except ValidationError as error:
        return tuple(explain(detail) for detail in error.errors())
    except ConfigError as error:
        return (str(error),)
    return ()


def load_config(path: str | Path) -> RunConfig:
    """Read a config's TOML file, or the `run.toml` that a run keeps.

    Args:
        path: of the file.

    Raises:
        ConfigError: if the file cannot be read, is no TOML or holds a wrong setting.
    """
    path = Path(path)
    try:
        values = read_toml(path)
    except MissingFileError:
        raise ConfigError(f"{path}: cannot be read: No such file or directory.") from None
    except FileError as error:
        reason = "cannot be read: Is a directory" if path.is_dir() else error.reason
        raise ConfigError(f"{path}: {reason}.") from None
    values.pop(ABOUT, None)
    if "schema_version" in values:
        if not isinstance(values.get("config"), dict):
            raise ConfigError(f"{path}: a run.toml without its config; it is incomplete.")
        version = values["schema_version"]
        values = of_schema(version if isinstance(version, int) else 1, values["config"])
    elif is_whole(values):
        values = of_schema(2, values)
    try:
        return parse_config(values)
    except ConfigError as error:
        raise ConfigError(f"{path}: {error}") from None


def dump_config(config: RunConfig) -> str:
    """The config as TOML text; settings left empty are left out."""
    return tomli_w.dumps(config.model_dump(exclude_none=True))


def override(config: RunConfig, assignments: Iterable[str]) -> RunConfig:
    """Apply `section.key=value` assignments, as given to `--set`.

    A value is read as TOML (`4`, `1e-3`, `true`, `"text"`); where text is expected, and for what is no TOML, quotes are not
    needed.

    Args:
        config: it stays as it is.
        assignments: in any order.

    Raises:
        ConfigError: for an assignment without `=`, an unknown key or a wrong value.
    """
    values = config.model_dump(exclude_none=True)
    for assignment in sorted(assignments, key=lambda assignment: not _chooses(assignment)):
        key, equals, text = assignment.partition("=")
        if not equals or not key.strip():
            raise ConfigError(f"--set {assignment}: write it as section.key=value, for example objective.beta=4.")
        section: Any = values
        *parents, leaf = key.strip().split(".")
        for depth, parent in enumerate(parents, start=1):
            if parent not in section:
                raise ConfigError(unknown_key(tuple(parents[:depth])))
            if not isinstance(section[parent], dict):
                raise ConfigError(f"{'.'.join(parents[:depth])}: a single value, that has no settings of its own")
            section = section[parent]
        section[leaf] = _parse_value(text.strip(), expects_text((*parents, leaf)))
        if _chooses(assignment):
            values[parents[0]] = of_its_entry(parents[0], section)
        values = with_ranges(values)  # what is assigned next may change what a saved policy brought
    return parse_config(values)


def with_values(config: RunConfig, values: Mapping[str, Any]) -> RunConfig:
    """The same settings with nested plain values over them; where they choose another entry, settings of the former go.

    Raises:
        ConfigError: for an unknown key or a wrong value.
    """
    under = config.model_dump(exclude_none=True)
    for name, model in entry_sections().items():
        over = values.get(name)
        if isinstance(over, Mapping) and model.tag in over:
            under[name] = of_its_entry(name, {**under[name], model.tag: over[model.tag]})
    return parse_config(_merged(under, values))


def transform_config(policy: str) -> TransformConfig:
    """The transformations of a policy that has a name: one that LatentLab knows, or one that a user saved.

    Raises:
        ConfigError: if there is none, or its file holds what is no range.
    """
    return parse_config({"transform": {"policy": policy}}).transform


def transform_from_text(text: str) -> TransformConfig:
    """A policy by its name, or by its ranges as in `degrees=20,shift=0.1`.

    Raises:
        ConfigError: if there is none of that name, or a range will not do.
    """
    if "=" not in text:
        return transform_config(text)
    assignments = (f"transform.{part.strip()}" for part in text.split(","))
    return override(parse_config({}), ["transform.policy=custom", *assignments]).transform


def transform_text(transform: TransformConfig) -> str:
    """What `transform_from_text` makes the same transformations of."""
    if transform.policy != "custom" and transform.border == "zeros":
        return transform.policy
    ranges = policy_ranges(transform)
    given = ranges.model_dump(exclude={"policy"}, exclude_defaults=True) or {"border": ranges.border}
    return ",".join(f"{name}={str(value).lower() if isinstance(value, bool) else value}" for name, value in given.items())


def load_preset(name: str) -> RunConfig:
    """A preset by name.

    Args:
        name: of a preset that ships, such as "digits"; `latentlab.config.preset_names()` has all.

    Raises:
        ConfigError: if there is none of that name.
    """
    names = preset_names()
    if name not in names:
        raise ConfigError(f"no preset is called {name!r}; there are {', '.join(names)}.")
    return load_config(resource("presets", f"{name}.toml"))


def _chooses(assignment: str) -> bool:
    """Whether an assignment names the entry of a section."""
    section, _, field = assignment.partition("=")[0].strip().partition(".")
    model = entry_sections().get(section)
    return model is not None and field == model.tag


def _merged(under: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    both = {key for key in over if isinstance(over[key], dict) and isinstance(under.get(key), dict)}
    return {**under, **over, **{key: _merged(under[key], over[key]) for key in both}}


def _parse_value(text: str, expects_text: bool) -> Any:
    if expects_text and not text.startswith(('"', "'")):
        return text
    try:
        return parse_toml(f"value = {text}".encode(errors="replace"), Path("--set"))["value"]
    except FileError:
        return text
