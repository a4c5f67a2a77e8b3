"""`run.toml`: what a run is, and what was changed when it was resumed."""

import platform
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import tomli_w
from pydantic import ValidationError

import latentlab
from latentlab import metrics
from latentlab.config import FROM_ELSEWHERE, Change, Component, RunConfig, of_schema, parse_config, unknown_entry
from latentlab.errors import ConfigError, FileError, MissingFileError, RunError
from latentlab.files.regular import read_bytes
from latentlab.files.text import LARGEST_TEXT, parse_toml
from latentlab.runs.history import Parent, Segment, changed, config_at, lineage
from latentlab.runs.records import is_step

FILE_NAME = "run.toml"
SCHEMA_VERSION = 3
_READ = (1, 2, 3)
_SECTIONS: dict[str, type[Component]] = {
    name: field.annotation
    for name, field in RunConfig.model_fields.items()
    if isinstance(field.annotation, type) and issubclass(field.annotation, Component) and name != "transform"
}
"""Sections of a config but for that which is read through the policies that users saved."""
_LARGEST_SHAPE = (64, 8192, 8192)
_LONGEST_TEXT = 1000


class Sourced:
    """What has settings, and a source where another program trains the model: see `Header`."""

    config: RunConfig
    source: Mapping[str, str]

    @property
    def is_from_elsewhere(self) -> bool:
        """Whether another program trains the model: of the settings, those of training mean nothing."""
        return bool(self.source) or self.config.is_from_elsewhere

    @property
    def method(self) -> str:
        """The method's usual name."""
        return FROM_ELSEWHERE if self.is_from_elsewhere else self.config.objective_title


@dataclass(frozen=True)
class Header(Sourced):
    """What `run.toml` holds.

    Attributes:
        created: ISO 8601, UTC.
        host: the computer on which the run began, empty where it is not known.
        user: who began it, likewise.
        image_shape: (C, H, W).
        versions: of programs and libraries at the beginning.
        images: fingerprint of the images, empty where there is none.
        config: the settings as they are now.
        history: what was changed, in order; of a branch also before it began.
        parent: where it branched off, None where it is no branch.
        source: of a model from elsewhere what it was and where it came from, as short texts; empty for a run of our own.
    """

    created: str
    host: str
    user: str
    image_shape: tuple[int, int, int]
    versions: Mapping[str, str]
    images: Mapping[str, Any]
    config: RunConfig
    history: tuple[Segment, ...] = ()
    parent: Parent | None = None
    source: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of_new_run(
        cls,
        config: RunConfig,
        image_shape: tuple[int, int, int],
        images: Mapping[str, Any],
        host: str,
        user: str,
    ) -> "Header":
        """The header of a run that begins now."""
        versions = {
            "latentlab": latentlab.__version__,
            "python": platform.python_version(),
            "torch": version("torch"),
        }
        return cls(now(), host, user, image_shape, versions, images, config)

    def config_at(self, step: int) -> RunConfig:
        """The settings in force in the step after so many.

        Raises:
            RunError: if the history does not fit the settings.
        """
        try:
            return config_at(self.config, lineage(self.history), step)
        except ConfigError as error:
            raise RunError(f"{FILE_NAME}: damaged: its history does not fit its settings: {error}") from None

    @property
    def scores_since(self) -> int:
        """The step after which checkpoints have scores that compare: the bound is that of the objective, which may change."""
        if self.config.train.best_by != metrics.VALIDATION_BOUND:
            return -1
        changed_at = [
            segment.step
            for segment in lineage(self.history)
            for change in segment.changes
            if change.key.startswith("objective.")
        ]
        return changed_at[-1] if changed_at else -1

    def changes_after(self, step: int) -> tuple[Segment, ...]:
        """What was changed at later steps than this one."""
        return tuple(segment for segment in lineage(self.history) if segment.step > step)

    def resumed(self, config: RunConfig, step: int, changes: Sequence[Change]) -> "Header":
        """The header of a run that goes on from a step with settings that differ by changes from those in force there.

        What was changed after it is no part of the run's history any longer.
        """
        segments = [segment for segment in lineage(self.history) if segment.step <= step]
        if changes:
            segments.append(Segment(step, now(), tuple(changes)))
        return replace(self, config=config, history=tuple(segments))

    def changed(self, step: int, changes: Sequence[Change]) -> "Header":
        """The header of a run whose settings change at a step while it trains."""
        segments = [*lineage(self.history), Segment(step, now(), tuple(changes))]
        return replace(
            self, config=changed(self.config, changes), history=tuple(sorted(segments, key=lambda segment: segment.step))
        )

    def to_bytes(self) -> bytes:
        """As TOML."""
        values: dict[str, Any] = {
            "schema_version": SCHEMA_VERSION,
            "created": self.created,
            "host": self.host,
            "user": self.user,
            "image_shape": list(self.image_shape),
            "versions": dict(self.versions),
        }
        if self.parent is not None:
            values["parent"] = asdict(self.parent)
        if self.source:
            values["source"] = dict(self.source)
        if self.images:
            values["images"] = dict(self.images)
        values["config"] = self.config.model_dump(exclude_none=True)
        if self.history:
            values["history"] = [_segment_values(segment) for segment in self.history]
        return tomli_w.dumps(values).encode()


