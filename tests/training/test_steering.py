"""Settings that change while a run trains: asked from any thread or process, noted, resumed and replayed exactly."""

import json
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
import torch

from latentlab import metrics
from latentlab.api import drive, open_run, prepare, prepare_resumed, replay, train
from latentlab.config import RunConfig
from latentlab.errors import LatentLabError, RunError
from latentlab.runs import Answer, Request, Run, ask
from latentlab.training import Step, Trainer

WithSettings = Callable[..., RunConfig]
Values = dict[str, object]
FIVE: dict[int, Values] = {
    3: {"objective.beta": 4.0},
    5: {"train.learning_rate": 3e-3, "train.report_every": 3},
    8: {"consistency.weight": 0.7},
    9: {"train.steps": 16, "train.checkpoint_every": 5},
    13: {"adversarial.weight": 0.3, "adversarial.learning_rate": 1e-3},
}


def _asking(changes: dict[int, Values], answers: list[Answer]) -> Callable[[Trainer, Step], None]:
    """Asks for changes after steps, once each."""
    left = dict(changes)

    def on_step(trainer: Trainer, step: Step) -> None:
        if step.step in left:
            trainer.steering.change(left.pop(step.step)).add_done_callback(lambda future: answers.append(future.result()))

    return on_step


def _steered(config: RunConfig, out: Path, changes: dict[int, Values]) -> tuple[Run, list[Answer]]:
    trainer, answers = prepare(config, out), list[Answer]()
    drive(trainer, _asking(changes, answers))
    assert trainer.writer is not None
    return open_run(trainer.writer.path), answers


def _weights(run: Run) -> dict[str, torch.Tensor]:
    return dict(run.model().state_dict())


def _equal(one: Run, other: Run) -> bool:
    theirs = _weights(other)
    return all(torch.equal(value, theirs[name]) for name, value in _weights(one).items())


@pytest.fixture
def adversarial(with_settings: WithSettings) -> RunConfig:
    return with_settings("consistency.weight=0.2", "adversarial.weight=0.1", "adversarial.width=2", "train.steps=12")


def test_a_change_holds_from_the_next_step_on_and_is_noted(tmp_path: Path, with_settings: WithSettings) -> None:
    run, answers = _steered(with_settings(), tmp_path, {3: {"objective.beta": 2.0, "train.learning_rate": 0.01}})
    said = "From step 3 on, objective.beta: 1 → 2."
    assert [(answer.done, answer.step) for answer in answers] == [(True, 3)]
    assert said in answers[0].text
    assert [(event.step, event.text) for event in run.events() if event.kind == "change"] == [
        (3, said),
        (3, "From step 3 on, train.learning_rate: 0.001 → 0.01."),
    ]
    (segment,) = run.header.history
    assert (segment.step, next(str(change) for change in segment.changes)) == (3, "objective.beta: 1 → 2")
    assert (run.config.objective.beta, run.config.train.learning_rate) == (2.0, 0.01)
    for report in run.reports():
        factor = report.values[metrics.weighted(metrics.RATE)] / report.values[metrics.raw(metrics.RATE)]
        rate = report.values[metrics.LEARNING_RATE]
        if report.step != 4:  # half and half
            assert (factor, rate) == (pytest.approx(1.0 if report.step < 4 else 2.0), 0.001 if report.step < 4 else 0.01)


def test_a_run_with_five_changes_is_replayed_exactly(tmp_path: Path, adversarial: RunConfig) -> None:
    run, answers = _steered(adversarial, tmp_path / "run", FIVE)
    assert [answer.done for answer in answers] == [True] * 5
    assert (run.checkpoint().step, len(run.header.history)) == (16, 5)
    plain = train(adversarial, tmp_path / "plain")
    assert not _equal(plain, run)
    again = replay(run, tmp_path / "again")
    assert (again.step, again.equal) == (16, True)
    assert [(at.step, at.changes) for at in again.run.header.history] == [(at.step, at.changes) for at in run.header.history]
    assert [report.values for report in again.run.reports()] == [report.values for report in run.reports()]


def test_a_replay_says_where_it_differs(tmp_path: Path, with_settings: WithSettings) -> None:
    run, _ = _steered(with_settings(), tmp_path, {3: {"objective.beta": 2.0}})
    header = run.path / "run.toml"
    header.write_text(header.read_text().replace("step = 3", "step = 5"))
    assert not replay(Run(run.path), tmp_path / "again").equal


