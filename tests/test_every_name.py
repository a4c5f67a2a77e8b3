"""Every name that a section of the settings may have: trained, listed, evaluated and explored."""

import json
import sys
from pathlib import Path

import pytest

from latentlab import cli, metrics
from latentlab.api import train
from latentlab.catalog.comparisons import COMPARISONS
from latentlab.catalog.numbers import NUMBERS, TERMS, term_colours, term_label, unit
from latentlab.catalog.objectives import OBJECTIVES
from latentlab.config import RunConfig, entry_sections, override
from latentlab.evaluation import evaluate
from latentlab.explore.renderer import Renderer
from latentlab.explore.requests import Sample, View
from latentlab.runs import Run

_ALSO = {("model", "ladder"): ("model.top_dim=1",)} | {
    ("consistency", name): ("consistency.weight=0.1",) for name in COMPARISONS
}
"""What a name needs to take part, on a model of four dimensions."""
_NAMES = [(section, name) for section, model in entry_sections().items() for name in model.catalog]


@pytest.mark.parametrize(("section", "name"), _NAMES)
def test_a_name_is_trained_listed_evaluated_and_explored(
    section: str,
    name: str,
    tiny_config: RunConfig,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    tag = entry_sections()[section].tag
    config = override(tiny_config, [f"{section}.{tag}={name}", *_ALSO.get((section, name), ()), "train.steps=4"])
    run = train(config, tmp_path)

    values = run.reports()[0].values
    assert Run(run.path).config == config
    _reports_what_the_catalog_says(config, dict(values))
    monkeypatch.setattr(sys, "argv", ["latentlab", "runs", str(tmp_path), "--json"])
    with pytest.raises(SystemExit):
        cli.main()
    (listed,) = json.loads(capsys.readouterr().out)
    assert (listed["objective"], listed["problem"]) == (config.objective_title, "")
    assert config.objective_title in evaluate(run, samples=2, images=32).provenance["objective"]
    drawn = Renderer.of_run(run).render(Sample(count=4))
    assert isinstance(drawn, View), drawn


def _reports_what_the_catalog_says(config: RunConfig, values: dict[str, float]) -> None:
    terms = OBJECTIVES.of(config.objective).terms(config.objective)
    if config.consistency.trains_on_t:
        terms = (*terms, *(term + metrics.SUFFIX_T for term in terms))
    if config.consistency.has_term:
        terms = (*terms, COMPARISONS.of(config.consistency).term)
    assert {name.removeprefix("loss/") for name in values if name.startswith("loss/")} == {"total", *terms}
    for term in terms:
        assert term.removesuffix(metrics.SUFFIX_T) in TERMS
        assert term_colours()[term].startswith("#")
        assert term_label(term)
        assert unit(metrics.raw(term))
    others = {name for name in values if not name.startswith(("loss/", "term/", "kl/"))}
    assert others <= set(NUMBERS)


@pytest.mark.parametrize("name", OBJECTIVES)
def test_an_objective_has_a_title_and_a_formula(name: str, tiny_config: RunConfig) -> None:
    config = override(tiny_config, [f"objective.name={name}"])
    assert config.objective_title
    assert OBJECTIVES[name].formula(config.objective)
