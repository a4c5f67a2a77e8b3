"""A run that is written from somebody else's training loop."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from latentlab import metrics
from latentlab.errors import DataError, ExportError
from latentlab.exchange import recorder as recorder_module
from latentlab.exchange.recorder import Recorder, RecorderCallback
from latentlab.gui.workers.run_files import newest_interrupted
from latentlab.runs import Request, Run, RunState, ask

_IMAGES = np.random.default_rng(0).integers(0, 256, (24, 16, 16), np.uint8)


class Theirs(nn.Module):
    """With batch norm, whose statistics must come along."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = nn.Sequential(nn.Conv2d(1, 4, 3, 2, 1), nn.BatchNorm2d(4), nn.ReLU(), nn.Flatten(), nn.Linear(256, 6))
        self.decoder = nn.Linear(3, 256)

    def encode(self, x: Tensor) -> tuple[Tensor, Tensor]:
        mean, logvar = self.encoder(x).chunk(2, -1)
        return mean, logvar

    def decode(self, z: Tensor) -> Tensor:
        return self.decoder(z).sigmoid().view(-1, 1, 16, 16)


def _train(model: Theirs, recorder: Recorder, steps: int) -> list[float]:
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    losses = []
    for _ in range(steps):
        x = torch.from_numpy(_IMAGES[:8, None]).float() / 255
        mean, logvar = model.encode(x)
        loss = (model.decode(mean) - x).square().mean()
        rate = 0.5 * (mean.square() + logvar.exp() - logvar - 1).sum(1).mean()
        optimizer.zero_grad()
        (loss + 1e-3 * rate).backward()
        optimizer.step()
        losses.append(loss.item())
        recorder.step(loss=loss, kl=rate, images=8)
    return losses


def test_the_run_has_the_losses_and_the_model_of_the_loop(tmp_path: Path) -> None:
    model = Theirs()
    with Recorder(model, _IMAGES, out=tmp_path, report_every=5, checkpoint_every=10) as recorder:
        assert Run(recorder.path).state is RunState.LIVE
        losses = _train(model, recorder, 12)
    run = Run(recorder.path)
    assert run.state is RunState.FINISHED
    assert run.header.source["by"] == "latentlab.Recorder"
    reports = list(run.reports())
    assert [report.step for report in reports] == [5, 10, 12]
    expected = [np.mean(part) for part in (losses[:5], losses[5:10], losses[10:])]
    np.testing.assert_allclose([report.values["loss/total"] for report in reports], expected, rtol=1e-5)
    assert all("term/rate" in report.values for report in reports)
    assert run.checkpoint().step == 12
    x = torch.from_numpy(_IMAGES[:5, None]).float() / 255
    model.eval()
    with torch.no_grad():
        mean, logvar = model.encode(x)
        images = model.decode(mean)
    posterior = run.encode(x)
    torch.testing.assert_close(posterior.mean, mean, atol=1e-5, rtol=1e-5)
    torch.testing.assert_close(posterior.logvar, logvar, atol=1e-5, rtol=1e-5)
    torch.testing.assert_close(run.decode(mean), images, atol=1e-5, rtol=1e-5)


class _Branching(Theirs):
    def decode(self, z: Tensor) -> Tensor:
        return super().decode(2 * z if z.sum() > 0 else z)


def test_a_model_that_asks_for_numbers_is_refused_in_a_sentence(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ExportError, match="^the model cannot be exported as ONNX: encode and decode must do .* a tensor.$"):
        Recorder(_Branching(), _IMAGES, out=tmp_path)
    assert capfd.readouterr() == ("", "")
    assert not any(tmp_path.iterdir())


class _Averaging(Theirs):
    def encode(self, x: Tensor) -> tuple[Tensor, Tensor]:
        return super().encode(x - x.mean((2, 3), keepdim=True))  # which ONNX calls mean, as it does the output


def test_the_weights_of_a_model_in_bfloat16_are_kept(tmp_path: Path) -> None:
    model = _Averaging().bfloat16()
    with Recorder(model, _IMAGES, out=tmp_path) as recorder, torch.no_grad():
        model.decoder.bias.fill_(2)
        recorder.step(loss=1.0)
    torch.testing.assert_close(Run(recorder.path).decode(torch.zeros(1, 3)), torch.full((1, 1, 16, 16), 2.0).sigmoid())


def test_a_loop_that_fails_leaves_a_failed_run_and_lightning_is_followed(tmp_path: Path) -> None:
    model = Theirs()
    recorder = Recorder(model, _IMAGES, out=tmp_path, report_every=1)
    callback = RecorderCallback(recorder, kl="train_kl")
    trainer = SimpleNamespace(callback_metrics={"train_kl": torch.tensor(3.0)})
    callback.on_fit_start(trainer, model)
    callback.on_train_batch_end(trainer, model, {"loss": torch.tensor(2.0)}, None, 0)
    with pytest.raises(ZeroDivisionError), recorder:
        1 / 0  # noqa: B018
    run = Run(recorder.path)
    assert run.state is RunState.FAILED
    (report,) = run.reports()
    assert (report.values["loss/total"], report.values["term/rate"]) == (2.0, 3.0)


