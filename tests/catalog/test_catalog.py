"""What a catalog refuses, and settings that know whose they are."""

from typing import Any, ClassVar, Literal

import pytest
from pydantic import ValidationError

from latentlab.catalog.entries import SettingsCatalog, SettingsEntry
from latentlab.catalog.objectives import OBJECTIVES, IwaeConfig, ObjectiveConfig, VaeConfig
from latentlab.catalog.settings import EntrySettings, applies
from latentlab.config import RunConfig, of_schema, override, parse_config, with_values
from latentlab.errors import CatalogError, ConfigError

_FRUIT: SettingsCatalog[SettingsEntry] = SettingsCatalog("fruit", "fruit", "apple")


class _Fruit(EntrySettings):
    catalog: ClassVar[Any] = _FRUIT
    name: str = "apple"


class _Apple(_Fruit):
    name: Literal["apple"] = "apple"


def _entry(name: str = "apple", code: str = "") -> SettingsEntry:
    return SettingsEntry(name=name, label=name, summary="", settings=_Apple, code=code)


def test_a_name_is_entered_once() -> None:
    catalog: SettingsCatalog[SettingsEntry] = SettingsCatalog("fruit", "fruit", "apple")
    catalog.add(_entry())
    with pytest.raises(CatalogError, match=r"fruit 'apple': there is one of that name already"):
        catalog.add(_entry())


@pytest.mark.parametrize("code", ["latentlab.nowhere:build", "latentlab.objectives.elbo:nothing", "x", ""])
def test_code_that_is_not_there_is_named(code: str) -> None:
    with pytest.raises(CatalogError, match=r"apple: its code .* cannot be loaded"):
        _entry(code=code).load()


def test_the_shared_settings_make_those_of_the_entry_that_is_named() -> None:
    assert ObjectiveConfig() == VaeConfig()
    assert type(ObjectiveConfig(name="iwae")) is IwaeConfig
    assert ObjectiveConfig.model_validate({"name": "iwae", "gradient": "dreg"}) == IwaeConfig(gradient="dreg")
    assert RunConfig(objective=IwaeConfig()).model_dump()["objective"] == {
        "name": "iwae",
        "num_importance_samples": 5,
        "gradient": "standard",
    }
    with pytest.raises(ValidationError, match="must be|should be"):
        ObjectiveConfig(name="elbo")


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (
            {"name": "iwae", "beta": 4},
            "objective.beta: a setting of objective.name = 'vae', 'aggregate', 'tcvae', 'factor', 'dip', 'mmd', not of 'iwae",
        ),
        ({"moments": "means"}, "objective.moments: a setting of objective.name = 'aggregate', not of 'vae'; valid here: "),
        ({"name": "iwae", "gradients": 1}, "objective.gradients: unknown setting; did you mean 'gradient'? valid here: "),
        ({"name": "elbo"}, "objective.name = 'elbo': must be 'vae', 'iwae', 'aggregate', 'tcvae', 'factor', 'dip' or 'mmd'"),
        ({"name": 3}, "objective.name = 3: must be 'vae', 'iwae', 'aggregate', 'tcvae', 'factor', 'dip' or 'mmd'"),
    ],
)
def test_a_setting_of_another_entry_is_an_error_that_says_so(values: dict[str, Any], expected: str) -> None:
    with pytest.raises(ConfigError) as caught:
        parse_config({"objective": values})
    assert str(caught.value).startswith(expected)


def test_an_entry_is_chosen_before_its_settings_are_set() -> None:
    for assignments in (["objective.gradient=dreg", "objective.name=iwae"], ["objective.name=iwae", "objective.gradient=dreg"]):
        assert override(parse_config({"objective": {"beta": 4}}), assignments).objective == IwaeConfig(gradient="dreg")
    with pytest.raises(ConfigError, match="not of 'iwae'"):
        override(RunConfig(), ["objective.beta=4", "objective.name=iwae"])
    kept = override(parse_config({"objective": {"beta": 4}}), ["objective.name=aggregate"])
    assert kept.objective.model_dump()["beta"] == 4
    assert with_values(kept, {"objective": {"name": "iwae"}}).objective == IwaeConfig()


def test_settings_of_earlier_runs_lose_what_they_did_not_read() -> None:
    former = {"objective": {"name": "iwae", "beta": 4.0, "moments": "means", "num_importance_samples": 3}}
    assert parse_config(of_schema(2, former)).objective == IwaeConfig(num_importance_samples=3)
    with pytest.raises(ConfigError, match="betta: unknown setting"):
        parse_config(of_schema(2, {"objective": {"name": "iwae", "betta": 4.0}}))


def test_a_setting_that_an_entry_lacks_does_not_apply() -> None:
    assert not applies(IwaeConfig(), "beta")
    assert applies(VaeConfig(), "beta")
    assert not applies(VaeConfig(), "capacity_steps")
    assert applies(VaeConfig(capacity=3.0), "capacity_steps")


def test_every_entry_has_code_and_settings_that_name_it() -> None:
    for name, entry in OBJECTIVES.items():
        assert callable(entry.load())
        assert entry.settings().model_dump()["name"] == name
