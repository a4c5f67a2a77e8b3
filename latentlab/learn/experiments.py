"""What a guided experiment is made of, and the ones that ship with LatentLab."""

from functools import cache
from pathlib import Path
from typing import Any, Literal, Self

from pydantic import Field, ValidationError, model_validator

from latentlab.catalog.measures import MEASURES
from latentlab.catalog.numbers import NUMBERS, in_words
from latentlab.config import Component, RunConfig, load_preset, override
from latentlab.errors import ConfigError
from latentlab.files.text import read_toml
from latentlab.resources import resource

Place = Literal["live", "explore", "interpolate", "consistency", "map", "directions", "compare", "evaluate"]
"""A workspace that a step shows."""


class Training(Component):
    """A run that a step trains.

    Attributes:
        name: of the run; other steps of the experiment refer to it.
        preset: which shipped settings it starts from.
        settings: what differs from them, dotted key → value.
    """

    name: str = Field(pattern=r"^[a-z][a-z0-9-]{0,39}$")
    preset: str
    settings: dict[str, float | int | str | bool] = Field(default_factory=dict)

    def config(self) -> RunConfig:
        """The settings of the run.

        Raises:
            ConfigError: for a preset or a setting that there is not.
        """
        return override(load_preset(self.preset), [f"name={self.name}", *map(_assignment, self.settings.items())])


class Expectation(Component):
    """What a number must be for a step to have shown what it is about.

    Attributes:
        number: a reported number of the run that was trained, or a measure of the one that was evaluated.
        at_least, at_most: limits, in the number's unit.
        below, above: an earlier run of the experiment whose number it is compared with.
    """

    number: str
    at_least: float | None = None
    at_most: float | None = None
    below: str = ""
    above: str = ""

    @property
    def label(self) -> str:
        """The number in words, such as "Held-out rate"."""
        words = MEASURES[self.number].label if self.number in MEASURES else in_words(self.number)
        return words[0].upper() + words[1:]

    def holds(self, value: float, others: dict[str, float]) -> bool | None:
        """Whether a number is as expected; None where a run that it is compared with has no such number yet."""
        if {self.below, self.above} - {""} - others.keys():
            return None
        return (
            (self.at_least is None or value >= self.at_least)
            and (self.at_most is None or value <= self.at_most)
            and (not self.below or value < others[self.below])
            and (not self.above or value > others[self.above])
        )

    def words(self, others: dict[str, float]) -> str:
        """What was expected, such as "at most 1"."""
        parts = [
            f"at least {self.at_least:g}" if self.at_least is not None else "",
            f"at most {self.at_most:g}" if self.at_most is not None else "",
            f"below {self.below}, {others[self.below]:.4g}" if self.below in others else "",
            f"above {self.above}, {others[self.above]:.4g}" if self.above in others else "",
        ]
        return " and ".join(part for part in parts if part)


class Step(Component):
    """One thing to do, and how it is known to be done.

    Exactly one of `train`, `open`, `show`, `steer` and `evaluate` is given.

    Attributes:
        title: what is done, in a few words.
        text: why, and what to look at.
        train: a run to train; done when it has ended by itself.
        open: an earlier run of the experiment to look at; done when it is the current one.
        show: a workspace to look at; done when it is shown.
        steer: whether z is to be moved; done when it has left its start.
        evaluate: whether the current run is to be measured; done when it is.
        expect: what is then checked.
    """

    title: str
    text: str
    train: Training | None = None
    open: str = ""
    show: Place | None = None
    steer: bool = False
    evaluate: bool = False
    expect: Expectation | None = None

    @model_validator(mode="after")
    def _agree(self) -> Self:
        given = [bool(what) for what in (self.train, self.open, self.show, self.steer, self.evaluate)]
        if sum(given) != 1:
            raise ValueError(f"{self.title}: has {sum(given)} of train, open, show, steer and evaluate; exactly one is needed")
        if self.expect is not None:
            numbers = MEASURES if self.evaluate else NUMBERS
            if not (self.train or self.evaluate) or self.expect.number not in numbers:
                raise ValueError(f"{self.title}: expect.number = {self.expect.number!r} is not a number that the step brings")
        return self


class Experiment(Component):
    """A question and the steps that answer it.

    Attributes:
        name: of its file.
        title: in a few words.
        question: what it is about, in a sentence.
        paper: where it comes from.
        minutes: about how long it takes on two cores.
        steps: in their order.
        answer: what has been seen at the end.
    """

    name: str
    title: str
    question: str
    paper: str
    minutes: int = Field(ge=1)
    steps: tuple[Step, ...] = Field(min_length=1, strict=False)
    answer: str

    @model_validator(mode="after")
    def _agree(self) -> Self:
        trained: set[str] = set()
        for step in self.steps:
            expect = step.expect
            named = {step.open, *((expect.below, expect.above) if expect else ())} - {""}
            if missing := named - trained:
                raise ValueError(f"{step.title}: {sorted(missing)[0]!r} is not trained by an earlier step")
            if step.train is not None:
                step.train.config()
                trained.add(step.train.name)
        return self

    def run_of(self, step: int) -> str:
        """The name of the run that is current after a step has been done; empty before the first is trained."""
        names = [done.train.name if done.train else done.open for done in self.steps[: step + 1]]
        return next((name for name in reversed(names) if name), "")


@cache
def experiments() -> tuple[Experiment, ...]:
    """Those that ship with LatentLab, in their order.

    Raises:
        ConfigError: for a file that is no experiment, with what is wrong.
    """
    return tuple(read_experiment(path) for path in sorted(resource("learn").glob("*.toml")))


def read_experiment(path: Path) -> Experiment:
    """Read an experiment's file, named like "1-collapse.toml".

    Raises:
        ConfigError: if it is no experiment, with what is wrong.
    """
    values: dict[str, Any] = {**read_toml(path), "name": path.stem.partition("-")[2] or path.stem}
    try:
        return Experiment.model_validate(values)
    except (ValidationError, ConfigError) as error:
        problem = error.errors()[0] if isinstance(error, ValidationError) else {"loc": (), "msg": str(error)}
        place = ".".join(map(str, problem["loc"]))
        raise ConfigError(f"{path}: {place + ': ' if place else ''}{problem['msg']}.") from None


def _assignment(setting: tuple[str, object]) -> str:
    key, value = setting
    return f"{key}={str(value).lower() if isinstance(value, bool) else value}"
