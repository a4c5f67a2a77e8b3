"""The manual says what the program does: its command lines parse, its code runs, and the catalog's pages have all of it."""

import re
import shlex
from pathlib import Path
from typing import Any

import click
import pytest
import typer

from latentlab.catalog import LIKELIHOODS, MEASURES, NUMBERS, OBJECTIVES, TERMS
from latentlab.cli.commands import app
from latentlab.config import RunConfig
from latentlab.manual import pages
from latentlab.runs import Run, RunState

_README = Path(__file__).resolve().parents[2] / "README.md"
_TEXTS = {**pages(), "README": _README.read_text(encoding="utf-8")}
_FENCE = re.compile(r"^```([^`\n]*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_SKIP = "python skip: "
"""Begins the block of what opens a window, needs another program or takes long, and the reason follows."""


def _blocks(language: str) -> list[tuple[str, str]]:
    found = [(name, *block) for name, text in _TEXTS.items() for block in _FENCE.findall(text)]
    return [(name, code) for name, info, code in found if info.split(" ")[0] == language and not info.startswith(_SKIP)]


def _command_lines() -> list[str]:
    lines = [line for _, code in _blocks("sh") for line in code.replace("\\\n", " ").splitlines()]
    found = (re.search(r"(?:^|-m |srun )latentlab( .*)$", line.partition(" #")[0].strip()) for line in lines)
    return sorted({match[1].strip() for match in found if match})


@pytest.mark.parametrize("line", _command_lines())
def test_a_command_line_has_no_invented_option(line: str) -> None:
    command, context = typer.main.get_command(app), None
    rest = [part for part in shlex.split(line) if part not in ("&", ">")]
    while isinstance(command, click.Group) or hasattr(command, "commands"):
        if not rest or rest[0].startswith("-"):
            return
        name = rest.pop(0)
        found = command.commands.get(name)
        assert found is not None, f"there is no command {name!r}"
        context, command = typer.Context(command, parent=context, info_name=name), found
    command.make_context(command.name, rest, parent=context, resilient_parsing=False)


def test_the_page_of_commands_has_every_command_and_option() -> None:
    def leaves(command: Any, path: str) -> list[tuple[str, Any]]:
        if not hasattr(command, "commands"):
            return [] if command.hidden else [(path, command)]
        return [leaf for name, inner in command.commands.items() for leaf in leaves(inner, f"{path} {name}")]

    found = leaves(typer.main.get_command(app), "latentlab")
    assert len(found) > 40
    for path, command in found:
        section = f"{_TEXTS['commands']}## ".partition(f"## {path}\n")[2].partition("\n## ")[0]
        assert command.help.split()[0] in section, path
        for option in (option for parameter in command.params for option in parameter.opts if option.startswith("--")):
            assert option in section, f"{path} {option}"


def test_every_block_says_its_language_and_why_it_is_skipped() -> None:
    known = ("sh", "python", "toml", "text", "bibtex", "")
    for name, text in _TEXTS.items():
        for info, code in _FENCE.findall(text):
            assert info in known or (info.startswith(_SKIP) and info != _SKIP), f"{name}: {info}"
            if info.startswith(_SKIP):
                compile(code, name, "exec")


@pytest.mark.parametrize("name", sorted({name for name, _ in _blocks("python")}))
def test_the_python_code_of_a_page_runs_from_top_to_bottom(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    namespace: dict[str, Any] = {"__name__": "__main__"}
    for page, code in _blocks("python"):
        if page == name:
            exec(compile(code, name, "exec"), namespace)
    if recorder := namespace.get("recorder"):
        run = Run(recorder.path)
        assert run.state is RunState.FINISHED
        first, *_, last = run.reports()
        assert last.values["loss/total"] < first.values["loss/total"]


def test_the_catalogs_pages_have_every_setting_method_and_number() -> None:
    found = pages()
    for section, field in RunConfig.model_fields.items():
        for name in getattr(field.annotation, "model_fields", ()):
            assert f"`{section}.{name}`" in found["settings"]
    for entry in (*OBJECTIVES.values(), *LIKELIHOODS.values()):
        assert f"`{entry.settings.catalog.section}.name={entry.name}`" in found["methods"]
        assert (formula := entry.formula(entry.settings())) or not entry.trained
        assert not formula or f"`${formula}$`" in found["methods"]
    for name in (*MEASURES, *NUMBERS, *TERMS):
        assert f"| `{name}` |" in found["measures"]
