"""What a sweep's TOML file may say.

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

In the place of grid and variants, [search] searches settings; see `latentlab.sweeps.search_schema`.
"""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, Field, ValidationError, field_validator, model_validator

from latentlab.catalog.measure import scalar_measures
from latentlab.catalog.transforms import named_policies
from latentlab.config import Component, current_policy
from latentlab.errors import ConfigError, shown
from latentlab.expected import expected
from latentlab.sweeps.search_schema import Range, Search
from latentlab.sweeps.table import DEFAULT_METRICS
from latentlab.sweeps.values import Choice, Value, assignments_of, checked_measure, meant, text_of, value_text

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
        return assignments_of(self.settings, choice)

    def text(self, choice: "Choice") -> str:
        """A choice as a user writes it, such as `consistency.weight = 0.1`."""
        return text_of(self.settings, choice)

    @field_validator("by")
    @classmethod
    def _has_a_best(cls, name: str) -> str:
        return checked_measure("choose.by", name)

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
            if setting in map(setting_of, self.set):
                raise ValueError(f"{setting} is in set too; it can be set or chosen, not both")
        return self

    @property
    def settings(self) -> list[str]:
        """Names of all that it decides."""
        return [*map(setting_of, self.set), *(self.choose.settings if self.choose else ())]

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
            raise ValueError(f"evaluate.policy = {policy!r}: {meant(policy, named_policies())}")
        return policy


class SweepConfig(Component):
    """What a sweep's file says.

    Attributes:
        name: of the sweep and its folder.
        about: what it finds out, in a sentence.
        preset: what every run starts from.
        base: settings of every run, nested as in a run's own TOML.
        seeds: each combination runs once with each.
        grid: dotted setting → values; every combination is run.
        variants: named choices of settings, each combined with the whole grid.
        search: in the place of both, settings that are searched; the runs with the best are compared with those of the base.
        images_per_step: images that the network sees at each step in every run, x and t(x) together; sets the batch size, so
            that runs with and without t(x) are compared at equal work. None leaves the batch size to each run.
        evaluate: how each run is measured.
        metrics: columns of the table.
    """

    model_config = _OF_LISTS

    name: str = Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$")
    about: Annotated[str, Field(max_length=300)] = ""
    preset: str | None = None
    base: dict[str, Any] = Field(default_factory=dict)
    seeds: Annotated[tuple[Annotated[int, Field(strict=True, ge=0, lt=2**63)], ...], Field(min_length=1)] = (0,)
    grid: dict[str, tuple[Value, ...]] = Field(default_factory=dict)
    variants: tuple[Variant, ...] = ()
    search: Search | None = None
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
            if name not in scalar_measures():
                raise ValueError(f"metrics: there is no {name!r}; {meant(name, list(scalar_measures()))}")
        return metrics

    @model_validator(mode="after")
    def _varies(self) -> "SweepConfig":
        if "grid" in self.model_fields_set and not self.grid:
            raise ValueError("grid: empty; give at least one setting with a list of values, such as objective.beta = [1, 4]")
        if self.search and (self.grid or self.variants):
            raise ValueError("search: stands alone; leave out [grid] and [[variants]], or search")
        if not self.grid and not self.variants and not self.search:
            raise ValueError("nothing to run: give [grid] settings with lists of values, [[variants]], or [search]")
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
                    raise ValueError(f"variant {variant.name!r}: against: no other is called {name!r}; {meant(name, others)}")
        _refuse_twice("metrics", self.metrics)
        return self


def parse_sweep(values: Mapping[str, Any], metrics: Sequence[str]) -> SweepConfig:
    """What a sweep's file says.

    Args:
        values: of the TOML file.
        metrics: columns of the table, in the place of the file's.

    Raises:
        ConfigError: if anything in it is wrong.
    """
    try:
        return SweepConfig.model_validate({**values, **({"metrics": list(metrics)} if metrics else {})})
    except ValidationError as error:
        raise ConfigError("; ".join(dict.fromkeys(_explain(detail) for detail in error.errors()))) from None


def _leaves(values: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    """Dotted name → value: TOML reads `objective.beta = [1, 4]` as a table within a table."""
    for key, value in values.items():
        if isinstance(value, dict) and value:
            yield from _leaves(value, f"{above}{key}.")
        else:
            yield above + key, value


def _refuse_twice(where: str, values: Sequence[object]) -> None:
    for value, count in Counter(values).items():
        if count > 1:
            raise ValueError(f"{where}: {value!r} is there {count} times; each may be there once")


def setting_of(assignment: str) -> str:
    """The dotted name of a setting that `section.key=value` assigns."""
    return assignment.partition("=")[0].strip()


def _explain(detail: Any) -> str:
    location = tuple(str(part) for part in detail["loc"])
    where = ".".join(location)
    if detail["type"] == "value_error":
        is_within = "variants" in location or "space" in location
        return f"{where}: {detail['ctx']['error']}" if is_within else str(detail["ctx"]["error"])
    if detail["type"] == "extra_forbidden":
        owners: dict[str, type[Component]] = {"variants": Variant, "evaluate": EvaluateConfig, "search": Search}
        owner = Range if "space" in location else owners.get(location[0], SweepConfig)
        return f"{where}: unknown; {meant(location[-1], list(owner.model_fields))}"
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
