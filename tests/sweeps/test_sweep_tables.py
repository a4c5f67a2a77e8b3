"""Tables of sweeps: means, intervals, differences, and how they are written."""

import csv
import io
import math
import re
import statistics
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from latentlab.errors import ConfigError
from latentlab.sweeps import Cell, load_sweep, tabulate
from latentlab.sweeps.table import Entry, SweepTable


def test_mean_and_deviation_by_hand() -> None:
    entry = Entry((1.0, 2.0, 6.0), 3)
    assert entry.mean == 3.0
    assert entry.sd == pytest.approx(math.sqrt((4 + 1 + 9) / 2))
    assert entry.text(2) == "3.00 ± 2.65"
    assert Entry((1.0, 3.0), 3).text(1) == "2.0 ± 1.4 (n = 2)"
    assert Entry((1.5,), 3).text(1) == "1.5 (n = 1)"
    assert Entry((1.5,), 1).text(1) == "1.5"
    assert Entry((), 3).text(1) == "–"


def test_intervals_of_the_mean_are_students() -> None:
    # t of 2 degrees of freedom at 97.5 % is 4.302653 in every table; sd 1, n = 3.
    low, high = Entry((1.0, 2.0, 3.0), 3).interval or (0, 0)
    assert (low, high) == pytest.approx((2 - 4.302653 / math.sqrt(3), 2 + 4.302653 / math.sqrt(3)), abs=1e-6)
    assert Entry((1.0,), 3).interval is None
    assert Entry((1.0, 2.0, 3.0), 4).difference_text(2) == "+2.00 [-0.48, +4.48] (n = 3)"
    assert Entry((-1.0,), 1).difference_text(1) == "-1.0"
    assert Entry((), 1).difference_text(1) == "–"


def test_intervals_hold_the_mean_as_often_as_they_say() -> None:
    draws = np.random.default_rng(0).normal(7.0, 2.0, (2000, 4))
    held = [low <= 7.0 <= high for row in draws for low, high in [Entry(tuple(row.tolist()), 4).interval or (0, 0)]]
    assert np.mean(held) == pytest.approx(0.95, abs=0.015)


class _Measured:
    """An outcome as the table sees it."""

    reason, status = "", "finished"

    def __init__(self, cell: Cell, number: float | None) -> None:
        self.cell, self.number = cell, number

    def metric(self, name: str) -> float | None:
        return self.number


def test_differences_are_paired_by_seed(write: Callable[[str], Path]) -> None:
    text = """
    name = "pairs"
    seeds = [3, 1, 2]
    metrics = ["nll"]
    [[variants]]
    name = "VAE"
    [[variants]]
    name = "β-VAE"
    set = ["objective.beta=4"]
    [[variants]]
    name = "CR"
    set = ["consistency.weight=1"]
    against = ["VAE", "β-VAE"]
    """
    sweep = load_sweep(write(text))
    numbers = iter([100.0, 10.0, 1.0, 101.0, None, 3.0, 99.0, 8.0, 2.0])
    outcomes = [_Measured(cell, next(numbers)) for cell in sweep.cells]
    table = tabulate(sweep, outcomes[::-1])  # type: ignore[arg-type]  # in no order
    found = {(d.row, d.against): d.entries[0].values for d in table.differences}
    assert found == {
        (("β-VAE",), ("VAE",)): (1.0, 2.0),
        (("CR",), ("VAE",)): (-1.0, -2.0, 1.0),
        (("CR",), ("β-VAE",)): (-2.0, -1.0),
    }
    lines = table.to_markdown().splitlines()
    assert "| β-VAE | VAE | +1.50 [-4.85, +7.85] (n = 2) |" in lines
    assert "| difference of | and | Δ NLL ≤ [nats] |" in lines
    assert r"$\beta$-VAE & VAE & +1.50 [-4.85, +7.85] (n = 2) \\" in table.to_latex()


def test_rows_whose_steps_see_other_numbers_of_images_are_told(write: Callable[[str], Path]) -> None:
    text = "name = 'x'\n{}[[variants]]\nname = 'A'\n[[variants]]\nname = 'B'\nset = ['consistency.weight=1']"
    sweep = load_sweep(write(text.format("")))
    table = tabulate(sweep, [_Measured(cell, 1.0) for cell in sweep.cells])  # type: ignore[misc]
    assert table.notes == (
        "Images that a step sees, x and t(x) together: 64 in A; 128 in B. "
        "images_per_step in the sweep's file makes them equal.",
    )
    sweep = load_sweep(write(text.format("images_per_step = 64\n")))
    assert tabulate(sweep, [_Measured(cell, 1.0) for cell in sweep.cells]).notes == ()  # type: ignore[misc]


