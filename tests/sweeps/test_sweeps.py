"""Sweeps: what a file asks for, what is refused, how one goes on, and the table it comes to."""

import csv
import io
import json
import math
import re
import statistics
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

import latentlab.sweeps.runner as runner
from latentlab.cli.measuring import _sweep_command
from latentlab.config import TransformConfig
from latentlab.data import TransformPolicy, policy_from
from latentlab.errors import ConfigError, DataError, NonFiniteError, RunError
from latentlab.runs import Run
from latentlab.sweeps import Cell, Sweep, load_sweep, survey, sweep_names, tabulate
from latentlab.sweeps.runner import run_sweep
from latentlab.sweeps.table import DEFAULT_METRICS, Entry, SweepTable
from latentlab.training import Step, Trainer

_HEAD = """
name = "trial"
evaluate = { samples = 2, images = 20 }
[base]
device = "cpu"
model = { name = "mlp", hidden = 8, layers = 1, latent_dim = 3 }
data = { size = 16 }
train = { steps = 4, batch_size = 16, report_every = 2, checkpoint_every = 2, threads = 1 }
"""
_TWO = """
[[variants]]
name = "VAE"
[[variants]]
name = "β | 100%"
set = ["objective.beta=4"]
"""

Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str], Path]:
    """Writes a sweep's file."""

    def put(text: str) -> Path:
        path = tmp_path / "trial.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return put


@pytest.fixture
def two(write: Callable[[str], Path]) -> Sweep:
    """Two variants, two seeds."""
    return load_sweep(write("seeds = [0, 1]" + _HEAD + _TWO))


@pytest.fixture
def command(run_command: Command) -> Command:
    """Runs `latentlab sweep`, in this process: exit code, standard output, standard error."""
    return partial(run_command, "sweep")


def _statuses(sweep: Sweep, folder: Path) -> list[str]:
    return [outcome.status for outcome in survey(sweep, folder)]


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


def test_a_sweep_runs_once_and_is_measured_as_asked(two: Sweep, tmp_path: Path) -> None:
    turns: list[tuple[int, str]] = []
    steps: list[int] = []
    outcomes = run_sweep(
        two,
        tmp_path / "s",
        on_cell=lambda index, before: turns.append((index, before.status)),
        on_step=lambda trainer, step: steps.append(step.step),
    )
    assert turns == [(index, "waiting") for index in range(4)]
    assert steps == [1, 2, 3, 4] * 4
    assert [outcome.status for outcome in outcomes] == ["finished"] * 4
    for outcome in outcomes:
        assert outcome.run is not None
        assert outcome.run.state == "finished"
        assert outcome.run.config.seed == outcome.cell.config.seed
        stored = json.loads((outcome.run.path / "evaluation.json").read_text(encoding="utf-8"))
        assert outcome.evaluation is not None
        assert json.loads(outcome.evaluation.to_json()) == stored
        assert (stored["provenance"]["S"], stored["provenance"]["N"]) == (2, 20)
        assert outcome.metric("nll") == stored["nll"]
        last = outcome.run.reports()[-1]
        assert outcome.metric("seconds_per_step") == last.seconds / 4

    steps.clear()
    again = run_sweep(two, tmp_path / "s", on_step=lambda trainer, step: steps.append(step.step))
    assert steps == []
    assert [outcome.metric("nll") for outcome in again] == [outcome.metric("nll") for outcome in outcomes]


_CHOOSE = """
[[variants]]
name = "VAE"
[[variants]]
name = "VAE (rate chosen)"
choose = { setting = "train.learning_rate", values = [1e-9, 0.02, 1e-6], by = "mse" }
"""


@pytest.fixture
def choosing(write: Callable[[str], Path]) -> Sweep:
    """A plain variant, and one whose learning rate is chosen of two at which next to nothing is learned and one that works."""
    return load_sweep(write("seeds = [3, 4]" + _HEAD + _CHOOSE), ["train.steps=20", "train.checkpoint_every=20"])


