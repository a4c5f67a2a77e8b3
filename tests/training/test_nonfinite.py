"""Numbers that stop being finite: where it began, what helps, and a run that goes back by itself."""

import math
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

import latentlab
from latentlab.api import drive, prepare, prepare_resumed
from latentlab.config import RunConfig, load_preset, override
from latentlab.data import Dataset, load_dataset
from latentlab.errors import NonFiniteError, OutOfMemoryError
from latentlab.models.memory import memory_errors_told
from latentlab.runs import Report
from latentlab.training import Step, Trainer

WithSettings = Callable[..., RunConfig]


@pytest.fixture(scope="module")
def digits() -> Dataset:
    """The digits, read once."""
    return load_dataset(load_preset("digits").data)


def _error(trainer: Trainer) -> NonFiniteError:
    with pytest.raises(NonFiniteError) as caught:
        next(trainer.steps())
    return caught.value


def test_the_first_layer_whose_output_is_not_finite_is_named(digits: Dataset, with_settings: WithSettings) -> None:
    trainer = Trainer(with_settings(), digits)
    hidden = trainer.model.encoder[1]  # type: ignore[index]
    hidden.register_forward_hook(lambda module, inputs, output: output * math.inf)
    error = _error(trainer)
    assert error.layer == "encoder.1 (Linear)"
    assert "It began in encoder.1 (Linear)." in str(error)
    assert "The step was not taken and the weights are finite." in str(error)


def test_weights_that_are_not_finite_are_said_to_be(digits: Dataset, with_settings: WithSettings) -> None:
    trainer = Trainer(with_settings(), digits)
    with torch.no_grad():
        trainer.model.decoder.network[0].weight[0, 0] = math.nan  # type: ignore[index, union-attr]
    error = _error(trainer)
    assert error.layer == "decoder.network.0 (Linear)"
    assert "weights are not finite either" in str(error)


def test_a_gradient_is_traced_to_the_layer_nearest_to_the_loss(digits: Dataset, with_settings: WithSettings) -> None:
    trainer = Trainer(with_settings(), digits)
    for layer in (trainer.model.encoder[1], trainer.model.decoder.network[0]):  # type: ignore[index, union-attr]
        layer.weight.register_hook(lambda gradient: gradient * math.nan)
    error = _error(trainer)
    assert (error.term, error.layer) == ("gradient", "decoder.network.0 (Linear)")


@pytest.mark.parametrize(
    ("settings", "term", "advice"),
    [
        ((), "distortion", "train.learning_rate (it is 0.001), or a train.gradient_clip"),
        (("likelihood.name=gaussian", "likelihood.scale=learned"), "distortion", "likelihood.scale = optimal"),
        (("objective.beta=4",), "rate", "a smaller objective.beta"),
        (("consistency.weight=1e4",), "consistency", "a smaller consistency.weight"),
        (("train.precision=bf16",), "distortion", "try float32"),
    ],
)
def test_the_advice_fits_the_cause(
    digits: Dataset, with_settings: WithSettings, settings: tuple[str, ...], term: str, advice: str
) -> None:
    from latentlab.training.faults import Fault
    from latentlab.training.faults import advice as advised

    assert advice in advised(Fault("", "term"), term, with_settings(*settings))


def test_images_that_are_not_finite_are_named(digits: Dataset, with_settings: WithSettings) -> None:
    trainer = Trainer(with_settings(), digits)
    pixels = trainer.learner.images.pixels.float().fill_(math.nan)
    trainer.learner.images = replace(trainer.learner.images, pixels=pixels)
    assert "The images hold values that are not finite" in str(_error(trainer))


def _fails_at(step: int, times: int) -> Callable[[Trainer], None]:
    """Arranges for the loss to fail at a step, so many times."""
    left = [times]

    def arrange(trainer: Trainer) -> None:
        def spoil(module: torch.nn.Module, inputs: object, output: torch.Tensor) -> torch.Tensor:
            if trainer.step == step and left[0] and module.training and torch.is_grad_enabled():
                return output * math.inf
            return output

        trainer.model.encoder.register_forward_hook(spoil)
        go_back = trainer.resume_from

        def count(checkpoint: Path) -> Report | None:
            left[0] -= 1
            return go_back(checkpoint)

        trainer.resume_from = count  # type: ignore[method-assign]

    return arrange


