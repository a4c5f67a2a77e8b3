"""Labels: no two runs of a list have the same, and each says how its run differs."""

import itertools
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from latentlab.config import RunConfig, load_preset, override
from latentlab.runs import unique_labels
from latentlab.runs.labels import Named

Make = Callable[..., Named]


@pytest.fixture(autouse=True)
def _clocks_in_utc(monkeypatch: pytest.MonkeyPatch) -> None:
    import time

    monkeypatch.setenv("TZ", "UTC")
    if hasattr(time, "tzset"):
        time.tzset()


@pytest.fixture
def run(tmp_path: Path) -> Make:
    numbers = itertools.count()

    def make(*assignments: str, name: str = "digits", created: str = "2026-11-27T09:28:00+00:00") -> Named:
        config = override(load_preset("digits"), assignments)
        return Named(tmp_path / f"run-{next(numbers)}", name, config, created)

    return make


def test_a_name_that_nobody_else_has_stays(run: Make) -> None:
    assert unique_labels([run(), run("objective.beta=4", name="faces")]) == ["digits", "faces"]


def test_what_differs_from_the_defaults_is_said(run: Make) -> None:
    runs = [
        run(),
        run("objective.beta=4"),
        run("consistency.weight=0.1"),
        run("train.learning_rate=0.01"),
        run("seed=3"),
        run("model.name=mlp"),
        run("objective.name=iwae"),
    ]
    assert unique_labels(runs) == [
        "digits",
        "digits · β = 4",
        "digits · λ = 0.1",
        "digits · learning rate 0.01",
        "digits · seed 3",
        "digits · MLP",
        "digits · IWAE",
    ]


def test_only_what_is_needed_is_said(run: Make) -> None:
    assert unique_labels([run(), run("objective.beta=4", "seed=1")]) == ["digits", "digits · β = 4"]
    grid = [run(f"objective.beta={beta}", f"seed={seed}") for beta in (1, 4) for seed in (0, 1)]
    assert unique_labels(grid) == ["digits", "digits · seed 1", "digits · β = 4", "digits · β = 4 · seed 1"]


def test_the_date_tells_runs_of_the_same_settings_apart(run: Make) -> None:
    times = ("2026-11-27T09:28:00+00:00", "2026-11-27T10:12:00+00:00")
    assert unique_labels([run(created=time) for time in times]) == ["digits · 27 Nov 09:28", "digits · 27 Nov 10:12"]
    seconds = ("2026-11-27T09:28:01+00:00", "2026-11-27T09:28:07+00:00")
    assert unique_labels([run(created=time) for time in seconds]) == [
        "digits · 27 Nov 2026 09:28:01",
        "digits · 27 Nov 2026 09:28:07",
    ]
    assert unique_labels([run(), run()]) == ["digits · run-4", "digits · run-5"]


def test_where_a_run_computes_is_no_difference(run: Make) -> None:
    runs = [
        run("data.name=mnist", f"data.root=/{place}", f"device={device}") for place, device in (("a", "cpu"), ("b", "auto"))
    ]
    assert unique_labels(runs) == ["digits · run-0", "digits · run-1"]


def test_a_run_that_was_given_a_made_label_is_told_apart(run: Make) -> None:
    labels = unique_labels([run(), run("objective.beta=4"), run(name="digits · β = 4")])
    assert labels == ["digits", "digits · β = 4 · run-1", "digits · β = 4 · run-2"]


def test_runs_that_cannot_be_read_have_labels_too(run: Make, tmp_path: Path) -> None:
    damaged = [Named(tmp_path / name, "digits", None, "") for name in ("a", "b")]
    labels = unique_labels([run(), *damaged])
    assert len(set(labels)) == 3


_CHOICES: dict[str, Sequence[object]] = {
    "objective.beta": (1, 4),
    "seed": (0, 1),
    "model.latent_dim": (2, 10),
    "train.steps": (1500, 3000),
    "model.name": ("conv", "mlp"),
    "likelihood.name": ("bernoulli", "gaussian"),
    "adversarial.weight": (0, 0.5),
    "device": ("auto", "cpu"),
}
_CONFIGS = st.fixed_dictionaries({key: st.sampled_from(values) for key, values in _CHOICES.items()})


@given(st.lists(st.tuples(_CONFIGS, st.sampled_from(["digits", "faces", "digits · β = 4"]), st.integers(0, 3)), max_size=12))
def test_no_two_labels_are_the_same(drawn: list[tuple[dict[str, object], str, int]]) -> None:
    runs = []
    for place, (settings, name, minute) in enumerate(drawn):
        config: RunConfig = override(load_preset("digits"), [f"{key}={value}" for key, value in settings.items()])
        runs.append(Named(Path("runs") / str(place), name, config, f"2026-11-27T09:0{minute}:00+00:00"))
    labels = unique_labels(runs)
    assert len(set(labels)) == len(labels)
    assert all(label.startswith(run.name) or label == str(run.path) for run, label in zip(runs, labels, strict=True))
