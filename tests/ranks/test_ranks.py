"""Two processes train as one would, end together, and refuse what they cannot share."""

import json
import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
import tomli_w
import torch

from latentlab import api
from latentlab.cli import entry
from latentlab.config import RunConfig, override
from latentlab.data import load_dataset
from latentlab.errors import ConfigError, DataError
from latentlab.runs import Run, RunState
from latentlab.share import ALONE, Share, drawn, present, shared
from latentlab.training import Trainer
from latentlab.training.ranks import Begin, joined

_MLP = "model.name=mlp model.hidden=32"
_TELLING = (
    f"{_MLP} consistency.weight=0.1 data.flip=true train.ema_decay=0.9 train.gradient_clip=1 train.accumulate=2",
    f"{_MLP} objective.name=aggregate likelihood.name=gaussian",
    f"{_MLP} objective.name=tcvae train.optimizer=sgd train.learning_rate=1e-5",
    f"{_MLP} objective.name=factor",
    f"{_MLP} objective.name=mmd objective.beta=0.5",
    f"{_MLP} objective.name=iwae likelihood.binarize=stochastic",
    f"{_MLP} consistency.name=info_nce consistency.weight=1",
    f"{_MLP} objective.free_bits=0.5",
    f"{_MLP} adversarial.weight=1 adversarial.width=4 adversarial.adaptive=true adversarial.start=0 adversarial.warmup=0",
    "model.name=resnet model.width=4 train.optimizer=sgd train.learning_rate=1e-6",
    "model.name=ladder model.width=4 model.top_dim=1",
    f"{_MLP} objective.name=dip objective.kind=ii",
)
"""What is more than a plain mean over images, each at least once."""


class _Second(Share):
    rank, count = 1, 3


