"""Settings: what is read, what is refused, and in which words."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from latentlab.config import (
    DEFAULT_PRESET,
    DataConfig,
    LikelihoodConfig,
    RunConfig,
    applies,
    dump_config,
    load_config,
    load_preset,
    override,
    parse_config,
    preset_names,
)
from latentlab.errors import ConfigError


def _reread(config: RunConfig, folder: Path) -> RunConfig:
    path = folder / "config.toml"
    path.write_text(dump_config(config), encoding="utf-8")
    return load_config(path)


def test_defaults_survive_a_file(tmp_path: Path) -> None:
    assert _reread(RunConfig(), tmp_path) == RunConfig()


def test_every_preset_loads_under_its_own_name_and_survives_a_file(tmp_path: Path) -> None:
    names = preset_names()
    assert names[0] == DEFAULT_PRESET
    assert set(names) >= {"digits", "digits-beta", "digits-cr", "mnist-vae", "mnist-cr"}
    for name in names:
        config = load_preset(name)
        assert config.name == name
        assert _reread(config, tmp_path) == config


_settings: dict[str, st.SearchStrategy[Any]] = {
    "name": st.from_regex(r"[A-Za-z][A-Za-z0-9._-]{0,30}", fullmatch=True),
    "seed": st.integers(0, 2**63 - 1),
    "device": st.sampled_from(["auto", "cpu", "cuda", "cuda:3", "mps"]),
    "data.root": st.text(st.characters(exclude_categories=["Cs", "Cc"])),
    "data.size": st.integers(16, 256),
    "data.test_fraction": st.floats(0.0, 1.0, exclude_min=True, exclude_max=True),
    "model.latent_dim": st.integers(1, 1024),
    "likelihood.name": st.sampled_from(["gaussian", "laplace"]),
    "likelihood.scale_value": st.floats(1e-6, 1e6),
    "objective.beta": st.floats(0, 1e9),
    "consistency.weight": st.floats(0, 1e9),
    "train.learning_rate": st.floats(1e-12, 1.0),
    "train.threads": st.integers(1, 1024),
    "train.steps": st.integers(1, 10**9),
}


@given(st.fixed_dictionaries({}, optional=_settings))
def test_any_valid_settings_survive_a_file_and_an_override(
    tmp_path_factory: pytest.TempPathFactory, values: dict[str, Any]
) -> None:
    nested: dict[str, Any] = {"data": {"name": "mnist"}, "likelihood": {"name": "laplace"}}
    start = parse_config(nested)
    for key, value in values.items():
        *parents, leaf = key.split(".")
        section = nested
        for parent in parents:
            section = section.setdefault(parent, {})
        section[leaf] = value
    config = parse_config(nested)
    assert _reread(config, tmp_path_factory.getbasetemp()) == config
    plain = {key: value for key, value in values.items() if not isinstance(value, str)}
    quoted = [f"{key}={value!r}" for key, value in plain.items()]
    words = [f"{key}={value}" for key, value in values.items() if key in ("device", "likelihood.name")]
    for key, value in values.items():
        *parents, leaf = key.split(".")
        changed = override(start, [one for one in [*quoted, *words] if one.startswith(f"{key}=")])
        part: Any = changed
        for parent in parents:
            part = getattr(part, parent)
        if key in plain or key in ("device", "likelihood.name"):
            assert getattr(part, leaf) == value


def test_overrides_read_numbers_text_and_quoted_text() -> None:
    config = override(
        RunConfig(),
        ["objective.beta=4", "train.learning_rate = 1e-4", "data.name=mnist", 'data.root="a = b"', "name=beta-4", "seed=7"],
    )
    assert config.objective.beta == 4.0
    assert config.train.learning_rate == 1e-4
    assert (config.data.name, config.data.root) == ("mnist", "a = b")
    assert (config.name, config.seed) == ("beta-4", 7)


def test_a_whole_number_is_a_number() -> None:
    assert override(RunConfig(), ["objective.beta=4"]).objective.beta == 4.0


@pytest.mark.parametrize("folder", ["/data/mnist", r"C:\data\new", "2024", "true", "a b", ""])
def test_a_folder_needs_no_quotes(folder: str) -> None:
    assert override(RunConfig(), ["data.name=mnist", f"data.root={folder}"]).data.root == folder


@pytest.mark.parametrize(
    ("assignment", "expected"),
    [
        ("objective.beta", "write it as section.key=value"),
        ("=3", "write it as section.key=value"),
        ("objectiv.beta=3", "objectiv: unknown setting; did you mean 'objective'?"),
        ("objective.bata=3", "objective.bata: unknown setting; did you mean 'beta'?"),
        ("objective.beta.x=3", "objective.beta: a single value"),
        ("objective.beta=-1", "objective.beta = -1: must be greater than or equal to 0"),
        ("objective.beta=nan", "objective.beta = nan: must be a finite number"),
        ("objective.beta=much", "objective.beta = 'much': must be a number"),
        ("objective=3", "objective = 3"),
        ("train.steps=0", "train.steps = 0: must be greater than or equal to 1"),
        ("train.batch_size=1", "train.batch_size = 1"),
        ("data.name=cifar", "data.name = 'cifar': must be 'digits', 'sprites', 'mnist', "),
        ("data.size=8", "data.size = 8: must be greater than or equal to 16"),
        ("data.size=300", "data.size = 300: must be less than or equal to 256"),
        ("name=../evil", "name = '../evil'"),
        ("device=gpu", "device = 'gpu'"),
        ("device=cuda:999", "device = 'cuda:999'"),
        ("seed=-1", "seed = -1"),
        ("seed=true", "seed = True: must be a whole number"),
        ("train.steps=true", "train.steps = True: must be a whole number"),
        ("train.steps='100'", "train.steps = '100': must be a whole number"),
        ("train.steps=1e4", "train.steps = 10000.0: must be a whole number, written without a decimal point"),
        ("train.threads=true", "train.threads = True: must be a whole number"),
        ("data.size=32.0", "data.size = 32.0: must be a whole number"),
        ("train.learning_rate=true", "train.learning_rate = True: must be a number"),
        ("objective.beta='4'", "objective.beta = '4': must be a number"),
        ("data.flip=1", "data.flip = 1: must be true or false"),
        ("data.flip='true'", "data.flip = 'true': must be true or false"),
    ],
)
def test_a_wrong_override_is_named_with_what_would_be_right(assignment: str, expected: str) -> None:
    with pytest.raises(ConfigError) as caught:
        override(RunConfig(), [assignment])
    message = str(caught.value)
    assert expected in message
    assert "\n" not in message


def test_every_wrong_setting_is_named_at_once() -> None:
    with pytest.raises(ConfigError, match=r"objective\.beta = -1.*; .*train\.steps = 0"):
        parse_config({"objective": {"beta": -1}, "train": {"steps": 0}})


def test_a_warm_up_longer_than_the_run_is_refused() -> None:
    with pytest.raises(ConfigError, match=r"objective\.kl_warmup = 50: longer than the run \(train\.steps = 10\)"):
        parse_config({"objective": {"kl_warmup": 50}, "train": {"steps": 10}})


def test_an_unknown_preset_is_answered_with_those_there_are() -> None:
    with pytest.raises(ConfigError, match=r"'digit'; there are digits, .*mnist-vae"):
        load_preset("digit")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"objective = {beta = -2}", "objective.beta = -2"),
        (b"[objective]\nbata = 2", "did you mean 'beta'"),
        (b"[objective\nbeta = 2", "not valid TOML"),
        (b"name = '\xff'", "not UTF-8"),
        (b"model = 3", "model = 3"),
        (b"schema_version = 1\n", "without its config"),
    ],
)
def test_a_wrong_file_is_named_with_its_fault(tmp_path: Path, content: bytes, expected: str) -> None:
    path = tmp_path / "wrong.toml"
    path.write_bytes(content)
    with pytest.raises(ConfigError) as caught:
        load_config(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert expected in str(caught.value)


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    for path in (tmp_path / "none.toml", tmp_path):
        with pytest.raises(ConfigError, match=r"cannot be read: (No such file|Is a directory|Permission denied)"):
            load_config(path)


def test_the_run_toml_of_a_run_serves_as_a_config(tiny_run: Path, tiny_config: RunConfig) -> None:
    assert load_config(tiny_run / "run.toml") == tiny_config


def test_the_title_says_the_method() -> None:
    def title(beta: float, weight: float) -> str:
        return parse_config({"objective": {"beta": beta}, "consistency": {"weight": weight}}).objective_title

    assert title(1, 0) == "VAE"
    assert title(4, 0) == "β-VAE (β = 4)"
    assert title(1, 0.1) == "CR-VAE (λ = 0.1)"
    assert title(4, 0.1) == "CR-β-VAE (β = 4, λ = 0.1)"


def test_a_setting_applies_only_where_it_is_read() -> None:
    assert not applies(DataConfig(name="digits"), "root")
    assert applies(DataConfig(name="mnist"), "root")
    assert not applies(LikelihoodConfig(name="bernoulli"), "scale_value")
    assert applies(LikelihoodConfig(name="laplace", scale="fixed"), "scale_value")
    assert not applies(LikelihoodConfig(name="laplace", scale="optimal"), "scale_value")
