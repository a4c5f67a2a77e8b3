"""The Recorder's callback under the real Lightning, where that is installed.

    PYTHONPATH=PLACE_OF_LIGHTNING:. python -m pytest tests/exchange/test_lightning.py

Lightning is no part of LatentLab's environment; PLACE_OF_LIGHTNING is a folder into which it is installed
(pip install --no-deps --target PLACE_OF_LIGHTNING lightning lightning-utilities torchmetrics fsspec pyyaml tqdm packaging).
"""

import contextlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor

from latentlab.exchange.recorder import Recorder, RecorderCallback
from latentlab.runs import Run, RunState
from tests.exchange.test_recorder import Theirs

pytestmark = pytest.mark.filterwarnings("default")
_IMAGES = np.random.default_rng(0).integers(0, 256, (48, 16, 16), np.uint8)


def _fit(folder: Path, fails_at: int | None = None, error: type[BaseException] = ValueError) -> tuple[Any, Run]:
    """The module after the training, and the run."""
    lightning = pytest.importorskip("lightning.pytorch")

    class Module(lightning.LightningModule):  # type: ignore[misc, name-defined]
        def __init__(self) -> None:
            super().__init__()
            self.theirs = Theirs()

        def encode(self, x: Tensor) -> tuple[Tensor, Tensor]:
            return self.theirs.encode(x)

        def decode(self, z: Tensor) -> Tensor:
            return self.theirs.decode(z)

        def training_step(self, batch: list[Tensor], batch_idx: int) -> Tensor | None:
            if self.global_step == fails_at:
                raise error
            mean, logvar = self.encode(batch[0])
            rate = 0.5 * (mean.square() + logvar.exp() - logvar - 1).sum(1).mean()
            self.log("train_kl", rate)
            return (self.decode(mean) - batch[0]).square().mean() + 1e-3 * rate

        def configure_optimizers(self) -> torch.optim.Optimizer:
            return torch.optim.SGD(self.parameters(), lr=0.1)

    torch.manual_seed(0)
    module = Module()
    images = torch.from_numpy(_IMAGES[:, None]).float() / 255
    recorder = Recorder(module, _IMAGES, out=folder, report_every=2, checkpoint_every=4)
    loader = torch.utils.data.DataLoader(torch.utils.data.TensorDataset(images), batch_size=8)
    trainer = lightning.Trainer(
        max_epochs=1,
        callbacks=[RecorderCallback(recorder, kl="train_kl")],
        accelerator="cpu",
        logger=False,
        default_root_dir=folder,
        enable_progress_bar=False,
        enable_model_summary=False,
    )
    with contextlib.suppress(ValueError, SystemExit):
        trainer.fit(module, loader)
    return module, Run(recorder.path)


def test_a_training_is_recorded(tmp_path: Path) -> None:
    module, run = _fit(tmp_path)
    assert run.state is RunState.FINISHED
    reports = list(run.reports())
    assert [report.step for report in reports] == [2, 4, 6]
    assert all({"loss/total", "term/rate"} <= report.values.keys() for report in reports)
    assert reports[-1].images_per_second > 0
    x = torch.from_numpy(_IMAGES[:4, None]).float() / 255
    with torch.no_grad():
        expected = module.eval().encode(x)[0]
    torch.testing.assert_close(run.encode(x).mean, expected, atol=1e-5, rtol=1e-5)


@pytest.mark.parametrize(("error", "state"), [(ValueError, RunState.FAILED), (KeyboardInterrupt, RunState.STOPPED)])
def test_a_training_that_is_cut_off_says_so(error: type[BaseException], state: RunState, tmp_path: Path) -> None:
    _, run = _fit(tmp_path, fails_at=3, error=error)
    assert run.state is state
    assert run.checkpoint().step == 3
