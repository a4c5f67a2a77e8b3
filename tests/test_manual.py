"""The manual says what the program does: its command lines parse, its code runs, and the catalog's pages have all of it."""

import re
import shlex
from html.parser import HTMLParser
from pathlib import Path

import click
import pytest
import typer

from latentlab.catalog import MEASURES, OBJECTIVES
from latentlab.cli import entry
from latentlab.cli.commands import app
from latentlab.config import RunConfig
from latentlab.manual import pages, write_site

_README = Path(__file__).resolve().parents[1] / "README.md"
_TEXTS = {**pages(), "README": _README.read_text(encoding="utf-8")}


def _blocks(language: str) -> list[tuple[str, str]]:
    return [(name, code) for name, text in _TEXTS.items() for code in re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)]


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


def test_python_code_compiles_and_what_needs_nothing_runs() -> None:
    blocks = _blocks("python")
    assert len(blocks) >= 4
    for name, code in blocks:
        compiled = compile(code, name, "exec")
        if name in ("plug-in", "run-folder"):
            exec(compiled, {})


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value for name, value in attrs if name in ("href", "src") and value]
        assert tag not in ("script", "link", "iframe")


def test_the_site_is_whole_and_needs_no_network(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert entry.run(["docs", "-o", str(tmp_path / "site")]) == 0
    first = Path(capsys.readouterr().out.strip())
    assert first.name == "start.html"
    for page in first.parent.iterdir():
        links = _Links()
        links.feed(page.read_text(encoding="utf-8"))
        assert {link for link in links.found if not (page.parent / link).exists()} == set()
    assert entry.run(["docs", "-o", str(tmp_path / "site")]) == 2
    again = write_site(tmp_path / "site")  # in the cache of a user a newer one takes its place
    assert again.exists()


def test_the_catalogs_pages_have_every_setting_method_and_measure() -> None:
    found = pages()
    for section, field in RunConfig.model_fields.items():
        for name in getattr(field.annotation, "model_fields", ()):
            assert f"`{section}.{name}`" in found["settings"]
    assert all(f"`{name}`" in found["methods"] for name in OBJECTIVES)
    assert all(f"`{name}`" in found["measures"] for name in MEASURES)
