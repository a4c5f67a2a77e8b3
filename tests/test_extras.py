"""The distribution's name, its dependencies and its extras are what the code imports, and what messages and documents say."""

import ast
import re
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest

from latentlab.cli import checkup
from latentlab.environment import PACKAGES
from latentlab.extras import DISTRIBUTION, EXTRAS, requirement

_ROOT = Path(__file__).resolve().parents[1]
_PROJECT = tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
_NO_PART = {"test"}
"""Extras that bring nothing to the program."""
_DISTRIBUTIONS = {
    "PIL": "pillow",
    "PySide6": "PySide6-Essentials",
    "markdown_it": "markdown-it-py",
    "pydantic_core": "pydantic",
    "shiboken6": "PySide6-Essentials",
    "sklearn": "scikit-learn",
    "umap": "umap-learn",
}
"""What brings a module of another name than its own, or comes with it always."""
_USED_THROUGH = {"nvidia-ml-py": "torch.cuda.utilization(", "onnxscript": "torch.onnx.export("}
"""What PyTorch imports, and the call that makes it do so."""


@cache
def _code() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in (_ROOT / "latentlab").rglob("*.py"))


def _distribution(module: str) -> str:
    return _DISTRIBUTIONS.get(module, module.replace("_", "-"))


def _modules(tree: ast.AST) -> set[str]:
    """Top-level modules that code imports: by a statement, or by a name that it looks for."""
    found = set()
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                found |= {alias.name for alias in names}
            case ast.ImportFrom(module=str(module), level=0):
                found.add(module)
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=[ast.Constant(value=str(module)), *_]):
                found |= {module} if name in {"find_spec", "import_module"} else set()
    return {module.partition(".")[0] for module in found}


def _names(requirements: list[str]) -> set[str]:
    return {re.split(r"[<>=;\[ ]", each, maxsplit=1)[0] for each in requirements}


def test_every_import_is_of_a_dependency_or_of_an_extra() -> None:
    imported = {_distribution(module) for module in _modules(ast.parse(_code())) - sys.stdlib_module_names - {"latentlab"}}
    dependencies = _names(_PROJECT["dependencies"])
    optional = {name for names in EXTRAS.values() for name in names}
    assert not dependencies & optional
    assert imported - dependencies - optional == set()
    assert dependencies - imported == set()
    looked_for = {name for name in optional if f'"{name.replace("-", "_")}"' in _code()}
    assert optional - imported - looked_for - _USED_THROUGH.keys() == set()
    assert all(call in _code() for call in _USED_THROUGH.values())


def test_the_project_says_the_same() -> None:
    extras = {extra: _names(each) for extra, each in _PROJECT["optional-dependencies"].items() if extra not in _NO_PART}
    assert extras == {extra: set(names) for extra, names in EXTRAS.items()}
    assert set(PACKAGES) == _names(_PROJECT["dependencies"])
    assert _PROJECT["name"] == DISTRIBUTION


def test_code_takes_the_name_from_one_place_and_documents_write_it_right() -> None:
    assert _code().count(DISTRIBUTION) == (_ROOT / "latentlab" / "extras.py").read_text(encoding="utf-8").count(DISTRIBUTION)
    asked = re.findall(r"requirement\([\"'](\w+)[\"']\)", _code())
    assert len(asked) > 8
    assert all(requirement(extra) == f"{DISTRIBUTION}[{extra}]" for extra in asked)
    documents = [_ROOT / "README.md", *(_ROOT / "resources" / "docs").glob("*.md")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in documents)
    named = re.findall(r"(latentlab[\w-]*)\[([a-z]+)\]", text)
    assert {distribution for distribution, _ in named} == {DISTRIBUTION}
    assert {extra for _, extra in named} <= EXTRAS.keys()
    assert [extra for extra in EXTRAS if f"`{extra}`" not in documents[0].read_text(encoding="utf-8")] == []
    assert set(re.findall(r"pip install '?(latentlab[\w-]*)", text)) == {DISTRIBUTION}


def test_doctor_shows_each_package_of_an_extra_and_notes_one_that_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checkup.environment, "version_of", lambda name: "1.2" if name == "onnx" else "")
    monkeypatch.setattr(checkup.environment, "versions", lambda: {"torch": "2.14"})
    found = checkup.Checkup()
    checkup._look_at_versions(found)
    assert found.sections["extras"]["onnx"] == {"onnx": "1.2", "onnxruntime": None, "onnxscript": None}
    assert found.sections["extras"].keys() == EXTRAS.keys()
    assert "  onnx: onnx 1.2, onnxruntime none, onnxscript none" in found.as_text()
    assert found.notes == [
        f"the extra onnx is installed in part, without onnxruntime, onnxscript; pip install '{DISTRIBUTION}[onnx]'."
    ]
    assert found.problems == []
