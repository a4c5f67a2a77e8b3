"""Gathers the texts of the window into resources/translations/, and compiles the translations.

    .venv/bin/python packaging/translations.py              brings the .ts files up to date, and the .qm files with them
    .venv/bin/python packaging/translations.py de.json      takes translations into German in first: {"source": "translation"}

A text that is new is marked as unfinished; one that is gone is dropped. Qt's lupdate would miss what the window takes from
the catalog; the files are its own, for Linguist and lrelease.
"""

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import get_args
from xml.etree import ElementTree

import PySide6

from latentlab.catalog.measures import MEASURES
from latentlab.catalog.numbers import NUMBERS, TERMS
from latentlab.catalog.settings import EntrySettings, metadata
from latentlab.config import about_preset, preset_names
from latentlab.data.scan import ProblemKind
from latentlab.explore.attributes import BRIGHTNESS
from latentlab.explore.directions import METHODS
from latentlab.explore.requests.maps import MEASURED
from latentlab.gui.language import CONTEXT, LANGUAGES
from latentlab.gui.setting_words import choice_words, is_component, label_of, models_of, section_name, sections, summary_of
from latentlab.learn import experiments
from latentlab.queue import EntryState
from latentlab.resources import resource
from latentlab.runs import RunState
from latentlab.sweeps import load_sweep, sweep_names

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "latentlab"
FOLDER = ROOT / "resources" / "translations"


def main() -> None:
    sources = gather()
    for name in LANGUAGES:
        path = FOLDER / f"{name}.ts"
        known = read(path)
        for given in map(Path, sys.argv[1:]):
            if given.stem == name:
                known |= json.loads(given.read_text(encoding="utf-8"))
        write(path, name, sources, known)
        release(path)
        print(path, f"{len(sources)} texts, {sum(source not in known for source in sources)} of them not translated")


def gather() -> dict[str, str]:
    """Every text, with where it comes from: a file of the package, or what of the catalog it is."""
    found: dict[str, str] = {}
    for text, where in (*code_texts(), *setting_texts(), *catalog_texts(), *shipped_texts()):
        if any(map(str.isalpha, text)):
            found.setdefault(text, where)
    return found


def code_texts() -> Iterator[tuple[str, str]]:
    """What stands in `tr` and `mark`, and what the library says of its progress."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _PLACES:
                place = _PLACES[node.func.id]
                for text in _literals(node.args[place]) if len(node.args) > place else ():
                    yield text, path.relative_to(ROOT).as_posix()


_PLACES = {"tr": 0, "mark": 0, "progress": 1}
"""Functions, and which argument of theirs is a text."""


def _literals(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.IfExp):
        yield from _literals(node.body)
        yield from _literals(node.orelse)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value


def setting_texts() -> Iterator[tuple[str, str]]:
    """Of the settings' form."""
    for section, component in sections():
        yield section_name(section), "a section of the settings"
        if section:
            yield summary_of(component), "what a section of the settings is about"
        if issubclass(component, EntrySettings):
            yield component.model_fields[component.tag].description or "", "what a setting does"
            for entry in component.catalog.values():
                yield entry.label, f"a choice of {section}"
                yield entry.label.partition(" (")[0], f"a choice of {section}"
                yield entry.summary, f"what a choice of {section} is"
        for model in models_of(component):
            for name, info in model.model_fields.items():
                if not is_component(info.annotation):
                    yield label_of(name, info), f"a setting, {section}.{name}"
                    yield info.description or "", f"what the setting {section}.{name} does"
                    yield str(metadata(model, name).get("empty", "")), f"{section}.{name}, where it is not set"
                    for words in choice_words(model, name).values():
                        yield words, f"a value of {section}.{name}"


def catalog_texts() -> Iterator[tuple[str, str]]:
    """Of what is reported, measured and listed."""
    for entry in (*NUMBERS.values(), *TERMS.values()):
        yield entry.label, "a number that a run reports, within a sentence"
        yield entry.unit, f"the unit of {entry.label}"
        yield entry.summary, f"what {entry.label} is"
    for measure in MEASURES.values():
        yield measure.label, "a measure, within a sentence"
        for text in (
            measure.row,
            measure.note,
            measure.unit,
            measure.summary,
            measure.formula,
            measure.good,
            measure.undefined,
            measure.headline,
        ):
            yield text, f"of the measure {measure.label}"
        yield measure.subject, "a group of measures"
    for state in (*RunState, *EntryState):
        yield state.value, "what has become of a run, or of an entry of the queue"
    for words in MEASURED.values():
        yield words, "what the colours of a map stand for"
    for words in (*METHODS, BRIGHTNESS, *_LABELS):
        yield words, "stands beside pictures"
    for kind in get_args(ProblemKind):
        yield kind.replace("_", " "), "what is wrong with an image file"


_LABELS = (
    "image",
    "original",
    "reconstruction",
    "this run",
    "beside",
    "start",
    "decoded",
    "mean",
    "absent",
    "present",
    "no label",
)
"""Words that the library draws into pictures, and that stand in no catalog."""


def shipped_texts() -> Iterator[tuple[str, str]]:
    """Of the help, the presets and the guided experiments."""
    for paragraph in resource("help.md").read_text(encoding="utf-8").strip().split("\n\n"):
        yield paragraph, "a paragraph of the help"
    for name in preset_names():
        about = about_preset(name)
        yield about.title, "a preset"
        yield about.purpose, f"what the preset “{about.title}” is for"
    for name in sweep_names():
        yield load_sweep(name).config.about, f"what the sweep {name} finds out"
    for experiment in experiments():
        yield experiment.title, "a guided experiment"
        yield experiment.question, f"the question of “{experiment.title}”"
        for step in experiment.steps:
            yield step.title, f"a step of “{experiment.title}”"
            yield step.text, f"the step “{step.title}”"
            if step.expect is not None:
                yield step.expect.label, "a number that a step checks"
        yield experiment.answer, f"the answer of “{experiment.title}”"


def read(path: Path) -> dict[str, str]:
    """The finished translations of a .ts file; none where there is no file."""
    if not path.exists():
        return {}
    known = {}
    for message in ElementTree.parse(path).iter("message"):
        translation = message.find("translation")
        if translation is not None and translation.get("type") is None:
            known[message.findtext("source", "")] = translation.text or ""
    return known


def write(path: Path, name: str, sources: dict[str, str], known: dict[str, str]) -> None:
    """Write a .ts file."""
    root = ElementTree.Element("TS", version="2.1", language=name, sourcelanguage="en")
    context = ElementTree.SubElement(root, "context")
    ElementTree.SubElement(context, "name").text = CONTEXT
    for source, where in sources.items():
        message = ElementTree.SubElement(context, "message")
        ElementTree.SubElement(message, "source").text = source
        ElementTree.SubElement(message, "extracomment").text = where
        translation = ElementTree.SubElement(message, "translation")
        if known.get(source):
            translation.text = known[source]
        else:
            translation.set("type", "unfinished")
    ElementTree.indent(root, "    ")
    body = ElementTree.tostring(root, encoding="unicode")
    path.parent.mkdir(exist_ok=True)
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")


def release(path: Path) -> None:
    """Compile a .ts file into the .qm file that the window reads."""
    tool = next(Path(PySide6.__file__).parent.glob("lrelease*"))
    subprocess.run([tool, "-silent", path, "-qm", path.with_suffix(".qm")], check=True)


if __name__ == "__main__":
    main()
