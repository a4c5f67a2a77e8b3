"""The guided experiments: those that ship can be carried out, and one that cannot says why."""

from pathlib import Path

import pytest

from latentlab.errors import ConfigError
from latentlab.learn import Expectation, Experiment, Outcome, Progress, experiments
from latentlab.learn.experiments import read_experiment

STEPS = """
title = "T"
question = "Q?"
paper = "P"
minutes = 1
answer = "A"

[[steps]]
title = "Train"
text = "x"
train = { name = "one", preset = "digits" }
expect = { number = "test/rate", at_most = 1.0 }
"""


def test_six_ship_each_begins_with_a_run_and_can_be_trained() -> None:
    assert len(experiments()) == 6
    for experiment in experiments():
        assert experiment.steps[0].train is not None
        for step in experiment.steps:
            if step.train is not None:
                config = step.train.config()
                assert config.name == step.train.name
                assert config.data.name in ("digits", "sprites")  # these are on every machine


def test_every_run_of_an_experiment_has_a_name_of_its_own_and_other_settings() -> None:
    for experiment in experiments():
        configs = [step.train.config() for step in experiment.steps if step.train is not None]
        assert len({config.name for config in configs}) == len(configs)
        assert len({config.model_copy(update={"name": ""}) for config in configs}) == len(configs)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (STEPS.replace('preset = "digits"', 'preset = "digit"'), "digit"),
        (STEPS.replace('preset = "digits"', 'preset = "digits", settings = { "objective.bta" = 1 }'), "objective.bta"),
        (STEPS.replace("test/rate", "test/rates"), "test/rates"),
        (STEPS + 'show = "live"\n', "has 2 of train"),
        (STEPS + '[[steps]]\ntitle = "Open"\ntext = "x"\nopen = "two"\n', "'two' is not trained by an earlier step"),
        (STEPS + '[[steps]]\ntitle = "See"\ntext = "x"\nshow = "nowhere"\n', "show"),
    ],
)
def test_one_that_cannot_be_carried_out_is_refused_by_name(tmp_path: Path, text: str, what: str) -> None:
    path = tmp_path / "1-wrong.toml"
    path.write_text(text)
    with pytest.raises(ConfigError) as refused:
        read_experiment(path)
    assert str(path) in str(refused.value)
    assert what in str(refused.value)


def _two() -> Experiment:
    first, second = (
        {"title": name, "text": "", "train": {"name": name, "preset": "digits", "settings": {"seed": number}}}
        for number, name in enumerate(("one", "two"))
    )
    first["expect"] = {"number": "test/rate", "at_most": 1.0}
    second["expect"] = {"number": "test/rate", "at_least": 2.0, "above": "one"}
    steps = (first, second)
    return Experiment.model_validate(
        {"name": "e", "title": "", "question": "", "paper": "", "minutes": 1, "answer": "", "steps": steps}
    )


def test_an_expectation_holds_on_its_limits_and_beyond_the_other_run() -> None:
    between = Expectation(number="test/rate", at_least=1.0, at_most=2.0)
    assert [between.holds(value, {}) for value in (0.9, 1.0, 2.0, 2.1)] == [False, True, True, False]
    assert Expectation(number="test/rate", above="one").holds(1.0, {"one": 1.0}) is False
    assert Expectation(number="test/rate", below="one").holds(0.5, {"one": 1.0}) is True
    assert Expectation(number="test/rate", below="one").holds(0.5, {}) is None


def test_the_verdict_says_what_was_measured_and_what_was_expected() -> None:
    progress = Progress(_two()).done(0, Outcome(0.25))
    assert progress.at == 1
    assert progress.verdict(0) == (True, "Held-out rate: 0.25 (expected at most 1).")
    assert progress.verdict(1) is None
    shown = progress.done(1, Outcome(3.0)).verdict(1)
    assert shown == (True, "Held-out rate: 3 (expected at least 2 and above one, 0.25).")
    failed = progress.done(1, Outcome(1.5)).verdict(1)
    assert failed is not None
    assert not failed[0]
    assert "1.5" in failed[1]
    assert "at least 2" in failed[1]
    assert progress.done(1, Outcome(None)).verdict(1) == (False, "Held-out rate could not be measured.")


def test_progress_survives_as_text_and_nonsense_counts_as_not_done(tmp_path: Path) -> None:
    progress = Progress(_two()).done(0, Outcome(0.25, tmp_path)).done(1, Outcome(None, None))
    again = Progress.from_json(progress.experiment, progress.to_json())
    assert again == progress
    assert again.path_of("one") == tmp_path
    for text in ("", "[]", "{", '{"0": 1, "7": {}}', '{"0": {"value": "x", "path": 3}}', '{"0": {"value": NaN}}'):
        read = Progress.from_json(progress.experiment, text)
        assert all(outcome == Outcome() for outcome in read.outcomes.values())
