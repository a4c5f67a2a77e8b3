"""Entries from outside: a package of plug-ins on equal terms, and what becomes of one that will not do."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path
from typing import Literal

import pytest

from latentlab.api import train
from latentlab.catalog import MEASURES, OBJECTIVES, Entry, EntrySettings, plugins
from latentlab.catalog.objectives import ObjectiveConfig, VaeConfig
from latentlab.config import RunConfig
from latentlab.errors import CatalogError, RunError
from latentlab.runs import Run

_TESTS = Path(__file__).parents[1]
_PLUGIN = _TESTS / "plugin"


def _python(*arguments: str | Path, plugin: bool = True) -> subprocess.CompletedProcess[str]:
    places = [*([str(_PLUGIN)] if plugin else []), str(_TESTS.parent)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(places)}
    return subprocess.run(
        [sys.executable, *map(str, arguments)], env=environment, capture_output=True, text=True, timeout=500, check=False
    )


def _latentlab(*arguments: str | Path, plugin: bool = True) -> subprocess.CompletedProcess[str]:
    return _python("-c", "from latentlab.cli import main; main()", *arguments, plugin=plugin)


def test_no_entry_that_ships_is_left_out_and_all_would_be_taken() -> None:
    for catalog in plugins.GROUPS.values():
        for name, entry in list(catalog.items()):
            if entry.code:
                catalog.remove(name)
                try:
                    plugins.check_entry(catalog, entry)
                finally:
                    catalog._entries[name] = entry


def test_a_plug_in_of_each_kind_passes_the_test_of_every_name() -> None:
    result = _python(
        *("-m", "pytest", "-q", "-p", "no:cacheprovider", "-k", "example"),
        _TESTS / "catalog" / "test_every_name.py",
        _TESTS / "gui" / "test_every_name.py",
    )
    assert result.returncode == 0, result.stdout[-4000:]
    assert " passed" in result.stdout


_MEANS_AND_PIXELS = """
import sys
import numpy as np
from latentlab.runs import Run
from tests.exchange.judged import images_of
run, expected = Run(sys.argv[1]), np.load(sys.argv[2])
posterior = run.encode(images_of((1, 16, 16)))
np.testing.assert_allclose(posterior.mean, expected["mean"], atol=1e-5)
np.testing.assert_allclose(posterior.logvar, expected["logvar"], atol=1e-5)
np.testing.assert_allclose(run.decode(posterior.mean), expected["pixels"].clip(0, 1), atol=1e-5)
"""


def test_a_pythae_folder_with_networks_of_its_own_is_read_with_a_plug_in(tmp_path: Path) -> None:
    folder = _TESTS / "exchange" / "data" / "pythae_own"
    refused = _latentlab("import", folder, "--out", tmp_path)
    assert refused.returncode == 2
    assert "pickled code, which is never run" in " ".join(refused.stderr.split())
    other = _latentlab("import", folder, "--set", "model.name=mlp", "--out", tmp_path)
    assert other.returncode == 2
    assert "which a network of these settings has" in " ".join(other.stderr.split())
    read = _latentlab("import", folder, "--set", "model.name=example-linear", "--out", tmp_path)
    assert read.returncode == 0, read.stderr
    compared = _python("-c", _MEANS_AND_PIXELS, read.stdout.strip(), folder / "expected.npz")
    assert compared.returncode == 0, compared.stderr


def test_the_command_line_knows_a_plug_in_and_a_run_without_it_says_what_is_missing(tmp_path: Path) -> None:
    settings = ["name=x", "objective.name=example-elbo", "data.name=example-stripes", "model.name=example-linear"]
    settings += ["consistency.weight=1", "transform.policy=example-negative", "train.steps=4", "train.batch_size=8"]
    trained = _latentlab("train", *(word for setting in settings for word in ("--set", setting)), "--out", tmp_path)
    assert trained.returncode == 0, trained.stderr
    (run,) = tmp_path.iterdir()
    measured = _latentlab("evaluate", run, "--samples", "2")
    assert measured.returncode == 0, measured.stderr
    assert "brightness error" in measured.stdout
    assert json.loads((run / "evaluation.json").read_text())["example-brightness"] >= 0
    assert "tempered VAE" in _latentlab("runs", tmp_path).stdout
    with pytest.raises(RunError) as caught:
        Run(run)
    assert "which this LatentLab does not have; install the plug-in that it came with" in str(caught.value)
    listed = _latentlab("runs", tmp_path, plugin=False)
    assert listed.returncode == 0
    assert "does not have" in " ".join(listed.stdout.split())


def test_a_run_of_a_method_that_is_gone_opens_with_a_sentence(tiny_config: RunConfig, tmp_path: Path) -> None:
    run = train(tiny_config, tmp_path)
    header = run.path / "run.toml"
    header.write_text(header.read_text().replace('name = "vae"', 'name = "gone"'))
    with pytest.raises(RunError, match="the run has the objective 'gone', which this LatentLab does not have"):
        Run(run.path)


class _WrongConfig(VaeConfig):
    beta: float = -1.0


class _Foreign(EntrySettings):
    name: str = "mine"


_VAE = OBJECTIVES["vae"]


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (_VAE, "objective 'vae': there is one of that name already"),
        (replace(_VAE, name="Bad Name"), "the name must be lower-case letters"),
        (replace(_VAE, name="mine"), "its settings are called 'vae'; both need the same name"),
        (replace(_VAE, name="mine", settings=_WrongConfig), "its settings are called 'vae'"),
        (replace(_VAE, name="mine", settings=_Foreign), "its settings must be a subclass of ObjectiveConfig"),
        (MEASURES["nll"], "is no Objective of latentlab.catalog"),
    ],
)
def test_an_entry_that_will_not_do_is_refused_with_the_reason(entry: Entry, expected: str) -> None:
    with pytest.raises(CatalogError, match=expected):
        plugins.check_entry(OBJECTIVES, entry)


@pytest.mark.parametrize("code", ["", "latentlab.nowhere:build", "latentlab.objectives.elbo"])
def test_an_entry_without_code_is_refused(code: str) -> None:
    with pytest.raises(CatalogError, match="measure 'mine': its code .* is not there"):
        plugins.check_entry(MEASURES, replace(MEASURES["nll"], name="mine", code=code))


class _MineConfig(ObjectiveConfig):
    name: Literal["mine"] = "mine"


@pytest.mark.parametrize("companion", ["latentlab.nowhere:build", "latentlab.objectives.factor"])
def test_a_second_network_without_code_is_refused(companion: str) -> None:
    entry = replace(_VAE, name="mine", settings=_MineConfig)
    plugins.check_entry(OBJECTIVES, entry)
    with pytest.raises(CatalogError, match=f"objective 'mine': its companion '{companion}' is not there"):
        plugins.check_entry(OBJECTIVES, replace(entry, companion=companion))


def test_a_plug_in_that_cannot_be_imported_is_named_with_its_error_and_left_out(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "broken_plugin.py").write_text("raise RuntimeError('no licence')")
    monkeypatch.syspath_prepend(str(tmp_path))
    points = EntryPoints(
        [
            EntryPoint("broken", "broken_plugin:OBJECTIVE", "latentlab.objectives"),
            EntryPoint("absent", "latentlab.catalog.measures:NLL", "latentlab.measures"),
        ]
    )
    monkeypatch.setattr(plugins, "entry_points", lambda: points)
    before = {group: list(catalog) for group, catalog in plugins.GROUPS.items()}
    broken, absent = plugins.load_plugins()
    assert broken == "The plug-in 'broken' (broken_plugin:OBJECTIVE) is left out: RuntimeError: no licence."
    assert absent.startswith("The plug-in 'absent' (latentlab.catalog.measures:NLL) is left out: AttributeError")
    assert {group: list(catalog) for group, catalog in plugins.GROUPS.items()} == before
