"""Policies that a user saves under a name, and what uses them by it."""

from pathlib import Path

import pytest

import latentlab
from latentlab.config import (
    TransformConfig,
    dump_config,
    load_config,
    load_preset,
    override,
    policy_ranges,
    transform_config,
    transform_from_text,
    transform_text,
)
from latentlab.errors import ConfigError
from latentlab.policies import forget_policy, policies_folder, save_policy, saved_policies

_RANGES = {"degrees": 12.5, "scale_min": 0.8, "flip_horizontal": True, "border": "reflection"}


def test_a_saved_policy_comes_back_as_it_was_and_can_be_forgotten() -> None:
    assert saved_policies() == {}
    path = save_policy("my-shifts", {"degrees": 1.0})
    save_policy("my-shifts", _RANGES)
    assert path == policies_folder() / "my-shifts.toml"
    assert saved_policies() == {"my-shifts": _RANGES}
    (policies_folder() / "torn.toml").write_text("degrees = ")
    assert list(saved_policies()) == ["my-shifts"]
    forget_policy("my-shifts")
    forget_policy("my-shifts")
    assert saved_policies() == {}


def test_a_runs_settings_hold_the_ranges_and_no_longer_need_the_file(tmp_path: Path) -> None:
    save_policy("mine", _RANGES)
    config = override(load_preset("digits-cr"), ["transform.policy=mine", "transform.border=border", "transform.shear=3"])
    transform = config.transform
    assert (transform.policy, transform.degrees, transform.scale_min, transform.scale_max) == ("custom", 12.5, 0.8, 1.0)
    assert (transform.flip_horizontal, transform.border, transform.shear) == (True, "border", 3.0)
    forget_policy("mine")
    (tmp_path / "config.toml").write_text(dump_config(config))
    assert load_config(tmp_path / "config.toml") == config
    assert transform_config("simple").policy == "simple"


def test_an_evaluation_takes_a_saved_policy_by_name_with_its_border(tiny_run: Path) -> None:
    save_policy("mine", {**_RANGES, "degrees": 0.0, "scale_min": 1.0, "flip_horizontal": False})
    measured = latentlab.evaluate(tiny_run, samples=1, images=40, policy="mine")
    assert measured.consistency_kl == pytest.approx(0, abs=1e-6)  # ranges that change nothing
    assert (measured.provenance["policy"], measured.provenance["border"]) == ("custom", "reflection")


def test_a_name_that_is_not_known_and_ranges_that_will_not_do_are_said_so() -> None:
    save_policy("mine", {"degrees": 400.0})
    with pytest.raises(ConfigError, match="transform.policy = 'wild': there is no such policy; there are simple, .*, mine."):
        transform_config("wild")
    with pytest.raises(ConfigError, match="transform.degrees = 400.0: .* less than or equal to 180"):
        transform_config("mine")
    for wrong in ("", "My shifts", "../up", "a" * 41):
        with pytest.raises(ConfigError, match="write lower-case letters, digits, - and _"):
            save_policy(wrong, {})


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("LATENTLAB_SETTINGS", str(tmp_path / "file"))
    with pytest.raises(ConfigError, match="mine.toml: the policy cannot be saved: Not a directory."):
        save_policy("mine", {})


@pytest.mark.parametrize(
    "transform",
    [
        TransformConfig(),
        TransformConfig(policy="large_jitter"),
        TransformConfig(policy="simple_both_flips", border="reflection"),
        TransformConfig(policy="custom"),
        TransformConfig(policy="custom", degrees=0.1 + 0.2, scale_max=1.5, flip_vertical=True, border="border"),
    ],
)
def test_a_policy_written_as_text_draws_the_same(transform: TransformConfig) -> None:
    assert policy_ranges(transform_from_text(transform_text(transform))) == policy_ranges(transform)


def test_text_that_is_no_policy_is_refused() -> None:
    for wrong, words in (
        ("degrees=20;shift=1", "transform.degrees"),
        ("turn=3", "unknown setting"),
        ("wild", "no such policy"),
    ):
        with pytest.raises(ConfigError, match=words):
            transform_from_text(wrong)
