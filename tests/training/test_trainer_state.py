"""The state that a run goes on from, as data that may have been damaged or forged: one sentence, never a crash."""

import io
import json
import math
import pickle
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file, save_file

from latentlab.api import prepare_resumed, train
from latentlab.config import RunConfig, override
from latentlab.errors import RunError
from latentlab.runs import Run
from latentlab.runs.manifest import write_manifest
from latentlab.training import Trainer

Numbers = dict[str, Any]
Tensors = dict[str, torch.Tensor]
_MOMENT = "optimizer/encoder.1.weight/exp_avg"


@pytest.fixture
def run(tmp_path: Path, with_settings: Callable[..., RunConfig]) -> Run:
    """With a discriminator and a running average, in the middle of a report interval."""
    config = with_settings(
        *("train.steps=5", "train.report_every=4", "train.checkpoint_every=5", "train.ema_decay=0.9", "model.hidden=8"),
        *("adversarial.weight=1", "adversarial.width=4", "model.layers=1"),
    )
    return train(config, tmp_path)


def _resume(run: Run) -> Trainer:
    trainer = prepare_resumed(run, override(run.config, ["train.steps=7"]))
    assert trainer.writer is not None
    trainer.writer.close()
    return trainer


def _rewrite(run: Run, change: Callable[[Numbers, Tensors], None]) -> None:
    """Change the state and make its manifest agree, as a forger would."""
    folder = run.checkpoint().path
    numbers = json.loads((folder / "trainer.json").read_text())
    tensors = load_file(folder / "trainer.safetensors")
    change(numbers, tensors)
    (folder / "trainer.json").write_text(json.dumps(numbers))
    save_file(tensors, folder / "trainer.safetensors")
    (folder / "manifest.json").unlink()
    write_manifest(folder, 5, 0.0)


def _set(key: str, value: Any) -> Callable[[Numbers, Tensors], None]:
    return lambda numbers, tensors: numbers.__setitem__(key, value)


def _tensor(key: str, change: Callable[[torch.Tensor], torch.Tensor]) -> Callable[[Numbers, Tensors], None]:
    return lambda numbers, tensors: tensors.__setitem__(key, change(tensors[key]).contiguous())


def _spoilt(value: torch.Tensor) -> torch.Tensor:
    return torch.full_like(value, math.nan)


_FORGERIES = {
    "a moment of another shape": _tensor(_MOMENT, lambda value: torch.zeros(4, 4)),
    "a moment transposed": _tensor(_MOMENT, lambda value: value.T),
    "a moment of another type": _tensor(_MOMENT, lambda value: value.double()),
    "a moment that is not finite": _tensor(_MOMENT, _spoilt),
    "a squared moment below zero": _tensor("optimizer/encoder.1.weight/exp_avg_sq", lambda value: value - 1),
    "a moment missing": lambda numbers, tensors: tensors.pop(_MOMENT),
    "a moment of nothing": lambda numbers, tensors: tensors.__setitem__("optimizer/nothing/exp_avg", torch.zeros(3)),
    "a count of steps with a fraction": _tensor("optimizer/encoder.1.weight/step", lambda value: value + 0.5),
    "a count of steps beyond the run": _tensor("optimizer/encoder.1.weight/step", lambda value: value + 100),
    "a discriminator of another width": _tensor("discriminator/layers.0.0.weight", lambda value: value[:2]),
    "a discriminator that is not finite": _tensor("discriminator/layers.0.1.running_var", _spoilt),
    "a generator cut short": _tensor("noise", lambda value: value[:100]),
    "a generator that cannot be": _tensor("noise", lambda value: torch.full_like(value, 255)),
    "sums of another length": _tensor("sums/0", lambda value: value[:-1]),
    "sums without names": _set("sums", []),
    "a step below zero": _set("step", -5),
    "a step as text": _set("step", "5"),
    "a step that is true": _set("step", True),
    "a step of 400 digits": _set("step", 10**399),
    "another step than the order's": _set("step", 6),
    "seconds as NaN": _set("seconds", "NaN"),
    "seconds below zero": _set("seconds", -1.0),
    "a report after the last step": _set("reported_at", [9, 0.0]),
    "an order of another kind": _set("order", [0, 5]),
    "a batch beyond the epoch": _set("order", {"epoch": 0, "batch": 10**6}),
    "a device that is none": _set("device", "tpu"),
    "an average of more steps": _set("averaged", 50),
    "an unknown entry": _set("surprise", 1),
    "a newer schema": _set("schema_version", 3),
    "a scaler that is infinite": _set("scaler", {"scale": 1e300, "growth_tracker": 0}),
    "names nested deeply": _set("sums", [[[[[[1]]]]]]),
}


