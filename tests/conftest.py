"""What every test may ask for: real images, a tiny run, and the promise that no test leaves a thread behind."""

import os

# Before anything imports Qt: the tests need no screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import shutil
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from latentlab.config import RunConfig, load_preset, override

if TYPE_CHECKING:
    from latentlab.runs import Run

# What is started under nohup or in the background ignores some signals, and so would the processes that tests start and signal.
signal.signal(signal.SIGINT, signal.default_int_handler)
if hasattr(signal, "SIGHUP"):
    signal.signal(signal.SIGHUP, signal.SIG_DFL)

settings.register_profile("latentlab", deadline=None, max_examples=25, derandomize="CI" in os.environ)
settings.load_profile("latentlab")

_PROJECT = Path(__file__).resolve().parents[1]


@pytest.fixture(autouse=True)
def _no_thread_left_behind() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    left = [thread.name for thread in threading.enumerate() if thread not in before and not thread.daemon]
    assert not left, f"threads left running: {', '.join(left)}"


@pytest.fixture(autouse=True)
def _settings_of_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a user has saved for all runs stays out of the tests, and the other way round."""
    monkeypatch.setenv("LATENTLAB_SETTINGS", str(tmp_path / "settings"))


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    os.environ["LATENTLAB_CACHE"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="session")
def data_root() -> Path:
    """The folder of real test inputs."""
    root = Path(os.environ.get("LATENTLAB_TEST_DATA", _PROJECT.parent / "shared" / "data"))
    if not root.is_dir():
        pytest.skip(f"no real test inputs at {root}; LATENTLAB_TEST_DATA names another folder")
    return root


@pytest.fixture(scope="session")
def mnist_root(data_root: Path) -> Path:
    """The folder with MNIST's test split in IDX form."""
    if not (data_root / "mnist").is_dir():
        pytest.skip(f"{data_root} holds no mnist/")
    return data_root / "mnist"


@pytest.fixture(scope="session")
def tiny_config() -> RunConfig:
    """Digits through a small MLP, eight steps, a report every two and a checkpoint every four."""
    return override(
        load_preset("digits"),
        [
            "name=tiny",
            "device=cpu",
            "model.name=mlp",
            "model.hidden=32",
            "model.layers=1",
            "model.latent_dim=4",
            "train.steps=8",
            "train.batch_size=16",
            "train.report_every=2",
            "train.checkpoint_every=4",
            "train.threads=1",
        ],
    )


@pytest.fixture(scope="session")
def _trained(tiny_config: RunConfig, tmp_path_factory: pytest.TempPathFactory) -> Path:
    from latentlab.api import train

    return train(tiny_config, tmp_path_factory.mktemp("runs")).path


@pytest.fixture
def tiny_run(_trained: Path, tmp_path: Path) -> Path:
    """The folder of a finished run of `tiny_config`, a copy that the test may break."""
    return Path(shutil.copytree(_trained, tmp_path / "runs" / _trained.name))


@pytest.fixture(scope="session")
def _trained_beside(tiny_config: RunConfig, tmp_path_factory: pytest.TempPathFactory) -> Path:
    from latentlab.api import train

    other = override(tiny_config, ["name=tiny-cr", "consistency.weight=0.1", "seed=1", "model.hidden=24", "train.steps=12"])
    return train(other, tmp_path_factory.mktemp("runs")).path


@pytest.fixture
def other_run(_trained_beside: Path, tiny_run: Path) -> Path:
    """The folder of a second finished run beside `tiny_run`: a CR-VAE on the same images. A copy that the test may break."""
    return Path(shutil.copytree(_trained_beside, tiny_run.parent / _trained_beside.name))


@pytest.fixture
def with_settings(tiny_config: RunConfig) -> Callable[..., RunConfig]:
    """`tiny_config` with assignments such as "train.steps=12"."""
    return lambda *assignments: override(tiny_config, assignments)


RunCommand = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run_command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> RunCommand:
    """Runs `latentlab` with arguments, in this process: exit code, standard output, standard error."""

    def run(*arguments: object) -> tuple[int, str, str]:
        from latentlab import cli

        monkeypatch.setattr(sys, "argv", ["latentlab", *map(str, arguments)])
        code = 0
        try:
            cli.main()
        except SystemExit as ended:
            code = int(ended.code or 0)
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run


@pytest.fixture
def whole_and_resumed(tmp_path: Path) -> Callable[[RunConfig, int], "tuple[Run, Run]"]:
    """Trains a run in one go, and another one that ends after so many steps and is resumed; their weights must be the same."""

    def train_both(config: RunConfig, steps: int) -> "tuple[Run, Run]":
        from latentlab.api import prepare, resume, train
        from latentlab.runs import Run

        whole = train(config, tmp_path / "whole")
        trainer = prepare(config, tmp_path / "parts")
        next(step for step in trainer.steps() if step.step == steps)
        assert trainer.writer is not None
        trainer.writer.close()
        resumed = resume(Run(trainer.writer.path))
        for name, value in whole.model().state_dict().items():
            assert (resumed.model().state_dict()[name] == value).all(), name
        assert [report.values for report in resumed.reports()] == [report.values for report in whole.reports()]
        return whole, resumed

    return train_both


@pytest.fixture(scope="session")
def colour_config(tiny_config: RunConfig, tmp_path_factory: pytest.TempPathFactory) -> RunConfig:
    """`tiny_config` on a folder of two dozen images in colour."""
    import numpy as np
    from PIL import Image

    folder, noise = tmp_path_factory.mktemp("images"), np.random.default_rng(0)
    for index in range(24):
        corners = Image.fromarray(noise.integers(0, 255, (2, 2, 3), np.uint8))
        corners.resize((32, 32), Image.Resampling.BILINEAR).save(folder / f"{index}.png")
    return override(tiny_config, ["data.name=folder", f"data.root={folder}", "data.size=32", "train.batch_size=8"])
