"""A sweep's TOML file, and the runs that it asks for.

name = "beta"
preset = "digits"                        # and, over it, settings of every run:
base.train.steps = 500
seeds = [0, 1, 2]
evaluate = { samples = 100, images = 200 }
grid.objective.beta = [1, 4]             # every combination of the lists, of

[[variants]]                             # every variant, where there are variants; the others are compared with the first
name = "VAE"

[[variants]]
name = "CR"
set = ["consistency.weight=0.1"]

[[variants]]                             # a setting chosen by runs that are measured on a validation split
name = "CR (chosen)"
against = ["VAE", "CR"]                  # or with those that are named here
choose = { setting = "consistency.weight", values = [0.01, 0.1, 1], by = "nll" }
"""

import difflib
import itertools
import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Annotated, Any, Literal

import tomli_w
from pydantic import BeforeValidator, ConfigDict, Field, ValidationError, field_validator, model_validator

from latentlab.catalog.transforms import named_policies
from latentlab.config import Component, RunConfig, current_policy, load_preset, override, parse_config, with_values
from latentlab.errors import ConfigError, FileError, MissingFileError, shown
from latentlab.expected import expected
from latentlab.files.text import read_toml
from latentlab.resources import resource
from latentlab.sweeps.table import DEFAULT_METRICS, METRICS

Value = bool | int | float | str
Choice = tuple[Value, ...]
_OWN = {"seed": "seeds = [0, 1, 2] lists the seeds", "name": "a run is named after its variant, settings and seed"}
"""Settings of a run that the sweep decides."""
_SPELLED = {"α": "alpha", "β": "beta", "γ": "gamma", "λ": "lambda", "σ": "sigma"}
_NAME_LENGTH = 60
_OF_LISTS = ConfigDict(strict=False)
"""TOML has lists where there are tuples here; numbers are strict one by one."""


class Choose(Component):
    """One or several settings, chosen before the runs that count by runs that hold out a part of the training images.

    Attributes:
        setting: dotted name, or several.
        values: to choose from, where there are several settings one list of a value of each; each choice is tried once, with
            the first of the sweep's seeds.
        by: the metric that decides.
    """

    model_config = _OF_LISTS

    setting: Annotated[str, Field(min_length=1)] | Annotated[tuple[str, ...], Field(min_length=1)]
    values: Annotated[tuple[Value | tuple[Value, ...], ...], Field(min_length=2)]
    by: str = "nll"

    @property
    def settings(self) -> tuple[str, ...]:
        """Dotted names of all that is chosen."""
        return (self.setting,) if isinstance(self.setting, str) else self.setting

    @property
    def choices(self) -> tuple["Choice", ...]:
        """What there is to choose from, a value of each setting."""
        return tuple(value if isinstance(value, tuple) else (value,) for value in self.values)

    def assignments(self, choice: "Choice") -> list[str]:
        """`section.key=value` of each setting."""
        return [f"{setting}={_literal(value)}" for setting, value in zip(self.settings, choice, strict=True)]

    def text(self, choice: "Choice") -> str:
        """A choice as a person writes it, such as `consistency.weight = 0.1`."""
        named = zip(self.settings, choice, strict=True)
        return ", ".join(f"{setting} = {value_text(value)}" for setting, value in named)

    @field_validator("by")
    @classmethod
    def _has_a_best(cls, name: str) -> str:
        known = [metric for metric in METRICS if METRICS[metric].best]
        if name not in known:
            raise ValueError(f"choose.by = {name!r}: nothing can be chosen by it; {_meant(name, known)}")
        return name

    @model_validator(mode="after")
    def _are_different(self) -> "Choose":
        for choice in self.choices:
            if len(choice) != len(self.settings):
                named = " and ".join(self.settings)
                raise ValueError(f"choose.values: {list(choice)} has {len(choice)} values; give one each of {named}")
        _refuse_twice("choose.values", [", ".join(map(value_text, choice)) for choice in self.choices])
        return self


class Variant(Component):
    """A named choice of settings.

    Attributes:
        name: as the table shows it.
        set: `section.key=value` assignments.
        choose: a setting chosen on a validation split.
        against: variants that it is compared with, seed by seed; the first one unless given.
    """

    model_config = _OF_LISTS

    name: str = Field(min_length=1, max_length=80)
    set: tuple[str, ...] = ()
    choose: Choose | None = None
    against: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _chooses_what_is_open(self) -> "Variant":
        for setting in self.choose.settings if self.choose else ():
            if setting in map(_key, self.set):
                raise ValueError(f"{setting} is in set too; it can be set or chosen, not both")
        return self

    @property
    def settings(self) -> list[str]:
        """Names of all that it decides."""
        return [*map(_key, self.set), *(self.choose.settings if self.choose else ())]

    @field_validator("set")
    @classmethod
    def _are_assignments(cls, assignments: tuple[str, ...]) -> tuple[str, ...]:
        for assignment in assignments:
            key, equals, _ = assignment.partition("=")
            if not equals or not key.strip():
                raise ValueError(f"{assignment!r}: write it as section.key=value, for example objective.beta=4")
        return assignments


