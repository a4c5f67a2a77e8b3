"""The man page and the shells' completion are those of the commands, and bash completes with them."""

import shutil
import subprocess

import pytest

from tests.scripts import PACKAGING, script


def test_the_files_are_those_of_the_commands() -> None:
    written = script("command_line")
    files = written.files()
    stale = [name for name, text in files.items() if (written.FOLDER / name).read_text(encoding="utf-8") != text]
    assert stale == [], "run packaging/command_line.py"
    assert {path.name for path in written.FOLDER.iterdir()} == files.keys()
    program = written.read_commands()
    assert len(program.all()) > 40
    traverse = next(each for each in program.all() if each.path == ("traverse",))
    units = next(each for each in traverse.options if "--units" in each.names)
    assert units.choices == ("prior", "posterior", "aggregate", "quantiles")
    assert next(each for each in traverse.options if "-o" in each.names).is_file
    assert [each.value for each in traverse.arguments] == ["RUN"]


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("tra", "train traverse"),
        ("--debug tra", "train traverse"),
        ("traverse --unit", "--units"),
        ("traverse --units a", "aggregate"),
        ("data ", "download list prepare scan"),
        ("traverse data ", ""),
        ("train --preset digits-b", "digits-beta"),
        ("train --out di", ""),
    ],
)
def test_bash_completes(line: str, offered: str) -> None:
    words = line.split(" ")
    script = f"""
source {PACKAGING / "shell" / "latentlab.bash"}
COMP_WORDS=(latentlab "$@"); COMP_CWORD=$#
_latentlab; echo "${{COMPREPLY[*]}}"
"""
    done = subprocess.run(["bash", "-c", script, "bash", *words], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == offered


@pytest.mark.parametrize(("shell", "name"), [("bash", "latentlab.bash"), ("zsh", "_latentlab"), ("fish", "latentlab.fish")])
def test_each_shell_reads_its_file(shell: str, name: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    done = subprocess.run([shell, "-n", PACKAGING / "shell" / name], capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
