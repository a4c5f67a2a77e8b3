"""The wheel and the sdist hold what they should and no more."""

import shutil
from pathlib import Path

import pytest

from tests.scripts import script

_ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.skipif(
    shutil.which("git") is None or not (_ROOT / ".git").exists(), reason="git knows which files are the project's"
)
def test_both_hold_the_projects_files_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    check = script("check_distribution")
    wheel, sdist = check.build(tmp_path)
    assert check.faults(wheel, sdist) == []
    sources = check._sources()
    monkeypatch.setattr(check, "_sources", lambda: sources - {"latentlab/errors.py"} | {"resources/learn/new.toml"})
    limit = check.megabytes(wheel)
    monkeypatch.setattr(check, "MOST_MEGABYTES", limit)
    assert check.faults(wheel, sdist) == [
        f"The {what} {fault}"
        for what, folder in (("wheel", "latentlab/_resources"), ("sdist", "resources"))
        for fault in (f"lacks {folder}/learn/new.toml.", "holds latentlab/errors.py, which it should not.")
    ] + [f"{sdist.name} has {check.megabytes(sdist):.1f} MB, above {limit:g}."]
