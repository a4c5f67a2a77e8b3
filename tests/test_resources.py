"""Where shipped files are found."""

from pathlib import Path

import pytest

from latentlab import resources
from latentlab.resources import resource


def test_presets_are_found() -> None:
    assert resource("presets").is_dir()
    assert resource("presets", "digits.toml").is_file()


def test_an_installed_package_comes_before_the_checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed, checkout = tmp_path / "_resources", tmp_path / "resources"
    for root in (installed, checkout):
        root.mkdir()
        (root / "both.txt").touch()
    (checkout / "new.txt").touch()
    monkeypatch.setattr(resources, "_ROOTS", (installed, checkout))
    assert resource("both.txt") == installed / "both.txt"
    assert resource("new.txt") == checkout / "new.txt"


def test_what_is_not_shipped_is_named() -> None:
    with pytest.raises(FileNotFoundError, match="presets/nothing.toml"):
        resource("presets", "nothing.toml")
