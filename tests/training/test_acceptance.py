"""That it learns real digits: a narrow network on a short schedule. tests/benchmarks/consistency.py trains the full presets."""

import pytest

from latentlab import metrics
from latentlab.config import load_preset, override
from latentlab.data import load_dataset
from latentlab.training import Trainer

_SHORT = (
    "device=cpu",
    "model.width=8",
    "train.steps=250",
    "train.learning_rate=3e-3",
    "train.report_every=250",
    "train.checkpoint_every=250",
)


@pytest.fixture(scope="module")
def measured() -> dict[str, dict[str, float]]:
    """Held-out measurements of the presets `digits` and `digits-cr`, same seed and steps."""
    values = {}
    for preset in ("digits", "digits-cr"):
        config = override(load_preset(preset), _SHORT)
        (report,) = [step.report for step in Trainer(config, load_dataset(config.data)).steps() if step.report]
        values[preset] = dict(report.values)
    return values


@pytest.mark.parametrize("preset", ["digits", "digits-cr"])
def test_the_reconstruction_error_is_below_a_third_of_the_pixel_variance(
    measured: dict[str, dict[str, float]], preset: str
) -> None:
    assert measured[preset][metrics.TEST_MSE] < measured[preset][metrics.TEST_PIXEL_VARIANCE] / 3
    assert measured[preset][metrics.TEST_ACTIVE_UNITS] >= 5


def test_consistency_at_least_halves_the_held_out_consistency_kl(measured: dict[str, dict[str, float]]) -> None:
    plain, consistent = (measured[preset][metrics.TEST_CONSISTENCY_KL] for preset in ("digits", "digits-cr"))
    assert 0 < consistent <= plain / 2
