"""How far an experiment has been carried out: which steps are done, and what was measured then."""

import json
import math
from dataclasses import dataclass, field, replace
from pathlib import Path

from latentlab.learn.experiments import Experiment


@dataclass(frozen=True)
class Outcome:
    """Of a step that is done.

    Attributes:
        value: of the number that is checked, None where none is.
        path: of the run that was trained, None where none was.
    """

    value: float | None = None
    path: Path | None = None


@dataclass(frozen=True)
class Progress:
    """Of one experiment.

    Attributes:
        experiment: which.
        outcomes: of the steps that are done, by their place.
    """

    experiment: Experiment
    outcomes: dict[int, Outcome] = field(default_factory=dict)

    @property
    def at(self) -> int:
        """The first step that is not done; the number of steps at the end."""
        steps = range(len(self.experiment.steps))
        return next((step for step in steps if step not in self.outcomes), len(steps))

    def done(self, step: int, outcome: Outcome) -> "Progress":
        """The same with a step done, or done again."""
        return replace(self, outcomes={**self.outcomes, step: outcome})

    def path_of(self, run: str) -> Path | None:
        """The folder of a run of the experiment."""
        for step, outcome in self.outcomes.items():
            training = self.experiment.steps[step].train
            if training is not None and training.name == run:
                return outcome.path
        return None

    def others(self, step: int) -> dict[str, float]:
        """The number that a step checks, of the other runs of the experiment, by their names."""
        expect = self.experiment.steps[step].expect
        found: dict[str, float] = {}
        for other, outcome in self.outcomes.items():
            same = self.experiment.steps[other].expect
            if other != step and expect and same and same.number == expect.number and outcome.value is not None:
                found[self.experiment.run_of(other)] = outcome.value
        return found

    def verdict(self, step: int) -> tuple[bool, str] | None:
        """Whether a step that is done has shown what it is about, and what was measured; None where nothing is checked."""
        expect, outcome = self.experiment.steps[step].expect, self.outcomes.get(step)
        if expect is None or outcome is None:
            return None
        if outcome.value is None:
            return False, f"{expect.label} could not be measured."
        others = self.others(step)
        holds, words = expect.holds(outcome.value, others), expect.words(others)
        measured = f"{expect.label}: {outcome.value:.4g}"
        if holds is None:
            return False, f"{measured}; the run to compare it with has not been measured."
        return (True, f"{measured} (expected {words}).") if holds else (False, f"{measured}, but {words} was expected.")

    def to_json(self) -> str:
        """As text that `from_json` reads."""
        stored = {
            str(step): {"value": outcome.value, "path": str(outcome.path) if outcome.path else None}
            for step, outcome in self.outcomes.items()
        }
        return json.dumps(stored)

    @classmethod
    def from_json(cls, experiment: Experiment, text: str) -> "Progress":
        """What `to_json` gave; whatever makes no sense counts as not done."""
        try:
            stored = json.loads(text)
        except (ValueError, RecursionError):
            return cls(experiment)
        outcomes = {}
        for step in range(len(experiment.steps)):
            kept = stored.get(str(step)) if isinstance(stored, dict) else None
            if isinstance(kept, dict):
                outcomes[step] = Outcome(_number(kept.get("value")), _path(kept.get("path")))
        return cls(experiment, outcomes)


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if math.isfinite(value) else None


def _path(value: object) -> Path | None:
    return Path(value) if isinstance(value, str) else None
