"""The thread that trains behind the window, without a window."""

from pathlib import Path

import pytest

from latentlab.config import RunConfig
from latentlab.exchange import tensorboard
from latentlab.gui.workers.render_thread import RenderThread
from latentlab.gui.workers.training_thread import Ended, Job, Prepared, TrainingThread
from latentlab.runs import Run


def _train(job: Job) -> tuple[Prepared, Ended]:
    """Train on the thread of the test; what was said at the beginning and at the end."""
    thread, said = TrainingThread(job, RenderThread()), []
    thread.prepared.connect(said.append)
    thread.ended.connect(said.append)
    thread.run()
    prepared, ended = said
    assert isinstance(prepared, Prepared)
    assert isinstance(ended, Ended)
    return prepared, ended


@pytest.mark.parametrize("wanted", [True, False])
def test_tensorboard_files_are_written_where_they_are_wanted(tiny_config: RunConfig, tmp_path: Path, wanted: bool) -> None:
    pytest.importorskip("tensorboard")
    prepared, ended = _train(Job(tiny_config, out=tmp_path, tensorboard=wanted))
    board = prepared.path / tensorboard.FOLDER
    assert (ended.kind, ended.checkpoint, prepared.note) == ("finish", 8, "")
    assert board.exists() == wanted
    if wanted:
        accumulator = pytest.importorskip("tensorboard.backend.event_processing.event_accumulator").EventAccumulator(str(board))
        accumulator.Reload()
        loss = [event.step for event in accumulator.Scalars("loss/total")]
        assert loss == [report.step for report in Run(prepared.path).reports()]
        assert list(board.glob("*/z/tensors.tsv")), "the projector's files are written after the last step"


def test_without_tensorboard_training_goes_on_and_a_sentence_says_what_to_install(
    tiny_config: RunConfig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tensorboard, "find_spec", lambda name: None)
    prepared, ended = _train(Job(tiny_config, out=tmp_path, tensorboard=True))
    assert prepared.note == "TensorBoard's files are written with tensorboard; install latentlab-vae[tensorboard]."
    assert ended.kind == "finish"
    assert not (prepared.path / tensorboard.FOLDER).exists()