class EvaluateConfig(Component):
    """How each run is measured; see `latentlab.evaluation.evaluate`."""

    samples: Annotated[int, Field(ge=1)] = 500
    images: Annotated[int, Field(ge=1)] | None = None
    checkpoint: Literal["newest", "best"] = "newest"
    policy: Annotated[str | None, BeforeValidator(current_policy)] = None

    @field_validator("policy")
    @classmethod
    def _is_known(cls, policy: str | None) -> str | None:
        if policy is not None and policy not in named_policies():
            raise ValueError(f"evaluate.policy = {policy!r}: {_meant(policy, named_policies())}")
        return policy


class SweepConfig(Component):
    """What a sweep's file says.

    Attributes:
        name: of the sweep and its folder.
        preset: what every run starts from.
        base: settings of every run, nested as in a run's own TOML.
        seeds: each combination runs once with each.
        grid: dotted setting → values; every combination is run.
        variants: named choices of settings, each combined with the whole grid.
        images_per_step: images that the network sees at each step in every run, x and t(x) together; sets the batch size, so
            that runs with and without t(x) are compared at equal work. None leaves the batch size to each run.
        evaluate: how each run is measured.
        metrics: columns of the table.
    """

    model_config = _OF_LISTS

    name: str = Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$")
    preset: str | None = None
    base: dict[str, Any] = Field(default_factory=dict)
    seeds: Annotated[tuple[Annotated[int, Field(strict=True, ge=0, lt=2**63)], ...], Field(min_length=1)] = (0,)
    grid: dict[str, tuple[Value, ...]] = Field(default_factory=dict)
    variants: tuple[Variant, ...] = ()
    images_per_step: Annotated[int, Field(strict=True, ge=4, le=65536, multiple_of=2)] | None = None
    evaluate: EvaluateConfig = EvaluateConfig()
    metrics: Annotated[tuple[str, ...], Field(min_length=1)] = DEFAULT_METRICS

    @field_validator("grid", mode="before")
    @classmethod
    def _dotted(cls, grid: Any) -> Any:
        return dict(_leaves(grid)) if isinstance(grid, dict) else grid

    @field_validator("metrics")
    @classmethod
    def _are_known(cls, metrics: tuple[str, ...]) -> tuple[str, ...]:
        for name in metrics:
            if name not in METRICS:
                raise ValueError(f"metrics: there is no {name!r}; {_meant(name, list(METRICS))}")
        return metrics

    @model_validator(mode="after")
    def _varies(self) -> "SweepConfig":
        if "grid" in self.model_fields_set and not self.grid:
            raise ValueError("grid: empty; give at least one setting with a list of values, such as objective.beta = [1, 4]")
        if not self.grid and not self.variants:
            raise ValueError("nothing to run: give [grid] settings with lists of values, or [[variants]]")
        for setting, values in self.grid.items():
            if not values:
                raise ValueError(f"grid.{setting}: an empty list; give at least one value")
            _refuse_twice(f"grid.{setting}", [value_text(value) for value in values])
        _refuse_twice("seeds", self.seeds)
        names = [variant.name for variant in self.variants]
        _refuse_twice("variants", names)
        for variant in self.variants:
            _refuse_twice(f"variant {variant.name!r}: against", variant.against)
            for name in variant.against:
                if name not in names or name == variant.name:
                    others = [other for other in names if other != variant.name]
                    raise ValueError(f"variant {variant.name!r}: against: no other is called {name!r}; {_meant(name, others)}")
        _refuse_twice("metrics", self.metrics)
        return self


@dataclass(frozen=True)
class Cell:
    """One run of a sweep.

    Attributes:
        variant: its name, None in a sweep without variants.
        values: the grid's setting → value, in the file's order.
        config: of the run, its seed and name included. While a setting is still to be chosen it has the first value.
        choose: the setting that is chosen for this run, or that this run is a trial for.
        trial: in a trial, the values that are tried.
    """

    variant: str | None
    values: tuple[tuple[str, Value], ...]
    config: RunConfig
    choose: Choose | None = None
    trial: Choice | None = None

    @property
    def row(self) -> tuple[str, ...]:
        """What the runs have in common that differ only by seed: the first columns of the table."""
        return (*([self.variant] if self.variant is not None else []), *(value_text(value) for _, value in self.values))

    @property
    def key(self) -> str:
        """Tells the cell from every other one of the sweep, and stays the same from call to call."""
        settings = [f"{setting} = {value_text(value)}" for setting, value in self.values]
        if self.choose and self.trial is not None:
            settings.append(f"trying {self.trial_text}")
        return ", ".join([*([self.variant] if self.variant is not None else []), *settings, f"seed {self.config.seed}"])

    @property
    def trial_text(self) -> str:
        """What is tried as a person writes it; empty where nothing is."""
        return "" if self.choose is None or self.trial is None else self.choose.text(self.trial)

    def with_choice(self, trial: "Cell") -> "Cell":
        """The run with the values that a trial had."""
        assert trial.choose is not None
        assert trial.trial is not None
        return replace(self, config=override(self.config, trial.choose.assignments(trial.trial)))


