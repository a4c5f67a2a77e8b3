"""A model from elsewhere becomes a run that all that looks at runs can look at."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import load_file, save_file

from latentlab import api
from latentlab.cli import entry
from latentlab.config import FROM_ELSEWHERE, override, parse_config
from latentlab.errors import ConfigError, DataError, RunError
from latentlab.evaluation import evaluate
from latentlab.exchange import formats
from latentlab.exchange.imported import ForeignModel, write_imported
from latentlab.models import build_vae
from latentlab.runs import Run, RunState, list_runs

_SETTINGS = ["data.size=16", "model.name=mlp", "model.hidden=8", "model.latent_dim=3", "likelihood.name=none"]


def _read(folder: Path, config: object) -> ForeignModel:
    chosen = override(config, _SETTINGS)
    weights = load_file(folder / "weights.safetensors")
    return ForeignModel(chosen, (1, 16, 16), weights, {"program": "somebody's own", "folder": str(folder)}, step=70)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of a kind that is known to the test alone."""
    config = override(parse_config({}), _SETTINGS)
    network = build_vae(config.model, config.likelihood, (1, 16, 16), torch.Generator().manual_seed(1))
    place = tmp_path / "their model"
    place.mkdir()
    save_file(network.state_dict(), place / "weights.safetensors")
    kind = formats.Format("a test's", "weights.safetensors", lambda path: (path / "weights.safetensors").exists(), _read)
    monkeypatch.setattr(formats, "FORMATS", [kind])
    return place


def test_an_imported_model_is_a_run_with_its_source_that_computes_the_same(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert entry.run(["import", str(folder), "--out", str(tmp_path / "runs")]) == 0
    run = Run(capsys.readouterr().out.strip())
    assert run.config.name == "their-model"
    assert run.header.source == {"program": "somebody's own", "folder": str(folder)}
    assert run.state is RunState.FINISHED
    checkpoint = run.checkpoint()
    assert checkpoint.step == 70
    assert not run.is_resumable(checkpoint)
    theirs = load_file(folder / "weights.safetensors")
    assert all(torch.equal(value, theirs[name]) for name, value in run.model().state_dict().items())
    x = np.random.default_rng(0).random((2, 1, 16, 16), dtype=np.float32)
    images = run.decode(run.encode(x).mean)
    assert images.shape == (2, 1, 16, 16)


def test_what_needs_a_likelihood_says_so_and_the_rest_is_measured(folder: Path, tmp_path: Path) -> None:
    run = write_imported(formats.read_model(folder, formats.config_of("one", "digits", [])), tmp_path)
    measured = evaluate(run, images=20)
    for name in ("nll", "nll_se", "effective_samples"):
        assert measured.values[name] is None
        assert "likelihood.name = 'none'" in measured.unavailable[name]
    for name in ("mse", "rate", "active_units", "consistency_kl"):
        assert measured.values[name] is not None
    assert Run(run.path).config == run.config


def test_a_model_from_elsewhere_is_not_trained(folder: Path, tmp_path: Path) -> None:
    run = write_imported(formats.read_model(folder, formats.config_of("one", "digits", [])), tmp_path)
    for act in (lambda: api.resume(run, override(run.config, ["train.steps=90"])), lambda: api.branch(run, run.config)):
        with pytest.raises(RunError, match="another program trains this model, and the state of its optimiser is not here"):
            act()
    with pytest.raises(ConfigError, match="likelihood.name = 'none': is of models from elsewhere"):
        api.train(run.config, tmp_path)
    assert entry.run(["set", str(run.path), "objective.beta=4"]) == 2
    assert (run.header.method, list_runs(tmp_path)[0].method) == (FROM_ELSEWHERE, FROM_ELSEWHERE)


def test_what_does_not_fit_is_said_and_nothing_is_written(folder: Path, tmp_path: Path) -> None:
    model, out = formats.read_model(folder, formats.config_of("one", "digits", [])), tmp_path / "runs"
    weights = dict(model.weights)
    name = next(iter(weights))
    for changed, words in (
        ({key: value for key, value in weights.items() if key != name}, f"{name}: missing among the weights"),
        ({**weights, "other": torch.zeros(1)}, "other: no weight of this network"),
        ({**weights, name: torch.zeros(2, 2)}, rf"{name}: has the shape \(2, 2\), and the network takes"),
        ({**weights, name: weights[name] * torch.nan}, f"{name}: holds values that are not finite"),
    ):
        with pytest.raises(ConfigError, match=words):
            write_imported(replace(model, weights=changed), out)
    with pytest.raises(DataError, match="images of 1×16×16, and the model takes 1×32×32"):
        write_imported(replace(model, image_shape=(1, 32, 32)), out)
    assert not out.exists()


def test_a_folder_of_unknown_kind_is_told_what_is_known(folder: Path, tmp_path: Path) -> None:
    config = formats.config_of("one", "digits", [])
    (tmp_path / "empty").mkdir()
    with pytest.raises(ConfigError, match=r"holds no model that can be read; known are a test's \(weights.safetensors\)"):
        formats.read_model(tmp_path / "empty", config)
    with pytest.raises(ConfigError, match="there is no such folder"):
        formats.read_model(tmp_path / "nowhere", config)
