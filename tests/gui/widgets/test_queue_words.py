"""What is said of a sweep's runs: its parts multiply to them, and what comes beside is said."""

import re

import pytest

from latentlab.gui.widgets.queue_words import varied_text
from latentlab.sweeps.plan import load_sweep, sweep_names


@pytest.mark.parametrize("name", sweep_names())
def test_the_parts_of_a_shipped_sweep_come_out_at_its_runs(name: str) -> None:
    plan = load_sweep(name)
    text = varied_text(plan)
    if plan.config.search is not None:
        trials, seeds = map(int, re.fullmatch(r"(\d+) trials, then the best and the preset's own × (\d+) seeds", text).groups())
        assert trials + 2 * seeds == len(plan.cells)
        return
    product = 1
    for count in re.findall(r"(?:^|× )(\d+) (?:values|variants|seed)", text):
        product *= int(count)
    beside = re.search(r"\+ (\d+) runs that choose settings$", text)
    assert product + (int(beside.group(1)) if beside else 0) == len(plan.cells)