def _torchrun(*command: str) -> list[str]:
    return [sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc-per-node", "2", "-m", *command]


def test_two_processes_compute_what_one_does() -> None:
    ended = subprocess.run(
        _torchrun("tests.ranks.compared", "--steps", "10", *_TELLING), capture_output=True, text=True, timeout=300, check=False
    )
    found = [json.loads(line) for line in ended.stdout.splitlines() if line.startswith("[")]
    assert [settings for settings, *_ in found] == list(_TELLING), ended.stderr
    for settings, _, of_values, name in found:
        assert of_values < 1e-5, (settings, name)


@pytest.mark.parametrize(("dim", "blocks", "expected"), [(0, 1, [2, 3]), (0, 2, [1, 4]), (-1, 1, [2, 3])])
def test_a_process_has_its_rows_of_each_batch(dim: int, blocks: int, expected: list[int]) -> None:
    assert _Second().own(torch.arange(6), dim, blocks).tolist() == expected


def test_noise_of_an_image_does_not_depend_on_who_has_it() -> None:
    def draw(shape: tuple[int, ...]) -> torch.Tensor:
        return torch.randn(shape, generator=torch.Generator().manual_seed(0))

    whole = drawn(draw, (2, 6, 3), dim=-2)
    with shared(_Second()):
        own = drawn(draw, (2, 2, 3), dim=-2)
    torch.testing.assert_close(own, whole[:, 2:4], rtol=0, atol=0)
    assert present() is ALONE


@pytest.fixture
def two(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORLD_SIZE", "2")
    monkeypatch.setenv("RANK", "0")
    monkeypatch.setenv("LOCAL_WORLD_SIZE", "2")


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ("train.batch_size=33", "train.batch_size = 33: does not divide among 2 processes; use a multiple of 2, such as 32."),
        ("device=mps", "device = 'mps': several processes cannot share an Apple GPU; use cpu."),
        ("device=cuda:1", "device = 'cuda:1': each process has a GPU of its own; use cuda."),
        ("device=cuda", "--nproc-per-node 2: each process needs a GPU, and 0 are here; start at most 0."),
    ],
)
def test_what_cannot_be_shared_is_refused(
    two: None, tiny_config: RunConfig, settings: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("latentlab.training.ranks.resolve_device", torch.device)  # as where there is one
    with pytest.raises(ConfigError, match=words.replace(".", r"\.")), joined(override(tiny_config, [settings])):
        pass


@pytest.mark.parametrize("arguments", [["sweep", "lambda"], ["train", "--replay", "runs/x"]])
def test_what_shares_no_work_is_refused(two: None, arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert entry.run(arguments) == 2
    said = f"torchrun with 2 processes: latentlab {arguments[0]} would run 2 times; only train and branch share their work."
    assert said in capsys.readouterr().err


def test_one_process_joins_nobody(tiny_config: RunConfig) -> None:
    with joined(tiny_config) as ranks:
        assert ranks is None


def test_a_process_with_other_images_says_so(tiny_config: RunConfig) -> None:
    dataset = load_dataset(tiny_config.data)
    trainer = Trainer(tiny_config, dataset)
    begins: list[Begin] = []
    trainer._ranks = SimpleNamespace(tell=begins.append)
    trainer._tell_all()
    Trainer(tiny_config, load_dataset(tiny_config.data)).follow(begins[0])
    other = dataset.train.pixels.clone()
    other[0, 0, 0, 0] ^= 1
    changed = replace(dataset, train=replace(dataset.train, pixels=other))
    with pytest.raises(DataError, match="training images of this process are not those of rank 0; give every computer"):
        Trainer(tiny_config, changed).follow(begins[0])


_DIFFERENT = """
import os, sys
from latentlab.cli import entry
size = 16 * (1 + int(os.environ["RANK"]))
sys.exit(entry.run(["train", r"{file}", "--set", f"train.batch_size={{size}}", "--out", r"{out}"]))
"""


def test_processes_of_different_settings_say_which_once(tmp_path: Path, tiny_config: RunConfig) -> None:
    file, script = tmp_path / "run.toml", tmp_path / "different.py"
    file.write_text(tomli_w.dumps(tiny_config.model_dump(exclude_none=True)))
    script.write_text(_DIFFERENT.format(file=file, out=tmp_path / "runs"))
    ended = subprocess.run([*_torchrun()[:-1], str(script)], capture_output=True, text=True, timeout=120, check=False)
    said = "latentlab: train.batch_size = 32 on rank 1: rank 0 has 16; start all with the same settings."
    assert [line for line in ended.stderr.splitlines() if line.startswith("latentlab: ")] == [said]
    assert not (tmp_path / "runs").exists()


def test_what_all_processes_refuse_is_said_once() -> None:
    command = _torchrun("latentlab", "train", "--set", "train.batch_size=33")
    ended = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    said = "latentlab: train.batch_size = 33: does not divide among 2 processes; use a multiple of 2, such as 32."
    assert [line for line in ended.stderr.splitlines() if line.startswith("latentlab: ")] == [said]


def test_one_that_is_killed_ends_all_with_a_sentence_and_the_run_goes_on(tmp_path: Path, tiny_config: RunConfig) -> None:
    said, run = _with_signal_to_one(signal.SIGKILL, tmp_path, tiny_config)
    assert "latentlab: Another process of this run has ended or cannot be reached; start all of them again" in said
    step = run.checkpoint().step
    more = override(run.config, [f"train.steps={step + 4}"])
    assert api.resume(run, more).checkpoint().step == step + 4


def test_one_that_is_asked_to_end_ends_all_and_the_run_is_saved(tmp_path: Path, tiny_config: RunConfig) -> None:
    said, run = _with_signal_to_one(signal.SIGTERM, tmp_path, tiny_config)
    assert "Stopped; what was learned is saved. Go on with:" in said
    assert run.state is RunState.STOPPED


def _with_signal_to_one(number: int, folder: Path, tiny_config: RunConfig) -> tuple[str, Run]:
    """What two processes say of which the second is sent a signal, and their run."""
    config = override(tiny_config, ["train.steps=1000000", "train.report_every=50", "train.checkpoint_every=50"])
    file, out, log = folder / "run.toml", folder / "runs", folder / "log"
    file.write_text(tomli_w.dumps(config.model_dump(exclude_none=True)))
    with log.open("w") as stderr:
        command = _torchrun("latentlab", "train", str(file), "--out", str(out))
        started = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=stderr)
        try:
            while not any(out.glob("*/checkpoints/*/model.safetensors")):
                with pytest.raises(subprocess.TimeoutExpired):  # it trains
                    started.wait(0.05)
            os.kill(_follower(started.pid), number)
            assert started.wait(60) != 0
        finally:
            started.terminate()  # which ends all, where a kill would leave the others
            started.wait()
    return log.read_text(), Run(next(out.iterdir()))


def _follower(launcher: int) -> int:
    """The process of rank 1 among those that torchrun started."""
    for child in Path(f"/proc/{launcher}/task/{launcher}/children").read_text().split():
        if b"RANK=1" in Path(f"/proc/{child}/environ").read_bytes().split(b"\0"):
            return int(child)
    raise AssertionError("there is no process of rank 1")
