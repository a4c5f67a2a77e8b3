"""The runs that a sweep asks for."""

import itertools
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from latentlab.config import RunConfig, load_preset, override, parse_config, with_values
from latentlab.errors import ConfigError, FileError, MissingFileError
from latentlab.files.text import read_toml
from latentlab.resources import resource
from latentlab.sweeps.schema import Choose, SweepConfig, parse_sweep, setting_of
from latentlab.sweeps.search_schema import Search
from latentlab.sweeps.values import Choice, Value, literal, value_text

_OWN = {"seed": "seeds = [0, 1, 2] lists the seeds", "name": "a run is named after its variant, settings and seed"}
"""Settings of a run that the sweep decides."""
_SPELLED = {"α": "alpha", "β": "beta", "γ": "gamma", "λ": "lambda", "σ": "sigma"}
_NAME_LENGTH = 60
NOT_SEARCHED, SEARCHED = "base", "search"
"""The rows of a search's table."""


@dataclass(frozen=True)
class Cell:
    """One run of a sweep.

    Attributes:
        variant: its name, None in a sweep without variants.
        values: the grid's setting → value, in the file's order.
        config: of the run, its seed and name included. While a setting is still to be chosen it has the first value.
        choose: the setting that is chosen for this run, or that this run is a trial for.
        trial: in a trial, the values that are tried; empty while a search has not said which.
        number: of a search's trial, from 0.
    """

    variant: str | None
    values: tuple[tuple[str, Value], ...]
    config: RunConfig
    choose: Choose | Search | None = None
    trial: Choice | None = None
    number: int | None = None

    @property
    def row(self) -> tuple[str, ...]:
        """What the runs have in common that differ only by seed: the first columns of the table."""
        return (*([self.variant] if self.variant is not None else []), *(value_text(value) for _, value in self.values))

    @property
    def key(self) -> str:
        """Tells the cell from every other one of the sweep, and stays the same from call to call."""
        settings = [f"{setting} = {value_text(value)}" for setting, value in self.values]
        if self.number is not None:
            settings.append(f"trial {self.number}")
        elif self.choose and self.trial is not None:
            settings.append(f"trying {self.trial_text}")
        return ", ".join([*([self.variant] if self.variant is not None else []), *settings, f"seed {self.config.seed}"])

    @property
    def trial_text(self) -> str:
        """What is tried as a user writes it; empty where nothing is."""
        return "" if self.choose is None or not self.trial else self.choose.text(self.trial)

    def with_choice(self, trial: "Cell") -> "Cell":
        """The run with the values that a trial had."""
        assert trial.choose is not None
        assert trial.trial is not None
        return replace(self, config=override(self.config, trial.choose.assignments(trial.trial)))

    def trying(self, choice: Choice) -> "Cell":
        """A search's trial with the values that it tries.

        Raises:
            ConfigError: if they do not go together.
        """
        assert self.choose is not None
        return replace(self, config=override(self.config, self.choose.assignments(choice)), trial=choice)


@dataclass(frozen=True)
class Sweep:
    """A sweep, every run of which is valid.

    Attributes:
        config: what its file says.
        cells: its runs, in the order in which they are trained: by variant, then grid, then seed; where a setting is chosen,
            its trials first.
        settings: `section.key=value` assignments for every run, over what its file says.
    """

    config: SweepConfig
    cells: tuple[Cell, ...]
    settings: tuple[str, ...] = ()

    @property
    def row_titles(self) -> tuple[str, ...]:
        """Titles of what `Cell.row` holds."""
        return (*(["variant"] if self.config.variants or self.config.search else []), *self.config.grid)

    def comparisons(self) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
        """Rows of the table, each with one that it is compared with: another variant's under the same values of the grid, or
        without variants that of the grid's first values."""
        rows = list(dict.fromkeys(cell.row for cell in self.cells))
        if self.config.search:
            return [((SEARCHED,), (NOT_SEARCHED,))]
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
        return make_sweep(_read(path), settings, metrics)
    except ConfigError as error:
        raise ConfigError(f"{path}: {error}") from None


def make_sweep(values: Mapping[str, Any], settings: Sequence[str] = (), metrics: Sequence[str] = ()) -> Sweep:
    """Work out the runs of a sweep from what its file says, as nested plain values.

    Raises:
        ConfigError: if anything in it, or in a run it asks for, is wrong.
    """
    config = parse_sweep(values, metrics)
    return Sweep(config, tuple(_expand(config, settings)), tuple(settings))


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


