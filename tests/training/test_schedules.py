"""The learning rate over a run, against PyTorch's own schedulers."""

from collections.abc import Callable

import pytest
import torch
from torch.optim import lr_scheduler

from latentlab import metrics
from latentlab.config import RunConfig, TrainConfig, parse_config
from latentlab.errors import ConfigError
from latentlab.runs import Run
from latentlab.training.schedules import Plateau, rate_factor

Scheduler = Callable[[torch.optim.Optimizer], lr_scheduler.LRScheduler]
STEPS, RATE = 50, 0.02


def _torchs(make: Scheduler) -> list[float]:
    """The rate of each step as PyTorch has it."""
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=RATE)
    scheduler = make(optimizer)
    rates = []
    for _ in range(STEPS):
        rates.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        scheduler.step()
    return rates


def _ours(**settings: object) -> list[float]:
    train = TrainConfig(steps=STEPS, learning_rate=RATE, **settings)
    return [train.learning_rate * rate_factor(train, STEPS, step) for step in range(STEPS)]


def _after_warmup(make: Scheduler, warmup: int) -> Scheduler:
    def both(optimizer: torch.optim.Optimizer) -> lr_scheduler.LRScheduler:
        rise = lr_scheduler.LinearLR(optimizer, 1 / warmup, 1.0, total_iters=warmup - 1)
        return lr_scheduler.SequentialLR(optimizer, [rise, make(optimizer)], milestones=[warmup])

    return both


_TORCHS: dict[str, Callable[[int], Scheduler]] = {
    "constant": lambda steps: lambda optimizer: lr_scheduler.ConstantLR(optimizer, 1.0),
    "cosine": lambda steps: lambda optimizer: lr_scheduler.CosineAnnealingLR(optimizer, steps),
    "linear": lambda steps: lambda optimizer: lr_scheduler.LinearLR(optimizer, 1.0, 0.0, total_iters=steps),
    "step": lambda steps: lambda optimizer: lr_scheduler.StepLR(optimizer, 15, 0.3),
}
_SETTINGS = {"step": {"decay": 0.3, "decay_every": 15}}


@pytest.mark.parametrize("schedule", _TORCHS)
# SequentialLR sets the schedulers to their beginnings in a way that PyTorch itself warns of.
@pytest.mark.filterwarnings("ignore:The epoch parameter")
@pytest.mark.parametrize("warmup", [0, 8])
def test_schedules_have_pytorchs_rates(schedule: str, warmup: int) -> None:
    main = _TORCHS[schedule](STEPS - warmup)
    expected = _torchs(_after_warmup(main, warmup) if warmup else main)
    assert _ours(schedule=schedule, warmup=warmup, **_SETTINGS.get(schedule, {})) == pytest.approx(
        expected, rel=1e-9, abs=1e-15
    )


@pytest.mark.parametrize("warmup", [0, 10])
def test_one_cycle_has_pytorchs_rates(warmup: int) -> None:
    share = warmup / STEPS or 0.3
    expected = _torchs(lambda optimizer: lr_scheduler.OneCycleLR(optimizer, RATE, STEPS, pct_start=share, cycle_momentum=False))
    assert _ours(schedule="one_cycle", warmup=warmup) == pytest.approx(expected, rel=1e-9)


def test_plateaus_drop_where_pytorchs_do() -> None:
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
    theirs = lr_scheduler.ReduceLROnPlateau(optimizer, "max", 0.5, patience=1, threshold=0.0, threshold_mode="abs")
    train = TrainConfig(schedule="plateau", decay=0.5, decay_patience=2)
    ours, factors = Plateau(train), []
    for score in (-9.0, -8.0, -8.0, -8.5, -7.0, -7.5, -7.0, -7.1, -7.2):
        theirs.step(score)
        ours.watch(score)
        factors.append(ours.factor)
        assert ours.factor == optimizer.param_groups[0]["lr"]
        again = Plateau(train)
        again.load(ours.state())
        ours = again
    assert factors == [1, 1, 1, 0.5, 0.5, 0.5, 0.25, 0.25, 0.125]


@pytest.mark.parametrize(
    "schedule",
    [
        ["constant", "train.warmup=6"],
        ["cosine"],
        ["linear", "train.warmup=3"],
        ["one_cycle"],
        ["step", "train.decay_every=3"],
        ["plateau", "train.decay_patience=1", "train.learning_rate=1e-12"],
    ],
    ids=lambda schedule: schedule[0],
)
def test_a_run_goes_on_exactly_in_the_middle_of_a_schedule(
    whole_and_resumed: Callable[[RunConfig, int], tuple[Run, Run]], with_settings: Callable[..., RunConfig], schedule: list[str]
) -> None:
    name, *settings = schedule
    config = with_settings("train.steps=12", f"train.schedule={name}", "train.checkpoint_every=2", *settings)
    whole, _ = whole_and_resumed(config, 7)
    rates = [report.values[metrics.LEARNING_RATE] for report in whole.reports() if metrics.LEARNING_RATE in report.values]
    train = config.train
    if name == "plateau":
        assert len(set(rates)) > 1
        return
    steps = [report.step for report in whole.reports()]
    assert rates == [train.learning_rate * rate_factor(train, train.steps, step - 1) for step in steps]


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"warmup": 20}, "train.warmup = 20: longer than the run (train.steps = 10)"),
        ({"schedule": "step"}, "train.decay_every = 1000: longer than the run (train.steps = 10)"),
        ({"schedule": "quadratic"}, "train.schedule = 'quadratic': must be 'constant', 'cosine'"),
    ],
)
def test_a_schedule_longer_than_the_run_is_refused(settings: dict[str, object], message: str) -> None:
    with pytest.raises(ConfigError) as error:
        parse_config({"train": {"steps": 10, **settings}})
    assert message in str(error.value)


def test_a_plateau_without_validation_images_is_refused() -> None:
    with pytest.raises(ConfigError, match="train.schedule = 'plateau': needs validation images"):
        parse_config({"train": {"schedule": "plateau"}, "data": {"validation_fraction": 0.0}})
    parse_config({"train": {"schedule": "plateau", "best_by": "test/elbo"}, "data": {"validation_fraction": 0.0}})
