"""The programs that need no Python: their launcher, and what they are built with."""

import ast
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from latentlab import __version__
from latentlab.extras import EXTRAS
from tests.scripts import PACKAGING

_WORKFLOW = PACKAGING.parent / ".github" / "workflows" / "programs.yml"


def _constant(name: str) -> Any:
    """What PyInstaller's recipe calls so."""
    for node in ast.parse((PACKAGING / "pyinstaller.spec").read_text(encoding="utf-8")).body:
        match node:
            case ast.Assign(targets=[ast.Name(id=found)], value=value) if found == name:
                return ast.literal_eval(value)
    raise AssertionError(name)


@pytest.mark.parametrize(
    ("arguments", "printed"),
    [
        (["--version"], f"latentlab {__version__}"),
        (["-m", "latentlab", "--version"], f"latentlab {__version__}"),
        (["-c", "import sys; print(sys.argv, __name__)", "one"], "['-c', 'one'] __main__"),
    ],
)
def test_the_launcher_is_the_command_and_a_python(arguments: list[str], printed: str, tmp_path: Path) -> None:
    command = [sys.executable, PACKAGING / "launcher.py", *arguments]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120)
    assert (done.returncode, done.stdout.strip()) == (0, printed), done.stderr


def test_an_extra_is_in_the_program_or_left_out_of_it() -> None:
    bundled, left_out = _constant("BUNDLED"), _constant("LEFT_OUT")
    assert set(bundled) < EXTRAS.keys()
    modules = {
        name.removesuffix("-learn").replace("-", "_") for extra in EXTRAS.keys() - {*bundled, "gpu"} for name in EXTRAS[extra]
    }
    assert modules <= set(left_out)
    assert not {name.replace("-", "_") for extra in bundled for name in EXTRAS[extra]} & set(left_out)


@pytest.mark.skipif(not _WORKFLOW.exists(), reason="an sdist holds no workflows")
def test_the_recipes_for_other_systems_name_what_there_is() -> None:
    recipe = _WORKFLOW.read_text(encoding="utf-8")
    extras = re.search(r'\$wheel\[([a-z,]+)\]"', recipe)
    assert extras is not None
    assert tuple(extras[1].split(",")) == _constant("BUNDLED")
    scripts = re.findall(r"packaging/[\w.]+", recipe)
    assert len(scripts) > 3
    assert all((PACKAGING.parent / name).exists() for name in scripts)
    assert "they have not run yet" in recipe