def test_a_run_goes_back_by_itself_at_half_the_learning_rate(tmp_path: Path, with_settings: WithSettings) -> None:
    trainer = prepare(with_settings("train.recover=2", "train.learning_rate=0.01"), tmp_path)
    _fails_at(6, 1)(trainer)
    events: list[str] = []
    drive(trainer, lambda trainer, step: events.extend(event.kind for event in step.events))
    assert trainer.writer is not None
    run = latentlab.open_run(trainer.writer.path)
    assert run.state == "finished"
    assert events == ["recovery"]
    assert run.config.train.learning_rate == 0.005
    assert [report.step for report in run.reports()] == [2, 4, 6, 8]
    (recovery,) = [event for event in run.events() if event.kind == "recovery"]
    assert recovery.step == 4
    assert "half the learning rate, 0.005 (1 of 2 times)" in recovery.text


def test_it_goes_back_no_more_often_than_allowed_also_over_a_resume(tmp_path: Path, with_settings: WithSettings) -> None:
    trainer = prepare(with_settings("train.recover=2", "train.learning_rate=0.01"), tmp_path)
    _fails_at(6, 100)(trainer)
    with pytest.raises(NonFiniteError):
        drive(trainer)
    assert trainer.writer is not None
    run = latentlab.open_run(trainer.writer.path)
    assert run.state == "failed"
    assert sum(event.kind == "recovery" for event in run.events()) == 2
    assert run.config.train.learning_rate == 0.0025


def test_before_the_first_checkpoint_there_is_nothing_to_go_back_to(tmp_path: Path, with_settings: WithSettings) -> None:
    trainer = prepare(with_settings("train.recover=2"), tmp_path)
    _fails_at(1, 1)(trainer)
    with pytest.raises(NonFiniteError):
        drive(trainer)


@pytest.mark.parametrize("likelihood", ["bernoulli", "gaussian", "laplace", "discretized_logistic"])
@pytest.mark.parametrize("value", [0, 128, 255])
def test_constant_images_train_to_the_end_and_are_measured(
    tmp_path: Path, with_settings: WithSettings, likelihood: str, value: int
) -> None:
    np.savez(tmp_path / "flat.npz", images=np.full((60, 16, 16), value, np.uint8), labels=np.zeros(60, np.int64))
    config = with_settings(
        "data.name=array", f"data.root={tmp_path / 'flat.npz'}", f"likelihood.name={likelihood}", "train.steps=3"
    )
    run = latentlab.train(config, tmp_path / "runs")
    assert run.state == "finished"
    assert math.isfinite(latentlab.evaluate(run, samples=2, images=10).nll or math.nan)


@pytest.mark.parametrize(
    "error",
    [
        MemoryError(),
        torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.50 GiB. GPU 0 has ..."),
        RuntimeError("[enforce fail] DefaultCPUAllocator: can't allocate memory: you tried to allocate 4096 bytes."),
        np._core._exceptions._ArrayMemoryError((9, 9), np.dtype("f8")),  # type: ignore[attr-defined]
    ],
)
def test_memory_that_runs_out_is_one_sentence_that_says_what_would_fit(error: Exception) -> None:
    with (
        pytest.raises(
            OutOfMemoryError, match=r"^There is not enough memory for a step( \(.* at once\))?\. A smaller one fits\.$"
        ),
        memory_errors_told("a step", "A smaller one fits."),
    ):
        raise error


def test_other_errors_pass() -> None:
    with pytest.raises(RuntimeError, match="mat1"), memory_errors_told("a step", "None."):
        raise RuntimeError("mat1 and mat2 shapes cannot be multiplied")


def test_a_step_that_does_not_fit_ends_the_run_as_failed(tmp_path: Path, with_settings: WithSettings) -> None:
    trainer = prepare(with_settings(), tmp_path)

    def full(trainer: Trainer, step: Step) -> None:
        if step.step == 5:

            def refuse(module: torch.nn.Module, inputs: object) -> None:
                raise MemoryError

            trainer.model.encoder.register_forward_pre_hook(refuse)

    with pytest.raises(OutOfMemoryError, match=r"a training step of 16 images of 32×32×1\. A train.batch_size of 8"):
        drive(trainer, full)
    assert trainer.writer is not None
    run = latentlab.open_run(trainer.writer.path)
    assert run.state == "failed"
    assert prepare_resumed(run, override(run.config, ["train.steps=9"])).step == 4