def read_header(run: Path) -> Header:
    """The header of a run folder, of schema 1 to 3.

    Raises:
        RunError: if it is no run, is damaged or was written by a newer LatentLab.
    """
    path = run / FILE_NAME
    try:
        content = read_bytes(path, LARGEST_TEXT)
        values = _plain_toml(content) or parse_toml(content, path)
    except MissingFileError:
        missing = "run.toml is missing" if run.is_dir() else "there is no such folder"
        raise RunError(f"{run}: not a LatentLab run: {missing}.") from None
    except FileError as error:
        raise RunError(f"{path}: damaged: {error.reason}.") from None
    schema = values.get("schema_version")
    if not isinstance(schema, int) or isinstance(schema, bool):
        raise RunError(f"{path}: damaged: schema_version is missing.")
    if schema not in _READ:
        raise RunError(f"{path}: schema version {schema}; this LatentLab reads up to {_READ[-1]}. Update LatentLab to open it.")
    try:
        return _parsed(values)
    except (_DamagedError, ConfigError) as error:
        raise RunError(f"{path}: {error}") from None


def now() -> str:
    """The time in ISO 8601, UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


class _DamagedError(Exception):
    """A value has another type or range than ours; the text is a sentence."""


def _parsed(values: Mapping[str, Any]) -> Header:
    missing = [name for name in ("config", "image_shape", "created") if name not in values]
    if missing:
        raise _DamagedError(f"incomplete: {', '.join(missing)} {'is' if len(missing) == 1 else 'are'} missing.")
    texts = {name: values.get(name, "") for name in ("host", "user")}
    for name, text in texts.items():
        if not isinstance(text, str) or len(text) > 300:
            raise _DamagedError(f"damaged: {name} is not a short text.")
    config = values["config"]
    if not isinstance(config, dict):
        raise _DamagedError("damaged: config is not a table.")
    of_today = of_schema(values["schema_version"], config)
    if missing_entry := unknown_entry(of_today):
        raise _DamagedError(f"{missing_entry}, which this LatentLab does not have; install the plug-in that it came with.")
    return Header(
        created=_time(values["created"]),
        **texts,
        image_shape=_shape(values["image_shape"]),
        versions={name: str(text)[:100] for name, text in _table(values, "versions").items()},
        images=_table(values, "images"),
        config=_checked(of_today),
        history=_history(values.get("history", [])),
        parent=_parent(_table(values, "parent")),
        source={name[:100]: str(text)[:_LONGEST_TEXT] for name, text in _table(values, "source").items()},
    )


def _checked(config: Mapping[str, Any]) -> RunConfig:
    """As `parse_config` does it, but what runs have in common is checked once: folders hold thousands of them."""
    checked = dict(config)
    for name in _SECTIONS.keys() & config.keys():
        section = config[name]
        with suppress(TypeError, ValidationError):  # which `parse_config` says in words
            if isinstance(section, dict):
                checked[name] = _checked_section(name, tuple(section), *section.values())
    return parse_config(checked)


@lru_cache(maxsize=1024, typed=True)
def _checked_section(name: str, keys: tuple[str, ...], *values: Any) -> Component:
    return _SECTIONS[name].model_validate(dict(zip(keys, values, strict=True)))


def _table(values: Mapping[str, Any], name: str) -> dict[str, Any]:
    found = values.get(name, {})
    if not isinstance(found, dict):
        raise _DamagedError(f"damaged: {name} is not a table.")
    return found


def _parent(values: Mapping[str, Any]) -> Parent | None:
    if not values:
        return None
    run, step = values.get("run"), values.get("step")
    if (
        not isinstance(run, str)
        or not run
        or len(run) > 255
        or run in (".", "..")
        or set(run) & set("/\\\0")
        or not is_step(step)
    ):
        raise _DamagedError("damaged: parent is not a run's folder with a step.")
    return Parent(run, str(values.get("created", ""))[:40], step)


def _shape(value: object) -> tuple[int, int, int]:
    whole = isinstance(value, list) and len(value) == 3 and all(type(size) is int for size in value)
    if not isinstance(value, list) or not whole:
        raise _DamagedError("damaged: image_shape is not three whole numbers (channels, height, width).")
    if not all(1 <= size <= largest for size, largest in zip(value, _LARGEST_SHAPE, strict=True)):
        raise _DamagedError(f"damaged: image_shape is {'×'.join(str(size)[:20] for size in value)}, which no image has.")
    return value[0], value[1], value[2]


def _time(value: object) -> str:
    try:
        time = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
        return time.astimezone(UTC).isoformat(timespec="seconds")
    except (ValueError, OverflowError):
        raise _DamagedError("damaged: created is not a time.") from None


def _history(value: object) -> tuple[Segment, ...]:
    segments = value if isinstance(value, list) else [None]
    parsed = []
    for segment in segments:
        changes = segment.get("changes") if isinstance(segment, dict) else None
        sound = isinstance(changes, list) and all(
            isinstance(change, dict) and isinstance(change.get("key"), str) and len(change["key"]) <= 100 for change in changes
        )
        if not isinstance(segment, dict) or not isinstance(changes, list) or not sound or not is_step(segment.get("step")):
            raise _DamagedError("damaged: history is not a list of changes with their steps.")
        made = tuple(Change(change["key"], change.get("old"), change.get("new")) for change in changes)
        parsed.append(Segment(segment["step"], str(segment.get("time", ""))[:40], made))
    return tuple(parsed)


def _segment_values(segment: Segment) -> dict[str, Any]:
    changes = [
        {name: value for name, value in (("key", change.key), ("old", change.old), ("new", change.new)) if value is not None}
        for change in segment.changes
    ]
    return {"step": segment.step, "time": segment.time, "changes": changes}


_HEAD = re.compile(r"\[(\[?)([A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*)\](\]?)")
_VALUE = (
    r'(?:"([^"\\\x00-\x1f\x7f]*)"|(-?(?:0|[1-9][0-9]{0,20})(?:\.[0-9]{1,20}(?:e[+-][0-9]{1,2})?|e[+-][0-9]{1,2}))|'
    r"(0|-?[1-9][0-9]{0,17})|(true|false))"
)
_PAIR = re.compile(rf"([A-Za-z0-9_-]+) = {_VALUE}")
_LISTS = re.compile(r"^([A-Za-z0-9_-]+) = \[(?:\n((?:    (?:0|-?[1-9][0-9]{0,5}|\{ [^\n]* \}),\n)+))?\]$", re.MULTILINE)


def _plain_toml(content: bytes) -> dict[str, Any] | None:
    """What a TOML file holds that has nothing but the plain lines which a run.toml has; None for any other.

    Far faster than a whole TOML parser, above all for tables that many runs share: folders hold thousands of runs.
    """
    try:
        blocks = content.decode("utf-8").strip("\n").split("\n\n")
    except UnicodeDecodeError:
        return None
    values: dict[str, Any] = {}
    lists: dict[str, list[dict[str, Any]]] = {}
    for place, block in enumerate(blocks):
        parsed = _plain_table(block)
        if parsed is None or bool(parsed[0]) != bool(place):
            return None
        names, is_item, found = parsed
        if is_item:
            if len(names) > 1 or (names[0] in values) != (names[0] in lists):
                return None
            values[names[0]] = lists.setdefault(names[0], [])
            lists[names[0]].append(dict(found))
            continue
        table = values
        for name in names:
            table = table.setdefault(name, {})
            if not isinstance(table, dict):
                return None
        if table:  # told twice, or a part told before its whole: rare, and not always sound
            return None
        table.update(found)
    return values


@lru_cache(maxsize=4096)
def _plain_table(block: str) -> tuple[tuple[str, ...], bool, Mapping[str, Any]] | None:
    """Of one block of lines: the names of its table, whether that is an item of a list of tables, and what it holds."""
    lists: dict[str, list[Any] | None] = {}
    if " = [" in block:
        lists = {found.group(1): _plain_list(found.group(2) or "") for found in _LISTS.finditer(block)}
        block = _LISTS.sub(r"\1 = []", block)
    lines = block.split("\n")
    names: tuple[str, ...] = ()
    is_item = False
    if head := _HEAD.fullmatch(lines[0]):
        if head.group(1) != "[" * len(head.group(3)):
            return None
        names, is_item = tuple(head.group(2).split(".")), bool(head.group(1))
        lines = lines[1:]
    values: dict[str, Any] = {}
    for line in lines:
        name = line.partition(" = ")[0]
        if name in values:
            return None
        if found := _PAIR.fullmatch(line):
            values[name] = _plain_value(found)
        elif line == f"{name} = []" and (listed := lists.get(name)) is not None:
            values[name] = listed
        else:
            return None
    return names, is_item, values


def _plain_list(text: str) -> list[Any] | None:
    """The items of a list's lines, whole numbers or tables of plain values; None where one is neither."""
    items: list[Any] = []
    for line in text.splitlines():
        item = line.strip(" ,")
        if not item.startswith("{"):
            items.append(int(item))
            continue
        pairs = list(_PAIR.finditer(item))
        table = {found.group(1): _plain_value(found) for found in pairs}
        if item != "{ " + ", ".join(found.group() for found in pairs) + " }" or len(table) != len(pairs):
            return None
        items.append(table)
    return items


def _plain_value(found: re.Match[str]) -> str | int | float | bool:
    _, words, number, integer, truth = found.groups()
    if words is not None:
        return words
    if number is not None:
        return float(number)
    return int(integer) if integer is not None else truth == "true"
