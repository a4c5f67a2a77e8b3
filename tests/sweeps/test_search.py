"""Searches: what a file may say, what the trials try, which are ended early, and what becomes of the best."""

import json
import math
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from latentlab import metrics
from latentlab.errors import ConfigError, RunError
from latentlab.runs import Evaluation, Report, RunState
from latentlab.sweeps import Sweep, load_sweep, survey, tabulate
from latentlab.sweeps.records import Records, record_path
from latentlab.sweeps.runner import run_sweep, take_cell
from latentlab.sweeps.search import JOURNAL, SearchStudy, Trial
from latentlab.training import Step, Trainer
from tests.sweeps.conftest import HEAD

_SPACE = """
[search]
trials = 4
by = "mse"
space.train.learning_rate = { low = 1e-9, high = 0.05, log = true }
space.model.latent_dim = { low = 2, high = 4 }
space.objective.beta = { values = [1, 4] }
"""


@pytest.fixture
def searching(write: Callable[[str], Path]) -> Sweep:
    """Four trials over three settings, and two seeds."""
    return load_sweep(write("seeds = [3, 4]" + HEAD + _SPACE), ["train.steps=20", "train.checkpoint_every=10"])


def test_the_runs_that_count_have_the_settings_of_the_best_trial(searching: Sweep, tmp_path: Path) -> None:
    assert [cell.key for cell in searching.cells] == [
        *(f"search, trial {number}, seed 3" for number in range(4)),
        *(f"{row}, seed {seed}" for row in ("base", "search") for seed in (3, 4)),
    ]
    outcomes = run_sweep(searching, tmp_path)
    assert [outcome.status for outcome in outcomes] == ["finished"] * 8
    trials, base, best = outcomes[:4], outcomes[4:6], outcomes[6:]
    first = trials[0].cell.config  # tries what the base has
    assert (first.train.learning_rate, first.model.latent_dim) == (base[0].cell.config.train.learning_rate, 3)
    assert len({trial.cell.config.train.learning_rate for trial in trials}) == 4
    assert {trial.cell.config.data.hold_out for trial in trials} == {"validation"}
    winner = min(trials, key=lambda trial: trial.metric("mse") or math.inf).cell.config
    for outcome in best:
        assert outcome.cell.config.data.hold_out == "test"
        assert outcome.cell.config.train.learning_rate == winner.train.learning_rate
        assert outcome.cell.config.model.latent_dim == winner.model.latent_dim
        assert outcome.cell.config.objective == winner.objective
    table = tabulate(searching, outcomes)
    assert [row for row, _ in table.rows] == [("base",), ("search",)]
    assert [(one.row, one.against) for one in table.differences] == [(("search",), ("base",))]
    assert table.notes[0].startswith(f"search: train.learning_rate = {winner.train.learning_rate}, model.latent_dim = ")
    assert "found on a validation split by the lowest MSE" in table.notes[0]
    again = [outcome.cell.config for outcome in survey(searching, tmp_path)]
    assert again == [outcome.cell.config for outcome in outcomes]


def test_a_trial_whose_worker_died_tries_the_same_on(searching: Sweep, tmp_path: Path) -> None:
    class Killed(BaseException):
        pass

    def kill(trainer: Trainer, step: Step) -> None:
        if step.step == 15:
            raise Killed

    with pytest.raises(Killed):
        take_cell(searching, tmp_path, on_step=kill)
    begun = Records.of(tmp_path).get(searching.cells[0].key)
    steps: list[int] = []
    take_cell(searching, tmp_path, on_step=lambda trainer, step: steps.append(step.step))
    done = Records.of(tmp_path).get(searching.cells[0].key)
    assert begun is not None
    assert done is not None
    assert begun.asked == done.asked is not None
    assert steps == list(range(11, 21))
    take_cell(searching, tmp_path)
    second = Records.of(tmp_path).get(searching.cells[1].key)
    assert second is not None
    assert second.asked is not None
    assert second.asked.trial == 1


def test_cells_taken_one_by_one_do_without_a_trial_that_fails(searching: Sweep, tmp_path: Path) -> None:
    def fail(trainer: Trainer, step: Step) -> None:
        raise RuntimeError("out of memory")

    taken = [take_cell(searching, tmp_path, on_step=fail), *(take_cell(searching, tmp_path) for _ in searching.cells[1:])]
    assert [outcome.cell.key for outcome in taken if outcome] == [cell.key for cell in searching.cells]
    assert [outcome.status for outcome in survey(searching, tmp_path)] == ["failed"] + ["finished"] * 7