def test_a_script_that_fails_without_closing_leaves_a_failed_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hooks: list[Callable[[], None]] = []
    monkeypatch.setattr(recorder_module.atexit, "register", hooks.append)
    monkeypatch.setattr(sys, "last_value", ZeroDivisionError(), raising=False)  # as Python does before it ends
    recorder = Recorder(Theirs(), _IMAGES, out=tmp_path)
    (end,) = hooks
    end()
    run = Run(recorder.path)
    assert run.state is RunState.FAILED
    assert [event.text for event in run.events()][-1] == "The training loop failed: ZeroDivisionError."


_KILLED = """
import sys
sys.path.insert(0, sys.argv[2])
from tests.exchange.test_recorder import Theirs, _IMAGES, _train
from latentlab.exchange.recorder import Recorder
model = Theirs()
recorder = Recorder(model, _IMAGES, out=sys.argv[1], report_every=5, checkpoint_every=10)
print(recorder.path, flush=True)
while True:
    _train(model, recorder, 10)
"""


def test_a_loop_that_is_killed_leaves_a_whole_run(tmp_path: Path) -> None:
    root = Path(__file__).resolve().parents[2]
    child = subprocess.Popen([sys.executable, "-c", _KILLED, str(tmp_path), str(root)], stdout=subprocess.PIPE, text=True)
    try:
        assert child.stdout is not None
        run = Run(child.stdout.readline().strip())
        while not [checkpoint for checkpoint in run.checkpoints() if checkpoint.step >= 20]:
            with pytest.raises(subprocess.TimeoutExpired):  # it trains
                child.wait(0.05)
        os.kill(child.pid, signal.SIGKILL)
    finally:
        child.kill()
        child.communicate()
    assert run.state is RunState.INTERRUPTED
    assert newest_interrupted(tmp_path) is None  # the window does not offer to go on with what it cannot train
    assert run.checkpoint().step >= 10
    assert run.model() is not None
    assert next(iter(run.reports())).step == 5


def test_a_model_that_changes_gets_no_further_checkpoint_and_costs_no_line(tmp_path: Path) -> None:
    model = Theirs()
    with Recorder(model, _IMAGES, out=tmp_path, report_every=1, checkpoint_every=2) as recorder:
        model.encoder[4] = nn.Linear(256, 6, bias=False)
        _train(model, recorder, 6)
    run = Run(recorder.path)
    assert [report.step for report in run.reports()] == [1, 2, 3, 4, 5, 6]
    assert run.state is RunState.FINISHED
    (alarm,) = (event.text for event in run.events() if event.kind == "alarm")
    assert alarm == recorder.problem
    assert alarm == "encoder.4.bias: was (6,) when the recorder began and is not there; begin a recorder for the changed model."
    assert {checkpoint.step for checkpoint in run.checkpoints()} <= {0}


def test_checkpoints_come_by_seconds_too_and_the_kl_of_each_dimension_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [0.0]
    monkeypatch.setattr("latentlab.exchange.recorder._clock", lambda: now[0])
    written: list[int] = []
    with Recorder(
        Theirs(), _IMAGES, out=tmp_path, report_every=2, checkpoint_every=None, every_seconds=10, steps=100
    ) as recorder:
        keep = recorder._keep
        monkeypatch.setattr(recorder, "_keep", lambda snapshot: (keep(snapshot), written.append(snapshot.step)))
        for second in (3, 9, 11, 12, 25):
            now[0] = float(second)
            recorder.step(loss=1.0, reconstruction=0.5, kl=torch.tensor([1.0, 2.0, float(second)]))
            while second in (11, 25) and recorder._step not in written:
                recorder._thread.join(0.01)
        with pytest.raises(
            DataError, match=r"kl: of shape \(2,\); give a number, and for kl a number or one for each of the 3"
        ):
            recorder.step(kl=torch.zeros(2))
        for value in (None, "low", 1j, 10**400):
            with pytest.raises(DataError, match="loss: .*; give a number, or a tensor of one number"):
                recorder.step(loss=value)
        with pytest.raises(DataError, match="images = -1: must be at least 0"):
            recorder.step(images=-1)
        assert recorder._step == 5
        assert written[-2:] == [3, 5]
        answer = ask(recorder.path, Request(values={"train.steps": 3}))
        assert (answer.done, answer.text) == (False, recorder_module._NOT_OURS)
    first = next(iter(Run(recorder.path).reports()))
    assert metrics.kl_per_dim(first.values) == [1.0, 2.0, 6.0]
    assert first.values["term/rate"] == 9.0
    assert first.values[metrics.weighted(metrics.DISTORTION)] == first.values["term/distortion"] == 0.5


def test_what_cannot_be_recorded_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="report_every = 0, checkpoint_every = 200: must be at least 1"):
        Recorder(Theirs(), _IMAGES, out=tmp_path, report_every=0)
    with pytest.raises(DataError, match="every_seconds = 0: must be above 0"):
        Recorder(Theirs(), _IMAGES, out=tmp_path, every_seconds=0)
    lazy = Theirs()
    lazy.encoder[4] = nn.LazyLinear(6)
    with pytest.raises(DataError, match="model: cannot be copied: Attempted to use an uninitialized parameter"):
        Recorder(lazy, _IMAGES, out=tmp_path)
    with pytest.raises(DataError, match=r"encode\(x\): fails on images"):
        Recorder(Theirs(), np.zeros((4, 20, 24), np.uint8), out=tmp_path)
    assert not any(tmp_path.iterdir())