@dataclass(frozen=True)
class Sweep:
    """A sweep, every run of which is valid.

    Attributes:
        config: what its file says.
        cells: its runs, in the order in which they are trained: by variant, then grid, then seed; where a setting is chosen,
            its trials first.
    """

    config: SweepConfig
    cells: tuple[Cell, ...]

    @property
    def row_titles(self) -> tuple[str, ...]:
        """Titles of what `Cell.row` holds."""
        return (*(["variant"] if self.config.variants else []), *self.config.grid)

    def comparisons(self) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
        """Rows of the table, each with one that it is compared with: another variant's under the same values of the grid, or
        without variants that of the grid's first values."""
        rows = list(dict.fromkeys(cell.row for cell in self.cells))
        if not self.config.variants:
            return [(row, rows[0]) for row in rows[1:]]
        first = self.config.variants[0].name
        others = {variant.name: variant.against or (first,) for variant in self.config.variants}
        return [(row, (other, *row[1:])) for row in rows for other in others[row[0]] if other != row[0]]


def sweep_names() -> list[str]:
    """The sweeps that ship with LatentLab."""
    return sorted(path.stem for path in resource("sweeps").glob("*.toml"))


MOST_RUNS = 10_000


def load_sweep(source: str | Path, settings: Sequence[str] = (), metrics: Sequence[str] = ()) -> Sweep:
    """Read a sweep and work out its runs.

    Args:
        source: a TOML file, or the name of a shipped sweep.
        settings: `section.key=value` assignments for every run, over what the file says.
        metrics: columns of the table, in the place of the file's.

    Raises:
        ConfigError: if the file cannot be read, or anything in it, or in a run it asks for, is wrong.
    """
    path = _find(source)
    try:
        config = _parse(_read(path), metrics)
        return Sweep(config, tuple(_expand(config, settings)))
    except ConfigError as error:
        raise ConfigError(f"{path}: {error}") from None


