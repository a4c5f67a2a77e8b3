"""Alarms come at the onset, once, and say what helps."""

from collections.abc import Callable

from latentlab import metrics
from latentlab.config import RunConfig
from latentlab.data import load_dataset
from latentlab.training import Trainer
from latentlab.training.diagnostics import Diagnostics, batch_warning


def test_collapse_is_told_once_until_it_is_over(tiny_config: RunConfig) -> None:
    diagnostics = Diagnostics(tiny_config)
    collapsed = {metrics.TEST_ACTIVE_UNITS: 0.0}
    assert diagnostics.look(500, {metrics.TEST_ACTIVE_UNITS: 3.0}) == []
    assert diagnostics.look(500, collapsed) == []  # one measurement alone is no evidence
    (text,) = diagnostics.look(600, collapsed)
    assert "0 of 4 latent dimensions" in text
    assert "objective.kl_warmup" in text
    assert diagnostics.look(700, collapsed) == []
    assert diagnostics.look(800, {metrics.TEST_ACTIVE_UNITS: 2.0}) == []
    assert diagnostics.look(900, collapsed) == []
    assert len(diagnostics.look(1000, collapsed)) == 1


def test_nothing_is_said_of_dimensions_that_may_yet_become_active(with_settings: Callable[..., RunConfig]) -> None:
    for settings, settled in (
        ((), 200),
        (("train.steps=30000",), 3000),
        (("train.steps=8000", "objective.kl_warmup=5000"), 5000),
        (("train.steps=8000", "objective.capacity=25", "objective.capacity_steps=6000"), 6000),
        (("train.steps=8000", "objective.capacity_steps=6000"), 800),  # without a capacity nothing grows
    ):
        config = with_settings(*settings)
        assert config.settled_from == settled
        diagnostics = Diagnostics(config)
        early = [diagnostics.look(step, {metrics.TEST_ACTIVE_UNITS: 0.0}) for step in range(0, settled, 100)]
        assert not any(early)
        late = [diagnostics.look(step, {metrics.TEST_ACTIVE_UNITS: 0.0}) for step in (settled, settled + 100)]
        assert [len(texts) for texts in late] == [0, 1]


def test_a_discriminator_is_too_strong_only_where_it_tells_both_kinds_for_long(tiny_config: RunConfig) -> None:
    diagnostics = Diagnostics(tiny_config)
    strong = {metrics.ACCURACY_REAL: 0.99, metrics.ACCURACY_FAKE: 0.97}
    for _ in range(10):
        assert diagnostics.look(500, {metrics.ACCURACY_REAL: 1.0, metrics.ACCURACY_FAKE: 0.5}) == []
    told = [diagnostics.look(500, values) for values in (*[strong] * 4, {**strong, metrics.ACCURACY_FAKE: 0.9}, *[strong] * 5)]
    assert [len(texts) for texts in told] == [0] * 9 + [1]
    assert "adversarial.learning_rate" in told[-1][0]


def test_a_run_of_many_hours_is_told_after_a_few_steps(tiny_config: RunConfig) -> None:
    long, short = Diagnostics(tiny_config), Diagnostics(tiny_config)
    told = [long.time(100.0 if step < 5 else 7.0, 10_000) for step in range(20)]
    assert [step for step, text in enumerate(told) if text] == [9]
    assert "At 7 s a step, the 10,000 steps left will take about 19.4 hours" in str(told[9])
    assert [short.time(0.1, 10_000) for _ in range(20)] == [None] * 20


def test_small_batches_are_told_where_the_objective_estimates_from_them(with_settings: Callable[..., RunConfig]) -> None:
    config = with_settings("objective.name=aggregate", "model.latent_dim=20", "train.batch_size=16")
    assert "batch of 16 images" in str(batch_warning(config, 16))
    assert batch_warning(config, 20) is None
    assert batch_warning(with_settings("model.latent_dim=20"), 16) is None


def test_a_collapsed_run_raises_the_alarm_while_it_trains(with_settings: Callable[..., RunConfig]) -> None:
    config = with_settings("objective.beta=1000", "train.steps=400", "train.checkpoint_every=200", "train.learning_rate=0.01")
    events = [event for step in Trainer(config, load_dataset(config.data)).steps() for event in step.events]
    assert [event.kind for event in events] == ["alarm"]
    assert events[0].text.startswith("Posterior collapse")
    assert events[0].step == 400