def test_a_setting_is_chosen_on_a_validation_split_and_tested_on_images_that_had_no_say(
    choosing: Sweep, tmp_path: Path
) -> None:
    assert [cell.key for cell in choosing.cells][2:5] == [
        f"VAE (rate chosen), trying train.learning_rate = {value}, seed 3" for value in ("1e-09", "0.02", "1e-06")
    ]
    outcomes = run_sweep(choosing, tmp_path)
    assert [outcome.status for outcome in outcomes] == ["finished"] * 7
    plain, trials, final = outcomes[:2], outcomes[2:5], outcomes[5:]
    errors = [trial.metric("mse") for trial in trials]
    assert errors[1] == min(errors, key=lambda error: math.inf if error is None else error)
    assert [outcome.cell.config.train.learning_rate for outcome in final] == [0.02, 0.02]
    assert [outcome.run.config.data.hold_out for outcome in outcomes if outcome.run] == ["test"] * 2 + ["validation"] * 3 + [
        "test"
    ] * 2
    splits = [outcome.evaluation.provenance["split"] for outcome in outcomes if outcome.evaluation]
    assert "1,150 to train on, 288 held out (validation" in splits[2]
    assert "1,438 to train on, 359 held out (split" in splits[5] == splits[0]
    assert plain[0].metric("mse") != final[0].metric("mse")

    table = tabulate(choosing, outcomes)
    assert [row for row, _ in table.rows] == [("VAE",), ("VAE (rate chosen)",)]
    assert [len(entries[DEFAULT_METRICS.index("nll")].values) for _, entries in table.rows] == [2, 2]
    assert table.notes[0].startswith(
        "VAE (rate chosen): train.learning_rate = 0.02, chosen on a validation split by the lowest MSE"
    )

    survived = survey(choosing, tmp_path)
    assert [outcome.cell.config for outcome in survived] == [outcome.cell.config for outcome in outcomes]


def test_nothing_is_chosen_before_every_trial_is_measured(choosing: Sweep, tmp_path: Path) -> None:
    def stop(trainer: Trainer, step: Step) -> None:
        if trainer.config.train.learning_rate == 1e-6:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run_sweep(choosing, tmp_path, on_step=stop)
    assert _statuses(choosing, tmp_path) == ["finished"] * 4 + ["unfinished", "waiting", "waiting"]
    table = tabulate(choosing, survey(choosing, tmp_path))
    assert table.notes == ("3 of 7 runs are not finished yet.",)


def test_trials_that_diverge_are_not_chosen_and_without_any_the_run_is_not_trained(choosing: Sweep, tmp_path: Path) -> None:
    failing = {0.02}

    def diverge(trainer: Trainer, step: Step) -> None:
        if trainer.config.data.hold_out == "validation" and trainer.config.train.learning_rate in failing:
            raise NonFiniteError("The rate stopped being finite.", step=2, term="rate")

    outcomes = run_sweep(choosing, tmp_path / "one", on_step=diverge)
    assert [outcome.status for outcome in outcomes] == ["finished"] * 3 + ["diverged"] + ["finished"] * 3
    assert outcomes[5].cell.config.train.learning_rate in (1e-9, 1e-6)

    failing |= {1e-9, 1e-6}
    outcomes = run_sweep(choosing, tmp_path / "all", on_step=diverge)
    assert [outcome.status for outcome in outcomes][5:] == ["failed"] * 2
    assert outcomes[5].reason == "no trial of train.learning_rate could be measured by mse."


def test_a_folder_is_one_process_s_at_a_time(two: Sweep, tmp_path: Path) -> None:
    tried: list[str] = []

    def try_too(trainer: Trainer, step: Step) -> None:
        if not tried:
            with pytest.raises(RunError, match="another LatentLab is running this sweep") as refused:
                run_sweep(two, tmp_path / "s")
            tried.append(str(refused.value))

    run_sweep(two, tmp_path / "s", on_step=try_too)
    assert tried[0].startswith(str(tmp_path / "s"))
    assert [outcome.status for outcome in run_sweep(two, tmp_path / "s")] == ["finished"] * 4  # it was let go of