@pytest.mark.parametrize("stopped_at", [4, 6, 14])
def test_changes_made_after_the_last_checkpoint_are_made_again(tmp_path: Path, adversarial: RunConfig, stopped_at: int) -> None:
    whole, _ = _steered(adversarial, tmp_path / "whole", FIVE)
    killed, asking = prepare(adversarial, tmp_path / "killed"), _asking(FIVE, [])
    for step in killed.steps():
        asking(killed, step)
        if step.step == stopped_at + 1 and not step.events:
            break
    assert killed.writer is not None
    killed.writer.close()  # no word of an end
    trainer = prepare_resumed(Run(killed.writer.path), Run(killed.writer.path).config)
    drive(trainer, _asking({step: values for step, values in FIVE.items() if step > stopped_at}, []))
    assert trainer.writer is not None
    resumed = Run(trainer.writer.path)
    assert _equal(resumed, whole)
    assert {report.step: report.values for report in resumed.reports()} == {
        report.step: report.values for report in whole.reports()
    }
    assert resumed.config == whole.config


def test_other_settings_at_an_earlier_checkpoint_take_the_place_of_later_changes(
    tmp_path: Path, with_settings: WithSettings
) -> None:
    run, _ = _steered(with_settings(), tmp_path, {6: {"objective.beta": 2.0}})
    config = with_settings("objective.beta=3")
    trainer = prepare_resumed(run, config, step=4)
    drive(trainer)
    again = Run(run.path)
    assert [(at.step, [str(change) for change in at.changes]) for at in again.header.history] == [
        (4, ["objective.beta: 1 → 3"])
    ]
    assert replay(again, tmp_path / "again").equal


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"objective.gamma": 2.0}, "objective.gamma: a setting of objective.name = 'tcvae', 'factor', not of 'vae'"),
        ({"consistency.warmup": 3}, "consistency.warmup = 3: this run does not read it, as consistency.weight = 0."),
        ({"train.decay": 0.5}, "train.decay = 0.5: this run does not read it, as train.schedule = 'constant'."),
        ({"consistency.weight": 0.1}, "consistency.weight = 0.1: cannot change once a run has begun"),
        (
            {"train.batch_size": 8},
            "train.batch_size = 8: cannot change once a run has begun (the order of images would change)",
        ),
        ({"model.hidden": 8}, "model.hidden = 8: cannot change once a run has begun"),
        ({"objective.beta": -1.0}, "objective.beta = -1.0: must be greater than or equal to 0"),
        ({"train.steps": 2}, "train.steps = 2: this run has taken step 3 already; set a larger one."),
        ({"objective.kl_warmup": 99}, "objective.kl_warmup = 99: longer than the run"),
        ({"nothing": 1}, "nothing: unknown setting"),
        ({"objective.beta": 2.0, "seed": 3}, "seed = 3: cannot change"),
        ({"train.precision": "fp16"}, "train.precision = 'fp16': needs a CUDA device, and this is cpu"),
    ],
    ids=str,
)
def test_what_may_not_change_is_refused_in_a_sentence(
    tmp_path: Path, with_settings: WithSettings, values: Values, reason: str
) -> None:
    run, (answer,) = _steered(with_settings(), tmp_path, {3: values})
    assert not answer.done
    assert answer.text.startswith(reason)
    assert (run.state, run.checkpoint().step, run.header.history) == ("finished", 8, ())
    assert run.config == with_settings()


def test_what_is_asked_of_a_run_that_has_ended_is_answered(tmp_path: Path, with_settings: WithSettings) -> None:
    trainer = prepare(with_settings(), tmp_path)
    steps = trainer.steps()
    next(steps)
    late = trainer.steering.change({"objective.beta": 2.0})
    trainer.finish("stop", "Stopped.")
    assert late.result(0) == Answer(False, 1, "The run has ended at step 1.")
    assert trainer.writer is not None
    trainer.writer.close()


