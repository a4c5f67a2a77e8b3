"""The languages of the window: every text is translated, and none escapes translation."""

import importlib.util
import json
import re
import string
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QSettings, QTranslator
from PySide6.QtWidgets import QApplication, QComboBox, QStyle, QStyleOptionComboBox
from pytestqt.qtbot import QtBot

from latentlab.catalog.numbers import in_words
from latentlab.gui import theme
from latentlab.gui.language import (
    CONTEXT,
    LANGUAGES,
    SYSTEM,
    choose_language,
    chosen_language,
    language_of,
    put_into_effect,
    tr,
)
from latentlab.gui.library_texts import translated
from latentlab.gui.panes.setup import SetupPane
from latentlab.gui.placement import SETUP_WIDTHS
from latentlab.gui.session import Session
from latentlab.gui.widgets.figures import fixed

_ROOT = Path(__file__).resolve().parents[2]
_SECONDS = 300


@pytest.fixture(scope="module")
def translations() -> ModuleType:
    """The script that gathers the texts."""
    spec = importlib.util.spec_from_file_location("translations", _ROOT / "packaging" / "translations.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def sources(translations: ModuleType) -> dict[str, str]:
    found: dict[str, str] = translations.gather()
    return found


@pytest.fixture
def spoken(qapp: QApplication) -> Iterator[Callable[[str], None]]:
    """Puts a language into effect; English afterwards."""
    before = qapp.findChildren(QTranslator)
    yield partial(put_into_effect, qapp)
    for translator in qapp.findChildren(QTranslator):
        if translator not in before:
            qapp.removeTranslator(translator)
            translator.deleteLater()
    put_into_effect(qapp, "en")


@pytest.fixture
def german(spoken: Callable[[str], None]) -> None:
    """The window in German."""
    spoken("de")


def _fields(text: str) -> list[str]:
    return sorted(re.findall(r"\{[^{}]*\}", text))


@pytest.mark.parametrize("name", LANGUAGES)
def test_every_text_is_translated_and_no_translation_is_left_over(
    translations: ModuleType, sources: dict[str, str], name: str
) -> None:
    known = translations.read(translations.FOLDER / f"{name}.ts")
    assert [text for text in sources if not known.get(text)] == [], "run packaging/translations.py and translate what is new"
    assert [text for text in known if text not in sources] == [], "run packaging/translations.py"


@pytest.mark.parametrize("name", LANGUAGES)
def test_a_translation_has_the_placeholders_spaces_and_lines_of_its_source(translations: ModuleType, name: str) -> None:
    wrong = {}
    for source, text in translations.read(translations.FOLDER / f"{name}.ts").items():
        edges = [(each[: len(each) - len(each.lstrip())], each[len(each.rstrip()) :]) for each in (source, text)]
        spaced = edges[0] == edges[1] or name == "zh_CN"  # full-width punctuation stands for a space
        if _fields(source) != _fields(text) or not spaced or ("\t" in source) != ("\t" in text):
            wrong[source] = text
    assert wrong == {}


@pytest.mark.parametrize("name", LANGUAGES)
def test_what_is_compiled_is_what_is_translated(translations: ModuleType, name: str) -> None:
    translator = QTranslator()
    assert translator.load(str(translations.FOLDER / f"{name}.qm"))
    known = translations.read(translations.FOLDER / f"{name}.ts")
    assert {text: translator.translate(CONTEXT, text) for text in known} == known, "run packaging/translations.py"


def test_a_template_takes_the_values_that_it_is_given(sources: dict[str, str]) -> None:
    for text in sources:
        assert all(name.isidentifier() for _, name, _, _ in string.Formatter().parse(text) if name is not None), text


@pytest.mark.usefixtures("german")
def test_a_text_is_shown_in_the_language_that_is_in_effect() -> None:
    assert tr("Runs") == "Läufe"
    assert "1\N{NARROW NO-BREAK SPACE}500" in tr("step {step:,}", step=1500)  # "1,500" is one and a half there
    assert fixed(12345.6) == "12\N{NARROW NO-BREAK SPACE}346"
    assert fixed(1.5) == "1.500"
    assert tr("step {step:,}", step=1500) != "step 1,500"
    assert tr("nobody has translated this {number}", number=1) == "nobody has translated this 1"


@pytest.mark.usefixtures("german")
def test_words_of_the_catalog_and_what_is_composed_of_them_are_translated() -> None:
    rate = tr("rate")
    assert translated(in_words("term/rate")) == rate != "rate"
    for name, template in (("test/rate", "held-out {number}"), ("loss/rate", "{term} in the loss")):
        assert translated(in_words(name)) == tr(template).format(number=rate, term=rate)
    assert translated("nobody knows this") == "nobody knows this"
    assert translated("") == ""


@pytest.mark.parametrize("text", ["held-out rate", "rate in the loss", "about 4 min", "below first, 12.3", "nobody knows this"])
def test_in_english_words_of_the_library_stay_as_they_are(text: str) -> None:
    assert translated(text) == text


@pytest.mark.parametrize("name", ["en", *LANGUAGES])
def test_no_choice_of_a_setting_is_cut_at_the_least_width_of_the_setup(
    qtbot: QtBot, qapp: QApplication, spoken: Callable[[str], None], tmp_path: Path, name: str
) -> None:
    spoken(name)
    theme.apply_theme(qapp, "light")
    setup = SetupPane(Session(tmp_path / "runs"))
    qtbot.addWidget(setup)
    setup.resize(SETUP_WIDTHS[0], 1400)
    setup.show()
    qtbot.waitExposed(setup)
    boxes = [box for box in setup.form.findChildren(QComboBox) if box.isVisible() and not box.isEditable()]
    assert len(boxes) > 3
    for box in boxes:
        option = QStyleOptionComboBox()
        box.initStyleOption(option)
        control, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = box.style().subControlRect(control, option, part, box).width()
        assert box.fontMetrics().horizontalAdvance(box.currentText()) <= room, box.currentText()
    for button in (setup.train, setup.queue):
        assert button.width() >= button.minimumSizeHint().width()


def test_a_language_is_remembered_and_the_desktops_taken_where_it_is_known(tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    assert chosen_language(settings) == SYSTEM
    choose_language(settings, "zh_CN")
    assert chosen_language(settings) == "zh_CN"
    choose_language(settings, "nobody's")
    assert chosen_language(settings) == SYSTEM
    for wanted, name in ((["de-AT"], "de"), (["zh-Hans-CN", "en"], "zh_CN"), (["fr-FR", "de"], "de"), (["en-GB", "de"], "en")):
        assert language_of(wanted) == name
    assert language_of(["fr-FR"]) == language_of([]) == "en"


def test_no_text_of_the_window_escapes_translation(tiny_run: Path, tmp_path: Path) -> None:
    script = Path(__file__).with_name("pseudo_window.py")
    command = [sys.executable, str(script), str(tiny_run), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=_SECONDS, check=False)
    assert done.returncode == 0, done.stderr
    escaped = json.loads(done.stdout)
    assert escaped == {}, "\n".join(f"{text!r} in {where}" for text, where in escaped.items())