def test_a_trial_far_behind_the_others_is_ended_early(write: Callable[[str], Path], tmp_path: Path) -> None:
    search = load_sweep(write(HEAD + _SPACE.replace("trials = 4", 'trials = 7\nprune = "median"')))

    def report(step: int, error: float) -> Report:
        return Report(step, 0, 1, 1, {metrics.TEST_MSE: error})

    study = SearchStudy(search, tmp_path)
    for cell in search.cells[:5]:
        asked = study.ask(cell)
        assert not study.is_hopeless(asked, report(2, 0.1))
        study.tell(asked, Evaluation({"mse": 0.1}))
    assert study.is_hopeless(study.ask(search.cells[5]), report(2, 0.2))
    other = SearchStudy(search, tmp_path)  # of another process
    asked = other.ask(search.cells[6])
    assert asked.trial == 6
    assert not other.is_hopeless(asked, report(2, 0.05))
    assert not other.is_hopeless(asked, report(2, 0.05))  # gone on with after a death


def test_a_pruned_trial_is_saved_and_not_chosen(searching: Sweep, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SearchStudy, "is_hopeless", lambda study, asked, report: asked.trial > 0)
    outcomes = run_sweep(searching, tmp_path)
    assert [outcome.status for outcome in outcomes] == ["finished"] + ["pruned"] * 3 + ["finished"] * 4
    assert outcomes[1].reason == "at step 2 of 20"
    assert outcomes[1].run is not None
    assert outcomes[1].run.state is RunState.STOPPED
    assert outcomes[6].cell.config.train == outcomes[4].cell.config.train  # the base was the best
    notes = tabulate(searching, outcomes).notes
    assert len(notes) == 1
    assert notes[0].endswith("of 4 trials, 3 pruned; seed 3")


def test_another_search_starts_over_and_more_trials_go_on(
    searching: Sweep, write: Callable[[str], Path], tmp_path: Path
) -> None:
    settings = ["train.steps=20", "train.checkpoint_every=10"]
    take_cell(searching, tmp_path)
    for changed, status in (("trials = 5", "finished"), ("trials = 4\nseed = 1", "waiting"), ("trials = 4", "finished")):
        other = load_sweep(write("seeds = [3, 4]" + HEAD + _SPACE.replace("trials = 4", changed)), settings)
        assert survey(other, tmp_path)[0].status == status


_LOW, _HIGH = "low = 1e-9", "high = 0.05"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "learning_rate",
            "learning_rat",
            "[search] space.train.learning_rat: train.learning_rat: unknown setting; did you mean 'learning_rate'?",
        ),
        (_LOW, "low = -1.0", "search.space.train.learning_rate: low = -1.0 must be above 0 where log is true"),
        (_HIGH, "high = inf", "search.space.train.learning_rate.high = inf: must be a number"),
        ("low = 2", "low = true", "search.space.model.latent_dim.low = True: must be a number"),
        ("low = 2", "low = 0", "[search] space.model.latent_dim: model.latent_dim = 0: must be"),
        ("high = 4", "high = 4.5", "[search] space.model.latent_dim: model.latent_dim = 4.5: must be a whole number"),
        ("[1, 4]", "[1, -4]", "[search] space.objective.beta: objective.beta = -4: must be"),
        (_HIGH, "high = 1e-10", "search.space.train.learning_rate: low = 1e-09 must be below high = 1e-10"),
        ("[1, 4]", "[1]", "search.space.objective.beta: values = [1]: give two or more, each once"),
        (f"{_LOW}, ", "", "search.space.train.learning_rate: give low and high, or values"),
        ("log = true", "logg = true", "search.space.train.learning_rate.logg: unknown; did you mean 'log'?"),
        ("trials = 4", "trials = 1", "search.trials = 1: must be greater than or equal to 2"),
        ("trials = 4", "", "search.trials: missing"),
        ('"mse"', '"msee"', "search.by = 'msee': nothing can be chosen by it; did you mean 'mse'?"),
        ("trials = 4", 'trials = 4\nsampler = "tp"', "search.sampler = 'tp': must be 'tpe' or 'random'"),
        ("[search]", "[grid]\nobjective.beta = [1]\n[search]", "search: stands alone; leave out [grid] and [[variants]]"),
        ("model.latent_dim", "seed", "[search]: seed cannot be set here; seeds = [0, 1, 2] lists the seeds."),
    ],
)
def test_what_is_wrong_in_a_search_is_named(old: str, new: str, expected: str, write: Callable[[str], Path]) -> None:
    with pytest.raises(ConfigError, match=re.escape(expected)):
        load_sweep(write(HEAD + _SPACE.replace(old, new)))