@pytest.mark.parametrize("forgery", _FORGERIES)
def test_a_state_that_no_run_could_have_written_is_one_sentence(run: Run, forgery: str) -> None:
    _rewrite(run, _FORGERIES[forgery])
    with pytest.raises(RunError) as caught:
        _resume(run)
    text = str(caught.value)
    assert "trainer" in text
    assert "cannot be resumed" in text
    assert "weights_only" not in text
    assert "\n" not in text
    assert not re.search("input should|dictionary or|instance|permitted|field required|should have", text, re.IGNORECASE), text


def test_an_untouched_state_is_taken(run: Run) -> None:
    _rewrite(run, lambda numbers, tensors: None)
    assert _resume(run).step == 5


# Schema 1, as earlier versions wrote it.


@pytest.fixture
def first(run: Run) -> Path:
    """The checkpoint of a run turned into one of the first schema; its `trainer.pt`."""
    trainer = _resume(run)
    order, sums = trainer.learner.order.position(), trainer.learner.sums.state()
    folder = run.path / "checkpoints" / "step-000000005"
    (discriminator,) = trainer.learner.partners
    assert trainer.learner.average is not None
    torch.save(
        {
            "step": 5,
            "seconds": 1.5,
            "reported_at": (4, 1.0),
            "optimizer": trainer.learner.optimization._optimizer.state_dict(),
            "device": "cpu",
            "noise": trainer.learner.noise.get_state(),
            "order": order,
            "sums": [{"names": list(names), "sums": row, "count": count} for names, (row, count) in sums.items()],
            "scaler": {},
            "adversary": {
                "discriminator": discriminator.companion.network.state_dict(),
                "optimizer": discriminator.optimization._optimizer.state_dict(),
            },
            "averaged": int(trainer.learner.average.n_averaged),
        },
        folder / "trainer.pt",
    )
    for name in ("trainer.json", "trainer.safetensors", "manifest.json"):
        (folder / name).unlink()
    (folder / "checkpoint.json").write_text('{"step": 5, "score": 0.0}')
    return folder / "trainer.pt"


def test_the_first_schema_still_reads_and_continues_exactly(run: Run, tmp_path: Path, first: Path) -> None:
    straight = train(override(run.config, ["train.steps=7"]), tmp_path / "straight")
    trainer = _resume(run)
    for _ in trainer.steps():
        pass
    for name, value in straight.model().state_dict().items():
        assert torch.equal(value, trainer.shown_model.state_dict()[name]), name


def _pickled(values: object) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("archive/data.pkl", pickle.dumps(values, protocol=2))
    return file.getvalue()


class _Evil:
    def __reduce__(self) -> tuple[Any, ...]:
        return print, ("executed",)


def _huge(content: bytes) -> bytes:
    """The same archive, whose pickle says that each storage has a thousand million values."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(file, "w") as forged:
        for member in archive.infolist():
            data = archive.read(member)
            if member.filename.endswith("data.pkl"):
                assert b"M\xc0\x13" in data  # the generator's 5,056 bytes
                data = data.replace(b"M\xc0\x13", b"J\x00\xca\x9a\x3b")
            forged.writestr(member.filename, data)
    return file.getvalue()


@pytest.mark.parametrize(
    "forge",
    [
        lambda content: b"",
        lambda content: content[: len(content) // 2],
        lambda content: _pickled({"step": 5}),
        lambda content: _pickled([1, 2, 3]),
        lambda content: _pickled(_Evil()),
        lambda content: _pickled(10**5000),
        lambda content: _huge(content),
        lambda content: pickle.dumps({"step": 5}),
        lambda content: bytes(byte ^ 1 if index % 997 == 0 else byte for index, byte in enumerate(content)),
    ],
)
def test_a_damaged_or_forged_file_of_the_first_schema_is_one_sentence(
    run: Run, first: Path, forge: Callable[[bytes], bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    first.write_bytes(forge(first.read_bytes()))
    with pytest.raises(RunError) as caught:
        _resume(run)
    assert "executed" not in capsys.readouterr().out
    assert "weights_only" not in str(caught.value)
    assert "\n" not in str(caught.value)
