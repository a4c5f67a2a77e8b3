"""The language of the window: which ones there are, the one that is chosen, and the translation of a text.

Texts are written in English where they are shown, within `tr`. The translations lie in resources/translations;
`packaging/translations.py` gathers the texts from the code, the catalog and the guided experiments, and compiles them.

A language is put into effect before the modules of the window are imported, so that their constants are translated
too; another one takes effect at the next start.

What stays English: sentences of errors that come from below the window (`latentlab.errors`), what is recorded in a
run's folder, names of files, runs, tags, settings' keys and metrics, formulas, and the output of the command line.
"""

import string
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QSettings, QTranslator

from latentlab.resources import resource

CONTEXT = "LatentLab"
"""Under which Qt finds the texts."""
LANGUAGES = {"de": "Deutsch", "zh_CN": "中文"}
"""Those that the window is translated into, each in its own words."""
SYSTEM = "system"
_ENGLISH = "en"
_KEY = "language"
_GROUPED_BY_SPACE = "de"
"""There a comma begins the decimals. These have a point in every language, as in formulas and files."""
_THIN_SPACE = "\N{NARROW NO-BREAK SPACE}"


def tr(text: str, /, **values: object) -> str:
    """A text in the language of the window.

    Args:
        text: in English; with values, as `str.format` takes it.
        values: what stands in its placeholders.
    """
    translated = QCoreApplication.translate(CONTEXT, text)
    return _FORMATTER.vformat(translated, (), values) if values else translated


def number(value: float, spec: str) -> str:
    """A number as `format` writes it; where that groups thousands, as the language of the window does."""
    written = format(value, spec)
    return written.replace(",", _separator) if "," in spec else written


class _Formatter(string.Formatter):
    def format_field(self, value: Any, format_spec: str) -> Any:
        return number(value, format_spec) if "," in format_spec else format(value, format_spec)


_FORMATTER = _Formatter()
_separator = ","


def mark(text: str) -> str:
    """Have a text translated that is kept in English and shown by `tr` elsewhere."""
    return text


def capitalised(words: str) -> str:
    """The same words as a heading."""
    return words[:1].upper() + words[1:]


def language_names() -> dict[str, str]:
    """What can be chosen, in words."""
    return {SYSTEM: tr("As the desktop"), _ENGLISH: "English", **LANGUAGES}


def chosen_language(settings: QSettings) -> str:
    """What was chosen last; the desktop's language unless it is known."""
    stored = str(settings.value(_KEY, SYSTEM))
    return stored if stored in (SYSTEM, _ENGLISH, *LANGUAGES) else SYSTEM


def choose_language(settings: QSettings, name: str) -> None:
    """Keep a choice for the next start."""
    settings.setValue(_KEY, name)


def put_into_effect(app: QCoreApplication, name: str) -> None:
    """Translate what is shown from now on, and what Qt itself shows."""
    global _separator
    if name == SYSTEM:
        name = language_of(QLocale.system().uiLanguages())
    _separator = _THIN_SPACE if name == _GROUPED_BY_SPACE else ","
    if name in LANGUAGES:
        of_qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / f"qtbase_{name}.qm"
        for path in (of_qt, resource("translations", f"{name}.qm")):
            translator = QTranslator(app)
            if translator.load(str(path)):
                app.installTranslator(translator)


def language_of(wanted: list[str]) -> str:
    """The first of the desktop's languages, such as de-AT or zh-Hans-CN, that there is; English unless there is one."""
    of_tongue = {name.partition("_")[0]: name for name in LANGUAGES}
    known = {_ENGLISH: _ENGLISH, **of_tongue}
    return next((known[tongue] for tag in wanted if (tongue := tag.partition("-")[0]) in known), _ENGLISH)