def value_text(value: Value) -> str:
    """A setting's value as a person writes it: 1.0 and 1 are the same."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:.0f}" if isinstance(value, float) and value.is_integer() and abs(value) < 1e15 else str(value)


def _find(source: str | Path) -> Path:
    path = Path(source)
    if path.is_file() or path.suffix == ".toml":
        return path
    if str(source) in sweep_names():
        return resource("sweeps", f"{source}.toml")
    raise ConfigError(f"{source}: no such file, and no sweep is called so; there are {', '.join(sweep_names())}.")


def _read(path: Path) -> dict[str, Any]:
    try:
        return read_toml(path)
    except MissingFileError:
        raise ConfigError("cannot be read: No such file or directory.") from None
    except FileError as error:
        raise ConfigError(f"{error.reason}.") from None


def _parse(values: Mapping[str, Any], metrics: Sequence[str]) -> SweepConfig:
    try:
        return SweepConfig.model_validate({**values, **({"metrics": list(metrics)} if metrics else {})})
    except ValidationError as error:
        raise ConfigError("; ".join(dict.fromkeys(_explain(detail) for detail in error.errors()))) from None


def _expand(config: SweepConfig, settings: Sequence[str]) -> Iterator[Cell]:
    _refuse_own("[base]", config.base)
    _refuse_own("[grid]", config.grid)
    _refuse_own("--set", map(_key, settings))
    for variant in config.variants:
        _refuse_own(f"variant {variant.name!r}", variant.settings)
        for setting in variant.settings:
            if setting in config.grid:
                raise ConfigError(f"variant {variant.name!r}: {setting} is in the grid too; it can be in only one.")
    varied = {*config.grid, *(setting for variant in config.variants for setting in variant.settings)}
    for setting in map(_key, settings):
        if setting in varied:
            raise ConfigError(f"--set {setting}: the sweep itself varies it; change the file instead.")
    count = math.prod(map(len, config.grid.values())) * max(1, len(config.variants)) * len(config.seeds)
    if count > MOST_RUNS:
        raise ConfigError(f"[grid]: {count:,} runs; a sweep has {MOST_RUNS:,} at most.")
    base = override(_base(config), settings)
    combinations = [tuple(zip(config.grid, values, strict=True)) for values in itertools.product(*config.grid.values())]
    for chosen, values in itertools.product(config.variants or (None,), combinations):
        assignments = [*(chosen.set if chosen else ()), *(f"{setting}={_literal(value)}" for setting, value in values)]
        label = [*([chosen.name] if chosen else []), *(f"{setting}={value_text(value)}" for setting, value in values)]
        cell = partial(Cell, chosen.name if chosen else None, values)
        choose = chosen.choose if chosen else None
        for choice in choose.choices if choose else ():
            assert choose is not None
            kept_apart = [*assignments, *choose.assignments(choice), 'data.hold_out="validation"']
            name = [*label, *(f"{setting}={value_text(value)}" for setting, value in zip(choose.settings, choice, strict=True))]
            yield cell(_run(config, base, kept_apart, name, config.seeds[0]), choose=choose, trial=choice)
        first = choose.assignments(choose.choices[0]) if choose else []
        for seed in config.seeds:
            yield cell(_run(config, base, [*assignments, *first], label, seed), choose=choose)


def _run(sweep: SweepConfig, base: RunConfig, assignments: Sequence[str], label: Sequence[str], seed: int) -> RunConfig:
    try:
        run = override(base, [*assignments, f"seed={seed}", f"name={_run_name(label, seed)}"])
        if sweep.images_per_step is None:
            return run
        return override(run, [f"train.batch_size={sweep.images_per_step // (2 if run.consistency.trains_on_t else 1)}"])
    except ConfigError as error:
        raise ConfigError(f"{', '.join(label)}: {error}") from None


def _base(config: SweepConfig) -> RunConfig:
    start = load_preset(config.preset) if config.preset is not None else parse_config({})
    try:
        return with_values(start, config.base)
    except ConfigError as error:
        raise ConfigError(f"[base]: {error}") from None


def _leaves(values: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    """Dotted name → value: TOML reads `objective.beta = [1, 4]` as a table within a table."""
    for key, value in values.items():
        if isinstance(value, dict) and value:
            yield from _leaves(value, f"{above}{key}.")
        else:
            yield above + key, value


def _refuse_own(where: str, settings: Any) -> None:
    for setting in settings:
        if setting in _OWN:
            raise ConfigError(f"{where}: {setting} cannot be set here; {_OWN[setting]}.")


def _refuse_twice(where: str, values: Sequence[object]) -> None:
    for value, count in Counter(values).items():
        if count > 1:
            raise ValueError(f"{where}: {value!r} is there {count} times; each may be there once")


def _key(assignment: str) -> str:
    return assignment.partition("=")[0].strip()


def _literal(value: Value) -> str:
    return tomli_w.dumps({"value": value}).partition("=")[2].strip()


def _run_name(label: Sequence[str], seed: int) -> str:
    """Fit for a folder's name: `VAE, consistency.weight=0.1` → `VAE-weight-0.1-seed0`."""
    text = "-".join(re.sub(r"^\w+\.(?=\w+=)", "", part) for part in label)
    text = "".join(_SPELLED.get(letter, letter) for letter in text)
    text = re.sub(r"[^A-Za-z0-9.]+", "-", text).strip("-.") or "run"
    end = f"-seed{seed}"
    return text[: _NAME_LENGTH - len(end)].rstrip("-.") + end


def _explain(detail: Any) -> str:
    location = tuple(str(part) for part in detail["loc"])
    where = ".".join(location)
    if detail["type"] == "value_error":
        return f"{where}: {detail['ctx']['error']}" if "variants" in location else str(detail["ctx"]["error"])
    if detail["type"] == "extra_forbidden":
        owners: dict[str, type[Component]] = {"variants": Variant, "evaluate": EvaluateConfig}
        owner = owners.get(location[0], SweepConfig)
        return f"{where}: unknown; {_meant(location[-1], list(owner.model_fields))}"
    if detail["type"] == "missing":
        return f"{where}: missing"
    if location[0] == "grid" and len(location) > 1:
        setting = f"grid.{location[1]}"
        if detail["type"] == "tuple_type":
            return f"{setting} = {shown(detail['input'])}: must be a list of values"
        if isinstance(detail["input"], float) and not math.isfinite(detail["input"]):
            return f"{setting}: {shown(detail['input'])} is not a finite number"
        return f"{setting}: {shown(detail['input'])} is not a number, text, true or false"
    return f"{where} = {shown(detail['input'])}: {expected(detail['msg'])}"


def _meant(name: str, valid: Sequence[str]) -> str:
    close = difflib.get_close_matches(name, valid, n=1)
    return (f"did you mean {close[0]!r}? " if close else "") + f"valid here: {', '.join(valid)}"
