"""What TensorBoard reads of a run, by its own reader."""

import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from latentlab.api import resume, train
from latentlab.config import RunConfig, override
from latentlab.exchange.tensorboard import Conversion, TensorBoard
from latentlab.metrics import dim_of
from latentlab.runs import Run
from latentlab.runs.records import METRICS_FILE

accumulation = pytest.importorskip("tensorboard.backend.event_processing.event_accumulator")
_EVERYTHING = {"scalars": 0, "images": 0}


def _read(folder: Path) -> "accumulation.EventAccumulator":
    read = accumulation.EventAccumulator(str(folder), size_guidance=_EVERYTHING)
    read.Reload()
    return read


def _scalars(folder: Path) -> dict[str, list[tuple[int, float]]]:
    read = _read(folder)
    return {tag: [(event.step, event.value) for event in read.Scalars(tag)] for tag in read.Tags()["scalars"]}


def _reported(run: Run, *, kl_per_dim: bool) -> dict[str, list[tuple[int, float]]]:
    found: dict[str, list[tuple[int, float]]] = {}
    for report in run.reports():
        pace = {"epoch": report.epoch, "images_per_second": report.images_per_second}
        for name, value in {**pace, **report.values, **report.machine}.items():
            if kl_per_dim or dim_of(name) is None:
                found.setdefault(name, []).append((report.step, float(np.float32(value))))
    return found


@pytest.fixture(autouse=True)
def _writers_end() -> Iterator[None]:
    yield
    for thread in threading.enumerate():
        if type(thread).__name__ == "_AsyncWriterThread":
            thread.join(10)


@pytest.mark.parametrize("kl_per_dim", [False, True])
def test_a_converted_run_has_the_steps_and_values_of_its_reports(
    tiny_run: Path, tmp_path: Path, run_command: Callable[..., tuple[int, str, str]], kl_per_dim: bool
) -> None:
    for _ in range(2):  # the second time replaces what the first one wrote
        code, out, _ = run_command("tensorboard", tiny_run, "-o", tmp_path / "boards", *["--kl-per-dim"] * kl_per_dim)
        assert code == 0
    folder = tmp_path / "boards" / tiny_run.name
    assert out.strip() == str(folder)
    assert _scalars(folder) == _reported(Run(tiny_run), kl_per_dim=kl_per_dim)


def test_a_run_is_followed_while_it_is_written_and_when_it_goes_back(tiny_run: Path, tmp_path: Path) -> None:
    lines = (tiny_run / METRICS_FILE).read_bytes().splitlines(keepends=True)
    (tiny_run / METRICS_FILE).write_bytes(b"".join(lines[:2]))
    conversion = Conversion(Run(tiny_run), tmp_path / "board", kl_per_dim=True)
    conversion.advance()
    assert _scalars(tmp_path / "board") == _reported(Run(tiny_run), kl_per_dim=True)
    with (tiny_run / METRICS_FILE).open("ab") as file:
        file.writelines(lines[2:])
    conversion.advance()
    assert _scalars(tmp_path / "board") == _reported(Run(tiny_run), kl_per_dim=True)
    shorter = tmp_path / "shorter"
    shorter.write_bytes(lines[0])
    shorter.replace(tiny_run / METRICS_FILE)
    conversion.advance()
    conversion.close()
    assert _scalars(tmp_path / "board") == _reported(Run(tiny_run), kl_per_dim=True)


def test_training_writes_numbers_images_and_projector_and_learns_the_same(
    tiny_config: RunConfig, tiny_run: Path, tmp_path: Path, run_command: Callable[..., tuple[int, str, str]]
) -> None:
    run = train(tiny_config, tmp_path / "out", callbacks=[TensorBoard(kl_per_dim=True)])
    board = run.path / "tensorboard"
    assert _scalars(board) == _reported(run, kl_per_dim=True)
    images = _read(board).Images("reconstructions")
    assert {image.step for image in images} == {4, 8}
    points = next(board.glob("*/z"))
    means = np.loadtxt(points / "tensors.tsv")
    assert means.shape == (len((points / "metadata.tsv").read_text().splitlines()), 4)
    assert (points / "sprite.png").exists()
    for name, value in run.model().state_dict().items():
        assert (Run(tiny_run).model().state_dict()[name] == value).all(), name
    shutil.rmtree(board)
    code, _, _ = run_command("train", "--resume", run.path, "--tensorboard", "--kl-per-dim", "--set", "train.steps=10")
    assert code == 0
    assert _scalars(board) == _reported(Run(run.path), kl_per_dim=True)
    longer = override(Run(run.path).config, ["train.steps=12"])
    resume(Run(run.path), longer, callbacks=[TensorBoard(kl_per_dim=True)])
    assert _scalars(board) == _reported(Run(run.path), kl_per_dim=True)


def test_a_run_of_no_name_of_its_own_and_a_folder_that_is_a_file_are_told(
    tiny_run: Path, tmp_path: Path, run_command: Callable[..., tuple[int, str, str]]
) -> None:
    code, _, err = run_command("tensorboard", tiny_run, tiny_run, "-o", tmp_path / "boards")
    assert code == 2
    assert "name of two of these runs" in err
    (tmp_path / "file").touch()
    code, _, err = run_command("tensorboard", tiny_run, "-o", tmp_path / "file")
    assert code == 2
    assert "cannot be written" in err