def test_an_interrupted_sweep_goes_on_where_it_was(two: Sweep, tmp_path: Path) -> None:
    def interrupt(trainer: Trainer, step: Step) -> None:
        if trainer.config.seed == 1 and step.step == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run_sweep(two, tmp_path, on_step=interrupt)
    assert _statuses(two, tmp_path) == ["finished", "unfinished", "waiting", "waiting"]
    begun = survey(two, tmp_path)[1].run
    assert begun is not None
    assert [at.step for at in begun.checkpoints()] == [2, 3]

    steps: list[tuple[int, int]] = []
    outcomes = run_sweep(two, tmp_path, on_step=lambda t, step: steps.append((t.config.seed, step.step)))
    assert steps == [(1, 4), *((seed, step) for seed in (0, 1) for step in (1, 2, 3, 4))]
    assert [outcome.status for outcome in outcomes] == ["finished"] * 4
    assert outcomes[1].run is not None
    assert outcomes[1].run.path == begun.path

    whole = run_sweep(two, tmp_path / "at once")
    assert [outcome.metric("nll") for outcome in outcomes] == [outcome.metric("nll") for outcome in whole]


def test_a_run_killed_before_its_first_checkpoint_begins_anew(two: Sweep, tmp_path: Path) -> None:
    class Killed(BaseException):
        pass

    def kill(trainer: Trainer, step: Step) -> None:
        raise Killed

    with pytest.raises(Killed):
        run_sweep(two, tmp_path, on_step=kill)
    assert _statuses(two, tmp_path) == ["unfinished"] + ["waiting"] * 3
    steps: list[int] = []
    run_sweep(two, tmp_path, on_step=lambda trainer, step: steps.append(step.step))
    assert steps == [1, 2, 3, 4] * 4