def test_a_change_that_cannot_be_noted_is_not_made(
    tmp_path: Path, with_settings: WithSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    trainer = prepare(with_settings(), tmp_path)
    steps = trainer.steps()
    next(steps)
    with monkeypatch.context() as full:

        def no_room(path: Path, content: bytes) -> None:
            raise OSError(28, "No space left on device")

        full.setattr("latentlab.runs.writer.write_atomically", no_room)
        asked = trainer.steering.change({"objective.beta": 2.0})
        next(steps)
    assert not asked.result(0).done
    assert "no space left" in asked.result(0).text
    assert trainer.config == with_settings()
    assert trainer.writer is not None
    trainer.writer.close()


def test_a_checkpoint_is_kept_under_a_name_and_disturbs_nothing(tmp_path: Path, with_settings: WithSettings) -> None:
    config = with_settings("train.steps=30", "data.validation_fraction=0")
    trainer, answers = prepare(config, tmp_path / "kept"), list[Answer]()

    def keep(trainer: Trainer, step: Step) -> None:
        if step.step == 3 and not answers:
            answers.append(Answer(True, 0, ""))
            trainer.steering.keep("before it learns").add_done_callback(lambda future: answers.append(future.result()))

    drive(trainer, keep)
    assert trainer.writer is not None
    run = Run(trainer.writer.path)
    assert answers[1] == Answer(True, 3, "The checkpoint of step 3 is kept as 'before it learns'.")
    assert next((at.step, at.name) for at in run.checkpoints()) == (3, "before it learns")
    assert _equal(run, train(config, tmp_path / "plain"))
    from_there = prepare_resumed(run, config, step=3)
    drive(from_there)
    assert _equal(Run(run.path), run)


def _in_other_thread(trainer: Trainer, request: Request) -> tuple[list[Answer | RunError], threading.Thread]:
    """As another process asks: through the run folder alone."""
    assert trainer.writer is not None
    path, answers = trainer.writer.path, list[Answer | RunError]()

    def work() -> None:
        try:
            answers.append(ask(path, request))
        except RunError as error:
            answers.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    return answers, thread


def test_another_process_asks_through_the_run_folder(tmp_path: Path, with_settings: WithSettings) -> None:
    trainer = prepare(with_settings("train.steps=1000000"), tmp_path)
    for values, expected in (({"objective.beta": 2}, "objective.beta: 1 → 2"), ({"seed": 3}, "seed = 3: cannot change")):
        answers, thread = _in_other_thread(trainer, Request(values))
        for _ in trainer.steps():
            if answers:
                break
        thread.join()
        assert isinstance(answers[0], Answer)
        assert expected in answers[0].text
    assert trainer.writer is not None
    assert not (trainer.writer.path / "requests").exists()
    trainer.finish("stop", "Stopped.")
    trainer.writer.close()
    with pytest.raises(RunError, match="no process trains this run now"):
        ask(trainer.writer.path, Request({"objective.beta": 3.0}))


def test_a_process_that_does_not_answer_is_not_waited_for(tmp_path: Path, with_settings: WithSettings) -> None:
    trainer = prepare(with_settings(), tmp_path)
    assert trainer.writer is not None
    with pytest.raises(RunError, match="has not answered for 0 seconds.*Nothing was changed"):
        ask(trainer.writer.path, Request({"objective.beta": 2.0}), patience=0)
    drive(trainer)
    assert Run(trainer.writer.path).header.history == ()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b'{"values": {"objective.beta": [1]}}',
        b'{"values": 3}',
        b'{"run": "rm"}',
        b'{"keep": "../../x"}',
        b'{"values": {"objective.beta": NaN}}',
        json.dumps({"values": {f"k{number}": 1 for number in range(60)}}).encode(),
        b"[" * 100_000,
    ],
    ids=range(9),
)
def test_a_damaged_request_is_refused_and_removed(tmp_path: Path, with_settings: WithSettings, content: bytes) -> None:
    trainer = prepare(with_settings(), tmp_path)
    assert trainer.writer is not None
    folder = trainer.writer.path / "requests"
    folder.mkdir()
    (folder / "0123456789abcdef.json").write_bytes(content)
    (folder / "other.json").write_bytes(b'{"values": {"objective.beta": 2}}')
    drive(trainer)
    assert sorted(file.name for file in folder.iterdir()) == ["0123456789abcdef.answer.json", "other.json"]
    assert not json.loads((folder / "0123456789abcdef.answer.json").read_text())["done"]
    assert Run(trainer.writer.path).header.history == ()


@pytest.mark.parametrize(
    "change",
    [
        'key = "seed.x"\nold = 1\nnew = 2',
        'key = "model.hidden"\nold = 32\nnew = 8',
        'key = "objective.beta"\nold = "x"\nnew = 1.0',
    ],
)
def test_a_history_that_no_run_has_is_refused(tiny_run: Path, change: str) -> None:
    header = tiny_run / "run.toml"
    header.write_text(f"{header.read_text()}\n[[history]]\nstep = 6\n[[history.changes]]\n{change}\n")
    with pytest.raises(LatentLabError):
        prepare_resumed(Run(tiny_run), Run(tiny_run).config, step=4)
    assert Run(tiny_run).state == "finished"
