"""What a sweep's file asks for, and what is wrong with it."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from latentlab.config import TransformConfig
from latentlab.data import TransformPolicy, policy_from
from latentlab.errors import ConfigError
from latentlab.sweeps import load_sweep, sweep_names


def test_every_combination_comes_once_by_variant_then_grid_then_seed(write: Callable[[str], Path]) -> None:
    text = """
    name = "all"
    preset = "digits"
    base.train.steps = 10
    seeds = [5, 3]
    grid.consistency.weight = [0, 0.5]
    grid."likelihood.name" = ["gaussian", "laplace"]
    [[variants]]
    name = "A"
    [[variants]]
    name = "B"
    set = ["objective.beta=4", "train.steps=20"]
    """
    sweep = load_sweep(write(text), ["model.width=4"])
    assert sweep.row_titles == ("variant", "consistency.weight", "likelihood.name")
    got = [(*cell.row, cell.config.seed) for cell in sweep.cells]
    assert got == [(v, w, n, s) for v in "AB" for w in ("0", "0.5") for n in ("gaussian", "laplace") for s in (5, 3)]
    last = sweep.cells[-1].config
    assert (last.objective.beta, last.consistency.weight, last.likelihood.name) == (4, 0.5, "laplace")
    assert (last.train.steps, last.model.width, last.seed, last.train.batch_size) == (20, 4, 3, 64)
    assert last.name == "B-weight-0.5-name-laplace-seed3"
    assert sweep.cells[0].config.train.steps == 10
    assert len({cell.key for cell in sweep.cells}) == len({cell.config.name for cell in sweep.cells}) == 16


_GRID = "grid.objective.beta = [1, 4]\n"
_CHOICE = "name = 'x'\n[[variants]]\nname = 'v'\nchoose = {{ setting = 'objective.beta', values = {values}, by = '{by}' }}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("name = 'x'\nseed = [1]\n" + _GRID, "seed: unknown; did you mean 'seeds'?"),
        (_GRID, "name: missing"),
        ("name = 'a/b'\n" + _GRID, "name = 'a/b'"),
        ("name = 'x'", "nothing to run: give [grid]"),
        ("name = 'x'\n[grid]", "grid: empty"),
        ("name = 'x'\ngrid.objective.beta = []", "grid.objective.beta: an empty list"),
        ("name = 'x'\ngrid.objective.beta = 4", "grid.objective.beta = 4: must be a list"),
        ("name = 'x'\ngrid.objective.beta = [[1]]", "grid.objective.beta: [1] is not a number, text"),
        ("name = 'x'\ngrid.objective.beta = [nan]", "grid.objective.beta: nan is not a finite number"),
        ("name = 'x'\ngrid.objective.beta = [1, 1.0]", "grid.objective.beta: '1' is there 2 times"),
        ("name = 'x'\ngrid.objective.bta = [1]", "objective.bta=1: objective.bta: unknown setting; did you mean 'beta'?"),
        ("name = 'x'\ngrid.objective.beta = [1, -4]", "objective.beta=-4: objective.beta = -4: must be greater than"),
        ("name = 'x'\ngrid.objective.kl_warmup = [0, 9000]", "objective.kl_warmup = 9000: longer than the run"),
        ("name = 'x'\ngrid.seed = [0, 1]", "[grid]: seed cannot be set here; seeds = [0, 1, 2]"),
        ("name = 'x'\nbase.seed = 1\n" + _GRID, "[base]: seed cannot be set here"),
        ("name = 'x'\nbase.train.step = 1\n" + _GRID, "[base]: train.step: unknown setting; did you mean 'steps'?"),
        ("name = 'x'\nbase.train = 1\n" + _GRID, "[base]: train = 1"),
        ("name = 'x'\npreset = 'digit'\n" + _GRID, "no preset is called 'digit'"),
        ("name = 'x'\nseeds = []\n" + _GRID, "seeds = []"),
        ("name = 'x'\nseeds = [1, 1]\n" + _GRID, "seeds: 1 is there 2 times"),
        ("name = 'x'\nseeds = [true]\n" + _GRID, "seeds.0 = True: must be a whole number"),
        ("name = 'x'\nseeds = [-1]\n" + _GRID, "seeds.0 = -1: must be greater than or equal to 0"),
        (_CHOICE.format(values="[1]", by="nll"), "values"),
        (_CHOICE.format(values="[1, 1.0]", by="nll"), "choose.values: '1' is there 2 times"),
        (_CHOICE.format(values="[1, 2]", by="rate"), "choose.by = 'rate': nothing can be chosen by it"),
        (_CHOICE.format(values="[1, -2]", by="nll"), "objective.beta=-2: objective.beta = -2: must be greater"),
        (
            _GRID.join(
                [
                    _CHOICE.format(values="[1, 2]", by="nll").partition("[[")[0],
                    "[[variants]]\nname = 'v'\nchoose = {setting = 'objective.beta', values = [1, 2]}",
                ]
            ),
            "objective.beta is in the grid too",
        ),
        (_CHOICE.format(values="[1, 2]", by="nll") + "\nset = ['objective.beta=3']", "it can be set or chosen, not both"),
        ("name = 'x'\nmetrics = ['nl']\n" + _GRID, "there is no 'nl'; did you mean 'nll'?"),
        ("name = 'x'\nevaluate.sample = 3\n" + _GRID, "evaluate.sample: unknown; did you mean 'samples'?"),
        ("name = 'x'\nevaluate.samples = 0\n" + _GRID, "evaluate.samples = 0: must be greater"),
        ("name = 'x'\nvariants = [{ name = 'A' }, { name = 'A' }]", "variants: 'A' is there 2 times"),
        ("name = 'x'\nvariants = [{ nam = 'A' }]", "variants.0.nam: unknown; did you mean 'name'?"),
        ("name = 'x'\nvariants = [{ name = 'A', set = ['beta'] }]", "variants.0.set: 'beta': write it as section.key=value"),
        ("name = 'x'\nvariants = [{ name = 'A', set = ['objective.beta=no'] }]", "A: objective.beta = 'no'"),
        ("name = 'x'\nvariants = [{ name = 'A', set = ['seed=1'] }]", "variant 'A': seed cannot be set here"),
        (f"name = 'x'\n{_GRID}variants = [{{ name = 'A', set = ['objective.beta=4'] }}]", "objective.beta is in the grid too"),
        ("name = ", "not valid TOML"),
    ],
)
def test_what_is_wrong_is_named_before_anything_runs(write: Callable[[str], Path], text: str, expected: str) -> None:
    path = write(text)
    with pytest.raises(ConfigError) as caught:
        load_sweep(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert expected in str(caught.value)


def test_settings_of_the_command_line_are_refused_where_the_sweep_would_undo_them(write: Callable[[str], Path]) -> None:
    path = write("name = 'x'\nvariants = [{ name = 'A', set = ['objective.beta=4'] }]")
    for setting, expected in (
        ("objective.beta=2", "--set objective.beta: the sweep itself varies it"),
        ("seed=2", "--set: seed cannot be set here"),
        ("train.step=2", "did you mean 'steps'"),
    ):
        with pytest.raises(ConfigError, match=re.escape(expected)):
            load_sweep(path, [setting])
    with pytest.raises(
        ConfigError,
        match="no sweep is called so; there are ablation-lambda, ablation-transforms, disentangling-sprites, paper-cr-vae",
    ):
        load_sweep("paper")
    with pytest.raises(ConfigError, match="cannot be read: No such file"):
        load_sweep("none.toml")


def test_the_shipped_sweeps_are_what_they_are_called() -> None:
    assert sweep_names() == [
        "ablation-lambda",
        "ablation-transforms",
        "disentangling-sprites",
        "paper-cr-vae",
        "paper-how-to-train",
        "search-digits",
    ]
    ablation = load_sweep("ablation-lambda")
    assert [float(value) for (value,) in dict.fromkeys(cell.row for cell in ablation.cells)] == [0, 0.001, 0.03, 0.1, 0.3, 1, 3]
    assert len(ablation.cells) == 21
    assert {cell.config.train.batch_size for cell in ablation.cells} == {64, 32}
    paper = load_sweep("paper-cr-vae", ["data.root=/images"])
    assert {cell.config.data.root for cell in paper.cells} == {"/images"}
    counted = [cell for cell in paper.cells if cell.trial is None]
    assert len(counted) == 60
    assert {cell.config.seed for cell in counted} == {0, 1, 2, 3, 4}
    images = {c.config.train.batch_size * (2 if c.config.consistency.trains_on_t else 1) for c in counted}
    assert images == {128}
    for cell in counted:  # each variant is called what it is
        title = cell.config.objective_title
        for first, what in (("λ = 0.01", "λ chosen"), ("λ = 0.1", "λ and margin chosen")):
            title = title.replace(first, what) if cell.choose else title
        assert cell.variant == title
    settings = {
        (c.config.objective.name, getattr(c.config.objective, "beta", None), (term.name, c.choose.settings if c.choose else ()))
        for c in counted
        for term in [c.config.consistency]
    }
    weight, margin = "consistency.weight", "consistency.margin"
    kinds = [("kl", ()), ("none", ()), ("kl", (weight,)), ("triplet", (weight, margin))]
    assert settings == {(*base, kind) for base in (("vae", 1), ("vae", 4), ("iwae", None)) for kind in kinds}


def test_each_transformation_of_the_simple_policy_is_tried_alone() -> None:
    together = policy_from(TransformConfig(policy="simple"))
    alone = {cell.variant: policy_from(cell.config.transform) for cell in load_sweep("ablation-transforms").cells}
    assert list(alone.values()) == [
        TransformPolicy(),
        TransformPolicy(degrees=together.degrees),
        TransformPolicy(shift=together.shift),
        TransformPolicy(scale=together.scale),
        together,
    ]


def test_the_proposed_training_loses_one_part_at_a_time() -> None:
    sweep = load_sweep("paper-how-to-train", ["data.root=/images"])
    parts = {
        cell.variant: (
            cell.config.objective.name,
            getattr(cell.config.objective, "variance_weight", None),
            getattr(cell.config.objective, "moments", None),
            cell.config.adversarial.weight,
        )
        for cell in sweep.cells
    }
    assert parts["standard"] == ("vae", None, None, 0)
    assert parts["proposed"] == ("aggregate", 0.1, "mixture", 100)
    for name in ("without the discriminator", "without the variance term", "moments of the means"):
        changed = [a != b for a, b in zip(parts[f"proposed, {name}"], parts["proposed"], strict=True)]
        assert sum(changed) == 1
    values = 3 * sweep.cells[0].config.data.size ** 2 if sweep.cells[0].config.data.size else 0
    assert {cell.config.likelihood.scale_value for cell in sweep.cells} == {values / 10_000}
