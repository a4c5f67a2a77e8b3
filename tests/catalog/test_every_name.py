"""Every name that a section of the settings may have: trained, listed, evaluated and explored."""

import json
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from latentlab import cli, metrics
from latentlab.api import train
from latentlab.catalog import COMPARISONS, DATASETS, MEASURES, TRANSFORMS, VIEWS
from latentlab.catalog.entries import load_code
from latentlab.catalog.numbers import NUMBERS, TERMS, term_colours, term_label, unit
from latentlab.catalog.objectives import OBJECTIVES
from latentlab.config import RunConfig, entry_sections, override
from latentlab.errors import DataError
from latentlab.evaluation import evaluate
from latentlab.explore.provenance import read_origin
from latentlab.explore.renderer import Renderer
from latentlab.explore.requests.commands import Export
from latentlab.explore.requests.images import Sample
from latentlab.explore.requests.values import View
from latentlab.runs import Run

_COMPARED = ("consistency.weight=0.1",)
_ALSO = (
    {
        ("model", "ladder"): ("model.top_dim=1",),
        ("model", "autoencoder_kl"): ("model.latent_dim=64", "model.channels=32, 32, 32"),
    }
    | {("consistency", name): _COMPARED for name in COMPARISONS}
    | {("transform", name): _COMPARED for name in TRANSFORMS}
)
"""What a name needs to take part, on a model of four dimensions."""
_NAMES = [(section, entry.name) for section, model in entry_sections().items() for entry in model.catalog.trained]
_PUBLISHED = [name for name, entry in DATASETS.items() if entry.terms.remote]
"""Data sets of official files, which the tests of their readers have."""


@pytest.fixture
def places(tmp_path: Path) -> dict[str, str]:
    """A few of a user's own images, by the data set that reads them."""
    noise = np.random.default_rng(0).integers(0, 255, (24, 16, 16), np.uint8)
    folder = tmp_path / "images"
    folder.mkdir()
    for index, image in enumerate(noise):
        Image.fromarray(image).save(folder / f"{index}.png")
    np.save(tmp_path / "images.npy", noise)
    return {"folder": str(folder), "array": str(tmp_path / "images.npy")}


@pytest.mark.parametrize(("section", "name"), [pair for pair in _NAMES if pair[1] not in _PUBLISHED])
def test_a_name_is_trained_listed_evaluated_and_explored(
    section: str,
    name: str,
    tiny_config: RunConfig,
    places: dict[str, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    tag = entry_sections()[section].tag
    also = [f"data.root={places[name]}", "data.size=16"] if name in places else _ALSO.get((section, name), ())
    config = override(tiny_config, [f"{section}.{tag}={name}", *also, "train.steps=4", "train.batch_size=8"])
    run = train(config, tmp_path / "runs")

    values = run.reports()[0].values
    assert Run(run.path).config == config
    _reports_what_the_catalog_says(config, dict(values))
    monkeypatch.setattr(sys, "argv", ["latentlab", "runs", str(tmp_path / "runs"), "--json"])
    with pytest.raises(SystemExit):
        cli.main()
    (listed,) = json.loads(capsys.readouterr().out)
    assert (listed["objective"], listed["problem"]) == (config.objective_title, "")
    measured = evaluate(run, samples=2, images=4)
    assert config.objective_title in measured.provenance["objective"]
    assert set(measured.values) == set(MEASURES) - {"seconds_per_step"}
    assert all(measured.values[name] is not None for name, measure in MEASURES.items() if measure.code)
    drawn = Renderer.of_run(run).render(Sample(count=4))
    assert isinstance(drawn, View), drawn


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_is_drawn_exported_and_drawn_again_by_its_command(
    name: str, tiny_run: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    renderer, path = Renderer.of_run(Run(tiny_run)), tmp_path / "view.png"
    request = load_code(VIEWS[name].request)()
    assert isinstance(renderer.render(request), View)
    renderer.render(Export(request, path))
    monkeypatch.setattr(sys, "argv", ["latentlab", request.command.name, str(tiny_run), "-o", str(tmp_path / "again.png")])
    with pytest.raises(SystemExit):
        cli.main()
    with Image.open(path) as first, Image.open(tmp_path / "again.png") as again:
        assert first.tobytes() == again.tobytes()
    origin = read_origin(path)
    assert origin is not None
    assert origin.request == request


@pytest.mark.parametrize("name", _PUBLISHED)
def test_a_data_set_of_official_files_asks_for_them(name: str, tiny_config: RunConfig, tmp_path: Path) -> None:
    with pytest.raises(DataError, match="data.root"):
        train(override(tiny_config, [f"data.name={name}"]), tmp_path)


def _reports_what_the_catalog_says(config: RunConfig, values: dict[str, float]) -> None:
    terms = OBJECTIVES.of(config.objective).terms(config.objective)
    if config.consistency.trains_on_t:
        terms = (*terms, *(term + metrics.SUFFIX_T for term in terms))
    if config.consistency.has_term:
        terms = (*terms, COMPARISONS.of(config.consistency).term)
    terms = (*terms, *OBJECTIVES.of(config.objective).companion_terms(config.objective))
    assert {name.removeprefix("loss/") for name in values if name.startswith("loss/")} == {"total", *terms}
    for term in terms:
        assert term.removesuffix(metrics.SUFFIX_T) in TERMS
        assert all(colour.startswith("#") for colour in term_colours()[term])
        assert term_label(term)
        assert unit(metrics.raw(term))
    others = {name for name in values if not name.startswith(("loss/", "term/", "kl/"))}
    assert others <= set(NUMBERS)


@pytest.mark.parametrize("name", OBJECTIVES)
def test_an_objective_has_a_title_and_a_formula(name: str, tiny_config: RunConfig) -> None:
    config = override(tiny_config, [f"objective.name={name}"])
    assert config.objective_title
    assert OBJECTIVES[name].formula(config.objective)
