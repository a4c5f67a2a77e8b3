"""Runs that begin with the weights of another."""

from collections.abc import Callable
from pathlib import Path

import pytest
import torch

from latentlab.api import prepare, train
from latentlab.config import RunConfig, override, parse_config
from latentlab.errors import ConfigError
from latentlab.runs import Run

WithSettings = Callable[..., RunConfig]


def _first_weights(config: RunConfig, out: Path) -> tuple[dict[str, torch.Tensor], str]:
    trainer = prepare(config, out)
    assert trainer.writer is not None
    trainer.writer.close()
    (start,) = Run(trainer.writer.path).events()
    return trainer.snapshot().state, start.text


@pytest.mark.parametrize("parts", ["all", "encoder", "decoder"])
@pytest.mark.parametrize("average", ["0", "0.9"], ids=["weights", "average"])
def test_a_run_begins_with_the_weights_of_another(
    tiny_run: Path, tmp_path: Path, with_settings: WithSettings, parts: str, average: str
) -> None:
    theirs = Run(tiny_run).model().state_dict()
    settings = (f"train.init_from={tiny_run}", f"train.init_parts={parts}", "seed=5", f"train.ema_decay={average}")
    ours, said = _first_weights(with_settings(*settings), tmp_path)
    drawn, _ = _first_weights(with_settings("seed=5"), tmp_path)
    for name, value in ours.items():
        taken = parts == "all" or name.startswith(parts)
        assert torch.equal(value, (theirs if taken else drawn)[name]), name
    words = "all weights" if parts == "all" else f"the {parts}"
    assert said.endswith(f" Begins with {words} of {tiny_run.name} at step 8.")


@pytest.mark.parametrize("parts", ["encoder", "decoder"])
@pytest.mark.parametrize("optimizer", ["adam", "adamw", "sgd"])
def test_what_is_frozen_stays_and_the_rest_learns(
    tiny_run: Path,
    with_settings: WithSettings,
    whole_and_resumed: Callable[[RunConfig, int], tuple[Run, Run]],
    parts: str,
    optimizer: str,
) -> None:
    settings = (f"train.init_from={tiny_run}", f"train.init_parts={parts}", "train.freeze=true", "train.learning_rate=0.01")
    whole, _ = whole_and_resumed(with_settings(*settings, f"train.optimizer={optimizer}", "consistency.weight=0.1"), 5)
    theirs, early, late = (run.model(step).state_dict() for run, step in ((Run(tiny_run), 8), (whole, 4), (whole, 8)))
    frozen = [name for name in late if name.startswith(parts)]
    assert all(torch.equal(theirs[name], late[name]) for name in frozen)
    assert all(not torch.equal(early[name], late[name]) for name in late if name.endswith("weight") and name not in frozen)


def test_a_frozen_run_that_fails_says_where(tiny_run: Path, tmp_path: Path, with_settings: WithSettings) -> None:
    from latentlab.errors import NonFiniteError

    config = with_settings(f"train.init_from={tiny_run}", "train.init_parts=encoder", "train.freeze=true")
    trainer = prepare(config, tmp_path)
    steps = trainer.steps()
    next(steps)
    next(trainer.model.decoder.parameters()).register_hook(lambda gradient: gradient * torch.nan)
    with pytest.raises(NonFiniteError, match=r"It began in decoder\."):
        next(steps)
    assert trainer.writer is not None
    trainer.writer.close()


@pytest.mark.parametrize(
    ("assignments", "reason"),
    [
        (["model.hidden=64"], "encoder.1.weight has the shape 32×1024 there and 64×1024 here; they must be the same."),
        (["model.latent_dim=6"], "has the shape"),
        (["model.layers=2"], "has the shape 8×32 there and 32×32 here"),
        (["prior.name=mixture"], "that run has no prior_network"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_weights_of_other_shapes_are_refused(
    tiny_run: Path, tmp_path: Path, with_settings: WithSettings, assignments: list[str], reason: str
) -> None:
    with pytest.raises(ConfigError) as error:
        prepare(with_settings(f"train.init_from={tiny_run}", *assignments), tmp_path / "new")
    assert reason in str(error.value)
    assert str(error.value).startswith(f"train.init_from = '{tiny_run}': ")
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    ("assignments", "reason"),
    [
        (["train.freeze=true"], "needs a run whose weights are kept"),
        (["train.freeze=true", "train.init_from=x"], "would leave nothing to learn"),
        (
            ["train.freeze=true", "train.init_from=x", "train.init_parts=encoder", "model.name=resnet"],
            "normalises by the batch",
        ),
    ],
    ids=lambda value: value[-1] if isinstance(value, list) else "",
)
def test_what_cannot_stay_as_it_is_is_refused(assignments: list[str], reason: str) -> None:
    with pytest.raises(ConfigError) as error:
        override(parse_config({}), assignments)
    assert str(error.value).startswith("train.freeze = true: ")
    assert reason in str(error.value)


def test_a_run_that_is_not_there_is_named(tmp_path: Path, with_settings: WithSettings) -> None:
    with pytest.raises(ConfigError, match=r"train.init_from = '.*nowhere': .* there is no such folder"):
        train(with_settings(f"train.init_from={tmp_path / 'nowhere'}"), tmp_path)


def test_the_command_begins_with_another_run(
    run_command: Callable[..., tuple[int, str, str]], tiny_run: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tiny_run.parent)
    shared = ["train", tiny_run / "run.toml", "--out", tmp_path / "new"]
    code, out, _ = run_command(*shared, "--from", tiny_run.name, "--parts", "decoder", "--freeze")
    assert code == 0
    begun = Run(out.strip()).config.train
    assert (begun.init_from, begun.init_parts, begun.freeze) == (str(tiny_run), "decoder", True)
    assert run_command(*shared, "--freeze")[2].startswith("latentlab: --parts, --freeze: say which weights")
    assert "train.init_parts = 'both': must be" in run_command(*shared, "--from", tiny_run.name, "--parts", "both")[2]
