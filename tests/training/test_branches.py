"""Runs that go on from a checkpoint of another under other settings."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import torch

from latentlab import metrics
from latentlab.api import branch, drive, prepare_branch, prepare_resumed, replay, resume, train
from latentlab.config import RunConfig, override
from latentlab.errors import ConfigError, RunError
from latentlab.runs import Run, in_tree, list_runs, parent_of, reports_from_root
from latentlab.training import Trainer

WithSettings = Callable[..., RunConfig]


def _branch(run: Run, *assignments: str, step: int | None = None) -> Run:
    return branch(run, override(run.config, assignments), step)


def _equal(one: Run, other: Run, step: int | None = None) -> bool:
    theirs = other.model(step).state_dict()
    return all(torch.equal(value, theirs[name]) for name, value in one.model(step).state_dict().items())


def test_a_branch_without_changes_goes_on_like_its_parent(tmp_path: Path, with_settings: WithSettings) -> None:
    run = train(with_settings("train.steps=12", "train.report_every=3", "consistency.weight=0.2"), tmp_path)
    branched = _branch(run, step=4)
    assert _equal(branched, run)
    after = {report.step: report.values for report in run.reports() if report.step >= 4}
    assert {report.step: report.values for report in branched.reports()} == after
    assert branched.header.parent is not None
    assert (branched.header.parent.run, branched.header.parent.step, branched.header.history) == (run.path.name, 4, ())


def test_a_branch_equals_its_parent_up_to_where_it_begins(tmp_path: Path, with_settings: WithSettings) -> None:
    run = train(with_settings("train.steps=12"), tmp_path)
    before = sorted(path.relative_to(run.path) for path in run.path.rglob("*"))
    branched = _branch(run, "objective.beta=4", "name=strong", "train.steps=10", step=8)
    assert branched.path.parent == run.path.parent
    assert branched.path.name.endswith("_strong")
    assert _equal(branched, run, 8)
    assert not _equal(branched, _branch(run, "train.steps=10", step=8))
    assert [str(change) for change in branched.header.history[0].changes] == [
        "name: tiny → strong",
        "objective.beta: 1 → 4",
        "train.steps: 12 → 10",
    ]
    (start,) = [event.text for event in branched.events() if event.kind == "start"]
    assert start.startswith(f"Branched off {run.path.name} at step 8. name: tiny → strong. objective.beta: 1 → 4.")
    assert sorted(path.relative_to(run.path) for path in run.path.rglob("*")) == before
    rows = list(reports_from_root(branched))
    assert [report.step for report in rows] == [2, 4, 6, 8, 10]
    assert rows[:3] == [report for report in run.reports() if report.step < 8]
    weight = rows[-1].values[metrics.weighted(metrics.RATE)] / rows[-1].values[metrics.raw(metrics.RATE)]
    assert weight == pytest.approx(4)


def test_a_branch_may_have_another_objective_and_is_replayed_without_its_parent(
    tmp_path: Path, with_settings: WithSettings
) -> None:
    run = train(with_settings(), tmp_path)
    branched = _branch(run, "objective.name=tcvae", "objective.beta=2", "consistency.weight=0.5", "data.flip=true", step=4)
    assert branched.config.objective.name == "tcvae"
    assert metrics.raw(metrics.TOTAL_CORRELATION) in list(branched.reports())[-1].values
    shutil.rmtree(run.path)
    assert parent_of(branched) is None
    assert [report.step for report in reports_from_root(branched)] == [4, 6, 8]
    again = replay(branched, tmp_path / "again")
    assert again.equal
    assert resume(branched, override(branched.config, ["train.steps=10"])).checkpoint().step == 10


def test_branches_of_branches_are_drawn_and_listed_below_each_other(tmp_path: Path, with_settings: WithSettings) -> None:
    run = train(with_settings(), tmp_path)
    other = train(with_settings("name=other", "train.steps=2"), tmp_path)
    branched = _branch(run, "name=one", "train.steps=10")
    leaf = _branch(branched, "name=two", "train.steps=12")
    assert [report.step for report in reports_from_root(leaf)] == [2, 4, 6, 8, 10, 12]
    found = parent_of(leaf)
    assert found is not None
    assert found.path == branched.path
    placed = {summary.path: depth for depth, summary in in_tree(list_runs(tmp_path))}
    assert placed == {run.path: 0, branched.path: 1, leaf.path: 2, other.path: 0}
    order = [summary.path for _, summary in in_tree(list_runs(tmp_path))]
    assert order.index(run.path) + 1 == order.index(branched.path) == order.index(leaf.path) - 1


def test_a_parent_of_the_same_name_that_is_another_run_is_none(tmp_path: Path, with_settings: WithSettings) -> None:
    run = train(with_settings(), tmp_path)
    branched = _branch(run, step=4)
    header = run.path / "run.toml"
    header.write_text(header.read_text().replace(run.created, "2001-01-01T00:00:00+00:00"))
    assert parent_of(branched) is None
    loop = branched.path / "run.toml"
    loop.write_text(loop.read_text().replace(run.path.name, branched.path.name).replace(run.created, branched.created))
    assert len(in_tree(list_runs(tmp_path))) == 2
    assert list(reports_from_root(Run(branched.path)))


@pytest.mark.parametrize(
    ("assignments", "reason"),
    [
        (
            ["model.hidden=64"],
            "model.hidden = 64: cannot change once a run has begun (the weights in the checkpoint are of another",
        ),
        (["train.batch_size=8"], "train.batch_size = 8: cannot change"),
        (["objective.name=factor"], "objective.name = 'factor', adversarial.weight = 0: need other second networks"),
        (["adversarial.weight=0.1"], "adversarial.weight = 0.1: cannot change"),
        (["train.steps=8"], "train.steps = 8: the branch begins at step 8; set a larger one to go on."),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_a_branch_that_does_not_fit_its_checkpoint_is_refused(tiny_run: Path, assignments: list[str], reason: str) -> None:
    run = Run(tiny_run)
    with pytest.raises(ConfigError) as error:
        prepare_branch(run, override(run.config, ["train.steps=12", *assignments]))
    assert str(error.value).startswith(reason)
    assert [summary.path for summary in list_runs(tiny_run.parent)] == [tiny_run]


def test_a_parent_in_a_header_is_a_plain_name(tiny_run: Path) -> None:
    header = tiny_run / "run.toml"
    text = header.read_text()
    for parent in ('run = "../x"\nstep = 3', "run = 3\nstep = 3", 'run = "x"\nstep = -1'):
        header.write_text(f"{text}\n[parent]\n{parent}\n")
        with pytest.raises(RunError, match="parent is not a run's folder with a step"):
            Run(tiny_run)


def test_a_branch_of_a_run_that_was_changed_begins_with_the_settings_of_its_step(
    tmp_path: Path, with_settings: WithSettings
) -> None:
    run = train(with_settings(), tmp_path)
    trainer: Trainer = prepare_resumed(run, override(run.config, ["objective.beta=4", "train.steps=12"]))
    drive(trainer)
    changed = Run(run.path)
    then = changed.header.config_at(4)
    assert (then.objective.beta, then.train.steps) == (1.0, 8)
    branched = prepare_branch(changed, then, 4)
    drive(branched)
    assert branched.writer is not None
    assert _equal(Run(branched.writer.path), changed, 8)
