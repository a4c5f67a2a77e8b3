"""Sweeps: what a file asks for, what is refused, how one goes on, and its table."""

import csv
import io
import json
import math
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PIL import Image

import latentlab.sweeps.worker as worker
from latentlab.cli.sweeping import sweep_command
from latentlab.errors import ConfigError, DataError, NonFiniteError, RunError
from latentlab.runs import Run
from latentlab.sweeps import Sweep, load_sweep, survey, tabulate
from latentlab.sweeps.runner import run_sweep, take_cell
from latentlab.sweeps.table import DEFAULT_METRICS
from latentlab.training import Step, Trainer
from tests.sweeps.conftest import HEAD, TWO

Command = Callable[..., tuple[int, str, str]]
_GRID = "grid.objective.beta = [1, 4]\n"


@pytest.fixture
def command(run_command: Command) -> Command:
    """Runs `latentlab sweep`, in this process: exit code, standard output, standard error."""
    return partial(run_command, "sweep")


def _statuses(sweep: Sweep, folder: Path) -> list[str]:
    return [outcome.status for outcome in survey(sweep, folder)]


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
    return load_sweep(write("seeds = [3, 4]" + HEAD + _CHOOSE), ["train.steps=20", "train.checkpoint_every=20"])


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


def test_workers_share_a_folder_and_wait_for_what_others_have(two: Sweep, tmp_path: Path) -> None:
    class Enough(Exception):
        pass

    taken: list[str] = []
    waited: list[int] = []

    def stop_waiting(cells: int) -> None:
        waited.append(cells)
        raise Enough

    def share(trainer: Trainer, step: Step) -> None:
        if taken:
            return
        outcome = take_cell(two, tmp_path)
        assert outcome is not None
        taken.append(outcome.cell.key)
        with pytest.raises(Enough):  # with the first one's cell left over
            run_sweep(two, tmp_path, on_wait=stop_waiting)

    turns: list[tuple[int, str]] = []
    run_sweep(two, tmp_path, on_step=share, on_cell=lambda index, before: turns.append((index, before.status)))
    assert taken == [two.cells[1].key]
    assert waited == [1]
    assert turns == [(0, "waiting"), (1, "finished"), (2, "finished"), (3, "finished")]
    assert _statuses(two, tmp_path) == ["finished"] * 4
    assert len(list(tmp_path.glob("*_*/run.toml"))) == 4
    assert take_cell(two, tmp_path) is None


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


def test_a_run_killed_before_its_first_checkpoint_starts_over(two: Sweep, tmp_path: Path) -> None:
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
    text = "seeds = [0, 1]" + HEAD + TWO
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
        head = HEAD if "evaluate" not in lines else HEAD.replace("evaluate = { samples = 2, images = 20 }", "")
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
    assert {Run(path).state for path in (tmp_path / "trial").glob("*_*")} == {"finished"}

    code, out, err = command(*where, "--table-only", "--format", "csv")
    assert (code, err) == (0, "")
    (vae, _) = csv.DictReader(io.StringIO(out))
    found = [outcome.metric("nll") for outcome in survey(two, tmp_path / "trial")[:2]]
    assert float(vae["nll_mean [nats]"]) == pytest.approx(sum(number or 0.0 for number in found) / 2, rel=1e-12)
    assert command(*where, "--dry-run")[1].count("finished") == 4
    assert command(*where, "--table-only", "--format", "latex")[1].startswith("% ")
    for arguments, expected in (
        (("--dry-run", "--table-only"), "give one of --dry-run, --table-only, not several"),
        (("--metrics", "nl"), "did you mean 'nll'"),
        (("--set", "objective.bet=1"), "did you mean 'beta'"),
    ):
        code, out, err = command(*where, *arguments)
        assert (code, out) == (2, "")
        assert expected in err


def test_the_command_of_a_sweep_names_no_place_of_this_computer() -> None:
    assert sweep_command("/home/a b/x.toml", ["data.root=/home"]) == "latentlab sweep x.toml --set data.root=PATH"


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
    assert sweep_command("/home/me/my sweep.toml", settings) == (
        "latentlab sweep 'my sweep.toml' --set data.root=PATH --set train.steps=3 --set 'likelihood.name='\"'\"'laplace'\"'\"''"
    )


def test_the_command_fails_with_the_failures_below_the_table(
    command: Command, two: Sweep, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def drive(trainer: Trainer, on_step: object = None, threads: int | None = None) -> None:
        raise NonFiniteError("It exploded.", step=0, term="rate")

    monkeypatch.setattr(worker, "drive", drive)
    code, out, err = command(tmp_path / "trial.toml", "--out", tmp_path)
    assert code == 1
    assert out.splitlines()[-4:] == [f"{cell.key}: diverged: It exploded." for cell in two.cells]
    assert "4 of 4 runs failed" in err
    assert command(tmp_path / "trial.toml", "--out", tmp_path, "--table-only")[0] == 0


def test_ctrl_c_says_how_to_go_on(command: Command, two: Sweep, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def drive(trainer: Trainer, on_step: object = None, threads: int | None = None) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(worker, "drive", drive)
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