def test_a_run_interrupted_while_it_is_measured_is_not_trained_again(two: Sweep, tmp_path: Path) -> None:
    def interrupt(share: float, text: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run_sweep(two, tmp_path, progress=interrupt)
    assert _statuses(two, tmp_path)[0] == "unfinished"
    seen: list[int] = []
    run_sweep(two, tmp_path, on_step=lambda trainer, step: seen.append(step.step))
    assert len(seen) == 3 * 4


def test_a_failed_run_is_kept_apart_and_one_that_diverged_is_not_repeated(two: Sweep, tmp_path: Path) -> None:
    def fail(trainer: Trainer, step: Step) -> None:
        if step.step == 3 and trainer.config.objective.beta == 4:
            if trainer.config.seed == 0:
                raise NonFiniteError("The rate stopped being finite.", step=2, term="rate")
            raise RuntimeError("out of memory\nand a long story")

    outcomes = run_sweep(two, tmp_path, on_step=fail)
    assert [outcome.status for outcome in outcomes] == ["finished", "finished", "diverged", "failed"]
    assert [outcome.reason for outcome in outcomes[2:]] == ["The rate stopped being finite.", "out of memory"]
    table = tabulate(two, outcomes)
    assert table.notes == (
        "β | 100%, seed 0: diverged: The rate stopped being finite.",
        "β | 100%, seed 1: failed: out of memory",
    )
    assert [len(entry.values) for entry in table.rows[1][1]] == [0] * len(DEFAULT_METRICS)

    steps: list[tuple[int, int]] = []
    again = run_sweep(two, tmp_path, on_step=lambda t, step: steps.append((t.config.seed, step.step)))
    assert steps == [(1, 3), (1, 4)]  # from its checkpoint at step 2
    assert [outcome.status for outcome in again] == ["finished", "finished", "diverged", "finished"]


def test_what_changed_in_the_file_is_run_or_measured_anew(two: Sweep, write: Callable[[str], Path], tmp_path: Path) -> None:
    run_sweep(two, tmp_path)
    text = "seeds = [0, 1]" + _HEAD + _TWO
    assert _statuses(load_sweep(write(text.replace("samples = 2", "samples = 3"))), tmp_path) == ["unfinished"] * 4
    assert _statuses(load_sweep(write(text.replace("beta=4", "beta=8"))), tmp_path) == ["finished"] * 2 + ["waiting"] * 2
    assert _statuses(load_sweep(write(text), ["train.threads=2"]), tmp_path) == ["finished"] * 4
    assert _statuses(load_sweep(write(text), ["train.learning_rate=1e-4"]), tmp_path) == ["waiting"] * 4


def test_what_cannot_run_is_found_before_the_first_step(write: Callable[[str], Path], tmp_path: Path) -> None:
    seen: list[int] = []
    for lines, error, expected in (
        ("grid.data.name = ['digits', 'omniglot']", DataError, "data.root"),
        ("grid.train.precision = ['float32', 'fp16']", ConfigError, "train.precision = fp16, seed 0: train.precision = 'fp16'"),
        ("evaluate.images = 5000\n" + _GRID, ConfigError, "evaluate.images = 5000: there are 359"),
    ):
        head = _HEAD if "evaluate" not in lines else _HEAD.replace("evaluate = { samples = 2, images = 20 }", "")
        sweep = load_sweep(write(lines + head))
        with pytest.raises(error, match=re.escape(expected)):
            run_sweep(sweep, tmp_path / "s", on_step=lambda trainer, step: seen.append(step.step))
    assert not seen
    assert not (tmp_path / "s").exists()


def test_a_damaged_state_is_named_and_a_removed_run_is_run_again(two: Sweep, tmp_path: Path) -> None:
    (tmp_path / "sweep.json").write_text('{"cells": {"a": 1}}', encoding="utf-8")
    with pytest.raises(RunError, match=r"sweep\.json: damaged"):
        survey(two, tmp_path)
    record = {"run": "gone", "status": "finished"}
    (tmp_path / "sweep.json").write_text(json.dumps({"cells": {two.cells[0].key: record}}), encoding="utf-8")
    assert _statuses(two, tmp_path) == ["waiting"] * 4


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


def test_the_command_lists_runs_and_prints_tables(command: Command, two: Sweep, tmp_path: Path) -> None:
    where = (tmp_path / "trial.toml", "--out", tmp_path)
    code, out, _ = command(*where, "--dry-run")
    assert code == 0
    listed = [line.split("  ")[-1].strip() for line in out.splitlines()[1:]]
    assert listed == ["waiting"] * 4
    assert all(cell.key in out for cell in two.cells)
    assert not (tmp_path / "trial").exists()

    code, out, err = command(*where, "--metrics", "nll,mse")
    assert code == 0, err
    lines = out.splitlines()
    assert lines[0].split("  ")[-2:] == ["NLL ≤ [nats]", "MSE [per pixel value]"]
    assert [line.split("  ")[0] for line in lines] == ["variant", "VAE", "β | 100%", "", "difference of", "β | 100%", lines[-1]]
    assert lines[-1].startswith("Differences are paired by seed")
    assert "[4/4] β | 100%, seed 1" in err
    folders = {path for path in (tmp_path / "trial").iterdir() if path.is_dir()}
    assert {Run(path).state for path in folders} == {"finished"}

    code, out, err = command(*where, "--table-only", "--format", "csv")
    assert (code, err) == (0, "")
    (vae, _) = csv.DictReader(io.StringIO(out))
    found = [outcome.metric("nll") for outcome in survey(two, tmp_path / "trial")[:2]]
    assert float(vae["nll_mean [nats]"]) == pytest.approx(sum(number or 0.0 for number in found) / 2, rel=1e-12)
    assert command(*where, "--dry-run")[1].count("finished") == 4
    assert command(*where, "--table-only", "--format", "latex")[1].startswith("% ")
    for arguments, expected in (
        (("--dry-run", "--table-only"), "not both"),
        (("--metrics", "nl"), "did you mean 'nll'"),
        (("--set", "objective.bet=1"), "did you mean 'beta'"),
    ):
        code, out, err = command(*where, *arguments)
        assert (code, out) == (2, "")
        assert expected in err


def test_the_command_of_a_sweep_names_no_place_of_this_computer() -> None:
    assert _sweep_command("/home/a b/x.toml", ["data.root=/home"]) == "latentlab sweep x.toml --set data.root=PATH"


def test_the_command_writes_tables_runs_and_figures_into_a_folder(command: Command, two: Sweep, tmp_path: Path) -> None:
    folder = tmp_path / "results" / "trial"
    where = (tmp_path / "trial.toml", "--out", tmp_path, "--metrics", "nll,probe_accuracy,ssim", "--set", "train.threads=1")
    code, _, err = command(*where, "--results", folder)
    assert code == 0, err
    assert f"Results written: {folder / 'README.md'}" in err
    outcomes = survey(two, tmp_path / "trial")
    page = (folder / "README.md").read_text(encoding="utf-8")
    assert "latentlab sweep trial.toml --set train.threads=1\n" in page
    assert str(tmp_path) not in page
    for text in ("# trial\n", "Seeds 0, 1;", "| β | 100% |".replace("β | ", "β \\| "), "![NLL ≤](nll.png)", "torch"):
        assert text in page
    again = tmp_path / "again.toml"
    again.write_text(page.partition("```toml\n")[2].partition("```")[0], encoding="utf-8")
    assert [cell.key for cell in load_sweep(again).cells] == [cell.key for cell in two.cells]
    rows = list(csv.DictReader((folder / "runs.csv").read_text(encoding="utf-8").splitlines()))
    assert [(row["variant"], row["seed"], float(row["nll [nats]"])) for row in rows] == [
        (cell.variant, str(cell.config.seed), outcome.metric("nll")) for cell, outcome in zip(two.cells, outcomes, strict=True)
    ]
    assert sorted(path.name for path in folder.iterdir()) == [
        "README.md",
        "nll.png",
        "probe_accuracy.png",
        "runs.csv",
        "ssim.png",
    ]
    with Image.open(folder / "nll.png") as picture:
        assert picture.text["command"] == "latentlab sweep trial.toml --set train.threads=1"
    (tmp_path / "taken").write_text("x")
    code, _, err = command(*where, "--results", tmp_path / "taken")
    assert (code, err.count("\n")) == (2, 1)
    assert f"{tmp_path / 'taken'}: cannot be made: File exists." in err


def test_the_command_on_the_page_names_no_place_of_this_computer() -> None:
    settings = ["data.root=/home/me/images", "train.steps=3", "likelihood.name='laplace'"]
    assert _sweep_command("/home/me/my sweep.toml", settings) == (
        "latentlab sweep 'my sweep.toml' --set data.root=PATH --set train.steps=3 --set 'likelihood.name='\"'\"'laplace'\"'\"''"
    )


def test_the_command_fails_with_the_failures_below_the_table(
    command: Command, two: Sweep, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def drive(trainer: Trainer, on_step: object = None, threads: int | None = None) -> None:
        raise NonFiniteError("It exploded.", step=0, term="rate")

    monkeypatch.setattr(runner, "drive", drive)
    code, out, err = command(tmp_path / "trial.toml", "--out", tmp_path)
    assert code == 1
    assert out.splitlines()[-4:] == [f"{cell.key}: diverged: It exploded." for cell in two.cells]
    assert "4 of 4 runs failed" in err
    assert command(tmp_path / "trial.toml", "--out", tmp_path, "--table-only")[0] == 0


def test_ctrl_c_says_how_to_go_on(command: Command, two: Sweep, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def drive(trainer: Trainer, on_step: object = None, threads: int | None = None) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(runner, "drive", drive)
    code, out, err = command(tmp_path / "trial.toml", "--out", tmp_path)
    assert (code, out) == (130, "")
    assert f"Go on with:\nlatentlab sweep {tmp_path / 'trial.toml'} --out {tmp_path}" in err


def test_a_runs_name_suits_a_folder(two: Sweep) -> None:
    assert two.cells[1].config.name == "VAE-seed1"
    assert two.cells[2].config.name == "beta-100-seed0"


def test_runs_with_and_without_t_see_as_many_images_a_step(tmp_path: Path) -> None:
    path = tmp_path / "sweep.toml"
    path.write_text(
        'name = "equal"\npreset = "digits"\nimages_per_step = 64\n'
        '[[variants]]\nname = "plain"\n'
        '[[variants]]\nname = "augmented"\nset = ["consistency.name=none"]\n'
        '[[variants]]\nname = "CR"\nset = ["consistency.weight=0.1"]\n'
    )
    assert [cell.config.train.batch_size for cell in load_sweep(path).cells] == [64, 32, 32]