def _expand(config: SweepConfig, settings: Sequence[str]) -> Iterator[Cell]:
    _refuse_own("[base]", config.base)
    _refuse_own("[grid]", config.grid)
    _refuse_own("--set", map(setting_of, settings))
    for variant in config.variants:
        _refuse_own(f"variant {variant.name!r}", variant.settings)
        for setting in variant.settings:
            if setting in config.grid:
                raise ConfigError(f"variant {variant.name!r}: {setting} is in the grid too; it can be in only one.")
    varied = {*config.grid, *(setting for variant in config.variants for setting in variant.settings)}
    for setting in map(setting_of, settings):
        if setting in varied:
            raise ConfigError(f"--set {setting}: the sweep itself varies it; change the file instead.")
    count = math.prod(map(len, config.grid.values())) * max(1, len(config.variants)) * len(config.seeds)
    if count > MOST_RUNS:
        raise ConfigError(f"[grid]: {count:,} runs; a sweep has {MOST_RUNS:,} at most.")
    base = override(_base(config), settings)
    if config.search is not None:
        yield from _searched(config, config.search, base, settings)
        return
    combinations = [tuple(zip(config.grid, values, strict=True)) for values in itertools.product(*config.grid.values())]
    for chosen, values in itertools.product(config.variants or (None,), combinations):
        assignments = [*(chosen.set if chosen else ()), *(f"{setting}={literal(value)}" for setting, value in values)]
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


def _searched(config: SweepConfig, search: Search, base: RunConfig, settings: Sequence[str]) -> Iterator[Cell]:
    """The trials, the runs of the base, and those of the best trial's settings."""
    _refuse_own("[search]", search.space)
    for setting in map(setting_of, settings):
        if setting in search.space:
            raise ConfigError(f"--set {setting}: the sweep itself searches it; change the file instead.")
    for setting, span in search.space.items():
        for value in span.extremes:
            try:
                override(base, [f"{setting}={literal(value)}"])
            except ConfigError as error:
                raise ConfigError(f"[search] space.{setting}: {error}") from None
    kept_apart = ['data.hold_out="validation"']
    trial = _run(config, base, kept_apart, [SEARCHED], config.seeds[0])
    for number in range(search.trials):
        name = _run_name([SEARCHED, f"trial {number}"], config.seeds[0])
        yield Cell(SEARCHED, (), trial.model_copy(update={"name": name}), search, trial=(), number=number)
    for name, choose in ((NOT_SEARCHED, None), (SEARCHED, search)):
        for seed in config.seeds:
            yield Cell(name, (), _run(config, base, [], [name], seed), choose)


def _run(sweep: SweepConfig, base: RunConfig, assignments: Sequence[str], label: Sequence[str], seed: int) -> RunConfig:
    try:
        run = override(base, [*assignments, f"seed={seed}", f"name={_run_name(label, seed)}"])
        if sweep.images_per_step is None:
            return run
        seen_at_once = run.train.accumulate * (2 if run.consistency.trains_on_t else 1)
        return override(run, [f"train.batch_size={sweep.images_per_step // seen_at_once}"])
    except ConfigError as error:
        raise ConfigError(f"{', '.join(label)}: {error}") from None


def _base(config: SweepConfig) -> RunConfig:
    start = load_preset(config.preset) if config.preset is not None else parse_config({})
    try:
        return with_values(start, config.base)
    except ConfigError as error:
        raise ConfigError(f"[base]: {error}") from None


def _refuse_own(where: str, settings: Any) -> None:
    for setting in settings:
        if setting in _OWN:
            raise ConfigError(f"{where}: {setting} cannot be set here; {_OWN[setting]}.")


def _run_name(label: Sequence[str], seed: int) -> str:
    """Fit for a folder's name: `VAE, consistency.weight=0.1` → `VAE-weight-0.1-seed0`."""
    text = "-".join(re.sub(r"^\w+\.(?=\w+=)", "", part) for part in label)
    text = "".join(_SPELLED.get(letter, letter) for letter in text)
    text = re.sub(r"[^A-Za-z0-9.]+", "-", text).strip("-.") or "run"
    end = f"-seed{seed}"
    return text[: _NAME_LENGTH - len(end)].rstrip("-.") + end
