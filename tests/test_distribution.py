"""The wheel and the sdist hold what they should and no more."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

_ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def check() -> ModuleType:
    """`packaging/check_distribution.py`, which also installs the wheel and tries it."""
    spec = importlib.util.spec_from_file_location("check_distribution", _ROOT / "packaging" / "check_distribution.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.skipif(not (_ROOT / ".git").exists(), reason="git knows which files are the project's")
def test_both_hold_the_projects_files_and_nothing_else(
    check: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wheel, sdist = check.build(tmp_path)
    assert check.faults(wheel, sdist) == []
    sources = check._sources()
    monkeypatch.setattr(check, "_sources", lambda: sources - {"latentlab/errors.py"} | {"resources/learn/new.toml"})
    monkeypatch.setattr(check, "MOST_MEGABYTES", 7.0)
    assert check.faults(wheel, sdist) == [
        f"The {what} {fault}"
        for what, folder in (("wheel", "latentlab/_resources"), ("sdist", "resources"))
        for fault in (f"lacks {folder}/learn/new.toml.", "holds latentlab/errors.py, which it should not.")
    ] + [f"{sdist.name} has {check.megabytes(sdist):.1f} MB, above 7."]