def test_rows_of_a_grid_are_compared_with_its_first(write: Callable[[str], Path]) -> None:
    grid = load_sweep(write("name = 'x'\ngrid.objective.beta = [1, 2, 4]"))
    assert grid.comparisons() == [(("2",), ("1",)), (("4",), ("1",))]
    variants = "\n[[variants]]\nname = 'A'\n[[variants]]\nname = 'B'\nset = ['consistency.weight=1']"
    both = load_sweep(write("name = 'x'\ngrid.objective.beta = [1, 2]" + variants))
    assert both.comparisons() == [(("B", "1"), ("A", "1")), (("B", "2"), ("A", "2"))]
    for against in ("C", "B"):
        with pytest.raises(ConfigError, match=f"against: no other is called '{against}'; valid here: A"):
            load_sweep(write("name = 'x'" + variants + f"\nagainst = ['{against}']"))


@pytest.fixture
def table() -> SweepTable:
    """Two rows, with a missing seed and a metric that cannot be had."""
    rows = (
        (("VAE", "0.1"), (Entry((100.0, 101.0, 105.1), 3), Entry((), 3))),
        (("β | 100% & {more}_\\", "1"), (Entry((1 / 3,), 3), Entry((1.0, 2.0), 3))),
    )
    return SweepTable(("variant", "consistency.weight"), ("nll", "probe_accuracy"), rows, ("VAE, seed 1: failed: full",))


def test_the_csv_reads_back_whole(table: SweepTable) -> None:
    rows = list(csv.DictReader(io.StringIO(table.to_csv())))
    assert list(rows[0]) == [
        *("variant", "consistency.weight", "nll_mean [nats]", "nll_sd [nats]", "nll_n"),
        *("probe_accuracy_mean", "probe_accuracy_sd", "probe_accuracy_n"),
    ]
    assert [row["variant"] for row in rows] == [labels[0] for labels, _ in table.rows]
    assert float(rows[0]["nll_mean [nats]"]) == statistics.fmean((100.0, 101.0, 105.1))
    assert float(rows[0]["nll_sd [nats]"]) == statistics.stdev((100.0, 101.0, 105.1))
    assert float(rows[1]["nll_mean [nats]"]) == 1 / 3
    assert (rows[1]["nll_sd [nats]"], rows[1]["nll_n"]) == ("", "1")
    assert (rows[0]["probe_accuracy_mean"], rows[0]["probe_accuracy_n"]) == ("", "0")


def test_the_markdown_reads_back_whole(table: SweepTable) -> None:
    head, rule, *rows = (
        [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        for line in table.to_markdown().splitlines()
        if line.startswith("|")
    )
    assert head == table.headings == ["variant", "consistency.weight", "NLL ≤ [nats]", "probe accuracy"]
    assert rule == ["---", "---", "---:", "---:"]
    assert rows == table.texts()
    assert rows[0][2:] == ["102.03 ± 2.70", "–"]
    assert table.to_markdown().endswith("\n\n- VAE, seed 1: failed: full\n")


def test_the_latex_reads_back_whole(table: SweepTable) -> None:
    text = table.to_latex()
    lines = text.splitlines()
    assert lines[1:3] == [r"\begin{tabular}{llrr}", r"\toprule"]
    assert lines[-3:] == [r"\bottomrule", r"\end{tabular}", "% VAE, seed 1: failed: full"]
    rows = [[cell.strip() for cell in re.split(r"(?<!\\)&", line[:-2])] for line in lines if line.endswith(r"\\")]
    assert rows == [
        ["variant", "consistency.weight", r"NLL $\le$ [nats]", "probe accuracy"],
        ["VAE", "0.1", r"102.03 $\pm$ 2.70", "--"],
        [r"$\beta$ | 100\% \& \{more\}\_\textbackslash{}", "1", "0.33 (n = 1)", r"1.500 $\pm$ 0.707 (n = 2)"],
    ]
    assert "±" not in text
    assert "β" not in text
