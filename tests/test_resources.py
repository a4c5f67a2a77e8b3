"""Where shipped files are found."""

import re
import tomllib
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


_ROOT = Path(__file__).resolve().parents[1]
_LEFT_OUT = {"figures", "results", "screenshots"}
"""Of the README and the record of what was measured; no part of the program."""


def test_the_wheel_has_what_the_program_reads_and_no_more() -> None:
    project = tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    included = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert all(target == source.replace("resources", "latentlab/_resources", 1) for source, target in included.items())
    assert all((_ROOT / source).exists() for source in included)
    names = {Path(source).parts[1] for source in included}
    assert {path.name for path in (_ROOT / "resources").iterdir()} - _LEFT_OUT == names
    code = "\n".join(path.read_text(encoding="utf-8") for path in (_ROOT / "latentlab").rglob("*.py"))
    read = set(re.findall(r"resource\(\s*[\"']([\w.]+)[\"']", code))
    assert len(read) > 6
    assert read <= names
    translations = {path.name for path in (_ROOT / "resources" / "translations").glob("*.qm")}
    assert translations == {Path(source).name for source in included if "translations" in source}