def test_a_searched_setting_is_not_set_for_all(searching: Sweep, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"--set objective\.beta: the sweep itself searches it"):
        load_sweep(tmp_path / "trial.toml", ["objective.beta=2"])


def test_without_optuna_nothing_begins(searching: Sweep, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "optuna", None)
    for begin in (run_sweep, take_cell):
        with pytest.raises(ConfigError, match=r"optuna is not installed: pip install 'latentlab-vae\[search\]'"):
            begin(searching, tmp_path / "s")
    assert not (tmp_path / "s").exists()
    assert [outcome.status for outcome in survey(searching, tmp_path / "s")] == ["waiting"] * 8


def test_damaged_files_of_a_search_are_named(searching: Sweep, tmp_path: Path) -> None:
    take_cell(searching, tmp_path)
    path = record_path(tmp_path, searching.cells[0].key)
    record = json.loads(path.read_text())
    record["asked"]["values"][1] = 9
    path.write_text(json.dumps(record))
    with pytest.raises(RunError, match=re.escape(f"{path}: damaged: asked.values are not in the space of the search")):
        survey(searching, tmp_path)
    path.unlink()
    journal = tmp_path / "search" / JOURNAL
    whole = journal.read_text()
    of_a_study = '{"op_code": 0, "worker_id": "a", "study_name": "b", "directions": 1}'
    for line in ("{}", "[]", '{"op_code": 99, "worker_id": "a"}', of_a_study):  # which fail in as many ways
        journal.write_text(f"{line}\n{whole}")
        with pytest.raises(RunError, match=re.escape(f"{journal}: damaged, or of another Optuna")):
            take_cell(searching, tmp_path)
    journal.unlink()
    outcome = take_cell(searching, tmp_path)
    assert outcome is not None
    assert (outcome.cell.number, outcome.status) == (0, "finished")


def test_the_lock_of_a_worker_that_died_leads_to_the_journal(
    searching: Sweep, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    study = SearchStudy(searching, Path("s"))
    study._storage._backend._lock.acquire()  # Optuna waits for ever for one that leads nowhere
    assert (tmp_path / "s" / "search" / f"{JOURNAL}.lock").exists()


def test_the_base_is_tried_though_a_worker_died_before_it_said_so(searching: Sweep, tmp_path: Path) -> None:
    died, again = (SearchStudy(searching, tmp_path).ask(searching.cells[0]) for _ in range(2))
    assert again.trial == died.trial + 1
    assert again.values == died.values == (0.001, 3, 1)


def test_a_trial_is_not_taken_for_another_of_its_number(searching: Sweep, tmp_path: Path) -> None:
    asked = SearchStudy(searching, tmp_path / "one").ask(searching.cells[1])
    study = SearchStudy(searching, tmp_path / "other")  # as where the journal was removed meanwhile
    theirs = study.ask(searching.cells[2])
    assert theirs.trial == asked.trial
    study.tell(asked, Evaluation({"mse": 0.1}))
    (trial,) = study._study(0).get_trials()
    assert not trial.state.is_finished()
    study.tell(theirs, Evaluation({"mse": 0.2}))
    assert study._study(0).get_trials()[0].value == 0.2


def test_what_a_worker_measured_and_did_not_tell_is_told(
    searching: Sweep, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Killed(BaseException):
        pass

    def kill(trial: Trial, evaluation: Evaluation | None, *, pruned: bool = False) -> None:
        raise Killed

    with monkeypatch.context() as killed:
        killed.setattr(Trial, "tell", kill)
        with pytest.raises(Killed):
            take_cell(searching, tmp_path)
    (outcome, *_) = survey(searching, tmp_path)
    assert outcome.status == "finished"
    take_cell(searching, tmp_path)
    (first, _) = SearchStudy(searching, tmp_path)._study(0).get_trials()
    assert first.value == outcome.metric("mse")


def test_a_journal_whose_last_line_was_cut_short_goes_on(searching: Sweep, tmp_path: Path) -> None:
    journal = tmp_path / "search" / JOURNAL
    study = SearchStudy(searching, tmp_path)
    study.tell(study.ask(searching.cells[0]), Evaluation({"mse": 0.1}))
    with journal.open("ab") as file:  # as by a power cut
        file.write(b'{"op_code":6,"worker_id":"')
    again = SearchStudy(searching, tmp_path)
    again.tell(again.ask(searching.cells[1]), Evaluation({"mse": 0.2}))
    trials = SearchStudy(searching, tmp_path)._study(0).get_trials()
    assert [trial.value for trial in trials] == [0.1, 0.2]
